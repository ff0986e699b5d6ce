"""结果通知书 with 送达回证: what each says, whose remedies it names, and until which day."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from committee_desk.documents.drawer import LazyResults
from committee_desk.domain.people import Category
from committee_desk.domain.results import Delivery, Means, Opinion, Signature
from committee_desk.domain.scores import Grade
from committee_desk.services.desk import Desk
from committee_desk.services.notice_papers import notice_papers
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.result_notices import named_remedies
from committee_desk.services.result_paper_views import NoticePaper
from committee_desk.services.result_refusals import NothingDecided, OldVersion
from committee_desk.services.sheet_refusals import UnprintableCharacters
from committee_desk.storage.work import SqlWork
from committee_desk.wording.acts import act_name, act_object
from committee_desk.wording.saying import sentence
from tests.conftest import frozen_clock
from tests.documents.told_offices import REFUSING, SERVED, UNSERVED
from tests.services.closing_years import CLERK, YEAR
from tests.services.posted_notices import at

Text = Callable[[bytes], str]
Pages = Callable[[bytes], list[str]]
LATER = date(2027, 1, 28)


@pytest.fixture
def told(open_later: Callable[[Path], Desk], template_told: Path) -> Desk:
    """Everybody decided on 25 January 2027; 马𬱖 has the notice, 熊鹏 refused it, the others wait."""
    return open_later(template_told)


@pytest.fixture
def paper(told: Desk) -> NoticePaper:
    """马𬱖's notice as it is drawn."""
    head = told.journal.head()
    stamp = PublicationStamp("演练县人民检察院", demo=False, at=at(28, 9), by="周敏", head=head.hash, entries=3)
    with SqlWork(told.path, None, frozen_clock).reading() as uow:
        return notice_papers(uow, YEAR, [SERVED], stamp, LATER)[0]


def with_grade(
    desk: Desk, paper: NoticePaper, grade: Grade | None, category: Category = Category.PROSECUTOR
) -> NoticePaper:
    """The same for another grade, served the same day, to somebody of that category."""
    with SqlWork(desk.path, None, frozen_clock).reading() as uow:
        remedies = named_remedies(uow, grade, paper.counted_from, category)
    return replace(paper, grade=grade, remedies=remedies, to=paper.to._replace(category=str(category)))


def test_a_served_notice_says_the_grade_who_decided_and_the_last_day_by_the_day_of_knowing(
    told: Desk, text_of: Text
) -> None:
    said = text_of(told.result_papers.preview_notice(CLERK, YEAR, SERVED))
    for wanted in (
        "考核结果通知书2026-通-013马𬱖（第一检察部，J013）：", "根据《中华人民共和国检察官法》第四十四条",
        "一、考核等次：优秀。", "二、决定：演练县人民检察院党组2027年1月25日讨论决定（云川检党纪〔2027〕3号）。",
        "您2027年1月25日知道考核结果",
        "次日起30日内，向演练县人民检察院书面申请复核（检察官法第四十四条），最后一日为2027年2月24日。",
        "申诉只适用于定为不称职的（公务员法第九十五条）", "不因申请复核、提出申诉而加重处理（公务员法第九十六条）",
    ):  # fmt: skip
        assert wanted in said, wanted
    assert "送达计算" not in said


def test_before_it_is_served_the_last_day_is_counted_as_if_it_were_served_then_and_the_paper_says_so(
    told: Desk, text_of: Text
) -> None:
    said = text_of(told.result_papers.preview_notice(CLERK, YEAR, UNSERVED, None, LATER))
    assert "最后一日为2027年3月1日" in said, "27 February is a Saturday"
    assert (
        "以上日期按2027年1月28日送达计算；实际知道之日不同的，自实际知道之日的次日起重新计算，以送达回证为准。" in said
    )


def test_who_has_no_grade_is_told_no_reason(told: Desk, text_of: Text) -> None:
    said = text_of(told.result_papers.preview_notice(CLERK, YEAR, UNSERVED))
    assert "一、考核等次：另行确定。二、决定" in said


