"""What the committee did with a motion: whether it voted the change down that was moved on what was found."""

from collections.abc import Iterator

from committee_desk.domain.committee import ItemKind, MeetingState
from committee_desk.domain.errors import DeskError
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import Motion, names_proceeding
from committee_desk.services.meeting_rules import require_passed
from committee_desk.services.meeting_vote_refusals import VoteLost
from committee_desk.services.ports import UnitOfWork


def voted_down(uow: UnitOfWork, held: Proceeding) -> bool:
    """Whether the newest vote on a motion to change, laid on these very findings, was lost, and its minutes closed."""
    laid = _laid_at(uow, held)
    if laid is None:
        return False
    return max((each for each in _votes(uow, held) if each[0] >= laid), default=(0, False))[1]


def _laid_at(uow: UnitOfWork, held: Proceeding) -> int | None:
    """The entry that first laid a motion to change on what is found now; None where none was laid."""
    entry = None
    for each in reversed(uow.proceedings.history(held.year, held.number)):
        if (each.findings, each.changes) != (held.findings, held.changes):
            break
        if each.motion is Motion.CHANGE:
            entry = each.entry
    return entry


def _votes(uow: UnitOfWork, held: Proceeding) -> Iterator[tuple[int, bool]]:
    """The votes on this proceeding in closed meetings: by which entry, and whether it was lost."""
    people = tuple(dict.fromkeys((held.code, held.about)))
    for row in uow.meetings.of_year(held.year):
        if row.held.state is not MeetingState.CLOSED:
            continue
        votes = uow.meetings.votes(held.year, row.held.number)
        for item in row.held.agenda:
            others = names_proceeding(item.title) and held.label not in item.title
            if item.kind is not ItemKind.REVIEW or others or not set(people) <= set(item.about):
                continue
            cast = [each.entry for each in votes if each.item == item.id]
            lost = _lost(uow, held.year, row.held.number, item.id, people)
            if cast and lost is not None:
                yield max(cast), lost


def _lost(uow: UnitOfWork, year: int, meeting: int, item: str, people: tuple[str, ...]) -> bool | None:
    """Whether the vote on that item was lost; None where there is no vote that holds."""
    try:
        require_passed(uow, year, meeting, item, people=people)
    except VoteLost:
        return True
    except DeskError:
        return None
    return False
