"""Form 5, 复核材料, 告知书 and the registers: what each says to whom, and whom it must not name."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.units import mm

from committee_desk.documents.drawer import LazyResults
from committee_desk.domain.course import Move
from committee_desk.domain.proceedings import ChangeKind, FactChange, ProceedingKind, ProceedingState
from committee_desk.domain.scores import Grade
from committee_desk.services.decision_papers import decision_paper
from committee_desk.services.desk import Desk
from committee_desk.services.effect_refusals import NobodyToTell
from committee_desk.services.proceeding_refusals import NotDecidedYet
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.result_paper_views import DecisionPaper
from committee_desk.storage.work import SqlWork
from committee_desk.wording.acts import act_name
from tests.conftest import frozen_clock
from tests.desks_decided import PUSHED_OUT, RAISED, raise_one
from tests.services.closing_years import CLERK, YEAR
from tests.services.deciding_hands import closed_office
from tests.services.posted_notices import at

Text = Callable[[bytes], str]
Pages = Callable[[bytes], list[str]]
OTHER = "姚玉伟"
"""Who loses 优秀 by the decision."""


@pytest.fixture
def laid(open_later: Callable[[Path], Desk], template_laid: Path) -> Desk:
    """马𬱖 objected, a change is laid."""
    return open_later(template_laid)


@pytest.fixture
def decided(open_later: Callable[[Path], Desk], template_reviewed: Path) -> Desk:
    """The committee decided on it on 11 January 2027."""
    return open_later(template_reviewed)


@pytest.fixture
def paper(decided: Desk) -> DecisionPaper:
    """The decision as its addressee reads it."""
    head = decided.journal.head()
    stamp = PublicationStamp("演练县人民检察院", demo=False, at=at(28, 9), by="周敏", head=head.hash, entries=3)
    with SqlWork(decided.path, None, frozen_clock).reading() as uow:
        return decision_paper(uow, YEAR, 1, stamp)


def other(paper: DecisionPaper, *changes: FactChange) -> DecisionPaper:
    """The same decision with these facts."""
    return replace(paper, held=paper.held._replace(changes=changes), changes=changes)


# -- form 5 ------------------------------------------------------------------------------------------------------------


def test_a_decision_says_facts_before_and_after_the_vote_and_what_it_changes(decided: Desk, text_of: Text) -> None:
    said = re.sub("制表：周敏.*?—\\d+—", "", text_of(decided.result_papers.preview_decision(CLERK, YEAR, 1)))
    for wanted in (
        "复核决定书检考委复〔2027〕1号（2026-复-001）", "申请人：马𬱖，第一检察部，J013。",
        "原结果：2026年度考核等次称职，总分90.08分，第4名。",
        "2027年1月11日收到申请（2026-异-001）。典型案例入选未加分。",
        "二、查明的事实：调阅评查底稿，原评查将打印错误计为实体错误，应评为合格。",
        "1.XX检刑诉受〔2026〕465号案件评查，评查等次由“基本合格”改为“合格”。理由：评查等次有误。证据：案管办底稿第3份。",
        "应到7人，实到7人，回避0人；表决同意7票，反对0票，弃权0票（检考委〔2027〕2号）。",
        "四、决定：", "变更为考核等次优秀，总分93.65分，第3名。", "变更后的等次须重新公示",
        "五、对他人结果的影响：本决定使其他1人的得分、名次或者等次变动，其中1人等次变更",
        "七、救济途径：收到考核结果通知书后仍有异议的", "演练县人民检察院检察官考评委员会2027年1月11日",
    ):  # fmt: skip
        assert wanted in said, wanted


def test_a_number_of_a_hundred_characters_stays_on_the_paper(paper: DecisionPaper, text_of: Text) -> None:
    """It stands whole under the title, in two lines, and shortened in the foot."""
    long = ("云川市演练县人民检察院检察官考评委员会复核决定〔2027〕第一百二十三号" + "之补充" * 22)[:100]
    pdf = LazyResults().decision(replace(paper, held=paper.held._replace(document=long)))
    said, (*_, foot) = text_of(pdf), re.findall("制表：周敏(.*?)日志链首", text_of(pdf))
    assert f"{long}（2026-复-001）" in said.split("制表", 1)[0]
    assert foot == f"{long[: foot.index('…')]}…{long[-4:]}（2026-复-001）"
    assert _edges(pdf) == pytest.approx(_edges(LazyResults().decision(paper)), abs=3)


def _edges(pdf: bytes) -> tuple[float, float]:
    """Where the first page's text begins and ends, in millimetres."""
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    boxes = [page.get_charbox(at) for at in range(page.count_chars()) if page.get_text_range(at, 1).strip()]
    return min(each[0] for each in boxes) / mm, max(each[2] for each in boxes) / mm


