"""A copy restored to a new file from the window: by one person, who signs in where the copy has accounts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.bootstrap import open_desk, restore
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.doors import Doors
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.welcome.restore_new import RestoreDoor
from tests.conftest import frozen_clock
from tests.ui.answering import Answers
from tests.ui.conftest import no_door


def test_a_copy_comes_back_under_another_name_and_the_desk_in_use_stays(
    qtbot: QtBot,
    window: MainWindow,
    place: Workplace,
    sample_desk: Desk,
    actor: Actor,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answers: Callable[..., Answers],
) -> None:
    copy, path = tmp_path / "备份.desk", tmp_path / "找回.desk"
    sample_desk.backup.copy_to(actor, copy)
    before = sample_desk.journal.head()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    doors = Doors(
        no_door, no_door, no_door, dict,
        restore=lambda backup, to, who, passphrase: restore(backup, to, who, passphrase=passphrase, clock=frozen_clock),
    )  # fmt: skip
    opened: list[Path] = []
    window.show()

    def agree(dialog: QWidget) -> None:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    answers(agree)
    RestoreDoor(window, place, doors, opened.append).open(copy)
    assert opened == [path]
    assert sample_desk.journal.head() == before
    assert open_desk(path, clock=frozen_clock).journal.rows(1)[0].verb == "desk.restore"
