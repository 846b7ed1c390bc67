"""Statements for property tests: one with every field filled in, and whatever can be made of it."""

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, Literal, get_args, get_origin

from hypothesis import strategies as st
from tests.canary import fields
from tests.pages import kinds

from user_engagement.model import SECTIONS, SHARED_SECTIONS, Entry, Part, Statement
from user_engagement.model.code_reference import CodeReference
from user_engagement.model.entry import Id
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.quantity import Quantity
from user_engagement.model.reference import Ref
from user_engagement.model.statistic import Replacement
from user_engagement.model.text import Address, Day, Email, Line, Text

Path = tuple[str | int, ...]
Words = Callable[[type[Part], str], str]
"""Gives the text to write in a field of a kind."""

_TARGETS = {"organisations": "travel", "statements": "rail", "practices": "act-explain-unmet", "methods": "survey"}
_LEFT_OUT = {(Entry, "internal_note"), (Replacement, "statistic")}
_FITTING = {"consent": "given", "met": "not met", "name_expires": "2030-01-01"}
_VALUES: dict[Any, str] = {
    Day: "2026-01-05",
    FuzzyDate: "2026-01-05",
    Quantity: "12 letters",
    Address: "https://example.org/",
    Email: "statistics@example.org",
    CodeReference: "2.1 V1.5",
    Id: "it",
    bool: "true",
}


def everything(words: Words) -> dict[str, Any]:
    """Return the files of two statements, as data by path: one with every field there is, and one to refer to."""
    numbers = count(1)

    def part(kind: type[Part], owner: type[Part] | None = None) -> dict[str, Any]:
        wanted = {name: hint for name, hint in fields(kind).items() if not _is_left_out(kind, name)}
        made = {name: value(kind, name, hint, owner) for name, hint in wanted.items()}
        return {name: [each] if kind.model_fields[name].default == () else each for name, each in made.items()}

    def value(kind: type[Part], name: str, hint: Any, owner: type[Part] | None) -> Any:
        if name in _FITTING:
            return _FITTING[name]
        if name == "id" and owner and kind in SECTIONS.values():
            return f"it-{next(numbers)}"
        if name == "successor" and owner and issubclass(owner, Entry):
            return _TARGETS.get(owner.section, "it")
        if hint in (Line, Text):
            return words(kind, name)
        if get_origin(hint) is Literal:
            return get_args(hint)[0]
        if issubclass(hint, Part) if isinstance(hint, type) else False:
            return part(hint, kind)
        if isinstance(hint, type) and issubclass(hint, Ref):
            return _TARGETS.get(hint.section, "it")
        return _VALUES[hint]

    header = part(Statement)
    del header["id"]
    shared = {name: [part(kind)] for name, kind in SHARED_SECTIONS.items()}
    shared["organisations"].append({"id": "travel", "name": "Department of Travel"})
    return {
        "shared.yml": shared,
        "bus/statement.yml": {"statement": header, **{name: [part(kind)] for name, kind in SECTIONS.items()}},
        "rail/statement.yml": {"statement": {"title": "Rail", "organisation": "travel"}},
    }


def _is_left_out(kind: type[Part], name: str) -> bool:
    return any(issubclass(kind, each) and name == left_out for each, left_out in _LEFT_OUT)


PLAIN = everything(lambda kind, name: f"{kind.__name__} {name}")


def paths(data: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the way to everything inside data."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield (*path, key)
        yield from paths(value, (*path, key))


_PATHS = list(paths(PLAIN))
_REQUIRED = {name for kind in kinds().values() for name, field in kind.model_fields.items() if field.is_required()}
_OPTIONAL = [path for path in _PATHS if len(path) > 2 and path[-1] not in _REQUIRED]  # noqa: PLR2004 - inside a section
_JUNK = st.text(max_size=5) | st.sampled_from(
    [None, "", "x", "it", "rail/it", "no", "[c]", "2026-02-30", "2026-12", "9999", "internal", "40%", "https://x.org"]
    + [[], {}, ["it"], {"id": "it"}, [None], ["embargoed until 2027-01-01"]]
)


def changed(*, wrong: int) -> st.SearchStrategy[dict[str, Any]]:
    """Everything without some of what can be left out, and up to so many values wrong."""
    left_out = st.sets(st.sampled_from(_OPTIONAL), max_size=60)
    replaced = st.dictionaries(st.sampled_from(_PATHS), _JUNK, max_size=wrong)
    return st.builds(_changed, left_out, replaced)


def _changed(left_out: set[Path], replaced: dict[Path, Any]) -> dict[str, Any]:
    def copy(data: Any, path: Path) -> Any:
        if path in replaced:
            return replaced[path]
        if isinstance(data, dict):
            return {key: copy(each, (*path, key)) for key, each in data.items() if (*path, key) not in left_out}
        if isinstance(data, list):
            return [copy(each, (*path, key)) for key, each in enumerate(data) if (*path, key) not in left_out]
        return data

    return {file: copy(content, (file,)) for file, content in PLAIN.items()}


PARTS = [path for path in _PATHS if len(path) > 2 and isinstance(path[-1], int)]  # noqa: PLR2004 - inside a section


def with_visibility(files: dict[str, Any], hidden: dict[Path, str]) -> dict[str, Any]:
    """Return files in which the parts at these paths have this visibility, where they are left."""

    def copy(data: Any, path: Path) -> Any:
        if isinstance(data, dict):
            made = {key: copy(each, (*path, key)) for key, each in data.items()}
            return {**made, "visibility": hidden[path]} if path in hidden else made
        return [copy(each, (*path, key)) for key, each in enumerate(data)] if isinstance(data, list) else data

    return {file: copy(content, (file,)) for file, content in files.items()}
