"""Ledger events, leaders' marks and ballots."""

from collections.abc import Iterator

from committee_desk.domain.ratings import BallotClass
from committee_desk.storage.checking.office import dictionaries
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by
from committee_desk.storage.exact import BILLION, from_stored

_MOST = 100 * BILLION
_YEARS = "(SELECT year FROM years)"


def _indicator(reading: Reading) -> Iterator[Facts]:
    known = {each.id for scheme in dictionaries(reading) for each in scheme.ledger_indicators}
    asked = "SELECT indicator, min(p.code), min(e.entry) FROM events AS e JOIN persons AS p ON p.id = e.person_id"
    for indicator, code, entry in reading.each(f"{asked} WHERE e.ended_by IS NULL GROUP BY indicator"):
        if known and indicator not in known:
            yield {"indicator": indicator, "code": code, "entry": entry}


def _leader_marks(reading: Reading) -> Iterator[Facts]:
    asked = f"""
        SELECT p.code, m.mark, m.entry FROM leader_marks AS m JOIN persons AS p ON p.id = m.person_id
        WHERE m.ended_by IS NULL AND (typeof(mark) = 'text' OR mark < 0 OR mark > {_MOST})
    """
    for code, mark, entry in reading.each(asked):
        if not 0 <= from_stored(mark) <= 100:
            yield {"code": code, "mark": from_stored(mark), "entry": entry}


def _ballots(reading: Reading) -> Iterator[Facts]:
    """Never whom a mark was for: a sentence must not open what a ballot keeps shut."""
    asked = f"""
        SELECT mark, entry FROM ballots
        WHERE ended_by IS NULL AND mark IS NOT NULL AND (typeof(mark) = 'text' OR mark < 0 OR mark > {_MOST})
    """
    for mark, entry in reading.each(asked):
        if not 0 <= from_stored(mark) <= 100:
            yield {"entry": entry}


def _classes(reading: Reading) -> Iterator[Facts]:
    asked = "SELECT ballot_class, min(entry) FROM ballots WHERE ended_by IS NULL GROUP BY ballot_class"
    for ballot_class, entry in reading.each(asked):
        if ballot_class not in BallotClass.__members__:
            yield {"ballot_class": ballot_class, "entry": entry}


INVARIANTS = (
    Invariant("events.indicator", _indicator),
    Invariant(
        "events.year",
        found_by(
            "SELECT p.code AS code, e.day AS day, e.year AS year, e.entry AS entry "
            "FROM events AS e JOIN persons AS p ON p.id = e.person_id "
            "WHERE e.ended_by IS NULL AND e.year IS NOT CAST(substr(e.day, 1, 4) AS INTEGER)"
        ),
    ),
    Invariant(
        "events.evidence",
        found_by(
            "SELECT p.code AS code, e.day AS day, e.entry AS entry "
            "FROM events AS e JOIN persons AS p ON p.id = e.person_id "
            "WHERE e.ended_by IS NULL AND (trim(e.reason) = '' OR trim(e.voucher) = '')"
        ),
    ),
    Invariant("ratings.leader_mark", _leader_marks),
    Invariant("ratings.ballot_mark", _ballots),
    Invariant("ratings.ballot_class", _classes),
    Invariant(
        "ratings.year",
        found_by(
            f"SELECT year, min(entry) AS entry FROM leader_marks WHERE year NOT IN {_YEARS} GROUP BY year UNION ALL "
            f"SELECT year, min(entry) FROM ballots WHERE year NOT IN {_YEARS} GROUP BY year"
        ),
    ),
)
