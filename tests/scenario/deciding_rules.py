"""What is tried of a year after its window: decisions, notices, signatures, the archive, a correction beyond it."""

from collections.abc import Callable
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from committee_desk.domain.course import Move, Stage, StepNotPossible
from committee_desk.domain.errors import DeskError
from committee_desk.domain.proceedings import ProceedingKind
from committee_desk.domain.results import Means, Opinion, ResultState
from committee_desk.services.account_refusals import SecondNeeded
from committee_desk.services.publication_refusals import DayNotConfirmed
from committee_desk.services.result_refusals import (
    NobodyDecided,
    NotAllSigned,
    NotDecidable,
    NothingDecided,
    NotNotified,
    ResultChanged,
    ResultStands,
)
from committee_desk.services.result_views import Decided, ResultRow, Served, Signed
from tests.desks_decided import FOUND, RAISED, WITNESSES
from tests.services.closing_years import CLERK, SECOND, YEAR, ClosingOffice
from tests.services.decided_years import view
from tests.services.deciding_hands import Decider

WINDOWS = st.integers(0, 1)
PEOPLE = st.sampled_from(["J001", "J006", "J009", "J013"])
ORDER = tuple(ResultState)
Act = Callable[[], object]


class DecidingRules(RuleBasedStateMachine):
    """The rules of what follows the window, for a machine that knows the stage."""

    windows: tuple[ClosingOffice, ClosingOffice]
    stage: Stage
    drifted: bool

    def begin_deciding(self) -> None:
        """Nobody is decided yet."""
        self.papers = 1000
        self.corrected = False
        self.reached: dict[tuple[str, int], ResultState] = {}

    def takes(self, move: Move, act: Act) -> bool:
        """The act is taken where the move begins, and nowhere else."""
        raise NotImplementedError

    def refused(self, kind: type[DeskError] | tuple[type[DeskError], ...], act: Act) -> None:
        """The act is refused in one sentence, and nothing was written."""
        raise NotImplementedError

    # -- the decision ----------------------------------------------------------------------------------------------

    @rule(window=WINDOWS, whom=st.sampled_from(["everybody", "one", "nobody", "stranger"]), person=PEOPLE)
    def decide(self, window: int, whom: str, person: str) -> None:
        """The 院党组 decides on whom it can, and on nobody else."""
        other = self.windows[1 - window]
        able = tuple(row.code for row in view(other).rows if row.decidable)
        codes = {"everybody": able, "one": (person,), "nobody": (), "stranger": ("J999",)}[whom]
        if not codes:
            self.refused(NobodyDecided, lambda: self._decide(window, codes))
        elif set(codes) <= set(able):
            self._refuse_hasty(window, codes)
            self._decide(window, codes)
        else:
            self.refused(NotDecidable, lambda: self._decide(window, codes))

    def _decide(self, window: int, codes: tuple[str, ...], day: int = 0, two: bool = True) -> None:
        office = self.windows[window]
        self.papers += 1
        wanted = Decided(office.today, f"云川检党纪〔2027〕{self.papers}号", codes, why="更正")
        shown = office.today + timedelta(days=day)
        office.desk.results.decide(CLERK, YEAR, wanted, shown, SECOND if two else None)

    def _refuse_hasty(self, window: int, codes: tuple[str, ...]) -> None:
        """Not by one alone, and not by another date."""
        self.refused(SecondNeeded, lambda: self._decide(window, codes, two=False))
        self.refused(DayNotConfirmed, lambda: self._decide(window, codes, day=1))

    # -- the notice and the signature ------------------------------------------------------------------------------

    @rule(window=WINDOWS, person=PEOPLE, late=st.booleans())
    def serve(self, window: int, person: str, late: bool) -> None:
        """A notice is served once, of a decision, by whoever saw how it stands."""
        row = self._row(window, person)
        if row is None or row.result is None:
            self.refused(NothingDecided, lambda: self._serve(window, person, 1, 0))
        elif row.state is not ResultState.DECIDED:
            wanted = ResultStands
            self.refused(wanted, lambda: self._serve(window, person, row.result.version, row.entry))  # type: ignore[union-attr]
        else:
            version = row.result.version
            if late:
                self.refused(ResultChanged, lambda: self._serve(window, person, version, row.entry - 1))
            self._serve(window, person, version, row.entry)

    @rule(window=WINDOWS, person=PEOPLE, refuses=st.booleans())
    def sign(self, window: int, person: str, refuses: bool) -> None:
        """A signature comes after the notice; a refusal serves it."""
        row = self._row(window, person)
        if row is None or row.result is None:
            self.refused(NothingDecided, lambda: self._sign(window, person, 1, 0, refuses=refuses))
            return
        version, entry = row.result.version, row.entry

        def act() -> None:
            self._sign(window, person, version, entry, refuses=refuses)

        if row.state in {ResultState.SIGNED, ResultState.ARCHIVED}:
            self.refused(ResultStands, act)
        elif row.state is ResultState.DECIDED and not refuses:
            self.refused(NotNotified, act)
        else:
            act()

    def _serve(self, window: int, code: str, version: int, seen: int) -> None:
        office = self.windows[window]
        served = Served(Means.DIRECT, office.today, "范伟雪")
        office.desk.results.serve(CLERK, YEAR, code, version, served, seen)

    def _sign(self, window: int, code: str, version: int, seen: int, *, refuses: bool) -> None:
        office = self.windows[window]
        opinion, witnesses = (Opinion.REFUSED, WITNESSES) if refuses else (Opinion.AGREE, ())
        office.desk.results.sign(CLERK, YEAR, code, version, Signed(opinion, office.today, witnesses), seen)

    def _row(self, window: int, code: str) -> ResultRow | None:
        return view(self.windows[window]).row(code)

    # -- the archive, and beyond -----------------------------------------------------------------------------------

    @rule(window=WINDOWS, how=st.sampled_from(["two", "alone", "tomorrow"]))
    def archive(self, window: int, how: str) -> None:
        """A year is put away when everybody is through, by two people with today's date."""
        office = self.windows[window]
        shown = office.today + timedelta(days=how == "tomorrow")
        second = None if how == "alone" else SECOND

        def act() -> None:
            office.desk.results.archive(CLERK, YEAR, shown, second)

        if self.stage is not Stage.CLOSED:
            self.refused(StepNotPossible, act)
        elif not self._is_through(window):
            self.refused(NotAllSigned, act)
        elif how == "two":
            self.takes(Move.ARCHIVE, act)
        else:
            self.refused((SecondNeeded, DayNotConfirmed), act)

    def _is_through(self, window: int) -> bool:
        done = {ResultState.SIGNED, ResultState.ARCHIVED}
        return all(row.state in done and not row.renewed for row in view(self.windows[1 - window]).rows)

    @rule(window=WINDOWS)
    def correct(self, window: int) -> None:
        """A correction opens a closed or archived year for those whose published grade it makes another."""
        if self.stage not in {Stage.CLOSED, Stage.ARCHIVED} or self.drifted or self.corrected:
            return
        decider = Decider(self.windows[window])
        number = decider.open(ProceedingKind.CORRECTION, code=RAISED, basis="案管办来函〔2027〕2号")
        decider.hear(number, RAISED)
        decider.find(number, *FOUND)
        effects = decider.lay(number)
        assert effects is not None
        decider.decide(number, decider.vote(number))
        self.corrected = True
        if effects.republished:
            self.stage = (Move.REOPEN if self.stage is Stage.ARCHIVED else Move.PUBLISH_AGAIN).goal

    def go_on_deciding(self, window: int) -> None:
        """The next thing that a closed year asks for; corrected once it is put away."""
        rows = view(self.windows[window]).rows
        if self.stage is Stage.ARCHIVED:
            self.correct(window)
        elif any(row.decidable for row in rows):
            self.decide(window, "everybody", "")
        elif self._is_through(window):
            self.archive(window, "two")
        for row in rows:
            if row.result is not None and row.state is ResultState.DECIDED:
                self._serve(window, row.code, row.result.version, row.entry)
            elif row.result is not None and row.state is ResultState.NOTIFIED:
                self._sign(window, row.code, row.result.version, row.entry, refuses=False)

    # -- what holds at every moment --------------------------------------------------------------------------------

    @invariant()
    def no_result_goes_back_and_an_archived_year_is_through(self) -> None:
        """What was decided, served, signed or put away stays so; each version is of the grade that was published."""
        if not hasattr(self, "reached"):
            return
        for row in view(self.windows[0]).rows:
            if row.result is None:
                continue
            of = row.code, row.result.version
            assert ORDER.index(row.state) >= ORDER.index(self.reached.get(of, ResultState.DECIDED))
            if of not in self.reached:
                assert row.result.grade is row.published, "decided on a grade without a window of its own"
            self.reached[of] = row.state
            if self.stage is Stage.ARCHIVED and not row.earlier:
                assert row.state is ResultState.ARCHIVED