def test_only_who_is_incompetent_is_sent_to_the_higher_organ_with_both_last_days(
    told: Desk, paper: NoticePaper, text_of: Text
) -> None:
    said = text_of(LazyResults().notices([with_grade(told, paper, Grade.INCOMPETENT)]))
    assert (
        "也可以自知道考核结果之日的次日起30日内，直接向同级公务员主管部门或者上一级人民检察院提出申诉"
        "（公务员法第九十五条），最后一日为2027年2月24日；先申请复核的，自收到复核决定之日的次日起15日内提出申诉。"
    ) in said
    assert "申诉只适用于" not in said
    for grade in (Grade.COMPETENT, Grade.BASIC, None):
        other = text_of(LazyResults().notices([with_grade(told, paper, grade)]))
        assert "提出申诉（公务员法第九十五条）" not in other
        assert "申诉只适用于定为不称职的" in other


@pytest.mark.parametrize("category", [Category.ASSISTANT, Category.ADMINISTRATIVE])
def test_the_other_categories_are_told_by_their_own_law(
    told: Desk, paper: NoticePaper, text_of: Text, category: Category
) -> None:
    said = text_of(LazyResults().notices([with_grade(told, paper, Grade.INCOMPETENT, category)]))
    assert "根据《中华人民共和国公务员法》第三十八条" in said
    assert "书面申请复核（公务员法第九十五条），最后一日为2027年2月24日" in said
    assert "提出申诉（公务员法第九十五条），最后一日为2027年2月24日" in said
    assert "检察官法" not in said


@pytest.mark.parametrize("category", [Category.ASSISTANT, Category.ADMINISTRATIVE])
@pytest.mark.parametrize("grade", [Grade.COMPETENT, Grade.BASIC, None])
def test_another_category_is_told_in_one_sentence_that_its_grade_has_no_remedy(
    told: Desk, paper: NoticePaper, text_of: Text, category: Category, grade: Grade | None
) -> None:
    said = text_of(LazyResults().notices([with_grade(told, paper, grade, category)]))
    assert (
        "三、救济途径：依照公务员法第九十五条，复核、申诉适用于定为不称职的，对这一结果没有规定复核、申诉。"
        "有意见的，可以写成书面意见交政工部门。"
    ) in said
    for never in ("检察官法", "最后一日", "申请复核的", "不停止结果的执行"):
        assert never not in said, never


def test_the_fingerprint_of_the_office_s_root_stands_in_groups_where_there_is_one(
    told: Desk, paper: NoticePaper, text_of: Text, pages_of: Pages
) -> None:
    anchor = told.certificates.view().anchor
    assert anchor is not None
    drawn = told.result_papers.preview_notice(CLERK, YEAR, SERVED)
    assert anchor.fingerprint.upper() in text_of(drawn)
    assert anchor.fingerprint.upper()[:4] + " " + anchor.fingerprint.upper()[4:8] in pages_of(drawn)[0]
    assert "根证书" not in text_of(LazyResults().notices([replace(paper, anchor="")]))


def test_a_notice_bears_its_number_before_it_is_served_and_keeps_it(told: Desk, text_of: Text) -> None:
    row = told.results.view(YEAR).row(SERVED)
    assert row is not None
    assert row.delivery is not None
    assert row.delivery.notice == "2026-通-013"
    said = text_of(told.result_papers.preview_notice(CLERK, YEAR, UNSERVED))
    assert "2026-通-016" in said


def test_the_receipt_is_a_page_of_its_own_filled_with_what_is_recorded(told: Desk, pages_of: Pages) -> None:
    letter, receipt = pages_of(told.result_papers.preview_notice(CLERK, YEAR, SERVED))
    receipt = "".join(receipt.split())
    assert "送达回证" not in letter
    assert "考核结果通知书2026-通-013" in receipt
    assert "马𬱖（第一检察部，J013）" in receipt
    assert "送达日期（知道之日）2027年1月25日" in receipt
    assert "范伟雪（签字）" in receipt
    blank = "".join(pages_of(told.result_papers.preview_notice(CLERK, YEAR, UNSERVED))[-1].split())
    assert "范伟雪" not in blank
    assert "拒绝签收的理由" in blank


def test_a_refusal_names_both_witnesses_with_their_lines(told: Desk, pages_of: Pages) -> None:
    receipt = "".join(pages_of(told.result_papers.preview_notice(CLERK, YEAR, REFUSING))[-1].split())
    assert "受送达人拒绝签收，在场见证人：彭强涛、郝文俊见证人（签字）" in receipt


