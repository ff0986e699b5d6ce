"""The look of the window: palette by role, sizes, fonts and the one style sheet made from them."""

import atexit
from functools import cache
from pathlib import Path
from string import Template
from typing import NamedTuple

from PySide6.QtCore import QSettings, Qt, QTemporaryDir
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from committee_desk.paths import resource

SYSTEM, LIGHT_LOOK, DARK_LOOK = "system", "light", "dark"
LOOK_KEY = "look"

UNIT = 4
GAP = 12
PAGE_MARGIN = 20
CARD_PADDING = 16
PAGE_HEAD_LOW = 40
TOP_BAR, PAGE_HEAD, STATUS_BAR, RAIL_ITEM, TOOL_ROW, CONTROL = 48, 56, 26, 34, 42, 32
HEADER_ROW, ROW_COMPACT, ROW, ROW_TALL, LIST_ROW = 30, 26, 28, 36, 45
RAIL_ZH, RAIL_EN, DETAIL_MIN, DETAIL = 204, 208, 260, 338


class Roles(NamedTuple):
    """The colours by what they mean. Text pairs in use keep 4.5:1, edges of controls 3:1."""

    win: str
    surface: str
    rail: str
    head: str
    alt: str
    hover: str
    sel: str
    selrail: str
    hair: str
    line: str
    ctl: str
    bar: str
    barbg: str
    text: str
    sub: str
    mut: str
    dis: str
    accent: str
    fill: str
    onfill: str
    accentbg: str
    ok: str
    okbg: str
    warn: str
    warnbg: str
    bad: str
    badbg: str
    neu: str
    neubg: str
    off: str


LIGHT = Roles(
    win="#F3F4F6", surface="#FFFFFF", rail="#ECEEF1", head="#F3F4F6", alt="#F8F9FA", hover="#EDF0F4",
    sel="#DFE9F6", selrail="#D9DFE8", hair="#E1E4E9", line="#C5CAD3", ctl="#7F8795", bar="#7690B2", barbg="#E6E9EE",
    text="#1A1E24", sub="#4F5763", mut="#606875", dis="#9AA1AC", accent="#1B5AA6", fill="#1B5AA6", onfill="#FFFFFF",
    accentbg="#E4EDF8", ok="#26683F", okbg="#E4F1E8", warn="#855300", warnbg="#FAF0DA", bad="#AE2317",
    badbg="#FAE8E5", neu="#3F4753", neubg="#E8EBEF", off="#F1F2F4",
)  # fmt: skip
DARK = Roles(
    win="#1C1F24", surface="#23272D", rail="#191C20", head="#1F2328", alt="#272B32", hover="#2D323A",
    sel="#243B58", selrail="#2E343D", hair="#353B44", line="#4D5560", ctl="#6E7886", bar="#6C8AAF", barbg="#353B44",
    text="#E7EAEE", sub="#B4BBC6", mut="#A1AAB6", dis="#6C7480", accent="#86B5F0", fill="#2F6DB8", onfill="#FFFFFF",
    accentbg="#26374D", ok="#84CEA2", okbg="#203A2C", warn="#E6BA67", warnbg="#3E321A", bad="#F49C90",
    badbg="#48231F", neu="#C6CDD7", neubg="#353B44", off="#2A2E34",
)  # fmt: skip

_now = [LIGHT]


def roles() -> Roles:
    """The colours in use now."""
    return _now[0]


@cache
def _colour(code: str) -> QColor:
    return QColor(code)


def colour(role: str) -> QColor:
    """The colour of a role now, for painters."""
    return _colour(getattr(roles(), role))


def is_dark() -> bool:
    """Whether the dark colours are in use."""
    return roles() is DARK


def font(size: int = 14, weight: int = 400) -> QFont:
    """The interface font at a pixel size; 400 body, 500 names and chips, 700 titles and totals."""
    return QFont(_font(size, weight))


