"""A year is a process: each step says what it lacks, none can be skipped, and what was done is told with its people."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from committee_desk.domain.course import MOVES, Move, Stage, StepNotPossible
from committee_desk.services.course_moves import advance, require
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.views import Owed
from committee_desk.wording.overview import deadline_name, owed_title
from committee_desk.wording.saying import sentence
from tests.conftest import NOW
from tests.imports.workbooks import ACTOR, good, read, workbook
from tests.services.locking import locked, moved_on
from tests.services.posted_notices import PostedOffice, at, posted_office

ON = (Move.PROPOSE, Move.APPROVE, Move.POST, Move.CLOSE)


def states(desk: Desk) -> dict[str, str]:
    steps = desk.overview(2026, NOW.date()).steps
    return {each.page: each.state for each in steps if each.page in {"grading", "publication", "objections"}}


def lines(desk: Desk) -> dict[str, Owed]:
    return {each.kind: each for each in desk.overview(2026, NOW.date()).owed}


def test_a_year_that_nothing_was_proposed_for_stands_before_the_proposal(sample_desk: Desk) -> None:
    view = sample_desk.course.view(2026)
    assert view.stage is Stage.SCORING
    assert [step.move for step in view.steps] == list(ON)
    assert view.next is not None
    assert view.next.move is Move.PROPOSE
    assert (view.back, view.taken) == ((), ())


def test_only_the_next_step_says_what_it_lacks(sample_desk: Desk) -> None:
    view = sample_desk.course.view(2026)
    assert view.next is not None
    assert [each.kind for each in view.next.lacks] == [
        each.kind for each in sample_desk.course.lacks(2026, Move.PROPOSE)
    ]
    assert [bool(step.lacks) for step in view.steps] == [True, False, False, False]


def test_what_was_done_is_told_with_when_by_whom_and_with_whom(sample_desk: Desk) -> None:
    moved_on(sample_desk, Move.PROPOSE, Move.WITHDRAW, Move.PROPOSE, Move.APPROVE)
    view = sample_desk.course.view(2026)
    assert [each.move for each in view.taken] == [Move.PROPOSE, Move.WITHDRAW, Move.PROPOSE, Move.APPROVE]
    proposed, approved, post, _ = view.steps
    assert (proposed.done, approved.done) == (view.taken[2], view.taken[3])
    assert approved.done is not None
    assert (approved.done.by, approved.done.second, approved.done.at) == ("周敏", "王芳", NOW)
    assert (post.done, post.is_next) == (None, True)
    assert view.back == (Move.RETURN,)


def test_a_step_that_was_gone_back_from_counts_as_not_done(sample_desk: Desk) -> None:
    moved_on(sample_desk, Move.PROPOSE, Move.APPROVE, Move.RETURN)
    proposed, approved, *_ = sample_desk.course.view(2026).steps
    assert proposed.done is not None
    assert approved.done is None
    assert approved.is_next


REACHED: dict[Stage, tuple[Move, ...]] = {
    Stage.SCORING: (),
    **{move.goal: ON[: number + 1] for number, move in enumerate(ON)},
}


@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("stage", Stage)
def test_a_move_leads_from_one_stage_alone_and_says_so_elsewhere(sample_desk: Desk, stage: Stage, move: Move) -> None:
    moved_on(sample_desk, *REACHED[stage])
    with sample_desk._open.reading() as uow:
        if MOVES[move][0] is stage:
            require(uow, 2026, move)
            return
        with pytest.raises(StepNotPossible) as refused:
            require(uow, 2026, move)
    said = sentence(refused.value)
    assert said.startswith("2026 年度")
    assert said.endswith("。")


def test_each_way_of_being_elsewhere_has_its_own_sentence(sample_desk: Desk) -> None:
    told = {
        Move.CLOSE: (
            "2026 年度现在是“等次建议已提出”，还不能办“关闭公示”，要到“公示中”以后。各步不能跳过，请按顺序办理。"
        ),
        Move.PROPOSE: "2026 年度已经是“等次建议已提出”，不用再办“提出等次建议”。请核对是否已由他人办理。",
    }
    for move, said in told.items():
        assert sentence(StepNotPossible(2026, move, Stage.PROPOSED)) == said
    assert sentence(StepNotPossible(2026, Move.APPROVE, Stage.CLOSED)) == (
        "2026 年度已经是“公示已截止”，过了“审议通过等次”这一步。要重新办理的，请先退回到“等次建议已提出”。"
    )


def test_two_windows_cannot_both_take_a_step(sample_desk: Desk) -> None:
    """Two secretaries at one file: each saw the year before the step, the later one is refused and nothing is lost."""
    moved_on(sample_desk, Move.PROPOSE)
    with sample_desk._open.reading() as seen_by_both:
        require(seen_by_both, 2026, Move.APPROVE)
    moved_on(sample_desk, Move.APPROVE)
    with sample_desk._open.writing() as later, pytest.raises(StepNotPossible):
        advance(later, later.journal.append(ACTOR, Move.APPROVE.verb, "2026", {}), 2026, Move.APPROVE)
    assert [each.move for each in sample_desk.course.view(2026).taken] == [Move.PROPOSE, Move.APPROVE]


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        ((), ("untouched", "untouched", "untouched")),
        (ON[:1], ("going", "untouched", "untouched")),
        (ON[:2], ("done", "going", "untouched")),
        (ON[:3], ("done", "going", "going")),
        (ON, ("done", "done", "done")),
        ((*ON[:3], Move.TAKE_BACK), ("done", "going", "untouched")),
    ],
)
def test_the_rail_shows_how_far_the_process_is(
    sample_desk: Desk, moves: tuple[Move, ...], expected: tuple[str, ...]
) -> None:
    moved_on(sample_desk, *moves)
    assert tuple(states(sample_desk).values()) == expected


@pytest.mark.parametrize(
    ("moves", "kind", "page", "title"),
    [
        ((), "course_propose", "grading", "2026 年度可以提出等次建议"),
        (ON[:1], "course_approve", "grading", "等次建议待委员会审议"),
        (ON[:2], "course_post", "publication", "等次已审议通过，待公示"),
    ],
)
def test_the_next_step_stands_on_the_desk(
    sample_desk: Desk, moves: tuple[Move, ...], kind: str, page: str, title: str
) -> None:
    moved_on(sample_desk, *moves)
    line = lines(sample_desk)[kind]
    assert line.page == page
    assert owed_title(line) == title


def test_while_the_year_runs_nothing_is_to_be_proposed(sample_desk: Desk) -> None:
    running = sample_desk.overview(2026, NOW.date().replace(year=2026)).owed
    assert "course_propose" not in {line.kind for line in running}


@pytest.fixture
def import_rows(sample_desk: Desk, tmp_path: Path) -> Callable[..., None]:
    """Reads one row in."""

    def carried(kind: Kind, **cells: object) -> None:
        read(sample_desk, kind, workbook(tmp_path / f"{kind}.xlsx", [good(kind, **cells)]), replace=True)

    return carried


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path) -> PostedOffice:
    """A notice that hangs since 3 February 2027: 14 February, a Sunday, is made up for."""
    return posted_office(tmp_path / "考评.desk", template_sample_desk, at(3, month=2))


def owed_on(office: PostedOffice, day: date) -> dict[str, Owed]:
    return {each.kind: each for each in office.desk.overview(2026, day).owed}


def test_the_end_of_the_window_is_the_next_legal_deadline(office: PostedOffice) -> None:
    line = owed_on(office, date(2027, 2, 4))["window_closes"]
    assert (line.page, line.due) == ("publication", date(2027, 2, 17))
    assert owed_title(line) == "公示至2027-02-17（周三） 17:30 截止"
    assert deadline_name(line) == "公示截止"
    after = owed_on(office, date(2027, 2, 18))
    assert "window_closes" not in after
    assert owed_title(after["window_to_close"]) == "公示期已满，待关闭"


def test_a_make_up_sunday_inside_the_window_reminds_to_staff_the_desk_until_it_is_past(office: PostedOffice) -> None:
    for day in (date(2027, 2, 4), date(2027, 2, 14)):
        line = owed_on(office, day)["staff_desk"]
        assert (line.page, line.due) == ("objections", date(2027, 2, 14))
        assert owed_title(line) == "2027-02-14（周日）调休上班，值班受理异议"
    assert "staff_desk" not in owed_on(office, date(2027, 2, 15))


def test_the_line_of_the_year_knows_when_its_steps_were(office: PostedOffice) -> None:
    dates = office.desk.course.dates(2026)
    assert (dates.posted, dates.last_day, dates.closed) == (date(2027, 2, 3), date(2027, 2, 17), None)
    assert dates.approved == date(2027, 2, 3)


def test_nothing_is_owed_of_an_approved_list_that_still_holds(sample_desk: Desk) -> None:
    locked(sample_desk)
    assert "course_drift" not in lines(sample_desk)
