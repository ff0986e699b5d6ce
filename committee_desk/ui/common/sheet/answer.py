"""What became of a batch of cells that were committed."""

from collections.abc import Callable, Sequence

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.ui.common.sheet.source import Outcome, Refused
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence


class Answer:
    """The outcomes of one commit. A failure, even a fault of the program, keeps what was typed in sight."""

    def __init__(self, work: Callable[[], Sequence[Outcome]], count: int) -> None:
        self._work, self._count = work, count
        self.fault: Exception | None = None

    def __call__(self) -> Sequence[Outcome]:
        """Commit; may run on another thread."""
        try:
            return self._work()
        except (DeskError, Trouble) as error:
            said = sentence(error)
        except Exception as error:  # noqa: BLE001 - told once what was typed is marked as unsaved
            self.fault = error
            said = tr("没有保存：程序出了错。请再填一次，仍不行请重新打开台账。")
        return [Refused(said)] * self._count

    def tell(self) -> None:
        """A fault of the program is reported as every other."""
        if self.fault is not None:
            raise self.fault
