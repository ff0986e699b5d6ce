"""Notices and signatures: after the decision they are of, before witnesses, with the days that the law gives; and an
archived year, which is through and stays as it is.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from committee_desk.domain.calendar import CalendarDay, DayKind, DayOutOfRange, WorkingCalendar, YearNotHeld
from committee_desk.domain.course import Stage
from committee_desk.domain.names import spelt
from committee_desk.domain.people import Category
from committee_desk.domain.remedies import clocks_of
from committee_desk.domain.results import PROVED, Means, Opinion
from committee_desk.services.result_witnesses import NEEDED
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

_SERVED = """
    SELECT d.year, p.code, d.version, d.notice, d.means, d.known, d.served_by, d.witnesses, d.proof, d.remedies,
    d.entry, r.grade, CASE WHEN json_valid(r.sheet) THEN json_extract(r.sheet, '$.sheet.category') END,
    (SELECT e.day FROM party_decisions AS e WHERE e.year = r.year AND e.number = r.decision
        AND e.ended_by IS NULL)
    FROM deliveries AS d JOIN persons AS p ON p.id = d.person_id LEFT JOIN results AS r ON r.year = d.year
    AND r.person_id = d.person_id AND r.version = d.version AND r.ended_by IS NULL WHERE d.ended_by IS NULL
"""
_SIGNED = """
    SELECT s.year, p.code, s.version, s.opinion, s.day, s.witnesses, s.entry, d.known
    FROM signatures AS s JOIN persons AS p ON p.id = s.person_id LEFT JOIN deliveries AS d ON d.year = s.year
    AND d.person_id = s.person_id AND d.version = s.version AND d.ended_by IS NULL WHERE s.ended_by IS NULL
"""
_PUT_AWAY = """
    (SELECT coalesce(max(o.version), 0) FROM results AS o WHERE o.year = r.year AND o.person_id = r.person_id
    AND o.archived IS NOT NULL AND o.ended_by IS NULL)
"""
_ARCHIVED = f"""
    SELECT c.year AS year, p.code AS code, r.version AS version, c.entry AS entry FROM courses AS c
    JOIN results AS r ON r.year = c.year AND r.ended_by IS NULL AND r.version = max(1, {_PUT_AWAY})
    JOIN persons AS p ON p.id = r.person_id
    WHERE c.ended_by IS NULL AND c.stage = '{Stage.ARCHIVED}' AND (r.archived IS NULL OR NOT EXISTS (
        SELECT 1 FROM signatures AS s WHERE s.year = r.year AND s.person_id = r.person_id AND s.version = r.version
        AND s.ended_by IS NULL))
"""
"""Of each person the newest version that was put away: what corrects it may still be on its way."""
_LATER = """
    SELECT w.year AS year, p.code AS code, w.version AS version, w.entry AS entry FROM (
        SELECT year, person_id, version, entry FROM deliveries
        UNION ALL SELECT year, person_id, version, entry FROM signatures
        UNION ALL SELECT year, person_id, version, entry FROM results) AS w
    JOIN results AS r ON r.year = w.year AND r.person_id = w.person_id AND r.version = w.version
    AND r.archived IS NOT NULL AND w.entry > r.entry
    JOIN persons AS p ON p.id = w.person_id
"""
_DAYS = """
    SELECT day, kind, name, document FROM calendar_days WHERE entry <= ? AND (ended_by IS NULL OR ended_by > ?)
"""


def _deliveries(reading: Reading) -> Iterator[Facts]:
    """After the decision, under a number of its own, by somebody, and proved or witnessed where the way asks for it."""
    numbers: defaultdict[tuple[int, str], int] = defaultdict(int)
    for row in reading.rows(_SERVED):
        year, code, version, notice, means, known, server, witnesses, proof, *_, entry, _, _, decided = row
        numbers[year, notice] += 1
        early = decided is None or _day(known) is None or str(known) < str(decided)
        proved = means not in set(map(str, PROVED)) or bool(str(proof or "").strip())
        seen = means != str(Means.LEFT) or _are_two(witnesses)
        known_way = means in set(map(str, Means)) and str(server).strip() and str(notice).startswith(f"{year}-通-")
        if early or not proved or not seen or not known_way or numbers[year, notice] > 1:
            yield {"year": year, "code": code, "version": version, "entry": entry}


def _remedies(reading: Reading) -> Iterator[Facts]:
    """A notice names the remedies of its grade and category, none with a last day sooner than the calendar has it."""
    calendar = lru_cache(lambda entry: _calendar(reading, entry))
    for year, code, version, *_, known, _, _, _, told, entry, grade, category, _ in reading.rows(_SERVED):
        since = _day(known)
        if since is None:
            continue
        try:
            own = clocks_of(grade, since, calendar(entry), category=category or Category.PROSECUTOR)
            least = {str(each.remedy): each.last_day for each in own}
        except (YearNotHeld, DayOutOfRange):
            least = None
        named = _named(told)
        short = least is not None and (named.keys() != least.keys() or any(named[name] < least[name] for name in least))
        if short or least is None:
            yield {"year": year, "code": code, "version": version, "entry": entry}


def _signatures(reading: Reading) -> Iterator[Facts]:
    """After the notice; refused before two witnesses alone."""
    for year, code, version, opinion, day, witnesses, entry, known in reading.each(_SIGNED):
        early = known is None or str(day) < str(known)
        two = opinion != str(Opinion.REFUSED) or _are_two(witnesses)
        if early or not two or opinion not in set(map(str, Opinion)):
            yield {"year": year, "code": code, "version": version, "entry": entry}


def _calendar(reading: Reading, entry: int) -> WorkingCalendar:
    """The calendar as it stood then."""
    days = []
    for day, kind, name, document in reading.each(_DAYS, entry, entry):
        at = _day(day)
        if at is not None and kind in set(map(str, DayKind)):
            days.append(CalendarDay(at, DayKind(kind), name, document))
    return WorkingCalendar(days)


def _are_two(told: str | None) -> bool:
    try:
        return len({spelt(str(each)) for each in json.loads(told or "[]")} - {""}) >= NEEDED
    except (ValueError, TypeError):
        return False


def _named(told: str) -> dict[str, date]:
    try:
        return {str(each["remedy"]): date.fromisoformat(each["last_day"]) for each in json.loads(told)}
    except (ValueError, TypeError, LookupError):
        return {}


def _day(told: object) -> date | None:
    try:
        return date.fromisoformat(str(told))
    except ValueError:
        return None


_NEEDS = ("deliveries", "signatures", "results", "party_decisions", "courses")
INVARIANTS = (
    Invariant("results.delivery", _deliveries, _NEEDS),
    Invariant("results.remedies", _remedies, _NEEDS),
    Invariant("results.signature", _signatures, _NEEDS),
    Invariant("results.archived", found_by(_ARCHIVED), _NEEDS),
    Invariant("results.written_later", found_by(_LATER), _NEEDS),
)
