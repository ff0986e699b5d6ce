"""The window: the sample office's ranking painted after process start, and a ranking of 10 000 people.

Once as an installed program starts, its byte code lying ready, and once as in a container that forbids Python to keep
any (PYTHONDONTWRITEBYTECODE), where most of either start is compiling sources.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from baselines import CHANGE_MS, OPEN_MS, WINDOW_LIMIT
from measure import Result, against, best, taken, told, within
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from committee_desk.bootstrap import new_desk
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import LIGHT_LOOK, ROW_COMPACT, apply_look, use_fonts
from committee_desk.ui.ranking.columns import Cut, ranking_spec
from committee_desk.ui.ranking.rows import RankingRow, people_rows

HERE = Path(__file__).parent
PEOPLE = 10_000


def sample_desk(folder: Path) -> tuple[Desk, Path]:
    """The sample office on a desk of its own."""
    path = folder / "sample.desk"
    desk = new_desk(path, "样例院", 2026, Actor("bench"), demo=True)
    desk.imports.carry_out_folder(Actor("bench"), resource("samples", "office"), 2026)
    return desk, path


def started(*command: str, byte_code: Path, may_keep: bool) -> None:
    """Start a process and wait until it says that it has painted. `byte_code` is where Python looks for it."""
    kept = {"PYTHONPYCACHEPREFIX": str(byte_code)} | ({} if may_keep else {"PYTHONDONTWRITEBYTECODE": "1"})
    kept["XDG_STATE_HOME"] = str(byte_code.with_name("state"))  # not what this PC remembers of other desks
    others = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True, env=others | kept) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "painted"
        process.kill()


def start(path: Path, name: str, byte_code: Path, *, may_keep: bool) -> Result:
    """The bare window against the sample office's ranking."""
    return against(
        name,
        lambda: started(str(HERE / "baselines.py"), "window", byte_code=byte_code, may_keep=may_keep),
        lambda: started(str(HERE / "window_start.py"), str(path), byte_code=byte_code, may_keep=may_keep),
        WINDOW_LIMIT,
        rounds=9,
    )


def many_rows(desk: Desk, folder: Path) -> list[Result]:
    """A ranking of 10 000 people: opened, sorted, filtered, each until it is painted."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    use_fonts(app)
    apply_look(app, LIGHT_LOOK)
    few, scheme = desk.scores.year(2026), desk.scores.scheme(2026)
    people = tuple(
        few.people[n % len(few.people)]._replace(code=f"P{n:05}", total=4000 + n * 7919 % 6000, rank=n + 1)
        for n in range(PEOPLE)
    )
    many = few._replace(people=people)
    made = people_rows(many, scheme)
    cut = Cut()
    cut.set(many.quota, made)
    memory = QSettings(str(folder / "many.ini"), QSettings.Format.IniFormat)
    tables: list[ListTable[RankingRow]] = []

    def painted() -> None:
        app.processEvents()  # lays out and paints what changed

    def opened() -> None:
        table: ListTable[RankingRow] = ListTable(
            ranking_spec(scheme, cut, lambda _name: ""), "排名", memory, height=ROW_COMPACT
        )
        tables.append(table)
        table.resize(1160, 520)
        table.set_rows(made.in_order)
        table.show()
        painted()

    def ordered() -> None:
        _, ascending = tables[-1].rows.ordered_by
        tables[-1].order("total", ascending=not ascending)
        painted()

    def filtered() -> None:
        tables[-1].filter_text("" if tables[-1].rows.shown and len(tables[-1].rows.shown) < PEOPLE else "P00")
        painted()

    def figure(name: str, work: Callable[[], None], limit: float) -> Result:
        work()
        return within(f"ranking of 10 000: {name}", best([taken(work) for _ in range(5)]).clock * 1000, "ms", limit)

    return [
        figure("open", opened, OPEN_MS),
        figure("sort", ordered, CHANGE_MS),
        figure("filter", filtered, CHANGE_MS),
    ]


def main() -> int:
    """Measure; the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        desk, path = sample_desk(Path(name))
        return told(
            start(path, "ranking painted after process start", Path(name, "byte code"), may_keep=True),
            start(path, "  the same where Python may not keep its byte code", Path(name, "none"), may_keep=False),
            *many_rows(desk, Path(name)),
        )


if __name__ == "__main__":
    sys.exit(main())
