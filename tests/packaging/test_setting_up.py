"""What the set-up script sees of a machine, and what it asks of uv."""

from pathlib import Path

import environment
import machine
import pytest
from dev import COMMANDS
from machine import Need


def test_a_library_that_loads_is_there_and_an_invented_one_is_not() -> None:
    assert machine.is_there("libc.so.6")
    assert not machine.is_there("libofnosystem.so.9")


def test_a_program_is_looked_for_by_name_and_a_file_by_its_place(tmp_path: Path) -> None:
    assert machine.is_there("sh")
    assert not machine.is_there("a-program-that-nobody-wrote")
    assert not machine.is_there(str(tmp_path / "backend"))
    (tmp_path / "backend").touch()
    assert machine.is_there(str(tmp_path / "backend"))


def test_only_what_is_missing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(machine, "apt", lambda *words: asked.append(words))
    monkeypatch.setattr(machine, "may_install", lambda: True)
    machine.provide((Need("libc.so.6", "libc6"), Need("libofnosystem.so.9", "libofnosystem9")))
    assert asked == [("update",), ("install", "--yes", "--no-install-recommends", "libofnosystem9")]


def test_a_complete_machine_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "apt", lambda *words: pytest.fail(f"asked apt for {words}"))
    machine.provide((Need("libc.so.6", "libc6"),))


def test_without_the_right_to_install_the_packages_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "apt", lambda *words: pytest.fail(f"asked apt for {words}"))
    monkeypatch.setattr(machine, "may_install", lambda: False)
    machine.provide((Need("libofnosystem.so.9", "libofnosystem9"),))
    assert "apt-get install --no-install-recommends libofnosystem9" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("answer", "enough"),
    [
        ("uv 0.13.9 (x86_64-unknown-linux-gnu)", True),
        ("uv 1.0.0", True),
        ("uv 0.4.30", False),
        ("pyenv: uv: no", False),
    ],
)
def test_a_uv_counts_when_it_answers_with_a_version_new_enough(answer: str, enough: bool) -> None:
    assert environment.new_enough(answer) is enough


def test_a_shim_that_leads_nowhere_is_no_uv(tmp_path: Path) -> None:
    shim = tmp_path / "uv"
    shim.write_text("#!/bin/sh\necho 'uv: command not found' >&2\nexit 127\n")
    shim.chmod(0o755)
    assert not environment.works(shim)
    assert not environment.works(tmp_path / "nothing")


def test_what_pip_was_told_is_read_from_its_files_and_then_from_the_variables(tmp_path: Path) -> None:
    file = tmp_path / "pip.conf"
    file.write_text("[global]\nindex-url = https://index.example/simple\ncert = /etc/office.crt\ntimeout = 60\n")
    told = environment.pip_settings({"PIP_CERT": "/root/other.crt"}, [file, tmp_path / "absent.conf"])
    assert told == {"index-url": "https://index.example/simple", "cert": "/root/other.crt", "timeout": "60"}


def test_uv_is_told_what_pip_was_told_unless_it_knows_better() -> None:
    told = {"index-url": "https://index.example/simple", "cert": "/etc/office.crt", "proxy": "http://proxy.example"}
    asked = environment.uv_environment({"SSL_CERT_FILE": "/etc/own.crt", "PATH": "/bin"}, told)
    assert asked == {
        "SSL_CERT_FILE": "/etc/own.crt",
        "ALL_PROXY": "http://proxy.example",
        "UV_DEFAULT_INDEX": "https://index.example/simple",
        "PATH": "/bin",
    }


def test_an_untold_pip_leaves_uv_alone() -> None:
    assert environment.uv_environment({"PATH": "/bin"}, environment.pip_settings({}, [])) == {"PATH": "/bin"}


def test_every_command_says_in_one_line_what_it_does() -> None:
    assert all(command.__doc__ and "\n" not in command.__doc__ for command in COMMANDS.values())
    assert set(COMMANDS) == {"demo", "test", "run", "check", "bench", "bundle", "screenshots"}
