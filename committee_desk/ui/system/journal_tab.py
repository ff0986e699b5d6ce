"""日志: every act, newest first, found by person, subject, day, actor or text; one entry whole at the right."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from committee_desk.domain.journal import groups
from committee_desk.domain.roles import Right
from committee_desk.services.views import Head, JournalRow
from committee_desk.ui.common.columns import TableSpec
from committee_desk.ui.common.dialogs import ask_reason
from committee_desk.ui.common.second import with_second
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import PAGE_MARGIN, ROW_COMPACT
from committee_desk.ui.system.entry_panel import EntryPanel
from committee_desk.ui.system.journal_columns import entry_columns
from committee_desk.ui.system.journal_filters import JournalFilters, codes_by_name
from committee_desk.wording.acts import act_name
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

AT_ONCE = 200


class JournalTab(QFrame):
    """Only read here; nobody writes to it but the acts themselves."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._rows: tuple[JournalRow, ...] = ()
        self._wanted_entry: int | None = None
        self.setProperty("r", "surface")
        self.setAccessibleName(tr("日志"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        spec = TableSpec("journal", entry_columns(), key=lambda row: row.seq, sort_by="seq", ascending=False)
        self.table: ListTable[JournalRow] = ListTable(spec, tr("日志"), page.place.memory, height=ROW_COMPACT)
        self.panel = EntryPanel(page, self._overrule)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self.panel.what.setFocus())
        self.filters = JournalFilters(self.table, self._read)
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        foot = QFrame()
        foot.setProperty("r", "foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(PAGE_MARGIN, 8, PAGE_MARGIN, 8)
        words = QVBoxLayout()
        words.setSpacing(4)
        self.nothing = label("", "strong", wrap=True)
        self.nothing.hide()
        self.head = label("", "sub", wrap=True, select=True)
        words.addWidget(self.nothing)
        words.addWidget(self.head)
        line.addLayout(words, 1)
        self.more = button(tr("更早的"), self._older)
        line.addWidget(self.more)
        column.addWidget(foot)

    def refresh(self) -> None:
        """Read the newest entries that are wanted, and the names by which people can be asked for."""
        desk, year = self._page.desk, self._page.year
        if self._page.place.may(Right.SEE_PEOPLE):
            self._page.read(lambda: codes_by_name(desk.people.roster(year)), self.filters.know, kind="names")
        self._read()

    def _read(self) -> None:
        journal, wanted = self._page.desk.journal, self.filters.wanted()
        self._page.read(
            lambda: (journal.head(), journal.rows(AT_ONCE, None, wanted)),
            lambda found: self._show(*found),
            kind="journal",
        )

    def _show(self, head: Head, rows: tuple[JournalRow, ...]) -> None:
        self._rows = rows
        self.filters.offer(rows)
        self.table.set_rows(rows)
        self.head.setText(tr("共 {count} 条，日志头 {head}", count=head.entries, head=groups(head.hash)))
        self.more.setVisible(len(rows) == AT_ONCE)
        why = "" if rows else self.filters.why_nothing()
        self.nothing.setText(why)
        self.nothing.setVisible(bool(why))
        if self._wanted_entry is not None:
            self._find(self._wanted_entry)

    def _older(self) -> None:
        journal, before, wanted = self._page.desk.journal, self._rows[-1].seq, self.filters.wanted()
        self._page.read(lambda: journal.rows(AT_ONCE, before, wanted), self._add, kind="older")

    def _add(self, rows: tuple[JournalRow, ...]) -> None:
        self._rows += rows
        self.filters.offer(rows)
        self.table.set_rows(self._rows)
        self.more.setVisible(len(rows) == AT_ONCE)

    # -- one entry -------------------------------------------------------------------------------------------------

    def open_entry(self, seq: int) -> None:
        """Bring that entry into view, lifting filters that hide it."""
        self._wanted_entry = seq
        self.filters.lift()
        self._read()

    def _find(self, seq: int) -> None:
        """Choose it, or read on from there where it is older than what is shown."""
        self._wanted_entry = None
        if self.table.choose(seq):
            self.table.setFocus()
            return
        journal = self._page.desk.journal
        self._page.read(lambda: journal.rows(AT_ONCE, seq + 1), lambda rows: self._show_from(seq, rows), kind="entry")

    def _show_from(self, seq: int, rows: tuple[JournalRow, ...]) -> None:
        self._rows = rows
        self.table.set_rows(rows)
        self.more.setVisible(len(rows) == AT_ONCE)
        if self.table.choose(seq):
            self.table.setFocus()

    def _choose(self, row: JournalRow | None) -> None:
        if row is not None:
            self.panel.show_row(row)
        self._page.show_detail(wanted=row is not None)

    def _overrule(self, row: JournalRow) -> None:
        """Two people say that an entry's clock was wrong: it stays, and dated acts no longer wait for its date."""
        text = tr(
            "第 {seq} 条“{act}”记在 {at}，晚于现在。更正后此条保留，但有日期的办理不再等到那一天。",
            seq=row.seq, act=act_name(row.verb), at=f"{row.at:%Y-%m-%d %H:%M}",
        )  # fmt: skip
        why = ask_reason(self, tr("更正条目的时间"), text, tr("继续"))
        if why is None:
            return
        desk, place = self._page.desk, self._page.place
        act = tr("更正日志第 {seq} 条的时间", seq=row.seq)
        change = with_second(self, desk, act, lambda second: desk.journal.overrule(place.actor, row.seq, why, second))
        if change is not None:
            place.changes.announce(change)
            place.say(tr("第 {seq} 条的时间已更正", seq=row.seq))
