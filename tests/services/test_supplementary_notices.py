"""Supplementary notices (补充公告): which places and which changed days of the calendar they say took days away."""

from datetime import date

import pypdfium2
import pytest

from committee_desk.domain.calendar import DayKind
from committee_desk.domain.publication import StepWhy
from committee_desk.services.publication_views import ChangedDay, DownAt, NoteKind, NoteRow, Supplement
from committee_desk.storage.work import SqlWork
from tests.services.publishing_hands import ACTOR, BOARD, LOBBY, YEAR, Publishing, day, moment

HALL = "三楼会议室门口"
INVENTED = "试验用放假安排，非国务院通知"
HOLIDAY = date(2026, 1, 15)


def test_a_supplementary_notice_names_every_place_that_cost_a_day_and_none_that_was_told_of_before(
    office: Publishing,
) -> None:
    office.post(moment("2026-01-12 09:10"), BOARD, LOBBY, HALL)
    office.take_down(moment("2026-01-13 10:00"), LOBBY, "墙面维修")
    office.take_down(moment("2026-01-14 11:00"), BOARD)
    office.hang_again(moment("2026-01-14 15:00"), LOBBY)
    view = office.hang_again(moment("2026-01-15 09:00"), BOARD)
    office.take_down(moment("2026-01-20 15:00"), HALL, "布置会场")
    office.take_down(moment("2026-01-23 17:40"), BOARD, "周末检修")
    office.hang_again(moment("2026-01-25 16:00"), BOARD)
    later = office.hang_again(moment("2026-01-26 09:00"), HALL)
    assert view.current is not None
    assert later.current is not None
    first, second = (note.content for note in later.current.notes)
    assert isinstance(first, Supplement)
    assert isinstance(second, Supplement)
    assert first == view.current.notes[0].content
    assert first.down == (DownAt(BOARD, "风吹落"), DownAt(LOBBY, "墙面维修"))
    assert second.down == (DownAt(HALL, "布置会场"),)


@pytest.mark.parametrize("when", ["before", "while"])
def test_a_calendar_that_changed_before_the_notice_hung_again_is_announced_beside_the_place(
    office: Publishing, when: str
) -> None:
    office.post(moment("2026-01-12 09:10"), BOARD, LOBBY)
    if when == "before":
        office.desk.calendar.set_day(ACTOR, day("2026-01-15"), DayKind.OFF, "追加放假", INVENTED)
    office.take_down(moment("2026-01-13 11:00"), LOBBY)
    if when == "while":
        office.desk.calendar.set_day(ACTOR, day("2026-01-15"), DayKind.OFF, "追加放假", INVENTED)
        said = office.refused(lambda: office.desk.publication.recount_calendar(ACTOR, YEAR))
        assert "尚未重新张贴" in said
    office.hang_again(moment("2026-01-13 12:00"), LOBBY)
    assert office.days == ("01-14", "01-16", "01-19", "01-20", "01-21")
    assert _told(office) == [(StepWhy.TAKEN_DOWN, (DownAt(LOBBY, "风吹落"),), (ChangedDay(HOLIDAY, False, INVENTED),))]
    assert f"同时，因放假安排变动（1月15日改为放假，{INVENTED}），公示时间一并重新计算。" in _printed_note(office)
    record = "".join(_text_of(office.desk.publication.preview_record(ACTOR, YEAR, 1)).split())
    assert "第2次计算（提前撤下，顺延，并因放假安排变动）" in record


