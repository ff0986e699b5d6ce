"""Rating rounds (民主测评轮次): drafted, adopted with two people, counted at their closing, void and held again."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from committee_desk.domain.errors import Trouble
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.roles import Right
from committee_desk.domain.rounds import (
    Participant,
    Round,
    RoundState,
    RoundWay,
    require_state,
)
from committee_desk.domain.said import said
from committee_desk.services import round_drafting as drafting
from committee_desk.services import typed_values
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.round_book import Look
from committee_desk.services.round_closing import (
    closing_of,
    raters_of,
    write_closing,
)
from committee_desk.services.round_drafting import round_of, subject_of
from committee_desk.services.round_file import RoundElsewhere, RoundFileGone
from committee_desk.services.round_people import roster_of, rows_of
from committee_desk.services.round_reading import card_of, known_flags
from committee_desk.services.round_refusals import (
    AdoptedAhead,
    LookIncomplete,
    NoSuchFlag,
    RoundFromWorkbooks,
    VoidReasonMissing,
)
from committee_desk.services.round_results import results_of
from committee_desk.services.round_turnout import turnout_of
from committee_desk.services.round_views import (
    AdoptedBy,
    ParticipantRow,
    RoundCard,
    RoundForm,
    RoundResult,
    TypedLook,
    TypedTurnout,
)
from committee_desk.services.seat import Seat, allowed

if TYPE_CHECKING:
    from committee_desk.domain.rater_statistics.findings import RoundStatistics
    from committee_desk.services.booth import BoothDesk
    from committee_desk.services.booth_views import BoothWaiting
    from committee_desk.services.round_file import ClassProgress, RoundContents, RoundFiles
    from committee_desk.services.second import Second, Witnessing
    from committee_desk.services.slips import SlipsDesk

DRAFT, AMEND, PLACE, DERIVE, DISCARD, ADOPT, TURNOUT, CLOSE, VOID, AGAIN, LOOK = (
    f"rounds.{act}"
    for act in (
        "draft", "amend", "place", "derive", "discard", "adopt", "turnout", "close", "void", "again", "look",
    )
)  # fmt: skip
OPEN, CLOSED = RoundState.OPEN, RoundState.CLOSED
ENDED = frozenset({RoundState.CLOSED, RoundState.VOID})


class RoundsDesk:
    """Keeps the year's rounds. What slips say comes in through `desk.slips` and `desk.booth` alone."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it rests on, who guards it, and where slips come in
        self,
        open_work: OpenUnitOfWork,
        clock: Clock,
        seat: Seat,
        witnessing: "Witnessing",
        keep_a_copy: Callable[[], None],
        files: "Callable[[], RoundFiles]",
        slips: "Callable[[], SlipsDesk]",
        booth: "Callable[[], BoothDesk]",
    ) -> None:
        self._open, self._clock, self._seat, self._witnessing = open_work, clock, seat, witnessing
        self._keep_a_copy, self._files, self._slips, self._booth = keep_a_copy, files, slips, booth

    # -- reads ---------------------------------------------------------------------------------------------------------

    @allowed(Right.SEE_SCORES)
    def view(self, year: int) -> tuple[Round, ...]:
        """The year's rounds, void ones too, by number."""
        with self._open.reading() as uow:
            drafting.require_year(uow, year)
            return uow.rounds.of_year(year)

    @allowed(Right.KEEP_ROUNDS)
    def card(self, year: int, number: int) -> RoundCard:
        """One round: people, classes, what it waits for, what would void it."""
        with self._open.reading() as uow:
            given = round_of(uow, year, number)
            here, progress, booth = self._seen(given)
            return card_of(uow, given, progress, booth, here=here)

    @allowed(Right.KEEP_ROUNDS)
    def participants(self, year: int, number: int) -> tuple[ParticipantRow, ...]:
        """Who is rated and who may rate, in the order in which slips name them."""
        with self._open.reading() as uow:
            given = round_of(uow, year, number)
            return rows_of(roster_of(uow, year), given, uow.rounds.people(year, number))

    @allowed(Right.SEE_SCORES)
    def results(self, year: int, number: int) -> RoundResult:
        """What closing counted, as far as it may be shown. RoundStands while the round is not closed."""
        with self._open.reading() as uow:
            given = round_of(uow, year, number)
            require_state(given, "results", CLOSED)
            return results_of(uow, given)

    @allowed(Right.SEE_STATISTICS)
    def statistics(self, year: int, number: int) -> "RoundStatistics":
        """The statistics that closing worked out, while the slips were whole."""
        from committee_desk.domain.rater_statistics import kept  # noqa: PLC0415 - looked at once a year

        with self._open.reading() as uow:
            given = round_of(uow, year, number)
        require_state(given, "statistics", CLOSED)
        told = (given.result or {})["statistics"]
        assert isinstance(told, Mapping)  # noqa: S101 - as closing wrote it
        return kept.read(told)

    @allowed(Right.SEE_STATISTICS)
    def looks(self, year: int, number: int) -> tuple[Look, ...]:
        """What the committee looked into and decided."""
        with self._open.reading() as uow:
            round_of(uow, year, number)
            return uow.rounds.looks(year, number)

    # -- a draft -------------------------------------------------------------------------------------------------------

    @allowed(Right.KEEP_ROUNDS)
    def draft(self, actor: Actor, year: int, form: RoundForm) -> tuple[int, Change]:
        """Draft a round under the next number, its people derived from the roster, its terms from the scheme."""
        with self._open.writing() as uow:
            drafting.require_early(uow, year)
            number = uow.rounds.next_number(year)
            given, people = drafting.drafted(uow, year, number, form)
            entry = uow.journal.append(actor, DRAFT, subject_of(given), drafting.told(given, people))
            uow.rounds.put(entry, given)
            uow.rounds.put_people(entry, year, number, people)
            uow.commit()
        return number, Change.of(Topic.ROUNDS, entry=entry)

    @allowed(Right.KEEP_ROUNDS)
    def amend(self, actor: Actor, year: int, number: int, form: RoundForm) -> Change:
        """Change what was typed of a draft. With other categories its people are derived anew, by hand ones kept."""
        return self._redraft(actor, year, number, AMEND, lambda uow, given: drafting.amended(uow, given, form))

    @allowed(Right.KEEP_ROUNDS)
    def derive(self, actor: Actor, year: int, number: int) -> Change:
        """Derive a draft's people anew from the roster; those corrected by hand stay as they are."""
        return self._redraft(actor, year, number, DERIVE, drafting.derived_anew)

    @allowed(Right.KEEP_ROUNDS)
    def place(self, actor: Actor, year: int, number: int, placed: Participant) -> Change:
        """Correct one person of a draft by hand: the class in which he may rate (None: none), and whether rated."""
        return self._redraft(actor, year, number, PLACE, lambda uow, given: drafting.placed(uow, given, placed))

    @allowed(Right.KEEP_ROUNDS)
    def discard(self, actor: Actor, year: int, number: int) -> Change:
        """Drop a draft; its number is not given again."""
        with self._open.writing() as uow:
            given = round_of(uow, year, number)
            require_state(given, "discard", RoundState.DRAFT)
            entry = uow.journal.append(actor, DISCARD, subject_of(given), {"title": given.title})
            uow.rounds.end(entry, year, number)
            uow.commit()
        return Change.of(Topic.ROUNDS, entry=entry)

    # -- an open round -------------------------------------------------------------------------------------------------

    @allowed(Right.ADOPT_ROUNDS)
    def adopt(self, actor: Actor, year: int, number: int, by: AdoptedBy, second: "Second | None" = None) -> Change:
        """Adopt the terms and open the round: its working file is made. An act for two."""
        today = self._clock().date()
        with self._open.reading() as uow:
            drafting.adopted(uow, round_of(uow, year, number), by, today)
        authority = self._witnessing.confirm(second, ADOPT, actor=actor)
        with self._open.writing() as uow:
            given = drafting.adopted(uow, round_of(uow, year, number), by, today)
            what = drafting.told(given, uow.rounds.people(year, number))
            entry = uow.journal.append(actor, ADOPT, subject_of(given), what, authority=authority, dated=True)
            uow.rounds.put(entry, given)
            self._files().make(given.label)
            self._keep_a_copy()
            uow.commit()
        return Change.of(Topic.ROUNDS, entry=entry)

    @allowed(Right.KEEP_ROUNDS)
    def turnout(self, actor: Actor, year: int, number: int, ballot_class: BallotClass, typed: TypedTurnout) -> Change:
        """Put down a class's turnout on paper. More returned than issued is taken, and voids the round at closing."""
        with self._open.writing() as uow:
            given = _own(uow, year, number)
            require_state(given, "turnout", OPEN)
            turnout = turnout_of(given.label, raters_of(uow.rounds.people(year, number)), ballot_class, typed)
            if uow.rounds.turnouts(year, number).get(ballot_class) == turnout:
                return Change.of()
            what = {"class": ballot_class, **turnout._asdict()}
            entry = uow.journal.append(actor, TURNOUT, subject_of(given), what)
            uow.rounds.put_turnout(entry, year, number, ballot_class, turnout)
            uow.commit()
        return Change.of(Topic.ROUNDS, entry=entry)

    @allowed(Right.ADOPT_ROUNDS)
    def close(
        self, actor: Actor, year: int, number: int, second: "Second | None" = None, absent: Collection[str] = ()
    ) -> Change:
        """Count the round and publish it, or let it be void where its turnout fails. An act for two.

        `absent` are those who did not take part, where it is known. Afterwards the working file and its key are
        destroyed.
        """
        self._counted(year, number, absent)
        authority = self._witnessing.confirm(second, CLOSE, actor=actor)
        contents, progress = self._counted(year, number, absent)
        with self._open.writing() as uow:
            given = _closable(uow, year, number)
            counted = closing_of(uow, given, contents, progress, absent)
            what = {
                "turnouts": {str(name): each._asdict() for name, each in counted.turnouts.items()},
                "void": counted.failing,
                "marks": len(counted.parted.marks),
            }
            entry = uow.journal.append(actor, CLOSE, subject_of(given), what, authority=authority, dated=True)
            write_closing(uow, entry, given, counted, contents)
            self._keep_a_copy()
            uow.commit()
        self._destroy(given)
        return Change.of(Topic.ROUNDS, Topic.RATINGS, entry=entry)

    @allowed(Right.ADOPT_ROUNDS)
    def void(self, actor: Actor, year: int, number: int, why: str, second: "Second | None" = None) -> Change:
        """Declare an open or closed round void, with a reason; its marks are sealed. An act for two."""
        why = said(why)
        with self._open.reading() as uow:
            before = _voidable(uow, year, number)
        if not why:
            raise VoidReasonMissing(before.label)
        authority = self._witnessing.confirm(second, VOID, actor=actor)
        contents = self._contents(before) if before.state is OPEN else None
        with self._open.writing() as uow:
            given = _voidable(uow, year, number)
            marks = drafting.marks_to_seal(uow, given, contents)
            what = {"was": given.state, "marks": len(marks), "unread": given.state is OPEN and contents is None}
            about = subject_of(given)
            entry = uow.journal.append(actor, VOID, about, what, why=why, authority=authority, dated=True)
            uow.rounds.put(entry, replace(given, state=RoundState.VOID, why=why))
            if given.state is CLOSED:
                uow.rounds.end_marks(entry, year, number)
            if contents is not None:
                uow.rounds.add_batches(entry, year, number, contents.batches)
            uow.rounds.seal_marks(entry, year, number, marks)
            self._keep_a_copy()
            uow.commit()
        if given.state is OPEN:
            self._destroy(given)
        return Change.of(Topic.ROUNDS, Topic.RATINGS, entry=entry)

    @allowed(Right.KEEP_ROUNDS)
    def rerun(self, actor: Actor, year: int, number: int) -> tuple[int, Change]:
        """Draft a void round again under a new number, with the same people and terms."""
        with self._open.writing() as uow:
            drafting.require_early(uow, year)
            void = round_of(uow, year, number)
            require_state(void, "rerun", RoundState.VOID)
            fresh, people = drafting.held_again(uow, void)
            entry = uow.journal.append(actor, AGAIN, subject_of(fresh), {"again": void.label})
            uow.rounds.put(entry, fresh)
            uow.rounds.put_people(entry, year, fresh.number, people)
            uow.commit()
        return fresh.number, Change.of(Topic.ROUNDS, entry=entry)

    @allowed(Right.SEE_SCORES)
    def sweep(self) -> None:
        """Destroy what is left of working files whose round has ended. Asked when the page opens.

        A draft's is left alone: an older state of the desk may stand in the place of the one that opened the round.
        """
        with self._open.reading() as uow:
            held = (each for year in uow.office.years() for each in uow.rounds.of_year(year))
            ended = tuple(each.label for each in held if each.state in ENDED)
        for label in self._files().leftovers(ended):
            self._try_to_destroy(label)

    # -- statistics ----------------------------------------------------------------------------------------------------

    @allowed(Right.SEE_STATISTICS)
    def look(self, actor: Actor, year: int, number: int, typed: TypedLook) -> Change:
        """Record that the committee looked into a flag, who, when, and what it decided. It changes no score."""
        with self._open.writing() as uow:
            given = round_of(uow, year, number)
            require_state(given, "look", CLOSED)
            look = self._looked(given, typed)
            what = {"flag": look.flag, "looked_by": look.looked_by, "day": look.day, "decided": look.decided}
            entry = uow.journal.append(actor, LOOK, subject_of(given), what)
            uow.rounds.put_look(entry, year, number, look)
            uow.commit()
        return Change.of(Topic.ROUNDS, entry=entry)

    def _looked(self, given: Round, typed: TypedLook) -> Look:
        if typed.flag not in known_flags(given):
            raise NoSuchFlag(given.label, typed.flag)
        by, day, decided = (
            said(typed.looked_by, "looked_by"),
            typed_values.day(typed.day),
            said(typed.decided, "opinion"),
        )
        if not by or day is None or not decided:
            raise LookIncomplete(given.label)
        if day > (today := self._clock().date()):
            raise AdoptedAhead(given.label, day, today)
        return Look(typed.flag, by, day, decided)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _redraft(
        self, actor: Actor, year: int, number: int, verb: str, change: "Callable[[UnitOfWork, Round], drafting.Drafted]"
    ) -> Change:
        with self._open.writing() as uow:
            given = round_of(uow, year, number)
            require_state(given, verb.removeprefix("rounds."), RoundState.DRAFT)
            held = uow.rounds.people(year, number)
            fresh, people = change(uow, given)
            if (replace(fresh, entry=given.entry), people) == (given, held):
                return Change.of()
            what = drafting.told(fresh, people, before=held)
            entry = uow.journal.append(actor, verb, subject_of(fresh), what)
            uow.rounds.put(entry, fresh)
            uow.rounds.put_people(entry, year, number, people)
            uow.commit()
        return Change.of(Topic.ROUNDS, entry=entry)

    def _seen(self, given: Round) -> "tuple[bool, Mapping[BallotClass, ClassProgress], BoothWaiting | None]":
        """Whether an open round can be worked on here, how far its count is, and what waits in the booth."""
        if given.state is not OPEN or given.way is RoundWay.IMPORTED:
            return True, {}, None
        at = given.year, given.number
        try:
            return True, self._slips().progress(*at), self._booth().state(*at)
        except (RoundElsewhere, RoundFileGone):
            return False, {}, None

    def _counted(
        self, year: int, number: int, absent: Collection[str]
    ) -> "tuple[RoundContents, Mapping[BallotClass, ClassProgress]]":
        """What is to be counted; refuses what is not ready, before anybody is asked to confirm."""
        with self._open.reading() as uow:
            given = _closable(uow, year, number)
        progress = self._slips().progress(year, number)
        contents = self._booth().contents(year, number)
        with self._open.reading() as uow:
            closing_of(uow, given, contents, progress, absent)
        return contents, progress

    def _contents(self, given: Round) -> "RoundContents | None":
        """What an open round's working file holds; None where it cannot be read any more."""
        try:
            return self._booth().contents(given.year, given.number, giving_up=True)
        except (RoundElsewhere, RoundFileGone):
            return None

    def _destroy(self, given: Round) -> None:
        self._booth().forget(given.year, given.number)
        self._try_to_destroy(given.label)

    def _try_to_destroy(self, label: str) -> None:
        """What cannot be removed now (the file is held by another program) is swept the next time."""
        try:
            self._files().destroy(label)
        except (Trouble, OSError):
            return


def _own(uow: UnitOfWork, year: int, number: int) -> Round:
    given = round_of(uow, year, number)
    if given.way is RoundWay.IMPORTED:
        raise RoundFromWorkbooks(given.label)
    return given


def _closable(uow: UnitOfWork, year: int, number: int) -> Round:
    given = _own(uow, year, number)
    require_state(given, "close", OPEN)
    return given


def _voidable(uow: UnitOfWork, year: int, number: int) -> Round:
    given = _own(uow, year, number)
    require_state(given, "void", OPEN, CLOSED)
    return given
