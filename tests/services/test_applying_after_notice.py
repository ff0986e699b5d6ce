"""复核 and 申诉 after the notice: who may apply for what, until when, and how it ends. Rows 40 to 44 of the office's
list (part 6 of the domain reference), and its days (part 5)."""

from datetime import date, datetime
from pathlib import Path

import pytest

from committee_desk.domain.proceedings import ProceedingKind, ProceedingState
from committee_desk.domain.remedies import ApplicationMove, ApplicationStands, ApplicationState, Remedy
from committee_desk.domain.results import Means
from committee_desk.services.application_refusals import (
    AnsweredByTheDecision,
    AppealNotOpen,
    ApplicationChanged,
    ApplicationIncomplete,
    ApplicationInTime,
    ApplicationLate,
    AppliedAlready,
    NoResultKnown,
    NoSuchApplication,
    NotExtensible,
    NothingToTakeOver,
    ReceivedOutOfTime,
)
from committee_desk.services.application_views import Applying
from committee_desk.services.clock import CHINA
from committee_desk.services.objection_refusals import ReceiverIsObjector
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.proceeding_refusals import SourceNotAccepted
from committee_desk.services.proceeding_views import Opening
from tests.services.closing_years import YEAR, ClosingOffice, closing_office
from tests.services.decided_years import serve, serve_after_a_late_objection
from tests.services.posted_notices import at
from tests.services.reviewing_hands import CLERK, EXAMINERS, SCORED, refused
from tests.sound_desks import require_sound

SERVED = date(2027, 1, 19)
LAST_DAY = date(2027, 2, 18)
"""Thirty days after 19 January 2027, a Thursday that is worked."""


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory, template_sample_desk: Path) -> Path:
    """A year decided by the 院党组, with the notices of J005 and J006 served; J007's is not. J013 objected late."""
    path = tmp_path_factory.mktemp("decided") / "考评.desk"
    made = closing_office(path, template_sample_desk)
    serve_after_a_late_objection(made)
    made.desk.close()
    return path


@pytest.fixture
def office(tmp_path: Path, decided: Path) -> ClosingOffice:
    """It is Wednesday 20 January 2027."""
    return ClosingOffice.copied(decided, tmp_path / "考评.desk", at(20, 9))


@pytest.fixture(autouse=True)
def _sound_afterwards(tmp_path: Path) -> object:
    yield
    if (tmp_path / "考评.desk").exists():
        require_sound(tmp_path / "考评.desk")


def applying(office: ClosingOffice, **other: object) -> Applying:
    """J005 applies for 复核 now."""
    told: dict[str, object] = {
        "code": "J005",
        "remedy": Remedy.REVIEW,
        "grounds": "办案数量少计两件。",
        "received": office.clock.now,
        "receiver": "范伟雪",
    }
    return Applying(**{**told, **other})  # type: ignore[arg-type]


def register(office: ClosingOffice, **other: object) -> int:
    """The application's number."""
    return office.desk.applications.register(CLERK, YEAR, applying(office, **other)).number


def seen(office: ClosingOffice, number: int) -> int:
    """The entry of what a screen shows of it."""
    return office.desk.applications.card(YEAR, number).row.held.entry


def accepted(office: ClosingOffice, **other: object) -> int:
    """An application that was accepted."""
    number = register(office, **other)
    office.desk.applications.accept(CLERK, YEAR, number, seen(office, number))
    return number


def test_an_application_counts_from_the_day_after_the_notice_and_is_decided_within_30_days_of_its_receipt(office):
    number = register(office)
    row = office.desk.applications.card(YEAR, number).row
    assert (row.label, row.name, row.held.version) == ("2026-复申-001", "熊鹏", 1)
    assert (row.held.last_day, row.held.in_time) == (LAST_DAY, True)
    assert row.held.decide_by == date(2027, 2, 19)
    assert office.desk.applications.rows(YEAR) == (row,)


