"""Counting a round: which slips are valid, parting them into single marks, and what of the count may be shown.

Arithmetic is exact and the year's own (`ratings.BallotSum`, `ratings.peer_mean`): a round comes to the figures that the
year is scored with. After parting nothing is left that two marks of one slip have in common (domain rules 3.5).
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from operator import attrgetter, itemgetter
from typing import NamedTuple

from committee_desk.domain.exact import POINT, Ratio, as_fraction, in_units
from committee_desk.domain.ratings import BallotClass, BallotMark, BallotSum, class_weights, peer_mean
from committee_desk.domain.rounds import Terms
from committee_desk.domain.scores import Grade

KEY_BYTES = 16
"""Random bytes of the key that a single mark is kept under."""


class Unmarked(StrEnum):
    """A line of a slip without a mark: 弃权 was chosen, or nothing was."""

    ABSTAINED = "abstained"
    BLANK = "blank"


Line = Decimal | Grade | Unmarked
"""What stands on one line of a slip: a mark 0-100, a grade, or neither."""


class Invalid(StrEnum):
    """Why a whole slip does not count."""

    HALF_BLANK = "half_blank"
    TOO_MANY_EXCELLENT = "too_many_excellent"


class Slip(NamedTuple):
    """One ballot as it was filled in: its class, and a line a rated person. A person who is not in it is a blank."""

    ballot_class: BallotClass
    lines: Mapping[str, Line]


class LooseMark(NamedTuple):
    """One line of a valid ballot, already parted from the others; `mark` None where there is none."""

    ballot_class: BallotClass
    code: str
    mark: Decimal | None


class Booth(NamedTuple):
    """What the booth hands over: marks parted before anything was stored, and its valid and invalid ballots a class."""

    marks: Collection[LooseMark] = ()
    valid: Mapping[BallotClass, int] = {}
    invalid: Mapping[BallotClass, Mapping[Invalid, int]] = {}


NO_BOOTH = Booth()


class Parted(NamedTuple):
    """A round's marks, each under a key of its own, in the order of those keys; and its ballots counted by class."""

    marks: tuple[BallotMark, ...]
    valid: Mapping[BallotClass, int]
    invalid: Mapping[BallotClass, Mapping[Invalid, int]]

    def invalid_of(self, ballot_class: BallotClass) -> int:
        """The invalid ballots of a class, for whatever reason."""
        return sum(self.invalid.get(ballot_class, {}).values())


class Counted(NamedTuple):
    """What the marks of one person come to: the sums by class and the weighted mean 0-100 (None without any mark)."""

    sums: tuple[BallotSum, ...]
    mean: Ratio | None

    @property
    def shown(self) -> Fraction | None:
        """The mean, as a number of points."""
        return as_fraction(*self.mean) / POINT if self.mean else None


class ShownClass(NamedTuple):
    """A class, or several merged ones, as everybody may see it: how many marks, how many fell away, weight and mean.

    Of a merged one the mean is the weighted one that the total implies anyway. `number` None: too few to be told.
    """

    classes: tuple[str, ...]
    number: int | None
    trimmed: int
    weight: Decimal
    mean: Fraction

    @property
    def merged(self) -> bool:
        """Whether several classes stand as one."""
        return len(self.classes) > 1


def invalid_because(slip: Slip, rated: Collection[str], terms: Terms) -> Invalid | None:
    """Why the whole slip does not count: more than half of it blank (弃权 is not blank), or too many 优秀 marks
    (domain rules 3.5).

    In the booth, `rated` is without the rater's own line.
    """
    _require_known(slip, rated)
    filled = sum(1 for line in slip.lines.values() if line is not Unmarked.BLANK)
    if 2 * filled < len(rated):
        return Invalid.HALF_BLANK
    most = terms.most_excellent
    if most is not None and sum(1 for line in slip.lines.values() if is_excellent(line, terms)) > most:
        return Invalid.TOO_MANY_EXCELLENT
    return None


def is_excellent(line: Line, terms: Terms) -> bool:
    """Whether a line counts towards the cap: the grade 优秀, or a mark that would be one."""
    if isinstance(line, Decimal):
        return line >= terms.excellent_from
    return line is Grade.EXCELLENT


def mark_of(line: Line, terms: Terms) -> Decimal | None:
    """What a line counts for: its mark, its grade's points, or None."""
    if isinstance(line, Decimal):
        return line
    return terms.points[line] if isinstance(line, Grade) else None


def loosened(slip: Slip, rated: Collection[str], terms: Terms) -> list[LooseMark]:
    """The lines of a valid slip as single marks, one for everybody rated: a missing line would tell a slip apart."""
    _require_known(slip, rated)
    return [
        LooseMark(slip.ballot_class, code, mark) for code, mark in zip(rated, _marks(slip, rated, terms), strict=True)
    ]


