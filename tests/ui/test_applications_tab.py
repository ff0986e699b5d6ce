"""复核申诉 on 决定与送达, by keys: taken down in time or late, accepted, refused, withdrawn, lengthened, answered."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.remedies import ApplicationState, Remedy
from committee_desk.domain.roles import Role, Way
from committee_desk.domain.scores import Grade
from committee_desk.services.account_views import NewAccount
from committee_desk.services.application_views import Applying, HeldApplication
from committee_desk.services.clock import CHINA
from committee_desk.ui.common.messages import Message
from committee_desk.ui.common.paper.dialog import PaperDialog
from committee_desk.ui.decisions.applications_columns import Show, received
from committee_desk.ui.decisions.applications_counter import ApplicationDialog
from committee_desk.ui.decisions.applications_forms import (
    AcceptForm,
    AnswerForm,
    ExtendForm,
    RefuseForm,
    TakeOverForm,
    WithdrawForm,
)
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.rereview.opening import OpenDialog
from tests.services.closing_years import CLERK, YEAR, ClosingOffice, closing_office
from tests.services.decided_years import serve, serve_after_a_late_objection
from tests.services.posted_notices import at
from tests.services.seated_desks import first_accounts
from tests.services.test_attachments import png
from tests.sound_desks import require_sound
from tests.ui.answering import said
from tests.ui.closing_hands import DOWN, ENTER, ESC, SPACE, TAB, Clerk

Settled = Callable[[MainWindow], None]
Clerks = Callable[[], Clerk]
RECEIVER, ORGAN, PASSWORD = "范伟雪", "云川市人民检察院", "kou ling 9 x"
LATE = datetime(2027, 2, 19, 9, 0, tzinfo=CHINA)
"""The day after the last one of those who know since 19 January."""


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory, template_sample_desk: Path) -> Path:
    """Decided, with the notices of J005 (称职) and J006 (不称职) served on 19 January 2027; J013 objected late."""
    path = tmp_path_factory.mktemp("decided") / "考评.desk"
    made = closing_office(path, template_sample_desk)
    made.desk.grading.choose(CLERK, YEAR, "J006", Grade.INCOMPETENT, "经劝导拒不参加考核")
    serve_after_a_late_objection(made)
    made.desk.close()
    return path


@pytest.fixture
def office(tmp_path: Path, decided: Path) -> Iterator[ClosingOffice]:
    """A copy on Wednesday 20 January 2027; when the test is over, it must be sound."""
    path = tmp_path / "考评.desk"
    yield ClosingOffice.copied(decided, path, at(20, 9))
    require_sound(path)


@pytest.fixture
def clerk(qtbot: QtBot, window: MainWindow, settled: Settled, office: ClosingOffice) -> Clerks:
    """Opens the window on what the office has done by then; somebody sits before 复核申诉."""

    def sat_down() -> Clerk:
        window.show_desk(office.desk, "desk")
        window.show()
        settled(window)
        made = Clerk(qtbot, window, settled)
        assert window.frame is not None
        window.frame.lead_to("decisions", "application:0")
        made.settle()
        return made

    return sat_down


def tab(clerk: Clerk) -> Any:
    """The tab in view."""
    page: Any = clerk.page
    assert page.tabs.tabText(page.tabs.currentIndex()) == "复核申诉"
    return page.tab


def states(clerk: Clerk) -> dict[str, str]:
    """What the register says of each, by number."""
    return {row.label: next(each for each in tab(clerk).table.rows.spec.columns if each.id == "state").text(row)
            for row in tab(clerk).table.shown}  # fmt: skip


def held(office: ClosingOffice, number: int = 1) -> HeldApplication:
    """How it stands."""
    return office.desk.applications.card(YEAR, number).row.held


def applied(office: ClosingOffice, code: str = "J005", remedy: Remedy = Remedy.REVIEW, *, accept: bool = False) -> int:
    """An application taken down now."""
    wanted = Applying(code, remedy, "办案数量少计两件。", office.clock.now, RECEIVER, organ=ORGAN)
    number = office.desk.applications.register(CLERK, YEAR, wanted).number
    if accept:
        office.desk.applications.accept(CLERK, YEAR, number, held(office, number).entry)
    return number


def name(clerk: Clerk, dialog: QWidget, text: str) -> None:
    """Into the first field; Enter takes what its list offers, and goes on."""
    assert isinstance(dialog, ApplicationDialog)
    clerk.write(text)
    clerk.qtbot.wait(20)
    clerk.key(ENTER)
    if clerk.under() is dialog.person:
        clerk.key(ENTER)
    clerk.qtbot.waitUntil(lambda: clerk.under() is dialog.remedy)


def live(clerk: Clerk, dialog: QWidget) -> str:
    """What the form says once it has looked at what was typed."""
    clerk.qtbot.wait(150)
    clerk.settle()
    return f"{said(dialog)}\n{dialog.chip.accessibleName()}"  # type: ignore[attr-defined]


# -- at the counter ----------------------------------------------------------------------------------------------------


def test_an_application_is_taken_down_from_top_to_bottom_with_its_scan(
    clerk: Clerks, office: ClosingOffice, tmp_path: Path
) -> None:
    clerking = clerk()
    scan = png(tmp_path / "申请书.png")

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, ApplicationDialog)
        assert clerking.under() is dialog.person
        name(clerking, dialog, "熊鹏")
        assert "J005，第二检察部，等次：称职，2027-01-19 知道结果" in live(clerking, dialog)
        assert clerking.under() is dialog.remedy
        clerking.key(ENTER)
        clerking.type("1-20 8:30")
        told = live(clerking, dialog)
        assert "知道结果的次日起算，至 2027-02-18（周四）止" in told
        assert "期限内" in told
        assert dialog.consequence.text() == "登记后编号 2026-复申-001，2027-02-19 前作出决定"
        clerking.write("办案数量少计两件。")
        clerking.key(TAB)
        clerking.type("重新计算")
        clerking.type("案件清单")
        dialog.evidence.take([scan])
        clerking.settle()
        dialog.receiver.setFocus()
        clerking.type(RECEIVER)
        assert clerking.under() is dialog.verb
        clerking.key(ENTER)

    clerking.press("登记申请…", fill_in)
    one = held(office)
    assert (one.code, one.kind, one.request, one.receiver) == ("J005", Remedy.REVIEW, "重新计算", RECEIVER)
    assert one.received == datetime(2027, 1, 20, 8, 30, tzinfo=CHINA)
    assert [each.name for each in office.desk.attachments.of(f"application:{YEAR}:1")] == ["申请书.png"]
    assert clerking.said == "2026-复申-001 已登记"
    assert states(clerking) == {"2026-复申-001": "待受理"}
    facts = tab(clerking).panel.facts
    assert "证据扫描件" in [facts.item(at).text() for at in range(facts.count())]
    assert "办案数量少计两件。" in tab(clerking).panel.text.toPlainText()


def test_an_appeal_of_somebody_else_than_incompetent_is_told_what_is_open_before_and_when_it_is_registered(
    clerk: Clerks, office: ClosingOffice
) -> None:
    clerking = clerk()
    sentence = (
        "熊鹏的等次是“称职”：对等次的申诉只限不称职（公务员法第九十五条），任何等次都可以申请复核"
        "（检察官法第四十四条），截止 2027-02-18（周四）。请改为登记复核申请。"
    )

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, ApplicationDialog)
        name(clerking, dialog, "熊鹏")
        clerking.key(DOWN)
        told = live(clerking, dialog)
        assert sentence in told
        assert "不能登记" in told
        dialog.grounds.setPlainText("不服")
        dialog.receiver.setText(RECEIVER)
        clerking.confirm()
        assert clerking.under() is dialog.remedy
        assert sentence in said(dialog)
        dialog.done(0)

    clerking.press("登记申请…", fill_in)
    assert not office.desk.applications.rows(YEAR)


def test_an_appeal_of_somebody_incompetent_names_its_organ_and_counts_sixty_days(
    clerk: Clerks, office: ClosingOffice
) -> None:
    clerking = clerk()

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, ApplicationDialog)
        name(clerking, dialog, "J006")
        clerking.key(DOWN)
        live(clerking, dialog)
        clerking.key(ENTER)
        clerking.type("")
        assert clerking.under() is dialog.organ
        clerking.type(ORGAN)
        clerking.write("不服等次。")
        dialog.receiver.setFocus()
        clerking.type(RECEIVER)
        assert dialog.consequence.text() == "登记后编号 2026-申-001，受理后 60 日内作出决定"
        clerking.confirm()

    clerking.press("登记申请…", fill_in)
    assert (held(office).kind, held(office).organ) == (Remedy.APPEAL, ORGAN)


def test_whoever_knows_of_no_result_yet_and_an_empty_form_are_refused_at_their_fields(
    clerk: Clerks, office: ClosingOffice
) -> None:
    clerking = clerk()
    unserved = "韩俊的结果通知书尚未送达，复核和申诉的期限还没有开始。请先登记送达。"

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, ApplicationDialog)
        clerking.confirm()
        assert "有 3 处要改正" in said(dialog)
        assert clerking.under() is dialog.person
        name(clerking, dialog, "韩俊")
        assert unserved in live(clerking, dialog)
        dialog.grounds.setPlainText("不服")
        dialog.receiver.setText(RECEIVER)
        clerking.confirm()
        assert clerking.under() is dialog.person
        dialog.person.setText("J005")
        dialog.received.setText("2027-01-18 9:00")
        assert "本人 2027-01-19 才知道结果" in live(clerking, dialog)
        clerking.confirm()
        assert clerking.under() is dialog.received
        dialog.received.setText("2027-01-20 8:00")
        dialog.receiver.setText("熊鹏")
        clerking.confirm()
        assert clerking.under() is dialog.receiver
        dialog.done(0)

    clerking.press("登记申请…", fill_in)
    assert not office.desk.applications.rows(YEAR)


@pytest.mark.usefixtures("stays")
def test_esc_asks_before_what_was_typed_is_thrown_away(clerk: Clerks, office: ClosingOffice) -> None:
    clerking, asked = clerk(), []

    def fill_in(dialog: QWidget) -> None:
        clerking.type("熊鹏")
        clerking.key(ESC)

    def give_up(question: QWidget) -> None:
        assert isinstance(question, Message)
        asked.append(said(question))
        clerking.key(TAB, SPACE) if clerking.under().text() != "放弃" else clerking.key(SPACE)  # type: ignore[attr-defined]

    clerking.press("登记申请…", fill_in, give_up)
    assert "放弃填写的内容" in asked[0]
    assert not office.desk.applications.rows(YEAR)


# -- what becomes of it ------------------------------------------------------------------------------------------------


def test_enter_accepts_it_and_then_leads_to_opening_its_re_review_with_the_application_chosen(
    clerk: Clerks, office: ClosingOffice
) -> None:
    applied(office)
    clerking = clerk()

    def accept(dialog: QWidget) -> None:
        assert isinstance(dialog, AcceptForm)
        assert "受理熊鹏的复核申请，由考评委员会复核，2027-02-19（周五）前作出决定" in said(dialog)
        clerking.key(ENTER)

    assert clerking.under() is tab(clerking).table
    clerking.key(DOWN)
    clerking.open(lambda: clerking.key(ENTER), accept)
    assert states(clerking) == {"2026-复申-001": "待立项复核"}
    assert tab(clerking).acts.primary.text() == "立项复核…"

    def opening(dialog: QWidget) -> None:
        assert isinstance(dialog, OpenDialog)
        assert "2026-复申-001" in dialog.source.currentText()
        dialog.done(0)

    tab(clerking).table.setFocus()
    clerking.open(lambda: clerking.key(ENTER), opening)
    assert clerking.page.page_id == "objections"
    assert "复核与更正" in clerking.words()


def test_a_late_one_cannot_be_accepted_and_is_refused_with_the_reason_it_has(
    clerk: Clerks, office: ClosingOffice
) -> None:
    office.clock.now = LATE
    applied(office)
    clerking = clerk()
    clerking.key(DOWN)
    clerking.settle()
    assert states(clerking) == {"2026-复申-001": "逾期，待不予受理"}
    assert tab(clerking).tabs.buttons[Show.LATE.value].text() == "逾期 1"
    acts = tab(clerking).acts
    assert acts.why_not(acts.all["accept"]).startswith("2026-复申-001 于 2027-02-19（周五）收到，期限 2027-02-18")

    def refuse(dialog: QWidget) -> None:
        assert isinstance(dialog, RefuseForm)
        assert "委员会发现结果确有错误的，可以另立更正" in said(dialog)
        clerking.confirm()

    clerking.open(lambda: clerking.key(ENTER), refuse)
    assert (held(office).state, held(office).outcome) == (
        ApplicationState.REFUSED, "2027-02-19 收到，期限 2027-02-18 已过",
    )  # fmt: skip


def test_refusing_one_in_time_asks_why_and_withdrawing_asks_for_the_paper(clerk: Clerks, office: ClosingOffice) -> None:
    applied(office)
    clerking = clerk()
    clerking.key(DOWN)
    clerking.settle()

    def refuse(dialog: QWidget) -> None:
        assert isinstance(dialog, RefuseForm)
        clerking.confirm()
        assert "2026-复申-001 在期限内提出，不予受理须写明理由。请填写理由。" in said(dialog)
        assert clerking.under() is dialog.why
        clerking.key(ESC)

    clerking.command("不予受理复核申请或申诉", refuse)
    assert held(office).state is ApplicationState.RECEIVED

    def withdraw(dialog: QWidget) -> None:
        assert isinstance(dialog, WithdrawForm)
        clerking.confirm()
        assert "没有写文件号或者书面材料。请填写后再保存。" in said(dialog)
        assert clerking.under() is dialog.document
        clerking.type("撤回申请 2027-01-20")
        clerking.confirm()

    clerking.command("登记撤回复核申请或申诉", withdraw)
    assert (held(office).state, held(office).document) == (ApplicationState.WITHDRAWN, "撤回申请 2027-01-20")
    assert states(clerking) == {"2026-复申-001": "已撤回"}


def test_an_appeal_is_accepted_on_the_day_that_is_typed_and_a_wrong_one_is_said_at_its_field(
    clerk: Clerks, office: ClosingOffice
) -> None:
    applied(office, "J006", Remedy.APPEAL)
    office.clock.now += timedelta(days=12)
    clerking = clerk()
    clerking.key(DOWN)
    clerking.settle()

    def accept(dialog: QWidget) -> None:
        assert isinstance(dialog, AcceptForm)
        assert dialog.day is not None
        assert dialog.day.text() == "2027-02-01"
        for wrong, why in (
            ("", "请填写受理日期，如 2027-03-05。"),
            ("昨天", "“昨天”不是日期。"),
            ("2027-01-19", "应当在收件之日 2027-01-20 至今天 2027-02-01 之间"),
            ("2027-02-02", "应当在收件之日 2027-01-20 至今天 2027-02-01 之间"),
        ):
            dialog.day.setFocus()
            dialog.day.clear()
            clerking.write(wrong)
            clerking.confirm()
            assert why in said(dialog)
            assert clerking.under() is dialog.day
        dialog.day.clear()
        clerking.write("2027-01-22")
        clerking.confirm()

    clerking.open(lambda: clerking.key(ENTER), accept)
    assert held(office).due == date(2027, 3, 23)
    facts = tab(clerking).panel.facts
    told = [str(facts.item(at).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(facts.count())]
    assert any("2027-01-22（周五）受理" in each for each in told), told


def test_an_appeal_is_lengthened_once_answered_and_carried_out_by_a_proceeding(
    clerk: Clerks, office: ClosingOffice
) -> None:
    applied(office, "J006", Remedy.APPEAL, accept=True)
    clerking = clerk()
    clerking.key(DOWN)
    clerking.settle()
    assert states(clerking) == {"2026-申-001": "待申诉处理决定"}

    def extend(dialog: QWidget) -> None:
        assert isinstance(dialog, ExtendForm)
        assert "不超过 30 日（公务员法第九十六条）。现在的决定期限是 2027-03-22（周一）" in said(dialog)
        clerking.type("云川检诉延〔2027〕2号")
        clerking.confirm()

    clerking.command("延长申诉决定期限", extend)
    assert held(office).due == date(2027, 4, 20)
    clerking.command("延长申诉决定期限")
    assert "已延长到 2027-04-20（周二），只能延长一次" in clerking.said

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, AnswerForm)
        clerking.confirm()
        assert "有 2 处要改正" in said(dialog)
        assert clerking.under() is dialog.document
        clerking.type("云川市检申决〔2027〕5号", "2027-01-19")
        clerking.type("撤销不称职等次")
        dialog.state.setFocus()
        clerking.key(DOWN)
        assert dialog.consequence.text().startswith("登记后立项执行")
        clerking.confirm()
        assert clerking.under() is dialog.day
        assert "只能是 2027-01-20" in said(dialog)
        clerking.type("2027-01-20")
        clerking.confirm()

    tab(clerking).table.setFocus()
    clerking.open(lambda: clerking.key(ENTER), answer)
    assert held(office).state is ApplicationState.CHANGED
    assert states(clerking) == {"2026-申-001": "变更，待立项执行"}
    assert tab(clerking).acts.primary.text() == "立项复核…"


def test_somebody_else_went_on_meanwhile_which_is_said_once(clerk: Clerks, office: ClosingOffice) -> None:
    applied(office)
    clerking = clerk()
    clerking.key(DOWN)
    clerking.settle()

    def withdraw(dialog: QWidget) -> None:
        assert isinstance(dialog, WithdrawForm)
        office.desk.applications.accept(CLERK, YEAR, 1, held(office).entry)
        clerking.type("撤回申请 2027-01-20")
        clerking.confirm()
        assert "2026-复申-001 刚由周敏改动，现为“已受理”。请看过后再办理。" in said(dialog)
        clerking.confirm()

    clerking.command("登记撤回复核申请或申诉", withdraw)
    assert held(office).state is ApplicationState.WITHDRAWN


# -- late objections, the register, what stands there before -----------------------------------------------------------


def test_a_late_objection_is_offered_once_its_author_knows_and_goes_on_as_an_application(
    clerk: Clerks, office: ClosingOffice
) -> None:
    clerking = clerk()
    assert "逾期异议可转为复核申请" not in clerking.words()
    serve(office, "J013")
    clerking = clerk()
    assert "1 件逾期异议可转为复核申请" in clerking.words()
    assert "2026-异-001 马𬱖" in clerking.words()
    assert "application_take_over" in [line.kind for line in office.desk.overview(YEAR, office.today).owed]

    def take_over(dialog: QWidget) -> None:
        assert isinstance(dialog, TakeOverForm)
        assert "事实和理由：案件分担比例有误。" in said(dialog)
        clerking.confirm()
        assert clerking.under() is dialog.receiver
        clerking.type(RECEIVER)
        clerking.confirm()

    clerking.press("接转…", take_over)
    assert (held(office).code, held(office).objection, held(office).in_time) == ("J013", 1, True)
    assert "application_take_over" not in [line.kind for line in office.desk.overview(YEAR, office.today).owed]
    assert clerking.said == "2026-异-001 已转为复核申请"
    assert received(held(office)) == "2027-01-20（周三）"
    assert "逾期异议可转为复核申请" not in clerking.words()


def test_the_register_is_shown_as_paper(clerk: Clerks, office: ClosingOffice, qtbot: QtBot) -> None:
    applied(office)
    clerking = clerk()
    titles: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, PaperDialog)
        titles.append(dialog.windowTitle())
        dialog.close()

    clerking.open(lambda: clerking.key(Qt.Key.Key_P, held=Qt.KeyboardModifier.ControlModifier), look)
    assert titles == ["2026 年度复核申诉台账"]


def test_a_day_off_after_the_last_day_already_is_past_it(clerk: Clerks, office: ClosingOffice) -> None:
    applied(office, accept=True)
    office.clock.now = datetime(2027, 2, 21, 9, 0, tzinfo=CHINA)
    clerking = clerk()
    clerking.key(DOWN)
    clerking.settle()
    assert states(clerking) == {"2026-复申-001": "待立项复核，已超期"}
    assert tab(clerking).acts.due.text().startswith("已过决定期限")


def test_before_any_application_it_says_what_belongs_here(clerk: Clerks) -> None:
    clerking = clerk()
    assert "还没有复核申请或申诉" in clerking.words()
    assert clerking.under() is tab(clerking).empty.button


@pytest.mark.parametrize("role", [Role.MEMBER, Role.CHAIR])
def test_without_the_right_every_act_is_barred_with_the_reason(
    clerk: Clerks, office: ClosingOffice, role: Role
) -> None:
    applied(office)
    accounts = [NewAccount(each.value, f"人{each.value}", (each,), PASSWORD) for each in Role]
    first_accounts(office.desk, CLERK, Way.STRICT, accounts)
    office.desk.seating.sign_in(role.value, PASSWORD)
    clerking = clerk()
    clerking.settle()
    barred = tab(clerking).register
    assert not barred.isEnabled()
    assert "您的角色无权" in barred.toolTip()
