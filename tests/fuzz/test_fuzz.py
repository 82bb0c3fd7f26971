"""Mutants of documents, statements, policies, reports and archives: nothing but the program's own errors, in time."""

from tests.fuzz.run import fuzz


def test_three_thousand_mutants_bring_no_exception_no_hang_and_no_broken_report() -> None:
    found = fuzz(inputs=3_000, seconds=300, seed=20260903, jobs=2)
    assert found.inputs == 3_000
    assert not found.faults, "\n".join(
        f"{times} × {fault}: {found.examples[fault][2][:300]!r}"
        for fault, times in found.faults.most_common()
    )
