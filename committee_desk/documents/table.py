"""Ruled tables that run over pages: every cell measures its text before anything is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Any, Literal

from reportlab.lib.units import mm

from committee_desk.documents.fonts import face
from committee_desk.documents.page import Paper
from committee_desk.documents.typesetting import lines

Align = Literal["left", "centre", "right", "spread"]
SMALLEST = 8.0
PADDING = 5.0
AIR = 3.0
"""What a row leaves above and below its text together."""

_UNSEEN = str.maketrans({"\t": " ", "\xa0": " ", "\r": None, "\u200b": None, "\ufeff": None})
"""What a workbook's cell may hold and nobody sees: no font has it, and nothing is lost without it."""

EDGE = "|"
"""In a spread cell, what follows it stands at the right edge."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a cell's text is set: the face's use, the size wanted, alignment, and the pitch of its lines."""

    use: str
    size: float
    align: Align = "left"
    pitch: float = 1.2


@dataclass(frozen=True, slots=True)
class Cell:
    """A fitted text in a column: `size` is the wanted one, or smaller where that saves a line."""

    x: float
    width: float
    lines: tuple[str, ...]
    type: Type
    size: float
    begun: tuple[int, ...] = ()
    """Which of the lines begin a line of the text as it was written."""

    @property
    def pitch(self) -> float:
        """From one baseline to the next."""
        return self.size * self.type.pitch

    @property
    def height(self) -> float:
        """The room that its lines take."""
        return len(self.lines) * self.pitch

    def draw(self, paper: Paper, top: float, height: float) -> None:
        """Set the lines, centred between top and bottom of the row; a spread cell uses the whole height."""
        if self.type.align == "spread":
            self._draw_spread(paper, top, height)
            return
        y = top + (height - self.height) / 2 + self.pitch / 2 + self.size * 0.36
        for line in self.lines:
            if self.type.align == "left":
                paper.text(self.x + PADDING, y, line, self.type.use, self.size)
            elif self.type.align == "right":
                paper.right(self.x + self.width - PADDING, y, line, self.type.use, self.size)
            else:
                paper.centred(self.x + self.width / 2, y, line, self.type.use, self.size)
            y += self.pitch

    def _draw_spread(self, paper: Paper, top: float, height: float) -> None:
        """Lines from the top, the last ones at the bottom where people sign; the room between is for their ink."""
        share = (height - self.height) / (len(self.lines) + 1)
        y = top + share + self.pitch / 2 + self.size * 0.36
        for line in self.lines:
            left, _, right = line.partition(EDGE)
            paper.text(self.x + PADDING, y, left, self.type.use, self.size)
            if right:
                paper.right(self.x + self.width - PADDING, y, right, self.type.use, self.size)
            y += self.pitch + share


def cell(x: float, width: float, text: str, style: Type) -> Cell:
    """Fit a text into a column: whole, else smaller but never under 8 pt, else broken into lines."""
    letters, room, text = face(style.use), width - 2 * PADDING, text.translate(_UNSEEN)
    as_written = tuple(text.split("\n"))
    wanted = max(letters.width(line, style.size) for line in as_written)
    if wanted <= room:
        return Cell(x, width, as_written, style, style.size, tuple(range(len(as_written))))
    shrunk = int(style.size * room / wanted * 4) / 4
    if shrunk >= SMALLEST:
        return Cell(x, width, as_written, style, shrunk, tuple(range(len(as_written))))
    if style.align == "spread":
        raise LineTooLong(text)
    size = max(SMALLEST, style.size * 0.9)
    parts = [lines(each, room, lambda part: letters.width(part, size)) for each in as_written]
    begun = (0, *accumulate(map(len, parts[:-1])))
    return Cell(x, width, tuple(line for part in parts for line in part), style, size, begun)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: cells and the upright rules between them.

    Consecutive rows of one `group` share its label in the first column (`label`). `stretch` is how much of a page's
    spare room the row takes against others, up to `most` points in all; `starts_page` prefers a new page when the
    table does not fit on one. `field` names a row that is signed: `draw` says where it came to stand.

    A row that is `kept` goes to the next page rather than over two, where it fits on one. `heads` are the headings of
    its columns, which stand again above it where it begins a page. One that `leads` is never the last of a page. Where
    one with `sentences` runs over pages it is parted where a line of its text ends as it was written.
    """

    cells: tuple[Cell, ...]
    rules: tuple[float, ...] = ()
    least: float = 0.0
    stretch: float = 0.0
    most: float = 0.0
    group: str | None = None
    label: Cell | None = None
    starts_page: bool = False
    field: str = ""
    kept: bool = False
    heads: "Row | None" = None
    leads: bool = False
    sentences: bool = False

    @property
    def height(self) -> float:
        """What the row needs at least."""
        return max([self.least, *(each.height + AIR for each in self.cells)])

    def split(self, room: float) -> tuple["Row", "Row"] | None:
        """The row as two, the first no higher than `room`; None when its longest cell has not two lines to spare.

        The second half repeats the first heading and no figure: nobody shall add a figure twice.
        """
        longest = max(self.cells, key=lambda each: each.height)
        fit = int((room - AIR) / longest.pitch)
        if self.sentences:
            fit = max((each for each in longest.begun if 2 <= each <= min(fit, len(longest.lines) - 2)), default=fit)
        if longest.type.align == "spread" or fit < 2 or fit > len(longest.lines) - 2:
            return None
        first = [replace(each, lines=each.lines[:fit]) if each is longest else each for each in self.cells]
        heading = next(each for each in self.cells if any(each.lines))
        left = {id(heading): heading.lines, id(longest): longest.lines[fit:]}
        begun = tuple(each - fit for each in longest.begun if each >= fit)
        rest = [
            replace(each, lines=left.get(id(each), ()), begun=begun if each is longest else each.begun)
            for each in self.cells
        ]
        return replace(self, cells=tuple(first)), replace(self, cells=tuple(rest))


def in_columns(
    edges: Sequence[float],
    texts: Sequence[tuple[str, Type]],
    least: float,
    **how: Any,  # noqa: ANN401 - of Row
) -> Row:
    """A row of texts in the columns that end at these edges, all in millimetres. `how` is the rest of the row."""
    return between([0.0, *(edge * mm for edge in edges)], texts, least * mm, **how)


def between(edges: Sequence[float], texts: Sequence[tuple[str, Type]], least: float, **how: Any) -> Row:  # noqa: ANN401 - of Row
    """The same between edges of which the first is the left one, in points."""
    made = tuple(cell(x, end - x, text, style) for x, end, (text, style) in zip(edges, edges[1:], texts, strict=False))
    return Row(made, tuple(edges[1:-1]), least, **how)


class LineTooLong(ValueError):
    """A line of a form's own wording that cannot be broken and has no room: its file must be changed."""


