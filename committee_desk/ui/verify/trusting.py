"""Trusting an office on this PC, in two steps: its fingerprint typed off paper, then whom one trusts with what."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.journal import BEGINNING, GROUP, NotAHead, groups, typed_head
from committee_desk.domain.sealing import same_office
from committee_desk.services.certificate_refusals import FingerprintUnreadable
from committee_desk.services.trust import TrustedOffice
from committee_desk.ui.common.steps import StepsDialog
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, LINES = 620, 4
TOGETHER = len(BEGINNING) // GROUP // LINES
"""So many groups are typed into one field."""


class GroupsField(QLineEdit):
    """Four groups of a fingerprint, typed off paper: what stands on the screen is no proof, so nothing is pasted."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(40)
        self.textEdited.connect(self._part)

    def digits(self) -> str:
        """What was typed, without what stands between."""
        return "".join(self.text().split())

    def _part(self, _text: str) -> None:
        """A space after each group; on to the next field when this one is full."""
        typed = self.digits()
        if self.cursorPosition() == len(self.text()) and len(typed) <= GROUP * TOGETHER:
            self.setText(groups(typed))
        if len(typed) == GROUP * TOGETHER and self.cursorPosition() == len(self.text()):
            self.focusNextChild()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Everything but pasting."""
        if event.matches(QKeySequence.StandardKey.Paste):
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """No menu: it would offer to paste."""
        event.accept()


class TrustDialog(StepsDialog):
    """`held` is the certificate that the file holds; `known` what this PC trusts already."""

    def __init__(self, parent: QWidget, path: Path, held: TrustedOffice, known: "Sequence[TrustedOffice]") -> None:
        super().__init__(parent, tr("信任一个单位"), tr("在本机信任"), width=WIDTH)
        self._path, self._held = path, held
        self._namesakes = [
            each for each in known
            if not each.demo and same_office(each.name, held.name) and each.fingerprint != held.fingerprint
        ]  # fmt: skip
        self.begin_step(tr("照纸面输入指纹"), self._typed_right)
        self.tell().setText(
            tr(
                "请找到该院印在公示、结果通知书或证书登记单上的证书指纹：16 组，每组 4 个字符。照纸面输入，不能粘贴，"
                "也不要照屏幕抄：文件自带的指纹证明不了它是谁的。手边没有纸面的，请向该院政治部索取。"
            )
        )
        self.fields = [GroupsField() for _ in range(LINES)]
        for at, field in enumerate(self.fields):
            first = at * TOGETHER + 1
            name = tr("第 {first}–{last} 组", first=first, last=first + TOGETHER - 1)
            self.add_row(name, field, tr("0–9、a–f，大小写都可以") if at == 0 else "")
        self.begin_step(tr("核对单位"), lambda: True, self._sum_up)
        self.summary = self.tell("body")
        self.meaning = self.tell()
        self.warning = self.tell("warn")
        self.show_step(0)

    def trusted(self, trust: Callable[[Path, str], TrustedOffice]) -> TrustedOffice | None:
        """Ask, and trust it; None when cancelled."""
        done: list[TrustedOffice] = []

        def act() -> bool:
            try:
                done.append(trust(self._path, self._fingerprint()))
            except (DeskError, Trouble) as error:
                self.show_step(0)
                self.refuse(sentence(error), self.fields[0])
                return False
            return True

        return done[0] if self.run(act) else None

    def _fingerprint(self) -> str:
        return " ".join(field.text() for field in self.fields)

    def _typed_right(self) -> bool:
        """Whether the whole fingerprint was typed, and is that of the certificate."""
        short = [
            (tr("这里应有 4 组，每组 4 个字符。"), field)
            for field in self.fields
            if len(field.digits()) != GROUP * TOGETHER
        ]
        if short:
            self.refuse_all(short)
            return False
        try:
            typed = typed_head(self._fingerprint())
        except NotAHead:
            self.refuse(sentence(FingerprintUnreadable(self._fingerprint())), self.fields[0])
            return False
        if typed != self._held.fingerprint:
            said = tr("与文件里证书的指纹不同，不能信任。请再与纸面逐组核对；确实不同的，文件不是该院签的。")
            self.refuse(said, self.fields[0])
            return False
        return True

    def _sum_up(self) -> None:
        self.summary.setText(
            "\n".join(
                (
                    tr("指纹相符。"),
                    tr("单位：{name}", name=self._held.name),
                    tr("证书有效期至：{day}", day=self._held.until.date().isoformat()),
                )
            )
        )
        self.meaning.setText(tr("信任后，本机把由这份证书签章、未被改动的考核表都认定为真。只影响本机，随时可以移除。"))
        self.warning.setVisible(bool(self._namesakes))
        self.warning.setText(tr("本机已经信任同名单位的另一份证书。单位换过证书的才会这样，请先向该院问清楚，再继续。"))
        self.consequence.setText(tr("还没有信任"))
