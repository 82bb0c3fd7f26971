"""ninjs 1 to 3, the AP Media API's items, and articles under the names that ninjs gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from provenance.ingest.feeds.flow import Reading, read_html
from provenance.ingest.feeds.item import Item, ItemPicture, iso
from provenance.ingest.json_values import label, words

#: Keys as they are asked for here: in small letters, for ninjs 1 writes "copyrightnotice" and ninjs 3 "copyrightNotice".
_TEXT = ("body_xhtml", "body_html", "body_text", "bodyhtml", "content", "body", "text", "articlebody")
#: Names that no other format has.
_OWN = (
    "pubstatus",
    "versioncreated",
    "description_text",
    "bodies",
    "associations",
    "uri",
)


def is_item(entry: Mapping[str, Any]) -> bool:
    """Whether an object has the names of ninjs, or of one article a line."""
    entry = _folded(entry)
    if is_named(entry) or any(isinstance(entry.get(name), str) for name in _TEXT):
        return True
    return bool(entry.get("headline") or entry.get("headlines"))


def is_named(entry: Mapping[str, Any]) -> bool:
    """Whether an object has a name that only ninjs has."""
    entry = _folded(entry)
    return any(entry.get(name) for name in _OWN)


def _folded(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """An object with its keys in small letters, and what ninjs 2 and 3 keep apart in it ("rightsInfo") beside the rest."""
    found = {str(key).lower(): value for key, value in entry.items()}
    rights = found.get("rightsinfo")
    if isinstance(rights, dict):
        for key, value in rights.items():
            found.setdefault(str(key).lower(), value)
    return found


def item(entry: Mapping[str, Any]) -> Item:
    """The item of an object.

    Raises:
        Unreadable: markup in it nests too deeply.
    """
    entry = _folded(entry)

    def text(*names: str) -> str:
        return next((found for name in names if (found := words(entry.get(name)))), "")

    found = Item("ninjs", language=text("language", "lang"))
    found.id = next((key for name in ("uri", "guid", "id", "url") if (key := label(entry.get(name)))), "")
    found.headline = text("headline", "title", "name") or _by_role(entry.get("headlines"), "main", "")
    found.byline = (
        text("byline", "by", "author") or _bylines(entry) or _wrapped(entry.get("photographer"), "name")
    )
    found.place = text("located", "dateline") if "," not in text("located") else ""
    found.place = found.place or _wrapped(entry.get("datelinelocation"), "city")
    found.source = (
        text("source", "provider")
        or _info_source(entry)
        or _wrapped(entry.get("provider"), "name")
        or _agency_of(_named(entry.get("copyrightholder")))
    )
    found.credit = text("creditline", "credit", "description_creditline")
    found.copyright = text("copyrightnotice")
    found.copyright_holder = _named(entry.get("copyrightholder"))
    found.usage = text("usageterms")
    found.published = iso(text("versioncreated", "published", "date", "datepublished"))
    found.embargo = iso(text("embargoed", "embargoeduntil"))
    found.status = text("pubstatus")
    found.version = label(entry.get("version") or "")
    found.outlet = text("outlet", "publisher")
    if note := text("ednote"):
        found.notes.append(note)
    reading = _body(entry) if text("type") != "picture" else Reading()
    found.body = reading.pieces
    _pictures(found, entry)
    found.pictures += reading.pictures
    return found


def _bylines(entry: Mapping[str, Any]) -> str:
    """The names of AP's list of bylines, or of schema.org's authors."""
    for name in ("bylines", "authors", "author"):
        values = entry.get(name)
        names = [
            words(value.get("by")) or words(value.get("name"))
            for value in (values if isinstance(values, list) else [values])
            if isinstance(value, dict)
        ]
        if printed := ", ".join(filter(None, names)):
            return printed
    return ""


def _by_role(values: Any, *roles: str) -> str:
    """The value with one of the roles in a ninjs 2 or 3 list; any value for the role ""."""
    if not isinstance(values, list):
        return ""
    for role in roles:
        for value in values:
            if (
                isinstance(value, dict)
                and role in ("", value.get("role"))
                and isinstance(value.get("value"), str)
            ):
                return str(value["value"])
    return ""


def _body(entry: Mapping[str, Any]) -> Reading:
    for name in _TEXT:
        if isinstance(entry.get(name), str) and entry[name].strip():
            reading = read_html(str(entry[name]))
            if reading.pieces:
                return reading
    for name in ("main", "story"):
        if isinstance(part := entry.get(name), dict) and isinstance(part.get("nitf"), str):
            return read_html(part["nitf"])
    return read_html(_by_role(entry.get("bodies"), "html", "xhtml", "main", "text", ""))


def _info_source(entry: Mapping[str, Any]) -> str:
    sources = entry.get("infosources") or entry.get("infosource")
    if isinstance(sources, list):
        names = (words(source.get("name")) for source in sources if isinstance(source, dict))
        return next((name for name in names if name), "")
    return ""


def _agency_of(name: str) -> str:
    from provenance.ingest.agencies import lookup

    agency = lookup(name)
    return agency.name if agency else ""


def _pictures(item: Item, entry: Mapping[str, Any]) -> None:
    associations = entry.get("associations")
    candidates = (
        list(associations.values())
        if isinstance(associations, dict)
        else associations
        if isinstance(associations, list)
        else []
    )
    if entry.get("type") == "picture":
        candidates = [entry, *candidates]
    for candidate in candidates:
        if isinstance(candidate, dict) and candidate.get("type") == "picture":
            item.pictures.append(_picture(candidate))


def _named(value: Any) -> str:
    """The name of a party, which ninjs 3 writes as an object."""
    return words(value.get("name")) if isinstance(value, dict) else words(value)


def _picture(entry: Mapping[str, Any]) -> ItemPicture:
    """A picture item; in AP's API caption and photographer have fields of their own."""
    entry = _folded(entry)

    def text(*names: str) -> str:
        return next((found for name in names if (found := words(entry.get(name)))), "")

    caption = (
        text("description_text", "caption", "description_caption")
        or _wrapped(entry.get("caption"), "nitf")
        or words(_by_role(entry.get("descriptions"), "caption", "text", ""))
        or text("description_summary")
    )
    credit = (
        text("creditline")
        or _wrapped(entry.get("photographer"), "name")
        or text("photographer", "byline", "by", "description_creditline")
        or _bylines(entry)
        or text("copyrightnotice")
    )
    name = text("uri", "guid").rpartition("/")[2] or "picture"
    return _caption_and_credit(name, caption, credit)


def _wrapped(value: Any, name: str) -> str:
    """The words of a markup field inside an object."""
    inner = value.get(name) if isinstance(value, dict) else None
    return " ".join(piece.text for piece in read_html(inner).pieces) if isinstance(inner, str) else ""


def _caption_and_credit(name: str, caption: str, credit: str) -> ItemPicture:
    """A caption that names its own maker wins over the credit field, which is often only the agency."""
    from provenance.ingest.credits import split_caption

    parts = split_caption(caption)
    if parts.credit is not None:
        return ItemPicture(name, parts.caption.text if parts.caption else "", parts.credit.text)
    return ItemPicture(name, caption, credit)
