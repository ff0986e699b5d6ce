"""Any row of objections, corrections and decisions: what counts is always what the facts come to, and nobody's
published grade becomes another without a window of its own."""

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from committee_desk.bootstrap import new_desk
from committee_desk.domain.committee import NEITHER
from committee_desk.domain.course import Move, Stage
from committee_desk.domain.effects import Effects
from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.notice import NoticeLine, published
from committee_desk.domain.proceedings import ChangeKind, Motion, ProceedingKind
from committee_desk.services.course_drift import drift_of
from committee_desk.services.effect_refusals import StandingComesFirst, WorseByOwnApplication
from committee_desk.services.effect_standing import standing_moved
from committee_desk.services.grading_roll import drawn_up, roll_of
from committee_desk.services.imports import Kind
from committee_desk.services.proceeding_views import Found
from committee_desk.services.publication_notice import closed_notices
from committee_desk.storage.checking.sound import sound
from committee_desk.storage.work import SqlWork
from tests.conftest import frozen_clock
from tests.imports.workbooks import good, workbook
from tests.services import graded_desks as graded
from tests.services.closing_years import CLERK, YEAR, ClosingOffice
from tests.services.deciding_hands import Decider
from tests.services.posted_notices import hold_calendar

TOTALS = ("93.40", "92.10", "91.85", "91.35", "90.55", "89.90", "88.74", "88.20",
          "87.65", "87.01", "86.40", "85.12", "84.77", "83.05", "80.60", "74.30")  # fmt: skip
PEOPLE = st.sampled_from([f"J{number:03}" for number in (1, 2, 3, 4, 5, 15, 16)])
POINTS = st.sampled_from(["-0.2", "-0.1", "0.1", "0.2", "0.5"])
EXAMINERS = ("委Z004", "委Z005")
FULL_WINDOW = 5
_HERE: dict[str, Path] = {}


def template() -> Path:
    """Sixteen people on an approved list whose notice hangs; made once."""
    if "desk" not in _HERE:
        folder = Path(tempfile.mkdtemp())
        path = folder / "考评.desk"
        new_desk(path, "演练县人民检察院", YEAR, CLERK, clock=frozen_clock).close()
        office = ClosingOffice.reopened(path)
        hold_calendar(office.desk)
        graded.office(office.desk, folder, graded.sixteen(TOTALS))
        graded.ready(office.desk, CLERK)
        graded.approve(office.desk, CLERK)
        office.post()
        office.desk.close()
        _HERE["desk"] = path
    return _HERE["desk"]


