"""Decisions about people, leave, and the calendar of working days."""

from collections.abc import Iterator

from committee_desk.domain.calendar import DayKind
from committee_desk.storage.checking.office import dictionaries
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

_SANCTIONS = "FROM sanctions AS s JOIN persons AS p ON p.id = s.person_id WHERE s.ended_by IS NULL"
_LEAVE = "FROM leave AS v JOIN persons AS p ON p.id = v.person_id WHERE v.ended_by IS NULL"


def _kind(reading: Reading) -> Iterator[Facts]:
    known = {kind for scheme in dictionaries(reading) for kind in scheme.sanction_kinds}
    for code, kind, document, entry in reading.each(f"SELECT p.code, s.kind, s.document, s.entry {_SANCTIONS}"):
        if known and kind not in known:
            yield {"code": code, "kind": kind, "document": document, "entry": entry}


def _day_kind(reading: Reading) -> Iterator[Facts]:
    known = {kind.value for kind in DayKind}
    for day, kind, entry in reading.each("SELECT day, kind, entry FROM calendar_days WHERE ended_by IS NULL"):
        if kind not in known:
            yield {"day": day, "kind": kind, "entry": entry}


_NAMED = "SELECT p.code AS code, s.document AS document, s.entry AS entry"

INVARIANTS = (
    Invariant("standing.kind", _kind),
    Invariant(
        "standing.closed",
        found_by(f"{_NAMED}, s.decided AS decided, s.closed AS closed {_SANCTIONS} AND s.closed < s.decided"),
    ),
    Invariant(
        "standing.year",
        found_by(
            f"{_NAMED}, s.decided AS decided, s.year AS year {_SANCTIONS} "
            "AND s.year IS NOT CAST(substr(s.decided, 1, 4) AS INTEGER)"
        ),
    ),
    Invariant("standing.term", found_by(f"{_NAMED}, s.term AS term {_SANCTIONS} AND s.term NOT IN (1, 2)")),
    Invariant(
        "standing.leave",
        found_by(
            "SELECT p.code AS code, v.since AS since, v.until AS until, v.entry AS entry "
            f"{_LEAVE} AND v.until < v.since"
        ),
    ),
    Invariant("calendar.kind", _day_kind),
    Invariant(
        "calendar.document",
        found_by("SELECT day, entry FROM calendar_days WHERE ended_by IS NULL AND trim(document) = ''"),
    ),
)
