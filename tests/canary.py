"""Statements with one telling word in everything that must stay hidden, made by walking the model."""

from collections.abc import Iterator
from itertools import count
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml

from user_engagement.model import SECTIONS, SHARED_SECTIONS, Entry, Outcome, Part, Statement
from user_engagement.model.clock import Clock
from user_engagement.model.code_reference import CodeReference
from user_engagement.model.criterion import Criterion
from user_engagement.model.day import Day
from user_engagement.model.entry import Id
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.model.quantity import Quantity
from user_engagement.model.reference import Ref
from user_engagement.model.text import Address, Email, Line, Text

WORD = "quokkary"
PAST, RECENT, LATER = "1903-04-05", "2026-04-05", "2187-04-05"
TRACES = (WORD, PAST[:7], LATER[:7], "april 1903", "april 2187")
"""What a hidden field leaves behind in lower case, were it shown: the word, or one of the dates."""

EMBARGO = f"embargoed until {LATER} 09:30"
PUBLIC_TARGETS = {
    "organisations": "travel",
    "statements": "open",
    "methods": "survey",
    "practices": "act-explain-unmet",
    "frameworks": "osr-framework",
    "commitments": "open/plain",
}
"""What may be read and has to be there, because something cannot do without it."""
TRAVEL = "organisations:\n  - id: travel\n    name: Department of Travel\n"
CLOCKS = {"ends": "03:47"}
"""A time that is not the start of what it ends."""

Fields = dict[str, Any]

_HOW_PARTS_ARE_SHOWN = {"visibility", "internal_fields"}
_numbers = count(1)


