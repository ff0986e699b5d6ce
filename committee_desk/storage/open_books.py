"""The books of one connection, a book for each subject. A book loads when it is first opened."""

# ruff: noqa: PLC0415 - see above
from functools import cached_property
from typing import TYPE_CHECKING

import sqlalchemy as sa

from committee_desk.services.ports import Clock
from committee_desk.storage.books.office import OfficeRows
from committee_desk.storage.journal import JournalRows

if TYPE_CHECKING:
    from committee_desk.storage.books.accounts import AccountsRows
    from committee_desk.storage.books.applications import ApplicationsRows
    from committee_desk.storage.books.attachments import AttachmentsRows
    from committee_desk.storage.books.calendar import CalendarRows
    from committee_desk.storage.books.cases import CasesRows
    from committee_desk.storage.books.certificates import CertificatesRows
    from committee_desk.storage.books.committee import MeetingsRows, MembersRows
    from committee_desk.storage.books.course import CourseRows
    from committee_desk.storage.books.entry import EntryRows
    from committee_desk.storage.books.evaluations import EvaluationsRows
    from committee_desk.storage.books.facts import FactRows
    from committee_desk.storage.books.found_facts import FoundFactsRows
    from committee_desk.storage.books.grades import GradesRows
    from committee_desk.storage.books.history import HistoryRows
    from committee_desk.storage.books.imports import ImportsRows
    from committee_desk.storage.books.informings import InformingsRows
    from committee_desk.storage.books.mappings import MappingRows
    from committee_desk.storage.books.marks import MarksRows
    from committee_desk.storage.books.months import MonthsRows
    from committee_desk.storage.books.moved import MovedRows
    from committee_desk.storage.books.objections import LettersRows, ObjectionsRows
    from committee_desk.storage.books.overrides import OverridesRows
    from committee_desk.storage.books.overview import OverviewRows
    from committee_desk.storage.books.people import PeopleRows
    from committee_desk.storage.books.prints import PrintsRows
    from committee_desk.storage.books.proceedings import ProceedingsRows
    from committee_desk.storage.books.publication import PublicationRows
    from committee_desk.storage.books.relations import RelationsRows
    from committee_desk.storage.books.reports import OpinionsRows, ReportsRows
    from committee_desk.storage.books.results import ResultsRows
    from committee_desk.storage.books.rounds import RoundsRows
    from committee_desk.storage.books.scheme_use import SchemeUseRows
    from committee_desk.storage.books.schemes import SchemesRows
    from committee_desk.storage.books.seals import SealsRows
    from committee_desk.storage.books.search import SearchRows
    from committee_desk.storage.books.settings import SettingsRows
    from committee_desk.storage.books.totals import TotalsRows


