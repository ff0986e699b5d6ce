"""An open round as slips and booth meet it: its terms, its people, and what its working file comes to."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import Booth
from committee_desk.domain.rounds import Batch, Round, RoundState, Terms
from committee_desk.domain.serials import class_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.round_file import (
    BatchState,
    ClassProgress,
    Code,
    KeptBatch,
    Ledger,
    RoundContents,
    from_text,
)
from committee_desk.services.round_finding import own_round
from committee_desk.services.round_people import Roster, rated_of, roster_of
from committee_desk.services.slip_reading import slip_of
from committee_desk.services.slip_views import RatedLine


class OpenRound(NamedTuple):
    """An open round: who is on every slip, in the order of its lines, and who may rate in which class."""

    held: Round
    lines: tuple[RatedLine, ...]
    raters: Mapping[str, BallotClass]
    roster: Roster

    @property
    def label(self) -> str:
        """How the round is named."""
        return self.held.label

    @property
    def terms(self) -> Terms:
        """What the round is counted by."""
        return self.held.terms

    @property
    def rated(self) -> tuple[str, ...]:
        """The codes of the people on every slip."""
        return tuple(each.code for each in self.lines)

    def name(self, code: str) -> str:
        """The name on that person's line; the code where the slip has no such line."""
        return next((each.name for each in self.lines if each.code == code), code)

    def rating_in(self, ballot_class: BallotClass) -> int:
        """How many may rate in that class."""
        return sum(1 for each in self.raters.values() if each is ballot_class)


def open_round(uow: UnitOfWork, year: int, number: int, act: str) -> OpenRound:
    """The round; refused where there is none, it is not open, or workbooks brought it."""
    held = own_round(uow, year, number, act, RoundState.OPEN)
    people, roster = uow.rounds.people(year, number), roster_of(uow, year)
    lines = tuple(line_of(roster, code) for code in rated_of(people))
    raters = {each.code: each.ballot_class for each in people if each.ballot_class}
    return OpenRound(held, lines, raters, roster)


def line_of(roster: Roster, code: str) -> RatedLine:
    """A person by name and department."""
    return RatedLine(code, roster.name(code), roster.department(code))


def progress_of(ledger: Ledger) -> dict[BallotClass, ClassProgress]:
    """How far each class is, in counts alone."""
    made = Counter(map(class_of, ledger.serials))
    counted = Counter(map(class_of, ledger.counted))
    typed = counted + Counter(map(class_of, ledger.slips))
    codes = Counter(each.ballot_class for each in ledger.codes.values())
    used = Counter(each.ballot_class for each in ledger.codes.values() if each.used)
    return {
        each: ClassProgress(made[each], typed[each], counted[each], codes[each], used[each]) for each in BallotClass
    }


def contents_of(ledger: Ledger) -> RoundContents:
    """All that the working file holds, for counting."""
    batches = sorted(ledger.batches.values())
    return RoundContents(
        slips=tuple(slip_of(class_of(serial), from_text(text)) for serial, text in sorted(ledger.counted.items())),
        booth=Booth(tuple(ledger.booth), dict(ledger.ballots)),
        straight=dict(ledger.straight),
        batches=tuple(_batch(each) for each in batches if each.state is BatchState.COUNTED),
        uncounted=tuple(each.number for each in batches if each.state is not BatchState.COUNTED),
        took_part=users(ledger.codes.values()),
    )


def users(codes: Iterable[Code]) -> frozenset[str]:
    """The people whose code was used."""
    return frozenset(each.person for each in codes if each.used)


def named(rated: Iterable[RatedLine], codes: Collection[str]) -> tuple[str, ...]:
    """The names on these people's lines, in the order of the lines."""
    return tuple(each.name for each in rated if each.code in codes)


def _batch(each: KeptBatch) -> Batch:
    second, third = each.compared_by or None, each.settled_by or None
    return Batch(each.number, each.ballot_class, each.slips, each.typed_by, second, third)
