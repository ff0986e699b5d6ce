"""The recovery sheet: the code that opens a protected desk without its passphrase, to be sealed and locked away."""

from typing import Any

from committee_desk.documents import qr
from committee_desk.documents.drawing import drawing
from committee_desk.documents.fonts import face
from committee_desk.documents.forms import form
from committee_desk.documents.page import Paper
from committee_desk.documents.paragraphs import facts, paragraph
from committee_desk.services.protection import RecoverySheet


def draw(sheet: RecoverySheet) -> bytes:
    """The sheet as PDF."""
    wording = form("recovery_sheet")
    with drawing():
        marks = [form("page")["marks"]["demo"]] if sheet.demo else []
        subject = wording["subject"].format(office=sheet.office)
        paper = Paper(subject, sheet.office, wording["title"], sheet.at, marks, wording["remark"])
        y = _head(paper, sheet, wording)
        y = _code(paper, max(y - 4, wording["layout"]["box"]), sheet, wording)
        y = _notes(paper, y + 24, wording, sheet)
        _foot(paper, y, wording)
        return paper.finished()


def _head(paper: Paper, sheet: RecoverySheet, wording: dict[str, Any]) -> float:
    """Title and facts; returns the baseline after the last."""
    sizes, layout, width = wording["sizes"], wording["layout"], paper.area.width
    paper.centred(width / 2, layout["title"], wording["title"], "song_bold", sizes["title"])
    y = layout["heading"]
    paper.text(0, y, wording["office"].format(office=sheet.office), "song", sizes["heading"])
    paper.right(width, y, wording["number"].format(entry=sheet.entry), "song", sizes["heading"])
    paper.rule(0, y + 6, width, y + 6, form("page")["lines"]["frame"])
    at = sheet.at
    told = {
        "file": sheet.file,
        "uid": " ".join(sheet.uid[n : n + 4] for n in range(0, len(sheet.uid), 4)),
        "at": wording["date"].format(year=at.year, month=at.month, day=at.day, hour=at.hour, minute=at.minute),
        "maker": sheet.maker,
    }
    listed = [(name, text.format(**told)) for name, text in wording["facts"]]
    return facts(paper, layout["facts"], listed, sizes["fact"], layout["label"], layout["fact"])


def _code(paper: Paper, top: float, sheet: RecoverySheet, wording: dict[str, Any]) -> float:
    """The framed code, every group numbered; returns where the frame ends."""
    sizes, layout, width = wording["sizes"], wording["layout"], paper.area.width
    height = layout["box_height"]
    paper.frame(0, top, width, height, form("page")["lines"]["frame"])
    paper.centred(width / 2, top + 22, wording["code_title"], "hei", sizes["subtitle"])
    cell = width / layout["columns"]
    for number, group in enumerate(sheet.groups):
        row, column = divmod(number, layout["columns"])
        middle, y = (column + 0.5) * cell, top + layout["first_row"] + row * layout["row"]
        paper.centred(middle, y - sizes["group"] - 1, str(number + 1), "song", sizes["place"])
        paper.centred(middle, y, group, "hei", sizes["group"])
    paper.centred(width / 2, top + height - 10, wording["code_note"], "song", sizes["place"] + 1.5)
    return float(top + height)


def _notes(paper: Paper, y: float, wording: dict[str, Any], sheet: RecoverySheet) -> float:
    """How to use and to keep it, beside the code as a picture that a scanner types."""
    sizes, layout, width = wording["sizes"], wording["layout"], paper.area.width
    side = sizes["code"]
    paper.code(width - side, y - 10, side, qr.code("-".join(sheet.groups)))
    beside = y + side
    for title, told in ((wording["use_title"], wording["use"]), (wording["keep_title"], wording["keep"])):
        paper.text(0, y, title, "hei", sizes["subtitle"])
        y += layout["leading"]
        for each in told:
            room = width - side - 14 if y < beside else width
            y = paragraph(paper, 0, y, each, sizes["text"], room, layout["leading"])
        y += 6
    return y


def _foot(paper: Paper, y: float, wording: dict[str, Any]) -> None:
    size = wording["sizes"]["text"]
    for text in (wording["blanks"], *wording["signatures"]):
        y += 18
        paper.text(0, y, text, "song", min(size, size * paper.area.width / face("song").width(text, size)))
        y += 8
