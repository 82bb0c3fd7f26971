"""The two desks over the same documents, for tests that hold for both."""

from pathlib import Path
from typing import Protocol

from provenance.desk.archive_desk import ArchiveDesk
from provenance.desk.report_desk import ReportDesk
from tests.builders import document, keep, report


class Make(Protocol):
    """Opens a desk over (id, text) documents, whose decisions go into an archive of a folder."""

    def __call__(
        self, folder: Path, *texts: tuple[str, str], reviewer: str = "AK"
    ) -> ReportDesk | ArchiveDesk: ...


def report_desk(folder: Path, *texts: tuple[str, str], reviewer: str = "AK") -> ReportDesk:
    """A desk over a report of the documents."""
    made = report(*(document(text, name) for name, text in texts))
    return ReportDesk(made, "report", archive=str(folder / "review.db"), reviewer=reviewer)


def archive_desk(folder: Path, *texts: tuple[str, str], reviewer: str = "AK") -> ArchiveDesk:
    """A desk over an archive of the documents, all of them judged."""
    keep(folder / "archive.db", *texts)
    desk = ArchiveDesk(str(folder / "archive.db"), reviewer=reviewer)
    assert set(desk.fill()) <= {name for name, _ in texts}
    desk.changed()
    assert not desk.left()
    return desk


BOTH = (report_desk, archive_desk)
