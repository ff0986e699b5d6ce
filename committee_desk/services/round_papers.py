"""The papers of a rating round (form 6): slips, envelopes, batches, 测评结果汇总表, the statistics report.

What is handed out is journalled. Of slips the journal knows how many were made, never a serial; in which order they
were printed stands nowhere. Of envelopes it knows how many codes were made, never a code.
"""

from dataclasses import replace
from secrets import SystemRandom
from typing import TYPE_CHECKING

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.roles import Right, Way
from committee_desk.domain.rounds import Batch, RoundState, require_state
from committee_desk.domain.serials import CODE_LENGTH, SERIAL_LENGTH
from committee_desk.services.actor import Actor
from committee_desk.services.journal_views import on_paper
from committee_desk.services.ports import Clock, OpenUnitOfWork
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.round_file import TOGETHER, BatchState
from committee_desk.services.round_finding import own_round, round_of
from committee_desk.services.round_paper_reading import (
    PRINT,
    SUMMARY,
    rated_people,
    statistics_of,
    summary_of,
)
from committee_desk.services.round_paper_views import (
    BatchPaper,
    Envelope,
    EnvelopePaper,
    RoundDrawer,
    RoundName,
    SealPaper,
    SlipPaper,
    StatisticsPaper,
    SummaryPaper,
    UnsealedPaper,
)
from committee_desk.services.round_people import roster_of
from committee_desk.services.round_reading import failing_of
from committee_desk.services.round_refusals import NobodyRates, RoundForNobody
from committee_desk.services.seat import Seat, allowed

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from committee_desk.services.booth import BoothDesk
    from committee_desk.services.round_views import Unsealed
    from committee_desk.services.slips import SlipsDesk

BATCHES, STATISTICS, SEAL, UNSEALED = "batches", "statistics", "seal", "unsealed"
DRAFT, OPEN, CLOSED, VOID = RoundState.DRAFT, RoundState.OPEN, RoundState.CLOSED, RoundState.VOID
SAMPLE = "8"
"""What a sample's serial and code are made of: nobody's, for their check does not hold."""


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
        serials = list(
            self._slips().make_serials(actor, year, number, ballot_class, count, paper.fingerprint()).serials
        )
        SystemRandom().shuffle(serials)
        return self._drawer.slips([replace(paper, serials=tuple(serials), sample=False)])

    def _slip(self, year: int, number: int, ballot_class: BallotClass, *enough: RoundState) -> SlipPaper:
        with self._open.reading() as uow:
            held = own_round(uow, year, number, PRINT, *enough)
            desk, people = uow.office.identity(), rated_people(uow, held)
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
            held = own_round(uow, year, number, PRINT, *enough)
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
            held = own_round(uow, year, number, PRINT, OPEN, CLOSED, VOID)
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
        stamp = self._stamp(actor)
        with self._open.reading() as uow:
            return summary_of(uow, stamp, round_of(uow, year, number))

    # -- what a void round keeps sealed ------------------------------------------------------------------------------

    @allowed(Right.ADOPT_ROUNDS)
    def preview_seal(self, actor: Actor, year: int, number: int, key: str) -> bytes:
        """The very 封存单 that `seal` would give, without a trace in the journal."""
        return self._drawer.seal(self._seal(actor, year, number, key))

    @allowed(Right.ADOPT_ROUNDS)
    def seal(self, actor: Actor, year: int, number: int, key: str) -> bytes:
        """封存单 of a void round: the key that ending it told once, to go into the envelope with the paper slips."""
        paper = self._seal(actor, year, number, key)
        return self._handed_out(actor, paper.round, SEAL, paper.fingerprint(), self._drawer.seal(paper))

    def _seal(self, actor: Actor, year: int, number: int, key: str) -> SealPaper:
        stamp = self._stamp(actor)
        with self._open.reading() as uow:
            held = round_of(uow, year, number)
            require_state(held, PRINT, VOID)
            turnouts = tuple(sorted(uow.rounds.turnouts(year, number).items()))
            marks = uow.rounds.sealed(year, number)
        return SealPaper(stamp, RoundName.of(held), held.terms, turnouts, marks, failing_of(held), held.why, key)

    @allowed(Right.ADOPT_ROUNDS)
    def preview_unsealed(self, actor: Actor, opened: "Unsealed") -> bytes:
        """The very 启封清单 that `unsealed` would give, without a trace in the journal."""
        return self._drawer.unsealed(self._unsealed(actor, opened))

    @allowed(Right.ADOPT_ROUNDS)
    def unsealed(self, actor: Actor, opened: "Unsealed") -> bytes:
        """启封清单: what a void round kept sealed, as two people opened it."""
        paper = self._unsealed(actor, opened)
        return self._handed_out(actor, paper.round, UNSEALED, paper.fingerprint(), self._drawer.unsealed(paper))

    def _unsealed(self, actor: Actor, opened: "Unsealed") -> UnsealedPaper:
        return UnsealedPaper(self._stamp(actor), RoundName.of(opened.round), opened.why, opened.marks)

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
        stamp = self._stamp(actor)
        with self._open.reading() as uow:
            return statistics_of(uow, stamp, round_of(uow, year, number))

    def _handed_out(self, actor: Actor, name: RoundName, paper: str, fingerprint: str, drawn: bytes) -> bytes:
        with self._open.writing() as uow:
            what = {"year": name.year, "paper": paper, "fingerprint": fingerprint, "head": on_paper(uow.journal.head())}
            uow.journal.append(actor, "rounds.draw", name.label, what, dated=True)
            uow.commit()
        return drawn

    def _stamp(self, actor: Actor) -> PublicationStamp:
        with self._open.reading() as uow:
            desk, head = uow.office.identity(), uow.journal.head()
        return PublicationStamp(desk.office, desk.demo, self._clock(), actor.name, head.hash, head.entries)
