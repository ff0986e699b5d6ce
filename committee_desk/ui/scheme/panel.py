"""The chosen place at the right: its rule in words, and in a draft its fields with what is wrong beneath each."""

from collections.abc import Hashable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from committee_desk.domain.scheme_document import Document
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.surfaces import DetailPanel, button, label, scrolled
from committee_desk.ui.scheme.fields import Field, NotTaken, Takes
from committee_desk.ui.scheme.nodes import Act, Node
from committee_desk.wording.language import tr

LABEL = 120
SIDE = 16


class SchemePanel(DetailPanel):
    """`typing` tells the document as it would be, at each key; `typed` the one to keep; `acted` what is pressed.

    What no field takes stays in its field with a sentence beneath, and neither is told.
    """

    typing = Signal(object)
    typed = Signal(object)
    acted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(tr("方案的一项"))
        self._document: Document = {}
        self._node: Node | None = None
        self._rows: list[tuple[Field, QWidget, QLabel]] = []
        self._of: Hashable = None
        self._refused: dict[Hashable, tuple[str, str]] = {}
        self.acts: list[QPushButton] = []
        self.rule = label("", "sub", wrap=True, select=True)
        self.rule.setContentsMargins(SIDE, 0, SIDE, 10)
        self.body.addWidget(self.rule)
        self.body.addWidget(hairline())
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(SIDE, 12, SIDE, 12)
        self._column.setSpacing(10)
        self.body.addWidget(scrolled(self._content, tr("可改的内容")), 1)

    def show_node(
        self, node: Node, document: Document, faults: Mapping[str, str], *, edit: bool, of: Hashable = None
    ) -> None:
        """Show a place of a scheme (`of`); its fields only where it may be edited.

        What a field of another place did not take stands there again when that place is shown once more.
        """
        self._keep_refused()
        self._of = of if of is not None else self._of
        for _, editor, _ in self._rows:
            editor.blockSignals(True)  # noqa: FBT003 - Qt's signature; a field that goes says nothing any more
        self._node, self._document = node, document
        self.heading.setText(node.name)
        self.code.setText(node.figure)
        self.rule.setText(node.rule)
        self._rows, self.acts = [], []
        while self._column.count():
            item = self._column.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if edit:
            for each in node.fields:
                self._add_field(each)
            self._add_acts(node)
        self._column.addStretch(1)
        self.show_faults(faults)
        self._show_refused()

    def _keep_refused(self) -> None:
        """What stands in fields that do not take it, beside what stood there before."""
        for each, editor, _ in self._rows:
            if isinstance(editor, QLineEdit):
                shown = each.shown(self._document)
                self._refused.pop(self._name(each), None)
                if editor.text() != shown and self._refusal(each, editor):
                    self._refused[self._name(each)] = editor.text(), shown

    def _show_refused(self) -> None:
        for each, editor, beneath in self._rows:
            text, before = self._refused.get(self._name(each), ("", None))
            if isinstance(editor, QLineEdit) and before == each.shown(self._document):
                editor.setText(text)
                self._say(editor, beneath, self._refusal(each, editor), each.hint)

    def _name(self, each: Field) -> Hashable:
        return self._of, self._node.key if self._node is not None else "", tuple(each.place)

    def follow(self, node: Node, document: Document, faults: Mapping[str, str]) -> None:
        """What was typed is kept: the same place says it now, and whoever types goes on."""
        if self._node is None or node.key != self._node.key or node.fields != self._node.fields:
            self.show_node(node, document, faults, edit=True)
            return
        self._node, self._document = node, document
        self.heading.setText(node.name)
        self.code.setText(node.figure)
        self.rule.setText(node.rule)
        self.show_faults(faults)

    def show_faults(self, faults: Mapping[str, str]) -> None:
        """Say under each field what the scheme's rules find wrong in it."""
        for each, editor, beneath in self._rows:
            if not (isinstance(editor, QLineEdit) and self._refusal(each, editor)):
                self._say(editor, beneath, faults.get(each.where, "") if each.where else "", each.hint)

    def focus_field(self, where: str = "") -> None:
        """Into the field that a fault names, else into the first one."""
        for each, editor, _beneath in self._rows:
            if not where or each.where == where:
                editor.setFocus(Qt.FocusReason.TabFocusReason)
                return
        self.rule.setFocus(Qt.FocusReason.TabFocusReason)

    def keep_typed(self) -> None:
        """Keep what stands in the field that has the focus, as leaving it would."""
        focused = self.focusWidget()
        for each, editor, beneath in self._rows:
            if editor is focused and isinstance(editor, QLineEdit):
                self._leave(each, editor, beneath)

    def _add_field(self, each: Field) -> None:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        line = QHBoxLayout()
        line.setSpacing(8)
        name = label(each.name, "sub", wrap=True)
        name.setFixedWidth(LABEL)
        editor = self._editor(each)
        editor.setAccessibleName(each.name)
        editor.setMinimumHeight(32)
        name.setBuddy(editor)
        line.addWidget(name)
        line.addWidget(editor, 1)
        column.addLayout(line)
        beneath = label(each.hint, "cap", wrap=True)
        beneath.setContentsMargins(LABEL + 8, 0, 0, 0)
        column.addWidget(beneath)
        self._rows.append((each, editor, beneath))
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(lambda _text: self._type(each, editor, beneath))
            editor.editingFinished.connect(lambda: self._leave(each, editor, beneath))
        self._column.addWidget(row)

    def _editor(self, each: Field) -> QLineEdit | QComboBox:
        if each.takes is Takes.CHOICE:
            choice = QComboBox()
            for value, word in each.choices:
                choice.addItem(word, value)
            now = each.value(self._document)
            known = [value for value, _ in each.choices]
            choice.setCurrentIndex(known.index(now) if now in known else 0)
            choice.activated.connect(lambda at: self._pick(each, each.choices[at][0]))
            return choice
        field = QLineEdit(each.shown(self._document))
        field.setMaxLength(80)
        if each.takes in {Takes.WHOLE, Takes.NUMBER}:
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.installEventFilter(self)
        return field

    def _add_acts(self, node: Node) -> None:
        acts = [*node.acts, *([node.remove] if node.remove else [])]
        for each in acts:
            pressed = button(each.words, lambda each=each: self._do(each), icon_name=each.icon)  # type: ignore[misc]
            self.acts.append(pressed)
            self._column.addWidget(pressed, 0, Qt.AlignmentFlag.AlignLeft)

    def _do(self, act: Act) -> None:
        self.acted.emit(act)

    def _pick(self, each: Field, value: object) -> None:
        if value != each.value(self._document):
            self.typed.emit(each.with_value(self._document, value))

    def _refusal(self, each: Field, editor: QLineEdit) -> str:
        try:
            each.changed(self._document, editor.text())
        except NotTaken as refused:
            return str(refused)
        return ""

    def _type(self, each: Field, editor: QLineEdit, beneath: QLabel) -> None:
        refusal = self._refusal(each, editor)
        self._say(editor, beneath, refusal, each.hint)
        if not refusal:
            self.typing.emit(each.changed(self._document, editor.text()))

    def _leave(self, each: Field, editor: QLineEdit, beneath: QLabel) -> None:
        if editor.text() == each.shown(self._document):
            return
        refusal = self._refusal(each, editor)
        if refusal:
            self._say(editor, beneath, refusal, each.hint)
            return
        changed = each.changed(self._document, editor.text())
        if changed != self._document or each.takes is Takes.NAME_OF_ENTRY:
            self.typed.emit(changed)

    @staticmethod
    def _say(editor: QWidget, beneath: QLabel, wrong: str, hint: str) -> None:
        beneath.setText(wrong or hint)
        beneath.setVisible(bool(wrong or hint))
        for widget, name, value in (
            (beneath, "r", "bad" if wrong else "cap"),
            (editor, "k", "refused" if wrong else ""),
        ):
            if widget.property(name) != value:
                widget.setProperty(name, value)
                widget.style().unpolish(widget)
                widget.style().polish(widget)
        editor.setAccessibleDescription(wrong or hint)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter keeps the field and goes on to the next one, after the last back to the tree."""
        enter = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() not in enter or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return super().eventFilter(watched, event)
        editors = [editor for _, editor, _ in self._rows]
        at = next((i for i, each in enumerate(editors) if each is watched), len(editors))
        if at + 1 < len(editors):
            editors[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.left.emit()
        return True
