"""One start of the window on that desk's ranking. Prints `painted` once its rows are."""

# ruff: noqa: PLC0415 - each start imports what it needs and nothing else
import gc
import sys
from pathlib import Path


def desk(path: Path) -> None:
    """The sample office's ranking, painted with its rows."""
    gc.disable()  # as `__main__` does
    from PySide6.QtCore import QSettings, QTimer

    from committee_desk import app as program
    from committee_desk.ui.common.tables import ListTable

    memory = QSettings(str(path.with_suffix(".ini")), QSettings.Format.IniFormat)
    memory.setValue("page", "ranking")
    memory.setValue("look", "light")
    program.memory_of_this_pc = lambda: memory
    app = program.start_qt()
    window = program.make_window(memory)
    window.open_file(path)
    window.show()

    def look() -> None:
        page = window.frame.pages.current
        tables = page.findChildren(ListTable)
        if any(table.isVisible() and len(table.shown) >= 17 for table in tables):  # hidden, it would not be painted
            window.repaint()
            print("painted", flush=True)
            app.quit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(1)
    app.exec()
    window.place.worker.wait()


if __name__ == "__main__":
    desk(Path(sys.argv[1]))
