"""A round of 1 000 raters and 300 rated people: parted, counted and asked by every statistic; and the memory.

The slips lie ready as they are read from the working file. One process does nothing else, so that its peak is theirs.
"""

import resource
import subprocess
import sys
from collections.abc import Sequence
from decimal import Decimal
from random import Random
from secrets import token_bytes

from baselines import ROUND_MEGABYTES, ROUND_MS
from measure import best, taken, told, within

from committee_desk.domain.rater_statistics.findings import Agreement, NotComputable
from committee_desk.domain.rater_statistics.kept import plain
from committee_desk.domain.rater_statistics.whole import Asked, statistics_of
from committee_desk.domain.ratings import BallotClass, LeaderMark
from committee_desk.domain.round_counting import NO_BOOTH, Slip, count, part
from committee_desk.domain.rounds import Terms
from committee_desk.services.collector import resting_collector

RATERS = {BallotClass.A: 20, BallotClass.B: 180, BallotClass.C: 800}
RATED = tuple(f"J{at:03d}" for at in range(1, 301))
SIGNED = 12
"""So many of the rated sign a mark for everybody else, as a large office's leaders do."""
TERMS = Terms({BallotClass.A: Decimal("0.4"), BallotClass.B: Decimal("0.3"), BallotClass.C: Decimal("0.3")})


def main() -> int:
    """Measure; the exit code."""
    slips, signed = ballots()
    name = "1 000 raters × 300 people counted with statistics"
    clock = best([taken(lambda: counted(slips, signed)) for _ in range(5)]).clock * 1000
    return told(
        within(name, clock, "ms", ROUND_MS),
        within("  memory of counting them", largest_megabytes(), "MB", ROUND_MEGABYTES),
    )


def ballots() -> tuple[list[Slip], list[LeaderMark]]:
    """Slips of raters who are more or less strict and see people's worth more or less, to a tenth of a mark."""
    random = Random(43)
    worth = {code: random.gauss(85, 6) for code in RATED}
    marks = [Decimal(at) / 10 for at in range(1001)]

    def seen(strict: float, spread: float, code: str) -> Decimal:
        return marks[max(0, min(1000, round(10 * (worth[code] + strict + random.gauss(0, spread)))))]

    slips = []
    for ballot_class, number in RATERS.items():
        for _ in range(number):
            strict = random.gauss(0, 3)
            slips.append(Slip(ballot_class, {code: seen(strict, 5, code) for code in RATED}))
    signed = [LeaderMark(code, rater, seen(0, 3, code)) for rater in RATED[:SIGNED] for code in RATED if code != rater]
    return slips, signed


def counted(slips: Sequence[Slip], signed: Sequence[LeaderMark]) -> None:
    """What closing does with them, as the desk does it."""
    with resting_collector():
        parted = part(slips, NO_BOOTH, TERMS, RATED, token_bytes)
        people = count(parted.marks, TERMS)
        found = statistics_of(Asked(slips, parted, signed=signed), TERMS, RATED)
    assert len(people) == len(RATED)
    assert len(parted.marks) == len(RATED) * len(slips)
    assert all(computed(each) for each in found.agreements)
    assert plain(found)


def computed(agreement: Agreement) -> bool:
    """Whether every coefficient was worked out."""
    return not any(isinstance(each, NotComputable) for each in (agreement.one_way, agreement.alpha))


def largest_megabytes() -> int:
    """The most memory that a process takes which does nothing but count them."""
    command = [sys.executable, __file__, "memory"]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    if sys.argv[1:] == ["memory"]:
        counted(*ballots())
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        sys.exit(0)
    sys.exit(main())
