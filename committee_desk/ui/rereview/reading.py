"""What the tab reads at once: the register, one proceeding with everything around it, and what a change would do."""

from collections.abc import Mapping
from typing import NamedTuple

from committee_desk.domain.effects import Effects, Rung, ladder
from committee_desk.domain.grade_list import GradeList, ListStage
from committee_desk.domain.objections import ObjectionState
from committee_desk.domain.people import Category
from committee_desk.domain.proceedings import OWN_MOTION, ProceedingKind, ProceedingState
from committee_desk.domain.remedies import ApplicationState, Remedy
from committee_desk.services.desk import Desk
from committee_desk.services.effect_views import InformingRow
from committee_desk.services.meeting_views import MeetingRow
from committee_desk.services.proceeding_views import ProceedingCard, ProceedingRow
from committee_desk.ui.rereview.stops import meeting_on
from committee_desk.wording.objections import matter_names
from committee_desk.wording.scheme_names import indicator_name, named

AROUND = 2
"""So many who keep their place are painted above and below those who move."""


class Source(NamedTuple):
    """A paper that a re-review can be opened from: whose it is, whom it is about, what it says."""

    kind: ProceedingKind
    number: int
    label: str
    name: str
    code: str
    about: str
    about_name: str
    matters: str
    grounds: str


class Listed(NamedTuple):
    """The register, and what waits to be opened."""

    rows: tuple[ProceedingRow, ...]
    waiting: tuple[Source, ...]


class One(NamedTuple):
    """One proceeding; `meeting` is the newest that has it on its agenda."""

    card: ProceedingCard
    source: Source | None
    told: tuple[InformingRow, ...]
    meeting: MeetingRow | None
    indicators: Mapping[str, str] = {}
    """Of 加减分, by id: for whoever may type what was found."""


class Steps(NamedTuple):
    """The part of a category's ranks that moves; `places` are those of 优秀 before and after."""

    category: str
    rungs: tuple[Rung, ...]
    places: tuple[int, int]


class Foreseen(NamedTuple):
    """What the changes do: as it is now, or as it was decided; `moved` since the motion was laid."""

    effects: Effects
    ladders: tuple[Steps, ...] = ()
    indicators: Mapping[str, str] = {}
    moved: bool = False
    decided: bool = False


def listed(desk: Desk, year: int) -> Listed:
    """The register and the papers that wait."""
    rows = desk.proceedings.rows(year)
    taken = {(each.held.kind, each.held.source) for each in rows if each.state is not ProceedingState.WITHDRAWN}
    found = [each for each in sources(desk, year) if (each.kind, each.number) not in taken]
    return Listed(rows, tuple(found))


def sources(desk: Desk, year: int) -> tuple[Source, ...]:
    """Every objection that was accepted, and every application; answered ones are no longer."""
    made = [
        Source(ProceedingKind.OBJECTION, held.number, row.label, row.name, held.code, held.other or held.code,
               row.other_name or row.name, matter_names(held.matters), held.grounds)
        for row in desk.objections.rows(year)
        if (held := row.held).state is ObjectionState.ACCEPTED
    ]  # fmt: skip
    for told in desk.applications.rows(year):
        one = told.held
        appeal = one.kind is Remedy.APPEAL
        if one.state is not (ApplicationState.CHANGED if appeal else ApplicationState.ACCEPTED):
            continue
        kind = ProceedingKind.APPEAL if appeal else ProceedingKind.APPLICATION
        made.append(
            Source(kind, one.number, one.label, told.name, one.code, one.code, told.name, one.request, one.grounds)
        )
    return tuple(made)


def one(desk: Desk, year: int, number: int, *, types: bool) -> One:
    """One proceeding with what stands around it."""
    card = desk.proceedings.card(year, number)
    held = card.row.held
    source = None
    if held.kind is ProceedingKind.OBJECTION and held.source is not None:
        row = desk.objections.card(year, held.source).row
        source = Source(held.kind, held.source, row.label, row.name, held.code, held.about, card.row.about_name,
                        matter_names(row.held.matters), row.held.grounds)  # fmt: skip
    elif held.source is not None:
        told = desk.applications.card(year, held.source).row.held
        source = Source(held.kind, held.source, told.label, card.row.name, held.code, held.about,
                        card.row.about_name, told.request, told.grounds)  # fmt: skip
    informed = desk.effects.informings(year, number)
    ledgers = desk.proceedings.ledgers(year, held.about) if types else ()
    names = {id_: named(name) for id_, name in ledgers}
    return One(card, source, informed, meeting_on(card.row.label, desk.meetings.rows(year)), names)


def has_effects(card: ProceedingCard) -> bool:
    """Whether there is anything to foresee: figures found otherwise, or what came after the list of a correction."""
    held = card.row.held
    return bool(held.changes or held.effects) or (held.open and held.kind in OWN_MOTION)


def foreseen(desk: Desk, year: int, card: ProceedingCard, *, sees_scores: bool) -> Foreseen | None:
    """What the change does to everybody; of a decided one what the committee saw."""
    held = card.row.held
    if not has_effects(card):
        return None
    kept = desk.effects.kept(year, held.number)
    if not held.open:
        if kept is None:
            return None
        return _shown(desk, year, kept, sees_scores=sees_scores)._replace(decided=True)
    effects = desk.effects.preview(year, held.number)
    moved = kept is not None and kept.fingerprint != effects.fingerprint
    return _shown(desk, year, effects, sees_scores=sees_scores)._replace(moved=moved)


def _shown(desk: Desk, year: int, effects: Effects, *, sees_scores: bool) -> Foreseen:
    laid = next(
        (
            each.list
            for each in desk.grading.lists(year)
            if each.list.stage is ListStage.APPROVED and each.list.version == effects.list_version
        ),
        None,
    )
    categories = tuple(dict.fromkeys(each.category for each in effects.people))
    names: dict[str, str] = {}
    for each in categories if sees_scores else ():
        names |= {one.id: indicator_name(one) for one in desk.scores.scheme(year, Category(each)).indicators}
    ladders = tuple(_around(effects, laid, each) for each in categories) if laid is not None else ()
    return Foreseen(effects, tuple(each for each in ladders if each.rungs), names)


def _around(effects: Effects, laid: GradeList, category: str) -> Steps:
    """The ranks as far as they move, with those right above and below."""
    rungs = ladder(effects, laid, category)
    moved = [at for at, each in enumerate(rungs) if _moves(each)]
    near = rungs[max(0, moved[0] - AROUND) : moved[-1] + 1 + AROUND] if moved else ()
    before = next((each.places for each in laid.quotas if each.category == category), 0)
    after = next((each.after for each in effects.places if each.category == category), before)
    return Steps(category, near, (before, after))


def _moves(rung: Rung) -> bool:
    """Whether the rank or the grade is another."""
    before, after = rung.before, rung.after
    if before is None or after is None:
        return True
    return (before.rank, before.grade) != (after.rank, after.grade)
