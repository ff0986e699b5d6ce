"""The file itself: its pages, its references, its mark, and that it is built as the program builds a desk."""

import json
from collections.abc import Iterator
from functools import cache

from committee_desk.paths import resource
from committee_desk.storage.checking.reading import Facts, Invariant, Reading
from committee_desk.storage.recognise import APPLICATION_ID


def _pages(reading: Reading) -> Iterator[Facts]:
    yield from _said_by(reading, "integrity_check")


def _pages_at_a_glance(reading: Reading) -> Iterator[Facts]:
    yield from _said_by(reading, "quick_check")


def _said_by(reading: Reading, pragma: str) -> Iterator[Facts]:
    for (said,) in reading.each(f"PRAGMA {pragma}"):
        if said != "ok":
            yield {"said": said}


def _references(reading: Reading) -> Iterator[Facts]:
    for table, row, parent, _number in reading.each("PRAGMA foreign_key_check"):
        yield {"table": table, "row": row, "parent": parent}


def _mark(reading: Reading) -> Iterator[Facts]:
    found = reading.one("PRAGMA application_id")
    if found != APPLICATION_ID:
        yield {"found": found}


def _missing(reading: Reading) -> Iterator[Facts]:
    held = built(reading)
    for (kind, name), _ in sorted(shipped_build(reading.version).items()):
        if (kind, name) not in held:
            yield {"kind": kind, "name": name}


def _foreign(reading: Reading) -> Iterator[Facts]:
    made = shipped_build(reading.version)
    for kind, name in sorted(built(reading)):
        if (kind, name) not in made:
            yield {"kind": kind, "name": name}


def _altered(reading: Reading) -> Iterator[Facts]:
    held = built(reading)
    for (kind, name), text in sorted(shipped_build(reading.version).items()):
        if held.get((kind, name), text) != text:
            yield {"kind": kind, "name": name}


def built(reading: Reading) -> dict[tuple[str, str], str]:
    """Every table, index and trigger of the file by kind and name, with its text in one spacing."""
    rows = reading.rows("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    return {(kind, name): " ".join(str(text).split()) for kind, name, text in rows}


@cache
def shipped_build(version: str) -> dict[tuple[str, str], str]:
    """The same as this program makes it in that version; `packaging/record_build.py` writes it down."""
    text = resource("builds", f"{version}.json").read_text(encoding="utf-8")
    return {(kind, name): said for kind, name, said in json.loads(text)}


GLANCE = (
    Invariant("file.pages", _pages_at_a_glance),
    Invariant("file.mark", _mark),
    Invariant("file.missing", _missing),
    Invariant("file.foreign", _foreign),
    Invariant("file.altered", _altered),
)

INVARIANTS = (
    Invariant("file.pages", _pages),
    *GLANCE[1:],
    Invariant("file.references", _references),
)
