"""Printed slips as screens show them while they are typed, and what is refused."""

from collections.abc import Mapping
from typing import NamedTuple

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import Invalid
from committee_desk.domain.rounds import RoundError, RoundKind
from committee_desk.services.changes import Change
from committee_desk.services.round_file import BatchState


class Serials(NamedTuple):
    """Serials made for printing, in no order; nowhere is written down in which order they were printed."""

    serials: tuple[str, ...]
    change: Change

    def __repr__(self) -> str:
        """Never the serials."""
        return f"Serials({len(self.serials)})"


class RatedLine(NamedTuple):
    """A person on the slip, in the order of the slip's lines."""

    code: str
    name: str
    department: str


class BatchRow(NamedTuple):
    """A batch as lists show it: how far it is, how many slips, who counted it. `yours` what whoever sits here may do.

    `typed_again` are its slips that the second typed (严格); `differing` those with a field that is not settled.
    """

    number: int
    ballot_class: BallotClass
    state: BatchState
    strict: bool
    slips: int
    typed_by: str
    compared_by: str = ""
    settled_by: str = ""
    typed_again: int = 0
    differing: int = 0
    yours: bool = False


class TypedSlip(NamedTuple):
    """A slip as it was typed: a text a line by the person's code, empty for a blank; why it will not count, if so."""

    serial: str
    lines: Mapping[str, str]
    invalid: Invalid | None = None


class SlipTyped(NamedTuple):
    """A slip was taken: what was read of it. An invalid one is kept as it is, counted by its reason, never changed."""

    slip: TypedSlip
    change: Change


class Differing(NamedTuple):
    """A slip whose two typings differ: the people on whose line they do. Neither's value is told."""

    serial: str
    codes: tuple[str, ...]


class Comparison(NamedTuple):
    """What comparing found: the slips that differ, by serial. Empty: the batch is counted."""

    differing: tuple[Differing, ...]
    change: Change


class SlipError(RoundError):
    """A refusal that belongs to one slip, by its serial."""

    def __init__(self, label: str, serial: str) -> None:
        super().__init__(label)
        self.serial = serial


class SerialMistyped(SlipError):
    """What was typed is no serial: a character is wrong or missing."""


class SerialUnknown(SlipError):
    """No slip of this round was printed with that serial."""


class SerialOfAnotherRound(SlipError):
    """The serial bears another round's mark."""


class SerialOfAnotherClass(SlipError):
    """The slip is of another class than the batch."""

    def __init__(self, label: str, serial: str, found: BallotClass, wanted: BallotClass) -> None:
        super().__init__(label, serial)
        self.found, self.wanted = found, wanted


class SerialTwice(SlipError):
    """The slip was typed already. `batch` says where, None where its batch is counted."""

    def __init__(self, label: str, serial: str, batch: int | None) -> None:
        super().__init__(label, serial)
        self.batch = batch


class SlipNotInBatch(SlipError):
    """The batch has no such slip: the first typist did not type it, or it was taken out."""

    def __init__(self, label: str, serial: str, batch: int) -> None:
        super().__init__(label, serial)
        self.batch = batch


class LineRefused(SlipError):
    """What stands on a line is no mark: `text` for the person. `kind` says what a line may say."""

    def __init__(self, label: str, serial: str, name: str, text: str, kind: RoundKind) -> None:
        super().__init__(label, serial)
        self.name, self.text, self.kind = name, text, kind


class NotOnTheSlip(SlipError):
    """A line for somebody whom the round does not rate."""

    def __init__(self, label: str, serial: str, code: str) -> None:
        super().__init__(label, serial)
        self.code = code


class SlipCount(RoundError):
    """So many slips cannot be made at once."""

    def __init__(self, label: str, text: str, most: int) -> None:
        super().__init__(label)
        self.text, self.most = text, most


class SlipsUnlike(RoundError):
    """A name or department on the slips of a class is another than when the first of them were printed."""

    def __init__(self, label: str, ballot_class: BallotClass) -> None:
        super().__init__(label)
        self.ballot_class = ballot_class


class ClassWithoutRaters(RoundError):
    """Nobody of the round may rate in that class."""

    def __init__(self, label: str, ballot_class: BallotClass) -> None:
        super().__init__(label)
        self.ballot_class = ballot_class


class BatchError(RoundError):
    """A refusal that belongs to one batch."""

    def __init__(self, label: str, batch: int) -> None:
        super().__init__(label)
        self.batch = batch


class NoSuchBatch(BatchError):
    """The round has no batch of that number."""


class BatchStands(BatchError):
    """The batch is not where the act needs it."""

    def __init__(self, label: str, batch: int, state: BatchState, act: str) -> None:
        super().__init__(label, batch)
        self.state, self.act = state, act


class OtherWay(BatchError):
    """The batch is counted the other way: 严格 types it twice, 简易 compares it with the paper. `strict` is its own."""

    def __init__(self, label: str, batch: int, *, strict: bool) -> None:
        super().__init__(label, batch)
        self.strict = strict


class BatchEmpty(BatchError):
    """The batch has no slip."""


class NotTheTypist(BatchError):
    """Somebody else types this batch: what he has not handed over is his."""

    def __init__(self, label: str, batch: int, typist: str) -> None:
        super().__init__(label, batch)
        self.typist = typist


class TypistTwice(BatchError):
    """Whoever typed a batch the first time cannot be who types it again, nor who settles it."""

    def __init__(self, label: str, batch: int, name: str) -> None:
        super().__init__(label, batch)
        self.name = name


class NotAllTypedAgain(BatchError):
    """Slips of the batch were not typed the second time. `serials` are theirs."""

    def __init__(self, label: str, batch: int, serials: tuple[str, ...]) -> None:
        super().__init__(label, batch)
        self.serials = serials


class FieldsMissing(SlipError):
    """Not every field that differs was answered, or others were. `names` are those that are open."""

    def __init__(self, label: str, serial: str, names: tuple[str, ...]) -> None:
        super().__init__(label, serial)
        self.names = names
