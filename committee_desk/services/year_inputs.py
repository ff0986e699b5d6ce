"""What a year is scored from: its facts added up, and what was decided about grading."""

# ruff: noqa: PLC0415 - most years are scored before anything is decided: the window opens without what decisions take
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from committee_desk.domain.decided import NOTHING, Decided, HandOver, TieVote, base_of
from committee_desk.domain.people import Category, Stay
from committee_desk.domain.quota import Approval, CategoryQuota, OfficeQuota, Pool, QuotaDecisions, office_quota
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scheme_file import load
from committee_desk.domain.sums import YearInputs
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.settings import BAR_BY_QUARTERS, is_on

if TYPE_CHECKING:
    from committee_desk.services.grading_views import Decision

QUARTERS = range(1, 5)


def inputs_of(uow: UnitOfWork, scheme: Scheme, year: int, until: int | None = None) -> YearInputs:
    """Everything that the year's figures rest on; with `until` only decisions of entries up to that one."""
    inputs = uow.totals.year_inputs(scheme, year)
    decided = decided_of(uow, scheme, year, inputs.stays, until)
    return inputs if decided is NOTHING else replace(inputs, decided=decided)


def decided_of(uow: UnitOfWork, scheme: Scheme, year: int, stays: Sequence[Stay], until: int | None = None) -> Decided:
    """What was decided about that scheme's category."""
    below = barred_by_quarters(uow, year)
    if not below and not uow.totals.decided(year):
        return NOTHING
    from committee_desk.services.grading_views import DecisionKind, Settlement

    decisions = [each for each in uow.grades.decisions(year) if until is None or each.entry <= until]
    if not decisions and not below:
        return NOTHING
    settled = {each.subject: each for each in decisions if each.kind is DecisionKind.INCOMPLETE}
    return Decided(
        quota=_quota(uow, scheme, year, stays, decisions),
        ties=tuple(
            TieVote(_codes(each, "equals"), _codes(each, "chosen"), each.document)
            for each in decisions
            if each.kind is DecisionKind.TIE and each.subject == scheme.category
        ),
        handed={
            code: HandOver(_codes(each, "missing"), each.document, each.day.isoformat())
            for code, each in settled.items()
            if each.content["how"] == Settlement.HAND_OVER
        },
        ungraded={code: each.document for code, each in settled.items() if each.content["how"] == Settlement.NO_GRADE},
        below=below,
    )


def barred_by_quarters(uow: UnitOfWork, year: int) -> frozenset[str]:
    """Whom a quarterly grade keeps from 优秀, where the office set that bar."""
    if not is_on(uow, BAR_BY_QUARTERS):
        return frozenset()
    from committee_desk.domain.months import RoutineGrade

    barring = RoutineGrade.MIDDLING, RoutineGrade.POOR
    given = (grade for quarter in QUARTERS for grade in uow.months.grades(year, quarter))
    return frozenset(each.code for each in given if each.grade in barring)


def graded_categories(uow: UnitOfWork, year: int) -> tuple[Category, ...]:
    """The categories that are graded: their scheme was adopted."""
    unadopted = uow.months.unadopted(year)
    return tuple(each for each in uow.office.scheme_categories(year) if str(each) not in unadopted)


def office_quota_of(
    uow: UnitOfWork,
    year: int,
    stays: Sequence[Stay],
    decisions: "Iterable[Decision] | None" = None,
    also: Scheme | None = None,
) -> OfficeQuota:
    """The places of the office's graded categories, by the decisions that hold. `also` counts as adopted."""
    schemes = {each: load(uow.office.scheme(year, each)) for each in graded_categories(uow, year)}
    if also is not None:
        schemes[Category(also.category)] = also
    ordered = [each for each in Category if each in schemes]
    bases = {str(each): base_of(stays, each, year) for each in ordered}
    percents = {str(each): schemes[each].quota_percent for each in ordered}
    held = uow.grades.decisions(year) if decisions is None else decisions
    return office_quota(bases, percents, quota_decisions(held))


def quota_decisions(decisions: "Iterable[Decision]") -> QuotaDecisions:
    """The decisions on places among all that were recorded."""
    from committee_desk.services.grading_views import DecisionKind

    approval, pools, left_over = None, [], {}
    for each in decisions:
        told = each.content
        if each.kind is DecisionKind.QUARTER:
            approval = Approval(_whole(told["percent"]), each.document, each.day, str(told["file"]))
        elif each.kind is DecisionKind.POOL:
            given = told["places"]
            assert isinstance(given, Mapping)  # noqa: S101 - as `pool` wrote it
            places = {str(name): _whole(number) for name, number in given.items()}
            pools.append(Pool(tuple(sorted(places)), places, each.document))
        elif each.kind is DecisionKind.LEFT_OVER:
            left_over[each.subject] = _whole(told["places"])
    return QuotaDecisions(approval, tuple(pools), left_over)


def _quota(
    uow: UnitOfWork, scheme: Scheme, year: int, stays: Sequence[Stay], decisions: "Sequence[Decision]"
) -> CategoryQuota | None:
    from committee_desk.services.grading_views import DecisionKind

    on_places = (DecisionKind.QUARTER, DecisionKind.POOL, DecisionKind.LEFT_OVER)
    if not any(each.kind in on_places for each in decisions):
        return None
    return office_quota_of(uow, year, stays, decisions, scheme).of(scheme.category)


def _codes(decision: "Decision", name: str) -> frozenset[str]:
    told = decision.content[name]
    assert isinstance(told, list | tuple)  # noqa: S101 - as its verb wrote it
    return frozenset(map(str, told))


def _whole(value: object) -> int:
    assert isinstance(value, int)  # noqa: S101 - as its verb wrote it
    return value
