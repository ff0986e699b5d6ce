"""What the papers of a rating round (form 6) are drawn from: the slips, the envelopes, the batches, the result."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple, Protocol

from committee_desk.domain.journal import canonical
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import Invalid
from committee_desk.domain.rounds import Batch, Failing, Round, RoundKind, RoundState, Terms, Turnout
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.round_book import Look
from committee_desk.services.round_views import PersonResult, UnsealedMarks

if TYPE_CHECKING:  # numpy stays away until a round's statistics are wanted
    from committee_desk.domain.rater_statistics.findings import RoundStatistics


class RatedPerson(NamedTuple):
    """Somebody on the list of a slip, in the order in which the slip is typed."""

    code: str
    name: str
    department: str


class RoundName(NamedTuple):
    """Which round a paper belongs to."""

    year: int
    label: str
    title: str
    kind: RoundKind

    @classmethod
    def of(cls, held: Round) -> "RoundName":
        """The name of that round."""
        return cls(held.year, held.label, held.title, held.kind)


@dataclass(frozen=True, slots=True)
class SlipPaper:
    """The slips of one class (民主测评票): all alike but for their serials, which stand here in no order of anything.

    Nothing on them tells when they were printed or by whom: two printings give the same slip.
    """

    office: str
    demo: bool
    at: datetime
    round: RoundName
    terms: Terms
    ballot_class: BallotClass
    people: tuple[RatedPerson, ...]
    serials: tuple[str, ...] = field(repr=False)
    sample: bool = False
    """A slip to look at: its serial is nobody's."""

    def fingerprint(self) -> str:
        """SHA-256 of what every slip of the class says."""
        said = (self.office, self.round, self.terms, self.ballot_class, self.people)
        return sha256(canonical(said).encode()).hexdigest()


class Envelope(NamedTuple):
    """One rater's envelope; `code` opens the booth once."""

    name: str
    department: str
    ballot_class: BallotClass
    code: str

    def __repr__(self) -> str:
        """Never the code."""
        return f"Envelope({self.name!r})"


@dataclass(frozen=True, slots=True)
class EnvelopePaper:
    """The envelopes of a round, one a page; `together` ballots of a class are written at once."""

    stamp: PublicationStamp
    round: RoundName
    together: int
    shown_from: int
    envelopes: tuple[Envelope, ...]
    sample: bool = False


class ClassTurnout(NamedTuple):
    """A class with its weight, and its slips from those due to those that are valid."""

    ballot_class: BallotClass
    weight: Decimal
    turnout: Turnout


@dataclass(frozen=True, slots=True)
class SummaryPaper:
    """测评结果汇总表: turnout, thresholds and, of a round that counts, everybody's result."""

    stamp: PublicationStamp
    round: RoundName
    state: RoundState
    imported: bool
    terms: Terms
    rated: int
    turnouts: tuple[ClassTurnout, ...]
    document: str = ""
    day: date | None = None
    reasons: tuple[tuple[Invalid, int], ...] = ()
    """How many slips are invalid for which reason."""
    failing: Failing | None = None
    why: str = ""
    again: str = ""
    """The label of the round that was held in place of a void one."""
    people: tuple[PersonResult, ...] = ()
    batches: tuple[Batch, ...] = ()
    version: int = 1
    blind: str = field(default="", repr=False)

    def fingerprint(self) -> str:
        """SHA-256 of what the summary says, whoever prints it, and of the round's blind: journalled, it is no way to
        try out results that are forgotten when the round is declared void."""
        said = (
            self.blind,
            self.stamp.office, self.round, self.state, self.imported, self.terms, self.rated, self.turnouts,
            self.document, self.day, self.reasons, self.failing, self.why, self.again, self.people, self.batches,
        )  # fmt: skip
        return sha256(canonical(said).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SealPaper:
    """封存单 of a void round: how many marks are sealed, and the key that opens them, which is nowhere else."""

    stamp: PublicationStamp
    round: RoundName
    terms: Terms
    turnouts: tuple[tuple[BallotClass, Turnout], ...]
    marks: int
    failing: Failing | None
    why: str
    key: str = field(repr=False)

    def fingerprint(self) -> str:
        """SHA-256 of what the sheet says but for the key."""
        said = (self.stamp.office, self.round, self.turnouts, self.marks, self.failing, self.why)
        return sha256(canonical(said).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class UnsealedPaper:
    """启封清单: everybody's marks of a void round by class, in no order, and why its seal was broken."""

    stamp: PublicationStamp
    round: RoundName
    why: str
    marks: tuple[UnsealedMarks, ...]

    def fingerprint(self) -> str:
        """SHA-256 of what the list says but for the marks: it is journalled, and they are in no journal."""
        counts = [(each.classes, each.code, len(each.marks)) for each in self.marks]
        return sha256(canonical((self.stamp.office, self.round, self.why, counts)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class BatchPaper:
    """The batches of a round (计票批次表): who counted each, and where both sign."""

    stamp: PublicationStamp
    round: RoundName
    strict: bool
    batches: tuple[Batch, ...]

    def fingerprint(self) -> str:
        """SHA-256 of what the list says."""
        return sha256(canonical((self.stamp.office, self.round, self.strict, self.batches)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class StatisticsPaper:
    """The committee's report of a round (测评统计报告): what its marks look like, and what they ask.

    `found` holds no single mark and no small count; `raters` names those who sign, by code; `looks` are what the
    committee looked into already.
    """

    stamp: PublicationStamp
    round: RoundName
    found: "RoundStatistics"
    people: tuple[RatedPerson, ...]
    raters: tuple[tuple[str, str], ...]
    looks: tuple[Look, ...]
    blind: str = field(default="", repr=False)

    def fingerprint(self) -> str:
        """SHA-256 of what the report says, and of the round's blind, as of the summary. Its figures are rounded floats,
        which canonical JSON does not hold."""
        said = (self.blind, self.stamp.office, self.round, self.found, self.people, self.raters, self.looks)
        return sha256(repr(said).encode()).hexdigest()


class RoundDrawer(Protocol):
    """Puts the papers of rounds on paper; UnprintableCharacters when no font holds one of their characters."""

    def slips(self, papers: Sequence[SlipPaper]) -> bytes:
        """民主测评票 as PDF, class after class."""
        ...

    def envelopes(self, paper: EnvelopePaper) -> bytes:
        """The envelopes as PDF, one a page."""
        ...

    def summary(self, paper: SummaryPaper) -> bytes:
        """测评结果汇总表 as PDF."""
        ...

    def seal(self, paper: SealPaper) -> bytes:
        """封存单 as PDF."""
        ...

    def unsealed(self, paper: UnsealedPaper) -> bytes:
        """启封清单 as PDF."""
        ...

    def batches(self, paper: BatchPaper) -> bytes:
        """计票批次表 as PDF."""
        ...

    def statistics(self, paper: StatisticsPaper) -> bytes:
        """测评统计报告 as PDF."""
        ...
