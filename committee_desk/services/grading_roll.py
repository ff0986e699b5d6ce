"""The roll of a year within one transaction: everybody's proposal, what stands instead, places, and what is open."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from committee_desk.domain.course import Stage
from committee_desk.domain.grade_list import (
    GradeList,
    Listed,
    ListOffice,
    ListQuota,
    ListStage,
)
from committee_desk.domain.grade_rules import Bound, Standing, bound
from committee_desk.domain.grading import OUT_OF_COUNT
from committee_desk.domain.live_year import LiveYear
from committee_desk.domain.people import Category
from committee_desk.domain.quota import CategoryQuota, OfficeQuota
from committee_desk.domain.scheme import PERFORMANCE
from committee_desk.domain.scores import Grade, PersonScore, Status
from committee_desk.domain.scoring import RATINGS
from committee_desk.services.grading_views import (
    AbilityReview,
    Apart,
    CategoryRoll,
    Choice,
    Decision,
    DecisionKind,
    Incomplete,
    Opinion,
    RollRow,
    Tie,
)
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.scored_year import scored
from committee_desk.services.year_inputs import graded_categories, office_quota_of

Live = Callable[[UnitOfWork, int, Category], LiveYear]
"""How a category's year is scored in a transaction: anew, or gone on from what was scored before."""

HIDDEN = frozenset({Status.PENDING, Status.NO_GRADE})
"""Statuses whose difference nobody reads here: 另行确定."""


class Roll(NamedTuple):
    """The year's roll. `bounds` says whose grade, as recorded or proposed, the rules do not allow."""

    year: int
    stage: Stage
    office: OfficeQuota
    categories: tuple[CategoryRoll, ...]
    scores: Mapping[str, PersonScore]
    standings: Mapping[str, Standing]
    bounds: Mapping[str, Bound]
    incomplete: tuple[Incomplete, ...]
    lives: Mapping[Category, LiveYear]
    """Each category as it was scored."""

    @property
    def rows(self) -> tuple[RollRow, ...]:
        """Everybody who is graded here."""
        return tuple(row for each in self.categories for row in each.rows)

    def row(self, code: str) -> RollRow | None:
        """One person's line."""
        return next((row for row in self.rows if row.code == code), None)

    def roll_of(self, category: str) -> CategoryRoll | None:
        """One category's part."""
        return next((each for each in self.categories if each.category == category), None)

    def names(self, codes: Sequence[str]) -> tuple[str, ...]:
        """What those people are called."""
        return tuple(self.scores[code].name if code in self.scores else code for code in codes)


class _Recorded(NamedTuple):
    """What was recorded about people."""

    choices: Mapping[str, Choice]
    reviews: Mapping[str, AbilityReview]
    decisions: tuple[Decision, ...]
    posts: Mapping[str, str]


def roll_of(uow: UnitOfWork, year: int, live: Live = scored) -> Roll:
    """The roll as it stands: at its stage, with every choice and decision that holds."""
    stage = uow.course.stage(year)
    lives = {each: live(uow, year, each) for each in graded_categories(uow, year)}
    lives = {each: own for each, own in lives.items() if own.scores.people}
    stays = next(iter(lives.values())).scoring.inputs.stays if lives else ()
    recorded = _recorded(uow, year, stage)
    office = office_quota_of(uow, year, stays, recorded.decisions)
    scores: dict[str, PersonScore] = {}
    standings: dict[str, Standing] = {}
    bounds: dict[str, Bound] = {}
    rolls = []
    for category, own in lives.items():
        rows = []
        for score in own.scores.people:
            scores[score.code] = score
            if score.status in OUT_OF_COUNT:
                continue
            standings[score.code] = _standing(own, score, recorded)
            row, why = _row(str(category), score, standings[score.code], recorded)
            rows.append(row)
            if why is not None:
                bounds[score.code] = why
        quota = office.of(str(category))
        rolls.append(_category(str(category), quota, rows, own, recorded))
    incomplete = tuple(_incomplete(lives, recorded))
    return Roll(year, stage, office, tuple(rolls), scores, standings, bounds, incomplete, lives)


def _recorded(uow: UnitOfWork, year: int, stage: Stage) -> _Recorded:
    """The committee's departures count from the proposal on; before it, what it chose of an earlier list does not."""
    counted = {ListStage.PROPOSED} | ({ListStage.APPROVED} if stage is not Stage.SCORING else set())
    choices = {each.code: each for each in uow.grades.choices(year) if each.stage in counted}
    posts = {
        each.stay.code: each.stay.post or "" for each in uow.people.latest_stays(date(year, 1, 1), date(year, 12, 31))
    }
    reviews = {each.code: each for each in uow.grades.reviews(year)}
    return _Recorded(choices, reviews, uow.grades.decisions(year), posts)


def _standing(live: LiveYear, score: PersonScore, recorded: _Recorded) -> Standing:
    review = recorded.reviews.get(score.code)
    return Standing(
        incompetent=live.grading.standing(score.code).incompetent,
        reviewed=review is not None,
        unfit=review is not None and review.opinion is Opinion.UNFIT,
        below=score.code in live.scoring.inputs.decided.below,
    )


