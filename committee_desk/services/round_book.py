"""The book of rating rounds, as services see it."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:  # named here and not used: `ports` stands sooner without
    from collections.abc import Iterable, Mapping, Sequence

    from committee_desk.domain.ratings import BallotClass, BallotMark
    from committee_desk.domain.rounds import Batch, Participant, Round, Turnout


class Look(NamedTuple):
    """What the committee decided after it looked into something that the statistics ask."""

    flag: str
    looked_by: str
    day: date
    decided: str
    entry: int = 0


class Imported(NamedTuple):
    """The ballots that workbooks brought and that count: for whom, of which categories, how many slips a class."""

    people: frozenset[str]
    categories: tuple[str, ...]
    slips: "Mapping[BallotClass, int]"
    workbooks: tuple[str, ...]


class RoundsBook(Protocol):
    """Rounds as they hold now, with their people, turnout and what is kept of their counting."""

    def of_year(self, year: int) -> "tuple[Round, ...]":
        """Every round of the year, void ones too, by number."""
        ...

    def get(self, year: int, number: int) -> "Round | None":
        """One round; None where the year has none of that number."""
        ...

    def next_number(self, year: int) -> int:
        """A number that no round of the year ever bore."""
        ...

    def put(self, entry: int, given: "Round") -> None:
        """Keep the round in place of what stood under its number."""
        ...

    def end(self, entry: int, year: int, number: int) -> None:
        """Let a draft hold no longer, with its people and its turnout."""
        ...

    def people(self, year: int, number: int) -> "tuple[Participant, ...]":
        """Who takes part, by code."""
        ...

    def put_people(self, entry: int, year: int, number: int, people: "Iterable[Participant]") -> None:
        """Keep these people as the round's: what differs takes the place of what stood, who is missing goes."""
        ...

    def blind(self, year: int, number: int) -> str:
        """A random text that stands beside the round's result, and is forgotten with it."""
        ...

    def forget_who_took_part(self, entry: int, year: int, number: int) -> None:
        """Keep of nobody whether he took part in the round, nor that it was ever written."""
        ...

    def forget_statistics(self, entry: int, year: int, number: int) -> None:
        """Keep of the round no result that stood before this one: what closing worked out of its marks."""
        ...

    def turnouts(self, year: int, number: int) -> "dict[BallotClass, Turnout]":
        """The turnout of each class that one was put down for."""
        ...

    def put_turnout(self, entry: int, year: int, number: int, ballot_class: "BallotClass", given: "Turnout") -> None:
        """Keep a class's turnout in place of what stood."""
        ...

    def batches(self, year: int, number: int) -> "tuple[Batch, ...]":
        """The batches that were counted, by number."""
        ...

    def add_batches(self, entry: int, year: int, number: int, batches: "Iterable[Batch]") -> None:
        """Keep who counted which batch."""
        ...

    def add_marks(self, entry: int, year: int, marks: "Sequence[BallotMark]") -> None:
        """Let these marks count: shuffled, each under its own random id."""
        ...

    def end_marks(self, entry: int, year: int, number: int) -> None:
        """Let the marks for the round's people count no longer; they go under a void round's seal, and nothing is left
        of them where they stood."""
        ...

    def part_imported(self, entry: int, year: int) -> None:
        """Part the slips that workbooks brought into single marks under random keys; their serials are dropped."""
        ...

    def seal_marks(self, entry: int, year: int, number: int, marks: "Sequence[BallotMark]") -> bytes:
        """Shut a void round's single marks away: never counted, never deleted, opened by the key that is told here
        alone. Nothing where there are none."""
        ...

    def unseal(self, year: int, number: int, key: bytes) -> "tuple[BallotMark, ...]":
        """The marks that a void round keeps sealed; SealKeyWrong where the key is another."""
        ...

    def sealed(self, year: int, number: int) -> int:
        """How many marks a void round keeps sealed."""
        ...

    def marks(self, year: int, number: int) -> "tuple[BallotMark, ...]":
        """The marks that count for the people rated in the round, without slips and in no order of theirs."""
        ...

    def imported_for(self, year: int) -> frozenset[str]:
        """The people for whom workbooks brought ballots that count."""
        ...

    def imported_marks(self, year: int) -> "tuple[BallotMark, ...]":
        """The marks that workbooks brought and that count, with the slips that the workbooks name."""
        ...

    def imported(self, year: int) -> Imported:
        """The ballots of workbooks that count: people, their categories, slips by class, the workbooks' names."""
        ...

    def looks(self, year: int, number: int) -> tuple[Look, ...]:
        """What the committee looked into, by flag."""
        ...

    def put_look(self, entry: int, year: int, number: int, look: Look) -> None:
        """Keep what was decided on a flag in place of what stood."""
        ...
