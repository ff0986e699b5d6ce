"""The year as a state machine: whatever is tried, in whichever window or command and in whichever order, each step is
taken from where it begins and from nowhere else, what is refused changes nothing, and the desk stays sound."""

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test

from committee_desk.__main__ import main
from committee_desk.bootstrap import open_desk
from committee_desk.domain.course import LOCKED, Move, Stage, StepNotPossible
from committee_desk.domain.errors import DeskError
from committee_desk.domain.journal import ClockBehind
from committee_desk.services.account_refusals import SecondIsFirst, SecondNeeded
from committee_desk.services.course_drift import ListOutOfDate
from committee_desk.services.desk import Desk
from committee_desk.services.grading_refusals import (
    BackReasonMissing,
    FiguresMoved,
    ProposalUnprepared,
    ReviewOutstanding,
)
from committee_desk.services.imports import Kind
from committee_desk.services.meeting_refusals import NoSuchMeeting
from committee_desk.services.meeting_vote_refusals import VoteMissing
from committee_desk.services.publication_refusals import DayNotConfirmed, PublicationReasonMissing, TooEarlyToClose
from committee_desk.services.second import Second
from committee_desk.services.year_guard import YearLocked
from committee_desk.wording.saying import sentence
from tests.imports.workbooks import good, workbook
from tests.scenario.deciding_rules import WINDOWS, DecidingRules
from tests.services.closing_years import CLERK, SECOND, YEAR, ClosingOffice, closing_office
from tests.services.decided_years import close_the_window, decide, serve, sign, view
from tests.services.posted_notices import at
from tests.sound_desks import require_sound

BACK = tuple(move for move in Move if move.is_back and move is not Move.REOPEN)
"""An archived year is opened again by a decision on re-review alone."""
STEPS = {Move.PROPOSE: Stage.PROPOSED, Move.APPROVE: Stage.APPROVED, Move.POST: Stage.PUBLISHED}
SIGNED = "signed"
"""Everybody decided, served and signed, and the year not archived yet."""
_HERE: dict[str, Path] = {}
Act = Callable[[], object]


