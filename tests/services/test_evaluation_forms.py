"""Form 10, 案件评价表: what it says of the case, its version, and what stops it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from committee_desk.domain.cases import Review
from committee_desk.domain.evaluations import Cause, CauseFinding, Evaluation, Finding, Item
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.evaluation_views import NoEvaluation
from committee_desk.services.history_views import FactKind
from committee_desk.services.imports import Kind
from committee_desk.services.second import Second
from committee_desk.services.sheet_refusals import UnprintableCharacters
from committee_desk.wording.acts import act_name, act_object
from tests.services.test_evaluations_of_cases import FINDING, ONE, REVIEWS, THREE, office, write

__all__ = ["office", "write"]

TYPED = Evaluation(
    Review(THREE, Decimal(53), Decimal(38), "不合格", date(2026, 7, 8), "王五", "整体较好"),
    (Item("substance", "事实认定", Decimal(7), "漏列一节事实"), Item("procedure", "法律文书", Decimal(2), "文书有误")),
    (Finding("流监〔2026〕9号", "超期告知"),),
)


def text_of(pdf: bytes) -> str:
    """What stands on all its pages, without the breaks of lines."""
    pages = pdfium.PdfDocument(pdf)
    return "".join(page.get_textpage().get_text_range() for page in pages).replace("\r\n", "").replace(" ", "")


def test_the_form_says_everything_of_the_evaluation(office: Desk, actor: Actor) -> None:
    office.evaluations.find_cause(
        actor, CauseFinding(THREE, Cause.FAULT, "演检考委〔2026〕5号", date(2026, 7, 1), "漏审关键证言"), None
    )
    office.evaluations.enter(actor, TYPED, None)
    office.evaluations.reply(actor, THREE, "无异议", date(2026, 7, 9), office.evaluations.card(THREE).version)
    said = text_of(office.evaluations.draw(actor, THREE))
    for told in (
        "案件评价表", "一案一评", THREE, "李四（J002，分担1）", "法院判决宣告无罪", "漏列一节事实", "文书有误",
        "实体53/60", "程序38/40", "合计91/100", "不合格（−5.00分）", "王五", "2026年7月8日", "整体较好",
        "流监〔2026〕9号", "超期告知", "失误（演检考委〔2026〕5号，2026年7月1日）：漏审关键证言",
        "无异议（2026年7月9日）",
        "承办人（签字）", "第1版", "制表：周敏", "日志链首",
    ):  # fmt: skip
        assert told in said, told


def test_the_same_data_keep_their_version_and_others_are_the_next_one(office: Desk, actor: Actor) -> None:
    office.evaluations.enter(actor, TYPED._replace(review=TYPED.review._replace(number=ONE, grade="合格")), None)
    assert "第1版" in text_of(office.evaluations.draw(actor, ONE))
    assert "第1版" in text_of(office.evaluations.draw(actor, ONE))
    office.evaluations.reply(actor, ONE, "无异议", date(2026, 7, 9), office.evaluations.card(ONE).version)
    said = text_of(office.evaluations.draw(actor, ONE))
    assert "第2版" in said
    assert "（替代第1版）" in said


def test_the_form_is_looked_at_without_a_trace_and_says_the_version_that_would_be_printed(
    office: Desk, actor: Actor
) -> None:
    office.evaluations.enter(actor, TYPED._replace(review=TYPED.review._replace(number=ONE, grade="合格")), None)
    before = office.journal.head().entries
    assert "第1版" in text_of(office.evaluations.preview(actor, ONE))
    assert office.journal.head().entries == before
    office.evaluations.draw(actor, ONE)
    printed = office.journal.rows(1)[0]
    assert (act_name(printed.verb), act_object(printed)) == ("打印案件评价表", f"{ONE} 第 1 版")
    office.evaluations.reply(actor, ONE, "无异议", date(2026, 7, 9), office.evaluations.card(ONE).version)
    said = text_of(office.evaluations.preview(actor, ONE))
    assert "第2版" in said
    assert "（替代第1版）" in said
    with pytest.raises(NoEvaluation):
        office.evaluations.preview(actor, THREE)


def test_an_overridden_figure_stands_on_the_form_with_both(
    office: Desk, actor: Actor, write: Callable[..., Path]
) -> None:
    book = write("评查.xlsx", REVIEWS, (ONE, 50, 38, "合格", "2026-06-01", "王五", None))
    office.imports.carry_out(actor, Kind.REVIEWS, book, 2026)
    office.overrides.put(actor, FactKind.REVIEW, (ONE,), "substance", "55", "系统漏录", "案管3号", Second("王芳"))
    assert "实体得分导入50，更正为55；理由：系统漏录；凭据：案管3号" in text_of(office.evaluations.draw(actor, ONE))


def test_the_form_of_an_acquittal_says_what_was_deducted_before_its_cause_was_found(
    office: Desk, actor: Actor, write: Callable[..., Path]
) -> None:
    book = write("评查.xlsx", REVIEWS, (THREE, 55, 38, "不合格", "2026-06-01", "王五", None))
    office.imports.carry_out(actor, Kind.REVIEWS, book, 2026)
    assert "尚未作原因认定，而本评价已扣分" in text_of(office.evaluations.draw(actor, THREE))
    office.evaluations.find_cause(actor, FINDING._replace(cause=Cause.LAW), None)
    assert "认定不是失误，而本评价的等次扣分" in text_of(office.evaluations.draw(actor, THREE))


def test_the_form_of_an_acquittal_that_lost_nothing_says_so(office: Desk, actor: Actor) -> None:
    whole = TYPED.review._replace(number=THREE, substance=Decimal(60), procedure=Decimal(40), grade="合格")
    office.evaluations.enter(actor, Evaluation(whole), None)
    assert "认定原因以前不扣分" in text_of(office.evaluations.draw(actor, THREE))


def test_a_case_without_evaluation_has_no_form(office: Desk, actor: Actor) -> None:
    with pytest.raises(NoEvaluation):
        office.evaluations.draw(actor, ONE)


def test_characters_that_no_font_holds_are_named_and_nothing_is_journalled(office: Desk, actor: Actor) -> None:
    odd = TYPED._replace(review=TYPED.review._replace(number=ONE, grade="合格", note="\U0001f600"))
    office.evaluations.enter(actor, odd, None)
    entries = office.journal.head().entries
    with pytest.raises(UnprintableCharacters):
        office.evaluations.draw(actor, ONE)
    assert office.journal.head().entries == entries


def test_long_findings_run_over_pages_and_lose_no_word(office: Desk, actor: Actor) -> None:
    many = tuple(Finding(f"流监〔2026〕{n}号", f"第{n}条情况" * 4) for n in range(1, 61))
    review = TYPED.review._replace(number=ONE, grade="合格")
    office.evaluations.enter(actor, TYPED._replace(review=review, findings=many), None)
    pdf = office.evaluations.draw(actor, ONE)
    assert len(pdfium.PdfDocument(pdf)) > 1
    said = text_of(pdf)
    assert all(f"流监〔2026〕{n}号" in said for n in range(1, 61))
    assert "案件评价表（续）" in said
