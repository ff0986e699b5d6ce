"""The form dialog: labels left, Enter moves on, Ctrl+Enter confirms, the foot says what will follow."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
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
from committee_desk.ui.common.messages import ask
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.shortcuts import Shortcut, with_key
from committee_desk.ui.common.surfaces import Banner, button, label, scrolled
from committee_desk.wording.language import language, tr

WIDTH, LABEL_ZH, LABEL_EN, SIDE, FIELD_HIGH = 500, 84, 132, 20, 32


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
        self._checks: dict[QWidget, Callable[[], str]] = {}
        self._listened: set[QWidget] = set()
        self._at_first: dict[QWidget, str] | None = None
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
        said.setMinimumHeight(FIELD_HIGH)
        beside_field(said)
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

    def hint(self, field: QWidget, text: str) -> None:
        """Another hint beneath a field; what is wrong there stays said until the field is good."""
        said = self._beneath[field][0]
        self._beneath[field] = (said, text)
        if field not in self._marked:
            said.setText(text)
            said.setVisible(bool(text))

    def check(self, field: QWidget, why_not: Callable[[], str]) -> None:
        """Enter does not go on from this field while `why_not` says why."""
        self._checks[field] = why_not

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
        if len(wrong) > 1:
            self.refuse(tr("有 {count} 处要改正，每一处的原因写在该项下面。", count=len(wrong)), first)
        elif wrong[0][1] in self._beneath and wrong[0][1].isVisibleTo(self):  # said once, where it is
            self.clear_refusal()
            QTimer.singleShot(0, self, lambda: self._show_mark(first))
            first.setFocus()
        else:
            self.refuse(wrong[0][0], first)
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
        if field not in self._listened:
            self._listened.add(field)
            _whenever_changed(field, lambda: self.unmark(field))

    def _show_mark(self, field: QWidget) -> None:
        """Make room for what is said beneath a field, and bring both into sight."""
        self._make_room()
        if field in self._beneath:
            self._area.ensureWidgetVisible(self._beneath[field][0])
        self._area.ensureWidgetVisible(field)

    def unmark(self, field: QWidget) -> None:
        """What was wrong in a field is wrong no longer, or is another value; the banner goes with the last of them."""
        if field not in self._marked:
            return
        self._marked = [each for each in self._marked if each is not field]
        self._to_hint(field)
        if not self._marked:
            self._take_banner_away()
        QTimer.singleShot(0, self, self._make_room)

    def _to_hint(self, field: QWidget) -> None:
        said, hint = self._beneath[field]
        said.setText(hint)
        _as(said, "cap")
        said.setVisible(bool(hint))
        field.setAccessibleDescription("")

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
        if self._at_first is None:
            self._at_first = self._texts()
        QTimer.singleShot(0, self, self._make_room)

    def clear_refusal(self) -> None:
        """Take the last refusal away."""
        for field in self._marked:
            self._to_hint(field)
        self._marked.clear()
        self._take_banner_away()

    def _take_banner_away(self) -> None:
        self._banner.setContentsMargins(SIDE, 0, SIDE, 0)
        while self._banner.count():
            item = self._banner.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()  # at once: it goes when the loop that asked comes round
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

    def reject(self) -> None:
        """Esc, 取消 and the window's own button: ask once before what was typed is thrown away."""
        if self._typed() and not ask(
            self, tr("放弃填写的内容？"), tr("填写的内容还没有保存，离开后不保留。"), tr("放弃"), no=tr("继续填写"),
            careful=True,
        ):  # fmt: skip
            return
        super().reject()

    def _texts(self) -> dict[QWidget, str]:
        """What stands in the fields that are typed into; a password is nobody's work to keep."""
        lines = [each for each in self.findChildren(QLineEdit) if each.echoMode() is QLineEdit.EchoMode.Normal]
        texts: dict[QWidget, str] = {each: each.text() for each in lines}
        return texts | {each: each.toPlainText() for each in self.findChildren(QPlainTextEdit)}

    def _typed(self) -> bool:
        """Whether somebody typed what is not as it stood at first; what the form itself filled in does not count."""
        first = self._at_first or {}
        return self.isVisible() and any(
            text.strip() != first.get(each, "").strip() and _by_hand(each) for each, text in self._texts().items()
        )

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
        if at >= 0 and (check := self._checks.get(self._fields[at])) is not None and (why := check()):
            self.refuse_all([(why, self._fields[at])])
            return
        following = [each for each in self._fields[at + 1 :] if each.isEnabled() and each.isVisible()]
        (following[0] if following else self.verb).setFocus(Qt.FocusReason.TabFocusReason)  # selects what stands in it


def beside_field(said: QLabel) -> None:
    """A field's name stands beside the field itself, not beside field and hint together."""
    said.ensurePolished()
    above = max(0, (FIELD_HIGH - said.fontMetrics().lineSpacing()) // 2)
    said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    said.setContentsMargins(0, above, 0, 0)


def _by_hand(field: QWidget) -> bool:
    """Whether somebody wrote into a field, not the program."""
    return field.document().isModified() if isinstance(field, QPlainTextEdit) else bool(field.property("modified"))


def _whenever_changed(field: QWidget, act: Callable[[], None]) -> None:
    """Tell of every other value of a field, or of what stands in it."""
    for each in (field, *field.findChildren(QWidget)):
        if isinstance(each, QLineEdit | QPlainTextEdit):
            each.textChanged.connect(act)
        elif isinstance(each, QComboBox):
            each.currentIndexChanged.connect(act)
        elif isinstance(each, QAbstractButton):
            each.toggled.connect(act)


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
