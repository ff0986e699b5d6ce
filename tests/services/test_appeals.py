"""申诉 against 不称职 (公务员法 95, 96): to the organ above, directly or after a 复核, and carried out here."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from committee_desk.domain.proceedings import ChangeKind, Motion, ProceedingKind, ProceedingState
from committee_desk.domain.remedies import ApplicationState, Remedy
from committee_desk.domain.results import Means
from committee_desk.domain.scores import Grade
from committee_desk.services.application_refusals import (
    AcceptanceDayOutside,
    AnswerDayOutside,
    ApplicationIncomplete,
    AppliedAlready,
    NotExtensible,
)
from committee_desk.services.application_views import Applying
from committee_desk.services.effect_refusals import ChangeOutOfBounds
from committee_desk.services.override_views import OverrideValueRefused
from committee_desk.services.proceeding_refusals import (
    ChangeChangesNothing,
    DayOutsideProceeding,
    NothingLikeThat,
    ServedBadly,
    SourceNotAccepted,
)
from committee_desk.services.proceeding_views import Found, Serving
from committee_desk.wording.acts import act_object
from committee_desk.wording.overview import owed_title
from tests.services.closing_years import YEAR, ClosingOffice, closing_office
from tests.services.decided_years import close_the_window, decide, serve
from tests.services.deciding_hands import Decider
from tests.services.posted_notices import at
from tests.services.reviewing_hands import CLERK, refused
from tests.sound_desks import require_sound

WHO = "J006"
ORGAN = "云川市人民检察院"


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory, template_sample_desk: Path) -> Path:
    """A year in which J006 is 不称职 by a departure from the scheme; its notice was served on 19 January 2027."""
    folder = tmp_path_factory.mktemp("decided")
    made = closing_office(folder / "考评.desk", template_sample_desk)
    made.desk.grading.choose(CLERK, YEAR, WHO, Grade.INCOMPETENT, "经劝导拒不参加考核")
    close_the_window(made)
    made.clock.now = at(19, 9)
    decide(made)
    serve(made, WHO)
    made.desk.close()
    return folder / "考评.desk"


@pytest.fixture
def office(tmp_path: Path, decided: Path) -> ClosingOffice:
    """It is Wednesday 20 January 2027."""
    return ClosingOffice.copied(decided, tmp_path / "考评.desk", at(20, 9))


@pytest.fixture(autouse=True)
def _sound_afterwards(tmp_path: Path) -> object:
    yield
    require_sound(tmp_path / "考评.desk")


def apply(office: ClosingOffice, remedy: Remedy = Remedy.APPEAL, organ: str = ORGAN, *, accepted: bool = True) -> int:
    """J006 applies, and it is accepted; the number."""
    applications = office.desk.applications
    wanted = Applying(WHO, remedy, "不服处理。", office.clock.now, "范伟雪", organ=organ)
    number = applications.register(CLERK, YEAR, wanted).number
    if accepted:
        applications.accept(CLERK, YEAR, number, seen(office, number))
    return number


def seen(office: ClosingOffice, number: int) -> int:
    """The entry of what a screen shows of it."""
    return office.desk.applications.card(YEAR, number).row.held.entry


def answer(office: ClosingOffice, number: int, *, changed: bool = True, **other: object) -> None:
    """The organ above decided today."""
    told = {"document": "云检申〔2027〕1号", "day": office.today, "outcome": "撤销原定等次，重新确定", **other}
    office.desk.applications.answer(CLERK, YEAR, number, seen(office, number), changed=changed, **told)


def owing(office: ClosingOffice) -> set[str]:
    """The lines of 工作台."""
    return {owed_title(line) for line in office.desk.overview(YEAR, office.today).owed}


def test_the_last_grade_may_be_appealed_directly_within_30_days_and_is_decided_in_60_or_90(office):
    assert office.desk.results.view(YEAR).row(WHO).grade is Grade.INCOMPETENT
    number = apply(office)
    held = office.desk.applications.card(YEAR, number).row.held
    assert (held.label, held.last_day, held.decide_by) == ("2026-申-001", date(2027, 2, 18), date(2027, 3, 22))
    applications = office.desk.applications
    refused(ApplicationIncomplete, lambda: applications.extend(CLERK, YEAR, number, seen(office, number), " "))
    applications.extend(CLERK, YEAR, number, seen(office, number), "云检延〔2027〕1号")
    assert applications.card(YEAR, number).row.held.due == date(2027, 4, 20)
    said = refused(NotExtensible, lambda: applications.extend(CLERK, YEAR, number, seen(office, number), "再延"))
    assert said == "2026-申-001 已延长到 2027-04-20（周二），只能延长一次（公务员法第九十六条）。"


def test_the_60_days_of_an_appeal_run_from_its_acceptance_and_are_lengthened_after_it_alone(office):
    applications = office.desk.applications
    number = apply(office, accepted=False)
    card = applications.card(YEAR, number)
    assert (card.row.held.runs, card.row.days_left, card.row.past, card.extensible) == (False, None, False, False)
    assert not any(line.due for line in office.desk.overview(YEAR, office.today).owed if "appl" in line.kind)
    said = refused(NotExtensible, lambda: applications.extend(CLERK, YEAR, number, seen(office, number), "云检延1号"))
    assert said == "2026-申-001 还没有受理，处理期限从受理起算，不能延长。请先登记受理。"
    office.clock.now = at(20, 9) + timedelta(days=33)
    assert not applications.card(YEAR, number).row.past
    applications.accept(CLERK, YEAR, number, seen(office, number))
    assert applications.card(YEAR, number).row.held.due == date(2027, 4, 23)
    applications.extend(CLERK, YEAR, number, seen(office, number), "云检延〔2027〕1号")
    assert applications.card(YEAR, number).row.held.due == date(2027, 5, 24)


def test_an_appeal_is_accepted_on_the_day_that_its_organ_accepted_it_whenever_that_is_recorded(office):
    applications = office.desk.applications
    number = apply(office, accepted=False)
    office.clock.now = at(8, 9, month=2)
    for day in (date(2027, 1, 19), date(2027, 2, 9)):
        said = refused(
            AcceptanceDayOutside, lambda day=day: applications.accept(CLERK, YEAR, number, seen(office, number), day)
        )
        assert said == (
            f"2026-申-001 的受理日期 {day} 不对：应当在收件之日 2027-01-20 至今天 2027-02-08 之间。请照受理文书填写。"
        )
    applications.accept(CLERK, YEAR, number, seen(office, number), date(2027, 1, 25))
    card = applications.card(YEAR, number)
    assert (card.row.held.due, card.steps[-1].day) == (date(2027, 3, 26), date(2027, 1, 25))
    assert act_object(office.desk.journal.rows(1)[0]) == "2026-申-001，2027-01-25 受理"
    applications.extend(CLERK, YEAR, number, seen(office, number), "云检延〔2027〕1号")
    assert applications.card(YEAR, number).row.held.due == date(2027, 4, 25) + timedelta(days=1), "25 April is a Sunday"


def test_the_30_days_of_a_re_review_run_from_its_receipt(office):
    number = apply(office, Remedy.REVIEW, accepted=False)
    due = office.desk.applications.card(YEAR, number).row.held.due
    office.clock.now = at(22, 9)
    office.desk.applications.accept(CLERK, YEAR, number, seen(office, number))
    assert office.desk.applications.card(YEAR, number).row.held.due == due == date(2027, 2, 19)


def test_the_organ_that_the_office_names_is_written_down_where_nobody_typed_another(office):
    number = apply(office, organ="")
    assert office.desk.applications.card(YEAR, number).row.held.organ == "同级公务员主管部门或者上一级人民检察院"


def test_what_the_organ_decided_is_recorded_with_its_paper_its_day_and_its_words(office):
    number = apply(office)
    refused(ApplicationIncomplete, lambda: answer(office, number, document=""))
    refused(ApplicationIncomplete, lambda: answer(office, number, outcome=" "))
    refused(AnswerDayOutside, lambda: answer(office, number, day=date(2027, 1, 21)))
    answer(office, number, changed=False)
    held = office.desk.applications.card(YEAR, number).row.held
    assert (held.state, held.decided) == (ApplicationState.UPHELD, date(2027, 1, 20))
    decider = Decider(office)
    refused(SourceNotAccepted, lambda: decider.open(ProceedingKind.APPEAL, number))


def test_an_appeal_that_succeeded_is_owed_until_it_is_carried_out_by_a_proceeding_on_its_paper(office):
    number = apply(office)
    answer(office, number)
    assert "1 件申诉处理决定待执行" in owing(office)
    proceeding = Decider(office).open(ProceedingKind.APPEAL, number)
    row = office.desk.proceedings.card(YEAR, proceeding).row
    assert (row.label, row.source_label, row.held.basis) == ("2026-复-001", "2026-申-001", "云检申〔2027〕1号")
    assert "1 件申诉处理决定待执行" not in owing(office)


def test_a_grade_that_the_organ_set_is_carried_out_though_no_figure_is_otherwise(office):
    number = apply(office)
    answer(office, number)
    decider = Decider(office)
    proceeding = decider.open(ProceedingKind.APPEAL, number)
    grade = Found(ChangeKind.GRADE, (WHO,), "grade", "基本称职", "申诉处理决定撤销不称职", "云检申〔2027〕1号")
    for wrong, kind in (
        (grade._replace(after="良好"), OverrideValueRefused),
        (grade._replace(after=""), OverrideValueRefused),
        (grade._replace(after="不称职"), ChangeChangesNothing),
        (grade._replace(key=("J999",)), NothingLikeThat),
    ):
        refused(kind, lambda wrong=wrong: decider.find(proceeding, wrong))
    decider.find(proceeding, grade)
    decider.carried_out(proceeding)
    listed = office.desk.grading.in_force(YEAR).of(WHO)
    assert (listed.grade, listed.reason) == (Grade.BASIC, "申诉处理决定撤销不称职")
    assert [each.held.code for each in office.desk.effects.informings(YEAR)] == [WHO]


def test_a_grade_that_the_rules_do_not_allow_is_refused_when_the_motion_is_laid(office):
    number = apply(office)
    answer(office, number)
    decider = Decider(office)
    proceeding = decider.open(ProceedingKind.APPEAL, number)
    grade = Found(ChangeKind.GRADE, ("J001",), "grade", "优秀", "申诉处理决定撤销不称职", "云检申〔2027〕1号")
    decider.find(proceeding, grade)
    said = refused(ChangeOutOfBounds, lambda: decider.lay(proceeding))
    assert "处分仍然有效的，处分撤销或变更并登记后才能改" in said
    assert decider.of(proceeding).motion is None


def test_after_the_re_review_15_days_are_counted_from_the_day_on_which_its_decision_was_served(office):
    decider, proceedings = Decider(office), office.desk.proceedings
    number = apply(office, Remedy.REVIEW)
    proceeding = decider.open(ProceedingKind.APPLICATION, number)
    decider.find(proceeding, findings="处理决定有效，等次无误。")
    office.clock.now = at(15, 9, month=2)
    decider.carried_out(proceeding, Motion.UPHOLD)
    assert proceedings.card(YEAR, proceeding).row.state is ProceedingState.UPHELD
    assert office.desk.applications.card(YEAR, number).row.held.state is ApplicationState.UPHELD
    assert "1 份复核决定书待送达" in owing(office)
    office.clock.now = at(23, 9, month=2)
    direct = Serving(date(2027, 2, 22), Means.DIRECT, "范伟雪")
    for serving, kind in (
        (direct._replace(day=date(2027, 2, 14)), DayOutsideProceeding),
        (direct._replace(day=date(2027, 2, 24)), DayOutsideProceeding),
        (direct._replace(by=" "), ServedBadly),
        (direct._replace(means=Means.LEFT, witnesses=("彭强涛", "彭强涛")), ServedBadly),
        (direct._replace(means=Means.POST), ServedBadly),
    ):
        refused(kind, lambda serving=serving: proceedings.serve(
            CLERK, YEAR, proceeding, serving, decider.of(proceeding).entry))  # fmt: skip
    proceedings.serve(CLERK, YEAR, proceeding, direct, decider.of(proceeding).entry)
    clock = office.desk.applications.check(YEAR, WHO, Remedy.APPEAL, office.clock.now)
    assert (clock.after_review, clock.since, clock.last_day) == (True, date(2027, 2, 22), date(2027, 3, 9))
    assert clock.in_time
    assert "1 份复核决定书待送达" not in owing(office)
    assert office.desk.results.view(YEAR).row(WHO).after_review == (date(2027, 2, 22), date(2027, 3, 9))
    assert proceedings.card(YEAR, proceeding).appealable, "that is said where it is served"


def test_an_appeal_that_came_late_bars_none_in_time_after_the_re_review(office):
    decider, review = Decider(office), apply(office, Remedy.REVIEW)
    office.clock.now = at(19, 9, month=2)
    late = apply(office, accepted=False)
    assert not office.desk.applications.card(YEAR, late).row.held.in_time
    refused(AppliedAlready, lambda: apply(office, accepted=False))
    proceeding = decider.open(ProceedingKind.APPLICATION, review)
    decider.find(proceeding, findings="处理决定有效，等次无误。")
    decider.carried_out(proceeding, Motion.UPHOLD)
    assert office.desk.results.view(YEAR).row(WHO).after_review is None, "not served yet"
    served = Serving(office.today, Means.DIRECT, "范伟雪")
    office.desk.proceedings.serve(CLERK, YEAR, proceeding, served, decider.of(proceeding).entry)
    office.clock.now = at(1, 9, month=3)
    number = apply(office)
    held = office.desk.applications.card(YEAR, number).row.held
    assert (held.in_time, held.state) == (True, ApplicationState.ACCEPTED)
    refused(AppliedAlready, lambda: apply(office, accepted=False))
