"""Files attached to a case: which are taken, how they are shown, and that none can be changed unseen."""

import os
import sqlite3
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from committee_desk.documents import attachments as limits
from committee_desk.services.actor import Actor
from committee_desk.services.attachment_views import (
    LONGEST_NAME,
    MOST_BYTES,
    AttachedAlready,
    AttachmentChanged,
    AttachmentRefused,
    ChosenAlready,
    NoSuchAttachment,
    NoSuchSubject,
    WithdrawalReasonMissing,
)
from committee_desk.services.attachments import of_case
from committee_desk.services.desk import Desk
from committee_desk.wording.saying import sentence
from tests.storage.disks import names_in

CASE = of_case("云检刑诉〔2026〕1号")


def png(path: Path, size: tuple[int, int] = (30, 20), colour: str = "red") -> Path:
    Image.new("RGB", size, colour).save(path, format="PNG")
    return path


def pdf(path: Path, pages: int = 2, size: tuple[float, float] = (595, 842)) -> Path:
    canvas = Canvas(str(path), pagesize=size)
    for number in range(pages):
        canvas.rect(10, 10, 50 + number, 50, fill=1)
        canvas.showPage()
    canvas.save()
    return path


def bomb(path: Path, width: int, height: int) -> Path:
    """A small PNG that says it is huge."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    rows = zlib.compress(b"\0" * 10_000_000, 9)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b""))
    return path


def test_a_file_is_kept_listed_shown_and_withdrawn_with_a_reason(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    desk.attachments.keep(actor, CASE, png(tmp_path / "现场.png"))
    desk.attachments.keep(actor, CASE, pdf(tmp_path / "评查表.pdf"))
    (tmp_path / "现场.png").unlink()
    picture, paper = desk.attachments.of(CASE)
    assert (picture.name, picture.kind, paper.name, paper.kind) == ("现场.png", "png", "评查表.pdf", "pdf")
    shown = desk.attachments.picture(picture.number)
    assert (shown.pages, shown.picture.width, shown.picture.height) == (1, 30, 20)
    assert shown.picture.pixels[:3] == b"\x00\x00\xff"
    first, second = (desk.attachments.picture(paper.number, page) for page in (0, 1))
    assert first.pages == 2
    assert first.picture.pixels != second.picture.pixels
    with pytest.raises(WithdrawalReasonMissing):
        desk.attachments.withdraw(actor, picture.number, " ")
    desk.attachments.withdraw(actor, picture.number, "附错了案件")
    assert [row.name for row in desk.attachments.of(CASE)] == ["评查表.pdf"]
    with pytest.raises(NoSuchAttachment):
        desk.attachments.picture(picture.number)
    assert [row.verb for row in desk.journal.rows(3)] == [
        "attachments.withdraw",
        "attachments.keep",
        "attachments.keep",
    ]
    assert desk.journal.rows(1)[0].why == "附错了案件"
    assert desk.check.full().ok


def test_one_content_is_stored_once_and_attached_to_many(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    first, same = png(tmp_path / "甲.png"), png(tmp_path / "乙.png")
    desk.attachments.keep(actor, CASE, first)
    with pytest.raises(AttachedAlready):
        desk.attachments.keep(actor, CASE, same)
    desk.attachments.keep(actor, of_case("另一件"), same)
    desk.attachments.withdraw(actor, desk.attachments.of(CASE)[0].number, "重来")
    desk.attachments.keep(actor, CASE, first)
    connection = sqlite3.connect(desk.identity().path)
    assert connection.execute("SELECT count(*) FROM contents").fetchone() == (1,)
    connection.close()
    assert desk.check.full().ok


def test_the_content_says_what_a_file_is_not_its_name(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    desk.attachments.keep(actor, CASE, png(tmp_path / "表.pdf"))
    assert desk.attachments.of(CASE)[0].kind == "png"
    for name, content in (
        ("程序.png", b"MZ\x90\0" + b"\0" * 500),
        ("脚本.pdf", b"#!/bin/sh\nrm -rf /\n"),
        ("网页.jpg", b"<svg onload='alert(1)'>"),
        ("动图.png", b"GIF89a" + b"\0" * 50),
    ):
        (tmp_path / name).write_bytes(content)
        assert _why(desk, actor, tmp_path / name) == "kind"


def test_what_is_no_plain_file_is_refused(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    target = png(tmp_path / "真.png")
    (tmp_path / "链接.png").symlink_to(target)
    os.mkfifo(tmp_path / "管道.png")
    assert _why(desk, actor, tmp_path / "链接.png") == "link"
    assert _why(desk, actor, tmp_path / "管道.png") == "special"
    assert _why(desk, actor, tmp_path) == "special"
    assert _why(desk, actor, Path("/dev/zero")) == "special"
    assert _why(desk, actor, tmp_path / "没有.png") == "missing"


@pytest.mark.parametrize(
    "subject", ["", "case:", "x" * 100_000, "case:" + "x" * 100_000, "nonsense", "case:检\u200b1号", "voucher:2026:",
                "opinion:2026:x", "case:a\nb"]
)  # fmt: skip
def test_a_file_belongs_to_something(desk: Desk, actor: Actor, tmp_path: Path, subject: str) -> None:
    with pytest.raises(NoSuchSubject) as refused:
        desk.attachments.keep(actor, subject, png(tmp_path / "现场.png"))
    assert len(sentence(refused.value)) < 200
    for good in ("voucher:2026:政1", "report:2026:J001", "opinion:2026:1", "objection:2026:1", "letter:2026:1"):
        desk.attachments.keep(actor, good, png(tmp_path / "现场.png"))


def test_size_and_name_have_limits(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    (tmp_path / "大.pdf").write_bytes(b"%PDF-1.7\n" + b"\0" * MOST_BYTES)
    (tmp_path / "空.pdf").touch()
    assert _why(desk, actor, tmp_path / "大.pdf") == "large"
    assert _why(desk, actor, tmp_path / "空.pdf") == "empty"
    for name in ("反\u202egnp.exe.png", "零\u200b宽.png", "换\n行.png", "a" * (LONGEST_NAME + 1)):
        assert _why(desk, actor, png(tmp_path / name)) == "name"


def test_a_picture_that_would_fill_the_memory_is_refused(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    assert _why(desk, actor, bomb(tmp_path / "炸.png", 60_000, 60_000)) == "pixels"
    assert _why(desk, actor, bomb(tmp_path / "炸二.png", 10_000, 10_000)) == "pixels"
    assert _why(desk, actor, pdf(tmp_path / "长.pdf", 1, (1, 14_000))) == "pixels"
    assert _why(desk, actor, pdf(tmp_path / "多.pdf", limits.MOST_PAGES + 1)) == "pages"


def test_broken_and_locked_files_are_refused(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    whole = png(tmp_path / "好.png", (300, 300)).read_bytes()
    paper = pdf(tmp_path / "好.pdf").read_bytes()
    for name, content in (
        ("半.png", whole[:100]),
        ("头.jpg", b"\xff\xd8\xff"),
        ("假.pdf", b"%PDF-1.7\nnothing more"),
        ("半.pdf", paper[:60]),
    ):
        (tmp_path / name).write_bytes(content)
        assert _why(desk, actor, tmp_path / name) == "broken", name


@pytest.mark.breaks_the_desk
def test_bytes_changed_in_the_file_are_not_shown(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    desk.attachments.keep(actor, CASE, png(tmp_path / "现场.png"))
    other = png(tmp_path / "别的.png", colour="blue").read_bytes()
    connection = sqlite3.connect(desk.identity().path)
    asked = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'contents'"
    for (trigger,) in connection.execute(asked).fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute("UPDATE contents SET content = ?", (other,))
    connection.commit()
    connection.close()
    with pytest.raises(AttachmentChanged):
        desk.attachments.picture(desk.attachments.of(CASE)[0].number)


def test_nothing_but_the_desk_is_left_behind(desk: Desk, actor: Actor, tmp_path: Path) -> None:
    desk.attachments.keep(actor, CASE, png(tmp_path / "现场.png"))
    before = names_in(tmp_path)
    desk.attachments.picture(desk.attachments.of(CASE)[0].number)
    assert names_in(tmp_path) == before


def _why(desk: Desk, actor: Actor, path: Path) -> str:
    """Why the file is refused; nothing was written."""
    entries = desk.journal.head().entries
    with pytest.raises(AttachmentRefused) as refused:
        desk.attachments.keep(actor, CASE, path)
    assert desk.journal.head().entries == entries
    return refused.value.why


def test_a_chosen_file_is_judged_before_it_is_kept_and_beside_those_chosen_before(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    first = desk.attachments.judge(png(tmp_path / "现场.png"))
    assert (first.name, first.kind, first.size) == ("现场.png", "png", (tmp_path / "现场.png").stat().st_size)
    (tmp_path / "副本.png").write_bytes((tmp_path / "现场.png").read_bytes())
    with pytest.raises(ChosenAlready) as twin:
        desk.attachments.judge(tmp_path / "副本.png", (first,))
    assert sentence(twin.value) == "“副本.png”与已选的“现场.png”内容相同，没有重复添加。请核对是否选错。"
    with pytest.raises(ChosenAlready) as again:
        desk.attachments.judge(tmp_path / "现场.png", (first,))
    assert sentence(again.value) == "“现场.png”已经选过，没有重复添加。要换的，请先移除再添加。"
    with pytest.raises(AttachmentRefused):
        desk.attachments.judge(tmp_path / "没有.png")
    assert desk.attachments.of(CASE) == ()
