"""What 测评 owes at the end of a year: whose marks which leader owes, duty reports, marks that must not be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from committee_desk.domain.departments import department_order
from committee_desk.domain.people import Category
from committee_desk.services.mark_views import MarkRow
from committee_desk.services.marks import LeadersOfYear
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.views import Owed

BALLOTS, PEOPLE = "ballots", "people"
FROM_MONTH = 12
"""Marks and reports are of the whole year: nobody is asked for them before its last month."""
NAMED_AT_MOST = 5


def owed(uow: UnitOfWork, year: int, today: date, names: Mapping[str, str]) -> Iterator[Owed]:
    """The lines of 工作台; nothing while nobody is on the desk."""
    early = today < date(year, FROM_MONTH, 1)
    if not names or (early and not uow.relations.relationships()):  # ten thousand people's leaders take their time
        return
    marks = uow.marks.of_year(year)
    rows = LeadersOfYear(uow, year).rows(marks)
    if odd := [row.code for row in rows if any(each.odd for each in row.marks)]:
        yield Owed("marks_odd", BALLOTS, _named(odd, names))
    if early:
        return
    yield from _of_leaders(rows, names)
    reported = {each.code for each in uow.reports.of_year(year)}
    asked = (row for row in rows if row.category is Category.PROSECUTOR and row.waited_for)
    if missing := [row.code for row in asked if row.code not in reported]:
        yield Owed("reports_missing", BALLOTS, _named(missing, names))


def _of_leaders(rows: Iterable[MarkRow], names: Mapping[str, str]) -> Iterator[Owed]:
    """Each leader with the people whose mark he owes; departments of unmarked people that nobody has charge of."""
    owing: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    uncharged: set[str] = set()
    for row in rows:
        for leader in row.owing:
            owing[leader.code, leader.name].append(row.code)
        if row.uncharged and row.waited_for and not row.marks:
            uncharged.add(row.department)
    for (_, name), codes in sorted(owing.items()):
        yield Owed("marks_owed", BALLOTS, {**_named(codes, names), "leader": name})
    if uncharged:
        named = tuple(sorted(uncharged, key=department_order)[:NAMED_AT_MOST])
        yield Owed("charges_missing", PEOPLE, {"count": len(uncharged), "names": named})


def _named(codes: list[str], names: Mapping[str, str]) -> dict[str, object]:
    first = tuple(names.get(code, code) for code in codes[:NAMED_AT_MOST])
    return {"count": len(codes), "names": first, "codes": tuple(codes)}
