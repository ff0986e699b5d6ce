"""Sheets through a real print queue: what comes out of cups-pdf is the page that was drawn."""

import os
import pwd
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from committee_desk.documents.grade_sheet import GradeSheetForm
from committee_desk.documents.raster import rasterise
from committee_desk.services.page_pictures import PagePicture
from tests.documents import grade_sheets as samples

DOTS = 150
BLOCK = 8
SAME = 0.25
MODEL = "lsb/usr/cups-pdf/CUPS-PDF_opt.ppd"
PATIENCE = 60
ONE_PAGE = samples.sheet(demo=True)
TWO_PAGES = samples.with_basis("；".join(["业务培训结业 +2.00（政〔2026〕200号）"] * 3))

Queue = Callable[[list[str], str], bytes]

_SERVER = """\
Listen {folder}/socket
DefaultAuthType None
WebInterface No
Browsing Off
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
_FILES = """\
ServerRoot {folder}/root
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
AccessLog {folder}/access
ErrorLog {folder}/error
PageLog {folder}/page
ServerBin /usr/lib/cups
DataDir /usr/share/cups
SystemGroup root
"""

PRINT_BY_QT = """
import sys
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from committee_desk.documents.raster import rasterise
from committee_desk.ui.common.paper.printer import DOTS_AN_INCH, prepare, print_pages
application = QGuiApplication(sys.argv[:1])
printer = QPrinter()
printer.setPrinterName("PDF")
printer.setDocName(sys.argv[2])
prepare(printer)
assert printer.isValid()
print_pages(printer, rasterise(Path(sys.argv[1]).read_bytes(), DOTS_AN_INCH))
"""


def until(met: Callable[[], bool], what: str) -> None:
    """Wait for something outside this process."""
    deadline = time.monotonic() + PATIENCE
    while not met():
        assert time.monotonic() < deadline, what
        time.sleep(0.05)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A print server of our own with one queue PDF; the PC's own server is left alone."""
    cupsd = shutil.which("cupsd", path=os.environ["PATH"] + ":/usr/sbin")
    if cupsd is None or shutil.which("lpadmin") is None or not Path("/usr/lib/cups/backend/cups-pdf").exists():
        pytest.skip("cups and printer-driver-cups-pdf are not installed (dev.py test installs them)")
    if os.geteuid() != 0:
        pytest.skip("only root may start a print server")
    folder = Path("/run") / f"desk-{uuid4().hex[:8]}"  # a socket's path must be short
    folder.mkdir()
    for name in ("root", "spool", "cache", "state"):
        (folder / name).mkdir()
    (folder / "cupsd.conf").write_text(_SERVER.format(folder=folder))
    (folder / "cups-files.conf").write_text(_FILES.format(folder=folder))
    daemon = subprocess.Popen([cupsd, "-f", "-c", folder / "cupsd.conf", "-s", folder / "cups-files.conf"])
    address = str(folder / "socket")
    try:
        until((folder / "socket").exists, "the print server did not start")
        subprocess.run(
            ["lpadmin", "-p", "PDF", "-E", "-v", "cups-pdf:/", "-m", MODEL],
            check=True,
            capture_output=True,
            env=os.environ | {"CUPS_SERVER": address},
        )
        yield address
    finally:
        daemon.terminate()
        daemon.wait()
        shutil.rmtree(folder)


@pytest.fixture
def printed(server: str) -> Iterator[Queue]:
    """Runs a command that prints under a title; answers the PDF that came out of the queue."""
    tray = Path(pwd.getpwuid(os.geteuid()).pw_dir) / "PDF"
    titles: list[str] = []

    def run(command: list[str], title: str) -> bytes:
        titles.append(title)
        where = os.environ | {"CUPS_SERVER": server, "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run(command, check=True, env=where, timeout=PATIENCE, capture_output=True)

        def idle() -> bool:
            waiting = subprocess.run(["lpstat", "-o", "PDF"], check=True, env=where, capture_output=True).stdout
            return not waiting.strip() and bool(list(tray.glob(f"{title}*.pdf")))

        until(idle, "nothing came out of the queue")
        (out,) = tray.glob(f"{title}*.pdf")
        return out.read_bytes()

    yield run
    for title in titles:
        for out in tray.glob(f"{title}*"):
            out.unlink()


@pytest.fixture(params=[ONE_PAGE, TWO_PAGES], ids=["one page", "two pages"])
def sheet_file(request: pytest.FixtureRequest, form: GradeSheetForm, tmp_path: Path) -> Path:
    """A sheet as a file."""
    path = tmp_path / "sheet.pdf"
    path.write_bytes(form.draw(request.param, samples.stamp(request.param)))
    return path


def ink(page: PagePicture) -> list[list[float]]:
    """How dark each little square of a page is, 0 to 1."""
    across, down = page.width // BLOCK, page.height // BLOCK
    rows = [page.pixels[y * page.width * 4 : (y + 1) * page.width * 4 : 4] for y in range(down * BLOCK)]
    return [
        [
            1 - sum(sum(rows[y * BLOCK + dy][x * BLOCK : (x + 1) * BLOCK]) for dy in range(BLOCK)) / (255 * BLOCK**2)
            for x in range(across)
        ]
        for y in range(down)
    ]


def difference(one: PagePicture, other: PagePicture) -> float:
    """How much of the ink lies elsewhere, 0 to 2; a page that is a little darker as a whole is the same page."""
    first, second = ink(one), ink(other)
    of_first, of_second = (sum(map(sum, page)) or 1.0 for page in (first, second))
    pairs = (pair for rows in zip(first, second, strict=False) for pair in zip(*rows, strict=False))
    return sum(abs(a / of_first - b / of_second) for a, b in pairs)


def assert_same_pages(drawn: bytes, out: bytes) -> None:
    before, after = rasterise(drawn, DOTS), rasterise(out, DOTS)
    assert len(after) == len(before)
    for one, other in zip(before, after, strict=True):
        assert abs(one.width - other.width) <= 2
        assert abs(one.height - other.height) <= 2
        assert difference(one, other) < SAME


def test_the_comparison_tells_a_shifted_or_other_page_apart(form: GradeSheetForm) -> None:
    one = rasterise(form.draw(ONE_PAGE, samples.stamp(ONE_PAGE)), DOTS)[0]
    other = rasterise(form.draw(TWO_PAGES, samples.stamp(TWO_PAGES)), DOTS)[0]
    three_millimetres = PagePicture(one.width, one.height - 18, one.pixels[one.width * 4 * 18 :])
    assert difference(one, one) == 0
    assert difference(one, other) > 0.5
    assert difference(one, three_millimetres) > 0.5


def test_one_of_the_sheets_has_two_pages(form: GradeSheetForm) -> None:
    assert len(rasterise(form.draw(ONE_PAGE, samples.stamp(ONE_PAGE)), DOTS)) == 1
    assert len(rasterise(form.draw(TWO_PAGES, samples.stamp(TWO_PAGES)), DOTS)) == 2


def test_a_sheet_sent_as_a_file_comes_out_as_drawn(sheet_file: Path, printed: Queue) -> None:
    title = f"desk{uuid4().hex[:8]}"
    out = printed(["lp", "-d", "PDF", "-t", title, str(sheet_file)], title)
    assert_same_pages(sheet_file.read_bytes(), out)


def test_a_sheet_printed_from_the_window_comes_out_as_drawn(sheet_file: Path, printed: Queue) -> None:
    title = f"desk{uuid4().hex[:8]}"
    out = printed([sys.executable, "-c", PRINT_BY_QT, str(sheet_file), title], title)
    assert_same_pages(sheet_file.read_bytes(), out)
