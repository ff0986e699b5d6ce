"""Forms 7 and 12 and the roll: what the committee reads off paper says what the desk says."""

import json
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_PATH, FPDFPath_CountSegments

from committee_desk.domain.scores import Grade
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports.kinds import Kind
from committee_desk.wording.acts import act_name, act_object
from tests.imports.workbooks import read, workbook
from tests.services.committee_hands import YEAR
from tests.services.graded_desks import ASSISTANTS, Person, office, ready, review, sixteen


def said(pdf: bytes) -> str:
    """Everything that stands on the pages, without its line ends."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return "".join(pages).replace("\r", "").replace("\n", "")


@pytest.fixture
def graded(desk: Desk, tmp_path: Path) -> Desk:
    """The worked example V5 with two assistants, and somebody under investigation."""
    office(desk, tmp_path, [*sixteen(), Person("F1", "0", ASSISTANTS), Person("F2", "0", ASSISTANTS)])
    row = {"工号": "J010", "种类": "立案未结", "决定文号": "监1号", "决定日期": "2026-11-02"}
    read(desk, Kind.SANCTIONS, workbook(tmp_path / "处分.xlsx", [row]))
    return desk


def test_form_7_says_ranks_ties_the_quotas_line_and_how_it_is_come_by(graded: Desk, actor: Actor) -> None:
    told = said(graded.grading_papers.ranking(actor, YEAR))
    assert "2026年度检察官考核得分汇总排名表" in told
    assert "未定稿" in told
    assert "优秀名额线：3 名" in told
    assert "本类没有优秀名额" in told
    assert "参加考核 16 人，优秀名额 20%（不足一名的舍去）为 3 名，本类可评优秀 3 名" in told
    assert "全院参加考核 18 人，优秀名额 3 名，未分配的余额 0 名；提高比例的批准文号：无。" in told
    assert told.count("平票") >= 2
    assert "立案" not in told
    assert "另行确定" in told


def test_form_7_draws_no_line_of_places_where_nobody_reaches_one(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    office(desk, tmp_path, [*sixteen(), *(Person(f"F{number}", "0", ASSISTANTS) for number in range(1, 6))])
    _, assistants = said(desk.grading_papers.ranking(actor, YEAR)).split("2026年度检察辅助人员考核得分汇总排名表")
    assert "没有人列为优秀（优秀名额 1 名）" in assistants
    assert "优秀名额线" not in assistants


def test_what_is_handed_out_is_journalled_and_what_is_looked_at_is_not(graded: Desk, actor: Actor) -> None:
    papers, before = graded.grading_papers, graded.journal.head().entries
    papers.preview_ranking(actor, YEAR)
    papers.preview_roll(actor, YEAR)
    papers.preview_review(actor, YEAR, "J016")
    assert graded.journal.head().entries == before
    papers.ranking(actor, YEAR)
    papers.roll(actor, YEAR)
    papers.review(actor, YEAR, "J016")
    told = [(act_name(row.verb), act_object(row)) for row in reversed(graded.journal.rows(3))]
    assert told == [
        ("打印等次审议材料", "2026 年度考核得分汇总排名表，未定稿"),
        ("打印等次审议材料", "2026 年度等次建议名册，未定稿"),
        ("打印业务能力评审意见表", "2026 年度 J016"),
    ]
    kept = [json.loads(row.what)["head"]["entry"] for row in reversed(graded.journal.rows(3))]
    assert kept == [before, before + 1, before + 2]


def test_the_roll_says_whose_proposal_it_is_and_why_it_departs(graded: Desk, actor: Actor) -> None:
    graded.grading.choose(actor, YEAR, "J005", Grade.BASIC, "两次被通报")
    ready(graded, actor)
    told = said(graded.grading_papers.roll(actor, YEAR))
    assert "等次建议第 1 版" in told
    assert "未定稿" not in told
    assert "两次被通报" in told
    assert "名额处平票，由委员会表决" in told
    assert "已作业务能力评审" in told


def test_form_12_is_a_form_to_fill_in_and_then_says_what_was_found(graded: Desk, actor: Actor) -> None:
    blank = said(graded.grading_papers.review(actor, YEAR, "J016"))
    assert "业务能力评审意见表" in blank
    assert "抽查三件" not in blank
    graded.grading.review(actor, YEAR, review("J016"))
    told = said(graded.grading_papers.review(actor, YEAR, "J016"))
    assert "抽查三件，事实清楚。" in told
    assert "第 15 名，共 15 名参加排名" in told
    assert "薛评、熊审" in told


def test_form_12_has_a_line_to_sign_on_for_each_reviewer(graded: Desk, actor: Actor) -> None:
    drawn, seen = [], None
    for reviewers in (("薛评", "熊审"), ("薛评", "熊审", "白察", "卢核", "贺阅", "穆复")):
        wanted = review("J016")._replace(reviewers=reviewers)
        graded.grading.review(actor, YEAR, wanted, seen=seen)
        seen = graded.journal.head().entries
        drawn.append(ruled(graded.grading_papers.preview_review(actor, YEAR, "J016")))
    assert drawn[1] - drawn[0] == 4


def ruled(pdf: bytes) -> int:
    """How many lines are drawn on a paper of one page."""
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        paths = [each for each in document[0].get_objects() if each.type == FPDF_PAGEOBJ_PATH]
        return sum(FPDFPath_CountSegments(each) // 2 for each in paths)
