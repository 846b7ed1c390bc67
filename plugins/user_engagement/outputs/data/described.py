"""What can be downloaded, as search engines and data portals read it: schema.org and DCAT side by side, as JSON-LD."""

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import shorten
from typing import Any, NamedTuple

from markupsafe import Markup

from user_engagement import prose, queries
from user_engagement.model import Activity, Organisation, Statement
from user_engagement.outputs.addresses import Target, survey, target
from user_engagement.outputs.atom import Afar
from user_engagement.outputs.publication import Publication
from user_engagement.style import day
from user_engagement.words.files import english

CONTEXT = {
    "@vocab": "https://schema.org/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""What the words mean. It stands in the page, so that no program has to fetch it."""

KEYWORDS = ("user engagement", "official statistics", "feedback", "Code of Practice for Statistics")

LONGEST = 5000
"""How many characters a description may have for Google."""

_DATASET = ["Dataset", "dcat:Dataset"]
_CATALOGUE = "User engagement: data"
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_ENGLISH = "http://id.loc.gov/vocabulary/iso639-1/en"
_ADDRESS = re.compile(r"https?://[^\s<>\"“”]*[\w/]")
_IN_SCRIPT = {ord(each): f"\\u{ord(each):04x}" for each in "<>&\u2028\u2029"}

Node = dict[str, Any]


class File(NamedTuple):
    """A file that can be downloaded: what it is called, its path, its media type."""

    title: str
    path: str
    media_type: str


def everything(publication: Publication, title: str, tables: int, files: Iterable[File]) -> Markup:
    """Return the description of all data together, for the page that offers them."""
    here, catalogue = _at(publication, "data"), publication.catalogue
    own = [each for each in catalogue.all(Statement) if not queries.illustration(catalogue, each)]
    bodies = [_body(here, key) for key in dict.fromkeys(each.organisation for each in own)]
    number, today = english().count(tables, "table"), day(publication.as_at, english())
    told = (
        "User engagement statements: users of statistics and their needs, what they said, what was decided and done "
        f"about it, and how to take part. {number}, as at {today}."
    )
    dataset = {
        **_node(here, _DATASET, Target("data", "tables"), title, told),
        **_known(publication, bodies, publication.changes.of(())),
        **_files(here, files),
        "includedInDataCatalog": {"@id": here.to("data")},
    }
    portal = {
        **_node(here, ["DataCatalog", "dcat:Catalog"], Target("data"), _CATALOGUE, told),
        **_publishers(_ids(bodies)),
        "dataset": {"@id": dataset["@id"]},
        "dcat:dataset": {"@id": dataset["@id"]},
    }
    return _script([portal, dataset])


def results(publication: Publication, activity: Activity) -> Markup:
    """Return the description of the results of an activity's survey, for its page; nothing for an illustration."""
    catalogue = publication.catalogue
    if not (activity.survey and activity.survey.questions) or queries.illustration(catalogue, activity):
        return Markup()
    page, statement = target(catalogue, activity), catalogue.statement_of(activity)
    here = _at(publication, page.page)
    questions = english().count(len(activity.survey.questions), "question")
    told = f"Answers to {questions} of the survey “{activity.title}” of users."
    told += f" It belongs to the statement “{statement.title}”. {prose.plain(activity.summary or '')}"
    dataset = {
        **_node(here, _DATASET, page, f"Survey results: {activity.title}", told),
        **_known(publication, [_body(here, statement.organisation)], publication.changes.of([activity])),
        **_files(here, [File("Answers (CSV)", survey(activity), "text/csv")]),
        "includedInDataCatalog": {"@type": "DataCatalog", "@id": here.to("data"), "name": _CATALOGUE},
    }
    return _script([dataset])


def _at(publication: Publication, page: str) -> Afar:
    return Afar(publication, page, "", (), None)


def _node(here: Afar, kinds: list[str], where: Target, name: str, words: str) -> Node:
    words = shorten(words, width=LONGEST, placeholder=" …")
    return {
        "@type": kinds,
        "@id": here.to(*where),
        "url": here.to(where.page),
        **_both(name, "name", "dcterms:title"),
        **_both(words, "description", "dcterms:description"),
    }


def _known(publication: Publication, bodies: Sequence[Node], changed: date | None) -> Node:
    """Return what is known of data besides their files."""
    return {
        "inLanguage": "en-GB",
        "dcterms:language": {"@id": _ENGLISH},
        "isAccessibleForFree": True,
        **_both(list(KEYWORDS), "keywords", "dcat:keyword"),
        **_licence(publication.licence),
        **({"dateModified": f"{changed}", "dcterms:modified": _day(changed)} if changed else {}),
        **({"creator": list(bodies), "dcterms:creator": _ids(bodies)} if bodies else {}),
        **_publishers(_ids(bodies)),
    }


def _publishers(bodies: Sequence[Node]) -> Node:
    return _both(bodies, "publisher", "dcterms:publisher") if bodies else {}


def _licence(sentence: str) -> Node:
    """Return a licence as an address if one stands in the sentence, else as the sentence."""
    if found := _ADDRESS.search(sentence):
        return {"license": found[0], "dcterms:license": {"@id": found[0]}}
    if not sentence:
        return {}
    rights = {"@type": "dcterms:RightsStatement", "rdfs:label": sentence}
    return {"license": {"@type": "CreativeWork", "name": sentence}, "dcterms:rights": rights}


def _body(here: Afar, key: str) -> Node:
    found = here.catalogue.get(Organisation.section, key)
    assert isinstance(found, Organisation)  # noqa: S101 - the gate leaves no statement without its organisation
    website = here.href(found.website) if found.website else here.link(found)
    return {
        "@type": ["Organization", "foaf:Agent"],
        "@id": here.link(found),
        "url": website,
        **_both(found.name, "name", "foaf:name"),
    }


def _files(here: Afar, files: Iterable[File]) -> Node:
    told = [_file(here, each) for each in files]
    return {"distribution": told, "dcat:distribution": _ids(told)}


def _file(here: Afar, file: File) -> Node:
    address = here.href(file.path)
    return {
        "@type": ["DataDownload", "dcat:Distribution"],
        "@id": address,
        **_both(file.title, "name", "dcterms:title"),
        "encodingFormat": file.media_type,
        "dcat:mediaType": {"@id": _MEDIA_TYPES + file.media_type},
        "contentUrl": address,
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
    }


def _both(value: Any, *names: str) -> Node:
    return dict.fromkeys(names, value)


def _ids(nodes: Iterable[Node]) -> list[Node]:
    return [{"@id": each["@id"]} for each in nodes]


def _day(changed: date) -> Node:
    return {"@type": "xsd:date", "@value": f"{changed}"}


def _script(nodes: Sequence[Node]) -> Markup:
    """Return JSON in which nothing can end the script that it stands in."""
    text = json.dumps({"@context": CONTEXT, "@graph": nodes}, ensure_ascii=False).translate(_IN_SCRIPT)
    return Markup(f'<script type="application/ld+json">{text}</script>')  # noqa: S704 - without < and >
