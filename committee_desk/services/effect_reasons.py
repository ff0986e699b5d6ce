"""Why each person's line becomes another: own facts, a department's baseline, somebody who came by, a tie parted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from committee_desk.domain.effects import MovedBaseline, MovedPlaces
from committee_desk.domain.grade_list import Listed
from committee_desk.domain.moved_people import Why, WhyKind
from committee_desk.domain.scheme import PERFORMANCE, RuleKind
from committee_desk.domain.scores import Grade, Status
from committee_desk.services.grading_roll import Roll


class Sides(NamedTuple):
    """One person's line on the list in force, and on the one that would take its place."""

    before: Listed | None
    after: Listed | None

    @property
    def any(self) -> Listed:
        """Whichever line there is."""
        line = self.after or self.before
        assert line is not None  # noqa: S101 - nobody stands on neither
        return line


class Reasons:
    """What moved of a year, laid side by side so that each person's reasons can be found."""

    def __init__(  # noqa: PLR0913, PLR0917 - both sides, and what moved between them
        self,
        roll: Roll,
        sides: Mapping[str, Sides],
        own: Mapping[str, int],
        drifted: frozenset[str],
        baselines: Sequence[MovedBaseline],
        places: Sequence[MovedPlaces],
    ) -> None:
        self._roll, self._sides, self._own, self._drifted = roll, sides, own, drifted
        self._baselines = {(each.category, each.department): each for each in baselines}
        self._places = {each.category: each for each in places}
        self._first = [sides[code] for code in (*own, *drifted) if code in sides]
        self._ranked_anew = [
            each for each in sides.values() if each.before and each.after and each.before.rank != each.after.rank
        ]
        self._quality = {
            str(category): next((each.id for each in live.scheme.indicators if each.rule is RuleKind.CASE_REVIEW), "")
            for category, live in roll.lives.items()
        }

    def of(self, code: str) -> tuple[Why, ...]:
        """The person's reasons, the weightiest first; never none."""
        found = tuple(dict.fromkeys(self._found(code)))
        return found or (Why(WhyKind.REST),)

    def _found(self, code: str) -> Iterator[Why]:
        sides = self._sides[code]
        if code in self._own:
            yield Why(WhyKind.OWN, number=self._own[code])
        if code in self._drifted:
            yield Why(WhyKind.STANDING)
        if sides.before is None or sides.after is None:
            return
        yield from self._of_grade(sides.before, sides.after)
        if sides.before.indicators != sides.after.indicators:
            yield from self._of_baselines(code, sides.after)
        elif code not in self._own:
            yield from self._of_others(sides.before, sides.after)

    def _of_grade(self, before: Listed, after: Listed) -> Iterator[Why]:
        if after.status is Status.TIE_AT_QUOTA and before.status is not Status.TIE_AT_QUOTA:
            yield from self._tied(after)
        if before.grade is after.grade:
            return
        if after.review_required and after.grade is None and after.status is Status.GRADED:
            yield Why(WhyKind.REVIEW)
        if Grade.EXCELLENT in {before.grade, after.grade}:
            if (moved := self._places.get(after.category)) is not None:
                yield Why(WhyKind.PLACES, own=moved.before, others=moved.after)
            yield from self._parted(after)
            yield from self._of_others(before, after)
            yield from self._place(after)

    def _place(self, after: Listed) -> Iterator[Why]:
        """Who takes the place, or leaves it free."""
        taken = after.grade is not Grade.EXCELLENT
        for each in self._of_category(after):
            had, has = (side is not None and side.grade is Grade.EXCELLENT for side in each)
            if each.any.code != after.code and had is not taken and has is taken:
                yield Why(WhyKind.PLACE, each.any.name, rises=taken)
                return

    def _tied(self, after: Listed) -> Iterator[Why]:
        for each in self._of_category(after):
            if each.after is not None and each.after.code != after.code and each.after.status is Status.TIE_AT_QUOTA:
                yield Why(WhyKind.TIE, each.after.name)
                return

    def _parted(self, line: Listed) -> Iterator[Why]:
        """By what somebody of the same total stands on the other side of the places."""
        has_place = line.grade is Grade.EXCELLENT
        for each in self._of_category(line):
            other = each.after
            if other is None or other.code == line.code or other.total != line.total:
                continue
            if (other.grade is Grade.EXCELLENT) is has_place or other.rank is None:
                continue
            for measure, own, theirs in zip(_MEASURES, self._keys(line), self._keys(other), strict=True):
                if own != theirs:
                    yield Why(WhyKind.TIE_BREAK, other.name, measure=measure, own=own, others=theirs)
                    return

    def _keys(self, line: Listed) -> tuple[int, int, int]:
        score = self._roll.scores[line.code]
        return score.parts[PERFORMANCE], score.indicators.get(self._quality[line.category], 0), score.best_reviews

    def _of_baselines(self, code: str, after: Listed) -> Iterator[Why]:
        for category, live in self._roll.lives.items():
            if str(category) != after.category:
                continue
            for each in live.scoring.duties.get(code, ()):
                moved = self._baselines.get((after.category, each.department))
                if moved is not None:
                    yield Why(WhyKind.BASELINE, each.department, rises=moved.rises)

    def _of_others(self, before: Listed, after: Listed) -> Iterator[Why]:
        """Who came by: above, or below; of several the one whose own facts were found otherwise, else the highest."""
        if before.rank == after.rank or before.rank is None or after.rank is None:
            return
        kind = WhyKind.ABOVE if after.rank > before.rank else WhyKind.BELOW
        for among in (self._first, self._ranked_anew):
            by = [each for each in among if _came_by(before, after, each, kind)]
            if by:
                yield Why(kind, min(by, key=lambda each: (each.any.rank or 0, each.any.code)).any.name)
                return

    def _of_category(self, line: Listed) -> Iterable[Sides]:
        return (each for each in self._sides.values() if each.any.category == line.category)


_MEASURES = ("performance", "quality", "best_reviews")
"""What parts people of one total, in order."""


def _came_by(before: Listed, after: Listed, other: Sides, kind: WhyKind) -> bool:
    if other.any.code == after.code or other.any.category != after.category:
        return False
    was, now = (side.rank if side is not None else None for side in other)
    if kind is WhyKind.ABOVE:
        return now is not None and now < _rank(after) and (was is None or was >= _rank(before))
    return was is not None and was < _rank(before) and (now is None or now >= _rank(after))


def _rank(line: Listed) -> int:
    assert line.rank is not None  # noqa: S101 - asked for who is ranked alone
    return line.rank
