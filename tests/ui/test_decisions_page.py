"""决定与送达 in the window, by keys: decided for two, served and signed one after the other, refused, archived."""

import re
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.course import Stage
from committee_desk.domain.desk_file import ReadOnly
from committee_desk.domain.objections import Matter
from committee_desk.domain.proceedings import ProceedingKind
from committee_desk.domain.results import Means, Opinion, ResultState
from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_views import NewAccount
from committee_desk.services.objection_views import Filing
from committee_desk.services.result_views import Served, of_signature
from committee_desk.ui.common.messages import Message
from committee_desk.ui.common.second import SecondDialog
from committee_desk.ui.decisions.columns import Show
from committee_desk.ui.decisions.deciding import DecisionForm
from committee_desk.ui.decisions.page import DecisionsPage
from committee_desk.ui.decisions.papers import Paper, ResultPapersDialog
from committee_desk.ui.decisions.serving import ServeForm
from committee_desk.ui.decisions.signature import SignForm
from committee_desk.ui.main_window import MainWindow
from tests.desks_decided import FOUND, RAISED
from tests.services.closing_years import CLERK, YEAR, ClosingOffice, closing_office
from tests.services.decided_years import DOCUMENT, close_the_window, decidable, decide, row, serve, sign, view
from tests.services.deciding_hands import Decider
from tests.services.seated_desks import first_accounts
from tests.services.test_attachments import png
from tests.sound_desks import require_sound
from tests.ui.answering import CTRL, Act, said
from tests.ui.closing_hands import DOWN, ENTER, ESC, SHIFT, SPACE, TAB, Clerk

Settled = Callable[[MainWindow], None]
SERVER, WITNESSES = "范伟雪", ("郝文俊", "彭强涛")
F5 = Qt.Key.Key_F5
PASSWORD = "kou ling 9 x"


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory, template_sample_desk: Path) -> Path:
    """The sample office on the evening on which its window was closed; never opened by a test itself."""
    path = tmp_path_factory.mktemp("closed") / "已截止.desk"
    office = closing_office(path, template_sample_desk)
    close_the_window(office)
    office.desk.close()
    return path


@pytest.fixture
def office(tmp_path: Path, closed: Path) -> Iterator[ClosingOffice]:
    """A copy of it, the morning after; when the test is over, it must be sound."""
    path = tmp_path / "考评.desk"
    shutil.copyfile(closed, path)
    opened = ClosingOffice.reopened(path)
    opened.clock.now += timedelta(days=8)
    yield opened
    require_sound(path)


Clerks = Callable[[], Clerk]


@pytest.fixture
def clerk(qtbot: QtBot, window: MainWindow, settled: Settled, office: ClosingOffice) -> Clerks:
    """Opens the window on what the office has done by then; somebody sits before 决定与送达."""

    def sat_down() -> Clerk:
        window.show_desk(office.desk, "desk")
        window.show()
        settled(window)
        made = Clerk(qtbot, window, settled)
        assert window.frame is not None
        window.frame.lead_to("decisions")
        made.settle()
        return made

    return sat_down


def page_of(clerk: Clerk) -> DecisionsPage:
    """The page in view."""
    page = clerk.page
    assert isinstance(page, DecisionsPage)
    return page


def table(clerk: Clerk) -> dict[str, tuple[str, ...]]:
    """What the list says of everybody whom it shows, by code."""
    shown: Any = page_of(clerk).results.table
    columns = [each for each in shown.rows.spec.columns if each.id in {"grade", "state", "notice", "remark"}]
    return {each.code: tuple(column.text(each) for column in columns) for each in shown.shown}


