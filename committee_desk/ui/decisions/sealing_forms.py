"""The forms of 电子签章: the office's seal under its passphrase, a signer's own hand under a PIN."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.roles import Right
from committee_desk.services.certificate_refusals import PinLocked, SealLocked, WrongPin, WrongSealPassphrase
from committee_desk.services.changes import Change, Topic
from committee_desk.services.signing_refusals import StrokesUnfit
from committee_desk.ui.common.jobs import Progress
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.common.secret_field import secret_field
from committee_desk.ui.common.surfaces import button
from committee_desk.ui.decisions.sealing_pad import HandField
from committee_desk.ui.publication.form import ActDialog
from committee_desk.wording.gradings import names_of
from committee_desk.wording.language import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from committee_desk.services.signing_views import Sealed, SheetRow
    from committee_desk.ui.common.page import Page

WIDE = 620


class FolderField(QWidget):
    """A folder that is typed, or chosen from a dialog."""

    def __init__(self, name: str) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.path = QLineEdit()
        self.path.setAccessibleName(name)
        self.path.setPlaceholderText(tr("可以不选"))
        self.choose = button(tr("选择…"), self._ask)
        self.choose.setAutoDefault(False)
        line.addWidget(self.path, 1)
        line.addWidget(self.choose)
        self.setFocusProxy(self.path)

    def chosen(self) -> Path | None:
        """The folder; None where none was named."""
        text = self.path.text().strip()
        return Path(text).expanduser() if text else None

    def _ask(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("选择文件夹"), self.path.text())
        if name:
            self.path.setText(name)


class SealForm(ActDialog):
    """加盖院印: one passphrase for all sheets. Whoever presses stop keeps what is sealed, and goes on later."""

    def __init__(self, page: "Page", rows: "Sequence[SheetRow]", *, demo: bool) -> None:
        super().__init__(page, tr("加盖电子院印"), tr("加盖院印"), width=WIDE)
        self._rows, self._demo = rows, demo
        outdated = {row.code: row.name for row in page.desk.results.view(page.year).rows if row.outdated}
        if names := [outdated[row.code] for row in rows if row.code in outdated]:
            self.explain(
                tr(
                    "{names}的等次已由委员会变更，院党组尚未作新的决定：现在盖章的是原决定的结果。",
                    names=names_of(tuple(names)),
                )
            )
        if unsaid := sum(row.said is None for row in rows):
            self.explain(
                tr_n(
                    "其中 {count} 人还没有登记本人签字：盖章后该栏留空，由本人在纸质件上手写；其后拒签的，须重新盖章。",
                    "其中 {count} 人还没有登记本人签字：盖章后该栏留空，由本人在纸质件上手写；其后拒签的，须重新盖章。",
                    unsaid,
                )
            )
        self.explain(
            tr_n(
                "给 {count} 人的确认表加盖本院电子印章。盖章后内容不能再改；结果另有决定的，另盖新的一版。",
                "给 {count} 人的确认表加盖本院电子印章。盖章后内容不能再改；结果另有决定的，另盖新的一版。",
                len(rows),
            )
        )
        self.passphrase = secret_field()
        if demo:
            self.add_words(tr("签章口令"), tr("演示台账使用本机的演示证书，不需要口令。"))
        else:
            self.add_row(tr("签章口令"), self.passphrase, tr("本院签章证书的口令，一次输入，用于本次的每一份"))
        self.folder = FolderField(tr("存到文件夹"))
        if page.place.may(Right.PRINT_SHEETS):
            self.add_row(tr("存到文件夹"), self.folder, tr("盖好的文件同时存一份，以后也可以存"))
        self.consequence.setText(tr("可以随时停下，已盖的保留，下次接着盖"))
        self.paths: tuple[Path, ...] = ()
        self.sealed, self.stopped = 0, False

    def seal(self) -> bool:
        """Seal them, off the window's thread."""
        if not self._demo and not self.passphrase.text():
            self.refuse_all([(tr("请填写签章口令。"), self.passphrase)])
            return False
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        codes, typed, folder = [row.code for row in self._rows], self.passphrase.text(), self.folder.chosen()
        bar = ProgressDialog(self, tr("正在加盖院印"))

        def work(tell: Progress) -> "Sealed":
            return desk.signing.seal(actor, year, codes, typed, folder, tell)

        try:
            done = bar.carry_out(self.page.place.worker, work, asks=(DeskError, Trouble))
        except (DeskError, Trouble) as error:
            self.page.place.changes.announce(Change.of(Topic.SIGNING))  # what is sealed stays, whatever came after
            self.say_refused(error, {WrongSealPassphrase: self.passphrase, SealLocked: self.passphrase}, self.folder)
            return False
        if done is None:
            self.page.place.changes.announce(Change.of(Topic.SIGNING))
            self.stopped = bar.stopped
            return bar.stopped
        self.paths, self.sealed = done.paths, len(done.codes)
        self.page.place.changes.announce(done)
        return True


