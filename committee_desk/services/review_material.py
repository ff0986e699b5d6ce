"""What lies before the committee that votes on a motion (复核材料): facts, changes, what they do to everybody."""

from collections.abc import Iterator
from datetime import datetime

from committee_desk.domain.effects import Effects, Rung, ladder
from committee_desk.domain.grade_list import GradeList, ListStage
from committee_desk.services.decision_papers import applied_for
from committee_desk.services.effect_publishing import dates_of
from committee_desk.services.effect_rules import proceeding_of
from committee_desk.services.objection_rules import people_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.proceeding_rows import rows_of
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.result_paper_views import Ladder, MaterialPaper
from committee_desk.services.year_schemes import indicator_names

AROUND = 2
"""So many who keep their place are shown above and below those who move."""


def material_paper(  # noqa: PLR0913, PLR0917 - which, by whom, when, and what was foreseen of it
    uow: UnitOfWork, year: int, number: int, stamp: PublicationStamp, now: datetime, foreseen: Effects | None
) -> MaterialPaper:
    """The material of one proceeding: the effects that were laid with the motion, else what is foreseen of it."""
    held = proceeding_of(uow, year, number)
    row = next(each for each in rows_of(uow, year, now.date()) if each.held.number == number)
    effects = Effects.from_json(held.effects) if held.effects else foreseen
    names = {code: stay.name for code, stay in people_of(uow, year).items()}
    return MaterialPaper(
        stamp,
        row,
        applied_for(uow, held)[2],
        effects,
        tuple(_ladders(uow, effects)) if effects else (),
        dates_of(uow, year, now) if effects and effects.republished and held.open else None,
        names,
        indicator_names(uow, year),
    )


def _ladders(uow: UnitOfWork, effects: Effects) -> Iterator[Ladder]:
    """The ranks of each category as far as they move, with those who stand right above and below."""
    laid = next(
        (
            each.list
            for each in uow.grades.lists(effects.year)
            if each.list.stage is ListStage.APPROVED and each.list.version == effects.list_version
        ),
        None,
    )
    if laid is None:
        return
    for category in dict.fromkeys(each.category for each in effects.people):
        rungs = _around(ladder(effects, laid, category))
        if rungs:
            yield Ladder(category, rungs, _places(laid, effects, category))


def _around(rungs: tuple[Rung, ...]) -> tuple[Rung, ...]:
    moved = [at for at, each in enumerate(rungs) if _moves(each)]
    return rungs[max(0, moved[0] - AROUND) : moved[-1] + 1 + AROUND] if moved else ()


def _moves(rung: Rung) -> bool:
    """Whether the rank or the grade is another: a figure that moves nobody past anybody is no crossing line."""
    before, after = rung.before, rung.after
    if before is None or after is None:
        return True
    return (before.rank, before.grade) != (after.rank, after.grade)


def _places(laid: GradeList, effects: Effects, category: str) -> int:
    moved = next((each.after for each in effects.places if each.category == category), None)
    return moved if moved is not None else next((each.places for each in laid.quotas if each.category == category), 0)
