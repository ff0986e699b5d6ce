"""Workbooks that reach into months that are closed or published: taken and named, or refused; the 登记号 stays."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.entry_refusals import CameByImport
from committee_desk.services.entry_views import EventRow, Line, MarkTyped
from committee_desk.services.imports import ImportOutcome, ImportPreview, Kind
from committee_desk.services.imports.problems import Doubt
from committee_desk.services.month_views import ClosedWouldBeChanged, PublishedWouldBeLowered
from committee_desk.wording.imports import warning_in_words
from committee_desk.wording.saying import sentence
from tests.imports.workbooks import good, workbook
from tests.services.typing_desks import changed, row_of, whole

WHY = "现状"
PROSECUTORS = "检察官"


class Office:
    """The sample office, and workbooks of events for it."""

    def __init__(self, desk: Desk, actor: Actor, folder: Path) -> None:
        self.desk, self.actor, self._folder = desk, actor, folder

    def path(self, *rows: Mapping[str, object]) -> Path:
        told = [good(Kind.EVENTS, **{"凭证号": "政〔2026〕9号", **row}) for row in rows]
        return workbook(self._folder / "加减分.xlsx", told)

    def read(self, *rows: Mapping[str, object], replace: bool = False) -> ImportOutcome:
        return self.desk.imports.carry_out(self.actor, Kind.EVENTS, self.path(*rows), 2026, replace=replace)

    def preview(self, *rows: Mapping[str, object], replace: bool = False) -> ImportPreview:
        return self.desk.imports.preview(self.actor, Kind.EVENTS, self.path(*rows), 2026, replace=replace)

    def close(self, *months: int) -> None:
        for month in months:
            self.desk.months.close(self.actor, 2026, month, WHY)

    def publish(self, *months: int) -> None:
        for month in months:
            self.close(month)
            self.desk.months.publish(self.actor, 2026, month)

    def figure(self, code: str, indicator: str, version: int = 0) -> int:
        line = self.desk.months.sheet(2026, 1, PROSECUTORS, version).of(code)
        assert line is not None
        return line.indicators[indicator]


@pytest.fixture
def office(sample_desk: Desk, actor: Actor, tmp_path: Path) -> Office:
    return Office(sample_desk, actor, tmp_path)


def shut(told: ImportPreview | ImportOutcome) -> list[str]:
    return [warning_in_words(each) for each in told.warnings if each.doubt is Doubt.MONTH_SHUT]


JANUARY, FEBRUARY = ({"日期": f"2026-0{month}-20", "事由": f"一次{month}"} for month in (1, 2))
MARCH = {"日期": "2026-03-20"}


def test_rows_of_closed_and_published_months_are_named_once_and_in_the_journal(office: Office) -> None:
    assert not shut(office.preview(JANUARY, FEBRUARY))
    office.publish(1)
    office.close(2)
    rows = (MARCH, JANUARY, {**JANUARY, "工号": "J002"}, FEBRUARY)
    (said,) = shut(office.preview(*rows))
    assert "D3" not in said  # the third column is the date
    assert said.endswith(
        "有 3 行落在已关账的月份：2026年2月，公布前请重新核对；落在已公布的月份：2026年1月，须公布更正。"
    )
    outcome = office.read(*rows)
    assert shut(outcome) == [said]
    (entry,) = office.desk.journal.rows(1)
    assert json.loads(entry.what)["shut"] == {"count": 3, "months": [[2026, 1, "published"], [2026, 2, "closed"]]}
    assert not shut(office.read(*rows))


def test_a_closed_month_alone_asks_to_look_again_and_a_published_one_to_be_corrected(office: Office) -> None:
    office.close(1)
    assert shut(office.preview(JANUARY))[0].endswith("有 1 行落在已关账的月份：2026年1月；公布前请重新核对。")
    office.desk.months.publish(office.actor, 2026, 1)
    assert shut(office.preview(JANUARY))[0].endswith("有 1 行落在已公布的月份：2026年1月；须公布更正。")


@pytest.mark.parametrize("points", [1, 2])
def test_what_the_closer_saw_is_not_replaced_before_it_is_published(office: Office, points: int) -> None:
    office.read({**JANUARY, "分值": 1.5}, {**MARCH, "分值": 1.5})
    office.close(1)
    head = office.desk.journal.head()
    with pytest.raises(ClosedWouldBeChanged) as refused:
        office.read({**JANUARY, "分值": points}, replace=True)
    assert office.desk.journal.head() == head
    assert "2026年1月已关账，有 1 行会改动" in sentence(refused.value)
    assert "重开2026年1月" in sentence(refused.value)
    assert office.preview({**JANUARY, "分值": points}).differences
    with pytest.raises(ClosedWouldBeChanged):
        office.preview({**JANUARY, "分值": points}, replace=True)
    assert office.read({**MARCH, "分值": points}, replace=True).replaced == 1
    office.desk.months.reopen(office.actor, 2026, 1, "来源更正")
    assert office.read({**JANUARY, "分值": points}, replace=True).replaced == 1


def test_what_the_closer_saw_is_not_taken_back_either(office: Office) -> None:
    entry = office.read(JANUARY).change.entry
    office.close(1)
    assert entry is not None
    with pytest.raises(ClosedWouldBeChanged):
        office.desk.imports.take_back(office.actor, entry, "误导入")


def test_a_case_that_closed_in_a_closed_month_stays_and_one_that_was_open_comes_in(
    office: Office, actor: Actor, tmp_path: Path
) -> None:
    def read(closed: str | None, **cells: object) -> None:
        path = workbook(tmp_path / "案件.xlsx", [good(Kind.CASES, 受理日期="2026-01-02", 审结日期=closed, **cells)])
        office.desk.imports.carry_out(actor, Kind.CASES, path, 2026, replace=True)

    read(None)
    office.close(1)
    read("2026-01-20")
    with pytest.raises(ClosedWouldBeChanged):
        read("2026-02-20")


def test_a_figure_that_a_new_row_lowered_hides_no_lowered_row(office: Office) -> None:
    skill = {**JANUARY, "工号": "J008", "指标": "bonus"}
    office.read({**skill, "分值": 2})
    office.publish(1)
    published = office.figure("J008", "bonus", 1)
    down = office.read({**skill, "分值": -5, "事由": "扣分"}).change.entry
    assert office.figure("J008", "bonus") < published
    with pytest.raises(PublishedWouldBeLowered):
        office.read({**skill, "分值": 0.5}, replace=True)
    assert down is not None
    office.desk.imports.take_back(office.actor, down, "误导入")
    assert office.figure("J008", "bonus") == published


def test_nor_is_a_positive_row_taken_back_under_it(office: Office) -> None:
    bonus = {**JANUARY, "工号": "J008", "指标": "bonus"}
    up = office.read({**bonus, "分值": 2}).change.entry
    office.publish(1)
    office.read({**bonus, "分值": -5, "事由": "扣分"})
    assert office.figure("J008", "bonus") == 0
    assert up is not None
    with pytest.raises(PublishedWouldBeLowered):
        office.desk.imports.take_back(office.actor, up, "误导入")


def test_a_row_that_rises_is_taken_although_a_new_one_had_lowered_the_figure(office: Office) -> None:
    bonus = {**JANUARY, "工号": "J008", "指标": "bonus"}
    office.read({**bonus, "分值": 1})
    office.publish(1)
    office.read({**bonus, "分值": -0.5, "事由": "扣分"})
    assert office.read({**bonus, "分值": 1.2}, replace=True).replaced == 1


def over_typed(office: Office, row: EventRow, points: float) -> EventRow:
    """The row after a workbook gave the same fact other points."""
    own = {
        "工号": row.code, "指标": row.indicator, "日期": str(row.day), "事由": row.reason, "凭证号": row.voucher,
        "分值": points, "审批人": row.approver,
    }  # fmt: skip
    assert office.read(own, replace=True).replaced == 1
    return row_of(office.desk, row.number)


def test_a_row_that_meets_a_typed_event_keeps_its_number_and_its_paper(office: Office) -> None:
    number = office.desk.entry.enter(
        office.actor, 2026, 12, whole(title="论公益诉讼", periodical="人民检察", author="2")
    ).number
    after = over_typed(office, row_of(office.desk, number), 0.8)
    assert (after.points, after.typed) == (Decimal("0.8"), False)
    assert (after.title, after.periodical, after.author) == ("论公益诉讼", "人民检察", 2)
    assert after.source is not None
    desk, actor = office.desk, office.actor
    with pytest.raises(CameByImport) as refused:
        desk.entry.enter(actor, 2026, 12, changed(after, points="5"))
    assert f"登记号 {number}" in sentence(refused.value)
    with pytest.raises(CameByImport):
        desk.entry.withdraw(actor, number or 0, "误登", after.seen)
    entry = after.source.entry
    desk.imports.take_back(actor, entry, "误导入")
    back = row_of(desk, number)
    assert (back.points, back.typed, back.title) == (Decimal("0.5"), True, "论公益诉讼")


def test_a_cell_that_a_workbook_took_stays_in_its_line_with_the_words_of_the_source(office: Office) -> None:
    desk, actor = office.desk, office.actor
    desk.entry.put_line(actor, 2026, 12, Line("skill", 1, "一批", "政3号", "政治部主任"))
    cell = desk.entry.mark(actor, 2026, 12, MarkTyped("J001", "skill", "1"))
    desk.entry.mark(actor, 2026, 12, MarkTyped("J002", "skill", "1"))
    after = over_typed(office, row_of(desk, cell.number), 2)
    assert (after.line, after.points, after.typed) == (1, Decimal(2), False)
    with pytest.raises(CameByImport):
        desk.entry.mark(actor, 2026, 12, MarkTyped("J001", "skill", "3", seen=after.seen))
    (line,) = desk.entry.lines(2026, 12, "skill")
    desk.entry.put_line(actor, 2026, 12, Line("skill", 1, "另一批", "政3号", "政治部主任", line.seen))
    reasons = {row.code: row.reason for row in desk.entry.rows(2026, 12).rows if row.line == 1}
    assert reasons == {"J001": "一批", "J002": "另一批"}
