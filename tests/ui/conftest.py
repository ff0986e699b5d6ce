"""A window without a screen, on a desk of its own, that remembers nothing of other tests."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.common.messages import Message
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.common.theme import LIGHT_LOOK, LOOK_KEY, apply_look, use_fonts
from committee_desk.ui.doors import Doors
from committee_desk.ui.entry.page import EntryPage
from committee_desk.ui.entry.tools import BY_PERSON
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.scheme.page import SchemePage
from committee_desk.ui.system.page import SystemPage
from committee_desk.wording.language import CHINESE, tr, use_language
from tests.services.deciding_hands import Decider
from tests.sound_desks import require_sound
from tests.ui.answering import Act, Answers
from tests.ui.closing_hands import Clerk
from tests.ui.entry_hands import Hands
from tests.ui.rereview_hands import NUMBER, Sits, copied, objected
from tests.ui.sheet_typist import Typist


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> Iterator[QApplication]:
    """The application in the window's fonts and look."""
    use_fonts(qapp)
    apply_look(qapp, LIGHT_LOOK)
    yield qapp
    qapp.clipboard().clear()  # without a screen Qt lets go of what was copied only once Python is gone, and falls over


LOOKS = 3
"""So many looks in a row, each with a turn of the window between, must find the worker idle."""


class PatientBot(QtBot):
    """Waits longer than any loaded machine takes; what never comes fails its test all the same."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 30_000) -> None:
        """Until the callback is true, while the window lives on."""
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Hands at the window."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _no_dialog_waits_for_ever(qapp: QApplication) -> Iterator[None]:
    """A dialog that nobody answers fails its test instead of holding up all others; a long test may open many."""
    left: list[str] = []
    before: list[QWidget | None] = [None]

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog is before[0]:
            left.append(dialog.windowTitle())
            dialog.close()
        before[0] = dialog

    patience = QTimer()
    patience.timeout.connect(close)
    patience.start(60_000)
    yield
    patience.stop()
    Answers.end_all()
    assert not left, f"nobody answered {left}"


class _Leaver(QObject):
    """Somebody who answers 放弃 whenever the window asks whether to leave a form that was typed into."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Presses the button that gives up, as soon as the question stands there."""
        asks = event.type() == QEvent.Type.Show and isinstance(watched, Message)
        if asks and watched.windowTitle() == tr("放弃填写的内容？"):
            gives_up = next(each for each in watched.findChildren(QPushButton) if each.text() == tr("放弃"))
            QTimer.singleShot(0, gives_up, gives_up.click)
        return False


