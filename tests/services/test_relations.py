"""Kinship and charge of departments: written down once, known of both, ended with a reason (part 6, row 29)."""

from datetime import date
from pathlib import Path

import pytest

from committee_desk.domain.leading import Charge
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.relation_views import (
    ChargeEndsBefore,
    ChargeOverlaps,
    EndingReasonMissing,
    MarriedAlready,
    NoSuchDepartment,
    RelatedAlready,
    RelationGone,
    RelativeIsSelf,
    RelativeUnnamed,
)
from tests.services.leaders import CHIEF, DEPUTY, FIRST, HEAD, MOVED, ORDINARY, SECOND, read_in, wed


@pytest.fixture
def office(desk: Desk, actor: Actor, tmp_path: Path) -> Desk:
    read_in(desk, actor, tmp_path)
    return desk


def test_row_29_a_relationship_is_known_of_both(office: Desk, actor: Actor) -> None:
    wed(office, actor, ORDINARY, CHIEF)
    (of_one,) = office.relations.of(ORDINARY)
    (of_other,) = office.relations.of(CHIEF)
    assert of_one.relationship == Relationship(ORDINARY, "严正", CHIEF, Kinship.SPOUSE)
    assert of_other.relationship == Relationship(CHIEF, "江涛", ORDINARY, Kinship.SPOUSE)
    assert of_one.number == of_other.number
    kin = office.relations.kin()
    assert kin.between(CHIEF, ORDINARY) is kin.between(ORDINARY, CHIEF) is Kinship.SPOUSE
    assert kin.between(CHIEF, HEAD) is None
    assert kin.between(CHIEF, CHIEF) is None


def test_a_relative_who_is_not_of_the_office_is_known_by_name(office: Desk, actor: Actor) -> None:
    office.relations.relate(actor, Relationship(HEAD, " 王　芳 ", None, Kinship.DIRECT_LINE, "女儿，律师"))
    (held,) = office.relations.of(HEAD)
    assert (held.relationship.other, held.relationship.note) == ("王 芳", "女儿，律师")
    kin = office.relations.kin()
    assert kin.of_name("王芳", HEAD, {}) is Kinship.DIRECT_LINE
    assert kin.of_name("王芳", ORDINARY, {}) is None


def test_the_same_two_are_written_down_once_whichever_comes_first(office: Desk, actor: Actor) -> None:
    wed(office, actor, ORDINARY, CHIEF)
    with pytest.raises(RelatedAlready) as refused:
        office.relations.relate(actor, Relationship(CHIEF, "", ORDINARY, Kinship.BY_MARRIAGE))
    assert refused.value.kind is Kinship.SPOUSE
    office.relations.relate(actor, Relationship(HEAD, "王芳", None, Kinship.SPOUSE))
    with pytest.raises(RelatedAlready):
        office.relations.relate(actor, Relationship(HEAD, "王 芳", None, Kinship.SPOUSE))


def test_what_names_nobody_is_refused(office: Desk, actor: Actor) -> None:
    for code, other, other_code, error in (
        (HEAD, "", HEAD, RelativeIsSelf),
        (HEAD, "  ", None, RelativeUnnamed),
        (HEAD, "", "X99", NoSuchPerson),
        ("X99", "王芳", None, NoSuchPerson),
    ):
        with pytest.raises(error):
            office.relations.relate(actor, Relationship(code, other, other_code, Kinship.SPOUSE))
    assert office.relations.of(HEAD) == ()


def test_a_relationship_ends_with_a_reason_and_once(office: Desk, actor: Actor) -> None:
    wed(office, actor, ORDINARY, CHIEF)
    number = office.relations.of(CHIEF)[0].number
    with pytest.raises(EndingReasonMissing):
        office.relations.unrelate(actor, number, "  ")
    office.relations.unrelate(actor, number, "已离婚")
    assert office.relations.of(ORDINARY) == ()
    with pytest.raises(RelationGone):
        office.relations.unrelate(actor, number, "已离婚")
    assert [(each.verb, each.why) for each in office.journal.rows(2)] == [
        ("relations.end", "已离婚"),
        ("relations.put", None),
    ]


def test_a_charge_is_written_down_corrected_and_taken_off(office: Desk, actor: Actor) -> None:
    office.relations.charge(actor, Charge(FIRST, DEPUTY, date(2025, 1, 1)))
    (held,) = office.relations.charges()
    assert (held.name, held.heads) == ("罗平", False)
    office.relations.charge(actor, Charge(FIRST, DEPUTY, date(2025, 1, 1), date(2026, 6, 30)), held.number)
    (corrected,) = office.relations.charges()
    assert corrected.charge.until == date(2026, 6, 30)
    with pytest.raises(RelationGone):  # somebody corrected it meanwhile
        office.relations.charge(actor, Charge(FIRST, DEPUTY, date(2025, 1, 1)), held.number)
    with pytest.raises(EndingReasonMissing):
        office.relations.discharge(actor, corrected.number, "")
    office.relations.discharge(actor, corrected.number, "登记有误")
    assert office.relations.charges() == ()


def test_who_heads_the_department_he_belongs_to_is_shown_as_its_head(office: Desk, actor: Actor) -> None:
    office.relations.charge(actor, Charge(SECOND, MOVED, date(2026, 6, 1)))
    assert office.relations.charges()[0].heads


def test_a_charge_that_cannot_be_is_refused(office: Desk, actor: Actor) -> None:
    office.relations.charge(actor, Charge(FIRST, DEPUTY, date(2025, 1, 1), date(2026, 6, 30)))
    for wanted, error in (
        (Charge(FIRST, DEPUTY, date(2026, 6, 30)), ChargeOverlaps),
        (Charge(FIRST, DEPUTY, date(2026, 2, 1), date(2026, 1, 1)), ChargeEndsBefore),
        (Charge("第九检察部", DEPUTY, date(2026, 1, 1)), NoSuchDepartment),
        (Charge(FIRST, "X99", date(2026, 1, 1)), NoSuchPerson),
    ):
        with pytest.raises(error):
            office.relations.charge(actor, wanted)
    office.relations.charge(actor, Charge(FIRST, DEPUTY, date(2026, 7, 1)))
    assert len(office.relations.charges()) == 2
    assert office.relations.departments() == ("院领导", FIRST, SECOND)


def test_nobody_has_two_spouses_before_the_first_marriage_is_ended(office: Desk, actor: Actor) -> None:
    office.relations.relate(actor, Relationship(HEAD, "王芳", None, Kinship.SPOUSE))
    for second in (Relationship(HEAD, "李梅", None, Kinship.SPOUSE), Relationship(ORDINARY, "", HEAD, Kinship.SPOUSE)):
        with pytest.raises(MarriedAlready) as refused:
            office.relations.relate(actor, second)
        assert (refused.value.name, refused.value.spouse) == ("石峰", "王芳")
    (held,) = office.relations.of(HEAD)
    office.relations.unrelate(actor, held.number, "离异")
    office.relations.relate(actor, Relationship(ORDINARY, "", HEAD, Kinship.SPOUSE))