def second(clerk: Clerk, told: list[str]) -> Act:
    """王芳 confirms; what was asked is kept."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, SecondDialog)
        told.append(said(dialog))
        clerk.type("王芳")
        clerk.confirm()

    return act


def today(office: ClosingOffice) -> str:
    return office.today.isoformat()


def test_ctrl_tab_leads_to_the_list_of_the_next_tab_and_back(clerk: Clerks) -> None:
    at = clerk()
    assert page_of(at).results.table.hasFocus()
    at.key(TAB, held=CTRL)
    at.settle()
    assert page_of(at).tabs.currentIndex() == 1
    at.key(TAB, held=CTRL | SHIFT)
    at.settle()
    assert page_of(at).tabs.currentIndex() == 0
    assert page_of(at).results.table.hasFocus(), "arrows walk in the list at once"


# -- the decision ------------------------------------------------------------------------------------------------------


def test_a_decision_says_whom_it_is_about_and_is_taken_by_two_who_type_the_date(
    clerk: Clerks, office: ClosingOffice
) -> None:
    at = clerk()
    able = decidable(office)
    told: list[str] = []
    assert f"{len(able)} 人未办完" in at.words()

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, DecisionForm)
        assert "2027年1月19日　周二" in said(dialog)
        assert f"{len(able)} 人：优秀 3、称职 14、另行确定 2" in said(dialog)
        at.type(DOCUMENT, "2027-01-18")
        at.key(DOWN, SPACE, ENTER)  # the second of them is not in it
        at.type("", "2027-01-20")
        at.confirm()
        assert "2027-01-20（周三）与这台电脑的日期 2027-01-19（周二）不一致" in said(dialog)
        assert at.under() is dialog.typed_today
        assert f"{len(able) - 1} 人：优秀 2" in said(dialog)
        at.type(today(office))
        at.confirm()

    at.press("登记院党组决定…", fill_in, second(at, told))
    assert "登记院党组 2027-01-18（周一）的决定“云川检党纪〔2027〕3号”，18 人：优秀 2、称职 14、另行确定 2" in told[0]
    assert at.said == "已登记院党组对 18 人的决定"
    states = [each.state for each in view(office).rows]
    assert (states.count(ResultState.DECIDED), states.count(ResultState.OPEN)) == (18, 1)
    left = next(each for each in view(office).rows if each.state is ResultState.OPEN)
    assert table(at)[left.code][1] == "待院党组决定"
    assert page_of(at).results.tools.tabs.buttons[Show.TO_SERVE.value].text() == "待送达 18"


def test_after_the_decision_on_everybody_the_keyboard_is_in_the_list(clerk: Clerks, office: ClosingOffice) -> None:
    at = clerk()

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, DecisionForm)
        at.type(DOCUMENT, today(office))
        dialog.typed_today.setFocus()
        at.type(today(office))
        at.confirm()

    at.press("登记院党组决定…", fill_in, second(at, []))
    assert decidable(office) == ()
    assert at.window.focusWidget() is page_of(at).results.table


def test_what_is_refused_lands_in_its_field(clerk: Clerks, office: ClosingOffice) -> None:
    first, *_ = decidable(office)
    decide(office, first)
    at = clerk()

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, DecisionForm)
        at.confirm()
        assert "有 3 处要改正" in said(dialog)
        assert "请填写院党组决定的文号或会议纪要号" in said(dialog)
        assert at.under() is dialog.document
        at.type(DOCUMENT, "2027-01-02")
        dialog.typed_today.setFocus()
        at.type(today(office))
        at.confirm()
        assert f"文号“{DOCUMENT}”的院党组决定已经登记" in said(dialog)
        assert at.under() is dialog.document
        at.type("云川检党纪〔2027〕4号")
        at.confirm()
        assert "院党组决定的日期 2027-01-02 不对：应在 2027-01-18 至 2027-01-19 之间" in said(dialog)
        assert at.under() is dialog.day
        dialog.done(0)

    at.press("登记院党组决定…", fill_in)
    assert len(view(office).decisions) == 1


def test_whoever_cannot_be_decided_on_is_named_with_the_reason(clerk: Clerks, office: ClosingOffice) -> None:
    code = "J013"
    notice = office.desk.publication.view(YEAR).versions[-1]
    received = notice.postings[0].posted + timedelta(hours=1)
    filing = Filing(code, notice.version, (Matter.SCORE,), "少计一件", received, SERVER, request="更正")
    office.desk.objections.register(CLERK, YEAR, filing)
    at = clerk()
    assert table(at)[code][1:] == ("暂不能决定", "", "异议 2026-异-001 尚未答复")
    page = page_of(at)
    page.show_target(code)
    at.settle()
    assert "马𬱖" in at.words()
    page.results.table.setFocus()
    at.key(ENTER)
    assert at.said == "马𬱖：异议 2026-异-001 尚未答复"
    assert page.decide_button.toolTip() == "马𬱖：异议 2026-异-001 尚未答复"
    assert not page.decide_button.isEnabled()
    assert {each[1] for each in table(at).values()} == {"暂不能决定"}, "its outcome could move all the others"


def test_a_new_version_needs_the_reason_and_says_what_it_replaces(clerk: Clerks, office: ClosingOffice) -> None:
    decide(office)
    decider = Decider(office)
    number = decider.open(ProceedingKind.CORRECTION, code=RAISED, basis="案管办来函〔2027〕2号")
    decider.hear(number, RAISED)
    decider.find(number, *FOUND)
    decider.carried_out(number)
    office.post()
    office.wait_for_the_end()
    office.close()
    at = clerk()
    assert table(at)[RAISED][1] == "须作新的决定"
    told: list[str] = []

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, DecisionForm)
        listed = [dialog.people.item(each).text() for each in range(dialog.people.count())]
        assert "马𬱖（J013）　第一检察部　优秀（原为称职，作第 2 版）" in listed
        at.type("云川检党纪〔2027〕9号", today(office))
        dialog.typed_today.setFocus()
        at.type(today(office))
        at.confirm()
        assert at.under() is dialog.why
        assert "请填写更改的依据" in said(dialog)
        at.type("更正决定 2026-更-001")
        at.confirm()

    at.press("登记院党组决定…", fill_in, second(at, told))
    assert row(office, RAISED).result.version == 2  # type: ignore[union-attr]
    assert row(office, RAISED).result.why == "更正决定 2026-更-001"  # type: ignore[union-attr]


# -- the notice and the signature --------------------------------------------------------------------------------------


def test_notices_are_served_one_after_the_other_without_the_mouse(clerk: Clerks, office: ClosingOffice) -> None:
    decide(office)
    at = clerk()
    page = page_of(at)
    page.results.tools.pick(Show.TO_SERVE.value)
    page.results.table.setFocus()
    first, following, third, *_ = [each.code for each in page.results.table.shown]

    def serve_first(dialog: QWidget) -> None:
        assert isinstance(dialog, ServeForm)
        assert at.under() is dialog.by
        assert "复核申请：至 2027-02-18（周四）止，向演练县人民检察院提出" in said(dialog)
        at.type(SERVER)
        at.confirm()

    def serve_next(dialog: QWidget) -> None:
        assert isinstance(dialog, ServeForm)
        assert row(office, following).name in dialog.windowTitle()
        assert dialog.by.text() == SERVER
        assert dialog.go_on.text() == f"登记后接着办下一人：{row(office, third).name}"
        at.confirm()

    left: list[str] = []

    def enough(dialog: QWidget) -> None:
        left.append(dialog.windowTitle())
        at.key(ESC)

    def on_and_on() -> None:
        at.key(ENTER)
        at.qtbot.waitUntil(lambda: bool(left))

    at.open(on_and_on, serve_first, serve_next, enough)
    assert row(office, third).name in left[0]
    served = [row(office, code).delivery for code in (first, following)]
    assert [each.served_by for each in served if each] == [SERVER, SERVER]
    assert row(office, third).delivery is None
    now = page.results.table.current()
    assert now is not None
    assert now.code == third
    assert first not in table(at)


def test_a_notice_that_is_left_needs_two_fit_witnesses_and_one_by_post_its_proof(
    clerk: Clerks, office: ClosingOffice
) -> None:
    decide(office)
    at = clerk()
    page = page_of(at)
    page.show_target("J013")
    at.settle()
    page.results.table.setFocus()

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, ServeForm)
        assert not dialog.witnesses.isEnabled()
        at.type(SERVER)
        dialog.means.setFocus()
        at.key(DOWN, DOWN)
        assert Means(dialog.means.currentData()) is Means.POST
        at.confirm()
        assert at.under() is dialog.proof
        assert "请填写本人知道之日的证明" in said(dialog)
        dialog.means.setFocus()
        at.key(Qt.Key.Key_Up)
        at.confirm()
        assert at.under() is dialog.witnesses.first
        at.type("马𬱖", WITNESSES[0])
        at.confirm()
        assert "见证人“马𬱖”就是被考核人本人，不能作见证" in said(dialog)
        at.type(WITNESSES[1])
        dialog.go_on.setChecked(False)
        at.confirm()

    at.open(lambda: at.key(ENTER), fill_in)
    delivery = row(office, "J013").delivery
    assert delivery is not None
    assert (delivery.means, set(delivery.witnesses)) == (Means.LEFT, set(WITNESSES))
    assert "送达见证人" in _facts(page)


def test_everything_that_stands_against_a_notice_is_said_at_once_and_no_remedy_promised(
    clerk: Clerks, office: ClosingOffice
) -> None:
    decide(office)
    at = clerk()
    page = page_of(at)
    page.show_target("J013")
    at.settle()
    page.results.table.setFocus()

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, ServeForm)
        dialog.means.setFocus()
        at.key(DOWN)
        assert Means(dialog.means.currentData()) is Means.LEFT
        dialog.known.setFocus()
        at.type("2027-02-30")
        at.confirm()
        assert "“2027-02-30”不是日期。请填如 2026-03-05 的日期。" in said(dialog)
        dialog.known.setFocus()
        at.type("2026-01-01")
        at.confirm()
        told = said(dialog)
        assert "有 3 处要改正" in told
        for wrong in ("本人知道结果的日期 2026-01-01 不对", "请填写送达人。", "请填写两名见证人的姓名"):
            assert wrong in told, told
        assert at.under() is dialog.known
        at.qtbot.waitUntil(lambda: "复核申请：至" not in said(dialog))
        dialog.done(0)

    at.open(lambda: at.key(ENTER), fill_in)
    assert row(office, "J013").delivery is None


def test_a_signature_keeps_the_scan_of_the_signed_sheet(clerk: Clerks, office: ClosingOffice, tmp_path: Path) -> None:
    decide(office)
    serve(office, "J013")
    scan, at = png(tmp_path / "签字.png"), clerk()
    page = page_of(at)
    page.show_target("J013")
    at.settle()
    page.results.table.setFocus()

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, SignForm)
        dialog.opinion.setFocus()
        at.key(DOWN)
        assert "签有异议不停止执行" in said(dialog)
        dialog.scan.path.setFocus()
        at.type(str(tmp_path / "没有.png"))
        at.confirm()
        assert row(office, "J013").signature is None, "a scan that cannot be kept leaves the form as it is"
        dialog.scan.path.setFocus()
        at.type(str(scan))
        at.confirm()

    at.open(lambda: at.key(ENTER), fill_in)
    signature = row(office, "J013").signature
    assert signature is not None
    assert signature.opinion is Opinion.DISAGREE
    assert [each.name for each in office.desk.attachments.of(of_signature(YEAR, "J013", 1))] == ["签字.png"]
    assert table(at)["J013"][1] == "有异议"


def test_who_refuses_to_sign_before_the_notice_is_served_has_it_served_by_that(
    clerk: Clerks, office: ClosingOffice
) -> None:
    decide(office)
    at = clerk()
    page = page_of(at)
    page.show_target("J013")
    at.settle()

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, SignForm)
        assert [dialog.opinion.itemText(each) for each in range(dialog.opinion.count())] == ["拒绝签字"]
        assert "同时登记留置送达" in said(dialog)
        dialog.witnesses.first.setFocus()
        at.type(*WITNESSES)
        at.confirm()

    at.press("登记签字…", fill_in)
    found = row(office, "J013")
    assert found.state is ResultState.SIGNED
    assert found.delivery is not None
    assert found.delivery.means is Means.LEFT


def test_everything_that_stands_against_a_signature_is_said_at_once_each_at_its_field(
    clerk: Clerks, office: ClosingOffice, tmp_path: Path
) -> None:
    decide(office)
    serve(office, "J013")
    at = clerk()
    page = page_of(at)
    page.show_target("J013")
    at.settle()
    page.results.table.setFocus()

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, SignForm)
        dialog.opinion.setCurrentIndex(dialog.opinion.findData(Opinion.REFUSED))
        dialog.day.setFocus()
        dialog.day.clear()
        at.type("2026-01-01")
        dialog.witnesses.first.setFocus()
        at.type("赵明")
        dialog.scan.path.setFocus()
        at.type(str(tmp_path / "没有.png"))
        at.confirm()
        assert "有 3 处要改正" in said(dialog)
        assert "签字的日期 2026-01-01 不对" in dialog.day.accessibleDescription()
        assert "请填写两名见证人的姓名" in dialog.witnesses.accessibleDescription()
        assert "没有.png" in dialog.scan.accessibleDescription()
        assert at.under() is dialog.day
        dialog.day.clear()
        at.confirm()
        assert "请填写签字日期，如 2026-03-05。" in dialog.day.accessibleDescription()
        assert "请填写两名见证人的姓名" in dialog.witnesses.accessibleDescription()
        dialog.done(0)

    at.open(lambda: at.key(ENTER), fill_in)
    assert row(office, "J013").signature is None


def test_where_somebody_refused_the_page_never_says_that_all_signed(clerk: Clerks, office: ClosingOffice) -> None:
    refusing, *others = able = decidable(office)
    decide(office)
    for code in able:
        serve(office, code)
    sign(office, refusing, Opinion.REFUSED, "彭强涛", "郝文俊")
    for code in others:
        sign(office, code)
    assert "1 人拒签，其余全部签字" in clerk().words()


def test_what_somebody_else_recorded_meanwhile_is_said_and_shown(clerk: Clerks, office: ClosingOffice) -> None:
    decide(office)
    at = clerk()
    page = page_of(at)
    page.show_target("J013")
    at.settle()

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, ServeForm)
        with office.another_window().desk as other:
            served = Served(Means.DIRECT, office.today, "周敏")
            found = other.results.view(YEAR).row("J013")
            assert found is not None
            other.results.serve(CLERK, YEAR, "J013", 1, served, found.entry)
        at.type(SERVER)
        at.confirm()
        assert "马𬱖的结果刚才被别人登记过" in said(dialog)
        at.settle()
        assert table(at)["J013"][1] == "已送达，待签字"
        dialog.done(0)

    at.press("登记送达…", fill_in)
    delivery = row(office, "J013").delivery
    assert delivery is not None
    assert delivery.served_by == "周敏"


def test_several_selected_people_are_decided_on_alone(clerk: Clerks, office: ClosingOffice) -> None:
    at = clerk()
    page_of(at).results.table.setFocus()
    at.key(DOWN, DOWN, held=Qt.KeyboardModifier.ShiftModifier)
    chosen = [each.code for each in page_of(at).results.table.selected()]

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, DecisionForm)
        assert [each.code for each in dialog.people.chosen()] == chosen
        assert dialog.people.count() == len(decidable(office))
        at.key(ESC)

    page_of(at).decide_button.setFocus()
    at.open(lambda: at.key(SPACE), look)
    assert len(chosen) == 3


# -- papers, archive, rights -------------------------------------------------------------------------------------------


def test_the_papers_are_looked_at_and_the_public_edition_is_kept_as_html(
    clerk: Clerks, office: ClosingOffice, tmp_path: Path
) -> None:
    decide(office)
    serve(office, "J013")
    at = clerk()

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, ResultPapersDialog)
        at.qtbot.waitUntil(lambda: bool(dialog.pdf))
        assert not dialog.html.isVisible()
        assert dialog.person.currentText() == "J013　马𬱖　第一检察部"
        dialog.person.setCurrentIndex(0)
        assert dialog.person.currentText() == "待送达的 18 人"
        dialog.paper.setFocus()
        for _ in range(list(Paper).index(Paper.EDITION)):
            at.key(DOWN)
        assert dialog.html.isVisible()
        assert not dialog.person.isEnabled()
        dialog.put_html_into(tmp_path / "公开版.html")
        at.key(ESC)

    page_of(at).show_target("J013")
    at.settle()
    at.press("打印通知书…", look)
    html = (tmp_path / "公开版.html").read_text(encoding="utf-8")
    assert "赵晓英" in html
    assert "马𬱖" not in html, "whoever is not 优秀 is counted, not named"
    assert office.desk.journal.rows(limit=1)[0].verb == "result.publish"


def test_an_edition_of_a_half_decided_year_says_so_beside_its_pages(clerk: Clerks, office: ClosingOffice) -> None:
    decide(office, "J013", "J010")
    at = clerk()

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, ResultPapersDialog)
        dialog.paper.setFocus()
        for _ in range(list(Paper).index(Paper.EDITION)):
            at.key(DOWN)
        at.qtbot.waitUntil(lambda: bool(dialog.pdf))
        assert "还有 17 人尚未决定，表上单独写明。" in said(dialog)
        at.key(ESC)

    page_of(at).show_target("J013")
    at.settle()
    at.press("打印通知书…", look)


def test_a_year_is_archived_by_two_once_nothing_is_owed_and_then_only_read(
    clerk: Clerks, office: ClosingOffice
) -> None:
    decide(office)
    codes = [each.code for each in view(office).rows]
    for code in codes:
        serve(office, code)
    for code in codes[1:]:
        sign(office, code)
    at, told = clerk(), []

    def refused(dialog: QWidget) -> None:
        assert isinstance(dialog, Message)
        told.append(said(dialog))
        at.key(ENTER)

    at.press("归档…", refused)
    assert "还有 1 人的结果没有办完" in told[0]
    sign(office, codes[0])
    at.key(F5)
    at.settle()

    def fill_in(dialog: QWidget) -> None:
        assert "2027年1月19日　周二" in said(dialog)
        at.confirm()
        assert "请填写今天的日期" in said(dialog)
        at.type(today(office))
        at.confirm()

    at.press("归档…", fill_in, second(at, told))
    assert "将 2026 年度归档" in told[-1]
    assert office.desk.course.stage(YEAR) is Stage.ARCHIVED
    page = page_of(at)
    assert page.archive_button.toolTip() == "2026 年度已经归档"
    assert not page.decide_button.isEnabled()
    assert {each[1] for each in table(at).values()} == {"已归档"}


def test_a_desk_that_is_only_read_bars_every_act_with_the_reason(clerk: Clerks, office: ClosingOffice) -> None:
    decide(office)
    at = clerk()
    page = page_of(at)
    page.show_target("J013")
    at.settle()
    assert page.results.serving.isEnabled()
    page.place.show_read_only(ReadOnly.DAMAGED)
    for button in (page.results.serving, page.results.signing, page.archive_button, page.decide_button):
        assert not button.isEnabled()
        assert "台账已损坏" in button.toolTip()
    page.place.show_read_only(None)
    assert page.results.serving.isEnabled()


def test_who_may_only_see_grades_finds_every_act_barred_with_the_reason(clerk: Clerks, office: ClosingOffice) -> None:
    decide(office)
    serve(office, "J009")
    accounts = [NewAccount(role.value, f"人{role.value}", (role,), PASSWORD) for role in Role]
    first_accounts(office.desk, CLERK, Way.STRICT, accounts)
    office.desk.seating.sign_in(Role.MEMBER.value, PASSWORD)
    at = clerk()
    page = page_of(at)
    page.show_target("J013")
    at.settle()
    assert table(at)["J009"][2].startswith("2026-通-")
    for button in (page.decide_button, page.archive_button, page.results.serving, page.results.signing):
        assert not button.isEnabled()
        assert "您的角色无权" in button.toolTip()


@pytest.mark.usefixtures("stays")
def test_esc_asks_before_what_was_typed_is_thrown_away(clerk: Clerks, office: ClosingOffice) -> None:
    decide(office)
    at, asked = clerk(), []

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, ServeForm)
        at.type(SERVER)
        at.key(ESC)

    def give_up(question: QWidget) -> None:
        asked.append(said(question))
        at.key(TAB, SPACE) if at.under().text() != "放弃" else at.key(SPACE)  # type: ignore[attr-defined]

    page_of(at).show_target("J013")
    at.settle()
    at.press("登记送达…", fill_in, give_up)
    assert "放弃填写的内容？" in asked[0]
    assert row(office, "J013").delivery is None


def test_everything_but_what_the_office_wrote_is_english(
    clerk: Clerks, office: ClosingOffice, speak: Callable[[str], None]
) -> None:
    speak("en")
    decide(office)
    serve(office, "J013")
    sign(office, "J013")
    at = clerk()
    page = page_of(at)
    page.show_target("J013")
    at.settle()
    held: Any = page.results.table
    rows = view(office).rows
    own = {DOCUMENT, SERVER, "演练县人民检察院", "通", "复"}
    own |= {word for each in rows for word in (each.name, each.department)}
    texts = [column.heading for column in held.rows.spec.columns]
    texts += [column.text(each) for column in held.rows.spec.columns for each in held.shown]
    texts += [_facts(page), page.results.panel.about.text(), page.help_text(), page.head.about.text()]
    texts += [each.title for each in page.results.commands()]
    texts += [each.text() for each in page.results.findChildren(QPushButton)]

    def look(dialog: QWidget) -> None:
        texts.append(said(dialog))
        at.key(ESC)

    page.show_target("J009")
    at.settle()
    at.press("Record service…", look)
    written = re.compile("|".join(sorted(map(re.escape, filter(None, own)), key=len, reverse=True)))
    assert [text for text in texts if re.search("[\u4e00-\u9fff]", written.sub("", text))] == []


def test_a_small_screen_at_twice_the_size_shows_the_page_without_scrolling_sideways(
    clerk: Clerks, office: ClosingOffice, window: MainWindow
) -> None:
    decide(office)
    at = clerk()
    window.resize(683, 384)
    at.settle()
    page = page_of(at)
    assert page.minimumSizeHint().width() <= page.width()
    acts = page.archive_button, page.decide_button, page.results.serving, page.results.signing
    for each in (*acts, page.results.tools.filter):
        assert each.isVisible()
        assert each.mapTo(window, each.rect().topRight()).x() < window.width(), each.accessibleName()
    assert not page.results.tools.departments.isVisible()


def test_before_the_window_is_closed_the_page_says_what_comes_first(
    qtbot: QtBot, window: MainWindow, settled: Settled, tmp_path: Path, template_sample_desk: Path
) -> None:
    early = closing_office(tmp_path / "早.desk", template_sample_desk)
    window.show_desk(early.desk, "desk")
    window.show()
    settled(window)
    assert window.frame is not None
    page: Any = window.frame.lead_to("decisions")
    settled(window)
    at = Clerk(qtbot, window, settled)
    assert "还没有审议通过的名单" in at.words()
    assert page.decide_button.toolTip() == "现在是“计分中”，公示关闭以后由院党组决定"
    at.key(SPACE)
    at.settle()
    assert at.page.page_id == "grading"


def _facts(page: DecisionsPage) -> str:
    found = page.results.panel.facts
    return "\n".join(found.item(at).text() for at in range(found.count()))
