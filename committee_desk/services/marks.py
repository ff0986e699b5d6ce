"""Leaders' marks (领导评价): who must mark whom, and marks typed with their reasons.

Nobody marks himself or a relative; the leader responsible is who has charge of the department (`domain.leading`).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from committee_desk.domain.desk_file import NoSuchYear
from committee_desk.domain.leading import LeaderKind, Leading, Led
from committee_desk.domain.names import spelt as spelt_anew
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services import typed_values
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.mark_views import (
    LEAST,
    MOST,
    PLACES,
    GivenMark,
    HeldMark,
    Leader,
    MarkChanged,
    MarkImported,
    MarkOutOfRange,
    MarkReasonMissing,
    MarkRow,
    MarksHimself,
    MarksRelative,
    NotTheirLeader,
    TypedMark,
)
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.ports import OpenUnitOfWork, UnitOfWork
from committee_desk.services.relations import kin_of
from committee_desk.services.seat import Seat, allowed

_TITLES = {
    LeaderKind.IN_CHARGE: ("分管副检察长", "分管领导", "分管院领导", "分管检察长"),
    LeaderKind.CHIEF: ("检察长",),
    LeaderKind.HEAD: ("部门负责人", "部门主任"),
}
"""Workbooks name a leader by what he is as often as by his name."""

spelt = lru_cache(maxsize=65_536)(spelt_anew)
"""Kept: ten thousand marks bear a handful of raters' names."""


