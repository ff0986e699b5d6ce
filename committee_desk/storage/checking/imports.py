"""What was read in: the history of imports agrees with the journal and with the rows that each brought."""

import json
from collections.abc import Iterator
from typing import Any

from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.mapping import lacking
from committee_desk.storage.books.shelves import SHELVES
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

_DIGEST = "length({0}) != 64 OR {0} GLOB '*[^0-9a-f]*'"
_TOLD = ("kind", "year", "workbook", "sha256", "sheet", "digest", "added", "replaced", "unchanged")


def _as_journalled(reading: Reading) -> Iterator[Facts]:
    asked = f"SELECT i.entry, i.workbook, j.what, i.columns, {', '.join(f'i.{name}' for name in _TOLD)}"
    for entry, workbook, what, columns, *held in reading.each(
        f"{asked} FROM imports AS i JOIN journal AS j ON j.seq = i.entry WHERE j.verb = 'import'"
    ):
        told = _object(what)
        differing = [name for name, value in zip(_TOLD, held, strict=True) if told.get(name) != value]
        if told.get("columns") != _object(columns):
            differing.append("columns")
        for name in differing:
            yield {"entry": entry, "workbook": workbook, "field": name}


def _counts(reading: Reading) -> Iterator[Facts]:
    for kind, table in _shelves():
        asked = f"""
            SELECT i.entry, i.workbook, i.added + i.replaced,
                (SELECT count(*) FROM "{table}" AS t WHERE t.entry = i.entry)
            FROM imports AS i WHERE i.kind = ?
        """
        for entry, workbook, said, found in reading.each(asked, kind):
            if said != found:
                yield {"entry": entry, "workbook": workbook, "said": said, "found": found}


def _replaced(reading: Reading) -> Iterator[Facts]:
    for kind, table in _shelves():
        asked = f"""
            SELECT i.entry, i.workbook, i.replaced,
                (SELECT count(*) FROM "{table}" AS t WHERE t.ended_by = i.entry)
            FROM imports AS i WHERE i.kind = ?
        """
        for entry, workbook, said, found in reading.each(asked, kind):
            if said != found:
                yield {"entry": entry, "workbook": workbook, "said": said, "found": found}


def _left_over(reading: Reading) -> Iterator[Facts]:
    for kind, table in _shelves():
        asked = f"""
            SELECT i.entry AS entry, i.workbook AS workbook, i.taken_back_by AS "by", count(*) AS count
            FROM imports AS i JOIN "{table}" AS t ON coalesce(t.source_entry, t.entry) = i.entry
            WHERE i.kind = '{kind}' AND i.taken_back_by IS NOT NULL AND t.ended_by IS NULL GROUP BY i.entry
        """
        yield from reading.named(asked)


def _taken_back(reading: Reading) -> Iterator[Facts]:
    asked = """
        SELECT i.entry, i.workbook, i.taken_back_by, j.verb, j.what FROM imports AS i
        LEFT JOIN journal AS j ON j.seq = i.taken_back_by WHERE i.taken_back_by IS NOT NULL
    """
    for entry, workbook, by, verb, what in reading.each(asked):
        if verb != "take_back_import" or _object(what).get("entry") != entry:
            yield {"entry": entry, "workbook": workbook, "by": by}


def _kind(reading: Reading) -> Iterator[Facts]:
    known = {kind.value for kind in Kind}
    for entry, workbook, kind in reading.each("SELECT entry, workbook, kind FROM imports"):
        if kind not in known:
            yield {"entry": entry, "workbook": workbook, "kind": kind}


def _mapping(reading: Reading) -> Iterator[Facts]:
    """Remembered columns of no kind, of no heading, or without what the kind needs."""
    known = {kind.value: kind for kind in Kind}
    for kind, columns, entry in reading.each("SELECT kind, columns, entry FROM mappings WHERE ended_by IS NULL"):
        said = _object(columns)
        meant = known.get(kind)
        if meant is None or not said.keys() <= set(meant.headings) or lacking(meant, said):
            yield {"kind": kind, "entry": entry}


def _shelves() -> Iterator[tuple[str, str]]:
    for kind, shelf in SHELVES.items():
        yield kind.value, shelf.table.name


def _object(text: object) -> dict[str, Any]:
    try:
        told = json.loads(str(text))
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


INVARIANTS = (
    Invariant("imports.kind", _kind),
    Invariant(
        "imports.year",
        found_by("SELECT entry, workbook, year FROM imports WHERE year NOT IN (SELECT year FROM years)"),
    ),
    Invariant(
        "imports.digest",
        found_by(f"SELECT entry, workbook FROM imports WHERE {_DIGEST.format('sha256')} OR {_DIGEST.format('digest')}"),
    ),
    Invariant("imports.as_journalled", _as_journalled),
    Invariant(
        "imports.without_record",
        found_by("SELECT seq AS entry FROM journal WHERE verb = 'import' AND seq NOT IN (SELECT entry FROM imports)"),
    ),
    Invariant("imports.count", _counts),
    Invariant("imports.replaced", _replaced),
    Invariant("imports.taken_back", _taken_back),
    Invariant("imports.left_over", _left_over),
    Invariant("imports.mapping", _mapping, ("mappings",)),
)
