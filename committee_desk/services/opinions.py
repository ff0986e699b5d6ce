"""Opinions from outside (外部意见): kept and shown to the committee for reference, never summed. Form 13 on paper."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from committee_desk.domain.people import Stay
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.journal_views import on_paper
from committee_desk.services.marks import require_year
from committee_desk.services.opinion_views import (
    FormerOfficeOfNobody,
    Giver,
    GiverUnnamed,
    Opinion,
    OpinionChanged,
    OpinionDateWrong,
    OpinionDrawer,
    OpinionEmpty,
    OpinionPaper,
    OpinionRow,
)
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.relation_views import EndingReasonMissing
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.views import Head

DRAW = "opinions.draw"


class OpinionsDesk:
    """Takes opinions, lists them and prints form 13."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, drawer: OpinionDrawer, seat: Seat) -> None:
        self._open, self._clock, self._drawer, self._seat = open_work, clock, drawer, seat

    @allowed(Right.SEE_SCORES)
    def rows(self, year: int) -> tuple[OpinionRow, ...]:
        """The opinions of the year, by number."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return _named(uow, year, uow.opinions.of_year(year))

    @allowed(Right.KEEP_REPORTS)
    def put(self, actor: Actor, year: int, wanted: Opinion, number: int | None, seen: int | None) -> Change:
        """Keep an opinion; a new one (`number` None) gets the next number of the year.

        `seen` is the entry of the opinion that the caller saw; OpinionChanged where another stands there now.
        """
        told = self._fit(year, wanted)
        with self._open.writing() as uow:
            require_year(uow, year)
            before = _as_seen(uow, year, number, seen) if number is not None else None
            if told.code is not None and not _touch(uow, year, told.code):
                raise NoSuchPerson(told.code)
            given = number if number is not None else uow.opinions.next_number(year)
            after = told._asdict()
            what = {"year": year, **({"before": before.opinion._asdict(), "after": after} if before else after)}
            entry = uow.journal.append(actor, "opinions.put", str(given), what)
            uow.opinions.put(entry, year, given, told)
            uow.commit()
        return Change.of(Topic.OPINIONS, entry=entry)

    @allowed(Right.KEEP_REPORTS)
    def withdraw(self, actor: Actor, year: int, number: int, why: str, seen: int | None) -> Change:
        """Take an opinion off the list; its number is not given again."""
        if not (why := said(why)):
            raise EndingReasonMissing
        with self._open.writing() as uow:
            before = _as_seen(uow, year, number, seen)
            what = {"year": year, **before.opinion._asdict()}
            entry = uow.journal.append(actor, "opinions.withdraw", str(number), what, why=why)
            uow.opinions.end(entry, year, number)
            uow.commit()
        return Change.of(Topic.OPINIONS, entry=entry)

    @allowed(Right.SEE_SCORES)
    def preview(self, actor: Actor, year: int, number: int | None = None) -> bytes:
        """The very form that `draw` would give, without a trace in the journal."""
        return self._drawer.draw(self._filled(actor, year, number))

    @allowed(Right.SEE_SCORES)
    def draw(self, actor: Actor, year: int, number: int | None = None) -> bytes:
        """Form 13 of one opinion, or of all of the year, one a page, as PDF; journalled."""
        paper = self._filled(actor, year, number)
        return self._handed_out(actor, paper, {"numbers": [each.number for each in paper.rows]})

    @allowed(Right.SEE_SCORES)
    def preview_blank(self, actor: Actor, year: int, code: str | None) -> bytes:
        """The very form that `draw_blank` would give, without a trace in the journal."""
        return self._drawer.draw(self._blank(actor, year, code))

    @allowed(Right.SEE_SCORES)
    def draw_blank(self, actor: Actor, year: int, code: str | None) -> bytes:
        """Form 13 to be filled in by hand, asking about one person or, without a code, the whole office; journalled."""
        paper = self._blank(actor, year, code)
        return self._handed_out(actor, paper, {"numbers": [], "asked": code})

    def _handed_out(self, actor: Actor, paper: OpinionPaper, told: dict[str, object]) -> bytes:
        """The entry says which forms left the desk, and which head stands on them."""
        drawn, head = self._drawer.draw(paper), on_paper(Head(paper.entries, paper.head))
        with self._open.writing() as uow:
            what = {"year": paper.year, "head": head, **told}
            uow.journal.append(actor, DRAW, str(paper.year), what, dated=True)
            uow.commit()
        return drawn

    def _filled(self, actor: Actor, year: int, number: int | None) -> OpinionPaper:
        rows = [each for each in self.rows(year) if number in (None, each.number)]
        if not rows:
            raise OpinionChanged(None)
        return self._paper(actor, year, rows, "")

    def _blank(self, actor: Actor, year: int, code: str | None) -> OpinionPaper:
        asked = ""
        if code is not None:
            with self._open.reading() as uow:
                stay = _touch(uow, year, code)
            if stay is None:
                raise NoSuchPerson(code)
            asked = f"{stay.department}　{stay.name}"
        return self._paper(actor, year, (), asked)

    def _paper(
        self, actor: Actor, year: int, rows: tuple[OpinionRow, ...] | list[OpinionRow], asked: str
    ) -> OpinionPaper:
        with self._open.reading() as uow:
            desk, head = uow.office.identity(), uow.journal.head()
        return OpinionPaper(
            desk.office, desk.demo, year, self._clock(), actor.name, head.hash, head.entries, rows, asked
        )  # fmt: skip

    def _fit(self, year: int, wanted: Opinion) -> Opinion:
        words, giver = said(wanted.opinion, "opinion"), said(wanted.giver, "giver")
        voucher = said(wanted.voucher, "voucher")
        if not giver:
            raise GiverUnnamed
        if not words:
            raise OpinionEmpty
        if wanted.kind is Giver.FORMER_OFFICE and wanted.code is None:
            raise FormerOfficeOfNobody
        first, last = date(year, 1, 1), self._clock().date()
        if not first <= wanted.day <= last:
            raise OpinionDateWrong(wanted.day, first, last)
        return wanted._replace(giver=giver, opinion=words, voucher=voucher or None)


def _as_seen(uow: UnitOfWork, year: int, number: int, seen: int | None) -> OpinionRow:
    held = next(iter(uow.opinions.of_year(year, number)), None)
    if held is None or held.entry != seen:
        raise OpinionChanged(held)
    return held


def _touch(uow: UnitOfWork, year: int, code: str) -> Stay | None:
    """The person's latest stay that touches the year."""
    return _latest(uow, year).get(code)


def _latest(uow: UnitOfWork, year: int) -> Mapping[str, Stay]:
    return {each.stay.code: each.stay for each in uow.people.latest_stays(date(year, 1, 1), date(year, 12, 31))}


def _named(uow: UnitOfWork, year: int, rows: tuple[OpinionRow, ...]) -> tuple[OpinionRow, ...]:
    latest = _latest(uow, year) if any(each.opinion.code for each in rows) else {}
    found = ((row, latest.get(row.opinion.code or "")) for row in rows)
    return tuple(replace(row, about=stay.name, department=stay.department) if stay else row for row, stay in found)
