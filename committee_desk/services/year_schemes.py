"""The schemes by which a year counts, read within one transaction: whole, their ledgers, their review grades."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from committee_desk.domain.desk_file import NoSuchYear
from committee_desk.domain.people import Category
from committee_desk.domain.scheme import Indicator, Scheme
from committee_desk.domain.scheme_file import load
from committee_desk.services.ports import UnitOfWork


def scheme_of(uow: UnitOfWork, year: int, category: Category = Category.PROSECUTOR) -> Scheme:
    """The scheme of that year and category; NoSuchYear and NoSchemeOfCategory where there is none."""
    try:
        return load(uow.office.scheme(year, category))
    except KeyError:
        raise NoSuchYear(year, uow.office.years()) from None


def ledgers_of(uow: UnitOfWork, year: int) -> dict[Category, tuple[Indicator, ...]]:
    """The ledgers of each category that has a scheme in that year."""
    return {each: scheme_of(uow, year, each).ledger_indicators for each in uow.office.scheme_categories(year)}


def indicator_names(uow: UnitOfWork, year: int) -> dict[str, str]:
    """What the schemes of the year call their indicators, by id, in their order."""
    found: dict[str, str] = {}
    for category in Category:
        if category in uow.office.scheme_categories(year):
            for each in scheme_of(uow, year, category).indicators:
                found.setdefault(each.id, each.name)
    return found


def review_grades_on(uow: UnitOfWork, closed: date | None) -> Mapping[str, Decimal]:
    """The review grades of the year in which a case closes, with the points of each; those of the newest year while it
    is open, by the newest scheme where the desk does not have the year.
    """
    years = uow.office.years()
    year = closed.year if closed is not None else max(years)
    return scheme_of(uow, year if year in years else max(years)).review_points(year)
