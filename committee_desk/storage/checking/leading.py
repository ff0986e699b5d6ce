"""Kinship, charge of departments, typed marks, duty reports and opinions: that they are what their services take."""

from collections.abc import Iterator

from committee_desk.domain.relationships import Kinship
from committee_desk.services.opinion_views import Giver
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

_YEARS = "(SELECT year FROM years)"
_RELATIONSHIPS = "FROM relationships AS r JOIN persons AS p ON p.id = r.person_id WHERE r.ended_by IS NULL"
_CHARGES = "charges AS c JOIN persons AS p ON p.id = c.person_id JOIN departments AS d ON d.id = c.department_id"
_MARKS = "FROM leader_marks AS m JOIN persons AS p ON p.id = m.person_id WHERE m.ended_by IS NULL"

_TWICE = """
    SELECT p.code AS code, q.code AS other, max(a.entry, b.entry) AS entry FROM relationships AS a
    JOIN persons AS p ON p.id = a.person_id
    JOIN relationships AS b ON b.id > a.id JOIN persons AS q ON q.code = a.other_code
    WHERE a.ended_by IS NULL AND b.ended_by IS NULL
    AND ((b.person_id = p.id AND b.other_code = q.code) OR (b.person_id = q.id AND b.other_code = p.code))
"""

_OVERLAP = """
    SELECT p.code AS code, d.name AS department, a.entry AS entry, b.entry AS other FROM charges AS a
    JOIN charges AS b ON b.department_id = a.department_id AND b.person_id = a.person_id AND b.id > a.id
    JOIN persons AS p ON p.id = a.person_id JOIN departments AS d ON d.id = a.department_id
    WHERE a.ended_by IS NULL AND b.ended_by IS NULL
    AND max(a.since, b.since) <= min(coalesce(a.until, '9999-99'), coalesce(b.until, '9999-99'))
"""


def _kinship(reading: Reading) -> Iterator[Facts]:
    known = {each.value for each in Kinship}
    for code, kind, entry in reading.each(f"SELECT p.code, r.kind, r.entry {_RELATIONSHIPS}"):
        if kind not in known:
            yield {"code": code, "kind": kind, "entry": entry}


def _opinion(reading: Reading) -> Iterator[Facts]:
    known = {each.value for each in Giver}
    asked = f"""
        SELECT year, number, giver, kind, day, opinion, entry, year IN {_YEARS} FROM outside_opinions
        WHERE ended_by IS NULL
    """
    for year, number, giver, kind, day, opinion, entry, held in reading.each(asked):
        said = str(giver).strip() and str(opinion).strip() and str(day) >= f"{year}-01-01"
        if not (held and said and kind in known and number >= 1):
            yield {"year": year, "number": number, "entry": entry}


INVARIANTS = (
    Invariant("people.kinship", _kinship, ("relationships",)),
    Invariant(
        "people.relative",
        found_by(
            f"SELECT p.code AS code, r.other_code AS other, r.entry AS entry {_RELATIONSHIPS} "
            "AND r.other_code IS NOT NULL AND (r.other_code = p.code OR r.other_code NOT IN "
            "(SELECT q.code FROM persons AS q JOIN stays AS s ON s.person_id = q.id WHERE s.ended_by IS NULL))"
        ),
        ("relationships",),
    ),
    Invariant("people.related_twice", found_by(_TWICE), ("relationships",)),
    Invariant(
        "people.charge",
        found_by(
            "SELECT p.code AS code, d.name AS department, c.since AS since, c.until AS until, c.entry AS entry "
            f"FROM {_CHARGES} WHERE c.ended_by IS NULL AND c.until < c.since"
        ),
        ("charges",),
    ),
    Invariant("people.charge_overlap", found_by(_OVERLAP), ("charges",)),
    Invariant(
        "ratings.typed",
        found_by(
            f"SELECT p.code AS code, m.rater_code AS rater, m.entry AS entry {_MARKS} AND m.rater_code IS NOT NULL "
            "AND (m.rater_code = p.code OR trim(coalesce(m.reason, '')) = '' "
            "OR m.rater_code NOT IN (SELECT code FROM persons))"
        ),
        ("duty_reports",),
    ),
    Invariant(
        "ratings.report",
        found_by(
            "SELECT p.code AS code, r.year AS year, r.received AS received, r.entry AS entry FROM duty_reports AS r "
            "JOIN persons AS p ON p.id = r.person_id WHERE r.ended_by IS NULL "
            f"AND (r.received < printf('%04d-01-01', r.year) OR r.year NOT IN {_YEARS})"
        ),
        ("duty_reports",),
    ),
    Invariant("ratings.opinion", _opinion, ("outside_opinions",)),
)
