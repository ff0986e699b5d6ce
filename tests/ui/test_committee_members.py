"""考评委员会 on 人员 by keyboard: appointed, corrected, ended, struck; what is wrong with it in words."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from committee_desk.domain.committee import MemberPost
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.committee.member_columns import standing
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.people.page import PeoplePage
from tests.services.committee_hands import appoint
from tests.services.graded_desks import COMMITTEE, office, sixteen
from tests.ui.answering import CTRL, Act, Answers, said, type_into
from tests.ui.meeting_hands import Settled, press

Ask = Callable[..., Answers]


@pytest.fixture
def page(window: MainWindow, desk: Desk, tmp_path: Path, settled: Settled) -> PeoplePage:
    office(desk, tmp_path, sixteen(), adopt=False)
    window.show_desk(desk, "desk")
    window.show()
    settled(window)
    assert window.frame is not None
    found = window.frame.lead_to("people")
    settled(window)
    assert isinstance(found, PeoplePage)
    return found


def confirm(qtbot: QtBot, dialog: Any) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)


def with_committee(page: PeoplePage, qtbot: QtBot, answers: Ask, look: Act, *inner: Act) -> None:
    """Open the dialog; `look` acts in it once it is read, its own dialogs are answered by `inner`."""

    def act(dialog: Any) -> None:
        qtbot.waitUntil(lambda: not page.place.worker.busy)
        if inner:
            answers(*inner)
        look(dialog)
        qtbot.waitUntil(lambda: not page.place.worker.busy)
        QApplication.processEvents()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(act)
    press(qtbot, page.committee_button)


def test_five_are_appointed_by_keyboard_and_the_dialog_says_when_the_law_is_kept(
    page: PeoplePage, desk: Desk, actor: Actor, qtbot: QtBot, answers: Ask
) -> None:
    appoint(desk, actor, COMMITTEE[1:4], chair="", deputy="Z002")
    told: list[str] = []

    def look(dialog: Any) -> None:
        told.append(said(dialog))
        for _ in range(2):
            press(qtbot, dialog.appoint)
            qtbot.waitUntil(lambda: not page.place.worker.busy)
            told.append(said(dialog))

    def chair(dialog: Any) -> None:
        assert dialog.post.currentText() == "主任", "the first whom a committee lacks"
        type_into(qtbot, dialog.focusWidget(), "Z001")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        dialog.decision.setText("检党〔2026〕9号")
        confirm(qtbot, dialog)

    def outsider(dialog: Any) -> None:
        assert dialog.post.currentText() == "委员"
        type_into(qtbot, dialog.focusWidget(), "周外请")
        confirm(qtbot, dialog)
        assert "决定文号" in str(dialog._beneath[dialog.decision][0].text())
        type_into(qtbot, dialog.focusWidget(), "检党〔2026〕9号")
        confirm(qtbot, dialog)

    with_committee(page, qtbot, answers, look, chair, outsider)
    assert "现有 3 名委员" in told[0]
    assert "法律规定为 5 至 9 人（检察官法第四十条）" in told[0]
    assert "没有主任" in told[0]
    assert "没有主任" not in told[1]
    assert "有 4 名委员" in told[1]
    assert "人数和主任符合法律规定" in told[2]
    sitting = desk.committee.members()
    assert sitting[0].member.name == "委Z001"
    assert [row.member.post for row in sitting].count(MemberPost.CHAIR) == 1
    assert "周外请" in [row.member.name for row in sitting if row.member.code is None]


def test_a_chair_who_is_not_the_chief_is_named_with_who_is(
    page: PeoplePage, desk: Desk, actor: Actor, qtbot: QtBot, answers: Ask
) -> None:
    appoint(desk, actor, COMMITTEE, chair="Z002", deputy=None)
    told: list[str] = []
    with_committee(page, qtbot, answers, lambda dialog: told.append(said(dialog)))
    assert "主任委Z002不是本院检察长" in told[0]
    assert "检察长是委Z001" in told[0]


def test_a_term_is_ended_by_decision_and_one_that_ends_before_it_began_is_refused_in_its_field(
    page: PeoplePage, desk: Desk, actor: Actor, qtbot: QtBot, answers: Ask
) -> None:
    appoint(desk, actor, COMMITTEE, chair="Z001")
    shown: list[tuple[str, str]] = []

    def look(dialog: Any) -> None:
        number = next(row.number for row in dialog.table.shown if row.member.code == "Z005")
        dialog.table.choose(number)
        press(qtbot, dialog.end)
        qtbot.waitUntil(lambda: not page.place.worker.busy)
        day = page.now().date()
        shown.extend((row.member.name, standing(row, day).text) for row in dialog.table.shown)
        assert "有 4 名委员" in said(dialog)

    def end(dialog: Any) -> None:
        dialog.decision.setText("检党〔2026〕9号")
        dialog.until.setText("2024-12-31")
        confirm(qtbot, dialog)
        assert "早于开始日 2025-01-01" in str(dialog._beneath[dialog.until][0].text())
        dialog.until.setText("2026-12-31")
        confirm(qtbot, dialog)

    with_committee(page, qtbot, answers, look, end)
    assert shown[-1] == ("委Z005", "已卸任"), "whoever sits no more stands last"
    assert [row.member.until.isoformat() for row in desk.committee.view().rows if row.member.until] == ["2026-12-31"]


def test_a_second_term_of_the_same_person_is_refused_at_the_name(
    page: PeoplePage, desk: Desk, actor: Actor, qtbot: QtBot, answers: Ask
) -> None:
    appoint(desk, actor, COMMITTEE, chair="Z001")

    def twice(dialog: Any) -> None:
        type_into(qtbot, dialog.focusWidget(), "Z003")
        dialog.decision.setText("检党〔2026〕9号")
        confirm(qtbot, dialog)
        assert "委Z003在这段时间里已经是委员" in str(dialog._beneath[dialog.who][0].text())
        assert dialog.focusWidget() is dialog.who
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    with_committee(page, qtbot, answers, lambda dialog: press(qtbot, dialog.appoint), twice)
    assert len(desk.committee.view().rows) == 5


def test_a_term_is_corrected_with_enter_and_one_written_by_mistake_is_struck_with_a_reason(
    page: PeoplePage, desk: Desk, actor: Actor, qtbot: QtBot, answers: Ask
) -> None:
    appoint(desk, actor, COMMITTEE, chair="Z001")

    def look(dialog: Any) -> None:
        def choose(code: str) -> None:
            dialog.table.choose(next(row.number for row in dialog.table.shown if row.member.code == code))

        choose("Z004")
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not page.place.worker.busy)
        choose("Z005")
        press(qtbot, dialog.strike)

    def correct(dialog: Any) -> None:
        assert dialog.who.text() == "委Z004（Z004）"
        dialog.until.setText("2028")
        confirm(qtbot, dialog)

    def strike(dialog: Any) -> None:
        type_into(qtbot, dialog.focusWidget(), "登记错人")
        confirm(qtbot, dialog)

    with_committee(page, qtbot, answers, look, correct, strike)
    rows = {row.member.code: row.member for row in desk.committee.view().rows}
    assert str(rows["Z004"].until) == "2028-12-31"
    assert "Z005" not in rows
