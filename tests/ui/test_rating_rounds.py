"""民主测评 by keyboard: a round from its draft to its summary, in 简易, with everything that can be typed wrong."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.bootstrap import open_desk
from committee_desk.domain.roles import Role, Way
from committee_desk.domain.rounds import RoundState
from committee_desk.services.account_views import NewAccount
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.second import Second
from committee_desk.ui.common.fact_list import FACT
from committee_desk.ui.common.paper.dialog import PaperDialog
from committee_desk.ui.common.table_cells import SIDE
from committee_desk.ui.common.theme import metrics
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.rounds.papers import RoundPapersDialog
from committee_desk.ui.rounds.seal import SealDialog
from tests.conftest import frozen_clock
from tests.imports.workbooks import read as import_workbook
from tests.imports.workbooks import workbook
from tests.services import rounds_held
from tests.services.rounds_held import V3, YEAR, A, B, C
from tests.services.seated_desks import SECRET, first_accounts
from tests.ui.answering import CTRL
from tests.ui.closing_hands import DOWN, END, ENTER, ESC, SPACE, TAB, seen
from tests.ui.objection_hands import printer_into
from tests.ui.round_hands import DOCUMENT, RoundClerk, read

Settled = Callable[[MainWindow], None]
HOME, UP = Qt.Key.Key_Home, Qt.Key.Key_Up


@pytest.fixture
def clerk(window: MainWindow, desk: Desk, tmp_path: Path, qtbot: QtBot, settled: Settled) -> RoundClerk:
    """Somebody on 民主测评 of an office with three leaders, six heads and twelve assistants."""
    rounds_held.office(desk, tmp_path)
    window.show_desk(desk, "desk")
    window.show()
    settled(window)
    assert window.frame is not None
    window.frame.lead_to("ballots", "rounds")
    made = RoundClerk(qtbot, window, settled)
    made.settle()
    return made


def type_all(desk: Desk, actor: Actor, number: int = 1) -> None:
    """The slips of the worked example, printed, typed and compared."""
    for ballot_class, marks in V3.items():
        rounds_held.type_slips(desk, actor, number, ballot_class, rounds_held.alike(desk, number, marks))


def test_a_round_goes_from_its_draft_to_its_summary_by_keys_alone(
    clerk: RoundClerk, desk: Desk, actor: Actor, qtbot: QtBot
) -> None:
    heard: list[str] = []
    assert "本年度还没有民主测评" in clerk.words()

    # a draft: too high a cap is refused at its field
    clerk.command("新建测评轮次", clerk.stumbles(heard, ("99",), ("3",)))
    assert "1 到 6 的整数" in heard[1]
    assert clerk.line("轮次", "状态", "人员") == ("2026-测-001", "草稿", "被测评 6 人，投票 21 人")

    # people: a leader is never rated; an assistant who votes with the heads
    clerk.command("看测评人员")
    clerk.key(HOME)
    spoken: list[str] = []

    def rate_a_leader(dialog: QWidget) -> None:
        clerk.key(TAB, SPACE)
        clerk.confirm()
        spoken.append(seen(dialog))
        clerk.key(SPACE)
        clerk.confirm()

    clerk.open(lambda: clerk.key(ENTER), rate_a_leader)
    assert "院领导1是领导成员" in spoken[0]

    def with_the_heads(_dialog: QWidget) -> None:
        clerk.key(UP)
        clerk.confirm()

    clerk.key(END, held=CTRL)
    clerk.open(lambda: clerk.key(ENTER), with_the_heads)
    moved = next(each for each in read(clerk.tab.people.table) if each["调整"])
    assert (moved["工号"], moved["票类"], moved["调整"]) == ("S12", "B 票（中层）", "手工调整")
    clerk.open(lambda: clerk.key(ENTER), lambda _dialog: (clerk.key(DOWN), clerk.confirm())[0])
    assert not [each for each in read(clerk.tab.people.table) if each["调整"]]

    # adopted: it says what is locked, and takes a document, a day and another person
    heard.clear()
    clerk.press(
        "启动",
        clerk.stumbles(heard, ("",), (DOCUMENT, "2027-02-01"), ("2026-12-20",)),
        clerk.stumbles([], (actor.name,), ("王监票",)),
    )
    assert "启动后下面的规则和人员锁定，不能再改" in heard[0]
    assert "A 票 40%，B 票 30%，C 票 30%" in heard[0]
    assert "评优秀多于 3 人的整张无效" in heard[0]
    assert "请填写通过测评规则的文件" in heard[1]
    assert "晚于今天" in heard[2]
    assert desk.rounds.view(YEAR)[0].state is RoundState.OPEN


def test_turnout_is_typed_closing_waits_for_every_slip_and_then_says_what_it_does(
    clerk: RoundClerk, desk: Desk, actor: Actor, qtbot: QtBot
) -> None:
    rounds_held.opened(desk, actor)
    clerk.tell()
    heard: list[str] = []
    assert "印测评票或验证码信封" in clerk.barred("关闭计票")

    # numbers that cannot be stay in the form, each with its sentence
    clerk.press(
        "登记票数",
        clerk.stumbles(
            heard,
            ("4", "3", "3", "6", "6", "六", "12", "12", "12"),
            ("3", "", "", "", "", "6"),
        ),
    )
    assert "“实到” 4 多于“应到” 3" in heard[1]
    assert "须是 0 至 100000 的整数，不能是“六”" in heard[1]
    assert "有 2 处要改正" in heard[1]
    assert [tuple(each.values())[1:6] for each in read(clerk.tab.progress.classes)] == [
        ("3", "3", "3", "3", "3"), ("6", "6", "6", "6", "6"), ("12", "12", "12", "12", "12"),
    ]  # fmt: skip
    assert "A 票收回 3 张，只计入 0 张" in clerk.barred("关闭计票")

    # while it is open nobody sees anything of what slips say
    type_all(desk, actor)
    clerk.tell()
    clerk.command("看测评结果")
    assert "关闭计票以前没有结果" in clerk.words()
    clerk.command("看测评统计")
    assert "任何人都看不到部分结果" in clerk.words()

    # closed: asked once, with a second person
    heard.clear()
    clerk.command(
        "关闭测评并计票",
        clerk.stumbles(heard, ("L3",), (" ",)),
        clerk.fills("王监票"),
    )
    assert "投票人中没有“L3”" in heard[1]
    assert "21 张票按锁定的规则计票，有效票多于收回的 1/2 就计入年度得分，否则本轮作废" in heard[0]
    assert "验证码没有投票" not in heard[0]
    assert "每张票拆成单个评分" in heard[0]
    assert "全部票号和验证码丢弃" in heard[0]
    assert "工作文件和密钥覆盖后删除" in heard[0]

    # the results of the worked example, as far as they may be shown
    clerk.command("看测评结果")
    clerk.key(HOME)
    clerk.settle()
    result = read(clerk.tab.results.table)[0]
    assert result["加权平均"] == "89.70"
    assert result["按票类"] == "A 91.00　B 88.75　C 88.90"
    words = clerk.words()
    assert "应到 21，实到 21，发出 21，收回 21，有效票 21，无效票 0" in words
    assert "收回 21 不少于应到 21 的 2/3" in words
    facts = clerk.tab.panel.facts
    assert "去掉一个最高、一个最低" in " ".join(facts.item(at).data(FACT).more for at in range(facts.count()))


def _closes(clerk: RoundClerk, heard: list[str]) -> Callable[[QWidget], None]:
    def act(dialog: QWidget) -> None:
        heard.append(seen(dialog))
        clerk.confirm()

    return act


def test_statistics_are_walked_by_keys_and_the_committee_records_that_it_looked(
    clerk: RoundClerk, desk: Desk, actor: Actor, qtbot: QtBot
) -> None:
    rounds_held.counted(desk, actor)
    clerk.tell()
    clerk.command("看测评统计")
    words = clerk.words()
    assert "统计只提出问题，不证明任何人不公正，也不改变任何得分" in words
    assert "A 类（3 张票）：票太少，不显示" in words
    before = desk.rounds.results(YEAR, 1).people
    asked = read(clerk.tab.statistics.questions)
    assert [each["状态"] == "待了解" for each in asked] == [True] * len(asked)
    assert "21 张票（共 21 张）对五人以上全评同一分" in asked[0]["提出的问题"] + asked[-1]["提出的问题"]

    # a picture: the keys walk from column to column, each said in words
    picture = clerk.tab.statistics.pictures[0]
    picture.setFocus()
    clerk.key(END)
    assert picture.accessibleDescription() in picture.words()
    assert "个评分" in picture.accessibleDescription()

    # what the committee decided
    heard: list[str] = []
    clerk.tab.statistics.questions.setFocus()
    clerk.key(HOME)
    clerk.open(
        lambda: clerk.key(ENTER),
        clerk.stumbles(heard, ("", "2027-02-01", "情况正常，不作处理"), ("考评委员会", "", ""), ("2027-01-08",)),
    )
    assert "请填写谁了解的" in heard[1]
    assert "晚于今天" in heard[2]
    first = read(clerk.tab.statistics.questions)[0]
    assert (first["状态"], first["谁了解的"], first["处理"]) == ("委员会已了解", "考评委员会", "情况正常，不作处理")
    assert desk.rounds.results(YEAR, 1).people == before


def test_the_summary_is_looked_at_before_it_is_printed(
    clerk: RoundClerk, desk: Desk, actor: Actor, qtbot: QtBot
) -> None:
    rounds_held.counted(desk, actor)
    clerk.tell()
    told: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, PaperDialog)
        for _ in range(2):
            qtbot.waitUntil(dialog.put.isEnabled)
            told.append(f"{dialog.windowTitle()}，{dialog.shown.title}" if dialog.shown else "")
            clerk.key(DOWN)
        clerk.key(ESC)

    clerk.command("打印测评文书", look)
    assert told == ["打印：2026-测-001，测评结果汇总表", "打印：2026-测-001，测评统计报告"]


def test_names_of_four_characters_and_more_stand_whole_in_the_lists_of_a_round(
    clerk: RoundClerk, desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    named = "欧阳娜娜", "阿卜杜外力·买买提江"
    rows = [
        {"工号": f"P1{at}", "姓名": name, "部门": "第1检察部", "人员类别": "检察官", "职务": "检察官"}
        for at, name in enumerate(named)
    ]
    import_workbook(desk, Kind.PEOPLE, workbook(tmp_path / "又来的.xlsx", rows))
    number = rounds_held.opened(desk, actor)
    rounds_held.count_in(desk, actor, number, rounds_held.everybody(desk, number, 80))
    desk.rounds.close(actor, YEAR, number, rounds_held.SECOND)
    clerk.tell()
    for command, table in (("看测评结果", clerk.tab.results.table), ("看测评人员", clerk.tab.people.table)):
        clerk.command(command)
        assert {each["姓名"] for each in read(table)} >= set(named)
        room = table.columnWidth(1) - 2 * SIDE
        assert all(metrics(14, 500).horizontalAdvance(name) <= room for name in named)


def test_slips_of_a_draft_are_a_sample_that_cannot_leave(
    clerk: RoundClerk, desk: Desk, actor: Actor, qtbot: QtBot
) -> None:
    rounds_held.drafted(desk, actor)
    clerk.tell()
    told: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, PaperDialog)
        qtbot.waitUntil(lambda: bool(dialog.pdf))
        told.append(dialog.put.toolTip())
        assert not dialog.put.isEnabled()
        clerk.key(ESC)

    clerk.press("打印", look)
    assert "启动以后才能打印" in told[0]


def test_more_returned_than_issued_is_said_at_once_and_voids_the_round_which_is_held_again(
    clerk: RoundClerk, desk: Desk, actor: Actor, qtbot: QtBot
) -> None:
    rounds_held.opened(desk, actor)
    clerk.tell()
    heard: list[str] = []

    def above(dialog: QWidget) -> None:
        clerk.type("3", "2", "3", "6", "6", "6", "12", "12", "12")
        heard.append(seen(dialog))
        clerk.confirm()

    clerk.press("登记票数", above)
    assert "有票类收回多于发出，关闭时本轮作废" in heard[0]
    assert "收回的票多于发出的票，按此关闭则本轮作废" in clerk.words()
    clerk.command("关闭测评并计票", _closes(clerk, heard), clerk.fills("王监票"))
    assert "本轮作废，已录的 0 张票封存，须重新测评" in heard[1]
    assert clerk.line("状态", "下一步") == ("已作废", "按同样的人员和规则重新测评")
    assert "本轮已作废：收回的票多于发出的票" in clerk.words()
    clerk.command("看测评结果")
    assert "本轮已作废，没有结果" in clerk.words()

    # held again: the same people and terms, only the title may be another
    clerk.command("重新测评", lambda _dialog: clerk.key(ENTER))
    first, again = read(clerk.tab.progress.table)
    assert first["下一步"] == "已由 2026-测-002 重新测评"
    assert (again["轮次"], again["状态"], again["人员"]) == ("2026-测-002", "草稿", "被测评 6 人，投票 21 人")
    clerk.press("修改", lambda dialog: (heard.append(seen(dialog)), clerk.key(ESC))[0])
    assert "人员和规则与原轮次相同，只能改名称" in heard[2]


def test_a_closed_round_is_declared_void_with_a_reason_and_a_second_person(
    clerk: RoundClerk, desk: Desk, actor: Actor, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key of what is sealed is shown until it is on paper, and opens the seal from there."""
    rounds_held.counted(desk, actor)
    clerk.tell()
    heard: list[str] = []
    keys: list[str] = []
    sheet = tmp_path / "封存单.pdf"

    def hears(dialog: QWidget) -> None:
        heard.append(seen(dialog))
        clerk.key(ESC)

    def printed(dialog: QWidget) -> None:
        assert isinstance(dialog, SealDialog)
        qtbot.waitUntil(dialog.print.isEnabled)
        assert not dialog.put.isEnabled()
        keys.extend(re.findall(r"(?:[0-9A-Z]{4}-){13}[0-9A-Z]{4}", dialog.about.text()))
        clerk.open(lambda: clerk.key(ESC), hears)
        assert dialog.isVisible()
        printer_into(monkeypatch, sheet)
        clerk.open(dialog.print.click, hears)
        clerk.key(ESC)

    clerk.press("作废", clerk.stumbles(heard, ("",), ("有人代填",)), clerk.fills("王监票"), printed)
    assert "谁也打不开" in heard[2]
    assert "能打开封存的评分。打印后请马上删除它" in heard[3]
    assert sheet.stat().st_size
    assert "不计分、不显示、也不删除" in heard[0]
    assert "请填写理由" in heard[1]
    assert clerk.line("状态") == ("已作废",)
    assert "有人代填" in clerk.words()
    assert "封存 126 个评分" in clerk.words()

    told: list[str] = []

    def listed(dialog: QWidget) -> None:
        assert isinstance(dialog, PaperDialog)
        qtbot.waitUntil(dialog.print.isEnabled)
        told.append(dialog.windowTitle())
        clerk.key(ESC)

    tries = clerk.stumbles(told, (f"{keys[0][:-1]}?", "有人质疑"), (keys[0],))
    clerk.press("启封", tries, clerk.fills("王监票"), listed)
    assert "打不开 2026-测-001 的封存：钥匙有输错的字" in told[1]
    assert told[2] == "测评票启封清单"
    newest = desk.journal.rows(1)[0]
    assert (newest.verb, newest.why) == ("rounds.unseal", "有人质疑")


