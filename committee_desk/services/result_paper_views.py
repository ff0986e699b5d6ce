"""What the papers of a result say: form 15, form 5 with its material, 告知书 and the registers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, Protocol

from committee_desk.domain.effects import Effects, Republishing, Rung
from committee_desk.domain.moved_people import MovedPerson
from committee_desk.domain.notice import Receiving
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import FactChange
from committee_desk.domain.results import Delivery, NamedRemedy, Result, Signature
from committee_desk.domain.scores import Grade
from committee_desk.services.application_views import ApplicationRow
from committee_desk.services.edition_views import EditionPaper
from committee_desk.services.effect_views import InformingRow
from committee_desk.services.proceeding_views import ProceedingRow
from committee_desk.services.publication_views import PublicationStamp


class Addressee(NamedTuple):
    """Whom a paper is written to."""

    code: str
    name: str
    department: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class NoticePaper:
    """结果通知书 (检察官法 44) of one version of a person's result, with its 送达回证.

    `counted_from` is the day of knowing once the notice was served, until then the day as if it were served on; the
    remedies' last days follow from it. `anchor` is the fingerprint of the office's root certificate, empty where it has
    none; `superseded` the version that took the place of this one.
    """

    stamp: PublicationStamp
    year: int
    label: str
    to: Addressee
    grade: Grade | None
    version: int
    decision: str
    decided: date
    remedies: tuple[NamedRemedy, ...]
    review_days: int
    counted_from: date
    delivery: Delivery | None = None
    signature: Signature | None = None
    replaces: int | None = None
    why: str = ""
    anchor: str = ""
    superseded: int | None = None


class Standing(NamedTuple):
    """A person's line on a list as a decision names it: figures in hundredths, None where they are not the reader's."""

    grade: Grade | None
    total: int | None = None
    rank: int | None = None


class VoteTold(NamedTuple):
    """评议情况: how many were to come, came, left; the count; the number of the minutes."""

    members: int
    present: int
    recused: int
    ayes: int
    noes: int
    abstentions: int
    minutes: str


@dataclass(frozen=True, slots=True)
class DecisionPaper:
    """复核决定书 or 更正决定书 as its addressee reads it: nobody else's name, figure or reason.

    `changes` touch the person's own facts; `hidden` counts those that touch others'. `others` is how many other people
    move, `regraded` how many of them get another grade. `appeal_until` is the last day for 申诉 once it was served.
    """

    stamp: PublicationStamp
    held: Proceeding
    to: Addressee
    about: Addressee
    applied: date | None
    against: str
    grounds: str
    before: Standing
    after: Standing
    changes: tuple[FactChange, ...]
    hidden: int
    indicators: Mapping[str, str]
    vote: VoteTold | None
    others: int
    regraded: int
    republished: bool
    appeal_organ: str = ""
    appeal_until: date | None = None


class Ladder(NamedTuple):
    """The part of a category's ranks that moves, with the places of 优秀 after the change."""

    category: str
    rungs: tuple[Rung, ...]
    places: int


@dataclass(frozen=True, slots=True)
class MaterialPaper:
    """复核材料, what lies before the committee when it votes. Names are shown: it stays in the room."""

    stamp: PublicationStamp
    row: ProceedingRow
    grounds: str
    effects: Effects | None
    ladders: tuple[Ladder, ...] = ()
    dates: Republishing | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    indicators: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InformingPaper:
    """告知书 to somebody whose figures a decision moved: the own figures alone, and nobody's name.

    `republished`: the grade hangs again, `counted` on these days: for sure where `cut_off` says until which hour, else
    as the calendar allows. `renewed`: a result was decided before, so that a new version of it comes. `dated` is the
    paper's own day; `again`: the person was told on it, and this is drawn anew.
    """

    stamp: PublicationStamp
    year: int
    label: str
    document: str
    day: date
    moved: MovedPerson
    indicators: Mapping[str, str]
    republished: bool
    dated: date
    counted: tuple[date, ...] = ()
    cut_off: str = ""
    renewed: bool = False
    receiving: Receiving = field(default_factory=Receiving)
    again: bool = False


class ResultLine(NamedTuple):
    """One version of a person's result in the register of decisions and deliveries."""

    to: Addressee
    result: Result
    decision: str
    decided: date
    label: str
    delivery: Delivery | None
    signature: Signature | None
    superseded: bool


@dataclass(frozen=True, slots=True)
class ReviewRegister:
    """复核申诉台账: applications, proceedings, and who was told."""

    stamp: PublicationStamp
    year: int
    applications: tuple[ApplicationRow, ...]
    proceedings: tuple[ProceedingRow, ...]
    informings: tuple[InformingRow, ...]


@dataclass(frozen=True, slots=True)
class ResultRegister:
    """决定与送达台账: every version of every result, by decision."""

    stamp: PublicationStamp
    year: int
    rows: tuple[ResultLine, ...]


class ResultDrawer(Protocol):
    """Puts the papers of results on paper; UnprintableCharacters when no font holds one of their characters."""

    def notices(self, papers: Sequence[NoticePaper]) -> bytes:
        """Form 15 of each with its 送达回证, one after the other."""
        ...

    def decision(self, paper: DecisionPaper) -> bytes:
        """Form 5 with its 送达回证."""
        ...

    def material(self, paper: MaterialPaper) -> bytes:
        """复核材料."""
        ...

    def informing(self, paper: InformingPaper) -> bytes:
        """告知书."""
        ...

    def reviews(self, paper: ReviewRegister) -> bytes:
        """复核申诉台账."""
        ...

    def results(self, paper: ResultRegister) -> bytes:
        """决定与送达台账."""
        ...

    def edition(self, paper: EditionPaper) -> bytes:
        """The public edition, or the full list for the office."""
        ...

    def edition_html(self, paper: EditionPaper) -> bytes:
        """The public edition as one HTML file without script, UTF-8."""
        ...
