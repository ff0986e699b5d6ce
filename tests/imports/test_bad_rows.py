"""A bad row stops the import, and every bad row is named: sheet, row, column, value, why."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind, Why
from committee_desk.services.imports.refusals import ImportRefused
from committee_desk.wording.errors import sentence
from committee_desk.wording.imports import problem_in_words, remedy_in_words, row_in_words, warning_in_words
from committee_desk.wording.language import speaking
from tests.imports.workbooks import CASE, PEOPLE, good, held, look, read, workbook

P, C, R, E, L, B, S, V, D = Kind

BAD_CELLS: list[tuple[Kind, str, Any, Why]] = [
    (P, "工号", None, Why.EMPTY),
    (P, "姓名", "　", Why.EMPTY),
    (P, "部门", None, Why.EMPTY),
    (P, "人员类别", "临时工", Why.NOT_ONE_OF),
    (P, "人员类别", None, Why.EMPTY),
    (P, "领导成员", "可能", Why.NOT_ONE_OF),
    (P, "到岗日期", "2026-02-30", Why.NO_DATE),
    (P, "离岗日期", "2020-12-31", Why.ENDS_BEFORE),
    (P, "入额日期", "去年", Why.NO_DATE),
    (P, "出生年月", "1985.13", Why.NO_MONTH),
    (P, "办案系数", -0.5, Why.BELOW),
    (P, "办案系数", "半个", Why.NO_NUMBER),
    (C, "案号", None, Why.EMPTY),
    (C, "案件类别", "审查", Why.NOT_ONE_OF),
    (C, "承办检察官工号", "J404", Why.UNKNOWN_PERSON),
    (C, "承办检察官工号", "A001", Why.NO_PROSECUTOR),
    (C, "承办检察官工号", None, Why.EMPTY),
    (C, "受理日期", None, Why.EMPTY),
    (C, "受理日期", "2026-13-01", Why.NO_DATE),
    (C, "受理日期", 2026.0, Why.NO_DATE),
    (C, "审结日期", "2026-02-28", Why.ENDS_BEFORE),
    (C, "办理期限届满日", True, Why.NO_DATE),
    (C, "分担比例", 0, Why.NOT_ABOVE),
    (C, "分担比例", -0.1, Why.NOT_ABOVE),
    (C, "分担比例", 1.01, Why.ABOVE),
    (C, "分担比例", "一半", Why.NO_NUMBER),
    (C, "涉案人数", 0, Why.BELOW),
    (C, "涉案人数", 1.5, Why.NOT_WHOLE),
    (C, "涉案人数", "三", Why.NO_NUMBER),
    (C, "难度系数", 0.9, Why.BELOW),
    (C, "难度系数", 2.1, Why.ABOVE),
    (C, "案件名称", "案" * 2001, Why.TOO_LONG),
    (R, "案号", "检〔2026〕404号", Why.UNKNOWN_CASE),
    (R, "实体得分", 61, Why.ABOVE),
    (R, "实体得分", None, Why.EMPTY),
    (R, "程序得分", 40.5, Why.ABOVE),
    (R, "程序得分", -1, Why.BELOW),
    (R, "评查等次", "瑕疵", Why.UNKNOWN_GRADE),
    (R, "评查等次", "良好", Why.UNKNOWN_GRADE),
    (R, "评查日期", "2026-04-31", Why.NO_DATE),
    (E, "工号", "J404", Why.UNKNOWN_PERSON),
    (E, "指标", "办案数量", Why.NOT_ONE_OF),
    (E, "指标", "quality", Why.NOT_ONE_OF),
    (E, "日期", None, Why.EMPTY),
    (E, "分值", "加一分", Why.NO_NUMBER),
    (E, "分值", None, Why.EMPTY),
    (E, "事由", None, Why.EMPTY),
    (E, "凭证号", None, Why.EMPTY),
    (L, "被评价人工号", "J404", Why.UNKNOWN_PERSON),
    (L, "评价人", None, Why.EMPTY),
    (L, "得分", 101, Why.ABOVE),
    (L, "得分", "弃权", Why.NO_NUMBER),
    (B, "票号", None, Why.EMPTY),
    (B, "票类", "D", Why.NOT_ONE_OF),
    (B, "被测评人工号", "J404", Why.UNKNOWN_PERSON),
    (B, "得分", None, Why.EMPTY),
    (B, "得分", 100.5, Why.ABOVE),
    (S, "工号", "J404", Why.UNKNOWN_PERSON),
    (S, "种类", "批评", Why.NOT_ONE_OF),
    (S, "决定文号", None, Why.EMPTY),
    (S, "决定日期", "2026-06-31", Why.NO_DATE),
    (S, "结案日期", "2026-05-31", Why.ENDS_BEFORE),
    (S, "期限(年)", 3, Why.ABOVE),
    (S, "期限(年)", 0.5, Why.NOT_WHOLE),
    (V, "工号", "J404", Why.UNKNOWN_PERSON),
    (V, "种类", None, Why.EMPTY),
    (V, "起", None, Why.EMPTY),
    (V, "止", "2026-01-31", Why.ENDS_BEFORE),
    (D, "日期", "2026-02-29", Why.NO_DATE),
    (D, "类型", "假", Why.NOT_ONE_OF),
    (D, "文号", None, Why.EMPTY),
]


@pytest.mark.parametrize(("kind", "heading", "value", "why"), BAD_CELLS)
def test_a_cell_that_contradicts_its_field_is_named_with_its_place_and_nothing_is_written(
    office: Desk, tmp_path: Path, kind: Kind, heading: str, value: Any, why: Why
) -> None:
    before = held(office, kind)
    row = good(kind, **{heading: value})
    path = workbook(tmp_path / "表.xlsx", [row])
    with pytest.raises(ImportRefused) as refused:
        read(office, kind, path)
    (problem,) = refused.value.problems
    letter = chr(65 + list(row).index(heading))
    assert (problem.sheet, problem.cell, problem.heading, problem.why) == ("Sheet", f"{letter}2", heading, why)
    assert held(office, kind) == before


@pytest.mark.parametrize(("kind", "heading", "value", "why"), BAD_CELLS)
def test_every_problem_is_said_in_one_line_in_both_languages(
    office: Desk, tmp_path: Path, kind: Kind, heading: str, value: Any, why: Why
) -> None:
    (problem,) = look(office, kind, workbook(tmp_path / "表.xlsx", [good(kind, **{heading: value})])).problems
    for language in ("zh", "en"):
        with speaking(language):
            said = row_in_words(problem)
            assert "\n" not in said
            assert problem.cell in said
            assert problem_in_words(problem)
            assert remedy_in_words(problem)


def test_all_bad_rows_of_a_workbook_are_listed_at_once(office: Desk, tmp_path: Path) -> None:
    rows = [good(E, 分值="x"), good(E), good(E, 工号="J404", 指标="没有"), good(E, 日期="2026-02-30")]
    with pytest.raises(ImportRefused) as refused:
        read(office, E, workbook(tmp_path / "加减分.xlsx", rows))
    assert [(p.row, p.heading) for p in refused.value.problems] == [(2, "分值"), (4, "工号"), (4, "指标"), (5, "日期")]
    assert held(office, E) == []
    assert "4" in sentence(refused.value)


def test_the_dictionary_of_review_grades_is_that_of_the_year_in_which_the_case_closed(
    office: Desk, tmp_path: Path
) -> None:
    old = good(C, 案号="检〔2025〕1号", 受理日期="2025-01-01", 审结日期="2025-12-31")
    read(office, C, workbook(tmp_path / "案件.xlsx", [old]))
    assert look(office, R, workbook(tmp_path / "1.xlsx", [good(R, 案号="检〔2025〕1号", 评查等次="瑕疵")])).added == 1
    (problem,) = look(
        office, R, workbook(tmp_path / "2.xlsx", [good(R, 案号="检〔2025〕1号", 评查等次="基本合格")])
    ).problems
    assert (problem.why, problem.facts["year"]) == (Why.UNKNOWN_GRADE, 2025)


def test_stays_of_one_person_that_overlap_are_bad_in_every_row(office: Desk, tmp_path: Path) -> None:
    rows = [
        good(P, 部门="甲部", 到岗日期="2020-01-01", 离岗日期="2026-06-01"),
        good(P, 部门="乙部", 到岗日期="2026-06-01"),
    ]
    problems = look(office, P, workbook(tmp_path / "人员.xlsx", rows)).problems
    assert [(p.row, p.why) for p in problems] == [(2, Why.OVERLAPS), (3, Why.OVERLAPS)]


def test_a_transfer_that_follows_the_day_after_is_no_overlap(office: Desk, tmp_path: Path) -> None:
    rows = [
        good(P, 部门="甲部", 到岗日期="2020-01-01", 离岗日期="2026-05-31"),
        good(P, 部门="乙部", 到岗日期="2026-06-01"),
    ]
    assert read(office, P, workbook(tmp_path / "人员.xlsx", rows)).added == 2


def test_a_stay_that_overlaps_one_on_the_desk_is_bad(office: Desk, tmp_path: Path) -> None:
    row = good(P, 工号="J001", 姓名="张三", 到岗日期="2026-06-01")
    (problem,) = look(office, P, workbook(tmp_path / "人员.xlsx", [row])).problems
    assert (problem.why, problem.facts["other_row"], problem.facts["other_department"]) == (
        Why.OVERLAPS,
        None,
        "第一检察部",
    )


def test_a_transfer_may_end_the_stay_on_the_desk_in_the_same_workbook(office: Desk, tmp_path: Path) -> None:
    rows = [{**PEOPLE[0], "离岗日期": "2026-05-31"}, good(P, 工号="J001", 姓名="张三", 到岗日期="2026-06-01")]
    done = read(office, P, workbook(tmp_path / "人员.xlsx", rows), replace=True)
    assert (done.added, done.replaced) == (1, 1)


def test_shares_of_one_case_above_one_make_all_its_rows_bad(office: Desk, tmp_path: Path) -> None:
    rows = [good(C, 分担比例=0.7), good(C, 承办检察官工号="J002", 分担比例=0.4), good(C, 案号="另一案", 分担比例=1)]
    problems = look(office, C, workbook(tmp_path / "案件.xlsx", rows)).problems
    assert [(p.row, p.why) for p in problems] == [(2, Why.SHARES_ABOVE_ONE), (3, Why.SHARES_ABOVE_ONE)]


def test_two_handlers_without_a_share_have_one_each_and_are_refused(office: Desk, tmp_path: Path) -> None:
    rows = [good(C), good(C, 承办检察官工号="J002")]
    problems = look(office, C, workbook(tmp_path / "案件.xlsx", rows)).problems
    assert {p.why for p in problems} == {Why.SHARES_ABOVE_ONE}


def test_shares_of_a_third_each_add_up_to_no_more_than_one(office: Desk, tmp_path: Path) -> None:
    rows = [good(C, 承办检察官工号=code, 分担比例=1 / 3) for code in ("J001", "J002", "J003")]
    assert read(office, C, workbook(tmp_path / "案件.xlsx", rows)).added == 3


def test_the_desks_other_handlers_count_in_the_sum_of_shares(office: Desk, tmp_path: Path) -> None:
    (problem,) = look(
        office, C, workbook(tmp_path / "案件.xlsx", [{**CASE, "承办检察官工号": "J002", "分担比例": 0.5}])
    ).problems
    assert problem.why is Why.SHARES_ABOVE_ONE
    fitting = workbook(tmp_path / "2.xlsx", [{**CASE, "承办检察官工号": "J002", "分担比例": 0.4}])
    assert read(office, C, fitting).added == 1


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("案件类别", "公益诉讼"),
        ("承办部门", "第二检察部"),
        ("受理日期", "2026-03-02"),
        ("审结日期", "2026-04-02"),
        ("办理期限届满日", "2026-05-01"),
        ("涉案人数", 2),
        ("难度系数", 1.5),
    ],
)
def test_what_belongs_to_the_case_must_agree_over_its_rows(
    office: Desk, tmp_path: Path, heading: str, value: Any
) -> None:
    rows = [good(C, 分担比例=0.5), good(C, 承办检察官工号="J002", 分担比例=0.5, **{heading: value})]
    problems = look(office, C, workbook(tmp_path / "1.xlsx", rows)).problems
    assert [(p.row, p.heading, p.why) for p in problems] == [
        (2, heading, Why.CASE_DISAGREES),
        (3, heading, Why.CASE_DISAGREES),
    ]
    beside = workbook(tmp_path / "2.xlsx", [{**CASE, "承办检察官工号": "J002", "分担比例": 0.4, heading: value}])
    (problem,) = look(office, C, beside).problems
    assert (problem.why, problem.facts["other_row"]) == (Why.CASE_DISAGREES, None)


def test_the_title_and_the_outcome_of_a_case_may_differ_between_its_handlers(office: Desk, tmp_path: Path) -> None:
    rows = [
        good(C, 分担比例=0.5, 案件名称="甲案", 处理结果="起诉"),
        good(C, 承办检察官工号="J002", 分担比例=0.5, 案件名称="乙案"),
    ]
    assert read(office, C, workbook(tmp_path / "案件.xlsx", rows)).added == 2


def test_a_handler_may_be_named_instead_of_coded(office: Desk, tmp_path: Path) -> None:
    row = {key: cell for key, cell in good(C, 承办检察官="张　三").items() if key != "承办检察官工号"}
    read(office, C, workbook(tmp_path / "案件.xlsx", [row]))
    assert {share.code for share in held(office, C)} == {"J001"}


def test_a_handlers_name_that_two_people_bear_is_refused_with_both_codes(office: Desk, tmp_path: Path) -> None:
    rows = [good(C, 承办检察官工号=None, 承办检察官="李四"), good(C, 案号="2", 承办检察官工号=None, 承办检察官="无名")]
    problems = look(office, C, workbook(tmp_path / "案件.xlsx", rows)).problems
    assert [(p.heading, p.why) for p in problems] == [
        ("承办检察官", Why.AMBIGUOUS_NAME),
        ("承办检察官", Why.UNKNOWN_NAME),
    ]
    assert problems[0].facts["codes"] == ("B001", "J002")


def test_one_fact_with_two_values_is_bad_in_both_rows(office: Desk, tmp_path: Path) -> None:
    rows = [good(R), good(R, 程序得分=30)]
    problems = look(office, R, workbook(tmp_path / "评查.xlsx", rows)).problems
    assert [(p.row, p.heading, p.why, p.facts["other_row"]) for p in problems] == [
        (2, "程序得分", Why.TWO_VALUES, 3),
        (3, "程序得分", Why.TWO_VALUES, 2),
    ]


def test_a_slip_that_is_of_two_classes_is_bad_on_the_line_of_the_second(office: Desk, tmp_path: Path) -> None:
    rows = [good(B, 票号="A-1", 票类="A"), good(B, 票号="A-1", 票类="B", 被测评人工号="J002")]
    problems = look(office, B, workbook(tmp_path / "测评票.xlsx", rows)).problems
    assert [(p.row, p.heading, p.why, p.facts["other_row"]) for p in problems] == [(3, "票类", Why.TWO_VALUES, 2)]
    assert "同一事实在第 2 行写的是“A”" in problem_in_words(problems[0])


def test_a_row_that_stands_twice_counts_once_however_it_is_spelt(office: Desk, tmp_path: Path) -> None:
    rows = [good(E), good(E, 工号=" J００１", 日期="2026年5月6日", 分值="1.50", 指标="skill")]
    done = read(office, E, workbook(tmp_path / "加减分.xlsx", rows))
    assert (done.added, len(held(office, E))) == (1, 1)


def test_a_handler_who_is_away_on_the_closing_day_or_has_left_is_no_bad_row(office: Desk, tmp_path: Path) -> None:
    read(office, V, workbook(tmp_path / "请假.xlsx", [good(V, 起="2026-03-01", 止="2026-05-01")]))
    before_arrival = good(C, 案号="旧案", 受理日期="2019-01-01", 审结日期="2019-05-01")
    assert read(office, C, workbook(tmp_path / "案件.xlsx", [good(C), before_arrival])).added == 2


def test_points_beyond_an_indicators_bounds_and_zero_are_no_bad_rows(office: Desk, tmp_path: Path) -> None:
    rows = [good(E, 分值=points, 事由=str(points)) for points in (0, 99, -99, 0.001)]
    assert read(office, E, workbook(tmp_path / "加减分.xlsx", rows)).added == 4


def test_leave_may_overlap_and_a_voucher_may_serve_many_events(office: Desk, tmp_path: Path) -> None:
    assert read(office, V, workbook(tmp_path / "1.xlsx", [good(V), good(V, 起="2026-02-05")])).added == 2
    assert read(office, E, workbook(tmp_path / "2.xlsx", [good(E), good(E, 工号="J002")])).added == 2


def test_dates_later_than_the_clock_are_no_bad_rows(office: Desk, tmp_path: Path) -> None:
    later = good(C, 受理日期=date(2098, 1, 1), 审结日期="2099-12-31")
    assert read(office, C, workbook(tmp_path / "案件.xlsx", [later])).added == 1


def test_a_code_that_belongs_to_another_name_is_taken_with_a_warning(office: Desk, tmp_path: Path) -> None:
    done = read(office, E, workbook(tmp_path / "加减分.xlsx", [good(E, 姓名="李四")]))
    (warning,) = done.warnings
    assert (warning.heading, warning.value, warning.facts["name"]) == ("姓名", "李四", "张三")


def test_the_same_paper_claimed_by_two_people_is_taken_with_a_warning_on_both_rows(
    office: Desk, tmp_path: Path
) -> None:
    rows = [good(E, 事由="论文《认罪认罚研究》发表"), good(E, 工号="J002", 事由="《认罪认罚研究》获奖")]
    done = read(office, E, workbook(tmp_path / "加减分.xlsx", rows))
    assert [(warning.row, warning.facts["rows"]) for warning in done.warnings] == [(2, (3,)), (3, (2,))]


def test_a_paper_that_the_desk_holds_for_somebody_else_is_taken_with_a_warning(office: Desk, tmp_path: Path) -> None:
    read(office, E, workbook(tmp_path / "1.xlsx", [good(E, 工号="J002", 事由="《量刑建议》发表")]))
    done = read(office, E, workbook(tmp_path / "2.xlsx", [good(E, 事由="论文《量刑建议》")]))
    (warning,) = done.warnings
    assert (warning.cell, warning.facts["codes"]) == ("E2", ("J002",))
    assert "J002" in warning_in_words(warning)
    assert read(office, E, tmp_path / "2.xlsx").change.entry is None
