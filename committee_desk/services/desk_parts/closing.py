"""The services that bring a year to its decisions: the committee, grades, notices, objections."""

from functools import cached_property
from typing import TYPE_CHECKING

from committee_desk.services.desk_parts.held import DeskPart

if TYPE_CHECKING:
    from committee_desk.domain.effects import Effects
    from committee_desk.services.applications import ApplicationsDesk
    from committee_desk.services.committee import CommitteeDesk
    from committee_desk.services.effects import EffectsDesk
    from committee_desk.services.grading import GradingDesk
    from committee_desk.services.grading_papers import GradingPapers
    from committee_desk.services.letters import LettersDesk
    from committee_desk.services.meeting_papers import MeetingPapers
    from committee_desk.services.meetings import MeetingsDesk
    from committee_desk.services.objection_papers import ObjectionPapers
    from committee_desk.services.objections import ObjectionsDesk
    from committee_desk.services.proceedings import ProceedingsDesk
    from committee_desk.services.public_edition import PublicEdition
    from committee_desk.services.publication import PublicationDesk
    from committee_desk.services.result_papers import ResultPapers
    from committee_desk.services.results import ResultsDesk


class ClosingPart(DeskPart):
    """How a year ends: 考评委员会, 等次审议, 公示, 异议与复核."""

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
    def grading(self) -> "GradingDesk":
        """等次审议: proposals, decisions and lists of grades."""
        from committee_desk.services.grading import GradingDesk  # noqa: PLC0415 - the window opens without

        guards = self.seat, self.witnessing, self._before_an_act
        return GradingDesk(self._open, self.clock, self._figures, self._paper.attachments, *guards)

    @cached_property
    def grading_papers(self) -> "GradingPapers":
        """Forms 7 and 12, and the roll of proposed grades."""
        from committee_desk.services.grading_papers import GradingPapers  # noqa: PLC0415 - hardly ever

        return GradingPapers(self._open, self.clock, self._paper.grading, self.seat)

    @cached_property
    def publication(self) -> "PublicationDesk":
        """公示: notices, where they hang, their windows."""
        from committee_desk.services.publication import PublicationDesk  # noqa: PLC0415 - the window opens without

        return PublicationDesk(
            self._open, self.clock, self._paper.publication, self.seat, self.witnessing, self._before_an_act
        )

    @cached_property
    def objections(self) -> "ObjectionsDesk":
        """异议."""
        from committee_desk.services.objections import ObjectionsDesk  # noqa: PLC0415 - the window opens without

        return ObjectionsDesk(self._open, self.clock, self.seat, self.witnessing, self._paper.missing)

    @cached_property
    def objection_papers(self) -> "ObjectionPapers":
        """The papers of the objection counter."""
        from committee_desk.services.objection_papers import ObjectionPapers  # noqa: PLC0415 - hardly ever

        return ObjectionPapers(
            self._open, self.clock, self._paper.objections, self.objections, self._figures, self.seat
        )

    @cached_property
    def results(self) -> "ResultsDesk":
        """决定与送达: decisions of the 院党组, notices, signatures."""
        from committee_desk.services.results import ResultsDesk  # noqa: PLC0415 - the window opens without

        return ResultsDesk(
            self._open, self.clock, self._paper.drawer.basis, self.seat, self.witnessing, self._before_an_act,
            self._paper.missing,
        )  # fmt: skip

    @cached_property
    def result_papers(self) -> "ResultPapers":
        """The final sheet, forms 5 and 15, what goes with them, and the registers."""
        from committee_desk.services.decided_sheets import DecidedSheets  # noqa: PLC0415 - printed on demand
        from committee_desk.services.result_papers import ResultPapers  # noqa: PLC0415 - as above

        read = (lambda: self.proceedings), (lambda: self.effects), (lambda: self.applications)
        final = DecidedSheets(self._open, self.clock, self._paper.drawer)
        return ResultPapers(self._open, self.clock, self._paper.results, *read, final, self.seat)

    @cached_property
    def public_edition(self) -> "PublicEdition":
        """结果公开."""
        from committee_desk.services.public_edition import PublicEdition  # noqa: PLC0415 - hardly ever

        return PublicEdition(self._open, self.clock, self._paper.results, self.seat)

    @cached_property
    def proceedings(self) -> "ProceedingsDesk":
        """复核 and 更正."""
        from committee_desk.services.proceedings import ProceedingsDesk  # noqa: PLC0415 - the window opens without

        def preview(year: int, number: int) -> "Effects":  # what effects need loads with the first of them
            return self.effects.preview(year, number)

        return ProceedingsDesk(self._open, self.clock, self.seat, preview, self._paper.missing)

    @cached_property
    def effects(self) -> "EffectsDesk":
        """What a re-review does to everybody, and what the committee decides on it."""
        from committee_desk.services.effects import EffectsDesk  # noqa: PLC0415 - the window opens without

        guards = self.seat, self.witnessing, self._before_an_act
        return EffectsDesk(self._open, self.clock, self._figures, *guards, self._paper.missing)

    @cached_property
    def applications(self) -> "ApplicationsDesk":
        """复核 and 申诉 after the notice."""
        from committee_desk.services.applications import ApplicationsDesk  # noqa: PLC0415 - hardly ever

        return ApplicationsDesk(self._open, self.clock, self.seat, self._paper.missing)

    @cached_property
    def letters(self) -> "LettersDesk":
        """情况反映."""
        from committee_desk.services.letters import LettersDesk  # noqa: PLC0415 - the window opens without

        return LettersDesk(self._open, self.clock, self.seat)
