"""The file itself: its pages, its references, its mark, and that tables, indexes and triggers are as the program made
them."""

from collections.abc import Iterator

from committee_desk.storage.checking.reading import Invariant, Reading
from committee_desk.storage.recognise import APPLICATION_ID

Found = Iterator[dict[str, object]]


def _pages(reading: Reading) -> Found:
    for (said,) in reading.rows("PRAGMA integrity_check"):
        if said != "ok":
            yield {"said": said}


def _pages_at_a_glance(reading: Reading) -> Found:
    for (said,) in reading.rows("PRAGMA quick_check"):
        if said != "ok":
            yield {"said": said}


def _mark(reading: Reading) -> Found:
    found = reading.one("PRAGMA application_id")
    if found != APPLICATION_ID:
        yield {"found": found}


PAGES = Invariant("file.pages", _pages)
QUICK_PAGES = Invariant("file.pages", _pages_at_a_glance)
MARK = Invariant("file.mark", _mark)
