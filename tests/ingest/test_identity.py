"""Ids: no file takes the place of another source's document, in a report or in an archive."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import InputError
from provenance.ingest import read
from provenance.ingest.identity import LONGEST_ID, Names, item_id, path_id
from provenance.model import Document


@pytest.mark.parametrize(
    ("claimed", "maker", "given"),
    [
        ("n1", "dpa", "dpa:n1"),
        ("n1", "Deutsche Presse-Agentur", "dpa:n1"),
        ("n1", "Nordbyer Tagblatt", "nordbyer-tagblatt:n1"),
        ("urn:newsml:dpa.com:2026:1", "dpa", "urn:newsml:dpa.com:2026:1"),
        ("urn:newsml:dpa.com:2026:1", "AFP", "afp:urn:newsml:dpa.com:2026:1"),
        ("tag:reuters.com,0000:x", "Reuters", "tag:reuters.com,0000:x"),
        ("https://www.nordblatt.example/a", "nordblatt.example", "https://www.nordblatt.example/a"),
        ("https://www.nordblatt.example/a", "Nordblatt", "https://www.nordblatt.example/a"),
        ("https://nordblatt.example/a", "boese.example", "boese.example:https://nordblatt.example/a"),
        ("https://nordblatt.example@boese.example/a", "nordblatt.example", "nordblatt.example:https://nordblatt.example@boese.example/a"),
        ("mid:m1@hafen.example", "hafen.example", "mid:m1@hafen.example"),
    ],
)  # fmt: skip
def test_an_id_is_bare_where_it_names_its_maker_and_led_by_the_maker_elsewhere(
    claimed: str, maker: str, given: str
) -> None:
    assert item_id("feed.xml", 1, claimed, maker) == given


def test_an_item_that_names_nobody_speaks_for_its_own_file() -> None:
    assert item_id("a.json", 1, "n1", "") == "a.json~n1"
    assert item_id("a.json", 1, "", "") == "a.json"
    assert item_id("a.json", 2, "", "dpa") == "a.json~2"


@pytest.mark.parametrize(
    "claimed", ["", " \n", "\u200b\u202e", "\0", "x" * (LONGEST_ID + 1), "x" * 1_000_000]
)
def test_what_cannot_be_read_as_an_id_is_none(claimed: str) -> None:
    assert item_id("a.json", 1, claimed, "dpa") == "a.json"


def test_ids_that_look_alike_are_one_id() -> None:
    assert (
        item_id("f", 1, "Kra\u0308ne\u200b 1\n", "dpa") == item_id("f", 1, "Kräne 1", "dpa") == "dpa:Kräne 1"
    )


PARTS = st.text(st.sampled_from("ab1.:/~@#%27E4053sc "), max_size=8)


@given(PARTS, PARTS, PARTS)
def test_an_item_never_has_the_id_of_a_file_or_of_another_maker_s_item(
    path: str, claimed: str, maker: str
) -> None:
    made = item_id("feed.xml", 1, claimed, maker)
    assert made != path_id(path) or path == made == "feed.xml"
    assert made != item_id("feed.xml", 1, claimed, f"x{maker}") or made == "feed.xml"


@given(PARTS, PARTS)
def test_two_paths_have_two_ids(one: str, other: str) -> None:
    assert path_id(one) != path_id(other) or one.removeprefix("./") == other.removeprefix("./")


@given(PARTS.filter(bool), st.sampled_from(["~2", "@1", "#s3", "#c12"]))
def test_no_id_ends_like_a_suffix_of_ours(name: str, suffix: str) -> None:
    assert not path_id(name + suffix).endswith(suffix)
    assert not item_id("f", 1, name + suffix, "dpa").endswith(suffix)


def test_a_run_gives_each_id_once() -> None:
    names = Names()
    assert [names.take(name) for name in ("a", "a", "a~2", "a", "b")] == ["a", "a~2", "a~2~2", "a~3", "b"]


def ninjs(uri: str, source: str, text: str) -> str:
    return json.dumps({"uri": uri, "source": source, "headline": text, "body_text": f"{text}. Es ist still."})


def documents(*paths: Path) -> list[Document]:
    items = list(read([str(path) for path in paths]))
    assert not [item for item in items if isinstance(item, InputError)]
    return [item for item in items if isinstance(item, Document)]


def test_a_feed_cannot_take_the_place_of_a_file_or_of_another_source(tmp_path: Path) -> None:
    story, ours, theirs = tmp_path / "story.txt", tmp_path / "ours.json", tmp_path / "theirs.json"
    story.write_text("Der Hafen ruht seit dem Morgen.", encoding="utf-8")
    ours.write_text(ninjs("urn:x:1", "dpa", "Der Hafen ruht"), encoding="utf-8")
    theirs.write_text(
        "\n".join(ninjs(uri, "Tagblatt", "Der Hafen arbeitet") for uri in ("urn:x:1", str(story), f"{ours}~1", "urn:x:1")),
        encoding="utf-8",
    )  # fmt: skip
    ids = {document.path: [] for document in documents(story)} | {str(ours): [], str(theirs): []}
    for document in documents(story, ours, theirs):
        ids[document.path].append(document.id)
    assert ids[str(story)] == [str(story)] and ids[str(ours)] == ["dpa:urn:x:1"]
    assert all(name.startswith("tagblatt:") for name in ids[str(theirs)])
    assert len({name for names in ids.values() for name in names}) == 6
    alone = {document.id for document in documents(theirs)}
    assert alone == set(ids[str(theirs)])  # the same ids whatever is read with it


def test_the_same_item_is_the_same_document_in_another_file(tmp_path: Path) -> None:
    for day, text in (("1", "Der Hafen ruht"), ("2", "Der Hafen ruht weiter")):
        (tmp_path / f"{day}.json").write_text(ninjs("n1", "dpa", text), encoding="utf-8")
    (first,), (second,) = documents(tmp_path / "1.json"), documents(tmp_path / "2.json")
    assert first.id == second.id == "dpa:n1"
