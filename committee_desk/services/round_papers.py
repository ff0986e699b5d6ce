"""The papers of a rating round (form 6): slips, envelopes, batches, 测评结果汇总表, the statistics report.

What is handed out is journalled. Of slips the journal knows how many were made, never a serial; in which order they
were printed stands nowhere. Of envelopes it knows how many codes were made, never a code.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from secrets import SystemRandom
from typing import TYPE_CHECKING

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.roles import Right, Way
from committee_desk.domain.rounds import Batch, Round, RoundState, RoundWay, Turnout, require_state
from committee_desk.domain.serials import CODE_LENGTH, SERIAL_LENGTH
from committee_desk.services.actor import Actor
from committee_desk.services.journal_views import JournalFilter, on_paper
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.round_drafting import round_of
from committee_desk.services.round_file import TOGETHER, BatchState
from committee_desk.services.round_paper_views import (
    BatchPaper,
    ClassTurnout,
    Envelope,
    EnvelopePaper,
    RatedPerson,
    RoundDrawer,
    RoundName,
    SlipPaper,
    StatisticsPaper,
    SummaryPaper,
)
from committee_desk.services.round_people import roster_of
from committee_desk.services.round_reading import failing_of
from committee_desk.services.round_refusals import NobodyRates, RoundForNobody, RoundFromWorkbooks
from committee_desk.services.round_results import invalid_of, results_of
from committee_desk.services.seat import Seat, allowed

if TYPE_CHECKING:
    from collections.abc import Collection

    from committee_desk.services.booth import BoothDesk
    from committee_desk.services.slips import SlipsDesk

DRAW, PRINT = "rounds.draw", "print"
SUMMARY, BATCHES, STATISTICS = "summary", "batches", "statistics"
DRAFT, OPEN, CLOSED, VOID = RoundState.DRAFT, RoundState.OPEN, RoundState.CLOSED, RoundState.VOID
SAMPLE = "8"
"""What a sample's serial and code are made of: nobody's, for their check does not hold."""
PRINTS = 10_000
"""So many entries of a round are looked through for earlier printings."""


class RoundPapers:
    """Draws the papers of rounds. What `preview_…` shows is what is handed out, with a sample's serial or code."""

    def __init__(  # noqa: PLR0913, PLR0917 - what reads, draws and guards, and where serials and codes are made
        self,
        open_work: OpenUnitOfWork,
        clock: Clock,
        drawer: RoundDrawer,
        seat: Seat,
        slips: "Callable[[], SlipsDesk]",
        booth: "Callable[[], BoothDesk]",
    ) -> None:
        self._open, self._clock, self._drawer, self._seat = open_work, clock, drawer, seat
        self._slips, self._booth = slips, booth

    # -- slips ---------------------------------------------------------------------------------------------------------

    @allowed(Right.KEEP_ROUNDS)
    def preview_slips(self, year: int, number: int, ballot_class: BallotClass) -> bytes:
        """The slip of a class as all of them will be, marked 样张; of a draft too."""
        return self._drawer.slips([self._slip(year, number, ballot_class, DRAFT, OPEN)])

    @allowed(Right.KEEP_ROUNDS)
    def slips(self, actor: Actor, year: int, number: int, ballot_class: BallotClass, count: str | int) -> bytes:
        """So many new slips of a class (民主测评票), five at least, as PDF: their order is nobody's."""
        paper = self._slip(year, number, ballot_class, OPEN)
        self._drawer.slips([paper])  # what no font can draw is refused before serials are made
        serials = list(self._slips().make_serials(actor, year, number, ballot_class, count).serials)
        SystemRandom().shuffle(serials)
        return self._drawer.slips([replace(paper, serials=tuple(serials), sample=False)])

    def _slip(self, year: int, number: int, ballot_class: BallotClass, *enough: RoundState) -> SlipPaper:
        with self._open.reading() as uow:
            held = _own(uow, year, number, *enough)
            desk, people = uow.office.identity(), _people(uow, held)
        if not people:
            raise RoundForNobody
        serial = ballot_class.value + SAMPLE * (SERIAL_LENGTH - 1)
        name = RoundName.of(held)
        return SlipPaper(
            desk.office, desk.demo, self._clock(), name, held.terms, ballot_class, people, (serial,), sample=True
        )

    # -- envelopes -----------------------------------------------------------------------------------------------------

    @allowed(Right.KEEP_ROUNDS)
    def preview_envelopes(self, actor: Actor, year: int, number: int) -> bytes:
        """One envelope as all of them will be, marked 样张, with nobody's code; of a draft too."""
        return self._drawer.envelopes(self._envelopes(actor, year, number, DRAFT, OPEN))

    @allowed(Right.KEEP_ROUNDS)
    def envelopes(self, actor: Actor, year: int, number: int, people: "Collection[str] | None" = None) -> bytes:
        """Envelopes with fresh codes, for these raters or for all who have none, as PDF. A code is told here once."""
        paper = self._envelopes(actor, year, number, OPEN)
        self._drawer.envelopes(replace(paper, envelopes=self._everybody(year, number)))  # refuses before codes are made
        made = self._booth().make_codes(actor, year, number, people).codes
        told = sorted((each.department, each.name, each.person, each) for each in made)
        listed = tuple(Envelope(each.name, each.department, each.ballot_class, each.code) for *_, each in told)
        return self._drawer.envelopes(replace(paper, envelopes=listed, sample=False))

    def _envelopes(self, actor: Actor, year: int, number: int, *enough: RoundState) -> EnvelopePaper:
        with self._open.reading() as uow:
            held = _own(uow, year, number, *enough)
        sample = self._everybody(year, number)[:1]
        if not sample:
            raise NobodyRates(held.label)
        stamp, name = self._stamp(actor), RoundName.of(held)
        return EnvelopePaper(stamp, name, TOGETHER, held.terms.shown_from, sample, sample=True)

    def _everybody(self, year: int, number: int) -> tuple[Envelope, ...]:
        """An envelope for everybody who may rate, without a code of anybody's."""
        with self._open.reading() as uow:
            roster, people = roster_of(uow, year), uow.rounds.people(year, number)
        return tuple(
            Envelope(roster.name(each.code), roster.department(each.code), each.ballot_class, SAMPLE * CODE_LENGTH)
            for each in people
            if each.ballot_class
        )

    # -- batches -------------------------------------------------------------------------------------------------------

    @allowed(Right.KEEP_ROUNDS)
    def preview_batches(self, actor: Actor, year: int, number: int) -> bytes:
        """The very 计票批次表 that `batches` would give, without a trace in the journal."""
        return self._drawer.batches(self._batches(actor, year, number))

    @allowed(Right.KEEP_ROUNDS)
    def batches(self, actor: Actor, year: int, number: int) -> bytes:
        """计票批次表: the batches counted so far, each to be signed by those who counted it."""
        paper = self._batches(actor, year, number)
        return self._handed_out(actor, paper.round, BATCHES, paper.fingerprint(), self._drawer.batches(paper))

    def _batches(self, actor: Actor, year: int, number: int) -> BatchPaper:
        with self._open.reading() as uow:
            held = _own(uow, year, number, OPEN, CLOSED, VOID)
            batches = uow.rounds.batches(year, number)
        if held.state is OPEN:
            rows = (each for each in self._slips().batches(year, number) if each.state is BatchState.COUNTED)
            batches = tuple(
                Batch(each.number, each.ballot_class, each.slips, each.typed_by, each.compared_by, each.settled_by)
                for each in rows
            )
        strict = self._seat.has_accounts and self._seat.way is Way.STRICT
        return BatchPaper(self._stamp(actor), RoundName.of(held), strict, batches)

    # -- the result ----------------------------------------------------------------------------------------------------

    @allowed(Right.SEE_SCORES)
    def preview_summary(self, actor: Actor, year: int, number: int) -> bytes:
        """The very 测评结果汇总表 that `summary` would give, without a trace in the journal."""
        return self._drawer.summary(self._summary(actor, year, number))

    @allowed(Right.KEEP_ROUNDS)
    def summary(self, actor: Actor, year: int, number: int) -> bytes:
        """测评结果汇总表 of a closed round, or of a void one, which has no results."""
        paper = self._summary(actor, year, number)
        return self._handed_out(actor, paper.round, SUMMARY, paper.fingerprint(), self._drawer.summary(paper))

    def _summary(self, actor: Actor, year: int, number: int) -> SummaryPaper:
        with self._open.reading() as uow:
            held = round_of(uow, year, number)
            require_state(held, PRINT, CLOSED, VOID)
            turnouts = uow.rounds.turnouts(year, number)
            again = next((each for each in uow.rounds.of_year(year) if each.again == number), None)
            paper = SummaryPaper(
                stamp=self._stamp(actor),
                round=RoundName.of(held),
                state=held.state,
                imported=held.way is RoundWay.IMPORTED,
                terms=held.terms,
                rated=len(_people(uow, held)),
                turnouts=tuple(_of_class(held, *each) for each in sorted(turnouts.items())),
                document=held.document,
                day=held.day,
                reasons=tuple(sorted(invalid_of(held).items())),
                failing=failing_of(held),
                why=held.why,
                again=again.label if again else "",
                people=results_of(uow, held).people if held.state is CLOSED else (),
                batches=uow.rounds.batches(year, number),
            )
            return replace(paper, version=_version(uow, paper))

    # -- the statistics ------------------------------------------------------------------------------------------------

    @allowed(Right.SEE_STATISTICS)
    def preview_statistics(self, actor: Actor, year: int, number: int) -> bytes:
        """The very report that `statistics` would give, without a trace in the journal."""
        return self._drawer.statistics(self._statistics(actor, year, number))

    @allowed(Right.SEE_STATISTICS)
    def statistics(self, actor: Actor, year: int, number: int) -> bytes:
        """测评统计报告 for the committee: distributions, agreement, and what is asked."""
        paper = self._statistics(actor, year, number)
        return self._handed_out(actor, paper.round, STATISTICS, paper.fingerprint(), self._drawer.statistics(paper))

    def _statistics(self, actor: Actor, year: int, number: int) -> StatisticsPaper:
        from committee_desk.domain.rater_statistics.kept import read  # noqa: PLC0415 - of a printed report alone

        with self._open.reading() as uow:
            held = round_of(uow, year, number)
            require_state(held, PRINT, CLOSED)
            kept = (held.result or {})["statistics"]
            assert isinstance(kept, Mapping)  # noqa: S101 - as closing wrote it
            found, roster = read(kept), roster_of(uow, year)
            signed = found.signed
            named = {each.rater for each in signed.severities} | {each.about for each in found.flags}
            for pattern in (signed.reciprocity, signed.circles):
                named |= set(getattr(pattern, "people", ()))
            raters = tuple((code, roster.name(code)) for code in sorted(named) if code in roster.stays)
            people, looks = _people(uow, held), uow.rounds.looks(year, number)
        return StatisticsPaper(self._stamp(actor), RoundName.of(held), found, people, raters, looks)

    def _handed_out(self, actor: Actor, name: RoundName, paper: str, fingerprint: str, drawn: bytes) -> bytes:
        with self._open.writing() as uow:
            what = {"year": name.year, "paper": paper, "fingerprint": fingerprint, "head": on_paper(uow.journal.head())}
            uow.journal.append(actor, DRAW, name.label, what, dated=True)
            uow.commit()
        return drawn

    def _stamp(self, actor: Actor) -> PublicationStamp:
        with self._open.reading() as uow:
            desk, head = uow.office.identity(), uow.journal.head()
        return PublicationStamp(desk.office, desk.demo, self._clock(), actor.name, head.hash, head.entries)


