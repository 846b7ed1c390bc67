"""What Hypothesis makes statements of: one with every field filled in, what is left of it, and words of all kinds."""

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any, Literal, get_args, get_origin

import yaml
from hypothesis import strategies as st
from tests.canary import bare, fields
from tests.pages import kinds

from user_engagement.model import SECTIONS, SHARED_SECTIONS, Entry, Part, Statement
from user_engagement.model.clock import Clock
from user_engagement.model.code_reference import CodeReference
from user_engagement.model.criterion import Criterion
from user_engagement.model.day import Day
from user_engagement.model.entry import Id
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.quantity import Quantity
from user_engagement.model.reference import Ref
from user_engagement.model.statistic import Replacement
from user_engagement.model.text import HIDDEN, Address, Email, Line, Text

Files = dict[str, Any]
"""Data by the path of the file that it stands in."""

Path = tuple[str | int, ...]
"""The way to a value in files: the file, then names of fields and positions in lists."""

TARGETS = {
    "organisations": "travel",
    "statements": "rail",
    "practices": "act-explain-unmet",
    "methods": "survey",
    "frameworks": "osr-framework",
}
LEFT_OUT: set[tuple[type[Part], str]] = {(Entry, "internal_note"), (Replacement, "statistic")}
FITTING = {"consent": "given", "met": "not met", "name_expires": "2030-01-01", "ends": "16:00"}
VALUES: dict[Any, str] = {
    Day: "2026-01-05",
    FuzzyDate: "2026-01-05",
    Quantity: "12 letters",
    Address: "https://example.org/",
    Email: "statistics@example.org",
    Clock: "09:30",
    CodeReference: "2.1 V1.5",
    Criterion: "1.4.3",
    Id: "it",
    bool: "true",
}


def least(kind: type[Part]) -> dict[str, Any]:
    """Return what a kind cannot do without; what it refers to is the other entry of the same statement."""
    return {name: "other" if "/" in str(value) else value for name, value in bare(kind).items()}


def everything(words: Callable[[], str]) -> Files:
    """Return two statements: one with every field there is, with these words in every text, and one to refer to."""
    numbers = count(1)
    there = set[type[Part]]()
    """Kinds that only stand inside others, of which there is one to refer to already."""

    def part(kind: type[Part], owner: type[Part] | None = None) -> dict[str, Any]:
        wanted = {name: hint for name, hint in fields(kind).items() if not is_left_out(kind, name)}
        made = {name: FITTING.get(name) or named(kind, name, owner) or value(kind, wanted[name]) for name in wanted}
        many = {name for name in made if get_origin(kind.model_fields[name].annotation) is tuple}
        return {name: [each, *other(wanted[name])] if name in many else each for name, each in made.items()}

    def other(hint: Any) -> list[Any]:
        """What an entry inside another refers to."""
        if not (isinstance(hint, type) and issubclass(hint, Entry)) or hint in SECTIONS.values() or hint in there:
            return []
        there.add(hint)
        return [{**least(hint), "id": "other"}]

    def named(kind: type[Part], name: str, owner: type[Part] | None) -> str:
        if name == "id":
            return f"it-{next(numbers)}" if owner and (kind in SECTIONS.values() or kind in there) else "it"
        own = {"former_ids": f"was-{next(numbers)}", "successor": TARGETS.get(getattr(owner, "section", ""), "other")}
        return own.get(name, "")

    def value(kind: type[Part], hint: Any) -> Any:
        if hint in (Line, Text):
            return words()
        if get_origin(hint) is Literal:
            return get_args(hint)[0]
        if hint in VALUES:
            return VALUES[hint]
        return TARGETS.get(hint.section, "other") if issubclass(hint, Ref) else part(hint, kind)

    header = part(Statement)
    del header["id"]
    shared = {name: _sole(part(kind)) if kind.sole_id else [part(kind)] for name, kind in SHARED_SECTIONS.items()}
    shared["organisations"].append({"id": "travel", "name": "Department of Travel"})
    return {
        "shared.yml": shared,
        "bus/statement.yml": {
            "statement": header,
            **{name: [part(kind), {**least(kind), "id": "other"}] for name, kind in SECTIONS.items()},
        },
        "rail/statement.yml": {"statement": {"title": "Rail", "organisation": "travel"}},
    }


def _sole(made: dict[str, Any]) -> Any:
    """Return what there is only one of: without an id, and without another of its kind that takes its place."""
    del made["id"], made["withdrawn"]["successor"]
    return made


