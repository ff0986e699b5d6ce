"""Schemes for the categories that a year of an older desk has none for: the shipped ones, taken over by an act."""

from committee_desk.domain.desk_file import NoSuchYear
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.ports import OpenUnitOfWork
from committee_desk.services.schemes import SHIPPED, scheme_text
from committee_desk.services.seat import Seat, allowed


class CategorySchemes:
    """Gives an older year what a desk founded today begins with. Nothing is adopted by it: that is the committee's."""

    def __init__(self, open_work: OpenUnitOfWork, seat: Seat) -> None:
        self._open, self._seat = open_work, seat

    @allowed(Right.SEE_DESK)
    def missing(self, year: int) -> tuple[Category, ...]:
        """The categories without a scheme in that year."""
        with self._open.reading() as uow:
            held = uow.office.scheme_categories(year)
        return tuple(each for each in Category if each not in held)

    @allowed(Right.DRAFT_SCHEME)
    def take_shipped(self, actor: Actor, year: int) -> Change:
        """Take the shipped scheme over for every category that has none; where all have one, nothing is written."""
        with self._open.writing() as uow:
            years = uow.office.years()
            if year not in years:
                raise NoSuchYear(year, years)
            held = uow.office.scheme_categories(year)
            taken = {each: scheme_text(SHIPPED[each]) for each in Category if each not in held}
            if not taken:
                return Change.of()
            what = {"schemes": {str(each): text for each, text in taken.items()}}
            entry = uow.journal.append(actor, "scheme.take", str(year), what)
            for category, text in taken.items():
                uow.office.add_scheme(entry, year, category, text)
            uow.commit()
        return Change.of(Topic.SCHEME, entry=entry)