def part(  # noqa: PLR0913 - what a count rests on
    slips: Iterable[Slip],
    booth: Booth,
    terms: Terms,
    rated: Collection[str],
    random: Callable[[int], bytes],
    *,
    sealing: bool = False,
) -> Parted:
    """Part the slips and the booth's marks: each under a random key of its own, in the order of the keys.

    Of invalid slips nothing is left but how many they are, unless a void round's are sealed: they too are sealed, and
    not deleted (domain rules, row 30). `random` gives so many random bytes (`secrets.token_bytes`); nobody knows
    afterwards which marks came together.
    """
    people = dict.fromkeys(rated).keys()
    valid = {each: booth.valid.get(each, 0) for each in BallotClass}
    invalid = {each: dict(booth.invalid.get(each, {})) for each in BallotClass}
    classes = [each.ballot_class for each in booth.marks]
    codes, marks = [each.code for each in booth.marks], [each.mark for each in booth.marks]
    for slip in slips:
        why = invalid_because(slip, people, terms)
        if why is not None:
            reasons = invalid[slip.ballot_class]
            reasons[why] = reasons.get(why, 0) + 1
            if not sealing:
                continue
        else:
            valid[slip.ballot_class] += 1
        classes.extend([slip.ballot_class] * len(people))
        codes.extend(people)
        marks.extend(_marks(slip, people, terms))
    parted = map(BallotMark, _keys(len(marks), random), classes, codes, marks)
    return Parted(tuple(sorted(parted, key=itemgetter(0))), valid, invalid)


def count(marks: Iterable[BallotMark], terms: Terms) -> dict[str, Counted]:
    """What everybody's marks come to by the round's terms, people by code."""
    sums, weights = _summed(marks), class_weights({str(name): weight for name, weight in terms.weights.items()})
    return {
        code: Counted(tuple(each), peer_mean(each, weights, terms.trimmed_from)) for code, each in sorted(sums.items())
    }


def shown_classes(
    sums: Iterable[BallotSum], weights: Mapping[str, Decimal], trimmed_from: int, shown_from: int
) -> tuple[ShownClass, ...]:
    """One person's classes as they may be shown (domain rules, row 31). Empty: everything is merged, and only the total
    may be told.

    A class of which fewer than `shown_from` marks count is merged with the next, the last with the one before. A merged
    class shows what the total implies anyway; its pooled mean beside the total would give the small class away.
    """
    told = [each for each in sums if each.number and weights.get(each.ballot_class)]
    told.sort(key=attrgetter("ballot_class"))
    groups: list[list[BallotSum]] = []
    for each in told:
        if groups and not _stands_alone(groups[-1], trimmed_from, shown_from):
            groups[-1].append(each)
        else:
            groups.append([each])
    if len(groups) > 1 and not _stands_alone(groups[-1], trimmed_from, shown_from):
        groups[-2:] = [groups[-2] + groups[-1]]
    if len(groups) == 1 and (len(told) > 1 or not _stands_alone(told, trimmed_from, shown_from)):
        return ()
    return tuple(_shown(group, weights, trimmed_from) for group in groups)


def shown_alone(numbers: Mapping[BallotClass, int], terms: Terms) -> Set[BallotClass]:
    """Of which classes one person's marks, so many of each, are shown by themselves; and those without weight, which
    are in no mean. Whatever is told of the others beside the means gives single ballots away.
    """
    weights = {str(name): weight for name, weight in terms.weights.items()}
    sums = [BallotSum(name, 0, number, 0, 0) for name, number in numbers.items() if number]
    shown = shown_classes(sums, weights, terms.trimmed_from, terms.shown_from)
    alone = {BallotClass(each.classes[0]) for each in shown if not each.merged}
    return alone | {name for name in numbers if not weights.get(name)}


def _stands_alone(group: list[BallotSum], trimmed_from: int, shown_from: int) -> bool:
    """Whether enough marks count in it; two classes that are each too small may stand as one that is not."""
    return sum(each.trimmed(trimmed_from).number for each in group) >= shown_from


def _shown(group: list[BallotSum], weights: Mapping[str, Decimal], trimmed_from: int) -> ShownClass:
    names = tuple(each.ballot_class for each in group)
    above, below = peer_mean(group, class_weights({name: weights[name] for name in names}), trimmed_from) or (0, 1)
    alone = len(group) == 1
    return ShownClass(
        names,
        sum(each.number for each in group),
        group[0].number - group[0].trimmed(trimmed_from).number if alone else 0,
        sum((weights[name] for name in names), Decimal(0)),
        as_fraction(above, below) / POINT,
    )


def _summed(marks: Iterable[BallotMark]) -> dict[str, list[BallotSum]]:
    given: dict[BallotClass, dict[str, list[Decimal | None]]] = {each: defaultdict(list) for each in BallotClass}
    for _, ballot_class, code, mark in marks:
        given[ballot_class][code].append(mark)
    sums: dict[str, list[BallotSum]] = {code: [] for people in given.values() for code in people}
    distinct = {mark for people in given.values() for held in people.values() for mark in held}
    units = {mark: in_units(mark, POINT) for mark in distinct if mark is not None}
    for ballot_class, people in given.items():
        for code, held in people.items():
            if each := [units[mark] for mark in held if mark is not None]:
                sums[code].append(BallotSum(ballot_class, sum(each), len(each), min(each), max(each)))
    return sums


def _marks(slip: Slip, rated: Iterable[str], terms: Terms) -> list[Decimal | None]:
    lines = slip.lines
    return [mark_of(lines.get(code, Unmarked.BLANK), terms) for code in rated]


def _keys(number: int, random: Callable[[int], bytes]) -> Iterator[str]:
    width, drawn = 2 * KEY_BYTES, random(KEY_BYTES * number).hex()
    return (drawn[at : at + width] for at in range(0, number * width, width))


def _require_known(slip: Slip, rated: Collection[str]) -> None:
    """A line for somebody whom the round does not rate is a fault of the program or of its file, never left out."""
    known = rated if isinstance(rated, Set) else set(rated)
    if not slip.lines.keys() <= known:
        raise ValueError(f"a slip marks {min(slip.lines.keys() - known)}, whom the round does not rate")
