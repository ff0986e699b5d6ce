"""All statistics of a round at its closing, while the slips are still whole; only what this returns is kept.

Of whole slips that is counts alone (straight lines, far from the rest). Every other figure of ballots follows from the
marks of each person, which are kept unlinked anyway: one that knew more could be searched for the slips.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from committee_desk.domain.rater_statistics.alpha import alpha
from committee_desk.domain.rater_statistics.arrays import CLASSES, Marks, marks_of, sheet_of
from committee_desk.domain.rater_statistics.displayed import displayed
from committee_desk.domain.rater_statistics.far_ballots import far_ballots
from committee_desk.domain.rater_statistics.findings import (
    SPREAD_FROM,
    Agreement,
    ClassSpread,
    NotComputable,
    RoundStatistics,
    SignedStatistics,
    Why,
    told_count,
)
from committee_desk.domain.rater_statistics.flags import flags
from committee_desk.domain.rater_statistics.icc import one_way
from committee_desk.domain.rater_statistics.patterns import circles, reciprocity
from committee_desk.domain.rater_statistics.severity import agreement, severities
from committee_desk.domain.rater_statistics.signed import signed_of
from committee_desk.domain.rater_statistics.spread import class_spread, person_spreads
from committee_desk.domain.rater_statistics.straight_lines import is_straight_line
from committee_desk.domain.ratings import BallotClass, BallotMark, LeaderMark
from committee_desk.domain.round_counting import Line, Parted, Slip, Unmarked, invalid_because
from committee_desk.domain.rounds import Terms


class BoothLines(NamedTuple):
    """What the booth counted in memory: its straight-line ballots among its valid ones."""

    straight: int = 0
    ballots: int = 0


NO_LINES = BoothLines()


class Asked(NamedTuple):
    """What a closing round is asked by: its printed slips, all marks as they were parted, and the year's signed marks.

    Invalid slips are left out by `statistics_of`. Of the booth there is a count alone.
    """

    slips: Collection[Slip]
    parted: Parted
    booth: BoothLines = NO_LINES
    signed: Collection[LeaderMark] = ()


def statistics_of(asked: Asked, terms: Terms, rated: Iterable[str]) -> RoundStatistics:
    """Everything that may be told of them."""
    codes = sorted(rated)
    valid = [each for each in asked.slips if invalid_because(each, codes, terms) is None]
    sheet, marks, ballots = sheet_of(valid, codes, terms), marks_of(asked.parted.marks, codes), asked.parted.valid
    straight = sum(1 for each in valid if is_straight_line(each, codes, terms))
    lines = told_count(straight + asked.booth.straight, len(valid) + asked.booth.ballots)
    shown = displayed(marks, terms)
    agreements, far = tuple(_agreements(ballots, marks, shown)), far_ballots(sheet)
    signed = signed_statistics(asked.signed)
    return RoundStatistics(
        tuple(_spreads(ballots, marks, shown)),
        person_spreads(marks, shown, codes),
        agreements,
        lines,
        far,
        signed,
        flags(agreements, lines, far, signed),
    )


def signed_statistics(marks: Iterable[LeaderMark]) -> SignedStatistics:
    """What the year's signed marks ask; they are signed, so it can be asked at any time."""
    signed = signed_of(marks)
    return SignedStatistics(severities(signed), agreement(signed), reciprocity(signed), circles(signed))


def slips_of(marks: Iterable[BallotMark], rated: Iterable[str]) -> list[Slip]:
    """The whole slips of imported ballots, which still bear the number that the workbook gave them.

    A line that the workbook leaves out is no blank: whoever made it took valid slips alone.
    """
    codes = tuple(rated)
    lines: dict[tuple[str, BallotClass], dict[str, Line]] = {}
    for each in marks:
        slip = lines.setdefault((each.slip, each.ballot_class), dict.fromkeys(codes, Unmarked.ABSTAINED))
        if each.mark is not None:
            slip[each.code] = each.mark
    return [Slip(ballot_class, given) for (_, ballot_class), given in lines.items()]


def _spreads(ballots: Mapping[BallotClass, int], marks: Marks, shown: Marks) -> Iterator[ClassSpread]:
    for each in CLASSES:
        yield class_spread(str(each), ballots.get(each, 0), marks.of_class(each), shown.of_class(each))


def _agreements(ballots: Mapping[BallotClass, int], marks: Marks, shown: Marks) -> Iterator[Agreement]:
    """Of the whole round, and of each class that is large enough."""
    yield _agreement("", sum(ballots.values()), marks, shown)
    for each in CLASSES:
        yield _agreement(str(each), ballots.get(each, 0), marks.of_class(each), shown.of_class(each))


def _agreement(ballot_class: str, ballots: int, marks: Marks, shown: Marks) -> Agreement:
    """Of fewer than five ballots nothing, for it would draw the single ones; nor of the whole without a class of it."""
    if ballots < SPREAD_FROM:
        few = NotComputable(Why.TOO_FEW_BALLOTS if ballots else Why.NO_MARKS, ballots, SPREAD_FROM)
        return Agreement(ballot_class, ballots, few, few)
    if set(marks.classes.tolist()) != set(shown.classes.tolist()):
        return Agreement(ballot_class, ballots, NotComputable(Why.MERGED), NotComputable(Why.MERGED))
    return Agreement(ballot_class, ballots, one_way(shown), alpha(shown))
