"""The form dialog: labels left, Enter moves on, Ctrl+Enter confirms, the foot says what will follow."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from committee_desk.ui.common.enter import press_focused
from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.surfaces import Banner, button, label, scrolled
from committee_desk.wording.language import language, tr

WIDTH, LABEL_ZH, LABEL_EN, SIDE = 500, 84, 132, 20


class FormDialog(QDialog):
    """Subclasses or callers add rows, then `run(act)`: `act` returns whether the dialog may close."""

    def __init__(self, parent: QWidget | None, title: str, verb: str, *, width: int = WIDTH, labels: int = 0) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(width)
        self._label_width = max(labels, LABEL_ZH if language() == "zh" else LABEL_EN)
        self._act: Callable[[], bool] = lambda: True
        self._fields: list[QWidget] = []
        self._beneath: dict[QWidget, tuple[QLabel, str]] = {}
        self._marked: list[QWidget] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._content = QWidget()
        inner = self._inner = QVBoxLayout(self._content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        self._banner = QVBoxLayout()
        self._banner.setContentsMargins(20, 0, 20, 0)
        inner.addLayout(self._banner)
        self.form = QFormLayout()
        self.form.setContentsMargins(SIDE, 16, SIDE, 16)
        self.form.setHorizontalSpacing(8)
        self.form.setVerticalSpacing(10)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        inner.addLayout(self.form, 1)
        self._area = scrolled(self._content, title)
        outer.addWidget(self._area, 1)
        outer.addWidget(hairline())
        self._below = self._foot(verb)
        outer.addWidget(self._below)
        QShortcut(Shortcut.CONFIRM.keys, self, self.confirm)

    def _foot(self, verb: str) -> QFrame:
        foot = QFrame()
        line = QHBoxLayout(foot)
        line.setContentsMargins(20, 12, 20, 12)
        line.setSpacing(8)
        self.consequence = label("", "cap", wrap=True)
        line.addWidget(self.consequence, 1)
        self.cancel: QPushButton = button(tr("取消"), self.reject)
        self.cancel.setAutoDefault(False)
        self.verb: QPushButton = button(verb, self.confirm, primary=True)
        self.verb.setAutoDefault(False)
        self.verb.setToolTip(with_key(verb, Shortcut.CONFIRM))
        line.addWidget(self.cancel)
        line.addWidget(self.verb)
        return foot

    def add_row(self, name: str, field: QWidget, hint: str = "") -> QLabel:
        """One field with its label at the left and a hint beneath; the hint's label is returned."""
        said = label(name, "sub", wrap=True)
        said.setFixedWidth(self._label_width)
        said.setMinimumHeight(32)
        said.setBuddy(field)
        field.setAccessibleName(name)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(field)
        beneath = label(hint, "cap", wrap=True)
        beneath.setVisible(bool(hint))
        self._beneath[field] = (beneath, hint)
        column.addWidget(beneath)
        self.form.addRow(said, column)
        self.follow(field)
        return beneath

    def add_words(self, name: str, text: str) -> QLabel:
        """A line that says something and takes nothing, in the columns of the fields; as high as its words need."""
        said, words = label(name, "sub", wrap=True), label(text, wrap=True)
        said.setFixedWidth(self._label_width)
        for each in (said, words):
            each.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        room = self.width() - self._label_width - self.form.horizontalSpacing() - 2 * SIDE
        for each, wide in ((said, self._label_width), (words, room)):
            each.ensurePolished()
            each.setMinimumHeight(each.heightForWidth(wide))  # a form gives words that wrap one line
        said.setFixedWidth(self._label_width)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.form.addRow(said, words)
        return words

    def follow(self, field: QWidget) -> None:
        """Enter comes to this field after those before it, and goes on from it."""
        self._fields.append(field)
        for watched in (field, *field.findChildren(QLineEdit)):
            watched.installEventFilter(self)

    def fit(self) -> None:
        """Take the height that the rows need now."""
        if self.isVisible():
            self._make_room()

    def explain(self, text: str) -> None:
        """A line above the fields."""
        self.form.insertRow(0, label(text, "sub", wrap=True))

    def refuse(self, text: str, field: QWidget | None = None) -> None:
        """Say above the form what is wrong, and put the focus into the field."""
        self.clear_refusal()
        self._banner.setContentsMargins(20, 12, 20, 0)
        self._banner.addWidget(Banner("bad", text))
        QTimer.singleShot(0, self._make_room)
        if field is not None:
            field.setFocus()

    def refuse_all(self, wrong: Sequence[tuple[str, QWidget]]) -> None:
        """Say everything that is wrong at once, each at its field, and put the focus into the first of them."""
        first = min((each for _, each in wrong), key=self._place_of)
        several = tr("有 {count} 处要改正，每一处的原因写在该项下面。", count=len(wrong))
        self.refuse(several if len(wrong) > 1 else wrong[0][0], first)
        for text, field in wrong:
            self._mark(field, text)

    def _place_of(self, field: QWidget) -> int:
        return self._fields.index(field) if field in self._fields else len(self._fields)

    def _mark(self, field: QWidget, text: str) -> None:
        """Write beneath a field what is wrong in it; who hears the screen hears it with the field."""
        if field not in self._beneath:
            return
        said, before = self._beneath[field][0], field.accessibleDescription()
        told = f"{said.text()}\n{text}" if field in self._marked else text
        self._marked.append(field)
        said.setText(told)
        _as(said, "bad")
        said.show()
        field.setAccessibleDescription(f"{before}\n{text}" if field in self._marked[:-1] else text)

    def _make_room(self) -> None:
        """As high as form and banner need, or as the screen has; the form scrolls then and the buttons stay."""
        self._inner.activate()
        within = self._inner.totalHeightForWidth(self.width())
        foot = self._below.layout()
        wraps = foot if foot is not None and foot.hasHeightForWidth() else None  # not while it says nothing
        below = self._below.sizeHint().height() if wraps is None else wraps.totalHeightForWidth(self.width())
        fit_dialog(self, QSize(self.width(), within + below + 1))
        if self._banner.count():
            self._area.ensureVisible(0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the rows need; before the first paint some do not know theirs yet."""
        self._make_room()
        super().showEvent(event)
        QTimer.singleShot(0, self, self._make_room)

    def clear_refusal(self) -> None:
        """Take the last refusal away."""
        for field in self._marked:
            said, hint = self._beneath[field]
            said.setText(hint)
            _as(said, "cap")
            said.setVisible(bool(hint))
            field.setAccessibleDescription("")
        self._marked.clear()
        while self._banner.count():
            item = self._banner.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.deleteLater()

    def run(self, act: Callable[[], bool]) -> bool:
        """Show the dialog until it is confirmed and `act` succeeded, or cancelled."""
        self._act = act
        self._focus_first()
        return self.exec() == QDialog.DialogCode.Accepted

    def confirm(self) -> None:
        """Do it, and close when it was done."""
        if self.verb.isEnabled() and self._act():
            self.accept()

    def _focus_first(self) -> None:
        empty = [each for each in self._fields if isinstance(each, QLineEdit) and not each.text()]
        for field in [*empty, *self._fields]:
            if field.isEnabled() and field.isVisibleTo(self):
                field.setFocus()
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus."""
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a field goes to the next one, in the last to the verb."""
        if event.type() == QEvent.Type.KeyPress and not isinstance(watched, QPlainTextEdit):
            key = event.key() if isinstance(event, QKeyEvent) else 0
            plain = isinstance(event, QKeyEvent) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
                self._move_on(watched)
                return True
        return super().eventFilter(watched, event)

    def _move_on(self, field: QObject) -> None:
        at = next((i for i, each in enumerate(self._fields) if each is field or each.isAncestorOf(field)), -1)  # type: ignore[arg-type]
        following = [each for each in self._fields[at + 1 :] if each.isEnabled() and each.isVisible()]
        (following[0] if following else self.verb).setFocus(Qt.FocusReason.TabFocusReason)  # selects what stands in it


def _as(said: QLabel, kind: str) -> None:
    """Show a label in another class."""
    said.setProperty("r", kind)
    said.style().unpolish(said)
    said.style().polish(said)


def ask_reason(parent: QWidget, title: str, text: str, verb: str) -> str | None:
    """Ask why: the reason goes into the journal. None when cancelled."""
    dialog = FormDialog(parent, title, verb)
    dialog.explain(text)
    field = QLineEdit()
    field.setMaxLength(200)
    dialog.add_row(tr("理由"), field)
    dialog.consequence.setText(tr("理由记入日志"))

    def check() -> bool:
        if field.text().strip():
            return True
        dialog.refuse(tr("请填写理由。"), field)
        return False

    return field.text().strip() if dialog.run(check) else None
