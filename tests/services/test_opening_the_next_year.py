"""结转新年度: one act opens the next year with everything that goes over into it and touches nothing else."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.backup import Reason
from committee_desk.domain.people import Category
from committee_desk.services.new_year import YearNotNext, YearTooEarly
from tests.conftest import NOW


def test_the_next_year_opens_with_people_and_schemes_and_leaves_the_old_one_as_it_was(sample_desk, actor):
    before = sample_desk.scores.year(2026)
    carried = sample_desk.new_year.preview()
    assert (carried.year, carried.before, carried.calendar_held) == (2027, 2026, False)
    assert Category.PROSECUTOR in carried.schemes

    change = sample_desk.new_year.open(actor, 2027)

    assert sample_desk.years() == (2026, 2027)
    assert sample_desk.scores.year(2026) == before
    assert sample_desk.scores.scheme(2027) == sample_desk.scores.scheme(2026)
    following = sample_desk.scores.year(2027)
    going_on = {row.code for row in sample_desk.people.roster(2027) if row.category is Category.PROSECUTOR}
    assert {person.code for person in following.people} == going_on
    assert going_on
    row = next(row for row in sample_desk.journal.rows(10) if row.seq == change.entry)
    assert (row.verb, row.subject) == ("year.open", "2027")
    assert json.loads(row.what)["from"] == 2026


def test_a_copy_of_the_desk_is_kept_before_the_year_is_opened(sample_desk, actor):
    sample_desk.new_year.open(actor, 2027)
    assert Reason.ACT in {row.reason for row in sample_desk.backup.copies()}


@pytest.mark.parametrize("year", [2025, 2026, 2028])
def test_no_other_year_than_the_next_is_opened(sample_desk, actor, year):
    with pytest.raises(YearNotNext):
        sample_desk.new_year.open(actor, year)


def test_two_clerks_who_open_the_year_at_once_open_it_once(sample_desk, actor):
    other = open_desk(sample_desk.path, clock=lambda: NOW)
    sample_desk.new_year.open(actor, 2027)
    with pytest.raises(YearNotNext):
        other.new_year.open(replace(actor, name="另一人"), 2027)
    assert other.years() == (2026, 2027)


def test_the_year_after_next_waits_until_the_next_has_begun(sample_desk, actor):
    sample_desk.new_year.open(actor, 2027)
    sample_desk.new_year.open(actor, 2028)
    with pytest.raises(YearTooEarly):
        sample_desk.new_year.open(actor, 2029)
    in_a_year = open_desk(sample_desk.path, clock=lambda: NOW + timedelta(days=366))
    in_a_year.new_year.open(actor, 2029)
    assert in_a_year.years() == (2026, 2027, 2028, 2029)
