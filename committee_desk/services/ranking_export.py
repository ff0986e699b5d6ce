"""What the exported ranking holds, and the port of whatever writes it as a workbook."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from committee_desk.domain.desk_file import FolderMissing
from committee_desk.domain.errors import DeskError
from committee_desk.domain.explanation import PersonExplanation
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scores import YearScores


@dataclass(frozen=True, slots=True)
class Ranking:
    """A year's scores with everybody's explanation, as they stood at one moment."""

    office: str
    demo: bool
    scheme: Scheme
    scores: YearScores
    explanations: tuple[PersonExplanation, ...]


class RankingWriter(Protocol):
    """Writes a ranking as a workbook."""

    def write(self, ranking: Ranking) -> bytes:
        """The workbook's bytes."""
        ...


class ExportInTheWay(DeskError):
    """Where the workbook should go stands a folder, or a file that is no workbook and must not be lost."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def refuse_what_is_in_the_way(path: Path) -> None:
    """An earlier export may be replaced; nothing else may. A folder that is not there is a slip of the pen."""
    if not path.parent.is_dir():
        raise FolderMissing(path.parent)
    if path.is_dir():
        raise ExportInTheWay(path)
    if path.is_file():
        with path.open("rb") as file:
            if file.read(2) not in (b"PK", b""):
                raise ExportInTheWay(path)
