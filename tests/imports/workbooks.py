"""Workbooks for tests, made as real programs make them, and what the desk holds after reading them."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from committee_desk.services.actor import Actor
from committee_desk.services.clock import pc_clock
from committee_desk.services.desk import Desk
from committee_desk.services.imports import ImportOutcome, ImportPreview, Kind
from committee_desk.storage.books.shelves import SHELVES
from committee_desk.storage.work import SqlWork

ACTOR = Actor("周敏")

GOOD: dict[Kind, dict[str, Any]] = {
    Kind.PEOPLE: {"工号": "J009", "姓名": "赵九", "部门": "第三检察部", "人员类别": "检察官", "到岗日期": "2021-01-01"},
    Kind.CASES: {
        "案号": "检〔2026〕9号", "案件类别": "审查起诉", "承办检察官工号": "J001",
        "受理日期": "2026-03-01", "审结日期": "2026-04-01",
    },
    Kind.REVIEWS: {"案号": "检〔2026〕1号", "实体得分": 55, "程序得分": 36, "评查等次": "合格"},
    Kind.EVENTS: {
        "工号": "J001", "指标": "司法技能", "日期": "2026-05-06", "分值": 1.5, "事由": "培训结业", "凭证号": "政1号",
        "审批人": "政治部主任",
    },
    Kind.LEADER_RATINGS: {"被评价人工号": "J001", "评价人": "检察长", "得分": 90},
    Kind.BALLOTS: {"票号": "A-1", "票类": "A", "被测评人工号": "J001", "得分": 90},
    Kind.SANCTIONS: {"工号": "J001", "种类": "诫勉", "决定文号": "监1号", "决定日期": "2026-06-01"},
    Kind.LEAVE: {"工号": "J001", "种类": "病假", "起": "2026-02-01", "止": "2026-02-10"},
    Kind.CALENDAR: {"日期": "2031-01-01", "类型": "休", "文号": "国办1号"},
}  # fmt: skip
"""One good row of each kind, for the desk of `office`."""

PEOPLE = (
    {"工号": "J001", "姓名": "张三", "部门": "第一检察部", "人员类别": "检察官", "到岗日期": "2020-01-01"},
    {"工号": "J002", "姓名": "李四", "部门": "第二检察部", "人员类别": "检察官", "到岗日期": "2020-01-01"},
    {"工号": "J003", "姓名": "阿依·买买提", "部门": "第二检察部", "人员类别": "检察官"},
    {"工号": "A001", "姓名": "王五", "部门": "第一检察部", "人员类别": "检察辅助人员"},
    {"工号": "B001", "姓名": "李四", "部门": "政治部", "人员类别": "司法行政人员"},
)
CASE = {
    "案号": "检〔2026〕1号", "案件类别": "审查起诉", "承办检察官工号": "J001",
    "受理日期": "2026-03-01", "审结日期": "2026-04-01", "分担比例": 0.6,
}  # fmt: skip


def good(kind: Kind, **changes: Any) -> dict[str, Any]:
    """A good row with some cells changed; None leaves the cell empty."""
    return {**GOOD[kind], **changes}


def workbook(path: Path, rows: Sequence[Mapping[str, Any]], *, headings: Sequence[str] = ()) -> Path:
    """An .xlsx of these rows: dictionaries from heading to cell."""
    book = Workbook()
    fill(book.active, rows, headings=headings)
    book.save(path)
    return path


def fill(sheet: Any, rows: Sequence[Mapping[str, Any]], *, headings: Sequence[str] = ()) -> None:
    """Headings and rows, under whatever stands in the sheet."""
    wanted = list(headings) or list(dict.fromkeys(heading for row in rows for heading in row))
    sheet.append(wanted)
    for row in rows:
        sheet.append([row.get(heading) for heading in wanted])


def read(desk: Desk, kind: Kind, path: Path, *, year: int = 2026, replace: bool = False) -> ImportOutcome:
    """Read a workbook in."""
    return desk.imports.carry_out(ACTOR, kind, path, year, replace=replace)


def look(desk: Desk, kind: Kind, path: Path, *, year: int = 2026) -> ImportPreview:
    """Look what reading it in would do."""
    return desk.imports.preview(ACTOR, kind, path, year)


def held(desk: Desk, kind: Kind) -> list[Any]:
    """All facts of a kind that hold on the desk, in an order of their own."""
    shelf = SHELVES[kind]
    with SqlWork(desk.identity().path, None, pc_clock).reading() as uow:
        rows = uow.facts._select(shelf, shelf.table.c.ended_by.is_(None))
    return sorted((row.fact for row in rows), key=str)


def sources(desk: Desk, kind: Kind) -> list[tuple[int, int | None]]:
    """(entry, row) of all facts of a kind that hold."""
    shelf = SHELVES[kind]
    with SqlWork(desk.identity().path, None, pc_clock).reading() as uow:
        return sorted((row.source, row.row) for row in uow.facts._select(shelf, shelf.table.c.ended_by.is_(None)))


def day(text: str) -> date:
    """A date from its usual text."""
    return date.fromisoformat(text)
