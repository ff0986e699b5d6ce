"""Re-review beyond the window: after signature and archiving (row 14), two years later (row 36), and a tie or a bottom
that a change brings about."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from committee_desk.domain.course import Move, Stage
from committee_desk.domain.proceedings import ChangeKind, ProceedingKind
from committee_desk.domain.results import ResultState
from committee_desk.domain.scores import Grade
from committee_desk.services.clock import CHINA
from committee_desk.services.effect_refusals import ReviewsComeFirst, TieToDecide
from committee_desk.services.history_views import FactKind
from committee_desk.services.imports import Kind
from committee_desk.services.proceeding_views import Found
from committee_desk.services.year_guard import YearLocked
from committee_desk.wording.effects import grade_words, why_words
from committee_desk.wording.saying import sentence
from tests.imports.workbooks import good, read, workbook
from tests.services import graded_desks as graded
from tests.services.closing_years import CLERK, SECOND, YEAR, ClosingOffice, closing_office
from tests.services.decided_years import close_the_window, decide, row, serve, sign, view
from tests.services.deciding_hands import Decider, sixteen_approved
from tests.services.typing_desks import whole
from tests.sound_desks import require_sound

ZHAO, HIS = "J009", "J013"
CASE = "XX检刑诉受〔2026〕465号"


@pytest.fixture(autouse=True)
def _the_desk_is_sound(tmp_path: Path) -> Iterator[None]:
    """Whatever was decided: every desk gets the full check at its end."""
    yield
    require_sound(tmp_path / "考评.desk")


def archived(tmp_path: Path, template: Path) -> ClosingOffice:
    """The sample office with everybody decided, served and signed, and the year put away."""
    office = closing_office(tmp_path / "考评.desk", template)
    close_the_window(office)
    decide(office)
    for each in view(office).rows:
        serve(office, each.code)
        sign(office, each.code)
    office.desk.results.archive(CLERK, YEAR, office.today, SECOND)
    return office


def test_row_14_a_sanction_after_the_signature_opens_a_correction_and_leaves_the_signed_record(
    tmp_path: Path, template_sample_desk: Path
) -> None:
    office = archived(tmp_path, template_sample_desk)
    desk, decider = office.desk, Decider(office)
    signed = row(office, ZHAO).result
    sanction = good(Kind.SANCTIONS, 工号=ZHAO, 种类="政务警告", 决定日期="2026-12-30")
    read(desk, Kind.SANCTIONS, workbook(tmp_path / "处分.xlsx", [sanction]))
    assert row(office, ZHAO).result == signed
    number = decider.open(ProceedingKind.CORRECTION, code=ZHAO, challenged=(), basis="纪检监察组来函〔2027〕9号")
    decider.hear(number, ZHAO)
    decider.find(number)
    decider.carried_out(number)
    assert desk.course.stage(YEAR) is Stage.APPROVED
    assert desk.course.view(YEAR).taken[-1].move is Move.REOPEN
    office.move(Move.POST, Move.CLOSE)
    assert [line.code for line in desk.publication.view(YEAR).versions[-1].held.notice.lines] == [HIS, ZHAO]
    decide(office, ZHAO, HIS, document="云川检党纪〔2027〕9号", why="政务警告，更正等次")
    found = row(office, ZHAO)
    assert found.result is not None
    assert (found.result.version, found.result.grade, found.state) == (2, Grade.COMPETENT, ResultState.DECIDED)
    assert [each.grade for each in found.earlier] == [Grade.EXCELLENT]
    assert signed is not None
    assert found.earlier[0].sheet == signed.sheet
    assert row(office, "J001").state is ResultState.ARCHIVED


def test_row_36_a_case_found_wanting_later_is_entered_in_its_own_year_and_the_old_one_stays(
    tmp_path: Path, template_sample_desk: Path
) -> None:
    office = archived(tmp_path, template_sample_desk)
    desk = office.desk
    before, sheet = desk.grading.in_force(YEAR), row(office, HIS).result
    with pytest.raises(YearLocked) as refused:
        desk.overrides.put(CLERK, FactKind.REVIEW, (CASE,), "grade", "不合格", "复查不合格", "复查意见3号", SECOND)
    assert sentence(refused.value).startswith("2026 年度是“已归档”，等次所依据的数据不再变动，未作任何改动")
    desk.new_year.open(CLERK, 2027)
    office.clock.now = datetime(2027, 12, 30, 9, 0, tzinfo=CHINA)
    typed = whole(code=HIS, case=CASE, indicator="办案规范", points="-1", reason="复查不合格", day="2027-12-29")
    entered = desk.entry.enter(CLERK, 2027, 12, typed)
    (event,) = [each for each in desk.entry.rows(2027, 12).rows if each.number == entered.number]
    assert (event.case, event.case_year) == (CASE, 2026)
    assert desk.grading.in_force(YEAR) == before
    assert row(office, HIS).result == sheet


# -- what a change brings about ----------------------------------------------------------------------------------------

EFFECT = ("J004", "effect", "2026-05-06", "试1号", "试验")


@pytest.fixture
def approved(tmp_path: Path, template_desk: Path) -> Decider:
    """Sixteen people, three places, their list approved; the fourth has half a point less than the third."""
    return sixteen_approved(tmp_path / "考评.desk", template_desk)


def raised(decider: Decider, by: str, code: str = "J004") -> int:
    """A correction that gives so many points of 办案效果 more; its number."""
    desk = decider.office.desk
    key = (code, *EFFECT[1:])
    held = next(
        each
        for each in desk.history.of(FactKind.EVENT, (key[0], key[1], date(2026, 5, 6), key[3], key[4]))
        if each.ended is None
    )
    points = Decimal(str(held.values["points"])) + Decimal(by)
    number = decider.open(ProceedingKind.CORRECTION, code=code, basis="来函", examiners=("委Z004", "委Z005"))
    decider.hear(number, code)
    found = Found(ChangeKind.EVENT, key, "points", format(points.normalize(), "f"), "计分有误", "底稿")
    decider.find(number, found)
    return number


def test_a_tie_that_a_change_opens_is_decided_in_the_same_meeting(approved: Decider) -> None:
    number = raised(approved, "0.1")
    effects = approved.lay(number)
    assert effects is not None
    (tie,) = effects.ties
    assert (tie.equals, tie.open) == (("J003", "J004"), 1)
    assert [(each.name, why_words(each)) for each in effects.people if each.code == "J003"] == [
        ("检J003", "与检J004四项全部相同，须在同一次会议上表决")
    ]
    meeting = approved.vote(number, graded.tie_item(tie.equals), ties={"J004": "aye"})
    with pytest.raises(TieToDecide) as refused:
        approved.decide(number, meeting)
    assert sentence(refused.value) == (
        "2026-更-001：变更后检察官优秀名额处平票：检J003、检J004四项全部相同，名额 1 名。"
        "请在同一次会议上表决，并随本决定一并登记。"
    )
    approved.decide(number, meeting, tie={"检察官": ("J004",)})
    listed = approved.office.desk.grading.in_force(YEAR)
    assert listed is not None
    assert (listed.of("J003").grade, listed.of("J004").grade) == (Grade.COMPETENT, Grade.EXCELLENT)


def test_who_comes_to_the_bottom_is_reviewed_before_the_committee_decides(approved: Decider) -> None:
    desk = approved.office.desk
    number = raised(approved, "1.3", "J016")
    effects = approved.lay(number)
    assert effects is not None
    assert effects.reviews == ("J015",)
    mine = effects.of("J015")
    assert mine is not None
    assert grade_words(mine)[1] == "不确定等次"
    meeting = approved.vote(number)
    with pytest.raises(ReviewsComeFirst) as refused:
        approved.decide(number, meeting)
    assert sentence(refused.value) == (
        "2026-更-001：变更后检J015排名在后，还没有业务能力评审意见：先评审，后定等次。"
        "请先登记评审意见，再提出复核意见、表决。"
    )
    desk.effects.review(CLERK, YEAR, number, graded.review("J015"))
    approved.carried_out(number)
    listed = desk.grading.in_force(YEAR)
    assert listed is not None
    assert listed.of("J015").grade is not None
