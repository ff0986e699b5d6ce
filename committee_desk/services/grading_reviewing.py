"""What an ability review (业务能力评审, form 12) must say before it counts."""

from datetime import date

from committee_desk.domain.grade_list import Listed
from committee_desk.domain.said import said
from committee_desk.services.grading_decision_refusals import DecisionDayWrong
from committee_desk.services.grading_refusals import (
    ReviewerTwice,
    ReviewerUnclear,
    ReviewIncomplete,
    ReviewsKin,
    ReviewsSelf,
)
from committee_desk.services.grading_views import AbilityReview, Opinion
from committee_desk.services.objection_rules import people_of
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.relations import kin_of
from committee_desk.services.typed_people import Part, aside, twice_named


def fitting_review(uow: UnitOfWork, year: int, review: AbilityReview, listed: Listed, today: date) -> AbilityReview:
    """The review as it is kept: with reviewers who stand apart, what was looked at, findings and a day."""
    reviewers = tuple(name for each in review.reviewers if (name := said(each, "reviewer")))
    looked_at = tuple(dict.fromkeys(what for each in review.looked_at if (what := said(each, "item"))))
    selected, findings = said(review.selected, "note"), said(review.findings, "opinion")
    told = {"reviewers": reviewers, "looked_at": looked_at, "findings": findings}
    for field, given in told.items():
        if not given:
            raise ReviewIncomplete(year, field)
    for each in reviewers:
        _require_apart(uow, year, each, listed)
    if one_person := twice_named(people_of(uow, year), reviewers):
        raise ReviewerTwice(year, *one_person)
    first = date(year, 1, 1)
    if not first <= review.day <= today:
        raise DecisionDayWrong(year, review.day, first, today)
    return AbilityReview(listed.code, selected, reviewers, looked_at, findings, Opinion(review.opinion), review.day)


def _require_apart(uow: UnitOfWork, year: int, typed: str, listed: Listed) -> None:
    """Nobody reviews the own ability or a relative's, however the name is typed (公务员法 76)."""
    found = aside(kin_of(uow), people_of(uow, year), typed, (listed.code,))
    if found is None:
        return
    if found.why is Part.SELF:
        raise ReviewsSelf(year, listed.name)
    if found.why is Part.KIN:
        raise ReviewsKin(year, found.who, listed.name)
    raise ReviewerUnclear(year, found.who, listed.name, found.options)
