"""The slip that hands a password to its account's owner: folded, the name stands outside and the password inside."""

from collections.abc import Sequence
from typing import Any

from committee_desk.documents.drawing import drawing
from committee_desk.documents.folding import fold_lines
from committee_desk.documents.fonts import face
from committee_desk.documents.forms import form
from committee_desk.documents.page import Paper
from committee_desk.documents.paragraphs import facts, paragraph
from committee_desk.services.password_slips import Slip


def draw(slips: Sequence[Slip]) -> bytes:
    """One slip a page, as PDF."""
    wording = form("password_slip")
    first = slips[0]
    with drawing():
        marks = [form("page")["marks"]["demo"]] if first.demo else []
        subject = wording["subject"].format(title=_title(first, wording), login=first.login)
        paper = Paper(subject, first.office, _title(first, wording), first.at, marks, wording["remark"])
        for number, slip in enumerate(slips):
            if number:
                paper.next_page()
            _outside(paper, slip, wording)
            _inside(paper, slip, wording)
        return paper.finished()


def _title(slip: Slip, wording: dict[str, Any]) -> str:
    return str(wording["title_first" if slip.first else "title_reset"])


def _outside(paper: Paper, slip: Slip, wording: dict[str, Any]) -> None:
    sizes, layout, width = wording["sizes"], wording["layout"], paper.area.width
    said = wording["outside"].format(holder=slip.holder)
    paper.centred(width / 2, layout["holder"], said, "song_bold", sizes["holder"])
    paper.centred(width / 2, layout["outside_note"], wording["outside_note"], "song", sizes["text"])
    fold_lines(paper, [(layout[fold], wording[fold]) for fold in ("fold_back", "fold_up")], sizes["kind"])


def _inside(paper: Paper, slip: Slip, wording: dict[str, Any]) -> None:
    sizes, layout, width = wording["sizes"], wording["layout"], paper.area.width
    paper.centred(width / 2, layout["title"], _title(slip, wording), "song_bold", sizes["title"])
    if slip.entry:
        paper.right(width, layout["title"], wording["number"].format(entry=slip.entry), "song", sizes["small"])
    at = slip.at
    told = {
        "office": slip.office,
        "login": slip.login,
        "holder": slip.holder,
        "by": slip.by,
        "at": wording["date"].format(year=at.year, month=at.month, day=at.day, hour=at.hour, minute=at.minute),
    }
    listed = [(name, text.format(**told)) for name, text in wording["facts"]]
    facts(paper, layout["facts"], listed, sizes["fact"], layout["label"], layout["fact"])
    _password(paper, slip, wording)
    y = layout["notes"]
    for each in wording["notes_first" if slip.first else "notes_reset"]:
        y = paragraph(paper, 0, y, each, sizes["text"], width, layout["leading"])


def _password(paper: Paper, slip: Slip, wording: dict[str, Any]) -> None:
    """One cell for each character, and under it what kind it is; a slash through the zero."""
    sizes, layout, width = wording["sizes"], wording["layout"], paper.area.width
    y = layout["password"]
    name = wording["password_first" if slip.first else "password_reset"]
    paper.text(0, y, name, "hei", sizes["fact"])
    paper.right(width, y, wording["zero_note"], "song", sizes["small"])
    top = y + 10
    cell = min(layout["cell"], width / max(len(slip.password), 1))
    size = sizes["password"] * cell / layout["cell"]
    for number, character in enumerate(slip.password):
        left = number * cell
        paper.frame(left, top, cell, layout["cell_height"], form("page")["lines"]["rule"])
        middle, base = left + cell / 2, top + 26
        paper.centred(middle, base, character, "hei", size)
        if character == "0":
            half, high = face("hei").width("0", size) * 0.3, size * 0.72
            paper.rule(middle - half, base - high * 0.08, middle + half, base - high * 0.92, 0.9)
        paper.centred(middle, top + layout["cell_height"] - 5, _kind(character, wording), "song", _fitting(cell, sizes))


def _fitting(cell: float, sizes: dict[str, float]) -> float:
    """The size at which three characters stand in a cell."""
    return min(sizes["kind"], cell / 3.2)


def _kind(character: str, wording: dict[str, Any]) -> str:
    kinds, signs = wording["kinds"], wording["signs"]
    if character in signs:
        return str(signs[character])
    if not character.isascii():
        return str(kinds["other"])
    kind = "digit" if character.isdigit() else "upper" if character.isupper() else "lower"
    return str(kinds[kind if character.isalnum() else "sign"])
