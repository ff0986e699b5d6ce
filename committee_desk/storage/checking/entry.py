"""Typed events: what counts and what is a draft, their numbers, and the batch lines they were typed under."""

from collections.abc import Iterator

from committee_desk.domain.events import NEEDED
from committee_desk.domain.people import Category
from committee_desk.storage.checking.office import dictionaries
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

_COLUMNS = " AND ".join(f"{'person_id' if name == 'code' else name} IS NOT NULL" for name in NEEDED)

_NUMBERS = """
    SELECT number, max(entry) AS entry, count(*) AS count FROM (
        SELECT number, entry FROM events WHERE ended_by IS NULL AND number IS NOT NULL
        UNION ALL SELECT number, entry FROM event_drafts WHERE ended_by IS NULL
    ) GROUP BY number HAVING count(*) > 1 OR number < 1
"""

_DRAFT_MONTH = """
    SELECT number, month, day, entry FROM event_drafts WHERE ended_by IS NULL AND (
        month NOT BETWEEN 1 AND 12 OR year NOT IN (SELECT year FROM years)
        OR (day IS NOT NULL AND substr(day, 1, 7) IS NOT printf('%04d-%02d', year, month))
    )
"""

_OFF_THE_GRID = """
    SELECT number, line, day, entry FROM (
        SELECT number, line, day, entry FROM events WHERE ended_by IS NULL
        UNION ALL SELECT number, line, day, entry FROM event_drafts WHERE ended_by IS NULL
    ) WHERE line IS NOT NULL AND (
        line < 1 OR number IS NULL OR day IS NOT date(day, 'start of month', '+1 month', '-1 day')
    )
"""

_CELL_TWICE = """
    SELECT p.code AS code, e.line AS line, max(e.number) AS number, max(e.entry) AS entry FROM (
        SELECT person_id, indicator, substr(day, 1, 7) AS month, line, number, entry FROM events
        WHERE ended_by IS NULL AND line IS NOT NULL
        UNION ALL SELECT person_id, indicator, substr(day, 1, 7), line, number, entry FROM event_drafts
        WHERE ended_by IS NULL AND line IS NOT NULL
    ) AS e JOIN persons AS p ON p.id = e.person_id
    GROUP BY e.person_id, e.indicator, e.month, e.line HAVING count(*) > 1
"""

_GAP = """
    SELECT indicator, month, max(line) AS line, max(entry) AS entry FROM event_lines WHERE ended_by IS NULL
    GROUP BY year, month, category, indicator HAVING max(line) IS NOT count(*) OR min(line) IS NOT 1
"""


def _lines(reading: Reading) -> Iterator[Facts]:
    """A line of no ledger, of no category, or of no month."""
    known = {each.id for scheme in dictionaries(reading) for each in scheme.ledger_indicators}
    categories = {each.value for each in Category}
    asked = "SELECT indicator, category, month, line, entry FROM event_lines WHERE ended_by IS NULL"
    for indicator, category, month, line, entry in reading.each(asked):
        if (known and indicator not in known) or category not in categories or month not in range(1, 13):
            yield {"indicator": indicator, "month": month, "line": line, "entry": entry}


_NEEDS = ("event_drafts", "event_lines")

INVARIANTS = (
    Invariant("events.number", found_by(_NUMBERS), _NEEDS),
    Invariant(
        "events.draft_whole",
        found_by(f"SELECT number, entry FROM event_drafts WHERE ended_by IS NULL AND {_COLUMNS}"),
        _NEEDS,
    ),
    Invariant("events.draft_month", found_by(_DRAFT_MONTH), _NEEDS),
    Invariant("events.line", _lines, _NEEDS),
    Invariant("events.line_gap", found_by(_GAP), _NEEDS),
    Invariant("events.off_the_grid", found_by(_OFF_THE_GRID), _NEEDS),
    Invariant("events.cell_twice", found_by(_CELL_TWICE), _NEEDS),
)
