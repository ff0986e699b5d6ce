"""The command line as its users meet it: arguments in, exit code and both streams out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from committee_desk.__main__ import main
from committee_desk.wording.language import CHINESE, use_language


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


Run = Callable[..., Answer]


@pytest.fixture(autouse=True)
def _a_machine_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for name in ("COMMITTEE_DESK_PASSPHRASE_FILE", "COMMITTEE_DESK_USER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    yield
    use_language(CHINESE)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs one command in this process."""

    def obeyed(*arguments: str | Path) -> Answer:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return obeyed


@pytest.fixture
def refused(run: Run) -> Run:
    """Runs a command that has to be refused: exit 2, nothing on stdout, one line on stderr and no traceback."""

    def obeyed(*arguments: str | Path, code: int = 2) -> Answer:
        answer = run(*arguments)
        assert answer.code == code, answer
        assert answer.out == ""
        assert len(answer.err.splitlines()) == 1, answer.err
        assert "Traceback" not in answer.err
        assert not (Path.cwd() / "state" / "committee-desk" / "log").exists(), "a bug was written down"
        return answer

    return obeyed
