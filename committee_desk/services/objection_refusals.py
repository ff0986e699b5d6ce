"""What is refused at the objection counter, and in the register of letters (情况反映)."""

from datetime import date, datetime

from committee_desk.domain.errors import DeskError
from committee_desk.domain.objections import Matter, ObjectionState
from committee_desk.services.letter_views import LetterRow
from committee_desk.services.objection_views import HeldObjection, NoticeAgainst


class NothingPosted(DeskError):
    """No notice of the year was posted yet, so that there is nothing to object to."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class NoSuchNotice(DeskError):
    """The year has no posted notice of that version."""

    def __init__(self, year: int, version: int) -> None:
        super().__init__(year, version)
        self.year, self.version = year, version


class NotOnTheNotice(DeskError):
    """Who objects is not on the published list, or not among those whom a new version of the notice is about."""

    def __init__(self, name: str, notice: NoticeAgainst) -> None:
        super().__init__(name, notice.version)
        self.name, self.notice = name, notice


class NothingPublishedOf(DeskError):
    """The notice says nothing of who objects (另行确定): no score or rank was published that could be objected to."""

    def __init__(self, name: str, notice: NoticeAgainst, matters: tuple[Matter, ...]) -> None:
        super().__init__(name, notice.version)
        self.name, self.notice, self.matters = name, notice, matters


class NotEntitledAboutOthers(DeskError):
    """An objection to another's result is taken from prosecutors alone, or in this office from nobody."""

    def __init__(self, name: str, *, taken_at_all: bool) -> None:
        super().__init__(name)
        self.name, self.taken_at_all = name, taken_at_all


class OtherNotNamed(DeskError):
    """Another's result is objected to, and nobody says whose; or somebody is named and it is not."""

    def __init__(self, *, named: bool) -> None:
        super().__init__(named)
        self.named = named


class OtherIsSelf(DeskError):
    """Who objects named himself as the other."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class MattersMissing(DeskError):
    """Nothing was ticked that the objection is about."""


class GroundsMissing(DeskError):
    """An objection without facts and reasons."""


class ReceiverMissing(DeskError):
    """Nobody is named who took the paper."""


class ReceiverIsObjector(DeskError):
    """Nobody takes his own objection, or one about himself, nor decides what becomes of it; nor an own application."""

    def __init__(self, name: str, label: str, *, application: bool = False) -> None:
        super().__init__(name, label)
        self.name, self.label, self.application = name, label, application


class ReceiverIsKin(DeskError):
    """Nobody takes an objection or application of a relative's, or one about a relative, nor decides what becomes of
    it."""

    def __init__(self, name: str, relative: str, label: str, *, application: bool = False) -> None:
        super().__init__(name, relative, label)
        self.name, self.relative, self.label, self.application = name, relative, label, application


class ReceiverUnclear(DeskError):
    """The name may mean several, or is a surname alone, and one of them has a part in the objection or application."""

    def __init__(self, name: str, options: tuple[str, ...], label: str = "", *, application: bool = False) -> None:
        super().__init__(name, label)
        self.name, self.options, self.label, self.application = name, options, label, application


class ReceivedBeforePosting(DeskError):
    """The paper is said to have come before the notice was posted."""

    def __init__(self, received: datetime, posted: datetime) -> None:
        super().__init__(received, posted)
        self.received, self.posted = received, posted


class ReceivedLater(DeskError):
    """The paper is said to have come after it was typed, or later than now."""

    def __init__(self, received: datetime, now: datetime) -> None:
        super().__init__(received, now)
        self.received, self.now = received, now


class AnswerDayNeeded(DeskError):
    """The answer is due in a year whose calendar is not held: the day has to be typed, or the calendar imported."""

    def __init__(self, year: int, days: int) -> None:
        super().__init__(year, days)
        self.year, self.days = year, days


class AnswerDayWrong(DeskError):
    """A typed day by which to answer lies before the receipt, or too far after it."""

    def __init__(self, day: date, received: date, latest: date) -> None:
        super().__init__(day, received)
        self.day, self.received, self.latest = day, received, latest


class RegisteredAlready(DeskError):
    """The same paper was registered before, perhaps by somebody else at the same file."""

    def __init__(self, held: HeldObjection, name: str) -> None:
        super().__init__(held.label, held.actor)
        self.held, self.name = held, name


class GroundWithdrawn(DeskError):
    """An objection on the same matters was withdrawn, and nothing is said to be new; or (`thin`) next to nothing."""

    def __init__(self, held: HeldObjection, name: str, matters: tuple[Matter, ...], *, thin: bool = False) -> None:
        super().__init__(held.label, name)
        self.held, self.name, self.matters, self.thin = held, name, matters, thin


class NoSuchObjection(DeskError):
    """The year has no objection of that number."""

    def __init__(self, year: int, number: int) -> None:
        super().__init__(year, number)
        self.year, self.number = year, number


class ObjectionChanged(DeskError):
    """Somebody changed the objection since it was seen."""

    def __init__(self, now: HeldObjection) -> None:
        super().__init__(now.label, now.actor)
        self.now = now


class ObjectionSettled(DeskError):
    """Slips of one that was refused or withdrawn are no longer put right."""

    def __init__(self, label: str, state: ObjectionState) -> None:
        super().__init__(label, state)
        self.label, self.state = label, state


class ObjectionTakenUp(DeskError):
    """One that was accepted was to become another person's, or about something else."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class ObjectionUnsigned(DeskError):
    """An objection is the person's own act: without a signature it is not accepted."""

    def __init__(self, label: str, name: str) -> None:
        super().__init__(label, name)
        self.label, self.name = label, name


class ObjectionReasonMissing(DeskError):
    """An objection is refused, or its slip put right, without saying why."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class WithdrawnInWritingAlone(DeskError):
    """An objection is withdrawn in writing: the paper has to be named."""

    def __init__(self, label: str, name: str) -> None:
        super().__init__(label, name)
        self.label, self.name = label, name


class NobodyToInform(DeskError):
    """The objection is about nobody else's result, or who it is about was told of it already."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class HowInformedMissing(DeskError):
    """It is not said how the other person was told."""


class LetterEmpty(DeskError):
    """A letter without what it says."""


class LetterReceiverMissing(DeskError):
    """Nobody is named who took the letter."""


class LetterNotApart(DeskError):
    """Whoever took a letter, or says what became of it, is whom it is about or a relative, or may be."""

    def __init__(self, who: str, about: str, *, clear: bool) -> None:
        super().__init__(who, about)
        self.who, self.about, self.clear = who, about, clear


class LetterReceivedWrong(DeskError):
    """A letter is said to have come before its year began, or later than now."""

    def __init__(self, received: datetime, first: date, now: datetime) -> None:
        super().__init__(received)
        self.received, self.first, self.now = received, first, now


class LetterHandlingMissing(DeskError):
    """It is not said what became of the letter."""


class LetterChanged(DeskError):
    """Somebody changed the letter since it was seen; None where the year has none of that number."""

    def __init__(self, now: LetterRow | None) -> None:
        super().__init__(now.label if now else "")
        self.now = now
