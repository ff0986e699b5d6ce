"""公示 in the window, by keyboard: posted, taken down early, hung again, lengthened, corrected, closed, taken back."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.calendar import DayKind
from committee_desk.domain.course import Stage
from committee_desk.domain.desk_file import ReadOnly
from committee_desk.domain.publication import PublicationWindow, StepWhy, Terms, WindowStep
from committee_desk.services.publication_views import DayRole
from committee_desk.ui.common.messages import Message
from committee_desk.ui.common.paper.dialog import PaperDialog
from committee_desk.ui.common.second import SecondDialog
from committee_desk.ui.common.theme import DARK_LOOK, LIGHT_LOOK, apply_look
from committee_desk.ui.frame.palette import SearchPalette
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.publication.changing import CorrectDialog, GoingBackDialog, LengthenDialog, RecountDialog
from committee_desk.ui.publication.closing import ClosingDialog
from committee_desk.ui.publication.hanging import HangAgainDialog, PhotoDialog, TakeDownDialog
from committee_desk.ui.publication.page import PublicationPage
from committee_desk.ui.publication.posting import PostDialog
from committee_desk.wording.publications import window_in_words
from tests.services.publishing_hands import (
    ACTOR,
    BOARD,
    LOBBY,
    OTHER,
    RECEIVING,
    Publishing,
    born_office,
    day,
    moment,
    opened_office,
)
from tests.sound_desks import require_sound
from tests.ui.answering import CTRL, Answers, said, type_into

Settled = Callable[[MainWindow], None]
POSTED, CUT_OFF = moment("2026-02-09 09:10"), moment("2026-02-14 17:30")


@pytest.fixture(scope="module")
def born(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("approved") / "已审议.desk"
    born_office(path)
    return path


@pytest.fixture
def office(tmp_path: Path, born: Path) -> Iterator[Publishing]:
    """A desk whose grades are approved; when the test is over, it must be sound."""
    opened = opened_office(tmp_path / "公示.desk", born)
    yield opened
    require_sound(opened.path)


class Seen:
    """The page as a user has it before them."""

    def __init__(self, qtbot: QtBot, window: MainWindow, settled: Settled, office: Publishing) -> None:
        self.qtbot, self.window, self.settled, self.office = qtbot, window, settled, office
        window.show_desk(office.desk, "desk")
        window.show()
        settled(window)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        assert window.frame is not None
        page = window.frame.lead_to("publication")
        assert isinstance(page, PublicationPage)
        self.page = page
        self.settle()

    def settle(self) -> None:
        """Until everything is read and drawn."""
        self.qtbot.wait(200)
        self.settled(self.window)

    def at(self, text: str) -> "Seen":
        """F5 at that moment."""
        self.office.at(moment(text))
        self.page.read_again()
        self.settle()
        return self

    def do(self, name: str) -> None:
        """An act of the page, as Ctrl+K carries it out."""
        title = self.page.acts.offered()[name].title
        next(each.run for each in self.page.commands() if each.title == title)()
        self.settle()

    @property
    def words(self) -> str:
        """Everything that the page says."""
        return "\n".join(each.text() for each in self.page.findChildren(QLabel) if each.isVisible())

    def press(self, button: QWidget) -> None:
        """The button, by the space bar."""
        button.setFocus()
        self.qtbot.keyClick(button, Qt.Key.Key_Space)
        self.settle()


@pytest.fixture
def seen(qtbot: QtBot, window: MainWindow, settled: Settled, office: Publishing) -> Seen:
    return Seen(qtbot, window, settled, office)


@pytest.fixture
def hanging(qtbot: QtBot, window: MainWindow, settled: Settled, office: Publishing) -> Seen:
    """Hung on 9 February at 09:10, seen on the 11th."""
    office.post(POSTED)
    office.at(moment("2026-02-11 10:24"))
    return Seen(qtbot, window, settled, office)


def type_on(qtbot: QtBot, dialog: QWidget, *texts: str) -> None:
    """Each text where the focus is, over what stands there; Enter goes on."""
    for text in texts:
        field = dialog.focusWidget()
        if text:
            qtbot.keyClick(field, Qt.Key.Key_A, CTRL)
            type_into(qtbot, field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)


def confirm(qtbot: QtBot, dialog: QWidget) -> None:
    qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return, CTRL)


def second(qtbot: QtBot, told: list[str]) -> Callable[[QWidget], None]:
    """范伟雪 confirms; what was asked is kept."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, SecondDialog)
        told.append(said(dialog))
        type_into(qtbot, dialog.name, "范伟雪")
        confirm(qtbot, dialog)

    return act


