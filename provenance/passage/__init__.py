"""A block as a grammar reads it: words, sentences and pairs of quotation marks, by token number."""

from provenance.passage.marks import Quote
from provenance.passage.passage import Passage, plain, read_passages

__all__ = ["Passage", "Quote", "plain", "read_passages"]
