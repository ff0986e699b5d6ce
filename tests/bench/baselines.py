"""The bare things that the desk is measured against, and how many times as long it may take. All in this one file.

Each does with bare libraries what a short script would do, from files that lie ready. Each takes its libraries in where
it needs them, so that the bare window's start pays for nothing but Qt and SQLAlchemy.

- Importing 100 000 cases: calamine reads the sheet, one executemany writes its rows into a table without keys.
- Scoring 10 000 people: one indexed GROUP BY for each kind of fact (cases with their reviews, events, marks, ballots).
- 200 grade sheets: ReportLab draws the very same strings, lines and squares, every place worked out beforehand.
- The window: a QMainWindow is painted and SQLAlchemy imported.
"""

# ruff: noqa: PLC0415 - see above
import sys
from collections.abc import Sequence
from pathlib import Path

IMPORT_LIMIT, SCORING_LIMIT, EFFECTS_LIMIT, SHEETS_LIMIT, WINDOW_LIMIT = 2.5, 3.0, 3.0, 1.5, 1.6
"""Times the bare thing."""
SEALING_LIMIT = 30
"""Milliseconds that the seal of one sheet may take beyond drawing it."""
PROTECTED_LIMIT = 1.3
"""Times the same verb on the desk without a passphrase; deriving the key from the passphrase is left out."""
SCORING_MEGABYTES, OPEN_MS, CHANGE_MS = 300, 150, 50
"""Plain limits: memory of scoring, opening a ranking of 10 000 people, sorting or filtering it."""
MARK_MS, BLOCK_MS = 100, 2000
"""Plain limits: one mark typed until the ranking of 10 000 is painted, a month of 1 000 people pasted."""
CHANGED_MS = 300
"""Plain limit: what a change on re-review does to 1 000 people, from the request to the effects on everybody."""
ROUND_MS, ROUND_MEGABYTES = 2000, 400
"""Plain limits: a round of 1 000 raters and 300 rated people counted with its statistics."""
KEY_MS = 16
"""Plain limit: a key pressed in a sheet until it is painted."""

Call = tuple[object, ...]


def bare_import(workbook: Path, target: Path, columns: int) -> None:
    """Read the first sheet and write its rows."""
    from python_calamine import CalamineWorkbook
    from sqlcipher3 import dbapi2

    target.unlink(missing_ok=True)
    rows = CalamineWorkbook.from_path(str(workbook)).get_sheet_by_index(0).to_python()
    lying = [[cell if isinstance(cell, str | float) else cell.isoformat() for cell in row] for row in rows[1:]]
    connection = dbapi2.connect(str(target))
    connection.execute(f"CREATE TABLE cases ({', '.join(f'c{at}' for at in range(columns))})")
    connection.executemany(f"INSERT INTO cases VALUES ({', '.join('?' * columns)})", lying)
    connection.commit()
    connection.close()


SUMS = (
    """
    SELECT c.person, c.department, sum(c.share * c.weight), sum(CASE WHEN c.due IS NOT NULL THEN c.share END),
        sum(CASE WHEN c.closed <= c.due THEN c.share END), sum(CASE WHEN r.mark IS NOT NULL THEN c.share END),
        sum(c.share * r.mark), sum(r.points), sum(r.points = 5000)
    FROM cases c LEFT JOIN reviews r ON r.number = c.number WHERE c.year = 2026 GROUP BY c.person, c.department
    """,
    "SELECT person, indicator, sum(points) FROM events WHERE year = 2026 GROUP BY person, indicator",
    "SELECT person, sum(mark), count(*) FROM leader_marks WHERE year = 2026 GROUP BY person",
    """
    SELECT person, class, sum(mark), count(*), min(mark), max(mark) FROM ballots WHERE year = 2026
    GROUP BY person, class
    """,
)
FLAT = (
    """
    CREATE TABLE cases AS SELECT case_id AS number, person_id AS person, department_id AS department, year,
        share / 1000 AS share, 10000 AS weight, closed, due FROM desk.case_shares
    """,
    "CREATE INDEX by_person ON cases (year, person, department, share, weight, closed, due, number)",
    "CREATE TABLE reviews (number INTEGER PRIMARY KEY, mark INTEGER, points INTEGER)",
    """
    INSERT INTO reviews SELECT case_id, (substance + procedure) / 100000,
        CASE grade WHEN '优质' THEN 5000 WHEN '基本合格' THEN -10000 ELSE 0 END FROM desk.reviews ORDER BY case_id
    """,
    "CREATE TABLE events AS SELECT year, person_id AS person, indicator, points FROM desk.events",
    "CREATE INDEX event_sums ON events (year, person, indicator, points)",
    "CREATE TABLE leader_marks AS SELECT year, person_id AS person, mark FROM desk.leader_marks",
    "CREATE INDEX mark_sums ON leader_marks (year, person, mark)",
    "CREATE TABLE ballots AS SELECT year, person_id AS person, ballot_class AS class, mark FROM desk.ballots",
    "CREATE INDEX ballot_sums ON ballots (year, person, class, mark)",
)


def flatten(desk: Path, target: Path) -> None:
    """The desk's facts in plain tables, every weight worked out, with the indexes that the sums want."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(target))
    connection.execute("ATTACH ? AS desk", (str(desk),))
    for statement in FLAT:
        connection.execute(statement)
    connection.commit()
    connection.close()


def bare_scoring(flat: Path) -> list[list[tuple[object, ...]]]:
    """Open the file and add up."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(flat))
    connection.execute("PRAGMA cache_size = -65536")
    sums = [connection.execute(statement).fetchall() for statement in SUMS]
    connection.close()
    return sums


def bare_sheet(calls: Sequence[Call], path: Path) -> None:
    """The same page by plain calls; fonts are registered under `bare-` and their file's name."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), pagesize=(595.28, 841.89), initialFontName="bare-NotoSerifSC-Regular.ttf")
    for kind, *given in calls:
        if kind == "text":
            font, size, x, y, run = given
            canvas.setFont(f"bare-{font}", size)
            canvas.drawString(x, y, run)
        elif kind == "squares":
            squares = canvas.beginPath()
            for square in given[0]:  # type: ignore[attr-defined]
                squares.rect(*square)
            canvas.drawPath(squares, stroke=0, fill=1)
        elif kind == "page":
            canvas.showPage()
        else:
            canvas.setLineWidth(given[0])
            (canvas.line if kind == "line" else canvas.rect)(*given[1:])
    canvas.save()


def bare_window() -> None:
    """A main window and SQLAlchemy, nothing else; says `painted` when it is."""
    import sqlalchemy  # noqa: F401 - what the bare thing is
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.resize(1366, 768)
    window.show()
    QTimer.singleShot(0, lambda: (window.repaint(), print("painted", flush=True), app.quit()))
    app.exec()


if __name__ == "__main__":
    assert sys.argv[1:] == ["window"]
    bare_window()
