"""案件.xlsx and 评查.xlsx: one row for each handler's share in a case, and one review a case."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, ClassVar, NamedTuple

from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.evaluations import compared, own_reviewer
from committee_desk.services.imports import cells
from committee_desk.services.imports.batch import (
    Batch,
    Held,
    Known,
    Subject,
    check_names,
    check_order,
    keys_of,
)
from committee_desk.services.imports.grid import Field, Grid
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.problems import Doubt, Why

CODE, NAME = "承办检察官工号", "承办检察官"
_MOST_PERSONS = 100_000
_OF_THE_CASE = ("kind", "department", "accepted", "closed", "due", "persons", "difficulty")


class Place(NamedTuple):
    """A share in a group of one case, and where it stands: its index in the batch, or None for one on the desk."""

    share: CaseShare
    at: int | None


class Cases(Subject):
    """Shares: those of one case add up to at most 1 and agree on what belongs to the case."""

    kind: ClassVar = Kind.CASES
    fact: ClassVar = CaseShare
    key: ClassVar = ("number", "code")

    def fields(self, known: Known) -> tuple[Field, ...]:
        """The columns."""
        return (
            Field("案号", "number", cells.code, needed=True),
            Field("案件类别", "kind", cells.one_of(*known.scheme.case_kinds), needed=True),
            Field(CODE, "code", cells.code),
            Field("受理日期", "accepted", cells.day, needed=True),
            Field("审结日期", "closed", cells.day),
            Field("案件名称", "title", cells.text),
            Field("承办部门", "department", cells.name),
            Field("分担比例", "share", cells.share, default=Decimal(1)),
            Field("涉案人数", "persons", cells.whole(1, _MOST_PERSONS), default=1),
            Field("难度系数", "difficulty", cells.within(1, 2)),
            Field("办理期限届满日", "due", cells.day),
            Field("处理结果", "outcome", cells.text),
            Field(NAME, None, cells.name),
        )

    def columns(self, grid: Grid, known: Known) -> dict[str, list[Any]]:
        """The columns, with the code of every handler who is given by name only."""
        columns = super().columns(grid, known)
        if None in columns["code"]:
            columns["code"] = _codes_by_name(grid, columns["code"], columns[NAME], known)
        return columns

    def check_rows(self, grid: Grid, columns: Mapping[str, list[Any]], known: Known) -> None:
        """Dates in order; a handler whom the desk knows as a prosecutor."""
        check_order(grid, columns["accepted"], columns["closed"], "受理日期", "审结日期")
        _check_handlers(grid, columns["code"], known)
        if grid.has(NAME) and grid.has(CODE):
            check_names(grid, columns["code"], columns[NAME], NAME, known)

    def check_together(self, batch: Batch, held: list[Held], known: Known) -> None:
        """Shares of one case, the desk's other handlers' included."""
        headings = self.headings(known)
        for group in _groups(self, batch, held):
            total = sum((place.share.share for place in group), Decimal(0))
            absent = tuple(sorted((place.share.code, place.share.share) for place in group if place.at is None))
            for place in group:
                if total > 1 and place.at is not None:
                    batch.complain(
                        place.at,
                        "分担比例" if batch.grid.has("分担比例") else "案号",
                        Why.SHARES_ABOVE_ONE,
                        number=place.share.number,
                        sum=total,
                        absent=absent,
                    )
            for name in _OF_THE_CASE:
                _check_agreement(batch, group, name, headings[name])


def agree(shares: Iterable[CaseShare]) -> bool:
    """Whether shares of one case add up to at most 1 and say the same of the case."""
    held = list(shares)
    same = len({tuple(getattr(share, name) for name in _OF_THE_CASE) for share in held}) <= 1
    return same and sum((share.share for share in held), Decimal(0)) <= 1


def _groups(subject: Subject, batch: Batch, held: list[Held]) -> Iterable[list[Place]]:
    """The cases that have more than one handler, in this workbook or on the desk."""
    mine = set(batch.keys)
    beside = [
        each.fact
        for each, key in zip(held, keys_of(subject, [each.fact for each in held]), strict=True)
        if key not in mine
    ]
    numbers = [share.number for share in batch.facts]
    if not beside and len(set(numbers)) == len(numbers):
        return []
    by_hand = {(each.fact.number, each.fact.code): each.fact for each in held if each.imported is not None}
    groups: dict[str, list[Place]] = defaultdict(list)
    for index, share in enumerate(batch.facts):
        groups[share.number].append(Place(by_hand.get((share.number, share.code), share), index))
    for share in beside:
        groups[share.number].append(Place(share, None))
    return [group for group in groups.values() if len(group) > 1]


def _check_agreement(batch: Batch, group: list[Place], name: str, heading: str) -> None:
    if len({getattr(place.share, name) for place in group}) == 1:
        return
    for place in group:
        if place.at is None:
            continue
        mine = getattr(place.share, name)
        other = next((each for each in group if getattr(each.share, name) != mine), None)
        if other is not None:
            batch.complain(
                place.at,
                heading if batch.grid.has(heading) else "案号",
                Why.CASE_DISAGREES,
                number=place.share.number,
                field=heading,
                mine=mine,
                other=getattr(other.share, name),
                other_row=None if other.at is None else batch.row(other.at),
                handler=other.share.code,
            )


def _check_handlers(grid: Grid, codes: list[Any], known: Known) -> None:
    different = {code for code in set(codes) if type(code) is str}
    unknown = different - known.people.keys() - known.doubtful_codes
    others = {code for code in different & known.people.keys() if not known.people[code].prosecutor}
    others -= known.doubtful_codes
    if unknown or others:
        for index, code in enumerate(codes):
            heading = NAME if grid.has(NAME) and not grid.shown(index, CODE) else CODE
            if code in unknown:
                grid.complain(index, heading, Why.UNKNOWN_PERSON)
            elif code in others:
                grid.complain(index, heading, Why.NO_PROSECUTOR, code=code, name=min(known.people[code].names))


def _codes_by_name(grid: Grid, codes: list[Any], names: list[Any], known: Known) -> list[Any]:
    bearers: dict[str, list[str]] = defaultdict(list)
    for code, person in sorted(known.people.items()):
        for name in person.names:
            bearers[name].append(code)
    found = list(codes)
    for index, (code, name) in enumerate(zip(codes, names, strict=True)):
        if code is None:
            found[index] = _bearer(grid, index, name, bearers, known)
    return found


def _bearer(grid: Grid, index: int, name: Any, bearers: Mapping[str, list[str]], known: Known) -> Any:  # noqa: ANN401
    heading = NAME if grid.has(NAME) else CODE
    if name is None:
        grid.complain(index, CODE if grid.has(CODE) else NAME, Why.EMPTY)
    elif type(name) is not str or name in known.doubtful_names:
        grid.bad.add(index)
    elif len(bearers.get(name, ())) == 1:
        return bearers[name][0]
    elif name in bearers:
        grid.complain(index, heading, Why.AMBIGUOUS_NAME, codes=tuple(bearers[name]))
    else:
        grid.complain(index, heading, Why.UNKNOWN_NAME)
    return None


class Reviews(Subject):
    """Reviews: of cases that the desk holds, with a grade of the year in which the case closed."""

    kind: ClassVar = Kind.REVIEWS
    fact: ClassVar = Review
    key: ClassVar = ("number",)

    def fields(self, known: Known) -> tuple[Field, ...]:  # noqa: ARG002 - the same in every year
        """The columns."""
        return (
            Field("案号", "number", cells.code, needed=True),
            Field("实体得分", "substance", cells.within(0, 60), needed=True),
            Field("程序得分", "procedure", cells.within(0, 40), needed=True),
            Field("评查等次", "grade", cells.word, needed=True),
            Field("评查日期", "reviewed", cells.day),
            Field("评查人", "reviewer", cells.text),
            Field("说明", "note", cells.text),
        )

    def check_rows(self, grid: Grid, columns: Mapping[str, list[Any]], known: Known) -> None:
        """A case on the desk, and a grade that its closing year knows."""
        numbers, grades = columns["number"], columns["grade"]
        closings = known.closings({number for number in numbers if type(number) is str})
        allowed: dict[int, tuple[str, ...]] = {}
        for index, (number, grade) in enumerate(zip(numbers, grades, strict=True)):
            if type(number) is not str:
                continue
            if number not in closings:
                if number not in known.doubtful_cases:
                    grid.complain(index, "案号", Why.UNKNOWN_CASE)
                continue
            closed = closings[number]
            year = closed.year if closed else known.year
            if year not in allowed:
                allowed[year] = tuple(known.scheme.review_points(year))
            if type(grade) is str and grade not in allowed[year]:
                grid.complain(index, "评查等次", Why.UNKNOWN_GRADE, known=allowed[year], year=year)
        _doubt_own_cases(grid, numbers, columns["reviewer"], known)


def _doubt_own_cases(grid: Grid, numbers: list[Any], reviewers: list[Any], known: Known) -> None:
    """Nobody reviews a case of their own; what a system brought is taken all the same."""
    named = {
        number
        for number, reviewer in zip(numbers, reviewers, strict=True)
        if type(number) is str and type(reviewer) is str
    }
    if not named:
        return
    handlers, codes = known.handlers(named), compared(known.people)
    for index, (number, reviewer) in enumerate(zip(numbers, reviewers, strict=True)):
        if type(number) is str and type(reviewer) is str:
            own = own_reviewer(reviewer, handlers.get(number, ()), codes)
            if own is not None:
                grid.doubt(index, "评查人", Doubt.REVIEWS_OWN_CASE, **own._asdict())
