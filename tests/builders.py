"""Small documents and statements with defaults, for tests that need no text from outside."""

from contextlib import closing
from pathlib import Path

from provenance.archive import connect
from provenance.archive.record import Record
from provenance.archive.store import Added, add
from provenance.attribute import find
from provenance.ingest import parse
from provenance.model import AuditReport, Document
from provenance.pipeline import audit


def document(
    text: str,
    path: str = "story.txt",
    *,
    language: str = "de",
    outlet: str | None = None,
    published: str | None = None,
) -> Document:
    """A plain text as a document of an outlet and a day."""
    (made,) = parse(text.encode(), path, format="text", language=language)
    made.outlet = outlet
    made.published = published or made.published
    return made


def report(*documents: Document) -> AuditReport:
    """The audit of some documents."""
    return audit(documents)


#: A short report for an archive.
STORM = (
    "Bei dem Sturm über Nordby wurden etwa 40 Boote beschädigt, teilte die Hafenbehörde mit. "
    "„Wir haben so hohe Wellen hier noch nie gesehen“, sagte Hafenmeisterin Ina Holm."
)


def keep(path: Path, *texts: tuple[str, str]) -> list[Added]:
    """Add (id, text) documents to an archive."""
    records = (Record(made, find(made)) for made in (document(text, name) for name, text in texts))
    with closing(connect(str(path), create=True)) as database:
        return list(add(database, records))


def shown(document: Document, *kinds: str) -> list[str]:
    """The words of a document's blocks, all or those of some kinds."""
    return [
        document.text[block.start : block.end]
        for block in document.blocks
        if not kinds or block.kind in kinds
    ]
