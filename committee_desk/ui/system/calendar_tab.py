"""The calendar: days off and made-up working days of a year, each with the number of its notice."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from committee_desk.domain.calendar import CalendarDay, DayKind
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.ui.common.chips import Chip
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.import_request import ImportRequest
from committee_desk.ui.common.second import with_second_if_needed
from committee_desk.ui.common.surfaces import Banner, Card, button, label, scrolled, tool
from committee_desk.ui.common.tables import Column, ListTable, Style, TableSpec
from committee_desk.ui.common.theme import GAP, PAGE_MARGIN, ROW_COMPACT
from committee_desk.ui.system.cards_tab import NARROW_BELOW, allow
from committee_desk.ui.system.year_view import YearView
from committee_desk.wording.days import dated
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.services.changes import Change
    from committee_desk.ui.common.page import Page

FOLLOW_WEEK = "-"


def kind_word(kind: DayKind) -> str:
    """Off or made up."""
    return tr("放假") if kind is DayKind.OFF else tr("调休上班")


def _columns() -> tuple[Column[CalendarDay], ...]:
    return (
        Column("day", tr("日期"), lambda row: dated(row.day), 92, sort=lambda row: row.day, fits=True,
               style=Style.SUB),
        Column(
            "kind", tr("类型"), lambda row: kind_word(row.kind), 60, fits=True,
            chip=lambda row: Chip(kind_word(row.kind), "neu" if row.kind is DayKind.OFF else "accent"),
        ),
        Column("name", tr("名称"), lambda row: dictionary_word(row.name or ""), 64, fits=True,
               style=Style.SUB),
        Column("document", tr("文号"), lambda row: row.document, 60, style=Style.SUB, stretch=True),
    )  # fmt: skip


class CalendarTab(QFrame):
    """Year view beside the list; a day is set or cleared on the authority of a notice."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self.year = 0
        self._listed: dict[date, CalendarDay] = {}
        self.setProperty("r", "win")
        self.setAccessibleName(tr("日历"))
        self.view = YearView()
        self.view.day_opened.connect(self.edit)
        self.view.day_chosen.connect(self._day_chosen)
        self.table: ListTable[CalendarDay] = ListTable(
            TableSpec("calendar", _columns(), key=lambda row: row.day, sort_by="day"),
            tr("放假与调休"), page.place.memory, height=ROW_COMPACT,
        )  # fmt: skip
        self.table.chosen.connect(self._row_chosen)
        self.table.opened.connect(lambda row: self.edit(row.day))
        self._lay_out()
        page.place.writing_barred.connect(self._follow)

    def _follow(self, _why: str) -> None:
        self._say_possible()

    def _say_possible(self) -> None:
        for each in (self.change, self.bring):
            allow(each, self._page.place.no_writing)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setProperty("r", "win")
        column = QVBoxLayout(content)
        column.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        column.setSpacing(GAP)
        self._banner = QVBoxLayout()
        column.addLayout(self._banner)
        across = self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        across.setSpacing(GAP)
        across.addWidget(self._year_card(), 0)
        listed = Card(tr("放假与调休"))
        self.bring = button(tr("导入节假日…"), self._import, icon_name="file-import")
        listed.line.addWidget(self.bring)
        listed.body.addSpacing(8)
        listed.body.addWidget(self.table, 1)
        listed.setMinimumWidth(300)
        across.addWidget(listed, 1)
        column.addLayout(across, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content, tr("日历")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a small screen the list stands under the year, whole."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_BELOW
        self._across.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.table.setMinimumHeight(160 if narrow else 0)

    def _year_card(self) -> Card:
        card = Card(" ")
        self._title = card.name
        card.line.addWidget(tool(tr("上一年"), "chevron-left", lambda: self.show_year(self.year - 1)))
        card.line.addWidget(tool(tr("下一年"), "chevron-right", lambda: self.show_year(self.year + 1)))
        card.body.addSpacing(6)
        card.body.addWidget(self.view)
        card.body.addSpacing(8)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        for key, word in (
            ("off", tr("放假")),
            ("work", tr("调休上班")),
            ("weekend", tr("周末")),
            ("today", tr("今天")),
        ):
            swatch = QLabel()
            swatch.setFixedSize(16, 12)
            swatch.setProperty("key", key)
            foot.addWidget(swatch)
            foot.addWidget(label(word, "cap"))
            foot.addSpacing(6)
        foot.addStretch(1)
        card.body.addLayout(foot)
        card.body.addSpacing(6)
        act = QHBoxLayout()
        self._chosen = label("", "sub")
        act.addWidget(self._chosen, 1)
        self.change = button(tr("改这一天…"), lambda: self.edit(self.view.day), icon_name="pencil")
        act.addWidget(self.change)
        card.body.addLayout(act)
        card.body.addStretch(1)
        return card

    def show_year(self, year: int) -> None:
        """Another year."""
        self.year = year
        self.refresh()

    def refresh(self) -> None:
        """Read the year's days."""
        self._say_possible()
        desk, year = self._page.desk, self.year
        self._page.read(
            lambda: (desk.calendar.days(year), desk.calendar.held_years(), desk.clock().date()),
            lambda found: self._show(year, *found),
            kind="calendar",
        )

    def _show(self, year: int, days: tuple[CalendarDay, ...], held: tuple[int, ...], today: date) -> None:
        self._listed = {each.day: each for each in days}
        self._title.setText(tr("{year} 年", year=year))
        self.view.show_year(year, self._listed, today)
        self.table.set_rows(days)
        while self._banner.count():
            item = self._banner.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.deleteLater()
        if year not in held:
            self._banner.addWidget(
                Banner(
                    "warn",
                    tr("{year} 年的放假通知还没有导入", year=year),
                    tr("没有它不能推算该年的公示期和期限。通知通常在上一年 11 月由国务院办公厅发布。"),
                    (tr("导入节假日…"), self._import),
                )
            )

    def _day_chosen(self, day: date) -> None:
        self._chosen.setText(self.view.say(day))

    def _row_chosen(self, row: CalendarDay | None) -> None:
        if row is not None:
            self.view.choose(row.day)

    def _import(self) -> None:
        self._page.place.import_wanted.emit(ImportRequest("calendar"))

    def edit(self, day: date) -> None:
        """Set or clear one day."""
        if barred := self._page.place.no_writing:
            self._page.place.say(barred)
            return
        dialog = DayDialog(self, day, self._listed.get(day))
        desk, actor = self._page.desk, self._page.place.actor

        def act() -> bool:
            document = dialog.document.text().strip()
            if not document:
                dialog.refuse(tr("没有填写文号：日历只能依据通知改动。"), dialog.document)
                return False
            chosen, kind, name = dialog.chosen_day(), dialog.kind.currentData(), dialog.name.text().strip() or None
            change: Change | None
            try:
                if kind == FOLLOW_WEEK:
                    what = tr("{day}改回按星期计算（{document}）", day=dated(chosen), document=document)
                    change = with_second_if_needed(
                        dialog, desk, what, lambda second: desk.calendar.clear_day(actor, chosen, document, second)
                    )
                else:
                    change = desk.calendar.set_day(actor, chosen, DayKind(kind), name, document)
            except (DeskError, Trouble) as error:
                dialog.refuse(sentence(error), dialog.date)
                return False
            self._page.place.changes.announce(change)
            return change is not None  # None: nobody confirmed it

        if dialog.run(act):
            self._page.place.say(tr("日历已改"))


class DayDialog(FormDialog):
    """One day: off, made up, or as its weekday says."""

    def __init__(self, parent: QWidget, day: date, listed: CalendarDay | None) -> None:
        super().__init__(parent, tr("改日历"), tr("改这一天"))
        self.date = QDateEdit(QDate(day.year, day.month, day.day))
        self.date.setDisplayFormat("yyyy-MM-dd")
        self.date.setCalendarPopup(True)
        self.kind = QComboBox()
        for word, kind in (
            (tr("放假"), DayKind.OFF),
            (tr("调休上班"), DayKind.WORK),
            (tr("按星期（取消改动）"), FOLLOW_WEEK),
        ):
            self.kind.addItem(word, kind)
        if listed is not None:
            self.kind.setCurrentIndex(0 if listed.kind is DayKind.OFF else 1)
        self.name = QLineEdit((listed.name or "") if listed else "")
        self.name.setPlaceholderText(tr("如：春节"))
        self.document = QLineEdit()
        self.document.setPlaceholderText(tr("如：国办发明电〔2025〕7号"))
        self.add_row(tr("日期"), self.date)
        self.add_row(tr("类型"), self.kind)
        self.add_row(tr("名称"), self.name, tr("可以不填"))
        self.add_row(tr("文号"), self.document, tr("依据的放假通知"))
        self.consequence.setText(tr("改动记入日志，影响此后推算的公示期和期限"))

    def chosen_day(self) -> date:
        """The day in the field."""
        day = self.date.date()
        return date(day.year(), day.month(), day.day())
