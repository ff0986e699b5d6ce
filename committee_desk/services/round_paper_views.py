"""What the papers of a rating round (form 6) are drawn from: the slips, the envelopes, the batches, the result."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import NamedTuple, Protocol

from committee_desk.domain.journal import canonical
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import Invalid
from committee_desk.domain.rounds import Batch, Failing, Round, RoundKind, RoundState, Terms, Turnout
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.round_views import PersonResult


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

    def fingerprint(self) -> str:
        """SHA-256 of what the summary says, whoever prints it."""
        said = (
            self.stamp.office, self.round, self.state, self.imported, self.terms, self.rated, self.turnouts,
            self.document, self.day, self.reasons, self.failing, self.why, self.again, self.people, self.batches,
        )  # fmt: skip
        return sha256(canonical(said).encode()).hexdigest()


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


class SpreadRow(NamedTuple):
    """How the marks of a class, or of a person, spread. Too few of them have nothing but their number shown.

    `bins` are how many marks lie in each tenth of the scale, and are empty too where there are too few.
    """

    name: str
    number: int
    low: Decimal | None = None
    lower: Decimal | None = None
    middle: Decimal | None = None
    upper: Decimal | None = None
    high: Decimal | None = None
    bins: tuple[int, ...] = ()


class Told(NamedTuple):
    """A figure of the statistics and the sentence that says what it means."""

    name: str
    value: str
    sentence: str


class RaterRow(NamedTuple):
    """How severe or lenient a leader who signs is against the others, with its interval."""

    name: str
    number: int
    shift: Decimal | None
    low: Decimal | None
    high: Decimal | None
    sentence: str


class AskedRow(NamedTuple):
    """A question of the statistics, and what the committee decided when it looked into it."""

    question: str
    looked_by: str = ""
    day: date | None = None
    decided: str = ""


@dataclass(frozen=True, slots=True)
class StatisticsPaper:
    """The committee's report of a round: what its marks look like, and what they ask."""

    stamp: PublicationStamp
    round: RoundName
    classes: tuple[SpreadRow, ...]
    people: tuple[SpreadRow, ...]
    agreement: tuple[Told, ...]
    counts: tuple[Told, ...]
    leaders: tuple[RaterRow, ...]
    patterns: tuple[Told, ...]
    asked: tuple[AskedRow, ...]
    least: int = 5
    """So many marks must there be before a spread is shown."""

    def fingerprint(self) -> str:
        """SHA-256 of what the report says."""
        said = (
            self.stamp.office, self.round, self.classes, self.people, self.agreement, self.counts, self.leaders,
            self.patterns, self.asked,
        )  # fmt: skip
        return sha256(canonical(said).encode()).hexdigest()


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

    def batches(self, paper: BatchPaper) -> bytes:
        """计票批次表 as PDF."""
        ...

    def statistics(self, paper: StatisticsPaper) -> bytes:
        """测评统计报告 as PDF."""
        ...
