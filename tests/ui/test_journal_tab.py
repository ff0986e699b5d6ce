"""日志: found by person, subject, day, actor and text; one entry whole; a long journal; a wrong clock overruled."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from committee_desk.domain.journal import groups
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.system.journal_tab import AT_ONCE, JournalTab
from committee_desk.ui.system.page import SystemPage
from tests.conftest import NOW
from tests.ui.answering import Answers, type_into, typed

Settled = Callable[[MainWindow], None]
System = Callable[[str], SystemPage]
CUT_OFF = "publication.cut_off"


@pytest.fixture
def journal(system: System, sample_desk: Desk) -> JournalTab:
    sample_desk.settings.put(Actor("吴静"), CUT_OFF, "18:00", "按新办法")
    return system("journal").journal


def shown(tab: JournalTab) -> list[int]:
    return [row.seq for row in tab.table.shown]


def waited(qtbot: QtBot, tab: JournalTab, wanted: Callable[[], bool]) -> None:
    qtbot.waitUntil(wanted)
    assert shown(tab)


def test_text_is_looked_for_in_the_whole_entry(qtbot: QtBot, journal: JournalTab, sample_desk: Desk) -> None:
    journal.filters.text.setFocus()
    type_into(qtbot, journal.filters.text, "按新办法")
    waited(qtbot, journal, lambda: shown(journal) == [sample_desk.journal.head().entries])


def test_an_actor_and_a_subject_are_picked_from_those_there_are(qtbot: QtBot, journal: JournalTab) -> None:
    journal.filters.actors.setFocus()
    while journal.filters.actors.currentText() != "吴静":
        qtbot.keyClick(journal.filters.actors, Qt.Key.Key_Down)
    waited(qtbot, journal, lambda: {row.actor for row in journal.table.shown} == {"吴静"})
    journal.filters.lift()
    journal.filters.subjects.setCurrentText("评查")
    waited(qtbot, journal, lambda: {row.subject for row in journal.table.shown} == {"reviews"})


def test_days_limit_from_both_sides(qtbot: QtBot, journal: JournalTab) -> None:
    everything = shown(journal)
    qtbot.keyClicks(journal.filters.first, "2027-01-12")
    qtbot.waitUntil(lambda: not shown(journal))
    journal.filters.first.clear()
    qtbot.keyClicks(journal.filters.last, "2027-1-11")
    waited(qtbot, journal, lambda: shown(journal) == everything)


def test_a_person_is_named_by_name_or_code(qtbot: QtBot, journal: JournalTab, sample_desk: Desk) -> None:
    name = next(row.name for row in sample_desk.people.roster(2026) if row.code == "J013")
    everything = shown(journal)
    qtbot.keyClicks(journal.filters.person, "J013")
    waited(qtbot, journal, lambda: shown(journal) != everything)
    by_code = shown(journal)
    journal.filters.person.clear()
    qtbot.waitUntil(lambda: shown(journal) == everything)
    type_into(qtbot, journal.filters.person, name)
    waited(qtbot, journal, lambda: shown(journal) == by_code)


def test_a_name_that_two_people_bear_is_told_with_both_codes(qtbot: QtBot, journal: JournalTab) -> None:
    everything = shown(journal)
    type_into(qtbot, journal.filters.person, "朱康")
    qtbot.waitUntil(lambda: not shown(journal))
    assert journal.nothing.isVisible()
    assert journal.nothing.text() == "叫“朱康”的有 2 人：J015、J016。请写工号。"
    journal.filters.person.clear()
    waited(qtbot, journal, lambda: shown(journal) == everything)
    assert not journal.nothing.isVisible()


def test_that_nothing_is_found_is_said(qtbot: QtBot, journal: JournalTab) -> None:
    qtbot.keyClicks(journal.filters.person, "ZZZ")
    qtbot.waitUntil(lambda: not shown(journal))
    assert journal.nothing.isVisible()
    assert "没有符合条件的条目" in journal.nothing.text()


def test_an_entry_shows_old_and_new_its_reason_and_its_hash(
    qtbot: QtBot, journal: JournalTab, sample_desk: Desk
) -> None:
    newest = sample_desk.journal.rows(1)[0]
    journal.table.setFocus()
    journal.table.choose(newest.seq)
    said = [label.text() for label in journal.panel.findChildren(QLabel)]
    assert "17:30 → 18:00" in said
    assert "按新办法" in said
    assert journal.panel.what.toPlainText() == newest.what
    assert journal.panel.seal.toPlainText() == newest.rows
    assert groups(newest.hash) in journal.panel.chain.toPlainText()


def test_a_long_journal_is_read_page_by_page(
    qtbot: QtBot, journal: JournalTab, sample_desk: Desk, sample_window: MainWindow, settled: Settled
) -> None:
    for number in range(AT_ONCE):
        sample_desk.settings.put(Actor("吴静"), CUT_OFF, f"1{6 + number % 2}:00", "试")
    journal.refresh()
    settled(sample_window)
    assert len(shown(journal)) == AT_ONCE
    journal.more.setFocus()
    qtbot.keyClick(journal.more, Qt.Key.Key_Space)
    settled(sample_window)
    assert shown(journal)[-1] == 1
    assert journal.more.isHidden()


def test_an_old_entry_is_brought_into_view_whatever_is_filtered(
    qtbot: QtBot, journal: JournalTab, sample_desk: Desk, sample_window: MainWindow, settled: Settled
) -> None:
    for number in range(AT_ONCE):
        sample_desk.settings.put(Actor("吴静"), CUT_OFF, f"1{6 + number % 2}:00", "试")
    journal.filters.text.setText("试")
    journal.open_entry(3)
    qtbot.waitUntil(lambda: (row := journal.table.current()) is not None and row.seq == 3)
    assert journal.panel.code.text() == "第 3 条"


def test_a_wrong_future_entry_is_overruled_by_two_people_and_stays(
    qtbot: QtBot,
    journal: JournalTab,
    sample_desk: Desk,
    sample_window: MainWindow,
    settled: Settled,
    answers: Callable[..., Answers],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    earlier = NOW - timedelta(days=400)
    monkeypatch.setattr(sample_desk, "clock", lambda: earlier)
    monkeypatch.setattr(sample_desk.journal, "_clock", lambda: earlier)
    wrong = sample_desk.journal.head().entries
    journal.table.choose(wrong)
    assert journal.panel.overrule.isVisible()
    asked = answers(typed(qtbot, "电池没电"), typed(qtbot, "李复核"))
    journal.panel.overrule.setFocus()
    qtbot.keyClick(journal.panel.overrule, Qt.Key.Key_Space)
    assert not asked.left
    settled(sample_window)
    newest, before = sample_desk.journal.rows(2)
    assert (newest.verb, newest.subject, newest.why) == ("journal.overrule", str(wrong), "电池没电")
    assert "李复核" in (newest.authority or "")
    assert before.seq == wrong


def test_an_entry_of_the_past_offers_no_overruling(journal: JournalTab) -> None:
    journal.table.choose(1)
    assert journal.panel.overrule.isHidden()
    row = journal.table.current()
    journal.panel.show_row(row._replace(at=NOW + timedelta(days=1)))
    assert not journal.panel.overrule.isHidden()
