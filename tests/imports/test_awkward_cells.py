"""Cells as they come out of a spreadsheet that was not kind to them: errors, broken codes, spaces, long texts, sums."""

import csv
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from committee_desk.domain.calendar import Missing
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind, Why
from committee_desk.services.imports.problems import LONGEST_VALUE, Doubt, RowProblem
from committee_desk.services.imports.refusals import ImportRefused
from committee_desk.wording.imports import remedy_in_words, row_in_words, warning_in_words
from tests.imports.workbooks import CASE, day, good, held, look, read, workbook

P, C, R, E, L, B, S, V, D = Kind


def problems_of(desk: Desk, kind: Kind, path: Path) -> list[RowProblem]:
    """What is bad in the workbook, which is refused for it."""
    with pytest.raises(ImportRefused) as refused:
        read(desk, kind, path)
    return list(refused.value.problems)


@pytest.mark.parametrize(
    ("kind", "heading", "written", "why"),
    [
        (L, "得分", "9 0", Why.NO_NUMBER),
        (L, "得分", "8\n5", Why.NO_NUMBER),
        (E, "分值", "1 .5", Why.NO_NUMBER),
        (V, "起", "2026-0 2-01", Why.NO_DATE),
        (V, "起", "460 54", Why.NO_DATE),
        (V, "起", "2026年2月0 1日", Why.NO_DATE),
        (C, "涉案人数", "1 2", Why.NO_NUMBER),
        (C, "分担比例", "6 0%", Why.NO_NUMBER),
        (P, "出生年月", "198 5.07", Why.NO_MONTH),
    ],
)
def test_a_space_inside_a_number_or_a_date_is_not_trimmed_away(
    office: Desk, tmp_path: Path, kind: Kind, heading: str, written: str, why: Why
) -> None:
    (problem,) = problems_of(office, kind, workbook(tmp_path / "表.xlsx", [good(kind, **{heading: written})]))
    assert (problem.heading, problem.why) == (heading, why)
    assert "\n" not in row_in_words(problem)


@pytest.mark.parametrize(
    "written", [" 2026-02-01　", "2026 年 2 月 1 日", "\u200e2026-02-01", " 46054 ", "2026-02-01 08:30"]
)
def test_spaces_round_a_date_and_beside_its_units_are_passed_over(office: Desk, tmp_path: Path, written: str) -> None:
    read(office, V, workbook(tmp_path / "请假.xlsx", [good(V, 起=written)]))
    assert held(office, V)[0].since == day("2026-02-01")


@pytest.mark.parametrize("written", ["9999-12-31", 2958465, "2958465", "2200-01-01"])
def test_a_day_for_ever_is_a_day(desk: Desk, tmp_path: Path, written: Any) -> None:
    read(desk, P, workbook(tmp_path / "人员.xlsx", [good(P, 离岗日期=written)]))
    assert held(desk, P)[0].until == day("2200-01-01" if written == "2200-01-01" else "9999-12-31")
    assert desk.scores.year(2026).people[0].code == "J009"


@pytest.mark.parametrize(
    "error", ["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", " #n/a ", "Err:502"]
)
@pytest.mark.parametrize("heading", ["案件名称", "分担比例", "审结日期"])
def test_the_text_of_an_error_is_an_error_in_a_csv_and_in_a_cell_of_text(
    office: Desk, tmp_path: Path, error: str, heading: str
) -> None:
    row = good(C, **{"案件名称": "某案", "分担比例": "1", heading: error})
    path = tmp_path / "案件.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([row.keys(), row.values()])
    book = Workbook()
    book.active.append(list(row))
    book.active.append([None] * len(row))
    for column, cell in enumerate(row.values(), start=1):
        book.active.cell(2, column, cell).data_type = "s"
    book.save(tmp_path / "案件.xlsx")
    for each in (path, tmp_path / "案件.xlsx"):
        (problem,) = problems_of(office, C, each)
        assert (problem.heading, problem.why, problem.value) == (heading, Why.ERROR_VALUE, error.strip())


def test_a_title_that_begins_like_an_error_is_a_title(office: Desk, tmp_path: Path) -> None:
    read(office, C, workbook(tmp_path / "案件.xlsx", [good(C, 案件名称="#1 某案")]))
    assert "#1 某案" in {share.title for share in held(office, C)}


