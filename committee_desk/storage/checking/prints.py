"""What was printed: drafts without gaps, as the journal says, and final sheets that say what was decided."""

import json
from collections.abc import Iterator

from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

_PRINTS = "FROM prints AS t JOIN persons AS p ON p.id = t.person_id"

_SEQUENCE = f"""
    SELECT p.code AS code, t.year AS year, max(t.version) AS version, max(t.entry) AS entry {_PRINTS}
    WHERE NOT t.final GROUP BY t.year, t.form, t.person_id
    HAVING min(t.version) != 1 OR max(t.version) != count(DISTINCT t.version)
"""

_HOLDING = f"""
    SELECT p.code AS code, t.year AS year, t.version AS version, t.entry AS entry {_PRINTS}
    JOIN (SELECT year, form, person_id, max(1000000 * final + version) AS newest FROM prints GROUP BY 1, 2, 3) AS n
    ON n.year = t.year AND n.form = t.form AND n.person_id = t.person_id
    WHERE (t.ended_by IS NULL) != (1000000 * t.final + t.version = n.newest)
"""

_SAME_DATA = f"""
    SELECT p.code AS code, t.year AS year, t.version AS version, max(t.entry) AS entry {_PRINTS}
    GROUP BY t.year, t.form, t.person_id, t.final, t.version HAVING count(DISTINCT t.fingerprint) > 1
"""

_MOVED = f"""
    SELECT p.code AS code, t.year AS year, t.version AS version, max(t.entry) AS entry {_PRINTS}
    LEFT JOIN results AS r ON r.year = t.year AND r.person_id = t.person_id AND r.version = t.version
    AND r.fingerprint = t.fingerprint AND r.ended_by IS NULL
    WHERE t.final AND r.id IS NULL GROUP BY t.year, t.form, t.person_id, t.version
"""


def _as_journalled(reading: Reading) -> Iterator[Facts]:
    printed = "p.code, t.year, t.version, t.final, t.fingerprint, t.entry"
    asked = f"SELECT {printed}, j.what {_PRINTS} JOIN journal AS j ON j.seq = t.entry"
    for code, year, version, final, fingerprint, entry, what in reading.each(asked):
        told = json.loads(what).get("sheets", {}).get(code, {})
        if told != {"version": version, "final": bool(final), "fingerprint": fingerprint}:
            yield {"code": code, "year": year, "version": version, "entry": entry}


INVARIANTS = (
    Invariant("prints.sequence", found_by(_SEQUENCE)),
    Invariant("prints.holding", found_by(_HOLDING)),
    Invariant("prints.same_data", found_by(_SAME_DATA)),
    Invariant("prints.as_journalled", _as_journalled),
    Invariant("prints.moved", found_by(_MOVED), needs=("results",)),
)
