"""The services of a year that is scored: schemes, entry, months, marks, figures."""

from functools import cached_property
from typing import TYPE_CHECKING

from committee_desk.services.desk_parts.held import DeskPart

if TYPE_CHECKING:
    from committee_desk.services.booth import BoothDesk
    from committee_desk.services.calendar import CalendarDesk
    from committee_desk.services.category_schemes import CategorySchemes
    from committee_desk.services.course import CourseDesk
    from committee_desk.services.entry import EntryDesk
    from committee_desk.services.marks import MarksDesk
    from committee_desk.services.month_explained import MonthExplainedDesk
    from committee_desk.services.month_sheet_desk import MonthSheetDesk
    from committee_desk.services.months import MonthsDesk
    from committee_desk.services.new_year import NewYearDesk
    from committee_desk.services.opinions import OpinionsDesk
    from committee_desk.services.overview import OverviewDesk
    from committee_desk.services.printed_papers import PrintedPapers
    from committee_desk.services.quarters import QuartersDesk
    from committee_desk.services.reports import ReportsDesk
    from committee_desk.services.round_imports import ImportedRounds
    from committee_desk.services.round_papers import RoundPapers
    from committee_desk.services.rounds import RoundsDesk
    from committee_desk.services.scheme_desk import SchemeDesk
    from committee_desk.services.scores import ScoreDesk
    from committee_desk.services.sheets import SheetDesk
    from committee_desk.services.slips import SlipsDesk


class YearPart(DeskPart):
    """How a year is scored: 方案, 评分录入, 月度公布, 测评, 汇总排名."""

    @cached_property
    def calendar(self) -> "CalendarDesk":
        """Working days."""
        from committee_desk.services.calendar import CalendarDesk  # noqa: PLC0415 - the window opens without

        return CalendarDesk(self._open, self.seat, self._second_person)

    @cached_property
    def new_year(self) -> "NewYearDesk":
        """结转新年度."""
        from committee_desk.services.new_year import NewYearDesk  # noqa: PLC0415 - once a year

        return NewYearDesk(self._open, self.clock, self.seat, self._before_an_act)

    @cached_property
    def schemes(self) -> "SchemeDesk":
        """What a year is scored by."""
        from committee_desk.services.scheme_desk import SchemeDesk  # noqa: PLC0415 - the window opens without

        return SchemeDesk(self._open, self.clock, self.seat, self._paper.open_folder, self._before_an_act)

    @cached_property
    def category_schemes(self) -> "CategorySchemes":
        """Schemes for categories that a year of an older desk has none for."""
        from committee_desk.services.category_schemes import CategorySchemes  # noqa: PLC0415 - hardly ever

        return CategorySchemes(self._open, self.seat)

    @cached_property
    def entry(self) -> "EntryDesk":
        """评分录入."""
        from committee_desk.services.entry import EntryDesk  # noqa: PLC0415 - the window opens without

        return EntryDesk(self._open, self.clock, self.seat, self._figures.workload_bonus)

    @cached_property
    def months(self) -> "MonthsDesk":
        """The months of a year: closed, published, corrected."""
        from committee_desk.services.months import MonthsDesk  # noqa: PLC0415 - the window opens without

        return MonthsDesk(self._open, self.clock, self.seat, self.witnessing, self._before_an_act)

    @cached_property
    def imported_rounds(self) -> "ImportedRounds":
        """The turnout of ballots that workbooks brought."""
        from committee_desk.services.round_imports import ImportedRounds  # noqa: PLC0415 - the window opens without

        return ImportedRounds(self._open, self.seat, self.witnessing, self._before_an_act)

    @cached_property
    def month_sheets(self) -> "MonthSheetDesk":
        """The papers of months."""
        from committee_desk.services.month_sheet_desk import MonthSheetDesk  # noqa: PLC0415 - the window opens without

        return MonthSheetDesk(self._open, self.clock, self._paper.months, self._paper.open_folder, self.seat)

    @cached_property
    def month_explained(self) -> "MonthExplainedDesk":
        """One person's month on one page."""
        from committee_desk.services.month_explained import MonthExplainedDesk  # noqa: PLC0415 - hardly ever

        return MonthExplainedDesk(self._open, self.clock, self._paper.explained, self.seat)

    @cached_property
    def quarters(self) -> "QuartersDesk":
        """Quarterly grades."""
        from committee_desk.services.quarters import QuartersDesk  # noqa: PLC0415 - the window opens without

        return QuartersDesk(self._open, self.clock, self.seat)

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
    def rounds(self) -> "RoundsDesk":
        """Rating rounds (民主测评)."""
        from committee_desk.services.rounds import RoundsDesk  # noqa: PLC0415 - the window opens without

        guards = self.seat, self.witnessing, self._before_an_act
        return RoundsDesk(self._open, self.clock, *guards, self._round_files, lambda: self.slips, lambda: self.booth)

    @cached_property
    def round_papers(self) -> "RoundPapers":
        """Form 6: slips, envelopes, batches, the summary, the statistics report."""
        from committee_desk.services.round_papers import RoundPapers  # noqa: PLC0415 - printed on demand

        sources = (lambda: self.slips), (lambda: self.booth)
        return RoundPapers(self._open, self.clock, self._paper.rounds, self.seat, *sources)

    @cached_property
    def slips(self) -> "SlipsDesk":
        """Printed slips of rating rounds, typed and compared."""
        from committee_desk.services.slips import SlipsDesk  # noqa: PLC0415 - the window opens without

        return SlipsDesk(self._open, self._round_files(), self.seat, self._second_person)

    @cached_property
    def booth(self) -> "BoothDesk":
        """The booth of rating rounds."""
        from committee_desk.services.booth import BoothDesk  # noqa: PLC0415 - the window opens without

        return BoothDesk(self._open, self._round_files(), self.seat)

    @cached_property
    def opinions(self) -> "OpinionsDesk":
        """Opinions from outside, for reference."""
        from committee_desk.services.opinions import OpinionsDesk  # noqa: PLC0415 - the window opens without

        return OpinionsDesk(self._open, self.clock, self._paper.opinions, self.seat)

    @cached_property
    def scores(self) -> "ScoreDesk":
        """The year's scores, explained and exported."""
        from committee_desk.services.scores import ScoreDesk  # noqa: PLC0415 - read after the first page stands

        writer, opener = self._workbooks.ranking, self._paper.open_folder
        return ScoreDesk(self._open, self._figures, writer, opener, self.seat, self._second_person)

    @cached_property
    def sheets(self) -> "SheetDesk":
        """Grade sheets."""
        from committee_desk.services.sheets import SheetDesk  # noqa: PLC0415 - the window opens without

        return SheetDesk(self._open, self.clock, self._figures, self._paper, self.seat)

    @cached_property
    def printed_papers(self) -> "PrintedPapers":
        """What was printed when besides grade sheets."""
        from committee_desk.services.printed_papers import PrintedPapers  # noqa: PLC0415 - read on one page

        return PrintedPapers(self._open, self.seat)

    @cached_property
    def course(self) -> "CourseDesk":
        """The year's process: how far it is, and what its next step lacks."""
        from committee_desk.services.course import CourseDesk  # noqa: PLC0415 - read after the first page stands

        return CourseDesk(self._open, self.clock, self.seat)

    @cached_property
    def overview(self) -> "OverviewDesk":
        """The steps of a year, and what each subject is owed."""
        from committee_desk.services.overview import OverviewDesk  # noqa: PLC0415 - read after the first page stands

        return OverviewDesk(self._open, self._figures.year, self.seat)
