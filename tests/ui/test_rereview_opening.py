"""立项复核 and 立项更正 by keys: which figures, who examines, and who may not with the reason in the field."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.desk_file import ReadOnly
from committee_desk.domain.proceedings import ChallengeKind, ProceedingKind, ProceedingState
from committee_desk.ui.common.messages import Message
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.rereview.opening import OpenDialog
from tests.services.closing_years import YEAR
from tests.services.deciding_hands import Decider
from tests.ui.answering import said
from tests.ui.closing_hands import DOWN, ENTER, ESC, SPACE, TAB, Clerk
from tests.ui.rereview_hands import CASE, lines, name, tab_of

Settled = Callable[[MainWindow], None]
Clerks = Callable[[], Clerk]


@pytest.fixture
def clerk(qtbot: QtBot, window: MainWindow, settled: Settled, decider: Decider) -> Clerks:
    """Somebody sits before 异议与复核, on the objections."""

    def sat_down() -> Clerk:
        window.show_desk(decider.office.desk, "objections")
        window.show()
        made = Clerk(qtbot, window, settled)
        made.settle()
        made.settle()
        return made

    return sat_down


def figures_read(qtbot: QtBot, dialog: OpenDialog) -> None:
    """Wait until the figures stand in the list."""
    qtbot.waitUntil(lambda: dialog.challenged.list.count() > 0)


def bars_read(qtbot: QtBot, dialog: OpenDialog, words: str) -> None:
    """Wait until it is said who may not examine."""
    qtbot.waitUntil(lambda: words in said(dialog))


def choose_the_case(clerk: Clerk, dialog: OpenDialog) -> None:
    """Type the number of the case, go down into the list, tick it."""
    figures_read(clerk.qtbot, dialog)
    dialog.challenged.filter.setFocus()
    clerk.write("案件评查 465")
    clerk.key(DOWN, SPACE, TAB)


def test_an_accepted_objection_is_examined_by_two_who_had_no_part_in_the_figure(
    clerk: Clerks, decider: Decider, qtbot: QtBot
) -> None:
    at = clerk()

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, OpenDialog)
        assert "得分：典型案例入选未加分" in said(dialog)
        choose_the_case(at, dialog)
        bars_read(qtbot, dialog, "案管办：经手了被异议的“XX检刑诉受〔2026〕465号”")
        assert "马𬱖：是申请人本人" in said(dialog)
        assert at.under() is dialog.examiners[0]
        name(at, "彭强涛", "郝文俊")
        at.confirm()

    at.key(ENTER)  # from the register into the card of the objection
    at.press("立项复核…", fill_in)
    assert at.said == "2026-复-001 已立项"
    tab = tab_of(at)
    at.qtbot.waitUntil(lambda: [line[:3] for line in lines(tab)] == [("2026-复-001", "马𬱖", "2026-异-001")])
    held = decider.of(1)
    assert [(each.kind, each.key) for each in held.challenged] == [(ChallengeKind.REVIEW, (CASE,))]
    assert [each.name for each in held.examiners] == ["彭强涛", "郝文俊"]
    assert tab.offers.primary.text() == "登记承办人声明…"
    assert tab.table.current() is not None
    assert not tab.register.open_button.isEnabled()
    assert tab.register.open_button.toolTip() == "没有已受理而未立项的异议或申请"


def test_who_may_not_examine_is_said_at_the_field_before_it_is_left(
    clerk: Clerks, decider: Decider, qtbot: QtBot
) -> None:
    at = clerk()

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, OpenDialog)
        choose_the_case(at, dialog)
        bars_read(qtbot, dialog, "秦生康：是马𬱖的部门负责人或者分管领导")
        name(at, "qsk")
        assert "是马𬱖的部门负责人或者分管领导，应当回避" in said(dialog)
        assert at.under() is dialog.examiners[0], "Enter does not leave it"
        name(at, "彭强涛", "案管办")
        at.confirm()
        assert "案管办经手了被异议的" in said(dialog)
        assert at.under() is dialog.examiners[1]
        dialog.examiners[1].clear()
        at.confirm()
        assert "复核由两人以上承办，现在只有 1 人" in said(dialog)
        dialog.done(0)

    at.key(ENTER)
    at.press("立项复核…", fill_in)
    assert decider.office.desk.proceedings.rows(YEAR) == ()


def test_nothing_is_opened_without_a_figure(clerk: Clerks) -> None:
    at = clerk()

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, OpenDialog)
        figures_read(at.qtbot, dialog)
        at.confirm()
        assert "没有选择被异议的得分或事实" in said(dialog)
        assert "复核由两人以上承办，现在只有 0 人" in said(dialog), "both at once"
        dialog.examiners[0].setFocus()
        name(at, "彭强涛", "郝文俊")
        at.confirm()
        assert "没有选择被异议的得分或事实" in said(dialog)
        assert dialog.challenged.isAncestorOf(at.under())
        dialog.done(0)

    at.command("立项复核", fill_in)


def test_a_correction_says_of_whom_and_on_what_basis(clerk: Clerks, decider: Decider) -> None:
    at = clerk()

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, OpenDialog)
        at.confirm()
        assert "有 3 处要改正" in said(dialog)
        assert "复核由两人以上承办，现在只有 0 人" in said(dialog)
        assert at.under() is dialog.person
        name(at, "yyw")
        at.type("案管办来函〔2027〕2号")
        figures_read(at.qtbot, dialog)
        dialog.examiners[0].setFocus()
        name(at, "彭强涛", "郝文俊")
        at.confirm()

    at.command("立项更正", fill_in)
    assert at.said == "2026-更-001 已立项"
    held = decider.of(1)
    assert (held.kind, held.about, held.basis) == (ProceedingKind.CORRECTION, "J010", "案管办来函〔2027〕2号")

    def why(dialog: QWidget) -> None:
        at.type("查无此误")
        at.confirm()

    at.command("终止这件更正", why)
    assert decider.of(1).state is ProceedingState.WITHDRAWN
    assert "已终止" in lines(tab_of(at))[0]


@pytest.mark.usefixtures("stays")
def test_leaving_the_form_asks_before_what_was_typed_goes(clerk: Clerks) -> None:
    at = clerk()
    asked: list[str] = []

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, OpenDialog)
        dialog.basis.setFocus()
        at.write("案管办来函")
        at.key(ESC)

    def question(dialog: QWidget) -> None:
        assert isinstance(dialog, Message)
        asked.append(said(dialog))
        at.tab_to("放弃")
        at.key(ENTER)

    at.command("立项更正", fill_in, question)
    assert "填写的内容还没有保存" in asked[0]


def test_a_desk_that_is_only_read_says_why_nothing_can_be_opened(clerk: Clerks) -> None:
    at = clerk()
    at.window.place.show_read_only(ReadOnly.MEDIUM)
    at.settle()
    page = at.page
    rereviews = page.rereviews  # type: ignore[attr-defined] # 异议与复核
    assert "只读方式打开，不能写入" in rereviews.register.correct_button.toolTip()
    assert not rereviews.register.correct_button.isEnabled()
