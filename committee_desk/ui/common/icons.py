"""Line icons (Tabler, MIT) in the colour of a role, sharp at every scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from committee_desk.paths import resource
from committee_desk.ui.common.theme import roles


def pixmap(name: str, role: str = "sub", size: int = 16, dpr: float | None = None) -> QPixmap:
    """The icon drawn at that size for the screen's device pixel ratio."""
    ratio = dpr if dpr is not None else _screen_ratio()
    return _drawn(name, getattr(roles(), role), size, ratio)


def icon(name: str, role: str = "text", size: int = 16) -> QIcon:
    """The icon for buttons and menus, with its disabled form, sharp on every screen of the PC."""
    made = QIcon()
    for ratio in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
        made.addPixmap(pixmap(name, role, size, ratio))
        made.addPixmap(pixmap(name, "dis", size, ratio), QIcon.Mode.Disabled)
    return made


def paint_icon(painter: QPainter, name: str, role: str, at: QRectF | QRect) -> None:
    """Draw the icon into that square of a painter, for delegates."""
    ratio = painter.device().devicePixelRatioF()
    corner = QRectF(at).topLeft().toPoint()
    painter.drawPixmap(corner, pixmap(name, role, round(at.width()), ratio))


def _screen_ratio() -> float:
    screen = QGuiApplication.primaryScreen()
    return screen.devicePixelRatio() if screen else 1.0


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _drawn(name: str, code: str, size: int, ratio: float) -> QPixmap:
    stroke = "2" if size <= 14 else "1.75"
    text = _source(name).replace("currentColor", code).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
