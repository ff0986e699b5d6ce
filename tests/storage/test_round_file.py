"""The working file of an open round: its key, its place, how it is written anew and how it is destroyed."""

import os
import shutil
import stat
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from committee_desk.domain.desk_file import DiskFull
from committee_desk.domain.errors import Trouble
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import LooseMark
from committee_desk.paths import state_folder
from committee_desk.services.round_file import (
    BatchState,
    Code,
    KeptBatch,
    KeptSlip,
    Ledger,
    RoundCopied,
    RoundElsewhere,
    RoundFileBroken,
    RoundFileChanged,
    RoundFileGone,
)
from committee_desk.storage import round_file
from committee_desk.storage.round_file import SqlRoundFiles
from committee_desk.storage.round_key import ALWAYS
from committee_desk.wording.saying import sentence

LABEL, OTHER = "2026-测-001", "2026-测-002"


@pytest.fixture
def files(tmp_path: Path) -> SqlRoundFiles:
    return SqlRoundFiles(tmp_path / "考评.desk", "desk-1")


def key_of(label: str) -> Path:
    """The only key of that round on this PC."""
    (key,) = (state_folder() / "rounds").glob(f"desk-1.{label}.*.key")
    return key


def places(tmp_path: Path) -> list[Path]:
    """Every file that rounds have anywhere."""
    return sorted({*tmp_path.glob("*测*"), *tmp_path.glob(".*"), *(state_folder() / "rounds").glob("*")})