def test_before_approval_the_page_says_what_is_missing_and_leads_there(
    qtbot: QtBot, sample_window: MainWindow, settled: Settled
) -> None:
    frame = sample_window.frame
    assert frame is not None
    page = frame.lead_to("publication")
    settled(sample_window)
    assert isinstance(page, PublicationPage)
    told = "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())
    assert "还没有可以公示的等次" in told
    assert "现在：计分中。" in told
    assert "2026 年度检察官的考核方案还没有经委员会通过" in told
    assert not page.print_button.isEnabled()
    assert page.print_button.toolTip() == "还没有张贴过公示书"
    page.focus_first()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    settled(sample_window)
    assert frame.pages.current is not None
    assert frame.pages.current.page_id == "grading"


def test_a_notice_is_posted_by_keyboard_with_its_days_and_its_paper_before_it(
    qtbot: QtBot, seen: Seen, answers: Callable[..., Answers]
) -> None:
    seen.at("2026-02-09 09:30")
    assert "等次已审议通过，可以张贴公示" in seen.words

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, PostDialog)
        confirm(qtbot, dialog)
        assert "有 6 处要改正，每一处的原因写在该项下面。" in said(dialog)
        assert "请填写受理电话。" in said(dialog)
        assert "张贴和撤下都要两个人在场" in dialog._beneath[dialog.by][0].text()
        assert dialog.focusWidget() is dialog.places.lines[0].place
        type_on(qtbot, dialog, BOARD, "09:10", "2026-照-014")
        dialog.by.first.setFocus()
        type_on(qtbot, dialog, "范伟雪", "彭强涛", "4", "17:30")
        dialog.receiving["department"].setFocus()
        type_on(qtbot, dialog, "政治部", "办公楼412室", "0000-5512", "范伟雪")
        qtbot.waitUntil(lambda: "不少于" in dialog.side.said.text() or "5" in dialog.side.said.text())
        confirm(qtbot, dialog)
        few = dialog._beneath[dialog.days][0].text()
        assert "5" in few
        assert "4" in few
        dialog.days.setFocus()
        type_on(qtbot, dialog, "5")
        expected = "2月10日、2月11日、2月12日、2月13日、2月14日，共 5 个工作日；2月14日（周六）17:30 截止\n公示 4 人"
        qtbot.waitUntil(lambda: dialog.side.said.text() == expected)
        confirm(qtbot, dialog)

    answers(act)
    seen.press(seen.page.before.post)
    view = seen.office.view
    assert view.stage is Stage.PUBLISHED
    assert view.current is not None
    assert [(row.place, row.posted, row.posted_by, row.photo) for row in view.current.postings] == [
        (BOARD, POSTED, ("范伟雪", "彭强涛"), "2026-照-014")
    ]
    assert "还有 5 个工作日" in seen.words
    assert seen.page.head.about.text() == "第 1 版，2月9日 09:10 张贴"