def fields(kind: type[Part]) -> dict[str, Any]:
    """Return what an author can fill in, with the types as declared."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: _inside(hints[name]) for name in kind.model_fields if name not in _HOW_PARTS_ARE_SHOWN}


def _inside(hint: Any) -> Any:
    """Return what a field holds, one or many, given or not."""
    if get_origin(hint) in (Union, UnionType, tuple):
        return _inside(next(inner for inner in get_args(hint) if inner not in (type(None), ...)))
    return hint


def _is_many(kind: type[Part], name: str) -> bool:
    return get_origin(kind.model_fields[name].annotation) is tuple


def _is_part(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Part)


def _is_ref(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Ref)


def entry_kinds() -> dict[str, type[Entry]]:
    """Return every kind of entry by its section, those inside others included."""
    found: dict[str, type[Entry]] = {}
    waiting: list[type[Part]] = [Statement, *SECTIONS.values(), *SHARED_SECTIONS.values()]
    while waiting:
        kind = waiting.pop()
        if issubclass(kind, Entry):
            found[kind.section] = kind
        waiting += [hint for hint in fields(kind).values() if _is_part(hint) and hint not in found.values()]
    return found


KINDS = entry_kinds()


def mark(kind: type[Part], name: str) -> str:
    """Return the word for one field, for example quokkary.Need.reason."""
    return f"{WORD}.{kind.__name__}.{name}"


def target(section: str, suffix: str = "") -> str:
    """Return the address of the entry of a section to which hidden references lead."""
    name = f"{WORD}-{KINDS[section].word}{suffix}"
    return f"open/{name}" if "/" in PUBLIC_TARGETS.get(section, "/") else name


def full(kind: type[Part], owner: type[Part] | None = None, **given: Any) -> Fields:
    """Return every field of a kind filled in, with the word wherever a field can hold it."""
    made = {name: _many(kind, name, _telling(hint, kind, name, owner)) for name, hint in fields(kind).items()}
    if issubclass(kind, Entry):
        made["id"] = f"{WORD}-{kind.word}-{next(_numbers)}"
        made["former_ids"] = [f"{made['id']}-former"]
    return made | given


def _many(kind: type[Part], name: str, value: Any) -> Any:
    return [value] if _is_many(kind, name) else value


def _telling(hint: Any, kind: type[Part], name: str, owner: type[Part] | None) -> Any:
    word = mark(kind, name)
    if _is_part(hint):
        return full(hint, kind)
    if _is_ref(hint):
        return PUBLIC_TARGETS[hint.section] if kind.model_fields[name].is_required() else target(hint.section)
    if name == "successor" and owner and issubclass(owner, Entry):
        return target(owner.section)
    if get_origin(hint) is Literal:
        return get_args(hint)[0]
    if hint == Day or hint is FuzzyDate:
        return LATER if name.endswith(("due", "expires", "revisit", "views_close")) else PAST
    return {
        Line: word,
        Text: word,
        Id: f"{WORD}-point",
        Quantity: f"12 {word}",
        Address: f"https://example.org/{word}",
        Email: f"{word}@example.org",
        CodeReference: "2.1 V1.5",
        Criterion: "1.1.1",
        Clock: CLOCKS.get(name, "03:07"),
        bool: "true",
    }[hint]


def bare(kind: type[Part]) -> Fields:
    """Return what a kind cannot do without, in words that may be read."""
    hints = fields(kind)
    made = {
        name: _many(kind, name, _plain(hints[name]))
        for name in hints
        if kind.model_fields[name].is_required() or name == "consent"
    }
    if issubclass(kind, Entry):
        made["id"] = f"plain-{kind.word}-{next(_numbers)}"
    return made


def _plain(hint: Any) -> Any:
    if _is_part(hint):
        return bare(hint)
    if _is_ref(hint):
        return PUBLIC_TARGETS[hint.section]
    if get_origin(hint) is Literal:
        return get_args(hint)[0]
    return {Line: "Plain", Text: "Plain", Id: "plain", Day: "2026-01-05", Quantity: "12 letters", Address: "a"}[hint]


def concealed(kind: type[Part], owner: type[Part] | None = None) -> Fields:
    """Return something public of which every field that can be hidden is hidden by its name."""
    needed = bare(kind)
    names = [name for name in fields(kind) if name not in needed]
    hidden = [name for name in names if name != "internal_note"]
    return {**full(kind, owner), **needed, "internal_fields": hidden}


def pointing(kind: type[Part], owner: type[Part] | None = None) -> Fields:
    """Return something public that refers to hidden entries in every way it can."""
    made = bare(kind)
    for name, hint in fields(kind).items():
        if name in made:
            continue
        if _is_ref(hint) or name == "successor":
            made[name] = _many(kind, name, _telling(hint, kind, name, owner))
        elif hint is FuzzyDate:
            made[name] = f"after {target('outcomes').replace('/', '/outcomes/')}"
        elif _is_part(hint):
            made[name] = _many(kind, name, next(orphans(hint), None) or pointing(hint, kind))
    return made


def orphans(kind: type[Part]) -> Iterator[Fields]:
    """Yield something public that means nothing without an entry which is not public yet."""
    for name, hint in fields(kind).items():
        if _is_ref(hint) and kind.model_fields[name].is_required():
            yield {**full(kind), name: target(hint.section, "-later")}


def forms(kind: type[Part], owner: type[Part] | None = None) -> Iterator[Fields]:
    """Yield a kind hidden in every way there is: whole, in parts, by field, by reference, by date."""
    yield full(kind, owner, visibility="internal")
    yield full(kind, owner, visibility=EMBARGO)
    yield concealed(kind, owner)
    yield pointing(kind, owner)
    yield from orphans(kind)
    if kind.dated_by:
        yield {**_without("history", full(kind, owner)), kind.dated_by: LATER}
    for name, hint in fields(kind).items():
        if _is_part(hint):
            yield from _holding(kind, name, list(forms(hint, kind)))


def _holding(kind: type[Part], name: str, hidden: list[Fields]) -> Iterator[Fields]:
    """Yield something public with hidden parts in one of its fields."""
    for held in [hidden] if _is_many(kind, name) else hidden:
        made = {**bare(kind), name: held}
        if kind is Outcome:
            made = {
                "feedback": [full(KIND_OF_FEEDBACK, visibility="internal")],
                "decisions": [{"decision": "none yet"}],
            } | made
            made["feedback"] = list(_told_apart(made["feedback"]))
        if name == "practice_areas":
            made[name] = list(_told_apart(made[name]))
        yield made


def _told_apart(parts: list[Fields]) -> Iterator[Fields]:
    """Yield feedback, or areas, with an id of its own each; the first keeps the one that decisions answer."""
    for number, each in enumerate(parts):
        yield {**each, "id": f"{each['id']}-{number}"} if number and "id" in each else each


KIND_OF_FEEDBACK = fields(Outcome)["feedback"]


def targets(kind: type[Entry]) -> list[Fields]:
    """Return the entries that hidden references lead to: one internal, one not public yet."""
    return [
        _referring_to_another(kind, full(kind, id=f"{WORD}-{kind.word}", visibility="internal")),
        full(kind, id=f"{WORD}-{kind.word}-later", visibility=EMBARGO),
    ]


def _referring_to_another(kind: type[Entry], made: Any) -> Any:
    """Return what was made for the target of its section with references to the other target, not to itself."""
    if isinstance(made, dict):
        return {name: value if name == "id" else _referring_to_another(kind, value) for name, value in made.items()}
    if isinstance(made, list):
        return [_referring_to_another(kind, value) for value in made]
    return target(kind.section, "-later") if made == target(kind.section) else made


def hidden_files() -> dict[str, str]:
    """Return the files of statements in which everything that has the word must stay hidden."""
    headers = [*targets(Statement), *forms(Statement)]
    files = {f"{header['id']}/statement.yml": _statement(header) for header in headers}
    sections = {name: [*targets(kind), *forms(kind)] for name, kind in SECTIONS.items()}
    sections["commitments"].append({**bare(SECTIONS["commitments"]), "measures": targets(KINDS["measures"])})
    sections["commitments"].append({**bare(SECTIONS["commitments"]), "id": "plain"})
    sections["statistics"].append({**bare(SECTIONS["statistics"]), "tables": targets(KINDS["tables"])})
    sections["activities"].append({**bare(SECTIONS["activities"]), "events": targets(KINDS["events"])})
    shared = {name: [*targets(kind), *forms(kind)] for name, kind in SHARED_SECTIONS.items() if not kind.sole_id}
    shared["frameworks"].append(bare(KINDS["frameworks"]))
    shared["frameworks"][-1]["practice_areas"][0]["practices"] = targets(KINDS["practices"])
    header = {**bare(Statement), "id": "open", "objectives": targets(KINDS["objectives"])}
    return {
        **files,
        "open/statement.yml": _statement(header),
        **{f"open/{name}.yml": _yaml({name: entries}) for name, entries in sections.items()},
        "shared.yml": _yaml(shared),
        "organisations.yml": TRAVEL,
    }


def sole_files() -> Iterator[dict[str, str]]:
    """Yield the files of sites with one hidden form each of what there is only one of."""
    outcome = {**bare(Outcome), "id": target("outcomes").partition("/")[2], "visibility": "internal"}
    later = {**bare(KINDS["organisations"]), "id": target("organisations", "-later"), "visibility": EMBARGO}
    framework = bare(KINDS["frameworks"])
    framework["practice_areas"][0]["practices"] = targets(KINDS["practices"])
    files = {
        "organisations.yml": TRAVEL,
        "open/statement.yml": _statement(bare(Statement)),
        "open/outcomes.yml": _yaml({"outcomes": [outcome]}),
        "shared.yml": _yaml({"organisations": [later], "frameworks": [framework]}),
    }
    for name, kind in SHARED_SECTIONS.items():
        for form in forms(kind) if kind.sole_id else ():
            yield {**files, "sole.yml": _yaml({name: _sole(form)})}


def shown_files() -> dict[str, str]:
    """Return the files of a statement in which everything that has the word may be read."""
    shown = {section: _shown(kind) for section, kind in KINDS.items() if kind is not Statement}
    statement = full(Statement)
    statement["varies"][0]["statement"] = target("statements")
    shown["commitments"][0]["measures"] = shown["measures"]
    shown["commitments"].append({**bare(SECTIONS["commitments"]), "id": "plain"})
    shown["statistics"][0]["tables"] = shown["tables"]
    shown["activities"][0]["events"] = shown["events"]
    sole = {name: _in_time(_sole(shown[name][0])) for name, kind in SHARED_SECTIONS.items() if kind.sole_id}
    shown["frameworks"][0]["practice_areas"][0]["practices"] = shown["practices"]
    statement["objectives"] = shown["objectives"]
    return {
        "open/statement.yml": _yaml({"statement": _without("id", statement)}),
        "open/sections.yml": _yaml({section: shown[section] for section in SECTIONS}),
        f"{target('statements')}/statement.yml": _yaml({"statement": _without("id", bare(Statement))}),
        "shared.yml": _yaml({section: shown[section] for section in SHARED_SECTIONS} | sole),
        "organisations.yml": TRAVEL,
    }


def _shown(kind: type[Entry]) -> list[Fields]:
    """Return an entry with everything in it, and one it can refer to."""
    everything = full(kind, id=f"{WORD}-{kind.word}")
    return [_referring_to_another(kind, everything), {**bare(kind), "id": f"{WORD}-{kind.word}-later"}]


def _statement(header: Fields) -> str:
    everything = {name: [full(kind)] for name, kind in SECTIONS.items()} if WORD in header["id"] else {}
    return _yaml({"statement": _without("id", header), **everything})


def _sole(made: Fields) -> Fields:
    """Return what there is only one of, without an id and without another of its kind that takes its place."""
    if "withdrawn" in made:
        made = {**made, "withdrawn": _without("successor", made["withdrawn"])}
    return _without("id", made)


def _in_time(made: Fields) -> Fields:
    """Return an accessibility statement that was reviewed, and its website tested, within the year."""
    reviews = [{**each, "date": RECENT} for each in made["reviews"]]
    return {**made, "reviews": reviews, "tests": [{**each, "tested": RECENT} for each in made["tests"]]}


def _without(name: str, made: Fields) -> Fields:
    return {each: value for each, value in made.items() if each != name}


def _yaml(content: Any) -> str:
    return yaml.safe_dump(content, sort_keys=False)
