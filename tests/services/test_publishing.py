"""Publishing the grades (公示): which days a window counts, and what lengthens it, on a desk file."""

from pathlib import Path

import pypdfium2
import pytest

from committee_desk.domain.calendar import DayKind
from committee_desk.domain.scores import Grade
from committee_desk.services.publication_views import (
    DayRole,
    DownAt,
    HungNotice,
    NoteKind,
    Supplement,
    of_posting,
)
from committee_desk.services.settings import COUNT_POSTING_DAY, ON
from committee_desk.wording.acts import act_name, act_object
from tests.services.publishing_hands import (
    ACTOR,
    BOARD,
    LOBBY,
    OTHER,
    PEOPLE,
    TWO,
    YEAR,
    Publishing,
    day,
    moment,
)

_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
HALL = "三楼会议室门口"
INVENTED = "试验用放假安排，非国务院通知"


@pytest.mark.parametrize(
    ("posted", "counted"),
    [
        ("2026-01-12 09:10", "01-13 01-14 01-15 01-16 01-19"),
        ("2026-01-16 09:10", "01-19 01-20 01-21 01-22 01-23"),
        ("2026-01-17 09:10", "01-19 01-20 01-21 01-22 01-23"),
        ("2026-02-09 09:10", "02-10 02-11 02-12 02-13 02-14"),
        ("2026-02-13 09:10", "02-14 02-24 02-25 02-26 02-27"),
        ("2025-12-30 09:10", "12-31 01-04 01-05 01-06 01-07"),
    ],
)
def test_a_notice_counts_the_days_of_the_worked_windows(office: Publishing, posted: str, counted: str) -> None:
    office.post(moment(posted))
    assert " ".join(office.days) == counted


def test_3_a_make_up_saturday_counts_and_the_page_says_why(office: Publishing) -> None:
    view = office.post(moment("2026-02-09 09:10"))
    assert view.current is not None
    saturday = view.current.days[-1]
    assert (saturday.day, saturday.kind, saturday.role, saturday.nth) == (day("2026-02-14"), "made_up", "counted", 5)
    assert saturday.document == "国办发明电〔2025〕7号"
    assert view.current.held.notice.words.window == (
        "2026年2月10日至2月14日，共5个工作日（2月14日周六调休上班），2月14日17:30截止。"
    )


def test_4_a_window_over_the_spring_festival_skips_it(office: Publishing) -> None:
    view = office.post(moment("2026-02-13 09:10"))
    assert view.current is not None
    assert [each.role for each in view.current.days if "2026-02-15" <= str(each.day) <= "2026-02-23"] == ["none"] * 9
    assert view.days_left == 5


def test_4_a_window_into_a_year_without_calendar_is_refused_and_names_the_missing_notice(office: Publishing) -> None:
    said = office.at(moment("2026-12-28 09:10")).refused(lambda: office.post(moment("2026-12-28 09:10")))
    assert "缺国务院办公厅关于 2027 年部分节假日安排的通知" in said
    assert office.view.current is None


def test_5_a_holiday_plan_changed_in_the_window_moves_its_end_later_with_a_supplementary_notice(
    office: Publishing,
) -> None:
    office.post(moment("2026-02-09 09:10"))
    office.at(moment("2026-02-11 08:00"))
    office.desk.calendar.set_day(ACTOR, day("2026-02-14"), DayKind.OFF, "春节", INVENTED)
    assert [(each.kind, each.day) for each in office.view.owed] == [("recount", day("2026-02-24"))]
    said = office.at(moment("2026-02-14 17:30")).refused(lambda: office.close(moment("2026-02-14 17:30")))
    assert said == (
        "日历已有变动，公示期现应到 2026-02-24（周二）届满（原为 2026-02-14（周六）），不能关闭。"
        "请先按新日历重新计算，并张贴补充公告。"
    )
    office.desk.publication.recount_calendar(ACTOR, YEAR)
    current = office.view.current
    assert current is not None
    assert office.days == ("02-10", "02-11", "02-12", "02-13", "02-24")
    assert [step.last_day for step in current.window.steps] == [day("2026-02-14"), day("2026-02-24")]
    (note,) = current.notes
    assert isinstance(note.content, Supplement)
    assert (note.kind, note.content.before) == (NoteKind.SUPPLEMENT, day("2026-02-14"))
    assert office.view.owed == ()


