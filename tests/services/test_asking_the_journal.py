"""The journal asked: by person, subject, day, actor and text; heads read off paper; moments that were wrong."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.journal import AlreadyOverruled, ClockBehind, NoSuchEntry, NotAHead, NotInTheFuture, groups
from committee_desk.services.account_refusals import SecondIsFirst, SecondNeeded
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.journal_views import HeadAnswer, JournalFilter
from committee_desk.services.second import Second
from committee_desk.services.settings import CUT_OFF, ReasonMissing
from tests.conftest import NOW
from tests.imports.workbooks import CASE, GOOD, PEOPLE, read, workbook

DEAD_BATTERY = datetime(2099, 1, 1, tzinfo=NOW.tzinfo)
SECOND = Second("王芳")


def asked(desk: Desk, **wanted: object) -> list[int]:
    return [row.seq for row in desk.journal.rows(100, None, JournalFilter(**wanted))]  # type: ignore[arg-type]


# -- filters ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def office(desk: Desk, tmp_path: Path) -> Desk:
    """Entry 2: people; 3: a case of J001; 4: its review; 5: an event of J001; 6: a setting; 7: the event taken back."""
    read(desk, Kind.PEOPLE, workbook(tmp_path / "人员.xlsx", PEOPLE))
    read(desk, Kind.CASES, workbook(tmp_path / "案件.xlsx", [{**CASE, "分担比例": 1}]))
    read(desk, Kind.REVIEWS, workbook(tmp_path / "评查.xlsx", [GOOD[Kind.REVIEWS]]))
    read(desk, Kind.EVENTS, workbook(tmp_path / "加减分.xlsx", [GOOD[Kind.EVENTS]]))
    desk.settings.put(Actor("王芳"), CUT_OFF, "17:00", "冬季 100%")
    desk.imports.take_back(Actor("周敏"), 5, "误导入")
    return desk


def test_a_person_is_found_in_every_entry_that_wrote_or_ended_something_of_theirs(office: Desk) -> None:
    assert asked(office, person="J001") == [7, 5, 4, 3, 2]
    assert asked(office, person="J002") == [2]


def test_somebody_whom_nobody_recorded_is_in_no_entry(office: Desk) -> None:
    assert asked(office, person="J999") == []


def test_an_entry_is_found_by_subject_actor_and_text(office: Desk) -> None:
    assert asked(office, subject=CUT_OFF) == [6]
    assert asked(office, actor="王芳") == [6]
    assert asked(office, text="加减分.XLSX") == [7, 5]
    assert asked(office, text="误导入") == [7]


def test_signs_that_a_query_knows_stand_for_themselves(office: Desk) -> None:
    assert asked(office, text="100%") == [6]
    assert asked(office, text="1__%") == []


def test_days_are_inclusive(open_copy: Callable[[Path], Desk], template_desk: Path, actor: Actor) -> None:
    path = open_copy(template_desk).identity().path
    for days in (1, 2):
        later = open_desk(path, clock=lambda days=days: NOW + timedelta(days=days))
        later.settings.put(actor, CUT_OFF, f"17:0{days}", "试")
    desk, first = open_desk(path), NOW.date()
    assert asked(desk, day_from=first + timedelta(days=1)) == [3, 2]
    assert asked(desk, day_to=first + timedelta(days=1)) == [2, 1]
    assert asked(desk, day_from=first + timedelta(days=1), day_to=first + timedelta(days=1)) == [2]


def test_filters_narrow_one_another_and_are_read_a_page_at_a_time(office: Desk) -> None:
    assert asked(office, person="J001", actor="周敏", text="案件") == [3]
    wanted = JournalFilter(person="J001")
    first = office.journal.rows(2, None, wanted)
    assert [row.seq for row in office.journal.rows(2, first[-1].seq, wanted)] == [4, 3]


# -- printed heads ----------------------------------------------------------------------------------------------------


@pytest.fixture
def printing(sample_desk: Desk, actor: Actor, tmp_path: Path) -> Desk:
    """The sample office with one sheet printed and the ranking exported."""
    sample_desk.sheets.draw(actor, 2026, ["J001"], tmp_path / "表")
    sample_desk.scores.export(actor, 2026, tmp_path / "排名.xlsx")
    return sample_desk


def test_each_printed_head_is_the_head_before_the_printing_and_is_itself_an_entry(printing: Desk, actor: Actor) -> None:
    sheet, ranking = printing.journal.printed_heads()
    assert (sheet.paper, ranking.paper) == ("sheets.draw", "scores.export")
    for head in (sheet, ranking):
        before, printed = printing.journal.rows(2, head.entry + 1)[::-1]
        assert (head.head, head.hash) == (before.seq, before.hash)
        assert (head.entry, head.at, head.actor) == (printed.seq, NOW, actor.name)


@pytest.mark.parametrize(
    "typed",
    [
        groups,
        lambda hash_: hash_,
        lambda hash_: groups(hash_).upper().replace(" ", "-"),
        lambda hash_: "".join(chr(ord(each) + 0xFEE0) for each in hash_),
        lambda hash_: groups(hash_)[:19],
        lambda hash_: f"  {groups(hash_)}\n",
    ],
    ids=["in groups", "in one", "capitals and hyphens", "full width", "four groups", "blanks around"],
)
def test_a_head_read_off_paper_matches_however_it_is_typed(printing: Desk, typed: Callable[[str], str]) -> None:
    head = printing.journal.printed_heads()[0]
    compared = printing.journal.compare_head(head.head, typed(head.hash))
    assert (compared.answer, compared.held) == (HeadAnswer.MATCH, head.hash)


def test_another_head_does_not_match_and_an_entry_that_is_not_there_is_unknown(printing: Desk) -> None:
    head = printing.journal.printed_heads()[0]
    wrong = ("0" if head.hash[0] != "0" else "1") + head.hash[1:]
    assert printing.journal.compare_head(head.head, wrong).answer is HeadAnswer.MISMATCH
    assert printing.journal.compare_head(head.head + 1, head.hash).answer is HeadAnswer.MISMATCH
    unknown = printing.journal.compare_head(999, head.hash)
    assert (unknown.answer, unknown.held) == (HeadAnswer.UNKNOWN, None)


@pytest.mark.parametrize("typed", ["", "3f2a 90c1 7b4e", "3f2a 90c1 7b4e d51g", "3f2a" * 17])
def test_what_cannot_be_a_head_is_refused(printing: Desk, typed: str) -> None:
    with pytest.raises(NotAHead):
        printing.journal.compare_head(1, typed)


# -- the clock --------------------------------------------------------------------------------------------------------


@pytest.fixture
def ahead(open_copy: Callable[[Path], Desk], template_sample_desk: Path, actor: Actor) -> Desk:
    """The sample office, where a dead battery let the clock write an entry in 2099; now the clock is right again."""
    path = open_copy(template_sample_desk).identity().path
    wrong = open_desk(path, clock=lambda: DEAD_BATTERY)
    wrong.settings.put(actor, CUT_OFF, "17:00", "试")
    return open_desk(path, clock=lambda: NOW)


def _nothing_is_drawn(_done: int, _total: int) -> None:
    pytest.fail("paper was drawn before the clock was looked at")


def test_a_clock_behind_the_newest_entry_stops_dated_acts_and_no_others(
    ahead: Desk, actor: Actor, tmp_path: Path
) -> None:
    newest = ahead.journal.head().entries
    with pytest.raises(ClockBehind) as refused:
        ahead.sheets.draw(actor, 2026, ["J001"], tmp_path / "表", progress=_nothing_is_drawn)
    assert (refused.value.now, refused.value.newest, refused.value.entry) == (NOW, DEAD_BATTERY, newest)
    assert not (tmp_path / "表").exists() or not list((tmp_path / "表").iterdir())
    assert ahead.journal.head().entries == newest
    ahead.settings.put(actor, CUT_OFF, "16:00", "试")


def test_two_people_overrule_the_wrong_moment_and_the_desk_goes_on(ahead: Desk, actor: Actor, tmp_path: Path) -> None:
    wrong = ahead.journal.rows(1)[0]
    change = ahead.journal.overrule(actor, wrong.seq, "主板电池没电", SECOND)
    overruling, kept = ahead.journal.rows(2)
    assert kept == wrong
    assert (overruling.seq, overruling.verb, overruling.subject) == (change.entry, "journal.overrule", str(wrong.seq))
    assert (overruling.authority, overruling.why, overruling.at) == (SECOND.name, "主板电池没电", NOW)
    assert ahead.sheets.draw(actor, 2026, ["J001"], tmp_path / "表")


def test_of_two_wrong_moments_each_is_overruled(ahead: Desk, actor: Actor, tmp_path: Path) -> None:
    path, first = ahead.identity().path, ahead.journal.head().entries
    open_desk(path, clock=lambda: DEAD_BATTERY).settings.put(actor, CUT_OFF, "18:00", "试")
    ahead.journal.overrule(actor, first, "主板电池没电", SECOND)
    with pytest.raises(ClockBehind) as refused:
        ahead.sheets.draw(actor, 2026, ["J001"], tmp_path / "表")
    assert refused.value.entry == first + 1
    ahead.journal.overrule(actor, first + 1, "主板电池没电", SECOND)
    assert ahead.sheets.draw(actor, 2026, ["J001"], tmp_path / "表")


def test_a_moment_is_compared_whatever_offset_it_was_written_with(
    open_copy: Callable[[Path], Desk], template_sample_desk: Path, actor: Actor, tmp_path: Path
) -> None:
    path = open_copy(template_sample_desk).identity().path
    west = NOW.astimezone(timezone(timedelta(hours=-9)))
    open_desk(path, clock=lambda: west).settings.put(actor, CUT_OFF, "17:00", "试")
    assert open_desk(path, clock=lambda: NOW).sheets.draw(actor, 2026, ["J001"], tmp_path / "表")


def test_only_an_entry_of_the_future_is_overruled_and_only_once(ahead: Desk, actor: Actor) -> None:
    wrong = ahead.journal.head().entries
    with pytest.raises(NotInTheFuture):
        ahead.journal.overrule(actor, 1, "试", SECOND)
    with pytest.raises(NoSuchEntry):
        ahead.journal.overrule(actor, 999, "试", SECOND)
    ahead.journal.overrule(actor, wrong, "试", SECOND)
    with pytest.raises(AlreadyOverruled):
        ahead.journal.overrule(actor, wrong, "试", SECOND)


def test_overruling_needs_a_reason_and_another_person(ahead: Desk, actor: Actor) -> None:
    wrong = ahead.journal.head().entries
    with pytest.raises(ReasonMissing):
        ahead.journal.overrule(actor, wrong, " ", SECOND)
    with pytest.raises(SecondNeeded):
        ahead.journal.overrule(actor, wrong, "试", None)
    with pytest.raises(SecondIsFirst):
        ahead.journal.overrule(actor, wrong, "试", Second(actor.name))
    assert ahead.journal.head().entries == wrong
