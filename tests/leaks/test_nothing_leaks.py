"""A protected desk in use, through the real commands and the real window: no name and no case number of it is found in
any file on the PC, in any spelling a program might write."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.backup import Reason, folder_of_copies
from committee_desk.paths import resource
from committee_desk.services.access import Access

PASSPHRASE = "雨后春笋 2026"
SAMPLES = resource("samples", "office")
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
CERTAIN = 6
"""A needle of fewer bytes may stand in an encrypted file by chance."""


@dataclass
class Pc:
    """A PC of its own: home, configuration, state, temporary folder, and the desk's folder."""

    root: Path

    @property
    def desk(self) -> Path:
        return self.root / "desk" / "考评.desk"

    def environment(self) -> dict[str, str]:
        folders = {
            "HOME": "home", "XDG_CONFIG_HOME": "config", "XDG_STATE_HOME": "state", "XDG_CACHE_HOME": "cache",
            "XDG_DATA_HOME": "data", "XDG_RUNTIME_DIR": "runtime", "TMPDIR": "tmp",
        }  # fmt: skip
        for name in (*folders.values(), "desk", "secret"):
            (self.root / name).mkdir(mode=0o700, exist_ok=True)
        (self.root / "secret" / "passphrase").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
        told = {key: str(self.root / name) for key, name in folders.items()}
        return {
            **os.environ, **told, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1",
            "COMMITTEE_DESK_PASSPHRASE_FILE": str(self.root / "secret" / "passphrase"),
        }  # fmt: skip

    def run(self, *command: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
        done = subprocess.run(
            [sys.executable, "-m", *command],
            env=self.environment(), capture_output=True, text=True, check=False, timeout=100,
        )  # fmt: skip
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def cut_an_import_off(self) -> bytes:
        """Kill an import between its first write and its commit; what its journal held."""
        journal = self.desk.with_name(f"{self.desk.name}-journal")
        command = [sys.executable, "-m", "committee_desk", "import-folder", str(self.desk), str(SAMPLES)]
        for _ in range(20):
            child = subprocess.Popen(
                [*command, "--year", "2026"],
                env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            while child.poll() is None and not journal.exists():
                time.sleep(0.001)
            time.sleep(0.005)
            child.kill()
            child.wait()
            if journal.exists() and journal.stat().st_size:
                return journal.read_bytes()
        raise AssertionError("no kill left a journal")

    def files(self) -> Iterator[Path]:
        """Every file the program can have written, but the exported ones and the clerk's own passphrase file."""
        for folder in (self.root, Path("/dev/shm")):
            for each in folder.rglob("*"):
                if each.is_file() and "secret" not in each.parts and "out" not in each.parts:
                    yield each


def needles() -> list[str]:
    """Every name and every case number of the sample office."""
    found: set[str] = set()
    for workbook, headings in (("人员.xlsx", {"姓名"}), ("案件.xlsx", {"案号", "案件名称"})):
        book = openpyxl.load_workbook(SAMPLES / workbook)
        first, *rows = book.worksheets[0].values
        columns = [at for at, heading in enumerate(first) if heading in headings]
        found.update(str(row[at]) for row in rows for at in columns if row[at])
        book.close()
    return sorted(found)


def leaks(content: bytes, looked_for: list[str]) -> list[str]:
    return [
        text
        for text in looked_for
        for encoding in ENCODINGS
        if len(sought := text.encode(encoding)) >= CERTAIN and sought in content
    ]


@pytest.fixture(scope="module")
def pc(tmp_path_factory: pytest.TempPathFactory) -> Pc:
    """A PC on which a protected desk was used for a day."""
    pc = Pc(tmp_path_factory.mktemp("pc"))
    pc.environment()
    pc.run("committee_desk", "init", str(pc.desk), "--year", "2026", "--office", "演练县人民检察院")
    cut_off = pc.cut_an_import_off()
    (pc.root / "desk" / "left-by-a-kill").write_bytes(cut_off)
    pc.run("committee_desk", "import-folder", str(pc.desk), str(SAMPLES), "--year", "2026")
    pc.run("committee_desk", "score", str(pc.desk))
    return pc


def test_the_search_finds_names_where_they_are(pc: Pc, sample_desk: object) -> None:
    """Else the search proves nothing: an open desk holds them all."""
    plain = sample_desk.identity().path.read_bytes()  # type: ignore[attr-defined]
    names = needles()
    assert len(names) > 20
    assert len(set(leaks(plain, names))) > len(names) * 0.9
    for encoding in ENCODINGS:
        assert leaks("欧阳正华".encode(encoding), ["欧阳正华"])


def test_an_export_warns_that_it_leaves_the_protection(pc: Pc) -> None:
    (pc.root / "out").mkdir(exist_ok=True)
    told = pc.run("committee_desk", "export", str(pc.desk), str(pc.root / "out" / "排名.xlsx"))
    assert "不受台账口令保护" in told.stderr
    told = pc.run("committee_desk", "sheets", str(pc.desk), "--out", str(pc.root / "out" / "表"))
    assert "不受台账口令保护" in told.stderr


def test_a_day_at_the_window_leaves_no_name_anywhere(pc: Pc) -> None:
    names = needles()
    longest = max((each for each in names if len(each) < 5), key=len)
    number = next(each for each in names if "号" in each)
    told = pc.run("tests.leaks.at_the_window", str(pc.desk), PASSPHRASE, longest, number)
    assert "visited 6, previewed 1" in told.stdout
    assert not leaks(told.stderr.encode(), names)
    with open_desk(pc.desk, passphrase=PASSPHRASE, access=Access.WINDOW) as desk:
        desk.backup.automatic(Reason.CLOSING)
    assert list(folder_of_copies(pc.desk).iterdir())
    seen = {each: leaks(each.read_bytes(), names) for each in pc.files()}
    assert any(each.name == "window.ini" for each in seen)
    assert any(each.name == "crash.log" for each in seen)
    assert {str(each): found for each, found in seen.items() if found} == {}