def test_the_window_says_which_days_count_and_why(qtbot: QtBot, hanging: Seen) -> None:
    told = hanging.words
    for line in (
        "还有 3 个工作日", "2月14日（周六，调休上班）17:30 截止", "已计 2 天，共 5 天", "2026年2月", "为什么是这 5 天",
        "张贴当日不计（参照民法典第 201 条）", "2月10—13日", "工作日，计 4 天", "周六调休上班，计第 5 天",
        "国办发明电〔2025〕7号", "2月9日 09:10，范伟雪、彭强涛",
    ):  # fmt: skip
        assert line in told
    calendar = hanging.page.window_card.calendar
    calendar.setFocus()
    heard = [calendar.accessibleDescription()]
    for key in (Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(calendar, key)
        heard.append(calendar.accessibleDescription())
    assert heard == [
        "2026-02-11（周三），工作日，计第 2 天，今天",
        "2026-02-14（周六），周六调休上班，计第 5 天，17:30 截止",
        "2026-02-15（周日），春节放假，不计",
        "2026-02-09（周一），张贴当日不计（参照民法典第 201 条）",
    ]


def test_a_notice_taken_down_a_day_early_is_longer_and_the_dates_are_read_before_and_after(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]
) -> None:
    def down(dialog: QWidget) -> None:
        assert isinstance(dialog, TakeDownDialog)
        assert dialog.focusWidget() is dialog.by.first
        type_on(qtbot, dialog, "范伟雪", "范伟雪")
        assert "最早延长到 2026-02-24（周二）17:30；没有重新张贴以前不能关闭公示。" in said(dialog)
        for typed in ("2026-02-09 09:00", "2026-02-13 16:30"):
            dialog.moment.setText(typed)
            span = "只能在 2026-02-09（周一）09:10 至 2026-02-13（周五）16:00 之间"
            qtbot.waitUntil(lambda span=span: span in dialog.foreseen.text())
        dialog.moment.setText("16:00")
        confirm(qtbot, dialog)
        assert "提前撤下的，请写明原因。" in said(dialog)
        type_on(qtbot, dialog, "墙面维修")
        confirm(qtbot, dialog)
        assert dialog._beneath[dialog.by][0].text() == "张贴和撤下都要两个人在场。请填写两个不同的姓名。"
        dialog.by.second.setFocus()
        type_on(qtbot, dialog, "彭强涛")
        confirm(qtbot, dialog)

    hanging.at("2026-02-13 16:00")
    answers(down)
    hanging.press(hanging.page.down_button)
    assert "公示期中断" in hanging.words
    assert "等待重新张贴，最早 2月24日（周二）17:30 截止" in hanging.words
    lost = [day for day in hanging.page.window_card.calendar._shown.days if day.role is DayRole.LOST]
    assert [str(each.day) for each in lost] == ["2026-02-13"]
    assert f"“{BOARD}”的公示书提前撤下了，公示期未满" in hanging.words

    def again(dialog: QWidget) -> None:
        assert isinstance(dialog, HangAgainDialog)
        assert "公示期由 2026-02-14（周六）延长到 2026-02-25（周三）17:30，并出补充公告。" in said(dialog)
        assert dialog.by.names() == ("范伟雪", "彭强涛")
        assert dialog.focusWidget() is dialog.board
        dialog.moment.setText("2026-02-13 15:00")
        qtbot.waitUntil(lambda: "张贴时间 2026-02-13（周五）15:00 不对" in dialog.foreseen.text())
        dialog.moment.setText("08:40")
        type_on(qtbot, dialog, "二楼公告栏")
        confirm(qtbot, dialog)

    hanging.at("2026-02-14 08:40")
    answers(again)
    hanging.do("hang_again")
    told = hanging.words
    assert "2月25日（周三）17:30 截止" in told
    assert f"“{BOARD}”没有贴满整天，不计" in told
    assert "补充公告 第 1 号" in told
    assert "提前撤下后重新张贴：由 2026-02-14（周六）延长到 2026-02-25（周三）" in told
    assert f"{BOARD}（改贴二楼公告栏）" in told


