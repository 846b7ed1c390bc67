"""What is published may be published."""

from collections.abc import Iterator
from datetime import date

from user_engagement.checks.finding import Finding
from user_engagement.messages import did_you_mean
from user_engagement.model import Catalogue, Entry, Outcome, Part, Statement
from user_engagement.model.contact import Contact
from user_engagement.model.entry import parts, references


def internal_fields_can_be_left_out(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every name in `internal_fields` that is no field here, or a field without which nothing is left."""
    for entry, trail, part in _public_parts(catalogue):
        fields = type(part).model_fields
        for position, name in enumerate(part.internal_fields):
            where = (*trail, "internal_fields", position)
            if name not in fields:
                message = f"There is no field {name} here.{did_you_mean(name, fields)}"
                yield Finding(entry, where, "unknown-field", message)
            elif fields[name].is_required():
                message = f"Nothing can be published without {name}. Write “visibility: internal” to hide all of it."
                yield Finding(entry, where, "internal-required-field", message)


def required_references_are_public(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every public part that cannot do without an entry which is internal."""
    for entry, trail, part in _public_parts(catalogue):
        for field, ref in references(part):
            target = catalogue.get(ref.section, ref)
            required = len(field) == 1 and type(part).model_fields[str(field[0])].is_required()
            if required and target is not None and _is_internal(catalogue, target):
                message = f"{ref} is internal, so this could not be published. Make it public or hide this as well."
                yield Finding(entry, (*trail, *field), "internal-reference", message)


def _is_internal(catalogue: Catalogue, entry: Entry) -> bool:
    """Say whether an entry is internal, or something that it stands inside of."""
    around = parts(catalogue.parent(entry) or entry)
    return any(each.visibility.internal and any(inner is entry for _, inner in parts(each)) for _, each in around)


def quotes_have_consent(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every verbatim quote that would be published without recorded consent."""
    for outcome in catalogue.all(Outcome):
        for number, feedback in enumerate(outcome.feedback):
            for position, quote in enumerate(feedback.quotes):
                if quote.consent != "given" and not quote.visibility.internal:
                    message = (
                        "These are a person's own words. Record their consent with “consent: given”, "
                        "say it in your own words, or write “visibility: internal”."
                    )
                    yield Finding(outcome, ("feedback", number, "quotes", position), "quote-without-consent", message)


def names_expire(catalogue: Catalogue, as_at: date) -> Iterator[Finding]:
    """Yield every named person without a day on which the name goes, and every name past that day."""
    for entry, trail, part in _public_parts(catalogue):
        if isinstance(part, Contact) and part.name:
            if part.name_expires is None:
                message = (
                    "A person's name needs “name_expires”: the day from which it is not shown. Or leave the name out."
                )
                yield Finding(entry, (*trail, "name"), "name-without-expiry", message)
            elif part.name_expires <= as_at:
                message = "This name is past its day and is not shown. Remove it or set a new day."
                yield Finding(entry, (*trail, "name"), "name-expired", message, "warning")


def _public_parts(catalogue: Catalogue) -> Iterator[tuple[Entry, tuple[str | int, ...], Part]]:
    internal = {statement.id for statement in catalogue.all(Statement) if statement.visibility.internal}
    for entry, trail, part in catalogue.parts:
        if not (entry.visibility.internal or part.visibility.internal or entry.statement_id in internal):
            yield entry, trail, part
