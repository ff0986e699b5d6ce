"""异议与复核 by keyboard: objections taken down at the counter, in time and late, accepted, refused, withdrawn."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.objections import Matter, ObjectionState
from committee_desk.domain.roles import Role, Way
from committee_desk.services.actor import Actor
from committee_desk.services.objection_views import Checked
from committee_desk.ui.common.second import SecondDialog
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.objections.counter import CounterDialog
from committee_desk.ui.objections.moment_field import moment_typed
from committee_desk.ui.objections.page import ObjectionsPage
from tests.services.posted_notices import CLERK, YEAR, PostedOffice, at, posted_office
from tests.services.seated_desks import sit, with_accounts
from tests.sound_desks import require_sound
from tests.ui.answering import CTRL, Answers, said
from tests.ui.objection_hands import (
    Counting,
    before_objections,
    confirm,
    counter,
    left_alone,
    looked,
    printed,
    printer_into,
    take_down,
)

Settled = Callable[[MainWindow], None]
Ask = Callable[..., Answers]
MOST_KEYS = 25


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path) -> PostedOffice:
    """A notice hangs since Monday 11 January 2027, 10:00, until Monday 18 January, 17:30."""
    return posted_office(tmp_path / "考评.desk", template_sample_desk, at(11, 10))


@pytest.fixture(autouse=True)
def _sound_afterwards(tmp_path: Path) -> object:
    yield
    path = tmp_path / "考评.desk"
    if path.is_file():
        require_sound(path)


@pytest.fixture
def open_page(window: MainWindow, settled: Settled, qtbot: QtBot) -> Callable[[PostedOffice], ObjectionsPage]:
    """The window on that office, on 异议与复核."""

    return lambda office: before_objections(office, window, settled, qtbot)


def lines(page: ObjectionsPage) -> list[tuple[str, ...]]:
    """The register as it is read: number, who, about what, received, answer by, state."""
    columns = page.objections.table.model().columnCount()
    model = page.objections.table.model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(min(6, columns)))
        for row in range(model.rowCount())
    ]


def words(panel: QWidget) -> str:
    return "\n".join(each.text() for each in panel.findChildren(QLabel) if each.isVisibleTo(panel))


def press(qtbot: QtBot, act: QPushButton) -> None:
    assert act.isVisible()
    assert act.isEnabled(), act.toolTip()
    act.setFocus()
    qtbot.keyClick(act, Qt.Key.Key_Space)


def ctrl_j(qtbot: QtBot, page: ObjectionsPage) -> None:
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_J, CTRL)


def test_an_objection_is_taken_down_and_its_receipt_printed_in_at_most_25_keys_beyond_its_text(
    office: PostedOffice, open_page: Callable[..., ObjectionsPage], qtbot: QtBot, settled: Settled, answers: Ask,
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    printer_into(monkeypatch, tmp_path / "回执.pdf")
    office.clock.now = at(12, 10, 21)
    page, keys = open_page(office), Counting(qtbot)
    answers(take_down(qtbot, "公示期内，第 1 天", keys), printed(qtbot, keys))
    keys.key(Qt.Key.Key_J, CTRL)
    settled(page.window())
    assert keys.pressed <= MOST_KEYS
    assert lines(page) == [("2026-异-001", "熊鹏", "得分、名次", "1月12日 10:21", "1月19日", "待受理")]
    held = office.desk.objections.card(YEAR, 1).row.held
    assert (held.request, held.evidence, held.receiver, held.signed) == (
        "重新计算得分和名次", "转任通知 1 份", "范伟雪", True,
    )  # fmt: skip
    assert (tmp_path / "回执.pdf").read_bytes().startswith(b"%PDF")
    assert office.desk.journal.rows(1)[0].verb == "objection.receipt"


def test_the_dialog_says_under_which_number_it_will_stand_and_by_when_to_answer(
    office: PostedOffice, open_page: Callable[..., ObjectionsPage], qtbot: QtBot, answers: Ask
) -> None:
    office.clock.now = at(12, 10, 21)
    page = open_page(office)

    def act(asked: QWidget) -> None:
        looked(qtbot, counter(asked), "第 1 天")
        assert "登记后编号 2026-异-001，答复期限 2027-01-19" in said(asked)
        asked.reject()  # type: ignore[attr-defined]

    answers(act)
    ctrl_j(qtbot, page)


def test_one_handed_in_after_hours_on_the_last_day_is_kept_marked_late_routed_and_receipted(
    office: PostedOffice, open_page: Callable[..., ObjectionsPage], qtbot: QtBot, settled: Settled, answers: Ask,
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    printer_into(monkeypatch, tmp_path / "回执.pdf")
    office.clock.now = at(18, 17, 50)
    page = open_page(office)
    answers(take_down(qtbot, "逾期（20 分钟）"), printed(qtbot))
    ctrl_j(qtbot, page)
    settled(page.window())
    assert lines(page) == [("2026-异-001", "熊鹏", "得分、名次", "1月18日 17:50", "通知后", "转结果通知后复核")]
    assert "逾期（20 分钟）；截止 1月18日 17:30" in words(page.objections.panel)
    assert (tmp_path / "回执.pdf").is_file()
    page.objections.pick("late")
    assert len(page.objections.table.shown) == 1


def test_one_handed_in_on_a_made_up_saturday_is_in_time_and_the_page_said_to_staff_the_desk(
    tmp_path: Path, template_sample_desk: Path, open_page: Callable[..., ObjectionsPage], qtbot: QtBot,
    settled: Settled, answers: Ask,
) -> None:  # fmt: skip
    office = posted_office(tmp_path / "考评.desk", template_sample_desk, at(25, 10))
    office.clock.now = at(30, 10, 20)
    page = open_page(office)
    assert "2027-01-30（周六）调休上班，值班受理异议" in words(page.objections)
    answers(take_down(qtbot, "公示期内，第 5 天"), left_alone(qtbot))
    ctrl_j(qtbot, page)
    settled(page.window())
    assert lines(page)[0][3:] == ("1月30日 10:20", "2月14日", "待受理")


def test_what_is_wrong_in_each_field_is_said_at_once_at_that_field(
    office: PostedOffice, open_page: Callable[..., ObjectionsPage], qtbot: QtBot, answers: Ask
) -> None:
    office.clock.now = at(12, 10)
    page = open_page(office)
    told: list[str] = []

    def act(asked: QWidget) -> None:
        dialog = counter(asked)
        dialog.person.setText("李四")
        dialog.received.setText("2027-02-30 10:00")
        confirm(qtbot, dialog)
        told.append(said(dialog))
        assert dialog.person.hasFocus()
        dialog.reject()

    answers(act)
    ctrl_j(qtbot, page)
    for sentence in (
        "有 5 处要改正，每一处的原因写在该项下面。",
        "名单中没有“李四”。请从列表中选择；其他人的意见请登记为情况反映。",
        "收到时间不是时间。请填如 2027-01-12 10:00。",
        "没有勾选申请事项。请至少勾选一项。",
        "没有填写事实和理由。请照申请表填写。",
        "没有填写接收人。须写明是谁在这个时间收到的。",
    ):
        assert sentence in told[0]
    assert office.desk.objections.rows(YEAR) == ()


def filled(qtbot: QtBot, dialog: CounterDialog, code: str = "J005") -> None:
    dialog.person.setText(code)
    qtbot.keyClick(dialog.matters.boxes[Matter.SCORE], Qt.Key.Key_2)
    dialog.grounds.setPlainText("目标件数应分段核定。")
    dialog.receiver.setText("范伟雪")


@pytest.mark.parametrize(
    ("received", "sentence"),
    [
        ("2027-01-11 09:00", "收到时间 2027-01-11 09:00 早于公示书张贴的时间 2027-01-11 10:00。"),
        ("2027-01-12 10:01", "收到时间 2027-01-12 10:01 晚于录入时间 2027-01-12 10:00。"),
    ],
)
def test_a_time_before_the_posting_or_ahead_is_refused_while_it_is_typed_and_where_it_is(
    office: PostedOffice, open_page: Callable[..., ObjectionsPage], qtbot: QtBot, answers: Ask, received: str,
    sentence: str,
) -> None:  # fmt: skip
    office.clock.now = at(12, 10)
    page = open_page(office)

    def act(asked: QWidget) -> None:
        dialog = counter(asked)
        filled(qtbot, dialog)
        dialog.received.setText(received)
        looked(qtbot, dialog, "不能登记")
        assert sentence in said(dialog)
        confirm(qtbot, dialog)
        assert sentence in said(dialog)
        assert dialog.received.hasFocus()
        dialog.reject()

    answers(act)
    ctrl_j(qtbot, page)


def test_somebody_else_who_registered_the_same_paper_first_is_named_and_nothing_is_kept_twice(
    office: PostedOffice, open_page: Callable[..., ObjectionsPage], qtbot: QtBot, answers: Ask
) -> None:
    office.clock.now = at(12, 10)
    page = open_page(office)

    def act(asked: QWidget) -> None:
        dialog = counter(asked)
        filled(qtbot, dialog)
        with office.another_window() as other:
            other.objections.register(Actor("周敏"), YEAR, office.file(grounds="目标件数应分段核定。"))
        confirm(qtbot, dialog)
        assert "这份异议已由 周敏 在 2027-01-12 10:00 登记为 2026-异-001" in said(dialog)
        assert dialog.grounds.toPlainText() == "目标件数应分段核定。"
        dialog.reject()

    answers(act)
    ctrl_j(qtbot, page)
    assert len(office.desk.objections.rows(YEAR)) == 1


def test_one_that_another_window_moved_meanwhile_is_not_moved_again(
    office: PostedOffice, open_page: Callable[..., ObjectionsPage], qtbot: QtBot, answers: Ask
) -> None:
    office.clock.now = at(12, 10)
    office.desk.objections.register(CLERK, YEAR, office.file())
    page = open_page(office)
    page.objections.table.choose(1)
    qtbot.waitUntil(page.objections.panel.isVisible)

    def act(asked: QWidget) -> None:
        with office.another_window() as other:
            entry = other.objections.card(YEAR, 1).row.held.entry
            other.objections.refuse(Actor("周敏"), YEAR, 1, entry, "不是对考核结果的异议")
        confirm(qtbot, asked)
        assert "周敏 在 2027-01-12 10:00 改过异议 2026-异-001，现在是“不予受理”" in said(asked)
        asked.reject()  # type: ignore[attr-defined]

    answers(act)
    press(qtbot, next(act for act in page.objections.panel.moves.values() if act.text() == "受理…"))
    assert office.desk.objections.card(YEAR, 1).row.state is ObjectionState.REFUSED


@pytest.fixture
def one(
    office: PostedOffice, open_page: Callable[..., ObjectionsPage], qtbot: QtBot, settled: Settled
) -> ObjectionsPage:
    """One objection in time about another's result, chosen in the register."""
    office.clock.now = at(12, 10)
    filing = office.file(code="J013", matters=(Matter.GRADE, Matter.OTHER), other="J014")
    office.desk.objections.register(CLERK, YEAR, filing)
    page = open_page(office)
    page.objections.table.choose(1)
    settled(page.window())
    qtbot.waitUntil(page.objections.panel.isVisible)
    return page


