"""Who approves what was typed: the name beside it, or in 严格 another account by an act of its own."""

from datetime import UTC, datetime

import pytest

from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_refusals import NotAllowed
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.entry_refusals import (
    ApproverMissing,
    ApproverNotTyped,
    ApprovesOwn,
    ChangedMeanwhile,
    NotReadyToApprove,
    WithdrawalWithoutReason,
)
from committee_desk.services.entry_views import EventField, EventState, Line, MarkTyped
from tests.services.seated_desks import account, first_accounts, sit
from tests.services.typing_desks import changed, row_of, whole

F = EventField
MAY = {"approver": ""}


@pytest.fixture
def strict(sample_desk: Desk) -> Desk:
    """A desk in 严格: 周敏 types, 李强 approves, 孙丽 may do both."""
    roles = (Role.OPERATOR, Role.REVIEWER, Role.SECRETARY, Role.ADMINISTRATOR, Role.AUDITOR)
    return first_accounts(sample_desk, Actor("周敏"), Way.STRICT, [account(role) for role in roles])


def test_in_strict_a_typed_event_waits_until_another_account_approves_it(strict: Desk) -> None:
    typist = sit(strict, Role.OPERATOR)
    before = strict.scores.year(2026).of("J010").total
    with pytest.raises(ApproverNotTyped):
        strict.entry.enter(typist, 2026, 12, whole())
    entered = strict.entry.enter(typist, 2026, 12, whole(**MAY))
    assert entered.state is EventState.WAITS
    assert strict.scores.year(2026).of("J010").total == before
    number, seen = entered.number or 0, entered.change.entry or 0
    with pytest.raises(NotAllowed):
        strict.entry.approve(typist, [(number, seen)])
    reviewer = sit(strict, Role.REVIEWER)
    with pytest.raises(ApproverNotTyped):
        strict.entry.approve(reviewer, [(number, seen)], "别人")
    strict.entry.approve(reviewer, [(number, seen)])
    row = row_of(strict, number)
    assert (row.state, row.approver, row.writer) == (EventState.COUNTED, "李强", "李强")
    assert strict.scores.year(2026).of("J010").total == before + 50


def test_in_strict_nobody_approves_what_they_typed_themselves_even_a_part_of_it(strict: Desk) -> None:
    secretary = sit(strict, Role.SECRETARY)
    number = strict.entry.enter(secretary, 2026, 12, whole(**MAY)).number or 0
    typist = sit(strict, Role.OPERATOR)
    strict.entry.enter(typist, 2026, 12, changed(row_of(strict, number), points="1"))
    secretary = sit(strict, Role.SECRETARY)
    with pytest.raises(ApprovesOwn):
        strict.entry.approve(secretary, [(number, row_of(strict, number).seen)])


def test_in_strict_what_is_changed_after_the_approval_waits_for_another(strict: Desk) -> None:
    typist = sit(strict, Role.OPERATOR)
    number = strict.entry.enter(typist, 2026, 12, whole(**MAY)).number or 0
    strict.entry.approve(sit(strict, Role.REVIEWER), [(number, row_of(strict, number).seen)])
    typist = sit(strict, Role.OPERATOR)
    strict.entry.enter(typist, 2026, 12, changed(row_of(strict, number), points="1"))
    assert (row_of(strict, number).state, row_of(strict, number).approver) == (EventState.WAITS, None)


@pytest.mark.parametrize(("field", "text"), [("title", "论量刑建议"), ("periodical", "检察日报"), ("author", "2")])
def test_in_strict_an_approval_falls_with_whatever_is_changed(strict: Desk, field: str, text: str) -> None:
    typist = sit(strict, Role.OPERATOR)
    number = strict.entry.enter(typist, 2026, 12, whole(**MAY)).number or 0
    strict.entry.approve(sit(strict, Role.REVIEWER), [(number, row_of(strict, number).seen)])
    strict.entry.enter(sit(strict, Role.OPERATOR), 2026, 12, changed(row_of(strict, number), **{field: text}))
    assert (row_of(strict, number).state, row_of(strict, number).approver) == (EventState.WAITS, None)


def test_in_strict_nobody_approves_marks_under_a_batch_line_of_their_own(strict: Desk) -> None:
    strict.entry.put_line(sit(strict, Role.SECRETARY), 2026, 12, Line("skill", 1, "培训", "政9号"))
    cell = MarkTyped("J010", "skill", "0.1")
    number = strict.entry.mark(sit(strict, Role.OPERATOR), 2026, 12, cell).number or 0
    seen = row_of(strict, number).seen
    with pytest.raises(ApprovesOwn):
        strict.entry.approve(sit(strict, Role.SECRETARY), [(number, seen)])
    strict.entry.approve(sit(strict, Role.REVIEWER), [(number, seen)])
    assert row_of(strict, number).state is EventState.COUNTED


def test_a_whole_batch_is_approved_at_once_and_only_as_it_was_seen(strict: Desk) -> None:
    typist = sit(strict, Role.OPERATOR)
    with pytest.raises(ApproverNotTyped):
        strict.entry.put_line(typist, 2026, 12, Line("skill", 1, "培训", "政9号", "主任"))
    strict.entry.put_line(typist, 2026, 12, Line("skill", 1, "培训", "政9号"))
    cells = [MarkTyped(f"J{number:03}", "skill", "0.1") for number in range(1, 6)]
    done = strict.entry.block(typist, 2026, 12, cells)
    reviewer = sit(strict, Role.REVIEWER)
    numbers = [(number or 0, done.change.entry or 0) for number in done.numbers]
    with pytest.raises(ChangedMeanwhile):
        strict.entry.approve(reviewer, [(number, seen - 1) for number, seen in numbers])
    strict.entry.approve(reviewer, numbers)
    assert {mark.state for mark in strict.entry.grid(2026, 12).marks.values()} == {EventState.COUNTED}
    with pytest.raises(WithdrawalWithoutReason):
        strict.entry.withdraw(sit(strict, Role.OPERATOR), numbers[0][0], "")


def test_what_lacks_more_than_the_approval_is_not_approved(strict: Desk) -> None:
    number = strict.entry.enter(sit(strict, Role.OPERATOR), 2026, 12, whole(**MAY, voucher="")).number or 0
    reviewer = sit(strict, Role.REVIEWER)
    with pytest.raises(NotReadyToApprove) as refused:
        strict.entry.approve(reviewer, [(number, row_of(strict, number).seen)])
    assert refused.value.lacking == (F.VOUCHER,)


def test_without_accounts_the_approver_is_named(sample_desk: Desk, actor: Actor) -> None:
    entered = sample_desk.entry.enter(actor, 2026, 12, whole(**MAY))
    assert entered.state is EventState.DRAFT
    events = [(entered.number or 0, entered.change.entry or 0)]
    with pytest.raises(ApproverMissing):
        sample_desk.entry.approve(actor, events)
    sample_desk.entry.approve(actor, events, "政治部主任")
    assert row_of(sample_desk, entered.number).approver == "政治部主任"
    assert sample_desk.journal.rows(1)[0].authority == "政治部主任"


def test_a_row_says_when_and_by_whom_it_was_written(sample_desk: Desk, actor: Actor) -> None:
    entered = sample_desk.entry.enter(actor, 2026, 12, whole())
    row = row_of(sample_desk, entered.number)
    assert (row.writer, row.written) == ("周敏", datetime(2027, 1, 11, 1, 0, tzinfo=UTC))
