"""A field for a day that may stay empty: 2026-03-05, 2026.3.5, a month or a whole year; marked while it is no day."""

import re
from calendar import monthrange
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from committee_desk.ui.common.surfaces import name_inner_buttons
from committee_desk.wording.language import tr

TYPED = re.compile(r"(\d{4})(?:\D?(\d{1,2})(?:\D?(\d{1,2}))?)?\D?")
LONGEST = 11


class DayField(QLineEdit):
    """`meant` speaks when another day is meant: a date, or None for no limit."""

    meant = Signal(object)

    def __init__(self, name: str, *, last: bool, wide: bool = False) -> None:
        super().__init__()
        self._last = last
        self.day: date | None = None
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setToolTip(tr("{name}：如 2026-03-05，也可只写 2026-03 或 2026", name=name))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(64)
        if not wide:  # in a form it is as wide as the others, and so is the hint beneath
            self.setMaximumWidth(124)
        self.textChanged.connect(self._read)
        name_inner_buttons(self)

    def _read(self, text: str) -> None:
        day = day_typed(text, last=self._last)
        self.setProperty("k", "refused" if text.strip() and day is None else "")
        self.style().unpolish(self)
        self.style().polish(self)
        if day != self.day:
            self.day = day
            self.meant.emit(day)


def day_typed(text: str, *, last: bool) -> date | None:
    """The day that is meant; of a month or a year its first or its last; None for anything else."""
    found = TYPED.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None  # noqa: S101 - the pattern has it
    try:
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError:
        return None
