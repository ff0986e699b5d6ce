"""What the papers of the objection counter share: a head, ruled rows over as many pages as they need, a foot."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from reportlab.lib.units import mm

from committee_desk.documents import table
from committee_desk.documents.fonts import DRAWN, face
from committee_desk.documents.forms import form
from committee_desk.documents.furniture import in_fours, moment
from committee_desk.documents.missing_glyphs import require_glyphs
from committee_desk.documents.page import Paper
from committee_desk.documents.table import EDGE, Cell, Row, Type, cell
from committee_desk.documents.typesetting import lines
from committee_desk.domain.said import visible
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.sheet_refusals import Printed


def words(section: str) -> Any:  # noqa: ANN401 - whatever the form's file holds there
    """A part of the forms' wording."""
    return form("objection")[section]


def style(use: str, size: str, **how: Any) -> Type:  # noqa: ANN401 - the other fields of Type
    """A face and a size of these forms."""
    return Type(use, words("sizes")[size], **how)


def row(edges: Sequence[float], texts: Iterable[tuple[str, Type]], least: float, **how: Any) -> Row:  # noqa: ANN401
    """A row whose columns end at these millimetres."""
    ends = [0.0, *(edge * mm for edge in edges)]
    made = tuple(
        cell(left, right - left, text, kind) for left, right, (text, kind) in zip(ends, ends[1:], texts, strict=False)
    )
    return Row(made, tuple(ends[1:-1]), least * mm, **how)


def labelled(label: str, text: str, edge: float, least: float, **how: Any) -> Row:  # noqa: ANN401 - of Row
    """A label at the left and one text across the rest."""
    heading = (label, style("hei", "label", align="centre"))
    return row((edge, 156), (heading, (text, style("song", "value", pitch=1.35))), least, **how)


def said_at(at: datetime) -> str:
    """A moment to the minute."""
    return moment(words("moment"), at)


def said_day(day: date) -> str:
    """A day."""
    return str(words("day").format(year=day.year, month=day.month, day=day.day))


class Pages:
    """The pages of one paper."""

    def __init__(
        self, title: str, subject: str, stamp: PublicationStamp, remark: str, marks: Sequence[str] = ()
    ) -> None:
        self._title, self._stamp, self._right = title, stamp, ""
        shown = [*marks, *([form("page")["marks"]["demo"]] if stamp.demo else [])]
        self.paper = Paper(subject, stamp.office, title, stamp.at, shown, remark)

    @property
    def width(self) -> float:
        """How wide the text area is."""
        return self.paper.area.width

    @property
    def bottom(self) -> float:
        """Down to where a table may reach."""
        return self.paper.area.height - float(words("layout")["foot"])

    def head(self, right: str) -> float:
        """The title with the office and what stands at the right; returns where the table begins."""
        layout, sizes = words("layout"), words("sizes")
        self._right = right
        self.paper.centred(self.width / 2, layout["title"], self._title, "song_bold", sizes["title"])
        self.paper.text(0, layout["heading"], self._stamp.office, "song", sizes["heading"])
        self.paper.right(self.width, layout["heading"], right, "song", sizes["heading"])
        return float(layout["top"])

    def table(
        self, top: float, rows: Sequence[Row], edge: float, *, keep: float = 0.0, heads: Row | None = None
    ) -> float:
        """The rows on as many pages as they need, `heads` on each; returns where they end, with `keep` left below."""
        following = float(words("layout")["top_continued"])
        room = self.bottom - following - (heads.height if heads else 0)
        first = self.bottom - top - (heads.height if heads else 0)
        pages = table.paginate(rows, first, room)
        if keep and sum(each.height for each in pages[-1]) > (first if len(pages) == 1 else room) - keep:
            pages.append([])
        weights, end = form("page")["lines"], top
        for number, held in enumerate(pages):
            if number:
                top = end = self.turn()
            if held:
                shown = [*([heads] if heads else []), *held]
                high = sum(each.height for each in shown)
                end = table.draw(
                    self.paper,
                    top,
                    shown,
                    room=high,
                    first_column=edge * mm,
                    weights=(weights["frame"], weights["rule"]),
                )
        return end

    def further(self, title: str, rows: Sequence[Row], edge: float) -> None:
        """A sheet that is appended, under a title of its own."""
        self.foot()
        self.paper.next_page()
        layout, sizes = words("layout"), words("sizes")
        self.paper.centred(self.width / 2, layout["title"], title, "song_bold", sizes["title"])
        self.paper.right(self.width, layout["heading"], self._right, "song", sizes["heading"])
        self._title = title
        self.table(float(layout["top"]), rows, edge)

    def turn(self) -> float:
        """Go on to the next page; returns where what follows begins."""
        self.foot()
        self.paper.next_page()
        self._head_again()
        return float(words("layout")["top_continued"])

    def _head_again(self) -> None:
        """What a further page belongs to."""
        baseline, size = words("layout")["top_continued"] - 8, words("sizes")["heading"]
        self.paper.text(0, baseline, words("continued").format(title=self._title), "song", size)
        self.paper.right(self.width, baseline, self._right, "song", size)

    def foot(self) -> None:
        """Who printed it and when, from which state of the journal."""
        wording, downs, size = words("foot"), words("layout")["foot_lines"], words("sizes")["foot"]
        told = {"maker": self._stamp.by, "at": said_at(self._stamp.at)}
        left, right = (part.format(**told) for part in wording["first"].split(EDGE))
        second = wording["second"].format(head=in_fours(self._stamp.head), entries=self._stamp.entries)
        self.paper.text(0, self.bottom + downs[0], left, "song", size)
        self.paper.right(self.width, self.bottom + downs[0], right, "song", size)
        self.paper.text(0, self.bottom + downs[1], second, "song", size)

    def finished(self) -> bytes:
        """The whole paper."""
        self.foot()
        return self.paper.finished()


def paragraph(text: str, width: float, kind: Type) -> Cell:
    """A text in lines of one size across a width, to be drawn where it is wanted."""
    letters = face(kind.use)
    broken = lines(text, width, lambda part: letters.width(part, kind.size))
    return Cell(-table.PADDING, width + 2 * table.PADDING, tuple(broken), kind, kind.size)


def refuse_missing(code: str, name: str, written: Iterable[str]) -> None:
    """Every character must be in a font; all that are not are named at once."""
    plain = "".join(visible(each) for each in written).translate(dict.fromkeys(map(ord, "\r\n\t" + DRAWN)))
    require_glyphs(Printed.OBJECTION, [(code, name, plain)])
