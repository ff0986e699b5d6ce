"""Paints the tree of a score: bar and figures for parts and indicators, words for rules, effects for inputs."""

import re

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from committee_desk.domain.exact import figure
from committee_desk.ui.common.theme import colour, font, metrics
from committee_desk.ui.common.wrapping import kept_whole
from committee_desk.ui.ranking.nodes import Level, Node, most
from committee_desk.ui.ranking.tree import NODE, Index

BAR, BAR_HEIGHT = 96, 6
VALUE, MAXIMUM, EDGE = 50, 44, 14
ROW, TWO_LINES, LINE = 24, 40, 17
_OFFICE_AND_YEAR = re.compile(r"^\S*〔\d{4}〕(?=\d+号)")
"""What all case numbers of a year begin with; the tooltip has it."""
_ROLES = {Level.LINE: "sub", Level.MORE: "accent"}


class ScorePaint(QStyledItemDelegate):
    """One painter for all levels; a rule's sentence wraps."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """One row; as many lines as the sentence of a rule needs."""
        node: Node = index.data(NODE)
        if node.more:
            return QSize(100, TWO_LINES)
        if node.level is Level.INPUT:
            room = QRect(0, 0, self._room(index) - _figure_room(node), 2000)
            return QSize(100, max(ROW, metrics(13).boundingRect(room, _WRAP, kept_whole(_short(node))).height() + 6))
        if node.level is not Level.LINE:
            return QSize(100, ROW)
        box = metrics(12).boundingRect(QRect(0, 0, self._room(index), 2000), _WRAP, kept_whole(node.text))
        return QSize(100, max(LINE, box.height() + 3))

    def _room(self, index: Index) -> int:
        depth, above = 0, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        return max(80, self._view.viewport().width() - (depth + 1) * self._view.indentation() - EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row over its whole width."""
        node: Node = index.data(NODE)
        box: QRect = option.rect  # type: ignore[attr-defined] # missing in the stubs
        whole = QRect(0, box.top(), self._view.viewport().width(), box.height())
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined] # missing in the stubs
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, colour("sel"))
            painter.fillRect(QRect(0, box.top(), 3, box.height()), colour("accent"))
        if node.level in (Level.PART, Level.INDICATOR):
            self._paint_score(painter, box, whole, node, open_=self._view.isExpanded(self._here(index)))
        elif node.level is Level.LINE:
            painter.setFont(font(12))
            painter.setPen(colour("sub"))
            painter.drawText(box.adjusted(0, 1, -EDGE, 0), _WRAP, kept_whole(node.text))
        else:
            self._paint_input(painter, box, node)

    def _here(self, index: Index) -> Index:
        return self._view.model().index(index.row(), 0, index.parent())

    @staticmethod
    def _paint_score(painter: QPainter, box: QRect, whole: QRect, node: Node, *, open_: bool) -> None:
        heavy = node.level is Level.PART or open_
        painter.setFont(font(14, 500 if heavy else 400))
        painter.setPen(colour("text"))
        right = whole.right() - EDGE
        bar = QRectF(right - MAXIMUM - VALUE - BAR - 2, box.top() + (box.height() - BAR_HEIGHT) / 2, BAR, BAR_HEIGHT)
        room = QRect(box.left(), box.top(), int(bar.left()) - box.left() - 6, box.height())
        name = metrics(14, 500).elidedText(node.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, name)
        if node.absent:
            painter.setPen(colour("mut"))
            painter.drawText(QRect(right - 90, box.top(), 90, box.height()), _RIGHT, node.absent)
            return
        _paint_bar(painter, bar, node, "accent" if open_ and node.level is Level.INDICATOR else "bar")
        value = QRect(right - MAXIMUM - VALUE, box.top(), VALUE, box.height())
        painter.drawText(value, _RIGHT, figure(node.value or 0))
        painter.setFont(font(12))
        painter.setPen(colour("mut"))
        maximum = QRect(right - MAXIMUM, box.top(), MAXIMUM, box.height())
        painter.drawText(maximum, _LEFT, f" / {most(node)}")

    @staticmethod
    def _paint_input(painter: QPainter, box: QRect, node: Node) -> None:
        room = box.adjusted(0, 3 if node.more else 0, -EDGE, -19 if node.more else 0)
        if node.more:
            painter.setFont(font(12))
            painter.setPen(colour("sub"))
            below = QRect(box.left(), room.bottom() + 1, box.width() - EDGE, 16)
            painter.drawText(
                below, _LEFT, metrics(12).elidedText(node.more, Qt.TextElideMode.ElideRight, below.width())
            )
        if node.figure:
            painter.setFont(font(13, 500))
            painter.setPen(colour(_effect_role(node)))
            painter.drawText(room, _RIGHT, node.figure)
            room.setRight(room.right() - _figure_room(node))
        painter.setFont(font(13))
        painter.setPen(colour(_ROLES.get(node.level, "text")))
        if node.level is Level.INPUT and not node.more:
            painter.drawText(room, _WRAP | int(Qt.AlignmentFlag.AlignVCenter), kept_whole(_short(node)))
            return
        painter.drawText(room, _LEFT, metrics(13).elidedText(_short(node), Qt.TextElideMode.ElideRight, room.width()))


_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)


def _short(node: Node) -> str:
    """The node's words; of a case's number without what all of the year's begin with."""
    return _OFFICE_AND_YEAR.sub("", node.text) if node.given is not None else node.text


def _figure_room(node: Node) -> int:
    return metrics(13, 500).horizontalAdvance(node.figure) + 8 if node.figure else 0


def _effect_role(node: Node) -> str:
    """Taken away reads bad, given reads ok; a plain number is no judgement."""
    return "bad" if node.figure.startswith("−") else "ok" if node.figure.startswith("+") else "sub"


def _paint_bar(painter: QPainter, bar: QRectF, node: Node, role: str) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour("barbg"))
    painter.drawRoundedRect(bar, 3, 3)
    share = min(1.0, (node.value or 0) / node.maximum) if node.maximum else 0.0
    if share > 0:
        painter.setBrush(colour(role))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), max(3.0, bar.width() * share), bar.height()), 3, 3)
    painter.restore()
