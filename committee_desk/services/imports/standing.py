"""加减分, 领导评价, 测评票, 处分, 请假, 节假日: everything about a person beside stays and cases, and the calendar."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, ClassVar

from committee_desk.domain.calendar import CalendarDay, DayKind, WorkingCalendar
from committee_desk.domain.events import Event
from committee_desk.domain.papers import papers_in
from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass, BallotMark, LeaderMark
from committee_desk.domain.standing import Leave, Sanction
from committee_desk.services.imports import cells
from committee_desk.services.imports.batch import (
    Batch,
    Held,
    Known,
    Subject,
    check_codes,
    check_names,
    check_order,
    keys_of,
)
from committee_desk.services.imports.grid import Field, Grid
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.ledgers import LedgersOfPeople, Meant
from committee_desk.services.imports.problems import Doubt, Why
from committee_desk.services.imports.table import Cell

ABSTAINED = "弃权"
_mark = cells.within(0, 100)


class Events(Subject):
    """Points given or taken, under one of the scheme's ledger indicators."""

    kind: ClassVar = Kind.EVENTS
    fact: ClassVar = Event
    key: ClassVar = ("code", "indicator", "day", "voucher", "reason")

    def fields(self, known: Known) -> tuple[Field, ...]:
        """The columns; an indicator may be given by id or by name."""
        return (
            Field("工号", "code", cells.code, needed=True),
            Field("指标", "indicator", LedgersOfPeople(known).read, needed=True),
            Field("日期", "day", cells.day, needed=True),
            Field("分值", "points", cells.number, needed=True),
            Field("事由", "reason", cells.text, needed=True),
            Field("凭证号", "voucher", cells.code, needed=True),
            Field("审批人", "approver", cells.text),
            Field("姓名", None, cells.name),
        )

    def columns(self, grid: Grid, known: Known) -> dict[str, list[Any]]:
        """Every column's values, each indicator as the ledger of its person's category."""
        read = super().columns(grid, known)
        ledgers = LedgersOfPeople(known)
        rows = zip(read["indicator"], read["code"], read["day"], strict=True)
        for index, (meant, code, day) in enumerate(rows):
            if type(meant) is dict and type(code) is str and type(day) is date:
                found = read["indicator"][index] = ledgers.of(meant, code, day)
                if (passed := ledgers.elsewhere(meant, code, day)) is not None:
                    self._doubt_ledger(grid, index, ledgers, meant, passed)
                if type(found) is cells.Bad:
                    grid.complain(index, "指标", found.why, **dict(found.facts))
        return read

    @staticmethod
    def _doubt_ledger(grid: Grid, index: int, ledgers: LedgersOfPeople, meant: Meant, passed: Category) -> None:
        name = ledgers.name_of(meant[Category.PROSECUTOR])
        grid.doubt(index, "指标", Doubt.PROSECUTORS_LEDGER, name=name, category=str(passed), meant=meant[passed])

    def check_rows(self, grid: Grid, columns: Mapping[str, list[Any]], known: Known) -> None:
        """People whom the desk knows; approved by somebody."""
        check_codes(grid, columns["code"], "工号", known)
        check_names(grid, columns["code"], columns["姓名"], "姓名", known)
        unapproved = [index for index, approver in enumerate(columns["approver"]) if approver is None]
        if unapproved:
            grid.doubt(unapproved[0], "审批人", Doubt.NOT_APPROVED, count=len(unapproved))

    def check_together(self, batch: Batch, held: list[Held], known: Known) -> None:  # noqa: ARG002 - every kind's signature
        """The same paper or topic claimed twice, here or on the desk, is odd (防止“学术造假”)."""
        claims: dict[str, set[int]] = defaultdict(set)
        for index, event in enumerate(batch.facts):
            for title in _titles(event.reason):
                claims[title].add(index)
        if claims:
            held_before = _claimed_before(self, batch, held)
            for title, indexes in claims.items():
                _doubt_claims(batch, title, indexes, held_before[title])


