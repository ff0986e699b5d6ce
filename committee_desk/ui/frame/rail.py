"""The rail: the year's steps in order, each with its state and what is owed."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from committee_desk.services.views import StepState
from committee_desk.ui.common.icons import paint_icon
from committee_desk.ui.common.theme import RAIL_EN, RAIL_ITEM, RAIL_ZH, colour, font, metrics
from committee_desk.ui.page_list import HOME, PLACES, Place
from committee_desk.wording.language import CHINESE, language, tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LINE = Qt.ItemDataRole.UserRole + 1
NARROW, LEFT, MARK = 52, 27, 15
GOING, BLOCKED, DONE, UNTOUCHED, ABSENT = "going", "blocked", "done", "untouched", "absent"


@dataclass(frozen=True, slots=True)
class RailLine:
    """A line of the rail: a heading, or a place with its state."""

    title: str
    place: Place | None = None
    state: str = UNTOUCHED
    owed: int = 0
    first: bool = False
    last: bool = False

    @property
    def absent(self) -> bool:
        """Whether the page comes with a later version."""
        return self.place is None or not self.place.page

    @property
    def word(self) -> str:
        """The state in a word."""
        if self.absent and self.state not in {GOING, BLOCKED, DONE}:
            return tr("后续版本提供")
        return {GOING: tr("进行中"), BLOCKED: tr("受阻"), DONE: tr("已完成")}.get(self.state, tr("未开始"))

    @property
    def spoken(self) -> str:
        """What a screen reader says: 公示，进行中，欠 1 项."""
        if self.place is None:
            return self.title
        parts = [self.title]
        if self.place.step or self.absent:
            parts.append(self.word)
        if self.owed:
            parts.append(tr("欠 {count} 项", count=self.owed))
        return tr("，").join(parts)


def rail_lines(states: dict[str, StepState]) -> list[RailLine]:
    """The rail for these states of the steps."""
    steps = [each for each in PLACES if each.step]
    others = [each for each in PLACES if not each.step and each.id != HOME]
    home = next(each for each in PLACES if each.id == HOME)
    lines = [RailLine(home.title(), home), RailLine(tr("年度流程"))]
    for each in steps:
        known = states.get(each.id)
        state, owed = (known.state, known.owed) if known else (UNTOUCHED, 0)
        lines.append(RailLine(each.title(), each, state, owed, each is steps[0], each is steps[-1]))
    lines.append(RailLine(tr("资料与系统")))
    lines += [RailLine(each.title(), each) for each in others]
    return lines


class RailModel(QAbstractListModel):
    """The rail's lines."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = rail_lines({})

    def show_states(self, states: dict[str, StepState]) -> None:
        """Take new states; the places stay where they are."""
        self.lines = rail_lines(states)
        self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many lines."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings and places that come later can be neither chosen nor entered."""
        if not index.isValid() or self.lines[index.row()].absent:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, spoken text and tooltip."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: line.title,
            Qt.ItemDataRole.AccessibleTextRole: line.spoken,
            Qt.ItemDataRole.ToolTipRole: line.spoken if line.place else None,
            LINE: line,
        }
        return answers.get(role)

    def row_of(self, page_id: str) -> int:
        """The line of that place, or -1."""
        return next((at for at, line in enumerate(self.lines) if line.place and line.place.id == page_id), -1)


class RailPainter(QStyledItemDelegate):
    """Paints the rail's lines: state marks on a spine, word and count for what is going or blocked."""

    narrow = False

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """34 pixels a line; headings stand a little apart."""
        line: RailLine = index.data(LINE)
        return QSize(NARROW, RAIL_ITEM if line.place else (12 if self.narrow else 40))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: RailLine = index.data(LINE)
        box: QRect = option.rect  # type: ignore[attr-defined] # missing in the stubs
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined] # missing in the stubs
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.place is None:
            self._paint_heading(painter, box, line)
        else:
            self._paint_ground(painter, box, state)
            self._paint_mark(painter, box, line)
            if not self.narrow:
                self._paint_words(painter, box, line, chosen=bool(state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, line: RailLine) -> None:
        if self.narrow:
            painter.fillRect(QRect(box.left() + 14, box.center().y(), box.width() - 28, 1), colour("line"))
            return
        painter.setFont(font(12))
        painter.setPen(colour("mut"))
        painter.drawText(box.adjusted(18, 8, -8, 0), int(Qt.AlignmentFlag.AlignVCenter), line.title)

    @staticmethod
    def _paint_ground(painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        pill = box.adjusted(8, 1, -8, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(colour("selrail"))
            painter.drawRoundedRect(pill, 5, 5)
            painter.setBrush(colour("accent"))
            painter.drawRoundedRect(QRectF(pill.left(), pill.center().y() - 8.5, 3, 18), 1.5, 1.5)
        elif state & QStyle.StateFlag.State_MouseOver and state & QStyle.StateFlag.State_Enabled:
            painter.setBrush(colour("hover"))
            painter.drawRoundedRect(pill, 5, 5)
        if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("accent"), 1))
            painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)

    @staticmethod
    def _paint_mark(painter: QPainter, box: QRect, line: RailLine) -> None:
        centre = QPoint(box.left() + LEFT - 1, box.center().y())
        if line.place and line.place.step:
            _paint_spine(painter, box, line)
            paint_state(painter, centre, "absent" if line.absent and line.state == UNTOUCHED else line.state)
        elif line.place:
            role = "dis" if line.absent else "sub"
            paint_icon(painter, line.place.icon, role, QRectF(centre.x() - 8, centre.y() - 8, 16, 16))

    @staticmethod
    def _paint_words(painter: QPainter, box: QRect, line: RailLine, *, chosen: bool) -> None:
        right = box.right() - 14
        if line.owed:
            right = _paint_count(painter, box, line, right) - 5
        if line.state in {GOING, BLOCKED} and not line.absent:
            painter.setFont(font(12))
            painter.setPen(colour("bad" if line.state == BLOCKED else "accent"))
            wide = metrics(12).horizontalAdvance(line.word)
            painter.drawText(QRect(right - wide, box.top(), wide, box.height()), _MIDDLE, line.word)
            right -= wide + 4
        weight = 500 if chosen else 400
        painter.setFont(font(14, weight))
        painter.setPen(colour("dis" if line.absent else "text"))
        room = right - box.left() - 46
        painter.drawText(
            QRect(box.left() + 46, box.top(), room, box.height()),
            _MIDDLE,
            metrics(14, weight).elidedText(line.title, Qt.TextElideMode.ElideRight, room),
        )


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def _paint_spine(painter: QPainter, box: QRect, line: RailLine) -> None:
    top = box.center().y() if line.first else box.top()
    bottom = box.center().y() if line.last else box.bottom() + 1
    painter.fillRect(QRect(box.left() + LEFT - 1, top, 1, bottom - top), colour("line"))


