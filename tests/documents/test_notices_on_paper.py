"""Form 3 as it is read: the notice, its posting record, what hangs beside it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pypdfium2
import pytest

from committee_desk.documents import notice as form
from committee_desk.documents import notice_note, posting_record
from committee_desk.documents.notice_words import words
from committee_desk.domain.notice import Notice, NoticeLine, NoticeOrder, Receiving, Slip
from committee_desk.domain.publication import CHINA, PublicationWindow, StepWhy, Terms, WindowStep
from committee_desk.services.publication_views import (
    Correction,
    DayKind,
    DayRole,
    DownAt,
    HeldVersion,
    NoteKind,
    NoteRow,
    PostingRow,
    PublicationStamp,
    ShownDay,
    Supplement,
    VersionView,
)
from committee_desk.services.sheet_refusals import UnprintableCharacters

DAYS = tuple(date(2026, 2, each) for each in (10, 11, 12, 13, 14))
STAMP = PublicationStamp("演练县人民检察院", False, datetime(2026, 2, 9, 9, 10, tzinfo=CHINA), "范伟雪", "ab" * 32, 402)
POSTED = datetime(2026, 2, 9, 9, 10, tzinfo=CHINA)


BESIDE = 3
"""People beside each other in one row."""


def notice(count: int = 7, categories: tuple[str, ...] = ("检察官",), **other: object) -> Notice:
    lines = tuple(
        NoticeLine(f"J{at:03}", f"赵晓英{at}", "第一检察部", categories[at * len(categories) // count], "称职")
        for at in range(count)
    )
    made = Notice(
        2025, 1, 1, "演练县人民检察院", lines, NoticeOrder.DEPARTMENT, DAYS, "17:30", POSTED.date(),
        Receiving("政治部", "办公楼412室", "0000-5512", "范伟雪"), ("内网公告栏",),
        made_up=DAYS[-1:], approved=date(2026, 2, 5),
    )  # fmt: skip
    made = replace(made, **other)  # type: ignore[arg-type]
    return replace(made, words=words(made)).sealed()


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return ["".join(page.get_textpage().get_text_range().split()) for page in document]


def view(**other: object) -> VersionView:
    made = notice()
    held = HeldVersion(1, 1, made, (), None, "", 5, POSTED, "周敏")
    step = WindowStep(1, StepWhy.POSTED, POSTED, DAYS, Terms(), '{"days":[],"documents":[]}')
    later = WindowStep(
        2, StepWhy.TAKEN_DOWN, POSTED, (*DAYS[:-1], date(2026, 2, 24)), Terms(), '{"days":[],"documents":[]}'
    )
    row = PostingRow("内网公告栏", "", POSTED, ("范伟雪", "彭强涛"), "001", recorded=POSTED + timedelta(minutes=30))
    days = (
        ShownDay(POSTED.date(), DayKind.WORKING, DayRole.POSTED),
        ShownDay(DAYS[0], DayKind.WORKING, DayRole.COUNTED, 1),
        ShownDay(DAYS[1], DayKind.WORKING, DayRole.LOST, places=("内网公告栏", "一楼公告栏")),
        ShownDay(DAYS[4], DayKind.MADE_UP, DayRole.COUNTED, 4, "春节", "国办发明电〔2025〕7号"),
        ShownDay(date(2026, 2, 15), DayKind.OFF, DayRole.NONE, None, "春节", "国办发明电〔2025〕7号"),
    )
    return replace(VersionView(held, made, PublicationWindow(1, (step, later)), (row,), days=days), **other)  # type: ignore[arg-type]


def test_a_notice_says_who_has_which_grade_until_when_one_may_object_and_where() -> None:
    (page,) = pages(form.draw(notice(), STAMP, draft=False))
    for said in (
        "关于2025年度检察官考核等次的公示",
        "经检察官考评委员会2026年2月5日审议",
        "第一检察部赵晓英0称职",
        "一、公示范围：本院全体人员。",
        "二、公示时间：2026年2月10日至2月14日，共5个工作日（2月14日周六调休上班），2月14日17:30截止。",
        "政治部（办公楼412室，电话0000-5512，经办人范伟雪）",
        "演练县人民检察院检察官考评委员会2026年2月9日",
        "第1版",
    ):
        assert said in page
    assert "未定稿" not in page
    assert "得分" not in page


def test_every_page_bears_the_fingerprint_by_which_the_office_s_seal_is_known_where_it_has_one() -> None:
    stamp = STAMP._replace(anchor="7f3a91c2e05b44d81b6ef2a9903cd417" * 2)
    said = "本院证书指纹（SHA-256）" + "7F3A91C2E05B44D81B6EF2A9903CD417" * 2
    one, many = form.draw(notice(19), stamp, draft=False), form.draw(notice(200), stamp, draft=False)
    told = Supplement(StepWhy.RECOUNTED, "", DAYS[-1], (*DAYS[:-1], date(2026, 2, 24)), "17:30")
    supplement = notice_note.draw(view(), NoteRow(1, NoteKind.SUPPLEMENT, told, date(2026, 2, 11)), stamp)
    assert len(pages(one)) == 1
    for paper in (one, many, supplement):
        assert all(said in page for page in pages(paper))
    assert "指纹" not in "".join(pages(form.draw(notice(19), STAMP, draft=False)))


def test_a_notice_not_yet_posted_says_so() -> None:
    assert "未定稿" in pages(form.draw(notice(), STAMP, draft=True))[0]


def test_many_people_go_over_several_pages_each_with_its_headings_and_nobody_is_lost() -> None:
    told = notice(200, ("检察官", "检察辅助人员", "司法行政人员"))
    read = pages(form.draw(told, STAMP, draft=False))
    assert len(read) > 2
    assert all("部门姓名等次" in page for page in read[:-1])
    whole = "".join(read)
    assert all(line.name in whole for line in told.lines)
    assert "关于2025年度检察人员考核等次的公示" in whole
    assert "检察辅助人员（67人）" in whole
    assert "演练县人民检察院检察官考评委员会" in read[-1]
    assert "异议办法" in read[-1]  # who signs stands beside text, never alone


@pytest.mark.parametrize("count", range(1, 62, 3))
def test_the_signature_never_stands_alone_on_a_page(count: int) -> None:
    read = pages(form.draw(notice(count), STAMP, draft=False))
    last = read[-1]
    assert "检察官考评委员会2026年2月9日" in last
    assert "经办人" in last or "截止" in last or "称职" in last or "受理" in last


def test_somebody_without_a_grade_reads_as_decided_elsewhere_with_no_reason() -> None:
    told = notice()
    told = replace(told, lines=(*told.lines, NoticeLine("J099", "马顺", "办公室", "检察官")))
    assert "办公室马顺另行确定" in pages(form.draw(told, STAMP, draft=False))[0]


def test_a_name_that_no_font_holds_is_refused_by_name() -> None:
    told = replace(notice(), lines=(NoticeLine("J001", "王\U0003ffff", "办公室", "检察官", "称职"),))
    with pytest.raises(UnprintableCharacters) as refused:
        form.draw(told, STAMP, draft=False)
    assert [(each.code, each.name) for each in refused.value.missing] == [("J001", "王\U0003ffff")]


def test_the_posting_record_says_where_it_hung_and_why_each_day_counts() -> None:
    whole = "".join(pages(posting_record.draw(view(), STAMP)))
    for said in (
        "内网公告栏2026年2月9日09:10登记：2026-02-0909:40",
        "范伟雪",
        "彭强涛",
        "2026年2月9日周一张贴，当日不计",
        "2026年2月10日周二计第1日周一至周五",
        "未完整张贴（内网公告栏、一楼公告栏），不计",
        "调休上班，计第4日国办发明电〔2025〕7号",
        "放假（春节），不计",
        "第2次计算（提前撤下，顺延）至2026年2月24日17:30届满",
    ):
        assert said in whole


def test_the_posting_record_says_what_was_recorded_afterwards() -> None:
    shown = view()
    taken = POSTED + timedelta(days=1)
    row = shown.postings[0]._replace(
        taken=taken, taken_by=("范伟雪", "彭强涛"), taken_recorded=taken + timedelta(days=1)
    )
    whole = "".join(pages(posting_record.draw(replace(shown, postings=(row,)), STAMP)))
    assert "2026年2月10日09:10补录：2026-02-1109:10" in whole
    assert whole.count("补录") == 1


@pytest.mark.parametrize(("people", "sheets"), [(18, 1), (21, 1), (39, 1), (60, 2)])
def test_a_notice_of_forty_people_is_one_page(people: int, sheets: int) -> None:
    assert len(pages(form.draw(notice(people), STAMP, draft=False))) == sheets


@pytest.mark.parametrize("people", range(1, 130, 6))
def test_until_when_one_may_object_and_how_stand_on_the_page_that_is_signed(people: int) -> None:
    last = pages(form.draw(notice(people), STAMP, draft=False))[-1]
    assert "二、公示时间" in last
    assert "三、异议办法" in last
    assert "检察官考评委员会2026年2月9日" in last


@pytest.mark.parametrize("people", range(40, 130, 3))
def test_no_single_row_goes_over_to_the_next_page_and_scope_dates_and_objecting_stand_together(people: int) -> None:
    told = notice(people)
    read = pages(form.draw(told, STAMP, draft=False))
    names = [line.name for line in told.lines]
    for page in read:
        shown = sum(f"{name}称职" in page for name in names)
        assert shown == 0 or shown > BESIDE
    assert "一、公示范围" in read[-1]
    assert "二、公示时间" in read[-1]


def test_a_category_that_goes_over_to_the_next_page_says_so_there() -> None:
    read = pages(form.draw(notice(130, ("检察官", "检察辅助人员")), STAMP, draft=False))
    assert "检察官（65人）（接上页）" not in read[0]
    continued = [page for page in read[1:] if "（接上页）" in page]
    assert continued
    assert all("人）（接上页）部门姓名等次" in page for page in continued)


def test_four_small_categories_and_forty_people_take_no_page_more_than_they_need() -> None:
    four = ("检察官", "检察官助理", "书记员", "司法行政人员")
    assert len(pages(form.draw(notice(12, four), STAMP, draft=False))) == 1
    assert len(pages(form.draw(notice(75, four), STAMP, draft=False))) == 2


def test_a_supplementary_notice_says_why_the_window_ends_later_and_when() -> None:
    told = Supplement(StepWhy.RECOUNTED, "", DAYS[-1], (*DAYS[:-1], date(2026, 2, 24)), "17:30")
    (page,) = pages(notice_note.draw(view(), NoteRow(1, NoteKind.SUPPLEMENT, told, date(2026, 2, 11)), STAMP))
    assert "关于2025年度考核等次公示的补充公告" in page
    assert "因放假安排变动重新计算" in page
    assert "公示时间原至2026年2月14日届满，现延至2026年2月24日，共5个工作日" in page


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        (("墙面维修",), "因“内网公告栏”一度撤下（墙面维修），未能张贴满公示时间"),
        (("风吹落", "风吹落"), "因“内网公告栏”“一楼公告栏”一度撤下（风吹落），"),
        (("墙面维修", "风吹落"), "因“内网公告栏”“一楼公告栏”一度撤下（内网公告栏：墙面维修；一楼公告栏：风吹落），"),
        (("", "风吹落"), "因“内网公告栏”“一楼公告栏”一度撤下（一楼公告栏：风吹落），"),
        (("", ""), "因“内网公告栏”“一楼公告栏”一度撤下，"),
    ],
)
def test_a_supplementary_notice_names_every_place_where_it_was_taken_down(reasons: tuple[str, ...], said: str) -> None:
    down = tuple(DownAt(place, why) for place, why in zip(("内网公告栏", "一楼公告栏"), reasons, strict=False))
    told = Supplement(StepWhy.TAKEN_DOWN, "", DAYS[-1], (*DAYS[:-1], date(2026, 2, 24)), "17:30", down)
    (page,) = pages(notice_note.draw(view(), NoteRow(1, NoteKind.SUPPLEMENT, told, date(2026, 2, 11)), STAMP))
    assert said in page


def test_a_correction_note_says_what_was_wrong_and_that_the_rest_stands() -> None:
    told = Correction(Slip.PHONE, "0000-5512", "0000-5521", "笔误")
    (page,) = pages(notice_note.draw(view(), NoteRow(2, NoteKind.CORRECTION, told, date(2026, 2, 11)), STAMP))
    assert "受理电话“0000-5512”有误，更正为“0000-5521”。" in page
    assert "公示的人员、等次和公示时间不变。" in page
