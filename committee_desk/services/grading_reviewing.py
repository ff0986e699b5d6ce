"""What an ability review (业务能力评审, form 12) must say before it counts."""

from datetime import date

from committee_desk.domain.grade_list import Listed
from committee_desk.domain.names import spelt
from committee_desk.domain.said import said
from committee_desk.services.grading_decision_refusals import DecisionDayWrong
from committee_desk.services.grading_refusals import ReviewIncomplete, ReviewsSelf
from committee_desk.services.grading_views import AbilityReview, Opinion


def fitting_review(year: int, review: AbilityReview, listed: Listed, today: date) -> AbilityReview:
    """The review as it is kept: with reviewers other than the person, what was looked at, findings and a day."""
    reviewers = tuple(name for each in review.reviewers if (name := said(each, "reviewer")))
    looked_at = tuple(dict.fromkeys(what for each in review.looked_at if (what := said(each, "item"))))
    selected, findings = said(review.selected, "note"), said(review.findings, "opinion")
    told = {"reviewers": reviewers, "looked_at": looked_at, "findings": findings}
    for field, given in told.items():
        if not given:
            raise ReviewIncomplete(year, field)
    if any(spelt(name) in {spelt(listed.name), spelt(listed.code)} for name in reviewers):
        raise ReviewsSelf(year, listed.name)
    first = date(year, 1, 1)
    if not first <= review.day <= today:
        raise DecisionDayWrong(year, review.day, first, today)
    return AbilityReview(listed.code, selected, reviewers, looked_at, findings, Opinion(review.opinion), review.day)
