"""Real exports look like this, and all of it is read (interface, part 2)."""

import re
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind, Why
from committee_desk.services.imports.refusals import HeadingsMissing, HeadingTwice
from tests.imports.workbooks import fill, good, held, look, read, sources, workbook

P, C, R, E, L, B, S, V, D = Kind


def test_a_merged_title_and_an_export_time_above_the_headings_are_passed_over(office: Desk, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["2026年度加减分事项"])
    book.active.merge_cells("A1:F1")
    book.active.append(["导出时间：2027-01-08 09:12", None, "单位：本院"])
    fill(book.active, [good(E)])
    book.save(tmp_path / "加减分.xlsx")
    assert read(office, E, tmp_path / "加减分.xlsx").added == 1
    assert sources(office, E)[0][1] == 4


def test_columns_stand_in_any_order_and_strange_ones_are_passed_over(office: Desk, tmp_path: Path) -> None:
    row = {"序号": 1, **dict(reversed(good(E).items())), "备注": "无"}
    read(office, E, workbook(tmp_path / "加减分.xlsx", [row]))
    assert held(office, E)[0].points == Decimal("1.5")


@pytest.mark.parametrize("heading", [" 分值 ", "　分值", "分 值", "分\n值", "分值*"])
def test_spaces_round_a_heading_do_not_hide_it(office: Desk, tmp_path: Path, heading: str) -> None:
    row = {heading if name == "分值" else name: cell for name, cell in good(E).items()}
    assert read(office, E, workbook(tmp_path / "加减分.xlsx", [row])).added == 1


def test_brackets_of_a_heading_may_be_full_width(office: Desk, tmp_path: Path) -> None:
    read(office, S, workbook(tmp_path / "处分.xlsx", [good(S, 种类="留党察看", **{"期限（年）": 2})]))
    assert held(office, S)[0].term == 2


@pytest.mark.parametrize("code", [" J001", "J001 ", "　J001　", "Ｊ００１", "J001\u00a0", "\ufeffJ001", "J\u200b001"])
def test_spaces_round_a_code_and_full_width_letters_do_not_change_it(office: Desk, tmp_path: Path, code: str) -> None:
    read(office, E, workbook(tmp_path / "加减分.xlsx", [good(E, 工号=code)]))
    assert held(office, E)[0].code == "J001"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("张　三", "张三"),
        (" 张 三 ", "张三"),
        ("买买提·艾力", "买买提·艾力"),
        ("买买提•艾力", "买买提·艾力"),
        ("买买提‧艾力", "买买提·艾力"),
        ("买买提・艾力", "买买提·艾力"),
        ("𫖯𬱖", "𫖯𬱖"),
        ("John  Smith", "John Smith"),
    ],
)
def test_a_padded_name_is_the_name_and_every_middle_dot_is_one(
    desk: Desk, tmp_path: Path, written: str, name: str
) -> None:
    read(desk, P, workbook(tmp_path / "人员.xlsx", [good(P, 姓名=written)]))
    assert held(desk, P)[0].name == name


def test_names_padded_differently_are_one_name(office: Desk, tmp_path: Path) -> None:
    row = good(C, 承办检察官="阿依‧买买提")
    del row["承办检察官工号"]
    read(office, C, workbook(tmp_path / "案件.xlsx", [row]))
    assert "J003" in {share.code for share in held(office, C)}


@pytest.mark.parametrize("written", [1.5, "1.5", "１．５", " 1.50 ", "+1.5", 1.5000000000000002])
def test_a_number_is_read_as_number_or_text_half_width_or_full(office: Desk, tmp_path: Path, written: Any) -> None:
    read(office, E, workbook(tmp_path / "加减分.xlsx", [good(E, 分值=written)]))
    assert held(office, E)[0].points == Decimal("1.5")


