"""The papers of the objection counter: what each says, and what it must not."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from committee_desk.domain.errors import DeskError
from committee_desk.domain.objections import Matter
from committee_desk.services.objection_refusals import NobodyToInform
from committee_desk.services.second import Second
from committee_desk.services.sheet_refusals import UnprintableCharacters
from committee_desk.wording.acts import act_object
from committee_desk.wording.saying import sentence
from tests.services.posted_notices import CLERK, YEAR, PostedOffice, at, posted_office, registered

Text = Callable[[bytes], str]
Pages = Callable[[bytes], list[str]]


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path) -> PostedOffice:
    """A notice hangs from 11 January 2027 until 18 January, 17:30."""
    return posted_office(tmp_path / "考评.desk", template_sample_desk, at(11, 10))


def plain(pages: list[str]) -> list[str]:
    """The pages without the spaces between words."""
    return ["".join(page.split()) for page in pages]


def test_the_blank_form_has_its_receipt_on_the_same_page(office: PostedOffice, pages_of: Pages) -> None:
    pages = plain(pages_of(office.desk.objection_papers.form(CLERK, YEAR)))
    assert len(pages) == 1
    for wanted in ("异议申请表", "沿此线撕下，回执交申请人", "异议回执", "受理部门：政治部", "三楼305", "8712"):
        assert wanted in pages[0], wanted


def test_the_filled_form_says_what_was_typed_and_whether_it_came_in_time(office: PostedOffice, pages_of: Pages) -> None:
    office.clock.now = at(14, 10, 21)
    number = registered(office, matters=(Matter.SCORE, Matter.RANK), evidence="转任通知原件1份", request="重新计算")
    pages = plain(pages_of(office.desk.objection_papers.form(CLERK, YEAR, number)))
    assert len(pages) == 1
    for wanted in (
        "编号：2026-异-001", "熊鹏", "第二检察部", "J005", "截止2027年1月18日17:30", "目标件数应分段核定",
        "转任通知原件1份", "重新计算", "收到时间：2027年1月14日10:21", "公示期内（第3个工作日）",
        "中得分、名次的书面异议", "答复期限：2027年1月21日（含当日）前",
    ):  # fmt: skip
        assert wanted in pages[0], wanted


def test_whose_result_is_objected_to_is_told_apart_from_a_namesake(office: PostedOffice, text_of: Text) -> None:
    number = registered(office, matters=(Matter.OTHER,), other="J015")
    papers = office.desk.objection_papers
    assert "他人姓名：朱康（J015）" in text_of(papers.form(CLERK, YEAR, number))
    assert "中朱康（J015）的考核结果的书面异议" in text_of(papers.receipt(CLERK, YEAR, number))
    assert "朱康（J015）：" in text_of(papers.told(CLERK, YEAR, number))
    assert "他人结果（朱康（J015））" in text_of(papers.register(CLERK, YEAR))


@pytest.mark.parametrize("length", [40, 60, 100, 300])
def test_a_long_statement_leaves_the_receipt_on_the_form_s_sheet_and_goes_on_on_an_appended_one(
    office: PostedOffice, pages_of: Pages, length: int
) -> None:
    grounds = "".join(f"第{number}项事实有误。" for number in range(1, length + 1))
    number = registered(office, grounds=grounds, evidence="转任通知原件；" * 30, request="重新计算。" * 30)
    pages = plain(pages_of(office.desk.objection_papers.form(CLERK, YEAR, number)))
    for wanted in ("异议申请表", "办理意见", "沿此线撕下，回执交申请人", "异议回执", "（印章）"):
        assert wanted in pages[0], wanted
    assert not any("异议回执" in page for page in pages[1:])
    assert len(pages) > 1
    assert "（接附页）" in pages[0]
    assert "异议申请表附页" in pages[1]
    whole = "".join(pages)
    assert whole.count("转任通知原件") >= 29
    told = re.sub("……（接附页）.*?附页编号：2026-异-001(异议内容、事实和理由)?", "", whole, count=1)
    told = re.sub("制表：[^：]*打印.*?（续）编号：2026-异-001(异议内容、事实和理由)?", "", told)
    assert [each for each in range(1, length + 1) if f"第{each}项事实有误。" not in told] == []


def test_a_statement_that_fits_needs_no_further_sheet(office: PostedOffice, pages_of: Pages) -> None:
    pages = pages_of(office.desk.objection_papers.form(CLERK, YEAR, registered(office, grounds="目标件数有误。" * 20)))
    assert len(pages) == 1


def test_a_reprinted_receipt_bears_the_day_of_its_issue_and_says_when_it_was_printed_again(
    office: PostedOffice, text_of: Text
) -> None:
    office.clock.now = at(14, 10)
    number = registered(office)
    told = text_of(office.desk.objection_papers.receipt(CLERK, YEAR, number))
    assert "（印章）2027年1月14日" in told
    assert "补打" not in told
    office.clock.now = at(20, 9)
    told = text_of(office.desk.objection_papers.receipt(CLERK, YEAR, number))
    assert "（印章）2027年1月14日" in told
    assert "（2027年1月20日补打）" in told


def test_a_time_of_receipt_that_was_put_right_stands_with_the_first_one_on_receipt_and_register(
    office: PostedOffice, text_of: Text
) -> None:
    office.clock.now = at(18, 17, 50)
    number = registered(office)
    entry = office.desk.objections.card(YEAR, number).row.held.entry
    right = office.file(received=at(18, 17, 25))
    office.desk.objections.correct(CLERK, YEAR, number, right, "误录", entry, Second("林岚"))
    assert "收到时间原登记为2027年1月18日17:50，后经更正" in text_of(
        office.desk.objection_papers.receipt(CLERK, YEAR, number)
    )
    assert "（更正，原2027-01-1817:50）" in text_of(office.desk.objection_papers.register(CLERK, YEAR))


def test_the_receipt_of_a_late_objection_says_by_how_much_and_that_the_re_review_stays_open(
    office: PostedOffice, text_of: Text
) -> None:
    office.clock.now = at(18, 17, 50)
    number = registered(office)
    told = text_of(office.desk.objection_papers.receipt(CLERK, YEAR, number))
    assert (
        "公示截止时间为2027年1月18日17:30，收到时已逾期20分钟，不能按公示期异议受理。材料已全部收下，转结果通知后复核"
        in told
    )
    assert "对任何等次都可以申请复核（检察官法第四十四条）；申诉只适用于定为不称职的（公务员法第九十五条）" in told
    row = office.desk.journal.rows(1)[0]
    assert (row.verb, act_object(row)) == ("objection.receipt", "2026-异-001")


def test_a_preview_of_the_receipt_leaves_no_trace(office: PostedOffice) -> None:
    number = registered(office)
    before = office.desk.journal.rows(1)[0].seq
    office.desk.objection_papers.preview_receipt(CLERK, YEAR, number)
    assert office.desk.journal.rows(1)[0].seq == before


def test_a_receipt_printed_after_the_withdrawal_says_what_was_withdrawn_and_what_stays_open(
    office: PostedOffice, text_of: Text
) -> None:
    number = registered(office)
    entry = office.desk.objections.card(YEAR, number).row.held.entry
    office.desk.objections.withdraw(CLERK, YEAR, number, entry, "1月13日撤回申请")
    told = text_of(office.desk.objection_papers.receipt(CLERK, YEAR, number))
    assert "书面撤回这件异议（1月13日撤回申请）。同一理由不能再次提出；收到结果通知后仍可申请复核" in told


def test_whoever_is_objected_to_is_told_in_writing_without_the_name(office: PostedOffice, text_of: Text) -> None:
    number = registered(office, matters=(Matter.OTHER, Matter.GRADE), other="J001")
    told = text_of(office.desk.objection_papers.told(CLERK, YEAR, number))
    assert "秦生康" in told
    assert "有人书面对您的考核结果（等次）提出异议，编号2026-异-001" in told
    assert "熊鹏" not in told
    with pytest.raises(NobodyToInform):
        office.desk.objection_papers.told(CLERK, YEAR, registered(office))


def test_a_form_and_a_letter_to_the_other_person_are_journalled_by_the_objection_that_they_are_of(
    office: PostedOffice,
) -> None:
    papers = office.desk.objection_papers
    number = registered(office, matters=(Matter.OTHER, Matter.GRADE), other="J001")
    before = office.desk.journal.head()
    papers.preview_form(CLERK, YEAR, number)
    papers.preview_told(CLERK, YEAR, number)
    assert office.desk.journal.head() == before
    papers.form(CLERK, YEAR, number)
    papers.told(CLERK, YEAR, number)
    told, form = office.desk.printed_papers.of_year(YEAR)[:2]
    assert (form.verb, act_object(form)) == ("objection.draw", "2026-异-001 异议申请表")
    assert (told.verb, act_object(told)) == ("objection.draw", "2026-异-001 告知书")
    assert office.desk.journal.printed_heads()[-2].hash == before.hash, "the head that stands on the form"


def test_the_register_lists_every_objection_with_how_it_stands(office: PostedOffice, text_of: Text) -> None:
    registered(office)
    office.clock.now = at(18, 17, 50)
    registered(office, code="J003")
    registered(office, code="J004", received=at(15, 16))
    told = text_of(office.desk.objection_papers.register(CLERK, YEAR))
    for wanted in (
        "共3件：公示期内2件，逾期1件",
        "2026-异-003",
        "逾期20分钟",
        "范伟雪（补录）",
        "2027年1月22日（含当日）前",
    ):
        assert wanted in told, wanted


def test_the_register_promises_no_answer_by_a_day_to_one_that_came_late(office: PostedOffice, text_of: Text) -> None:
    office.clock.now = at(18, 17, 50)
    objections = office.desk.objections
    number = registered(office)
    objections.route(CLERK, YEAR, number, objections.card(YEAR, number).row.held.entry)
    told = text_of(office.desk.objection_papers.register(CLERK, YEAR))
    assert "结果通知后" in told
    assert "（含当日）前" not in told


def test_a_register_without_objections_says_so(office: PostedOffice, text_of: Text) -> None:
    assert "本年度没有登记异议。" in text_of(office.desk.objection_papers.register(CLERK, YEAR))


def test_a_person_s_own_score_has_every_case_event_and_mark_and_nobody_else(
    office: PostedOffice, text_of: Text
) -> None:
    told = text_of(office.desk.objection_papers.own_score(CLERK, YEAR, "J005"))
    for wanted in ("熊鹏", "13／17", "80.94", "称职", "15.75", "省级业务标兵", "分管副检察长：93分", "A类3票"):
        assert wanted in told, wanted
    explained = office.desk.scores.explain(YEAR, "J005")
    numbers = {
        str(given.facts["number"]) for each in explained.indicators for given in each.inputs if given.kind == "case"
    }
    assert len(numbers) > 30
    assert all(number.replace(" ", "") in told for number in numbers)
    others = [each.name for each in office.desk.people.roster(YEAR) if each.name not in {"熊鹏", CLERK.name}]
    assert [name for name in others if name in told] == []
    assert "93.65" not in told  # the line of the places is somebody else's total
    row = office.desk.journal.rows(1)[0]
    assert (row.verb, act_object(row)) == ("objection.explain", "2026 年度 J005")


def test_a_character_that_no_font_holds_is_named(office: PostedOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office.desk.objections, "_missing", lambda _text: ())  # typed where another font was installed
    number = registered(office, grounds="证人姓\U00031234")
    with pytest.raises(UnprintableCharacters) as refused:
        office.desk.objection_papers.form(CLERK, YEAR, number)
    assert isinstance(refused.value, DeskError)
    assert "异议材料" in sentence(refused.value)
