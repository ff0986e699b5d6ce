"""The months of a year: what one lacks, closing and reopening it, publishing it as versions of its sheet."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from committee_desk.domain.desk_file import NoSuchYear
from committee_desk.domain.months import (
    MONTHS,
    Differing,
    MonthSheet,
    MonthState,
    NoSuchMonth,
    corrected,
    differences,
    last_day,
)
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.month_lacks import lacks_of
from committee_desk.services.month_rules import KeptSheet, state_of
from committee_desk.services.month_sheets import kept, sheet_now, sheet_of, sheets_now
from committee_desk.services.month_views import (
    Lack,
    MonthIncomplete,
    MonthNotBegun,
    MonthOutOfOrder,
    MonthReasonMissing,
    MonthStands,
    MonthView,
    MonthWithoutPeople,
    NoSuchVersion,
    NothingToPublish,
    Published,
    SheetVersion,
)
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed

if TYPE_CHECKING:
    from committee_desk.services.second import Second, Witnessing


class MonthsDesk:
    """Keeps a year's months: open, closed, published; published ones are corrected by a new version alone."""

    def __init__(
        self,
        open_work: OpenUnitOfWork,
        clock: Clock,
        seat: Seat,
        witnessing: "Witnessing",
        keep_a_copy: Callable[[], object],
    ) -> None:
        self._open, self._clock, self._seat = open_work, clock, seat
        self._witnessing, self._keep_a_copy = witnessing, keep_a_copy

    @allowed(Right.SEE_DESK)
    def strip(self, year: int) -> tuple[MonthView, ...]:
        """The twelve months with their states; quick, whatever the size of the office."""
        today = self._clock().date()
        with self._open.reading() as uow:
            states = _held(uow, year)
            newest = uow.months.newest(year)
        return tuple(_view(year, month, states, newest, today) for month in MONTHS)

    @allowed(Right.SEE_SCORES)
    def corrections(self, year: int) -> frozenset[int]:
        """The published months with a correction that is not published yet (有更正未公布)."""
        with self._open.reading() as uow:
            _held(uow, year)
            return corrected_months(uow, year)

    @allowed(Right.SEE_SCORES)
    def missing(self, year: int, month: int) -> tuple[Lack, ...]:
        """What the month lacks before it should be closed; each names the place that settles it."""
        with self._open.reading() as uow:
            _known(uow, year, month)
            return lacks_of(uow, year, month, self._clock().date())

    @allowed(Right.CLOSE_MONTH)
    def close(self, actor: Actor, year: int, month: int, why: str = "") -> Change:
        """Close an open month. What it lacks must be accepted with a reason; drafts stay drafts."""
        why, today = said(why), self._clock().date()
        with self._open.writing() as uow:
            states = _known(uow, year, month)
            _require(states, year, month, MonthState.OPEN, "close")
            if date(year, month, 1) > today:
                raise MonthNotBegun(year, month)
            _in_order(states, year, month, "close", MonthState.CLOSED, MonthState.PUBLISHED)
            lacks = lacks_of(uow, year, month, today)
            if lacks and not why:
                raise MonthIncomplete(year, month, lacks)
            what = {"year": year, "month": month, "lacks": [{"kind": each.kind, **each.facts} for each in lacks]}
            entry = uow.journal.append(actor, "months.close", subject_of(year, month), what, why=why or None)
            uow.months.put(entry, year, month, MonthState.CLOSED)
            uow.commit()
        return Change.of(Topic.MONTHS, entry=entry)

    @allowed(Right.CLOSE_MONTH)
    def reopen(self, actor: Actor, year: int, month: int, why: str, second: "Second | None" = None) -> Change:
        """Open a closed or published month again, with a reason. What was published stays. In 严格 an act for two."""
        with self._open.reading() as uow:
            before = _known(uow, year, month).get(month, MonthState.OPEN)
        if before is MonthState.OPEN:
            raise MonthStands(year, month, before, "reopen")
        if not (why := said(why)):
            raise MonthReasonMissing(year, month)
        authority = self._witnessing.confirm_in_strict(second, "months.reopen")
        with self._open.writing() as uow:
            state = state_of(uow, year, month)
            if state is MonthState.OPEN:
                raise MonthStands(year, month, state, "reopen")
            what = {"year": year, "month": month, "was": state}
            subject = subject_of(year, month)
            entry = uow.journal.append(actor, "months.reopen", subject, what, why=why, authority=authority)
            uow.months.put(entry, year, month, MonthState.OPEN)
            uow.commit()
        return Change.of(Topic.MONTHS, entry=entry)

    @allowed(Right.PUBLISH_MONTH)
    def publish(self, actor: Actor, year: int, month: int) -> Published:
        """Publish a closed month, or a correction of a published one: a version of each category's sheet.

        A category whose sheet says what it said keeps its version.
        """
        with self._open.writing() as uow:
            states = _known(uow, year, month)
            state = states.get(month, MonthState.OPEN)
            if state is MonthState.OPEN:
                raise MonthStands(year, month, state, "publish")
            _in_order(states, year, month, "publish", MonthState.PUBLISHED)
            new = _new_versions(uow, year, month)
            if not new and (state is MonthState.PUBLISHED or not uow.months.sheets(year, month)):
                raise (NothingToPublish if state is MonthState.PUBLISHED else MonthWithoutPeople)(year, month)
            what = {"year": year, "month": month, "versions": {each.category: each.version for each in new}}
            entry = uow.journal.append(actor, "months.publish", subject_of(year, month), what, dated=True)
            for each in new:
                uow.months.add_sheet(entry, year, each)
            if state is not MonthState.PUBLISHED:
                uow.months.put(entry, year, month, MonthState.PUBLISHED)
            self._keep_a_copy()  # of what everybody else still reads: the desk before the act
            uow.commit()
        return Published({each.category: each.version for each in new}, Change.of(Topic.MONTHS, entry=entry))

    @allowed(Right.SEE_SCORES)
    def sheet(self, year: int, month: int, category: Category | str, version: int = 0) -> MonthSheet:
        """A version's sheet as it was published; version 0 is what the facts say now."""
        with self._open.reading() as uow:
            _known(uow, year, month)
            return sheet_in(uow, year, month, str(category), version)

    @allowed(Right.SEE_SCORES)
    def categories(self, year: int, month: int) -> tuple[str, ...]:
        """The categories that have a sheet, or would have one now."""
        with self._open.reading() as uow:
            _known(uow, year, month)
            held = {each.category for each in uow.months.sheets(year, month)}
            return tuple(
                str(each)
                for each in uow.office.scheme_categories(year)
                if str(each) in held or sheet_now(uow, year, month, each).people
            )

    @allowed(Right.SEE_SCORES)
    def versions(self, year: int, month: int | None = None) -> tuple[SheetVersion, ...]:
        """Every published version, of one month or of all, newest first."""
        with self._open.reading() as uow:
            _held(uow, year) if month is None else _known(uow, year, month)
            return versions_in(uow, year, month)

    @allowed(Right.SEE_SCORES)
    def difference(
        self, year: int, month: int, category: Category | str, old: int, new: int = 0
    ) -> tuple[Differing, ...]:
        """What differs between two versions; `new` 0 is what the facts say now, `old` 0 is nothing published."""
        with self._open.reading() as uow:
            _known(uow, year, month)
            if not old:
                return ()
            sheets = [sheet_in(uow, year, month, str(category), version) for version in (old, new)]
            return differences(*sheets)


