"""Nobody examines the own figures inside a matter that is somebody else's (公务员法 76; domain rules, row 26)."""

import pytest

from committee_desk.domain.proceedings import Challenge, ChallengeKind, ChangeKind
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.services.actor import Actor
from committee_desk.services.objection_refusals import ReceiverIsObjector
from committee_desk.services.proceeding_refusals import ExaminerBarred
from committee_desk.services.proceeding_views import BarKind, Found, Heard
from tests.services.posted_notices import YEAR, PostedOffice
from tests.services.reviewing_hands import CLERK, REVIEWED, declared, find, opened, refused, row, seen

JOINT = "XX检刑诉受〔2026〕150号"
"""熊鹏 (J005), who objects, and 韩俊 (J007) handled it together."""
SHARED = (Challenge(ChallengeKind.SHARE, (JOINT,)),)
HER_EVENT = Found(
    ChangeKind.NEW_EVENT, ("J012", "bonus", "2026-12-01", "高检办〔2026〕88号", "最高检典型案例入选"), "points", "1",
    "入选未加分", "高检办〔2026〕88号",
)  # fmt: skip


@pytest.fixture
def office(posted_on_tuesday: PostedOffice) -> PostedOffice:
    """Its grades hang since yesterday."""
    return posted_on_tuesday


def _case_of(office: PostedOffice, name: str) -> str:
    """A reviewed case that this person handled alone."""
    return next(
        each.number for each in office.desk.cases.rows(YEAR) if each.handlers == (name,) and each.grade == "优质"
    )


def _found_in(number: str) -> Found:
    return Found(ChangeKind.REVIEW, (number,), "grade", "合格", "评查等次有误", "案管办底稿3份")


def test_who_handled_the_challenged_case_too_does_not_examine_it(office: PostedOffice) -> None:
    said = refused(ExaminerBarred, lambda: opened(office, None, ("韩俊", "J012"), SHARED))
    assert said == (
        f"韩俊本人的考核事实也在本件查明之内（{JOINT}），应当回避，不能承办本件复核（公务员法第七十六条）。请另行指定承办人。"
    )
    number = opened(office, 1, challenged=SHARED)
    assert ("韩俊", BarKind.OWN) in {(each.name, each.kind) for each in office.desk.proceedings.card(YEAR, number).bars}


def test_nor_does_a_relative_of_who_handled_it_too(office: PostedOffice) -> None:
    office.desk.relations.relate(CLERK, Relationship("J007", "沈洋", "J012", Kinship.SPOUSE))
    said = refused(ExaminerBarred, lambda: opened(office, None, ("沈洋", "J015"), SHARED))
    assert said.startswith("沈洋与韩俊有亲属关系，应当回避")


@pytest.mark.parametrize("own", ["case", "event"])
def test_an_examiner_finds_nothing_of_the_own_figures(office: PostedOffice, own: str) -> None:
    number = opened(office, None, ("J012", "J015"))
    declared(office.desk, number, office.clock.now.date())
    found = HER_EVENT if own == "event" else _found_in(_case_of(office, "沈洋"))
    said = refused(ExaminerBarred, lambda: find(office.desk, number, REVIEWED, found))
    assert said.startswith("沈洋（J012）本人的考核事实也在本件查明之内（")
    assert row(office.desk, number).held.changes == ()


def test_nor_does_anybody_write_down_what_was_found_of_the_own_figures(office: PostedOffice) -> None:
    number = opened(office)
    declared(office.desk, number, office.clock.now.date())
    found, entry = _found_in(_case_of(office, "姚玉伟")), seen(office.desk, number)
    find_it = office.desk.proceedings.find
    said = refused(ReceiverIsObjector, lambda: find_it(Actor("姚玉伟"), YEAR, number, "属实。", (found,), entry))
    assert said.startswith("姚玉伟 是 2026-复-001 的当事人，应当回避")
    find(office.desk, number, found)
    hear = office.desk.proceedings.hear
    told = Heard("J010", office.clock.now.date(), "没有意见", "范伟雪")
    refused(ReceiverIsObjector, lambda: hear(Actor("姚玉伟"), YEAR, number, told, seen(office.desk, number)))


def test_a_spouse_examines_nothing_of_hers_either_and_another_may(office: PostedOffice) -> None:
    office.desk.relations.relate(CLERK, Relationship("J010", "", "J015", Kinship.SPOUSE))
    number = opened(office)
    declared(office.desk, number, office.clock.now.date())
    found = _found_in(_case_of(office, "姚玉伟"))
    said = refused(ExaminerBarred, lambda: find(office.desk, number, found))
    assert "与姚玉伟有亲属关系，应当回避" in said
    office.desk.proceedings.appoint(CLERK, YEAR, number, ("J012", "J020"), "回避", seen(office.desk, number))
    declared(office.desk, number, office.clock.now.date())
    find(office.desk, number, found)
    assert len(row(office.desk, number).held.changes) == 1
