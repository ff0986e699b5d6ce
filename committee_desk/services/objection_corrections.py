"""An objection as it is kept when it is first typed, and when a slip of typing is put right."""

from datetime import datetime

from committee_desk.domain.objections import ObjectionState
from committee_desk.services.objection_notices import notice_of, timeliness
from committee_desk.services.objection_refusals import ObjectionTakenUp
from committee_desk.services.objection_rules import Fit
from committee_desk.services.objection_views import HeldObjection
from committee_desk.services.ports import UnitOfWork


def laid_down(year: int, number: int, fit: Fit, typed: datetime) -> HeldObjection:
    """The objection as it is kept when it is first typed."""
    told = fit.filing
    return HeldObjection(
        year=year,
        number=number,
        code=told.code,
        version=told.version,
        matters=told.matters,
        other=told.other,
        grounds=told.grounds,
        evidence=told.evidence,
        request=told.request,
        signed=told.signed,
        received=told.received,
        receiver=told.receiver,
        typed=typed,
        in_time=fit.timely.in_time,
        minutes_late=fit.timely.minutes_late,
        answer_by=fit.answer_by,
        state=ObjectionState.RECEIVED,
        state_reason="",
        state_document="",
        new_facts=told.new_facts,
        other_informed="",
        entry=0,
        actor="",
        at=typed,
    )


def corrected(before: HeldObjection, fit: Fit) -> HeldObjection:
    """The objection with a slip put right; one that turns out in time, or late, is to be decided anew."""
    if before.state is ObjectionState.ACCEPTED:
        _refuse_another(before, fit)
    after = laid_down(before.year, before.number, fit, before.typed)
    after = after._replace(entry=before.entry, actor=before.actor, at=before.at)
    if after.other == before.other:
        after = after._replace(other_informed=before.other_informed)
    if after.in_time != before.in_time:
        return after
    return after._replace(state=before.state, state_reason=before.state_reason, state_document=before.state_document)


def _refuse_another(before: HeldObjection, fit: Fit) -> None:
    """What was accepted keeps whose it is, against what and about what: anything else is another objection."""
    told = fit.filing
    if (told.code, told.version, told.matters, told.other) != (
        before.code, before.version, before.matters, before.other,
    ):  # fmt: skip
        raise ObjectionTakenUp(before.label)


def turned(uow: UnitOfWork, before: HeldObjection, fit: Fit) -> bool:
    """Whether what is put right carries the paper over the cut-off, by the windows in force: that takes two people.

    A window that was lengthened since turns nothing: the paper came when it came.
    """
    stood = timeliness(notice_of(uow, before.year, before.version), before.received)
    return stood.in_time != fit.timely.in_time


def told_of(held: HeldObjection) -> dict[str, object]:
    """What the journal says of a new objection; its words stand in the row that the entry seals."""
    named = ("year", "code", "version", "matters", "other", "signed", "received", "receiver", "typed")
    counted = ("in_time", "minutes_late", "answer_by", "new_facts")
    return {
        **{name: getattr(held, name) for name in (*named, *counted)},
        "typed_afterwards": held.typed_afterwards,
    }
