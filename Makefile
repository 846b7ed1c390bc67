# make site     build the site, strictly, into site/
# make serve    preview it while you write, at http://127.0.0.1:8000
# make test     run all tests
# make check    check style, types, imports, spelling and workflows
# make bench    measure how long building takes
# make clean    remove what was built; the environment in .venv stays
#
# The first of these makes .venv. Another Python: make site PYTHON=python3.13
# To build in spite of warnings: make site STRICT=

PYTHON ?= python3
STRICT ?= --strict
VENV := .venv
BIN := $(VENV)/bin
AMERICAN := $(VENV)/american.txt
PROSE := $(wildcard README.md CONTRIBUTING.md docs statements plugins/user_engagement/words \
	plugins/user_engagement/templates)

# Material and ProperDocs both print a notice about MkDocs 2: docs/decisions/dependencies.md has our answer.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.PHONY: site serve test check bench admin clean
.NOTPARALLEL:

site: $(VENV)/site.stamp
	@$(BIN)/mkdocs build $(STRICT)

serve: $(VENV)/site.stamp
	@$(BIN)/mkdocs serve

test: $(VENV)/test.stamp tests/node/node_modules
	@$(BIN)/pytest -n auto --dist worksteal

check: $(VENV)/check.stamp $(AMERICAN)
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-cache --no-logo
	$(BIN)/codespell
	$(BIN)/codespell --dictionary $(AMERICAN) --skip '*.css,*/words/cy.yml,*/lake-levels/*' $(PROSE)
	$(BIN)/zizmor --offline --quiet .github
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml

bench: $(VENV)/site.stamp tests/bench/node/node_modules
	@$(BIN)/python tests/bench/bench.py

admin: tests/node/node_modules
	@tests/node/admin.sh

clean:
	@rm -rf site build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find docs plugins statements tests -name __pycache__ -prune -exec rm -rf {} + 2>/dev/null || true

%/node_modules: %/package-lock.json
	@cd $* && npm ci --ignore-scripts --silent || echo "Without npm there is nothing to ask in $*."
	@if [ -d $@ ]; then touch $@; fi

$(VENV)/site.stamp: EXTRAS :=
$(VENV)/test.stamp: EXTRAS := [test]
$(VENV)/check.stamp: EXTRAS := [test,check]

$(VENV)/test.stamp $(VENV)/check.stamp: $(VENV)/site.stamp

$(VENV)/%.stamp: pyproject.toml constraints.txt | $(BIN)/pip
	@echo "Installing into $(VENV) what 'make $*' needs ..."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -c constraints.txt -e '.$(EXTRAS)'
	@touch $@

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or later is needed. If you have it: make PYTHON=python3.13"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

# codespell brings a list from British to American spelling. Our prose goes the other way, but for words that are both.
$(AMERICAN): $(VENV)/check.stamp
	@sed -E '/>(practice|program|license|licensing|stor|meter)/d; s/(.*)->(.*)/\2->\1/' \
		$(VENV)/lib/python*/site-packages/codespell_lib/data/dictionary_en-GB_to_en-US.txt > $@
