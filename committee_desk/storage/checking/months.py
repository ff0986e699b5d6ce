"""Months: states and grades that there are, no month closed before those before it, and sheets that say what was
published: versions without gaps, figures that add up.
"""

import json
from collections.abc import Iterator

from committee_desk.domain.months import RoutineGrade
from committee_desk.domain.people import Category
from committee_desk.domain.scoring import CUT
from committee_desk.services.month_sheets import sheet_of
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

_NEEDS = ("months", "month_sheets", "routine_grades")

_KNOWN = """
    SELECT year, month, state, entry FROM months
    WHERE month NOT BETWEEN 1 AND 12 OR state NOT IN ('closed', 'published')
    OR year NOT IN (SELECT year FROM years)
"""

_ORDER = """
    SELECT m.year AS year, m.month AS month, m.entry AS entry FROM months AS m
    WHERE m.month BETWEEN 2 AND 12 AND (
        SELECT count(DISTINCT b.month) FROM months AS b
        WHERE b.year = m.year AND b.month BETWEEN 1 AND m.month - 1 AND b.entry < m.entry
    ) != m.month - 1
"""
"""Each month before it was closed at least once before; it may be open again."""

_WITHOUT_SHEET = """
    SELECT m.year AS year, m.month AS month, m.entry AS entry FROM months AS m
    WHERE m.ended_by IS NULL AND m.state = 'published'
    AND NOT EXISTS (SELECT 1 FROM month_sheets AS s WHERE s.year = m.year AND s.month = m.month)
"""

_SEQUENCE = """
    SELECT year, month, category, max(version) AS version, max(entry) AS entry FROM month_sheets
    GROUP BY year, month, category
    HAVING min(version) != 1 OR max(version) != count(DISTINCT version) OR count(ended_by) != 0
"""


def _grades(reading: Reading) -> Iterator[Facts]:
    """A grade of no dictionary, or of no quarter; whoever departs from the ordinary one without a reason."""
    asked = """
        SELECT p.code, g.year, g.quarter, g.grade, g.reason, g.entry FROM routine_grades AS g
        JOIN persons AS p ON p.id = g.person_id
    """
    known = {str(each) for each in RoutineGrade}
    for code, year, quarter, grade, reason, entry in reading.each(asked):
        unreasoned = grade != RoutineGrade.FAIR and not str(reason or "").strip()
        if grade not in known or quarter not in range(1, 5) or unreasoned:
            yield {"code": code, "year": year, "quarter": quarter, "grade": grade, "entry": entry}


def _figures(reading: Reading) -> Iterator[Facts]:
    """A sheet that cannot be read, is of another month than its row says, or whose parts do not add up."""
    asked = "SELECT year, month, category, version, figures, entry FROM month_sheets ORDER BY id"
    for year, month, category, version, figures, entry in reading.each(asked):
        if not _holds(year, month, category, figures):
            yield {"year": year, "month": month, "category": category, "version": version, "entry": entry}


def _holds(year: int, month: int, category: str, figures: str) -> bool:
    try:
        sheet = sheet_of(figures)
        named = (sheet.year, sheet.month, sheet.category) == (year, month, category)
        added = all(line.total == min(CUT, sum(line.parts.values())) for line in sheet.people)
    except (ValueError, TypeError, LookupError, AttributeError):
        return False
    return named and added and category in {str(each) for each in Category}


def _as_journalled(reading: Reading) -> Iterator[Facts]:
    asked = """
        SELECT s.year, s.month, s.category, s.version, s.entry, j.what FROM month_sheets AS s
        JOIN journal AS j ON j.seq = s.entry
    """
    for year, month, category, version, entry, what in reading.each(asked):
        told = json.loads(what)
        named = told.get("year"), told.get("month"), told.get("versions", {}).get(category)
        if named != (year, month, version):
            yield {"year": year, "month": month, "category": category, "version": version, "entry": entry}


INVARIANTS = (
    Invariant("months.known", found_by(_KNOWN), _NEEDS),
    Invariant("months.order", found_by(_ORDER), _NEEDS),
    Invariant("months.without_sheet", found_by(_WITHOUT_SHEET), _NEEDS),
    Invariant("months.sequence", found_by(_SEQUENCE), _NEEDS),
    Invariant("months.figures", _figures, _NEEDS),
    Invariant("months.as_journalled", _as_journalled, _NEEDS),
    Invariant("months.grade", _grades, _NEEDS),
)
