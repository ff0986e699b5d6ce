"""External opinions: shown to the committee, never summed (domain.md part 6, row 47)."""

from datetime import date

import pypdfium2
import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.roles import Role, Way
from committee_desk.domain.said import TooLongForField
from committee_desk.services.account_refusals import NotAllowed
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.opinion_views import (
    FormerOfficeOfNobody,
    Giver,
    GiverUnnamed,
    Opinion,
    OpinionChanged,
    OpinionDateWrong,
    OpinionEmpty,
)
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.relation_views import EndingReasonMissing
from committee_desk.services.sheet_refusals import UnprintableCharacters
from tests.conftest import frozen_clock
from tests.services.seated_desks import sit, with_accounts

DAY = date(2026, 11, 5)
BAD = Opinion(
    "周国强", Giver.DEPUTY, DAY, "听庭时态度生硬，释法说理不够，群众意见很大。", "J001", "人大建议〔2026〕8号"
)
OFFICE = Opinion("陈静", Giver.SUPERVISOR, DAY, "建议公开听证的案件再多一些。")


def text_of(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return ["".join(page.split()) for page in pages]


def test_row_47_a_very_bad_opinion_is_shown_and_moves_no_score(sample_desk: Desk, actor: Actor) -> None:
    before = sample_desk.scores.year(2026)
    for giver in Giver:
        sample_desk.opinions.put(actor, 2026, BAD._replace(kind=giver), None, None)
    sample_desk.opinions.put(actor, 2026, OFFICE, None, None)
    shown = sample_desk.opinions.rows(2026)
    assert [(each.number, each.about, each.department) for each in shown] == [
        (1, "秦生康", "第一检察部"),
        (2, "秦生康", "第一检察部"),
        (3, "秦生康", "第一检察部"),
        (4, "秦生康", "第一检察部"),
        (5, "", ""),
    ]
    anew = open_desk(sample_desk.path, clock=frozen_clock)  # nothing is remembered of the year as it was scored
    assert anew.scores.year(2026) == before == sample_desk.scores.year(2026)


def test_the_committee_reads_opinions_and_writes_none(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.opinions.put(actor, 2026, BAD, None, None)
    with_accounts(sample_desk, Way.STRICT)
    for role in (Role.MEMBER, Role.CHAIR):
        sitting = sit(sample_desk, role)
        assert len(sample_desk.opinions.rows(2026)) == 1
        with pytest.raises(NotAllowed):
            sample_desk.opinions.put(sitting, 2026, OFFICE, None, None)
    sit(sample_desk, Role.LEADER)
    with pytest.raises(NotAllowed):
        sample_desk.opinions.rows(2026)


def test_an_opinion_is_corrected_under_its_number_and_withdrawn_with_a_reason(sample_desk: Desk, actor: Actor) -> None:
    first = sample_desk.opinions.put(actor, 2026, BAD, None, None).entry
    second = sample_desk.opinions.put(actor, 2026, BAD._replace(opinion="已当面沟通"), 1, first).entry
    with pytest.raises(OpinionChanged) as refused:
        sample_desk.opinions.put(actor, 2026, OFFICE, 1, first)
    assert refused.value.now is not None
    assert refused.value.now.opinion.opinion == "已当面沟通"
    with pytest.raises(EndingReasonMissing):
        sample_desk.opinions.withdraw(actor, 2026, 1, " ", second)
    sample_desk.opinions.withdraw(actor, 2026, 1, "重复登记", second)
    with pytest.raises(OpinionChanged):
        sample_desk.opinions.withdraw(actor, 2026, 1, "重复登记", second)
    sample_desk.opinions.put(actor, 2026, OFFICE, None, None)
    assert [each.number for each in sample_desk.opinions.rows(2026)] == [2]


def test_an_opinion_that_says_nothing_is_refused(sample_desk: Desk, actor: Actor) -> None:
    for wanted, error in (
        (BAD._replace(giver=" "), GiverUnnamed),
        (BAD._replace(opinion="\n"), OpinionEmpty),
        (BAD._replace(opinion="字" * 2001), TooLongForField),
        (BAD._replace(giver="甲" * 41), TooLongForField),
        (BAD._replace(voucher="1" * 61), TooLongForField),
        (BAD._replace(day=date(2025, 12, 31)), OpinionDateWrong),
        (BAD._replace(day=date(2027, 1, 12)), OpinionDateWrong),
        (BAD._replace(code="X99"), NoSuchPerson),
    ):
        with pytest.raises(error):
            sample_desk.opinions.put(actor, 2026, wanted, None, None)
    assert sample_desk.opinions.rows(2026) == ()


def test_form_13_is_marked_as_reference_on_every_page(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.opinions.put(actor, 2026, BAD, None, None)
    sample_desk.opinions.put(actor, 2026, OFFICE._replace(opinion="很长的意见。" * 330), None, None)
    pages = text_of(sample_desk.opinions.draw(actor, 2026))
    assert len(pages) > 2
    assert all("参考，不计分" in page and "不计入任何人的得分和名次" in page for page in pages)
    assert "听庭时态度生硬" in pages[0]
    assert "人大建议〔2026〕8号" in pages[0]
    assert "秦生康" in pages[0]
    assert sum(page.count("很长的意见") for page in pages) + 3 >= 330
    assert "本院检察官考核和检察工作" in pages[1]
    assert len(text_of(sample_desk.opinions.draw(actor, 2026, 1))) == 1


def test_a_blank_form_asks_about_a_person_or_the_office(sample_desk: Desk, actor: Actor) -> None:
    (page,) = text_of(sample_desk.opinions.draw_blank(actor, 2026, "J002"))
    assert "林若" in page
    assert "None" not in page
    (page,) = text_of(sample_desk.opinions.draw_blank(actor, 2026, None))
    assert "本院检察官考核和检察工作" in page
    with pytest.raises(NoSuchPerson):
        sample_desk.opinions.draw_blank(actor, 2026, "X99")
    with pytest.raises(OpinionChanged):
        sample_desk.opinions.draw(actor, 2026)


def test_a_character_that_no_font_has_is_named_before_anything_is_printed(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.opinions.put(actor, 2026, BAD._replace(giver="周\U0001f600"), None, None)
    with pytest.raises(UnprintableCharacters) as refused:
        sample_desk.opinions.draw(actor, 2026)
    assert refused.value.missing[0].character == "\U0001f600"


def test_row_18_what_the_former_office_tells_is_kept_of_its_person_and_named_on_the_sheet(
    sample_desk: Desk, actor: Actor
) -> None:
    told = Opinion("临江县人民检察院", Giver.FORMER_OFFICE, DAY, "办案 31 件。", "J001", "函〔2026〕9号")
    before = sample_desk.scores.year(2026)
    with pytest.raises(FormerOfficeOfNobody):
        sample_desk.opinions.put(actor, 2026, told._replace(code=None), None, None)
    sample_desk.opinions.put(actor, 2026, told, None, None)
    (paper,) = text_of(sample_desk.opinions.draw(actor, 2026))
    assert "外单位情况表" in paper
    assert "外部监督意见征求表" not in paper
    assert "原单位" in paper
    said = "外单位情况由临江县人民检察院提供（第1号），供确定等次参考。"
    assert said in text_of(sample_desk.sheets.preview(2026, "J001", actor))[0]
    assert said not in text_of(sample_desk.sheets.preview(2026, "J002", actor))[0]
    assert sample_desk.scores.year(2026) == before
