"""What the exported ranking holds, and the port of whatever writes it as a workbook."""

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from committee_desk.domain.desk_file import FolderMissing
from committee_desk.domain.errors import DeskError
from committee_desk.domain.explanation import PersonExplanation
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scores import YearScores
from committee_desk.services.views import Head
from committee_desk.services.workbook_names import require_xlsx

MAKER = "committee-desk"
"""Whom the workbook names as its maker, so that a later export knows an earlier one."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """A year's scores with everybody's explanation, as they stood at one moment."""

    office: str
    demo: bool
    scheme: Scheme
    scores: YearScores
    explanations: tuple[PersonExplanation, ...]
    head: Head


class RankingWriter(Protocol):
    """Writes a ranking as a workbook."""

    def write(self, ranking: Ranking) -> bytes:
        """The workbook's bytes."""
        ...


class ExportInTheWay(DeskError):
    """Where the workbook should go stands a folder, or a file that is no earlier export and must not be lost."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def refuse_what_is_in_the_way(path: Path) -> None:
    """An earlier export may be replaced; nothing else may. A folder that is not there is a slip of the pen."""
    require_xlsx(path)
    if not path.parent.is_dir():
        raise FolderMissing(path.parent)
    if path.is_dir():
        raise ExportInTheWay(path)
    if path.is_file() and path.stat().st_size and not is_our_workbook(path):
        raise ExportInTheWay(path)


def is_our_workbook(path: Path) -> bool:
    """Whether the workbook says that it is ours; a spreadsheet program keeps that when it saves."""
    try:
        with zipfile.ZipFile(path) as held:
            return MAKER.encode() in held.read("docProps/core.xml")
    except (KeyError, zipfile.BadZipFile):
        return False
