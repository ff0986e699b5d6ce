"""张贴公示 by keyboard: the days and the paper before it hangs, and everything that cannot be posted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.course import Stage
from committee_desk.ui.publication.posting import PostDialog
from tests.services.publishing_hands import ACTOR, BOARD, LOBBY, OTHER, RECEIVING
from tests.ui.answering import Answers, said
from tests.ui.publication_hands import POSTED, Seen, confirm, type_on


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
