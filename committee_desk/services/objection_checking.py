"""What a moment of receipt comes to before anything is saved: when it is typed first, and when it is put right."""

from datetime import datetime

from committee_desk.domain.objections import ObjectionState
from committee_desk.services.objection_notices import notice_of, timeliness
from committee_desk.services.objection_refusals import AnswerDayNeeded
from committee_desk.services.objection_rules import answer_day, require_received, to_the_minute
from committee_desk.services.objection_views import SOON, Checked, HeldObjection, Turning
from committee_desk.services.ports import UnitOfWork


def checked(uow: UnitOfWork, year: int, version: int, received: datetime, typed: datetime) -> Checked:
    """Whether a paper that came then is in time, and by when to answer; refused as registering would refuse it."""
    notice, at = notice_of(uow, year, version), to_the_minute(received)
    require_received(at, notice, typed)
    timely, missing = timeliness(notice, at), None
    try:
        due = answer_day(uow, at, None)
    except AnswerDayNeeded as needed:
        due, missing = None, needed.year
    return Checked(timely.in_time, timely.minutes_late, timely.nth_day, notice.cut_off, due, missing, typed - at > SOON)


def turning(uow: UnitOfWork, held: HeldObjection, version: int, received: datetime) -> Turning:
    """What another time of receipt, or another notice, makes of an objection that is there already.

    Before and after are both judged by the windows in force, as the correction itself is.
    """
    stood = timeliness(notice_of(uow, held.year, held.version), held.received)
    now = checked(uow, held.year, version, received, held.typed)
    anew = now.in_time != held.in_time and held.state is not ObjectionState.RECEIVED
    return Turning(stood.in_time, stood.minutes_late, held.answer_by, now, decided_anew=anew)