def _paint_count(painter: QPainter, box: QRect, line: RailLine, right: int) -> int:
    text = str(line.owed) if line.owed < 1000 else "999+"
    wide = max(20, metrics(12, 500).horizontalAdvance(text) + 11)
    pill = QRectF(right - wide, box.center().y() - 8.5, wide, 18)
    role = "bad" if line.state == BLOCKED else "fill"
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(role))
    painter.drawRoundedRect(pill, 9, 9)
    painter.setFont(font(12, 500))
    painter.setPen(colour("onfill" if role == "fill" else "surface"))
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), text)
    return right - wide


def paint_state(painter: QPainter, centre: QPoint, state: str, ground: str = "rail") -> None:
    """A step's mark: empty ring, ring with dot, diamond with !, disc with tick."""
    box = QRectF(centre.x() - MARK / 2 + 0.5, centre.y() - MARK / 2 + 0.5, MARK, MARK)
    painter.setBrush(colour(ground))
    if state == BLOCKED:
        _paint_diamond(painter, box)
    elif state == DONE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("mut"))
        painter.drawEllipse(box)
        tick = QPen(colour(ground), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(tick)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x, y = box.center().x(), box.center().y()
        painter.drawPolyline(_points((x - 3.2, y + 0.2), (x - 0.8, y + 2.6), (x + 3.4, y - 2.2)))
    elif state == GOING:
        painter.setPen(QPen(colour("accent"), 2))
        painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawEllipse(box.adjusted(4.5, 4.5, -4.5, -4.5))
    else:
        painter.setPen(QPen(colour("line" if state == ABSENT else "ctl"), 1.5))
        painter.drawEllipse(box.adjusted(0.75, 0.75, -0.75, -0.75))


def _points(*pairs: tuple[float, float]) -> QPolygonF:
    made = QPolygonF()
    for x, y in pairs:
        made.append(QRectF(x, y, 0, 0).topLeft())
    return made


def _paint_diamond(painter: QPainter, box: QRectF) -> None:
    x, y, half = box.center().x(), box.center().y(), box.width() / 2 + 1.5
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("bad"))
    painter.drawPolygon(_points((x, y - half), (x + half, y), (x, y + half), (x - half, y)))
    painter.setPen(QPen(colour("surface"), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QRectF(x, y - 3.6, 0, 0).topLeft(), QRectF(x, y + 0.4, 0, 0).topLeft())
    painter.drawPoint(QRectF(x, y + 3.6, 0, 0).topLeft())


class Rail(QListView):
    """The rail itself; `led(page id)` when a place is chosen by mouse or key."""

    led = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = RailModel()
        self._painter = RailPainter(self)
        self.setModel(self.lines)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(tr("年度流程导航"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setObjectName("rail")
        self.setProperty("r", "rail")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setViewportMargins(0, 10, 0, 8)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._tell)
        self.show_narrow(narrow=False)

    def show_states(self, states: dict[str, StepState]) -> None:
        """Show how far each step is."""
        self.lines.show_states(states)

    def choose(self, page_id: str) -> None:
        """Mark that place as the current one."""
        if (row := self.lines.row_of(page_id)) >= 0:
            self.setCurrentIndex(self.lines.index(row))

    def show_narrow(self, *, narrow: bool) -> None:
        """Marks alone, when the window is narrow; names stand in tooltips."""
        self._painter.narrow = narrow
        self.setFixedWidth(NARROW if narrow else (RAIL_ZH if language() == CHINESE else RAIL_EN))
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if narrow else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self.scheduleDelayedItemsLayout()

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        line = self.lines.lines[now.row()] if now.isValid() else None
        if line is not None and line.place is not None and not line.absent:
            self.led.emit(line.place.id)
