"""电子签章 by keys: one passphrase for all sheets, stopped and gone on with; in 严格 by hand, each under an own PIN."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.roles import Role, Way
from committee_desk.domain.sealing import SignerRole
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.second import Second
from committee_desk.services.signing_views import SheetState
from committee_desk.ui.common.jobs import Job
from committee_desk.ui.decisions.page import DecisionsPage
from committee_desk.ui.decisions.sealing_forms import HandForm, SealForm
from committee_desk.ui.decisions.sealing_pad import HandPad
from committee_desk.ui.decisions.sealing_papers import SealedDialog
from committee_desk.ui.decisions.sealing_tab import SealingTab
from committee_desk.ui.main_window import MainWindow
from tests import sealing
from tests.sealing import PASSPHRASE, PIN, Decided
from tests.services.seated_desks import HOLDERS, SECRET, sit, with_accounts
from tests.ui.answering import Answers, said
from tests.ui.closing_hands import CTRL, ENTER, SPACE
from tests.ui.sealed_office import SECOND, YEAR, decided_on, seal_all, seen

NAME = "秦生康"
"""Who J001 is on the sample desk."""
Settled = Callable[[MainWindow], None]
Open = Callable[[], SealingTab]


@pytest.fixture
def finals(sample_desk: Desk) -> Decided:
    return decided_on(sample_desk)


@pytest.fixture
def lead(qtbot: QtBot, window: MainWindow, sample_desk: Desk, finals: Decided, settled: Settled) -> Open:
    """Leads to the tab on the desk as it is by then."""

    def opened() -> SealingTab:
        assert finals.people
        window.show_desk(sample_desk, "decisions")
        window.show()
        settled(window)
        assert window.frame is not None
        page = window.frame.pages.current
        assert isinstance(page, DecisionsPage)
        page.show_target("sealing:J001")
        qtbot.waitUntil(lambda: bool(page.tab.isVisible()) and not window.place.worker.busy)
        settled(window)
        assert isinstance(page.tab, SealingTab)
        return page.tab

    return opened


def press(qtbot: QtBot, button: QWidget) -> None:
    button.setFocus()
    qtbot.keyClick(button, SPACE)


def states(desk: Desk) -> list[SheetState]:
    return [row.state for row in desk.signing.view(YEAR).rows]


def test_without_a_certificate_nothing_is_sealed_and_the_way_to_one_is_shown(lead: Open) -> None:
    tab = lead()
    assert "本院还没有签章证书" in seen(tab)
    assert "请先在“系统”的“签章证书”中制作" in tab.seal.toolTip()
    assert not tab.seal.isEnabled()
    assert not tab.chair.isVisible()


def test_one_passphrase_seals_everybody_and_a_wrong_one_lands_in_its_field(
    qtbot: QtBot,
    lead: Open,
    sample_desk: Desk,
    actor: Actor,
    settled: Settled,
    window: MainWindow,
    answers: Callable[..., Answers],
    tmp_path: Path,
) -> None:
    sample_desk.certificates.make(actor, PASSPHRASE, SECOND)
    tab = lead()
    assert [row.code for row in tab.table.shown] == ["J001", "J002"]

    def seals(form: QWidget) -> None:
        assert isinstance(form, SealForm)
        assert "给 2 人的确认表加盖本院电子印章" in said(form)
        qtbot.keyClicks(form.focusWidget(), "falsch")
        for _ in ("to the folder", "to the verb", "press it"):
            qtbot.keyClick(form.focusWidget(), ENTER)
        qtbot.waitUntil(lambda: "签章口令不对" in said(form))
        assert form.focusWidget() is form.passphrase
        form.passphrase.clear()
        qtbot.keyClicks(form.focusWidget(), PASSPHRASE)
        qtbot.keyClick(form.focusWidget(), ENTER)
        form.folder.path.insert(str(tmp_path / "出"))
        for _ in ("to the verb", "press it"):
            qtbot.keyClick(form.focusWidget(), ENTER)

    answers(seals)
    press(qtbot, tab.seal)
    settled(window)
    assert states(sample_desk) == [SheetState.WHOLE] * 2
    assert [row.state for row in tab.table.shown] == [SheetState.WHOLE] * 2
    assert tab.seal.toolTip() == "没有待盖章的确认表"
    assert window.focusWidget() is tab.table, "the button that cannot be pressed again let the keyboard go"
    files = sorted((tmp_path / "出").iterdir())
    assert [each.read_bytes() for each in files] == [
        sample_desk.signing.sheet(YEAR, code).pdf for code in ("J001", "J002")
    ]


def test_who_has_not_signed_on_paper_yet_is_counted_before_the_seal(
    qtbot: QtBot, lead: Open, sample_desk: Desk, finals: Decided, actor: Actor, answers: Callable[..., Answers]
) -> None:
    sample_desk.certificates.make(actor, PASSPHRASE, SECOND)
    finals.said = False
    tab, told = lead(), list[str]()

    def looks(form: QWidget) -> None:
        told.append(said(form))
        qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Escape)

    answers(looks)
    press(qtbot, tab.seal)
    assert "其中 2 人还没有登记本人签字：盖章后该栏留空" in told[0]


def test_stopping_keeps_what_is_sealed_and_the_next_time_goes_on(
    qtbot: QtBot,
    lead: Open,
    sample_desk: Desk,
    actor: Actor,
    settled: Settled,
    window: MainWindow,
    answers: Callable[..., Answers],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sample_desk.certificates.make(actor, PASSPHRASE, SECOND)
    monkeypatch.setattr("committee_desk.services.signing_act.BATCH", 1)
    tab, real = lead(), Job.report
    stop_at = [1]

    def report(job: "Job[object]", done: int, total: int) -> None:
        if done == stop_at[0]:
            job.stop()
        real(job, done, total)

    monkeypatch.setattr(Job, "report", report)

    def seals(form: QWidget) -> None:
        assert isinstance(form, SealForm)
        qtbot.keyClicks(form.focusWidget(), PASSPHRASE)
        for _ in ("to the folder", "to the verb", "press it"):
            qtbot.keyClick(form.focusWidget(), ENTER)
        if form.isVisible():
            form.done(0)

    answers(seals)
    press(qtbot, tab.seal)
    settled(window)
    assert states(sample_desk) == [SheetState.WHOLE, SheetState.OPEN]
    qtbot.waitUntil(lambda: [row.state for row in tab.table.shown] == [SheetState.WHOLE, SheetState.OPEN])
    stop_at[0] = -1
    answers(seals)
    press(qtbot, tab.seal)
    settled(window)
    assert states(sample_desk) == [SheetState.WHOLE] * 2


def test_enter_shows_a_sealed_sheet_with_the_version_that_it_replaced_marked(
    qtbot: QtBot,
    lead: Open,
    sample_desk: Desk,
    finals: Decided,
    actor: Actor,
    answers: Callable[..., Answers],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seal_all(sample_desk, actor, tmp_path / "一")
    finals.versions["J001"] = 2
    seal_all(sample_desk, actor, tmp_path / "二")
    tab = lead()
    assert tab.table.choose("J001")
    out = tmp_path / "看到的.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))

    def looks(dialog: QWidget) -> None:
        assert isinstance(dialog, SealedDialog)
        assert dialog.version.itemText(1) == "第 1 版（已被第 2 版替代）"
        dialog.version.setFocus()
        qtbot.keyClick(dialog.version, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: "已被替代：这是第 1 版，现行的是第 2 版" in said(dialog))
        qtbot.waitUntil(dialog.put.isEnabled)
        qtbot.waitUntil(lambda: bool(dialog.preview.sheets.boxes()))
        press(qtbot, dialog.put)
        dialog.done(0)

    answers(looks)
    qtbot.keyClick(tab.table, ENTER)
    assert out.read_bytes() == sample_desk.signing.sheet(YEAR, "J001", 1).pdf
    assert sample_desk.journal.rows(1)[0].verb == "signing.write"


# -- 严格 ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def strict(sample_desk: Desk, finals: Decided, actor: Actor, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Chair and person have certificates of their own."""
    chair, keeper = HOLDERS[Role.CHAIR], Second("reviewer", SECRET)
    monkeypatch.setattr(sealing, "CHAIR", chair)
    finals.strict = True
    finals.people["J001"] = NAME
    sample_desk.certificates.make(actor, PASSPHRASE, SECOND)
    with_accounts(sample_desk, Way.STRICT)
    sample_desk.certificates.issue_own(sit(sample_desk, Role.CHAIR), PIN, PASSPHRASE, keeper)
    sample_desk.certificates.issue_to(sit(sample_desk, Role.SECRETARY), YEAR, "J001", f"{PIN}!", PASSPHRASE, keeper)
    return sample_desk