def _titles(reason: str) -> Iterable[str]:
    """The papers that a reason names; where one appeared is none."""
    return (paper.title for paper in papers_in(reason))


def _claimed_before(subject: Subject, batch: Batch, held: list[Held]) -> dict[str, set[str]]:
    """Whose events on the desk name each work."""
    mine, claimed = set(batch.keys), defaultdict(set)
    for each, key in zip(held, keys_of(subject, [each.fact for each in held]), strict=True):
        if key not in mine:
            for title in _titles(each.fact.reason):
                claimed[title].add(each.fact.code)
    return claimed


def _doubt_claims(batch: Batch, title: str, indexes: set[int], codes: set[str]) -> None:
    if len(indexes) + len(codes) < 2:
        return
    for index in sorted(indexes):
        rows = tuple(batch.row(each) for each in sorted(indexes) if each != index)
        batch.grid.doubt(batch.at[index], "事由", Doubt.SAME_WORK, title=title, rows=rows, codes=tuple(sorted(codes)))


class LeaderRatings(Subject):
    """A leader's mark for a person."""

    kind: ClassVar = Kind.LEADER_RATINGS
    fact: ClassVar = LeaderMark
    key: ClassVar = ("code", "rater")

    def fields(self, known: Known) -> tuple[Field, ...]:  # noqa: ARG002 - the same in every year
        """The columns."""
        return (
            Field("被评价人工号", "code", cells.code, needed=True),
            Field("评价人", "rater", cells.name, needed=True),
            Field("得分", "mark", _mark, needed=True),
        )

    def check_rows(self, grid: Grid, columns: Mapping[str, list[Any]], known: Known) -> None:
        """People whom the desk knows; nobody rates himself or a relative."""
        codes, raters = columns["code"], columns["rater"]
        names = {code: person.names for code, person in known.people.items()}
        check_codes(grid, codes, "被评价人工号", known)
        for index, (code, rater) in enumerate(zip(codes, raters, strict=True)):
            person = known.people.get(code) if type(code) is str else None
            if person is not None and (rater == code or rater in person.names):
                grid.doubt(index, "评价人", Doubt.RATES_HIMSELF, code=code)
            elif person is not None and type(rater) is str:
                kinship = known.kin.of_name(rater, code, names)
                if kinship is not None:
                    grid.doubt(index, "评价人", Doubt.RATES_RELATIVE, code=code, kinship=kinship)


class Ballots(Subject):
    """Lines of slips. What is stored of them knows neither row nor order."""

    kind: ClassVar = Kind.BALLOTS
    fact: ClassVar = BallotMark
    key: ClassVar = ("slip", "code")

    def fields(self, known: Known) -> tuple[Field, ...]:  # noqa: ARG002 - the same in every year
        """The columns."""
        return (
            Field("票号", "slip", cells.code, needed=True),
            Field("票类", "ballot_class", _ballot_class, needed=True),
            Field("被测评人工号", "code", cells.code, needed=True),
            Field("得分", "mark", _ballot_mark, needed=True),
        )

    def check_rows(self, grid: Grid, columns: Mapping[str, list[Any]], known: Known) -> None:
        """People whom the desk knows."""
        check_codes(grid, columns["code"], "被测评人工号", known)

    def check_together(self, batch: Batch, held: list[Held], known: Known) -> None:  # noqa: ARG002 - every kind's signature
        """A slip is of one class on all its lines: else it would count in two."""
        first: dict[str, int] = {}
        for index, each in enumerate(batch.facts):
            at = first.setdefault(each.slip, index)
            if (other := batch.facts[at]).ballot_class is not each.ballot_class:
                told = {"other": other.ballot_class, "other_row": batch.row(at)}
                batch.complain(index, "票类", Why.TWO_VALUES, **told)


