"""Imported reviews that take points for an acquittal or exemption before its cause is found: taken, and named."""

from committee_desk.domain.cases import Review
from committee_desk.domain.evaluations import FULL, asks_for_cause
from committee_desk.services.imports.batch import Batch, Known
from committee_desk.services.imports.comparison import Comparison
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.problems import Doubt
from committee_desk.services.ports import UnitOfWork

_HEADINGS = {"substance": "实体得分", "procedure": "程序得分"}


def note_causeless(uow: UnitOfWork, batch: Batch, found: Comparison, known: Known) -> None:
    """One warning for each new or replaced review that takes anything though the committee found no cause yet."""
    if batch.subject.kind is not Kind.REVIEWS:
        return
    rows = {index: batch.facts[index] for index in (*found.new, *found.replaced)}
    closings = known.closings({review.number for review in rows.values()})
    years = {closed.year for closed in closings.values() if closed is not None}
    told = {number: each for year in years for number, each in uow.evaluations.outcomes(year).items()}
    for index, review in rows.items():
        outcome = next(filter(asks_for_cause, told.get(review.number, ())), None)
        closed = closings.get(review.number)
        if outcome is None or closed is None or uow.evaluations.cause(review.number) is not None:
            continue
        heading = _taken(review, known, closed.year)
        if heading:
            batch.grid.doubt(batch.at[index], heading, Doubt.CAUSE_MISSING, outcome=outcome)


def _taken(review: Review, known: Known, year: int) -> str:
    """The column that takes something; none where the review leaves the whole."""
    below = next((heading for side, heading in _HEADINGS.items() if getattr(review, side) < FULL[side]), "")
    return below or ("评查等次" if known.scheme.review_points(year).get(review.grade, 0) < 0 else "")