def act_named(page: ObjectionsPage, text: str) -> QPushButton:
    acts = page.objections.panel.findChildren(QPushButton)
    return next(each for each in acts if each.text() == text)


def test_the_card_shows_what_was_checked_and_what_comes_next(one: ObjectionsPage) -> None:
    shown = words(one.objections.panel)
    assert "2026-异-001 马𬱖" in shown
    assert "公示期内，第 1 天；截止 1月18日 17:30" in shown
    assert "实名，本人签字" in shown
    assert "受理或不予受理\n\n答复本人\n1月19日（含当日）前" in shown


def test_accepting_says_what_follows_and_the_other_is_told_without_the_objector_s_name(
    one: ObjectionsPage, office: PostedOffice, qtbot: QtBot, settled: Settled, answers: Ask
) -> None:
    def accept(asked: QWidget) -> None:
        assert "受理 2026-异-001 马𬱖 对等次、他人结果的异议，由考评委员会复核，2027-01-19 前答复本人。" in said(asked)
        qtbot.keyClick(asked.focusWidget(), Qt.Key.Key_Return)

    answers(accept)
    press(qtbot, act_named(one, "受理…"))
    settled(one.window())
    assert lines(one)[0][5] == "待答复"

    def tell(asked: QWidget) -> None:
        assert "马𬱖" not in said(asked)
        confirm(qtbot, asked)
        assert "没有填写" in said(asked)
        qtbot.keyClicks(asked.focusWidget(), "2027-01-12")
        qtbot.keyClick(asked.focusWidget(), Qt.Key.Key_Return)
        qtbot.keyClick(asked.focusWidget(), Qt.Key.Key_Return)

    answers(tell)
    press(qtbot, act_named(one, "登记已告知…"))
    settled(one.window())
    assert office.desk.objections.card(YEAR, 1).row.held.other_informed == "2027-01-12"
    assert "告知本人" in words(one.objections.panel)


