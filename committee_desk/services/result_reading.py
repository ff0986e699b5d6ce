"""Everybody's result within one transaction: what stands, how far it is, and why nobody can decide on somebody now."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from committee_desk.domain.calendar import WorkingCalendar, YearNotHeld
from committee_desk.domain.course import Stage
from committee_desk.domain.grade_list import GradeList, Listed
from committee_desk.domain.notice import affected, published
from committee_desk.domain.objections import OPEN, objection_label
from committee_desk.domain.proceedings import OPEN as OPEN_PROCEEDINGS
from committee_desk.domain.proceedings import ProceedingKind, proceeding_label
from committee_desk.domain.remedies import OPEN as OPEN_APPLICATIONS
from committee_desk.domain.remedies import Remedy, RemedyClock, clocks_of, remedies_of
from committee_desk.domain.results import Delivery, Opinion, Result, state_of
from committee_desk.domain.scores import Grade
from committee_desk.domain.sealing import CertificateKind
from committee_desk.services.application_rules import appeal_after_review
from committee_desk.services.certificate_rules import standing
from committee_desk.services.course_drift import drift_of
from committee_desk.services.course_moves import stage_of
from committee_desk.services.effect_publishing import said_so_far
from committee_desk.services.effect_reach import could_move, sharing
from committee_desk.services.locked_sheets import LockedSheet
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.publication_notice import approved_list, closed_notices, figures
from committee_desk.services.result_refusals import Bar, Barred
from committee_desk.services.result_views import AfterReview, ResultRow, ResultsView
from committee_desk.services.signing_rules import refused_since, steps_of


def view_of(uow: UnitOfWork, year: int) -> ResultsView:
    """Everybody on the list in force, or with a result; in the list's order."""
    stage, laid = stage_of(uow, year), approved_list(uow, year)
    rows = tuple(_Read(uow, year, laid).rows())
    return ResultsView(
        year,
        stage,
        rows,
        uow.results.decisions(year),
        laid.version if laid else 0,
        open_labels(uow, year),
        _to_seal_anew(uow, year, rows),
    )


def _to_seal_anew(uow: UnitOfWork, year: int, rows: Iterable[ResultRow]) -> tuple[str, ...]:
    """Who refused to sign after the sheet was sealed, in an office that still has a seal: its file says nothing of
    it."""
    refused = {
        (row.code, row.signature.version): row.name
        for row in rows
        if row.signature is not None and row.signature.opinion is Opinion.REFUSED
    }
    if not refused or standing(uow.certificates.all(), CertificateKind.SEAL) is None:
        return ()
    held, refusals = steps_of(uow, year), uow.results.refusals(year)
    return tuple(name for key, name in refused.items() if refused_since(held.get(key, ()), refusals.get(key, 0)))


def open_labels(uow: UnitOfWork, year: int) -> tuple[str, ...]:
    """The numbers of objections, proceedings and applications that are still owed a decision."""
    objections = (objection_label(year, each.number) for each in uow.objections.of_year(year) if each.state in OPEN)
    proceedings = (
        proceeding_label(year, each.number, each.kind)
        for each in uow.proceedings.of_year(year)
        if each.state in OPEN_PROCEEDINGS
    )
    applications = (each.label for each in uow.applications.of_year(year) if each.state in OPEN_APPLICATIONS)
    return (*objections, *proceedings, *applications)


