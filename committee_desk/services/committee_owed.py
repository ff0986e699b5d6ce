"""What the committee owes: a composition that the law knows, a meeting to come, minutes to close."""

from collections.abc import Iterator, Mapping
from datetime import date

from committee_desk.domain.committee import MeetingState, MemberPost
from committee_desk.domain.course import Stage
from committee_desk.services.committee_rules import faults_of, sitting
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.views import Owed

PEOPLE, GRADING = "people", "grading"


def owed(uow: UnitOfWork, year: int, today: date, _names: Mapping[str, str]) -> Iterator[Owed]:
    """The lines of 工作台; nothing before somebody is appointed or grades are proposed."""
    terms = uow.members.all()
    if terms or uow.course.stage(year) is Stage.PROPOSED:
        members = [row.member for row in sitting(terms, today)]
        if faults_of(uow, members, today):
            chairs = tuple(each.name for each in members if each.post is MemberPost.CHAIR)
            yield Owed("committee_wrong", PEOPLE, {"count": 1, "members": len(members), "names": chairs})
    for row in uow.meetings.of_year(year):
        facts: dict[str, object] = {"count": 1, "number": row.held.number, "at": row.held.called}
        if row.held.state is MeetingState.OPEN and row.held.called.date() < today:
            yield Owed("minutes_open", GRADING, facts)
        elif row.held.state is MeetingState.CALLED:
            yield Owed("meeting_called", GRADING, {**facts, "place": row.held.place})
