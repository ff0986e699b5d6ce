"""The demonstration's committee at its meetings, and the clock that the demonstration goes by."""

from collections.abc import Iterable
from datetime import datetime

from committee_desk.domain.committee import EVERYBODY_ELSE, AgendaItem, Count, Presence
from committee_desk.services.actor import Actor
from committee_desk.services.clock import DemoClock
from committee_desk.services.desk import Desk
from committee_desk.services.meeting_views import Called, Came, Counted

MINUTES = "检考评委〔2027〕{number}号"


class Meetings:
    """Calls meetings at which everybody who may votes."""

    def __init__(self, desk: Desk, actor: Actor, year: int) -> None:
        self._desk, self._actor, self._year = desk, actor, year

    def meet(self, item: AgendaItem, against: Iterable[str] = ()) -> int:
        """A meeting at which everybody who may votes for each question, but not for these subjects; its number."""
        desk, actor, year, meetings = self._desk, self._actor, self._year, self._desk.meetings
        meetings.call(actor, year, Called(desk.clock(), "三楼会议室", (item,)))
        number = meetings.rows(year)[-1].held.number
        came = {each.key: Came(Presence.PRESENT) for each in meetings.view(year, number).attendance}
        meetings.presence(actor, year, number, came, self._seen(number))
        meetings.open(actor, year, number, "会议记录人", self._seen(number))
        for each in meetings.questions(year, number, item.id):
            subject = each.question.subject
            count = Count(0, each.entitled, 0) if subject in against else Count(each.entitled, 0, 0)
            counted = Counted(count, each.presiding or "")
            meetings.vote(actor, year, number, item.id, subject or EVERYBODY_ELSE, counted, self._seen(number), "")
        said = "政治部汇报了考核情况，委员逐项审议并表决。"
        meetings.close(actor, year, number, MINUTES.format(number=number), said, self._seen(number))
        return number

    def at(self, moment: datetime) -> None:
        """The demonstration's clock goes on to that moment; any other clock goes by itself."""
        clock = self._desk.clock
        if isinstance(clock, DemoClock):
            clock.advance_to(moment)

    def _seen(self, number: int) -> int:
        return self._desk.meetings.view(self._year, number).row.entry