def test_refusing_needs_a_reason_and_shows_it(
    one: ObjectionsPage, qtbot: QtBot, settled: Settled, answers: Ask
) -> None:
    def refuse(asked: QWidget) -> None:
        confirm(qtbot, asked)
        assert "没有填写理由。对异议 2026-异-001 不予受理或更正登记，都要写明理由。" in said(asked)
        asked.focusWidget().insert("不是对考核结果的异议")  # type: ignore[attr-defined]
        confirm(qtbot, asked)

    answers(refuse)
    press(qtbot, act_named(one, "不予受理…"))
    settled(one.window())
    assert lines(one)[0][5] == "不予受理"
    qtbot.waitUntil(lambda: "不是对考核结果的异议" in words(one.objections.panel))
    assert act_named(one, "更正…").toolTip() == "已办结的异议不再更正登记内容"


def test_withdrawing_asks_for_the_paper(one: ObjectionsPage, qtbot: QtBot, settled: Settled, answers: Ask) -> None:
    def withdraw(asked: QWidget) -> None:
        confirm(qtbot, asked)
        assert "撤回异议 2026-异-001 须有 马𬱖 的书面申请" in said(asked)
        asked.focusWidget().insert("撤回申请 2027-01-12")  # type: ignore[attr-defined]
        confirm(qtbot, asked)

    answers(withdraw)
    press(qtbot, act_named(one, "撤回…"))
    settled(one.window())
    assert lines(one)[0][5] == "已撤回"


