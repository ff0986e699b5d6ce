"""Cases, the shares in them and their reviews."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from committee_desk.domain.scheme import Scheme
from committee_desk.storage.checking.office import dictionaries
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by
from committee_desk.storage.exact import BILLION, from_stored

_SHARES = "FROM case_shares AS s JOIN case_numbers AS c ON c.id = s.case_id WHERE s.ended_by IS NULL"
_REVIEWS = "FROM reviews AS r JOIN case_numbers AS c ON c.id = r.case_id WHERE r.ended_by IS NULL"

_DISAGREE = """
    SELECT c.number AS number, max(s.entry) AS entry FROM
        (SELECT case_id FROM case_shares WHERE ended_by IS NULL GROUP BY case_id HAVING count(*) > 1
         AND (min(weighting_id) != max(weighting_id)
              OR min(accepted) != max(accepted)
              OR min(coalesce(department_id, -1)) != max(coalesce(department_id, -1))
              OR min(coalesce(closed, '')) != max(coalesce(closed, ''))
              OR min(coalesce(due, '')) != max(coalesce(due, '')))) AS odd
    JOIN case_shares AS s ON s.case_id = odd.case_id JOIN case_numbers AS c ON c.id = s.case_id
    WHERE s.ended_by IS NULL GROUP BY s.case_id
"""

_ABOVE_ONE = f"""
    SELECT c.number, max(s.entry) {_SHARES} GROUP BY s.case_id
    HAVING count(*) > 1 AND (sum(typeof(share) = 'text') > 0 OR sum(share) > {BILLION})
"""

_WEIGHTINGS = """
    SELECT w.id, w.kind, w.persons, w.difficulty,
        (SELECT c.number FROM case_shares AS s JOIN case_numbers AS c ON c.id = s.case_id
         WHERE s.weighting_id = w.id AND s.ended_by IS NULL LIMIT 1) AS number
    FROM weightings AS w
    WHERE EXISTS (SELECT 1 FROM case_shares AS s WHERE s.weighting_id = w.id AND s.ended_by IS NULL)
"""


def _share(reading: Reading) -> Iterator[Facts]:
    odd = f"typeof(share) = 'text' OR share <= 0 OR share > {BILLION}"
    for number, share, entry in reading.each(f"SELECT c.number, s.share, s.entry {_SHARES} AND ({odd})"):
        if not 0 < from_stored(share) <= 1:
            yield {"number": number, "share": from_stored(share), "entry": entry}


def _shares(reading: Reading) -> Iterator[Facts]:
    for number, entry in reading.each(_ABOVE_ONE):
        shares = reading.rows(f"SELECT s.share {_SHARES} AND c.number = ?", number)
        total = sum((from_stored(share) for (share,) in shares), Decimal(0))
        if total > 1:
            yield {"number": number, "sum": total, "entry": entry}


def _kind(reading: Reading) -> Iterator[Facts]:
    known = {kind for scheme in dictionaries(reading) for kind in scheme.case_kinds}
    for _, kind, _, _, number in reading.each(_WEIGHTINGS):
        if known and kind not in known:
            yield {"number": number, "kind": kind}


def _persons(reading: Reading) -> Iterator[Facts]:
    for _, _, persons, _, number in reading.each(_WEIGHTINGS):
        if persons < 1:
            yield {"number": number, "persons": persons}


def _difficulty(reading: Reading) -> Iterator[Facts]:
    for _, _, _, difficulty, number in reading.each(_WEIGHTINGS):
        if difficulty and not 1 <= Decimal(difficulty) <= 2:
            yield {"number": number, "difficulty": difficulty}


def _marks(reading: Reading) -> Iterator[Facts]:
    for column, most in (("substance", 60), ("procedure", 40)):
        odd = f"typeof({column}) = 'text' OR {column} < 0 OR {column} > {most * BILLION}"
        for number, mark, entry in reading.each(f"SELECT c.number, {column}, r.entry {_REVIEWS} AND ({odd})"):
            if not 0 <= from_stored(mark) <= most:
                yield {"number": number, "part": column, "mark": from_stored(mark), "most": most, "entry": entry}


def _grade(reading: Reading) -> Iterator[Facts]:
    known = dictionaries(reading)
    asked = f"""
        SELECT r.grade, r.entry IN (SELECT seq FROM journal WHERE verb = 'take_back_import') AS given_back,
            (SELECT max(year) FROM case_shares WHERE case_id = r.case_id AND ended_by IS NULL) AS closing,
            min(c.number), min(r.entry) {_REVIEWS} GROUP BY 1, 2, 3
    """
    for grade, given_back, closing, number, entry in reading.each(asked):
        # one that a take-back gave back fits the year that its case had then; a take-back of the case's follows
        if known and grade not in _grades(known, None if given_back else closing):
            yield {"number": number, "grade": grade, "year": closing, "entry": entry}


def _grades(known: Iterable[Scheme], closing: int | None) -> set[str]:
    """The grades of a case that closed in that year; of one that is open, any that a year knows."""
    if closing is not None:
        return {grade for scheme in known for grade in scheme.review_points(closing)}
    return {grade for scheme in known for each in scheme.review_dictionaries for grade in each.points}


INVARIANTS = (
    Invariant("cases.share", _share),
    Invariant("cases.shares_above_one", _shares),
    Invariant("cases.disagree", found_by(_DISAGREE)),
    Invariant(
        "cases.closed_before_accepted",
        found_by(f"SELECT c.number AS number, s.accepted, s.closed, s.entry {_SHARES} AND closed < accepted"),
    ),
    Invariant(
        "cases.year",
        found_by(
            "SELECT c.number AS number, s.closed AS closed, s.year AS year, s.entry AS entry "
            f"{_SHARES} AND year IS NOT CAST(substr(closed, 1, 4) AS INTEGER)"
        ),
    ),
    Invariant("cases.kind", _kind),
    Invariant("cases.persons", _persons),
    Invariant("cases.difficulty", _difficulty),
    Invariant(
        "cases.review_without_case",
        found_by(
            f"SELECT c.number AS number, r.entry AS entry {_REVIEWS} AND r.case_id NOT IN "
            "(SELECT case_id FROM case_shares WHERE ended_by IS NULL)"
        ),
    ),
    Invariant("cases.marks", _marks),
    Invariant("cases.grade", _grade),
)
