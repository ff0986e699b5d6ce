# ruff: noqa: PLC0415 - the window is imported only in the process that takes a picture
"""The pictures that README shows: the sample office in the window, light, dark, English and at 200 %.

`python packaging/screenshots.py [FOLDER]` needs no screen. Each picture is taken in a process of its own, because
language and scale belong to a process.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from committee_desk.bootstrap import new_desk
from committee_desk.demonstrated_closing import close_the_year, hang_the_notice
from committee_desk.demonstrated_result import examine_the_objection
from committee_desk.demonstrated_round import hold_round
from committee_desk.demonstrated_year import run
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parent.parent
ACTOR, YEAR = Actor("经办人"), 2026
PICTURES = ROOT / "packaging" / "pictures"
WIDE, HIGH = 1366, 768
SHOTS = (
    ("desk", "desk", "", "zh", "light", 1),
    ("entry", "entry", "J003", "zh", "light", 1),
    ("ranking", "ranking", "J013", "zh", "light", 1),
    ("ranking-dark", "ranking", "J013", "zh", "dark", 1),
    ("ranking-english", "ranking", "J013", "en", "light", 1),
    ("print", "print", "", "zh", "light", 1),
    ("people-200", "people", "", "zh", "light", 2),
    ("grading", "grading", "", "zh", "light", 1),
    ("publication", "publication", "", "zh", "light", 1),
    ("rounds", "ballots", "rounds", "zh", "light", 1),
    ("rereview", "objections", "2026-复-002", "zh", "light", 1),
)
OF_A_NOTICE = ("grading", "publication")
"""Pictures of a year whose notice hangs; in most others its last month is being typed."""
OF_A_RE_REVIEW = ("rounds", "rereview")
"""Pictures of a year whose rating round is closed, and in which an objection is examined."""


def take_all(folder: Path) -> None:
    """Make the sample office's desk once and take every picture of it."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        typed, hanging, examined = (Path(name) / f"{each}.desk" for each in ("演示", "公示", "复核"))
        _sample(typed)
        hang_the_notice(_sample(hanging), ACTOR, YEAR)
        _examine(_sample(examined), Path(name) / "papers of the round")
        screen = _screen(Path(name))
        for shot in SHOTS:
            scale = os.environ | {"QT_QPA_PLATFORM": screen, "QT_SCALE_FACTOR": str(shot[5])}
            desk = hanging if shot[0] in OF_A_NOTICE else examined if shot[0] in OF_A_RE_REVIEW else typed
            words = [sys.executable, __file__, "--one", str(desk), str(folder), *map(str, shot[:5])]
            subprocess.run(words, check=True, env=scale)
            print(f"{shot[0]}.png")


def _screen(folder: Path) -> str:
    """A screen in memory, larger than the window at any scale: on a smaller one it would be maximised."""
    file = folder / "screen.json"
    screen = {"name": "large", "x": 0, "y": 0, "width": 4000, "height": 2400}
    sizes = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    file.write_text(json.dumps({"screens": [screen | sizes]}), "utf-8")
    return f"offscreen:configfile={file}"


def _sample(path: Path) -> Desk:
    """The year up to its last month."""
    desk = new_desk(path, "演示县人民检察院", YEAR, ACTOR, demo=True)
    desk.imports.carry_out_folder(ACTOR, resource("samples", "office"), YEAR)
    run(desk, ACTOR, YEAR, path.parent / f"papers of {path.stem}")
    return desk


def _examine(desk: Desk, papers: Path) -> None:
    """On to a re-review whose changes are found."""
    hold_round(desk, ACTOR, YEAR, papers)
    close_the_year(desk, ACTOR, YEAR)
    examine_the_objection(desk, ACTOR, YEAR)


def take(desk: Path, folder: Path, *shot: str) -> None:
    """One picture."""
    name, page, key, language, look = shot
    from PySide6.QtCore import QSettings

    from committee_desk import app as program
    from committee_desk.ui.ballots.page import BallotsPage
    from committee_desk.ui.rounds.tab import Show
    from committee_desk.wording.language import use_language

    use_language(language)
    memory = QSettings(str(desk.with_name(f"{name}.ini")), QSettings.Format.IniFormat)
    memory.setValue("look", look)
    program.memory_of_this_pc = lambda: memory
    app = program.start_qt()
    window = program.make_window(memory)
    window.place.actor = ACTOR
    window.resize(WIDE, HIGH)
    window.open_file(desk)
    window.show()
    if window.frame is None:
        raise SystemExit(f"{desk} did not open")
    led_to = window.frame.lead_to(page, key or None)
    if isinstance(led_to, BallotsPage):
        led_to.rounds.turn_to(1)
        led_to.rounds.pick(Show.STATISTICS.value)
    until = time.monotonic() + 2.5
    while time.monotonic() < until or window.place.worker.busy:
        app.processEvents()
        time.sleep(0.01)
    _small(window.grab().toImage()).save(str(folder / f"{name}.png"))
    window.place.worker.wait()


def _small(picture: "QImage") -> "QImage":
    """The same in its 256 commonest colours: a quarter of the size, and no eye sees it."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    common = Counter(memoryview(plain.constBits()).cast("B").cast("I")).most_common(256)
    colours = [colour for colour, _count in common]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, colours, Qt.ImageConversionFlag.AvoidDither)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        desk_file, into, *shot = sys.argv[2:]
        take(Path(desk_file), Path(into), *shot)
    else:
        take_all(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
