"""From the committee's approval on no figure of a year moves, whatever would move it; sanctions and leave are taken."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from committee_desk.domain.course import Move, Stage
from committee_desk.domain.months import RoutineGrade
from committee_desk.domain.people import Category
from committee_desk.domain.scores import Grade
from committee_desk.services.desk import Desk
from committee_desk.services.history_views import FactKind
from committee_desk.services.imports import Kind
from committee_desk.services.scheme_views import Adoption
from committee_desk.services.second import Second
from committee_desk.services.settings import BAR_BY_QUARTERS, MONTHS_GRADED, ON
from committee_desk.services.year_guard import YearLocked
from committee_desk.wording.saying import sentence
from tests.imports.workbooks import ACTOR, good, read, workbook
from tests.services.closing_years import ClosingOffice, closing_office
from tests.services.typing_desks import whole

PAPER = {
    "工号": "J010", "指标": "司法技能", "日期": "2026-12-29", "分值": 0.5, "事由": "信息简报采用",
    "凭证号": "政1号", "审批人": "政治部主任",
}  # fmt: skip


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path) -> ClosingOffice:
    """The sample office with its year over."""
    return closing_office(tmp_path / "考评.desk", template_sample_desk)


@pytest.fixture
def locked_desk(office: ClosingOffice) -> Desk:
    """The same with its list approved."""
    office.move(Move.PROPOSE, Move.APPROVE)
    return office.desk


@pytest.fixture
def import_rows(locked_desk: Desk, tmp_path: Path) -> Callable[..., None]:
    """Reads one row in."""

    def carried(kind: Kind, **cells: object) -> None:
        read(locked_desk, kind, workbook(tmp_path / f"{kind}.xlsx", [good(kind, **cells)]), replace=True)

    return carried


def total(desk: Desk, code: str) -> int:
    return desk._figures.year(2026).of(code).total


def test_an_imported_event_that_moves_a_total_is_refused_by_name_and_nothing_is_kept(
    locked_desk: Desk, import_rows: Callable[..., None]
) -> None:
    entries, before = locked_desk.journal.rows(1)[0].seq, total(locked_desk, "J010")
    with pytest.raises(YearLocked) as refused:
        import_rows(Kind.EVENTS, **PAPER)
    assert sentence(refused.value) == (
        "2026 年度是“委员会已审议通过”，等次所依据的数据不再变动，未作任何改动："
        "会改动 2 处（姚玉伟（J010）总分 93.65→94.15；段丽（J011）名次 2→3）。"
        "确要改动的，请先写明理由退回到“等次建议已提出”，改后重新提出、审议、公示。"
    )
    assert total(locked_desk, "J010") == before
    assert locked_desk.journal.rows(1)[0].seq == entries


@pytest.mark.parametrize("since", [Stage.APPROVED, Stage.PUBLISHED, Stage.CLOSED])
def test_it_is_refused_from_the_approval_on(office: ClosingOffice, since: Stage, tmp_path: Path) -> None:
    moves = (Move.PROPOSE, Move.APPROVE, Move.POST, Move.CLOSE)
    office.move(*moves[: [each.goal for each in moves].index(since) + 1])
    with pytest.raises(YearLocked) as refused:
        read(office.desk, Kind.EVENTS, workbook(tmp_path / "加减分.xlsx", [PAPER]))
    assert refused.value.stage is since


@pytest.mark.parametrize("moves", [(), (Move.PROPOSE,), (Move.PROPOSE, Move.APPROVE, Move.RETURN)])
def test_before_the_approval_and_after_the_return_figures_move(
    office: ClosingOffice, moves: tuple[Move, ...], tmp_path: Path
) -> None:
    office.move(*moves)
    before = total(office.desk, "J010")
    read(office.desk, Kind.EVENTS, workbook(tmp_path / "加减分.xlsx", [PAPER]))
    assert total(office.desk, "J010") > before


def test_taking_an_import_back_is_refused(locked_desk: Desk) -> None:
    came = next(each for each in locked_desk.imports.history() if each.kind == Kind.EVENTS)
    with pytest.raises(YearLocked):
        locked_desk.imports.take_back(ACTOR, came.entry, "读错了")


def test_an_override_is_refused_whoever_confirms_it(locked_desk: Desk) -> None:
    row = next(each for each in locked_desk.marks.rows(2026) if each.marks)
    key, second = (row.code, row.marks[0].held.rater), Second("王芳")
    with pytest.raises(YearLocked):
        locked_desk.overrides.put(
            ACTOR, FactKind.LEADER_MARK, key, "mark", 1, "更正", "演检〔2026〕1号", second, year=2026
        )


def test_a_newcomer_of_the_year_is_refused_as_entering_the_list(import_rows: Callable[..., None]) -> None:
    with pytest.raises(YearLocked) as refused:
        import_rows(Kind.PEOPLE, 工号="J099", 姓名="赵九九")
    assert "赵九九（J099）进入考核名单" in sentence(refused.value)


def test_an_event_typed_and_approved_is_refused_and_its_draft_stands(locked_desk: Desk) -> None:
    with pytest.raises(YearLocked):
        locked_desk.entry.enter(ACTOR, 2026, 12, whole())


def test_leave_and_sanctions_are_taken_though_they_move_figures(
    locked_desk: Desk, import_rows: Callable[..., None]
) -> None:
    before = locked_desk._figures.year(2026)
    import_rows(Kind.SANCTIONS, 工号="J001")
    import_rows(Kind.LEAVE, 工号="J001", 种类="病假", 起="2026-02-01", 止="2026-11-10")
    assert locked_desk._figures.year(2026) != before


def test_what_moves_nothing_is_taken(locked_desk: Desk, import_rows: Callable[..., None], tmp_path: Path) -> None:
    import_rows(Kind.CASES, 审结日期="2027-01-04", 受理日期="2026-12-01")
    assert locked_desk.course.stage(2026) is Stage.APPROVED


def test_what_moves_figures_of_a_category_that_is_not_graded_is_taken(
    locked_desk: Desk, import_rows: Callable[..., None]
) -> None:
    before = locked_desk._figures.year(2026, category=Category.ASSISTANT)
    import_rows(Kind.LEADER_RATINGS, 被评价人工号="F001")
    assert locked_desk._figures.year(2026, category=Category.ASSISTANT) != before


def test_a_further_category_is_not_adopted_into_a_list_that_is_approved(locked_desk: Desk) -> None:
    adoption = Adoption("检党〔2027〕1号", date(2027, 1, 5), "按上年方案")
    with pytest.raises(YearLocked) as refused:
        locked_desk.schemes.adopt(ACTOR, 2026, Category.ASSISTANT, adoption, None)
    assert "进入考核名单" in sentence(refused.value)


def test_a_quarterly_grade_is_refused_where_it_bars_from_the_first_grade_and_taken_where_it_does_not(
    office: ClosingOffice,
) -> None:
    desk = office.desk
    desk.settings.put(ACTOR, MONTHS_GRADED, ON, "本院办法")
    office.move(Move.PROPOSE, Move.APPROVE)
    first = desk._figures.year(2026).of("J009")
    assert first.proposed_grade is Grade.EXCELLENT
    desk.quarters.give(ACTOR, 2026, 1, "J009", RoutineGrade.MIDDLING, "拖延")
    with pytest.raises(YearLocked):
        desk.settings.put(ACTOR, BAR_BY_QUARTERS, ON, "党组决定")
    office.move(Move.RETURN, Move.WITHDRAW)
    desk.settings.put(ACTOR, BAR_BY_QUARTERS, ON, "党组决定")
    office.move(Move.PROPOSE, Move.APPROVE)
    with pytest.raises(YearLocked) as refused:
        desk.quarters.give(ACTOR, 2026, 2, "J011", RoutineGrade.MIDDLING, "拖延")
    assert "段丽（J011）等次建议 优秀→称职" in sentence(refused.value)


def test_typing_drafts_asks_nothing_of_the_process(sample_desk: Desk, asked: list[str]) -> None:
    sample_desk.entry.enter(ACTOR, 2026, 12, whole(approver=""))
    assert asked
    assert not [each for each in asked if "courses.stage IN" in each]


def test_where_no_year_is_locked_one_question_is_asked(sample_desk: Desk, asked: list[str]) -> None:
    sample_desk.entry.enter(ACTOR, 2026, 12, whole())
    assert len([each for each in asked if "courses.stage IN" in each]) == 1


def test_typing_into_the_next_year_scores_nothing_anew(locked_desk: Desk, asked: list[str]) -> None:
    locked_desk.new_year.open(ACTOR, 2027)
    asked.clear()
    locked_desk.entry.enter(ACTOR, 2027, 1, whole(day="01-05"))
    assert not [each for each in asked if "leader_marks" in each and "sum(" in each]


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """The statements that any desk is asked, while the test runs."""
    statements: list[str] = []

    def take_down(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", take_down)
    yield statements
    event.remove(Engine, "before_cursor_execute", take_down)


def test_looking_at_a_workbook_says_whose_figures_it_would_move_and_carrying_it_out_refuses_the_same(
    locked_desk: Desk, tmp_path: Path
) -> None:
    path, entries = workbook(tmp_path / "加减分.xlsx", [PAPER]), locked_desk.journal.rows(1)[0].seq
    together = locked_desk.imports.preview_all(ACTOR, [(Kind.EVENTS, path)], 2026)
    alone = locked_desk.imports.preview(ACTOR, Kind.EVENTS, path, 2026)
    with pytest.raises(YearLocked) as refused:
        locked_desk.imports.carry_out_all(ACTOR, [(Kind.EVENTS, path)], 2026)
    for preview in (*together, alone):
        assert preview.locked is not None
        assert preview.locked.moved == refused.value.moved
        assert sentence(preview.locked) == sentence(refused.value)
    assert locked_desk.journal.rows(1)[0].seq == entries


def test_looking_at_what_moves_no_figure_of_it_refuses_nothing(office: ClosingOffice, tmp_path: Path) -> None:
    path = workbook(tmp_path / "加减分.xlsx", [PAPER])
    assert office.desk.imports.preview(ACTOR, Kind.EVENTS, path, 2026).locked is None
    read(office.desk, Kind.EVENTS, path)
    office.move(Move.PROPOSE, Move.APPROVE)
    assert office.desk.imports.preview(ACTOR, Kind.EVENTS, path, 2026).locked is None
