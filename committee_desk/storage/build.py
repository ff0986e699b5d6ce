"""How a desk's file is built: every row of its schema, held against what this program makes.

Nothing in a file may act by itself: a trigger that is not the program's own could change what an act writes before
the act's entry seals it. So every row counts, whatever its name; only what the engine makes by itself is let pass.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from committee_desk.domain.desk_file import DeskDamaged
from committee_desk.paths import migrations, resource
from committee_desk.storage.failures import failure_of

SCHEMA = "SELECT type, name, tbl_name, sql FROM {}.sqlite_master ORDER BY type, name, tbl_name, sql"
"""Every row of a schema, of the file attached under that name."""

_SPACE = re.compile(r"""('(?:[^']|'')*'|"[^"]*")|[ \t\n\f\r]{2,}|[\t\n\f\r]""")


class Part(NamedTuple):
    """A table, index, trigger or view of the file, with the table that it belongs to."""

    kind: str
    name: str
    table: str
    text: str


class Difference(NamedTuple):
    """Where a file is built otherwise: a part that is `missing`, `foreign` or `altered`."""

    sort: str
    part: Part


_STATISTICS = frozenset({
    Part("table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"),
    Part("table", "sqlite_stat4", "sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"),
})  # fmt: skip
"""What the engine lays down when another program asks it to analyse the file: numbers for its planner."""


def parts_of(rows: Iterable[Sequence[object]]) -> tuple[Part, ...]:
    """The rows of a schema in one spelling, without the engine's statistics."""
    found = (Part(str(kind).lower(), str(name), str(table), _spaced(sql)) for kind, name, table, sql in rows)
    return tuple(part for part in found if part not in _STATISTICS)


def _spaced(sql: object) -> str:
    """One spacing, but for what stands in quotes."""
    return "" if sql is None else _SPACE.sub(lambda found: found[1] or " ", str(sql)).strip(" ")


def differences(held: Sequence[Part], version: str) -> Iterator[Difference]:
    """Where the file is built otherwise than this program builds a desk of that version."""
    made = shipped_build(version)
    names = {(part.kind, part.name) for part in held}
    yield from (Difference("missing", part) for key, part in made.items() if key not in names)
    seen = set()
    for part in held:
        key = part.kind, part.name
        if key not in made or key in seen:
            yield Difference("foreign", part)
        elif part != made[key]:
            yield Difference("altered", part)
        seen.add(key)


@cache
def shipped_build(version: str) -> dict[tuple[str, str], Part]:
    """What this program builds in that version; `packaging/record_build.py` writes it down."""
    text = resource("builds", f"{version}.json").read_text(encoding="utf-8")
    return {(row[0], row[1]): Part(*row) for row in json.loads(text)}


def known_versions(folder: Path) -> tuple[str, ...]:
    """Every version this program knows, oldest first."""
    return tuple(sorted(file.stem.split("_")[0] for file in (folder / "versions").glob("[0-9]*.py")))


def require_built(connection: sa.Connection, path: Path, version: str | None = None) -> None:
    """Refuse, as damaged, a file that is built otherwise than a desk of that version, or of today's."""
    rows = tuple(tuple(row) for row in connection.exec_driver_sql(SCHEMA.format("main")))
    if not _is_built(rows, version or _newest()):
        raise DeskDamaged(path)


@cache
def _newest() -> str:
    return known_versions(migrations())[-1]


_seen_built: dict[str, tuple[tuple[object, ...], ...]] = {}


def _is_built(rows: tuple[tuple[object, ...], ...], version: str) -> bool:
    if _seen_built.get(version) == rows:
        return True
    built = not any(differences(parts_of(rows), version))
    if built:
        _seen_built[version] = rows
    return built


def require_whole_length(connection: sa.Connection, path: Path) -> None:
    """Refuse, as damaged, a file that is longer or shorter than its pages."""
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    size = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
    if surplus(path, pages, size):
        raise DeskDamaged(path)


def surplus(path: Path, pages: int, size: int | str) -> int:
    """By how many bytes the file is longer than its pages; less than 0 where it lost some."""
    try:
        return path.stat().st_size - int(pages) * int(size)  # a protected desk's page size is told as text
    except OSError as error:
        raise failure_of(error, path) or error from error
