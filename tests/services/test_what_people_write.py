"""Nothing that nobody sees stands for a reason, a name, a decision or evidence; and no text is without an end."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.domain.cases import Review
from committee_desk.domain.errors import DeskError
from committee_desk.domain.evaluations import Evaluation
from committee_desk.domain.leading import Charge
from committee_desk.domain.months import RoutineGrade
from committee_desk.domain.people import Category
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.domain.said import TooLongForField
from committee_desk.services.actor import Actor
from committee_desk.services.attachment_views import WithdrawalReasonMissing
from committee_desk.services.desk import Desk
from committee_desk.services.entry_refusals import EventCounts, WithdrawalWithoutReason
from committee_desk.services.entry_views import EventField, RowTyped
from committee_desk.services.evaluation_views import EvaluationReasonMissing, ReviewerMissing
from committee_desk.services.founding import OfficeNameMissing
from committee_desk.services.history_views import FactKind
from committee_desk.services.imports.refusals import WhyMissing
from committee_desk.services.mark_views import MarkReasonMissing
from committee_desk.services.month_views import GradeReasonMissing, MonthIncomplete, MonthReasonMissing
from committee_desk.services.opinion_views import Giver, GiverUnnamed, Opinion, OpinionEmpty
from committee_desk.services.override_views import OverrideEvidenceMissing, OverrideWhyMissing
from committee_desk.services.relation_views import (
    ChargeTooEarly,
    EndingReasonMissing,
    RelativeIsSelf,
    RelativeUnnamed,
)
from committee_desk.services.report_views import ReportEmpty, ReportToKeep
from committee_desk.services.scheme_refusals import DecisionMissing
from committee_desk.services.scheme_views import Adoption
from committee_desk.services.settings import CUT_OFF, MONTHS_GRADED, ON, ReasonMissing
from committee_desk.wording.saying import sentence

NOTHING = "\u200b\u3164 \x00"
F = EventField
TYPED = {
    F.CODE: "J001", F.INDICATOR: "司法技能", F.DAY: "2026-05-09", F.POINTS: "0.5", F.REASON: "信息", F.VOUCHER: "政500",
    F.APPROVER: "主任",
}  # fmt: skip
Act = Callable[[Desk, Actor, str], object]


def _evaluated(desk: Desk, actor: Actor, reviewer: str) -> str:
    number = desk.evaluations.missing(2026).without_evaluation[0]
    closed = desk.evaluations.card(number).closed
    review = Review(number, Decimal(55), Decimal(38), "合格", closed, reviewer)
    desk.evaluations.enter(actor, Evaluation(review), None)
    return number


def _entered(desk: Desk, actor: Actor) -> Any:
    return desk.entry.enter(actor, 2026, 5, RowTyped(TYPED))


def _withdrawn_evaluation(desk: Desk, actor: Actor, why: str) -> None:
    number = _evaluated(desk, actor, "陈评查")
    desk.evaluations.withdraw(actor, number, why, desk.evaluations.card(number).version)


def _reopened(desk: Desk, actor: Actor, why: str) -> None:
    desk.months.close(actor, 2026, 1, "现状")
    desk.months.reopen(actor, 2026, 1, why)


def _withdrawn_event(desk: Desk, actor: Actor, why: str) -> None:
    desk.entry.withdraw(actor, _entered(desk, actor).number or 0, why)


def _emptied_event(desk: Desk, actor: Actor, why: str) -> None:
    entered = _entered(desk, actor)
    row = RowTyped(dict.fromkeys(TYPED, ""), entered.number, entered.change.entry)
    desk.entry.enter(Actor("另一人"), 2026, 5, row, why=why)


def _graded(desk: Desk, actor: Actor, why: str) -> None:
    desk.settings.put(actor, MONTHS_GRADED, ON, "本院办法")
    desk.quarters.give(actor, 2026, 1, "J001", RoutineGrade.GOOD, why)


def _overridden(desk: Desk, actor: Actor, why: str, evidence: str) -> None:
    desk.overrides.put(actor, FactKind.REVIEW, ("x",), "substance", "1", why, evidence, None)


OPINION = Opinion("张三", Giver.DEPUTY, date(2026, 3, 1), "好")
REASONS: dict[str, tuple[Act, type[DeskError]]] = {
    "close": (lambda desk, who, why: desk.months.close(who, 2026, 1, why), MonthIncomplete),
    "reopen": (_reopened, MonthReasonMissing),
    "withdraw an event": (_withdrawn_event, WithdrawalWithoutReason),
    "empty an event": (_emptied_event, EventCounts),
    "withdraw an evaluation": (_withdrawn_evaluation, EvaluationReasonMissing),
    "mark": (
        lambda desk, who, why: desk.marks.enter(who, 2026, "J001", "J002", Decimal(9), why, None),
        MarkReasonMissing,
    ),
    "grade": (_graded, GradeReasonMissing),
    "setting": (lambda desk, who, why: desk.settings.put(who, CUT_OFF, "18:00", why), ReasonMissing),
    "attachment": (lambda desk, who, why: desk.attachments.withdraw(who, 1, why), WithdrawalReasonMissing),
    "override": (lambda desk, who, why: _overridden(desk, who, why, "证1"), OverrideWhyMissing),
    "unrelate": (lambda desk, who, why: desk.relations.unrelate(who, 1, why), EndingReasonMissing),
    "discharge": (lambda desk, who, why: desk.relations.discharge(who, 1, why), EndingReasonMissing),
    "report": (lambda desk, who, why: desk.reports.withdraw(who, 2026, "J001", why, None), EndingReasonMissing),
    "opinion": (lambda desk, who, why: desk.opinions.withdraw(who, 2026, 1, why, None), EndingReasonMissing),
    "take back": (lambda desk, who, why: desk.imports.take_back(who, 9, why), WhyMissing),
}
OTHERS: dict[str, tuple[Act, type[DeskError]]] = {
    "evidence": (lambda desk, who, text: _overridden(desk, who, "错", text), OverrideEvidenceMissing),
    "decision": (
        lambda desk, who, text: desk.schemes.adopt(
            who, 2026, Category.PROSECUTOR, Adoption(text, date(2026, 1, 5)), None
        ),
        DecisionMissing,
    ),
    "reviewer": (_evaluated, ReviewerMissing),
    "giver": (
        lambda desk, who, text: desk.opinions.put(who, 2026, OPINION._replace(giver=text), None, None),
        GiverUnnamed,
    ),
    "words": (
        lambda desk, who, text: desk.opinions.put(who, 2026, OPINION._replace(opinion=text), None, None),
        OpinionEmpty,
    ),
    "report": (
        lambda desk, who, text: desk.reports.put(who, 2026, ReportToKeep("J001", date(2026, 5, 1), text), None),
        ReportEmpty,
    ),
    "relative": (
        lambda desk, who, text: desk.relations.relate(who, Relationship("J001", text, None, Kinship.SPOUSE)),
        RelativeUnnamed,
    ),
}


@pytest.mark.parametrize("act", sorted(REASONS))
def test_no_reason_is_one_that_nobody_sees_or_that_has_no_end(sample_desk: Desk, actor: Actor, act: str) -> None:
    doing, missing = REASONS[act]
    with pytest.raises(missing):
        doing(sample_desk, actor, NOTHING)


@pytest.mark.parametrize("act", sorted(REASONS))
def test_no_reason_is_without_an_end(sample_desk: Desk, actor: Actor, act: str) -> None:
    doing, _ = REASONS[act]
    with pytest.raises(TooLongForField) as refused:
        doing(sample_desk, actor, "由" * 1001)
    assert "“理由”最多 1000 字" in sentence(refused.value)


@pytest.mark.parametrize("act", sorted(OTHERS))
def test_no_name_evidence_or_text_is_one_that_nobody_sees(sample_desk: Desk, actor: Actor, act: str) -> None:
    doing, missing = OTHERS[act]
    with pytest.raises(missing):
        doing(sample_desk, actor, NOTHING)


@pytest.mark.parametrize("act", sorted(OTHERS))
def test_no_name_evidence_or_text_is_without_an_end(sample_desk: Desk, actor: Actor, act: str) -> None:
    doing, _ = OTHERS[act]
    with pytest.raises(TooLongForField):
        doing(sample_desk, actor, "字" * 20_001)


def test_what_nobody_sees_is_kept_nowhere(sample_desk: Desk, actor: Actor) -> None:
    wanted = OPINION._replace(giver="张\u200b三", opinion="态\u200b度好", voucher="函\u200b1")
    sample_desk.opinions.put(actor, 2026, wanted, None, None)
    (row,) = sample_desk.opinions.rows(2026)
    assert row.opinion == OPINION._replace(opinion="态度好", voucher="函1")
    assert sample_desk.opinions.draw(actor, 2026).startswith(b"%PDF")


def test_nobody_is_an_outside_relative_of_their_own(sample_desk: Desk, actor: Actor) -> None:
    name = next(row.name for row in sample_desk.marks.rows(2026) if row.code == "J001")
    for spelling in (name, " ".join(name), f"{name[0]}\u200b{name[1:]}"):
        with pytest.raises(RelativeIsSelf):
            sample_desk.relations.relate(actor, Relationship("J001", spelling, None, Kinship.SPOUSE))


def test_a_note_on_a_relationship_has_an_end(sample_desk: Desk, actor: Actor) -> None:
    with pytest.raises(TooLongForField):
        sample_desk.relations.relate(actor, Relationship("J001", "张三", None, Kinship.SPOUSE, "注" * 201))


def test_nobody_has_charge_of_a_department_since_ancient_times(sample_desk: Desk, actor: Actor) -> None:
    department = sample_desk.relations.departments()[0]
    with pytest.raises(ChargeTooEarly) as refused:
        sample_desk.relations.charge(actor, Charge(department, "J020", date(1, 1, 1)))
    assert "1990-01-01" in sentence(refused.value)
    sample_desk.relations.charge(actor, Charge(department, "J020", date(1990, 1, 1)))


@pytest.mark.parametrize(("office", "refusal"), [("\u200b", OfficeNameMissing), ("院" * 61, TooLongForField)])
def test_an_office_has_a_name_that_can_be_read(
    tmp_path: Path, actor: Actor, office: str, refusal: type[DeskError]
) -> None:
    with pytest.raises(refusal):
        new_desk(tmp_path / "考评.desk", office, 2026, actor)
    new_desk(tmp_path / "考评.desk", "某县\x1b人民\u200b检察院", 2026, actor)
    assert open_desk(tmp_path / "考评.desk").identity().office == "某县人民检察院"
