"""HTML pages: the main article found by lxml, its blocks typed, its pictures kept with caption and credit."""

from provenance.ingest.html.blocks import article_body
from provenance.ingest.html.page import parse_html

__all__ = ["article_body", "parse_html"]
