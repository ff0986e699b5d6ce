"""工作台 shows the process of a year at a glance: its stages, the moves between them, what the next step lacks."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from committee_desk.domain.course import Move
from committee_desk.services.changes import Change, Topic
from committee_desk.services.course_views import YearDates
from committee_desk.ui.home.owed_line import OwedLine
from committee_desk.ui.home.timeline import Bar, bars_of
from committee_desk.ui.main_window import MainWindow
from tests.services.closing_years import ClosingOffice, closing_office
from tests.services.posted_notices import at

Settled = Callable[[MainWindow], None]


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path) -> ClosingOffice:
    """The sample office with its year over."""
    return closing_office(tmp_path / "考评.desk", template_sample_desk)


@pytest.fixture
def home(window: MainWindow, office: ClosingOffice, settled: Settled) -> Callable[[], Any]:
    """工作台 as it stands now."""

    def shown() -> Any:
        if window.frame is None:
            window.show_desk(office.desk, "desk")
            window.show()
        else:
            window.place.changes.announce(Change.of(*Topic))
        settled(window)
        assert window.frame is not None
        page = window.frame.lead_to("desk")
        settled(window)
        return page

    return shown


def read(page: Any) -> str:
    """What a screen reader reads of the process."""
    text: str = page.course.strip.accessibleDescription()
    return text


def test_it_shows_how_far_the_year_is_and_the_way_on_and_back(home: Callable[[], Any], office: ClosingOffice) -> None:
    assert read(home()) == "现在：计分中。下一步：提出等次建议。可退回：无"
    office.move(Move.PROPOSE)
    page = home()
    assert page.course.isVisible()
    assert read(page) == "现在：等次建议已提出。下一步：审议通过等次。可退回：撤回等次建议"
    office.move(Move.APPROVE, Move.POST, Move.CLOSE)
    page = home()
    assert read(page) == "现在：公示已截止。下一步：归档。可退回：退回重新公示"
    assert "1月18日 周敏、王芳" in list(page.course.strip.texts())


def test_what_the_next_step_lacks_stands_under_it_and_leads_to_its_page_by_keys(
    home: Callable[[], Any], office: ClosingOffice, qtbot: QtBot
) -> None:
    office.move(Move.PROPOSE)
    page = home()
    line, vote = page.course.findChildren(OwedLine)
    assert vote.text().startswith("等次建议第 1 版还没有经考评委员会表决通过")
    assert line.text() == "袁华娜排名在后，还没有业务能力评审意见，不能定等次：先评审，后定等次。请先登记评审意见。"
    assert "由政工部门办理" in line.accessibleName()
    led: list[tuple[str, object]] = []
    page.go.disconnect()
    page.go.connect(lambda to, owed: led.append((to, owed)))
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Space)
    assert [to for to, _ in led] == ["grading"]
    office.review_the_last()
    office.meet()
    assert not [each for each in home().course.findChildren(OwedLine) if each.isVisible()]


def test_while_a_year_runs_there_is_no_process_to_show(home: Callable[[], Any], office: ClosingOffice) -> None:
    office.clock.now = at(11).replace(year=2026)
    assert not home().course.isVisible()


def test_the_next_deadline_stands_in_the_top_bar_in_working_days(
    home: Callable[[], Any], office: ClosingOffice, window: MainWindow, qtbot: QtBot
) -> None:
    office.clock.now = at(3, month=2)
    office.move(Move.PROPOSE, Move.APPROVE, Move.POST)
    office.clock.now = at(15, month=2)
    home()
    assert window.frame is not None
    top = window.frame.top
    qtbot.waitUntil(lambda: bool(top.deadline.text()))
    assert (top.deadline.text(), top.left.text()) == ("公示截止 2月17日（周三）17:30", "还有 2 个工作日")
    top.show_narrow(narrow=True)
    assert (top.deadline.text(), top.deadline.isVisibleTo(top)) == ("公示截止 2月17日", True)
    top.show_narrow(narrow=False)
    office.clock.now = at(17, month=2)
    home()
    qtbot.waitUntil(lambda: top.left.text() == "今天 17:30 截止")
    office.clock.now = at(17, 17, 30, month=2)
    home()
    qtbot.waitUntil(lambda: top.deadline.text() == "没有正在计算的法定期限")
    office.clock.now = at(1, month=2)
    home()
    assert (top.deadline.text(), top.left.text()) == ("电脑时间早于日志最新记录", "请校正电脑时间")
    office.clock.now = at(17, month=2)


def test_a_day_of_duty_at_the_counter_hides_no_deadline(
    home: Callable[[], Any], office: ClosingOffice, window: MainWindow, qtbot: QtBot
) -> None:
    office.clock.now = at(3, month=2)
    office.move(Move.PROPOSE, Move.APPROVE, Move.POST)  # 14 February is a Sunday on which people work
    office.clock.now = at(12, month=2)
    page = home()
    assert window.frame is not None
    top = window.frame.top
    qtbot.waitUntil(lambda: bool(top.deadline.text()))
    assert top.deadline.text() == "公示截止 2月17日（周三）17:30"
    told = [each.accessibleName() for each in page.findChildren(OwedLine) if each.isVisible()]
    assert any("2027-02-14（周日）调休上班，值班受理异议" in each for each in told), told
    office.clock.now = at(14, 18, 0, month=2)
    home()
    qtbot.waitUntil(lambda: top.left.text() == "还有 3 个工作日")
    assert top.deadline.text() == "公示截止 2月17日（周三）17:30"


def said(page: Any) -> str:
    return "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page))


def test_without_a_deadline_the_top_bar_says_so_and_a_clock_set_back_stands_there_and_on_the_desk(
    home: Callable[[], Any], office: ClosingOffice, window: MainWindow, qtbot: QtBot
) -> None:
    page = home()
    assert window.frame is not None
    top = window.frame.top
    qtbot.waitUntil(lambda: bool(top.deadline.text()))
    assert (top.deadline.text(), top.left.text()) == ("没有正在计算的法定期限", "")
    assert "电脑时间" not in said(page)
    now = office.clock.now
    office.clock.now = at(1).replace(year=2026)
    page = home()
    qtbot.waitUntil(lambda: bool(top.left.text()))
    assert (top.deadline.text(), top.left.text()) == ("电脑时间早于日志最新记录", "请校正电脑时间")
    assert "电脑时间早于日志最新记录" in said(page)
    assert "下面不推算还剩几天" in said(page)
    assert "今天" not in page.timeline.accessibleDescription()
    office.clock.now = now
    assert "电脑时间" not in said(home())


def test_the_line_of_the_year_shows_a_window_on_its_own_days() -> None:
    day = date(2027, 2, 3)
    bars = {each.title: each for each in bars_of(2026, {}, (), YearDates(day, day, day, date(2027, 2, 17)))}
    assert bars["公示"] == Bar(2, "公示", day, date(2027, 2, 17), real=True)
    assert bars["异议与复核"].since == date(2027, 2, 18)
    assert (bars["审议"].since, bars["审议"].real) == (day, True)


def test_the_line_of_the_year_shows_the_decision_and_the_last_notice_on_their_own_days() -> None:
    decided, known = date(2027, 4, 6), date(2027, 4, 9)
    dates = YearDates(date(2027, 2, 3), date(2027, 2, 3), decided=decided, known=known)
    bars = {each.title: each for each in bars_of(2026, {}, (), dates)}
    assert bars["决定与送达"] == Bar(3, "决定与送达", decided, known, real=True)
    assert bars["结果运用、归档"].since == date(2027, 4, 10)
    assert not bars["结果运用、归档"].real


def test_steps_that_came_early_do_not_lie_over_each_other() -> None:
    day = date(2027, 1, 11)
    bars = [each for each in bars_of(2026, {}, (), YearDates(day, day)) if each.row == 1]
    assert all(before.until < after.since for before, after in pairwise(bars))
    assert all(each.since <= each.until for each in bars)
