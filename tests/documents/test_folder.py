import errno
import os
from pathlib import Path

import pytest

from committee_desk.documents.folder import all_or_nothing, safe_name
from committee_desk.domain.desk_file import DiskFull, NoPermission
from committee_desk.services.sheet_refusals import NotAFolder


class Stopped(Exception):
    """The user pressed stop."""


def stopped(folder: Path, *names: str, placed: bool = False) -> None:
    """Write files of these names, place them or not, and stop."""
    with all_or_nothing(folder) as files:
        for name in names:
            files.put(name, b"new")
        if placed:
            files.place()
        raise Stopped


def listed(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_files_appear_together_when_they_are_placed(tmp_path: Path) -> None:
    with all_or_nothing(tmp_path) as files:
        files.put("甲.pdf", b"1")
        files.put("乙.pdf", b"2")
        assert not [name for name in listed(tmp_path) if name.endswith(".pdf")]
        placed = files.place()
    assert placed == (tmp_path / "甲.pdf", tmp_path / "乙.pdf")
    assert listed(tmp_path) == {"乙.pdf": b"2", "甲.pdf": b"1"}


def test_a_stop_before_placing_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "甲.pdf").write_bytes(b"old")
    with pytest.raises(Stopped):
        stopped(tmp_path, "甲.pdf")
    assert listed(tmp_path) == {"甲.pdf": b"old"}


def test_a_failure_after_placing_brings_back_what_was_replaced(tmp_path: Path) -> None:
    (tmp_path / "甲.pdf").write_bytes(b"old")
    with pytest.raises(Stopped):
        stopped(tmp_path, "甲.pdf", "乙.pdf", placed=True)
    assert listed(tmp_path) == {"甲.pdf": b"old"}


def test_a_file_that_cannot_be_placed_undoes_those_before_it(tmp_path: Path) -> None:
    (tmp_path / "甲.pdf").write_bytes(b"old")
    (tmp_path / "乙.pdf").mkdir()
    (tmp_path / "乙.pdf" / "里面").write_bytes(b"x")

    def hindered(self: Path, target: Path) -> Path:
        if self.name == "乙.pdf":
            raise PermissionError(errno.EACCES, "open elsewhere")
        return renamed(self, target)

    renamed = Path.rename
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "rename", hindered)
        with pytest.raises(NoPermission):
            stopped(tmp_path, "甲.pdf", "乙.pdf", placed=True)
    assert (tmp_path / "甲.pdf").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["乙.pdf", "甲.pdf"]


def test_what_was_replaced_goes_once_all_is_well(tmp_path: Path) -> None:
    (tmp_path / "甲.pdf").write_bytes(b"old")
    with all_or_nothing(tmp_path) as files:
        files.put("甲.pdf", b"new")
        files.place()
    assert listed(tmp_path) == {"甲.pdf": b"new"}


def test_a_missing_folder_is_made_and_goes_again_on_failure(tmp_path: Path) -> None:
    with all_or_nothing(tmp_path / "新" / "表") as files:
        files.put("甲.pdf", b"1")
        files.place()
    assert (tmp_path / "新" / "表" / "甲.pdf").exists()
    with pytest.raises(Stopped):
        stopped(tmp_path / "旧" / "表", "甲.pdf")
    assert not (tmp_path / "旧").exists()


@pytest.mark.parametrize("inside", [Path(), Path("里面")])
def test_a_file_in_the_folder_s_place_is_refused(tmp_path: Path, inside: Path) -> None:
    (tmp_path / "文件").write_bytes(b"x")
    with pytest.raises(NotAFolder), all_or_nothing(tmp_path / "文件" / inside):
        pass


@pytest.mark.parametrize(
    ("number", "trouble"),
    [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EACCES, NoPermission), (errno.EROFS, NoPermission)],
)
def test_troubles_of_the_disk_are_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, trouble: type[Exception]
) -> None:
    def fail(_self: Path, _content: bytes) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(trouble), all_or_nothing(tmp_path) as files:
        files.put("甲.pdf", b"1")
    assert not list(tmp_path.iterdir())


def test_names_lose_what_windows_reserves() -> None:
    assert safe_name('A/1<2>:"|?* 甲\n.pdf') == "A_1_2______ 甲.pdf"
    assert safe_name("..甲. .pdf") == "甲.pdf"


def test_names_fit_the_file_system() -> None:
    name = safe_name("阿" * 200 + ".pdf")
    assert len(name.encode()) <= 240
    assert name.endswith("阿.pdf")


def test_two_people_never_share_a_file(tmp_path: Path) -> None:
    with all_or_nothing(tmp_path) as files:
        files.put(safe_name("A/1 甲.pdf"), b"1")
        files.put(safe_name("a?1 甲.pdf"), b"2")
        files.place()
    assert listed(tmp_path) == {"A_1 甲.pdf": b"1", "a_1 甲 (2).pdf": b"2"}