def test_the_decision_names_nobody_but_its_addressee(decided: Desk, text_of: Text) -> None:
    said = text_of(decided.result_papers.preview_decision(CLERK, YEAR, 1))
    assert OTHER not in said
    listed = decided.grading.in_force(YEAR)
    assert listed is not None
    assert [each.name for each in listed.people if each.name in said] == ["马𬱖"]


def test_the_receipt_behind_it_says_how_it_was_served(decided: Desk, pages_of: Pages) -> None:
    receipt = "".join(pages_of(decided.result_papers.preview_decision(CLERK, YEAR, 1))[-1].split())
    assert "送达文书复核决定书检考委复〔2027〕1号（2026-复-001）" in receipt
    assert "2027年1月11日" in receipt
    assert "范伟雪（签字）" in receipt


def test_what_the_committee_did_not_vote_for_is_told_as_found_and_as_not_changed(
    paper: DecisionPaper, text_of: Text
) -> None:
    upheld = paper.held._replace(state=ProceedingState.UPHELD)
    said = text_of(LazyResults().decision(replace(paper, held=upheld, after=paper.before, others=0, regraded=0)))
    assert "上述查明中有2项与原记录不同，拟作变更，委员会表决没有通过；原据以计算的事实没有变动。" in said
    assert "维持原结果：考核等次称职，总分90.08分，第4名" in said
    assert "改为“合格”" not in said


def test_facts_of_others_are_counted_and_not_told(decided: Desk, paper: DecisionPaper, text_of: Text) -> None:
    theirs = FactChange(
        ChangeKind.SHARE, ("XX检刑诉受〔2026〕242号", "J001"), "share", "0.5", "0.3", "主办认定", "分工表"
    )
    held = paper.held._replace(changes=(*paper.held.changes, theirs))
    with SqlWork(decided.path, None, frozen_clock).writing() as uow:
        uow.proceedings.put(held.entry, held)
        seen = decision_paper(uow, YEAR, 1, paper.stamp)
    assert (len(seen.changes), seen.hidden) == (2, 1)
    said = text_of(LazyResults().decision(seen))
    assert "另有1项涉及他人的记录一并更正，不在本决定书列明" in said
    assert "主办认定" not in said


def test_who_applied_about_somebody_else_reads_that_person_s_grade_and_no_figure(
    decided: Desk, paper: DecisionPaper, text_of: Text
) -> None:
    held = paper.held._replace(code="J001")
    with SqlWork(decided.path, None, frozen_clock).writing() as uow:
        uow.proceedings.put(held.entry, held)
        seen = decision_paper(uow, YEAR, 1, paper.stamp)
    said = text_of(LazyResults().decision(seen))
    assert "申请人：秦生康" in said
    assert "被复核人：马𬱖" in said
    assert "变更为考核等次优秀。" in said
    for hidden in ("90.08", "93.65", "第3名", "465号案件评查"):
        assert hidden not in said.replace("调阅评查底稿", ""), hidden


def test_upholding_says_so_and_that_nothing_moved(paper: DecisionPaper, text_of: Text) -> None:
    held = paper.held._replace(state=ProceedingState.UPHELD)
    upheld = replace(paper, held=held, changes=(), after=paper.before, others=0, regraded=0, republished=False)
    said = text_of(LazyResults().decision(upheld))
    assert "维持原结果：考核等次称职，总分90.08分，第4名。" in said
    assert "原据以计算的事实没有变动。" in said
    assert "本决定不影响他人的结果。" in said


def test_after_a_review_of_an_incompetent_grade_the_appeal_is_named_with_its_organ(
    paper: DecisionPaper, text_of: Text
) -> None:
    held = paper.held._replace(kind=ProceedingKind.APPLICATION)
    bad = replace(paper, held=held, after=paper.after._replace(grade=Grade.INCOMPETENT), appeal_organ="市人民检察院")
    assert "自收到本决定之日的次日起十五日内，向市人民检察院提出申诉" in text_of(LazyResults().decision(bad))
    assert "提出申诉（" not in text_of(LazyResults().decision(replace(bad, appeal_organ="")))


