"""Nobody is lowered unheard inside a matter that is somebody else's (domain rules, row 12)."""

import pytest

from committee_desk.domain.proceedings import ChangeKind, ProceedingKind
from committee_desk.services.effect_refusals import OtherNotHeard, WorseByOwnApplication
from committee_desk.services.proceeding_views import Found
from committee_desk.wording.saying import sentence
from tests.services.closing_years import YEAR
from tests.services.deciding_hands import Decider

HIS, YAO = "J013", "J010"
"""马𬱖, who objects, and 姚玉伟, whom nothing of it is about."""
JOINT = "XX检刑诉受〔2026〕470号"
"""A case of 马𬱖's and 韩俊's (J007)."""


def _reviewed(decider: Decider, code_name: str, *, after: str) -> Found:
    """A review of that person's alone, found to be another."""
    rows = decider.office.desk.cases.rows(YEAR)
    number = next(each.number for each in rows if each.handlers == (code_name,) and each.mark and each.grade != after)
    return Found(ChangeKind.REVIEW, (number,), "grade", after, "评查等次有误", "案管办底稿3份")


def test_whose_own_reviews_are_lowered_in_somebody_else_s_objection_is_heard_first(posted: Decider) -> None:
    number = posted.open(ProceedingKind.OBJECTION, posted.object(HIS))
    posted.find(number, _reviewed(posted, "姚玉伟", after="不合格"))
    with pytest.raises(OtherNotHeard) as refused:
        posted.lay(number)
    assert sentence(refused.value) == (
        "2026-复-001：拟变更对姚玉伟不利，还没有听取姚玉伟的意见。请先告知姚玉伟，登记听取意见的情况；"
        "或者不在本件中变更，对姚玉伟另行立项更正：写明依据，告知本人并听取意见。"
    )
    posted.hear(number, YAO)
    effects = posted.lay(number)
    assert effects is not None
    assert YAO in effects.loses


def test_whose_figures_are_only_passed_by_has_nothing_to_be_heard_on(posted: Decider) -> None:
    """Row 10: who is pushed down by the figures of another is told and republished."""
    number = posted.open(ProceedingKind.OBJECTION, posted.object(HIS))
    key = (HIS, "bonus", "2026-12-01", "高检办〔2026〕88号", "最高检典型案例入选")
    posted.find(number, Found(ChangeKind.NEW_EVENT, key, "points", "5", "入选未加分", "高检办〔2026〕88号"))
    effects = posted.lay(number)
    assert effects is not None
    assert YAO in effects.loses


def test_a_joint_case_lowers_its_other_handler_after_the_hearing_alone_and_never_who_objects(posted: Decider) -> None:
    number = posted.open(ProceedingKind.OBJECTION, posted.object(HIS))
    lowered = Found(ChangeKind.SHARE, (JOINT, "J007"), "share", "0.1", "分担比例有误", "分案单")
    raised = Found(ChangeKind.SHARE, (JOINT, HIS), "share", "0.9", "分担比例有误", "分案单")
    posted.find(number, lowered, raised)
    with pytest.raises(OtherNotHeard) as unheard:
        posted.lay(number)
    assert unheard.value.name == "韩俊"
    posted.hear(number, "J007")
    posted.lay(number)
    posted.find(number, _reviewed(posted, "马𬱖", after="不合格"))
    with pytest.raises(WorseByOwnApplication):
        posted.lay(number)
