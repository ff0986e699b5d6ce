"""The status bar: who is at the desk, when it last saved, whether it is sound, and the keys that explain all others."""

import os

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from committee_desk.services.actor import Actor
from committee_desk.services.views import DeskIdentity, Head, JournalRow
from committee_desk.ui.common.icons import pixmap
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.theme import STATUS_BAR
from committee_desk.wording.language import tr

SAID_FOR = 8000


def grouped(digest: str, groups: int = 4) -> str:
    """A hash in groups of four, as people read it aloud."""
    text = digest[: 4 * groups].upper()
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


class StatusBar(QFrame):
    """Texts with an icon each; a passing message takes the middle."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("r", "status")
        self.setFixedHeight(STATUS_BAR)
        self.setAccessibleName(tr("状态栏"))
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 0, 20, 0)
        line.setSpacing(18)
        self.who = _Said("user", "sub", tr("经办"))
        self.saved = _Said("circle-check", "ok", tr("保存"))
        self.sound = _Said("shield-check", "ok", tr("台账"))
        self.open_desk = _Said("lock-open", "warn", "")
        self.read_only = _Said("lock", "warn", "")
        self.unsound = _Said("alert-circle", "bad", "")
        for part in (self.who, self.unsound, self.saved, self.sound, self.open_desk, self.read_only):
            line.addWidget(part)
        self.message = QLabel()
        self.message.setProperty("r", "cap")
        self.message.setAccessibleName(tr("消息"))
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(self.message, 1)
        help_word, keys_word = tr("帮助"), tr("全部快捷键")
        self.keys = QLabel(f"{Shortcut.HELP.shown} {help_word}    {Shortcut.ALL_SHORTCUTS.shown} {keys_word}")
        self.keys.setProperty("r", "cap")
        line.addWidget(self.keys)
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.timeout.connect(self.message.clear)

    def show_desk(self, actor: Actor, identity: DeskIdentity) -> None:
        """Who is at which desk."""
        self.who.say(actor.name)
        self.open_desk.say("" if identity.protected else tr("未加密"))
        writable = os.access(identity.path, os.W_OK) and os.access(identity.path.parent, os.W_OK)
        self.read_only.say("" if writable else tr("只读"))
        self.read_only.setToolTip(tr("此台账或它所在的文件夹不能写入，可以查看，不能改动"))
        self.show_sound()
        self.open_desk.setToolTip(tr("此台账没有口令，能打开文件的人都能读到内容"))

    def show_unsound(self, why: str) -> None:
        """The desk cannot be read; what is seen may be out of date."""
        self.unsound.say(tr("台账读不到"))
        self.unsound.setToolTip(why)
        self.sound.hide()
        self.saved.hide()

    def show_sound(self) -> None:
        """The desk is there again."""
        if self.unsound.said:
            self.unsound.say("")
            self.sound.setVisible(bool(self.sound.said))
            self.saved.setVisible(bool(self.saved.said))

    def show_head(self, head: Head, newest: JournalRow | None) -> None:
        """When the last change was saved, and the journal's length and head."""
        self.show_sound()
        self.saved.say(tr("{time} 已保存", time=newest.at.strftime("%m-%d %H:%M:%S")) if newest else "")
        self.sound.say(
            tr("日志 {count} 条 • {head}", count=f"{head.entries:,}".replace(",", " "), head=grouped(head.hash, 2))
        )
        self.sound.setToolTip(tr("日志头：{head}", head=grouped(head.hash, 16)))

    def pass_on(self, text: str) -> None:
        """Say something for a few seconds."""
        self.message.setText(text)
        self._passing.start(SAID_FOR)

    def show_narrow(self, *, narrow: bool) -> None:
        """Leave out what there is no room for."""
        self.keys.setVisible(not narrow)
        self.who.setVisible(not narrow)


class _Said(QWidget):
    def __init__(self, icon_name: str, role: str, name: str) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        shape = QLabel()
        shape.setPixmap(pixmap(icon_name, role, 14))
        self._text = QLabel()
        self._text.setProperty("r", "cap")
        self._name = name
        line.addWidget(shape)
        line.addWidget(self._text)
        self.hide()

    @property
    def said(self) -> str:
        """What it says now."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Say it; nothing hides the part."""
        self._text.setText(text)
        self._text.setAccessibleName(f"{self._name} {text}".strip())
        self.setVisible(bool(text))
