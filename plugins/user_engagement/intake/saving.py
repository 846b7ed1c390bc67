"""A draft into a folder of statements."""

from datetime import datetime
from pathlib import Path

from user_engagement.editors import modeline
from user_engagement.intake.drafting import Fields
from user_engagement.loading import load
from user_engagement.messages import did_you_mean
from user_engagement.model import Statement
from user_engagement.writing import CannotEdit, CannotSave, Text, append, file_for, new_errors, save, text_of


def into(
    folder: Path, statement: str | None, entries: dict[str, Fields], moment: datetime
) -> tuple[list[Path], list[str]]:
    """Append entries to the files of a statement, all or none; return the files, or what is wrong with that.

    Raises OSError and CannotSave.
    """
    loaded = load(folder)
    known = [entry.id for entry, _ in loaded.catalogue.everything if entry.section == Statement.section]
    statement = statement or (known[0] if len(known) == 1 else None)
    if statement not in known:
        near = did_you_mean(statement or "", known)
        return [], [f"{folder.as_posix()}: Say in “statement” of the mapping to which statement it belongs.{near}"]
    files: dict[Path, Text] = {}
    try:
        for section, entry in entries.items():
            name = file_for(folder, loaded, section, statement, f"{section}.yml")
            there = files.get(Path(name)) or text_of(folder / name)
            text = append(there.text or f"{modeline(name)}\n", (section,), entry)
            files[Path(name)] = Text(text, there.marked)
    except (CannotEdit, UnicodeDecodeError):
        raise CannotSave(
            f"A file in {folder.as_posix()} cannot be read. Mend it first: user-engagement check"
        ) from None
    errors = new_errors(folder, files, moment)
    if not errors:
        save(folder, files, moment)
    return list(files), [str(each) for each in errors]
