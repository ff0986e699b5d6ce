"""异议受理台 on 公示: the newest objections, the chosen one with its checks and acts, the way to all of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from committee_desk.domain.objections import ObjectionMove
from committee_desk.domain.roles import Right
from committee_desk.services.objection_views import ObjectionCard, ObjectionRow
from committee_desk.ui.common.chips import OK, WARN, Chip, ChipLabel
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.page import Page
from committee_desk.ui.common.surfaces import Banner, Card, button, label, link
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import HEADER_ROW, ROW
from committee_desk.ui.objections.acts import ObjectionActs
from committee_desk.ui.objections.card import act_word
from committee_desk.ui.objections.checks import Checks, checks_of
from committee_desk.ui.objections.columns import moment, state
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.language import tr
from committee_desk.wording.objections import matter_names, timeliness

MOST_AT_ONCE, STATE_WIDE = 4, 150


def _spec() -> TableSpec[ObjectionRow]:
    return TableSpec(
        id="receiving",
        columns=(
            Column("number", tr("编号"), lambda row: row.label, 100, sort=lambda row: row.held.number),
            Column("name", tr("申请人"), lambda row: row.name, 60, style=Style.NAME, fits=True),
            Column("received", tr("收到"), lambda row: moment(row.held.received), 104, spare=True),
            Column("state", tr("状态"), lambda row: state(row).text, STATE_WIDE, chip=state, stretch=True,
                   tip=_waiting),
        ),
        key=lambda row: row.held.number,
        sort_by="number",
        ascending=False,
    )  # fmt: skip


def _waiting(row: ObjectionRow) -> str:
    """The chip's words, which a narrow panel cuts, and why."""
    shown = state(row)
    return "\n".join(part for part in (shown.text, shown.why) if part)


class ReceivingPanel(Card):
    """Stands on a page whose `topics` hold OBJECTIONS, and reads when that page calls `refresh`."""

    def __init__(self, page: Page) -> None:
        super().__init__(tr("异议受理台"))
        self._page, self._acts = page, ObjectionActs(page)
        self._card: ObjectionCard | None = None
        self.count = ChipLabel(Chip("0"))
        self.line.insertWidget(1, self.count)
        self.line.addWidget(link(tr("全部"), lambda: page.go.emit("objections", None)))
        self.table: ListTable[ObjectionRow] = ListTable(_spec(), tr("异议受理台"), page.place.memory)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the state gives way
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda row: page.go.emit("objections", row.held.number))
        self.empty = label(tr("还没有收到异议。"), "sub", wrap=True)
        self.body.addSpacing(6)
        self.body.addWidget(self.table)
        self.body.addWidget(self.empty)
        self.body.addSpacing(8)
        self.body.addWidget(self._details())
        self.body.addStretch(1)
        self.body.addWidget(
            Banner("info", tr("截止前收到的书面异议都须登记，收到时间以纸面为准。"), tr("匿名的登记为情况反映。"))
        )
        self.details.hide()
        page.follow_rights(self._show_acts)

    def _details(self) -> QWidget:
        self.details = QWidget()
        column = QVBoxLayout(self.details)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(8)
        self.heading, self.received, self.matters = label("", "name"), label("", "sub"), label("", "sub", wrap=True)
        self.chip, self.checks = ChipLabel(), Checks()
        column.addWidget(self.heading)
        line = QHBoxLayout()
        line.addWidget(self.received)
        line.addStretch(1)
        line.addWidget(self.chip)
        column.addLayout(line)
        column.addWidget(self.matters)
        well = QFrame()
        well.setProperty("r", "well")
        inside = QVBoxLayout(well)
        inside.setContentsMargins(12, 8, 12, 8)
        self.grounds = label("", wrap=True, select=True)
        self.grounds.setAlignment(Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.grounds)
        column.addWidget(well)
        column.addWidget(self.checks)
        column.addLayout(self._buttons())
        return self.details

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        moves = (ObjectionMove.ACCEPT, ObjectionMove.REFUSE, ObjectionMove.ROUTE)
        self.moves = {
            move: button(act_word(move), lambda move=move: self._move(move))  # type: ignore[misc]
            for move in moves
        }
        for each in self.moves.values():
            line.addWidget(each)
        line.addStretch(1)
        line.addWidget(button(tr("打印回执…"), self._receipt, icon_name="printer"))
        return line

    # -- reading ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the objections of the page's year again."""
        desk, year = self._page.desk, self._page.year
        if self._page.place.may(Right.SEE_OBJECTIONS):
            self._page.read(lambda: desk.objections.rows(year), self._take, kind="receiving")

    def register(self) -> None:
        """登记异议: open the counter's dialog, as the button of the page's head does."""
        number = self._acts.register()
        if number is not None:
            self._page.when_read(lambda: self._find(number))

    def _find(self, number: int) -> None:
        self.table.choose(number)

    def _take(self, rows: tuple[ObjectionRow, ...]) -> None:
        self.count.show_chip(Chip(str(len(rows))))
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.table.setFixedHeight(HEADER_ROW + ROW * max(1, min(len(rows), MOST_AT_ONCE)) + 4)
        self.table.set_rows(rows)
        if rows and self.table.current() is None:
            self.table.choose(rows[-1].held.number)
        self._choose(self.table.current())

    def _choose(self, row: ObjectionRow | None) -> None:
        if row is None:
            self.details.hide()
            return
        desk, year, number = self._page.desk, self._page.year, row.held.number
        self._page.read(lambda: desk.objections.card(year, number), self._show_card, kind="receiving card")

    def _show_card(self, card: ObjectionCard) -> None:
        self._card = card
        held = card.row.held
        self.heading.setText(f"{card.row.label} {card.row.name}")
        self.received.setText(tr("收到（纸面）{at}", at=moment(held.received)))
        kind, mark = (OK, "check") if held.in_time else (WARN, "clock")
        self.chip.show_chip(Chip(timeliness(held, card.nth_day), kind, mark))
        self.matters.setText(tr("申请事项：{matters}", matters=matter_names(held.matters)))
        self.grounds.setText(held.grounds)
        self.checks.show_checks(checks_of(card)[1:])
        self._show_acts()
        self.details.show()

    def _show_acts(self) -> None:
        card = self._card
        if card is None:
            return
        why = self._page.place.why_not(Right.TAKE_OBJECTIONS)
        for move, act in self.moves.items():
            act.setVisible(move in card.moves)
            allow(act, why)

    # -- acts ------------------------------------------------------------------------------------------------------

    def _move(self, move: ObjectionMove) -> None:
        if self._card is not None:
            self._acts.move(self._card.row, move)

    def _receipt(self) -> None:
        if self._card is not None:
            self._acts.sheets.receipt(self._card.row.held.number, self._card.row.label)
