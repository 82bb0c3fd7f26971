"""HTML pages: the main article found by lxml, its blocks typed, its pictures kept with caption and credit."""

from provenance.ingest.html.page import parse_html

__all__ = ["parse_html"]