def test_on_the_last_day_it_is_in_time_and_the_day_after_it_is_kept_and_not_accepted(office):
    office.clock.now = datetime(2027, 2, 18, 23, 59, tzinfo=CHINA)
    assert office.desk.applications.check(YEAR, "J005", Remedy.REVIEW, office.clock.now).in_time
    office.clock.now = datetime(2027, 2, 19, 8, 0, tzinfo=CHINA)
    number = register(office)
    applications, entry = office.desk.applications, seen(office, number)
    assert applications.card(YEAR, number).moves == (ApplicationMove.REFUSE, ApplicationMove.WITHDRAW)
    assert refused(ApplicationLate, lambda: applications.accept(CLERK, YEAR, number, entry)) == (
        "2026-复申-001 于 2027-02-19（周五）收到，期限 2027-02-18（周四）已过，不能受理。材料已留存："
        "请以逾期不予受理办结，并告知本人。委员会发现结果确有错误的，可以另立更正。"
    )
    applications.refuse(CLERK, YEAR, number, entry)
    assert applications.card(YEAR, number).row.held.state is ApplicationState.REFUSED


def test_nothing_can_be_applied_for_before_the_notice_is_known(office):
    assert refused(NoResultKnown, lambda: register(office, code="J007")) == (
        "韩俊的结果通知书尚未送达，复核和申诉的期限还没有开始。请先登记送达。"
    )
    refused(NoSuchPerson, lambda: register(office, code="J999"))
    said = refused(ReceivedOutOfTime, lambda: register(office, received=at(18, 9)))
    assert said.startswith("收件时间 2027-01-18 09:00 不对：本人 2027-01-19 才知道结果")
    refused(ReceivedOutOfTime, lambda: register(office, received=at(21, 9)))


def test_row_41_somebody_abroad_has_the_days_counted_from_when_he_knew(office):
    office.clock.now = at(27, 9)
    serve(office, "J007", date(2027, 1, 26), Means.OTHER, proof="国际邮件回执")
    clock = office.desk.applications.check(YEAR, "J007", Remedy.REVIEW, office.clock.now)
    assert (clock.since, clock.last_day) == (date(2027, 1, 26), date(2027, 2, 25))


def test_row_42_whoever_is_not_the_last_grade_is_offered_the_re_review_in_place_of_an_appeal(office):
    grade = office.desk.results.view(YEAR).row("J005").grade
    assert refused(AppealNotOpen, lambda: register(office, remedy=Remedy.APPEAL, organ="市检察院")) == (
        f"熊鹏的等次是“{grade}”：对等次的申诉只限不称职（公务员法第九十五条），任何等次都可以申请复核"
        "（检察官法第四十四条），截止 2027-02-18（周四）。请改为登记复核申请。"
    )
    assert register(office)


def test_row_44_a_ground_used_or_withdrawn_in_the_window_bars_nobody(office):
    """J013's late objection was on the same ground; nothing asks for it."""
    office.clock.now = at(21, 9)
    serve(office, "J013", date(2027, 1, 21))
    assert register(office, code="J013", grounds="案件分担比例有误。")


def test_a_late_objection_is_offered_once_the_notice_is_served_and_taken_over_once(office):
    applications = office.desk.applications
    assert applications.offered(YEAR) == ()
    refused(NoResultKnown, lambda: applications.take_over(CLERK, YEAR, 1, "范伟雪"))
    office.clock.now = at(21, 9)
    serve(office, "J013", date(2027, 1, 21))
    (offered,) = applications.offered(YEAR)
    assert (offered.label, offered.code, offered.last_day) == ("2026-异-001", "J013", date(2027, 2, 22))
    taken = applications.take_over(CLERK, YEAR, 1, "范伟雪")
    held = applications.card(YEAR, taken.number).row.held
    assert (held.in_time, held.objection, held.grounds, held.received) == (
        True, 1, "案件分担比例有误。", at(21, 0),
    )  # fmt: skip
    assert applications.offered(YEAR) == ()
    refused(NothingToTakeOver, lambda: applications.take_over(CLERK, YEAR, 1, "范伟雪"))