def test_nobody_closes_early_and_the_sentence_says_until_when(hanging: Seen, answers: Callable[..., Answers]) -> None:
    told: list[str] = []

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, Message)
        told.append(said(dialog))
        dialog.close()

    answers(act)
    hanging.do("close")
    assert "公示期到 2026-02-14（周六）17:30 才截止，现在是 2026-02-11（周三）10:24，不能提前关闭" in told[0]
    assert hanging.office.view.stage is Stage.PUBLISHED
    assert not hanging.page.close_button.isVisible()


def test_two_people_close_with_the_date_they_see(qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]) -> None:
    told: list[str] = []

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, ClosingDialog)
        assert dialog.shown.text() == "2026年2月14日　周六"
        assert "第 1 版，2月14日（周六）17:30 截止；4 人的等次，没有收到异议" in said(dialog)
        assert "以后收到的异议登记为逾期" in said(dialog)
        type_on(qtbot, dialog, "2026-03-14")
        confirm(qtbot, dialog)
        assert "填写的日期 2026-03-14（周六）与这台电脑的日期 2026-02-14（周六）不一致" in said(dialog)
        assert dialog.focusWidget() is dialog.day
        type_on(qtbot, dialog, "2026-02-14")
        confirm(qtbot, dialog)

    hanging.at("2026-02-14 17:30")
    assert "公示期已满" in hanging.words
    answers(act, second(qtbot, told))
    hanging.press(hanging.page.close_button)
    assert "关闭 2025 年度公示第 1 版，今天是 2026-02-14（周六）" in told[0]
    assert hanging.office.view.stage is Stage.CLOSED
    assert "公示已关闭" in hanging.words
    assert f"“{BOARD}”的公示书可以撤下了" in hanging.words


def test_a_clock_set_back_while_the_dialog_is_open_closes_nothing(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]
) -> None:
    hanging.at("2026-02-14 17:30")

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, ClosingDialog)
        hanging.office.clock.now = POSTED - timedelta(days=30)
        type_on(qtbot, dialog, "2026-01-10")
        confirm(qtbot, dialog)
        assert "电脑时间 2026-01-10 09:10 早于日志第 4 条的时间 2026-02-09 09:10" in said(dialog)
        assert dialog.day.text() == "2026-01-10"
        dialog.reject()

    answers(act)
    hanging.do("close")
    assert hanging.office.view.stage is Stage.PUBLISHED
    hanging.office.clock.now = CUT_OFF


def test_a_calendar_that_changed_is_said_and_counted_anew_with_a_supplementary_notice(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]
) -> None:
    hanging.office.desk.calendar.set_day(ACTOR, day("2026-02-13"), DayKind.OFF, None, "试验用放假安排，非国务院通知")
    hanging.at("2026-02-11 10:30")
    assert "放假安排有变动，公示期现应到2026-02-24（周二）届满" in hanging.words

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, RecountDialog)
        assert "到 2026-02-24（周二）届满" in said(dialog)
        assert "原来的和补充的都留存" in said(dialog)
        confirm(qtbot, dialog)

    answers(act)
    hanging.do("recount")
    assert "2月24日（周二）17:30 截止" in hanging.words
    assert "放假安排变动：由 2026-02-14（周六）延长到 2026-02-24（周二）" in hanging.words
    assert hanging.page.entries["recount"].toolTip() == "按现在的日历，公示期没有变化"


def test_a_window_is_lengthened_and_never_shortened(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]
) -> None:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, LengthenDialog)
        type_on(qtbot, dialog, "多给几日")
        dialog.days.setFocus()
        type_on(qtbot, dialog, "3")
        confirm(qtbot, dialog)
        wrong = "公示期只能延长：现为 5 个工作日，不能改为 3 个。请填写更多的天数。"
        assert dialog._beneath[dialog.days][0].text() == wrong
        type_on(qtbot, dialog, "7")
        qtbot.waitUntil(lambda: "2月25日（周三）17:30 截止" in said(dialog))
        confirm(qtbot, dialog)

    answers(act)
    hanging.do("lengthen")
    assert "本院延长：由 2026-02-14（周六）延长到 2026-02-25（周三）" in hanging.words
    assert "还有 5 个工作日" in hanging.words


