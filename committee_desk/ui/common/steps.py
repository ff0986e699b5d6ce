"""A form in steps: Enter moves on to the next step, back keeps what was typed, the last step's verb does it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QWidget

from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.surfaces import button, label
from committee_desk.wording.language import tr


@dataclass
class Step:
    """One step: its name, its page, its fields in order, and whether it is complete (which says what is not)."""

    name: str
    page: QWidget
    form: QFormLayout
    complete: Callable[[], bool]
    entered: Callable[[], None]
    fields: list[QWidget] = field(default_factory=list)


class StepsDialog(FormDialog):
    """Subclasses call `begin_step`, then add its rows; `run(act)` acts after the last step."""

    def __init__(self, parent: QWidget | None, title: str, verb: str, *, width: int) -> None:
        super().__init__(parent, title, verb, width=width)
        self._verb = verb
        self._steps: list[Step] = []
        self.at = 0
        self._inner.removeItem(self.form)
        self.where = label("", "h3")
        line = QHBoxLayout()
        line.setContentsMargins(20, 14, 20, 0)
        line.addWidget(self.where)
        self._inner.insertLayout(0, line)
        self.back = button(tr("上一步"), self.go_back)
        self.back.setAutoDefault(False)
        foot = self._below.layout()
        if isinstance(foot, QHBoxLayout):
            foot.insertWidget(foot.indexOf(self.verb), self.back)

    def begin_step(
        self, name: str, complete: Callable[[], bool], entered: Callable[[], None] = lambda: None
    ) -> QFormLayout:
        """What is added from now on stands in this step."""
        page = QWidget()
        self.form = QFormLayout(page)
        self.form.setContentsMargins(20, 12, 20, 16)
        self.form.setHorizontalSpacing(8)
        self.form.setVerticalSpacing(10)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._fields = []
        self._steps.append(Step(name, page, self.form, complete, entered, self._fields))
        self._inner.addWidget(page)
        page.hide()
        return self.form

    def show_step(self, at: int) -> None:
        """Show that step with the focus in its first empty field."""
        self.clear_refusal()
        self._banner.setContentsMargins(20, 0, 20, 0)
        self.at = at
        step = self._steps[at]
        self.form, self._fields = step.form, step.fields
        alone = len(self._steps) == 1
        where = tr("{at} / {count}　{name}", at=at + 1, count=len(self._steps), name=step.name)
        self.where.setText(step.name if alone else where)
        for each in self._steps:
            each.page.setVisible(each is step)
        last = at == len(self._steps) - 1
        self.verb.setText(self._verb if last else tr("下一步"))
        self.verb.setAccessibleName(self.verb.text())
        self.back.setVisible(at > 0)
        step.entered()
        step.form.invalidate()  # measured anew: hidden rows do not know how their texts wrap
        self._make_room()
        QTimer.singleShot(0, self, self._make_room)
        self._focus_first()
        if not step.fields:
            self.verb.setFocus()

    def go_back(self) -> None:
        """To the step before; what was typed stays."""
        if self.at:
            self.show_step(self.at - 1)

    def run(self, act: Callable[[], bool]) -> bool:
        """From the first step to the act, or cancelled."""
        self.show_step(0)
        return super().run(act)

    def confirm(self) -> None:
        """The next step, after the last one the act."""
        if not self._steps[self.at].complete():
            return
        if self.at + 1 < len(self._steps):
            self.show_step(self.at + 1)
        else:
            super().confirm()

    def tell(self, kind: str = "sub") -> QLabel:
        """A text over the whole width of the step."""
        said = label("", kind, wrap=True)
        self.form.addRow(said)
        return said
