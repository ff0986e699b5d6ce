"""What was printed: versions without gaps, as the journal says, and final sheets whose data has not moved since."""

import json
from collections.abc import Iterator
from dataclasses import replace

from committee_desk.domain.people import Category
from committee_desk.services.scored_year import explained
from committee_desk.services.sheet_gathering import Recorded, gather
from committee_desk.services.sheet_reading import FORMS
from committee_desk.storage.checking.office import all_schemes
from committee_desk.storage.checking.reading import BOOKS, Facts, Invariant, Reading, found_by

_PRINTS = "FROM prints AS t JOIN persons AS p ON p.id = t.person_id"

_SEQUENCE = f"""
    SELECT p.code AS code, t.year AS year, max(t.version) AS version, max(t.entry) AS entry {_PRINTS}
    GROUP BY t.year, t.form, t.person_id
    HAVING min(t.version) != 1 OR max(t.version) != count(DISTINCT t.version)
"""

_HOLDING = f"""
    SELECT p.code AS code, t.year AS year, t.version AS version, t.entry AS entry {_PRINTS}
    JOIN (SELECT year, form, person_id, max(version) AS newest FROM prints GROUP BY 1, 2, 3) AS n
    ON n.year = t.year AND n.form = t.form AND n.person_id = t.person_id
    WHERE (t.ended_by IS NULL) != (t.version = n.newest)
"""

_SAME_DATA = f"""
    SELECT p.code AS code, t.year AS year, t.version AS version, max(t.entry) AS entry {_PRINTS}
    GROUP BY t.year, t.form, t.person_id, t.version HAVING count(DISTINCT t.fingerprint) > 1
"""


def _as_journalled(reading: Reading) -> Iterator[Facts]:
    printed = "p.code, t.year, t.version, t.final, t.fingerprint, t.entry"
    asked = f"SELECT {printed}, j.what {_PRINTS} JOIN journal AS j ON j.seq = t.entry"
    for code, year, version, final, fingerprint, entry, what in reading.each(asked):
        told = json.loads(what).get("sheets", {}).get(code, {})
        if told != {"version": version, "final": bool(final), "fingerprint": fingerprint}:
            yield {"code": code, "year": year, "version": version, "entry": entry}


def _moved(reading: Reading) -> Iterator[Facts]:
    for year, named in all_schemes(reading):
        category = Category(named)
        holding = "t.year = ? AND t.form = ? AND t.final AND t.ended_by IS NULL ORDER BY t.entry"
        asked = f"SELECT p.code, t.version, t.fingerprint, t.entry {_PRINTS} WHERE {holding}"
        printed = {code: rest for code, *rest in reading.rows(asked, year, FORMS[category])}
        now = _fingerprints(reading, year, set(printed), category) if printed else {}
        for code, (version, fingerprint, entry) in sorted(printed.items()):
            if now.get(code) != fingerprint:
                yield {"code": code, "year": year, "version": version, "entry": entry}


def _fingerprints(
    reading: Reading, year: int, codes: set[str], category: Category = Category.PROSECUTOR
) -> dict[str, str]:
    """The fingerprints that final sheets of these people would bear now; nobody who is no longer on the list."""
    listed = {person.code for person in explained(reading.books, year, (), category).scores.people}
    whole = explained(reading.books, year, sorted(codes & listed), category)
    sheets = gather(whole.scores, whole.explanations, whole.scheme, Recorded.of(reading.books, year, category))
    return {sheet.person.code: replace(sheet, final=True).fingerprint() for sheet in sheets}


INVARIANTS = (
    Invariant("prints.sequence", found_by(_SEQUENCE)),
    Invariant("prints.holding", found_by(_HOLDING)),
    Invariant("prints.same_data", found_by(_SAME_DATA)),
    Invariant("prints.as_journalled", _as_journalled),
    Invariant("prints.moved", _moved, BOOKS),
)