def test_the_reason_of_a_refusal_stands_with_the_refusal_and_is_no_proof(paper: NoticePaper, pages_of: Pages) -> None:
    why, both = "认为得分偏低", ("彭强涛", "郝文俊")
    left = Delivery(paper.to.code, 1, paper.label, Means.LEFT, paper.counted_from, "范伟雪", both, why, paper.remedies)
    refused = Signature(paper.to.code, 1, Opinion.REFUSED, paper.counted_from, both, why)
    said = pages_of(LazyResults().notices([replace(paper, delivery=left, signature=refused)]))[-1]
    receipt = "".join(said.split())
    assert "理由：认为得分偏低受送达人拒绝签收" in receipt
    assert "送达证明材料认为" not in receipt
    assert receipt.count(why) == 1


def test_a_proof_stands_on_the_receipt(paper: NoticePaper, pages_of: Pages) -> None:
    abroad = Delivery(
        SERVED, 1, paper.label, Means.OTHER, date(2027, 1, 27), "范伟雪", (), "电子邮件回执，2027年1月27日阅"
    )
    receipt = "".join(pages_of(LazyResults().notices([replace(paper, delivery=abroad)]))[-1].split())
    assert "送达证明材料电子邮件回执，2027年1月27日阅" in receipt


def test_a_later_version_says_what_it_replaces_and_the_earlier_one_that_it_is_replaced(
    paper: NoticePaper, text_of: Text
) -> None:
    second = replace(paper, version=2, replaces=1, why="复核决定变更")
    assert "三、变更：这是第2版结果，替代第1版：复核决定变更。四、救济途径" in text_of(LazyResults().notices([second]))
    first = text_of(LazyResults().notices([replace(paper, superseded=2)]))
    assert first.count("已被第2版替代") == 2, "on each page"


def test_the_notices_of_several_follow_each_other_each_from_its_first_page(told: Desk, pages_of: Pages) -> None:
    pages = pages_of(told.result_papers.notices(CLERK, YEAR, [SERVED, REFUSING, UNSERVED]))
    assert ["— 1 —" in page for page in pages] == [True, False] * 3
    assert ["受送达人" in page for page in pages] == [False, True] * 3


def test_what_is_handed_over_is_journalled_for_each_and_a_preview_leaves_no_trace(told: Desk) -> None:
    before = told.journal.head().entries
    told.result_papers.preview_notice(CLERK, YEAR, SERVED)
    assert told.journal.head().entries == before
    told.result_papers.notices(CLERK, YEAR, [SERVED, REFUSING])
    rows = told.journal.rows(2)
    assert [(act_name(row.verb), act_object(row)) for row in rows] == [
        ("打印结果通知书", "2026 年度 J005，第 1 版"), ("打印结果通知书", "2026 年度 J013，第 1 版"),
    ]  # fmt: skip


def test_nobody_is_told_before_the_decision_nor_of_a_version_that_there_is_not(told: Desk) -> None:
    with pytest.raises(NothingDecided):
        told.result_papers.notice(CLERK, YEAR, "J099")
    with pytest.raises(OldVersion):
        told.result_papers.notice(CLERK, YEAR, SERVED, 7)


def test_a_character_without_a_font_is_refused_by_name_before_anything_is_drawn(paper: NoticePaper) -> None:
    with pytest.raises(UnprintableCharacters) as refused:
        LazyResults().notices([replace(paper, why="\U0010fffd", replaces=1, version=2)])
    assert "马𬱖" in sentence(refused.value)
    assert "结果通知书" in sentence(refused.value)


def test_long_names_and_reasons_flow_over_pages_and_nothing_is_lost(paper: NoticePaper, text_of: Text) -> None:
    name, why = "阿不都热依木·买买提明·吐尔逊江", "、".join(f"第{number}项事实更正" for number in range(1, 60))
    long = replace(paper, to=paper.to._replace(name=name), why=why, replaces=1, version=2)
    said = re.sub("制表：周敏.*?—\\d+—", "", text_of(LazyResults().notices([long])))
    assert [each for each in range(1, 60) if f"第{each}项事实更正" not in said] == []
    assert said.count(name) == 2, "the letter and the receipt"
