"""A letter of the office by GB/T 9704: title, number, whom it is to, paragraphs, who signs, place for the seal."""

from collections.abc import Sequence
from typing import NamedTuple

from reportlab.lib.units import mm

from committee_desk.documents import table
from committee_desk.documents.fonts import face
from committee_desk.documents.forms import form
from committee_desk.documents.furniture import in_fours, moment
from committee_desk.documents.missing_glyphs import require_glyphs
from committee_desk.documents.notice_sheet import Sheet
from committee_desk.documents.page import Paper
from committee_desk.documents.table import Row, Type, in_columns
from committee_desk.documents.typesetting import lines
from committee_desk.domain.said import visible
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.sheet_refusals import Printed

HEAD = 16
"""Of a fingerprint or the journal's head so many letters stand in a foot."""


PAGE_NUMBER = 90
"""So much room the page's number takes beside the foot, left on even pages and right on odd ones."""
ENDS_WITH = 16
"""So many characters stay of a foot's end when it is shortened: our own number in its brackets."""


class Part(NamedTuple):
    """A paragraph, and what is set in 黑体 before it."""

    lead: str
    text: str


class Letter(Sheet):
    """The pages of one letter. Several letters may share one `paper`; the pages of each are counted from one."""

    def __init__(  # noqa: PLR0913 - what stands at head and foot
        self,
        title: str,
        stamp: PublicationStamp,
        foot: str,
        *,
        remark: str = "",
        marks: Sequence[str] = (),
        paper: Paper | None = None,
        tight: bool = False,
    ) -> None:
        super().__init__(title, stamp, 0, "", draft=False, tight=tight)
        self.paper = paper or letter_paper(title, stamp, remark, marks)
        self._stamp, self._said = stamp, foot

    def number(self, text: str) -> None:
        """The letter's number, centred under the title, in as many lines as it takes."""
        size, song, wide = float(form("result")["sizes"]["number"]), face("song"), self.paper.area.width
        first, *others = lines(text, wide, lambda piece: song.width(piece, size))
        self.paper.centred(wide / 2, self.y - 10, first, "song", size)
        for line in others:
            self.y += size * 1.5
            self.paper.centred(wide / 2, self.y - 10, line, "song", size)
        self.y += float(form("result")["layout"]["number"])

    def address(self, text: str) -> None:
        """Whom it is to, without indent."""
        size, song = float(self.wording["sizes"]["text"]), face("song")
        for line in lines(text, self.paper.area.width, lambda piece: song.width(piece, size)):
            self.paper.text(0, self.y, line, "song", size)
            self.y += self.leading

    def body(self, parts: Sequence[Part], signed: str, dated: str) -> None:
        """The paragraphs and who signs; tighter where that takes a page less."""
        tight = float(self.wording["layout"]["leading_tight"])
        if self._pages(parts, tight) < self._pages(parts, self.leading):
            self.leading = tight
        for at, (lead, text) in enumerate(parts):
            self.paragraph(text, lead, signed=at + 1 == len(parts))
        self.signature(signed, dated)

    def table(self, heads: Row, rows: Sequence[Row]) -> None:
        """A ruled block over as many pages as it needs, its heads on each; text goes on below."""
        self.y -= self.leading * 0.6
        self.need(heads.height + sum(each.height for each in rows[:2]))
        following = self.bottom - float(self.wording["layout"]["continued"]) - heads.height
        weights = (form("page")["lines"]["frame"], form("page")["lines"]["rule"])
        for at, page in enumerate(table.paginate(rows, self.bottom - self.y - heads.height, following)):
            if at:
                self.turn()
            shown = [heads, *page]
            high = sum(each.height for each in shown)
            self.y = table.draw(self.paper, self.y, shown, room=high, first_column=0.0, weights=weights)
        self.y += self.leading

    def _pages(self, parts: Sequence[Part], leading: float) -> int:
        """How many further pages the paragraphs take at that leading, the signature beside the last of them."""
        written = [len(self._written(text, lead)) for lead, text in parts]
        before, self.leading = self.leading, leading
        signing, self.leading = self._signing, before
        begin, y, turned = float(self.wording["layout"]["continued"]) + leading, self.y, 0
        for at, count in enumerate(written):
            if at + 1 == len(written) and y + (count - 1) * leading + signing > self.bottom:
                y, turned = begin, turned + 1
            for _line in range(count):
                if y > self.bottom:
                    y, turned = begin, turned + 1
                y += leading
        return turned

    def _write_foot(self) -> None:
        """Who printed it, at which state of the journal, and when, under the text area."""
        stamp, wording = self._stamp, form("result")
        size, at = float(self.wording["sizes"]["foot"]), moment(self.wording["moment"], self._stamp.at)
        second = wording["foot_second"].format(head=in_fours(stamp.head[:HEAD]), entries=stamp.entries, at=at)
        said = _shortened(self._said, self.paper.area.width - PAGE_NUMBER, size)
        for line, down in zip((said, second), self.wording["layout"]["foot_lines"], strict=True):
            at_left = 0 if self.paper.page % 2 else PAGE_NUMBER
            self.paper.text(at_left, self.bottom + float(down), line, "song", size)


def letter_paper(title: str, stamp: PublicationStamp, remark: str, marks: Sequence[str] = ()) -> Paper:
    """The paper of one letter, or of several that go to the printer together."""
    shown = [*marks, *([form("page")["marks"]["demo"]] if stamp.demo else [])]
    return Paper(title, stamp.office, title, stamp.at, shown, remark)


def foot_of(stamp: PublicationStamp, label: str) -> str:
    """The first line under a letter."""
    return str(form("result")["foot"].format(maker=stamp.by, label=label))


def _shortened(text: str, room: float, size: float) -> str:
    """The text, left out in its middle what the foot has no room for: it stands whole under the title."""
    song, kept = face("song"), len(text) - ENDS_WITH
    shown = text
    while song.width(shown, size) > room and kept > 0:
        kept -= 1
        shown = f"{text[:kept]}…{text[-ENDS_WITH:]}"
    return shown


def in_order(numerals: Sequence[str], parts: Sequence[Part]) -> list[Part]:
    """The parts numbered 一、二、三 in their leads; who has none goes with the one before."""
    left = iter(numerals)
    return [Part(f"{next(left)}{each.lead}", each.text) if each.lead else each for each in parts]


def small_row(edges: Sequence[float], texts: Sequence[tuple[str, str]], least: float, **how: object) -> Row:
    """A row of a letter's own table: (text, face) in columns that end at these millimetres."""
    size = float(form("result")["sizes"]["value"])
    cells = [(text, Type(use, size, "centre", 1.35)) for text, use in texts]
    return in_columns(edges, cells, least, **how)


def refuse_missing(printed: Printed, code: str, name: str, written: Sequence[str]) -> None:
    """Every character must be in a font; all that are not are named at once."""
    plain = "".join(visible(each) for each in written).translate(dict.fromkeys(map(ord, "\r\n\t☐☑＿")))
    require_glyphs(printed, [(code, name, plain)])


def edge(millimetres: float) -> float:
    """Millimetres as points."""
    return float(millimetres * mm)
