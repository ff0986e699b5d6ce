"""Settings: what there is, what each takes, and that a change is journalled with its reason."""

import pytest

from committee_desk.__main__ import main
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.desk import Desk
from committee_desk.services.settings import (
    CUT_OFF,
    SETTINGS,
    BadSetting,
    ReasonMissing,
    UnknownSetting,
)


def test_every_setting_has_a_default_that_it_would_take_itself(desk: Desk) -> None:
    assert desk.settings.all() == {key: setting.default for key, setting in SETTINGS.items()}
    for setting in SETTINGS.values():
        assert setting.checked(setting.default) == setting.default


def test_a_change_is_kept_and_journalled_with_its_reason(desk: Desk, actor: Actor) -> None:
    change = desk.settings.put(actor, CUT_OFF, " 17:00 ", " 冬季作息 ")
    assert change == Change.of(Topic.SETTINGS, entry=2)
    assert desk.settings.get(CUT_OFF) == "17:00"
    row = desk.journal.rows(1)[0]
    assert (row.verb, row.subject, row.why, row.actor) == ("setting.put", CUT_OFF, "冬季作息", actor.name)
    desk.settings.put(actor, CUT_OFF, "17:30", "改回")
    assert desk.settings.get(CUT_OFF) == "17:30"


def test_putting_what_holds_already_changes_nothing(desk: Desk, actor: Actor) -> None:
    assert desk.settings.put(actor, CUT_OFF, "17:30", "无") == Change.of()
    assert desk.journal.head().entries == 1


@pytest.mark.parametrize(
    "value",
    [
        "",
        "24:01",
        "00:00",
        "03:00",
        "11:59",
        "7:30",
        "17:60",
        "17：30",
        "１７:30",
        "下班",
        "17:30\n17:30",
        "-1:30",
        "17:30:00",
    ],
)
def test_a_value_of_another_shape_is_refused(desk: Desk, actor: Actor, value: str) -> None:
    with pytest.raises(BadSetting):
        desk.settings.put(actor, CUT_OFF, value, "试")
    assert desk.journal.head().entries == 1


def test_an_unknown_key_is_refused(desk: Desk, actor: Actor) -> None:
    with pytest.raises(UnknownSetting):
        desk.settings.get("quota")
    with pytest.raises(UnknownSetting):
        desk.settings.put(actor, "quota", "25", "试")


def test_a_change_without_a_reason_is_refused(desk: Desk, actor: Actor) -> None:
    with pytest.raises(ReasonMissing):
        desk.settings.put(actor, CUT_OFF, "17:00", "　")
    assert desk.settings.get(CUT_OFF) == "17:30"


def test_the_cut_off_is_what_window_says(desk: Desk, actor: Actor, capsys: pytest.CaptureFixture[str]) -> None:
    desk.settings.put(actor, CUT_OFF, "16:45", "冬季作息")
    assert main(["window", "2026-02-09", "--file", str(desk.identity().path)]) == 0
    assert "届满：2026-02-14（周六）16:45 截止" in capsys.readouterr().out
    assert main(["window", "2026-02-09"]) == 0
    assert "届满：2026-02-14（周六）17:30 截止" in capsys.readouterr().out
