"""What an import did to facts that it did not bring: checked once, when all its workbooks are in, before the commit."""

from collections import defaultdict
from collections.abc import Mapping

from committee_desk.domain.people import Category
from committee_desk.services.imports.batch import Batch, Known
from committee_desk.services.imports.comparison import Comparison
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.problems import Why
from committee_desk.services.ports import UnitOfWork

Brought = Mapping[Kind, tuple[Batch, Comparison]]
"""What each workbook of the import brought."""


def complain_of_contradictions(uow: UnitOfWork, known: Known, brought: Brought) -> None:
    """Name the rows after which something on the desk would no longer hold; only what was replaced can do that."""
    if Kind.CASES in brought:
        _reviews_left_behind(uow, known, brought)
    if Kind.PEOPLE in brought:
        _cases_left_behind(uow, *brought[Kind.PEOPLE])


def _reviews_left_behind(uow: UnitOfWork, known: Known, brought: Brought) -> None:
    """A case that now closes in another year keeps its review, whose grade that year must know."""
    batch, found = brought[Kind.CASES]
    moved = [index for index, before in found.replaced.items() if before.fact.closed != batch.facts[index].closed]
    if not moved:
        return
    checked = set(brought[Kind.REVIEWS][0].grid.values["number"]) if Kind.REVIEWS in brought else set()
    held = uow.facts.held(Kind.REVIEWS, known.year, [batch.facts[index] for index in moved])
    grades = {each.fact.number: each.fact.grade for each in held if each.fact.number not in checked}
    for index in moved:
        share = batch.facts[index]
        year = share.closed.year if share.closed else known.year
        allowed = tuple(known.scheme.review_points(year))
        grade = grades.get(share.number)
        if grade is not None and grade not in allowed:
            batch.complain(
                index, "审结日期", Why.REVIEW_LEFT, number=share.number, grade=grade, year=year, known=allowed
            )
            del found.replaced[index]


def _cases_left_behind(uow: UnitOfWork, batch: Batch, found: Comparison) -> None:
    """Somebody who is a prosecutor in no stay any more handles no case."""
    changed = defaultdict(list)
    for index, before in found.replaced.items():
        if before.fact.category is Category.PROSECUTOR and batch.facts[index].category is not Category.PROSECUTOR:
            changed[batch.facts[index].code].append(index)
    if not changed:
        return
    people = uow.facts.known_people()
    lost = [code for code in changed if not people[code].prosecutor]
    for code, number in uow.facts.handled(lost).items():
        for index in changed[code]:
            batch.complain(index, "人员类别", Why.CASES_LEFT, name=batch.facts[index].name, code=code, number=number)
            del found.replaced[index]
