"""What ships with the package: the framework, the Code, ways of engaging and WCAG. Data files, read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from user_engagement.model.criterion import Criterion
from user_engagement.model.entry import Entry
from user_engagement.model.framework import Code, Framework, KnownMethod, MappingRow, SuccessCriterion

EDITIONS = ("2.1", "3.0")
"""Editions of the Code of Practice for Statistics that are known here, oldest first."""


def entries() -> tuple[Entry, ...]:
    """Return what authors can refer to by id: the OSR framework with its practices, and the ways of engaging."""
    return (osr_framework(), *methods())


@cache
def osr_framework() -> Framework:
    """Return the regulator's framework for user engagement: six practice areas, 22 practices."""
    return Framework.model_validate(_read("osr-framework.yml"))


@cache
def code(edition: str) -> Code:
    """Return one edition of the Code of Practice for Statistics, as far as it is known here."""
    return Code.model_validate(_read(f"code-{edition}.yml"))


@cache
def code_mapping() -> tuple[MappingRow, ...]:
    """Return how practices of edition 2.1 relate to edition 3.0; partial, each row says whether it was verified."""
    return tuple(MappingRow.model_validate(row) for row in _read("code-mapping.yml"))


@cache
def methods() -> tuple[KnownMethod, ...]:
    """Return the ways of engaging that are known without being declared."""
    return tuple(KnownMethod.model_validate(each) for each in _read("methods.yml"))


@cache
def success_criteria(version: str) -> dict[Criterion, SuccessCriterion]:
    """Return the success criteria of a version of WCAG at levels A and AA, by number."""
    known = (SuccessCriterion.model_validate(each) for each in _read("wcag.yml")["criteria"])
    return {Criterion(each.number): each for each in known if each.since <= version <= each.until}


def _read(name: str) -> Any:
    return yaml.safe_load(files(__name__).joinpath(name).read_text(encoding="utf-8"))
