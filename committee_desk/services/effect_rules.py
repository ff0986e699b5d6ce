"""What a decision on re-review asks before it is carried out: motion, vote, effects as they were seen, nothing open."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from committee_desk.domain.committee import AgendaItem, ItemKind
from committee_desk.domain.effects import Effects
from committee_desk.domain.names import same_number
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import Motion, ProceedingMove, moved
from committee_desk.domain.said import said
from committee_desk.domain.scores import Grade
from committee_desk.services.effect_refusals import (
    ChangeLeavesUnrated,
    ChangeOutOfBounds,
    ChangeOverPlaces,
    DecisionDayNotShown,
    DecisionNumberNeeded,
    DecisionNumberTaken,
    EffectsMoved,
    EffectsRefused,
    NotAReviewItem,
    NothingToChange,
    NotVotedOnAll,
    ReviewsComeFirst,
    TieToDecide,
    VotedBeforeMotion,
    WorseByOwnApplication,
)
from committee_desk.services.grading_roll import Roll
from committee_desk.services.grading_views import CategoryRoll
from committee_desk.services.meeting_refusals import NoSuchItem
from committee_desk.services.meeting_rules import meeting_of, require_closed, require_passed
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_refusals import NoSuchProceeding

MOVE = {Motion.CHANGE: ProceedingMove.CHANGE, Motion.UPHOLD: ProceedingMove.UPHOLD}


def proceeding_of(uow: UnitOfWork, year: int, number: int) -> Proceeding:
    """The proceeding; NoSuchProceeding where the year has none of that number."""
    held = uow.proceedings.get(year, number)
    if held is None:
        raise NoSuchProceeding(year, number)
    return held


def require_decidable(given: Proceeding, document: str, shown: date, today: date) -> str:
    """The number of the decision's paper; refused before a motion, twice, without number, or by another date."""
    moved(given.label, given.state, MOVE[given.motion or Motion.UPHOLD])
    kept = said(document, "document")
    if not kept:
        raise DecisionNumberNeeded(given.label)
    if shown != today:
        raise DecisionDayNotShown(given.label, shown, today)
    return kept


def require_voted(uow: UnitOfWork, given: Proceeding, meeting: int, item: str, about: Mapping[str, str]) -> str:
    """The number of the minutes: the committee voted for this motion as it stands, on everybody whom it regrades.

    `about` are those people's names by code.
    """
    asked = _item_of(uow, given, meeting, item)
    if missing := [name for code, name in about.items() if code not in asked.about]:
        raise NotVotedOnAll(given.label, meeting, tuple(missing))
    vote = require_passed(uow, given.year, meeting, asked.id, people=tuple(about))
    if vote.entry < _laid_at(uow, given):
        raise VotedBeforeMotion(given.label, meeting)
    return require_closed(uow, given.year, meeting)


def require_own_number(given: Proceeding, document: str, others: Iterable[Proceeding]) -> None:
    """Refuse a paper's number that another decision of the year bears: each is served as a document of its own."""
    for each in others:
        if each.number != given.number and each.day is not None and same_number(each.document, document):
            raise DecisionNumberTaken(given.label, document, each.label)


def require_as_seen(given: Proceeding, effects: Effects) -> None:
    """Refuse effects that are not those which the committee saw, none at all, and ones worse for who applied."""
    if effects.worse:
        mine = effects.of(effects.applicant or "")
        raise WorseByOwnApplication(given.label, mine)
    if not given.effects or Effects.from_json(given.effects).fingerprint != effects.fingerprint:
        raise EffectsMoved(given.label)
    if not effects.people:
        raise NothingToChange(given.label)


def require_settled(given: Proceeding, effects: Effects, roll: Roll) -> None:
    """Refuse what the new list may not leave open, the first thing to settle first."""
    for fault in faults(given.label, effects, roll):
        raise fault


def faults(label: str, effects: Effects, roll: Roll) -> Iterator[EffectsRefused]:
    """What the new list may not leave open."""
    if effects.reviews:
        yield ReviewsComeFirst(label, roll.names(effects.reviews))
    if unrated := [each.name for each in roll.incomplete if each.decision is None]:
        yield ChangeLeavesUnrated(label, tuple(unrated))
    for tie in effects.ties:
        yield TieToDecide(label, tie.category, tie.names, tie.open)
    for each in roll.categories:
        if each.wanted > each.quota.places:
            yield ChangeOverPlaces(label, each.category, each.wanted, each.quota.places, tuple(_departing(each)))
    if effects.bound:
        yield ChangeOutOfBounds(label, roll.names(effects.bound))


def _departing(roll: CategoryRoll) -> Iterator[str]:
    """Who has a place by the committee's departure from what the scheme says."""
    for row in roll.rows:
        if row.choice is not None and row.listed.grade is Grade.EXCELLENT is not row.listed.proposed:
            yield row.listed.name


def _item_of(uow: UnitOfWork, given: Proceeding, meeting: int, item: str) -> AgendaItem:
    agenda = meeting_of(uow, given.year, meeting).held.agenda
    found = next((each for each in agenda if each.id == item), None)
    if found is None:
        raise NoSuchItem(given.year, meeting, item)
    if found.kind is not ItemKind.REVIEW:
        raise NotAReviewItem(given.label, meeting, found.title)
    return found


def _laid_at(uow: UnitOfWork, given: Proceeding) -> int:
    """The entry that laid the motion as it stands: what was recorded beside it since is no other motion."""
    entry = given.entry
    for held in reversed(uow.proceedings.history(given.year, given.number)):
        if (held.motion, held.effects, held.changes, held.reasons) != (
            given.motion, given.effects, given.changes, given.reasons
        ):  # fmt: skip
            break
        entry = held.entry
    return entry
