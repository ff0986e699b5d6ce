"""Why a decision on re-review is refused."""

from committee_desk.domain.errors import DeskError
from committee_desk.domain.moved_people import MovedPerson
from committee_desk.domain.proceedings import FactChange


class EffectsRefused(DeskError):
    """A decision on re-review that cannot be carried out as it was laid before the committee."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.label = label


class NoListToChange(EffectsRefused):
    """The year has no approved list that a decision could change: it went back to the proposal."""

    def __init__(self, label: str, year: int) -> None:
        super().__init__(label)
        self.year = year


class ChangedFactMoved(DeskError):
    """A fact to be changed is no longer as the finding saw it; `now` is what it says, empty where it is gone."""

    def __init__(self, change: FactChange, now: str) -> None:
        super().__init__(change, now)
        self.change, self.now = change, now


class EffectsMoved(EffectsRefused):
    """The effects are no longer those that the committee saw: figures or the list moved since the motion was laid."""


class NothingToChange(EffectsRefused):
    """A motion to change under which nobody's line becomes another."""


class WorseByOwnApplication(EffectsRefused):
    """Who applied would be worse off (公务员法 96): that takes a procedure of its own. `what`: grade | total | rank."""

    def __init__(self, label: str, person: MovedPerson | None) -> None:
        super().__init__(label)
        self.name = person.name if person is not None else ""
        self.what, self.before, self.after = person.telling if person is not None else ("grade", None, None)


class NotHeard(EffectsRefused):
    """A change to the disadvantage of somebody who did not apply for it, before the person was heard (听取意见)."""

    def __init__(self, label: str, name: str) -> None:
        super().__init__(label)
        self.name = name


class OtherNotHeard(NotHeard):
    """The same of somebody whom the matter is not about: heard in it, or in a correction of its own."""


class StandingNotHeard(NotHeard):
    """A correction that regrades people of whom a sanction or leave came since the list, before each was heard."""

    def __init__(self, label: str, names: tuple[str, ...]) -> None:
        super().__init__(label, names[0])
        self.names = names


class StandingComesFirst(EffectsRefused):
    """A change on application while a sanction or leave of others waits: their own correction comes first."""

    def __init__(self, label: str, names: tuple[str, ...]) -> None:
        super().__init__(label)
        self.names = names


class ReviewsComeFirst(EffectsRefused):
    """People whom the change brings to the bottom of the ranks, and who were not reviewed: 先评审，后定等次."""

    def __init__(self, label: str, names: tuple[str, ...]) -> None:
        super().__init__(label)
        self.names = names


class ChangeOverPlaces(EffectsRefused):
    """More 优秀 than places: departures of the committee's, `names`, stand where the change needs a place."""

    def __init__(self, label: str, category: str, wanted: int, places: int, names: tuple[str, ...]) -> None:
        super().__init__(label)
        self.category, self.wanted, self.places, self.names = category, wanted, places, names


class ChangeOutOfBounds(EffectsRefused):
    """Recorded grades that the rules no longer allow once the change is made."""

    def __init__(self, label: str, names: tuple[str, ...]) -> None:
        super().__init__(label)
        self.names = names


class ChangeLeavesUnrated(EffectsRefused):
    """The change takes somebody's only mark away, and nothing was decided about that."""

    def __init__(self, label: str, names: tuple[str, ...]) -> None:
        super().__init__(label)
        self.names = names


class NotVotedOnAll(EffectsRefused):
    """The question voted on was not about everybody whom the change regrades: nobody could leave for their sake."""

    def __init__(self, label: str, meeting: int, names: tuple[str, ...]) -> None:
        super().__init__(label)
        self.meeting, self.names = meeting, names


class NotAReviewItem(EffectsRefused):
    """The item of the meeting is no vote on a re-review."""

    def __init__(self, label: str, meeting: int, title: str) -> None:
        super().__init__(label)
        self.meeting, self.title = meeting, title


class VotedBeforeMotion(EffectsRefused):
    """The committee voted before the motion was laid as it stands now: on something else."""

    def __init__(self, label: str, meeting: int) -> None:
        super().__init__(label)
        self.meeting = meeting


class TieToDecide(EffectsRefused):
    """The change makes people equal at the last place: the committee decides on them in the same meeting."""

    def __init__(self, label: str, category: str, names: tuple[str, ...], places: int) -> None:
        super().__init__(label)
        self.category, self.names, self.places = category, names, places


class DecisionNumberNeeded(EffectsRefused):
    """A decision without the number of its paper (复核决定书)."""


class DecisionNumberTaken(EffectsRefused):
    """Another decision, `other`, bears that number already."""

    def __init__(self, label: str, document: str, other: str) -> None:
        super().__init__(label)
        self.document, self.other = document, other


class DecisionDayNotShown(EffectsRefused):
    """The date typed is not today's."""

    def __init__(self, label: str, typed: object, today: object) -> None:
        super().__init__(label)
        self.typed, self.today = typed, today


class NobodyToTell(EffectsRefused):
    """A decision that moved nobody of that code."""

    def __init__(self, label: str, code: str) -> None:
        super().__init__(label)
        self.code = code


class ToldAlready(EffectsRefused):
    """The person was told of the decision already."""

    def __init__(self, label: str, name: str, day: object) -> None:
        super().__init__(label)
        self.name, self.day = name, day


class HowToldMissing(EffectsRefused):
    """Informing somebody without saying how."""


class ToldOutOfTime(EffectsRefused):
    """A day of informing before the decision, or one that has not come."""

    def __init__(self, label: str, day: object, first: object, last: object) -> None:
        super().__init__(label)
        self.day, self.first, self.last = day, first, last


class NoReviewAsked(EffectsRefused):
    """An ability review of somebody whom the decision does not bring to the bottom of the ranks."""

    def __init__(self, label: str, code: str) -> None:
        super().__init__(label)
        self.code = code