def test_the_forms_that_end_a_round_say_what_is_not_protected_and_what_is_lost(
    clerk: RoundClerk, desk: Desk, actor: Actor
) -> None:
    """A class of which two came; afterwards the working file is gone."""
    number = rounds_held.opened(desk, actor)
    rounds_held.count_in(desk, actor, number, {**V3, A: V3[A][:2]})
    clerk.tell()
    heard: list[str] = []

    def hears(dialog: QWidget) -> None:
        heard.append(seen(dialog))
        clerk.key(ESC)

    assert "A 票不足 3 人" in clerk.words()
    clerk.press("关闭计票", hears)
    assert "A 票不足 3 人：只与别的票类合并显示，也不留谁参加过" in heard[0]
    clerk.press("作废", hears)
    assert "读不出来" not in heard[1]
    desk.rounds._files().destroy(f"{YEAR}-测-001")
    clerk.tell()
    clerk.press("作废", hears)
    assert "已录的票和测评间的票读不出来，作废后不能封存" in heard[2]
    assert "加密封存" not in heard[2]


def test_the_key_of_a_seal_that_is_on_no_paper_outlasts_the_lock(
    clerk: RoundClerk, desk: Desk, actor: Actor, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody else signs in over it, and nobody else sees it; its own person finds it again."""
    rounds_held.counted(desk, actor)
    accounts = (("zhou", "周敏"), ("li", "李强"))
    roles = (Role.ADMINISTRATOR, Role.REVIEWER, Role.OPERATOR)
    first_accounts(desk, actor, Way.PLAIN, [NewAccount(login, name, roles, SECRET) for login, name in accounts])
    desk.seating.sign_in("zhou", SECRET)
    seating = clerk.window.seating
    seating.sit(desk)
    clerk.tell()
    key = desk.rounds.void(desk.seat.actor, YEAR, 1, "票箱被打开过", Second("li", SECRET)).key
    dialog = SealDialog(clerk.page, YEAR, 1, "2026-测-001", key)
    dialog.open()
    qtbot.waitUntil(dialog.print.isEnabled)

    def at_the_lock(login: str) -> str:
        asked = seating.lock_.dialog
        assert asked is not None
        asked.login.setText(login)
        asked.secret.setText(SECRET)
        asked.confirm()
        return "" if not seating.lock_.closed else seen(asked)

    seating.lock(asked=False)
    assert key not in seen(dialog)
    assert "2026-测-001 的封存单还没有打印，钥匙只在那个窗口里。请等原来的人解锁" in at_the_lock("li")
    assert at_the_lock("zhou") == ""
    assert dialog.isVisible()
    assert key in dialog.about.text()
    printer_into(monkeypatch, tmp_path / "封存单.pdf")
    clerk.open(dialog.print.click, lambda _dialog: clerk.key(ESC))
    assert dialog.why_it_stays() == ""
    dialog.reject()


def test_imported_ballots_ask_for_their_turnout_and_are_counted_then(
    sample_window: MainWindow, sample_desk: Desk, qtbot: QtBot, settled: Settled
) -> None:
    clerk = RoundClerk(qtbot, sample_window, settled)
    assert sample_window.frame is not None
    sample_window.frame.lead_to("ballots", "rounds")
    clerk.settle()
    assert clerk.line("状态") == ("待登记票数",)
    assert "登记前不能提名等次" in clerk.words()
    slips = {each["票类"][0]: int(each["有效票"]) for each in read(clerk.tab.progress.classes)}
    heard: list[str] = []
    a, b, c = (slips[each] for each in (A, B, C))
    clerk.press(
        "登记票数",
        clerk.stumbles(
            heard,
            (*4 * (str(a),), *4 * (str(b),), str(c), str(c), str(c), str(c - 1)),
            (str(c),),
        ),
    )
    assert f"却有 {c} 张票" in heard[1]
    assert clerk.line("状态", "下一步") == ("已计票", "已计入得分；看结果，打印汇总表")
    clerk.command("看测评统计")
    assert "提请委员会了解" in clerk.words()
    clerk.command("看测评结果")
    assert len(read(clerk.tab.results.table)) == 19
    clerk.press("登记票数", clerk.stumbles(heard, ("",), ("核对签到表",)))
    assert "请写明理由" in heard[3]


def test_help_says_what_no_way_of_voting_protects_against(clerk: RoundClerk) -> None:
    told = clerk.page.help_text()
    assert "一个票类的人评得完全一样" in told
    assert "院领导只有三人" in told
    assert "少的那一行就说出了是谁" in told
    assert "一张票只空着名单上一个人的那一行，多半就是那个人投的" in told
    assert "看不到是谁的" not in told


def test_help_says_what_a_copy_and_a_dead_pc_take_from_a_round(clerk: RoundClerk, speak: Callable[[str], None]) -> None:
    told = clerk.page.help_text()
    assert "副本要是先打开本轮，本轮就归了副本，搬走的打不开" in told
    assert "封存单印好以前电脑断电或坏了，钥匙就没有了，封存的评分谁也打不开" in told
    speak("en")
    told = clerk.page.help_text()
    assert "a copy opened first has the round" in told
    assert "the key is gone, and with it the sealed marks" in told


def test_what_does_not_fit_the_chosen_round_is_said_when_it_is_asked_from_the_palette(
    clerk: RoundClerk, desk: Desk, actor: Actor
) -> None:
    rounds_held.drafted(desk, actor)
    clerk.tell()
    clerk.command("关闭测评并计票")
    assert clerk.said == "所选轮次现在不能“关闭测评并计票”"


def cast(desk: Desk, actor: Actor, code: str, mark: str = "80") -> None:
    """One rater votes in the booth."""
    (made,) = desk.booth.make_codes(actor, YEAR, 1, [code]).codes
    desk.booth.enter(YEAR, 1, made.code)
    own = [each for each in rounds_held.rated(desk, 1) if each != code]
    desk.booth.cast(dict.fromkeys(own, mark))


def test_a_lone_ballot_in_the_booth_keeps_the_round_open_until_it_is_given_back(
    clerk: RoundClerk, desk: Desk, actor: Actor
) -> None:
    rounds_held.opened(desk, actor)
    type_all(desk, actor)
    cast(desk, actor, "S12")
    clerk.tell()
    why = clerk.barred("关闭计票")
    assert "测评间等候的 C 票太少" in why
    assert read(clerk.tab.progress.classes)[2]["等候"] == "1"

    def agree(_dialog: QWidget) -> None:
        clerk.tab_to("退回")
        clerk.key(SPACE)

    clerk.press("退回测评间的票", agree)
    assert read(clerk.tab.progress.classes)[2]["等候"] == ""
    assert "等候的" not in clerk.barred("关闭计票")


def test_while_the_booth_is_voted_in_nobody_is_led_to_close_it_or_told_that_all_have_voted(
    clerk: RoundClerk, desk: Desk, actor: Actor
) -> None:
    rounds_held.opened(desk, actor)
    envelopes = {each.person: each.code for each in desk.booth.make_codes(actor, YEAR, 1).codes}

    def votes(*people: str, mark: str = "80") -> None:
        for person in people:
            desk.booth.enter(YEAR, 1, envelopes[person])
            desk.booth.cast({each: mark for each in rounds_held.rated(desk, 1) if each != person})
        clerk.tell()

    votes("S01")
    assert "测评间等候的 C 票太少" in clerk.words()
    assert "票数填错的请更正" not in clerk.words()

    votes(*(f"S{at:02d}" for at in range(2, 7)))
    words = clerk.words()
    assert "还有 15 个验证码没有投票；现在关闭，收回的票不足应到人数的三分之二，本轮作废" in words
    assert "票数填错的请更正" not in words

    votes("L01", "L02", "L03", *(f"P{at:02d}" for at in range(1, 7)))
    words = clerk.words()
    assert "还有 6 个验证码没有投票；不再等候的，可以关闭计票" in words
    assert "票已齐" not in words
    heard: list[str] = []
    clerk.command("关闭测评并计票", lambda dialog: (heard.append(seen(dialog)), clerk.key(ESC))[0])
    assert "6 个验证码没有投票，从此作废" in heard[0]

    votes(*(f"S{at:02d}" for at in range(7, 13)))
    assert "票已齐，可以关闭计票" in clerk.words()
    assert clerk.line("下一步") == ("票已齐，可以关闭计票",)


def test_whoever_must_be_asked_again_after_the_program_was_cut_off_is_named(
    window: MainWindow, desk: Desk, actor: Actor, tmp_path: Path, qtbot: QtBot, settled: Settled
) -> None:
    rounds_held.office(desk, tmp_path)
    rounds_held.opened(desk, actor)
    cast(desk, actor, "S12")
    desk.close()
    again = open_desk(desk.path, clock=frozen_clock)
    window.show_desk(again, "desk")
    window.show()
    settled(window)
    assert window.frame is not None
    window.frame.lead_to("ballots", "rounds")
    clerk = RoundClerk(qtbot, window, settled)
    clerk.settle()
    words = clerk.words()
    assert "测评间中断过，有票没有保存" in words
    assert "请这些人再投一次（已经写入的不在内）：助理12" in words
    assert "再按“已请过”" in clerk.barred("关闭计票")
    clerk.press("已请过")
    assert "测评间中断过" not in clerk.words()


def test_slips_are_typed_from_the_page_and_compared_by_another_with_a_wrong_serial_and_a_wrong_mark(
    clerk: RoundClerk, desk: Desk, actor: Actor
) -> None:
    rounds_held.opened(desk, actor)
    printed = desk.slips.make_serials(actor, YEAR, 1, A, 5).serials[:3]
    clerk.tell()
    heard: list[str] = []

    def type_batch(dialog: QWidget) -> None:
        clerk.key(Qt.Key.Key_A)
        clerk.type("A222-2222")
        heard.append(seen(dialog))
        for serial, mark in zip(printed, V3[A], strict=True):
            clerk.type(serial)
            if serial == printed[0]:
                clerk.type("101")
                heard.append(seen(dialog))
            clerk.type(*[str(mark)] * 6)
        clerk.key(Qt.Key.Key_F9)
        for _ in printed:
            clerk.key(ENTER, ENTER)
        clerk.key(ESC)

    clerk.press("录入测评票", type_batch, clerk.fills("王监票"))
    assert "错误" in heard[0]
    assert "101" in heard[1]
    first = read(clerk.tab.progress.classes)[0]
    assert (first["印票"], first["已录票"], first["已核对"]) == ("5", "3", "3")
    clerk.press("登记票数", clerk.fills("3", "3", "3", "6", "6", "6", "12", "12", "12"))
    assert "B 票收回 6 张，只计入 0 张" in clerk.barred("关闭计票")

    # fewer put down than were counted: neither closed nor void, whatever the numbers say
    clerk.press("登记票数", clerk.fills("1", "1", "1"))
    assert "A 票登记收回 1 张，却计入了 3 张" in clerk.barred("关闭计票")


def test_a_member_of_the_committee_reads_results_and_statistics_and_finds_the_acts_barred_with_the_reason(
    window: MainWindow, desk: Desk, actor: Actor, tmp_path: Path, qtbot: QtBot, settled: Settled
) -> None:
    rounds_held.office(desk, tmp_path)
    rounds_held.counted(desk, actor)
    accounts = [NewAccount(role.value, f"人{role.value}", (role,), SECRET) for role in Role]
    first_accounts(desk, actor, Way.STRICT, accounts)
    desk.seating.sign_in("member", SECRET)
    window.show_desk(desk, "desk")
    window.show()
    settled(window)
    assert window.frame is not None
    window.frame.lead_to("ballots", "rounds")
    clerk = RoundClerk(qtbot, window, settled)
    clerk.settle()
    assert clerk.line("状态") == ("已计票",)
    assert clerk.barred("新建测评轮次").startswith("您的角色无权")
    assert clerk.barred("作废").startswith("您的角色无权")
    clerk.command("看测评人员")
    assert "您的角色无权" in clerk.words()
    clerk.command("看测评结果")
    assert read(clerk.tab.results.table)[0]["加权平均"] == "89.70"
    clerk.command("看测评统计")
    assert "提请委员会了解" in clerk.words()


def test_slips_and_envelopes_are_printed_and_never_saved_and_counted_on_the_page_at_once(
    clerk: RoundClerk, desk: Desk, actor: Actor, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of them would be a list of serials in print order, or of codes."""
    rounds_held.opened(desk, actor)
    clerk.tell()
    heard: list[str] = []

    def hear(dialog: QWidget) -> None:
        heard.append(seen(dialog))
        clerk.key(ESC)

    def print_into(dialog: RoundPapersDialog, name: str) -> None:
        qtbot.waitUntil(dialog.print.isEnabled)
        assert not dialog.put.isEnabled()
        assert dialog.put.toolTip() == "只能打印：存成文件就留在电脑里了"
        printer_into(monkeypatch, tmp_path / name)
        clerk.open(dialog.print.click, hear)

    def hand_out(dialog: QWidget) -> None:
        assert isinstance(dialog, RoundPapersDialog)
        qtbot.waitUntil(dialog.print.isEnabled)
        clerk.key(TAB)
        clerk.key(DOWN)  # class B, of six
        assert dialog.count.text() == "6"
        print_into(dialog, "票.pdf")
        dialog.paper.setFocus()
        clerk.key(DOWN)
        print_into(dialog, "信封.pdf")
        dialog.paper.setFocus()
        clerk.key(DOWN)
        qtbot.waitUntil(dialog.put.isEnabled)
        assert dialog.shown is not None
        assert dialog.shown.title == "计票批次表"
        clerk.key(ESC)

    clerk.press("打印", hand_out)
    assert "按打印的次序排着本轮的票号。打印后请马上删除它" in heard[0]
    assert "拿到这个文件的人都能用里面的验证码投票" in heard[1]
    assert [(each["印票"], each["验证码"]) for each in read(clerk.tab.progress.classes)] == [
        ("", "3"),
        ("6", "6"),
        ("", "12"),
    ]


def test_no_code_is_made_for_an_envelope_that_is_not_printed_after_all(
    clerk: RoundClerk, desk: Desk, actor: Actor, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds_held.opened(desk, actor)
    clerk.tell()
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QDialog.DialogCode.Rejected)

    def hand_out(dialog: QWidget) -> None:
        assert isinstance(dialog, RoundPapersDialog)
        dialog.paper.setFocus()
        clerk.key(DOWN)
        qtbot.waitUntil(dialog.print.isEnabled)
        dialog.print.click()
        clerk.key(ESC)

    clerk.press("打印", hand_out)
    assert [each["验证码"] for each in read(clerk.tab.progress.classes)] == ["", "", ""]


def test_a_desk_without_the_file_of_its_open_round_says_where_the_round_goes_on(
    clerk: RoundClerk, desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    rounds_held.opened(desk, actor)
    beside = desk.path.with_name(f"{desk.path.name}.2026-测-001")
    beside.rename(tmp_path / "旧文件夹里的")
    clerk.tell()
    words = clerk.words()
    assert "打开原来位置的台账继续" in words
    assert "名称以“2026-测-001”结尾的计票文件一并移来" in words
    assert clerk.barred("录入测评票") == "本轮的计票文件或密钥不在这里"
    (tmp_path / "旧文件夹里的").rename(beside)
    clerk.tell()
    assert clerk.barred("录入测评票") == ""
