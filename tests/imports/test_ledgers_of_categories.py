"""An imported event belongs to the ledger of its person's category, and says when nobody approved it."""

from pathlib import Path

import pytest

from committee_desk.domain.people import Category
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.imports.problems import Doubt
from committee_desk.services.imports.refusals import ImportRefused
from tests.imports.workbooks import good, workbook


@pytest.fixture
def moved(desk: Desk, actor: Actor, tmp_path: Path) -> Desk:
    """J001 was 检察官 until May and is 检察辅助人员 since; F001 always was the latter."""
    stays = [
        {"工号": "J001", "姓名": "张三", "部门": "一部", "人员类别": "检察官", "离岗日期": "2026-05-31"},
        {"工号": "J001", "姓名": "张三", "部门": "一部二", "人员类别": "检察辅助人员", "到岗日期": "2026-06-01"},
        {"工号": "F001", "姓名": "李四", "部门": "一部", "人员类别": "检察辅助人员"},
    ]
    desk.imports.carry_out(actor, Kind.PEOPLE, workbook(tmp_path / "人员.xlsx", stays), 2026)
    return desk


def read(desk: Desk, actor: Actor, path: Path, **cells: object) -> list[Doubt]:
    book = workbook(path / "加减分.xlsx", [good(Kind.EVENTS, **cells)])
    return [each.doubt for each in desk.imports.carry_out(actor, Kind.EVENTS, book, 2026).warnings]


def test_row_17_one_name_means_the_prosecutors_ledger_all_year_and_an_id_its_own(
    moved: Desk, actor: Actor, tmp_path: Path
) -> None:
    shared = {each.name: each.id for each in moved.scores.scheme(2026).ledger_indicators}
    assistants = moved.entry.grid(2026, 6, Category.ASSISTANT).columns
    name, theirs = next((column.name, column.indicator) for column in assistants if column.name in shared)
    assert read(moved, actor, tmp_path, 工号="J001", 指标=name, 日期="2026-05-31") == []
    doubts = read(moved, actor, tmp_path, 工号="J001", 指标=name, 日期="2026-06-01")
    assert doubts == [Doubt.PROSECUTORS_LEDGER]
    assert read(moved, actor, tmp_path, 工号="J001", 指标=theirs, 日期="2026-06-02") == []
    read(moved, actor, tmp_path, 工号="F001", 指标=name, 日期="2026-06-01")
    rows = [row for month in (5, 6) for row in moved.entry.rows(2026, month, Category.PROSECUTOR).rows]
    assert [row.indicator for row in rows] == [shared[name]] * 2
    rows = [row for month in (5, 6) for row in moved.entry.rows(2026, month, Category.ASSISTANT).rows]
    assert [(row.code, row.indicator) for row in rows] == [("F001", theirs), ("J001", theirs)]


def test_a_ledger_of_assistants_is_none_of_a_prosecutor(moved: Desk, actor: Actor, tmp_path: Path) -> None:
    own = {each.name for each in moved.scores.scheme(2026).ledger_indicators}
    assistants = moved.entry.grid(2026, 6, Category.ASSISTANT).columns
    theirs = next(column for column in assistants if column.name not in own)
    read(moved, actor, tmp_path, 工号="F001", 指标=theirs.indicator)
    stays = [{"工号": "J002", "姓名": "王五", "部门": "一部", "人员类别": "检察官"}]
    moved.imports.carry_out(actor, Kind.PEOPLE, workbook(tmp_path / "人员.xlsx", stays), 2026)
    with pytest.raises(ImportRefused):
        read(moved, actor, tmp_path, 工号="J002", 指标=theirs.name)


def test_rows_that_nobody_approved_are_taken_with_one_warning(moved: Desk, actor: Actor, tmp_path: Path) -> None:
    assert read(moved, actor, tmp_path, 工号="J001", 审批人="") == [Doubt.NOT_APPROVED]
    (row,) = moved.entry.rows(2026, 5).rows
    assert (row.approver, row.state) == (None, "counted")


def test_where_a_paper_appeared_is_no_paper_claimed_twice(moved: Desk, actor: Actor, tmp_path: Path) -> None:
    assert read(moved, actor, tmp_path, 工号="J001", 事由="在《检察日报》发表《论证据》") == []
    assert read(moved, actor, tmp_path, 工号="F001", 指标="加分", 事由="在《检察日报》发表《论时效》") == []
    assert read(moved, actor, tmp_path, 工号="J001", 事由="《论时效》一文") == [Doubt.SAME_WORK]
