"""A year is a process: each step says what it lacks, none can be skipped, and what was done is told with its people."""

from datetime import date
from pathlib import Path

import pytest

from committee_desk.domain.course import MOVES, Move, Stage, StepNotPossible
from committee_desk.services.course_drift import ListOutOfDate
from committee_desk.services.course_moves import require
from committee_desk.services.course_views import YearDates
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.views import Owed
from committee_desk.wording.course_lacks import lack_in_words, owing_name
from committee_desk.wording.overview import deadline_name, owed_title
from committee_desk.wording.saying import sentence
from tests.conftest import NOW
from tests.imports.workbooks import good, read, workbook
from tests.services.closing_years import ClosingOffice, closing_office
from tests.services.posted_notices import at

TODAY = NOW.date()
ON = (Move.PROPOSE, Move.APPROVE, Move.POST, Move.CLOSE)


@pytest.fixture
def year(tmp_path: Path, template_sample_desk: Path) -> ClosingOffice:
    """The sample office with its year over, and everything there that its process asks for."""
    return closing_office(tmp_path / "考评.desk", template_sample_desk)


def states(desk: Desk) -> dict[str, str]:
    steps = desk.overview(2026, NOW.date()).steps
    return {each.page: each.state for each in steps if each.page in {"grading", "publication", "objections"}}


def lines(desk: Desk, day: date = TODAY) -> dict[str, Owed]:
    return {each.kind: each for each in desk.overview(2026, day).owed}


def test_a_year_that_nothing_was_proposed_for_stands_before_the_proposal(sample_desk: Desk) -> None:
    view = sample_desk.course.view(2026)
    assert view.stage is Stage.SCORING
    assert [step.move for step in view.steps] == [*ON, Move.ARCHIVE]
    assert view.next is not None
    assert view.next.move is Move.PROPOSE
    assert (view.back, view.taken) == ((), ())


def test_only_the_next_step_says_what_it_lacks_and_who_owes_it(sample_desk: Desk, year: ClosingOffice) -> None:
    first, *later = year.desk.course.view(2026).steps
    assert all(lack.warns for lack in first.lacks)
    assert not any(step.lacks for step in later)
    year.propose()
    lack, vote = year.desk.course.view(2026).steps[1].lacks
    assert lack_in_words(lack) == (
        "袁华娜排名在后，还没有业务能力评审意见，不能定等次：先评审，后定等次。请先登记评审意见。"
    )
    assert (lack.page, owing_name(lack.owes)) == ("grading", "政工部门")
    year.review_the_last()
    assert [each.kind for each in year.desk.course.view(2026).steps[1].lacks] == [vote.kind]
    assert (vote.page, owing_name(vote.owes)) == ("grading", "委员会秘书")
    year.meet()
    assert year.desk.course.view(2026).steps[1].lacks == ()


def test_what_was_done_is_told_with_when_by_whom_and_with_whom(year: ClosingOffice) -> None:
    year.move(Move.PROPOSE, Move.WITHDRAW, Move.PROPOSE, Move.APPROVE, Move.POST)
    view = year.desk.course.view(2026)
    assert [each.move for each in view.taken] == [
        Move.PROPOSE, Move.WITHDRAW, Move.PROPOSE, Move.APPROVE, Move.POST,
    ]  # fmt: skip
    proposed, approved, posted, close, _ = view.steps
    assert (proposed.done, approved.done, posted.done) == view.taken[2:]
    assert (close.done, close.is_next) == (None, True)
    withdrawn = view.taken[1]
    assert (withdrawn.by, withdrawn.second, withdrawn.why, withdrawn.at) == ("周敏", "王芳", "有误", NOW)
    assert view.back == (Move.TAKE_BACK,)


def test_a_step_that_was_gone_back_from_counts_as_not_done(year: ClosingOffice) -> None:
    year.move(Move.PROPOSE, Move.APPROVE, Move.RETURN)
    proposed, approved, *_ = year.desk.course.view(2026).steps
    assert proposed.done is not None
    assert approved.done is None
    assert approved.is_next


@pytest.mark.parametrize("reached", range(len(ON) + 1))
def test_a_move_leads_from_one_stage_alone_and_says_so_elsewhere(year: ClosingOffice, reached: int) -> None:
    year.move(*ON[:reached])
    stage = year.desk.course.stage(2026)
    for move in Move:
        with year.desk._open.reading() as uow:
            if MOVES[move][0] is stage:
                require(uow, 2026, move)
                continue
            with pytest.raises(StepNotPossible) as refused:
                require(uow, 2026, move)
        said = sentence(refused.value)
        assert said.startswith("2026 年度")
        assert said.endswith("。")


def test_each_way_of_being_elsewhere_has_its_own_sentence() -> None:
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