def test_a_slip_is_put_right_with_its_reason_and_what_was_in_time_may_turn_out_late(
    one: ObjectionsPage, office: PostedOffice, qtbot: QtBot, settled: Settled, answers: Ask
) -> None:
    office.clock.now = at(19, 9)

    def correct(asked: QWidget) -> None:
        dialog = counter(asked)
        assert dialog.grounds.toPlainText().startswith("6月1日转任")
        confirm(qtbot, dialog)
        assert "没有填写更正理由。" in said(dialog)
        dialog.why.setText("照申请表核对")
        dialog.evidence.words.setText("转任通知")
        confirm(qtbot, dialog)

    answers(correct)
    press(qtbot, act_named(one, "更正…"))
    settled(one.window())
    assert office.desk.objections.card(YEAR, 1).row.held.evidence == "转任通知"
    assert "证据：转任通知" in words(one.objections.panel)


def test_a_time_that_carries_the_paper_over_the_cut_off_asks_for_a_second_person_and_shows_on_the_card(
    one: ObjectionsPage, office: PostedOffice, qtbot: QtBot, settled: Settled, answers: Ask
) -> None:
    office.clock.now = at(18, 18)
    late = office.desk.objections.register(Actor("范伟雪"), YEAR, office.file(received=at(18, 17, 50)))
    one.place.changes.announce(late.change)
    settled(one.window())
    one.objections.table.choose(late.number)
    settled(one.window())

    def correct(asked: QWidget) -> None:
        dialog = counter(asked)
        dialog.received.setText("2027-01-18 17:25")
        dialog.why.setText("笔误")
        confirm(qtbot, dialog)

    def second(asked: QWidget) -> None:
        assert isinstance(asked, SecondDialog)
        assert "须两人办理的事项：更正 2026-异-002 的收到时间，由此改变是否逾期" in said(asked)
        asked.name.setText(f"{one.place.actor.name}同志")
        confirm(qtbot, asked)
        assert asked.isVisible()
        asked.name.setText("林岚")
        confirm(qtbot, asked)

    answers(correct, second)
    press(qtbot, act_named(one, "更正…"))
    settled(one.window())
    row = office.desk.objections.card(YEAR, late.number).row
    assert (row.held.in_time, row.received_first) == (True, at(18, 17, 50))
    assert "更正，原登记 2027-01-18 17:50" in words(one.objections.panel)


