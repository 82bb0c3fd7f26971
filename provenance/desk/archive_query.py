"""A query as SQL over what an archive keeps for lists."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from provenance.desk.columns import SEVERITIES
from provenance.desk.records import Query
from provenance.desk.verdicts import STATES

#: Findings with what stands decided of them on this desk.
FINDINGS = "finding LEFT JOIN temp.standing ON standing.finding = finding.id"
STATE = "coalesce(standing.state, 0)"
#: In the order of the text: documents by the number of their version, then offsets.
TEXT = "finding.version, finding.start, finding.id"
ORDERS = {"text": TEXT, "time": TEXT, "name": f"finding.rule, {TEXT}"}
#: A source unless persons said it to be another one, and those that they said to be this one; it has the value twice.
LED_TO = (
    "SELECT source FROM temp.joined WHERE same = ?"
    " UNION ALL SELECT column1 FROM (VALUES (?)) WHERE column1 NOT IN (SELECT source FROM temp.joined)"
)
BY_SEVERITY = f"finding.severity, {TEXT}"


@dataclass(slots=True)
class Where:
    """Conditions that hold at once, with their values."""

    parts: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def add(self, condition: str, *values: object) -> None:
        """A condition more."""
        self.parts.append(condition)
        self.values.extend(values)

    @property
    def sql(self) -> str:
        return f" WHERE {' AND '.join(f'({part})' for part in self.parts)}" if self.parts else ""


def of_findings(query: Query, version: int | None) -> Where:
    """The findings that a query leaves; `version` is that of the document it asks for, -1 for one there is not."""
    made = Where()
    if query.document:
        made.add("finding.version = ?", -1 if version is None else version)
    if query.severity:
        made.add("finding.severity = ?", SEVERITIES.index(query.severity))
    if query.rule:
        made.add("finding.rule = ?", query.rule)
    if query.source:
        made.add(corrected("source", LED_TO), *(query.source,) * 4)
    if query.look:
        made.add(corrected("look", "?"), *(query.look,) * 2)
    if query.claim:
        made.add("finding.statement IN (SELECT value ->> 'statement' FROM claim, json_each(claim.record, '$.members')"
                 " WHERE claim.record ->> 'id' = ?)", query.claim)  # fmt: skip
    if query.state:
        made.add(f"{STATE} = ?", STATES.index(query.state))
    for word in query.words.lower().split():
        made.add("finding.id IN (SELECT id FROM finding_words WHERE instr(haystack, ?) > 0)", word)
    return made


def corrected(column: str, wanted: str) -> str:
    """A condition on source or look of findings, as persons corrected their statements; it has the values twice."""
    return (
        f"finding.id IN (SELECT finding FROM temp.resaid WHERE {column} IN ({wanted}))"
        f" OR finding.{column} IN ({wanted}) AND finding.id NOT IN (SELECT finding FROM temp.resaid)"
    )


def on_findings(query: Query) -> bool:
    """Whether a query asks anything that only findings can answer."""
    return bool(query.severity or query.rule or query.state or query.claim)


def of_versions(query: Query, version: int | None, column: str) -> Where:
    """The versions that a query leaves: `column` holds their rows."""
    made = Where()
    if query.document:
        made.add(f"{column} = ?", -1 if version is None else version)
    if on_findings(query):
        inner = of_findings(replace(query, words="", document=""), None)
        made.add(f"{column} IN (SELECT finding.version FROM {FINDINGS}{inner.sql})", *inner.values)
        return made
    if query.source:
        made.add(
            f"{column} IN (SELECT version FROM speaker WHERE source IN ({LED_TO}))", *(query.source,) * 2
        )
    if query.look:
        path = f"$.{query.look}"
        made.add(f"{column} IN (SELECT version FROM judged WHERE looks ->> ? > 0)", path)
    if query.disputed:
        made.add(f"{column} IN (SELECT version FROM claim WHERE disputed)")
    return made
