"""会议 on 等次审议 by keyboard: called, attended, opened, voted, corrected, closed; refused in its field."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.committee import AgendaItem, ItemKind, MeetingState, Presence
from committee_desk.domain.roles import Role, Way
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.desk import Desk
from committee_desk.services.meeting_views import Declared
from committee_desk.ui.committee.meeting_tab import MeetingTab
from committee_desk.ui.committee.projector import WallText
from committee_desk.ui.main_window import MainWindow
from tests.services.committee_hands import YEAR, call, came, close, opened, seen, view, vote
from tests.services.graded_desks import pass_all
from tests.services.seated_desks import SECRET, with_accounts
from tests.ui.answering import CTRL, Answers, pressed, said, type_into
from tests.ui.meeting_hands import Settled, banners, facts, lead, press, proposed, shown

Ask = Callable[..., Answers]
LIST = AgendaItem("1", ItemKind.GRADES, "审议年度考核等次建议")
OTHER = Actor("郑秘书")


@pytest.fixture
def tab(window: MainWindow, desk: Desk, actor: Actor, tmp_path: Path, settled: Settled) -> MeetingTab:
    """No meeting yet; the list is proposed, and two are equal at the last place."""
    proposed(desk, actor, tmp_path, tied=True)
    window.show_desk(desk, "desk")
    window.show()
    settled(window)
    return lead(window, settled)


@pytest.fixture
def going_on(tab: MeetingTab, desk: Desk, actor: Actor, settled: Settled) -> MeetingTab:
    """A meeting on the list that was opened, with the question on J005 chosen, for whom 委Z003 leaves."""
    opened(desk, actor, LIST)
    again(tab, settled)
    tab.table.choose(("1", "J005"))
    settled(tab.window())
    return tab


def again(tab: MeetingTab, settled: Settled) -> None:
    """Another's change is heard."""
    tab._page.place.changes.announce(Change.of(Topic.COMMITTEE))
    settled(tab.window())


def keys(qtbot: QtBot, dialog: QWidget, *texts: str) -> None:
    """Types each into the field that has the focus, with Enter after it."""
    for text in texts:
        type_into(qtbot, dialog.focusWidget(), text)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def confirm(qtbot: QtBot, dialog: QWidget) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CTRL)


def beneath(dialog: Any, field: QWidget) -> str:
    """What is said under a field of a form."""
    return str(dialog._beneath[field][0].text())


def test_the_call_offers_what_grading_needs_and_a_whole_meeting_goes_by_keyboard(
    tab: MeetingTab, desk: Desk, qtbot: QtBot, settled: Settled, answers: Ask
) -> None:
    offered: list[str] = []

    def fill(dialog: Any) -> None:
        offered.extend(dialog.agenda.item(at).text() for at in range(dialog.agenda.count()))
        keys(qtbot, dialog, "0900", "三楼会议室")
        assert dialog.focusWidget() is dialog.agenda, "Enter goes on to the agenda"
        confirm(qtbot, dialog)

    answers(fill)
    press(qtbot, tab.empty.button)
    settled(tab.window())
    assert offered == ["检察官优秀名额处平票的取舍", "审议 2026 年度考核等次建议"]
    assert shown(tab) == [
        ("检察官优秀名额处平票的取舍：检J003列为优秀", "", "", "待到会登记"),
        ("检察官优秀名额处平票的取舍：检J004列为优秀", "", "", "待到会登记"),
        ("检察官优秀名额处平票的取舍：均不列为优秀", "", "", "待到会登记"),
        ("审议 2026 年度考核等次建议（15 人）", "", "", "待到会登记"),
        ("审议 2026 年度考核等次建议：检J005", "委Z003", "", "待到会登记"),
    ]

    def attend(dialog: Any) -> None:
        assert dialog.focusWidget() is dialog.everybody
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        for _ in range(4):
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_3)
        assert "应到 5，实到 4，至少 4 人才能开会" in said(dialog)
        confirm(qtbot, dialog)

    assert tab.offers.primary.text() == "到会登记…"
    answers(attend)
    press(qtbot, tab.offers.primary)
    settled(tab.window())
    assert [each.presence for each in view(desk, 1).attendance] == [*[Presence.PRESENT] * 4, Presence.EXCUSED]

    def declare_open(dialog: Any) -> None:
        keys(qtbot, dialog, "孙丽", "")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    assert tab.offers.primary.text() == "宣布开会…"
    answers(declare_open)
    press(qtbot, tab.offers.primary)
    settled(tab.window())
    assert view(desk, 1).row.held.state is MeetingState.OPEN

    tab.table.choose(("1", "J003"))
    answers(lambda dialog: (keys(qtbot, dialog, "3"), pressed(qtbot, *[Qt.Key.Key_Return] * 3)(dialog)))
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    settled(tab.window())
    assert shown(tab)[0] == ("检察官优秀名额处平票的取舍：检J003列为优秀", "", "4", "通过")
    assert facts(tab)[1] == "通过 3 赞成 · 0 反对 · 0 弃权 主持 委Z001，记录 孙丽"

    def minutes(dialog: Any) -> None:
        assert "还有 4 项没有表决" in said(dialog)
        confirm(qtbot, dialog)
        assert "会议纪要没有编号" in beneath(dialog, dialog.document)
        keys(qtbot, dialog, "检考委〔2027〕1号")
        confirm(qtbot, dialog)

    answers(minutes)
    tab.offers.close_meeting()
    settled(tab.window())
    assert view(desk, 1).row.held.document == "检考委〔2027〕1号"
    assert "纪要 检考委〔2027〕1号" in banners(tab)