class RowTooHigh(ValueError):
    """A row that fits on no page."""


@dataclass(slots=True)
class _Page:
    room: float
    rows: list[Row] = field(default_factory=list)

    @property
    def spare(self) -> float:
        return self.room - sum(row.height for row in self.rows)


def paginate(rows: Sequence[Row], first: float, following: float) -> list[list[Row]]:
    """The rows dealt to pages of these heights: on one where they fit, else broken where a row likes to begin one."""
    if sum(row.height for row in rows) <= first:
        return [list(rows)]
    pages = [_Page(first)]
    waiting = list(rows)
    while waiting:
        row = waiting.pop(0)
        page = pages[-1]
        if row.starts_page and page.rows and sum(each.height for each in (row, *waiting)) <= following:
            page = _Page(following)
            pages.append(page)
        if row.height > page.spare:
            halves = None if _fits_whole(row, following) else row.split(page.spare)
            if halves:
                page.rows.append(halves[0])
                waiting.insert(0, halves[1])
                continue
            if all(each is row.heads for each in page.rows):
                raise RowTooHigh
            pages.append(_Page(following, _moved_along(page, row)))
            waiting.insert(0, row)
            continue
        page.rows.append(row)
    return [page.rows for page in pages]


def _fits_whole(row: Row, following: float) -> bool:
    """Whether a row that is kept whole has room on a page of its own."""
    return row.kept and row.height + (row.heads.height if row.heads else 0) <= following


def _moved_along(page: _Page, row: Row) -> list[Row]:
    """What begins the next page above a row: what leads it and would be the last of this one, and its headings."""
    moved: list[Row] = []
    while len(page.rows) > 1 and page.rows[-1].leads:
        moved.insert(0, page.rows.pop())
    again = row.heads is not None and all(each is not row.heads for each in moved)
    return [*moved, *([row.heads] if row.heads is not None and again else [])]


def heights(rows: Sequence[Row], room: float) -> list[float]:
    """The rows' heights once the spare room is dealt out to those that stretch."""
    found = [row.height for row in rows]
    growing = [at for at, row in enumerate(rows) if row.stretch and found[at] < row.most]
    spare = room - sum(found)
    while growing and spare > 0.01:
        share = spare / sum(rows[at].stretch for at in growing)
        for at in growing:
            found[at] = min(rows[at].most, found[at] + share * rows[at].stretch)
        growing = [at for at in growing if found[at] < rows[at].most]
        spare = room - sum(found)
    return found


def draw(  # noqa: PLR0913 - the measures of one ruled block
    paper: Paper,
    top: float,
    rows: Sequence[Row],
    *,
    room: float,
    first_column: float,
    weights: tuple[float, float],
    placed: "dict[str, tuple[float, float]] | None" = None,
) -> float:
    """Draw the rows from `top` down, framed; returns where the frame ends. `weights`: frame and inner rules.

    `placed` takes of every row that is signed where it begins, from the top of the text area, and how high it is.
    """
    frame, inner = weights
    y, group_top = top, top
    tall = heights(rows, room)
    for at, (row, height) in enumerate(zip(rows, tall, strict=True)):
        before = rows[at - 1] if at else None
        joined = before is not None and row.group is not None and before.group == row.group
        if at:
            paper.rule(first_column if joined else 0, y, paper.area.width, y, inner)
        if not joined:
            group_top = y
        for each in row.cells:
            each.draw(paper, y, height)
        if placed is not None and row.field:
            placed[row.field] = (y, height)
        for x in row.rules:
            paper.rule(x, y, x, y + height, inner)
        y += height
        last_of_group = at + 1 == len(rows) or rows[at + 1].group != row.group or row.group is None
        if row.label is not None and last_of_group:
            row.label.draw(paper, group_top, y - group_top)
    paper.frame(0, top, paper.area.width, y - top, frame)
    return y