def test_5_a_calendar_with_more_working_days_never_ends_a_window_sooner(office: Publishing) -> None:
    office.post(moment("2026-02-13 09:10"))
    office.desk.calendar.set_day(ACTOR, day("2026-02-23"), DayKind.WORK, "春节", INVENTED)
    office.desk.publication.recount_calendar(ACTOR, YEAR)
    assert office.days == ("02-14", "02-23", "02-24", "02-25", "02-26", "02-27")
    assert office.refused(lambda: office.desk.publication.recount_calendar(ACTOR, YEAR)) == (
        "按现在的日历计算，公示期没有变化，不用重新计算。"
    )


def test_39_a_notice_taken_down_a_day_early_hangs_for_the_missing_days_once_more(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"))
    view = office.take_down(moment("2026-01-16 15:00"))
    assert [(each.kind, each.place) for each in view.owed] == [("post_again", BOARD)]
    said = office.at(moment("2026-01-19 17:30")).refused(lambda: office.close(moment("2026-01-19 17:30")))
    assert said == (
        "“内网公告栏”的公示书已于 2026-01-16（周五）15:00 撤下，尚未重新张贴，公示期未满。"
        "请重新张贴并登记，缺的天数顺延补足。"
    )
    view = office.hang_again(moment("2026-01-20 09:00"))
    assert office.days == ("01-13", "01-14", "01-15", "01-21", "01-22")
    assert view.current is not None
    lost = [each for each in view.current.days if each.role is DayRole.LOST]
    assert [(str(each.day), each.places) for each in lost] == [
        ("2026-01-16", (BOARD,)), ("2026-01-19", (BOARD,)), ("2026-01-20", (BOARD,)),
    ]  # fmt: skip
    first, second = view.current.postings
    assert (first.taken, first.reason, second.posted_by) == (moment("2026-01-16 15:00"), "风吹落", TWO)
    (note,) = view.current.notes
    assert isinstance(note.content, Supplement)
    assert (note.content.before, note.content.down) == (day("2026-01-19"), (DownAt(BOARD, "风吹落"),))


def test_a_notice_hangs_in_no_place_s_stead_at_another_of_its_places(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"), BOARD, LOBBY)
    office.take_down(moment("2026-01-13 10:00"), LOBBY)
    for typed in (BOARD, f" {BOARD[:2]} {BOARD[2:]}"):
        assert office.refused(lambda typed=typed: office.hang_again(moment("2026-01-13 11:00"), LOBBY, typed)) == (
            f"“{BOARD}”是这份公示书的另一个张贴地点，“{LOBBY}”的不能改贴到那里。"
            "请填写别的张贴处；原处重新张贴的，“改贴到”不填。"
        )
    view = office.hang_again(moment("2026-01-13 11:00"), LOBBY, LOBBY)
    assert view.current is not None
    assert [each.board for each in view.current.postings if each.place == LOBBY] == ["", ""]


def test_every_place_where_it_is_down_is_owed(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"), BOARD, LOBBY, HALL)
    office.take_down(moment("2026-01-13 10:00"), LOBBY)
    view = office.take_down(moment("2026-01-13 10:05"), BOARD)
    assert [(each.kind, each.place) for each in view.owed] == [("post_again", LOBBY), ("post_again", BOARD)]


def test_39_taking_down_after_the_cut_off_costs_no_day(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"))
    view = office.take_down(moment("2026-01-19 17:30"))
    assert view.owed == (("close", None, "", 0),)
    assert view.may_close
    office.close(moment("2026-01-19 17:31"))


def test_a_notice_hangs_at_all_its_places_for_its_days(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"), BOARD, LOBBY)
    office.take_down(moment("2026-01-13 10:00"), LOBBY)
    office.hang_again(moment("2026-01-13 11:00"), LOBBY, board="二楼公告栏")
    assert office.days == ("01-14", "01-15", "01-16", "01-19", "01-20")


def test_a_posting_recorded_at_one_of_two_places_is_refused(office: Publishing) -> None:
    plan = office.plan(moment("2026-01-12 09:10"), BOARD, LOBBY)
    office.at(moment("2026-01-12 09:30"))
    half = plan.hung[:1]
    said = office.refused(
        lambda: office.desk.publication.post(ACTOR, YEAR, office.plan(plan.posted, places=(BOARD, LOBBY), hung=half))
    )
    assert said == "“一楼公告栏”还没有张贴记录。公示书写明的地点都张贴以后，才开始计算公示期。"


def test_the_posting_day_counts_where_the_office_says_so_and_it_hung_before_nine(office: Publishing) -> None:
    office.desk.settings.put(ACTOR, COUNT_POSTING_DAY, ON, "本院办法第 12 条")
    office.post(moment("2026-01-12 08:59"))
    assert office.days[0] == "01-12"


def test_the_posting_day_does_not_count_from_nine_on(office: Publishing) -> None:
    office.desk.settings.put(ACTOR, COUNT_POSTING_DAY, ON, "本院办法第 12 条")
    office.post(moment("2026-01-12 09:00"))
    assert office.days[0] == "01-13"


@pytest.mark.parametrize("by", [("范伟雪", "范 伟雪"), ("范伟雪", "")])
def test_posting_takes_two_different_people(office: Publishing, by: tuple[str, str]) -> None:
    posted = moment("2026-01-12 09:10")
    hung = (HungNotice(BOARD, posted, by),)
    office.at(posted)
    said = office.refused(lambda: office.desk.publication.post(ACTOR, YEAR, office.plan(posted, hung=hung)))
    assert said == "张贴和撤下都要两个人在场。请填写两个不同的姓名。"


def test_a_notice_cannot_hang_before_its_list_was_approved_nor_tomorrow(office: Publishing) -> None:
    office.at(moment("2026-01-12 09:10"))
    for wrong in ("2025-12-28 09:00", "2026-01-12 09:11"):
        plan = office.plan(moment(wrong))
        said = office.refused(lambda plan=plan: office.desk.publication.post(ACTOR, YEAR, plan))
        assert said.startswith(f"张贴时间 {wrong[:10]}")
        assert "只能在 2025-12-29（周一）08:00 至 2026-01-12（周一）09:10 之间" in said


def test_fewer_than_five_days_are_refused(office: Publishing) -> None:
    said = office.refused(lambda: office.post(moment("2026-01-12 09:10"), days=4))
    assert said == "公示期不得少于 5 个工作日，不能按 4 个计算。请改为 5 个或更多。"


def test_a_notice_without_a_desk_for_objections_is_refused(office: Publishing) -> None:
    said = office.refused(lambda: office.post(moment("2026-01-12 09:10"), receiving=("政治部", "", "", "")))
    assert "受理地点" in said or "还缺" in said


def test_a_window_is_lengthened_and_never_shortened(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"))
    office.desk.publication.lengthen(ACTOR, YEAR, 7, "临近春节，多给两日")
    assert office.days[-1] == "01-21"
    for days in (7, 5):
        said = office.refused(lambda days=days: office.desk.publication.lengthen(ACTOR, YEAR, days, "改回"))
        assert said == f"公示期只能延长：现为 7 个工作日，不能改为 {days} 个。请填写更多的天数。"


def test_38_a_slip_is_corrected_by_a_note_and_a_grade_is_not(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"))
    office.desk.publication.correct_slip(ACTOR, YEAR, "phone", "0000-5521", "电话印错")
    current = office.view.current
    assert current is not None
    assert (current.effective.receiving.phone, current.held.notice.receiving.phone) == ("0000-5521", "0000-5512")
    assert office.days[-1] == "01-19"
    for what, after in (("grade", "优秀"), ("name", "赵小英"), ("window", "3 天"), ("title", "赵晓英等人的公示")):
        said = office.refused(
            lambda what=what, after=after: office.desk.publication.correct_slip(ACTOR, YEAR, what, after, "笔误")
        )
        assert said.startswith("更正说明只能改标题、依据、公示范围和受理处的笔误，不能改动“")
        assert said.endswith("请撤回公示，改后作为新的一版重新公示，对受影响的人重新计满公示期。")


def test_38_a_wrong_grade_on_day_three_makes_a_new_version_with_a_full_new_window(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"))
    office.at(moment("2026-01-14 10:00")).desk.publication.take_back(ACTOR, YEAR, "姚玉伟的等次印错", OTHER)
    office.approve(*PEOPLE[:1], (*PEOPLE[1][:3], Grade.EXCELLENT), *PEOPLE[2:])
    view = office.post(moment("2026-01-15 09:10"))
    first, second = view.versions
    assert first.held.taken_back == moment("2026-01-14 10:00")
    assert not first.hangs
    assert (second.held.affected, second.held.replaces) == (("J002",), 1)
    assert len(second.held.notice.lines) == 4  # nobody's window was full: all are published anew
    assert office.days == ("01-16", "01-19", "01-20", "01-21", "01-22")


def test_after_a_closed_window_those_alone_are_published_again_whose_grade_is_another(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"))
    office.close(moment("2026-01-19 17:30"))
    office.desk.publication.publish_again(ACTOR, YEAR, "复核变更姚玉伟的等次", OTHER)
    office.approve(*PEOPLE[:1], (*PEOPLE[1][:3], Grade.EXCELLENT), *PEOPLE[2:])
    assert office.view.affected == ("J002",)
    view = office.post(moment("2026-01-20 09:10"))
    assert view.current is not None
    assert [line.name for line in view.current.held.notice.lines] == ["姚玉伟"]
    assert view.current.held.notice.words.title == "关于变更2025年度检察官考核等次的公示"
    assert office.days == ("01-21", "01-22", "01-23", "01-26", "01-27")


def test_somebody_whose_published_grade_is_taken_away_is_published_again_without_a_reason(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"))
    office.close(moment("2026-01-19 17:30"))
    office.desk.publication.publish_again(ACTOR, YEAR, "另行处理", OTHER)
    office.approve((*PEOPLE[0][:3], None), *PEOPLE[1:])
    view = office.post(moment("2026-01-20 09:10"))
    assert view.current is not None
    (line,) = view.current.held.notice.lines
    assert (line.name, line.grade) == ("赵晓英", "")


def test_nobody_is_published_again_in_part_where_nothing_changed(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"))
    office.close(moment("2026-01-19 17:30"))
    office.desk.publication.publish_again(ACTOR, YEAR, "误", OTHER)
    said = office.refused(lambda: office.post(moment("2026-01-20 09:10")))
    assert said.startswith("与已公示的结果相比，没有人的等次或公示内容有变化")
    view = office.post(moment("2026-01-20 09:10"), whole=True)
    assert view.current is not None
    assert len(view.current.held.notice.lines) == 4


def test_a_notice_lists_people_by_department_and_never_by_score(office: Publishing) -> None:
    view = office.post(moment("2026-01-12 09:10"))
    assert view.current is not None
    names = [line.name for line in view.current.held.notice.lines]
    assert names == ["姚玉伟", "段丽", "赵晓英", "王一"]
    assert "马顺" not in names  # no grade: not on the list, and no reason anywhere


def test_a_notice_lists_people_by_the_strokes_of_their_names(office: Publishing) -> None:
    view = office.post(moment("2026-01-12 09:10"), order="strokes", ungraded=True)
    assert view.current is not None
    assert [line.name for line in view.current.held.notice.lines] == ["马顺", "王一", "姚玉伟", "段丽", "赵晓英"]


def test_a_photo_of_a_posting_is_kept_with_its_number(office: Publishing, tmp_path: Path) -> None:
    office.post(moment("2026-01-12 09:10"))
    photo = tmp_path / "张贴.png"
    photo.write_bytes(_PNG)
    office.desk.attachments.keep(ACTOR, of_posting(YEAR, 1, BOARD), photo)
    office.desk.publication.add_photo(ACTOR, YEAR, BOARD, "IMG-001")
    current = office.view.current
    assert current is not None
    assert current.postings[0].photo == "IMG-001"
    assert [each.name for each in office.desk.attachments.of(of_posting(YEAR, 1, BOARD))] == ["张贴.png"]


def test_an_approved_notice_is_read_before_it_is_posted_and_again_after(office: Publishing) -> None:
    posted = moment("2026-02-09 09:10")
    plan = office.at(posted).plan(posted)
    preview = office.desk.publication.preview(YEAR, plan)
    assert preview.notice.words.title == "关于2025年度检察官考核等次的公示"
    assert office.desk.publication.preview_draft(ACTOR, YEAR, plan).startswith(b"%PDF")
    office.post(posted)
    office.take_down(moment("2026-02-10 10:00"))
    office.hang_again(moment("2026-02-10 11:00"))
    desk = office.desk.publication
    seen = (
        desk.preview_notice(ACTOR, YEAR, 1),
        desk.preview_record(ACTOR, YEAR, 1),
        desk.preview_note(ACTOR, YEAR, 1, 1),
    )
    assert all(pdf.startswith(b"%PDF") for pdf in seen)
    for never in (lambda: desk.preview_notice(ACTOR, YEAR, 2), lambda: desk.notice(ACTOR, YEAR, 2),
                  lambda: desk.preview_note(ACTOR, YEAR, 1, 2), lambda: desk.note(ACTOR, YEAR, 1, 2)):  # fmt: skip
        assert office.refused(never) == "2025 年度没有编号为 2 的公示书、公告或说明。请在列表中选择。"


def test_a_notice_and_what_hangs_beside_it_bear_the_fingerprint_of_the_office_s_certificate(
    office: Publishing,
) -> None:
    papers, posted = office.desk.publication, moment("2026-02-09 09:10")
    plan = office.at(posted).plan(posted)
    assert "指纹" not in _read(papers.preview_draft(ACTOR, YEAR, plan))
    mark = office.desk.certificates.make(ACTOR, "印章口令要足够长的一句", OTHER).fingerprint
    said = f"本院证书指纹（SHA-256）{mark.upper()}"
    assert said in _read(papers.preview_draft(ACTOR, YEAR, plan, to_hang=True))
    office.post(posted)
    office.take_down(moment("2026-02-10 10:00"))
    office.hang_again(moment("2026-02-10 11:00"))
    papers.correct_slip(ACTOR, YEAR, "place", "二楼大厅", "笔误")
    for paper in (papers.notice(ACTOR, YEAR, 1), papers.note(ACTOR, YEAR, 1, 1), papers.note(ACTOR, YEAR, 1, 2)):
        assert said in _read(paper)


def test_printed_again_a_notice_bears_the_certificate_that_held_when_it_was_posted(office: Publishing) -> None:
    papers, certificates = office.desk.publication, office.desk.certificates
    posted = moment("2026-02-09 09:10")
    first = office.at(moment("2026-02-09 09:00")).desk.certificates.make(ACTOR, "印章口令要足够长的一句", OTHER)
    office.post(posted)
    said = f"本院证书指纹（SHA-256）{first.fingerprint.upper()}"
    office.at(moment("2026-02-10 10:00"))
    certificates.withdraw(ACTOR, first.number, "口令泄露", OTHER)
    assert said in _read(papers.notice(ACTOR, YEAR, 1))
    second = certificates.make(ACTOR, "另一句足够长的印章口令", OTHER)
    papers.correct_slip(ACTOR, YEAR, "place", "二楼大厅", "笔误")
    for paper in (papers.notice(ACTOR, YEAR, 1), papers.note(ACTOR, YEAR, 1, 1)):
        assert said in _read(paper)
        assert second.fingerprint.upper() not in _read(paper)


def test_a_notice_posted_before_the_office_had_a_certificate_bears_none_later(office: Publishing) -> None:
    office.post(moment("2026-02-09 09:10"))
    office.at(moment("2026-02-10 10:00")).desk.certificates.make(ACTOR, "印章口令要足够长的一句", OTHER)
    assert "指纹" not in _read(office.desk.publication.notice(ACTOR, YEAR, 1))


def _read(pdf: bytes) -> str:
    """All that stands on it, without blanks."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join("".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


def test_papers_of_a_notice_are_journalled_when_they_leave_and_not_when_they_are_looked_at(office: Publishing) -> None:
    posted, papers = moment("2026-02-09 09:10"), office.desk.publication
    plan = office.at(posted).plan(posted)
    entries = office.desk.journal.head().entries
    papers.preview_draft(ACTOR, YEAR, plan, to_hang=True)
    assert office.desk.journal.head().entries == entries
    assert papers.draft(ACTOR, YEAR, plan).startswith(b"%PDF")
    assert _printed(office, 1) == [("打印公示文书", "2025 年度公示书第 1 版，张贴前")]
    office.post(posted)
    office.take_down(moment("2026-02-10 10:00"))
    office.hang_again(moment("2026-02-10 11:00"))
    papers.correct_slip(ACTOR, YEAR, "place", "二楼大厅", "笔误")
    entries = office.desk.journal.head().entries
    papers.preview_notice(ACTOR, YEAR, 1)
    papers.preview_record(ACTOR, YEAR, 1)
    papers.preview_note(ACTOR, YEAR, 1, 1)
    assert office.desk.journal.head().entries == entries
    papers.notice(ACTOR, YEAR, 1)
    papers.record(ACTOR, YEAR, 1)
    papers.note(ACTOR, YEAR, 1, 1)
    papers.note(ACTOR, YEAR, 1, 2)
    assert _printed(office, 4) == [
        ("打印公示文书", "2025 年度公示书第 1 版"),
        ("打印公示文书", "2025 年度公示书第 1 版的张贴记录"),
        ("打印公示文书", "2025 年度公示书第 1 版的补充公告第 1 号"),
        ("打印公示文书", "2025 年度公示书第 1 版的更正说明第 2 号"),
    ]
    told = office.desk.journal.printed_heads()[-4:]
    assert [each.head for each in told] == [entries, entries + 1, entries + 2, entries + 3]


def _printed(office: Publishing, count: int) -> list[tuple[str, str]]:
    """The newest entries in words, the oldest of them first."""
    return [(act_name(row.verb), act_object(row)) for row in reversed(office.desk.journal.rows(count))]


@pytest.mark.parametrize("typed", ["00:00", "03:00", "11:59", "24:01", "25:00"])
def test_a_cut_off_at_which_no_working_day_ends_is_refused(office: Publishing, typed: str) -> None:
    said = office.refused(lambda: office.post(moment("2026-01-12 09:10"), cut_off=typed))
    assert said == (
        f"截止时刻不能是“{typed}”。请写成 12:00 至 24:00 之间的时和分，如 17:30；不印时刻的写 24:00。"
    )  # fmt: skip


@pytest.mark.parametrize("typed", ["12:00", "23:59", "24:00"])
def test_a_cut_off_between_noon_and_midnight_is_taken(office: Publishing, typed: str) -> None:
    view = office.post(moment("2026-01-12 09:10"), cut_off=typed)
    assert view.current is not None
    assert view.current.window.cut_off == typed


def test_a_notice_names_the_day_of_the_meeting_that_approved_it_and_no_other(office: Publishing) -> None:
    said = office.refused(lambda: office.post(moment("2026-01-12 09:10"), approved=day("2030-01-01")))
    assert said == (
        "公示书写明的审议日期只能是审议通过这份名册的会议的日期 2025-12-29（周一），不能是 2030-01-01（周二）。"
        "请留空，由系统填写。"
    )
    view = office.post(moment("2026-01-12 09:10"), approved=day("2025-12-29"))
    assert view.current is not None
    assert view.current.held.notice.approved == day("2025-12-29")


@pytest.mark.parametrize("shown", ["scores", "ranks"])
def test_who_read_a_score_that_is_no_longer_true_is_published_again_though_scores_are_shown_no_more(
    office: Publishing, shown: str
) -> None:
    office.post(moment("2026-01-12 09:10"), **{shown: True})
    office.close(moment("2026-01-19 17:30"))
    office.desk.publication.publish_again(ACTOR, YEAR, "复核变更段丽的得分", OTHER)
    office.approve(*PEOPLE, scored={"J003": (8000, 9)})
    assert office.view.affected == ("J003",)
    view = office.post(moment("2026-01-20 09:10"))
    assert view.current is not None
    assert [line.name for line in view.current.held.notice.lines] == ["段丽"]


def test_a_score_that_nobody_read_affects_nobody(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"))
    office.close(moment("2026-01-19 17:30"))
    office.desk.publication.publish_again(ACTOR, YEAR, "复核变更段丽的得分", OTHER)
    office.approve(*PEOPLE, scored={"J003": (8000, 9)})
    assert office.view.affected == ()
