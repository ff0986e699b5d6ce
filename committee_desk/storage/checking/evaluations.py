"""Evaluations beyond their marks, findings of cause, and overridden figures: that they are what their services take."""

import json
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from committee_desk.domain.evaluations import FULL, Cause
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

_REVIEWS = "FROM reviews AS r JOIN case_numbers AS c ON c.id = r.case_id"
_CAUSES = "FROM causes AS f JOIN case_numbers AS c ON c.id = f.case_id WHERE f.ended_by IS NULL"
_OVERRIDING = {
    "reviews": ("case_id",),
    "case_shares": ("case_id", "person_id"),
    "events": ("person_id", "indicator", "voucher", "reason"),
    "leader_marks": ("year", "person_id", "rater"),
}
"""By table: what an overriding row has in common with the one whose place it took."""


def _items(reading: Reading) -> Iterator[Facts]:
    asked = (
        f"SELECT c.number, r.items, r.findings, r.entry {_REVIEWS} WHERE r.items IS NOT NULL OR r.findings IS NOT NULL"
    )
    for number, items, findings, entry in reading.each(asked):
        if not _are_items(items) or not _are_findings(findings):
            yield {"number": number, "entry": entry}


def _are_items(text: str | None) -> bool:
    try:
        return all(
            side in FULL and isinstance(name, str) and isinstance(note, str) and Decimal(lost) >= 0
            for side, name, lost, note in json.loads(text or "[]")
        )
    except (ValueError, TypeError, InvalidOperation):
        return False


def _are_findings(text: str | None) -> bool:
    try:
        return all(isinstance(number, str) and isinstance(said, str) for number, said in json.loads(text or "[]"))
    except (ValueError, TypeError):
        return False


def _cause(reading: Reading) -> Iterator[Facts]:
    known = {cause.value for cause in Cause}
    for number, cause, decision, reason, entry in reading.each(
        f"SELECT c.number, f.cause, f.decision, f.reason, f.entry {_CAUSES}"
    ):
        if cause not in known or not str(decision).strip() or not str(reason).strip():
            yield {"number": number, "entry": entry}


def _overriding(reading: Reading) -> Iterator[Facts]:
    """An overriding row stands in the place of an ended one of the same fact that a workbook brought."""
    for table, key in _OVERRIDING.items():
        if "overrides" not in reading.tables.get(table, ()):
            continue
        same = " AND ".join(f"o.{name} IS t.{name}" for name in key)
        asked = f"""
            SELECT t.id, t.entry FROM "{table}" AS t LEFT JOIN "{table}" AS o ON o.id = t.overrides AND {same}
            LEFT JOIN imports AS i ON i.entry = coalesce(o.source_entry, o.entry)
            WHERE t.overrides IS NOT NULL AND (o.ended_by IS NULL OR o.ended_by > t.entry OR i.entry IS NULL)
        """
        for row, entry in reading.each(asked):
            yield {"table": table, "row": row, "entry": entry}


INVARIANTS = (
    Invariant("cases.items", _items, ("reviews.items", "reviews.findings")),
    Invariant("cases.cause", _cause, ("causes",)),
    Invariant(
        "cases.cause_without_case",
        found_by(
            f"SELECT c.number AS number, f.entry AS entry {_CAUSES} AND f.case_id NOT IN "
            "(SELECT case_id FROM case_shares WHERE ended_by IS NULL)"
        ),
        ("causes",),
    ),
    Invariant("trail.overriding", _overriding),
)
