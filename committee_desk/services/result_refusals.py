"""What is refused of decisions, notices and signatures: facts, each with its sentence in `wording.result_refusals`."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from committee_desk.domain.errors import DeskError
from committee_desk.domain.results import ResultState


class Bar(StrEnum):
    """Why nobody can decide on a person now."""

    UNLISTED = "unlisted"
    UNPUBLISHED = "unpublished"
    """The grade on the list in force has no closed window of its own."""
    FIGURES = "figures"
    """The grade has one; the score, the rank or what else the notice says is another now, and has none."""
    OBJECTION = "objection"
    """An objection by or about the person is open."""
    PROCEEDING = "proceeding"
    """A re-review or correction of the person's figures is open."""
    MOVABLE = "movable"
    """What is open about somebody else could move this person's figures."""
    DRIFT = "drift"
    """A sanction or leave that came since moved the figures: the committee decides anew."""
    DECIDED = "decided"
    """Decided already, and nothing moved since."""


class Barred(NamedTuple):
    """Somebody on whom nobody can decide now: why, and the number of what stands in the way."""

    code: str
    name: str
    bar: Bar
    label: str = ""


class Missing(StrEnum):
    """What a decision, notice or signature lacks; named as the field that takes it."""

    DOCUMENT = "document"
    REASON = "reason"
    SERVED_BY = "served_by"
    PROOF = "proof"
    WITNESSES = "witnesses"


class Dated(StrEnum):
    """What a day is of."""

    DECIDED = "decided"
    KNOWN = "known"
    SIGNED = "signed"


class Unfit(StrEnum):
    """Why somebody neither serves a notice nor witnesses that it was left."""

    SELF = "self"
    KIN = "kin"
    SERVER = "server"
    TWICE = "twice"
    UNCLEAR = "unclear"


class NotDecidable(DeskError):
    """A decision of the 院党组 names people on whom nobody can decide now."""

    def __init__(self, year: int, barred: tuple[Barred, ...]) -> None:
        super().__init__(year, barred)
        self.year, self.barred = year, barred


class DecidedTogether(DeskError):
    """With this decision more would be 优秀 than there are places: `names` lost theirs and wait for their own.

    One list moved them against each other: they are decided on in one act, or those who lose first.
    """

    def __init__(self, year: int, category: str, excellent: int, places: int, names: tuple[str, ...]) -> None:
        super().__init__(year, category, names)
        self.year, self.category, self.names = year, category, names
        self.excellent, self.places = excellent, places


class NobodyDecided(DeskError):
    """A decision on nobody."""


class DecisionIncomplete(DeskError):
    """A decision, notice or signature lacks this."""

    def __init__(self, missing: Missing) -> None:
        super().__init__(missing)
        self.missing = missing


class ResultDayWrong(DeskError):
    """A day that cannot be; it lies between the two others."""

    def __init__(self, what: Dated, day: date, earliest: date, latest: date) -> None:
        super().__init__(what, day)
        self.what, self.day, self.earliest, self.latest = what, day, earliest, latest


class SameDocument(DeskError):
    """A decision of the 院党组 under a number that another one bears."""

    def __init__(self, document: str) -> None:
        super().__init__(document)
        self.document = document


class NothingDecided(DeskError):
    """A notice or signature for somebody on whom nobody has decided."""

    def __init__(self, year: int, name: str) -> None:
        super().__init__(year, name)
        self.year, self.name = year, name


class NothingPublic(DeskError):
    """A public edition of a year in which the 院党组 has decided on nobody."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


class EditionOutdated(DeskError):
    """A public edition while the list in force gives these people another grade than the 院党组 decided last."""

    def __init__(self, year: int, names: tuple[str, ...]) -> None:
        super().__init__(year, names)
        self.year, self.names = year, names


class OldVersion(DeskError):
    """An act on a version of a result that a later one replaced."""

    def __init__(self, name: str, version: int, current: int) -> None:
        super().__init__(name, version, current)
        self.name, self.version, self.current = name, version, current


class ResultStands(DeskError):
    """An act on a result that is too far for it: served or signed already, or archived. `state` is what stands."""

    def __init__(self, name: str, state: ResultState) -> None:
        super().__init__(name, state)
        self.name, self.state = name, state


class NotNotified(DeskError):
    """A signature before the notice was served."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class ResultChanged(DeskError):
    """Somebody else wrote on the result since it was looked at."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class WitnessUnfit(DeskError):
    """A witness who is the person, a relative, who served it, or named twice."""

    def __init__(self, witness: str, why: Unfit, name: str) -> None:
        super().__init__(witness, why)
        self.witness, self.why, self.name = witness, why, name


class ServerUnfit(DeskError):
    """A notice was to be served by the person whom it is for, or by a relative."""

    def __init__(self, server: str, why: Unfit, name: str) -> None:
        super().__init__(server, why)
        self.server, self.why, self.name = server, why, name


class NotAllSigned(DeskError):
    """A year was to be archived while results are not decided, served or signed: names by what they wait for."""

    def __init__(self, year: int, waiting: tuple[tuple[str, ResultState], ...]) -> None:
        super().__init__(year, waiting)
        self.year, self.waiting = year, waiting


class PublishedOtherwise(DeskError):
    """A year was to be archived while the notice that hung last says something else of these people."""

    def __init__(self, year: int, names: tuple[str, ...]) -> None:
        super().__init__(year, names)
        self.year, self.names = year, names


class StillOpen(DeskError):
    """A year was to be archived while these are open: numbers of objections, proceedings and applications."""

    def __init__(self, year: int, labels: tuple[str, ...]) -> None:
        super().__init__(year, labels)
        self.year, self.labels = year, labels


class SealedBeforeRefusal(DeskError):
    """A year was to be archived while the sealed sheets of these people say nothing of their refusal to sign (拒签)."""

    def __init__(self, year: int, names: tuple[str, ...]) -> None:
        super().__init__(year, names)
        self.year, self.names = year, names
