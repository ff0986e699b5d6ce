"""The recipe of the bundle."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_nothing_that_the_program_depends_on_is_left_out() -> None:
    recipe = (ROOT / "packaging" / "committee-desk.spec").read_text("utf-8")
    left_out = set(re.findall(r'"(\w+)"', re.search(r"excludes=\[([^\]]*)\],\n\)", recipe)[1]))  # type: ignore[index]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split(r"[^\w.-]", each)[0].lower() for each in project["dependencies"]}
    assert left_out
    assert "numpy" in needed
    assert left_out & needed == set()
