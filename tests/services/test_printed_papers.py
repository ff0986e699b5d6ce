"""What was printed when besides grade sheets: every paper that leaves the desk, for those who may look at such."""

from collections.abc import Callable
from pathlib import Path

from committee_desk.domain.roles import Role, Way
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.printed_papers import PAPERS
from committee_desk.wording.acts import act_name, act_object
from tests.services.seated_desks import sit, with_accounts
from tests.wording.test_acts import VERBS

ELSEWHERE = {"sheets.draw", "protection.sheet"}
"""Grade sheets have a list of their own; the recovery sheet is no paper of a year."""


def test_every_act_that_prints_is_one_of_them() -> None:
    printing = {verb for verb in VERBS if act_name(verb).startswith("打印")}
    assert printing - ELSEWHERE <= set(PAPERS)
    assert not [verb for verb in PAPERS if act_name(verb) == verb]


def test_papers_stand_in_the_year_that_they_are_about(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.grading_papers.ranking(actor, 2026)
    number = next(row.number for row in sample_desk.cases.rows(2026) if row.grade is not None)
    sample_desk.evaluations.draw(actor, number)
    sample_desk.sheets.draw(actor, 2026, ["J001"], sample_desk.path.parent / "表")
    told = [(act_name(row.verb), act_object(row)) for row in sample_desk.printed_papers.of_year(2026)]
    assert told == [
        ("打印案件评价表", f"{number} 第 1 版"),
        ("打印等次审议材料", "2026 年度考核得分汇总排名表，未定稿"),
    ]
    assert sample_desk.printed_papers.of_year(2025) == sample_desk.printed_papers.of_year(2027) == ()


def test_nobody_learns_of_papers_that_they_may_not_look_at(
    template_sample_desk: Path, open_copy: Callable[[Path], Desk]
) -> None:
    desk = with_accounts(open_copy(template_sample_desk), Way.STRICT)
    desk.grading_papers.ranking(sit(desk, Role.SECRETARY), 2026)
    desk.objection_papers.own_score(sit(desk, Role.SECRETARY), 2026, "J001")

    def seen_by(role: Role) -> list[str]:
        sit(desk, role)
        return [row.verb for row in desk.printed_papers.of_year(2026)]

    assert seen_by(Role.CHAIR) == ["objection.explain", "grading.draw"]
    assert seen_by(Role.MEMBER) == ["grading.draw"]
    assert seen_by(Role.INSPECTOR) == []