class Sanctions(Subject):
    """Decisions about a person, and open investigations."""

    kind: ClassVar = Kind.SANCTIONS
    fact: ClassVar = Sanction
    key: ClassVar = ("code", "document")

    def fields(self, known: Known) -> tuple[Field, ...]:
        """The columns."""
        return (
            Field("工号", "code", cells.code, needed=True),
            Field("种类", "kind", cells.one_of(*known.scheme.sanction_kinds), needed=True),
            Field("决定文号", "document", cells.code, needed=True),
            Field("决定日期", "decided", cells.day, needed=True),
            Field("结案日期", "closed", cells.day),
            Field("期限(年)", "term", cells.whole(1, 2)),
            Field("说明", "note", cells.text),
        )

    def check_rows(self, grid: Grid, columns: Mapping[str, list[Any]], known: Known) -> None:
        """People whom the desk knows; closed no earlier than decided."""
        check_codes(grid, columns["code"], "工号", known)
        check_order(grid, columns["decided"], columns["closed"], "决定日期", "结案日期")


class Leaves(Subject):
    """Leave; days may overlap, and are counted once."""

    kind: ClassVar = Kind.LEAVE
    fact: ClassVar = Leave
    key: ClassVar = ("code", "kind", "since")

    def fields(self, known: Known) -> tuple[Field, ...]:  # noqa: ARG002 - the same in every year
        """The columns."""
        return (
            Field("工号", "code", cells.code, needed=True),
            Field("种类", "kind", cells.name, needed=True),
            Field("起", "since", cells.day, needed=True),
            Field("止", "until", cells.day, needed=True),
        )

    def check_rows(self, grid: Grid, columns: Mapping[str, list[Any]], known: Known) -> None:
        """People whom the desk knows; no end before its beginning."""
        check_codes(grid, columns["code"], "工号", known)
        check_order(grid, columns["since"], columns["until"], "起", "止")


class Calendar(Subject):
    """Days off and days made up, by the State Council's notice."""

    kind: ClassVar = Kind.CALENDAR
    fact: ClassVar = CalendarDay
    key: ClassVar = ("day",)

    def fields(self, known: Known) -> tuple[Field, ...]:  # noqa: ARG002 - the same in every year
        """The columns."""
        return (
            Field("日期", "day", cells.day, needed=True),
            Field("类型", "kind", _day_kind, needed=True),
            Field("名称", "name", cells.text),
            Field("文号", "document", cells.code, needed=True),
        )

    def check_together(self, batch: Batch, held: list[Held], known: Known) -> None:  # noqa: ARG002 - every kind's signature
        """A year's list that is not the whole notice is odd, with what the desk has of it already."""
        listed = {each.fact.day: each.fact for each in held} | {each.day: each for each in batch.facts}
        calendar = WorkingCalendar(listed.values())
        first = {each.day.year: index for index, each in reversed(list(enumerate(batch.facts)))}
        for year, index in sorted(first.items()):
            missing = calendar.missing(year)
            if missing:
                facts = {"year": year, "missing": missing, "held": calendar.holds(year)}
                batch.grid.doubt(batch.at[index], "日期", Doubt.NOTICE_INCOMPLETE, **facts)


def _ballot_class(cell: Cell) -> BallotClass | cells.Bad:
    shown = cells.word(cell).upper().removesuffix("票")
    if shown in BallotClass.__members__:
        return BallotClass(shown)
    return cells.Bad(Why.NOT_ONE_OF, (("known", tuple(BallotClass)),))


def _ballot_mark(cell: Cell) -> Any:  # noqa: ANN401 - a number, None for 弃权, or Bad
    return None if cells.word(cell) == ABSTAINED else _mark(cell)


def _day_kind(cell: Cell) -> DayKind | cells.Bad:
    found = cells.one_of(*DayKind)(cell)
    return found if isinstance(found, cells.Bad) else DayKind(found)