def test_two_secretaries_at_one_file_cannot_both_take_a_step(year: ClosingOffice) -> None:
    year.move(Move.PROPOSE)
    year.review_the_last()
    other = year.another_window()
    meeting = year.meet()
    year.approve(meeting)
    with pytest.raises(StepNotPossible) as refused:
        other.approve(meeting)
    assert sentence(refused.value) == (
        "2026 年度已经是“委员会已审议通过”，不用再办“审议通过等次”。请核对是否已由他人办理。"
    )
    assert [each.move for each in other.desk.course.view(2026).taken] == [Move.PROPOSE, Move.APPROVE]


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
    year: ClosingOffice, moves: tuple[Move, ...], expected: tuple[str, ...]
) -> None:
    year.move(*moves)
    assert tuple(states(year.desk).values()) == expected


@pytest.mark.parametrize(
    ("moves", "kind", "page", "title"),
    [
        ((), "course_propose", "grading", "2026 年度可以提出等次建议"),
        (ON[:1], "course_approve", "grading", "等次建议待委员会审议"),
        (ON[:2], "course_post", "publication", "等次已审议通过，待公示"),
    ],
)
def test_the_next_step_stands_on_the_desk(
    year: ClosingOffice, moves: tuple[Move, ...], kind: str, page: str, title: str
) -> None:
    year.move(*moves)
    line = lines(year.desk)[kind]
    assert line.page == page
    assert owed_title(line) == title


def test_while_the_year_runs_nothing_is_to_be_proposed(sample_desk: Desk) -> None:
    assert "course_propose" not in lines(sample_desk, date(2026, 12, 31))


@pytest.fixture
def posted(year: ClosingOffice) -> ClosingOffice:
    """A notice that hangs since 3 February 2027: 14 February, a Sunday, is made up for."""
    year.clock.now = at(3, month=2)
    year.move(*ON[:3])
    return year


def test_the_end_of_the_window_is_the_next_legal_deadline(posted: ClosingOffice) -> None:
    line = lines(posted.desk, date(2027, 2, 4))["window_closes"]
    assert (line.page, line.due) == ("publication", date(2027, 2, 17))
    assert owed_title(line) == "公示至2027-02-17（周三）17:30 截止"
    assert deadline_name(line) == "公示截止"
    after = lines(posted.desk, date(2027, 2, 18))
    assert "window_closes" not in after
    assert owed_title(after["window_to_close"]) == "公示期已满，待关闭"


def test_a_make_up_sunday_inside_the_window_reminds_to_staff_the_desk_until_it_is_past(posted: ClosingOffice) -> None:
    for day in (date(2027, 2, 4), date(2027, 2, 14)):
        line = lines(posted.desk, day)["staff_desk"]
        assert (line.page, line.due) == ("objections", date(2027, 2, 14))
        assert owed_title(line) == "2027-02-14（周日）调休上班，值班受理异议"
    assert "staff_desk" not in lines(posted.desk, date(2027, 2, 15))


def test_the_line_of_the_year_knows_when_its_steps_were(posted: ClosingOffice) -> None:
    day, last = date(2027, 2, 3), date(2027, 2, 17)
    assert posted.desk.course.dates(2026) == YearDates(day, day, day, last, None)
    posted.move(Move.CLOSE)
    assert posted.desk.course.dates(2026).closed == last
    posted.move(Move.PUBLISH_AGAIN)
    assert posted.desk.course.dates(2026) == YearDates(day, day)


def test_a_sanction_after_the_approval_is_taken_and_owed_and_freezes_the_person_alone(
    posted: ClosingOffice, tmp_path: Path
) -> None:
    """Row 13: what comes while the notice hangs makes the list an old version, which is hung no more; the window of
    everybody else is closed at its end."""
    assert "course_drift" not in lines(posted.desk)
    row = good(Kind.SANCTIONS, 工号="J009", 种类="政务警告", 决定日期="2026-12-30")
    read(posted.desk, Kind.SANCTIONS, workbook(tmp_path / "处分.xlsx", [row]))
    line = lines(posted.desk)["course_drift"]
    assert (line.page, line.blocking, line.facts["codes"]) == ("objections", True, ("J009", "J013"))
    assert owed_title(line) == "2 人的数据在审议通过后变动"
    assert states(posted.desk)["objections"] == "blocked"
    posted.wait_for_the_end()
    assert [each.kind for each in posted.desk.course.lacks(2026, Move.CLOSE)] == []
    posted.close()
    posted.move(Move.PUBLISH_AGAIN)
    with pytest.raises(ListOutOfDate) as refused:
        posted.post()
    assert sentence(refused.value) == (
        "2026 年度审议通过的名册已是旧的一版，不能办“张贴公示”：审议后的处分或请假改变了赵晓英、马𬱖的数据。"
        "请为其更正，由委员会重新审议；也可写明理由退回到“等次建议已提出”，重新提出、审议、公示。"
    )
    posted.move(Move.RETURN, Move.WITHDRAW, *ON)
    assert states(posted.desk) == {"grading": "done", "publication": "done", "objections": "done"}
