"""签章证书 by keys: made and withdrawn by two, taken over, exported; what bars an act stands with it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.journal import groups
from committee_desk.domain.roles import Role, Way
from committee_desk.domain.sealing import CertificateKind
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.system.certificate_forms import IssueForm, MakeForm, TakeOverForm, WithdrawForm, strength
from committee_desk.ui.system.certificates_tab import CertificatesTab
from committee_desk.ui.system.page import SystemPage
from tests.conftest import OFFICE
from tests.sealing import PASSPHRASE, PIN
from tests.services.seated_desks import SECRET, sit, with_accounts
from tests.services.test_certificates import FILE_PASSPHRASE, authority_file
from tests.ui.answering import Answers, pressed, said, typed
from tests.ui.closing_hands import CTRL, ENTER, SPACE
from tests.ui.sealed_office import SECOND, seen, told

Settled = Callable[[MainWindow], None]
System = Callable[[str], SystemPage]


@pytest.fixture
def tab(system: System) -> CertificatesTab:
    return system("certificates").certificates


def press(qtbot: QtBot, button: QWidget) -> None:
    button.setFocus()
    qtbot.keyClick(button, SPACE)


def choose(tab: CertificatesTab, kind: CertificateKind) -> None:
    row = next(row for row in tab.table.shown if row.kind is kind and row.withdrawn is None)
    tab.table.choose(row.number)


def test_the_office_makes_its_certificate_under_a_passphrase_typed_twice_before_a_second_person(
    qtbot: QtBot,
    tab: CertificatesTab,
    sample_desk: Desk,
    sample_window: MainWindow,
    settled: Settled,
    answers: Callable[..., Answers],
) -> None:
    assert "本院还没有签章证书" in seen(tab)
    heard: list[str] = []

    def makes(form: QWidget) -> None:
        assert isinstance(form, MakeForm)
        qtbot.keyClicks(form.focusWidget(), "abc")
        assert "强度：太短" in said(form)
        form.passphrase.clear()
        for text in (PASSPHRASE, "sesam"):
            qtbot.keyClicks(form.focusWidget(), text)
            qtbot.keyClick(form.focusWidget(), ENTER)
        qtbot.keyClick(form.focusWidget(), ENTER)
        qtbot.waitUntil(lambda: "两次输入的签章口令不一样" in said(form))
        assert form.focusWidget() is form.again
        form.again.clear()
        qtbot.keyClicks(form.focusWidget(), PASSPHRASE)
        qtbot.keyClick(form.focusWidget(), ENTER, CTRL)

    def read(dialog: QWidget) -> None:
        heard.append(said(dialog))
        qtbot.keyClick(dialog, ENTER)

    answers(makes, typed(qtbot, SECOND.name), read)
    press(qtbot, tab.make)
    settled(sample_window)
    view = sample_desk.certificates.view()
    assert view.seal is not None
    assert view.anchor is not None
    assert (view.seal.holder, view.seal.countersigned, view.trusted) == (OFFICE, SECOND.name, True)
    assert groups(view.anchor.fingerprint)[:39] in heard[0]
    assert groups(view.anchor.fingerprint)[:39] in told(tab)
    assert "本院签章证书有效" in seen(tab)
    assert [row.kind for row in tab.table.shown] == [
        CertificateKind.ROOT, CertificateKind.ISSUER, CertificateKind.SEAL,
    ]  # fmt: skip
    assert tab.make.toolTip() == "本院已有证书；要更换的，先停用"


def test_withdrawing_says_what_goes_with_it_and_asks_why_and_who_confirms(
    qtbot: QtBot,
    tab: CertificatesTab,
    sample_desk: Desk,
    sample_window: MainWindow,
    settled: Settled,
    answers: Callable[..., Answers],
    actor: Actor,
) -> None:
    sample_desk.certificates.make(actor, PASSPHRASE, SECOND)
    tab.refresh()
    settled(sample_window)
    assert tab.drop.toolTip() == "先选一份证书"
    choose(tab, CertificateKind.ROOT)

    def withdraws(form: QWidget) -> None:
        assert isinstance(form, WithdrawForm)
        assert "由它签发的 2 份证书一并停用" in said(form)
        qtbot.keyClick(form.focusWidget(), ENTER, CTRL)
        qtbot.waitUntil(lambda: "停用证书要写明原因" in said(form))
        assert form.focusWidget() is form.why
        form.why.insert("口令遗忘")
        qtbot.keyClick(form.focusWidget(), ENTER, CTRL)

    answers(withdraws, typed(qtbot, SECOND.name))
    press(qtbot, tab.drop)
    settled(sample_window)
    assert sample_desk.certificates.view().seal is None
    assert "本院还没有签章证书" in seen(tab)
    assert tab.make.isEnabled()
    assert tab.drop.toolTip() == "这份证书已经停用"


def test_a_certificate_is_taken_over_from_a_file_after_a_look_and_a_wrong_passphrase_lands_in_its_field(
    qtbot: QtBot, tab: CertificatesTab, sample_desk: Desk, sample_window: MainWindow, settled: Settled,
    answers: Callable[..., Answers], tmp_path: Path,
) -> None:  # fmt: skip
    path = authority_file(tmp_path)

    def takes(form: QWidget) -> None:
        assert isinstance(form, TakeOverForm)
        assert form.focusWidget() is form.path
        form.path.insert(str(path))
        qtbot.keyClick(form.focusWidget(), ENTER)
        qtbot.keyClicks(form.focusWidget(), "falsch")
        qtbot.keyClick(form.focusWidget(), ENTER)
        qtbot.keyClick(form.look_button, SPACE)
        qtbot.waitUntil(lambda: "口令不对" in said(form))
        assert form.focusWidget() is form.passphrase
        form.passphrase.clear()
        qtbot.keyClicks(form.focusWidget(), FILE_PASSPHRASE)
        qtbot.keyClick(form.look_button, SPACE)
        assert "由省数字证书认证中心签发" in said(form)
        assert form.focusWidget() is form.verb
        qtbot.keyClick(form.focusWidget(), ENTER)

    answers(takes, typed(qtbot, SECOND.name), pressed(qtbot, ENTER))
    press(qtbot, tab.take)
    settled(sample_window)
    seal = sample_desk.certificates.view().seal
    assert seal is not None
    assert (seal.holder, seal.countersigned) == (OFFICE, SECOND.name)


def test_a_certificate_of_another_name_is_taken_over_only_after_both_names_were_read(
    qtbot: QtBot, tab: CertificatesTab, sample_desk: Desk, sample_window: MainWindow, settled: Settled,
    answers: Callable[..., Answers], tmp_path: Path,
) -> None:  # fmt: skip
    path = authority_file(tmp_path, name="邻县人民检察院")
    both = f"注意：证书是“邻县人民检察院”的，本台账的单位是“{OFFICE}”。"
    heard: list[str] = []

    def takes(form: QWidget) -> None:
        assert isinstance(form, TakeOverForm)
        form.path.insert(str(path))
        form.passphrase.insert(FILE_PASSPHRASE)
        qtbot.keyClick(form.look_button, SPACE)
        assert both in said(form)
        qtbot.keyClick(form.focusWidget(), ENTER)
        assert sample_desk.certificates.view().seal is None
        qtbot.keyClick(form.verb, ENTER)

    def asked(answer: int) -> Callable[[QWidget], None]:
        def press_it(box: QWidget) -> None:
            heard.append(said(box))
            qtbot.keyClick(box.focusWidget(), answer)

        return press_it

    def agrees(box: QWidget) -> None:
        heard.append(said(box))
        (yes,) = (each for each in box.findChildren(QPushButton) if each.text().startswith("仍然导入"))
        yes.setFocus()
        qtbot.keyClick(yes, ENTER)

    answers(takes, asked(Qt.Key.Key_Escape), agrees, typed(qtbot, SECOND.name), pressed(qtbot, ENTER))
    press(qtbot, tab.take)
    settled(sample_window)
    assert [both in each for each in heard] == [True, True]
    seal = sample_desk.certificates.view().seal
    assert seal is not None
    assert seal.holder == "邻县人民检察院"


def test_a_certificate_goes_out_as_pem_and_no_key_with_it(
    qtbot: QtBot, tab: CertificatesTab, sample_desk: Desk, sample_window: MainWindow, settled: Settled,
    actor: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    sample_desk.certificates.make(actor, PASSPHRASE, SECOND)
    tab.refresh()
    settled(sample_window)
    path = tmp_path / "本院.pem"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press(qtbot, tab.pem)
    anchor = sample_desk.certificates.view().anchor
    assert anchor is not None
    assert sample_desk.certificates.look(path).fingerprint == anchor.fingerprint
    assert b"PRIVATE" not in path.read_bytes()


def test_in_strict_the_chair_gets_an_own_certificate_under_an_own_pin(
    qtbot: QtBot, window: MainWindow, sample_desk: Desk, settled: Settled, answers: Callable[..., Answers], actor: Actor
) -> None:
    sample_desk.certificates.make(actor, PASSPHRASE, SECOND)
    with_accounts(sample_desk, Way.STRICT)
    chair = sit(sample_desk, Role.CHAIR)
    window.show_desk(sample_desk, "system")
    window.show()
    settled(window)
    assert window.frame is not None
    page = window.frame.lead_to("system", "certificates")
    settled(window)
    assert isinstance(page, SystemPage)
    tab = page.certificates
    assert "无权" in tab.make.toolTip()

    def issues(form: QWidget) -> None:
        assert isinstance(form, IssueForm)
        for text in (PIN, PIN, "falsch-falsch"):
            qtbot.keyClicks(form.focusWidget(), text)
            qtbot.keyClick(form.focusWidget(), ENTER)
        qtbot.keyClick(form.focusWidget(), ENTER)
        qtbot.waitUntil(lambda: "签章口令不对" in said(form))
        assert form.focusWidget() is form.passphrase
        form.passphrase.clear()
        qtbot.keyClicks(form.focusWidget(), PASSPHRASE)
        for _ in ("to the verb", "press it"):
            qtbot.keyClick(form.focusWidget(), ENTER)

    answers(issues, typed(qtbot, "reviewer", SECRET))
    press(qtbot, tab.own)
    settled(window)
    rows = sample_desk.certificates.view().rows
    assert (rows[-1].kind, rows[-1].holder) == (CertificateKind.SIGNER, chair.name)


@pytest.mark.parametrize(
    ("text", "word"),
    [("abc", "太短"), ("aaaaaaaaaaaaaaaaaaaa", "弱"), ("abcdefgh", "弱"), ("abcdefghij 12", "中"),
     ("spring river flower moon", "强")],
)  # fmt: skip
def test_strength_is_length_of_different_characters(text: str, word: str) -> None:
    assert f"强度：{word}" in strength(text, 8)


def test_before_there_is_any_nothing_goes_out(tab: CertificatesTab) -> None:
    assert tab.pem.toolTip() == "还没有证书"
    assert tab.own.toolTip() == "本院没有能签发个人证书的证书"