def test_ctrl_k_finds_an_objection_by_its_number_and_by_whose_it_is(
    one: ObjectionsPage, qtbot: QtBot, settled: Settled
) -> None:
    window = one.window()
    for typed in ("异-001", "马𬱖", "j013"):
        hits = one.desk.search(typed, YEAR)
        assert ("objection", "1", "2026-异-001", "马𬱖 · 2027-01-12") in [
            (hit.kind, hit.key, hit.title, hit.detail) for hit in hits
        ]
    assert isinstance(window, MainWindow)
    assert window.frame is not None
    window.frame.lead_to("people")
    settled(window)
    window.finding._open_hit(one.desk.search("异-001", YEAR)[0])
    settled(window)
    assert window.frame.pages.current is one
    assert one.objections.table.current() is not None


def test_before_a_notice_hangs_nothing_can_be_objected_to_and_the_page_says_what_to_do(
    sample_window: MainWindow, settled: Settled
) -> None:
    assert sample_window.frame is not None
    page = sample_window.frame.lead_to("objections")
    settled(sample_window)
    assert isinstance(page, ObjectionsPage)
    assert "公示书还没有张贴" in words(page)
    assert not page.register_button.isEnabled()
    assert page.register_button.toolTip() == "公示书还没有张贴，不能登记异议；意见请登记为情况反映"


def test_a_letter_without_a_name_is_kept_apart_and_what_became_of_it_is_said(
    office: PostedOffice, open_page: Callable[..., ObjectionsPage], qtbot: QtBot, settled: Settled, answers: Ask
) -> None:
    office.clock.now = at(12, 10)
    page = open_page(office)
    page.show_target("letters")
    settled(page.window())

    def write(asked: QWidget) -> None:
        confirm(qtbot, asked)
        assert "有 2 处要改正" in said(asked)
        asked.content.setPlainText("有人反映某案承办人请吃。")  # type: ignore[attr-defined]
        asked.receiver.setText("范伟雪")  # type: ignore[attr-defined]
        confirm(qtbot, asked)

    answers(write)
    press(qtbot, page.letters.empty.button)
    settled(page.window())
    assert [(row.label, row.anonymous) for row in page.letters.table.shown] == [("2026-情-001", True)]

    def handle(asked: QWidget) -> None:
        confirm(qtbot, asked)
        assert "没有填写" in said(asked)
        asked.focusWidget().insertPlainText("转检务督察核查")  # type: ignore[attr-defined]
        confirm(qtbot, asked)

    page.letters.table.choose(1)
    answers(handle)
    qtbot.keyClick(page.letters.table, Qt.Key.Key_Return)
    settled(page.window())
    assert office.desk.letters.rows(YEAR)[0].handled == "转检务督察核查"
    assert office.desk.objections.rows(YEAR) == ()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2027-01-11 10:21", "01-11 10:21"),
        ("2027.1.11 9:05", "01-11 09:05"),
        ("1月11日 10时21分", "01-11 10:21"),
        ("10：21", "01-12 10:21"),
        ("2027-02-30 10:00", None),
        ("2027-01-11 24:10", None),
        ("2027-01-11", None),
        ("", None),
    ],
)
def test_a_moment_is_typed_whole_or_without_its_year_or_its_day(typed: str, meant: str | None) -> None:
    found = moment_typed(typed, at(12, 10))
    assert (None if found is None else f"{found:%m-%d %H:%M}") == meant