def test_a_slip_is_corrected_by_a_note_and_a_grade_is_not(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]
) -> None:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, CorrectDialog)
        dialog.slip.setFocus()
        qtbot.keyClick(dialog.slip, Qt.Key.Key_End)
        qtbot.keyClick(dialog.slip, Qt.Key.Key_Up)
        assert dialog.slip.currentText() == "受理电话"
        assert "0000-5512" in said(dialog)
        dialog.after.setFocus()
        type_on(qtbot, dialog, "优秀", "笔误")
        confirm(qtbot, dialog)
        assert "不能改动“优秀”" in dialog._beneath[dialog.after][0].text()
        assert dialog.focusWidget() is dialog.after
        type_on(qtbot, dialog, "0000-5513")
        confirm(qtbot, dialog)

    answers(act)
    hanging.do("correct")
    assert "更正说明 第 1 号" in hanging.words
    assert "受理电话：“0000-5512”更正为“0000-5513”" in hanging.words


def test_a_notice_is_taken_back_by_two_and_posted_again(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]
) -> None:
    told: list[str] = []

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, GoingBackDialog)
        assert "第 1 版，4 人，2月14日（周六）17:30 截止" in said(dialog)
        confirm(qtbot, dialog)
        assert dialog._beneath[dialog.why][0].text().endswith("请填写理由。")
        type_on(qtbot, dialog, "姓名印错")
        confirm(qtbot, dialog)

    answers(act, second(qtbot, told))
    hanging.do("take_back")
    assert "撤回 2025 年度第 1 版公示，理由：姓名印错" in told[0]
    assert hanging.office.view.stage is Stage.APPROVED
    assert "这一版已撤回" in hanging.words
    assert "可以张贴新的一版公示" in hanging.words
    assert hanging.page.post_button.isVisible()


def test_after_a_closed_window_two_people_open_the_way_to_a_new_version(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]
) -> None:
    told: list[str] = []

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, GoingBackDialog)
        assert "重新计满整个公示期" in said(dialog)
        type_on(qtbot, dialog, "等次有误")
        confirm(qtbot, dialog)

    hanging.office.close(CUT_OFF)
    hanging.at("2026-02-24 09:00")
    answers(act, second(qtbot, told))
    hanging.do("publish_again")
    assert "退回 2025 年度第 1 版公示，重新公示，理由：等次有误" in told[0]
    assert hanging.office.view.stage is Stage.APPROVED
    assert "与上一版相比，公示内容没有变化" in hanging.words


def test_a_photo_is_numbered_and_kept(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers], tmp_path: Path
) -> None:
    picture = tmp_path / "张贴.png"
    assert hanging.window.grab().save(str(picture))

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, PhotoDialog)
        type_on(qtbot, dialog, "2026-照-014")
        type_into(qtbot, dialog.file.path, str(picture))
        confirm(qtbot, dialog)

    assert "补照片编号" in [each.text() for each in hanging.page.notice.findChildren(type(hanging.page.more))]
    answers(act)
    hanging.do("photo")
    current = hanging.office.view.current
    assert current is not None
    assert current.postings[0].photo == "2026-照-014"
    assert "照片 1 张" in [each.text() for each in hanging.page.notice.findChildren(type(hanging.page.more))]


@pytest.mark.parametrize("name", ["print_notice", "print_record"])
def test_papers_are_looked_at_and_kept_as_pdf(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers], tmp_path: Path, name: str
) -> None:
    path = tmp_path / "公示.pdf"

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, PaperDialog)
        qtbot.waitUntil(dialog.put.isEnabled)
        assert dialog.preview.accessibleDescription() == "共 1 页"
        looked_at.append(hanging.office.desk.journal.head().entries)
        dialog.put_into(path)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    before, looked_at = hanging.office.desk.journal.head().entries, list[int]()
    answers(act)
    hanging.do(name)
    assert path.read_bytes().startswith(b"%PDF")
    assert looked_at == [before]
    assert [row.verb for row in hanging.office.desk.journal.rows(1)] == ["publication.draw"]
    assert hanging.office.desk.journal.head().entries == before + 1


