"""The rows of the ranking: people in order, each with the one thing that has to be known about them.

Reasons why somebody is pending or without grade never stand here: both read 另行确定.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from itertools import compress
from operator import attrgetter, is_not
from typing import NamedTuple

from committee_desk.domain.scheme import PERFORMANCE, Scheme
from committee_desk.domain.scores import Grade, PersonScore, Status, YearScores
from committee_desk.ui.common.chips import NEUTRAL, WARN, Chip
from committee_desk.ui.ranking.tally import Tally, needs_act
from committee_desk.wording.language import tr
from committee_desk.wording.scores import status_outside


class Show(Enum):
    """The four filters of the tool row."""

    ALL = "all"
    EXCELLENT = "excellent"
    TO_DO = "to_do"
    UNRANKED = "unranked"


class RankingRow(NamedTuple):
    """One person's line. `place` counts from 1 in ranking order, None without rank; `name` tells namesakes apart.

    `shared` when others have the same rank, `tied` when the committee has to decide between equals; `order` is what
    the ranking orders by.
    """

    score: PersonScore
    place: int | None
    name: str
    chip: Chip | None = None
    remark: str = ""
    shared: bool = False
    order: tuple[bool, int, int, int, str] = (True, 0, 0, 0, "")
    tied: bool = False
    namesake: bool = False


def wanted(row: RankingRow, show: Show) -> bool:
    """Whether that filter lets this person through."""
    if show is Show.EXCELLENT:
        return row.score.proposed_grade is Grade.EXCELLENT
    if show is Show.TO_DO:
        return needs_act(row.score)
    return show is Show.ALL or row.place is None


def counts(tally: Tally) -> dict[Show, int]:
    """How many people each filter lets through."""
    return {
        Show.ALL: tally.everybody,
        Show.EXCELLENT: tally.excellent,
        Show.TO_DO: tally.to_do,
        Show.UNRANKED: tally.everybody - tally.ranked,
    }


@dataclass(frozen=True)
class PeopleRows:
    """Everybody's row in ranking order, and what the next reading goes on from."""

    in_order: list[RankingRow]
    by_code: dict[str, RankingRow]
    tally: Tally
    scores: Sequence[PersonScore]

    @property
    def others(self) -> list[RankingRow]:
        """Those without rank, who stand last."""
        return self.in_order[self.tally.ranked :]

    @cached_property
    def last_given(self) -> int | None:
        """Where the last stands who gets a place; None where nobody does."""
        left = self.tally.excellent
        for at, row in enumerate(self.in_order if left else ()):
            left -= row.score.proposed_grade is Grade.EXCELLENT
            if not left:
                return at
        return None

    @cached_property
    def from_below(self) -> list[PersonScore]:
        """Those with a rank, the lowest total first."""
        return sorted((row.score for row in self.in_order[: self.tally.ranked]), key=attrgetter("total"))

    @cached_property
    def tied(self) -> list[int]:
        """Where those stand whom the committee has to tell apart."""
        return [at for at, row in enumerate(self.in_order) if row.tied] if self.tally.tied else []


NOBODY = PeopleRows([], {}, Tally.of(()), ())


def people_rows(scores: YearScores, scheme: Scheme, before: PeopleRows | None = None) -> PeopleRows:
    """Everybody in ranking order; those without rank after the ranked, by code.

    `before` is an earlier reading by the same scheme: where it has the same people, the rows of those go on whom
    nobody's move touches.
    """
    carrying = {indicator.id for part in scheme.parts if part.id == PERFORMANCE for indicator in part.indicators}
    moved = None if before is None else _moved(before.scores, scores.people)
    if before is not None and moved is not None:
        return _gone_on(before, scores.people, moved, carrying) if moved else before
    names, ranks = (Counter(map(attrgetter(each), scores.people)) for each in ("name", "rank"))
    rows = [
        _row(score, place, carrying, namesake=names[score.name] > 1, shared=ranks[score.rank] > 1)
        for place, score in enumerate(sorted(scores.people, key=_order), start=1)
    ]
    return PeopleRows(rows, {row.score.code: row for row in rows}, Tally.of(scores.people), scores.people)