def subject_of(year: int, month: int) -> str:
    """How the journal names a month."""
    return f"{year}-{month:02d}"


def sheet_in(uow: UnitOfWork, year: int, month: int, category: str, version: int) -> MonthSheet:
    """A version's sheet; of version 0 the one that the facts make now."""
    if not version:
        return sheet_now(uow, year, month, Category(category))
    for each in uow.months.sheets(year, month):
        if (each.category, each.version) == (category, version):
            return sheet_of(each.figures)
    raise NoSuchVersion(year, month, category, version)


def versions_in(uow: UnitOfWork, year: int, month: int | None = None) -> tuple[SheetVersion, ...]:
    """Every published version, newest first."""
    newest = uow.months.newest(year)
    return tuple(
        SheetVersion(
            year,
            each.month,
            each.category,
            each.version,
            moment,
            actor,
            len(sheet_of(each.figures).people),
            each.entry,
            superseded=each.version < newest[each.month, each.category],
        )
        for each, moment, actor in uow.months.published(year, month)
    )


def _new_versions(uow: UnitOfWork, year: int, month: int) -> list[KeptSheet]:
    """The sheets that differ from their newest version, as their next one."""
    newest = {each.category: each for each in uow.months.sheets(year, month)}
    found = []
    for sheet in sheets_now(uow, year, month):
        last = newest.get(sheet.category)
        figures = kept(sheet)
        if last is None or not _says_the_same(last, sheet):
            version = last.version + 1 if last else 1
            found.append(KeptSheet(month, sheet.category, version, sheet.ranked, figures, 0))
    return found


