"""What editors are told of the files that authors write."""

from pathlib import PurePosixPath

from user_engagement.editors.schema import Ids, schemas, shared_schema, statement_schema

__all__ = ["FOLDER", "Ids", "modeline", "schemas", "shared_schema", "statement_schema"]

FOLDER = PurePosixPath(".vscode/user-engagement")
"""Where schemas for editors are, beside the folder of statements."""


def modeline(file: PurePosixPath) -> str:
    """Return the first line of a file below the folder of statements, which leads editors to its schema.

    It is a comment that the YAML language server reads, and with it most editors.
    """
    schema = "statement" if len(file.parts) > 1 else "shared"
    return f"# yaml-language-server: $schema={'../' * len(file.parts)}{FOLDER}/{schema}.json"