def _stroke(qtbot: QtBot, pad: HandPad, *points: tuple[int, int]) -> None:
    first, *on = (QPoint(*each) for each in points)
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=first)
    for each in on:
        qtbot.mouseMove(pad, each)
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=on[-1])


def test_the_chair_signs_all_sheets_in_the_own_session_with_one_hand(
    qtbot: QtBot,
    lead: Open,
    strict: Desk,
    settled: Settled,
    window: MainWindow,
    answers: Callable[..., Answers],
    tmp_path: Path,
) -> None:
    sit(strict, Role.CHAIR)
    tab = lead()
    assert not tab.seal.isVisible()
    assert "无权" in tab.person.toolTip()

    def signs(form: QWidget) -> None:
        assert isinstance(form, HandForm)
        qtbot.keyClick(form.verb, SPACE)
        qtbot.waitUntil(lambda: "请填写 PIN" in said(form))
        assert "请手写签名" in said(form)
        qtbot.keyClicks(form.pin, "falsch-falsch")
        pad = form.hand.pad
        _stroke(qtbot, pad, (20, 20), (60, 70), (90, 30))
        _stroke(qtbot, pad, (120, 20), (160, 70))
        _stroke(qtbot, pad, (220, 20), (260, 70))
        assert "已写 3 笔" in pad.accessibleDescription()
        qtbot.keyClick(pad, Qt.Key.Key_Z, CTRL)
        assert len(pad.strokes()) == 2
        qtbot.keyClick(form.verb, SPACE)
        qtbot.waitUntil(lambda: "PIN 不对" in said(form))
        assert form.focusWidget() is form.pin
        form.pin.clear()
        qtbot.keyClicks(form.pin, PIN)
        qtbot.keyClick(form.verb, SPACE)

    answers(signs)
    press(qtbot, tab.chair)
    settled(window)
    rows = strict.signing.view(YEAR).rows
    assert [row.next.role for row in rows if row.next] == [SignerRole.PERSON] * 2
    written = tmp_path / "签.pdf"
    written.write_bytes(strict.signing.sheet(YEAR, "J001").pdf)
    assert strict.signing.verify(written).who == NAME