def test_a_correction_is_titled_so_and_says_what_it_rests_on(paper: DecisionPaper, text_of: Text) -> None:
    held = paper.held._replace(kind=ProceedingKind.CORRECTION)
    said = text_of(LazyResults().decision(replace(paper, held=held, applied=None, grounds="案管办来函〔2027〕2号")))
    assert "更正决定书" in said
    assert "被更正人：马𬱖" in said
    assert "一、更正的由来：案管办来函〔2027〕2号。" in said


def test_a_ballot_that_was_counted_again_shows_neither_slip_nor_mark(paper: DecisionPaper, text_of: Text) -> None:
    ballot = FactChange(ChangeKind.BALLOT, ("A-0007", "J013"), "mark", "61.37", "91.42", "唱票有误", "复点记录")
    said = text_of(LazyResults().decision(other(paper, ballot)))
    assert "民主测评票复点，按票面更正。理由：唱票有误。证据：复点记录。" in said
    for secret in ("A-0007", "61.37", "91.42"):
        assert secret not in said, secret


def test_many_changes_and_long_findings_flow_over_pages(paper: DecisionPaper, pages_of: Pages) -> None:
    first = paper.changes[0]
    many = tuple(first._replace(key=(f"XX检刑诉受〔2026〕{number}号",)) for number in range(1, 41))
    held = paper.held._replace(findings="案卷材料与底稿逐项核对无误。" * 80, changes=many)
    pages = pages_of(LazyResults().decision(replace(paper, held=held, changes=many)))
    said = "".join("".join(page.split()) for page in pages)
    assert len(pages) > 5
    assert [each for each in range(1, 41) if f"〔2026〕{each}号案件评查" not in said] == []
    assert "演练县人民检察院检察官考评委员会" in "".join(pages[-2].split())


def test_nothing_is_served_before_it_was_decided(laid: Desk) -> None:
    with pytest.raises(NotDecidedYet):
        laid.result_papers.decision(CLERK, YEAR, 1)


# -- 复核材料 ------------------------------------------------------------------------------------------


def test_the_committee_s_material_names_everybody_who_moves_and_why(laid: Desk, text_of: Text) -> None:
    said = text_of(laid.result_papers.preview_material(CLERK, YEAR, 1))
    for wanted in (
        "会后收回", "申请理由典型案例入选未加分", "彭强涛（2027年1月11日已声明无回避情形）",
        "复核意见变更。事实清楚，理由成立。",
        "马𬱖新增加分：最高检典型案例入选", "优秀名额线（3名）", "与马𬱖总分相同，业绩64.70低于65.30",
        "90.08→93.65", "优秀→称职", "得益1人，受损1人，须告知2人，须重新公示2人。其余17人得分、名次、等次不变。",
        "须重新公示：姚玉伟、马𬱖。",
    ):  # fmt: skip
        assert wanted in said, wanted
    assert "未定稿" not in said


def test_until_the_motion_is_laid_the_material_is_a_draft_of_what_the_changes_would_do(
    laid: Desk, text_of: Text
) -> None:
    held = laid.proceedings.card(YEAR, 1).row.held
    laid.proceedings.find(CLERK, YEAR, 1, "再查明。", (), held.entry)
    said = text_of(laid.result_papers.preview_material(CLERK, YEAR, 1))
    assert "未定稿" in said
    assert "复核意见尚未提出" in said


# -- 告知书 ------------------------------------------------------------------------------------------


def test_who_is_moved_reads_the_own_figures_and_why_and_nobody_s_name(decided: Desk, text_of: Text) -> None:
    said = text_of(decided.result_papers.preview_informing(CLERK, YEAR, 1, PUSHED_OUT))
    for wanted in (
        "姚玉伟（第二检察部，J010）：", "2027年1月11日作出决定（检考委复〔2027〕1号）",
        "考核等次优秀称职", "总分93.6593.65",
        "与他人总分相同，按业绩先后排列，本人业绩64.70，低于对方", "您的等次变更，须重新公示，公示期满前不作为结果。",
        "公示期内您可以对自己的等次、得分、名次书面实名提出异议", "受理：政治部（三楼305室，电话8712）",
        "本人已收到本告知书。",
    ):  # fmt: skip
        assert wanted in said, wanted
    for hidden in ("马𬱖", "J013", "65.30", "90.08"):
        assert hidden not in said, hidden


