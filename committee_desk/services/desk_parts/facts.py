"""The services of what is known: people, cases, events, and the workbooks they come in."""

from functools import cached_property
from typing import TYPE_CHECKING

from committee_desk.services.desk_parts.held import DeskPart

if TYPE_CHECKING:
    from committee_desk.services.attachments import AttachmentDesk
    from committee_desk.services.cases import CasesDesk
    from committee_desk.services.evaluations import EvaluationDesk
    from committee_desk.services.history import HistoryDesk
    from committee_desk.services.import_history import ImportHistory
    from committee_desk.services.imports.import_desk import ImportDesk
    from committee_desk.services.imports.mapping_desk import MappingDesk
    from committee_desk.services.overrides import OverrideDesk
    from committee_desk.services.people import PeopleDesk
    from committee_desk.services.relations import RelationsDesk
    from committee_desk.services.search import Search


class FactsPart(DeskPart):
    """What the desk knows of people, cases and events, and where it comes from."""

    @cached_property
    def people(self) -> "PeopleDesk":
        """People, their stays, leave and sanctions."""
        from committee_desk.services.people import PeopleDesk  # noqa: PLC0415 - the window opens without

        return PeopleDesk(self._open, self.seat)

    @cached_property
    def relations(self) -> "RelationsDesk":
        """Kinship and charge of departments."""
        from committee_desk.services.relations import RelationsDesk  # noqa: PLC0415 - the window opens without

        return RelationsDesk(self._open, self.seat)

    @cached_property
    def cases(self) -> "CasesDesk":
        """Cases and who handled them."""
        from committee_desk.services.cases import CasesDesk  # noqa: PLC0415 - the window opens without

        return CasesDesk(self._open, self.seat)

    @cached_property
    def evaluations(self) -> "EvaluationDesk":
        """一案一评: evaluations of cases, causes, and what is missing."""
        from committee_desk.services.evaluations import EvaluationDesk  # noqa: PLC0415 - the window opens without

        return EvaluationDesk(self._open, self.clock, self._paper.evaluations, self.seat)

    @cached_property
    def attachments(self) -> "AttachmentDesk":
        """Files that prove something."""
        from committee_desk.services.attachments import AttachmentDesk  # noqa: PLC0415 - the window opens without

        return AttachmentDesk(self._open, self._paper.attachments, self.seat)

    @cached_property
    def overrides(self) -> "OverrideDesk":
        """Imported figures replaced by hand."""
        from committee_desk.services.overrides import OverrideDesk  # noqa: PLC0415 - the window opens without

        return OverrideDesk(self._open, self.seat, self.witnessing)

    @cached_property
    def history(self) -> "HistoryDesk":
        """What figures were."""
        from committee_desk.services.history import HistoryDesk  # noqa: PLC0415 - the window opens without

        return HistoryDesk(self._open, self.seat)

    @cached_property
    def search(self) -> "Search":
        """Names and numbers found."""
        from committee_desk.services.search import Search  # noqa: PLC0415 - the window opens without

        return Search(self._open, self.seat)

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
