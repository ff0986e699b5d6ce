"""A re-review of the sample office as clerks and committee hold it, for tests: from the paper to the decision."""

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from committee_desk.bootstrap import open_desk
from committee_desk.domain.committee import AgendaItem, ItemKind
from committee_desk.domain.course import Move
from committee_desk.domain.effects import Effects
from committee_desk.domain.objections import Matter
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import Challenge, ChallengeKind, ChangeKind, Motion, ProceedingKind
from committee_desk.services.desk import Desk
from committee_desk.services.objection_views import Filing
from committee_desk.services.proceeding_views import Found, Heard, Opening
from committee_desk.services.second import Second
from tests.services import committee_hands as committee
from tests.services import graded_desks as graded
from tests.services.closing_years import CLERK, MINUTES, SECOND, YEAR, ClosingOffice, closing_office
from tests.services.posted_notices import MovableClock, at, hold_calendar

EXAMINERS = ("彭强涛", "郝文俊")
PAPER = "检考委复〔2027〕1号"
REVIEW_ITEM = "复"
PROCEDURE = (Challenge(ChallengeKind.PROCEDURE),)

OWN_CASE = Found(ChangeKind.REVIEW, ("云川检一部刑诉〔2025〕465号",), "grade", "合格", "评查等次有误", "案管办底稿3份")

TOTALS = ("93.42", "92.10", "91.85", "91.35", "90.55", "89.90", "88.74", "88.20",
          "87.65", "87.01", "86.40", "85.12", "84.77", "83.05", "80.60", "74.30")  # fmt: skip
"""Of sixteen for three places: the fourth has half a point less than the third."""


@dataclass
class Decider:
    """Holds re-reviews in an office."""

    office: ClosingOffice

    def object(self, code: str, grounds: str = "典型案例入选未加分") -> int:
        """Somebody objects and it is accepted; its number."""
        desk = self.office.desk
        versions = desk.publication.view(YEAR).versions
        filing = Filing(
            code, versions[-1].version, (Matter.SCORE,), grounds, self.office.clock.now, "范伟雪",
            evidence="底稿", request="变更得分和等次",
        )  # fmt: skip
        registered = desk.objections.register(CLERK, YEAR, filing)
        desk.objections.accept(CLERK, YEAR, registered.number, registered.held.entry or self._seen(registered.number))
        return registered.number

    def _seen(self, objection: int) -> int:
        return self.office.desk.objections.card(YEAR, objection).row.held.entry

    def open(
        self,
        kind: ProceedingKind,
        source: int | None = None,
        *,
        code: str = "",
        challenged: Sequence[Challenge] = PROCEDURE,
        examiners: tuple[str, ...] = EXAMINERS,
        basis: str = "",
    ) -> int:
        """Open a re-review, and both examiners declare; its number."""
        desk = self.office.desk
        opening = Opening(kind, source, tuple(challenged), examiners, basis, code)
        number = desk.proceedings.open(CLERK, YEAR, opening).number
        for name in examiners:
            desk.proceedings.declare(CLERK, YEAR, number, name, self.office.today, self.of(number).entry)
        return number

    def of(self, number: int) -> Proceeding:
        """The proceeding as it stands."""
        return self.office.desk.proceedings.card(YEAR, number).row.held

    def find(self, number: int, *changes: Found, findings: str = "经查阅底稿，情况属实。") -> None:
        """Record what was found."""
        self.office.desk.proceedings.find(CLERK, YEAR, number, findings, changes, self.of(number).entry)

    def hear(self, number: int, code: str) -> None:
        """Somebody is heard."""
        heard = Heard(code, self.office.today, "对拟更正的事实没有不同意见。", "范伟雪")
        self.office.desk.proceedings.hear(CLERK, YEAR, number, heard, self.of(number).entry)

    def lay(self, number: int, motion: Motion = Motion.CHANGE) -> Effects | None:
        """Lay the motion; what the committee sees of it."""
        self.office.desk.proceedings.lay(CLERK, YEAR, number, motion, "事实清楚，理由成立。", self.of(number).entry)
        return self.office.desk.effects.kept(YEAR, number)

    def vote(
        self, number: int, *also: AgendaItem, about: Iterable[str] = (), ties: Mapping[str, str] | None = None
    ) -> int:
        """The committee meets on the motion and passes it; the meeting's number."""
        desk, held, effects = self.office.desk, self.of(number), self.office.desk.effects.kept(YEAR, number)
        people = dict.fromkeys((held.code, held.about, *(effects.regraded if effects else ()), *about))
        item = AgendaItem(REVIEW_ITEM, ItemKind.REVIEW, f"{held.label} 复核", tuple(people))
        meeting = committee.call(desk, CLERK, item, *also, at=self.office.clock.now)
        committee.came(desk, CLERK, meeting)
        desk.meetings.open(CLERK, YEAR, meeting, committee.RECORDER, committee.seen(desk, meeting))
        for each in (item, *also):
            for question in desk.meetings.questions(YEAR, meeting, each.id):
                chosen = (ties or {}).get(question.question.subject, "")
                ayes = 0 if each.kind is ItemKind.TIE and not chosen else question.entitled
                committee.vote(
                    desk, CLERK, meeting, ayes, question.entitled - ayes, item=each.id,
                    subject=question.question.subject, presiding=question.presiding or "",
                )  # fmt: skip
        committee.close(desk, CLERK, meeting, MINUTES.format(number=meeting))
        return meeting

    def decide(
        self, number: int, meeting: int, *, document: str | None = None, second: Second | None = SECOND,
        tie: Mapping[str, Sequence[str]] | None = None,
    ) -> None:  # fmt: skip
        """Carry the decision out with today's date, under a number of its own."""
        document = PAPER.replace("1号", f"{number}号") if document is None else document
        self.office.desk.effects.decide(
            CLERK, YEAR, number, document, meeting, REVIEW_ITEM, self.office.today, second, tie
        )

    def carried_out(self, number: int, motion: Motion = Motion.CHANGE) -> int:
        """Lay, vote and decide; the meeting's number."""
        self.lay(number, motion)
        meeting = self.vote(number)
        self.decide(number, meeting)
        return meeting


def published_office(path: Path, template: Path) -> Decider:
    """The sample office whose grades hang since this morning."""
    office = closing_office(path, template)
    office.move(Move.PROPOSE, Move.APPROVE, Move.POST)
    return Decider(office)


def closed_office(path: Path, template: Path) -> Decider:
    """The same once its window is closed."""
    decider = published_office(path, template)
    decider.office.move(Move.CLOSE)
    return decider


def sixteen_approved(path: Path, template: Path, depart: Callable[[Desk], object] = lambda _desk: None) -> Decider:
    """Sixteen people and three places, their list approved on 11 January 2027; it is the day after.

    `depart` is what the committee's office does before the list is proposed.
    """
    shutil.copyfile(template, path)
    clock = MovableClock(at(11))
    desk = open_desk(path, clock=clock)
    hold_calendar(desk)
    graded.office(desk, path.parent, graded.sixteen(TOTALS))
    depart(desk)
    graded.ready(desk, CLERK)
    graded.approve(desk, CLERK)
    clock.now = at(12)
    return Decider(ClosingOffice(desk, clock, path))
