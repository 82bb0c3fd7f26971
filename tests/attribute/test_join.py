"""Across stories only a proper name is one source."""

import pytest

from provenance.attribute.join import is_proper
from provenance.model import Source, SourceType


@pytest.mark.parametrize(
    ("name", "kind", "language", "proper"),
    [
        ("Petra Sand", "person", "de", True), ("Sand", "person", "de", False),
        ("Polizei", "government", "de", False), ("Polizei Nordby", "government", "de", True),
        ("israelische Armee", "government", "de", True), ("örtliche Behörde", "government", "de", False),
        ("Bundestag", "government", "de", True), ("NASA", "organisation", "de", True),
        ("Insider", "anonymous", "de", False), ("Studie", "document", "de", False),
        ("police", "government", "en", False), ("Harrow Hydro", "organisation", "en", True),
        ("FBI", "government", "en", True), ("Valley Courier", "outlet", "en", True),
    ],
)  # fmt: skip
def test_what_means_the_same_in_every_story(name: str, kind: SourceType, language: str, proper: bool) -> None:
    assert is_proper(Source("d/x", name, kind), language) == proper


def test_a_speaker_of_a_named_body_is_one_and_of_a_common_one_is_not() -> None:
    named = Source("d/x", "Sprecher der Lind AG", "office", employer="Lind AG")
    common = Source("d/y", "Sprecher der Polizei", "office", employer="Polizei")
    assert is_proper(named, "de")
    assert not is_proper(common, "de")
