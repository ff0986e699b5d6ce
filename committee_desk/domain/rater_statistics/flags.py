"""The questions that follow from a round's statistics. None changes a score, and none names a ballot."""

from collections.abc import Iterable, Iterator

from committee_desk.domain.rater_statistics.findings import (
    Agreement,
    Ballots,
    Flag,
    FlagKind,
    NotComputable,
    Pattern,
    Severity,
    Shift,
    SignedStatistics,
)

LEAST_SHIFT = 3.0
"""By fewer marks than that nobody is called strict or lenient, however sure it is."""
SURE = 0.05
LOW = 0.5
"""An agreement of the mean below it is called poor (Koo & Li 2016)."""
OF_THE_MEAN = "1,k"


def flags(
    agreements: Iterable[Agreement], lines: Ballots, far: Ballots | NotComputable, signed: SignedStatistics
) -> tuple[Flag, ...]:
    """All that the committee is asked to look into."""
    return tuple(_flags(agreements, lines, far, signed))


def _flags(
    agreements: Iterable[Agreement], lines: Ballots, far: Ballots | NotComputable, signed: SignedStatistics
) -> Iterator[Flag]:
    for kind, ballots in ((FlagKind.STRAIGHT_LINES, lines), (FlagKind.FAR_BALLOTS, far)):
        if isinstance(ballots, Ballots) and ballots.number is not None:
            yield Flag(kind, "", ballots.number, ballots.among)
    yield from filter(None, map(_low, agreements))
    yield from filter(None, map(_one_sided, signed.severities))
    for kind, pattern in ((FlagKind.RECIPROCITY, signed.reciprocity), (FlagKind.CIRCLES, signed.circles)):
        if isinstance(pattern, Pattern) and pattern.people and pattern.p_value < SURE:
            yield Flag(kind, "", pattern.found, pattern.possible, pattern.p_value)


def _low(agreement: Agreement) -> Flag | None:
    if isinstance(agreement.one_way, NotComputable):
        return None
    value = next(each.value for each in agreement.one_way if each.form == OF_THE_MEAN)
    if value >= LOW:
        return None
    return Flag(FlagKind.LOW_AGREEMENT, agreement.ballot_class, 0, agreement.ballots, value)


def _one_sided(severity: Severity) -> Flag | None:
    """Strict or lenient by three marks or more, and so that chance hardly does it."""
    shift = severity.shift
    if not isinstance(shift, Shift) or abs(shift.mean) < LEAST_SHIFT or shift.interval.low <= 0 <= shift.interval.high:
        return None
    kind = FlagKind.SEVERE if shift.mean < 0 else FlagKind.LENIENT
    return Flag(kind, severity.rater, shift.people, shift.others, shift.mean)
