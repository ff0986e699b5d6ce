"""Sanctions and leave that came after the list was laid down, beside a decision on something else.

A new list is drawn up from everything that holds, so it regrades whoever such a sanction or leave moved. Nobody is
regraded so in passing: on somebody else's objection or application nothing is changed before a correction (更正) dealt
with these people, and a correction deals with them once each was heard (domain rules, rows 13 and 14).
"""

from collections.abc import Mapping

from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import OWN_MOTION
from committee_desk.services.course_drift import drift_of
from committee_desk.services.effect_refusals import StandingComesFirst, StandingNotHeard
from committee_desk.services.ports import UnitOfWork


def standing_moved(uow: UnitOfWork, year: int) -> Mapping[str, str]:
    """Whose own figures a sanction or leave moved since the list in force: names by code.

    Where it moved only others' figures (a leave that moves a baseline), whose sanction or leave it is.
    """
    moved = drift_of(uow, year)
    if not moved:
        return {}
    touched = uow.course.standing_touched_of(uow.grades.entry_of(year, ListStage.APPROVED) or 0)
    own = {each.code: each.name for each in moved if each.code in touched}
    return own or {code: _name(uow, year, code) for code in sorted(touched)}


def require_standing(uow: UnitOfWork, given: Proceeding) -> None:
    """Refuse a change that would regrade people in passing: StandingComesFirst, of a correction StandingNotHeard."""
    moved = standing_moved(uow, given.year)
    if given.kind in OWN_MOTION:
        heard = {each.code for each in given.hearings}
        if unheard := tuple(name for code, name in moved.items() if code not in heard):
            raise StandingNotHeard(given.label, unheard)
    elif others := tuple(name for code, name in moved.items() if code != given.about):
        raise StandingComesFirst(given.label, others)


def _name(uow: UnitOfWork, year: int, code: str) -> str:
    listed = uow.grades.list(year, ListStage.APPROVED)
    return next((each.name for each in listed.people if each.code == code), code) if listed else code
