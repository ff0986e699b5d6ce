"""Results (决定与送达): the 院党组 decides, the notice is served, the person signs, the year is archived."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from committee_desk.domain.course import Move, Stage
from committee_desk.domain.errors import DeskError
from committee_desk.domain.grade_list import GradeList
from committee_desk.domain.names import same_number
from committee_desk.domain.publication import CHINA
from committee_desk.domain.results import (
    NamedRemedy,
    PartyDecision,
    Result,
    ResultState,
)
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.course_moves import advance, require
from committee_desk.services.on_paper import MissingGlyphs, on_paper
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.publication_notice import approved_list
from committee_desk.services.publication_refusals import DayNotConfirmed
from committee_desk.services.result_archiving import require_archivable
from committee_desk.services.result_notices import category_of, named_remedies
from committee_desk.services.result_reading import view_of
from committee_desk.services.result_refusals import (
    Dated,
    DecisionIncomplete,
    Missing,
    NobodyDecided,
    OldVersion,
    ResultChanged,
    ResultStands,
    SameDocument,
)
from committee_desk.services.result_rules import (
    closed_on,
    decided_day,
    decided_on,
    nothing_decided,
    require_day,
    require_within_places,
)
from committee_desk.services.result_serving import delivery_of, serving_faults
from committee_desk.services.result_sheets import BasisOf, locked_sheets
from committee_desk.services.result_signing import signature_of, signing_faults
from committee_desk.services.result_views import Decided, ResultRow, ResultsView, Served, Signed
from committee_desk.services.seat import Seat, allowed

if TYPE_CHECKING:
    from committee_desk.services.second import Second, Witnessing

DECIDE, SERVE, SIGN = "result.decide", "result.serve", "result.sign"


class ResultsDesk:
    """Records what the 院党组 decided, and how it came to everybody."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it rests on, and who guards it
        self,
        open_work: OpenUnitOfWork,
        clock: Clock,
        basis: BasisOf,
        seat: Seat,
        witnessing: "Witnessing",
        keep_a_copy: Callable[[], None],
        missing: MissingGlyphs,
    ) -> None:
        self._open, self._clock, self._basis = open_work, clock, basis
        self._seat, self._witnessing, self._keep_a_copy, self._missing = seat, witnessing, keep_a_copy, missing

    @allowed(Right.SEE_GRADING)
    def view(self, year: int) -> ResultsView:
        """Everybody's result, how far it is, and why nobody can decide on somebody now."""
        with self._open.reading() as uow:
            return view_of(uow, year)

    @allowed(Right.SEE_GRADING)
    def remedies(self, year: int, code: str, known: date) -> tuple[NamedRemedy, ...]:
        """What the notice would name to somebody who knows of the result since that day: each remedy and its last day.

        ResultDayWrong for a day before the decision or to come, YearNotHeld where the holidays of a last day's year
        are not on the desk.
        """
        with self._open.reading() as uow:
            held = [each for each in uow.results.of_year(year) if each.code == code]
            if not held:
                raise nothing_decided(uow, year, code)
            require_day(Dated.KNOWN, known, decided_day(uow, year, held[-1]), self._today())
            return named_remedies(uow, held[-1].grade, known, category_of(held[-1]))

    # -- the decision ----------------------------------------------------------------------------------------------

    @allowed(Right.DECIDE_RESULTS)
    @on_paper
    def decide(self, actor: Actor, year: int, wanted: Decided, shown_day: date, second: "Second | None") -> Change:
        """Record a decision of the 院党组 on these people: their results are laid down with their locked sheets.

        NotDecidable names everybody on whom nobody can decide now, and why. An act for two; `shown_day` is today's
        date as both saw it.
        """
        with self._open.reading() as uow:
            self._to_decide(uow, year, wanted, shown_day)
        authority = self._witnessing.confirm(second, DECIDE, actor=actor)
        with self._open.writing() as uow:
            laid, rows, document = self._to_decide(uow, year, wanted, shown_day)
            number = max((each.number for each in uow.results.decisions(year)), default=0) + 1
            grades = tuple((row.code, row.grade) for row in rows)
            decision = PartyDecision(number, wanted.day, document, laid.version, grades, said(wanted.note))
            before = {row.code: row.result for row in rows if row.result is not None}
            why = said(wanted.why)
            locked = locked_sheets(uow, laid, decision.codes, decision, before, why, self._basis)
            marks = {code: sheet.fingerprint() for code, sheet in locked.items()}
            what = {**decision._asdict(), "sheets": marks}
            entry = uow.journal.append(actor, DECIDE, str(year), what, why=why or None, authority=authority, dated=True)
            uow.results.put_decision(entry, year, decision)
            for code, sheet in locked.items():
                result = Result(
                    code, sheet.version, sheet.grade, number, laid.version, sheet.to_json(), marks[code],
                    sheet.replaces, sheet.why,
                )  # fmt: skip
                uow.results.put_result(entry, year, result)
            self._keep_a_copy()
            uow.commit()
        return Change.of(Topic.RESULTS, Topic.PRINTS, entry=entry)

    def _to_decide(
        self, uow: UnitOfWork, year: int, wanted: Decided, shown_day: date
    ) -> tuple[GradeList, tuple[ResultRow, ...], str]:
        view, now = view_of(uow, year), self._clock()
        uow.journal.refuse_clock_behind(now)
        rows = decided_on(view, year, wanted.codes)
        document = said(wanted.document, "document")
        if not document:
            raise DecisionIncomplete(Missing.DOCUMENT)
        if any(same_number(each.document, document) for each in view.decisions):
            raise SameDocument(document)
        if any(row.renewed for row in rows) and not said(wanted.why):
            raise DecisionIncomplete(Missing.REASON)
        today = now.astimezone(CHINA).date()
        require_day(Dated.DECIDED, wanted.day, closed_on(uow, year, wanted.codes), today)
        if shown_day != today:
            raise DayNotConfirmed(shown_day, today)
        laid = approved_list(uow, year)
        if laid is None:
            raise NobodyDecided
        require_within_places(view, laid, rows)
        return laid, rows, document

    # -- the notice ------------------------------------------------------------------------------------------------

    @allowed(Right.SERVE_RESULTS)
    @on_paper
    def serve(  # noqa: PLR0913, PLR0917 - whose notice, how it was served, by what its caller saw
        self, actor: Actor, year: int, code: str, version: int, wanted: Served, seen: int
    ) -> Change:
        """Record that the notice (结果通知书) was served; the days of the remedies count from when the person knew."""
        with self._open.writing() as uow:
            row, _ = self._standing(uow, year, code, version, seen)
            if row.delivery is not None:
                raise ResultStands(row.name, row.state)
            delivery = delivery_of(uow, year, row, wanted, self._today())
            what = {"version": version, **delivery._asdict()}
            entry = uow.journal.append(actor, SERVE, code, {"year": year, **what}, dated=True)
            uow.results.put_delivery(entry, year, delivery)
            uow.commit()
        return Change.of(Topic.RESULTS, entry=entry)

    @allowed(Right.SERVE_RESULTS)
    def serving_faults(self, year: int, code: str, version: int, wanted: Served) -> tuple[DeskError, ...]:
        """All at once why `serve` would refuse it as typed; empty where it would not, or the version is another now."""
        with self._open.reading() as uow:
            row = view_of(uow, year).row(code)
            if row is None or row.result is None or row.result.version != version:
                return ()
            return serving_faults(uow, year, row, wanted, self._today())

    # -- the signature ---------------------------------------------------------------------------------------------

    @allowed(Right.SERVE_RESULTS)
    @on_paper
    def sign(  # noqa: PLR0913, PLR0917 - as above
        self, actor: Actor, year: int, code: str, version: int, wanted: Signed, seen: int
    ) -> Change:
        """Record what the person signed, or that the signature was refused before two witnesses.

        Who refuses when the notice is handed over has it served all the same (domain rules, row 40). A version that
        corrects an archived year is put away with its signature.
        """
        with self._open.writing() as uow:
            row, result = self._standing(uow, year, code, version, seen)
            if row.signature is not None:
                raise ResultStands(row.name, row.state)
            signature, served = signature_of(uow, year, row, wanted, actor.name, self._today())
            what: dict[str, object] = {"year": year, **signature._asdict()}
            if served is not None:
                what["served"] = served
            put_away = self._today() if uow.course.stage(year) is Stage.ARCHIVED else None
            if put_away is not None:
                what["archived"] = put_away
            entry = uow.journal.append(actor, SIGN, code, what, dated=True)
            if served is not None:
                uow.results.put_delivery(entry, year, served)
            uow.results.put_signature(entry, year, signature)
            if put_away is not None:
                uow.results.put_result(entry, year, result._replace(archived=put_away))
            uow.commit()
        return Change.of(Topic.RESULTS, entry=entry)

    @allowed(Right.SERVE_RESULTS)
    def signing_faults(self, actor: Actor, year: int, code: str, version: int, wanted: Signed) -> tuple[DeskError, ...]:
        """All at once why `sign` would refuse it as typed; empty where it would not, or the version is another now."""
        with self._open.reading() as uow:
            row = view_of(uow, year).row(code)
            if row is None or row.result is None or row.result.version != version:
                return ()
            return signing_faults(uow, year, row, wanted, actor.name, self._today())

    # -- the archive -----------------------------------------------------------------------------------------------

    @allowed(Right.DECIDE_RESULTS)
    def archive(self, actor: Actor, year: int, shown_day: date, second: "Second | None") -> Change:
        """Close the year's file: everybody is decided, served and signed, and nothing is open. An act for two."""
        with self._open.reading() as uow:
            self._to_archive(uow, year, shown_day)
        authority = self._witnessing.confirm(second, Move.ARCHIVE.verb, actor=actor)
        with self._open.writing() as uow:
            view = self._to_archive(uow, year, shown_day)
            today = self._today()
            what = {"results": len(view.rows), "day": today}
            entry = uow.journal.append(actor, Move.ARCHIVE.verb, str(year), what, authority=authority, dated=True)
            uow.results.archive(entry, year, today)
            advance(uow, entry, year, Move.ARCHIVE)
            self._keep_a_copy()
            uow.commit()
        return Change.of(Topic.RESULTS, Topic.COURSE, entry=entry)

    def _to_archive(self, uow: UnitOfWork, year: int, shown_day: date) -> ResultsView:
        require(uow, year, Move.ARCHIVE)
        uow.journal.refuse_clock_behind(self._clock())
        view = view_of(uow, year)
        require_archivable(view)
        if shown_day != self._today():
            raise DayNotConfirmed(shown_day, self._today())
        return view

    # -- what all of them ask --------------------------------------------------------------------------------------

    def _standing(self, uow: UnitOfWork, year: int, code: str, version: int, seen: int) -> tuple[ResultRow, Result]:
        """The person's line and the result that stands; refused on another version, or one that moved since."""
        uow.journal.refuse_clock_behind(self._clock())
        row = view_of(uow, year).row(code)
        if row is None or row.result is None:
            raise nothing_decided(uow, year, code)
        if row.result.version != version:
            raise OldVersion(row.name, version, row.result.version)
        if row.state is ResultState.ARCHIVED:
            raise ResultStands(row.name, row.state)
        if row.entry != seen:
            raise ResultChanged(row.name)
        return row, row.result

    def _today(self) -> date:
        return self._clock().astimezone(CHINA).date()
