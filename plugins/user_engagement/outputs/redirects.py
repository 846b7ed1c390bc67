"""Old addresses lead to new ones."""

from collections.abc import Iterator

from user_engagement.model import Catalogue, Entry, Statement
from user_engagement.outputs.addresses import target
from user_engagement.outputs.output import Asset
from user_engagement.outputs.publication import Here, Publication


def outputs(publication: Publication) -> Iterator[Asset]:
    """Yield a file at each address that an entry with a page had before, which leads to where it is now."""
    template = publication.templates.get_template("pages/redirect.html")
    for entry in publication.told([entry for entry, _ in publication.catalogue.everything]):
        for page in earlier(publication.catalogue, entry):
            path = f"{publication.folder}{page}"
            here = Here(publication, path, "", (), None)
            yield Asset(f"{path}/index.html", template.render(here=here, entry=entry).encode())


def earlier(catalogue: Catalogue, entry: Entry) -> list[str]:
    """Return the pages that an entry had by its former ids, and those of its statement."""
    now = target(catalogue, entry)
    *way, own = now.page.split("/")
    if now.anchor or not way:
        return []
    owns = [own, *entry.former_ids]
    statement = None if isinstance(entry, Statement) else catalogue.get("statements", entry.statement_id)
    if statement is None or way[-1] != statement.id:
        return [f"{'/'.join(way)}/{each}" for each in owns[1:]]
    ways = [f"{'/'.join(way[:-1])}/{each}" for each in (statement.id, *statement.former_ids)]
    return [f"{each}/{id_}" for each in ways for id_ in owns][1:]