class YearMachine(DecidingRules):
    """Two windows and a command line at one file. The model knows the stage, and what stands in the way of a step."""

    @initialize(since=st.sampled_from([Stage.SCORING, Stage.CLOSED, SIGNED, Stage.ARCHIVED]))
    def begin(self, since: str) -> None:
        """A year that is over, with everything there that its process asks for; or later, how far it is by then."""
        self.folder = Path(tempfile.mkdtemp(prefix="course-", dir=_HERE["folder"]))
        path = self.folder / "考评.desk"
        shutil.copyfile(_HERE[str(since)], path)
        self.first = ClosingOffice.reopened(path)
        self.windows = (self.first, self.first.another_window())
        self.stage, self.reviewed, self.meeting = Stage.SCORING, False, 0
        self.voted = self.moved = self.drifted = False
        if since != Stage.SCORING:
            self.stage, self.reviewed, self.meeting, self.voted = self.first.desk.course.stage(YEAR), True, 1, True
            self.first.clock.now = at(18, 17, 30)
        self.points = self.head = 0
        self.begin_deciding()

    # -- steps -----------------------------------------------------------------------------------------------------

    @rule(window=WINDOWS)
    def propose_without_a_reason(self, window: int) -> None:
        """No month was published: nothing is proposed unless it is said why."""
        wanted = ProposalUnprepared if self.stage is Stage.SCORING else StepNotPossible
        self.refused(wanted, lambda: self.windows[window].propose(""))

    @rule(window=WINDOWS)
    def propose(self, window: int) -> None:
        """政工 proposes, and says why though months are not published."""
        if self.takes(Move.PROPOSE, self.windows[window].propose):
            self.voted = self.moved = self.drifted = self.corrected = False

    @rule(window=WINDOWS)
    def review(self, window: int) -> None:
        """The last in the ranking is reviewed, before the committee meets."""
        if self.stage in {Stage.SCORING, Stage.PROPOSED}:
            self.windows[window].review_the_last()
            self.reviewed, self.voted = True, False

    @rule(window=WINDOWS)
    def meet(self, window: int) -> None:
        """The committee votes on what is proposed."""
        if self.stage is Stage.PROPOSED and self.reviewed and not self.moved:
            self.meeting, self.voted = self.windows[window].meet(), True

    @rule(window=WINDOWS)
    def approve(self, window: int) -> None:
        """The list is approved, with a vote on it and not without."""
        office, meeting = self.windows[window], self.meeting or 1
        if self.stage is not Stage.PROPOSED:
            self.refused(StepNotPossible, lambda: office.approve(meeting))
        elif self.moved:
            self.refused(FiguresMoved, lambda: office.approve(meeting))
        elif not self.reviewed:
            self.refused(ReviewOutstanding, lambda: office.approve(meeting))
        elif not self.voted:
            self.refused((VoteMissing, NoSuchMeeting), lambda: office.approve(meeting))
        else:
            self.takes(Move.APPROVE, lambda: office.approve(meeting))

    @rule(window=WINDOWS)
    def post(self, window: int) -> None:
        """The notice is hung."""
        office = self.windows[window]
        if self.stage is Stage.APPROVED and self.drifted:
            self.refused(ListOutOfDate, office.post)
        else:
            self.takes(Move.POST, office.post)

    @rule(window=WINDOWS, waits=st.booleans(), day=st.booleans(), two=st.booleans())
    def close(self, window: int, waits: bool, day: bool, two: bool) -> None:
        """The window is closed: not early, not by another date, not by one alone."""
        office = self.windows[window]
        if self.stage is not Stage.PUBLISHED:
            self.refused(StepNotPossible, office.close)
            return
        if not waits:
            early = office.clock.now < office.ends_at
            if early:
                self.refused(TooEarlyToClose, office.close)
            return
        office.wait_for_the_end()
        if not day:
            shown = office.today + timedelta(days=1)
            self.refused(DayNotConfirmed, lambda: office.desk.publication.close(CLERK, YEAR, shown, SECOND))
        elif not two:
            self.refused(SecondNeeded, lambda: office.close(None))
        else:
            self.takes(Move.CLOSE, office.close)

    @rule(window=WINDOWS, times=st.integers(1, 4))
    def go_on(self, window: int, times: int) -> None:
        """Most of the time an office only goes on: so that what else it may try is tried late in the year, too."""
        for _ in range(times):
            self._go_on(window)

    def _go_on(self, window: int) -> None:
        """The next step, or back where the list is an old one."""
        if self.stage is Stage.SCORING:
            self.propose(window)
        elif self.stage is Stage.PROPOSED and self.moved:
            self.go_back(window, Move.WITHDRAW, "two")
        elif self.stage is Stage.PROPOSED:
            if not self.reviewed:
                self.review(window)
            if not self.voted:
                self.meet(window)
            self.approve(window)
        elif self.stage is Stage.APPROVED and self.drifted:
            self.go_back(window, Move.RETURN, "two")
        elif self.stage is Stage.APPROVED:
            self.post(window)
        elif self.stage is Stage.CLOSED and self.drifted:
            self.go_back(window, Move.PUBLISH_AGAIN, "two")
        elif Stage.CLOSED.is_reached_at(self.stage):
            self.go_on_deciding(window)
        else:
            self.close(window, waits=True, day=True, two=True)

    # -- going back ------------------------------------------------------------------------------------------------

    @rule(window=WINDOWS, move=st.sampled_from(BACK), how=st.sampled_from(["two", "alone", "himself", "no reason"]))
    def go_back(self, window: int, move: Move, how: str) -> None:
        """A step back takes a reason and somebody else."""
        office = self.windows[window]
        second = {"alone": None, "himself": Second(CLERK.name)}.get(how, SECOND)
        why = "" if how == "no reason" else "名册有误"
        if self.stage is not move.origin:
            wanted = (StepNotPossible, BackReasonMissing, PublicationReasonMissing)
            self.refused(wanted, lambda: office.go_back(move, why, second))
        elif how != "two":
            wanted = (SecondNeeded, SecondIsFirst, BackReasonMissing, PublicationReasonMissing)
            self.refused(wanted, lambda: office.go_back(move, why, second))
        elif self.takes(move, lambda: office.go_back(move)) and move is Move.RETURN:
            self.moved = self.moved or self.drifted or self.corrected
            self.voted = False

    # -- facts -----------------------------------------------------------------------------------------------------

    @rule(window=WINDOWS, by_command=st.booleans())
    def import_an_event(self, window: int, by_command: bool) -> None:
        """A workbook that moves a total, in a window or on the command line."""
        self.points += 1
        row = good(Kind.EVENTS, 工号="J006", 分值="0.1", 凭证号=f"政{self.points}号", 日期="2026-12-29")
        book = workbook(self.folder / "加减分.xlsx", [row])
        office, locked = self.windows[window], self.stage in LOCKED
        if by_command:
            said = StringIO()
            with redirect_stderr(said), redirect_stdout(StringIO()):
                code = main(["import", str(office.path), "events", str(book), "--year", str(YEAR)])
            assert (code, "等次所依据的数据不再变动" in said.getvalue()) == ((2, True) if locked else (0, False)), (
                said.getvalue()
            )
        elif locked:
            self.refused(YearLocked, lambda: office.desk.imports.carry_out(CLERK, Kind.EVENTS, book, YEAR))
        else:
            office.desk.imports.carry_out(CLERK, Kind.EVENTS, book, YEAR)
        self.moved = self.moved or (not locked and self.stage is Stage.PROPOSED)

    @rule(window=WINDOWS, person=st.sampled_from(["J009", "J011", "J013"]))
    def import_a_sanction(self, window: int, person: str) -> None:
        """A sanction is taken at any time; after the approval it makes the list an old version."""
        self.points += 1
        row = good(Kind.SANCTIONS, 工号=person, 种类="政务警告", 决定文号=f"监{self.points}号", 决定日期="2026-12-30")
        book = workbook(self.folder / "处分.xlsx", [row])
        desk = self.windows[window].desk
        before = listed(desk)
        desk.imports.carry_out(CLERK, Kind.SANCTIONS, book, YEAR)
        moves = listed(desk) != before
        self.drifted = self.drifted or (moves and self.stage in LOCKED)
        self.moved = self.moved or (moves and self.stage is Stage.PROPOSED)

    @rule(hours=st.integers(1, 30))
    def time_passes(self, hours: int) -> None:
        """The clock goes on."""
        self.first.clock.now += timedelta(hours=hours)

    @rule(window=WINDOWS)
    def set_the_clock_back(self, window: int) -> None:
        """A clock that was set back bars every act that has its effect by its date."""
        office, now = self.windows[window], self.first.clock.now
        acts: dict[Stage, Act] = {
            Stage.SCORING: office.propose,
            Stage.APPROVED: office.post,
            Stage.PUBLISHED: office.close,
            Stage.CLOSED: lambda: office.desk.results.archive(CLERK, YEAR, office.today, SECOND),
        }
        if self.stage not in acts or (self.stage is Stage.APPROVED and self.drifted):
            return
        self.first.clock.now = at(4)  # the year is over by then, and the desk was not opened yet
        self.refused(ClockBehind, acts[self.stage])
        self.first.clock.now = now

    # -- what holds at every moment ---------------------------------------------------------------------------------

    @invariant()
    def every_window_shows_the_stage_and_the_desk_is_sound(self) -> None:
        """After every step, taken or refused."""
        if not hasattr(self, "windows"):
            return
        for office in self.windows:
            assert office.desk.course.view(YEAR).stage is self.stage
        head = self.first.desk.journal.rows(1)[0].seq
        if head != self.head:
            require_sound(self.first.path)
        self.head = head

    def teardown(self) -> None:
        """Let go of the file."""
        for office in getattr(self, "windows", ()):
            office.desk.close()

    def takes(self, move: Move, act: Act) -> bool:
        """The act is taken where the move begins, and nowhere else."""
        if self.stage is not move.origin:
            self.refused(StepNotPossible, act)
            return False
        act()
        self.stage = move.goal
        return True

    def refused(self, kind: type[DeskError] | tuple[type[DeskError], ...], act: Act) -> None:
        """The act is refused in one sentence, and nothing was written."""
        before = self.first.desk.journal.rows(1)[0].seq
        with pytest.raises(kind) as why:
            act()
        assert sentence(why.value).count("\n") == 0
        assert self.first.desk.journal.rows(1)[0].seq == before