def test_a_calendar_that_changed_afterwards_is_announced_alone(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"), BOARD, LOBBY)
    office.take_down(moment("2026-01-13 11:00"), LOBBY)
    office.hang_again(moment("2026-01-13 12:00"), LOBBY)
    office.desk.calendar.set_day(ACTOR, HOLIDAY, DayKind.OFF, "追加放假", INVENTED)
    office.desk.publication.recount_calendar(ACTOR, YEAR)
    first, second = _told(office)
    assert first == (StepWhy.TAKEN_DOWN, (DownAt(LOBBY, "风吹落"),), ())
    assert second == (StepWhy.RECOUNTED, (), (ChangedDay(HOLIDAY, False, INVENTED),))
    assert f"因放假安排变动（1月15日改为放假，{INVENTED}）重新计算。" in _printed_note(office, 2)


def test_a_calendar_that_changed_is_announced_where_the_office_gives_more_days(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"))
    office.desk.calendar.set_day(ACTOR, HOLIDAY, DayKind.OFF, "追加放假", INVENTED)
    office.desk.publication.lengthen(ACTOR, YEAR, 6, "人多")
    assert _told(office) == [(StepWhy.LENGTHENED, (), (ChangedDay(HOLIDAY, False, INVENTED),))]
    assert "延长，理由：人多。同时，因放假安排变动（1月15日改为放假，" in _printed_note(office)


def test_a_place_that_cost_no_day_is_not_named_for_the_days_that_the_calendar_took(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"), BOARD, LOBBY)
    office.desk.calendar.set_day(ACTOR, HOLIDAY, DayKind.OFF, "追加放假", INVENTED)
    office.take_down(moment("2026-01-16 18:00"), LOBBY)
    office.hang_again(moment("2026-01-17 10:00"), LOBBY)
    assert office.days == ("01-13", "01-14", "01-16", "01-19", "01-20")
    assert _told(office) == [(StepWhy.RECOUNTED, (), (ChangedDay(HOLIDAY, False, INVENTED),))]


def test_a_holiday_that_the_calendar_made_beyond_the_old_end_is_announced_too(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"))
    office.desk.calendar.set_day(ACTOR, day("2026-01-20"), DayKind.OFF, "追加放假", INVENTED)
    assert office.view.owed == ()
    office.take_down(moment("2026-01-13 11:00"))
    office.hang_again(moment("2026-01-13 12:00"))
    ((why, down, calendar),) = _told(office)
    assert (why, down) == (StepWhy.TAKEN_DOWN, (DownAt(BOARD, "风吹落"),))
    assert calendar == (ChangedDay(day("2026-01-20"), False, INVENTED),)


def test_a_supplementary_notice_of_an_earlier_release_names_its_place_and_reason_as_before(office: Publishing) -> None:
    office.post(moment("2026-01-12 09:10"))
    kept: dict[str, object] = {
        "why": "taken_down", "reason": "风吹落", "before": "2026-01-19", "counted": ["2026-01-13", "2026-01-20"],
        "cut_off": "17:30", "place": BOARD,
    }  # fmt: skip
    with SqlWork(office.path, None, office.clock).writing() as uow:
        entry = uow.journal.append(ACTOR, "publication.post_again", str(YEAR), {})
        note = NoteRow(1, NoteKind.SUPPLEMENT, kept, day("2026-01-16"))  # type: ignore[arg-type]
        uow.publication.put_note(entry, YEAR, 1, note)
        uow.commit()
    drawn = office.desk.publication.preview_note(ACTOR, YEAR, 1, 1)
    assert f"因“{BOARD}”一度撤下（风吹落），" in "".join(_text_of(drawn).split())


def _told(office: Publishing) -> list[tuple[StepWhy, tuple[DownAt, ...], tuple[ChangedDay, ...]]]:
    """Why each supplementary notice says that the window ends later."""
    current = office.view.current
    assert current is not None
    assert office.view.owed == ()
    contents = [note.content for note in current.notes]
    return [(told.why, told.down, told.calendar) for told in contents if isinstance(told, Supplement)]


def _printed_note(office: Publishing, number: int = 1) -> str:
    return "".join(_text_of(office.desk.publication.preview_note(ACTOR, YEAR, 1, number)).split())


def _text_of(drawn: bytes) -> str:
    """What stands on a paper's pages."""
    return "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(drawn))
