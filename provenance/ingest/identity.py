"""The one place that names documents: who may speak for an id.

An id that a feed gives its item is a claim like any other. What it rests on is who makes it, so that no file can take
the place of another source's document in a report or in an archive. An id is made from the document alone: the same
item from the same maker has the same id in every file and every run, and another maker's never has. Three kinds of
ids, told apart by their form:

1.  A text or a page is named by its path as given. A path that looks like the third kind gets "./" in front, "~" in
    it and what looks like one of our own suffixes (`@1`, `#s3`, `#c1`) is percent-encoded.
2.  An item that names nobody as its maker speaks for its own file only: `«path»~«claimed id»`; without an id it is
    its place in the file, `«path»` for the first and `«path»~2` for the second.
3.  An item of a maker is `«maker»:«claimed id»`, "dpa:n1". It keeps its id bare where that names the same maker:
    an address on the maker's host, `tag:reuters.com,…`, `urn:newsml:dpa.com:…`, the `mid:` of a mail.

Two items of one maker with one id in one run are told apart by `~2` (`Names`). A file that names a false maker and
an id of that maker all through speaks as that maker: nothing in a feed is signed. It becomes a new version, and the
old one is kept.
"""

from __future__ import annotations

import re
import unicodedata

from provenance.ingest.agencies import lookup

#: Longer words are no id and no name of a maker, in code points.
LONGEST_ID, LONGEST_MAKER = 300, 80
_MADE = re.compile(r"\w[\w+.-]*:")
_TILDE = re.compile(r"~|%(?=(?:25)*7E)")
_SUFFIX = re.compile(r"[~@#](?=[sc]?[0-9]+\Z)|%(?=(?:25)*(?:7E|40|23)[sc]?[0-9]+\Z)")
_CODES = {"~": "%7E", "@": "%40", "#": "%23", "%": "%25"}
_AUTHORITY = re.compile(
    r"(?:https?://(?:[^/?#@]*@)?(?P<host>[^/?#:@]+)(?=[/?#:]|\Z)|tag:(?P<tag>[^,:/]+),|urn:newsml:(?P<provider>[^:]+):"
    r"|mid:[^@]*@(?P<mail>[^@]+)\Z)",
    re.I,
)


def path_id(path: str) -> str:
    """The id of a document that is named by its file."""
    name = _TILDE.sub(lambda match: _CODES[match[0]], path)
    return _set_apart(f"./{name}" if _MADE.match(name) else name)


def item_id(path: str, number: int, claimed: str, maker: str) -> str:
    """The id of a feed's item: `number` counts from 1, `claimed` is what it calls itself, `maker` who sends it."""
    claimed = _shown(claimed)
    if not claimed or len(claimed) > LONGEST_ID:
        return path_id(path) if number == 1 else f"{path_id(path)}~{number}"
    if not (name := _maker(maker)):
        return f"{path_id(path)}~{_set_apart(claimed)}"
    authority = _AUTHORITY.match(claimed)
    own = authority is not None and _is_of(authority[authority.lastgroup or 0], maker)
    return _set_apart(claimed if own else f"{name}:{claimed}")


class Names:
    """The ids of one run, each given once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def take(self, name: str) -> str:
        """`name`, or the first of `name~2`, `name~3`, … that nobody has."""
        given, number = name, self._last.get(name, 1)
        while given in self._taken:
            number += 1
            given = f"{name}~{number}"
        self._last[name] = number
        self._taken.add(given)
        return given


def _shown(claimed: str) -> str:
    """A claimed id as one reads it: composed, without what is not seen, blanks folded."""
    if not claimed.isascii():
        claimed = unicodedata.normalize("NFC", claimed)
    folded = " ".join(claimed.split())
    return folded if folded.isprintable() else "".join(filter(str.isprintable, folded)).strip()


def _set_apart(name: str) -> str:
    """`name` without an ending that looks like a suffix of ours: "other~2" is "other%7E2"."""
    return _SUFFIX.sub(lambda match: _CODES[match[0]], name)


def _maker(name: str) -> str:
    """A maker's name as it begins an id; an agency by its usual short form."""
    agency = lookup(name[:LONGEST_MAKER])
    folded = unicodedata.normalize("NFKC", agency.name if agency else name[:LONGEST_MAKER]).casefold()
    return re.sub(r"[^\w.]+", "-", folded).strip("-.")


def _is_of(authority: str, maker: str) -> bool:
    """Whether a host or a provider in an id is the maker: by its address, its name, or as the same agency."""
    host = authority.rpartition("@")[2].lower().removeprefix("www.")
    name = maker.strip().lower().removeprefix("www.")
    if "." in name and " " not in name:
        return host == name or host.endswith(f".{name}")
    labels = host.split(".")
    # The name that was registered: before ".de", ".example", ".co.uk".
    own = (
        labels[-3]
        if len(labels) > 2 and len(labels[-2]) <= 3
        else labels[-2]
        if len(labels) > 1
        else labels[0]
    )
    agency = lookup(own)
    return _letters(own) == _letters(name) or (agency is not None and agency == lookup(maker))


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