class HandForm(ActDialog):
    """A signer's own PIN and hand. `person`: the assessed person signs; else the chair, all sheets with one hand."""

    def __init__(self, page: "Page", rows: "Sequence[SheetRow]", signer: str, *, person: bool) -> None:
        title = tr("本人签名：{name}", name=signer) if person else tr("主任委员签名：{name}", name=signer)
        super().__init__(page, title, tr("签名"), width=WIDE)
        self._rows, self._person = rows, person
        if person:
            row = rows[0]
            said = tr("{name}（{code}）的确认表第 {version} 版。请本人看过预览、输入自己的 PIN 后签名。",
                      name=row.name, code=row.code, version=row.version)  # fmt: skip
        else:
            said = tr_n(
                "共 {count} 份确认表。手写一次，用于本次的每一份。",
                "共 {count} 份确认表。手写一次，用于本次的每一份。",
                len(rows),
            )
        self.explain(said)
        self.pin = secret_field()
        self.add_row(tr("PIN"), self.pin, tr("由签名人本人输入，别人不得代签"))
        self.hand = HandField()
        self.add_row(tr("手写签名"), self.hand, "")
        self._fields.remove(self.hand)  # Enter goes through its parts
        for each in (self.hand.pad, self.hand.undo, self.hand.clear, self.hand.without):
            self.follow(each)
        self.consequence.setText(tr("签名后内容不能再改"))
        self.signed = 0

    def sign(self) -> bool:
        """Sign them, off the window's thread."""
        wrong: list[tuple[str, QWidget]] = []
        if not self.pin.text():
            wrong.append((tr("请填写 PIN。"), self.pin))
        if not self.hand.complete:
            wrong.append((tr("请手写签名；不便手写的，勾选“不手写”。"), self.hand))
        if wrong:
            self.refuse_all(wrong)
            return False
        self.clear_refusal()
        bar = ProgressDialog(self, tr("正在签名"), stoppable=not self._person)
        work = self._work()
        try:
            done = bar.carry_out(self.page.place.worker, work, asks=(DeskError, Trouble))
        except (DeskError, Trouble) as error:
            self.page.place.changes.announce(Change.of(Topic.SIGNING))  # what is signed stays, here or elsewhere
            self.say_refused(error, {WrongPin: self.pin, PinLocked: self.pin, StrokesUnfit: self.hand}, self.pin)
            return False
        self.page.place.changes.announce(done if done is not None else Change.of(Topic.SIGNING))
        self.signed = 0 if done is None else 1 if isinstance(done, Change) else len(done.codes)
        return done is not None or bar.stopped

    def _typed(self) -> bool:
        """What was written by hand is somebody's work too."""
        return super()._typed() or (self.isVisible() and bool(self.hand.pad.strokes()))

    def _work(self) -> "Callable[[Progress], Sealed | Change]":
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        pin, hand, codes = self.pin.text(), self.hand.strokes(), [row.code for row in self._rows]
        if self._person:
            return lambda _tell: desk.signing.sign_as_person(actor, year, codes[0], pin, hand)
        return lambda tell: desk.signing.sign(actor, year, codes, pin, hand, tell)
