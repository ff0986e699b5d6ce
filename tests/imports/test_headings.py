"""Headings in two rows, columns that are not read, and headings that were nearly right."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind, Why
from committee_desk.services.imports.problems import Doubt
from committee_desk.wording.imports import warning_in_words
from tests.imports.workbooks import day, good, held, look, read, workbook

P, C = Kind.PEOPLE, Kind.CASES
NEEDED = ("工号", "姓名", "部门", "人员类别")
ZHAO = ("J009", "赵九", "第三检察部", "检察官")


def in_two_rows(path: Path, upper: tuple[object, ...], lower: tuple[object, ...], *rows: tuple[object, ...]) -> Path:
    """A workbook whose headings stand in two rows, merged as offices merge them."""
    book = Workbook()
    for row in (("某院人员表",), upper, lower, *rows):
        book.active.append(row)
    for column, (over, under) in enumerate(zip(upper, lower, strict=True), start=1):
        if over and not under:
            book.active.merge_cells(start_row=2, end_row=3, start_column=column, end_column=column)
    book.save(path)
    return path


def test_days_under_a_merged_group_heading_are_read(desk: Desk, tmp_path: Path) -> None:
    upper, lower = (*NEEDED, "任职时间", None), (None,) * 4 + ("到岗日期", "离岗日期")
    read(desk, P, in_two_rows(tmp_path / "人员.xlsx", upper, lower, (*ZHAO, "2020-01-01", "2026-03-01")))
    (stay,) = held(desk, P)
    assert (stay.since, stay.until) == (day("2020-01-01"), day("2026-03-01"))


def test_needed_headings_may_stand_partly_in_the_upper_row_and_partly_in_the_lower(
    office: Desk, tmp_path: Path
) -> None:
    upper = ("案号", "案件类别", "承办检察官工号", "办案日期", None, "备注")
    lower = (None, None, None, "受理日期", "审结日期", None)
    row = ("检〔2026〕9号", "审查起诉", "J001", "2026-03-01", "2026-04-01", "无")
    done = read(office, C, in_two_rows(tmp_path / "案件.xlsx", upper, lower, row))
    assert (done.added, done.ignored) == (1, ("备注",))


def test_an_optional_heading_that_is_merged_down_over_the_needed_ones_is_read(desk: Desk, tmp_path: Path) -> None:
    upper, lower = ("基本情况", None, None, None, "办案系数"), (*NEEDED, None)
    read(desk, P, in_two_rows(tmp_path / "人员.xlsx", upper, lower, (*ZHAO, 0.5)))
    assert str(held(desk, P)[0].factor) == "0.5"


def test_a_row_of_data_is_never_taken_for_headings(desk: Desk, tmp_path: Path) -> None:
    upper, lower = (*NEEDED, "备注"), (*ZHAO, "到岗日期")
    assert read(desk, P, in_two_rows(tmp_path / "人员.xlsx", upper, lower)).added == 1


def test_a_row_whose_needed_cells_are_empty_is_a_bad_row_and_no_second_row_of_headings(
    desk: Desk, tmp_path: Path
) -> None:
    upper, lower = (*NEEDED, "性别", "备注"), (None, None, None, None, "女", "到岗日期")
    problems = look(desk, P, in_two_rows(tmp_path / "人员.xlsx", upper, lower, (*ZHAO, None, None))).problems
    assert [(each.cell, each.why) for each in problems] == [(f"{column}3", Why.EMPTY) for column in "ABCD"]


def test_columns_that_are_not_read_are_named(office: Desk, tmp_path: Path) -> None:
    row = {"序号": 1, **good(C), "主办\n科室": "一科"}
    path = workbook(tmp_path / "案件.xlsx", [row])
    assert look(office, C, path).ignored == ("序号", "主办 科室")
    assert read(office, C, path).ignored == ("序号", "主办 科室")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("离岗时间", "离岗日期"),
        ("检察官职级", "检察官等级"),
        ("办案系数(折算)", "办案系数"),
        ("所属部室", None),
        ("备注", None),
    ],
)
def test_a_column_is_warned_of_when_its_heading_is_nearly_that_of_an_absent_one(
    desk: Desk, tmp_path: Path, written: str, meant: str | None
) -> None:
    path = workbook(tmp_path / "人员.xlsx", [dict(zip((*NEEDED, written), (*ZHAO, "2026-03-01"), strict=True))])
    found = look(desk, P, path).warnings
    assert [(each.doubt, each.cell, each.facts["meant"]) for each in found] == (
        [(Doubt.NEARLY_A_HEADING, "E1", meant)] if meant else []
    )
    assert all(written in warning_in_words(each) for each in found)


def test_no_column_is_warned_of_when_the_one_that_it_is_like_is_there(desk: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "人员.xlsx", [good(P, 离岗日期="2026-03-01", 离岗时间="上午")])
    assert look(desk, P, path).warnings == ()
