"""Sheets drawn once for all tests, and what a reader gets out of them."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from committee_desk.documents.grade_sheet import GradeSheetForm
from committee_desk.services.sheet_views import GradeSheet
from tests.documents import grade_sheets


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