@pytest.mark.usefixtures("stays")
def test_esc_asks_before_what_was_written_by_hand_is_thrown_away(
    qtbot: QtBot, lead: Open, strict: Desk, answers: Callable[..., Answers]
) -> None:
    sit(strict, Role.CHAIR)
    tab, asked = lead(), list[str]()

    def leaves(form: QWidget) -> None:
        assert isinstance(form, HandForm)
        _stroke(qtbot, form.hand.pad, (20, 20), (60, 70))
        qtbot.keyClick(form.pin, Qt.Key.Key_Escape)

    def gives_up(question: QWidget) -> None:
        asked.append(said(question))
        button = next(each for each in question.findChildren(QPushButton) if each.text() == "放弃")
        press(qtbot, button)

    answers(leaves, gives_up)
    press(qtbot, tab.chair)
    assert "放弃填写的内容" in asked[0]
    assert states(strict) == [SheetState.OPEN] * 2


def test_the_person_signs_without_handwriting_by_keys_alone(
    qtbot: QtBot, lead: Open, strict: Desk, settled: Settled, window: MainWindow, answers: Callable[..., Answers]
) -> None:
    strict.signing.sign(sit(strict, Role.CHAIR), YEAR, None, PIN)
    sit(strict, Role.SECRETARY)
    tab = lead()
    assert tab.table.choose("J002")
    assert tab.person.toolTip() == "“李四”还没有个人证书，请先签发"
    assert tab.issue.isEnabled()
    assert tab.table.choose("J001")
    assert tab.person.toolTip() == ""

    def signs(form: QWidget) -> None:
        assert isinstance(form, HandForm)
        qtbot.keyClicks(form.focusWidget(), f"{PIN}!")
        qtbot.keyClick(form.focusWidget(), ENTER)
        assert form.focusWidget() is form.hand.pad
        for _ in range(5):
            if form.focusWidget() is form.hand.without:
                break
            qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClick(form.hand.without, SPACE)
        for _ in ("to the verb", "press it"):
            qtbot.keyClick(form.focusWidget(), ENTER)

    answers(signs)
    press(qtbot, tab.person)
    settled(window)
    assert strict.signing.view(YEAR).rows[0].state is SheetState.WHOLE


def test_a_pen_writes_each_stroke_once_and_within_the_field(qtbot: QtBot) -> None:
    pad = HandPad()
    qtbot.addWidget(pad)
    pad.show()
    pen = QPointingDevice(
        "笔", 7, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
        QInputDevice.Capability.Position, 1, 1,
    )  # fmt: skip

    def touch(kind: QEvent.Type, x: float, y: float) -> QTabletEvent:
        at = QPointF(x, y)
        left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QTabletEvent(kind, pen, at, at, 1.0, 0, 0, 0.0, 0.0, 0.0, plain, left, left)
        QApplication.sendEvent(pad, event)
        return event

    touch(QEvent.Type.TabletPress, 10, 10)
    touch(QEvent.Type.TabletMove, 100, 48)
    assert touch(QEvent.Type.TabletMove, 9000, -50).isAccepted()
    touch(QEvent.Type.TabletRelease, 9000, -50)
    assert len(pad.strokes()) == 1
    assert pad.strokes()[0][-1] == (1.0, 0.0)
    assert all(0 <= part <= 1 for point in pad.strokes()[0] for part in point)
    qtbot.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.strokes() == ()