def test_once_the_notice_hangs_the_days_of_its_window_stand_on_the_paper(
    open_later: Callable[[Path], Desk], template_told: Path, text_of: Text
) -> None:
    desk = open_later(template_told)
    said = text_of(desk.result_papers.preview_informing(CLERK, YEAR, 1, PUSHED_OUT))
    assert "您的等次已重新公示，计1月19日、1月20日、1月21日、1月22日、1月25日，2027年1月25日17:30截止。" in said
    assert "收到考核结果通知书后，您可以书面申请复核" in said
    assert "重新决定" not in said  # the 院党组 decided after this, for the first time


def test_it_bears_the_day_on_which_it_is_drawn_until_the_person_is_told(decided: Desk, text_of: Text) -> None:
    said = text_of(decided.result_papers.preview_informing(CLERK, YEAR, 1, PUSHED_OUT))
    assert "检察官考评委员会2027年1月28日" in said
    assert "重印" not in said


def test_drawn_again_it_says_what_the_person_was_told_and_that_it_was_drawn_again(
    tmp_path: Path, template_sample_desk: Path, text_of: Text
) -> None:
    decider = closed_office(tmp_path / "考评.desk", template_sample_desk)
    office, papers = decider.office, decider.office.desk.result_papers
    raise_one(decider)  # and both are told at once
    told = f"{office.today.year}年{office.today.month}月{office.today.day}日"
    office.move(Move.POST)
    office.clock.now += timedelta(days=3)
    said = text_of(papers.preview_informing(CLERK, YEAR, 1, PUSHED_OUT))
    assert f"（重印件，{told}已告知本人，以本人签收的为准）" in said
    assert f"检察官考评委员会{told}" in said
    assert "公示书张贴之日的次日起计5个工作日，具体日期以公示书为准。" in said
    assert "已重新公示" not in said, "the notice did not hang yet when the person was told"
    office.desk.close()


def test_whom_the_decision_did_not_move_is_told_nothing(decided: Desk) -> None:
    with pytest.raises(NobodyToTell):
        decided.result_papers.informing(CLERK, YEAR, 1, "J001")


def test_what_goes_out_is_journalled_and_a_preview_is_not(decided: Desk) -> None:
    before = decided.journal.head().entries
    decided.result_papers.preview_decision(CLERK, YEAR, 1)
    decided.result_papers.preview_material(CLERK, YEAR, 1)
    decided.result_papers.preview_informing(CLERK, YEAR, 1, RAISED)
    assert decided.journal.head().entries == before
    decided.result_papers.decision(CLERK, YEAR, 1)
    decided.result_papers.informing(CLERK, YEAR, 1, RAISED)
    assert [(act_name(row.verb), row.subject) for row in decided.journal.rows(2)] == [
        ("打印复核材料或决定书", "2026-复-001"), ("打印复核材料或决定书", "2026-复-001"),
    ]  # fmt: skip


# -- registers ------------------------------------------------------------------------------------------


def test_the_register_of_reviews_lists_what_was_decided_and_who_is_still_to_be_told(
    decided: Desk, text_of: Text
) -> None:
    said = text_of(decided.result_papers.review_register(CLERK, YEAR))
    for wanted in (
        "2026年度复核申诉台账", "复核和更正1件（维持0、变更1、终止0、办理中0），须告知2人（已告知0）", "没有登记。",
        "异议复核2026-异-001", "变更检考委复〔2027〕1号第2版名册直接送达2027-01-11", "等次优秀→称职", "未告知",
    ):  # fmt: skip
        assert wanted in said, wanted


def test_the_register_of_results_lists_every_notice_with_its_last_day(
    open_later: Callable[[Path], Desk], template_told: Path, text_of: Text
) -> None:
    said = text_of(open_later(template_told).result_papers.result_register(CLERK, YEAR))
    for wanted in (
        "2026年度决定与送达台账", "共19份结果：已送达2份，已签字2份（同意0、有异议1、拒签1），被替代0份",
        "2026-通-013马𬱖J013第一检察部优秀第1版云川检党纪〔2027〕3号2027年1月25日直接送达2027-01-25知道送达人：范伟雪复核至2027-02-24",
        "有异议2027-01-25", "拒签2027-01-25见证人：彭强涛、郝文俊", "未送达未签字",
    ):  # fmt: skip
        assert wanted in said, wanted