@pytest.mark.parametrize("written", [-0.5, "-0.5", "－０.５", "−0.5", "-.5"])
def test_a_minus_sign_is_read_in_every_shape(office: Desk, tmp_path: Path, written: Any) -> None:
    read(office, E, workbook(tmp_path / "加减分.xlsx", [good(E, 分值=written)]))
    assert held(office, E)[0].points == Decimal("-0.5")


def test_a_number_is_what_the_spreadsheet_shows_of_it(office: Desk, tmp_path: Path) -> None:
    read(office, E, workbook(tmp_path / "加减分.xlsx", [good(E, 分值=0.1 + 0.2)]))
    assert held(office, E)[0].points == Decimal("0.3")


@pytest.mark.parametrize(
    "written",
    [
        date(2026, 3, 5),
        datetime(2026, 3, 5, 14, 30),  # noqa: DTZ001 - a cell of a spreadsheet knows no time zone
        46086,
        "46086",
        "2026-03-05",
        "2026-3-5",
        "2026/3/5",
        "2026/03/05",
        "2026年3月5日",
        "2026年03月05日",
        "2026.03.05",
        "２０２６－０３－０５",
        " 2026-03-05 ",
        "2026 年 3 月 5 日",
        "2026-03-05 00:00:00",
        "2026-3-5 12:05",
        "2026年3月5日 9:05",
        "2026-03-05T09:05:00.000",
    ],
)
def test_a_date_is_read_in_all_its_shapes(office: Desk, tmp_path: Path, written: Any) -> None:
    read(office, E, workbook(tmp_path / "加减分.xlsx", [good(E, 日期=written)]))
    assert held(office, E)[0].day == date(2026, 3, 5)


def test_a_time_of_day_is_never_taken_for_a_part_of_the_day(office: Desk, tmp_path: Path) -> None:
    read(office, E, workbook(tmp_path / "加减分.xlsx", [good(E, 日期="2026-3-1 12:05")]))
    assert held(office, E)[0].day == date(2026, 3, 1)


def test_serial_numbers_of_a_workbook_that_counts_from_1904_mean_the_same_day(office: Desk, tmp_path: Path) -> None:
    book = Workbook()
    book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 - openpyxl's own constant
    fill(book.active, [good(E, 日期=46086 - 1462), good(E, 日期=date(2026, 3, 6), 凭证号=20001)])
    book.save(tmp_path / "加减分.xlsx")
    read(office, E, tmp_path / "加减分.xlsx")
    assert {event.day for event in held(office, E)} == {date(2026, 3, 5), date(2026, 3, 6)}
    assert {event.voucher for event in held(office, E)} == {"政1号", "20001"}


@pytest.mark.parametrize("label", ["合计", "合 计", "合计：1件", "总计"])
def test_a_sum_at_the_end_is_no_row(office: Desk, tmp_path: Path, label: str) -> None:
    rows = [{"序号": 1, **good(C)}, {}, {"序号": label, "案号": 559}, {}]
    headings = ["序号", *good(C)]
    assert read(office, C, workbook(tmp_path / "案件.xlsx", rows, headings=headings)).added == 1


def test_a_sum_in_the_middle_is_a_bad_row(office: Desk, tmp_path: Path) -> None:
    rows = [{"序号": "合计", "案号": 1}, {"序号": 1, **good(C)}]
    preview = look(office, C, workbook(tmp_path / "案件.xlsx", rows, headings=["序号", *good(C)]))
    assert {problem.row for problem in preview.problems} == {2}


def test_empty_rows_are_passed_over_and_addresses_stay_true(office: Desk, tmp_path: Path) -> None:
    rows = [{}, {}, good(E), {"工号": "  "}, good(E, 分值="x", 事由="另一")]
    (problem,) = look(office, E, workbook(tmp_path / "加减分.xlsx", rows, headings=list(good(E)))).problems
    assert problem.cell == "D6"


