"""Sheets signed, refused and scanned in the window, by keys."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from committee_desk.domain.results import Means, Opinion, ResultState
from committee_desk.services.result_views import of_signature
from committee_desk.ui.decisions.signature import SignForm
from tests.services.closing_years import YEAR, ClosingOffice
from tests.services.decided_years import decidable, decide, row, serve, sign
from tests.services.test_attachments import png
from tests.ui.answering import said
from tests.ui.closing_hands import DOWN, ENTER
from tests.ui.decisions_hands import WITNESSES, Clerks, page_of, table


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
        at.type("2027-02-30")
        at.confirm()
        assert "“2027-02-30”不是日期。" in dialog.day.accessibleDescription()
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
