"""Rating rounds as screens and papers show them, and what is typed of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.recovery_code import SEAL, groups
from committee_desk.domain.round_counting import Invalid, ShownClass
from committee_desk.domain.rounds import Batch, Failing, Participant, Round, RoundKind, Turnout
from committee_desk.services.round_file import ClassProgress

if TYPE_CHECKING:
    from committee_desk.services.booth_views import BoothWaiting
    from committee_desk.services.changes import Change


@dataclass(frozen=True, slots=True)
class RoundForm:
    """What is typed of a new round: title, kind, whose ratings it is, the cap on 优秀 marks a slip (or none)."""

    title: str
    kind: RoundKind
    categories: tuple[Category, ...] = (Category.PROSECUTOR,)
    most_excellent: str | int | None = None


class TypedTurnout(NamedTuple):
    """A class's turnout on paper as it is typed. `due` is whoever may rate in the class."""

    due: str | int
    present: str | int
    issued: str | int
    returned: str | int


class ParticipantRow(NamedTuple):
    """One person of a round with the name and department; `derived` is what the desk would have said."""

    participant: Participant
    name: str
    department: str
    post: str
    derived: Participant | None


class ClassRow(NamedTuple):
    """One class of a round: how many may rate in it, the turnout put down, what the count has so far.

    Never what a slip says: while a round is open only these counts are shown, and codes used only in steps of batches.
    """

    ballot_class: BallotClass
    raters: int
    turnout: Turnout | None
    progress: ClassProgress = ClassProgress()

    @property
    def came(self) -> int:
        """How many came, where all of them voted on paper and were put down; else how many may come."""
        return self.raters if self.turnout is None or self.progress.codes else self.turnout.present


class Waiting(NamedTuple):
    """What a round still waits for before it can be closed; wording names each kind.

    turnout (the classes without one), batches (so many not counted), unconfirmed (so many slips of them), slips_missing
    and slips_above (of a class: fewer or more counted than came back).
    """

    kind: str
    facts: Mapping[str, object]


NEVER_LEFT = frozenset({"turnout", "slips_above", "batches", "unconfirmed"})
"""What a round waits for even where its turnout makes it void: typed slips go under seal, never away (row 30)."""


@dataclass(frozen=True, slots=True)
class RoundCard:
    """One round with all that may be seen of it."""

    round: Round
    participants: tuple[ParticipantRow, ...]
    classes: tuple[ClassRow, ...]
    batches: tuple[Batch, ...]
    waiting: tuple[Waiting, ...]
    failing: Failing | None
    """What would void it at closing as it stands now; of a void one why it is."""
    here: bool = True
    """Whether the working file of an open round can be read on this PC."""
    sealed: int = 0
    """How many marks a void round keeps sealed."""
    booth: "BoothWaiting | None" = None
    """What waits in the booth's memory of an open round, where its working file can be read here."""

    @property
    def rated(self) -> tuple[ParticipantRow, ...]:
        """The people who are rated, in the order in which slips name them."""
        return tuple(each for each in self.participants if each.participant.rated)

    @property
    def small(self) -> tuple[BallotClass, ...]:
        """The classes of which fewer come than one is shown from: as many as may rate, or as were put down."""
        least = self.round.terms.shown_from
        return tuple(each.ballot_class for each in self.classes if 0 < each.came < least)


class PersonResult(NamedTuple):
    """One person's result of a closed round: what may be shown by class, and the whole (0-100).

    No classes: everything is merged, and only the total may be shown.
    """

    code: str
    name: str
    department: str
    classes: tuple[ShownClass, ...]
    total: Fraction | None


@dataclass(frozen=True, slots=True)
class RoundResult:
    """A closed round's results, published by its closing."""

    round: Round
    turnouts: Mapping[BallotClass, Turnout]
    people: tuple[PersonResult, ...]
    invalid: Mapping[Invalid, int]
    """How many slips were invalid, by reason."""
    batches: tuple[Batch, ...] = ()


class Ended(NamedTuple):
    """What ending a round changed. `key` opens the marks of a void one: it is told here once, and kept nowhere."""

    change: "Change"
    key: str = ""

    @classmethod
    def with_key(cls, change: "Change", key: bytes) -> "Ended":
        """The same with the key as people read it, in groups."""
        return cls(change, "-".join(groups(key, SEAL)) if key else "")

    def __repr__(self) -> str:
        """Never the key."""
        return f"Ended({self.change!r})"


class UnsealedMarks(NamedTuple):
    """Somebody's marks of one class, as the seal gave them back: in no order, None where nobody was marked. Of a class
    with too few ballots to be shown they stand among those of another."""

    classes: tuple[BallotClass, ...]
    code: str
    name: str
    marks: tuple[Decimal | None, ...]


class Unsealed(NamedTuple):
    """What a void round kept sealed, and why it was opened."""

    round: Round
    why: str
    marks: tuple[UnsealedMarks, ...]


@dataclass(frozen=True, slots=True)
class AdoptedBy:
    """By which document a round's terms are adopted, on which day; `seen` is the draft's entry as both read it."""

    document: str
    day: date | str
    seen: int


@dataclass(frozen=True, slots=True)
class TypedLook:
    """That the committee looked into what the statistics ask: which flag, who looked, the day, what was decided."""

    flag: str
    looked_by: str
    day: date | str
    decided: str
