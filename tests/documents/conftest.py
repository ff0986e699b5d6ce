"""Sheets drawn once for all tests, and what a reader gets out of them."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.documents.grade_sheet import GradeSheetForm
from committee_desk.services.desk import Desk
from committee_desk.services.sheet_views import GradeSheet
from tests.documents import grade_sheets, told_offices
from tests.services.deciding_hands import Decider
from tests.services.posted_notices import MovableClock, at
from tests.sound_desks import require_sound


@pytest.fixture(scope="session")
def form() -> GradeSheetForm:
    """Form 1, whose basis says what the sample explanations bring along."""
    return GradeSheetForm(basis=grade_sheets.said)


@pytest.fixture(scope="session")
def drawn(form: GradeSheetForm) -> Callable[[GradeSheet], bytes]:
    """Draws a sheet with the usual stamp."""
    return lambda sheet: form.draw(sheet, grade_sheets.stamp(sheet))


@pytest.fixture(scope="session")
def pages_of() -> Callable[[bytes], list[str]]:
    """The text of each page as pypdfium2 reads it."""

    def read(pdf: bytes) -> list[str]:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [page.get_textpage().get_text_bounded() for page in document]
        finally:
            document.close()

    return read


@pytest.fixture(scope="session")
def text_of(pages_of: Callable[[bytes], list[str]]) -> Callable[[bytes], str]:
    """The text of all pages, without blanks and line ends."""
    return lambda pdf: "".join("".join(pages_of(pdf)).split())


@pytest.fixture(scope="session")
def template_laid(template_sample_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with a motion laid; never opened by a test itself."""
    return _built(told_offices.laid_office, tmp_path_factory.mktemp("laid") / "复核.desk", template_sample_desk)


@pytest.fixture(scope="session")
def template_reviewed(template_sample_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with the motion decided; never opened by a test itself."""
    return _built(told_offices.decided_office, tmp_path_factory.mktemp("reviewed") / "复核.desk", template_sample_desk)


@pytest.fixture(scope="session")
def template_told(template_sample_desk: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with everybody's result decided; never opened by a test itself."""
    return _built(told_offices.told_office, tmp_path_factory.mktemp("told") / "决定.desk", template_sample_desk)


@pytest.fixture
def open_later(tmp_path: Path) -> Iterator[Callable[[Path], Desk]]:
    """Opens a copy of such an office on 28 January 2027; when the test is over, the desk must be sound."""
    path = tmp_path / "考评.desk"

    def opened(template: Path) -> Desk:
        shutil.copyfile(template, path)
        return open_desk(path, clock=MovableClock(at(28)))

    yield opened
    if path.is_file():
        require_sound(path)


def _built(build: Callable[[Path, Path], Decider], path: Path, template: Path) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(path.parent / "state"))  # whom this PC trusts is no test's own
        build(path, template).office.desk.close()
    return path


@pytest.fixture
def poppler_text(tmp_path: Path) -> Callable[[bytes], str]:
    """The text as poppler reads it: another reader's opinion."""
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext is not installed (poppler-utils)")

    def read(pdf: bytes) -> str:
        path = tmp_path / "read.pdf"
        path.write_bytes(pdf)
        return subprocess.run([program, "-layout", path, "-"], check=True, capture_output=True, text=True).stdout

    return read
