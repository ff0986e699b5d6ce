"""Whether a window can be shown here: Qt ends the whole program where it cannot."""

import os
import socket
import sys
from pathlib import Path

INVISIBLE = frozenset({"offscreen", "minimal", "vnc"})


def has_screen() -> bool:
    """Whether somebody could see a window: Windows and macOS always, elsewhere a display server that answers."""
    if sys.platform in {"win32", "darwin"}:
        return True
    if _platform_asked_for() in INVISIBLE:
        return False
    return _wayland_answers() or _x_answers()


def can_draw_windows() -> bool:
    """Whether Qt can start at all, on a screen or on a platform that was asked for by name."""
    return _platform_asked_for() in INVISIBLE or has_screen()


def started_from_the_desktop() -> bool:
    """Whether a double click started the program, so that nobody reads what it writes to the console."""
    return (
        sys.__stderr__ is None
        or os.environ.get("GIO_LAUNCHED_DESKTOP_FILE_PID") == str(os.getpid())
        or not {"DESKTOP_STARTUP_ID", "XDG_ACTIVATION_TOKEN"}.isdisjoint(os.environ)
    )


def _platform_asked_for() -> str:
    return os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    return name is not None and name != "" and _listens(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name))


def _x_answers() -> bool:
    """A display of another machine (host:0) is believed; the PC's own is knocked at."""
    host, colon, number = os.environ.get("DISPLAY", "").rpartition(":")
    if not colon:
        return False
    if host not in {"", "unix"}:
        return True
    path = f"/tmp/.X11-unix/X{number.partition('.')[0]}"  # noqa: S108 - where every X server listens
    return _listens(f"\0{path}") or _listens(path)


def _listens(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as knock:
        try:
            knock.connect(path)
        except OSError:
            return False
        return True
