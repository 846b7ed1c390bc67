"""Changes to the files of authors, which keep every comment, order and layout that is not changed itself."""

from user_engagement.writing.data import plain
from user_engagement.writing.edits import append, comment, insert, put, remove
from user_engagement.writing.filing import file_for
from user_engagement.writing.saving import CannotSave, Text, content, new_errors, save, text_of, write
from user_engagement.writing.splices import CannotEdit

__all__ = [
    "CannotEdit",
    "CannotSave",
    "Text",
    "append",
    "comment",
    "content",
    "file_for",
    "insert",
    "new_errors",
    "plain",
    "put",
    "remove",
    "save",
    "text_of",
    "write",
]
