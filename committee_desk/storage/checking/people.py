"""People and their stays, and that everybody whom a fact speaks of is known."""

from collections.abc import Iterator

from committee_desk.domain.people import Category
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

_STAYS = "FROM stays AS s JOIN persons AS p ON p.id = s.person_id WHERE s.ended_by IS NULL"
_OF_PEOPLE = (
    *("events", "leader_marks", "ballots", "sanctions", "leave", "event_drafts"),
    *("relationships", "charges", "duty_reports", "outside_opinions"),
)

_OVERLAP = """
    SELECT p.code AS code, a.entry AS entry, b.entry AS other FROM stays AS a
    JOIN stays AS b ON b.person_id = a.person_id AND b.id > a.id
    JOIN persons AS p ON p.id = a.person_id
    WHERE a.ended_by IS NULL AND b.ended_by IS NULL
    AND max(coalesce(a.since, '0000'), coalesce(b.since, '0000'))
        <= min(coalesce(a.until, '9999-99'), coalesce(b.until, '9999-99'))
"""

_NO_PROSECUTOR = f"""
    SELECT c.number AS number, p.code AS code, max(s.entry) AS entry FROM case_shares AS s
    JOIN case_numbers AS c ON c.id = s.case_id JOIN persons AS p ON p.id = s.person_id
    WHERE s.ended_by IS NULL AND s.person_id NOT IN
        (SELECT person_id FROM stays WHERE ended_by IS NULL AND category = '{Category.PROSECUTOR.value}')
    GROUP BY s.person_id
"""


def _category(reading: Reading) -> Iterator[Facts]:
    known = {each.value for each in Category}
    for code, category, entry in reading.each(f"SELECT p.code, s.category, s.entry {_STAYS}"):
        if category not in known:
            yield {"code": code, "category": category, "entry": entry}


def _unknown(reading: Reading) -> Iterator[Facts]:
    for table in (each for each in _OF_PEOPLE if each in reading.tables):
        asked = f"""
            SELECT p.code AS code, max(t.entry) AS entry, '{table}' AS "table" FROM {table} AS t
            JOIN persons AS p ON p.id = t.person_id WHERE t.ended_by IS NULL AND t.person_id NOT IN
            (SELECT person_id FROM stays WHERE ended_by IS NULL) GROUP BY t.person_id
        """
        yield from reading.named(asked)


INVARIANTS = (
    Invariant("people.until", found_by(f"SELECT p.code AS code, s.since, s.until, s.entry {_STAYS} AND until < since")),
    Invariant("people.overlap", found_by(_OVERLAP)),
    Invariant("people.category", _category),
    Invariant(
        "people.factor",
        found_by(f"SELECT p.code AS code, s.entry {_STAYS} AND typeof(factor) = 'integer' AND factor < 0"),
    ),
    Invariant(
        "people.name",
        found_by(f"SELECT p.code AS code, s.entry {_STAYS} AND (trim(s.name) = '' OR trim(p.code) = '')"),
    ),
    Invariant("people.unknown", _unknown),
    Invariant("people.handler", found_by(_NO_PROSECUTOR)),
)
