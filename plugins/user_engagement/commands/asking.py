"""Questions in a terminal, asked until there is an answer that can be used."""

from collections.abc import Callable, Mapping, Sequence

import click

from user_engagement.messages import did_you_mean

NOTHING = "-"
"""What is typed to leave out something that has a value otherwise."""

Fault = Callable[[str], str]
"""What is wrong with an answer, in a sentence; empty if nothing is."""


def text(question: str, fault: Fault, *, default: str = "", required: bool = False) -> str:
    """Ask for text; Enter takes the default, or leaves it out where it is not required."""
    hint = (
        f"Enter for {default}, {NOTHING} to leave it out"
        if default and not required
        else default and f"Enter for {default}"
    )
    while True:
        answer = _answer(question, hint, default)
        if answer == NOTHING and not required:
            return ""
        wrong = "Please answer this one." if required and not answer else answer and fault(answer)
        if not wrong:
            return answer
        click.echo(f"  {wrong}")


def one_of(
    question: str, choices: Mapping[str, str], *, default: str = "", required: bool = False, new: bool = False
) -> str:
    """Ask for one of the choices, by number or word; with `new`, for any other text too."""
    found = _choose(question, choices, default, several=False, required=required, new=new)
    return found[0] if found else ""


def some_of(question: str, choices: Mapping[str, str]) -> list[str]:
    """Ask for any of the choices, by numbers or words with commas between them."""
    return _choose(question, choices, "", several=True, required=False, new=False)


def _choose(  # noqa: PLR0913 - what a question is made of
    question: str, choices: Mapping[str, str], default: str, *, several: bool, required: bool, new: bool
) -> list[str]:
    shown = [f"\n  {number}  {_line(word, name)}" for number, (word, name) in enumerate(choices.items(), start=1)]
    hint = "numbers with commas between them" if several else "number"
    hint += f"; Enter for {default}" * bool(default)
    while True:
        answer = _answer(question, hint if choices else "", default, "".join(shown))
        written = [each.strip() for each in answer.split(",")] if several else [answer]
        found = [_meant(each, list(choices)) for each in written if each]
        unknown = [] if new else [each for each in found if each not in choices]
        if not unknown and (found or not required):
            return found
        click.echo(f"  {_unknown(unknown[0], choices)}" if unknown else "  Please answer this one.")


def _line(word: str, name: str) -> str:
    return f"{word}: {name}" if name else word


def _meant(written: str, choices: Sequence[str]) -> str:
    return choices[int(written) - 1] if written.isdecimal() and 0 < int(written) <= len(choices) else written


def _unknown(written: str, choices: Mapping[str, str]) -> str:
    return f"{written} is not one of these.{did_you_mean(written, choices)}"


def _answer(question: str, hint: str, default: str, shown: str = "") -> str:
    click.echo(f"\n{question}" + f" ({hint})" * bool(hint) + shown)
    return str(click.prompt("", default=default, show_default=False, prompt_suffix="> ")).strip()
