"""Typing on a large desk: one mark until its person's total and the ranking of 10 000 people are painted again, and a
month of 1 000 people pasted as one block.

The first runs the whole way that the window goes: the verb with its commit, the year gone on from, the rows of the
ranking page and their painting. The second is the verb alone, seven marks a person under one entry.
"""

import itertools
import os
import sys
import tempfile
from pathlib import Path

from baselines import BLOCK_MS, MARK_MS
from big_office import PEOPLE, fill
from measure import Result, best, taken, told, within
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from committee_desk.bootstrap import new_desk
from committee_desk.domain.people import Category
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.entry_views import Line, MarkTyped
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.common.theme import LIGHT_LOOK, apply_look, use_fonts
from committee_desk.ui.ranking.page import RankingPage
from committee_desk.ui.ranking.shown import read_shown

ACTOR = Actor("测量")
YEAR, MONTH, PASTED, ROUNDS = 2026, 9, 1000, 7


def lines(desk: Desk) -> list[str]:
    """Every ledger of the prosecutors' scheme with its batch line, so that a mark counts at once."""
    ledgers = [each.id for each in desk.scores.scheme(YEAR).ledger_indicators]
    for ledger in ledgers:
        desk.entry.put_line(ACTOR, YEAR, MONTH, Line(ledger, 1, "月度考核", f"政〔{YEAR}〕9号", "政治部主任"))
    return ledgers


def one_mark(desk: Desk, folder: Path) -> Result:
    """From the keystroke that leaves the cell to the painted ranking."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    use_fonts(app)
    apply_look(app, LIGHT_LOOK)
    place = Workplace(ACTOR, QSettings(str(folder / "entry.ini"), QSettings.Format.IniFormat))
    page = RankingPage(place)
    page.resize(1366, 720)
    page.show()
    page.set_desk(desk, YEAR)
    while place.worker.busy:
        app.processEvents()
    people = itertools.cycle(f"J{n:05d}" for n in range(1, PEOPLE, 137))
    totals: list[int] = []

    def typed() -> None:
        code = next(people)
        desk.entry.mark(ACTOR, YEAR, MONTH, MarkTyped(code, "skill", "0.5"))
        shown = read_shown(desk, YEAR, Category.PROSECUTOR, page._shown)
        page._take(shown)
        totals.append(shown.scores.of(code).total)
        app.processEvents()

    typed()
    rounds = [taken(typed) for _ in range(ROUNDS)]
    place.worker.wait()
    return within("one mark typed: total and ranking of 10 000 painted", best(rounds).clock * 1000, "ms", MARK_MS)


def one_block(desk: Desk, ledgers: list[str]) -> Result:
    """A month of 1 000 people, seven ledgers each; every round in a month of its own."""
    months = itertools.count(1)

    def pasted() -> None:
        month = next(months)
        marks = [MarkTyped(f"J{n:05d}", ledger, "-0.5", line=1) for n in range(1, PASTED + 1) for ledger in ledgers]
        desk.entry.block(ACTOR, YEAR, month, marks)

    rounds = [taken(pasted) for _ in range(3)]
    return within("a month of 1 000 people pasted as one block", best(rounds).clock * 1000, "ms", BLOCK_MS)


def main() -> int:
    """Measure; the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        os.environ["XDG_STATE_HOME"] = name  # what this PC remembers of its own desks stays as it is
        path = Path(name, "大院.desk")
        desk = new_desk(path, "测量", YEAR, ACTOR)
        fill(path)
        ledgers = lines(desk)
        return told(one_mark(desk, Path(name)), one_block(desk, ledgers))


if __name__ == "__main__":
    sys.exit(main())