class _Read:
    """What the rows are read from, each once; what only those need on whom nobody decided yet, when one is met."""

    def __init__(self, uow: UnitOfWork, year: int, laid: GradeList | None) -> None:
        self._uow, self._year, self._laid = uow, year, laid
        notices = closed_notices(uow, year, uow.publication.versions(year))
        self._published = published(notices)
        self._moved = affected(self._published, {each.code: each for each in figures(laid.people)}) if laid else ()
        self._closed = bool(notices)
        self._earlier = uow.results.of_year(year)
        self._results = _newest(self._earlier)
        self._deliveries = {(each.code, each.version): each for each in uow.results.deliveries(year)}
        self._signatures = {(each.code, each.version): each for each in uow.results.signatures(year)}
        self._entries = uow.results.entries(year)
        self._calendar = WorkingCalendar(uow.calendar.days())

    @cached_property
    def _drifted(self) -> frozenset[str]:
        return frozenset(each.code for each in drift_of(self._uow, self._year))

    @cached_property
    def _contradicted(self) -> Collection[str]:
        """Of whom the notice that was read last, hanging or closed, says something else than the list in force."""
        if not self._closed or self._laid is None or self._uow.course.stage(self._year) is not Stage.PUBLISHED:
            return self._moved
        told = published(said_so_far(self._uow, self._year))
        return affected(told, {each.code: each for each in figures(self._laid.people)})

    @cached_property
    def _in_the_way(self) -> Mapping[str, tuple[Bar, str]]:
        return _in_the_way(self._uow, self._year)

    def rows(self) -> Iterator[ResultRow]:
        listed = {each.code: each for each in self._laid.people} if self._laid else {}
        for person in listed.values():
            yield self._row(person)
        for code, result in self._results.items():
            if code not in listed:
                yield self._gone(code, result)

    def _row(self, person: Listed) -> ResultRow:
        code = person.code
        result = self._results.get(code)
        key = (code, result.version) if result else (code, 0)
        delivery, signature = self._deliveries.get(key), self._signatures.get(key)
        renewed = result is not None and self._differs(result, person)
        return ResultRow(
            code=code,
            name=person.name,
            department=person.department,
            category=person.category,
            grade=person.grade,
            published=self._grade(code),
            state=state_of(result, delivery, signature),
            barred=self._bar(person) if result is None or renewed else None,
            result=result,
            delivery=delivery,
            signature=signature,
            earlier=tuple(each for each in self._earlier if each.code == code and each != result),
            clocks=self._clocks(result, delivery, person.category),
            after_review=self._after_review(result, delivery),
            renewed=renewed,
            unpublished=result is not None and not renewed and code in self._contradicted,
            entry=self._entries.get(code, 0),
        )

    def _gone(self, code: str, result: Result) -> ResultRow:
        """Who has a result and stands on the list no more."""
        sheet = LockedSheet.from_json(result.sheet).sheet
        key = (code, result.version)
        delivery, signature = self._deliveries.get(key), self._signatures.get(key)
        return ResultRow(
            code, sheet.person.name, sheet.person.department, str(sheet.category), None, self._grade(code),
            state_of(result, delivery, signature), None, result, delivery, signature,
            tuple(each for each in self._earlier if each.code == code and each != result),
            self._clocks(result, delivery, sheet.category), self._after_review(result, delivery),
            entry=self._entries.get(code, 0),
        )  # fmt: skip

    def _differs(self, result: Result, person: Listed) -> bool:
        """Whether the list in force says another grade, total, rank or indicator than the result's sheet."""
        if self._laid is None or result.list_version == self._laid.version:
            return False
        locked = LockedSheet.from_json(result.sheet)
        figures = {
            line.indicator: line.figure
            for part in locked.sheet.parts
            for line in part.indicators
            if line.figure is not None and line.applies
        }
        held = (result.grade, locked.sheet.total, locked.sheet.rank, figures)
        return held != (person.grade, person.total, person.rank, dict(person.indicators))

    def _grade(self, code: str) -> Grade | None:
        told = self._published.get(code)
        return Grade(told.grade) if told is not None and told.grade else None

    def _bar(self, person: Listed) -> Barred | None:
        def barred(bar: Bar, label: str = "") -> Barred:
            return Barred(person.code, person.name, bar, label)

        if not self._closed or self._grade(person.code) is not person.grade:
            return barred(Bar.UNPUBLISHED)
        if person.code in self._moved:  # score or rank count as far as the notice showed them
            return barred(Bar.FIGURES)
        if person.code in self._contradicted:
            return barred(Bar.UNPUBLISHED)
        if person.code in self._in_the_way:
            return barred(*self._in_the_way[person.code])
        return barred(Bar.DRIFT) if person.code in self._drifted else None

    def _clocks(self, result: Result | None, delivery: Delivery | None, category: str) -> tuple[RemedyClock, ...]:
        if result is None or delivery is None:
            return ()
        try:
            return clocks_of(result.grade, delivery.known, self._calendar, category=category)
        except YearNotHeld:
            return ()

    def _after_review(self, result: Result | None, delivery: Delivery | None) -> AfterReview | None:
        """How much longer than the notice says 申诉 is open, since a 复核 was answered."""
        if result is None or delivery is None or Remedy.APPEAL not in remedies_of(result.grade):
            return None
        named = max((each.last_day for each in delivery.remedies if each.remedy is Remedy.APPEAL), default=date.min)
        try:
            return appeal_after_review(self._uow, self._year, result, named, self._calendar)
        except YearNotHeld:
            return None


def _newest(results: tuple[Result, ...]) -> Mapping[str, Result]:
    return {each.code: each for each in results}


def _in_the_way(uow: UnitOfWork, year: int) -> Mapping[str, tuple[Bar, str]]:
    """Whom something open is by or about, or could move: its number. What is nearest to the person counts first."""
    open_ones = [each for each in uow.proceedings.of_year(year) if each.open]
    re_reviewed = {each.source for each in open_ones if each.kind is ProceedingKind.OBJECTION}
    found: dict[str, tuple[Bar, str]] = {}
    movable: list[tuple[frozenset[str], str]] = []
    for objection in uow.objections.of_year(year):
        if objection.state in OPEN:
            label = objection_label(year, objection.number)
            about = {code for code in (objection.code, objection.other) if code}
            found |= {code: (Bar.OBJECTION, label) for code in about if code not in found}
            if objection.number not in re_reviewed:
                movable += [(sharing(uow, year, code), label) for code in sorted(about)]
    for proceeding in open_ones:
        label = proceeding_label(year, proceeding.number, proceeding.kind)
        for code in (proceeding.code, proceeding.about):
            found.setdefault(code, (Bar.PROCEEDING, label))
        movable.append((could_move(uow, year, proceeding.number), label))
    for codes, label in movable:
        for code in codes:
            found.setdefault(code, (Bar.MOVABLE, label))
    return found
