"""dpa digitalwires: the JSON in which dpa delivers its wires today, versions 0.9 and 1.0.

Source: dpa-infocom's public description and converter to NewsML-G2. The teaser is printed before the text, the
dateline before its first sentence; notes have roles, of which contacts and the desk's initials are nobody's reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from provenance.ingest.agencies import lookup
from provenance.ingest.datelines import read_dateline
from provenance.ingest.feeds.flow import read_html
from provenance.ingest.feeds.item import Item, ItemPicture, iso
from provenance.ingest.json_values import label, words

#: Roles of notes that say nothing on the text: who wrote it where, whom to call, that there are pictures.
_NO_NOTES = frozenset("closingline contacts dpacontacts picture genrenote".split())


def is_item(entry: Mapping[str, Any]) -> bool:
    """Whether an object is an item of digitalwires."""
    return words(entry.get("format")).startswith("digitalwires") or "article_html" in entry


def item(entry: Mapping[str, Any]) -> Item:
    """The item of an object.

    Raises:
        Unreadable: markup in it nests too deeply.
    """

    def text(*names: str) -> str:
        return next((found for name in names if (found := words(entry.get(name)))), "")

    found = Item("digitalwires", id=text("urn", "entry_id"), language=text("language"))
    found.kicker, found.headline = text("kicker"), text("headline")
    found.subtitle, found.lead = text("subhead"), text("teaser")
    found.byline, found.dateline = text("byline"), text("dateline")
    dateline = read_dateline(f"{found.dateline} ") if found.dateline else None
    found.place = dateline.places[0] if dateline and dateline.places else ""
    found.credit = text("creditline")
    agency = lookup(found.credit)
    agencies = [agency.name] if agency else dateline.agencies if dateline else []
    found.source = agencies[0] if agencies else "dpa"
    found.sender = "dpa"
    found.copyright, found.usage = text("copyrightnotice"), text("usageterms")
    found.published = iso(text("version_created", "content_created", "updated"))
    found.embargo = iso(text("embargoed"))
    found.status = f"{text('pubstatus')} {text('signal').rpartition(':')[2]}".strip()
    found.version = label(entry.get("version") or "")
    found.notes = list(_notes(entry.get("ednotes")))
    found.pictures = _pictures(
        [entry, *(inner if isinstance(inner := entry.get("associations"), list) else [])]
    )
    for name in ("article_html", "infobox_html"):
        if isinstance(markup := entry.get(name), str):
            reading = read_html(markup)
            found.body += reading.pieces
            found.pictures += reading.pictures
    return found


def _notes(notes: Any) -> list[str]:
    found = []
    for note in notes if isinstance(notes, list) else ():
        role = words(note.get("role")).rpartition(":")[2] if isinstance(note, dict) else ""
        if isinstance(note, dict) and role not in _NO_NOTES and (text := words(note.get("ednote"))):
            found.append(text)
    return found


def _pictures(associations: Any) -> list[ItemPicture]:
    found = []
    for entry in associations if isinstance(associations, list) else ():
        if isinstance(entry, dict) and words(entry.get("type")) in ("image", "picture"):
            name = words(entry.get("urn")).rpartition(":")[2] or "picture"
            credit = words(entry.get("creditline")) or words(entry.get("byline"))
            found.append(ItemPicture(name, words(entry.get("caption")), credit))
    return found