def test_a_new_file_lies_beside_the_desk_and_its_key_where_this_user_alone_reads_it(
    files: SqlRoundFiles, tmp_path: Path
) -> None:
    files.make(LABEL)
    file, key = tmp_path / f"考评.desk.{LABEL}", key_of(LABEL)
    assert places(tmp_path) == sorted([file, key])
    assert files.is_here(LABEL)
    assert key.read_bytes()[32:] == os.fsencode(file), "behind the key, where its file is"
    if sys.platform != "win32":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
        assert stat.S_IMODE(key.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_every_round_has_a_key_and_a_mark_of_its_own(files: SqlRoundFiles) -> None:
    for label in (LABEL, OTHER):
        files.make(label)
    keys = [each.read_bytes()[:32] for each in (state_folder() / "rounds").iterdir()]
    assert len(set(keys)) == 2
    assert files.open(LABEL).read().salt != files.open(OTHER).read().salt


def test_making_it_again_begins_anew(files: SqlRoundFiles, tmp_path: Path) -> None:
    files.make(LABEL)
    before = places(tmp_path)[-1].read_bytes()
    with files.open(LABEL).writing() as ledger:
        ledger.serials.add("C2222222")
    files.make(LABEL)
    assert files.open(LABEL).read().serials == set()
    assert places(tmp_path)[-1].read_bytes() != before


def test_without_key_or_file_it_is_not_here(files: SqlRoundFiles, tmp_path: Path) -> None:
    with pytest.raises(RoundElsewhere):
        files.open(LABEL)
    files.make(LABEL)
    (tmp_path / f"考评.desk.{LABEL}").unlink()
    assert not files.is_here(LABEL)
    with pytest.raises(RoundFileGone):
        files.open(LABEL)
    files.make(LABEL)
    files.make(OTHER)
    (tmp_path / f"考评.desk.{LABEL}").write_bytes((tmp_path / f"考评.desk.{OTHER}").read_bytes())
    with pytest.raises(RoundFileBroken):
        files.open(LABEL).read()


def test_a_block_that_fails_leaves_what_was(files: SqlRoundFiles, tmp_path: Path) -> None:
    files.make(LABEL)
    content = (tmp_path / f"考评.desk.{LABEL}").read_bytes()
    with pytest.raises(ZeroDivisionError), files.open(LABEL).writing() as ledger:  # noqa: PT012 - in the middle of it
        ledger.serials.add("C2222222")
        raise ZeroDivisionError
    assert (tmp_path / f"考评.desk.{LABEL}").read_bytes() == content


def test_a_disk_that_is_full_leaves_what_was_and_nothing_else(
    files: SqlRoundFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.make(LABEL)
    before, held = places(tmp_path), (tmp_path / f"考评.desk.{LABEL}").read_bytes()

    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(round_file, "settle_on_disk", full)
        with pytest.raises(DiskFull), files.open(LABEL).writing() as ledger:
            ledger.serials.add("C2222222")
    assert (places(tmp_path), (tmp_path / f"考评.desk.{LABEL}").read_bytes()) == (before, held)


def test_what_the_desk_could_not_keep_the_file_does_not_keep(files: SqlRoundFiles, tmp_path: Path) -> None:
    files.make(LABEL)
    before = places(tmp_path)

    def refused() -> None:
        raise DiskFull(tmp_path / "考评.desk")

    with pytest.raises(DiskFull), files.open(LABEL).writing(refused) as ledger:
        ledger.serials.add("C2222222")
    assert (places(tmp_path), files.open(LABEL).read().serials) == (before, set())


def test_what_another_program_wrote_in_the_meantime_is_not_written_over(files: SqlRoundFiles) -> None:
    files.make(LABEL)
    with pytest.raises(RoundFileChanged), files.open(LABEL).writing() as ledger:  # noqa: PT012 - in the middle of it
        with files.open(LABEL).writing() as other:
            other.serials.add("C2222222")
        ledger.serials.add("C3333333")
    assert files.open(LABEL).read().serials == {"C2222222"}


def test_destroying_overwrites_key_and_file_and_removes_them_with_all_that_was_cut_off(
    files: SqlRoundFiles, tmp_path: Path
) -> None:
    files.make(LABEL)
    left = tmp_path / f".考评.desk.{LABEL}.0011aabb.unfinished"
    left.write_bytes(b"half")
    kept = []
    for at, each in enumerate(places(tmp_path)):
        kept.append(tmp_path / f"second-name-{at}")
        kept[-1].hardlink_to(each)
    files.destroy(LABEL)
    assert places(tmp_path) == []
    assert len(kept) == 3
    assert all(each.read_bytes().strip(b"\0") == b"" and each.stat().st_size for each in kept)
    files.destroy(LABEL)


def test_leftovers_of_rounds_that_have_ended_are_named(files: SqlRoundFiles, tmp_path: Path) -> None:
    files.make(LABEL)
    assert files.leftovers([LABEL, OTHER]) == (LABEL,)
    key_of(LABEL).unlink()
    assert files.leftovers([LABEL]) == (LABEL,), "the file alone is left as well"
    files.destroy(LABEL)
    assert files.leftovers([LABEL]) == ()


def test_a_copy_of_the_desk_takes_no_key_from_the_desk_in_use(files: SqlRoundFiles, tmp_path: Path) -> None:
    """A copy put somewhere to look at it: there the round is declared void, swept, or adopted once more."""
    files.make(LABEL)
    with files.open(LABEL).writing() as ledger:
        ledger.serials.add("C2222222")
    copy = SqlRoundFiles(tmp_path / "旧的.desk", "desk-1")
    assert not copy.is_here(LABEL)
    assert copy.leftovers([LABEL]) == ()
    with pytest.raises(RoundCopied):
        copy.open(LABEL)
    copy.destroy(LABEL)
    copy.make(LABEL)
    assert copy.open(LABEL).read().serials == set()
    copy.destroy(LABEL)
    assert files.open(LABEL).read().serials == {"C2222222"}


def test_a_desk_that_was_moved_with_its_working_file_goes_on_and_its_key_is_destroyed_there(
    files: SqlRoundFiles, tmp_path: Path
) -> None:
    files.make(LABEL)
    with files.open(LABEL).writing() as ledger:
        ledger.serials.add("C2222222")
    (tmp_path / f"考评.desk.{LABEL}").rename(tmp_path / f"新名.desk.{LABEL}")
    moved = SqlRoundFiles(tmp_path / "新名.desk", "desk-1")
    assert moved.is_here(LABEL)
    assert moved.open(LABEL).read().serials == {"C2222222"}
    assert moved.leftovers([LABEL]) == (LABEL,)
    moved.destroy(LABEL)
    assert places(tmp_path) == []


def test_a_copy_that_took_the_working_file_along_leaves_the_round_to_the_desk_in_use(
    files: SqlRoundFiles, tmp_path: Path
) -> None:
    files.make(LABEL)
    with files.open(LABEL).writing() as ledger:
        ledger.serials.add("C2222222")
    shutil.copyfile(tmp_path / f"考评.desk.{LABEL}", tmp_path / f"副本.desk.{LABEL}")
    copy = SqlRoundFiles(tmp_path / "副本.desk", "desk-1")
    assert not copy.is_here(LABEL)
    with pytest.raises(RoundElsewhere):
        copy.open(LABEL)
    copy.destroy(LABEL)
    assert files.open(LABEL).read().serials == {"C2222222"}


def test_a_desk_opened_by_a_link_is_the_same_desk(files: SqlRoundFiles, tmp_path: Path) -> None:
    """By a linked folder, by a linked file, and back."""
    files.make(LABEL)
    (tmp_path / "链接").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "考评.desk").write_bytes(b"")
    (tmp_path / "快捷.desk").symlink_to(tmp_path / "考评.desk")
    for at, path in enumerate((tmp_path / "链接" / "考评.desk", tmp_path / "快捷.desk")):
        linked = SqlRoundFiles(path, "desk-1")
        assert linked.is_here(LABEL)
        with linked.open(LABEL).writing() as ledger:
            ledger.serials.add(f"C222222{at}")
    assert files.open(LABEL).read().serials == {"C2222220", "C2222221"}
    assert key_of(LABEL).read_bytes()[32:] == os.fsencode(tmp_path / f"考评.desk.{LABEL}")


def test_a_key_that_names_the_working_file_by_another_path_opens_it(files: SqlRoundFiles, tmp_path: Path) -> None:
    """As where the folder was reached by a link when the round began, and lies elsewhere now."""
    files.make(LABEL)
    (tmp_path / "链接").symlink_to(tmp_path, target_is_directory=True)
    key = key_of(LABEL)
    secret = key.read_bytes()[:32]
    key.unlink()
    old = key.with_name(f"desk-1.{LABEL}.000000000000.key")
    old.write_bytes(secret + os.fsencode(tmp_path / "链接" / f"考评.desk.{LABEL}"))
    assert files.is_here(LABEL)
    assert files.open(LABEL).read().serials == set()


@pytest.fixture
def moved(files: SqlRoundFiles, tmp_path: Path) -> SqlRoundFiles:
    """The desk under a new name, with the working file, in which a slip was printed; nobody has opened it there."""
    files.make(LABEL)
    with files.open(LABEL).writing() as ledger:
        ledger.serials.add("C2222222")
    (tmp_path / f"考评.desk.{LABEL}").rename(tmp_path / f"新名.desk.{LABEL}")
    return SqlRoundFiles(tmp_path / "新名.desk", "desk-1")


def test_a_copy_of_a_moved_desk_leaves_the_round_to_it_and_ends_none_of_it(
    moved: SqlRoundFiles, tmp_path: Path
) -> None:
    moved.open(LABEL)
    assert key_of(LABEL).read_bytes()[32:] == os.fsencode(tmp_path / f"新名.desk.{LABEL}"), "the key moved with it"
    (tmp_path / "U盘").mkdir()
    shutil.copyfile(tmp_path / f"新名.desk.{LABEL}", tmp_path / "U盘" / f"新名.desk.{LABEL}")
    copy = SqlRoundFiles(tmp_path / "U盘" / "新名.desk", "desk-1")
    assert not copy.is_here(LABEL)
    with pytest.raises(RoundCopied, match=LABEL) as refused:
        copy.open(LABEL)
    assert f"只由“{tmp_path / f'新名.desk.{LABEL}'}”旁边的台账" in sentence(refused.value)
    copy.destroy(LABEL)
    assert moved.open(LABEL).read().serials == {"C2222222"}
    assert key_of(LABEL).stat().st_mtime == ALWAYS


def test_a_copy_opened_before_the_moved_desk_has_the_round_until_its_working_file_is_gone(
    moved: SqlRoundFiles, tmp_path: Path
) -> None:
    (tmp_path / "U盘").mkdir()
    copied = tmp_path / "U盘" / f"新名.desk.{LABEL}"
    shutil.copyfile(tmp_path / f"新名.desk.{LABEL}", copied)
    copy = SqlRoundFiles(tmp_path / "U盘" / "新名.desk", "desk-1")
    with copy.open(LABEL).writing() as ledger:
        ledger.serials.add("C3333333")
    with pytest.raises(RoundCopied, match=LABEL):
        moved.open(LABEL)
    copied.unlink()
    assert moved.open(LABEL).read().serials == {"C2222222"}


def test_a_desk_that_was_moved_back_goes_on_too(moved: SqlRoundFiles, files: SqlRoundFiles, tmp_path: Path) -> None:
    moved.open(LABEL)
    (tmp_path / f"新名.desk.{LABEL}").rename(tmp_path / f"考评.desk.{LABEL}")
    assert files.open(LABEL).read().serials == {"C2222222"}
    assert files.open(LABEL).read().serials == {"C2222222"}


def test_a_key_that_a_cut_left_under_its_old_name_is_that_of_the_new_place(
    moved: SqlRoundFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(_key: Path, _own: Path) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", cut)
        with pytest.raises((Trouble, OSError)):
            moved.open(LABEL)
    shutil.copyfile(tmp_path / f"新名.desk.{LABEL}", tmp_path / f"副本.desk.{LABEL}")
    with pytest.raises(RoundCopied):
        SqlRoundFiles(tmp_path / "副本.desk", "desk-1").open(LABEL)
    assert moved.open(LABEL).read().serials == {"C2222222"}


def test_two_desks_keep_their_rounds_apart(files: SqlRoundFiles, tmp_path: Path) -> None:
    other = SqlRoundFiles(tmp_path / "别的.desk", "desk-2")
    files.make(LABEL)
    other.make(LABEL)
    other.destroy(LABEL)
    assert files.open(LABEL).read().serials == set()


codes = st.text("0123456789abcdef", min_size=4, max_size=8)
typed = st.dictionaries(st.sampled_from(["J001", "J002", "张 三"]), st.sampled_from(["85", "弃权", "59.5", "优秀"]))
ledgers = st.builds(
    Ledger,
    mark=st.just("AB"),
    salt=st.binary(min_size=16, max_size=16),
    serials=st.sets(codes, max_size=6),
    batches=st.dictionaries(st.integers(1, 5), st.sampled_from(BallotClass)).map(
        lambda each: {
            number: KeptBatch(number, name, BatchState.SETTLING, strict=True, typed_by="周敏", compared_by="钱芳")
            for number, name in each.items()
        }
    ),
    slips=st.dictionaries(codes, st.builds(KeptSlip, st.integers(1, 5), typed, st.none() | typed), max_size=5),
    counted=st.dictionaries(codes, st.just('{"J001":"85"}'), max_size=5),
    codes=st.dictionaries(codes, st.builds(Code, codes, st.sampled_from(BallotClass), st.booleans()), max_size=5),
    booth=st.lists(
        st.builds(LooseMark, st.sampled_from(BallotClass), codes, st.none() | st.just(Decimal("87.5"))), max_size=8
    ),
    ballots=st.just({BallotClass.A: 3}),
    straight=st.just({BallotClass.A: 1}),
    session=codes,
)


@given(ledgers)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_written_is_read_again(files: SqlRoundFiles, wanted: Ledger) -> None:
    files.make(LABEL)
    with files.open(LABEL).writing() as ledger:
        vars(ledger).update(vars(wanted))
    found = files.open(LABEL).read()
    assert sorted(found.booth, key=str) == sorted(wanted.booth, key=str)
    assert {**vars(found), "booth": ()} == {**vars(wanted), "booth": ()}
