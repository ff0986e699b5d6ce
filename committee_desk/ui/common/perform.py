"""The one door for commands: a refusal becomes a sentence, a change wakes the screens that show it."""

import logging
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.changes import Change
from committee_desk.ui.common.crash import report_bug
from committee_desk.ui.common.jobs import Stopped
from committee_desk.ui.common.messages import show_refusal, show_trouble
from committee_desk.wording.saying import sentence

R = TypeVar("R")
log = logging.getLogger(__name__)


class Changes(QObject):
    """Tells the screens what a command touched."""

    happened = Signal(object)

    def announce(self, result: object) -> None:
        """Pass on the change of a command, or of an outcome that holds one."""
        change = result if isinstance(result, Change) else getattr(result, "change", None)
        if isinstance(change, Change):
            self.happened.emit(change)


def perform(parent: QWidget, changes: Changes, command: Callable[[], R]) -> R | None:
    """Carry out a command and announce its change; None when it was refused, which the user has then been told."""
    try:
        result = command()
    except Exception as error:  # noqa: BLE001 - the one place that sorts refusal, trouble and bug
        tell_failure(parent, error)
        return None
    changes.announce(result)
    return result


def tell_failure(parent: QWidget, error: BaseException) -> None:
    """Say a refusal or a trouble in its sentence, a bug in the crash dialog; a stopped job says nothing."""
    if isinstance(error, Stopped):
        return
    if isinstance(error, DeskError):
        show_refusal(parent, sentence(error))
    elif isinstance(error, Trouble):
        show_trouble(parent, sentence(error))
    else:
        log.error("bug", exc_info=error)
        report_bug(parent, error)
