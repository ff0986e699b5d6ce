"""The rows of the ranking: people in order, each with the one thing that has to be known about them.

Reasons why somebody is pending or without grade never stand here: both read 另行确定.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from operator import attrgetter
from typing import NamedTuple

from committee_desk.domain.scheme import PERFORMANCE, Scheme
from committee_desk.domain.scores import Grade, PersonScore, Status, YearScores
from committee_desk.ui.common.chips import NEUTRAL, WARN, Chip
from committee_desk.wording.language import tr
from committee_desk.wording.scores import status_outside


class Show(Enum):
    """The four filters of the tool row."""

    ALL = "all"
    EXCELLENT = "excellent"
    TO_DO = "to_do"
    UNRANKED = "unranked"


@dataclass(frozen=True, slots=True)
class RankingRow:
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


def needs_act(score: PersonScore) -> bool:
    """Whether somebody has to do something about this person before grades can be set."""
    return score.review_required or score.status is Status.TIE_AT_QUOTA or score.status is Status.INCOMPLETE


def wanted(row: RankingRow, show: Show) -> bool:
    """Whether that filter lets this person through."""
    if show is Show.EXCELLENT:
        return row.score.proposed_grade is Grade.EXCELLENT
    if show is Show.TO_DO:
        return needs_act(row.score)
    return show is Show.ALL or row.place is None


def counts(rows: Iterable[RankingRow]) -> dict[Show, int]:
    """How many people each filter lets through, counted in one pass."""
    everybody = excellent = to_do = unranked = 0
    for row in rows:
        everybody += 1
        excellent += row.score.proposed_grade is Grade.EXCELLENT
        to_do += needs_act(row.score)
        unranked += row.place is None
    return {Show.ALL: everybody, Show.EXCELLENT: excellent, Show.TO_DO: to_do, Show.UNRANKED: unranked}


class PeopleRows(NamedTuple):
    """Everybody's row in ranking order, and again as the scores list people, for the next reading to go on from."""

    in_order: list[RankingRow]
    by_code: list[RankingRow]


def people_rows(scores: YearScores, scheme: Scheme, before: Sequence[RankingRow] = ()) -> PeopleRows:
    """Everybody in ranking order; those without rank after the ranked, by code.

    `before` are the rows `by_code` of an earlier reading: where nothing changed for somebody, the row goes on.
    """
    known = before if len(before) == len(scores.people) else [None] * len(scores.people)
    names, ranks = (Counter(map(attrgetter(each), scores.people)) for each in ("name", "rank"))
    carrying = {indicator.id for part in scheme.parts if part.id == PERFORMANCE for indicator in part.indicators}
    rows = []
    for score, row in zip(scores.people, known, strict=True):
        shared = ranks[score.rank] > 1 and score.rank is not None
        namesake = names[score.name] > 1
        if row is None or row.score is not score or row.shared is not shared or row.namesake is not namesake:
            rows.append(_row(score, carrying, namesake=namesake, shared=shared))
        else:
            rows.append(row)
    return PeopleRows(_in_order(rows), rows)


def _in_order(rows: list[RankingRow]) -> list[RankingRow]:
    """The rows in ranking order, each with its place; put in place here as well as in the list that is given back."""
    found = []
    orders = [row.order for row in rows]
    for place, at in enumerate(sorted(range(len(rows)), key=orders.__getitem__), start=1):
        row = rows[at]
        if row.score.rank and row.place != place:
            row = rows[at] = replace(row, place=place)
        found.append(row)
    return found


def _row(score: PersonScore, carrying: set[str], *, namesake: bool, shared: bool) -> RankingRow:
    left = len(carrying.difference(score.not_applicable))
    return RankingRow(
        score,
        None,
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
    if score.barred:
        return Chip(tr("不得评优"), WARN, "alert-triangle", tr("年内有影响评优的决定"))
    return Chip(tr("并列"), NEUTRAL, "", tr("与他人总分相同")) if shared else None
