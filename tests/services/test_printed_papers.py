"""What was printed when besides grade sheets: every paper that leaves the desk, for those who may look at such."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from committee_desk.domain.roles import Role, Way
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.opinion_views import Giver, Opinion
from committee_desk.services.printed_papers import PAPERS
from committee_desk.services.second import Second
from committee_desk.wording.acts import act_name, act_object
from tests.conftest import OFFICE
from tests.sealing import PASSPHRASE
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


def test_every_form_and_register_is_one_of_them_and_looking_at_it_leaves_no_trace(
    sample_desk: Desk, actor: Actor
) -> None:
    desk = sample_desk
    desk.opinions.put(actor, 2026, Opinion("周代表", Giver.DEPUTY, date(2026, 5, 6), "态度生硬", "J001"), None, None)
    before = desk.journal.head().entries
    desk.objection_papers.preview_form(actor, 2026)
    desk.objection_papers.preview_register(actor, 2026)
    desk.opinions.preview(actor, 2026)
    desk.opinions.preview_blank(actor, 2026, None)
    desk.result_papers.preview_review_register(actor, 2026)
    desk.result_papers.preview_result_register(actor, 2026)
    assert desk.journal.head().entries == before
    desk.objection_papers.form(actor, 2026)
    desk.objection_papers.register(actor, 2026)
    desk.opinions.draw(actor, 2026, 1)
    desk.opinions.draw_blank(actor, 2026, "J002")
    desk.opinions.draw_blank(actor, 2026, None)
    desk.result_papers.review_register(actor, 2026)
    desk.result_papers.result_register(actor, 2026)
    assert [(act_name(row.verb), act_object(row)) for row in desk.printed_papers.of_year(2026)] == [
        ("打印决定与送达台账", "2026 年度"),
        ("打印复核申诉台账", "2026 年度"),
        ("打印外部监督意见征求表", "2026 年度空白表"),
        ("打印外部监督意见征求表", "2026 年度空白表 J002"),
        ("打印外部监督意见征求表", "2026 年第 1 号"),
        ("打印异议文书", "2026 年度异议台账"),
        ("打印异议文书", "2026 年度空白异议申请表"),
    ]


def test_a_record_of_a_certificate_stands_in_the_year_that_it_was_printed_in(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.certificates.make(actor, PASSPHRASE, Second("林岚"))
    sample_desk.certificates.preview_record(actor, 1)
    sample_desk.certificates.record(actor, 1)
    (row,) = sample_desk.printed_papers.of_year(sample_desk.journal.rows(1)[0].at.year)
    assert (act_name(row.verb), act_object(row)) == ("打印证书登记单", OFFICE)


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
