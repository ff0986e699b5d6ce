"""Refusals of an import, each with its facts; `wording.imports` has the sentences."""

from collections.abc import Mapping
from pathlib import Path

from committee_desk.domain.desk_file import ReadOnlyDesk
from committee_desk.domain.errors import DeskError
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.outcomes import Difference, ImportPreview
from committee_desk.services.imports.problems import RowProblem


class ImportRefused(DeskError):
    """Rows are bad: nothing is written. `problems` holds every one, of all workbooks."""

    def __init__(self, problems: tuple[RowProblem, ...], previews: tuple[ImportPreview, ...] = ()) -> None:
        super().__init__(len(problems))
        self.problems, self.previews = problems, previews


class DifferencesFound(DeskError):
    """Facts on the desk differ from the workbook's, and replacing them was not asked for."""

    def __init__(self, differences: tuple[Difference, ...], previews: tuple[ImportPreview, ...] = ()) -> None:
        super().__init__(len(differences))
        self.differences, self.previews = differences, previews


class FiguresOverridden(DeskError):
    """The workbook says something new of facts whose figures two people overrode: they lift that first."""

    def __init__(self, differences: tuple[Difference, ...]) -> None:
        super().__init__(len(differences))
        self.differences = differences


class WorkbookUnreadable(DeskError):
    """The workbook cannot be read at all."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class WorkbookMissing(WorkbookUnreadable):
    """No such file."""


class WorkbookIsAFolder(WorkbookUnreadable):
    """A folder was given instead of a file."""


class WorkbookEmpty(WorkbookUnreadable):
    """A file of no bytes."""


class WorkbookDamaged(WorkbookUnreadable):
    """It begins like a workbook but does not end like one: cut off or overwritten."""


class NotAWorkbook(WorkbookUnreadable):
    """Not a spreadsheet, whatever its name says."""


class WorkbookProtected(WorkbookUnreadable):
    """It opens only with a password."""


class WorkbookTooLarge(WorkbookUnreadable):
    """More than a workbook of this office can hold: a decompression bomb, or a stray cell far out."""


class TextUnreadable(WorkbookUnreadable):
    """A .csv that is neither UTF-8 nor GB18030, or whose quotation marks do not close."""


class WorkbookChanged(WorkbookUnreadable):
    """The file is not the one that was previewed."""


class HeadingsMissing(WorkbookUnreadable):
    """No sheet has all needed headings: the wrong kind of workbook. `looks_like` names the kind it fits, if one."""

    def __init__(self, path: Path, kind: Kind, missing: tuple[str, ...], sheet: str, looks_like: Kind | None) -> None:
        super().__init__(path)
        self.kind, self.missing, self.sheet, self.looks_like = kind, missing, sheet, looks_like


class HeadingTwice(WorkbookUnreadable):
    """A heading that is read stands over two columns that differ."""

    def __init__(self, path: Path, sheet: str, heading: str, columns: tuple[str, ...]) -> None:
        super().__init__(path)
        self.sheet, self.heading, self.columns = sheet, heading, columns


class FolderMissing(DeskError):
    """The folder is not there, or is a file."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FolderWithoutWorkbooks(DeskError):
    """None of the nine workbooks is in the folder."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class WorkbookTwice(DeskError):
    """One kind stands in the folder in two files."""

    def __init__(self, kind: Kind, paths: tuple[Path, ...]) -> None:
        super().__init__(kind)
        self.kind, self.paths = kind, paths


class NotAnImport(DeskError):
    """No import bears that number, or it was taken back already."""

    def __init__(self, entry: int) -> None:
        super().__init__(entry)
        self.entry = entry


class WhyMissing(DeskError):
    """Taking an import back needs a reason."""


class BuiltUpon(DeskError):
    """Something later rests on the import; `later` maps that entry's number to its workbook. Take it back first."""

    def __init__(self, entry: int, later: Mapping[int, str]) -> None:
        super().__init__(entry)
        self.entry, self.later = entry, dict(later)


class TrialReadOnly(ReadOnlyDesk):
    """A preview where the desk cannot be written: it is the very writing, then undone."""


class TemplateExists(DeskError):
    """A file of that name stands there; templates overwrite nothing."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path