def test_what_a_paper_lacks_is_asked_for_at_once(office):
    refused(ApplicationIncomplete, lambda: register(office, grounds=" "))
    refused(ApplicationIncomplete, lambda: register(office, receiver=""))
    said = refused(ReceiverIsObjector, lambda: register(office, receiver="熊 鹏"))
    assert said == "熊 鹏 是申请人本人，应当回避，不能接收这件申请。请由其他人接收，并填写其姓名。"
    register(office)
    assert refused(AppliedAlready, lambda: register(office)) == (
        "熊鹏已就这一版结果提出复核申请（2026-复申-001，已收件），不重复登记。补充的材料请附在 2026-复申-001 下。"
    )
    refused(NoSuchApplication, lambda: office.desk.applications.card(YEAR, 9))


def test_a_withdrawn_application_bars_no_other_and_ends_its_re_review(office):
    number = accepted(office)
    opening = Opening(ProceedingKind.APPLICATION, number, SCORED, EXAMINERS)
    proceeding = office.desk.proceedings.open(CLERK, YEAR, opening).number
    assert office.desk.applications.card(YEAR, number).row.proceeding_label == "2026-复-001"
    assert office.desk.proceedings.card(YEAR, proceeding).row.due == date(2027, 2, 19)
    applications = office.desk.applications
    refused(ApplicationIncomplete, lambda: applications.withdraw(CLERK, YEAR, number, seen(office, number), " "))
    applications.withdraw(CLERK, YEAR, number, seen(office, number), "撤回书")
    assert office.desk.proceedings.card(YEAR, proceeding).row.state is ProceedingState.WITHDRAWN
    assert register(office) == 2
    verbs = [each.verb for each in applications.card(YEAR, number).steps]
    assert verbs == ["application.register", "application.accept", "proceeding.open", "application.withdraw"]


def test_an_application_is_re_reviewed_once_it_was_accepted(office):
    number = register(office)
    opening = Opening(ProceedingKind.APPLICATION, number, SCORED, EXAMINERS)
    refused(SourceNotAccepted, lambda: office.desk.proceedings.open(CLERK, YEAR, opening))


def test_the_rail_says_that_re_reviews_go_on_while_an_accepted_application_waits_for_one(office):
    def step() -> tuple[str, int]:
        steps = office.desk.overview(YEAR, office.today).steps
        return next((each.state, each.owed) for each in steps if each.page == "objections")

    assert step() == ("done", 0)
    number = register(office)
    office.desk.applications.accept(CLERK, YEAR, number, seen(office, number))
    assert step() == ("going", 1)


def test_one_in_time_is_refused_with_a_reason_alone_and_settled_once(office):
    number = register(office)
    applications, entry = office.desk.applications, seen(office, number)
    refused(ApplicationInTime, lambda: applications.refuse(CLERK, YEAR, number, entry))
    applications.refuse(CLERK, YEAR, number, entry, "不是本人提出")
    assert refused(ApplicationChanged, lambda: applications.accept(CLERK, YEAR, number, entry)).startswith(
        "2026-复申-001 刚由范伟雪改动，现为“不予受理”"
    )
    refused(ApplicationStands, lambda: applications.accept(CLERK, YEAR, number, seen(office, number)))


def test_what_the_committee_answers_is_not_recorded_as_a_higher_organ_s_answer(office):
    number = accepted(office)
    said = refused(
        AnsweredByTheDecision,
        lambda: office.desk.applications.answer(
            CLERK, YEAR, number, seen(office, number), changed=True, document="x", day=SERVED, outcome="y"
        ),
    )
    assert said == "2026-复申-001 是复核申请，由委员会的复核决定答复。请立项复核，表决后登记决定。"
    refused(NotExtensible, lambda: office.desk.applications.extend(CLERK, YEAR, number, seen(office, number), "函"))
