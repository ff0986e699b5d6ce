"""What 方案 owes: schemes that no committee decided on, drafts left lying, and who falls short of the standards."""

from collections.abc import Iterator, Mapping
from datetime import date

from committee_desk.domain.people import Category
from committee_desk.domain.scheme_file import load
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.scheme_effects import standards
from committee_desk.services.views import Owed

SCHEME = "scheme"
LAST_QUARTER = 10
"""Before it nobody is called short of what a whole year asks for."""


def owed(uow: UnitOfWork, year: int, today: date, names: Mapping[str, str]) -> Iterator[Owed]:  # noqa: ARG001 - as its neighbours
    """The lines of 工作台; only of categories that have somebody in the year."""
    last = date(year, 12, 31)
    staffed = {each.stay.category for each in uow.people.latest_stays(date(year, 1, 1), last)}
    categories = [each for each in uow.office.scheme_categories(year) if each in staffed]
    held = {each: uow.schemes.holding(year, each) for each in categories}
    unadopted = tuple(str(each) for each, version in held.items() if version is not None and not version.is_adopted)
    if unadopted:
        yield Owed("schemes_unadopted", SCHEME, {"count": len(unadopted), "categories": unadopted})
    drafts = tuple(str(each) for each in Category if uow.schemes.draft(year, each) is not None)
    if drafts:
        yield Owed("scheme_drafts", SCHEME, {"count": len(drafts), "categories": drafts})
    if today >= date(year, LAST_QUARTER, 1):
        short = [
            (category, each.code)
            for category, version in held.items()
            if version is not None and (scheme := load(version.text)).minimum_standards
            for each in standards(uow, year, scheme, min(today, last)).short
        ]
        if short:
            facts = {"people": len({code for _, code in short}), "categories": (str(short[0][0]),)}
            yield Owed("standards_short", SCHEME, facts)
