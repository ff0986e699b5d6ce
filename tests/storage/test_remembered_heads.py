"""Each PC remembers the newest head of every desk it opened: an older one in its place is taken by two people."""

import json
import shutil
from pathlib import Path

import pytest

from committee_desk.bootstrap import new_desk, open_desk, restore
from committee_desk.domain.desk_file import OlderThanRemembered, ReasonMissingForOlder
from committee_desk.paths import state_folder
from committee_desk.services.access import AcceptOlder, Access
from committee_desk.services.account_refusals import SecondIsFirst, SecondNeeded
from committee_desk.services.actor import Actor, pc_user
from committee_desk.services.desk import Desk
from committee_desk.services.second import Second
from committee_desk.services.settings import CUT_OFF
from committee_desk.services.views import Head
from committee_desk.storage.heads import HeadMemory
from committee_desk.wording.remembered import stranger_in_words
from tests.conftest import frozen_clock

SECOND = Second("林岚")


@pytest.fixture
def older(desk: Desk, actor: Actor) -> Path:
    """A copy of the desk from before its newest entry, kept elsewhere."""
    path = desk.identity().path
    copy = path.with_name("前日.desk")
    shutil.copyfile(path, copy)
    desk.settings.put(actor, CUT_OFF, "17:00", "冬令时")
    return copy


def heads() -> Path:
    return state_folder() / "heads.json"


def test_a_copy_put_in_the_desks_place_is_refused_with_what_is_known(desk: Desk, older: Path) -> None:
    path, seen = desk.identity().path, desk.journal.head()
    shutil.copyfile(older, path)
    with pytest.raises(OlderThanRemembered) as refused:
        open_desk(path)
    assert (refused.value.remembered, refused.value.remembered_hash) == (seen.entries, seen.hash)
    assert refused.value.found == seen.entries - 1
    assert not refused.value.other_course


def test_another_course_with_more_entries_is_refused_too(desk: Desk, older: Path, actor: Actor) -> None:
    elsewhere = open_desk(older, clock=frozen_clock)
    for hour in (15, 16, 18):
        elsewhere.settings.put(actor, CUT_OFF, f"{hour}:00", "另一本账")
    path = desk.identity().path
    shutil.copyfile(older, path)
    with pytest.raises(OlderThanRemembered) as refused:
        open_desk(path)
    assert refused.value.other_course


def test_a_copy_at_another_path_opens(older: Path) -> None:
    assert open_desk(older).years() == (2026,)


def test_the_desk_as_it_was_left_or_gone_on_with_elsewhere_opens(desk: Desk, older: Path, actor: Actor) -> None:
    path = desk.identity().path
    assert open_desk(path).journal.head() == desk.journal.head()
    taken_along = path.with_name("带走.desk")
    shutil.copyfile(path, taken_along)
    open_desk(taken_along, clock=frozen_clock).settings.put(actor, CUT_OFF, "18:00", "夏令时")
    shutil.copyfile(taken_along, path)
    assert open_desk(path).journal.head().entries == desk.journal.head().entries


def test_another_desk_in_between_makes_nobody_forget(desk: Desk, older: Path, actor: Actor) -> None:
    path = desk.identity().path
    path.unlink()
    new_desk(path, "演示县人民检察院", 2026, actor)
    shutil.copyfile(older, path)
    with pytest.raises(OlderThanRemembered):
        open_desk(path)


def test_two_people_take_an_older_desk_and_its_journal_says_so(desk: Desk, older: Path) -> None:
    path, seen = desk.identity().path, desk.journal.head()
    shutil.copyfile(older, path)
    taken = open_desk(path, clock=frozen_clock, accept_older=AcceptOlder("硬盘坏了，从前日的副本恢复", SECOND))
    row = taken.journal.rows(1)[0]
    assert (row.verb, row.actor, row.why) == ("desk.accept_older", pc_user().name, "硬盘坏了，从前日的副本恢复")
    told = json.loads(row.what)
    assert told["remembered"]["hash"] == seen.hash
    assert told["found"]["entries"] == seen.entries - 1
    assert open_desk(path).journal.head() == taken.journal.head()


@pytest.mark.parametrize("second", [Second(""), Second(pc_user().name)])
def test_one_person_takes_no_older_desk(desk: Desk, older: Path, second: Second) -> None:
    path = desk.identity().path
    shutil.copyfile(older, path)
    before = path.read_bytes()
    with pytest.raises((SecondNeeded, SecondIsFirst)):
        open_desk(path, accept_older=AcceptOlder("硬盘坏了", second))
    with pytest.raises(ReasonMissingForOlder):
        open_desk(path, accept_older=AcceptOlder("  ", SECOND))
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"a": 1}', '{"a": {"b": 1}}', "\x00", "[" * 5000])
def test_a_memory_that_cannot_be_read_bars_nobody(desk: Desk, older: Path, content: str) -> None:
    path = desk.identity().path
    shutil.copyfile(older, path)
    heads().write_text(content, encoding="utf-8")
    assert open_desk(path).years() == (2026,)


