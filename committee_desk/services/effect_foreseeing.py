"""What a motion does, foreseen: the change is made in a transaction that is left undone, so that what is shown is what
deciding would do, and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from committee_desk.domain.course import LOCKED
from committee_desk.domain.effects import Effects
from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.services.actor import Actor
from committee_desk.services.effect_applying import Applied, apply
from committee_desk.services.effect_laying import effects_of
from committee_desk.services.effect_publishing import dates_of
from committee_desk.services.effect_refusals import NoListToChange
from committee_desk.services.grading_roll import Live, Roll, roll_of
from committee_desk.services.ports import OpenUnitOfWork, UnitOfWork
from committee_desk.services.proceeding_touched import concerned
from committee_desk.services.scored_year import scored

DECIDE = "proceeding.decide"
"""The verb of the entry that makes a change."""


class Made(NamedTuple):
    """The changes made within a transaction: what they do, the rolls before and after, and each as it was made."""

    effects: Effects
    was: Roll
    roll: Roll
    applied: tuple[Applied, ...]


def foreseen(open_work: OpenUnitOfWork, actor: Actor, given: Proceeding, now: datetime, live: Live = scored) -> Effects:
    """What the proceeding's changes would do, with the dates of a republication as they are today.

    `given` may be one that is not kept yet, as its motion is being laid.
    """
    with open_work.writing() as uow:  # never committed
        return foreseen_in(uow, actor, given, now, live)


def foreseen_in(uow: UnitOfWork, actor: Actor, given: Proceeding, now: datetime, live: Live = scored) -> Effects:
    """The same within a transaction that is to be left undone."""
    made = make(uow, given, lambda: uow.journal.append(actor, DECIDE, given.label, {"year": given.year}), live)
    effects = made.effects
    return replace(effects, dates=dates_of(uow, given.year, now)) if effects.republished else effects


def make(uow: UnitOfWork, given: Proceeding, entry: Callable[[], int], live: Live = scored) -> Made:
    """Make the proceeding's changes; `entry` writes the act's own, once everything before it was read."""
    require_list(uow, given)
    was = roll_of(uow, given.year, live)
    own = concerned(uow, given.changes)
    number = entry()
    applied = apply(uow, number, given.year, given.changes, given.label)
    roll = roll_of(uow, given.year) if given.changes else was
    return Made(effects_of(uow, given, was, roll, own), was, roll, applied)


def require_list(uow: UnitOfWork, given: Proceeding) -> None:
    """Refuse where the year has no approved list."""
    held = uow.grades.list(given.year, ListStage.APPROVED)
    if held is None or uow.course.stage(given.year) not in LOCKED:
        raise NoListToChange(given.label, given.year)
