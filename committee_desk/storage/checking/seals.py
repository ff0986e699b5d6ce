"""Seals: every row is the one that its journal entry sealed, and no row stands without an entry."""

from collections.abc import Iterator

from committee_desk.storage.checking.reading import Facts, Invariant, Reading
from committee_desk.storage.seals import verify_seals


def _rows(reading: Reading) -> Iterator[Facts]:
    """Rows that are not those which their entry sealed."""
    for entry, table in reading.once("seals", _broken):
        if entry and table != "journal":
            yield {"entry": entry, "table": table}


def _unaccounted(reading: Reading) -> Iterator[Facts]:
    """Rows that no entry accounts for."""
    for entry, table in reading.once("seals", _broken):
        if not entry:
            yield {"table": table}


def _gone(reading: Reading) -> Iterator[Facts]:
    """Entries that lost their seal."""
    for entry, table in reading.once("seals", _broken):
        if entry and table == "journal":
            yield {"entry": entry}


def _broken(reading: Reading) -> list[tuple[int, str]]:
    return list(verify_seals(reading.connection)) if "rows" in reading.tables["journal"] else []


INVARIANTS = (
    Invariant("seals.rows", _rows),
    Invariant("seals.unaccounted", _unaccounted),
    Invariant("seals.gone", _gone),
)
