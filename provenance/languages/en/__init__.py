"""English: newspapers and agencies, British and American."""

from pathlib import Path

from provenance.grammar.engine import make_grammar
from provenance.grammar.table import read_table
from provenance.languages.en.clauses import may_report, person_in, read_sentence, units
from provenance.languages.en.phrases import noun_phrase
from provenance.languages.en.words import SENTENCES
from provenance.languages.folder import FolderLanguage, grammar_finder

__all__ = ["language"]

_FOLDER = Path(__file__).parent


def language() -> FolderLanguage:
    """English, ready to find statements."""
    rows = read_table(_FOLDER / "frames.toml", "en")
    grammar = make_grammar(
        "en", rows, read_sentence, noun_phrase, may_report, joins=True, units=units, person=person_in
    )
    return FolderLanguage("en", _FOLDER, SENTENCES, grammar_finder(grammar))
