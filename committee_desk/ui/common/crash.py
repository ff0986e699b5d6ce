"""Bugs: written to a log beside the settings, said in a dialog, and said again at the next start."""

import logging
import platform
import re
import sys
import threading
from datetime import datetime

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from committee_desk.paths import log_folder
from committee_desk.traces import where
from committee_desk.ui.common.messages import Message
from committee_desk.wording.language import tr

log = logging.getLogger(__name__)
_UNREAD, _LOG = "crash-unread.txt", "crash.log"
_showing = [False]
_PLACE = re.compile(r"Q\w+(::~?\w+)*", re.ASCII)


def version() -> str:
    """The program's version."""
    from importlib.metadata import version as installed  # noqa: PLC0415 - slow, and only bugs and About ask

    return installed("committee-desk")


def report_bug(parent: QWidget | None, error: BaseException) -> None:
    """Write the error down and say that nothing of the last act was stored."""
    write_down(error)
    if QApplication.instance() is None or _showing[0]:
        return
    _showing[0] = True
    try:
        text = tr(
            "刚才的操作没有办成，也没有写入任何内容；此前已保存的不受影响。"
            "错误记在 {path}，请连同操作经过告诉信息技术人员。可以继续工作；若反复出现，请退出后重新打开。",
            path=str(log_folder() / _LOG),
        )
        Message(parent, ("alert-triangle", "bad"), tr("程序出错"), text).exec()
    finally:
        _showing[0] = False


def write_down(error: BaseException) -> None:
    """Append the error's place to the log and keep it for the next start: nothing of what a desk holds (`traces`)."""
    lines = where(error)
    said = f"{datetime.now().astimezone().isoformat()} {version()} {platform.platform()}\n{lines}\n"
    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        with (log_folder() / _LOG).open("a", encoding="utf-8") as file:
            file.write(said)
        (log_folder() / _UNREAD).write_text(said, encoding="utf-8")
    except OSError:
        log.error("the crash log cannot be written")  # noqa: TRY400 - the error names a person's folder
    sys.stderr.write(said)


def last_crash() -> str | None:
    """What went wrong when the program ran last, told once."""
    file = log_folder() / _UNREAD
    try:
        text = file.read_text(encoding="utf-8")
        file.unlink()
    except OSError:
        return None
    return text


def catch_everything() -> None:
    """Send what no door caught to the crash dialog."""

    def hook(kind: type[BaseException], error: BaseException, _trace: object) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        report_bug(QApplication.activeWindow(), error)

    sys.excepthook = hook
    threading.excepthook = lambda told: write_down(told.exc_value) if told.exc_value is not None else None
    sys.unraisablehook = lambda told: write_down(told.exc_value) if told.exc_value is not None else None


def silence_qt() -> None:
    """Let Qt's messages say where they come from and no more: a desktop keeps what programs say in files of its own."""
    qInstallMessageHandler(_say_where)


def _say_where(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if kind == QtMsgType.QtFatalMsg:
        sys.stderr.write(f"Qt: {message}\n")
        return
    told = _PLACE.match(message)
    sys.stderr.write(f"Qt: {kind.name} {told.group(0) if told else ''}\n")