def test_another_item_is_added_with_whom_it_is_about_and_an_unknown_name_is_said_at_its_field(
    tab: MeetingTab, desk: Desk, qtbot: QtBot, settled: Settled, answers: Ask
) -> None:
    def fill(dialog: Any) -> None:
        keys(qtbot, dialog, "9:00", "三楼")
        dialog.title.insert("研究检J005的岗位")
        dialog.about.insert("J005、检J999")
        confirm(qtbot, dialog)
        assert "名册上没有“检J999”" in said(dialog)
        assert dialog.focusWidget() is dialog.about
        dialog.about.setText("J005")
        dialog.agenda.item(0).setCheckState(Qt.CheckState.Unchecked)
        confirm(qtbot, dialog)

    answers(fill)
    press(qtbot, tab.empty.button)
    settled(tab.window())
    agenda = view(desk, 1).row.held.agenda
    assert [(each.id, each.kind, each.about) for each in agenda] == [
        ("1", ItemKind.GRADES, ()),
        ("2", ItemKind.FREE, ("J005",)),
    ]
    assert shown(tab)[-1] == ("研究检J005的岗位：检J005", "委Z003", "", "待到会登记")


def test_the_outcome_is_said_while_the_figures_are_typed(
    going_on: MeetingTab, qtbot: QtBot, answers: Ask, settled: Settled
) -> None:
    heard: list[str] = []

    def count(dialog: Any) -> None:
        for text in ("2", "3", "5"):
            dialog.ayes.clear()
            qtbot.keyClicks(dialog.ayes, text)
            heard.append(dialog.outcome.accessibleName())
        confirm(qtbot, dialog)
        heard.append(beneath(dialog, dialog.ayes))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(count)
    qtbot.keyClick(going_on.table, Qt.Key.Key_Return)
    settled(going_on.window())
    assert heard[0] == "未通过：赞成 2 票，全体委员 5 人；2 人未计"
    assert heard[1] == "通过：赞成 3 票，全体委员 5 人；1 人未计"
    assert heard[2] == "5 票，多于可以表决的 4 人"
    assert "合计 5 票，多于可以表决的 4 人" in heard[3]


@pytest.mark.parametrize(
    ("field", "part"),
    [("voters", "不能参加表决"), ("presiding", "不能主持这一项"), ("recorder", "不能记录这一项的表决")],
)
def test_a_recused_member_typed_by_hand_is_refused_in_that_field_and_nothing_typed_is_lost(
    going_on: MeetingTab, desk: Desk, qtbot: QtBot, answers: Ask, settled: Settled, field: str, part: str
) -> None:
    def stumble(dialog: Any) -> None:
        qtbot.keyClicks(dialog.ayes, "4")
        typed = getattr(dialog, field)
        typed.setText("委Z003")
        confirm(qtbot, dialog)
        assert beneath(dialog, typed) == (
            f"委Z003须回避议题“审议年度考核等次建议”，{part}：与检J005有亲属关系（公务员法第七十六条）。请换不需回避的人。"
        )
        assert dialog.focusWidget() is typed
        assert dialog.ayes.text() == "4"
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(stumble)
    qtbot.keyClick(going_on.table, Qt.Key.Key_Return)
    settled(going_on.window())
    assert view(desk, 1).questions[1].vote is None


