"""按人员: people × ledgers, each column on its batch line; Enter goes down the column and on to the next."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.entry_views import EventState, GridPerson, Line, Mark
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.sheet.going import Going
from committee_desk.ui.common.sheet.model import CellName
from committee_desk.ui.entry.desk_door import DeskDoor, Scope
from committee_desk.ui.entry.details import Stand
from committee_desk.ui.entry.grid_side import GridSide
from committee_desk.ui.entry.line_bar import LineBar
from committee_desk.ui.entry.line_strip import LineStrip
from committee_desk.ui.entry.marks_source import MarksSource
from committee_desk.ui.entry.shown import Shown
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence
from committee_desk.wording.scheme_names import named

if TYPE_CHECKING:
    from committee_desk.ui.entry.page import EntryPage

Batches = dict[Scope, dict[str, int]]
"""By month and category, then by column: the batch that its refused marks belong to."""


class ByPerson(GridSide):
    """The batch line of the column one stands in, above the grid."""

    source: MarksSource | None

    def __init__(self, page: "EntryPage") -> None:
        super().__init__(page, "entry-marks", tr("人员与指标"), Going.DOWN)
        self.source = None
        self.bar = LineBar(self._put_line)
        self.bar.left.connect(self.sheet.setFocus)
        self.bar.line_chosen.connect(self._choose_line)
        self.bar.another_wanted.connect(self._another)
        self.bar.scans_wanted.connect(page.acts.scans_of)
        self.strip = LineStrip(self.sheet)
        self.strip.pressed.connect(self._to_line_of)
        for part in (hairline(), self.strip, hairline(), self.bar):
            self.column.insertWidget(0, part)
        self._ledger = ""
        self._scope: Scope | None = None
        self.batches: Batches = {}

    def show_month(self, shown: Shown, door: DeskDoor, *, fresh: bool) -> None:
        """Show the month's grid."""
        page = self.page
        self.keep_batches()
        self._scope = shown.scope
        known_columns = self.source is not None and [each.indicator for each in self.source.grid.columns]
        if self.source is not None and not fresh and known_columns == [each.indicator for each in shown.grid.columns]:
            self.source.show(shown.grid, shown.imported())
            self.source.choose_lines(self.batches.get(shown.scope, {}))
            self.sheet.reload()
        else:
            self.source = MarksSource(door, shown.grid, shown.imported(), shown.month(page.may_type(shown)))
            self.source.choose_lines(self.batches.get(shown.scope, {}))
            self.source.on_conflict = lambda _row: page.read_at_once()
            self.sheet.set_source(self.source, shown.scope)
            page.filter_rows()
            self._ledger = shown.grid.columns[0].indicator if shown.grid.columns else ""
            self._stand_at_the_start()
        self._show_line()

    def _stand_at_the_start(self) -> None:
        """In the first person's first ledger, leaving the focus where it is."""
        people = self.source.keys() if self.source is not None else ()
        focused = self.window().focusWidget()
        if people and self._ledger:
            self.sheet.choose(people[0], self._ledger)
        if focused is not None and focused is not self.sheet.view:
            focused.setFocus()

    # -- where one stands ------------------------------------------------------------------------------------------

    def tell_where(self) -> None:
        """The person's ledger that one stands in, and the column's batch line."""
        current, source = self.sheet.current(), self.source
        if source is None or current is None:
            self.page.details.stand(None)
            self.page.acts.show_event(None)
            return
        row, column = str(current[0]), current[1]
        ledger = column if source.line(column) is not None else None
        if ledger is not None and ledger != self._ledger:
            self._ledger = ledger
            self._show_line()
        if ledger is None:
            self.page.details.stand(Stand(row, None, None, None, None, whole=True))
            self.page.acts.show_event(None)
            return
        mark = source.mark(row, column)
        self.page.details.stand(_stand(row, ledger, mark, source.beside(row, column)))
        self.page.acts.show_event(
            self.page.shown.event(mark.number) if mark is not None and self.page.shown is not None else None
        )

    def _show_line(self) -> None:
        source = self.source
        if source is None:
            return
        if not self._ledger and source.grid.columns:
            self._ledger = source.grid.columns[0].indicator
        lines = {each.indicator: source.line(each.indicator) or each.line for each in source.grid.columns}
        self.strip.show_lines(lines, approver=self.page.approver_typed)
        name = next((each.name for each in source.grid.columns if each.indicator == self._ledger), "")
        self.bar.show_line(
            named(name),
            source.line(self._ledger),
            source.lines(self._ledger),
            open_=self.page.takes_typing(),
            approver=self.page.approver_typed,
        )

    def filter_rows(self, department: str | None, *, unfilled: bool) -> None:
        """Of one department; those without anything in the column one stands in."""
        source = self.source
        if source is None:
            return
        ledger = self._ledger
        empty = {code for code in source.codes() if source.empty(code, ledger)} if unfilled else None

        def wanted(person: GridPerson) -> bool:
            return department in {None, person.department} and (empty is None or person.code in empty)

        source.keep(wanted if department is not None or unfilled else None)
        self.sheet.reload()

    def choose_person(self, code: str) -> None:
        """Stand in that person's row."""
        self.sheet.choose(code, self._ledger)

    def to_line(self) -> None:
        """Into the batch line of the column."""
        if self.page.side is self:
            self.bar.take_focus()
        else:
            self.page.place.say(tr("批次在“按人员”里填写"))

    def _to_line_of(self, ledger: str) -> None:
        current = self.sheet.current()
        if current is not None:
            self.sheet.choose(current[0], ledger)
            self.bar.take_focus()

    # -- batch lines -----------------------------------------------------------------------------------------------

    def _put_line(self, line: Line) -> str:
        page, scope = self.page, self.page.scope
        self.sheet.settle()
        try:
            change = page.desk.entry.put_line(page.place.actor, scope.year, scope.month, line, scope.category)
        except (DeskError, Trouble) as error:
            return sentence(error)
        page.touched.emit(change)
        page.read_at_once()
        page.place.say(tr("已保存“{name}”第 {line} 批的依据", name=self.bar.name.text(), line=line.line))
        return ""

    def _choose_line(self, indicator: str, line: int) -> None:
        if self.source is None or not self.sheet.settle():
            return
        if not self._waits_for_refused(indicator):
            self.source.choose_line(indicator, line)
            self.sheet.reload()
            self.tell_where()
        self._show_line()

    def _another(self, indicator: str) -> None:
        """The next batch of the column, with the same approver until another is typed."""
        lines = self.source.lines(indicator) if self.source is not None and self.sheet.settle() else ()
        if self.source is None or not lines or self._waits_for_refused(indicator):
            return
        last = lines[-1]
        said = self._put_line(replace(Line(indicator, last.line + 1), approver=last.approver))
        if said:
            self.page.place.say(said)
            return
        self.source.choose_line(indicator, last.line + 1)
        self.sheet.reload()
        self._show_line()
        self.bar.take_focus()

    def _waits_for_refused(self, indicator: str) -> bool:
        """Refused marks belong to the batch in view: another is not shown under them; leads to the first of them."""
        source = self.source
        codes = [code for code, column in self._refused() if column == indicator]
        line = source.line(indicator) if source is not None else None
        if source is None or line is None or not codes:
            return False
        keys = source.keys()
        shown = next((code for code in keys if code in codes), None)
        if shown is not None:
            self.sheet.choose(shown, indicator)
        self.page.place.say(
            tr(
                "“{name}”第 {line} 批还有没有被接受的分值。请先改好或清空（F8 逐处查看），再换批次。",
                name=self.bar.name.text(),
                line=line.line,
            )
        )
        return True

    def _refused(self) -> Iterable[CellName]:
        return self.sheet.kept().get(self._scope, {})

    def keep_batches(self) -> Batches:
        """Remember which batch the marks belong to that were not accepted, whatever batch is the newest by then."""
        source = self.source
        if source is not None and self._scope is not None:
            lines = {column: source.line(column) for _, column in self._refused()}
            self.batches[self._scope] = {column: line.line for column, line in lines.items() if line is not None}
        return dict(self.batches)


def _stand(code: str, ledger: str | None, mark: Mark | None, beside: str) -> Stand:
    if mark is None:
        return Stand(code, ledger, None, None, None, beside=beside)
    waits = mark.state is EventState.WAITS
    lacking = () if mark.state is EventState.COUNTED else mark.lacking
    return Stand(code, ledger, mark.points, mark.number, None, lacking, waits, beside)
