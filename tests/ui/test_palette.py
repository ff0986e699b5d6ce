"""Ctrl+K finds every act of every page, by words, parts of words and pinyin, and goes to the page first."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.settings import MONTHS_GRADED, ON
from committee_desk.ui.ballots.opinion_form import OpinionDialog
from committee_desk.ui.ballots.report_form import ReportDialog
from committee_desk.ui.frame.acts import entries, page_acts
from committee_desk.ui.frame.palette import matching
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.months.quarter import QuarterDialog
from committee_desk.ui.page_list import PLACES
from committee_desk.ui.ranking.page import RankingPage
from tests.ui.answering import Answers

Settled = Callable[[MainWindow], None]


def found(window: MainWindow, text: str) -> list[str]:
    """The titles that the palette offers for this."""
    assert window.frame is not None
    return [each.title for each in matching(window.finding.entries(window.frame), text)]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("导出", "导出汇总排名"),
        ("排名", "导出汇总排名"),
        ("dchz", "导出汇总排名"),
        ("daoru", "导入工作簿"),
        ("日历", "日历"),
        ("rl", "日历"),
        ("深色", "外观：深色"),
        ("打印", "打印…"),
        ("dy", "打印…"),
        ("xjtz", "新建台账…"),
        ("打开", "打开台账…"),
        ("受理", "受理异议"),
        ("不予受理", "不予受理异议"),
        ("撤回异议", "撤回异议"),
        ("更正登记", "异议更正登记"),
        ("告知", "登记已告知被异议人"),
        ("回执", "打印异议回执"),
        ("得分说明", "打印异议人的个人得分说明"),
    ],
)
def test_an_act_is_found_from_any_page_by_part_of_its_words_or_pinyin(
    sample_window: MainWindow, typed: str, title: str
) -> None:
    assert title in found(sample_window, typed)


def test_every_act_that_the_palette_names_is_a_command_of_its_page(sample_window: MainWindow, settled: Settled) -> None:
    assert sample_window.frame is not None
    for act in page_acts():
        page = sample_window.frame.pages.page(act.page)
        assert act.title in {each.title for each in page.commands()}


def test_every_command_of_every_page_is_in_the_palette_on_every_other(
    sample_window: MainWindow, settled: Settled
) -> None:
    frame = sample_window.frame
    assert frame is not None
    offered = {each.title for each in entries(frame)}
    for place in PLACES:
        if place.page:
            assert {each.title for each in frame.pages.page(place.id).commands()} <= offered


def test_an_act_of_another_page_goes_there_and_is_done_once_the_page_is_read(
    sample_window: MainWindow, qtbot: QtBot, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = sample_window.frame
    assert frame is not None
    done: list[bool] = []
    monkeypatch.setattr(RankingPage, "export", lambda page: done.append(page._shown is not None))
    next(each for each in entries(frame) if each.title == "导出汇总排名").run()
    qtbot.waitUntil(lambda: done == [True])
    assert frame.pages.current is not None
    assert frame.pages.current.page_id == "ranking"


def test_letters_that_are_no_initials_of_a_page_do_not_find_it(sample_window: MainWindow) -> None:
    assert "工作台" in " ".join(found(sample_window, "gzt"))
    assert not [title for title in found(sample_window, "zs") if "工作台" in title]


@pytest.mark.parametrize(
    ("title", "dialog"),
    [("登记述职", ReportDialog), ("登记外部意见", OpinionDialog), ("平时考核等次…", QuarterDialog)],
)
def test_a_form_of_another_page_opens_from_anywhere(
    sample_window: MainWindow,
    sample_desk: Desk,
    settled: Settled,
    answers: Callable[..., Answers],
    actor: Actor,
    qtbot: QtBot,
    title: str,
    dialog: type[QDialog],
) -> None:
    frame = sample_window.frame
    assert frame is not None
    sample_desk.settings.put(actor, MONTHS_GRADED, ON, "本院办法")
    frame.lead_to("people")
    settled(sample_window)
    opened: list[type] = []

    def look(shown: QDialog) -> None:
        opened.append(type(shown))
        shown.reject()

    answers(look)
    next(each for each in entries(frame) if each.title == title).run()
    qtbot.waitUntil(lambda: opened == [dialog])


def test_grades_of_a_quarter_that_the_office_does_not_give_are_said_to_be_off(
    sample_window: MainWindow, settled: Settled, qtbot: QtBot
) -> None:
    frame = sample_window.frame
    assert frame is not None
    said: list[str] = []
    sample_window.place.said.connect(said.append)
    next(each for each in entries(frame) if each.title == "平时考核等次…").run()
    qtbot.waitUntil(lambda: any("没有启用" in each for each in said))