class DecisionMachine(RuleBasedStateMachine):
    """An office after the committee's approval."""

    @initialize()
    def begin(self) -> None:
        """A copy of the office."""
        self.folder = Path(tempfile.mkdtemp())
        path = self.folder / "考评.desk"
        shutil.copyfile(template(), path)
        self.office = ClosingOffice.reopened(path)
        self.decider = Decider(self.office)
        self.number, self.closed = 0, 0
        self.published = self._published()

    # -- steps -----------------------------------------------------------------------------------------------------

    @rule(code=PEOPLE, points=POINTS, upheld=st.booleans())
    def correct(self, code: str, points: str, upheld: bool) -> None:
        """The committee corrects somebody of its own motion, once heard; or finds that nothing is wrong."""
        number = self.decider.open(ProceedingKind.CORRECTION, code=code, basis="来函", examiners=EXAMINERS)
        for each in {code, *self._waiting()}:
            self.decider.hear(number, each)
        self._decide(number, () if upheld else (self._event(code, points),))

    @rule(code=PEOPLE, points=POINTS, others=st.none() | PEOPLE)
    def object(self, code: str, points: str, others: str | None) -> None:
        """Somebody objects while the notice hangs; to the own disadvantage nothing is decided on it."""
        self.office.clock.now += timedelta(hours=1)
        if self.office.desk.course.stage(YEAR) is not Stage.PUBLISHED or self._overdue():
            return
        self.number += 1
        objection = self.decider.object(code, f"第{self.number}件材料所列事项未计分")
        number = self.decider.open(ProceedingKind.OBJECTION, objection, examiners=EXAMINERS)
        if others is not None:
            self._sanction(others)
        self._answer(number, code, self._event(code, points))

    def _answer(self, number: int, code: str, change: Found) -> None:
        """Nobody else is regraded in passing: whoever waits for a correction gets it first."""
        if passed_over := self._waiting() - {code}:
            with pytest.raises(StandingComesFirst):
                self._decide(number, (change,))
            self._correct_standing(min(passed_over))
        waits = code in self._waiting()
        try:
            self._decide(number, (change,))
        except WorseByOwnApplication:
            assert change.after.startswith("-") or waits
            self.decider.find(number)
            self.decider.carried_out(number, Motion.UPHOLD)

    @rule(code=PEOPLE, waits=st.booleans())
    def sanction(self, code: str, waits: bool) -> None:
        """A sanction comes late; a correction re-decides on the person, sooner or later."""
        self._sanction(code)
        if self._drifted() and not waits:
            self._correct_standing(code)

    def _sanction(self, code: str) -> None:
        row = good(Kind.SANCTIONS, 工号=code, 种类="政务警告", 决定日期="2026-12-30")
        book = workbook(self.folder / "处分.xlsx", [row])
        self.office.desk.imports.carry_out(CLERK, Kind.SANCTIONS, book, YEAR)

    def _correct_standing(self, code: str) -> None:
        number = self.decider.open(
            ProceedingKind.CORRECTION, code=code, challenged=(), basis="来函", examiners=EXAMINERS
        )
        for each in {code, *self._waiting()}:
            self.decider.hear(number, each)
        self._decide(number, ())

    @rule()
    def go_on(self) -> None:
        """The window is closed at its end; what a decision changed is published."""
        stage = self.office.desk.course.stage(YEAR)
        if stage is Stage.PUBLISHED:
            self.office.move(Move.CLOSE)
        elif stage is Stage.APPROVED and self.office.desk.publication.view(YEAR).affected:
            self.office.move(Move.POST)
        elif stage is Stage.CLOSED and "effects_to_publish" in self._owed():
            self.office.move(Move.PUBLISH_AGAIN)

    def _event(self, code: str, points: str) -> Found:
        self.number += 1
        key = (code, "effect", "2026-06-01", f"复{self.number}号", "复核计分")
        return Found(ChangeKind.NEW_EVENT, key, "points", points, "计分有误", "底稿")

    def _decide(self, number: int, changes: tuple[Found, ...]) -> None:
        decider = self.decider
        drifted = self._drifted()
        decider.find(number, *changes)
        if not changes and not drifted:
            decider.carried_out(number, Motion.UPHOLD)
            return
        effects = decider.lay(number)
        assert effects is not None
        effects = self._reviewed(number, effects)
        items = [graded.tie_item(each.equals)._replace(id=f"平{at}") for at, each in enumerate(effects.ties)]
        meeting = decider.vote(number, *items, ties={NEITHER: "通过"})
        decider.decide(number, meeting, tie={each.category: () for each in effects.ties})

    def _reviewed(self, number: int, effects: Effects) -> Effects:
        for code in effects.reviews:
            self.office.desk.effects.review(CLERK, YEAR, number, graded.review(code))
        again = self.decider.lay(number) if effects.reviews else effects
        assert again is not None
        return again

    def _drifted(self) -> bool:
        with SqlWork(self.office.path, None, self.office.clock).reading() as uow:
            return bool(drift_of(uow, YEAR))

    def _waiting(self) -> frozenset[str]:
        """Of whom a sanction waits for a correction."""
        with SqlWork(self.office.path, None, self.office.clock).reading() as uow:
            return frozenset(standing_moved(uow, YEAR))

    def _owed(self) -> frozenset[str]:
        return frozenset(each.kind for each in self.office.desk.overview(YEAR, self.office.today).owed)

    def _overdue(self) -> bool:
        return self.office.clock.now >= self.office.ends_at

    def _published(self) -> dict[str, NoticeLine]:
        with SqlWork(self.office.path, None, self.office.clock).reading() as uow:
            versions = uow.publication.versions(YEAR)
            return published(closed_notices(uow, YEAR, versions))

    # -- what holds at every moment --------------------------------------------------------------------------------

    @invariant()
    def what_counts_is_what_the_facts_come_to(self) -> None:
        """The list in force is the one that a fresh computation from the effective inputs lays down."""
        if not hasattr(self, "office") or self._drifted():
            return
        with SqlWork(self.office.path, None, self.office.clock).reading() as uow:
            listed = uow.grades.list(YEAR, ListStage.APPROVED)
            assert listed is not None
            fresh = drawn_up(roll_of(uow, YEAR), ListStage.APPROVED, listed.version).sealed()
            assert fresh.people == listed.people
            assert fresh.fingerprint == listed.fingerprint

    @invariant()
    def nobodys_published_grade_is_another_without_a_window(self) -> None:
        """A grade that is published now and was not before hung for its days, with the person on the notice."""
        if not hasattr(self, "office"):
            return
        now = self._published()
        if now != self.published:
            version = next(
                each for each in reversed(self.office.desk.publication.view(YEAR).versions) if each.closing is not None
            )
            named = {line.code for line in (*version.held.notice.lines, *version.held.notice.removed)}
            changed = {code for code in now.keys() | self.published.keys() if now.get(code) != self.published.get(code)}
            assert changed <= named
            assert len(version.window.counted) >= FULL_WINDOW
            assert version.version > self.closed
            self.closed, self.published = version.version, now
        for row in self.office.desk.results.view(YEAR).rows:
            assert not row.decidable or row.grade is row.published

    def teardown(self) -> None:
        """Whatever happened, the desk is sound."""
        if hasattr(self, "office"):
            self.office.desk.close()
            assert not sound(self.office.path, None).problems
            shutil.rmtree(self.folder)


TestDecisions = DecisionMachine.TestCase
TestDecisions.settings = settings(
    max_examples=5,
    stateful_step_count=6,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=list(HealthCheck),
)
