"""述职: what is received, what is refused, and who still owes one."""

from datetime import date
from pathlib import Path

import pytest

from committee_desk.domain.said import TooLongForField
from committee_desk.services.actor import Actor
from committee_desk.services.attachment_views import AttachedAlready, AttachmentRefused
from committee_desk.services.desk import Desk
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.relation_views import EndingReasonMissing
from committee_desk.services.report_views import (
    ReportChanged,
    ReportDateWrong,
    ReportEmpty,
    ReportRow,
    ReportToKeep,
    of_report,
)
from tests.services.leaders import CHIEF, LEFT, ORDINARY, read_in
from tests.services.test_attachments import pdf, png

DAY = date(2026, 12, 20)
TEXT = "一年来办理审查起诉案件四十二件。\n不足：撰写调研文章不够。"


@pytest.fixture
def office(desk: Desk, actor: Actor, tmp_path: Path) -> Desk:
    read_in(desk, actor, tmp_path)
    return desk


def row(desk: Desk, code: str = ORDINARY) -> ReportRow:
    return next(each for each in desk.reports.rows(2026) if each.code == code)


def put(desk: Desk, actor: Actor, seen: int | None = None, **wanted: object) -> int | None:
    told = ReportToKeep(**{"code": ORDINARY, "received": DAY, "text": TEXT, **wanted})  # type: ignore[arg-type]
    return desk.reports.put(actor, 2026, told, seen).entry


def test_a_report_is_received_with_its_text(office: Desk, actor: Actor) -> None:
    assert row(office).missing
    put(office, actor)
    held = office.reports.one(2026, ORDINARY)
    assert held is not None
    assert (held.received, held.text, held.actor) == (DAY, TEXT, "周敏")
    assert not row(office).missing
    assert office.reports.one(2026, CHIEF) is None


def test_a_report_is_received_as_a_file_that_is_shown_as_a_picture(office: Desk, actor: Actor, tmp_path: Path) -> None:
    put(office, actor, text="", file=pdf(tmp_path / "述职报告.pdf"))
    assert row(office).files == ("述职报告.pdf",)
    (file,) = office.attachments.of(of_report(2026, ORDINARY))
    assert office.attachments.picture(file.number).pages == 2
    assert not row(office).empty
    office.attachments.withdraw(actor, file.number, "附错了人")
    assert row(office).empty


def test_text_and_file_come_under_one_entry_or_not_at_all(office: Desk, actor: Actor, tmp_path: Path) -> None:
    (tmp_path / "假.pdf").write_bytes(b"MZ\x90")
    with pytest.raises(AttachmentRefused):
        put(office, actor, file=tmp_path / "假.pdf")
    assert row(office).missing
    before = office.journal.rows(1)[0].seq
    entry = put(office, actor, file=png(tmp_path / "扫描.png"))
    assert entry == before + 1 == office.journal.rows(1)[0].seq
    with pytest.raises(AttachedAlready):
        put(office, actor, seen=entry, file=tmp_path / "扫描.png")


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2027, 1, 12)])
def test_the_day_of_receipt_is_neither_before_the_year_nor_after_today(office: Desk, actor: Actor, day: date) -> None:
    with pytest.raises(ReportDateWrong) as refused:
        put(office, actor, received=day)
    assert (refused.value.first, refused.value.last) == (date(2026, 1, 1), date(2027, 1, 11))
    put(office, actor, received=date(2027, 1, 11))


def test_an_empty_or_endless_report_or_one_of_nobody_is_refused(office: Desk, actor: Actor) -> None:
    with pytest.raises(ReportEmpty):
        put(office, actor, text=" \n")
    with pytest.raises(TooLongForField):
        put(office, actor, text="字" * 20_001)
    with pytest.raises(NoSuchPerson):
        put(office, actor, code="X99")
    assert row(office).missing


def test_a_report_changed_by_another_is_not_overwritten(office: Desk, actor: Actor) -> None:
    seen = put(office, actor)
    office.reports.put(Actor("李强"), 2026, ReportToKeep(ORDINARY, DAY, "改过的正文"), seen)
    with pytest.raises(ReportChanged) as refused:
        put(office, actor, seen=seen)
    assert refused.value.now is not None
    assert (refused.value.now.actor, refused.value.now.text) == ("李强", "改过的正文")


def test_a_report_is_withdrawn_with_a_reason_and_its_files(office: Desk, actor: Actor, tmp_path: Path) -> None:
    seen = put(office, actor, file=png(tmp_path / "扫描.png"))
    with pytest.raises(EndingReasonMissing):
        office.reports.withdraw(actor, 2026, ORDINARY, "", seen)
    office.reports.withdraw(actor, 2026, ORDINARY, "是去年的", seen)
    assert row(office).missing
    assert row(office).files == ()
    with pytest.raises(ReportChanged):
        office.reports.withdraw(actor, 2026, ORDINARY, "是去年的", None)


def test_nobody_waits_for_the_report_of_who_left_or_is_graded_elsewhere(office: Desk) -> None:
    assert [each.code for each in office.reports.rows(2026) if each.missing] == ["J01", "J02", "J03", "J04"]
    assert not row(office, LEFT).waited_for
    assert not row(office, CHIEF).waited_for