@pytest.mark.parametrize("name", ["print_notice", "print_record"])
def test_on_a_read_only_desk_papers_are_looked_at_and_do_not_leave(
    qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers], name: str
) -> None:
    told: list[str] = []

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, PaperDialog)
        qtbot.waitUntil(lambda: dialog.preview.accessibleDescription() == "共 1 页")
        assert not dialog.put.isEnabled()
        told.append(dialog.print.toolTip())
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    hanging.window.place.show_read_only(ReadOnly.DAMAGED)
    answers(act)
    hanging.do(name)
    assert told == [hanging.window.place.no_writing]
    hanging.window.place.show_read_only(None)


def test_enter_on_the_notice_looks_at_it_in_full(qtbot: QtBot, hanging: Seen, answers: Callable[..., Answers]) -> None:
    told: list[str] = []

    def act(dialog: QWidget) -> None:
        told.append(dialog.windowTitle())
        dialog.close()

    answers(act)
    picture = hanging.page.notice.picture
    qtbot.waitUntil(lambda: picture.accessibleDescription() == "共 1 页，按 Enter 放大")
    picture.setFocus()
    qtbot.keyClick(picture, Qt.Key.Key_Return)
    assert told == ["2025 年度公示书 第 1 版"]


def test_paper_stays_white_in_the_dark(qapp: QApplication, hanging: Seen) -> None:
    apply_look(qapp, DARK_LOOK)
    try:
        hanging.page.read_again()
        hanging.settle()
        picture = hanging.page.notice.picture
        hanging.qtbot.waitUntil(lambda: "共 1 页" in picture.accessibleDescription())
        drawn = picture.grab().toImage()
        box = picture._box()
        assert drawn.pixelColor(box.left() + 5, box.top() + 5).name() == "#ffffff"
        assert hanging.page.window_card.calendar.grab().toImage().pixelColor(3, 2).lightness() < 80
    finally:
        apply_look(qapp, LIGHT_LOOK)


def test_a_desk_that_is_only_read_bars_what_writes_and_says_why(hanging: Seen) -> None:
    hanging.window.place.show_read_only(ReadOnly.DAMAGED)
    why = "台账已损坏，以只读方式打开，不能写入"
    assert not hanging.page.down_button.isEnabled()
    assert hanging.page.down_button.toolTip() == why
    assert hanging.page.entries["take_back"].toolTip() == why
    assert hanging.page.print_button.isEnabled()
    hanging.window.place.show_read_only(None)
    assert hanging.page.down_button.isEnabled()


