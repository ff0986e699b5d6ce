"""The papers of results: the final sheet, form 15 with 送达回证, form 5, 复核材料, 告知书, and the registers.

What is handed out is journalled; a preview shows the very same paper and leaves no trace.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from committee_desk.domain.publication import CHINA
from committee_desk.domain.roles import Right
from committee_desk.services.actor import Actor
from committee_desk.services.decision_papers import decision_paper
from committee_desk.services.final_sheets import FinalSheets
from committee_desk.services.informing_papers import informing_paper
from committee_desk.services.journal_views import on_paper
from committee_desk.services.notice_papers import notice_papers, result_lines
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.result_paper_views import (
    MaterialPaper,
    NoticePaper,
    ResultDrawer,
    ResultRegister,
    ReviewRegister,
)
from committee_desk.services.review_material import material_paper
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.views import Head

if TYPE_CHECKING:
    from committee_desk.services.applications import ApplicationsDesk
    from committee_desk.services.effects import EffectsDesk
    from committee_desk.services.proceedings import ProceedingsDesk

NOTICE, SHEET, PAPER = "result.notice", "result.sheet", "proceeding.paper"
RESULTS, REVIEWS = "result.draw", "proceeding.draw"
"""The registers."""


class ResultPapers:
    """Draws what a result or a re-review is told by."""

    def __init__(  # noqa: PLR0913, PLR0917 - what reads and draws
        self,
        open_work: OpenUnitOfWork,
        clock: Clock,
        drawer: ResultDrawer,
        proceedings: "Callable[[], ProceedingsDesk]",
        effects: "Callable[[], EffectsDesk]",
        applications: "Callable[[], ApplicationsDesk]",
        final: FinalSheets,
        seat: Seat,
    ) -> None:
        self._open, self._clock, self._drawer, self._seat = open_work, clock, drawer, seat
        self._proceedings, self._effects, self._applications = proceedings, effects, applications
        self._final = final

    # -- form 15 ---------------------------------------------------------------------------------------------------

    @allowed(Right.SEE_GRADING)
    def preview_notice(
        self, actor: Actor, year: int, code: str, version: int | None = None, day: date | None = None
    ) -> bytes:
        """The very notice that `notice` would give, without a trace in the journal."""
        return self._drawer.notices(self._notices(actor, year, [code], version, day))

    @allowed(Right.SEE_GRADING)
    def preview_notices(self, actor: Actor, year: int, codes: Sequence[str], day: date | None = None) -> bytes:
        """The very paper that `notices` would give, without a trace in the journal."""
        return self._drawer.notices(self._notices(actor, year, codes, None, day))

    @allowed(Right.SERVE_RESULTS)
    def notice(self, actor: Actor, year: int, code: str, version: int | None = None, day: date | None = None) -> bytes:
        """结果通知书 of a person's newest result, or of that version, with its 送达回证; journalled.

        Before it is served the last days of the remedies are counted as if it were served on `day` (today), and the
        paper says so. NothingDecided where the 院党组 has not decided on the person.
        """
        return self._handed_over(actor, year, self._notices(actor, year, [code], version, day))

    @allowed(Right.SERVE_RESULTS)
    def notices(self, actor: Actor, year: int, codes: Sequence[str], day: date | None = None) -> bytes:
        """The notices of these people one after the other, each with its 送达回证; journalled for each."""
        return self._handed_over(actor, year, self._notices(actor, year, codes, None, day))

    def _notices(
        self, actor: Actor, year: int, codes: Sequence[str], version: int | None, day: date | None
    ) -> tuple[NoticePaper, ...]:
        with self._open.reading() as uow:
            served = day or self._clock().astimezone(CHINA).date()
            return notice_papers(uow, year, codes, self._stamp(uow, actor), served, version)

    def _handed_over(self, actor: Actor, year: int, papers: tuple[NoticePaper, ...]) -> bytes:
        drawn = self._drawer.notices(papers)
        with self._open.writing() as uow:
            head = on_paper(uow.journal.head())
            for each in papers:
                what = {"year": year, "version": each.version, "notice": each.label, "head": head}
                uow.journal.append(actor, NOTICE, each.to.code, what, dated=True)
            uow.commit()
        return drawn

    # -- form 1 as it was decided --------------------------------------------------------------------------------------

    @allowed(Right.SEE_SCORES)
    def preview_sheet(self, _actor: Actor, year: int, code: str) -> bytes:
        """The very sheet that `sheet` would give, without a trace in the journal."""
        return self._final.sheet(year, code).pdf

    @allowed(Right.PRINT_SHEETS)
    def sheet(self, actor: Actor, year: int, code: str) -> bytes:
        """The final sheet (form 1) of a person's newest result, drawn from its locked data; journalled."""
        found = self._final.sheet(year, code)
        with self._open.writing() as uow:
            what = {"year": year, "version": found.ready.version, "head": on_paper(uow.journal.head())}
            uow.journal.append(actor, SHEET, code, what, dated=True)
            uow.commit()
        return found.pdf

    # -- form 5 and what goes with it --------------------------------------------------------------------------------

    @allowed(Right.SEE_OBJECTIONS)
    def preview_decision(self, actor: Actor, year: int, number: int) -> bytes:
        """The very paper that `decision` would give, without a trace in the journal."""
        with self._open.reading() as uow:
            return self._drawer.decision(decision_paper(uow, year, number, self._stamp(uow, actor)))

    @allowed(Right.REREVIEW)
    def decision(self, actor: Actor, year: int, number: int) -> bytes:
        """复核决定书 or 更正决定书 of a decided proceeding, with its 送达回证; journalled. NotDecidedYet before."""
        drawn = self.preview_decision(actor, year, number)
        return self._handed_out(actor, year, number, "decision", drawn)

    @allowed(Right.SEE_OBJECTIONS)
    def preview_material(self, actor: Actor, year: int, number: int) -> bytes:
        """The very paper that `material` would give, without a trace in the journal."""
        return self._drawer.material(self._material(actor, year, number))

    @allowed(Right.REREVIEW)
    def material(self, actor: Actor, year: int, number: int) -> bytes:
        """复核材料 for the committee: facts, changes, what they do to everybody by name; journalled.

        Until the motion is laid it shows what the changes found so far would do, and is marked 未定稿.
        """
        drawn = self.preview_material(actor, year, number)
        return self._handed_out(actor, year, number, "material", drawn)

    def _material(self, actor: Actor, year: int, number: int) -> MaterialPaper:
        held = self._proceedings().card(year, number).row.held
        foreseen = self._effects().preview(year, number) if held.open and held.changes and not held.effects else None
        with self._open.reading() as uow:
            return material_paper(uow, year, number, self._stamp(uow, actor), self._clock(), foreseen)

    @allowed(Right.SEE_OBJECTIONS)
    def preview_informing(self, actor: Actor, year: int, number: int, code: str) -> bytes:
        """The very paper that `informing` would give, without a trace in the journal."""
        with self._open.reading() as uow:
            paper = informing_paper(uow, year, number, code, self._stamp(uow, actor), self._clock())
        return self._drawer.informing(paper)

    @allowed(Right.REREVIEW)
    def informing(self, actor: Actor, year: int, number: int, code: str) -> bytes:
        """告知书 to somebody whose figures the decision moved; journalled. NobodyToTell for whom it did not move."""
        drawn = self.preview_informing(actor, year, number, code)
        return self._handed_out(actor, year, number, "informing", drawn, code)

    def _handed_out(  # noqa: PLR0913, PLR0917 - which paper of which proceeding to whom
        self, actor: Actor, year: int, number: int, paper: str, drawn: bytes, code: str = ""
    ) -> bytes:
        with self._open.writing() as uow:
            held = uow.proceedings.get(year, number)
            label = held.label if held is not None else str(number)
            what = {"year": year, "paper": paper, "head": on_paper(uow.journal.head())}
            uow.journal.append(actor, PAPER, label, what | ({"code": code} if code else {}), dated=True)
            uow.commit()
        return drawn

    # -- registers ---------------------------------------------------------------------------------------------------

    @allowed(Right.SEE_OBJECTIONS)
    def preview_review_register(self, actor: Actor, year: int) -> bytes:
        """The very 复核申诉台账 that `review_register` would give, without a trace in the journal."""
        return self._drawer.reviews(self._reviews(actor, year))

    @allowed(Right.SEE_OBJECTIONS)
    def review_register(self, actor: Actor, year: int) -> bytes:
        """复核申诉台账 of the year: applications, proceedings, and who was told of what; journalled."""
        paper = self._reviews(actor, year)
        return self._registered(actor, REVIEWS, paper, self._drawer.reviews(paper))

    def _reviews(self, actor: Actor, year: int) -> ReviewRegister:
        applications, proceedings = self._applications().rows(year), self._proceedings().rows(year)
        informings = self._effects().informings(year)
        with self._open.reading() as uow:
            stamp = self._stamp(uow, actor)
        return ReviewRegister(stamp, year, applications, proceedings, informings)

    @allowed(Right.SEE_GRADING)
    def preview_result_register(self, actor: Actor, year: int) -> bytes:
        """The very 决定与送达台账 that `result_register` would give, without a trace in the journal."""
        return self._drawer.results(self._results(actor, year))

    @allowed(Right.SEE_GRADING)
    def result_register(self, actor: Actor, year: int) -> bytes:
        """决定与送达台账 of the year: every version of every result with its decision and notice; journalled."""
        paper = self._results(actor, year)
        return self._registered(actor, RESULTS, paper, self._drawer.results(paper))

    def _results(self, actor: Actor, year: int) -> ResultRegister:
        with self._open.reading() as uow:
            return ResultRegister(self._stamp(uow, actor), year, result_lines(uow, year))

    def _registered(self, actor: Actor, verb: str, paper: ReviewRegister | ResultRegister, drawn: bytes) -> bytes:
        """The entry says which head stands on the register that left the desk."""
        head = on_paper(Head(paper.stamp.entries, paper.stamp.head))
        with self._open.writing() as uow:
            uow.journal.append(actor, verb, str(paper.year), {"year": paper.year, "head": head}, dated=True)
            uow.commit()
        return drawn

    def _stamp(self, uow: UnitOfWork, actor: Actor) -> PublicationStamp:
        desk, head = uow.office.identity(), uow.journal.head()
        return PublicationStamp(desk.office, desk.demo, self._clock(), actor.name, head.hash, head.entries)
