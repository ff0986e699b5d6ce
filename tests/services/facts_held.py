"""Puts facts on a desk without a workbook, for tests of what reads them."""

from collections.abc import Sequence
from typing import Any

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports.book import ImportRow
from committee_desk.services.imports.kinds import Kind
from committee_desk.storage.work import SqlWork
from tests.conftest import frozen_clock


def hold(desk: Desk, kind: Kind, facts: Sequence[Any], year: int = 2026) -> int:
    """Keep the facts as if a workbook had brought them, from row 3 on; returns the entry."""
    columns = {"工号": "A", "案号": "B"}
    row = ImportRow(0, kind, year, f"{kind.value}.xlsx", "ab" * 32, "表1", columns, "cd" * 32, len(facts), 0, 0)
    what = {name: value for name, value in row._asdict().items() if name not in ("entry", "taken_back_by")}
    with SqlWork(desk.identity().path, None, frozen_clock).writing() as uow:
        entry = uow.journal.append(Actor("周敏"), "import", kind.value, what)
        uow.facts.record(row._replace(entry=entry))
        uow.facts.write(kind, year, entry, facts, list(range(3, 3 + len(facts))))
        uow.commit()
    return entry
