"""What was done in a sheet, act by act, so that it can be taken back and done again."""

from dataclasses import dataclass, field

from committee_desk.ui.common.sheet.source import RowKey

MOST_ACTS = 200


@dataclass(slots=True)
class Edit:
    """One cell of an act: what stood in it, what was put in.

    `saved_before` is false when what stood there had not been accepted. `became` is how the desk wrote what was put in;
    None as long as it did not take it.
    """

    row: RowKey
    column: str
    before: str
    after: str
    saved_before: bool = True
    became: str | None = None


@dataclass(slots=True)
class Undo:
    """Acts done, and acts taken back."""

    done: list[list[Edit]] = field(default_factory=list)
    undone: list[list[Edit]] = field(default_factory=list)

    def add(self, act: list[Edit]) -> None:
        """A new act; what had been taken back cannot be done again after it."""
        self.done = [*self.done, act][-MOST_ACTS:]
        self.undone.clear()

    def back(self) -> list[Edit] | None:
        """The last act, now taken back."""
        if not self.done:
            return None
        self.undone.append(self.done.pop())
        return self.undone[-1]

    def again(self) -> list[Edit] | None:
        """The act taken back last, now done again."""
        if not self.undone:
            return None
        self.done.append(self.undone.pop())
        return self.done[-1]

    def last_of(self, edit: Edit) -> Edit | None:
        """The newest edit that put the same text into the same cell and was not taken."""
        for act in reversed(self.done):
            for each in act:
                if (each.row, each.column) == (edit.row, edit.column):
                    return each if each.after == edit.after and each.became is None else None
        return None

    def clear(self) -> None:
        """Other rows are shown: nothing can be taken back."""
        self.done.clear()
        self.undone.clear()
