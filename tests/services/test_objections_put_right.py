"""An objection put right: nobody alone turns late into in time, nobody has a hand in his own or a relative's, and a
lengthened window makes in time what was late."""

from datetime import datetime
from pathlib import Path

import pytest

from committee_desk.domain.objections import InTimeIsNotRouted, Matter, ObjectionMove, ObjectionState
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.services.account_refusals import SecondIsFirst, SecondNeeded
from committee_desk.services.actor import Actor
from committee_desk.services.objection_refusals import (
    GroundWithdrawn,
    NothingPublishedOf,
    NotOnTheNotice,
    ObjectionTakenUp,
    ReceivedLater,
    ReceiverIsKin,
    ReceiverIsObjector,
    RegisteredAlready,
)
from committee_desk.services.second import Second
from committee_desk.services.settings import ABOUT_OTHERS, OFF
from committee_desk.wording.objections import what_turns
from tests.services.posted_notices import (
    CLERK,
    WITNESS,
    YEAR,
    PostedOffice,
    at,
    lengthen,
    post,
    posted_office,
    refused,
    registered,
    seen,
)
from tests.sound_desks import require_sound

LATE, EARLIER = at(18, 17, 50), at(18, 17, 25)


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path) -> PostedOffice:
    """A notice hangs since Monday 11 January 2027, 10:00, until Monday 18 January, 17:30."""
    return posted_office(tmp_path / "考评.desk", template_sample_desk, at(11, 10))


@pytest.fixture(autouse=True)
def _sound_afterwards(tmp_path: Path) -> object:
    yield
    require_sound(tmp_path / "考评.desk")


def correct(office: PostedOffice, number: int, second: Second | None = None, **filing: object) -> None:
    office.desk.objections.correct(CLERK, YEAR, number, office.file(**filing), "笔误", seen(office, number), second)


# -- the time of receipt ----------------------------------------------------------------------------------------------


def test_one_person_alone_does_not_turn_a_late_objection_into_one_in_time(office):
    office.clock.now = LATE
    number = registered(office)
    refused(SecondNeeded, lambda: correct(office, number, received=EARLIER))
    refused(SecondIsFirst, lambda: correct(office, number, Second("范伟雪"), received=EARLIER))
    row = office.desk.objections.rows(YEAR)[0]
    assert (row.held.in_time, row.held.received) == (False, LATE)
    correct(office, number, WITNESS, received=EARLIER)
    assert office.desk.objections.rows(YEAR)[0].held.in_time
    assert office.desk.journal.rows(1)[0].authority == "林岚"


@pytest.mark.parametrize("second", ["熊鹏", "熊鹏（J005）", "熊鹏（二部）"])
def test_the_objector_is_not_the_second_person_who_puts_his_own_paper_into_time(office, second):
    office.clock.now = LATE
    number = registered(office)
    refused(ReceiverIsObjector, lambda: correct(office, number, Second(second), received=EARLIER))
    assert not office.desk.objections.rows(YEAR)[0].held.in_time


def test_one_person_alone_does_not_turn_one_in_time_into_a_late_one_either(office):
    office.clock.now = LATE
    number = registered(office, received=EARLIER)
    refused(SecondNeeded, lambda: correct(office, number, received=LATE))
    correct(office, number, received=at(18, 17, 20))  # in time before and after
    assert office.desk.journal.rows(1)[0].authority is None


def test_a_time_that_was_put_right_shows_on_the_row_and_on_the_card_with_the_first_one(office):
    office.clock.now = LATE
    number = registered(office)
    assert office.desk.objections.rows(YEAR)[0].received_first is None
    correct(office, number, WITNESS, received=EARLIER)
    office.desk.objections.accept(CLERK, YEAR, number, seen(office, number))
    assert office.desk.objections.rows(YEAR)[0].received_first == LATE
    assert office.desk.objections.card(YEAR, number).row.received_first == LATE