def _own(uow: UnitOfWork, year: int, number: int, *enough: RoundState) -> Round:
    """A round that the desk holds itself, at one of these states."""
    held = round_of(uow, year, number)
    if held.way is RoundWay.IMPORTED:
        raise RoundFromWorkbooks(held.label)
    require_state(held, PRINT, *enough)
    return held


def _people(uow: UnitOfWork, held: Round) -> tuple[RatedPerson, ...]:
    """Who is rated, in the order in which slips are typed."""
    roster = roster_of(uow, held.year)
    rated = sorted(each.code for each in uow.rounds.people(held.year, held.number) if each.rated)
    return tuple(RatedPerson(code, roster.name(code), roster.department(code)) for code in rated)


def _of_class(held: Round, name: BallotClass, turnout: Turnout) -> ClassTurnout:
    return ClassTurnout(name, held.terms.weights[name], turnout)


def _version(uow: UnitOfWork, paper: SummaryPaper) -> int:
    """Which version of the summary this is: a new one whenever it says something else than the one printed before."""
    rows = uow.journal.rows(PRINTS, None, JournalFilter(subject=paper.round.label))
    told = (json.loads(row.what) for row in reversed(rows) if row.verb == DRAW)
    versions = 0
    last = ""
    for each in told:
        if each["paper"] == SUMMARY and each["fingerprint"] != last:
            versions, last = versions + 1, each["fingerprint"]
    return versions if last == paper.fingerprint() else versions + 1
