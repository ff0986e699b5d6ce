"""Form 6's envelopes: a page a rater with a code that opens the booth once; folded, the name is outside."""

from typing import Any

from committee_desk.documents.drawing import drawing
from committee_desk.documents.folding import fold_lines
from committee_desk.documents.fonts import face
from committee_desk.documents.forms import form
from committee_desk.documents.page import Paper
from committee_desk.documents.paragraphs import facts, paragraph
from committee_desk.documents.round_form import class_name, refuse_missing, words
from committee_desk.services.round_paper_views import Envelope, EnvelopePaper, RatedPerson


class Unnumbered(Paper):
    """Pages without a number: each is folded and handed over by itself."""

    def _write_number(self) -> None:
        """None."""


def draw(paper: EnvelopePaper) -> bytes:
    """One envelope a page, as PDF; UnprintableCharacters when no font holds one of its characters."""
    wording, stamp = words("envelope"), paper.stamp
    with drawing():
        people = [RatedPerson("", each.name, each.department) for each in paper.envelopes]
        refuse_missing(people, (stamp.office, paper.round.title), paper.round.label)
        marks = [form("page")["marks"]["demo"]] if stamp.demo else []
        marks += [words("slip")["sample"]] if paper.sample else []
        subject = wording["subject"].format(label=paper.round.label)
        sheets = Unnumbered(wording["title"], stamp.office, subject, stamp.at, marks, wording["remark"])
        for number, each in enumerate(paper.envelopes):
            if number:
                sheets.next_page()
            _outside(sheets, each, wording)
            _inside(sheets, paper, each, wording)
        return sheets.finished()


def _outside(sheets: Paper, each: Envelope, wording: dict[str, Any]) -> None:
    """Who it is for, and how it is folded."""
    sizes, layout, width = wording["sizes"], wording["layout"], sheets.area.width
    for key, said, use in (("holder", wording["outside"].format(name=each.name), "song_bold"), ("department", each.department, "song")):  # fmt: skip  # noqa: E501 - one row
        size = min(sizes[key], sizes[key] * width / max(face(use).width(said, sizes[key]), 1))
        sheets.centred(width / 2, layout[key], said, use, size)
    sheets.centred(width / 2, layout["outside_note"], wording["outside_note"], "song", sizes["text"])
    folds = [(layout[name], wording[name]) for name in ("fold_back", "fold_up")]
    fold_lines(sheets, folds, sizes["fold"])


def _inside(sheets: Paper, paper: EnvelopePaper, each: Envelope, wording: dict[str, Any]) -> None:
    """What it is, the code, and what to know of it."""
    sizes, layout, width = wording["sizes"], wording["layout"], sheets.area.width
    sheets.centred(width / 2, layout["title"], wording["title"], "song_bold", sizes["title"])
    told = {
        "office": paper.stamp.office,
        "title": paper.round.title,
        "label": paper.round.label,
        "class": class_name(each.ballot_class),
    }
    listed = [(name, text.format(**told)) for name, text in wording["facts"]]
    facts(sheets, layout["facts"], listed, sizes["fact"], layout["label"], layout["fact"])
    _code(sheets, each.code, wording)
    y = layout["notes"]
    for key in ("use", "keeps", "limits"):
        if key == "keeps":  # nothing is written over the fold
            y = max(y, layout["below_fold"])
        sheets.text(0, y, wording[f"{key}_title"], "hei", sizes["text"])
        alike = wording[f"alike_{paper.round.kind}"]
        waits = {"together": paper.together, "twice": 2 * paper.together, "most": 2 * paper.together - 1}
        said = wording[key].format(**waits, shown=paper.shown_from, alike=alike)
        y = paragraph(sheets, layout["label"], y, said, sizes["text"], width - layout["label"], layout["leading"])
        y += layout["gap"]


def _code(sheets: Paper, code: str, wording: dict[str, Any]) -> None:
    """A cell for each character, with a gap in the middle to read it by."""
    sizes, layout, width = wording["sizes"], wording["layout"], sheets.area.width
    top, cell, high = layout["code"], layout["cell"], layout["cell_height"]
    sheets.text(0, top - 8, wording["code"], "hei", sizes["fact"])
    sheets.right(width, top - 8, wording["code_note"], "song", sizes["small"])
    cell = min(cell, width / (len(code) + 0.5))
    for number, character in enumerate(code):
        left = number * cell + (cell / 2 if number >= len(code) / 2 else 0)
        sheets.frame(left, top, cell, high, form("page")["lines"]["rule"])
        sheets.centred(left + cell / 2, top + high / 2 + sizes["code"] * 0.36, character, "hei", sizes["code"])
