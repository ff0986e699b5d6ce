"""人员: the roster with its filters; stays, leave and decisions of one person at the right."""

from typing import ClassVar

from PySide6.QtCore import QTimer

from committee_desk.domain.roles import Right
from committee_desk.services.changes import Topic
from committee_desk.services.desk import Desk
from committee_desk.services.views import Owed, RosterRow
from committee_desk.ui.common.import_request import ImportRequest
from committee_desk.ui.common.initials import Initials, prepare_filter
from committee_desk.ui.common.list_filters import CategoryChoice, DepartmentChoice
from committee_desk.ui.common.page import Page, PageCommand, Workplace, hairline
from committee_desk.ui.common.person_field import Named
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.source_box import numbered_imports
from committee_desk.ui.common.surfaces import EmptyState
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.tool_row import ToolRow
from committee_desk.ui.people.card import Relations
from committee_desk.ui.people.columns import people_spec
from committee_desk.ui.people.panel import PersonPanel
from committee_desk.ui.people.relations import RelationsDialog
from committee_desk.wording.language import tr

COMMITTEE = "committee"
"""A target: the committee's members."""


class PeoplePage(Page):
    """The roster of the year."""

    page_id: ClassVar[str] = "people"
    icon_name: ClassVar[str] = "users"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.PEOPLE, Topic.STANDING, Topic.IMPORTS, Topic.RELATIONS})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self._target: str | None = None
        self._initials = Initials()
        self._rows: tuple[RosterRow, ...] = ()
        self.committee_button = self.head.add_action(tr("考评委员会…"), "gavel", self.open_committee)
        self.import_button = self.head.add_action(
            tr("导入人员"), "file-import", self.import_people, primary=True, key=Shortcut.IMPORT, writes=True
        )
        self.table: ListTable[RosterRow] = ListTable(people_spec(self._initials.of), tr("人员"), place.memory)
        self.empty = EmptyState(
            "users",
            tr("还没有人员"),
            tr("先导入人员工作簿，再导入案件、评查和评价。"),
            (tr("导入人员"), self.import_people),
        )
        tools = ToolRow()
        self.departments = tools.add(DepartmentChoice(self._keep))
        self.categories = tools.add(CategoryChoice(self._keep))
        self.filter = tools.add_filter(self.table, self.table.filter_text, self.table.remembered_filter())
        self.body.addWidget(tools)
        self.body.addWidget(hairline())
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.empty, 1)
        self.empty.hide()
        self.detail = self._panel = PersonPanel(self, self.open_relations)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _row: self._panel.facts.choose_first())

    @classmethod
    def title(cls) -> str:
        """人员."""
        return tr("人员")

    def refresh(self) -> None:
        """Read the roster."""
        desk, year = self.desk, self.year
        may = self.place.may(Right.SEE_GRADING)
        self.head.allow(self.committee_button, "" if may else self.place.why_not(Right.SEE_GRADING))
        self.read(lambda: desk.people.roster(year), self._take)

    def _take(self, rows: tuple[RosterRow, ...]) -> None:
        self._rows = rows
        self.head.say(tr("{year} 年度 {count} 人", year=self.year, count=len(rows)))
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.departments.offer_of(row.department for row in rows)
        self.categories.offer_of({row.category for row in rows})
        self.table.set_rows(rows)
        prepare_filter(self, self.table, rows, [row.name for row in rows], self._initials)
        target, self._target = self._target, None
        if target is not None:
            self.show_target(target)
        elif (current := self.table.current()) is not None:
            self._choose(current)

    def _keep(self) -> None:
        self.table.keep(lambda row: self.departments.lets(row.department) and self.categories.lets(row.category))

    def _choose(self, row: RosterRow | None) -> None:
        if row is None:
            self.show_detail(wanted=False)
            return
        self._panel.show_row(row)
        self.show_detail(wanted=True)
        desk, year = self.desk, self.year
        self.read(
            lambda: (desk.people.card(row.code, year), numbered_imports(desk), _relations(desk, row)),
            lambda three: self._panel.show_card(*three),
            kind="card",
        )

    def show_target(self, key: object) -> None:
        """Bring a person into view; a department that nobody has charge of, and where that is written down."""
        if key == COMMITTEE:
            QTimer.singleShot(0, self, self.open_committee)
        elif isinstance(key, Owed):
            self.when_read(lambda: self._lead_to(key))
        elif not self._rows:
            self._target = str(key)
        elif not self.table.choose(key):
            self.filter.clear()
            self.departments.show_all()
            self.categories.show_all()
            self.table.choose(key)

    def _lead_to(self, line: Owed) -> None:
        departments = line.facts.get("names", ())
        if line.kind == "charges_missing" and isinstance(departments, tuple) and departments:
            self.departments.choose(departments[0])
            QTimer.singleShot(0, self, self.open_relations)
        elif line.kind == "committee_wrong":
            QTimer.singleShot(0, self, self.open_committee)

    def open_relations(self) -> None:
        """Kinship of the chosen person, and charge of every department."""
        row = self.table.current()
        people = [Named(each.code, each.name, each.department) for each in self._rows]
        of = next((each for each in people if row is not None and each.code == row.code), None)
        RelationsDialog(self, people, of).exec()

    def open_committee(self) -> None:
        """Who sits on the 检察官考评委员会, with what is wrong with it."""
        if not self.committee_button.isEnabled():
            self.place.say(self.committee_button.toolTip())
            return
        from committee_desk.ui.committee.members import CommitteeDialog  # noqa: PLC0415 - opened on demand

        CommitteeDialog(self, [Named(each.code, each.name, each.department) for each in self._rows]).exec()

    def import_people(self) -> None:
        """Open the import wizard."""
        self.place.import_wanted.emit(ImportRequest("people"))

    def commands(self) -> tuple[PageCommand, ...]:
        """Import, and the history of the fact chosen at the right."""
        imports = PageCommand(tr("导入人员"), self.import_people, "file-import", Shortcut.IMPORT)
        relations = PageCommand(tr("亲属关系与分管"), self.open_relations, "users")
        committee = PageCommand(tr("考评委员会委员"), self.open_committee, "gavel")
        return (imports, relations, committee, self._panel.history.command())

    def help_text(self) -> str:
        """What the page shows."""
        return tr(
            "本年度在院人员。选中一人，右侧列出任职、请假和处分，选中其中一条可看到它在原工作簿中的单元格。"
            "同一工号在人员工作簿中出现两行即为调动。“亲属与分管”登记谁与谁须回避、谁分管哪个部门；“考评委员会”登记委员的任期。"
        )

    def focus_first(self) -> None:
        """Into the table."""
        if self._rows:
            self.table.setFocus()
        else:
            self.empty.button.setFocus()


def _relations(desk: Desk, row: RosterRow) -> Relations:
    """The relatives of one person, and the charges given to them or over their department."""
    charges = desk.relations.charges()
    return Relations(
        desk.relations.of(row.code),
        tuple(each for each in charges if row.code == each.charge.code or row.department == each.charge.department),
    )
