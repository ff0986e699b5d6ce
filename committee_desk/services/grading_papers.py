"""The papers of grading: form 7 (考核得分汇总排名表), the roll (等次建议名册) and form 12 (业务能力评审意见表)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple, Protocol

from committee_desk.domain.grade_list import GradeList, Listed, ListStage
from committee_desk.domain.journal import canonical
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.services.actor import Actor
from committee_desk.services.course_moves import stage_of
from committee_desk.services.grading_refusals import NotOnRoll
from committee_desk.services.grading_roll import laid_down, roll_of
from committee_desk.services.grading_views import AbilityReview
from committee_desk.services.journal_views import on_paper
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.views import Head
from committee_desk.services.year_schemes import scheme_of


class PartColumn(NamedTuple):
    """A part of a scheme as a column: its id, its name, what it may reach."""

    id: str
    name: str
    maximum: int


@dataclass(frozen=True, slots=True)
class ListPaper:
    """A list of grades on paper. Version 0 is what stands now, not laid down yet: 未定稿."""

    office: str
    demo: bool
    laid: GradeList
    parts: Mapping[str, tuple[PartColumn, ...]]
    at: datetime
    by: str
    head: Head

    @property
    def is_draft(self) -> bool:
        """Whether nobody laid it down yet."""
        return not self.laid.version


@dataclass(frozen=True, slots=True)
class ReviewPaper:
    """One person's ability review on paper; without one a form to be filled in by hand."""

    office: str
    demo: bool
    year: int
    listed: Listed
    ranked: int
    review: AbilityReview | None
    at: datetime
    by: str
    head: Head

    def fingerprint(self) -> str:
        """SHA-256 of what the form says."""
        return sha256(canonical([self.listed, self.review]).encode()).hexdigest()


class GradingDrawer(Protocol):
    """Puts the papers of grading on paper; UnprintableCharacters when no font holds one of their characters."""

    def ranking(self, paper: ListPaper) -> bytes:
        """Form 7 as PDF, one category after the other."""
        ...

    def roll(self, paper: ListPaper) -> bytes:
        """等次建议名册 as PDF."""
        ...

    def review(self, paper: ReviewPaper) -> bytes:
        """Form 12 as PDF."""
        ...


class GradingPapers:
    """Draws the list in force, or what stands while none is; and ability reviews. What is handed out is journalled."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, drawer: GradingDrawer, seat: Seat) -> None:
        self._open, self._clock, self._drawer, self._seat = open_work, clock, drawer, seat

    @allowed(Right.SEE_GRADING)
    def preview_ranking(self, actor: Actor, year: int) -> bytes:
        """The very form 7 that `ranking` would give, without a trace in the journal."""
        return self._drawer.ranking(self._paper(actor, year))

    @allowed(Right.SEE_GRADING)
    def ranking(self, actor: Actor, year: int) -> bytes:
        """Form 7: rank, parts, total, the quota's line, proposals; with N, the cap and how it is rounded."""
        paper = self._paper(actor, year)
        return self._handed_out(actor, paper, "ranking", self._drawer.ranking(paper))

    @allowed(Right.SEE_GRADING)
    def preview_roll(self, actor: Actor, year: int) -> bytes:
        """The very 名册 that `roll` would give, without a trace in the journal."""
        return self._drawer.roll(self._paper(actor, year))

    @allowed(Right.SEE_GRADING)
    def roll(self, actor: Actor, year: int) -> bytes:
        """等次建议名册: who, proposed as what, and why it departs."""
        paper = self._paper(actor, year)
        return self._handed_out(actor, paper, "roll", self._drawer.roll(paper))

    @allowed(Right.SEE_GRADING)
    def preview_review(self, actor: Actor, year: int, code: str) -> bytes:
        """The very form 12 that `review` would give, without a trace in the journal."""
        return self._drawer.review(self._review(actor, year, code))

    @allowed(Right.SEE_GRADING)
    def review(self, actor: Actor, year: int, code: str) -> bytes:
        """Form 12 of one person; to be filled in by hand while no review is recorded."""
        paper = self._review(actor, year, code)
        drawn = self._drawer.review(paper)
        what = {"year": year, "fingerprint": paper.fingerprint(), "head": on_paper(paper.head)}
        self._enter(actor, "ability.draw", code, what)
        return drawn

    def _handed_out(self, actor: Actor, paper: ListPaper, name: str, drawn: bytes) -> bytes:
        laid = paper.laid
        what = {"year": laid.year, "paper": name, "stage": laid.stage, "version": laid.version}
        what |= {"fingerprint": laid.fingerprint, "head": on_paper(paper.head)}
        self._enter(actor, "grading.draw", str(laid.year), what)
        return drawn

    def _enter(self, actor: Actor, verb: str, subject: str, what: dict[str, object]) -> None:
        with self._open.writing() as uow:
            uow.journal.append(actor, verb, subject, what, dated=True)
            uow.commit()

    def _review(self, actor: Actor, year: int, code: str) -> ReviewPaper:
        with self._open.reading() as uow:
            stage_of(uow, year)
            roll = roll_of(uow, year)
            row = roll.row(code)
            if row is None:
                raise NotOnRoll(year, code)
            desk, head = uow.office.identity(), uow.journal.head()
        ranked = sum(each.listed.rank is not None for each in roll.rows if each.listed.category == row.listed.category)
        return ReviewPaper(
            desk.office, desk.demo, year, row.listed, ranked, row.review, self._clock(), actor.name, head
        )

    def _paper(self, actor: Actor, year: int) -> ListPaper:
        with self._open.reading() as uow:
            stage_of(uow, year)
            laid = (
                uow.grades.list(year, ListStage.APPROVED)
                or uow.grades.list(year, ListStage.PROPOSED)
                or laid_down(roll_of(uow, year), ListStage.PROPOSED, 0)
            )
            parts = {each.category: _parts(uow, year, each.category) for each in laid.quotas}
            desk, head = uow.office.identity(), uow.journal.head()
        return ListPaper(desk.office, desk.demo, laid, parts, self._clock(), actor.name, head)


def _parts(uow: UnitOfWork, year: int, category: str) -> tuple[PartColumn, ...]:
    scheme = scheme_of(uow, year, Category(category))
    return tuple(PartColumn(part.id, part.name, part.maximum) for part in scheme.parts)
