"""Named rules over an audited run: what a desk should look at, where, why, and what to do."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TypeVar, cast

from provenance.errors import UsageError
from provenance.languages import primary
from provenance.model import Claim, Conflict, Copy, Document, Finding, Loss, Severity, Source, Statement
from provenance.rules.context import DIVIDER, Circle, Context, Hit, Rule
from provenance.rules.measured import MEASURED
from provenance.rules.policy import OFF, Policy
from provenance.rules.wording import told
from provenance.spans import line_starts, place
from provenance.trace import circles
from provenance.words import words

__all__ = [
    "DIVIDER",
    "RULES",
    "Context",
    "Hit",
    "Policy",
    "Rule",
    "explain",
    "judge",
    "list_rules",
    "rule",
    "sections",
]

T = TypeVar("T")

#: Every rule by its name, which is also its module's; the order is that of `provenance rules`.
RULES = (
    "accused-not-heard",
    "agentless-sourcing",
    "anonymous-no-reason",
    "anonymous-opinion",
    "anonymous-sole-source",
    "anonymous-source-bare",
    "archive-image-undated",
    "bound-dropped",
    "circular-sourcing",
    "conflicting-figures",
    "contradicted-claim",
    "credit-field-mismatch",
    "credit-without-person",
    "date-underspecified",
    "doubtful-text",
    "ednote-leak",
    "evidential-soll-unsourced",
    "generic-byline",
    "handout-from-party",
    "headline-quote-drift",
    "hedge-dropped",
    "hedge-lost",
    "konjunktiv-carry-over",
    "metonymic-source",
    "missing-photo-credit",
    "number-without-source",
    "plural-source-single",
    "quote-without-speaker",
    "scare-quote-fragment",
    "second-hand-quote",
    "self-contradiction",
    "single-source",
    "social-post-unverified",
    "sources-declared-unclear",
    "suspect-as-culprit",
    "unattributed-claim",
    "unclear-dropped",
    "unclosed-quote",
    "uncredited-copy",
    "uncredited-wire",
    "unidentified-study",
    "uninformative-credit",
    "unlabelled-release",
    "unnamed-expert-role",
    "vague-outlet",
)


@cache
def rule(name: str) -> Rule:
    """The rule of that name.

    Raises:
        UsageError: there is none.
    """
    if name not in RULES:
        raise UsageError(f"no rule {name!r}; provenance rules lists them")
    module: ModuleType = import_module(f"provenance.rules.{name.replace('-', '_')}")
    return cast(Rule, module)


def judge(
    documents: Sequence[Document],
    sources: Sequence[Source],
    claims: Sequence[Claim],
    policy: Policy | None = None,
    *,
    background: Sequence[Document] = (),
    copies: Sequence[Copy] = (),
) -> list[Finding]:
    """What the rules of a policy find, in order of document, place and rule.

    Documents of the background are compared with and not judged.
    """
    policy = policy or Policy()
    chosen = [rule(name) for name in RULES if policy.wants(name)]
    by_id = {source.id: source for source in sources}
    homes = {document.id: document for document in (*documents, *background)}
    statements = {statement.id: statement for document in homes.values() for statement in document.statements}
    conflicts, losses = _by_document(statements, claims)
    copied = _grouped((copy.document, copy) for copy in copies)
    rings = _grouped(
        (home, circle)
        for ring in circles(list(homes.values()), claims)
        for circle in [Circle.of([homes[home] for home in ring])]
        for home in ring
    )
    findings: list[Finding] = []
    for document in documents:
        name = document.id
        context = Context(
            document, by_id, homes, statements,
            conflicts.get(name, ()), losses.get(name, ()), copied.get(name, ()), rings.get(name, ()),
        )  # fmt: skip
        found = [_finding(document, one, hit, policy) for one in chosen for hit in one.check(context)]
        _locate(document, found)
        found.sort(key=lambda finding: (finding.start, finding.end, finding.rule))
        findings.extend(found)
    return findings


def _by_document(
    statements: Mapping[str, Statement], claims: Sequence[Claim]
) -> tuple[dict[str, list[Conflict]], dict[str, list[Loss]]]:
    """The conflicts and losses of each document, so that no rule looks through those of all."""
    conflicts = _grouped(
        (home, conflict)
        for claim in claims
        for conflict in claim.conflicts
        for home in dict.fromkeys(statements[side].document for side in (conflict.a, conflict.b))
    )
    losses = _grouped(
        (statements[loss.statement].document, loss) for claim in claims for loss in claim.losses
    )
    return conflicts, losses


def _grouped(rows: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for name, row in rows:
        groups.setdefault(name, []).append(row)
    return groups


def _finding(document: Document, one: Rule, hit: Hit, policy: Policy) -> Finding:
    doubtful = one.NAME in words(primary(document.language), "desk", "doubtful_rules")
    own = Severity.NOTE if doubtful else hit.severity or one.SEVERITY
    severity = policy.severity.get(one.NAME) or own
    message, edit = told(policy.lang or document.language, one.NAME, hit, document.text)
    return Finding(
        one.NAME,
        one.TITLE,
        Severity(severity),
        document.id,
        hit.statement,
        hit.start,
        hit.end,
        0,
        0,
        message,
        _section(one.NAME, "Fix"),
        edit,
    )


def _locate(document: Document, findings: list[Finding]) -> None:
    """Lines and columns: exact in plain text, the block's line in markup."""
    if not findings:
        return
    exact = document.format == "text"
    starts = line_starts(document.text) if exact else [block.start for block in document.blocks]
    for finding in findings:
        if exact:
            finding.line, finding.column = place(starts, finding.start)
        else:
            at = bisect_right(starts, finding.start)
            finding.line, finding.column = document.blocks[at - 1].line if at else 1, 1


@cache
def _section(name: str, title: str) -> str:
    """A section of a rule's docstring on one line: "Why", "Fix", "Source"; read once and not for each finding."""
    lines = iter((rule(name).__doc__ or "").splitlines())
    found: list[str] = []
    for line in lines:
        if line.startswith(f"{title}: "):
            found.append(line.removeprefix(f"{title}: "))
        elif found and line[:1].isupper() and ": " in line[:12]:
            break
        elif found and line:
            found.append(line)
    return " ".join(found)


def sections(name: str) -> dict[str, str]:
    """What a rule's page says: "Why", "Fix" and "Source", each on one line."""
    return {title: _section(name, title) for title in ("Why", "Fix", "Source")}


def list_rules() -> Iterator[str]:
    """One line a rule: name, severity, title."""
    for name in RULES:
        one = rule(name)
        level = "off" if name in OFF else one.SEVERITY
        yield f"{name:<26} {level:<8} {one.TITLE}"


def explain(name: str) -> str:
    """A rule's documentation with its examples, as `provenance rules NAME` prints it.

    Raises:
        UsageError: there is no such rule.
    """
    one = rule(name)
    off = (
        " (off by default: choose it with --select, or give it a severity in the policy)"
        if name in OFF
        else ""
    )
    lines = [(one.__doc__ or "").strip(), "", f"Severity: {one.SEVERITY}{off}"]
    if name in MEASURED:
        right, of, articles = MEASURED[name]
        lines.append(
            f"Measured: {right} of {of} lines right, on {articles} articles and pages read by an editor"
        )
    for title, examples in (("Flagged", one.FLAGGED), ("Not flagged", one.CLEAN)):
        lines += ["", f"{title}:"]
        lines += [
            f"  {code}: {' '.join(example.split())}" for code, texts in examples.items() for example in texts
        ]
    return "\n".join(lines)
