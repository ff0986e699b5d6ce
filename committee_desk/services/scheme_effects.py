"""What a scheme rests on and does: words still in use, everybody's year before and after, minimum standards."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from committee_desk.domain.exact import POINT
from committee_desk.domain.grading import Grading
from committee_desk.domain.people import Category
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scores import PersonScore, YearScores
from committee_desk.domain.scoring import Scoring
from committee_desk.domain.standards import against_standards
from committee_desk.domain.sums import YearInputs
from committee_desk.services.ports import Progress, UnitOfWork
from committee_desk.services.scheme_refusals import SchemeStillUsed
from committee_desk.services.scheme_views import EffectOnPerson, Effects, StandardsShown, Use, Used
from committee_desk.services.year_inputs import inputs_of

TOLD_EVERY = 100
"""So many people are scored until it is said again how far it is."""
_SHOWN = ("total", "rank", "proposed_grade", "status", "indicators")


def require_fit(uow: UnitOfWork, year: int, holding: Scheme | None, draft: Scheme) -> None:
    """Refuse a scheme that drops what facts of the year rest on, naming them."""
    if holding is None:
        return
    old, new = _words(holding, year), _words(draft, year)
    gone = {use: old[use] - new[use] for use in Use}
    if not any(gone.values()):
        return  # every fact of the year need not be looked through
    used = _added_up(each for each in uow.scheme_use.used(year) if each.word in gone[each.use])
    if used:
        raise SchemeStillUsed(used, {each.id: each.name for each in holding.indicators})


def _words(scheme: Scheme, year: int) -> dict[Use, set[str]]:
    if Category(scheme.category) is not Category.PROSECUTOR:
        return {**{use: set() for use in Use}, Use.INDICATOR: {each.id for each in scheme.ledger_indicators}}
    return {
        Use.INDICATOR: {each.id for each in scheme.ledger_indicators},
        Use.CASE_KIND: set(scheme.case_kinds),
        Use.REVIEW_GRADE: set(scheme.review_points(year)),
        Use.SANCTION: set(scheme.sanction_kinds),
    }


def _added_up(found: Iterator[Used]) -> tuple[Used, ...]:
    """Events, drafts and batch lines of one indicator are one use of it."""
    sums: dict[tuple[Use, str], Used] = {}
    for each in found:
        before = sums.get((each.use, each.word))
        if before is not None:
            each = replace(before, count=before.count + each.count, examples=before.examples or each.examples)  # noqa: PLW2901
        sums[each.use, each.word] = each
    return tuple(sums.values())


def effects(uow: UnitOfWork, year: int, before: Scheme, after: Scheme, progress: Progress | None = None) -> Effects:
    """Everybody's year scored by both. `progress` hears of everybody twice, and may raise to stop it."""
    tell = progress or (lambda _done, _total: None)
    tell(0, 0)
    old_inputs = inputs_of(uow, before, year)
    tell(0, 0)
    new_inputs = inputs_of(uow, after, year)
    old = _scored(before, old_inputs, lambda done, people: tell(done, 2 * people))
    new = _scored(after, new_inputs, lambda done, people: tell(people + done, 2 * people))
    both = _side_by_side(old, new)
    changed = tuple(each for each in both if _differ(each.before, each.after))
    return Effects(before, after, changed, len(both) - len(changed), old.quota, new.quota)


def _scored(scheme: Scheme, inputs: YearInputs, tell: Progress) -> YearScores:
    """As `score_year`, saying now and then how far it is."""
    scoring, figures = Scoring(scheme, inputs), []
    for done, code in enumerate(sorted(scoring.stays)):
        if done % TOLD_EVERY == 0:
            tell(done, len(scoring.stays))
        figures.append(scoring.figures_of(code))
    tell(len(figures), len(figures))
    return Grading(scheme, inputs).scores(figures)


def _side_by_side(old: YearScores, new: YearScores) -> list[EffectOnPerson]:
    after = {each.code: each for each in new.people}
    return [EffectOnPerson(each, after[each.code]) for each in old.people if each.code in after]


def _differ(before: PersonScore, after: PersonScore) -> bool:
    return any(getattr(before, name) != getattr(after, name) for name in _SHOWN)


def standards(uow: UnitOfWork, year: int, scheme: Scheme, until: date) -> StandardsShown:
    """Who falls short of which minimum standard, pro rata of the months up to that day."""
    scoring = Scoring(scheme, uow.totals.year_inputs(scheme, year, until))
    on_duty = {
        code: sum((Fraction(each.weighed) / POINT for each in months), Fraction(0)) / 12
        for code, months in scoring.duties.items()
    }
    held = against_standards(scheme.minimum_standards, on_duty, uow.scheme_use.done(year, until))
    names = {code: (held[-1].name, held[-1].department) for code, held in scoring.stays.items()}
    short = tuple(each for each in held if each.falls_short)
    return StandardsShown(scheme.minimum_standards, short, len(on_duty), names, until)
