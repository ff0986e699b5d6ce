"""Notices of results served one after the other, by keys, and what stands against a service."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from committee_desk.domain.proceedings import ProceedingKind
from committee_desk.domain.results import Means
from committee_desk.services.result_views import Served
from committee_desk.ui.decisions.columns import Show
from committee_desk.ui.decisions.serving import ServeForm
from tests.desks_decided import FOUND, PASSPHRASE, RAISED
from tests.services.closing_years import CLERK, SECOND, YEAR, ClosingOffice
from tests.services.decided_years import decide, row
from tests.services.deciding_hands import Decider
from tests.ui.answering import said
from tests.ui.closing_hands import DOWN, ENTER, ESC
from tests.ui.decisions_hands import SERVER, WITNESSES, Clerks, facts_of, page_of, table


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
    assert "送达见证人" in facts_of(page)


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


def test_a_grade_that_the_committee_changed_since_the_decision_is_said_before_it_is_served_and_sealed(
    clerk: Clerks, office: ClosingOffice
) -> None:
    decide(office)
    decider = Decider(office)
    number = decider.open(ProceedingKind.CORRECTION, code=RAISED, basis="来函")
    decider.hear(number, RAISED)
    decider.find(number, *FOUND)
    decider.carried_out(number)
    office.desk.certificates.make(CLERK, PASSPHRASE, SECOND)
    at = clerk()
    page = page_of(at)
    page.show_target(RAISED)
    at.settle()
    told: list[str] = []

    def looks(dialog: QWidget) -> None:
        told.append(said(dialog))
        dialog.done(0)  # type: ignore[attr-defined] # a dialog

    at.press("登记送达…", looks)
    assert "委员会已将等次变更为优秀，院党组尚未作新的决定：送达的是原决定的通知书" in told[0]
    page.show_target(f"sealing:{RAISED}")
    at.settle()
    at.press("加盖院印…", looks)
    assert "姚玉伟、马𬱖的等次已由委员会变更，院党组尚未作新的决定：现在盖章的是原决定的结果。" in told[1]