def test_a_table_that_begins_far_from_the_corner_keeps_its_addresses(office: Desk, tmp_path: Path) -> None:
    book = Workbook()
    for column, (heading, cell) in enumerate(good(E, 分值="x").items(), start=3):
        book.active.cell(6, column, heading)
        book.active.cell(7, column, cell)
    book.save(tmp_path / "加减分.xlsx")
    (problem,) = look(office, E, tmp_path / "加减分.xlsx").problems
    assert problem.cell == "F7"


def test_hidden_rows_and_columns_are_read(office: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "加减分.xlsx", [good(E), good(E, 事由="另一")])
    book = load_workbook(path)
    book.active.row_dimensions[3].hidden = True
    book.active.column_dimensions["D"].hidden = True
    book.save(path)
    assert read(office, E, path).added == 2


def test_the_first_sheet_with_all_needed_headings_is_read(office: Desk, tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "说明"
    book.active.append(["本表由系统导出"])
    fill(book.create_sheet("缺一列"), [{key: cell for key, cell in good(E).items() if key != "凭证号"}])
    fill(book.create_sheet("数据"), [good(E, 分值=1)])
    fill(book.create_sheet("旧数据"), [good(E, 分值=2)])
    book.save(tmp_path / "加减分.xlsx")
    preview = look(office, E, tmp_path / "加减分.xlsx")
    assert (preview.sheet, preview.added) == ("数据", 1)


def test_a_code_kept_as_a_number_is_read_as_the_spreadsheet_shows_it(desk: Desk, tmp_path: Path) -> None:
    read(desk, P, workbook(tmp_path / "人员.xlsx", [good(P, 工号=1001), good(P, 工号="1002")]))
    assert {stay.code for stay in held(desk, P)} == {"1001", "1002"}


def test_headings_without_rows_are_taken_and_bring_nothing(office: Desk, tmp_path: Path) -> None:
    done = read(office, E, workbook(tmp_path / "加减分.xlsx", [], headings=list(good(E))))
    assert (done.added, done.unchanged, done.change.entry) == (0, 0, None)


def test_headings_that_come_again_further_down_are_no_row(office: Desk, tmp_path: Path) -> None:
    rows = [good(E), dict(zip(good(E), good(E), strict=True)), good(E, 事由="另一")]
    assert read(office, E, workbook(tmp_path / "加减分.xlsx", rows)).added == 2


def test_a_heading_over_two_columns_that_differ_is_refused_and_over_two_alike_is_not(
    office: Desk, tmp_path: Path
) -> None:
    book = Workbook()
    book.active.append([*good(E), "分值"])
    book.active.append([*good(E).values(), 9])
    book.save(tmp_path / "1.xlsx")
    with pytest.raises(HeadingTwice) as refused:
        read(office, E, tmp_path / "1.xlsx")
    assert refused.value.columns == ("D", "H")
    book.active["H2"] = None
    book.save(tmp_path / "2.xlsx")
    assert read(office, E, tmp_path / "2.xlsx").added == 1


def test_a_workbook_of_another_kind_names_the_missing_headings_and_the_kind_it_is(office: Desk, tmp_path: Path) -> None:
    with pytest.raises(HeadingsMissing) as refused:
        read(office, C, workbook(tmp_path / "案件.xlsx", [good(E)]))
    assert refused.value.missing == ("案号", "案件类别", "承办检察官工号 / 承办检察官", "受理日期", "审结日期")
    assert refused.value.looks_like is E


def test_cases_need_the_column_of_closing_days_though_its_cells_may_be_empty(office: Desk, tmp_path: Path) -> None:
    with pytest.raises(HeadingsMissing) as refused:
        read(office, C, workbook(tmp_path / "1.xlsx", [{k: v for k, v in good(C).items() if k != "审结日期"}]))
    assert refused.value.missing == ("审结日期",)
    read(office, C, workbook(tmp_path / "2.xlsx", [good(C, 审结日期=None)]))
    assert None in {share.closed for share in held(office, C)}


def test_empty_cells_mean_what_the_table_says(office: Desk, tmp_path: Path) -> None:
    read(office, C, workbook(tmp_path / "案件.xlsx", [good(C, 分担比例=None, 涉案人数=None, 难度系数=None)]))
    share = next(share for share in held(office, C) if share.number == "检〔2026〕9号")
    assert (share.share, share.persons, share.difficulty, share.department) == (1, 1, None, None)


def test_an_empty_factor_is_one_and_a_zero_is_zero(desk: Desk, tmp_path: Path) -> None:
    rows = [good(P, 办案系数=None), good(P, 工号="J010", 办案系数=0), good(P, 工号="J011", 办案系数="0.50")]
    read(desk, P, workbook(tmp_path / "人员.xlsx", rows))
    assert [stay.factor for stay in held(desk, P)] == [1, 0, Decimal("0.5")]


@pytest.mark.parametrize(("written", "month"), [("1985.07", "1985.07"), (1985.1, "1985.10"), ("1985年7月", "1985.07"),
                                                (date(1985, 7, 1), "1985.07"), ("198507", "1985.07")])  # fmt: skip
def test_a_month_of_birth_is_read_in_its_shapes(desk: Desk, tmp_path: Path, written: Any, month: str) -> None:
    read(desk, P, workbook(tmp_path / "人员.xlsx", [good(P, 出生年月=written)]))
    assert held(desk, P)[0].birth == month


def test_an_indicator_may_be_given_by_id_or_by_name(office: Desk, tmp_path: Path) -> None:
    rows = [good(E, 指标="bonus"), good(E, 指标=" 加分 ", 事由="另一")]
    read(office, E, workbook(tmp_path / "加减分.xlsx", rows))
    assert {event.indicator for event in held(office, E)} == {"bonus"}


def test_an_abstention_is_a_ballot_without_a_mark(office: Desk, tmp_path: Path) -> None:
    read(office, B, workbook(tmp_path / "测评票.xlsx", [good(B), good(B, 票号="Ｂ-1", 票类="Ｂ", 得分=" 弃 权 ")]))
    assert [(mark.slip, mark.mark) for mark in held(office, B)] == [("A-1", 90), ("B-1", None)]


def test_rows_of_other_years_are_taken(office: Desk, tmp_path: Path) -> None:
    rows = [good(E, 日期="2019-05-01"), good(E, 日期="2031-05-01")]
    assert read(office, E, workbook(tmp_path / "加减分.xlsx", rows)).added == 2


# -- formulas, errors, macros, links ----------------------------------------------------------------------------------


def with_cached(path: Path, address: str, formula: str, cached: str) -> Path:
    """Give a cell a formula with that cached value, as a spreadsheet program keeps it."""
    book = load_workbook(path)
    book.active[address] = formula
    book.save(path)
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    start = sheet.index(f'<c r="{address}"')
    end = sheet.index("</c>", start)
    cell = sheet[start:end].replace("<v />", cached).replace("<v></v>", cached).replace("<v/>", cached)
    parts["xl/worksheets/sheet1.xml"] = (sheet[:start] + cell + sheet[end:]).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return path


def test_the_value_that_a_formula_had_when_it_was_saved_is_used_even_if_it_is_out_of_date(
    office: Desk, tmp_path: Path
) -> None:
    path = with_cached(workbook(tmp_path / "加减分.xlsx", [good(E)]), "D2", "=1+1", "<v>7</v>")
    read(office, E, path)
    assert held(office, E)[0].points == 7


def test_a_formula_that_was_never_calculated_is_a_bad_cell(office: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "案件.xlsx", [good(C, 分担比例="=1/2"), good(C, 案号='="检"&1')])
    preview = look(office, C, path)
    assert [(p.cell, p.why) for p in preview.problems] == [
        ("F2", Why.NO_CACHED_VALUE),
        ("A3", Why.NO_CACHED_VALUE),
    ]


def test_a_row_of_nothing_but_uncalculated_formulas_is_not_taken_for_an_empty_one(office: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "加减分.xlsx", [good(E), dict.fromkeys(good(E), "=A1")])
    preview = look(office, E, path)
    assert {(p.row, p.why) for p in preview.problems} == {(3, Why.NO_CACHED_VALUE)}
    assert len(preview.problems) == 7


def test_uncalculated_formulas_are_found_in_sheets_whose_cells_bear_no_addresses(office: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "案件.xlsx", [good(C, 分担比例=1), good(C, 案号="2", 分担比例="=1/2")])
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    parts["xl/worksheets/sheet1.xml"] = re.sub(r'(<(?:c|row)\b[^>]*?) r="\w+"', r"\1", sheet).encode()
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    (problem,) = look(office, C, path).problems
    assert (problem.cell, problem.why) == ("F3", Why.NO_CACHED_VALUE)


def test_an_uncalculated_formula_in_a_strange_column_or_in_the_sum_is_no_matter(office: Desk, tmp_path: Path) -> None:
    rows = [{"序号": "=ROW()", **good(E)}, {"序号": "合计", "分值": "=SUM(E2:E2)"}]
    assert read(office, E, workbook(tmp_path / "加减分.xlsx", rows, headings=["序号", *good(E)])).added == 1


def test_an_empty_text_that_a_formula_came_to_is_an_empty_cell(office: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "案件.xlsx", [good(C, 分担比例=None, 处理结果=None)])
    path = with_cached(path, "F2", '=IF(1,"","")', "<v></v>")
    with zipfile.ZipFile(path) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b'<c r="F2"', b'<c r="F2" t="str"')
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else content)
    read(office, C, path)
    assert {share.share for share in held(office, C)} == {Decimal("0.6"), Decimal(1)}


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!"])
def test_an_error_in_a_cell_is_bad_and_not_taken_for_an_empty_one(office: Desk, tmp_path: Path, error: str) -> None:
    path = workbook(tmp_path / "案件.xlsx", [good(C, 分担比例=None)])
    book = load_workbook(path)
    book.active["F2"] = error
    book.active["F2"].data_type = "e"
    book.save(path)
    (problem,) = look(office, C, path).problems
    assert (problem.cell, problem.why) == ("F2", Why.ERROR_VALUE)


