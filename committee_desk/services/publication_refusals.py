"""What is refused in publishing: facts, each with its sentence in `wording.publication_refusals`."""

from datetime import date, datetime

from committee_desk.domain.errors import DeskError


class PostedOutOfTime(DeskError):
    """A moment of posting or taking down that cannot be: in the future, or before what it follows on.

    `what`: posted | taken; `earliest` is the moment it may not precede, `latest` the one it may not pass.
    """

    def __init__(self, what: str, moment: datetime, earliest: datetime, latest: datetime) -> None:
        super().__init__(what, moment)
        self.what, self.moment, self.earliest, self.latest = what, moment, earliest, latest


class RecordedTooLate(PostedOutOfTime):
    """A posting recorded when its first counted day was over already: nobody could know of that day as recorded.

    `latest` is the cut-off of that day, until which it could have been recorded.
    """

    def __init__(self, moment: datetime, latest: datetime) -> None:
        super().__init__("posted", moment, moment, latest)


class WindowWasFull(PostedOutOfTime):
    """A notice was to be recorded as taken down before the cut-off of a window that was closed as full.

    `earliest` is that cut-off.
    """

    def __init__(self, place: str, moment: datetime, earliest: datetime, latest: datetime) -> None:
        super().__init__("taken", moment, earliest, latest)
        self.place = place


class NotTheMeetingsDay(DeskError):
    """The notice was to name another day of review than that of the meeting that approved its list."""

    def __init__(self, typed: date, day: date) -> None:
        super().__init__(typed, day)
        self.typed, self.day = typed, day


class PlanIncomplete(DeskError):
    """A notice cannot be made or posted without this: places, place, phone, handler, hung."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(missing)
        self.missing = missing


class PlaceNotHung(DeskError):
    """A place of the notice at which nobody recorded that it hangs."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


class NoSuchPlace(DeskError):
    """A place that the notice does not name."""

    def __init__(self, place: str, places: tuple[str, ...]) -> None:
        super().__init__(place)
        self.place, self.places = place, places


class BoardIsAPlace(DeskError):
    """A board that stands in a place's stead is itself another place of the notice: it would hang at one only."""

    def __init__(self, place: str, board: str) -> None:
        super().__init__(place, board)
        self.place, self.board = place, board


class HangsThere(DeskError):
    """The notice hangs at that place already."""

    def __init__(self, place: str, since: datetime) -> None:
        super().__init__(place)
        self.place, self.since = place, since


class HangsThereNoMore(DeskError):
    """The notice was taken down at that place already."""

    def __init__(self, place: str, taken: datetime) -> None:
        super().__init__(place)
        self.place, self.taken = place, taken


class TwoNamesNeeded(DeskError):
    """Posting and taking down are witnessed by two different people."""


class BadCutOff(DeskError):
    """A cut-off that is no hour at which a working day can end: from 12:00 to 24:00."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class WindowNeverShortens(DeskError):
    """A window was to have fewer days than it has."""

    def __init__(self, days: int, now: int) -> None:
        super().__init__(days, now)
        self.days, self.now = days, now


class NothingToRecount(DeskError):
    """The calendar counts the same days as the window does."""


class RecountFirst(DeskError):
    """The calendar changed: the window must be recounted, and a supplementary notice hung, before it is closed."""

    def __init__(self, last_day: date, now: date) -> None:
        super().__init__(last_day, now)
        self.last_day, self.now = last_day, now


class TooEarlyToClose(DeskError):
    """The window was to be closed before its cut-off."""

    def __init__(self, closes_at: datetime, now: datetime) -> None:
        super().__init__(closes_at, now)
        self.closes_at, self.now = closes_at, now


class DayNotConfirmed(DeskError):
    """The date that was typed is not today's, by which the window would be closed."""

    def __init__(self, typed: date, today: date) -> None:
        super().__init__(typed, today)
        self.typed, self.today = typed, today


class NothingPublished(DeskError):
    """There is no notice whose window runs."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class NoticeUnknown(DeskError):
    """There is no version of the notice with that number, or no note."""

    def __init__(self, year: int, number: int) -> None:
        super().__init__(year, number)
        self.year, self.number = year, number


class NothingAffected(DeskError):
    """Nobody's published particulars changed, so that there is nothing to publish again in part."""


class PublicationReasonMissing(DeskError):
    """Lengthening, correcting or going back without saying why."""
