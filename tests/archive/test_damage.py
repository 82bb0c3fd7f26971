"""Damage is seen by archive check, costs only what it hit, and archive repair saves all the rest."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from provenance.archive import connect, read_only
from provenance.archive.claims import kept_claims
from provenance.archive.export import document_lines, statement_lines
from provenance.archive.faults import faults
from provenance.archive.pages import Pages
from provenance.archive.repair import repair
from provenance.archive.search import search
from provenance.cli import main
from provenance.desk.archive_desk import ArchiveDesk
from provenance.errors import InputError
from provenance.rules.policy import read_policy
from tests.bench import flips
from tests.builders import STORM, keep
from tests.tui.driving import drive, picture, press


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "a.db"
    keep(
        path,
        ("a.txt", STORM),
        ("b.txt", STORM.replace("40", "80")),
        ("c.txt", "Der Chor von Lindau singt am Sonntag im Dom, sagte Kantorin Eva Brandt."),
        ("b.txt", STORM.replace("40", "80") + " Der Hafen von Nordby bleibt noch bis Montag zu."),
    )
    return path


DAMAGE = [
    ("UPDATE statement SET text = 'Nie gesagt, nie geschrieben.' WHERE id = 1", "not what its record says"),
    ("UPDATE statement SET number = 7 WHERE id = 1", "of the record is not kept"),
    ("DELETE FROM statement WHERE id = 1", "of the record is not kept"),
    ("INSERT INTO statement (version, number, text) VALUES (1, 9, 'Nie gesagt, nie geschrieben.')", "#s9"),
    ("UPDATE statement SET version = 3 WHERE id = 1", "not what its record says"),
    ("DELETE FROM word WHERE word = 'wellen'", "counts are wrong, such as that of 'wellen'"),
    ("INSERT INTO word VALUES ('zzz', 1)", "'zzz'"),
    ("UPDATE total SET value = 1 WHERE name = 'statements'", "statements counted"),
    ("UPDATE version SET record = x'00' WHERE id = 1", "a.txt: this record is damaged"),
    ("UPDATE version SET current = 0 WHERE id = 1", "a.txt: 0 newest versions"),
    ("UPDATE version SET current = 1", "b.txt: 2 newest versions"),
    ("UPDATE version SET current = 1 - current WHERE document = 2", "or not the last one"),
    ("UPDATE version SET number = 4 WHERE id = 1", "version 4 is not what was kept"),
    ("UPDATE version SET seal = NULL WHERE id = 1", "is not what was kept"),
    ("UPDATE version SET title = 'Titel' WHERE id = 1", "title, outlet, language or date"),
    ("UPDATE version SET outlet = 'Blatt' WHERE id = 1", "title, outlet, language or date"),
    ("UPDATE version SET language = 'en' WHERE id = 1", "title, outlet, language or date"),
    ("UPDATE version SET published = '2026' WHERE id = 1", "title, outlet, language or date"),
    ("UPDATE document SET name = 'z.txt' WHERE id = 1", "z.txt: its record is that of a.txt"),
    ("INSERT INTO document (name) VALUES ('z.txt')", "z.txt: no version is kept"),
    ("PRAGMA foreign_keys = OFF; DELETE FROM document WHERE id = 1", "belongs to nothing"),
    ("PRAGMA foreign_keys = OFF; UPDATE link SET b = 999", "an end of it is not kept"),
    ("UPDATE link SET score = 12.5", "not what was kept"),
    ("UPDATE link SET score = 1e300", "no link says that"),
    ("UPDATE link SET relation = 'origin'", "no link says that"),
    ("UPDATE link SET b = a", "within one document"),
    ("INSERT INTO link SELECT b, a, score, relation, seal FROM link", "kept both ways"),
    ("DELETE FROM link WHERE a = 3", "links counted"),
    ("DELETE FROM total", "no links counted"),
    ("INSERT INTO statement_key (statement_key) VALUES ('delete-all')", "is not found by"),
    ("INSERT INTO statement_key (rowid, keys) VALUES (99, 'geist')", "geist"),
    ("INSERT INTO version_words (version_words) VALUES ('delete-all')", "not found by their words"),
    ("UPDATE version_words_docsize SET sz = x'0102' WHERE id = 1", "another length"),
    ("UPDATE statement_key_config SET v = 3", "its settings"),
    ("DROP INDEX link_back", "link_back: not the table or index"),
    ("CREATE TABLE more (x)", "more: not the table or index"),
    ("UPDATE sqlite_sequence SET seq = 0", "the next number is wrong"),
]


@pytest.mark.parametrize(("damage", "told"), DAMAGE, ids=[damage[:50] for damage, _ in DAMAGE])
def test_check_tells_every_damage(archive: Path, damage: str, told: str) -> None:
    with closing(connect(str(archive))) as database:
        database.executescript(damage)
    with read_only(str(archive)) as reader:
        found = list(faults(reader))
    assert any(told in fault for fault in found), found


def test_a_sound_archive_has_no_faults_and_each_fault_names_the_way_out(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["archive", "check", str(archive)]) == 0
    with closing(connect(str(archive))) as database:
        database.execute("UPDATE link SET score = 1")
    assert main(["archive", "check", str(archive)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(f"provenance archive repair {archive} NEW" in line for line in lines)


def test_check_waits_for_nobody(archive: Path) -> None:
    writer = sqlite3.connect(archive, isolation_level=None)
    with closing(writer):
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE version SET published = 'morgen'")
        assert main(["archive", "check", str(archive)]) == 0


@pytest.fixture
def hurt(archive: Path) -> Path:
    """One record of three is damaged, in the middle of what is deflated."""
    with closing(connect(str(archive))) as database:
        (blob,) = database.execute("SELECT record FROM version WHERE id = 1").fetchone()
        at = len(blob) // 2
        bad = blob[:at] + bytes([blob[at] ^ 4]) + blob[at + 1 :]
        database.execute("UPDATE version SET record = ? WHERE id = 1", (bad,))
    return archive


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["archive", "export", "ARCHIVE"], ["b.txt", "c.txt"]),
        (["archive", "search", "ARCHIVE", "Wellen", "Chor"], ["b.txt", "c.txt"]),
        (["check", "DRAFT", "--archive", "ARCHIVE"], ["b.txt"]),
        (["audit", "DRAFT", "--archive", "ARCHIVE", "--format", "json"], ["b.txt"]),
        (["archive", "add", "ARCHIVE", "DRAFT"], ["added", "match"]),
    ],
    ids=lambda value: " ".join(value[:2]),
)
def test_a_damaged_record_costs_itself(
    hurt: Path, words: list[str], shown: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    draft = hurt.with_name("draft.txt")
    draft.write_text(STORM.replace("etwa 40", "20"), encoding="utf-8")
    code = main([{"ARCHIVE": str(hurt), "DRAFT": str(draft)}.get(word, word) for word in words])
    printed = capsys.readouterr()
    assert all(words in printed.out for words in shown)
    if words[1] != "add":  # which reads no record but those of its own documents
        assert code == 2
        assert "a.txt: this record is damaged" in printed.err
        assert "archive repair" in printed.err


def test_a_document_whose_kept_record_is_damaged_is_told_and_the_others_are_added(
    hurt: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(hurt.parent)
    Path("a.txt").write_text(STORM + " Neu.", encoding="utf-8")
    Path("d.txt").write_text("Der Zug hielt nicht, teilte die Bahn am Abend mit.", encoding="utf-8")
    assert main(["archive", "add", "a.db", "a.txt", "d.txt"]) == 2
    printed = capsys.readouterr()
    assert printed.out.split() == ["added", "d.txt"]
    assert printed.err.startswith("provenance: a.txt: this record is damaged")


def said(path: Path) -> list[object]:
    """All that an archive has to say."""
    with read_only(str(path)) as database:
        return [
            list(document_lines(database, versions=True)),
            list(statement_lines(database, versions=True)),
            list(kept_claims(database)),
            list(search(database, "Sturm Wellen Chor Hafen")),
            list(faults(database)),
        ]


def test_a_repaired_sound_archive_says_the_very_same(archive: Path, tmp_path: Path) -> None:
    before = archive.read_bytes()
    saved = repair(str(archive), str(tmp_path / "new.db"))
    assert (saved.documents, saved.versions, saved.told, saved.lost) == (3, 4, [], [])
    assert said(tmp_path / "new.db") == said(archive)
    assert archive.read_bytes() == before


def test_repair_says_which_version_is_lost_and_saves_the_others(
    hurt: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["archive", "repair", str(hurt), str(tmp_path / "new.db")]) == 2
    lines = capsys.readouterr().out.splitlines()
    assert lines == [
        "lost: a.txt, version 1: its record is damaged; 2 statements and their links went with it",
        f"2 documents, 3 versions and 0 links saved in {tmp_path / 'new.db'}",
    ]
    documents, *_, found = said(tmp_path / "new.db")
    assert [json.loads(line)["id"] for line in documents] == ["b.txt", "b.txt", "c.txt"]  # type: ignore[attr-defined]
    assert found == []


@pytest.mark.parametrize("table", ["document", "version", "statement", "link", "word", "statement_key_data"])
def test_a_table_whose_root_is_gone_costs_no_document(archive: Path, tmp_path: Path, table: str) -> None:
    with closing(connect(str(archive))) as database:
        (root,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (size,) = database.execute("PRAGMA page_size").fetchone()
    before = said(archive)
    with archive.open("r+b") as file:
        file.seek((root - 1) * size)
        # All but the rows themselves of a version's page, which no other page repeats.
        file.write(b"\xff" if table == "version" else b"\xff" * size)
    saved = repair(str(archive), str(tmp_path / "new.db"))
    assert not saved.lost
    assert said(tmp_path / "new.db") == before


def test_the_first_page_may_be_gone(archive: Path, tmp_path: Path) -> None:
    before = said(archive)
    with archive.open("r+b") as file:
        file.write(bytes(4096))
    repair(str(archive), str(tmp_path / "new.db"))
    assert said(tmp_path / "new.db") == before


def test_what_was_forgotten_is_not_saved_again(archive: Path, tmp_path: Path) -> None:
    with closing(connect(str(archive))) as database:
        # A prune that was killed before it gave the space back: the rows are still in the file.
        database.execute("PRAGMA secure_delete = OFF")
        keep(archive, *((f"{number}.txt", f"{STORM} Nummer {number}. " * 9) for number in range(9)))
        database.execute("DELETE FROM document WHERE name LIKE '_.txt' AND name < '9'")
    repair(str(archive), str(tmp_path / "new.db"))
    with read_only(str(tmp_path / "new.db")) as reader:
        names = [json.loads(line)["id"] for line in document_lines(reader, versions=False)]
    assert names == ["a.txt", "b.txt", "c.txt"]


def test_a_repair_never_takes_the_place_of_a_file(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "link.db").symlink_to("nowhere")
    (tmp_path / "story.txt").write_text(STORM, encoding="utf-8")
    names = sorted(path.name for path in tmp_path.iterdir())
    for new in ("a.db", "link.db", "story.txt", ".", "", ":memory:"):
        assert (
            main(["archive", "repair", str(archive), str(tmp_path / new) if new[:1].isalpha() else new]) == 2
        )
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    assert (tmp_path / "story.txt").read_text("utf-8") == STORM


def test_what_was_committed_behind_a_damaged_page_of_the_log_is_told_and_saved(
    archive: Path, tmp_path: Path
) -> None:
    with closing(connect(str(archive))):
        keep(archive, ("d.txt", "Der Zug hielt nicht, teilte die Bahn am Abend mit."))
        keep(archive, ("e.txt", "Das Boot liegt wieder im Hafen, sagte Ina Holm."))
        before = said(archive)
        for ending in ("", "-wal"):
            shutil.copyfile(f"{archive}{ending}", tmp_path / f"still.db{ending}")
    log = tmp_path / "still.db-wal"
    data = bytearray(log.read_bytes())
    data[-20_000] ^= 1
    log.write_bytes(data)
    with read_only(str(tmp_path / "still.db")) as database:
        assert any(fault.startswith("log: ") for fault in faults(database))
    saved = repair(str(tmp_path / "still.db"), str(tmp_path / "new.db"))
    assert saved.lost and "log" in saved.lost[0]
    assert said(tmp_path / "new.db")[0] == before[0]


def test_no_flipped_bit_goes_unseen(tmp_path: Path) -> None:
    judged = flips.judge(tmp_path, flips=12, seed=4, documents=4, thorough=False)
    assert judged.wrong == []
    assert judged.counts["told"] and judged.counts["harmless"]


def test_pages_give_the_rows_that_sqlite_gives(archive: Path) -> None:
    with closing(connect(str(archive))) as database:
        rows = database.execute("SELECT id, version, number, text FROM statement").fetchall()
    with closing(Pages(str(archive))) as pages:
        found = [row for number in range(1, pages.count + 1) for row in pages.rows(number)]
    assert [(row.number, *row.values[1:]) for row in found if len(row.values) == 4] == rows


def test_a_review_shows_what_is_sound_and_tells_the_rest(hurt: Path) -> None:
    desk = ArchiveDesk(str(hurt), read_policy(None))
    assert [*desk.fill()] == ["c.txt", "b.txt"]
    desk.changed()

    async def script(pilot: Pilot[Any]) -> None:
        await press(pilot, "home")
        seen = [picture(pilot)]
        for key in ("]", "[", "[", "2", "down", "3", "4", "5"):
            await press(pilot, key)
            seen.append(picture(pilot))
        assert any("a.txt: this record is damaged" in shown for shown in seen)
        assert all(any(f"{name}.txt" in shown for shown in seen) for name in "bc")

    drive(script, desk)
    desk.close()
    with pytest.raises(InputError, match=r"a\.txt: this record is damaged"):
        ArchiveDesk(str(hurt), read_policy(None)).read("a.txt")


def test_a_count_of_links_is_not_taken_from_a_text_that_says_links(tmp_path: Path) -> None:
    # "links" is a word of German, and stands among the counted words as it does among the totals; with more words
    # than one page holds, theirs is the page that is read last.
    words = [f"{start}{middle}{end}" for start in "bdfgklmnprst" for middle in ("arn", "eld", "olm", "und")
             for end in ("anker", "bucht", "dorf", "haus", "mole", "steg", "ufer", "werft")]  # fmt: skip
    texts = [
        (f"{at}.txt", f"{STORM} Das Boot lag links neben {', '.join(words[at : at + 12])}.")
        for at in range(0, len(words), 12)
    ]
    keep(tmp_path / "a.db", *texts)
    saved = repair(str(tmp_path / "a.db"), str(tmp_path / "new.db"))
    assert (saved.told, saved.lost) == ([], [])