def test_a_vote_is_corrected_only_with_its_reason(
    going_on: MeetingTab, desk: Desk, actor: Actor, qtbot: QtBot, answers: Ask, settled: Settled
) -> None:
    vote(desk, actor, 1, 3, subject="J005")
    again(going_on, settled)

    def correct(dialog: Any) -> None:
        assert dialog.windowTitle() == "更正表决"
        assert dialog.ayes.text() == "3"
        qtbot.keyClicks(dialog.ayes, "4")
        confirm(qtbot, dialog)
        assert "更正表决要写明理由" in beneath(dialog, dialog.reason)
        type_into(qtbot, dialog.focusWidget(), "少计一张")
        confirm(qtbot, dialog)

    answers(correct)
    qtbot.keyClick(going_on.table, Qt.Key.Key_Return)
    settled(going_on.window())
    held = view(desk, 1).questions[1].vote
    assert held is not None
    assert held.count.ayes == 4


def test_what_another_secretary_voted_meanwhile_is_said_shown_and_then_corrected(
    going_on: MeetingTab, desk: Desk, qtbot: QtBot, answers: Ask, settled: Settled
) -> None:
    def meet(dialog: Any) -> None:
        qtbot.keyClicks(dialog.ayes, "4")
        vote(desk, OTHER, 1, 2, 2, subject="J005")
        confirm(qtbot, dialog)
        heard = said(dialog)
        assert "郑秘书在 2027-01-11 09:00 改动了2026 年度第 1 次会议" in heard
        assert "已登记 2、2、0（赞成、反对、弃权），更正须写明理由" in heard
        assert dialog.ayes.text() == "4", "nothing typed is lost"
        dialog.reason.setText("重新计票")
        confirm(qtbot, dialog)

    answers(meet)
    qtbot.keyClick(going_on.table, Qt.Key.Key_Return)
    settled(going_on.window())
    held = view(desk, 1).questions[1].vote
    assert held is not None
    assert held.count.ayes == 4


def test_the_panel_tells_the_secretary_who_leaves_and_on_which_ground(going_on: MeetingTab) -> None:
    told = facts(going_on)
    assert "委Z003 回避 与检J005有夫妻关系（依登记认定）" in told
    assert "可以表决 4 人，至少 4 人 " in told


def test_a_declared_stake_parts_the_question_and_is_lifted_with_a_reason(
    going_on: MeetingTab, desk: Desk, qtbot: QtBot, answers: Ask, settled: Settled
) -> None:
    def declare(dialog: Any) -> None:
        confirm(qtbot, dialog)
        assert beneath(dialog, dialog.member) == "请填写委员。"
        dialog.member.setText("委Z004")
        dialog.about.setCurrentText("检J005")
        confirm(qtbot, dialog)
        assert beneath(dialog, dialog.note) == "请填写利害关系。"
        dialog.note.setText("同一案件当事人")
        dialog.decider.setText("委Z004")
        confirm(qtbot, dialog)
        assert "不能决定自己的回避" in beneath(dialog, dialog.decider)
        dialog.decider.setText("委Z001")
        confirm(qtbot, dialog)

    answers(declare)
    going_on.offers.declare()
    settled(going_on.window())
    assert shown(going_on)[1] == ("审议年度考核等次建议：检J005", "委Z003、委Z004", "3", "人数不足")
    assert "委Z004 申报回避 与检J005有利害关系：同一案件当事人；委Z001决定" in facts(going_on)
    assert "可以表决的只有 3 人" in banners(going_on)
    assert "请按决定增补委员" in banners(going_on), "what the law offers"

    def lift(dialog: Any) -> None:
        dialog.reason.setText("申报有误")
        confirm(qtbot, dialog)

    answers(lift)
    going_on.offers.lift()
    settled(going_on.window())
    assert shown(going_on)[1] == ("审议年度考核等次建议：检J005", "委Z003", "4", "待表决")


