"""Results decided in the window, by keys: for two who type the date, refused at their fields, decided anew."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from committee_desk.domain.objections import Matter
from committee_desk.domain.proceedings import ProceedingKind
from committee_desk.domain.results import ResultState
from committee_desk.services.objection_views import Filing
from committee_desk.ui.decisions.columns import Show
from committee_desk.ui.decisions.deciding import DecisionForm
from tests.desks_decided import FOUND, RAISED
from tests.services.closing_years import CLERK, YEAR, ClosingOffice
from tests.services.decided_years import DOCUMENT, decidable, decide, row, view
from tests.services.deciding_hands import Decider
from tests.ui.answering import said
from tests.ui.closing_hands import DOWN, ENTER, ESC, SPACE
from tests.ui.decisions_hands import SERVER, Clerks, page_of, second, table, today


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
