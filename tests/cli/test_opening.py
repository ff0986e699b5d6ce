"""What the command line says of a desk that is open elsewhere, lies wrong, cannot be written or is damaged."""

import json
import shutil
from pathlib import Path

import pytest

from committee_desk.cli import program
from committee_desk.paths import resource
from committee_desk.services.access import Access
from tests.cli.conftest import Run
from tests.storage.test_lock_of_a_desk import another_program
from tests.storage.test_read_only_desks import read_only

PEOPLE = resource("samples", "office", "人员.xlsx")


@pytest.fixture
def path(template_sample_desk: Path, tmp_path: Path) -> Path:
    path = tmp_path / "盘" / "考评.desk"
    path.parent.mkdir()
    shutil.copyfile(template_sample_desk, path)
    return path


def test_an_import_beside_an_open_window_is_trouble(path: Path, refused: Run, run: Run) -> None:
    with another_program(path, Access.WINDOW):
        assert "另一个窗口或命令" in refused("import", path, "people", PEOPLE, code=3).err
        assert "另一个窗口或命令" in refused("import-folder", path, resource("samples", "office"), code=3).err
        assert run("import", path, "people", PEOPLE, "--dry-run").code == 0
        assert run("score", path).code == 0
    assert run("import", path, "people", PEOPLE).code == 0
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_desk_in_a_syncing_folder_is_refused_by_name(path: Path, tmp_path: Path, refused: Run) -> None:
    synced = tmp_path / "坚果云"
    path.parent.rename(synced)
    for arguments in (("score", synced / path.name), ("init", synced / "新.desk", "--year", "2026", "--office", "院")):
        said = refused(*arguments).err
        assert "同步文件夹" in said
        assert str(synced) in said


def test_a_read_only_medium_is_scored_and_not_read_into(path: Path, refused: Run, run: Run) -> None:
    with read_only(path.parent) as medium:
        scored = run("score", medium / path.name, "--json")
        assert scored.code == 0
        assert "没有记入日志" in scored.err
        checked = run("check", medium / path.name, "--json")
        assert (checked.code, json.loads(checked.out)["ok"]) == (0, True)
        assert "没有写入日志" in checked.err
        assert scored.out == run("score", path, "--json").out
        assert "不能写" in refused("import", medium / path.name, "people", PEOPLE).err


def test_a_damaged_desk_is_scored_with_a_warning_or_refused_and_never_read_into(
    path: Path, refused: Run, run: Run
) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:-100])
    scored = run("score", path)
    assert "已经损坏" in scored.err
    assert "已经损坏" in run("import", path, "people", PEOPLE).err
    assert path.read_bytes() == whole[:-100]


def test_an_older_copy_in_the_desks_place_is_refused(path: Path, refused: Run, run: Run) -> None:
    older = path.read_bytes()
    assert run("import", path, "people", PEOPLE, "--replace").code == 0
    assert run("export", path, path.with_name("排名.xlsx")).code == 0
    path.write_bytes(older)
    said = refused("score", path).err
    assert "旧" in said
    assert "窗口" in said
    path.with_name("别处.desk").write_bytes(older)
    assert run("score", path.with_name("别处.desk")).code == 0


@pytest.mark.parametrize("what", ["an older copy", "a damaged desk"])
def test_the_window_opens_where_it_has_an_answer_itself(
    what: str, path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    older = path.read_bytes()
    assert run("import", path, "people", PEOPLE, "--replace").code == 0
    assert run("export", path, path.with_name("排名.xlsx")).code == 0
    path.write_bytes(older if what == "an older copy" else older[:4096] + bytes(20 * 4096) + older[21 * 4096 :])
    opened: list[Path | None] = []

    def open_window(desk: Path | None) -> int:
        opened.append(desk)
        return 0

    assert program.run([str(path)], open_window) == 0
    assert opened == [path]
