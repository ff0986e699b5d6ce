"""The settings: each with its value, what it changes, and a reason for every change. Look and language of this PC."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.settings import OFF, ON, SETTINGS
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.surfaces import Card, button, label, scrolled
from committee_desk.ui.common.theme import GAP, PAGE_MARGIN
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence
from committee_desk.wording.settings import SettingWords, settings_in_words

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


def _in_words(key: str, value: str) -> str:
    """A setting's value; a switch says whether it is on, what is empty that it is not filled in."""
    return _offered(key).get(value, value) or tr("未填")


def _offered(key: str) -> dict[str, str]:
    """What a setting offers to choose from, in words; nothing where it is typed."""
    return {
        "switch": {OFF: tr("不启用"), ON: tr("启用")},
        "order": {"department": tr("按部门"), "strokes": tr("按姓氏笔画")},
    }.get(SETTINGS[key].shape, {})


class _Asked:
    """The field that takes a setting's new value: a line to type into, or a choice."""

    def __init__(self, key: str, value: str) -> None:
        self._key = key
        self.line, self.choice = QLineEdit(value), QComboBox()
        for each, words in _offered(key).items():
            self.choice.addItem(words, each)
        self.choice.setCurrentIndex(self.choice.findData(value))

    @property
    def field(self) -> QWidget:
        """What the form shows."""
        return self.choice if _offered(self._key) else self.line

    def value(self) -> str:
        """What is to be kept."""
        return str(self.choice.currentData()) if _offered(self._key) else self.line.text()


class SettingsTab(QFrame):
    """One card, a line for each setting."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._values: dict[str, QLabel] = {}
        self._held: dict[str, str] = {}
        self.changes: list[QPushButton] = []
        page.place.writing_barred.connect(self._follow)
        self.setProperty("r", "win")
        self.setAccessibleName(tr("设置"))
        content = QWidget()
        content.setProperty("r", "win")
        column = QVBoxLayout(content)
        column.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        card = Card(tr("本院设置"))
        for at, (key, told) in enumerate(settings_in_words().items()):
            if at:
                card.body.addWidget(hairline())
            card.body.addWidget(self._line(key, told))
        column.addWidget(card)
        note = label(
            tr("名额比例、分值等属于年度考核方案，不在这里改。外观（浅色、深色）在左上角的台账菜单里，只影响这台电脑。"),
            "cap", wrap=True,
        )  # fmt: skip
        column.addWidget(note)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content, tr("设置")))

    def _line(self, key: str, told: SettingWords) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 10, 0, 10)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(told.name, "name"))
        words.addWidget(label(told.changes, "cap", wrap=True))
        across.addLayout(words, 1)
        value = label("", "strong")
        self._values[key] = value
        across.addWidget(value)
        across.addSpacing(12)
        change = button(tr("修改…"), lambda: self._change(key, told))
        change.setAccessibleName(tr("修改{name}", name=told.name))
        self.changes.append(change)
        across.addWidget(change)
        return line

    def refresh(self) -> None:
        """Read the values."""
        self._say_possible()
        desk = self._page.desk
        self._page.read(desk.settings.all, self._show, kind="settings")

    def _follow(self, _why: str) -> None:
        self._say_possible()

    def _say_possible(self) -> None:
        for each in self.changes:
            allow(each, self._page.place.no_writing)

    def _show(self, values: dict[str, str]) -> None:
        for key, shown in self._values.items():
            self._held[key] = values.get(key, "")
            shown.setText(_in_words(key, self._held[key]))

    def _change(self, key: str, told: SettingWords) -> None:
        dialog = FormDialog(self, tr("修改{name}", name=told.name), tr("保存"))
        asked, why = _Asked(key, self._held.get(key, "")), QLineEdit()
        why.setMaxLength(200)
        dialog.add_row(told.name, asked.field, told.takes)
        dialog.add_row(tr("理由"), why)
        dialog.consequence.setText(tr("新值和理由记入日志"))
        desk, place = self._page.desk, self._page.place

        def act() -> bool:
            try:
                change = desk.settings.put(place.actor, key, asked.value(), why.text())
            except (DeskError, Trouble) as error:
                dialog.refuse(sentence(error), asked.field if why.text().strip() else why)
                return False
            if change.entry is None:
                dialog.refuse(tr("没有改动：新值与现在的值相同，没有记入日志。"), asked.field)
                return False
            place.changes.announce(change)
            return True

        if dialog.run(act):
            place.say(tr("设置已保存"))