def _moved(before: Sequence[PersonScore], now: Sequence[PersonScore]) -> list[int] | None:
    """Where another score stands than before; None where it is not the same people under the same names."""
    if len(before) != len(now):
        return None
    moved = list(compress(range(len(now)), map(is_not, before, now)))
    same = all(before[at].code == now[at].code and before[at].name == now[at].name for at in moved)
    return moved if same else None


def _gone_on(before: PeopleRows, scores: Sequence[PersonScore], moved: Sequence[int], carrying: set[str]) -> PeopleRows:
    """The rows with the scores of now. Whoever moved stood and stands within one stretch of the ranking: nobody outside
    of it has another place, and only who stands next to it may share a rank from now on, or no longer.
    """
    in_order, by_code = before.in_order.copy(), before.by_code.copy()
    now = {scores[at].code: scores[at] for at in moved}
    orders = [*(by_code[code].order for code in now), *map(_order, now.values())]
    first = max(bisect_left(in_order, min(orders), key=attrgetter("order")) - 1, 0)
    end = bisect_left(in_order, max(orders), key=attrgetter("order")) + 2
    stretch = [now.get(row.score.code, row.score) for row in in_order[first:end]]
    stretch.sort(key=_order)
    beside = [row.score for row in in_order[max(first - 1, 0) : first] + in_order[end : end + 1]]
    ranks = Counter(score.rank for score in (*beside, *stretch))
    for at, score in enumerate(stretch, start=first):
        namesake = by_code[score.code].namesake
        row = _row(score, at + 1, carrying, namesake=namesake, shared=ranks[score.rank] > 1)
        in_order[at] = by_code[score.code] = row
    tally = before.tally.gone_on([before.scores[at] for at in moved], list(now.values()))
    return PeopleRows(in_order, by_code, tally, scores)


def _row(score: PersonScore, place: int, carrying: set[str], *, namesake: bool, shared: bool) -> RankingRow:
    """The row of who stands at that place; `shared` says that others have the same rank, or none either."""
    shared = shared and score.rank is not None
    left = len(carrying.difference(score.not_applicable))
    return RankingRow(
        score,
        place if score.rank else None,
        f"{score.name} {score.code}" if namesake else score.name,
        _chip(score, shared=shared),
        tr("按 {count} 项折算", count=left) if left < len(carrying) else "",
        shared,
        _order(score),
        score.status is Status.TIE_AT_QUOTA,
        namesake,
    )


def _order(score: PersonScore) -> tuple[bool, int, int, int, str]:
    """Among equals of the total, who got a place stands before who is still to be decided."""
    standing = 0 if score.proposed_grade is Grade.EXCELLENT else 1 if score.status is Status.TIE_AT_QUOTA else 2
    return (score.rank is None, score.rank or 0, standing, -score.parts.get(PERFORMANCE, 0), score.code)


def _chip(score: PersonScore, *, shared: bool) -> Chip | None:
    """At most one chip a person: the most pressing thing."""
    if score.status is Status.TIE_AT_QUOTA:
        return Chip(tr("须表决"), WARN, "alert-triangle", tr("与他人四项全同，名额不够，须委员会决定"))
    if score.review_required:
        return Chip(tr("须先评审"), WARN, "alert-triangle", tr("总分排在最后十分之一，定等次前须先作业务能力评审"))
    if score.status is Status.INCOMPLETE:
        return Chip(tr("评价未齐"), WARN, "clock", tr("还没有领导评价或民主测评的得分"))
    if score.rank is None:
        return Chip(status_outside(score.status), NEUTRAL)
    return Chip(tr("并列"), NEUTRAL, "", tr("与他人总分相同")) if shared else None