def test_an_error_in_a_cell_is_listed_with_what_it_shows(office: Desk, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(list(good(E)))
    book.active.append(list(good(E).values()))
    book.active.cell(2, 4, "#N/A").data_type = "e"
    book.save(tmp_path / "加减分.xlsx")
    (problem,) = problems_of(office, E, tmp_path / "加减分.xlsx")
    assert (problem.cell, problem.value, problem.why) == ("D2", "#N/A", Why.ERROR_VALUE)


@pytest.mark.parametrize(("kind", "heading"), [(P, "工号"), (C, "案号"), (E, "凭证号"), (V, "工号")])
def test_a_code_that_became_scientific_notation_is_said_to_be_damaged(
    office: Desk, tmp_path: Path, kind: Kind, heading: str
) -> None:
    path = workbook(tmp_path / "表.xlsx", [good(kind, **{heading: "2.02601E+11"})])
    (problem,) = problems_of(office, kind, path)
    assert (problem.heading, problem.why) == (heading, Why.DAMAGED_CODE)
    assert "科学记数" in row_in_words(problem)


def test_a_long_value_is_repeated_cut(office: Desk, tmp_path: Path) -> None:
    (problem,) = problems_of(office, E, workbook(tmp_path / "加减分.xlsx", [good(E, 分值="错" * 30_000)]))
    assert problem.value == "错" * LONGEST_VALUE
    assert "错" * 40 + "…" in row_in_words(problem)
    assert "错" * 41 not in row_in_words(problem)


def test_the_other_of_two_long_values_is_repeated_cut_as_well(office: Desk, tmp_path: Path) -> None:
    rows = [good(E, 审批人="甲" * 1500), good(E, 审批人="乙" * 1500)]
    found = problems_of(office, E, workbook(tmp_path / "加减分.xlsx", rows))
    assert all(len(row_in_words(problem)) < 250 for problem in found)


def test_a_handler_who_is_given_by_name_only_is_complained_of_at_the_name(office: Desk, tmp_path: Path) -> None:
    row = good(C, 承办检察官工号=None, 承办检察官="王五")
    (problem,) = problems_of(office, C, workbook(tmp_path / "案件.xlsx", [row]))
    assert (problem.heading, problem.value, problem.why) == ("承办检察官", "王五", Why.NO_PROSECUTOR)


def test_a_handler_on_the_desk_who_is_not_in_the_workbook_is_named_when_shares_are_too_much(
    office: Desk, tmp_path: Path
) -> None:
    row = {**CASE, "承办检察官工号": "J002", "分担比例": 0.6}
    (problem,) = problems_of(office, C, workbook(tmp_path / "案件.xlsx", [row]))
    assert problem.why is Why.SHARES_ABOVE_ONE
    assert "J001（0.6）" in row_in_words(problem)
    assert "撤回" in remedy_in_words(problem)
    both = [{**CASE, "分担比例": 0.7}, row]
    found = problems_of(office, C, workbook(tmp_path / "两人.xlsx", both))
    assert all("J001" not in row_in_words(each) and "撤回" not in remedy_in_words(each) for each in found)


FOOTERS = (
    ("制表人：周敏", None, None, "审核人：郑岚"),
    (None, None, "2026年12月31日", None),
    ("合计", 3, None, None),
    ("填表日期: 2026-12-31", None, None, None),
)


def test_what_stands_below_the_sum_is_no_row(desk: Desk, tmp_path: Path) -> None:
    book = Workbook()
    for row in (("工号", "姓名", "部门", "人员类别"), ("J009", "赵九", "一部", "检察官"), ("合计", 1), *FOOTERS):
        book.active.append(row)
    book.save(tmp_path / "人员.xlsx")
    preview = look(desk, P, tmp_path / "人员.xlsx")
    assert (preview.total_rows, preview.added, preview.problems) == (1, 1, ())


def test_a_row_below_the_sum_that_names_somebody_is_not_lost(desk: Desk, tmp_path: Path) -> None:
    rows = [good(P), {"工号": "小计", "姓名": 1}, good(P, 工号="J010"), {"工号": "合计", "姓名": 2}]
    (problem,) = problems_of(desk, P, workbook(tmp_path / "人员.xlsx", rows))
    assert (problem.row, problem.value, problem.why) == (3, "小计", Why.TOTAL_LINE)
    assert "删去" in remedy_in_words(problem)


def test_a_sum_between_rows_is_known_by_its_first_cell_in_a_strange_column_too(desk: Desk, tmp_path: Path) -> None:
    rows = [{"序号": 1, **good(P)}, {"序号": "小 计", "离岗日期": "1人"}, {"序号": 2, **good(P, 工号="J010")}]
    (problem,) = problems_of(desk, P, workbook(tmp_path / "人员.xlsx", rows))
    assert (problem.row, problem.value, problem.why) == (3, "小 计", Why.TOTAL_LINE)


def test_a_row_that_has_everything_is_a_row_though_its_first_cell_reads_like_a_sum(
    office: Desk, tmp_path: Path
) -> None:
    rows = [{"案件名称": "合计诈骗案", **good(C)}, good(C, 案号="检〔2026〕10号")]
    assert read(office, C, workbook(tmp_path / "案件.xlsx", rows)).added == 2


NOTICE = [{"日期": f"2031-{each}", "类型": "休", "文号": "国办1号"} for each in ("01-01", "01-23", "05-01", "10-01")]


def test_a_whole_notice_is_taken_without_a_word(desk: Desk, tmp_path: Path) -> None:
    assert read(desk, D, workbook(tmp_path / "节假日.xlsx", NOTICE)).warnings == ()


@pytest.mark.parametrize(
    ("lacking", "missing"), [(1, Missing.SPRING), (2, Missing.LABOUR), (3, Missing.NATIONAL), (0, Missing.NEW_YEAR)]
)
def test_a_list_without_a_holiday_that_every_notice_has_is_warned_of(
    desk: Desk, tmp_path: Path, lacking: int, missing: Missing
) -> None:
    rows = [row for index, row in enumerate(NOTICE) if index != lacking]
    (warning,) = read(desk, D, workbook(tmp_path / "节假日.xlsx", rows)).warnings
    assert (warning.doubt, warning.facts["missing"]) == (Doubt.NOTICE_INCOMPLETE, (missing,))
    assert ("尚未公布" in warning_in_words(warning)) is (missing is Missing.NEW_YEAR)
    assert (2031 in desk.calendar.held_years()) is (missing is not Missing.NEW_YEAR)


def test_what_the_desk_has_of_a_year_already_counts_towards_its_list(desk: Desk, tmp_path: Path) -> None:
    read(desk, D, workbook(tmp_path / "一.xlsx", NOTICE[:3]))
    assert read(desk, D, workbook(tmp_path / "二.xlsx", NOTICE[3:])).warnings == ()


def test_the_last_days_of_december_in_the_next_years_notice_are_no_list_of_their_year(
    desk: Desk, tmp_path: Path
) -> None:
    eve = {"日期": "2030-12-31", "类型": "休", "文号": "国办1号"}
    assert read(desk, D, workbook(tmp_path / "节假日.xlsx", [eve, *NOTICE])).warnings == ()
