"""What is refused of the committee's meetings: how they are called, who is there, their minutes."""

from datetime import date, datetime

from committee_desk.domain.committee import MeetingState
from committee_desk.domain.errors import DeskError


class MeetingRefused(DeskError):
    """An act on one meeting that is not possible."""

    def __init__(self, year: int, number: int) -> None:
        super().__init__(year, number)
        self.year, self.number = year, number


class NoSuchMeeting(MeetingRefused):
    """The year has no meeting of that number."""


class MeetingChanged(MeetingRefused):
    """Another secretary wrote into the meeting since it was seen."""

    def __init__(self, year: int, number: int, actor: str, at: datetime) -> None:
        super().__init__(year, number)
        self.actor, self.at = actor, at


class MeetingStateWrong(MeetingRefused):
    """The meeting is not where the act begins: closed and read-only, not opened yet, withdrawn."""

    def __init__(self, year: int, number: int, state: MeetingState, wanted: MeetingState) -> None:
        super().__init__(year, number)
        self.state, self.wanted = state, wanted


class MeetingTooEarly(MeetingRefused):
    """A meeting is opened on a day before the one that it was called for."""

    def __init__(self, year: int, number: int, called: datetime) -> None:
        super().__init__(year, number)
        self.called = called


class MeetingOfAnotherTime(DeskError):
    """A meeting on a year's grades is called for a day before that year, or far from it."""

    def __init__(self, year: int, day: date) -> None:
        super().__init__(year, str(day))
        self.year, self.day = year, day


class PlaceMissing(DeskError):
    """A meeting without a place."""


class AgendaEmpty(DeskError):
    """A meeting without an agenda."""


class ItemUntitled(DeskError):
    """An item of the agenda without a title."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


class ItemTwice(DeskError):
    """Two items of an agenda bear one id."""

    def __init__(self, item: str) -> None:
        super().__init__(item)
        self.item = item


class ItemWithoutPeople(DeskError):
    """An item on a tie or on incomplete people names nobody."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title


class ItemVoted(MeetingRefused):
    """An item on which a vote was taken leaves the agenda, or is to be about somebody else."""

    def __init__(self, year: int, number: int, title: str) -> None:
        super().__init__(year, number)
        self.title = title


class NoSuchItem(MeetingRefused):
    """The agenda has no such item, or the item no such question."""

    def __init__(self, year: int, number: int, item: str) -> None:
        super().__init__(year, number)
        self.item = item


class NotAMember(DeskError):
    """Whoever was typed is no member of the committee on the meeting's day."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SameNames(DeskError):
    """Several people bear the name that was typed."""

    def __init__(self, name: str, options: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.options = name, options


class MemberNotPresent(DeskError):
    """Whoever was typed did not come to the meeting."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class PresenceMissing(MeetingRefused):
    """It is not recorded of every member whether he came."""

    def __init__(self, year: int, number: int, names: tuple[str, ...]) -> None:
        super().__init__(year, number)
        self.names = names


class MeetingWithoutQuorum(MeetingRefused):
    """Too few members are there, or remain for a question: `leaving` are those who must leave for it."""

    def __init__(  # noqa: PLR0913, PLR0917 - what the sentence says
        self,
        year: int,
        number: int,
        remaining: int,
        members: int,
        needed: int,
        title: str = "",
        leaving: tuple[str, ...] = (),
    ) -> None:
        super().__init__(year, number)
        self.remaining, self.members, self.needed = remaining, members, needed
        self.title, self.leaving = title, leaving


class NobodyPresides(MeetingRefused):
    """Who presides must leave for this question, and nobody was named in his place."""

    def __init__(self, year: int, number: int, name: str, title: str) -> None:
        super().__init__(year, number)
        self.name, self.title = name, title


class RecorderMissing(MeetingRefused):
    """A meeting is opened, or a vote recorded, and nobody is named who writes it down."""


class MeetingNotClosed(MeetingRefused):
    """A decision is to rest on a meeting whose minutes are not closed."""


class PaperNotTheMinutes(MeetingRefused):
    """A decision that the meeting took is to stand under another number than its minutes bear."""

    def __init__(self, year: int, number: int, document: str, minutes: str) -> None:
        super().__init__(year, number)
        self.document, self.minutes = document, minutes


class DayNotTheMeetings(MeetingRefused):
    """A decision that the meeting took is to be of another day than the meeting."""

    def __init__(self, year: int, number: int, day: date, held: date) -> None:
        super().__init__(year, number)
        self.day, self.held = day, held


class MeetingBeforeItsMatter(MeetingRefused):
    """A meeting is dated before what it is about could be put to it: the list of that version (`laid`), or, with a
    version of 0, the year's end. A meeting that is being called has the number 0."""

    def __init__(self, year: int, number: int, called: datetime, laid: datetime, version: int) -> None:
        super().__init__(year, number)
        self.called, self.laid, self.version = called, laid, version


class MeetingNamed(MeetingRefused):
    """A meeting is called off that departures or decisions name; `names` are whose grades they are on."""

    def __init__(self, year: int, number: int, names: tuple[str, ...]) -> None:
        super().__init__(year, number)
        self.names = names


class MinutesNumberMissing(MeetingRefused):
    """A meeting is closed, and its minutes bear no number."""


class MinutesNumberTaken(MeetingRefused):
    """Another meeting's minutes bear that number: meeting `other` of year `of`."""

    def __init__(self, year: int, number: int, document: str, other: int, of: int) -> None:
        super().__init__(year, number)
        self.document, self.other, self.of = document, other, of


class ReopeningReasonMissing(MeetingRefused):
    """A meeting is reopened or called off, and nobody says why."""
