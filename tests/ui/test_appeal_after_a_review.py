"""不称职 whose 复核 was answered by 维持: until when 申诉 is open is read where that is served, and after it."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.proceedings import Motion, ProceedingKind
from committee_desk.domain.remedies import Remedy
from committee_desk.domain.scores import Grade
from committee_desk.services.application_views import Applying
from committee_desk.ui.decisions.page import DecisionsPage
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.rereview.serving import ServeDialog
from tests.services.closing_years import CLERK, YEAR, ClosingOffice, closing_office
from tests.services.decided_years import close_the_window, decide, serve
from tests.services.deciding_hands import Decider
from tests.services.posted_notices import at
from tests.sound_desks import require_sound
from tests.ui.answering import said
from tests.ui.closing_hands import Clerk

WHO = "J006"


def _upheld(path: Path, template: Path) -> ClosingOffice:
    """The 复核 of J006, who is 不称职, was upheld on 24 February 2027, after the 30 days of a direct 申诉."""
    office = closing_office(path, template)
    office.desk.grading.choose(CLERK, YEAR, WHO, Grade.INCOMPETENT, "经劝导拒不参加考核")
    close_the_window(office)
    office.clock.now = at(19, 9)
    decide(office)
    serve(office, WHO)
    applications, decider = office.desk.applications, Decider(office)
    number = applications.register(
        CLERK, YEAR, Applying(WHO, Remedy.REVIEW, "不服处理。", office.clock.now, "范伟雪")
    ).number
    applications.accept(CLERK, YEAR, number, applications.card(YEAR, number).row.held.entry)
    office.clock.now = at(24, 9, month=2)
    proceeding = decider.open(ProceedingKind.APPLICATION, number)
    decider.find(proceeding, findings="处理决定有效，等次无误。")
    decider.carried_out(proceeding, Motion.UPHOLD)
    return office


def test_the_days_of_an_appeal_run_from_the_serving_of_the_decision(
    qtbot: QtBot,
    window: MainWindow,
    settled: Callable[[MainWindow], None],
    tmp_path: Path,
    template_sample_desk: Path,
) -> None:
    path = tmp_path / "考评.desk"
    shutil.copyfile(template_sample_desk, tmp_path / "样.desk")
    office = _upheld(path, tmp_path / "样.desk")
    window.show_desk(office.desk, "desk")
    window.show()
    settled(window)
    clerk = Clerk(qtbot, window, settled)
    assert window.frame is not None
    window.frame.lead_to("objections", "2026-复-001")
    clerk.settle()

    def record(dialog: QWidget) -> None:
        assert isinstance(dialog, ServeDialog)
        assert "不服复核决定的申诉期限从送达起算" in said(dialog)
        dialog.by.setFocus()
        clerk.type("范伟雪")
        clerk.confirm()

    clerk.command("登记决定书送达", record)
    window.frame.lead_to("decisions", WHO)
    clerk.settle()
    page = clerk.page
    assert isinstance(page, DecisionsPage)
    row = page.results.table.current()
    assert row is not None
    assert (row.code, row.after_review) == (WHO, (date(2027, 2, 24), date(2027, 3, 11)))
    found = page.results.panel.facts
    facts = [str(found.item(at).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(found.count())]
    for name, day in (("复核申请截止", "2027-02-18"), ("申诉截止", "2027-03-11"), ("复核决定书送达", "2027-02-24")):
        assert any(each.startswith(name) and day in each for each in facts), facts
    require_sound(path)
