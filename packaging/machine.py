"""What the machine must offer: libraries and programs that no wheel carries, and how Debian names them."""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")


class Need(NamedTuple):
    """One thing that must be there: how to see it, and the Debian package that brings it."""

    thing: str
    package: str


# Qt's own message names libxcb-cursor0 whichever of these is missing, so each is looked for by itself.
WINDOW = (
    Need("libGL.so.1", "libgl1"),
    Need("libEGL.so.1", "libegl1"),
    Need("libglib-2.0.so.0", "libglib2.0-0"),
    Need("libfontconfig.so.1", "libfontconfig1"),
    Need("libfreetype.so.6", "libfreetype6"),
    Need("libxkbcommon.so.0", "libxkbcommon0"),
    Need("libdbus-1.so.3", "libdbus-1-3"),
    Need("libstdc++.so.6", "libstdc++6"),
    Need("libzstd.so.1", "libzstd1"),
    Need("libexpat.so.1", "libexpat1"),
    Need("libX11.so.6", "libx11-6"),
    Need("libX11-xcb.so.1", "libx11-xcb1"),
    Need("libxcb.so.1", "libxcb1"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Need("libxcb-cursor.so.0", "libxcb-cursor0"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4"),
    Need("libxcb-image.so.0", "libxcb-image0"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Need("libxcb-randr.so.0", "libxcb-randr0"),
    Need("libxcb-render-util.so.0", "libxcb-render-util0"),
    Need("libxcb-render.so.0", "libxcb-render0"),
    Need("libxcb-shape.so.0", "libxcb-shape0"),
    Need("libxcb-shm.so.0", "libxcb-shm0"),
    Need("libxcb-sync.so.1", "libxcb-sync1"),
    Need("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    Need("libxcb-xkb.so.1", "libxcb-xkb1"),
    Need("libwayland-client.so.0", "libwayland-client0"),
    Need("libwayland-cursor.so.0", "libwayland-cursor0"),
    Need("libwayland-egl.so.1", "libwayland-egl1"),
    Need("libcups.so.2", "libcups2"),
)
BASE = (Need("certificates", "ca-certificates"), Need("ensurepip", "python3-venv"))
PRINTING = (
    Need("cupsd", "cups"),
    Need("lpadmin", "cups-client"),
    Need("/usr/lib/cups/backend/cups-pdf", "printer-driver-cups-pdf"),
    Need("gs", "ghostscript"),
)
READING_ALOUD = (
    Need("xvfb-run", "xvfb"),
    Need("xauth", "xauth"),
    Need("dbus-run-session", "dbus-daemon"),
    Need("/usr/libexec/at-spi-bus-launcher", "at-spi2-core"),
    Need("/usr/lib/python3/dist-packages/pyatspi", "python3-pyatspi"),
)
# the tests print for real, read the PDFs with another program, import what a real spreadsheet program saved, and press
# the window's buttons as a screen reader does
TESTING = (
    *PRINTING,
    *READING_ALOUD,
    Need("pdftotext", "poppler-utils"),
    Need("soffice", "libreoffice-calc-nogui"),
)
BUNDLING = (
    Need("objdump", "binutils"),
    Need("dpkg-deb", "dpkg"),
    Need(f"libpython3.{sys.version_info.minor}.so.1.0", f"libpython3.{sys.version_info.minor}"),
)


def is_there(thing: str) -> bool:
    """Whether a library loads, a program is found, a file exists."""
    if thing == "ensurepip":
        return importlib.util.find_spec("ensurepip") is not None
    if thing == "certificates":
        return CERTIFICATES.exists() or "SSL_CERT_FILE" in os.environ
    if thing.startswith("/"):
        return Path(thing).exists()
    if ".so" in thing:
        return _loads(thing)
    return _on_path(thing)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _on_path(program: str) -> bool:
    # daemons and printing tools live in sbin, which an ordinary user's PATH leaves out
    return shutil.which(program, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin") is not None


def missing(needs: Iterable[Need], there: Callable[[str], bool] = is_there) -> tuple[Need, ...]:
    """The needs that this machine does not meet, in the order asked."""
    return tuple(need for need in needs if not there(need.thing))


def may_install() -> bool:
    """Whether packages can be installed here: root on Debian or a child of it."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def provide(needs: Iterable[Need]) -> None:
    """Install what is missing where that is allowed, else name it and go on."""
    if sys.platform != "linux":  # not run: the Windows and macOS wheels carry all that they need
        return
    absent = missing(needs)
    if not absent:
        return
    packages = [need.package for need in absent]
    if not may_install():
        print("Missing here: " + ", ".join(need.thing for need in absent))
        print("On Debian, as root: apt-get install --no-install-recommends " + " ".join(packages), flush=True)
        return
    print("Installing system packages: " + " ".join(packages), flush=True)
    apt("update")
    apt("install", "--yes", "--no-install-recommends", *packages)


def apt(*words: str) -> None:
    """Run apt-get without questions; its talk is shown only when it fails."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    command = ["apt-get", "--quiet", *words]
    done = subprocess.run(
        command, check=False, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    if done.returncode:
        print(done.stdout + done.stderr)
        raise SystemExit(f"apt-get {words[0]} failed; its messages stand above.")
