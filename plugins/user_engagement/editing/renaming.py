"""A new id for an entry, in every place that names it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from user_engagement.editing.texts import Texts
from user_engagement.loading import Loaded
from user_engagement.model import Entry, Statement
from user_engagement.model.entry import Part, Trail, references
from user_engagement.model.fuzzy_date import FuzzyDate
from user_engagement.writing import Text


@dataclass(frozen=True)
class Renaming:
    """What a new id changes: files by their paths afterwards, folders that get another name, places that named it."""

    files: Mapping[Path, Text]
    moved: Mapping[Path, Path] = field(default_factory=dict)
    references: int = 0


def renaming(folder: Path, loaded: Loaded, entry: Entry, new: str) -> Renaming:
    """Return the changes that give an entry another id; the old one stays as one of its former ids.

    Raises OSError and CannotEdit.
    """
    texts, count = Texts(folder, loaded), 0
    for whole, trail, part in loaded.catalogue.parts:
        for inner, written in _names(whole, part, entry, new):
            texts.put(whole, (*trail, *inner), written)
            count += 1
    if not isinstance(entry, Statement):
        texts.put(entry, ("id",), new)
    texts.put(entry, ("former_ids",), [*(each for each in entry.former_ids if each != new), entry.id])
    if not isinstance(entry, Statement):
        return Renaming(texts.changed, references=count)
    old_folder, new_folder = Path(entry.id), Path(new)
    files = {
        (new_folder / path.relative_to(old_folder) if path.is_relative_to(old_folder) else path): text
        for path, text in texts.changed.items()
    }
    return Renaming(files, {old_folder: new_folder}, count)


def _names(whole: Entry, part: Part, entry: Entry, new: str) -> Iterator[tuple[Trail, str]]:
    """Yield each place in a part that names the entry, with what is written there from now on."""
    for trail, ref in references(part):
        if (ref.section, str(ref)) == (entry.section, _key(entry)):
            yield trail, _with(new, str(ref), whole, local=ref.local)
        elif ref.local and _is_of_another(whole, entry) and str(ref).startswith(f"{entry.id}/"):
            yield trail, f"{new}/{ref.partition('/')[2]}"
    yield from _in_dates(whole, part, entry, new)
    yield from _successors(part, entry, new)


def _is_of_another(whole: Entry, entry: Entry) -> bool:
    """Say whether something stands outside of a statement, and so names what is in it with its id."""
    return isinstance(entry, Statement) and whole.statement_id != entry.id


def _key(entry: Entry) -> str:
    return entry.id if isinstance(entry, Statement) else entry.key


def _with(new: str, key: str, whole: Entry, *, local: bool) -> str:
    """Return a reference to an entry with its new id: without its statement where it stands in the same one."""
    statement = key.rpartition("/")[0]
    return new if not local or statement == whole.statement_id else f"{statement}/{new}"


def _in_dates(whole: Entry, part: Part, entry: Entry, new: str) -> Iterator[tuple[Trail, str]]:
    """Yield the dates that begin after the entry."""
    for name in type(part).model_fields:
        date = getattr(part, name)
        if not isinstance(date, FuzzyDate) or not date.after:
            continue
        *statement, section, id_ = date.after.split("/")
        owner = statement[0] if statement else whole.statement_id
        if isinstance(entry, Statement) and statement == [entry.id]:
            yield (name,), str(date).replace(date.after, f"{new}/{section}/{id_}")
        elif (section, f"{owner}/{id_}") == (entry.section, entry.key):
            yield (name,), str(date).replace(date.after, "/".join((*statement, section, new)))


def _successors(part: Part, entry: Entry, new: str) -> Iterator[tuple[Trail, str]]:
    """Yield where the entry takes the place of one that was withdrawn."""
    if not isinstance(part, Entry) or not part.withdrawn or not part.withdrawn.successor:
        return
    successor, place = part.withdrawn.successor, ("withdrawn", "successor")
    statement, _, id_ = successor.rpartition("/")
    if part.section == entry.section and id_ == entry.id and (statement or part.statement_id) == entry.statement_id:
        yield place, f"{statement}/{new}" if statement else new
    elif isinstance(entry, Statement) and statement == entry.id:
        yield place, f"{new}/{id_}"
    elif isinstance(entry, Statement) and isinstance(part, Statement) and successor == entry.id:
        yield place, new
