"""All services of one desk gathered: what the window and the command line talk to."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from committee_desk.domain.backup import Reason
from committee_desk.domain.desk_file import OlderThanRemembered, ReadOnly
from committee_desk.services.access import AcceptOlder
from committee_desk.services.adapters import Paper, Workbooks
from committee_desk.services.office import OfficeDesk
from committee_desk.services.ports import Clock, OpenUnitOfWork
from committee_desk.services.scores import ScoreDesk
from committee_desk.services.seat import Seat
from committee_desk.services.settings import SettingsDesk
from committee_desk.services.views import DeskIdentity
from committee_desk.services.year_figures import YearFigures

if TYPE_CHECKING:
    from committee_desk.services.accounts import AccountsDesk
    from committee_desk.services.actor import Actor
    from committee_desk.services.attachments import AttachmentDesk
    from committee_desk.services.attempts import Doorkeeper
    from committee_desk.services.backup import BackupDesk
    from committee_desk.services.calendar import CalendarDesk
    from committee_desk.services.cases import CasesDesk
    from committee_desk.services.category_schemes import CategorySchemes
    from committee_desk.services.check import CheckDesk
    from committee_desk.services.committee import CommitteeDesk
    from committee_desk.services.copy_ports import Copies
    from committee_desk.services.course import CourseDesk
    from committee_desk.services.entry import EntryDesk
    from committee_desk.services.evaluations import EvaluationDesk
    from committee_desk.services.grading import GradingDesk
    from committee_desk.services.grading_papers import GradingPapers
    from committee_desk.services.history import HistoryDesk
    from committee_desk.services.import_history import ImportHistory
    from committee_desk.services.imports.import_desk import ImportDesk
    from committee_desk.services.imports.mapping_desk import MappingDesk
    from committee_desk.services.journal import JournalDesk
    from committee_desk.services.letters import LettersDesk
    from committee_desk.services.marks import MarksDesk
    from committee_desk.services.meeting_papers import MeetingPapers
    from committee_desk.services.meetings import MeetingsDesk
    from committee_desk.services.month_explained import MonthExplainedDesk
    from committee_desk.services.month_sheet_desk import MonthSheetDesk
    from committee_desk.services.months import MonthsDesk
    from committee_desk.services.new_year import NewYearDesk
    from committee_desk.services.objection_papers import ObjectionPapers
    from committee_desk.services.objections import ObjectionsDesk
    from committee_desk.services.older import Remember
    from committee_desk.services.opinions import OpinionsDesk
    from committee_desk.services.overrides import OverrideDesk
    from committee_desk.services.overview import OverviewDesk
    from committee_desk.services.people import PeopleDesk
    from committee_desk.services.protection import ProtectionDesk, Vault
    from committee_desk.services.publication import PublicationDesk
    from committee_desk.services.quarters import QuartersDesk
    from committee_desk.services.relations import RelationsDesk
    from committee_desk.services.reports import ReportsDesk
    from committee_desk.services.salvage_views import SavedTable
    from committee_desk.services.scheme_desk import SchemeDesk
    from committee_desk.services.search import Search
    from committee_desk.services.seating import SeatingDesk
    from committee_desk.services.second import Witnessing
    from committee_desk.services.sheets import SheetDesk
    from committee_desk.services.slips import SlipDesk


def _nothing() -> None:
    """What a desk lets go of that holds nothing."""


class Desk:
    """One open desk. Every attribute is a service; verbs take who acts and return a `Change`, reads take nobody."""

    def __init__(  # noqa: PLR0913, PLR0917 - what all services together need
        self,
        office: OfficeDesk,
        open_work: OpenUnitOfWork,
        clock: Clock,
        paper: Paper,
        workbooks: Workbooks,
        let_go: Callable[[], None] | None,
        vault: "Vault",
        copies: "Callable[[], Copies]",
    ) -> None:
        self._copies = copies
        self._vault = vault
        self._let_go = let_go or _nothing
        self._open, self._paper, self._workbooks = open_work, paper, workbooks
        self.seat = Seat(open_work)
        self.office = office
        self.clock = clock
        self._figures = YearFigures(open_work)
        self.scores = ScoreDesk(
            open_work, self._figures, workbooks.ranking, paper.open_folder, self.seat, self._second_person
        )
        self.settings = SettingsDesk(open_work, self.seat)

    @cached_property
    def _door(self) -> "Doorkeeper":
        from committee_desk.services.attempts import Doorkeeper  # noqa: PLC0415 - a desk without accounts never asks

        return Doorkeeper(self._open, self.clock)

    def _second_person(self) -> "Witnessing":
        return self.witnessing

    @cached_property
    def people(self) -> "PeopleDesk":
        """People, their stays, leave and sanctions."""
        from committee_desk.services.people import PeopleDesk  # noqa: PLC0415 - the window opens without

        return PeopleDesk(self._open, self.seat)

    @cached_property
    def cases(self) -> "CasesDesk":
        """Cases and who handled them."""
        from committee_desk.services.cases import CasesDesk  # noqa: PLC0415 - the window opens without

        return CasesDesk(self._open, self.seat)

    @cached_property
    def calendar(self) -> "CalendarDesk":
        """Working days."""
        from committee_desk.services.calendar import CalendarDesk  # noqa: PLC0415 - the window opens without

        return CalendarDesk(self._open, self.seat, self._second_person)

    @cached_property
    def journal(self) -> "JournalDesk":
        """Who did what."""
        from committee_desk.services.journal import JournalDesk  # noqa: PLC0415 - read after the first page stands

        return JournalDesk(self._open, self.seat, self.clock, self._second_person)

    @cached_property
    def search(self) -> "Search":
        """Names and numbers found."""
        from committee_desk.services.search import Search  # noqa: PLC0415 - the window opens without

        return Search(self._open, self.seat)

    @cached_property
    def check(self) -> "CheckDesk":
        """Whether the desk is sound."""
        from committee_desk.services.check import CheckDesk  # noqa: PLC0415 - looked at after the first page stands

        return CheckDesk(self._open)

    @cached_property
    def witnessing(self) -> "Witnessing":
        """The second person of an act for two."""
        from committee_desk.services.second import Witnessing  # noqa: PLC0415 - the window opens without

        return Witnessing(self.seat, self._door, self._open)

    @cached_property
    def seating(self) -> "SeatingDesk":
        """Sitting down at the desk and getting up."""
        from committee_desk.services.seating import SeatingDesk  # noqa: PLC0415 - a desk without accounts never asks

        return SeatingDesk(self.seat, self._door)

    @cached_property
    def accounts(self) -> "AccountsDesk":
        """Who may sit down at the desk."""
        from committee_desk.services.accounts import AccountsDesk  # noqa: PLC0415 - a desk without accounts never asks

        return AccountsDesk(self._open, self.clock, self.seat, self._door, self.witnessing)

    @cached_property
    def new_year(self) -> "NewYearDesk":
        """结转新年度."""
        from committee_desk.services.new_year import NewYearDesk  # noqa: PLC0415 - once a year

        return NewYearDesk(self._open, self.clock, self.seat, self._before_an_act)

    @cached_property
    def imports(self) -> "ImportDesk":
        """Workbooks in."""
        from committee_desk.services.imports.import_desk import ImportDesk  # noqa: PLC0415 - the window opens without

        return ImportDesk(self._open, self._workbooks, self.seat, self.witnessing, self._before_an_act)

    @cached_property
    def import_history(self) -> "ImportHistory":
        """Which workbooks were read in."""
        from committee_desk.services.import_history import ImportHistory  # noqa: PLC0415 - the window opens without

        return ImportHistory(self._open, self.seat)

    @cached_property
    def mappings(self) -> "MappingDesk":
        """Strange workbooks, and how they are read."""
        from committee_desk.services.imports.mapping_desk import MappingDesk  # noqa: PLC0415 - hardly ever

        return MappingDesk(self._open, self._workbooks.reader, self.seat)

    @cached_property
    def months(self) -> "MonthsDesk":
        """The months of a year: closed, published, corrected."""
        from committee_desk.services.months import MonthsDesk  # noqa: PLC0415 - the window opens without

        return MonthsDesk(self._open, self.clock, self.seat, self.witnessing, self._before_an_act)

    @cached_property
    def month_sheets(self) -> "MonthSheetDesk":
        """The papers of months."""
        from committee_desk.services.month_sheet_desk import MonthSheetDesk  # noqa: PLC0415 - the window opens without

        return MonthSheetDesk(self._open, self.clock, self._paper.months, self._paper.open_folder, self.seat)

    @cached_property
    def month_explained(self) -> "MonthExplainedDesk":
        """One person's month on one page."""
        from committee_desk.services.month_explained import MonthExplainedDesk  # noqa: PLC0415 - hardly ever

        return MonthExplainedDesk(self._open, self.clock, self._paper.explained, self._paper.open_folder, self.seat)

    @cached_property
    def quarters(self) -> "QuartersDesk":
        """Quarterly grades."""
        from committee_desk.services.quarters import QuartersDesk  # noqa: PLC0415 - the window opens without

        return QuartersDesk(self._open, self.clock, self.seat)

    @cached_property
    def sheets(self) -> "SheetDesk":
        """Grade sheets."""
        from committee_desk.services.sheets import SheetDesk  # noqa: PLC0415 - the window opens without

        return SheetDesk(self._open, self.clock, self._figures, self._paper, self.seat)

    @cached_property
    def category_schemes(self) -> "CategorySchemes":
        """Schemes for categories that a year of an older desk has none for."""
        from committee_desk.services.category_schemes import CategorySchemes  # noqa: PLC0415 - hardly ever

        return CategorySchemes(self._open, self.seat)

    @cached_property
    def schemes(self) -> "SchemeDesk":
        """What a year is scored by."""
        from committee_desk.services.scheme_desk import SchemeDesk  # noqa: PLC0415 - the window opens without

        return SchemeDesk(self._open, self.clock, self.seat, self._paper.open_folder, self._before_an_act)

    @cached_property
    def history(self) -> "HistoryDesk":
        """What figures were."""
        from committee_desk.services.history import HistoryDesk  # noqa: PLC0415 - the window opens without

        return HistoryDesk(self._open, self.seat)

    @cached_property
    def entry(self) -> "EntryDesk":
        """评分录入."""
        from committee_desk.services.entry import EntryDesk  # noqa: PLC0415 - the window opens without

        return EntryDesk(self._open, self.clock, self.seat, self._figures.workload_bonus)

    @cached_property
    def evaluations(self) -> "EvaluationDesk":
        """一案一评: evaluations of cases, causes, and what is missing."""
        from committee_desk.services.evaluations import EvaluationDesk  # noqa: PLC0415 - the window opens without

        return EvaluationDesk(self._open, self.clock, self._paper.evaluations, self.seat)

    @cached_property
    def objections(self) -> "ObjectionsDesk":
        """异议."""
        from committee_desk.services.objections import ObjectionsDesk  # noqa: PLC0415 - the window opens without

        return ObjectionsDesk(self._open, self.clock, self.seat, self.witnessing)

    @cached_property
    def objection_papers(self) -> "ObjectionPapers":
        """The papers of the objection counter."""
        from committee_desk.services.objection_papers import ObjectionPapers  # noqa: PLC0415 - hardly ever

        return ObjectionPapers(
            self._open, self.clock, self._paper.objections, self.objections, self._figures, self.seat
        )

    @cached_property
    def letters(self) -> "LettersDesk":
        """情况反映."""
        from committee_desk.services.letters import LettersDesk  # noqa: PLC0415 - the window opens without

        return LettersDesk(self._open, self.clock, self.seat)

    @cached_property
    def overrides(self) -> "OverrideDesk":
        """Imported figures replaced by hand."""
        from committee_desk.services.overrides import OverrideDesk  # noqa: PLC0415 - the window opens without

        return OverrideDesk(self._open, self.seat, self.witnessing)

    @cached_property
    def course(self) -> "CourseDesk":
        """The year's process: how far it is, and what its next step lacks."""
        from committee_desk.services.course import CourseDesk  # noqa: PLC0415 - read after the first page stands

        return CourseDesk(self._open, self.clock, self.seat)

    @cached_property
    def grading(self) -> "GradingDesk":
        """等次审议: proposals, decisions and lists of grades."""
        from committee_desk.services.grading import GradingDesk  # noqa: PLC0415 - the window opens without

        guards = self.seat, self.witnessing, self._before_an_act
        return GradingDesk(self._open, self.clock, self._figures, self._paper.attachments, *guards)

    @cached_property
    def committee(self) -> "CommitteeDesk":
        """Who sits on the 检察官考评委员会."""
        from committee_desk.services.committee import CommitteeDesk  # noqa: PLC0415 - read after the first page stands

        return CommitteeDesk(self._open, self.clock, self.seat)

    @cached_property
    def meetings(self) -> "MeetingsDesk":
        """The committee's meetings and votes."""
        from committee_desk.services.meetings import MeetingsDesk  # noqa: PLC0415 - read after the first page stands

        return MeetingsDesk(self._open, self.clock, self.seat, self._second_person)

    @cached_property
    def meeting_papers(self) -> "MeetingPapers":
        """Form 11: minutes, vote slips, the register of recusals."""
        from committee_desk.services.meeting_papers import MeetingPapers  # noqa: PLC0415 - printed on demand

        return MeetingPapers(self._open, self.clock, self._paper.meetings, self.seat)

    @cached_property
    def grading_papers(self) -> "GradingPapers":
        """Forms 7 and 12, and the roll of proposed grades."""
        from committee_desk.services.grading_papers import GradingPapers  # noqa: PLC0415 - hardly ever

        return GradingPapers(self._open, self.clock, self._paper.grading, self.seat)

    @cached_property
    def overview(self) -> "OverviewDesk":
        """The steps of a year, and what each subject is owed."""
        from committee_desk.services.overview import OverviewDesk  # noqa: PLC0415 - read after the first page stands

        return OverviewDesk(self._open, self._figures.year, self.seat)

    @cached_property
    def publication(self) -> "PublicationDesk":
        """公示: notices, where they hang, their windows."""
        from committee_desk.services.publication import PublicationDesk  # noqa: PLC0415 - the window opens without

        return PublicationDesk(
            self._open, self.clock, self._paper.publication, self.seat, self.witnessing, self._before_an_act
        )

    @cached_property
    def relations(self) -> "RelationsDesk":
        """Kinship and charge of departments."""
        from committee_desk.services.relations import RelationsDesk  # noqa: PLC0415 - the window opens without

        return RelationsDesk(self._open, self.seat)

    @cached_property
    def marks(self) -> "MarksDesk":
        """Leaders' marks."""
        from committee_desk.services.marks import MarksDesk  # noqa: PLC0415 - the window opens without

        return MarksDesk(self._open, self.seat)

    @cached_property
    def reports(self) -> "ReportsDesk":
        """Duty reports."""
        from committee_desk.services.reports import ReportsDesk  # noqa: PLC0415 - the window opens without

        return ReportsDesk(self._open, self.clock, self._paper.attachments, self.seat)

    @cached_property
    def opinions(self) -> "OpinionsDesk":
        """Opinions from outside, for reference."""
        from committee_desk.services.opinions import OpinionsDesk  # noqa: PLC0415 - the window opens without

        return OpinionsDesk(self._open, self.clock, self._paper.opinions, self.seat)

    @property
    def path(self) -> Path:
        """Where the desk's file lies."""
        return self.office.path

    @property
    def read_only(self) -> ReadOnly | None:
        """Why the desk is only read; None while it can be written."""
        return self._open.read_only

    def accept_older(self, older: OlderThanRemembered, accept: AcceptOlder | None, remember: "Remember") -> None:
        """Two people take the desk in an older state than this PC saw; refused where nobody does.

        The first of them signs in where the desk has accounts.
        """
        if accept is None:
            raise older
        from committee_desk.services.older import OlderDesk  # noqa: PLC0415 - hardly ever

        if accept.first is not None and self.seat.has_accounts:
            self.seating.sign_in(accept.first.name, accept.first.password)
        taking = OlderDesk(self._open, self.clock, self.seat, self.witnessing)
        taking.accept(older, accept.why, accept.second, remember)

    @cached_property
    def attachments(self) -> "AttachmentDesk":
        """Files that prove something."""
        from committee_desk.services.attachments import AttachmentDesk  # noqa: PLC0415 - the window opens without

        return AttachmentDesk(self._open, self._paper.attachments, self.seat)

    def salvage(self, actor: "Actor", target: Path) -> "tuple[SavedTable, ...]":
        """Save what can be read of a damaged desk into a new one."""
        from committee_desk.services.salvage import SalvageDesk  # noqa: PLC0415 - hardly ever

        return SalvageDesk(self._open, self.seat).to(actor, target)

    def _before_an_act(self) -> None:
        """An automatic copy of the desk as it is before an official act changes it."""
        self.backup.automatic(Reason.ACT)

    @cached_property
    def backup(self) -> "BackupDesk":
        """Copies of the desk."""
        from committee_desk.services.backup import BackupDesk  # noqa: PLC0415 - the window opens without it

        return BackupDesk(self._open, self.clock, self._copies(), self.seat, self.witnessing)

    @cached_property
    def protection(self) -> "ProtectionDesk":
        """Passphrase, recovery code and recovery sheet."""
        from committee_desk.services.protection import ProtectionDesk  # noqa: PLC0415 - the window opens without

        return ProtectionDesk(self._open, self.clock, self.seat, self._vault, self._paper.recovery, self.witnessing)

    @cached_property
    def slips(self) -> "SlipDesk":
        """Slips that hand a password over on paper."""
        from committee_desk.services.slips import SlipDesk  # noqa: PLC0415 - the window opens without

        return SlipDesk(self._open, self.clock, self.seat, self._paper.slips)

    def close(self) -> None:
        """Let go of the desk: another window or importer may have it. Closing twice does no harm."""
        self._let_go()
        self._let_go = _nothing

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def identity(self) -> DeskIdentity:
        """Whose desk this is."""
        return self.office.identity()

    def years(self) -> tuple[int, ...]:
        """The years of the desk, oldest first."""
        return self.office.years()
