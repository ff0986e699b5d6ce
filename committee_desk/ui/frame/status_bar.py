"""The status bar: who is at the desk, when it last saved, whether it is sound, its journal's head, the keys."""

from datetime import datetime

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from committee_desk.domain.desk_file import ReadOnly
from committee_desk.services.views import DeskIdentity, Head
from committee_desk.ui.common.icons import icon, pixmap
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.theme import STATUS_BAR
from committee_desk.wording.language import tr
from committee_desk.wording.roles import role_on_paper

SAID_FOR = 8000
SHOWN_GROUPS = 4


def grouped(digest: str, groups: int = 4) -> str:
    """A hash in groups of four, as people read it aloud."""
    text = digest[: 4 * groups]
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


class StatusBar(QFrame):
    """Texts with an icon each; a passing message takes the middle. The head and the soundness can be pressed."""

    head_wanted = Signal()
    check_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("r", "status")
        self.setFixedHeight(STATUS_BAR)
        self.setAccessibleName(tr("状态栏"))
        line = QHBoxLayout(self)
        line.setContentsMargins(18, 0, 20, 0)
        line.setSpacing(14)
        self.who = _Said("user", "sub", tr("在座人员"))
        self._name = self._whole = ""
        self._narrow = False
        self.saved = _Said("circle-check", "ok", tr("保存"))
        self.sound = _Pressed("shield-check", "ok", tr("台账"))
        self.broken = _Pressed("alert-circle", "bad", tr("台账"))
        self.head = _Pressed("hash", "sub", tr("日志"))
        self.open_desk = _Said("lock-open", "warn", "")
        self.read_only = _Said("lock", "warn", "")
        self.unsound = _Said("alert-circle", "bad", "")
        for part in (
            self.who, self.unsound, self.saved, self.sound, self.broken, self.head, self.open_desk, self.read_only,
        ):  # fmt: skip
            line.addWidget(part)
        self.head.clicked.connect(self.head_wanted)
        for door in (self.sound, self.broken):
            door.clicked.connect(self.check_wanted)
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

    def show_desk(self, place: Workplace, identity: DeskIdentity) -> None:
        """Who is at which desk."""
        name, role = place.actor.name, place.actor.role
        self._name, self._whole = name, name
        if role != "desk":
            self._whole = tr("{name}（{roles}）", name=name, roles=role_on_paper(role))
        self.who.setToolTip(self._whole)
        self.who.say(self._name if self._narrow else self._whole)
        self.open_desk.say("" if identity.protected else tr("未加密"))
        self.open_desk.setToolTip(tr("此台账没有口令，能打开文件的人都能读到内容"))
        damaged = identity.read_only is ReadOnly.DAMAGED
        self.read_only.say("" if identity.read_only is None else tr("只读，已损坏") if damaged else tr("只读"))
        self.read_only.setToolTip(tr("此台账或它所在的文件夹不能写入，可以查看，不能改动"))
        self.show_sound()

    def show_unsound(self, why: str) -> None:
        """The desk cannot be read; what is seen may be out of date."""
        self.unsound.say(tr("台账读不到"))
        self.unsound.setToolTip(why)
        for part in (self.sound, self.broken, self.head, self.saved):
            part.hide()

    def show_sound(self) -> None:
        """The desk is there again."""
        if self.unsound.said:
            self.unsound.say("")
            for part in (self.sound, self.broken, self.head, self.saved):
                part.setVisible(bool(part.said))

    def show_checked(self, problems: int) -> None:
        """What the quick check found."""
        self.sound.say("" if problems else tr("台账完好"))
        self.sound.setToolTip(tr("核查没有发现问题；按下查看全面核查"))
        self.broken.say(tr("台账有 {count} 个问题", count=problems) if problems else "")
        self.broken.setToolTip(tr("按下查看问题和办法"))

    def show_head(self, head: Head, saved: datetime | None) -> None:
        """When the last change was saved, and the journal's length and head."""
        self.show_sound()
        self.saved.say(tr("{time} 已保存", time=saved.strftime("%m-%d %H:%M:%S")) if saved else "")
        count = f"{head.entries:,}".replace(",", " ")
        self.head.say(tr("日志 {count} 条 • {head}", count=count, head=grouped(head.hash, SHOWN_GROUPS)))
        self.head.setToolTip(tr("日志头：{head}", head=grouped(head.hash, 16)))

    def pass_on(self, text: str) -> None:
        """Say something for a few seconds."""
        self.message.setText(text)
        self._passing.start(SAID_FOR)

    def show_narrow(self, *, narrow: bool) -> None:
        """Leave out what there is no room for; who sits there always stays."""
        self._narrow = narrow
        self.who.say(self._name if narrow else self._whole)
        self.keys.setVisible(not narrow)
        self.head.show_short(short=narrow)


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


class _Pressed(QPushButton):
    """The same as a button that leads to more; in a narrow window it keeps what stands before the dot."""

    def __init__(self, icon_name: str, role: str, name: str) -> None:
        super().__init__()
        self.setProperty("k", "status")
        self.setIcon(icon(icon_name, role, 14))
        self.setIconSize(QSize(14, 14))
        self._name, self._whole, self._short = name, "", False
        self.hide()

    @property
    def said(self) -> str:
        """What it says now."""
        return self._whole

    def say(self, text: str) -> None:
        """Say it; nothing hides the part."""
        self._whole = text
        self.setText(text.partition(" • ")[0] if self._short else text)
        self.setAccessibleName(f"{self._name} {text}".strip())
        self.setVisible(bool(text))

    def show_short(self, *, short: bool) -> None:
        """Leave out what follows the dot."""
        self._short = short
        self.setText(self._whole.partition(" • ")[0] if short else self._whole)