def _says_the_same(last: KeptSheet, sheet: MonthSheet) -> bool:
    before = sheet_of(last.figures)
    return before.ranked == sheet.ranked and not differences(before, sheet)


def corrected_months(uow: UnitOfWork, year: int) -> frozenset[int]:
    """The published months that are no longer what was published. Only those are scored that something touched."""
    states = uow.months.states(year)
    return frozenset(
        month for month, state in states.items() if state is MonthState.PUBLISHED and _is_corrected(uow, year, month)
    )


def _is_corrected(uow: UnitOfWork, year: int, month: int) -> bool:
    newest = {each.category: each for each in uow.months.sheets(year, month)}
    if not uow.months.touched_since(year, max(each.entry for each in newest.values()), last_day(year, month)):
        return False
    now = {sheet.category: sheet for sheet in sheets_now(uow, year, month)}
    if now.keys() - newest.keys():
        return True
    return any(
        category not in now or corrected(sheet_of(each.figures), now[category]) for category, each in newest.items()
    )


def _view(
    year: int, month: int, states: dict[int, MonthState], newest: dict[tuple[int, str], int], today: date
) -> MonthView:
    state = states.get(month, MonthState.OPEN)
    version = max((held for (of, _), held in newest.items() if of == month), default=0)
    begins, ends = date(year, month, 1), last_day(year, month)
    return MonthView(
        month,
        state,
        version,
        reopened=bool(version) and state is not MonthState.PUBLISHED,
        future=begins > today,
        running=begins <= today < ends,
    )


def _known(uow: UnitOfWork, year: int, month: int) -> dict[int, MonthState]:
    """The states of the year's months; refuses a month or a year that there is not."""
    if month not in MONTHS:
        raise NoSuchMonth(month)
    return _held(uow, year)


def _held(uow: UnitOfWork, year: int) -> dict[int, MonthState]:
    """The states of the year's months; refuses a year that there is not."""
    held = uow.office.years()
    if year not in held:
        raise NoSuchYear(year, held)
    return uow.months.states(year)


def _require(states: dict[int, MonthState], year: int, month: int, wanted: MonthState, act: str) -> None:
    state = states.get(month, MonthState.OPEN)
    if state is not wanted:
        raise MonthStands(year, month, state, act)


def _in_order(states: dict[int, MonthState], year: int, month: int, act: str, *enough: MonthState) -> None:
    for earlier in range(1, month):
        if states.get(earlier, MonthState.OPEN) not in enough:
            raise MonthOutOfOrder(year, month, earlier, act)
