"""Saving what can be read of a damaged desk: where to, then how much of each kind of record was saved."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from committee_desk.services.desk import Desk
from committee_desk.ui.common.messages import show_notice
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.common.perform import perform
from committee_desk.wording.language import tr
from committee_desk.wording.salvage import saved_in_words


def salvage(parent: QWidget, place: Workplace, desk: Desk) -> None:
    """Ask for a new file, save into it, and say what was saved."""
    path = desk.path
    start = str(path.with_name(tr("{name}-抢救.desk", name=path.stem)))
    name, _ = QFileDialog.getSaveFileName(parent, tr("抢救到哪个新文件"), start, tr("台账文件 (*.desk)"))
    if not name:
        return
    saved = perform(parent, place.changes, lambda: desk.salvage(place.actor, Path(name)))
    if saved is not None:
        show_notice(parent, tr("已抢救到“{name}”", name=name), saved_in_words(saved))
