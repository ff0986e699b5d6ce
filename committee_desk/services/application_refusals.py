"""What is refused of 复核 and 申诉 after the notice of a result."""

from datetime import date, datetime

from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category
from committee_desk.domain.remedies import Remedy
from committee_desk.domain.scores import Grade
from committee_desk.services.application_views import HeldApplication


class NoResultKnown(DeskError):
    """The result was not decided yet, or its notice was not served: no remedy's days run."""

    def __init__(self, name: str, *, decided: bool) -> None:
        super().__init__(name)
        self.name, self.decided = name, decided


class AppealNotOpen(DeskError):
    """申诉 against another grade than 不称职: 复核 is open (检察官法 44), 申诉 is not (公务员法 95)."""

    def __init__(self, name: str, grade: Grade | None, review_until: date) -> None:
        super().__init__(name, grade)
        self.name, self.grade, self.review_until = name, grade, review_until


class NoRemedyOpen(DeskError):
    """Neither 复核 nor 申诉 is open: another category than 检察官, and another grade than 不称职 (公务员法 95)."""

    def __init__(self, name: str, category: Category, grade: Grade | None) -> None:
        super().__init__(name, category, grade)
        self.name, self.category, self.grade = name, category, grade


class ApplicationLate(DeskError):
    """An application that came after its last day is kept, and cannot be accepted."""

    def __init__(self, label: str, received: date, last_day: date) -> None:
        super().__init__(label, received, last_day)
        self.label, self.received, self.last_day = label, received, last_day


class ApplicationInTime(DeskError):
    """An application in time is refused without saying why."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class ApplicationIncomplete(DeskError):
    """Something of an application is missing: grounds | receiver | organ | document | outcome."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class ReceivedOutOfTime(DeskError):
    """The paper is said to have come before the notice was known, or later than it was typed."""

    def __init__(self, received: datetime, earliest: date, latest: datetime) -> None:
        super().__init__(received, earliest)
        self.received, self.earliest, self.latest = received, earliest, latest


class AppliedAlready(DeskError):
    """The same remedy against the same version was applied for already."""

    def __init__(self, held: HeldApplication, name: str) -> None:
        super().__init__(held.label, name)
        self.held, self.name = held, name


class NoSuchApplication(DeskError):
    """The year has no application of that number."""

    def __init__(self, year: int, number: int) -> None:
        super().__init__(year, number)
        self.year, self.number = year, number


class ApplicationChanged(DeskError):
    """Somebody changed the application since it was seen."""

    def __init__(self, now: HeldApplication) -> None:
        super().__init__(now.label, now.actor)
        self.now = now


class AnsweredByTheDecision(DeskError):
    """A 复核 is answered by the committee's decision on its re-review; only what a higher organ decided is recorded."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class NotExtensible(DeskError):
    """The time to decide is not lengthened: it is a 复核, does not run yet, was lengthened already, or it is over."""

    def __init__(self, label: str, remedy: Remedy, extended_to: date | None, *, waits: bool = False) -> None:
        super().__init__(label, remedy)
        self.label, self.remedy, self.extended_to, self.waits = label, remedy, extended_to, waits


class AnswerDayOutside(DeskError):
    """A day of the organ's decision before the application came, or later than today."""

    def __init__(self, label: str, day: date, earliest: date, latest: date) -> None:
        super().__init__(label, day)
        self.label, self.day, self.earliest, self.latest = label, day, earliest, latest


class AcceptanceDayOutside(DeskError):
    """A day on which a 申诉 is said to have been accepted: before it came, or later than today."""

    def __init__(self, label: str, day: date, earliest: date, latest: date) -> None:
        super().__init__(label, day)
        self.label, self.day, self.earliest, self.latest = label, day, earliest, latest


class NothingToTakeOver(DeskError):
    """The objection cannot be taken over as 复核: it is not a late one that was routed, or was taken over already."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label