def is_left_out(kind: type[Part], name: str) -> bool:
    return any(issubclass(kind, each) and name == left_out for each, left_out in LEFT_OUT)


def paths(data: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the way to everything inside data."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in inside:
        yield (*path, key)
        yield from paths(value, (*path, key))


FULL = everything(lambda: "Some words")
PATHS = list(paths(FULL))
PARTS = [path for path in PATHS if len(path) > 2 and isinstance(path[-1], int)]
REQUIRED = {name for kind in kinds().values() for name, field in kind.model_fields.items() if field.is_required()}
OPTIONAL = [path for path in PATHS if len(path) > 2 and path[-1] not in REQUIRED]

odd_values: st.SearchStrategy[Any] = st.one_of(
    st.text(max_size=5),
    st.sampled_from(["", "x", "it", "rail/it", "no", "[c]", "2026-02-30", "2026-12", "9999", "internal", "40%", "a:b"]),
    st.sampled_from([None, [], {}, ["it"], {"id": "it"}, [None], [[]]]),
)
visibilities = st.sampled_from(["internal", "embargoed until 2026-12-01", "embargoed until 2026-01-01"])


def statements(*, wrong: int = 0, hidden: int = 0) -> st.SearchStrategy[Files]:
    """Everything without some of what can be left out; up to so many values wrong, and parts hidden."""
    return st.builds(
        changed,
        st.sets(st.sampled_from(OPTIONAL), max_size=60),
        st.dictionaries(st.sampled_from(PATHS), odd_values, max_size=wrong),
        st.dictionaries(st.sampled_from(PARTS), visibilities, max_size=hidden),
    )


def changed(left_out: set[Path], replaced: dict[Path, Any], hidden: dict[Path, str]) -> Files:
    def copy(data: Any, path: Path) -> Any:
        if path in replaced:
            return replaced[path]
        if isinstance(data, list):
            return [copy(each, (*path, key)) for key, each in enumerate(data) if (*path, key) not in left_out]
        if not isinstance(data, dict):
            return data
        made = {key: copy(each, (*path, key)) for key, each in data.items() if (*path, key) not in left_out}
        return {**made, "visibility": hidden[path]} if path in hidden else made

    return {file: copy(content, (file,)) for file, content in FULL.items()}


def as_yaml(data: Any) -> bytes:
    written: bytes = yaml.dump(data, Dumper=yaml.CSafeDumper, encoding="utf-8", allow_unicode=True, sort_keys=False)
    return written


pieces_of_yaml = st.lists(
    st.sampled_from([*" \n\t\r:-?[]{},#&*!|>'\"%@`~<=.0\\\ufeff\x00\u00a0\u2028é"])
    | st.sampled_from(["statement", "needs", "title", "id", "organisation", "travel", "it", "2026-02-30"])
    | st.sampled_from(["\n  ", "\n- ", ": ", "\n---\n", "\n...\n", "\r\n", "''", '"\\x41"', "<<: ", "!!str ", "&a "]),
    max_size=40,
).map(lambda pieces: "".join(pieces).encode())

SAMPLE = as_yaml(FULL["bus/statement.yml"])
spoilt_yaml = st.builds(
    lambda start, length, inserted: SAMPLE[:start] + inserted + SAMPLE[start + length :],
    st.integers(0, len(SAMPLE)),
    st.integers(0, 30),
    pieces_of_yaml | st.binary(max_size=5),
)

plain_text = (
    st.text(st.characters(exclude_categories=["C"], exclude_characters="*_`[]<>\\&"), min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: text and not HIDDEN.search(text))
)
paragraphs = (
    st.lists(plain_text | st.sampled_from(["\n", "\n\n", "  \n", " ", "\t", "\r", "1. ", "- ", "#", "    ", "---"]))
    .map(lambda pieces: "".join(pieces).strip())
    .filter(bool)
)
hostile_text = st.lists(
    st.sampled_from(["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "</p>"])
    | st.sampled_from(["](javascript:alert(1))", "](data:text/html,x)", "<javascript:", "[x]: javascript:alert(1)"])
    | st.sampled_from(["](https://x", "](//x)", "<https://x>", "[x", "![", "java", "script:", ' onclick="alert(1)"'])
    | st.sampled_from(
        ["&lt;", "&#106;", "&colon;", "<!--", "-->", "<![CDATA[", "{{ 7*7 }}", "{%", "\n\n", "    ", "- "]
    )
    | st.sampled_from([*"<>\"'()`*_\\:\t\n"]),
    min_size=1,
    max_size=8,
).map("".join)
