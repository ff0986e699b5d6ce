"""The window in English: nothing of the program's own is cut at 1366×768, and none of it is Chinese."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.exceptions import TimeoutError as NeverSo
from pytestqt.qtbot import QtBot

from committee_desk.services.desk import Desk
from committee_desk.ui.common.table_cells import room_for_all
from committee_desk.ui.common.table_head import ColumnHead
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import metrics
from committee_desk.ui.home.timeline import Timeline
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.ranking.detail import ScoreView
from committee_desk.ui.ranking.nodes import Node

Settled = Callable[[MainWindow], None]
CHINESE = re.compile(r"[\u4e00-\u9fff]+")
ARROW = 36
PATH = re.compile(r"/\S+(?: 自动备份)?")  # the folder of copies is named in one language, since its files are read back
PAGES = [
    ("desk", None),
    ("people", "J001"),
    ("ballots", None),
    ("cases", None),
    ("ranking", "J017"),
    ("grading", "J017"),
    ("print", None),
    ("system", None),
]


@pytest.fixture
def english(
    speak: Callable[[str], None], request: pytest.FixtureRequest, settled: Settled
) -> Callable[[str, object], MainWindow]:
    """Leads the English window to a page."""
    speak("en")
    window: MainWindow = request.getfixturevalue("sample_window")
    window.showNormal()
    window.resize(1366, 768)

    def lead(page: str, key: object) -> MainWindow:
        assert window.frame is not None
        window.frame.lead_to(page, key)
        settled(window)
        return window

    return lead


def _visible(window: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    for each in window.findChildren(kind):
        if each.isVisible() and each.width() > 0:
            yield each


def _tab_by_tab(window: MainWindow, settled: Settled) -> Iterator[None]:
    """Once for each tab of the page, or once where it has none."""
    tabs = [each for each in window.findChildren(QTabWidget) if each.isVisible()]
    for at in range(tabs[0].count() if tabs else 1):
        if tabs:
            tabs[0].setCurrentIndex(at)
            settled(window)
        yield


def _cut(window: MainWindow) -> Iterator[str]:
    """What is narrower than its words."""
    for each in _visible(window, QWidget):
        words, room = _words_and_room(each)
        if words and not CHINESE.search(words) and room > each.width() + 1:
            yield f"{type(each).__name__} {words}"


def _words_and_room(widget: QWidget) -> tuple[str, int]:
    """One line that the widget shows, and how much room it needs."""
    measure = widget.fontMetrics().horizontalAdvance
    if isinstance(widget, QLabel) and not widget.wordWrap():
        return widget.text(), measure(widget.text())
    if isinstance(widget, QPushButton):
        return widget.text(), widget.sizeHint().width()
    if isinstance(widget, QComboBox):
        return widget.currentText(), measure(widget.currentText()) + ARROW
    if isinstance(widget, QTabBar):
        return "tabs", widget.sizeHint().width()
    if isinstance(widget, QLineEdit):
        return widget.placeholderText(), measure(widget.placeholderText())
    return "", 0


def _cut_in_tables(window: MainWindow) -> Iterator[str]:
    for table in window.findChildren(ListTable):
        if not table.isVisible():
            continue
        for at, column in enumerate(table.rows.spec.columns):
            if table.isColumnHidden(at):
                continue
            if table.columnWidth(at) < ColumnHead.room_for(column.heading):
                yield f"heading {column.heading}"
            if column.fits and table.columnWidth(at) < room_for_all(column, table.shown):
                yield f"words of {column.heading}"
        if table.horizontalScrollBar().maximum() > 0:
            yield f"{table.accessibleName()} is {table.horizontalScrollBar().maximum()} too wide"


@pytest.mark.parametrize(("page", "key"), PAGES)
def test_nothing_of_the_program_s_own_is_cut(
    english: Callable[[str, object], MainWindow], page: str, key: object, settled: Settled, qtbot: QtBot
) -> None:
    window = english(page, key)
    for _ in _tab_by_tab(window, settled):
        with suppress(NeverSo):
            qtbot.waitUntil(lambda: not [*_cut(window), *_cut_in_tables(window)], timeout=2000)
        assert [*_cut(window), *_cut_in_tables(window)] == []


def test_every_step_of_the_timeline_is_named_whole(english: Callable[[str, object], MainWindow]) -> None:
    window = english("desk", None)
    line = window.findChild(Timeline)
    assert line is not None
    rooms = [line.room_of(bar) for bar in line.bars]
    assert rooms
    for bar, room in zip(line.bars, rooms, strict=True):
        assert metrics(12).horizontalAdvance(bar.title) <= room.width(), bar.title
    assert not any(a.intersects(b) for a in rooms for b in rooms if a is not b)


def _office_s_own(desk: Desk) -> list[str]:
    """Names, departments, ranks, documents: what the office wrote itself, longest first."""
    words = {desk.identity().office, *(row.actor for row in desk.journal.rows(100))}
    words |= set(desk.settings.all().values())
    for person in desk.people.roster(2026):
        words |= {person.name, person.department, person.rank, person.post}
        card = desk.people.card(person.code, 2026)
        for stay in card.stays:
            words |= {stay.fact.department, stay.fact.post or "", stay.fact.rank or ""}
        words |= {each.fact.document for each in card.sanctions} | {each.fact.note or "" for each in card.sanctions}
    for case in desk.cases.rows(2026):
        words |= {case.number, case.number.split("〕")[-1], case.title, case.department}
    for told in desk.scores.explanations(2026):
        for given in (one for indicator in told.indicators for one in indicator.inputs):
            words |= {str(given.facts[each]) for each in ("reason", "voucher", "rater") if given.facts.get(each)}
    words |= {day.document for day in desk.calendar.days(2026)}
    words |= {record.workbook for record in desk.imports.history()} | {
        record.sheet for record in desk.imports.history()
    }
    return sorted(filter(None, words), key=len, reverse=True)


def _said(widget: QObject) -> Iterator[str]:
    """Everything that a widget shows or says."""
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    if isinstance(widget, ListTable):
        yield from (column.heading for column in widget.rows.spec.columns)
        yield from (column.text(row) for row in widget.shown for column in widget.rows.spec.columns)
    if isinstance(widget, ScoreView):
        yield from _words_below(widget.tree.node(widget.rootIndex()))
    if isinstance(widget, QWidget):
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())


def _words_below(node: Node) -> Iterator[str]:
    yield from (node.text, node.more, node.figure, node.absent)
    for child in node.children:
        yield from _words_below(child)


@pytest.mark.parametrize(("page", "key"), PAGES)
def test_nothing_of_the_program_s_own_is_chinese(
    english: Callable[[str, object], MainWindow], page: str, key: object, sample_desk: Desk, settled: Settled
) -> None:
    window = english(page, key)
    own = re.compile("|".join(map(re.escape, _office_s_own(sample_desk))))
    found = set()
    for _ in _tab_by_tab(window, settled):
        shown = [each for each in window.findChildren(QWidget) if each.isVisible()]
        found |= {
            text for each in shown for text in _said(each) if text and CHINESE.search(own.sub("", PATH.sub("", text)))
        }
    assert found == set()


def test_a_narrow_button_of_the_window_is_found(english: Callable[[str, object], MainWindow]) -> None:
    window = english("desk", None)
    button = next(each for each in _visible(window, QPushButton) if isinstance(each, QPushButton) and each.text())
    button.setFixedWidth(20)
    assert any(each.startswith("QPushButton") for each in _cut(window))


def test_the_journal_s_fields_show_their_hints_whole_and_its_headings_begin_large(
    english: Callable[[str, object], MainWindow],
) -> None:
    window = english("system", "journal")
    page = window.frame.pages.current
    filters = [each for each in page.journal.findChildren(QLineEdit) if each.isVisible() and each.placeholderText()]
    assert filters
    for each in filters:
        assert metrics(14).horizontalAdvance(each.placeholderText()) + ARROW / 2 <= each.width()
    headings = [str(column.heading) for column in page.journal.table.rows.spec.columns]
    assert "Subject" in headings
    assert all(each[:1].isupper() for each in headings)
