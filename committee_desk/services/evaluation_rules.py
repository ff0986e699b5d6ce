"""What a typed evaluation has to be: marks within their sides, items that add up, a grade of the year, no own case."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.evaluations import FULL, Evaluation, Item, compared, lost_on, own_reviewer
from committee_desk.domain.said import said
from committee_desk.services import typed_values
from committee_desk.services.evaluation_views import (
    CaseNotClosed,
    EvaluationRefused,
    GradeUnknown,
    ItemNameless,
    ItemOutside,
    ItemsDisagree,
    MarkOutside,
    MarkTooFine,
    ReviewDayMissing,
    ReviewedTooEarly,
    ReviewerMissing,
    ReviewsOwnCase,
)
from committee_desk.services.ports import UnitOfWork

DECIMALS = 2


def as_typed(evaluation: Evaluation) -> Evaluation:
    """The evaluation without spaces round its words and without empty lines."""
    review = evaluation.review
    items = tuple(
        each._replace(name=said(each.name, "item"), note=said(each.note, "note")) for each in evaluation.items
    )
    findings = tuple(
        each._replace(number=said(each.number, "number"), text=said(each.text, "note")) for each in evaluation.findings
    )
    return evaluation._replace(
        review=review._replace(
            reviewer=said(review.reviewer, "reviewer") or None, note=said(review.note, "note") or None
        ),
        items=tuple(each for each in items if each.lost or each.note),
        findings=tuple(each for each in findings if each.text or each.number),
    )


def require_numbers(evaluation: Evaluation) -> None:
    """Refuse marks and deductions that are none, before anything is reckoned with them."""
    review = evaluation.review
    for side, most in FULL.items():
        if typed_values.number(getattr(review, side)) is None:
            raise MarkOutside(review.number, side, most)
    for item in evaluation.items:
        if typed_values.number(item.lost) is None:
            raise ItemOutside(review.number, item.side, item.name) if item.side in FULL else ItemNameless(review.number)


def require_sound(
    uow: UnitOfWork, evaluation: Evaluation, case: CaseShare, grades: Mapping[str, Decimal], *, imported: bool
) -> None:
    """Refuse what cannot be kept, by the first thing that is wrong."""
    for fault in faults(uow, evaluation, case, grades, imported=imported):
        raise fault


def faults(
    uow: UnitOfWork, evaluation: Evaluation, case: CaseShare, grades: Mapping[str, Decimal], *, imported: bool
) -> Iterator[EvaluationRefused]:
    """Everything that is wrong. Of an imported evaluation the figures stand; only its items are looked at."""
    if not imported:
        yield from _wrong_figures(evaluation.review, case, grades)
        yield from _own_case(uow, evaluation.review)
    yield from _wrong_items(evaluation)


def _wrong_figures(review: Review, case: CaseShare, grades: Mapping[str, Decimal]) -> Iterator[EvaluationRefused]:
    if case.closed is None:
        yield CaseNotClosed(review.number)
        return
    for field, most in FULL.items():
        mark: Decimal = getattr(review, field)
        if not 0 <= mark <= most:
            yield MarkOutside(review.number, field, most)
        elif _too_fine(mark):
            yield MarkTooFine(review.number, field)
    if review.grade not in grades:
        yield GradeUnknown(review.number, review.grade, case.closed.year, tuple(grades))
    if not review.reviewer:
        yield ReviewerMissing(review.number)
    if review.reviewed is None:
        yield ReviewDayMissing(review.number)
    elif review.reviewed < case.closed:
        yield ReviewedTooEarly(review.number, review.reviewed, case.closed)


def _own_case(uow: UnitOfWork, review: Review) -> Iterator[EvaluationRefused]:
    """Nobody reviews a case of their own, by code, by name, or by a name that is nearly a handler's."""
    handlers = uow.evaluations.handlers([review.number]).get(review.number, ())
    own = own_reviewer(review.reviewer or "", handlers, compared(uow.facts.known_people()))
    if own is not None:
        yield ReviewsOwnCase(review.number, review.reviewer or "", own)


def _wrong_items(evaluation: Evaluation) -> Iterator[EvaluationRefused]:
    """Every item has a name and takes off no less than nothing; together a side's items say what its mark says."""
    number = evaluation.review.number
    wrong = set()
    for item in evaluation.items:
        found = _wrong_item(number, item)
        if found is not None:
            wrong.add(item.side)
            yield found
    for side, most in FULL.items():
        lost, mark = lost_on(side, evaluation.items), getattr(evaluation.review, side)
        if side not in wrong and lost and most - lost != mark:
            yield ItemsDisagree(number, side, lost, mark)


def _wrong_item(number: str, item: Item) -> EvaluationRefused | None:
    if not item.name or item.side not in FULL:
        return ItemNameless(number)
    if not 0 <= item.lost <= FULL[item.side]:
        return ItemOutside(number, item.side, item.name)
    return MarkTooFine(number, "items", item.name) if _too_fine(item.lost) else None


def _too_fine(value: Decimal) -> bool:
    return not typed_values.fits(value, DECIMALS)
