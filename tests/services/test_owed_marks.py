"""工作台 says whose mark which leader owes, who owes a duty report, and which marks must not be."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from committee_desk.domain.departments import department_order
from committee_desk.domain.people import Category, Stay
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.report_views import ReportToKeep
from committee_desk.services.views import Owed
from committee_desk.wording.overview import owed_detail, owed_title
from tests.services.facts_held import hold
from tests.services.leaders import DEPUTY, HEAD, MOVED, ORDINARY, OTHER_DEPUTY, SECOND_HEAD, lead, read_in, wed

DECEMBER, NOVEMBER = date(2026, 12, 1), date(2026, 11, 30)


@pytest.fixture
def office(desk: Desk, actor: Actor, tmp_path: Path) -> Desk:
    read_in(desk, actor, tmp_path)
    return desk


def lines(desk: Desk, today: date, *kinds: str) -> list[Owed]:
    return [each for each in desk.overview(2026, today).owed if each.kind in kinds]


def test_each_leader_owes_the_marks_of_his_departments_from_december(office: Desk, actor: Actor) -> None:
    lead(office, actor)
    assert lines(office, NOVEMBER, "marks_owed", "reports_missing") == []
    first, second = lines(office, DECEMBER, "marks_owed")
    assert (first.facts["leader"], first.facts["codes"]) == ("罗平", (HEAD, ORDINARY))
    assert (second.facts["leader"], second.facts["codes"]) == ("方毅", (SECOND_HEAD, MOVED))
    assert (owed_title(first), owed_detail(first)) == ("罗平还有 2 人没有评价", "石峰、江涛")
    assert first.page == "ballots"
    for code in (HEAD, ORDINARY):
        office.marks.enter(actor, 2026, code, DEPUTY, Decimal(90), "工作扎实", None)
    assert [each.facts["leader"] for each in lines(office, DECEMBER, "marks_owed")] == ["方毅"]


def test_departments_that_nobody_has_charge_of_are_named_and_lead_to_people(office: Desk) -> None:
    (line,) = lines(office, DECEMBER, "charges_missing")
    assert line.page == "people"
    assert owed_title(line) == "2 个部门没有登记分管领导"
    assert owed_detail(line).startswith("第一检察部、第二检察部")


def test_they_are_named_in_the_order_of_their_numbers(sample_desk: Desk) -> None:
    (line,) = lines(sample_desk, DECEMBER, "charges_missing")
    names = line.facts["names"]
    assert isinstance(names, tuple)
    assert list(names) == sorted(names, key=department_order)
    assert names[0] == "第一检察部"


def test_missing_duty_reports_are_owed(office: Desk, actor: Actor) -> None:
    (line,) = lines(office, DECEMBER, "reports_missing")
    assert line.facts["codes"] == (HEAD, SECOND_HEAD, ORDINARY, MOVED)
    office.reports.put(actor, 2026, ReportToKeep(HEAD, date(2026, 12, 20), "述职"), None)
    (line,) = lines(office, DECEMBER, "reports_missing")
    assert owed_title(line) == "3 人没有交述职报告"


def test_a_mark_by_a_relative_is_to_be_looked_at_whatever_the_month(office: Desk, actor: Actor) -> None:
    lead(office, actor)
    office.marks.enter(actor, 2026, MOVED, OTHER_DEPUTY, Decimal(99), "优秀", None)
    assert lines(office, NOVEMBER, "marks_odd") == []
    wed(office, actor, OTHER_DEPUTY, MOVED)
    (line,) = lines(office, NOVEMBER, "marks_odd")
    assert owed_detail(line) == "何月：由本人或亲属评价"


def test_marks_of_every_category_are_owed_but_reports_of_prosecutors_alone(office: Desk, actor: Actor) -> None:
    lead(office, actor)
    hold(office, Kind.PEOPLE, [Stay("F001", "章同", "第一检察部", Category.ASSISTANT)])
    first, _ = lines(office, DECEMBER, "marks_owed")
    assert first.facts["codes"] == ("F001", HEAD, ORDINARY)
    (line,) = lines(office, DECEMBER, "reports_missing")
    assert line.facts["codes"] == (HEAD, SECOND_HEAD, ORDINARY, MOVED)
