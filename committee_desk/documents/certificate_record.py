"""签章证书登记单: whose certificate it is, who issued and confirmed it, and its fingerprint in groups."""

from datetime import datetime
from typing import Any

from committee_desk.documents.drawing import drawing
from committee_desk.documents.fonts import face
from committee_desk.documents.forms import form
from committee_desk.documents.furniture import in_fours
from committee_desk.documents.page import Paper
from committee_desk.documents.paragraphs import facts, paragraph
from committee_desk.services.certificate_views import CertificateRecord
from committee_desk.services.clock import CHINA


def draw(record: CertificateRecord) -> bytes:
    """The record as PDF, on one page."""
    wording = form("certificate")
    with drawing():
        marks = [form("page")["marks"]["demo"]] if record.demo else []
        subject = wording["subject"].format(office=record.office)
        paper = Paper(subject, record.office, wording["title"], record.at, marks, wording["remark"])
        y = _head(paper, record, wording)
        y = _fingerprint(paper, y + 8, wording["words"]["own"], record.row.fingerprint, wording)
        if record.anchor.fingerprint != record.row.fingerprint:
            y = _fingerprint(paper, y + 22, wording["words"]["anchor"], record.anchor.fingerprint, wording)
        _notes(paper, y + 26, wording)
        return paper.finished()


def _head(paper: Paper, record: CertificateRecord, wording: dict[str, Any]) -> float:
    """Title and facts; returns the baseline after the last."""
    sizes, layout, width = wording["sizes"], wording["layout"], paper.area.width
    row = record.row
    paper.centred(width / 2, layout["title"], wording["title"], "song_bold", sizes["title"])
    y = layout["heading"]
    paper.text(0, y, wording["office"].format(office=record.office), "song", sizes["heading"])
    paper.right(width, y, wording["number"].format(number=row.number, entry=row.entry), "song", sizes["heading"])
    paper.rule(0, y + 6, width, y + 6, form("page")["lines"]["frame"])
    state = wording["withdrawn"].format(day=_said(wording["date"], row.withdrawn)) if row.withdrawn else ""
    told = {
        "holder": row.holder + (f"（{row.code or row.login}）" if row.code or row.login else ""),
        "use": wording["uses"][str(row.kind)],
        "issuer": record.issued_by,
        "at": _said(wording["moment"], row.at),
        "until": _said(wording["date"], row.until),
        "maker": row.actor,
        "second": row.countersigned or wording["nobody"],
        "state": state or wording["valid"],
    }
    listed = [(name, text.format(**told)) for name, text in wording["facts"]]
    return facts(paper, layout["facts"], listed, sizes["fact"], layout["label"], layout["fact"])


def _fingerprint(paper: Paper, top: float, title: str, fingerprint: str, wording: dict[str, Any]) -> float:
    """The framed groups under their title; returns where the frame ends."""
    sizes, layout, width = wording["sizes"], wording["layout"], paper.area.width
    paper.text(0, top, title, "hei", sizes["subtitle"])
    top += 8
    paper.frame(0, top, width, layout["box"], form("page")["lines"]["frame"])
    cell = width / layout["columns"]
    for number, group in enumerate(in_fours(fingerprint).split(" ")):
        row, column = divmod(number, layout["columns"])
        paper.centred((column + 0.5) * cell, top + 22 + row * layout["group"], group, "hei", sizes["group"])
    return float(top + layout["box"])


def _notes(paper: Paper, y: float, wording: dict[str, Any]) -> None:
    sizes, layout, words, width = wording["sizes"], wording["layout"], wording["words"], paper.area.width
    paper.text(0, y, words["notes_title"], "hei", sizes["subtitle"])
    y += layout["leading"]
    for each in words["notes"]:
        y = paragraph(paper, 0, y, each, sizes["text"], width, layout["leading"])
    for text in words["signatures"]:
        y += 14
        size = sizes["text"]
        paper.text(0, y, text, "song", min(size, size * width / face("song").width(text, size)))
        y += 8


def _said(pattern: str, at: datetime) -> str:
    here = at.astimezone(CHINA)
    return pattern.format(year=here.year, month=here.month, day=here.day, hour=here.hour, minute=here.minute)
