"""The port of the desk's file: one transaction with its books, and how one is opened.

The Protocol of each book stands with its subject; an owner of a subject adds it there and one property here.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from committee_desk.domain.checking import Report
from committee_desk.domain.desk_file import ReadOnly

if TYPE_CHECKING:  # named here and not used: the window stands sooner without them
    from committee_desk.services.account_book import AccountsBook
    from committee_desk.services.application_views import ApplicationsBook
    from committee_desk.services.attachment_views import AttachmentsBook
    from committee_desk.services.cases import CasesBook
    from committee_desk.services.certificate_views import CertificatesBook
    from committee_desk.services.committee_views import MembersBook
    from committee_desk.services.course_moves import CourseBook
    from committee_desk.services.effect_applying import FoundFactsBook
    from committee_desk.services.effect_views import InformingsBook
    from committee_desk.services.entry_book import EntryBook
    from committee_desk.services.evaluation_views import EvaluationsBook
    from committee_desk.services.grading_views import GradesBook
    from committee_desk.services.history_views import HistoryBook
    from committee_desk.services.imports.book import FactBook, ImportsBook
    from committee_desk.services.imports.mapping import MappingBook
    from committee_desk.services.journal_book import JournalBook
    from committee_desk.services.letter_views import LettersBook
    from committee_desk.services.live_figures import MovedBook
    from committee_desk.services.mark_views import MarksBook
    from committee_desk.services.meeting_views import MeetingsBook
    from committee_desk.services.month_rules import MonthsBook
    from committee_desk.services.objection_views import ObjectionsBook
    from committee_desk.services.office_book import CalendarBook, OfficeBook, SettingsBook
    from committee_desk.services.opinion_views import OpinionsBook
    from committee_desk.services.override_views import OverridesBook
    from committee_desk.services.overview_book import OverviewBook
    from committee_desk.services.people_book import PeopleBook
    from committee_desk.services.proceeding_book import ProceedingsBook
    from committee_desk.services.publication_views import PublicationBook
    from committee_desk.services.relation_views import RelationsBook
    from committee_desk.services.report_views import ReportsBook
    from committee_desk.services.result_book import ResultsBook
    from committee_desk.services.round_book import RoundsBook
    from committee_desk.services.salvage_views import SavedTable
    from committee_desk.services.scheme_views import SchemesBook, SchemeUseBook
    from committee_desk.services.scored_year import TotalsBook
    from committee_desk.services.search import SearchBook
    from committee_desk.services.sheet_views import PrintsBook
    from committee_desk.services.signing_views import SealsBook

Clock = Callable[[], datetime]
"""The time now, with its offset: the PC's, or a demonstration's own."""

Progress = Callable[[int, int], None]
"""Told (done, total) by long work; raises when the user pressed stop."""


class UnitOfWork(Protocol):
    """One transaction. Leaving it without `commit` undoes everything."""

    @property
    def journal(self) -> "JournalBook":
        """The journal."""
        ...

    @property
    def office(self) -> "OfficeBook":
        """Whose desk this is, its years and schemes."""
        ...

    @property
    def scheme_use(self) -> "SchemeUseBook":
        """What rests on a scheme."""
        ...

    @property
    def course(self) -> "CourseBook":
        """How far each year is."""
        ...

    @property
    def members(self) -> "MembersBook":
        """Who sits on the committee."""
        ...

    @property
    def meetings(self) -> "MeetingsBook":
        """The committee's meetings and votes."""
        ...

    @property
    def grades(self) -> "GradesBook":
        """Lists of grades, and what they rest on."""
        ...

    @property
    def publication(self) -> "PublicationBook":
        """Notices, where they hung, their windows."""
        ...

    @property
    def schemes(self) -> "SchemesBook":
        """Schemes in versions, and drafts."""
        ...

    @property
    def accounts(self) -> "AccountsBook":
        """Who may sit down at the desk."""
        ...

    @property
    def settings(self) -> "SettingsBook":
        """Settings."""
        ...

    @property
    def people(self) -> "PeopleBook":
        """People, leave and sanctions."""
        ...

    @property
    def cases(self) -> "CasesBook":
        """Cases and reviews."""
        ...

    @property
    def search(self) -> "SearchBook":
        """Names and numbers."""
        ...

    @property
    def imports(self) -> "ImportsBook":
        """The history of imports."""
        ...

    @property
    def overview(self) -> "OverviewBook":
        """Counts for 工作台."""
        ...

    @property
    def mappings(self) -> "MappingBook":
        """How strange workbooks are read."""
        ...

    @property
    def entry(self) -> "EntryBook":
        """Events as they are typed."""
        ...

    @property
    def facts(self) -> "FactBook":
        """Facts read from workbooks."""
        ...

    @property
    def totals(self) -> "TotalsBook":
        """Sums for scoring."""
        ...

    @property
    def moved(self) -> "MovedBook":
        """What moved since a year was scored."""
        ...

    @property
    def calendar(self) -> "CalendarBook":
        """Days off and days made up."""
        ...

    @property
    def attachments(self) -> "AttachmentsBook":
        """Files that prove something."""
        ...

    @property
    def prints(self) -> "PrintsBook":
        """What was printed."""
        ...

    @property
    def months(self) -> "MonthsBook":
        """Months, their sheets, quarterly grades."""
        ...

    @property
    def relations(self) -> "RelationsBook":
        """Kinship and charge of departments."""
        ...

    @property
    def marks(self) -> "MarksBook":
        """Leaders' marks."""
        ...

    @property
    def reports(self) -> "ReportsBook":
        """Duty reports."""
        ...

    @property
    def opinions(self) -> "OpinionsBook":
        """Opinions from outside."""
        ...

    @property
    def history(self) -> "HistoryBook":
        """What facts were."""
        ...

    @property
    def evaluations(self) -> "EvaluationsBook":
        """Evaluations of cases, and causes."""
        ...

    @property
    def overrides(self) -> "OverridesBook":
        """Imported facts whose figures can be replaced by hand."""
        ...

    @property
    def objections(self) -> "ObjectionsBook":
        """Objections."""
        ...

    @property
    def letters(self) -> "LettersBook":
        """Letters that are no objections."""
        ...

    @property
    def informings(self) -> "InformingsBook":
        """Whom decisions on re-review moved."""
        ...

    @property
    def found_facts(self) -> "FoundFactsBook":
        """Facts that a re-review found otherwise."""
        ...

    @property
    def proceedings(self) -> "ProceedingsBook":
        """Re-reviews and corrections."""
        ...

    @property
    def applications(self) -> "ApplicationsBook":
        """复核 and 申诉 after the notice."""
        ...

    @property
    def results(self) -> "ResultsBook":
        """What the 院党组 decided, and how it came to everybody."""
        ...

    @property
    def rounds(self) -> "RoundsBook":
        """Rating rounds."""
        ...

    @property
    def certificates(self) -> "CertificatesBook":
        """Certificates and their locked keys."""
        ...

    @property
    def seals(self) -> "SealsBook":
        """Signatures on final sheets."""
        ...

    def commit(self) -> None:
        """Keep what was written. A unit that wrote anything without a journal entry is refused as a bug."""
        ...


class OpenUnitOfWork(Protocol):
    """Opens units of work on one desk file: `with open_work.writing() as uow: …; uow.commit()`."""

    @property
    def read_only(self) -> ReadOnly | None:
        """Why the desk is only read, in which case `writing` refuses; None while it can be written."""
        ...

    @property
    def protected(self) -> bool:
        """Whether a passphrase is needed to open the desk."""
        ...

    def examine_trail(self, tell: Progress | None = None) -> Report:
        """What is broken in the journal's chain and seals: whether all rows are still those that it sealed."""
        ...

    def salvage(self, target: Path) -> "tuple[SavedTable, ...]":
        """Copy what can be read into a new desk under another name, with the same protection."""
        ...

    def found_damaged(self) -> None:
        """From here on the desk is only read, as far as it can be."""
        ...

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """A unit that reads one consistent state."""
        ...

    def writing(self) -> AbstractContextManager[UnitOfWork]:
        """A unit that writes; other writers wait."""
        ...

    def examine(self, *, thorough: bool, tell: Progress | None = None) -> Report:
        """What is broken on the desk: everything that has to hold, or the part that is looked at when it opens.

        `tell` hears how far a thorough one is, and may raise to stop it.
        """
        ...
