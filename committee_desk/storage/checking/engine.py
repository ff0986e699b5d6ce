"""The file itself: its pages, its references, its mark, and that it is built as the program builds a desk."""

from collections.abc import Callable, Iterator

from sqlcipher3 import dbapi2

from committee_desk.storage.build import SCHEMA, Difference, differences, parts_of, surplus
from committee_desk.storage.checking.broken_pages import summed_up
from committee_desk.storage.checking.reading import Facts, Invariant, Reading
from committee_desk.storage.recognise import APPLICATION_ID


def _pages(reading: Reading) -> Iterator[Facts]:
    told = list(_said_by(reading, "integrity_check"))
    yield from told or _sealed_pages(reading)


def _sealed_pages(reading: Reading) -> Iterator[Facts]:
    """Every page of a protected file against its own seal, those among them that hold nothing now."""
    said = [str(line) for (line,) in reading.each("PRAGMA cipher_integrity_check")]
    if said:
        yield summed_up(reading, said)


def _pages_at_a_glance(reading: Reading) -> Iterator[Facts]:
    yield from _said_by(reading, "quick_check")


def _said_by(reading: Reading, pragma: str) -> Iterator[Facts]:
    said: list[str] = []
    try:
        for (lines,) in reading.each(f"PRAGMA {pragma}"):
            said += str(lines).splitlines()
    except dbapi2.DatabaseError:  # the engine gives up after what it said
        if not said:
            raise
    if said != ["ok"]:
        yield summed_up(reading, said)


def _length(reading: Reading) -> Iterator[Facts]:
    """A file that is longer than its pages holds something that nobody reads."""
    bytes_ = surplus(reading.path, reading.one("PRAGMA page_count"), reading.one("PRAGMA page_size"))
    if bytes_:
        yield {"bytes": bytes_}


def _references(reading: Reading) -> Iterator[Facts]:
    for table, row, parent, _number in reading.each("PRAGMA foreign_key_check"):
        yield {"table": table, "row": row, "parent": parent}


def _mark(reading: Reading) -> Iterator[Facts]:
    found = reading.one("PRAGMA application_id")
    if found != APPLICATION_ID:
        yield {"found": found}


def _built_otherwise(sort: str) -> Callable[[Reading], Iterator[Facts]]:
    def found(reading: Reading) -> Iterator[Facts]:
        for difference in reading.once("build", _differences):
            if difference.sort == sort:
                yield {"kind": difference.part.kind, "name": difference.part.name}

    return found


def _differences(reading: Reading) -> list[Difference]:
    return sorted(differences(parts_of(reading.rows(SCHEMA.format("main"))), reading.version))


GLANCE = (
    Invariant("file.pages", _pages_at_a_glance),
    Invariant("file.length", _length),
    Invariant("file.mark", _mark),
    Invariant("file.missing", _built_otherwise("missing")),
    Invariant("file.foreign", _built_otherwise("foreign")),
    Invariant("file.altered", _built_otherwise("altered")),
)

INVARIANTS = (
    Invariant("file.pages", _pages),
    *GLANCE[1:],
    Invariant("file.references", _references),
)
