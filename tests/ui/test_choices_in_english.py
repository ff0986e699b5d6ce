"""What is chosen from begins with a capital in English."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.committee import AgendaItem, ItemKind
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.committee.stakes import DeclareDialog
from committee_desk.ui.common.person_field import Named
from committee_desk.ui.people.relation_forms import RelationDialog
from tests.services.committee_hands import opened, view
from tests.ui.meeting_hands import proposed

Speak = Callable[[str], None]
LIST = AgendaItem("1", ItemKind.GRADES, "审议年度考核等次建议")


def choices(dialog: QDialog) -> list[str]:
    """Every entry of its boxes."""
    return [box.itemText(at) for box in dialog.findChildren(QComboBox) for at in range(box.count())]


def test_kinds_of_kinship_begin_with_a_capital(qtbot: QtBot, speak: Speak) -> None:
    speak("en")
    around = QWidget()
    qtbot.addWidget(around)
    dialog = RelationDialog(around, Named("J001", "陈伟", "政治部"), ())
    assert "Spouses" in choices(dialog)
    assert [each for each in choices(dialog) if each[:1].islower()] == []


def test_what_is_decided_on_a_stake_begins_with_a_capital(
    qtbot: QtBot, speak: Speak, desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    proposed(desk, actor, tmp_path, tied=True)
    meeting = opened(desk, actor, LIST)
    speak("en")
    around = QWidget()
    qtbot.addWidget(around)
    dialog = DeclareDialog(around, view(desk, meeting), "1")
    assert {"The whole item", "Stands aside", "Stays"} < set(choices(dialog))
    assert [each for each in choices(dialog) if each[:1].islower()] == []
