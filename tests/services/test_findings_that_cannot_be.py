"""Figures that are found of facts which are none: each is refused in a sentence, whatever was typed as their key."""

import pytest

from committee_desk.domain.desk_file import NoSuchYear
from committee_desk.domain.proceedings import ChangeKind, ProceedingKind
from committee_desk.services.proceeding_refusals import NothingLikeThat
from committee_desk.services.proceeding_views import Found, Opening
from tests.services.posted_notices import YEAR, PostedOffice
from tests.services.reviewing_hands import CASE, SCORED, correction, declared, find, refused

EVENT = ("J005", "bonus", "", "试1号", "试验")


@pytest.fixture
def office(posted_on_tuesday: PostedOffice) -> PostedOffice:
    """Its grades hang since yesterday, Monday 11 January 2027."""
    return posted_on_tuesday


def test_who_would_examine_in_a_year_that_the_desk_does_not_hold_is_refused(office):
    opening = Opening(ProceedingKind.CORRECTION, None, SCORED, (), "来函", "J005")
    said = refused(NoSuchYear, lambda: office.desk.proceedings.bars(0, opening))
    assert "0" in said


@pytest.mark.parametrize(
    ("kind", "key", "field"),
    [
        (ChangeKind.SHARE, (CASE, "J001"), "difficulty"),  # a case, and somebody who had no part in it
        (ChangeKind.SHARE, (CASE,), "share"),
        (ChangeKind.EVENT, EVENT, "points"),
        (ChangeKind.NEW_EVENT, (*EVENT[:2], "2026-13-45", *EVENT[3:]), "points"),
        (ChangeKind.REVIEW, (), "grade"),
        (ChangeKind.BALLOT, ("",), "mark"),
        (ChangeKind.REVIEW, (CASE,), "entry"),
    ],
)
def test_nothing_like_that_is_found_or_shown(office, kind, key, field):
    number = correction(office.desk, "J005", SCORED)
    declared(office.desk, number, office.clock.now.date())
    found = Found(kind, key, field, "2", "有误", "底稿")
    assert "没有" in refused(NothingLikeThat, lambda: find(office.desk, number, found))
    if kind is not ChangeKind.SHARE and field != "entry":
        refused(NothingLikeThat, lambda: office.desk.proceedings.fact(YEAR, kind, key))