def listed(desk: Desk) -> list[tuple[object, ...]]:
    """What a list of grades says of everybody."""
    people = desk._figures.year(YEAR).people
    return [(each.code, each.total, each.rank, each.status, each.proposed_grade) for each in people]


def _years(folder: Path, template: Path, patch: pytest.MonkeyPatch) -> None:
    """The same year, as far as a run may begin with it."""
    office = closing_office(folder / "考评.desk", template)

    def keep(name: str) -> None:
        office.desk.close()
        shutil.copyfile(office.path, folder / f"{name}.desk")
        patch.setitem(_HERE, str(name), folder / f"{name}.desk")
        office.desk = open_desk(office.path, clock=office.clock)

    keep(Stage.SCORING)
    close_the_window(office)
    keep(Stage.CLOSED)
    decide(office)
    for each in view(office).rows:
        serve(office, each.code)
        sign(office, each.code)
    keep(SIGNED)
    office.desk.results.archive(CLERK, YEAR, office.today, SECOND)
    keep(Stage.ARCHIVED)
    office.desk.close()


def test_no_order_of_acts_skips_a_step_or_harms_the_desk(
    template_sample_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _years(tmp_path, template_sample_desk, monkeypatch)
    (tmp_path / "runs").mkdir()
    monkeypatch.setitem(_HERE, "folder", tmp_path / "runs")
    monkeypatch.setattr("committee_desk.storage.opening.pc_clock", lambda: at(11))  # the command line's
    examples = int(os.environ.get("COURSE_EXAMPLES", "10"))
    run_state_machine_as_test(
        YearMachine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=25,
            deadline=None,
            phases=[Phase.generate],
            derandomize="COURSE_EXAMPLES" not in os.environ,
            suppress_health_check=list(HealthCheck),
            database=None,
        ),
    )