def test_what_was_accepted_becomes_nobody_else_s_and_about_nothing_else(office):
    number = registered(office)
    office.desk.objections.accept(CLERK, YEAR, number, seen(office, number))
    said = refused(ObjectionTakenUp, lambda: correct(office, number, code="J008"))
    assert said == (
        "异议 2026-异-001 已受理，申请人、公示书版本和申请事项不再更正。另一人、另一事项的异议，请另行登记。"
    )
    refused(ObjectionTakenUp, lambda: correct(office, number, matters=(Matter.RANK,)))
    correct(office, number, request="重新计算")
    held = office.desk.objections.rows(YEAR)[0].held
    assert (held.code, held.request, held.state) == ("J005", "重新计算", ObjectionState.ACCEPTED)


def test_nobody_puts_right_an_objection_of_his_own_or_about_himself(office):
    objections, number = office.desk.objections, registered(office)
    about = registered(office, code="J006", matters=(Matter.OTHER, Matter.GRADE), other="J001")
    for who, which in (("熊鹏", number), ("秦生康", about), ("向栋", about)):
        entry, held = seen(office, which), objections.card(YEAR, which).row.held
        again = office.file(code=held.code, matters=held.matters, other=held.other, request="改")
        refused(
            ReceiverIsObjector,
            lambda who=who, which=which, again=again, entry=entry: objections.correct(
                Actor(who), YEAR, which, again, "笔误", entry
            ),
        )


# -- a lengthened window ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("routed", [False, True])
def test_what_a_lengthened_window_brings_into_time_is_accepted_and_not_put_off(office, routed):
    office.clock.now = LATE
    objections, number = office.desk.objections, registered(office)
    if routed:
        objections.route(CLERK, YEAR, number, seen(office, number))
    lengthen(office)
    card = objections.card(YEAR, number)
    assert card.moves == (ObjectionMove.ACCEPT, ObjectionMove.REFUSE, ObjectionMove.WITHDRAW)
    assert (card.row.held.in_time, objections.rows(YEAR)[0].held.minutes_late) == (True, 0)
    refused(InTimeIsNotRouted, lambda: objections.route(CLERK, YEAR, number, seen(office, number)))
    objections.accept(CLERK, YEAR, number, seen(office, number))
    held = objections.card(YEAR, number).row.held
    assert (held.state, held.in_time, held.minutes_late) == (ObjectionState.ACCEPTED, True, 0)
    assert '"minutes_late_before":20' in office.desk.journal.rows(1)[0].what
    assert not any(
        each.kind == "objection_now_in_time" for each in office.desk.overview(YEAR, office.clock.now.date()).owed
    )


# -- who takes it -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "receiver", ["J005", "熊鹏（J005）", "熊鹏（政治部）", "ｊ005", "范伟雪、熊鹏", "某人（J005）"]
)
def test_the_objector_takes_his_own_objection_under_no_spelling(office, receiver):
    refused(ReceiverIsObjector, lambda: registered(office, receiver=receiver))


def test_a_receiver_typed_by_code_is_kept_by_name(office):
    number = registered(office, receiver="J010")
    name = next(each.name for each in office.desk.people.roster(YEAR) if each.code == "J010")
    assert office.desk.objections.card(YEAR, number).row.held.receiver == name


def test_a_relative_of_the_objector_neither_takes_nor_decides(office):
    office.desk.relations.relate(CLERK, Relationship("J005", "", "J001", Kinship.SPOUSE))
    office.desk.relations.relate(CLERK, Relationship("J005", "熊大山", None, Kinship.DIRECT_LINE))
    for receiver in ("秦生康", "J001", "秦生康（J001）", "熊大山", "熊大山（门卫）"):
        assert "亲属" in refused(ReceiverIsKin, lambda receiver=receiver: registered(office, receiver=receiver))
    number = registered(office)
    entry = seen(office, number)
    said = refused(ReceiverIsKin, lambda: office.desk.objections.accept(Actor("秦生康"), YEAR, number, entry))
    assert said == ("秦生康 是 2026-异-001 当事人 熊鹏 的亲属（见“人员”页的回避关系），应当回避。请由其他人办理。")


# -- once, and something new ------------------------------------------------------------------------------------------


def test_the_same_paper_is_not_registered_twice_within_the_hour_whatever_minute_is_typed(office):
    office.clock.now = at(12, 11)
    registered(office, received=at(12, 10, 5), grounds="目标件数应分段核定。")
    for grounds in ("目标件数应分段核定。", "目标件数， 应分段核定"):
        paper = {"received": at(12, 10, 40), "grounds": grounds}
        assert "2026-异-001" in refused(RegisteredAlready, lambda paper=paper: registered(office, **paper))
    assert registered(office, received=at(12, 10, 40), matters=(Matter.RANK,)) == 2
    assert registered(office, received=at(11, 15)) == 3


