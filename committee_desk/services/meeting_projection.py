"""What the projector shows of a meeting: questions, who leaves, how a vote went.

Never why somebody leaves, which stakes were declared, any score, or any reason of a grade.
"""

from dataclasses import dataclass
from datetime import datetime

from committee_desk.domain.committee import AgendaItem, Count, MeetingState, Outcome
from committee_desk.services.meeting_views import MeetingView, Named, QuestionView


@dataclass(frozen=True, slots=True)
class Projected:
    """One question on the wall; `count` and `outcome` once it was voted on."""

    item: AgendaItem
    subject: str
    people: tuple[Named, ...]
    leaving: tuple[str, ...]
    entitled: int
    needed: int
    count: Count | None
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Projection:
    """A meeting on the wall."""

    year: int
    number: int
    called: datetime
    state: MeetingState
    presiding: str
    members: int
    present: int
    needed: int
    questions: tuple[Projected, ...]

    @classmethod
    def of(cls, view: MeetingView) -> "Projection":
        """What of a meeting may be seen by everybody in the room."""
        held = view.row.held
        presiding = next((each.name for each in view.attendance if each.key == held.presiding), "")
        return cls(
            held.year,
            held.number,
            held.called,
            held.state,
            presiding,
            view.members,
            view.present,
            view.needed,
            tuple(map(_projected, view.questions)),
        )


def _projected(each: QuestionView) -> Projected:
    vote = each.vote
    return Projected(
        each.item,
        each.question.subject,
        each.people,
        each.leaving,
        each.entitled,
        each.needed,
        vote.count if vote else None,
        vote.outcome if vote else None,
    )
