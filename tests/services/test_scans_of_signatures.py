"""The scan of a signed sheet comes after the signature and stays as it is once the year is archived."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from committee_desk.domain.errors import DeskError
from committee_desk.services.attachment_views import ScanArchived, ScanUnsigned
from committee_desk.services.result_views import of_signature
from committee_desk.wording.saying import sentence
from tests.services.closing_years import CLERK, SECOND, YEAR, ClosingOffice, closing_office
from tests.services.decided_years import close_the_window, decide, serve, sign, view
from tests.sound_desks import require_sound

SIGNED = "J004"
SUBJECT = of_signature(YEAR, SIGNED, 1)


@pytest.fixture
def served(tmp_path: Path, template_sample_desk: Path) -> Iterator[ClosingOffice]:
    """Everybody is decided on and has the notice; nobody has signed."""
    office = closing_office(tmp_path / "考评.desk", template_sample_desk)
    close_the_window(office)
    decide(office)
    for each in view(office).rows:
        serve(office, each.code)
    yield office
    office.desk.close()
    require_sound(office.path)


def _refused(kind: type[DeskError], act: Callable[[], object]) -> str:
    with pytest.raises(kind) as why:
        act()
    return sentence(why.value)


def _picture(folder: Path, name: str) -> Path:
    """A small picture of its own."""
    from PIL import Image  # noqa: PLC0415 - drawn here alone

    path = folder / name
    Image.new("RGB", (8 + len(name), 8), "white").save(path)
    return path


def test_a_scan_comes_after_the_signature_and_is_read_only_once_the_year_is_archived(
    served: ClosingOffice, tmp_path: Path
) -> None:
    desk, scan, other = served.desk, _picture(tmp_path, "签字.png"), _picture(tmp_path, "另一份签字.png")
    assert _refused(ScanUnsigned, lambda: desk.attachments.keep(CLERK, SUBJECT, scan)) == (
        "还没有登记薛一红对第 1 版结果的签字，不能附签字件。请先登记签字。"
    )
    for each in view(served).rows:
        sign(served, each.code)
    desk.attachments.keep(CLERK, SUBJECT, other)
    desk.attachments.withdraw(CLERK, desk.attachments.of(SUBJECT)[0].number, "误传")
    desk.attachments.keep(CLERK, SUBJECT, scan)
    desk.results.archive(CLERK, YEAR, served.today, SECOND)
    number = desk.attachments.of(SUBJECT)[0].number
    said = _refused(ScanArchived, lambda: desk.attachments.withdraw(CLERK, number, "误传"))
    assert said == (
        "薛一红 2026 年度的考核结果已归档，签字件不再撤回、更换或者增加。"
        "确有错误的，请立项更正：另作决定、另行签字，作为新版本归档。"
    )
    assert _refused(ScanArchived, lambda: desk.attachments.keep(CLERK, SUBJECT, other)) == said
    assert [each.name for each in desk.attachments.of(SUBJECT)] == ["签字.png"]