def test_a_memory_of_nonsense_bars_nobody(desk: Desk) -> None:
    identity = desk.identity()
    beyond = {"entries": 10**21, "hash": "", "at": "2027-01-11T09:00:00+08:00"}
    for told in ({"entries": "x", "hash": "", "at": ""}, beyond, {"entries": 1}, [], None, 7):
        heads().write_text(json.dumps({str(identity.path): {identity.uid: told}}), encoding="utf-8")
        assert open_desk(identity.path).years() == (2026,)


def test_a_pc_that_keeps_nothing_opens_and_writes(
    desk: Desk, actor: Actor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "文件"
    in_the_way.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(in_the_way))
    again = open_desk(desk.identity().path, clock=frozen_clock)
    again.settings.put(actor, CUT_OFF, "18:30", "夏令时")
    assert in_the_way.read_text(encoding="utf-8") == ""


def test_the_memory_holds_no_word_of_the_desk_and_leaves_nothing_unfinished(desk: Desk, older: Path) -> None:
    text = heads().read_text(encoding="utf-8")
    for word in ("演练县", "周敏", "冬令时", pc_user().name + '"'):
        assert word not in text
    assert not [file for file in state_folder().iterdir() if "unfinished" in file.name]


def test_a_head_reported_late_makes_nobody_forget_a_newer_one(desk: Desk, older: Path) -> None:
    identity = desk.identity()
    memory = HeadMemory(identity.path, identity.uid)
    newest = memory.seen()
    assert newest is not None
    memory.remember(Head(1, "0"), newest.at)
    assert memory.seen() == newest


def test_a_lost_desk_put_back_by_the_restore_command_opens_at_its_old_place(
    desk: Desk, older: Path, actor: Actor
) -> None:
    path = desk.identity().path
    path.unlink()
    restore(older, path, lambda _desk: actor, clock=frozen_clock)
    again = open_desk(path, clock=frozen_clock)
    assert again.journal.rows(1)[0].verb == "desk.restore"
    shutil.copyfile(older, path)
    with pytest.raises(OlderThanRemembered):
        open_desk(path)


# -- another desk at the same place ------------------------------------------------------------------------------------


@pytest.fixture
def forged(desk: Desk, actor: Actor) -> Path:
    """Another desk of the same office, made elsewhere and put in the desk's place."""
    path, elsewhere = desk.identity().path, desk.identity().path.with_name("仿.desk")
    new_desk(elsewhere, desk.identity().office, 2026, actor)
    open_desk(path)
    shutil.copyfile(elsewhere, path)
    return path


def test_another_desk_in_its_place_opens_and_says_so_until_a_window_has_said_it(desk: Desk, forged: Path) -> None:
    before = heads().read_text(encoding="utf-8")
    uid = next(iter(json.loads(before)[str(forged)]))
    for access in (Access.BESIDE, Access.BESIDE, Access.WINDOW):
        with open_desk(forged, access=access) as opened:
            stranger = opened.identity().stranger
            assert stranger is not None
            assert (stranger.before, stranger.uid) == (uid, opened.identity().uid)
            assert stranger.uid[:8] in stranger_in_words(stranger)
            assert stranger.before[:8] in stranger_in_words(stranger)
    with open_desk(forged, access=Access.WINDOW) as opened:
        assert opened.identity().stranger is None


def test_the_first_desk_back_in_its_place_is_told_too(desk: Desk, forged: Path, older: Path) -> None:
    open_desk(forged, access=Access.WINDOW).close()
    shutil.copyfile(older, forged)
    with pytest.raises(OlderThanRemembered):
        open_desk(forged)


def test_a_desk_founded_or_restored_there_on_purpose_is_no_stranger(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    path = desk.identity().path
    copy = desk.backup.copy_to(actor, tmp_path / "备份.desk").path
    path.unlink()
    with new_desk(path, "演示县人民检察院", 2026, actor, access=Access.WINDOW) as founded:
        assert founded.identity().stranger is None
    assert open_desk(path).identity().stranger is None
    path.unlink()
    restore(copy, path, lambda desk: desk.seat.actor)
    assert open_desk(path).identity().stranger is None


def test_a_demonstration_made_anew_is_no_stranger(actor: Actor, tmp_path: Path) -> None:
    path = tmp_path / "演示.desk"
    for _ in range(2):
        new_desk(path, "演示县人民检察院", 2026, actor, demo=True)
        assert open_desk(path).identity().stranger is None
        path.unlink()