class OpenBooks:
    """Every book of a desk, over one connection."""

    def __init__(self, connection: sa.Connection, clock: Clock) -> None:
        self._connection = connection
        self._journal = JournalRows(connection, clock)

    @property
    def journal(self) -> JournalRows:
        """The journal."""
        return self._journal

    @cached_property
    def office(self) -> OfficeRows:
        """Whose desk this is, its years and schemes."""
        return OfficeRows(self._connection)

    @cached_property
    def scheme_use(self) -> "SchemeUseRows":
        """What rests on a scheme."""
        from committee_desk.storage.books.scheme_use import SchemeUseRows

        return SchemeUseRows(self._connection)

    @cached_property
    def grades(self) -> "GradesRows":
        """Lists of grades, and what they rest on."""
        from committee_desk.storage.books.grades import GradesRows

        return GradesRows(self._connection)

    @cached_property
    def course(self) -> "CourseRows":
        """How far each year is."""
        from committee_desk.storage.books.course import CourseRows

        return CourseRows(self._connection)

    @cached_property
    def members(self) -> "MembersRows":
        """Who sits on the committee."""
        from committee_desk.storage.books.committee import MembersRows

        return MembersRows(self._connection)

    @cached_property
    def meetings(self) -> "MeetingsRows":
        """The committee's meetings and votes."""
        from committee_desk.storage.books.committee import MeetingsRows

        return MeetingsRows(self._connection)

    @cached_property
    def publication(self) -> "PublicationRows":
        """Notices, where they hung, their windows."""
        from committee_desk.storage.books.publication import PublicationRows

        return PublicationRows(self._connection)

    @cached_property
    def schemes(self) -> "SchemesRows":
        """Schemes in versions, and drafts."""
        from committee_desk.storage.books.schemes import SchemesRows

        return SchemesRows(self._connection)

    @cached_property
    def accounts(self) -> "AccountsRows":
        """Who may sit down at the desk."""
        from committee_desk.storage.books.accounts import AccountsRows

        return AccountsRows(self._connection)

    @cached_property
    def settings(self) -> "SettingsRows":
        """Settings."""
        from committee_desk.storage.books.settings import SettingsRows

        return SettingsRows(self._connection)

    @cached_property
    def people(self) -> "PeopleRows":
        """People, leave and sanctions."""
        from committee_desk.storage.books.people import PeopleRows

        return PeopleRows(self._connection)

    @cached_property
    def cases(self) -> "CasesRows":
        """Cases and reviews."""
        from committee_desk.storage.books.cases import CasesRows

        return CasesRows(self._connection)

    @cached_property
    def search(self) -> "SearchRows":
        """Names and numbers."""
        from committee_desk.storage.books.search import SearchRows

        return SearchRows(self._connection)

    @cached_property
    def imports(self) -> "ImportsRows":
        """The history of imports."""
        from committee_desk.storage.books.imports import ImportsRows

        return ImportsRows(self._connection)

    @cached_property
    def facts(self) -> "FactRows":
        """Facts read from workbooks."""
        from committee_desk.storage.books.facts import FactRows

        return FactRows(self._connection)

    @cached_property
    def mappings(self) -> "MappingRows":
        """How strange workbooks are read."""
        from committee_desk.storage.books.mappings import MappingRows

        return MappingRows(self._connection)

    @cached_property
    def entry(self) -> "EntryRows":
        """Events as they are typed."""
        from committee_desk.storage.books.entry import EntryRows

        return EntryRows(self._connection)

    @cached_property
    def overview(self) -> "OverviewRows":
        """Counts for 工作台."""
        from committee_desk.storage.books.overview import OverviewRows

        return OverviewRows(self._connection)

    @cached_property
    def totals(self) -> "TotalsRows":
        """Sums for scoring."""
        from committee_desk.storage.books.totals import TotalsRows

        return TotalsRows(self._connection)

    @cached_property
    def moved(self) -> "MovedRows":
        """What moved since a year was scored."""
        from committee_desk.storage.books.moved import MovedRows

        return MovedRows(self._connection)

    @cached_property
    def calendar(self) -> "CalendarRows":
        """Days off and days made up."""
        from committee_desk.storage.books.calendar import CalendarRows

        return CalendarRows(self._connection)

    @cached_property
    def attachments(self) -> "AttachmentsRows":
        """Files that prove something."""
        from committee_desk.storage.books.attachments import AttachmentsRows

        return AttachmentsRows(self._connection)

    @cached_property
    def prints(self) -> "PrintsRows":
        """What was printed."""
        from committee_desk.storage.books.prints import PrintsRows

        return PrintsRows(self._connection)

    @cached_property
    def months(self) -> "MonthsRows":
        """Months, their sheets, quarterly grades."""
        from committee_desk.storage.books.months import MonthsRows

        return MonthsRows(self._connection)

    @cached_property
    def evaluations(self) -> "EvaluationsRows":
        """Evaluations of cases, and causes."""
        from committee_desk.storage.books.evaluations import EvaluationsRows

        return EvaluationsRows(self._connection)

    @cached_property
    def objections(self) -> "ObjectionsRows":
        """Objections."""
        from committee_desk.storage.books.objections import ObjectionsRows

        return ObjectionsRows(self._connection)

    @cached_property
    def letters(self) -> "LettersRows":
        """Letters that are no objections."""
        from committee_desk.storage.books.objections import LettersRows

        return LettersRows(self._connection)

    @cached_property
    def results(self) -> "ResultsRows":
        """What the 院党组 decided, and how it came to everybody."""
        from committee_desk.storage.books.results import ResultsRows

        return ResultsRows(self._connection)

    @cached_property
    def informings(self) -> "InformingsRows":
        """Whom decisions on re-review moved."""
        from committee_desk.storage.books.informings import InformingsRows

        return InformingsRows(self._connection)

    @cached_property
    def found_facts(self) -> "FoundFactsRows":
        """Facts that a re-review found otherwise."""
        from committee_desk.storage.books.found_facts import FoundFactsRows

        return FoundFactsRows(self._connection)

    @cached_property
    def applications(self) -> "ApplicationsRows":
        """复核 and 申诉 after the notice."""
        from committee_desk.storage.books.applications import ApplicationsRows

        return ApplicationsRows(self._connection)

    @cached_property
    def proceedings(self) -> "ProceedingsRows":
        """Re-reviews and corrections."""
        from committee_desk.storage.books.proceedings import ProceedingsRows

        return ProceedingsRows(self._connection)

    @cached_property
    def overrides(self) -> "OverridesRows":
        """Imported facts whose figures can be replaced by hand."""
        from committee_desk.storage.books.overrides import OverridesRows

        return OverridesRows(self._connection)

    @cached_property
    def relations(self) -> "RelationsRows":
        """Kinship and charge of departments."""
        from committee_desk.storage.books.relations import RelationsRows

        return RelationsRows(self._connection)

    @cached_property
    def marks(self) -> "MarksRows":
        """Leaders' marks."""
        from committee_desk.storage.books.marks import MarksRows

        return MarksRows(self._connection)

    @cached_property
    def reports(self) -> "ReportsRows":
        """Duty reports."""
        from committee_desk.storage.books.reports import ReportsRows

        return ReportsRows(self._connection)

    @cached_property
    def opinions(self) -> "OpinionsRows":
        """Opinions from outside."""
        from committee_desk.storage.books.reports import OpinionsRows

        return OpinionsRows(self._connection)

    @cached_property
    def history(self) -> "HistoryRows":
        """What facts were."""
        from committee_desk.storage.books.history import HistoryRows

        return HistoryRows(self._connection)

    @cached_property
    def rounds(self) -> "RoundsRows":
        """Rating rounds."""
        from committee_desk.storage.books.rounds import RoundsRows

        return RoundsRows(self._connection)

    @cached_property
    def certificates(self) -> "CertificatesRows":
        """Certificates and their locked keys."""
        from committee_desk.storage.books.certificates import CertificatesRows

        return CertificatesRows(self._connection)

    @cached_property
    def seals(self) -> "SealsRows":
        """Signatures on final sheets."""
        from committee_desk.storage.books.seals import SealsRows

        return SealsRows(self._connection)
