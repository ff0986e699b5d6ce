"""Re-reviews and corrections as they are read: lists, one whole, what can be challenged, who would not examine."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import Challenge, ChangeKind, FactChange
from committee_desk.domain.roles import Right
from committee_desk.services.marks import require_year
from committee_desk.services.objection_rules import people_of
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.proceeding_figures import FactNow, fact_now, ledger_names, tried
from committee_desk.services.proceeding_naming import as_named
from committee_desk.services.proceeding_opening import opened_from
from committee_desk.services.proceeding_recusals import bars_of
from committee_desk.services.proceeding_refusals import NoSuchProceeding
from committee_desk.services.proceeding_rows import card_of, challengeable, rows_of
from committee_desk.services.proceeding_views import Bar, Found, Opening, ProceedingCard, ProceedingRow
from committee_desk.services.seat import Seat, allowed


class ProceedingsReading:
    """Shows re-reviews and corrections; what slips say only to who may see ballots."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat) -> None:
        self._open, self._clock, self._seat = open_work, clock, seat

    @allowed(Right.SEE_OBJECTIONS)
    def rows(self, year: int) -> tuple[ProceedingRow, ...]:
        """The re-reviews and corrections of the year, by number."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return tuple(map(self._shown, rows_of(uow, year, self._clock().date())))

    @allowed(Right.SEE_OBJECTIONS)
    def card(self, year: int, number: int) -> ProceedingCard:
        """One of them with its steps, who does not examine, and what comes before the next move."""
        with self._open.reading() as uow:
            card = card_of(uow, one_of(uow, year, number), self._clock().date())
        return replace(card, row=self._shown(card.row))

    @allowed(Right.SEE_OBJECTIONS)
    def challengeable(self, year: int, code: str) -> tuple[Challenge, ...]:
        """The figures of one person that can be challenged: indicators, reviews, shares, events, marks, ballots."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return challengeable(uow, year, code)

    @allowed(Right.SEE_OBJECTIONS)
    def bars(self, year: int, opening: Opening) -> tuple[Bar, ...]:
        """Who would not examine what is about to be opened, and why."""
        with self._open.reading() as uow:
            require_year(uow, year)
            opened = opened_from(uow, year, opening)
            named = as_named(uow, year, opening.challenged)
            return bars_of(uow, year, people_of(uow, year), named, opened.code, opened.about)

    @allowed(Right.REREVIEW)
    def fact(self, year: int, kind: ChangeKind, key: tuple[str, ...]) -> FactNow:
        """What the figures of one fact are now. Slips are shown to who may see ballots alone."""
        self._require_slips((kind,))
        with self._open.reading() as uow:
            require_year(uow, year)
            return fact_now(uow, year, kind, key)

    @allowed(Right.REREVIEW)
    def ledgers(self, year: int, code: str) -> tuple[tuple[str, str], ...]:
        """The indicators to which a new event of that person can belong: id and name."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return ledger_names(uow, year, code)

    @allowed(Right.REREVIEW)
    def tried(self, year: int, changes: Sequence[Found]) -> tuple[FactChange, ...]:
        """The changes as they would be kept; refused as `find` would refuse them. Nothing is kept."""
        self._require_slips(each.kind for each in changes)
        with self._open.reading() as uow:
            require_year(uow, year)
            return tried(uow, year, changes)

    def _require_slips(self, kinds: Iterable[ChangeKind]) -> None:
        """Whoever may not see ballots recounts none."""
        if ChangeKind.BALLOT in kinds:
            self._seat.require(Right.SEE_BALLOTS)

    def _shown(self, row: ProceedingRow) -> ProceedingRow:
        """The row without what slips say, for who may not see ballots."""
        slips = any(each.kind is ChangeKind.BALLOT for each in row.held.changes)
        if not slips or self._seat.may(Right.SEE_BALLOTS):
            return row
        masked = (
            each._replace(key=("", each.key[1]), before="", after="") if each.kind is ChangeKind.BALLOT else each
            for each in row.held.changes
        )  # fmt: skip
        return replace(row, held=row.held._replace(changes=tuple(masked)))


def one_of(uow: UnitOfWork, year: int, number: int) -> Proceeding:
    """The proceeding; NoSuchProceeding where the year has none of that number."""
    require_year(uow, year)
    held = uow.proceedings.get(year, number)
    if held is None:
        raise NoSuchProceeding(year, number)
    return held
