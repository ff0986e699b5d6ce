"""人员: kinship and charge of departments are written down by keyboard and seen with both people."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.common.fact_list import FACT
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.people.page import PeoplePage
from committee_desk.ui.people.relations import RelationsDialog
from tests.services.leaders import CHIEF, DEPUTY, FIRST, ORDINARY, read_in, wed
from tests.ui.answering import CTRL, Answers, said, typed

Settled = Callable[[MainWindow], None]
Ask = Callable[..., Answers]


@pytest.fixture
def people(window: MainWindow, desk: Desk, actor: Actor, tmp_path: Path, settled: Settled) -> PeoplePage:
    read_in(desk, actor, tmp_path)
    window.show_desk(desk, "desk")
    window.show()
    settled(window)
    page = window.frame.lead_to("people")
    settled(window)
    assert isinstance(page, PeoplePage)
    page.show_target(ORDINARY)
    settled(window)
    return page


def facts_of(page: PeoplePage) -> list[str]:
    facts = page.detail.facts
    return [" ".join((f.text, f.right, f.more)) for f in (facts.item(at).data(FACT) for at in range(facts.count()))]


@pytest.fixture
def dialog(people: PeoplePage, settled: Settled) -> RelationsDialog:
    row = people.table.current()
    assert row is not None
    opened: list[RelationsDialog] = []
    people.open_relations = lambda: None  # type: ignore[method-assign]
    from committee_desk.ui.common.person_field import Named  # noqa: PLC0415 - only here

    named = [Named(each.code, each.name, each.department) for each in people.table.shown]
    opened.append(RelationsDialog(people, named, next(each for each in named if each.code == ORDINARY)))
    opened[0].show()
    settled(people.window())
    return opened[0]


def press(qtbot: QtBot, wanted: QWidget) -> None:
    wanted.setFocus()
    qtbot.keyClick(wanted, Qt.Key.Key_Space)


def test_a_relative_is_written_down_and_seen_with_both(
    people: PeoplePage, dialog: RelationsDialog, desk: Desk, qtbot: QtBot, settled: Settled, answers: Ask
) -> None:
    answers(typed(qtbot, CHIEF, "", "姐弟"))
    press(qtbot, dialog.relate)
    settled(people.window())
    assert [row.relationship.other for row in dialog.kin.shown] == ["严正"]
    people.show_target(ORDINARY)
    settled(people.window())
    assert any(fact.startswith("严正 夫妻") for fact in facts_of(people))
    people.show_target(CHIEF)
    settled(people.window())
    assert any(fact.startswith("江涛 夫妻") for fact in facts_of(people))


def test_a_name_of_nobody_here_is_asked_about_before_it_is_an_outsiders(
    people: PeoplePage, dialog: RelationsDialog, desk: Desk, qtbot: QtBot, settled: Settled, answers: Ask
) -> None:
    asked: list[str] = []

    def wrong(form: QWidget) -> None:
        form.other.setText("严争")  # type: ignore[attr-defined]
        form.confirm()  # type: ignore[attr-defined]
        form.other.setText("王芳")  # type: ignore[attr-defined]
        form.confirm()  # type: ignore[attr-defined]

    def no(question: QWidget) -> None:
        asked.append(said(question))
        qtbot.keyClick(question, Qt.Key.Key_Escape)

    def yes(question: QWidget) -> None:
        asked.append(said(question))
        assert isinstance(question, QDialog)
        question.accept()

    answers(wrong, no, yes)
    press(qtbot, dialog.relate)
    settled(people.window())
    assert "本院没有“严争”，按院外登记？" in asked[0]
    assert "名字相近的：严正" in asked[0]
    assert "名字相近的" not in asked[1]
    assert [each.relationship.other for each in desk.relations.of(ORDINARY)] == ["王芳"]


def test_a_relationship_is_ended_with_a_reason(
    people: PeoplePage, dialog: RelationsDialog, desk: Desk, actor: Actor, qtbot: QtBot, settled: Settled, answers: Ask
) -> None:
    wed(desk, actor, ORDINARY, CHIEF)
    dialog._read()
    settled(people.window())
    dialog.kin.choose(dialog.kin.shown[0].number)
    answers(typed(qtbot, "登记有误"))
    press(qtbot, dialog.unrelate)
    settled(people.window())
    assert desk.relations.of(ORDINARY) == ()
    assert desk.journal.rows(1)[0].why == "登记有误"


def test_a_charge_is_written_down_by_keyboard_and_shown_with_the_department(
    people: PeoplePage, dialog: RelationsDialog, desk: Desk, qtbot: QtBot, settled: Settled, answers: Ask
) -> None:
    def charge(form: QWidget) -> None:
        form.who.setText(DEPUTY)  # type: ignore[attr-defined]
        form.department.setCurrentText(FIRST)  # type: ignore[attr-defined]
        qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)

    answers(charge)
    press(qtbot, dialog.charge)
    settled(people.window())
    (held,) = desk.relations.charges()
    assert (held.charge.department, held.charge.code, held.charge.since) == (FIRST, DEPUTY, date(2026, 1, 1))
    people.show_target(ORDINARY)
    settled(people.window())
    assert any(fact.startswith("罗平 分管第一检察部 2026-01-01 至 今") for fact in facts_of(people))


def test_a_charge_of_nobody_and_an_impossible_day_are_refused_in_the_form(
    dialog: RelationsDialog, desk: Desk, qtbot: QtBot, answers: Ask
) -> None:
    heard: list[str] = []

    def charge(form: QWidget) -> None:
        for who, until in (("无此人", ""), (DEPUTY, "明天"), (DEPUTY, "2025-12-31")):
            form.who.setText(who)  # type: ignore[attr-defined]
            form.until.setText(until)  # type: ignore[attr-defined]
            qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
            heard.append(said(form))
        assert isinstance(form, QDialog)
        qtbot.keyClick(form, Qt.Key.Key_Escape)

    answers(charge)
    press(qtbot, dialog.charge)
    assert "人员中没有这个人" in heard[0]
    assert "“明天”不是日期" in heard[1]
    assert "早于起日" in heard[2]
    assert desk.relations.charges() == ()
