"""What an import does to facts it did not bring: nothing on the desk may contradict the rules afterwards."""

from pathlib import Path
from typing import Any

import pytest

from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind, Why
from committee_desk.services.imports.refusals import BuiltUpon, ImportRefused
from committee_desk.wording.imports import row_in_words
from tests.imports.workbooks import ACTOR, CASE, PEOPLE, good, held, look, read, workbook

P, C, R = Kind.PEOPLE, Kind.CASES, Kind.REVIEWS
OLD = {**CASE, "案号": "检〔2025〕7号", "受理日期": "2025-01-05", "审结日期": "2025-02-05"}


@pytest.fixture
def reviewed(office: Desk, tmp_path: Path) -> Desk:
    """The office with a case of 2025 whose review bears a grade that 2026 does not know."""
    read(office, C, workbook(tmp_path / "旧案.xlsx", [OLD]))
    read(office, R, workbook(tmp_path / "旧评查.xlsx", [good(R, 案号=OLD["案号"], 评查等次="瑕疵")]))
    return office


def test_a_case_may_not_move_to_a_year_that_does_not_know_the_grade_of_its_review(
    reviewed: Desk, tmp_path: Path
) -> None:
    before = held(reviewed, C)
    path = workbook(tmp_path / "案件.xlsx", [{**OLD, "审结日期": "2026-03-05"}, CASE])
    with pytest.raises(ImportRefused) as refused:
        read(reviewed, C, path, replace=True)
    (problem,) = refused.value.problems
    assert (problem.row, problem.heading, problem.why) == (2, "审结日期", Why.REVIEW_LEFT)
    assert "瑕疵" in row_in_words(problem)
    assert OLD["案号"] in row_in_words(problem)
    assert held(reviewed, C) == before
    assert [each.why for each in look(reviewed, C, path).problems] == [Why.REVIEW_LEFT]


@pytest.mark.parametrize("changes", [{"审结日期": "2025-06-05"}, {"案件名称": "改名"}])
def test_a_case_may_change_within_the_years_that_know_the_grade(
    reviewed: Desk, tmp_path: Path, changes: dict[str, Any]
) -> None:
    done = read(reviewed, C, workbook(tmp_path / "案件.xlsx", [{**OLD, **changes}]), replace=True)
    assert done.replaced == 1


def test_an_open_case_that_was_reviewed_may_not_close_in_a_year_without_that_grade(
    office: Desk, tmp_path: Path
) -> None:
    read(office, C, workbook(tmp_path / "一.xlsx", [{**OLD, "审结日期": None}]))
    read(office, R, workbook(tmp_path / "二.xlsx", [good(R, 案号=OLD["案号"], 评查等次="基本合格")]))
    with pytest.raises(ImportRefused) as refused:
        read(office, C, workbook(tmp_path / "三.xlsx", [OLD]), replace=True)
    assert [problem.why for problem in refused.value.problems] == [Why.REVIEW_LEFT]


def test_a_folder_that_moves_the_case_and_regrades_its_review_is_taken(reviewed: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "来"
    folder.mkdir()
    workbook(folder / "案件.xlsx", [{**OLD, "审结日期": "2026-03-05"}])
    workbook(folder / "评查.xlsx", [good(R, 案号=OLD["案号"], 评查等次="基本合格")])
    done = reviewed.imports.carry_out_folder(ACTOR, folder, 2026, replace=True)
    assert [outcome.replaced for outcome in done.outcomes] == [1, 1]


def test_a_review_that_a_folder_brings_wrong_is_complained_of_once_and_in_its_own_workbook(
    reviewed: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "来"
    folder.mkdir()
    workbook(folder / "案件.xlsx", [{**OLD, "审结日期": "2026-03-05"}])
    workbook(folder / "评查.xlsx", [good(R, 案号=OLD["案号"], 评查等次="瑕疵")])
    with pytest.raises(ImportRefused) as refused:
        reviewed.imports.carry_out_folder(ACTOR, folder, 2026, replace=True)
    assert [(each.workbook, each.why) for each in refused.value.problems] == [("评查.xlsx", Why.UNKNOWN_GRADE)]


def test_nobody_who_handles_a_case_may_lose_the_last_stay_as_a_prosecutor(office: Desk, tmp_path: Path) -> None:
    before = held(office, P)
    rows = [{**PEOPLE[0], "人员类别": "司法行政人员"}, PEOPLE[1]]
    with pytest.raises(ImportRefused) as refused:
        read(office, P, workbook(tmp_path / "人员.xlsx", rows), replace=True)
    (problem,) = refused.value.problems
    assert (problem.row, problem.heading, problem.why) == (2, "人员类别", Why.CASES_LEFT)
    assert CASE["案号"] in row_in_words(problem)
    assert held(office, P) == before


def test_somebody_without_cases_or_with_another_stay_as_a_prosecutor_may_change_category(
    office: Desk, tmp_path: Path
) -> None:
    without = {**PEOPLE[1], "人员类别": "司法行政人员"}
    with_another = {**PEOPLE[0], "人员类别": "检察辅助人员", "离岗日期": "2020-12-31"}
    later = {**PEOPLE[0], "部门": "第二检察部", "到岗日期": "2021-01-01"}
    done = read(office, P, workbook(tmp_path / "人员.xlsx", [without, with_another, later]), replace=True)
    assert (done.added, done.replaced) == (1, 2)


def test_a_case_may_not_be_taken_back_to_a_year_that_does_not_know_the_grade_of_its_review(
    reviewed: Desk, tmp_path: Path
) -> None:
    folder = tmp_path / "来"
    folder.mkdir()
    workbook(folder / "案件.xlsx", [{**OLD, "审结日期": "2026-03-05"}])
    workbook(folder / "评查.xlsx", [good(R, 案号=OLD["案号"], 评查等次="基本合格")])
    moved, regraded = reviewed.imports.carry_out_folder(ACTOR, folder, 2026, replace=True).outcomes
    assert moved.change.entry is not None
    assert regraded.change.entry is not None
    with pytest.raises(BuiltUpon) as refused:
        reviewed.imports.take_back(ACTOR, moved.change.entry, "导错了")
    assert set(refused.value.later) == {regraded.change.entry}
    for entry in (regraded.change.entry, moved.change.entry):
        reviewed.imports.take_back(ACTOR, entry, "导错了")
    assert [review.grade for review in held(reviewed, R)] == ["瑕疵"]
    assert {share.closed.year for share in held(reviewed, C)} == {2025, 2026}