def _row(category: str, score: PersonScore, standing: Standing, recorded: _Recorded) -> tuple[RollRow, Bound | None]:
    """The line, and what keeps the recorded or proposed grade from standing."""
    choice, proposed = recorded.choices.get(score.code), score.proposed_grade
    wanted = choice.grade if choice is not None else proposed
    why = bound(score, standing, wanted) if wanted is not None or choice is not None else None
    grade = None if why is not None else wanted
    tied = score.status is Status.TIE_AT_QUOTA or any(
        each.kind is DecisionKind.TIE and score.code in _named(each, "equals") for each in recorded.decisions
    )
    listed = Listed(
        code=score.code,
        name=score.name,
        department=score.department,
        category=category,
        post=recorded.posts.get(score.code, ""),
        total=score.total,
        performance=score.parts[PERFORMANCE],
        performance_grade=score.performance_grade,
        rank=score.rank,
        status=Status.SETTLED_APART if score.status in HIDDEN else score.status,
        proposed=proposed,
        grade=grade,
        reason=choice.reason if choice is not None else "",
        review_required=score.review_required,
        tied=tied,
        indicators=dict(score.indicators),
        parts=dict(score.parts),
    )
    return RollRow(listed, choice, recorded.reviews.get(score.code), standing.below, _is_bound(score, standing)), why


def _is_bound(score: PersonScore, standing: Standing) -> bool:
    """Whether a decision on somebody who is graded here keeps him from 优秀, or from any grade but the lowest."""
    return score.status not in HIDDEN and (score.barred or standing.incompetent)


def _category(
    category: str, quota: CategoryQuota, rows: list[RollRow], live: LiveYear, recorded: _Recorded
) -> CategoryRoll:
    rows.sort(key=lambda row: (row.listed.rank is None, row.listed.rank or 0, row.code))
    apart = tuple(
        Apart(each.code, each.name, each.department, category, each.status)
        for each in live.scores.people
        if each.status in OUT_OF_COUNT
    )
    return CategoryRoll(category, quota, tuple(rows), apart, _tie(category, live, recorded))


def _tie(category: str, live: LiveYear, recorded: _Recorded) -> Tie | None:
    """The tie that is open, or the one that was decided and still is between the same people."""
    places, people = live.scores.quota.places, live.scores.people
    excellent = {each.code for each in people if each.proposed_grade is Grade.EXCELLENT}
    equals = tuple(each.code for each in people if each.status is Status.TIE_AT_QUOTA)
    if equals:
        return Tie(category, equals, places - len(excellent))
    for each in recorded.decisions:
        if each.kind is DecisionKind.TIE and each.subject == category:
            held = _named(each, "equals")
            return Tie(category, held, places - len(excellent - set(held)), each)
    return None


def _incomplete(lives: Mapping[Category, LiveYear], recorded: _Recorded) -> Iterator[Incomplete]:
    """Who lacks a rating, and who was settled so: a decision stays in sight."""
    decided = {each.subject: each for each in recorded.decisions if each.kind is DecisionKind.INCOMPLETE}
    for category, live in lives.items():
        for score in live.scores.people:
            decision = decided.get(score.code)
            if score.status is not Status.INCOMPLETE and decision is None:
                continue
            missing = score.unrated or (_named(decision, "missing") if decision else ())
            yield Incomplete(
                score.code,
                score.name,
                score.department,
                str(category),
                missing,
                may_hand_over(live, score, missing),
                decision,
            )


def may_hand_over(live: LiveYear, score: PersonScore, missing: Sequence[str]) -> bool:
    """Whether each missing rating's part has another one with marks."""
    return bool(missing) and all(
        any(
            each.rule in RATINGS and each.id in score.indicators
            for part in live.scheme.parts
            if any(own.id == name for own in part.indicators)
            for each in part.indicators
        )
        for name in missing
    )


def _named(decision: Decision, field: str) -> tuple[str, ...]:
    told = decision.content.get(field, ())
    return tuple(map(str, told)) if isinstance(told, list | tuple) else ()


def laid_down(roll: Roll, stage: ListStage, version: int) -> GradeList:
    """The roll as a list with its fingerprint."""
    return drawn_up(roll, stage, version).sealed()


def drawn_up(roll: Roll, stage: ListStage, version: int) -> GradeList:
    """The roll as a list that nobody lays down yet."""
    given = Counter(row.listed.category for row in roll.rows if row.listed.grade is Grade.EXCELLENT)
    quotas = tuple(
        ListQuota(
            each.category,
            each.base,
            each.percent,
            each.own,
            each.places,
            given[each.category],
            each.assigned,
            each.pool,
        )
        for each in roll.office.categories
        if roll.roll_of(each.category) is not None
    )
    office = roll.office
    approval = office.approval.document if office.approval else ""
    return GradeList(
        roll.year,
        stage,
        version,
        tuple(row.listed for row in roll.rows),
        quotas,
        ListOffice(office.base, office.percent, office.floor, office.left_over, approval),
    )
