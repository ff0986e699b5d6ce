"""The acts that bring a year's process on, or back, in words."""

from collections.abc import Callable

from committee_desk.domain.course import Move
from committee_desk.services.views import JournalRow
from committee_desk.wording.courses import move_name
from committee_desk.wording.language import tr
from committee_desk.wording.publication_acts import notice_of


def course_act(verb: str) -> str | None:
    """What was done to a year's process; None of other acts."""
    return {move.verb: move_name(move) for move in Move}.get(verb)


def _year(row: JournalRow) -> str:
    return tr("{year} 年度", year=row.subject or "")


COURSE_OBJECTS: dict[str, Callable[[JournalRow], str]] = {
    move.verb: notice_of if move is Move.POST else _year for move in Move
}
"""What each of them was done to."""
