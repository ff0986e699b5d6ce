"""About: version, what this installation found of itself, and the licences of what it brings along."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from committee_desk.paths import log_folder, resource
from committee_desk.ui.common.crash import version
from committee_desk.ui.common.surfaces import Card, label, scrolled
from committee_desk.ui.common.theme import GAP, PAGE_MARGIN
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

LICENCE_FILES = ("*LICENSE*", "*OFL*")


class AboutTab(QFrame):
    """Read when first seen."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._read = False
        self.setProperty("r", "win")
        self.setAccessibleName(tr("关于"))
        content = QWidget()
        content.setProperty("r", "win")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        self._column.setSpacing(GAP)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content, tr("关于")))

    def refresh(self) -> None:
        """Gather once."""
        if self._read:
            return
        self._read = True
        self._column.addWidget(self._program())
        self._column.addWidget(_licences())
        self._column.addStretch(1)

    def _program(self) -> Card:
        card = Card(tr("检察官考评台账"))
        identity = self._page.desk.identity()
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        facts = (
            (tr("版本"), version()),
            (tr("台账文件"), str(identity.path)),
            (tr("台账编号"), identity.uid),
            (tr("建立时间"), identity.created.strftime("%Y-%m-%d %H:%M")),
            (tr("加密"), tr("已加密") if identity.protected else tr("未加密")),
            (tr("图标"), tr("{count} 个", count=len(list(resource("icons").glob("*.svg"))))),
            (tr("字体"), tr("、").join(sorted(file.stem for file in resource("fonts").glob("*.ttf")))),
            (tr("错误记录"), str(log_folder())),
        )
        for row, (name, value) in enumerate(facts):
            grid.addWidget(label(name, "sub"), row, 0)
            said = label(value, "", wrap=True, select=True)
            said.setAccessibleName(f"{name} {value}")
            grid.addWidget(said, row, 1)
        grid.setColumnStretch(1, 1)
        card.body.addSpacing(8)
        card.body.addLayout(grid)
        return card


def _licences() -> Card:
    card = Card(tr("许可"))
    text = QPlainTextEdit()
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setAccessibleName(tr("许可"))
    text.setMinimumHeight(220)
    parts = [tr("本程序按 MIT 许可提供；随附的字体和图标保留各自的许可。")]
    for folder in ("fonts", "icons"):
        for pattern in LICENCE_FILES:
            parts += [f"— {file.name} —\n{file.read_text('utf-8')}" for file in sorted(resource(folder).glob(pattern))]
    text.setPlainText("\n\n".join(parts))
    card.body.addSpacing(8)
    card.body.addWidget(text)
    return card