@cache
def _font(size: int, weight: int) -> QFont:
    made = QFont(QApplication.font())
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight))
    return made


@cache
def metrics(size: int = 14, weight: int = 400) -> QFontMetrics:
    """The measures of `font(size, weight)`, kept because painters ask for them at each cell."""
    return QFontMetrics(_font(size, weight))


def chosen_look(memory: QSettings) -> str:
    """What the user chose: system, light or dark."""
    look = str(memory.value(LOOK_KEY, SYSTEM))
    return look if look in {SYSTEM, LIGHT_LOOK, DARK_LOOK} else SYSTEM


def apply_look(app: QApplication, look: str) -> None:
    """Put palette and style sheet of that look on the application; standard widgets follow."""
    dark = look == DARK_LOOK or (look == SYSTEM and app.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    _now[0] = DARK if dark else LIGHT
    if app.style().objectName().lower() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(_palette(roles()))
    app.setStyleSheet(style_sheet(roles()))


def use_fonts(app: QApplication) -> None:
    """The platform's interface font, with the shipped Noto Sans SC where the PC has no Chinese one."""
    family = app.font().family()
    if not _writes_chinese(family):
        for weight in ("Regular", "Medium", "Bold"):
            QFontDatabase.addApplicationFont(str(resource("fonts", f"NotoSansSC-{weight}.ttf")))
        family = "Noto Sans SC"
    made = QFont(family)
    made.setPixelSize(14)
    made.setFeature(QFont.Tag("liga"), 0)  # a fingerprint's ff is two digits
    app.setFont(made)
    _font.cache_clear()
    metrics.cache_clear()


def _writes_chinese(family: str) -> bool:
    return QFontDatabase.WritingSystem.SimplifiedChinese in QFontDatabase.writingSystems(family)


def _palette(used: Roles) -> QPalette:
    group = QPalette.ColorRole
    made = QPalette()
    for role, code in {
        group.Window: used.surface, group.WindowText: used.text, group.Base: used.surface,
        group.AlternateBase: used.alt, group.Text: used.text, group.Button: used.surface,
        group.ButtonText: used.text, group.BrightText: used.bad, group.Highlight: used.fill,
        group.HighlightedText: used.onfill, group.PlaceholderText: used.mut, group.Link: used.accent,
        group.LinkVisited: used.accent, group.ToolTipBase: used.surface, group.ToolTipText: used.text,
        group.Mid: used.line, group.Midlight: used.hair, group.Light: used.alt, group.Dark: used.ctl,
        group.Shadow: used.ctl, group.Accent: used.fill,
    }.items():  # fmt: skip
        made.setColor(role, QColor(code))
    for role in (group.WindowText, group.Text, group.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(used.dis))
    return made


def style_sheet(used: Roles) -> str:
    """The style sheet in these colours, from `resources/style/window.qss`."""
    template = Template(resource("style", "window.qss").read_text(encoding="utf-8"))
    return template.substitute(used._asdict(), **_marks(used))


@cache
def _mark_folder() -> QTemporaryDir:
    folder = QTemporaryDir()
    atexit.register(folder.remove)  # Python ends without taking Qt's objects down: each start would leave a folder
    return folder


@cache
def _marks(used: Roles) -> dict[str, str]:
    """Tick, arrows and dots that QSS can only take from files: drawn anew for each palette."""
    made = {}
    for mark, name, role in (
        ("tick", "check", used.onfill), ("arrow", "chevron-down", used.sub), ("arrow_off", "chevron-down", used.dis),
        ("arrow_up", "chevron-up", used.sub), ("arrow_right", "chevron-right", used.sub),
    ):  # fmt: skip
        text = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", role)
        file = Path(_mark_folder().path()) / f"{mark}-{role.lstrip('#')}.svg"
        file.write_text(text.replace('stroke-width="2"', 'stroke-width="2.4"') if mark == "tick" else text, "utf-8")
        made[mark] = file.as_posix()
    return made
