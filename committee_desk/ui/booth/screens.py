"""The booth's plain screens: the code, the thanks, and how the booth is left."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from committee_desk.services.booth_views import BoothBallot
from committee_desk.ui.common.enter import is_enter
from committee_desk.ui.common.surfaces import button, label, link
from committee_desk.ui.seat.sign_in import password_field
from committee_desk.wording.language import tr

WIDE, FIELD, LONGEST = 560, 320, 40


class Screen(QWidget):
    """A column in the middle of the screen."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = label(title, "title", wrap=True)
        self.wrong = label("", "bad", wrap=True)
        self.wrong.hide()
        inner = QWidget()
        inner.setMaximumWidth(WIDE)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(self.title)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inner, 8)
        across.addStretch(1)
        outer.addLayout(across)
        outer.addStretch(3)

    def say_wrong(self, text: str) -> None:
        """What is wrong, beneath the field."""
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))

    def take_focus(self) -> None:
        """Where work starts."""


class CodeScreen(Screen):
    """`entered(code)` on Enter; `leaving` for whoever ends the booth."""

    entered = Signal(str)
    leaving = Signal()

    def __init__(self, title: str, name: str) -> None:
        super().__init__(title)
        self.column.addWidget(label(name, "h3", wrap=True))
        self.column.addWidget(
            label(tr("请输入您信封里的验证码，按 Enter。验证码只能用一次，大小写都可以，不用输入连字符。"), wrap=True)
        )
        self.code = CodeField()
        self.code.setAccessibleName(tr("验证码"))
        self.code.setMaxLength(LONGEST)
        self.code.setMaximumWidth(FIELD)
        self.code.entered.connect(lambda: self.entered.emit(self.code.text()))
        self.code.textEdited.connect(lambda _text: self.say_wrong(""))
        self.go = button(tr("进入"), lambda: self.entered.emit(self.code.text()), primary=True)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.code, 1)
        line.addWidget(self.go)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addWidget(self.wrong)
        self.column.addSpacing(24)
        leave = link(tr("工作人员：结束测评间"), self.leaving.emit)
        self.column.addWidget(leave, 0, Qt.AlignmentFlag.AlignLeft)

    def take_focus(self) -> None:
        """An empty field."""
        self.code.clear()
        self.code.setFocus()

    def refuse(self, why: str) -> None:
        """The code opens nothing; it stays to be put right."""
        self.say_wrong(why)
        self.code.setFocus()
        self.code.selectAll()


class CodeField(QLineEdit):
    """Latin letters and digits: no input method stands before them, and none remembers them."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # noqa: FBT003 - Qt's signature

    def keyPressEvent(self, event: object) -> None:
        """Enter is an answer."""
        if is_enter(event):  # type: ignore[arg-type]
            self.entered.emit()
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]


class ThanksScreen(Screen):
    """The ballot is cast: when it is written, and what happens if the PC stops before. `following` for the next."""

    following = Signal()

    def __init__(self) -> None:
        super().__init__(tr("谢谢，您的票已经投出"))
        self.when = label("", wrap=True)
        self.before = label("", wrap=True)
        self.column.addWidget(self.when)
        self.column.addWidget(self.before)
        self.column.addSpacing(12)
        self.next = button(tr("下一位"), self.following.emit, primary=True)
        self.column.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeft)

    def show_ballot(self, ballot: BoothBallot) -> None:
        """What happens with the ballot that was cast."""
        self.when.setText(
            tr(
                "您的票先只放在这台电脑的内存里，等同一票类的票：等到 {twice} 张时任意抽出 {count} 张一起写入，"
                "其余接着等；都投完或者本轮计票时，全部一起写入。票打散成一个个分数，"
                "写入的内容里没有您的姓名、验证码、时间和先后。",
                twice=2 * ballot.together,
                count=ballot.together,
            )
        )
        self.before.setText(
            tr(
                "写入以前如果电脑断电或程序中断，等着的票（每个票类最多 {most} 张）就没有了，"
                "您的票要是在里面，验证码恢复可用，工作人员会请您再投一次。请保留信封。",
                most=2 * ballot.together - 1,
            )
        )

    def take_focus(self) -> None:
        """Enter leads to the next rater."""
        self.next.setFocus()


class LeavingScreen(Screen):
    """`left` once the key was right, `stayed` where it is not wanted after all."""

    left = Signal()
    stayed = Signal()

    def __init__(self, try_key: Callable[[str], str], *, accounts: str) -> None:
        super().__init__(tr("结束测评间"))
        self._try_key = try_key
        asked = tr("请输入{name}的密码。", name=accounts) if accounts else tr("请输入打开测评间时定的离开口令。")
        self.column.addWidget(label(tr("{asked}结束后台账是锁定的。", asked=asked), wrap=True))
        self.key = password_field()
        self.key.setAccessibleName(tr("密码") if accounts else tr("离开口令"))
        self.key.setMaximumWidth(FIELD)
        self.key.returnPressed.connect(self._try)
        self.column.addWidget(self.key)
        self.column.addWidget(self.wrong)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.stay = button(tr("返回测评间"), self.stayed.emit)
        self.leave = button(tr("结束"), self._try, primary=True)
        line.addWidget(self.stay)
        line.addWidget(self.leave)
        line.addStretch(1)
        self.column.addLayout(line)

    def take_focus(self) -> None:
        """An empty field."""
        self.say_wrong("")
        self.key.clear()
        self.key.setFocus()

    def _try(self) -> None:
        why = self._try_key(self.key.text())
        self.key.clear()
        if why:
            self.say_wrong(why)
            self.key.setFocus()
        else:
            self.left.emit()