def test_who_may_only_read_sees_the_register_and_why_nothing_can_be_done(
    one: ObjectionsPage, window: MainWindow, settled: Settled
) -> None:
    with_accounts(one.desk, Way.PLAIN)
    sit(one.desk, Role.CHAIR)
    one.place.seat(one.desk.seat)
    one.read_again()
    settled(window)
    assert len(lines(one)) == 1
    barred = [one.register_button, *(act_named(one, text) for text in ("受理…", "不予受理…", "更正…"))]
    assert [act.isEnabled() for act in barred] == [False] * len(barred)
    assert all(act.toolTip().startswith("您的角色无权") for act in barred)


@pytest.mark.parametrize(
    ("typed", "why"),
    [("F0", "名单中没有“F0”"), ("1", "名单中没有“1”"), ("zzzz", "名单中没有“zzzz”"), ("朱康", "有几人同名")],
)
def test_enter_does_not_leave_a_name_that_means_nobody_or_several(
    office: PostedOffice, open_page: Callable[..., ObjectionsPage], qtbot: QtBot, answers: Ask, typed: str, why: str
) -> None:
    page = open_page(office)

    def act(asked: QWidget) -> None:
        dialog = counter(asked)
        dialog.person.setText(typed)
        qtbot.keyClick(dialog.person, Qt.Key.Key_Return)
        assert dialog.person.hasFocus()
        assert said(dialog).count(why) == 1
        dialog.person.setText("xp")
        qtbot.keyClick(dialog.person, Qt.Key.Key_Return)
        assert why not in said(dialog)
        assert "J005，第二检察部" in said(dialog)
        assert dialog.person.text() == "熊鹏（J005）"
        assert dialog.received.hasFocus()
        dialog.reject()

    answers(act)
    ctrl_j(qtbot, page)


def test_a_line_beneath_a_field_is_red_no_longer_once_the_field_is_good(
    office: PostedOffice, open_page: Callable[..., ObjectionsPage], qtbot: QtBot, answers: Ask
) -> None:
    office.clock.now = at(12, 10)
    page = open_page(office)

    def red(dialog: CounterDialog) -> set[str]:
        return {each.text() for each in dialog.findChildren(QLabel) if each.property("r") == "bad" and each.isVisible()}

    def act(asked: QWidget) -> None:
        dialog = counter(asked)
        dialog.received.setText("2027-02-30 10:00")
        confirm(qtbot, dialog)
        assert len(red(dialog)) == 5
        dialog.person.setText("J005")
        dialog.received.setText("2027-01-12 09:30")
        looked(qtbot, dialog, "第 1 天")
        assert red(dialog) == {
            "没有勾选申请事项。请至少勾选一项。", "没有填写事实和理由。请照申请表填写。",
            "没有填写接收人。须写明是谁在这个时间收到的。",
        }  # fmt: skip
        assert "答复期限 2027-01-19（含当日）" in said(dialog)
        dialog.reject()

    answers(act)
    ctrl_j(qtbot, page)


def test_what_is_typed_afterwards_is_said_after_a_stop() -> None:
    checked = Checked(
        in_time=True, minutes_late=0, cut_off=at(18, 17, 30), nth_day=1, answer_by=date(2027, 1, 19),
        typed_afterwards=True, calendar_missing=None,
    )  # fmt: skip
    assert CounterDialog._said(checked) == "答复期限 2027-01-19（含当日）；补录：收到后过了一段时间才录入。"