class MarksDesk:
    """Says who must mark whom, and takes their marks."""

    def __init__(self, open_work: OpenUnitOfWork, seat: Seat) -> None:
        self._open, self._seat = open_work, seat

    @allowed(Right.SEE_SCORES)
    def rows(self, year: int) -> tuple[MarkRow, ...]:
        """Everybody with a stay that touches the year, with who owes them a mark and what was given, by code."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return LeadersOfYear(uow, year).rows(uow.marks.of_year(year))

    @allowed(Right.ENTER_MARKS)
    def enter(  # noqa: PLR0913, PLR0917 - whose mark, for whom, how much, why, and what was seen before
        self, actor: Actor, year: int, code: str, rater: str, mark: Decimal | None, reason: str, seen: int | None
    ) -> Change:
        """Keep a leader's mark with its reason; None takes the mark away. Both people are named by their codes.

        `seen` is the entry of the mark that the caller saw; MarkChanged where another stands there now.
        """
        with self._open.writing() as uow:
            require_year(uow, year)
            leaders = LeadersOfYear(uow, year)
            held = uow.marks.of_year(year, code)
            before = next((each for each in held if each.rater_code == rater), None)
            if (before.entry if before else None) != seen:
                raise MarkChanged(before)
            if mark is None:
                return _taken_away(uow, actor, year, before)
            reason = said(reason)
            mark = _fit(mark, reason)
            typed = TypedMark(code, rater, leaders.signature(code, rater, held), mark, reason)
            after = {"mark": mark, "reason": typed.reason}
            what = {"year": year, "rater": rater, "before": _told(before), "after": after}
            entry = uow.journal.append(actor, "marks.enter", code, what)
            uow.marks.put(entry, year, typed)
            uow.commit()
        return Change.of(Topic.RATINGS, entry=entry)


def require_year(uow: UnitOfWork, year: int) -> None:
    """Refuse a year that the desk does not hold."""
    held = uow.office.years()
    if year not in held:
        raise NoSuchYear(year, held)


def _taken_away(uow: UnitOfWork, actor: Actor, year: int, before: HeldMark | None) -> Change:
    if before is None:
        return Change.of()
    what = {"year": year, "rater": before.rater_code, "before": _told(before), "after": None}
    entry = uow.journal.append(actor, "marks.withdraw", before.code, what)
    uow.marks.end(entry, year, before.code, str(before.rater_code))
    uow.commit()
    return Change.of(Topic.RATINGS, entry=entry)


def _told(mark: HeldMark | None) -> dict[str, object] | None:
    return {"mark": mark.mark, "reason": mark.reason} if mark else None


def _fit(mark: Decimal, reason: str) -> Decimal:
    read = typed_values.number(mark)
    if read is None or not LEAST <= read <= MOST or not typed_values.fits(read, PLACES):
        raise MarkOutOfRange(mark)
    if not reason:
        raise MarkReasonMissing
    return read


class LeadersOfYear:
    """Who leads whom in one year, read once."""

    def __init__(self, uow: UnitOfWork, year: int) -> None:
        first, self._last = date(year, 1, 1), date(year, 12, 31)
        self.kin = kin_of(uow)
        charges = [each.charge for each in uow.relations.charges()]
        self._stays = uow.people.stays_touching(first, self._last)
        self._latest = {each.code: each for each in self._stays}
        for code in {each.code for each in charges} - self._latest.keys():  # who left stays in charge on paper
            if known := uow.people.stays(code):
                self._latest[code] = known[-1].fact
        self._names: defaultdict[str, set[str]] = defaultdict(set)
        for stay in (*self._stays, *self._latest.values()):
            self._names[stay.code].add(spelt(stay.name))
        self._leading = Leading(self._stays, charges, self.kin, year)

    def rows(self, held: Iterable[HeldMark]) -> tuple[MarkRow, ...]:
        """Everybody of the year, by code."""
        by_code: defaultdict[str, list[HeldMark]] = defaultdict(list)
        for each in held:
            by_code[each.code].append(each)
        codes = sorted({stay.code for stay in self._stays})
        return tuple(self._row(code, led, by_code[code]) for code in codes if (led := self._leading.of(code)))

    def of(self, code: str) -> Led | None:
        """The leaders of one person; None where the year knows no such person."""
        return self._leading.of(code)

    def given_by(self, mark: HeldMark) -> tuple[str, ...]:
        """The codes of the leaders who gave that mark, or may have given it."""
        led = self._leading.of(mark.code)
        wanted = led.may.items() if led is not None else ()
        return tuple(code for code, kind in wanted if self._is_his(mark, self._leader(code, kind)))

    def signature(self, code: str, rater: str, held: Sequence[HeldMark]) -> str:
        """The name under which the rater's mark is kept; refused where the rater may not mark that person."""
        led = self._leading.of(code)
        if led is None:
            raise NoSuchPerson(code)
        if rater not in self._latest:
            raise NoSuchPerson(rater)
        name = self._latest[rater].name
        self._refuse_barred(led, rater)
        leader = Leader(rater, name, self._latest[rater].post or "", led.may[rater])
        for each in held:
            if self._is_his(each, leader) and each.rater_code is None:
                raise MarkImported(each.rater, each.mark, each.workbook)
        taken = any(each.rater == name and each.rater_code != rater for each in held)
        return f"{name}（{rater}）" if taken else name

    def _refuse_barred(self, led: Led, rater: str) -> None:
        name, person = self._latest[rater].name, led.stay
        if rater == person.code:
            raise MarksHimself(name)
        kind = self.kin.between(rater, person.code)
        if kind is not None:
            raise MarksRelative(name, person.name, kind)
        if rater not in led.may:
            leaders = tuple(self._latest[each].name for each in led.may)
            raise NotTheirLeader(name, person.name, person.department, leaders, heads=led.heads)

    def _row(self, code: str, led: Led, held: list[HeldMark]) -> MarkRow:
        may = tuple(self._leader(each, kind) for each, kind in led.may.items())
        due = tuple(each for each in may if each.code in led.due)
        left = led.stay.until is not None and led.stay.until < self._last
        waited_for = not (led.stay.is_leader or left)
        owing = tuple(each for each in due if not any(self._is_his(mark, each) for mark in held))
        return MarkRow(
            code=code,
            name=led.stay.name,
            category=led.stay.category,
            post=led.stay.post or "",
            departments=led.departments,
            heads=led.heads,
            waited_for=waited_for,
            uncharged=not led.charged,
            due=due,
            owing=owing if waited_for else (),
            may=may,
            barred=led.barred,
            barred_names={each: self._latest[each].name for each in led.barred},
            marks=tuple(self._given(mark, code) for mark in held),
        )

    def _leader(self, code: str, kind: LeaderKind) -> Leader:
        stay = self._latest[code]
        return Leader(code, stay.name, stay.post or "", kind)

    def _is_his(self, mark: HeldMark, leader: Leader) -> bool:
        """Whether the leader gave that mark: by code where it was typed, by name or title where it was imported."""
        if mark.rater_code is not None:
            return mark.rater_code == leader.code
        said = spelt(mark.rater)
        known = {spelt(each) for each in (leader.code, leader.post, *_TITLES[leader.kind]) if each}
        return said in known or said in self._names[leader.code]

    def _given(self, mark: HeldMark, code: str) -> GivenMark:
        if mark.rater_code is not None:
            return GivenMark(mark, self.kin.between(mark.rater_code, code), mark.rater_code == code)
        himself = spelt(mark.rater) in self._names[code] | {spelt(code)}
        return GivenMark(mark, None if himself else self.kin.of_name(mark.rater, code, self._names), himself)
