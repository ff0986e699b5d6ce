"""Papers of results, the public edition and the archive, in the window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from committee_desk.domain.course import Stage
from committee_desk.ui.common.messages import Message
from committee_desk.ui.decisions.papers import Paper, ResultPapersDialog
from tests.services.closing_years import YEAR, ClosingOffice
from tests.services.decided_years import decide, serve, sign, view
from tests.ui.answering import said
from tests.ui.closing_hands import DOWN, ENTER, ESC
from tests.ui.decisions_hands import Clerks, page_of, second, table, today

F5 = Qt.Key.Key_F5


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
