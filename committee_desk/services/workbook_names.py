"""What a workbook that the program writes may be called."""

from pathlib import Path

from committee_desk.domain.errors import DeskError

ENDING = ".xlsx"


class NotXlsx(DeskError):
    """A workbook was to be written under a name that says something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def require_xlsx(path: Path) -> None:
    """Refuse another ending: a spreadsheet program would take the file for damaged."""
    if path.suffix.lower() != ENDING:
        raise NotXlsx(path)
