"""更正导入值: another figure in the place of an imported one, with reason, evidence and a second person."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.history_views import FactKind
from committee_desk.services.override_views import FIELDS, OverridableFact, OverrideRefused
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.history import Recorded
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.second import with_second_if_needed
from committee_desk.ui.common.surfaces import button, label
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.evaluations import overridden_line
from committee_desk.wording.field_names import field_name
from committee_desk.wording.history import place, value_word
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

WIDTH = 560


class OverrideDialog(FormDialog):
    """Which figure, what counts instead, why, and by which paper. Both figures stay in sight."""

    def __init__(self, page: "Page", fact: OverridableFact, first: str = "") -> None:
        super().__init__(page.window(), tr("更正导入值"), tr("更正导入值"), width=WIDTH)
        self._page, self._fact = page, fact
        self.explain(tr("{name}，来源：{place}", name=fact.name, place=place(fact.source)))
        self.field = QComboBox()
        for name in FIELDS[fact.kind]:
            self.field.addItem(field_name(name), name)
        self.field.setCurrentIndex(max(0, self.field.findData(first)))
        self.now = label("", "sub", wrap=True)
        self.value = QComboBox()
        self.value.setEditable(True)
        self.value.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.why, self.evidence = QLineEdit(), QLineEdit()
        self.why.setMaxLength(200)
        self.evidence.setMaxLength(100)
        self.add_row(tr("更正哪一项"), self.field)
        self.form.addRow(self.now)
        self.add_row(tr("更正为"), self.value)
        self.add_row(tr("理由"), self.why)
        self.add_row(tr("更正凭据"), self.evidence, tr("证明这一更正的凭证号或文号"))
        self.back = button(tr("恢复导入值"), self._put_back, icon_name="arrow-back-up")
        self.back.setAutoDefault(False)
        self.form.addRow(self.back)
        for each in fact.overridden:
            self.form.addRow(label(overridden_line(each), "cap", wrap=True))
        self.consequence.setText(
            tr("须第二人确认；两个数值、理由、凭据和两人姓名从此一直显示，重新导入同一数据不会改回")
        )
        self.field.currentIndexChanged.connect(lambda _at: self._show_field())
        self._show_field()

    @property
    def name(self) -> str:
        """The figure that is chosen."""
        return str(self.field.currentData())

    @property
    def typed(self) -> str:
        """What was typed, a word of a list as the desk keeps it."""
        at = self.value.findText(self.value.currentText())
        return str(self.value.itemData(at)) if at >= 0 else self.value.currentText().strip()

    def _focus_first(self) -> None:
        """Into the figure that is to count."""
        self.value.setFocus()

    def _show_field(self) -> None:
        name, fact = self.name, self._fact
        told = {"imported": value_word(fact.source_values[name]), "now": value_word(fact.values[name])}
        same = fact.values[name] == fact.source_values[name]
        self.now.setText(tr("导入值 {imported}", **told) if same else tr("导入值 {imported}，现计 {now}", **told))
        self.back.setVisible(not same)
        self.value.clear()
        for word in fact.choices.get(name, ()):
            self.value.addItem(dictionary_word(word), word)
        self.value.setCurrentIndex(-1)
        self.value.setCurrentText("")
        self.fit()

    def _put_back(self) -> None:
        """What the source says is to count again."""
        value = self._fact.source_values[self.name]
        at = self.value.findData(str(value))
        if at >= 0:
            self.value.setCurrentIndex(at)
        else:
            self.value.setCurrentText("" if value is None else value_word(value))
        self.why.setFocus()

    def carry_out(self) -> bool:
        """Put the figure with whoever confirms it; a refusal is said here and what was typed stays."""
        desk, fact, actor = self._page.desk, self._fact, self._page.place.actor
        name, typed, why, evidence = self.name, self.typed, self.why.text(), self.evidence.text()
        year = self._page.year if fact.kind is FactKind.LEADER_MARK else None
        act = tr(
            "把{fact}的{field}由导入的 {imported} 更正为 {value}",
            fact=fact.name,
            field=field_name(name),
            imported=value_word(fact.source_values[name]),
            value=dictionary_word(typed) or tr("空"),
        )
        try:
            change = with_second_if_needed(
                self,
                desk,
                act,
                lambda second: desk.overrides.put(
                    actor, fact.kind, fact.key, name, typed, why, evidence, second, year=year, seen=fact.version
                ),
            )
        except (DeskError, Trouble) as error:
            where = error.field if isinstance(error, OverrideRefused) else ""
            self.refuse(sentence(error), {"why": self.why, "evidence": self.evidence}.get(where, self.value))
            return False
        if change is None:
            return False
        self._page.place.changes.announce(change)
        return True


def override_figure(page: "Page", recorded: Recorded) -> bool:
    """Ask for another figure in the place of an imported one; whether it was put."""
    if recorded.kind not in FIELDS:
        page.place.say(tr("这一项不能更正；请修改来源工作簿后重新导入"))
        return False
    year = page.year if recorded.kind is FactKind.LEADER_MARK else None
    try:
        fact = page.desk.overrides.card(recorded.kind, recorded.key, year)
    except (DeskError, Trouble) as error:
        tell_failure(page, error)
        return False
    dialog = OverrideDialog(page, fact, recorded.field)
    return dialog.run(dialog.carry_out)
