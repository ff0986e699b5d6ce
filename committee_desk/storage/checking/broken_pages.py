"""What the engine says of broken pages and indexes, summed up: it has a line for each cell."""

import re
from collections.abc import Sequence

from sqlcipher3 import dbapi2

from committee_desk.storage.checking.reading import Facts, Reading

MOST = 100
"""So many lines the engine says and no more."""

_PAGE = re.compile(r"\bpage (\d+)", re.IGNORECASE)
_TREE = re.compile(r"^Tree (\d+)")
_NAMED = re.compile(r"(?:\bindex|value in|constraint failed in) ([^.\s]+)")


def summed_up(reading: Reading, said: Sequence[str]) -> Facts:
    """How many pages are broken, whose they are, and the engine's own words where they tell neither."""
    pages = {page for line in said for page in _PAGE.findall(line)}
    roots = {int(root) for line in said for root in _TREE.findall(line)}
    named = {name for line in said for name in _NAMED.findall(line)}
    tables = _tables(reading, roots, named)
    return {
        "pages": len(pages),
        "tables": tables,
        "more": len(said) >= MOST,
        "said": "" if pages or tables else next((line for line in said if not line.startswith("***")), ""),
    }


def _tables(reading: Reading, roots: set[int], named: set[str]) -> tuple[str, ...]:
    try:
        parts = reading.rows("SELECT rootpage, name, tbl_name FROM sqlite_master")
    except dbapi2.Error:  # the list of tables is what is broken
        return ()
    return tuple(sorted({str(table) for root, name, table in parts if root in roots or name in named}))