def test_a_meeting_without_enough_members_says_so_with_what_the_law_offers(
    tab: MeetingTab, desk: Desk, actor: Actor, qtbot: QtBot, answers: Ask, settled: Settled
) -> None:
    came(desk, actor, call(desk, actor, LIST), away=("Z004", "Z005"))
    again(tab, settled)
    qtbot.waitUntil(lambda: "应到 5 人，实到 3 人，少于规定的 4 人，不能开会" in banners(tab))

    def refused(dialog: Any) -> None:
        keys(qtbot, dialog, "孙丽")
        confirm(qtbot, dialog)
        assert "少于规定的 4 人，不能开会" in said(dialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(refused)
    press(qtbot, tab.offers.primary)
    settled(tab.window())


def test_an_act_that_cannot_be_done_is_barred_with_its_reason(
    going_on: MeetingTab, desk: Desk, actor: Actor, settled: Settled
) -> None:
    def tips() -> dict[str, str]:
        return {act.text(): act.toolTip() for act in going_on.offers.more.menu().actions() if not act.isEnabled()}

    assert tips()["撤销申报的回避"] == "没有申报的回避"
    assert tips()["重新打开会议"] == "会议没有结束，不需要重新打开"
    pass_all(desk, actor, 1)
    close(desk, actor, 1)
    again(going_on, settled)
    assert tips()["登记表决"] == "会议已结束或取消，只供阅读"
    assert "重新打开会议" not in tips()


def test_a_closed_meeting_is_reopened_with_a_reason(
    going_on: MeetingTab, desk: Desk, actor: Actor, qtbot: QtBot, answers: Ask, settled: Settled
) -> None:
    close(desk, actor, 1)
    again(going_on, settled)
    answers(lambda dialog: (type_into(qtbot, dialog.focusWidget(), "补记表决"), confirm(qtbot, dialog)))
    going_on.offers.reopen()
    settled(going_on.window())
    assert view(desk, 1).row.held.state is MeetingState.OPEN
    assert going_on.offers.primary.text() == "登记表决…"


def test_form_11_is_seen_before_it_is_printed_or_kept(
    going_on: MeetingTab, qtbot: QtBot, answers: Ask, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _, _title, name, _kind: (str(tmp_path / name), ""))
    names: list[str] = []

    def look(dialog: Any) -> None:
        for key in ("minutes", "slips", "register"):
            press(qtbot, dialog.tabs.buttons[key])
            word = dialog.tabs.buttons[key].text()
            qtbot.waitUntil(lambda word=word: word in dialog.preview.accessibleName())  # type: ignore[misc]
            names.append(dialog.preview.accessibleName())
            assert dialog.preview.accessibleDescription().startswith("共 ")
        qtbot.keyClick(dialog, Qt.Key.Key_E, CTRL)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(look)
    press(qtbot, going_on.offers.papers)
    settled(going_on.window())
    assert names == ["预览：会议记录", "预览：表决票", "预览：回避登记表"]
    (kept,) = tmp_path.glob("*.pdf")
    assert kept.name == f"{YEAR}年度第1次会议回避登记表.pdf"
    assert kept.read_bytes().startswith(b"%PDF")


# -- the wall ----------------------------------------------------------------------------------------------------------


def wall(tab: MeetingTab) -> dict[str, str]:
    """What everybody in the room reads."""
    projector = tab.projector
    assert projector is not None
    names = ("meeting", "item", "names", "leaving", "counts", "outcome")
    assert not [each for each in projector.findChildren(QLabel) if each.text()]
    return {name: getattr(projector, name).text for name in names}


def test_the_wall_follows_the_secretary_and_says_neither_ground_nor_score(
    going_on: MeetingTab, desk: Desk, actor: Actor, qtbot: QtBot, settled: Settled
) -> None:
    press(qtbot, going_on.offers.wall)
    settled(going_on.window())
    assert wall(going_on) == {
        "meeting": "2026 年度检察官考评委员会第 1 次会议 · 进行中 · 委Z001主持",
        "item": "议题 1／1　审议年度考核等次建议",
        "names": "检J005",
        "leaving": "请回避：委Z003",
        "counts": "应到 5 人　实到 5 人　可以表决 4 人　至少 4 人",
        "outcome": "",
    }
    vote(desk, actor, 1, 3, 1, subject="J005")
    again(going_on, settled)
    assert wall(going_on)["outcome"] == "通过　赞成 3　反对 1　弃权 0"
    going_on.window().activateWindow()
    qtbot.keyClick(going_on.table, Qt.Key.Key_Up)
    settled(going_on.window())
    told = wall(going_on)
    assert told["outcome"] == ""
    assert told["leaving"] == ""
    assert told["names"].startswith("检J001、检J002、检J003、检J004、检J006")
    assert "夫妻" not in "".join(told.values())


def test_a_declared_stake_never_stands_on_the_wall(
    going_on: MeetingTab, desk: Desk, actor: Actor, qtbot: QtBot, settled: Settled
) -> None:
    desk.meetings.declare(actor, YEAR, 1, Declared("1", "Z004", "J005", "债务纠纷", "委Z001"), seen(desk, 1))
    again(going_on, settled)
    press(qtbot, going_on.offers.wall)
    settled(going_on.window())
    told = wall(going_on)
    assert told["leaving"] == "请回避：委Z003、委Z004"
    assert "债务" not in "".join(told.values())


def test_f11_fills_the_screen_esc_gives_it_back_and_a_second_esc_closes(
    going_on: MeetingTab, qtbot: QtBot, settled: Settled
) -> None:
    press(qtbot, going_on.offers.wall)
    settled(going_on.window())
    projector = going_on.projector
    assert projector is not None
    qtbot.keyClick(projector, Qt.Key.Key_F11)
    assert projector.isFullScreen()
    qtbot.keyClick(projector, Qt.Key.Key_Escape)
    assert not projector.isFullScreen()
    assert projector.isVisible()
    qtbot.keyClick(projector, Qt.Key.Key_Escape)
    assert not projector.isVisible()


def test_eighty_names_still_fit_on_the_wall(going_on: MeetingTab, qtbot: QtBot, settled: Settled) -> None:
    press(qtbot, going_on.offers.wall)
    settled(going_on.window())
    projector = going_on.projector
    assert projector is not None
    projector.resize(1024, 640)
    few = projector.names.fitting().pixelSize()
    projector.names.say("、".join(f"欧阳慕容{number}" for number in range(80)))
    assert projector.names.needs() <= projector.names.height()
    assert 13 <= projector.names.fitting().pixelSize() < few


# -- who sits at the desk ----------------------------------------------------------------------------------------------


def at_the_desk(window: MainWindow, desk: Desk, actor: Actor, role: Role, settled: Settled) -> MeetingTab:
    """The open meeting of a desk with accounts, with somebody of that role at it."""
    opened(desk, actor, LIST)
    with_accounts(desk, Way.STRICT)
    desk.seating.sign_in(role.value, SECRET)
    window.show_desk(desk, "desk")
    window.show()
    settled(window)
    return lead(window, settled)


def test_the_lock_covers_the_wall_and_gives_it_back(
    window: MainWindow, desk: Desk, actor: Actor, tmp_path: Path, qtbot: QtBot, settled: Settled
) -> None:
    proposed(desk, actor, tmp_path)
    tab = at_the_desk(window, desk, actor, Role.SECRETARY, settled)
    tab.table.choose(("1", "J005"))
    press(qtbot, tab.offers.wall)
    settled(window)
    projector = tab.projector
    assert projector is not None
    assert projector.names.isVisible()
    window.seating.lock()
    dialog = window.seating.lock_.dialog
    assert dialog is not None
    assert not projector.names.isVisible()
    assert "委员会" not in projector.windowTitle()
    assert not projector.findChildren(WallText)
    dialog.login.setText(Role.SECRETARY.value)
    dialog.secret.setText(SECRET)
    dialog.confirm()
    settled(window)
    assert projector.names.isVisible()
    assert wall(tab)["names"] == "检J005"


def test_whoever_may_not_hold_a_meeting_reads_it_and_is_told_why_the_acts_are_barred(
    window: MainWindow, desk: Desk, actor: Actor, tmp_path: Path, settled: Settled
) -> None:
    proposed(desk, actor, tmp_path)
    tab = at_the_desk(window, desk, actor, Role.CHAIR, settled)
    assert len(shown(tab)) == 2
    assert not tab.offers.primary.isEnabled()
    assert "您的角色无权" in tab.offers.primary.toolTip()
