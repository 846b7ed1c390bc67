"""What is asked to begin an entry."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from user_engagement.model import Entry, Organisation, Statement
from user_engagement.model.entry import Trail

Answers = Mapping[str, Any]
"""What was answered, by the names of the questions."""


def always(answers: Answers) -> bool:
    """Say yes to whatever was answered."""
    return True


@dataclass(frozen=True)
class Question:
    """One thing that is asked.

    `name` is that of the answer; `into` is where the answer goes in the entry; `refers_to` is the section of the
    entries that can be named, several with commas between them if `several`. It is asked only `when` that holds of
    the answers before, and then has to be answered if `required`.
    """

    name: str
    into: Trail
    asks: str
    required: bool = False
    choices: tuple[str, ...] = ()
    refers_to: str = ""
    several: bool = False
    today: bool = False
    default: str = ""
    when: Callable[[Answers], bool] = always

    @property
    def option(self) -> str:
        """What it is called on the command line."""
        return f"--{self.name.replace('_', '-')}"


@dataclass(frozen=True)
class Kind:
    """A kind of entry that can be begun by a few questions.

    `file` is where it goes if no file of the statement has such entries yet; {id} is the entry's own. `next` are
    lines of YAML that stand below it as comments, {today} being the day; they are valid without their hashes.
    """

    name: str
    model: type[Entry]
    about: str
    file: str
    questions: tuple[Question, ...]
    next: tuple[str, ...] = ()
    own_file: bool = False

    @property
    def titled_by(self) -> Question:
        """The question of which the answer makes the id."""
        return self.questions[0]

    @property
    def in_a_statement(self) -> bool:
        """Whether such entries belong to a statement."""
        return self.model not in {Statement, Organisation}


def text(name: str, asks: str, *into: str | int, required: bool = False, when: Any = always) -> Question:
    """Ask for text; it goes into the field of the same name if not said otherwise."""
    return Question(name, into or (name,), asks, required=required, when=when)


def day(name: str, asks: str, *into: str | int, when: Any = always) -> Question:
    """Ask for a day, which is today if nothing is said."""
    return Question(name, into or (name,), asks, today=True, when=when)


def refers(name: str, asks: str, *into: str | int, section: str = "") -> Question:
    """Ask for ids of entries of a section, that of the same name if not said otherwise."""
    return Question(name, into or (name,), asks, refers_to=section or name, several=True)


WHO = "Which user groups? Leave empty for nobody in particular."
