"""The route of each statement from its origin to the document it stands in, and what routes have in common."""

from provenance.trace.certainty import certainty, in_words
from provenance.trace.chains import trace
from provenance.trace.roots import circles, root_of

__all__ = ["certainty", "circles", "in_words", "root_of", "trace"]
