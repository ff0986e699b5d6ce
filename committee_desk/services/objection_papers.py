"""The papers of the objection counter: form 4 with its receipt, 异议台账, 个人得分说明, the notice to the other person.

What is handed out is journalled: the receipt, and a person's own score.
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

if TYPE_CHECKING:
    from committee_desk.services.objections import ObjectionsDesk
    from committee_desk.services.year_figures import YearFigures


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
    def form(self, actor: Actor, year: int, number: int | None = None) -> bytes:
        """Form 4 of one objection with its receipt, or the blank for the counter, as PDF."""
        return self._drawer.form(self._form_of(actor, year, number))

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
    def told(self, actor: Actor, year: int, number: int) -> bytes:
        """What the person is told whose result is objected to: nothing of who objects."""
        row = self._objections.card(year, number).row
        if row.held.other is None:
            raise NobodyToInform(row.label)
        return self._drawer.told(self._form_of(actor, year, number))

    @allowed(Right.SEE_OBJECTIONS)
    def register(self, actor: Actor, year: int) -> bytes:
        """异议台账 of the year."""
        rows = self._objections.rows(year)
        return self._drawer.register(RegisterPaper(self._stamp(actor), year, rows))

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
