"""The papers of the objection counter: form 4 with its receipt, 异议台账, 个人得分说明, the notice to the other person.

What is handed out is journalled; a preview shows the very same paper and leaves no trace.
"""

from typing import TYPE_CHECKING

from committee_desk.domain.notice import Receiving
from committee_desk.domain.roles import Right
from committee_desk.services.actor import Actor
from committee_desk.services.journal_views import on_paper
from committee_desk.services.marks import require_year
from committee_desk.services.masking import explained_without_reasons
from committee_desk.services.objection_notices import published_of
from committee_desk.services.objection_paper_views import FormPaper, ObjectionDrawer, OwnScorePaper, RegisterPaper
from committee_desk.services.objection_refusals import NobodyToInform
from committee_desk.services.objection_rules import people_of
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.ports import Clock, OpenUnitOfWork
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.views import Head

if TYPE_CHECKING:
    from committee_desk.services.objections import ObjectionsDesk
    from committee_desk.services.year_figures import YearFigures

DRAW = "objection.draw"


class ObjectionPapers:
    """Draws the papers of the counter."""

    def __init__(  # noqa: PLR0913, PLR0917 - what reads, scores and draws
        self,
        open_work: OpenUnitOfWork,
        clock: Clock,
        drawer: ObjectionDrawer,
        objections: "ObjectionsDesk",
        figures: "YearFigures",
        seat: Seat,
    ) -> None:
        self._open, self._clock, self._drawer, self._seat = open_work, clock, drawer, seat
        self._objections, self._figures = objections, figures

    @allowed(Right.SEE_OBJECTIONS)
    def preview_form(self, actor: Actor, year: int, number: int | None = None) -> bytes:
        """The very form that `form` would give, without a trace in the journal."""
        return self._drawer.form(self._form_of(actor, year, number))

    @allowed(Right.SEE_OBJECTIONS)
    def form(self, actor: Actor, year: int, number: int | None = None) -> bytes:
        """Form 4 of one objection with its receipt, or the blank for the counter, as PDF; journalled."""
        paper = self._form_of(actor, year, number)
        subject = paper.card.row.label if paper.card is not None else str(year)
        return self._handed_out(actor, year, subject, "form", paper.stamp, self._drawer.form(paper))

    @allowed(Right.SEE_OBJECTIONS)
    def preview_receipt(self, actor: Actor, year: int, number: int) -> bytes:
        """The very receipt that `receipt` would give, without a trace in the journal."""
        return self._drawer.receipt(self._form_of(actor, year, number))

    @allowed(Right.TAKE_OBJECTIONS)
    def receipt(self, actor: Actor, year: int, number: int) -> bytes:
        """The receipt (回执) to be handed out; journalled."""
        drawn = self._drawer.receipt(self._form_of(actor, year, number))
        held = self._objections.card(year, number).row.held
        what = {"year": year, "code": held.code, "minutes_late": held.minutes_late}
        with self._open.writing() as uow:
            uow.journal.append(actor, "objection.receipt", held.label, what, dated=True)
            uow.commit()
        return drawn

    @allowed(Right.SEE_OBJECTIONS)
    def preview_told(self, actor: Actor, year: int, number: int) -> bytes:
        """The very paper that `told` would give, without a trace in the journal."""
        return self._drawer.told(self._told_of(actor, year, number)[1])

    @allowed(Right.SEE_OBJECTIONS)
    def told(self, actor: Actor, year: int, number: int) -> bytes:
        """What the person is told whose result is objected to: nothing of who objects; journalled."""
        label, paper = self._told_of(actor, year, number)
        return self._handed_out(actor, year, label, "told", paper.stamp, self._drawer.told(paper))

    @allowed(Right.SEE_OBJECTIONS)
    def preview_register(self, actor: Actor, year: int) -> bytes:
        """The very 异议台账 that `register` would give, without a trace in the journal."""
        return self._drawer.register(self._register_of(actor, year))

    @allowed(Right.SEE_OBJECTIONS)
    def register(self, actor: Actor, year: int) -> bytes:
        """异议台账 of the year; journalled."""
        paper = self._register_of(actor, year)
        return self._handed_out(actor, year, str(year), "register", paper.stamp, self._drawer.register(paper))

    @allowed(Right.SEE_OBJECTIONS)
    def preview_own_score(self, actor: Actor, year: int, code: str) -> bytes:
        """The very page that `own_score` would give, without a trace in the journal."""
        return self._drawer.own_score(self._own_score_of(actor, year, code))

    @allowed(Right.TAKE_OBJECTIONS)
    def own_score(self, actor: Actor, year: int, code: str) -> bytes:
        """个人得分说明 for the person at the counter: every figure of that person and nobody else's; journalled."""
        paper = self._own_score_of(actor, year, code)
        drawn = self._drawer.own_score(paper)
        with self._open.writing() as uow:
            what = {"year": year, "head": on_paper(uow.journal.head())}
            uow.journal.append(actor, "objection.explain", code, what, dated=True)
            uow.commit()
        return drawn

    def _handed_out(  # noqa: PLR0913, PLR0917 - which paper of what, and what stands on it
        self, actor: Actor, year: int, subject: str, paper: str, stamp: PublicationStamp, drawn: bytes
    ) -> bytes:
        """The entry says which paper left the desk, and which head stands on it."""
        what = {"year": year, "paper": paper, "head": on_paper(Head(stamp.entries, stamp.head))}
        with self._open.writing() as uow:
            uow.journal.append(actor, DRAW, subject, what, dated=True)
            uow.commit()
        return drawn

    def _told_of(self, actor: Actor, year: int, number: int) -> tuple[str, FormPaper]:
        row = self._objections.card(year, number).row
        if row.held.other is None:
            raise NobodyToInform(row.label)
        return row.label, self._form_of(actor, year, number)

    def _register_of(self, actor: Actor, year: int) -> RegisterPaper:
        return RegisterPaper(self._stamp(actor), year, self._objections.rows(year))

    def _form_of(self, actor: Actor, year: int, number: int | None) -> FormPaper:
        card = None if number is None else self._objections.card(year, number)
        with self._open.reading() as uow:
            require_year(uow, year)
            versions = uow.publication.versions(year)
            receiving = versions[-1].notice.receiving if versions else Receiving()
        wanted = card.row.held.version if card is not None else None
        against = next((each.notice.words.title for each in versions if each.version == wanted), "")
        return FormPaper(self._stamp(actor), year, card, receiving, against)

    def _own_score_of(self, actor: Actor, year: int, code: str) -> OwnScorePaper:
        with self._open.reading() as uow:
            require_year(uow, year)
            stay = people_of(uow, year).get(code)
            listed = published_of(uow, year).get(code)
        if stay is None:
            raise NoSuchPerson(code)
        explained = explained_without_reasons(self._figures.explanations(year, [code], stay.category)[0])
        scores, scheme = self._figures.year(year, category=stay.category), self._figures.scheme(year, stay.category)
        mine = next(each for each in scores.people if each.code == code)
        return OwnScorePaper(
            stamp=self._stamp(actor),
            year=year,
            name=stay.name,
            department=mine.department,
            category=str(stay.category),
            scheme=scheme.name,
            explanation=explained,
            names={each.id: each.name for part in scheme.parts for each in part.indicators},
            total=mine.total,
            rank=mine.rank,
            ranked=sum(each.rank is not None for each in scores.people),
            grade=listed.grade if listed else "",
            published=listed.total if listed else None,
        )

    def _stamp(self, actor: Actor) -> PublicationStamp:
        with self._open.reading() as uow:
            desk, head = uow.office.identity(), uow.journal.head()
        return PublicationStamp(desk.office, desk.demo, self._clock(), actor.name, head.hash, head.entries)