def test_a_second_paper_of_the_same_hour_on_other_grounds_is_an_objection_of_its_own(office):
    office.clock.now = at(18, 17, 50)
    assert registered(office, received=at(18, 17, 5), grounds="八月案件漏计三件。") == 1
    assert registered(office, received=at(18, 17, 25), grounds="加分项论文未计。") == 2
    assert [row.held.in_time for row in office.desk.objections.rows(YEAR)] == [True, True]


@pytest.mark.parametrize("new_facts", [".", "……………………", "111111", "新新新新新新新", "有新情况", "目标件数应分段核定。"])
def test_what_is_new_after_a_withdrawal_takes_a_sentence_that_was_not_withdrawn(office, new_facts):
    number = registered(office, grounds="目标件数应分段核定。")
    office.desk.objections.withdraw(CLERK, YEAR, number, seen(office, number), "1月13日撤回申请")
    office.clock.now = at(13, 9)
    said = refused(GroundWithdrawn, lambda: registered(office, new_facts=new_facts))
    assert "须至少写一句话（6 个字以上）" in said


# -- who is not on the notice -----------------------------------------------------------------------------------------


def test_who_is_scored_and_not_on_the_notice_objects_to_procedure_and_to_having_no_grade(office, actor):
    office.desk.settings.put(actor, ABOUT_OTHERS, OFF, "考评办法第十八条")
    office.clock.now = at(20, 10)
    post(office, at(20, 9), codes=lambda code: code not in {"J005", "J006"}, partial=False)
    assert "J005" in {each.code for each in office.desk.objections.counter(YEAR).objectors}
    assert "X003" not in {each.code for each in office.desk.objections.counter(YEAR).objectors}
    said = refused(NothingPublishedOf, lambda: registered(office, version=2, matters=(Matter.GRADE, Matter.SCORE)))
    assert "第 2 版公示书没有公示 熊鹏 的结果（另行确定），不能对得分提出异议" in said
    registered(office, version=2, matters=(Matter.GRADE, Matter.PROCEDURE))
    refused(NotOnTheNotice, lambda: registered(office, version=2, code="X003", matters=(Matter.GRADE,)))


# -- told before it is confirmed ---------------------------------------------------------------------------------------


def foretold(office: PostedOffice, number: int, received: datetime) -> str:
    return what_turns(office.desk.objections.check_correction(YEAR, number, 1, received))


def test_what_another_time_of_receipt_turns_is_told_before_it_is_confirmed(office):
    office.clock.now = LATE
    number = registered(office)
    assert foretold(office, number, EARLIER) == "由逾期改为公示期内，须两人办理"
    assert foretold(office, number, at(18, 17, 40)) == "仍为逾期 10 分钟"
    early = registered(office, code="J013", received=EARLIER)
    assert foretold(office, early, LATE) == "由公示期内改为逾期 20 分钟，须两人办理"
    assert foretold(office, early, at(18, 9)) == "仍为公示期内"
    assert foretold(office, early, at(15, 9)) == "仍为公示期内；答复期限改为 2027-01-22"


def test_a_decision_that_would_fall_with_the_time_of_receipt_is_told_too(office):
    office.clock.now = LATE
    number = registered(office)
    office.desk.objections.route(CLERK, YEAR, number, seen(office, number))
    assert foretold(office, number, EARLIER) == "由逾期改为公示期内，须两人办理；已办的结果作废，重新办理"
    correct(office, number, WITNESS, received=EARLIER)
    assert office.desk.objections.card(YEAR, number).row.state is ObjectionState.RECEIVED


def test_a_time_later_than_its_typing_is_refused_while_it_is_looked_at_as_when_it_is_put_right(office):
    office.clock.now = at(12, 10)
    number = registered(office)
    office.clock.now = at(13, 10)
    told = refused(ReceivedLater, lambda: foretold(office, number, at(12, 11)))
    assert told == refused(ReceivedLater, lambda: correct(office, number, received=at(12, 11)))
