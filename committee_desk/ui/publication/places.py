"""Where the notice hangs: a line for each place, with when it was hung there and the number of the photo."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from committee_desk.services.publication_views import HungNotice
from committee_desk.ui.objections.moment_field import MomentField, written
from committee_desk.wording.language import tr

LONGEST, MOST, MOMENT_WIDE, PHOTO_WIDE = 60, 8, 140, 110


class PlaceLine:
    """One place."""

    def __init__(self, number: int, place: str, now: datetime) -> None:
        self.place, self.moment, self.photo = QLineEdit(place), MomentField(now), QLineEdit()
        self.place.setMaxLength(LONGEST)
        self.photo.setMaxLength(LONGEST)
        self.moment.setFixedWidth(MOMENT_WIDE)
        self.photo.setFixedWidth(PHOTO_WIDE)
        self.place.setPlaceholderText(tr("张贴地点"))
        self.photo.setPlaceholderText(tr("照片号"))
        self.place.setAccessibleName(tr("第 {number} 处的张贴地点", number=number))
        self.moment.setAccessibleName(tr("第 {number} 处的张贴时间", number=number))
        self.photo.setAccessibleName(tr("第 {number} 处的照片编号", number=number))

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """From left to right."""
        return self.place, self.moment, self.photo


class PlacesField(QWidget):
    """Lines without a place do not count; a further one appears while the last is filled. `changed` on every key."""

    changed = Signal()
    grown = Signal(object)
    """A further line, for the form to follow with Enter."""

    def __init__(self, places: Sequence[str], now: datetime) -> None:
        super().__init__()
        self._now = now
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self.lines: list[PlaceLine] = []
        for place in places or ("",):
            self._add(place)
        self.setFocusProxy(self.lines[0].place)

    def _add(self, place: str = "") -> PlaceLine:
        line = PlaceLine(len(self.lines) + 1, place, self._now)
        if self.lines:
            line.moment.setText(self.lines[0].moment.text())
        for column, field in enumerate(line.fields):
            self._grid.addWidget(field, len(self.lines), column)
            field.textChanged.connect(lambda _text: self.changed.emit())
        line.place.textEdited.connect(lambda _text: self._grow())
        if not self.lines:
            line.moment.textEdited.connect(self._carry_down)
        self.lines.append(line)
        return line

    def _grow(self) -> None:
        if self.lines[-1].place.text().strip() and len(self.lines) < MOST:
            self.grown.emit(self._add())

    def _carry_down(self, text: str) -> None:
        """What is typed for the first place is offered for the others that still say what it said."""
        first = written(self._now)
        for line in self.lines[1:]:
            if not line.moment.isModified() or line.moment.text() == first:
                line.moment.setText(text)

    def filled(self) -> list[PlaceLine]:
        """The lines that name a place."""
        return [line for line in self.lines if line.place.text().strip()]

    def wrong(self) -> MomentField | None:
        """The first moment that is none."""
        return next((line.moment for line in self.filled() if line.moment.moment is None), None)

    def hung(self, by: tuple[str, str]) -> tuple[HungNotice, ...]:
        """What hangs where, by those two; lines whose moment is none are left out."""
        return tuple(
            HungNotice(line.place.text(), line.moment.moment, by, line.photo.text())
            for line in self.filled()
            if line.moment.moment is not None
        )
