"""The rail pressed from outside, over the real accessibility bus, where the system has one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from committee_desk.services.desk import Desk

SYSTEM_PYTHON, LAUNCHER = Path("/usr/bin/python3"), Path("/usr/libexec/at-spi-bus-launcher")
READER = Path(__file__).with_name("bus_reader.py")


def missing() -> str:
    """What of the system the test lacks: Debian's xvfb, dbus, at-spi2-core and python3-pyatspi."""
    tools = [each for each in ("xvfb-run", "dbus-run-session") if shutil.which(each) is None]
    if tools or not LAUNCHER.exists() or not SYSTEM_PYTHON.exists():
        return f"needs {', '.join(tools) or 'at-spi2-core'}"
    probe = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return "needs python3-pyatspi" if probe.returncode else ""


def test_a_robot_opens_a_page_from_the_rail_and_sees_which_steps_come_later(sample_desk: Desk, tmp_path: Path) -> None:
    if why := missing():
        pytest.skip(why)
    script = f'{LAUNCHER} --launch-immediately & "$1" -m committee_desk "$2" & exec_it=$!; "$3" "$4"; kill $exec_it %1'
    command = ["xvfb-run", "-a", "dbus-run-session", "--", "bash", "-c", script, "bash"]
    kept = {key: value for key, value in os.environ.items() if key not in {"QT_QPA_PLATFORM", "XDG_CONFIG_HOME"}}
    said = subprocess.run(
        [*command, sys.executable, str(sample_desk.identity().path), str(SYSTEM_PYTHON), str(READER)],
        capture_output=True, text=True, timeout=90, check=False,
        env={**kept, "HOME": str(tmp_path), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LANG": "zh_CN.UTF-8"},
    )  # fmt: skip
    told = [
        line for line in said.stdout.splitlines() if line.partition(":")[0] in {"later enabled", "action", "opened"}
    ]
    assert told == ["later enabled: False", "action: Press", "opened: 人员"], said.stderr
