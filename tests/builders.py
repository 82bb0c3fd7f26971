"""Small documents and statements with defaults, for tests that need no text from outside."""

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
