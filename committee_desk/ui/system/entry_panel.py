"""One journal entry whole: who, when, why, on whose authority; old and new values in words; its own text and seal."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from committee_desk.domain.journal import groups
from committee_desk.domain.roles import Right
from committee_desk.services.views import JournalRow
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.surfaces import DetailPanel, button, label, scrolled
from committee_desk.ui.system.cards_tab import emptied
from committee_desk.wording.acts import act_name, act_object
from committee_desk.wording.entries import told_by
from committee_desk.wording.language import tr
from committee_desk.wording.roles import role_on_paper

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

TEXT_HEIGHT = 110


class EntryPanel(DetailPanel):
    """Beside the journal. `overrule` is called with the entry whose date is wrong."""

    def __init__(self, page: "Page", overrule: Callable[[JournalRow], None]) -> None:
        super().__init__(tr("日志条目"))
        self._page = page
        self._row: JournalRow | None = None
        self.heading.setWordWrap(True)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(16, 10, 14, 12)
        self._column.setSpacing(8)
        self._facts = QVBoxLayout()
        self._column.addLayout(self._facts)
        self.what = _reading(tr("条目原文"))
        self.seal = _reading(tr("封存的数据"))
        self.chain = _reading(tr("链"))
        for field in (self.what, self.seal, self.chain):
            self._column.addWidget(label(field.accessibleName(), "sub"))
            self._column.addWidget(field)
        self.overrule = button(tr("更正这条的时间…"), self._overrule, icon_name="clock")
        self._column.addWidget(self.overrule)
        self._column.addStretch(1)
        self._wanted = overrule
        self.body.addWidget(hairline())
        self.body.addWidget(scrolled(content, tr("日志条目")), 1)
        self.closed.connect(lambda: page.show_detail(wanted=False))

    def show_row(self, row: JournalRow) -> None:
        """The whole entry."""
        self._row = row
        self.heading.setText(act_name(row.verb))
        self.code.setText(tr("第 {seq} 条", seq=row.seq))
        emptied(self._facts)
        self._facts.addWidget(_grid([*_head(row), *_values(row.what)]))
        self.what.setPlainText(row.what)
        self.seal.setPlainText(row.rows or tr("早期条目，写入时还没有封存数据"))
        chain = tr("本条 {hash}\n上一条 {previous}", hash=groups(row.hash), previous=groups(row.previous))
        self.chain.setPlainText(chain)
        future = row.at > self._page.now()
        self.overrule.setVisible(future and self._page.place.may(Right.OVERRULE_CLOCK))

    def _overrule(self) -> None:
        if self._row is not None:
            self._wanted(self._row)


def _head(row: JournalRow) -> list[tuple[str, str]]:
    facts = [
        (tr("时间"), row.at.strftime("%Y-%m-%d %H:%M:%S %z")),
        (tr("经办人"), row.actor),
        (tr("角色"), role_on_paper(row.role)),
        (tr("凭据"), row.authority or ""),
        (tr("对象"), act_object(row)),
        (tr("理由"), row.why or ""),
    ]
    return [(name, said) for name, said in facts if said]


def _values(what: str) -> list[tuple[str, str]]:
    return [
        (each.name, tr("{old} → {new}", old=each.old, new=each.new) if each.old else each.new) for each in told_by(what)
    ]


def _grid(facts: list[tuple[str, str]]) -> QWidget:
    held = QWidget()
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    for at, (name, said) in enumerate(facts):
        grid.addWidget(label(name, "sub", wrap=True), at, 0)
        value = label(said, "", wrap=True, select=True)
        value.setAccessibleName(f"{name} {said}")
        value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        grid.addWidget(value, at, 1)
    grid.setColumnStretch(1, 1)
    return held


def _reading(name: str) -> QPlainTextEdit:
    field = QPlainTextEdit()
    field.setReadOnly(True)
    field.setTabChangesFocus(True)
    field.setAccessibleName(name)
    field.setFixedHeight(TEXT_HEIGHT)
    return field
