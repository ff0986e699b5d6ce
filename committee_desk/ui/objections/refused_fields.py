"""Which field of the counter each refusal is about."""

from collections.abc import Mapping

from committee_desk.domain.said import TooLongForField
from committee_desk.services.account_refusals import SecondNeeded
from committee_desk.services.objection_refusals import (
    AnswerDayNeeded,
    AnswerDayWrong,
    GroundsMissing,
    GroundWithdrawn,
    MattersMissing,
    NoSuchNotice,
    NotEntitledAboutOthers,
    NothingPublishedOf,
    NotOnTheNotice,
    ObjectionReasonMissing,
    OtherIsSelf,
    OtherNotNamed,
    ReceivedBeforePosting,
    ReceivedLater,
    ReceiverIsKin,
    ReceiverIsObjector,
    ReceiverMissing,
    ReceiverUnclear,
)

REFUSED_AT: Mapping[type[Exception], str] = {
    NotEntitledAboutOthers: "matters",
    MattersMissing: "matters",
    OtherNotNamed: "other",
    OtherIsSelf: "other",
    GroundsMissing: "grounds",
    GroundWithdrawn: "new_facts",
    ReceivedBeforePosting: "received",
    ReceivedLater: "received",
    SecondNeeded: "received",
    ReceiverMissing: "receiver",
    ReceiverIsObjector: "receiver",
    ReceiverIsKin: "receiver",
    ReceiverUnclear: "receiver",
    AnswerDayNeeded: "answer_by",
    AnswerDayWrong: "answer_by",
    NoSuchNotice: "version",
    NotOnTheNotice: "version",
    NothingPublishedOf: "matters",
    ObjectionReasonMissing: "why",
}


def name_of_field(error: Exception, at: Mapping[type[Exception], str]) -> str:
    """The field that an error is about; the person's where it is about none of them alone."""
    if isinstance(error, TooLongForField):
        return error.field
    return at.get(type(error), "person")