@pytest.fixture(autouse=True)
def _leaves_forms(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """Tests leave forms half filled in; those that are about leaving ask for `stays` and answer by themselves."""
    leaver = _Leaver()
    if "stays" not in request.fixturenames:
        qapp.installEventFilter(leaver)
    yield
    qapp.removeEventFilter(leaver)


@pytest.fixture
def stays() -> None:
    """The test answers by itself whether it leaves a form."""


@pytest.fixture
def memory(tmp_path: Path) -> QSettings:
    """What the window remembers, empty."""
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    kept.setValue(LOOK_KEY, LIGHT_LOOK)
    return kept


@pytest.fixture
def place(memory: QSettings, qapp: QApplication, actor: Actor) -> Iterator[Workplace]:
    """What pages share."""
    made = Workplace(actor, memory)
    yield made
    made.worker.wait()


def no_door(*_arguments: object, **_named: object) -> Desk:
    """A door that no test goes through unless it says so."""
    raise AssertionError


@pytest.fixture
def settled(qtbot: QtBot) -> Callable[[MainWindow], None]:
    """Waits until the worker has nothing left to read, nor what was read makes the window ask for more."""

    def wait(window: MainWindow) -> None:
        idle = count(1)

        def still_idle() -> bool:
            nonlocal idle
            if window.place.worker.busy:
                idle = count(1)
            return next(idle) > LOOKS

        qtbot.waitUntil(still_idle)

    return wait


def forget_refused(window: QWidget) -> None:
    """Nobody is there to be asked when a test's window closes."""
    for page in window.findChildren(EntryPage):
        page.settle()
        for side in (page.by_event, page.by_person):
            for under in side.sheet.kept():
                side.sheet.give_up(under)
    desk = window.frame.desk if isinstance(window, MainWindow) and window.frame is not None else None
    if desk is not None and "booth" in vars(desk):
        for held in tuple(desk.booth._waiting):
            desk.booth.forget(*held)


@pytest.fixture
def window(qtbot: QtBot, place: Workplace) -> Iterator[MainWindow]:
    """The window without a desk."""
    made = MainWindow(place, Doors(no_door, no_door, no_door, dict))
    made.setWindowState(Qt.WindowState.WindowNoState)  # the screen that is none is smaller than an office PC's
    made.resize(1366, 768)
    qtbot.addWidget(made, before_close_func=forget_refused)
    yield made
    place.worker.wait()


@pytest.fixture
def sample_window(window: MainWindow, sample_desk: Desk, settled: Callable[[MainWindow], None]) -> MainWindow:
    """The window on the sample office."""
    window.show_desk(sample_desk, "desk")
    window.show()
    settled(window)
    return window


@pytest.fixture
def speak() -> Iterator[Callable[[str], None]]:
    """Changes the language for one test."""
    yield use_language
    use_language(CHINESE)


@pytest.fixture
def system(sample_window: MainWindow, settled: Callable[[MainWindow], None]) -> Callable[[str], SystemPage]:
    """Leads to a tab of 系统 by its name, the way Ctrl+K does."""

    def lead(tab: str) -> SystemPage:
        assert sample_window.frame is not None
        page = sample_window.frame.lead_to("system", tab)
        settled(sample_window)
        assert isinstance(page, SystemPage)
        return page

    return lead


@pytest.fixture
def answers() -> Iterator[Callable[..., Answers]]:
    """Answers the dialogs that are about to open; all of them must have opened when the test is over."""
    asked: list[Answers] = []

    def ask(*acts: Act) -> Answers:
        asked.append(Answers(acts, ProgressDialog))
        return asked[-1]

    yield ask
    assert [each.end() for each in asked] == [0] * len(asked)


@pytest.fixture
def typist(qtbot: QtBot, memory: QSettings) -> Typist:
    """Somebody who will sit at a sheet."""
    return Typist(qtbot, memory)


@pytest.fixture
def entry(sample_window: MainWindow, settled: Callable[[MainWindow], None], qtbot: QtBot) -> EntryPage:
    """评分录入 on the sample office, with the keyboard in its first row."""
    assert sample_window.frame is not None
    sample_window.activateWindow()
    qtbot.waitUntil(sample_window.isActiveWindow)
    page = sample_window.frame.lead_to("entry")
    settled(sample_window)
    assert isinstance(page, EntryPage)
    page.focus_first()
    return page


@pytest.fixture
def hands(entry: EntryPage, qtbot: QtBot, sample_window: MainWindow, settled: Callable[[MainWindow], None]) -> Hands:
    del entry
    return Hands(qtbot, sample_window, settled)


@pytest.fixture
def by_person(entry: EntryPage, qtbot: QtBot) -> EntryPage:
    qtbot.keyClick(entry.tools.tabs.buttons[BY_PERSON], Qt.Key.Key_Space)
    assert entry.side is entry.by_person
    return entry


@pytest.fixture
def scheme(sample_window: MainWindow, settled: Callable[[MainWindow], None]) -> SchemePage:
    """方案 of the sample office."""
    assert sample_window.frame is not None
    page = sample_window.frame.lead_to("scheme")
    settled(sample_window)
    assert isinstance(page, SchemePage)
    return page


@pytest.fixture
def drafting(scheme: SchemePage, sample_window: MainWindow, settled: Callable[[MainWindow], None]) -> SchemePage:
    """The same with a draft begun."""
    scheme.begin_button.click()
    settled(sample_window)
    return scheme


@pytest.fixture(scope="session")
def template_objected(tmp_path_factory: pytest.TempPathFactory, template_sample_desk: Path) -> Path:
    """An office with an accepted objection; never opened by a test itself."""
    return objected(tmp_path_factory.mktemp("objected") / "异议.desk", template_sample_desk)


@pytest.fixture
def decider(tmp_path: Path, template_objected: Path) -> Iterator[Decider]:
    """A copy of it; when the test is over, it must be sound."""
    path = tmp_path / "考评.desk"
    yield copied(template_objected, path)
    require_sound(path)


@pytest.fixture
def sits(qtbot: QtBot, window: MainWindow, settled: Callable[[MainWindow], None]) -> Sits:
    """Somebody sits down at the office's window, before the re-review of that number."""

    def sat_down(decider: Decider, label: str = NUMBER) -> Clerk:
        window.show_desk(decider.office.desk, "desk")
        window.show()
        made = Clerk(qtbot, window, settled)
        made.settle()
        assert window.frame is not None
        window.frame.lead_to("objections", label)
        for _ in range(3):
            made.settle()
        return made

    return sat_down