def test_a_workbook_with_macros_and_links_is_read_like_any(office: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "加减分.xlsm", [good(E)])
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"\xcc" * 2000)
        packed.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
    assert read(office, E, path).added == 1


# -- the other formats ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("separator", [",", "\t"])
def test_a_csv_is_read_in_utf_8_and_gb18030(office: Desk, tmp_path: Path, encoding: str, separator: str) -> None:
    lines = [
        ["加减分事项"],
        list(good(E)),
        ["J001", "司法技能", "2026/3/5", "1.5", '"培训\n结业"', "政〔2026〕1号"],
        ["合计", "", "", "1.5", "", ""],
    ]
    text = "\r\n".join(separator.join(line) for line in lines)
    path = tmp_path / "加减分.csv"
    path.write_bytes(text.encode(encoding))
    read(office, E, path)
    (event,) = held(office, E)
    assert (event.points, event.reason, event.voucher) == (Decimal("1.5"), "培训\n结业", "政〔2026〕1号")
    assert sources(office, E)[0][1] == 3


def test_rows_of_a_csv_that_are_shorter_than_the_headings_are_read(office: Desk, tmp_path: Path) -> None:
    path = tmp_path / "案件.csv"
    path.write_text(
        "案号,案件类别,承办检察官工号,受理日期,审结日期,处理结果\n甲,审查起诉,J001,2026-01-01\n", encoding="utf-8"
    )
    assert read(office, C, path).added == 1