def test_objections_are_taken_from_the_desk_beside_the_notice(hanging: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    came: list[bool] = []
    monkeypatch.setattr(hanging.page.receiving, "register", lambda: came.append(True))
    hanging.page.window_card.calendar.setFocus()
    hanging.window.activateWindow()
    hanging.qtbot.waitUntil(hanging.window.isActiveWindow)
    hanging.qtbot.keyClick(hanging.page.window_card.calendar, Qt.Key.Key_J, CTRL)
    assert came == [True]
    hanging.press(hanging.page.object_button)
    assert came == [True, True]


def test_what_was_typed_of_a_notice_waits_while_its_paper_is_hung(
    qtbot: QtBot, seen: Seen, answers: Callable[..., Answers]
) -> None:
    seen.at("2026-02-09 09:00")

    def typed_and_left(dialog: QWidget) -> None:
        assert isinstance(dialog, PostDialog)
        type_on(qtbot, dialog, BOARD, "09:00")
        dialog.by.first.setFocus()
        type_on(qtbot, dialog, "范伟雪", "彭强涛", "6")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    def found_again(dialog: QWidget) -> None:
        assert isinstance(dialog, PostDialog)
        assert dialog.places.lines[0].place.text() == BOARD
        assert dialog.places.lines[0].moment.text() == "2026-02-09 09:20"
        assert (dialog.by.names(), dialog.days.text()) == (("范伟雪", "彭强涛"), "6")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(typed_and_left)
    seen.do("post")
    seen.at("2026-02-09 09:20")
    answers(found_again)
    seen.do("post")
    assert seen.office.view.stage is Stage.APPROVED


def test_a_small_screen_shows_the_cards_one_under_the_other_and_every_act_in_one_menu(hanging: Seen) -> None:
    hanging.window.resize(683, 384)
    hanging.settle()
    page = hanging.page
    assert page.window_card.geometry().bottom() < page.notice.geometry().top()
    assert page.notice.geometry().bottom() < page.receiving.geometry().top()
    assert page.head.minimumSizeHint().width() <= page.width()
    assert not page.down_button.isVisible()
    assert page.entries["take_down"].isEnabled()
    assert page.entries["print_notice"].isEnabled()


def test_an_earlier_version_is_looked_at_beside_the_one_that_hangs(qtbot: QtBot, hanging: Seen) -> None:
    hanging.office.desk.publication.take_back(ACTOR, 2025, "姓名印错", OTHER)
    hanging.office.post(moment("2026-02-24 09:10"))
    hanging.at("2026-02-24 10:00")
    assert "第 2 版，2月24日 09:10 张贴" in hanging.page.head.about.text()
    versions = hanging.page.notice.versions
    versions.setFocus()
    qtbot.keyClick(versions, Qt.Key.Key_Down)
    hanging.settle()
    assert versions.currentText() == "第 1 版"
    assert "这一版已撤回" in hanging.words
    assert "第 1 版，2月9日 09:10 张贴" in hanging.page.head.about.text()


def test_a_clock_set_back_is_said_on_the_page_and_counts_no_days(qtbot: QtBot, hanging: Seen) -> None:
    hanging.office.clock.now = POSTED - timedelta(days=2)
    hanging.page.read_again()
    hanging.settle()
    told = hanging.words
    assert "电脑时间早于日志最新记录" in told
    assert "请校正电脑时间" in told
    assert "个工作日\n" not in told
    assert "已计" not in told.replace("已计\n将计", "")
    assert "今天" not in hanging.page.window_card.calendar.accessibleDescription()
    hanging.office.clock.now = POSTED


def posting(seen: Seen, answers: Callable[..., Answers], act: Callable[[PostDialog], None]) -> None:
    """What a user sees who opens the dialog, types, and leaves it."""

    def typed(dialog: QWidget) -> None:
        assert isinstance(dialog, PostDialog)
        act(dialog)
        dialog.reject()

    answers(typed)
    seen.do("post")


def test_what_the_preview_cannot_read_it_says_and_prints_nothing(
    qtbot: QtBot, seen: Seen, answers: Callable[..., Answers]
) -> None:
    def act(dialog: PostDialog) -> None:
        for name, text in RECEIVING._asdict().items():
            dialog.receiving[name].setText(text)
        line = dialog.places.lines[0]
        line.place.setText(BOARD)
        for typed, told in (
            ("25:00", "张贴时间“25:00”读不出。"),
            ("2026-03-09 09:10", "张贴时间 2026-03-09（周一）09:10 不对"),
            ("2025-02-09 09:10", "张贴时间 2025-02-09（周日）09:10 不对"),
        ):
            line.moment.setText(typed)
            qtbot.waitUntil(lambda told=told: told in dialog.side.said.text())
            assert not dialog.side.draft.isEnabled()
        line.moment.setText("０９：１０")
        for typed in ("-1", "abc", "5.5", ""):
            dialog.days.setText("5")
            qtbot.waitUntil(lambda: "共 5 个工作日" in dialog.side.said.text())
            assert dialog.side.draft.isEnabled()
            dialog.days.setText(typed)
            qtbot.waitUntil(lambda: dialog.side.said.text() == "公示天数须是不小于 5 的整数，如 5。")
            assert not dialog.side.draft.isEnabled()
        dialog.cut_off.setText("１６：３０")
        dialog.days.setText("１０")
        expected = "2月10日—2月28日，共 10 个工作日；2月28日（周六）16:30 截止"
        qtbot.waitUntil(lambda: expected in dialog.side.said.text())

    seen.at("2026-02-09 09:30")
    posting(seen, answers, act)


def test_everything_that_cannot_stand_is_said_at_once_at_its_field(
    qtbot: QtBot, seen: Seen, answers: Callable[..., Answers]
) -> None:
    def act(dialog: PostDialog) -> None:
        for name, text in RECEIVING._asdict().items():
            dialog.receiving[name].setText(text)
        dialog.places.lines[0].place.setText(BOARD)
        dialog.places.lines[0].moment.setText("2026-03-09 09:10")
        dialog.by.first.setText("周敏")
        dialog.by.second.setText("周 敏")
        dialog.cut_off.setText("25:00")
        dialog.days.setText("4")
        assert not dialog.post()
        beneath = {
            field: dialog._beneath[field][0].text() for field in (dialog.places, dialog.by, dialog.cut_off, dialog.days)
        }
        assert "还没有到" in beneath[dialog.places]
        assert "两个不同的姓名" in beneath[dialog.by]
        assert "25:00" in beneath[dialog.cut_off]
        assert "5 个工作日" in beneath[dialog.days]

    seen.at("2026-02-09 09:30")
    posting(seen, answers, act)


def test_days_of_another_year_are_said_with_it() -> None:
    window = PublicationWindow(1, (WindowStep(1, StepWhy.POSTED, POSTED, (day("2026-02-10"),), Terms(), "{}"),))
    assert window_in_words(window, 2027) == "2026年2月10日，共 1 个工作日；2026年2月10日（周二）17:30 截止"


def test_a_new_version_begins_with_the_places_and_the_receiving_desk_of_the_last(
    seen: Seen, answers: Callable[..., Answers]
) -> None:
    def act(dialog: PostDialog) -> None:
        assert [line.place.text() for line in dialog.places.lines] == [BOARD, LOBBY]
        assert {name: field.text() for name, field in dialog.receiving.items()} == RECEIVING._asdict()

    seen.office.post(POSTED, BOARD, LOBBY)
    seen.office.desk.publication.take_back(ACTOR, 2025, "姓名印错", OTHER)
    seen.at("2026-02-09 10:00")
    posting(seen, answers, act)


def test_the_palette_puts_the_page_first_and_runs_nothing_that_cannot_be_done(qtbot: QtBot, hanging: Seen) -> None:
    hanging.window.frame.lead_to("desk")
    hanging.settle()
    hanging.window.finding.open_palette()
    palette = hanging.window.findChild(SearchPalette)
    assert palette is not None
    type_into(qtbot, palette.field, "公示")
    qtbot.waitUntil(lambda: "现在不能办" in shown(palette, palette.list.count() - 1))
    lines = [shown(palette, row) for row in range(palette.list.count())]
    assert lines[0] == "公示 页面"
    barred = ["现在不能办" in each for each in lines]
    assert barred == sorted(barred)
    (post,) = [row for row, each in enumerate(lines) if each.startswith("张贴公示…")]
    assert "审议通过、还没有张贴时才能张贴。现在：公示中" in lines[post]
    for _ in range(post):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    for _ in range(post):
        qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    hanging.settle()
    assert hanging.window.frame.pages.current is hanging.page


def shown(palette: SearchPalette, row: int) -> str:
    """A line of the palette as it is heard."""
    return str(palette.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole))
