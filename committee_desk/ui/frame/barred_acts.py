"""Which acts of the palette cannot be done as the year stands, and why: asked before any page of them is open."""

from collections.abc import Mapping

from committee_desk.domain.course import Move
from committee_desk.domain.roles import Right
from committee_desk.services.desk import Desk
from committee_desk.wording.courses import move_name, stage_name
from committee_desk.wording.language import tr

GRADING_MOVES = (Move.PROPOSE, Move.APPROVE, Move.WITHDRAW, Move.RETURN)


def barred_acts(desk: Desk, year: int) -> Mapping[str, str]:
    """The reason by the act's title; nothing for who may not see grading."""
    from committee_desk.ui.publication.acts import titles  # noqa: PLC0415 - only once somebody searches
    from committee_desk.ui.publication.possible import why_not  # noqa: PLC0415 - as above

    if Right.SEE_GRADING not in desk.seat.rights():
        return {}
    view = desk.publication.view(year)
    shown = view.current or (view.versions[-1] if view.versions else None)
    found = {title: why for name, title in titles().items() if (why := why_not(name, view, shown))}
    now = tr("现在：{stage}", stage=stage_name(view.stage))
    return found | {move_name(move): now for move in GRADING_MOVES if move.origin is not view.stage}
