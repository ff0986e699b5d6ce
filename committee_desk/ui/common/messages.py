"""Sentences in a dialog of the house: refusal, trouble, notice and the question before an act."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from committee_desk.ui.common.icons import pixmap
from committee_desk.ui.common.wrapping import Words
from committee_desk.wording.language import tr

WIDTH = 460


class Message(QDialog):
    """An icon, a sentence in bold, more in plain, and buttons; Esc answers no."""

    def __init__(  # noqa: PLR0913 - what it says, and what Enter means
        self, parent: QWidget | None, mark: tuple[str, str], title: str, text: str, *, verb: str = "",
        no: str = "", careful: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._careful, self._no = careful, no or tr("取消")
        self.setWindowTitle(title)
        self.setFixedWidth(WIDTH)
        self.setAccessibleDescription(text)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 20, 20, 16)
        outer.setSpacing(16)
        line = QHBoxLayout()
        line.setSpacing(12)
        shape = QLabel()
        shape.setPixmap(pixmap(mark[0], mark[1], 20))
        shape.setAlignment(Qt.AlignmentFlag.AlignTop)
        line.addWidget(shape)
        line.addLayout(_sentences(title, text), 1)
        outer.addLayout(line)
        outer.addWidget(self._buttons(verb))
        self._first.setFocus()

    def _buttons(self, verb: str) -> QDialogButtonBox:
        box = QDialogButtonBox()
        no = box.addButton(self._no, QDialogButtonBox.ButtonRole.RejectRole) if verb else None
        yes = QPushButton(verb or tr("知道了"))
        box.addButton(yes, QDialogButtonBox.ButtonRole.AcceptRole)
        self._first = no if no is not None and self._careful else yes
        self._first.setProperty("k", "primary")
        self._first.setDefault(True)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


def _sentences(title: str, text: str) -> QVBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(6)
    for said, kind in ((title, "h3"), (text, "body")):
        label = Words(said)
        label.setProperty("r", kind)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(label)
    return words


def show_refusal(parent: QWidget | None, text: str) -> None:
    """Say what the rules or the desk refuse."""
    Message(parent, ("alert-circle", "bad"), tr("未办成"), text).exec()


def show_trouble(parent: QWidget | None, text: str) -> None:
    """Say what outside the program stands in the way."""
    Message(parent, ("alert-triangle", "warn"), tr("电脑或磁盘方面的问题"), text).exec()


def show_notice(parent: QWidget | None, title: str, text: str) -> None:
    """Say how something went."""
    Message(parent, ("info-circle", "accent"), title, text).exec()


def ask(  # noqa: PLR0913 - what is asked, and what either answer is called
    parent: QWidget | None, title: str, text: str, verb: str, *, no: str = "", careful: bool = False
) -> bool:
    """Ask before an act; the button names what will be done. Where something would be lost, Enter means no."""
    message = Message(parent, ("help", "accent"), title, text, verb=verb, no=no, careful=careful)
    return message.exec() == QDialog.DialogCode.Accepted
