"""German: the newspapers of Germany, Austria and Switzerland."""

from pathlib import Path

from provenance.grammar.engine import make_grammar
from provenance.grammar.table import read_table
from provenance.languages.de.clauses import may_report, person_in, read_sentence
from provenance.languages.de.phrases import noun_phrase
from provenance.languages.de.words import OPTATIVE, SENTENCES
from provenance.languages.folder import FolderLanguage, grammar_finder
from provenance.languages.lexicon import read_lexicon

__all__ = ["language"]

_FOLDER = Path(__file__).parent


def language() -> FolderLanguage:
    """German, ready to find statements."""
    rows = read_table(_FOLDER / "frames.toml", "de")
    lexicon = read_lexicon("de")
    speakers = lexicon.offices | lexicon.organisations | lexicon.government | lexicon.documents
    speakers |= lexicon.outlets | lexicon.crowds | lexicon.anonymous | lexicon.persons
    grammar = make_grammar(
        "de",
        rows,
        read_sentence,
        noun_phrase,
        may_report,
        speakers,
        lambda text: bool(OPTATIVE.search(text)),
        person=person_in,
    )
    return FolderLanguage("de", _FOLDER, SENTENCES, grammar_finder(grammar))
