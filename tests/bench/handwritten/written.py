"""A statement at hand while its pages are written: what it says, and what refers to what in it."""

from dataclasses import dataclass

from tests.bench.content import AS_AT, Content
from tests.bench.handwritten import states
from tests.bench.handwritten.sheet import Sheet, facts
from tests.bench.phrases import Fields

from user_engagement.style import day


@dataclass(frozen=True)
class Written:
    """A statement: its id, its sections and the organisation that publishes it."""

    id: str
    sections: Fields
    organisation: Fields

    @property
    def header(self) -> Fields:
        """What it says of itself."""
        return dict(self.sections["statement"])

    @property
    def title(self) -> str:
        """What it is called."""
        return str(self.header["title"])

    @property
    def page(self) -> str:
        """The path of its page."""
        return f"statements/{self.id}"

    @property
    def outcomes(self) -> list[Fields]:
        """Its outcomes, the one with the newest news first."""
        return sorted(sorted(self.sections["outcomes"], key=_id), key=states.updated, reverse=True)

    @property
    def needs(self) -> list[Fields]:
        """Its needs."""
        return list(self.sections["needs"])

    def actions(self, commitment: Fields) -> list[Fields]:
        """Return what is done about a commitment, in it and elsewhere."""
        others = [each for each in self.sections["actions"] if commitment["id"] in each["commitments"]]
        return [*commitment["actions"], *others]

    def referring(self, section: str, field: str, entry: Fields) -> list[Fields]:
        """Return the entries of a section that name this entry in a field."""
        return [each for each in self.sections[section] if entry["id"] in each.get(field, ())]

    def heard_from(self, group: Fields) -> list[Fields]:
        """Return the outcomes of feedback from a group."""
        outcomes = self.sections["outcomes"]
        return [each for each in outcomes if any(group["id"] in said["user_groups"] for said in each["feedback"])]

    def find(self, section: str, name: str) -> Fields:
        """Return an entry by its id."""
        return next(dict(each) for each in self.sections[section] if each["id"] == name)

    def link(self, sheet: Sheet, section: str, entry: Fields) -> str:
        """Return a link to where an entry of this statement is shown."""
        if section in ("outcomes", "needs"):
            return sheet.link(states.name(entry), f"{section}/{self.id}/{entry['id']}")
        holder = next((each for each in self.sections["outcomes"] if entry in each.get("actions", ())), None)
        page = f"outcomes/{self.id}/{holder['id']}" if holder else self.page
        return sheet.link(states.name(entry), page, anchor(section, entry))

    def links(self, sheet: Sheet, section: str, entries: list[Fields]) -> str:
        """Return links to entries, in a line."""
        return ", ".join(self.link(sheet, section, entry) for entry in entries)

    def found(self, sheet: Sheet, section: str, names: list[str]) -> str:
        """Return links to entries by their ids, in a line."""
        return self.links(sheet, section, [self.find(section, name) for name in names])

    def about(self, sheet: Sheet) -> None:
        """Write what is known of a page of this statement, at its end."""
        contact = self.organisation["contacts"][0]
        reviewed, due = day(self.header["reviewed"]), day(self.header["review_due"])
        mailbox = f"{contact['role']}, [{contact['email']}](mailto:{contact['email']})"
        known = ("As at", day(AS_AT)), ("Statement last reviewed", reviewed), ("Next review due", due)
        sheet.add("---", facts(*known, ("Contact", mailbox)))


def written(made: Content) -> list[Written]:
    """Return the statements in the order of their ids."""
    bodies = {body["id"]: body for body in made.organisations}
    return [
        Written(name, sections, bodies[sections["statement"]["organisation"]])
        for name, sections in sorted(made.statements.items())
    ]


def anchor(section: str, entry: Fields) -> str:
    """Return the place of an entry on the page of its statement."""
    word = section.removesuffix("s").replace("_", "-") if section != "activities" else "activity"
    return f"{word}-{entry['id']}"


def _id(entry: Fields) -> str:
    return str(entry["id"])
