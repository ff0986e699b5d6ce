"""The process of a year as a line: its stages, the moves that lead on between them, and the way back there is now."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from committee_desk.domain.course import ORDER, Move, Stage
from committee_desk.services.course_views import CourseStep, CourseView
from committee_desk.ui.common.icons import paint_icon
from committee_desk.ui.common.theme import colour, font, metrics
from committee_desk.ui.common.tips import told_under_pointer
from committee_desk.wording.courses import move_name, stage_name
from committee_desk.wording.days import short
from committee_desk.wording.language import tr

LINE, RADIUS, NAME, CAPTION, HIGH = 32, 10, 48, 68, 90
CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class CourseStrip(QWidget):
    """Painted; tooltips name what lies under the pointer, the accessible text says the stage and the next step."""

    def __init__(self) -> None:
        super().__init__()
        self.view: CourseView | None = None
        self._hot: list[tuple[QRect, str]] = []
        self.setAccessibleName(tr("审议与公示流程"))
        self.setMinimumSize(QSize(520, HIGH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """One line of stages high."""
        return QSize(900, HIGH)

    def show_course(self, view: CourseView) -> None:
        """Paint this year's process."""
        self.view = view
        following = move_name(view.next.move) if view.next else tr("无")
        back = tr("、").join(map(move_name, view.back)) or tr("无")
        self.setAccessibleDescription(
            tr(
                "现在：{stage}。下一步：{next}。可退回：{back}",
                stage=stage_name(view.stage),
                next=following,
                back=back,
            )
        )
        self.update()

    def texts(self) -> Iterator[str]:
        """Everything that is painted, as it is read."""
        if self.view is None:
            return
        for stage in ORDER:
            yield stage_name(stage)
            yield from filter(None, [_caption(self._done(stage))])
        yield from (move_name(step.move) for step in self.view.steps)
        yield from map(move_name, self.view.back)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line, the moves on and back, the stages over them."""
        if self.view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._hot.clear()
        for step in self.view.steps:
            self._paint_move(painter, step)
        for move in self.view.back:
            self._paint_back(painter, move)
        for stage in ORDER:
            self._paint_stage(painter, stage)
        painter.end()

    def _x(self, stage: Stage) -> int:
        each = self.width() / len(ORDER)
        return round(each * (ORDER.index(stage) + 0.5))

    def _between(self, stage: Stage, top: int, high: int) -> QRect:
        """The room on the line before that stage."""
        right = self._x(stage) - RADIUS - 4
        left = self._x(ORDER[ORDER.index(stage) - 1]) + RADIUS + 4
        return QRect(left, top, right - left, high)

    def _done(self, stage: Stage) -> CourseStep | None:
        """The step that led to that stage."""
        held = self.view.steps if self.view else ()
        return next((step for step in held if step.move.goal is stage), None)

    def _paint_move(self, painter: QPainter, step: CourseStep) -> None:
        role = "accent" if step.is_next else "sub" if step.done else "mut"
        room = self._between(step.move.goal, LINE - 22, 18)
        pen = QPen(colour("accent" if step.is_next else "line"), 2)
        if not step.done and not step.is_next:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(room.left(), LINE, room.right(), LINE)
        painter.setFont(font(12, 500 if step.is_next else 400))
        painter.setPen(colour(role))
        self._paint_words(painter, room, move_name(step.move), 12)

    def _paint_back(self, painter: QPainter, move: Move) -> None:
        painter.setFont(font(12))
        painter.setPen(colour("warn"))
        room = self._between(move.origin, LINE + 4, 18)
        self._paint_words(painter, room, tr("↩ {move}", move=move_name(move)), 12)
        self._hot.append((room, tr("{move}：须写明理由，由两人办理", move=move_name(move))))

    def _paint_stage(self, painter: QPainter, stage: Stage) -> None:
        view = self.view
        if view is None:
            return
        x, reached, here = self._x(stage), stage.is_reached_at(view.stage), stage is view.stage
        painter.setPen(QPen(colour("line"), 1) if not reached else Qt.PenStyle.NoPen)
        painter.setBrush(colour("fill" if here else "selrail" if reached else "surface"))
        painter.drawEllipse(QPoint(x, LINE), RADIUS, RADIUS)
        if reached and not here:
            paint_icon(painter, "check", "sub", QRect(x - 7, LINE - 7, 14, 14))
        wide = self.width() // len(ORDER) - 8
        name, caption = QRect(x - wide // 2, NAME, wide, 20), QRect(x - wide // 2, CAPTION, wide, 18)
        painter.setFont(font(13, 500 if here else 400))
        painter.setPen(colour("text" if reached else "mut"))
        self._paint_words(painter, name, stage_name(stage), 13)
        painter.setFont(font(12))
        painter.setPen(colour("mut"))
        self._paint_words(painter, caption, _caption(self._done(stage)), 12)

    def _paint_words(self, painter: QPainter, room: QRect, words: str, size: int) -> None:
        painter.drawText(room, CENTRE, metrics(size).elidedText(words, Qt.TextElideMode.ElideRight, room.width()))
        self._hot.append((room, words))

    def event(self, event: QEvent) -> bool:
        """Say what lies under the pointer."""
        return told_under_pointer(self, event, self._said_at) or super().event(event)

    def _said_at(self, at: QPoint) -> str:
        return next((text for box, text in reversed(self._hot) if text and box.contains(at)), "")


def _caption(step: CourseStep | None) -> str:
    """When the step was taken, and by whom."""
    if step is None or step.done is None:
        return ""
    by = tr("、").join(filter(None, [step.done.by, step.done.second]))
    return tr("{day} {by}", day=short(step.done.at.date()), by=by)
