"""The rows of form 8: people by department, what the reader must know, what a correction changed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from reportlab.lib.units import mm

from committee_desk.documents.forms import form
from committee_desk.documents.table import AIR, Row, Type, between, cell
from committee_desk.domain.exact import figure
from committee_desk.domain.months import MonthSheet, SheetLine, last_day, quarter_of
from committee_desk.domain.people import Category
from committee_desk.domain.scheme import BONUS
from committee_desk.services.month_views import PaperSheet
from committee_desk.wording.months import differing_item, differing_value
from committee_desk.wording.numbers import MINUS

DECEMBER = 12
"""No later month of the year shows the reviews of its cases that come after the year's end."""
DIFFERING = "differing"
"""The group of the rows that say what a correction changed."""


def first_column(sheet: MonthSheet) -> float:
    """Where the first column ends, which several rows share."""
    return _edges(sheet)[1]


def head_row(sheet: MonthSheet) -> Row:
    """What the columns are."""
    labels = _words("labels")
    parts = [
        labels["bonus" if part.id == BONUS else "part"].format(name=part.name, maximum=part.maximum)
        for part in sheet.parts
    ]
    texts = [labels["department"], labels["code"], labels["name"], *parts, labels["total"], labels["change"]]
    texts += [labels["rank"]] * sheet.ranked + [labels["grade"]] * sheet.graded
    return _row(sheet, [(text, _type("hei", "label", align="centre")) for text in texts], "head")


def person_rows(sheet: MonthSheet) -> list[Row]:
    """Everybody's line; those of one department share its name in the first column."""
    in_department = Counter(line.department for line in sheet.people)
    rows = []
    for line in sheet.people:
        row = _row(sheet, _texts(sheet, line), "person")
        label = cell(0, _edges(sheet)[1], line.department, _type("hei", "label", align="centre"))
        share = (label.height + AIR) / in_department[line.department]
        rows.append(replace(row, group=f"of {line.department}", label=label, least=max(row.least, share)))
    return rows


def _texts(sheet: MonthSheet, line: SheetLine) -> list[tuple[str, Type]]:
    centred, right = _type("song", "value", align="centre"), _type("song", "value", align="right")
    absent = _words("values")["absent"]
    figures = [figure(line.parts.get(part.id, 0)) for part in sheet.parts]
    return [
        ("", centred),
        (line.code, centred),
        (_named(line), centred),
        *((each, right) for each in figures),
        (figure(line.total), _type("song_bold", "value", align="right")),
        (signed(line.change), right),
        *([(str(line.rank) if line.rank else absent, centred)] if sheet.ranked else []),
        *([(str(line.grade or absent), centred)] if sheet.graded else []),
    ]


def _named(line: SheetLine) -> str:
    """The name; of who is gone, that and since when, beneath it."""
    if line.gone is None:
        return line.name
    day = date.fromisoformat(line.gone.until)
    word = _words("values")["elsewhere" if line.gone.elsewhere else "gone"]
    return f"{line.name}\n{word.format(month=day.month, day=day.day)}"


def signed(hundredths: int) -> str:
    """A change with its sign: +1.50, −0.50, 0.00."""
    said = figure(abs(hundredths))
    return f"{'+' if hundredths > 0 else MINUS}{said}" if hundredths else said


def note_row(paper: PaperSheet) -> Row:
    """What the figures are."""
    return _wide(paper.sheet, "notes", "\n".join(_notes(paper)), "notes")


def sign_row(sheet: MonthSheet) -> Row:
    """The lines to sign on."""
    return _wide(sheet, "sign", _words("values")["sign"], "value", align="spread")


def _notes(paper: PaperSheet) -> Iterator[str]:
    sheet, notes = paper.sheet, _words("notes")
    day = last_day(sheet.year, sheet.month)
    told = {"scheme": sheet.scheme, "month": day.month, "day": day.day}
    yield notes["figures" if sheet.month > 1 else "figures_first"].format(**told)
    if sheet.unrated:
        yield notes["unrated"].format(names="、".join(sheet.unrated))
    if sheet.month == DECEMBER and sheet.category == Category.PROSECUTOR:
        yield notes["december"]
    yield notes["order"]
    if sheet.ranked:
        yield notes["ranked"]
    if sheet.graded:
        yield notes["graded"].format(quarter=quarter_of(sheet.month))
    if sheet.ranked != paper.was_ranked:
        yield notes["ranked_now" if sheet.ranked else "ranked_no_more"].format(version=paper.supersedes)
    if paper.supersedes and (paper.differing or sheet.ranked == paper.was_ranked):
        key = "supersedes" if paper.differing else "no_difference"
        yield notes[key].format(version=paper.supersedes, count=len(paper.differing))


def differing_rows(paper: PaperSheet) -> list[Row]:
    """What this version says otherwise than the one before it."""
    if not paper.differing:
        return []
    labels = _words("labels")
    edges = [0.0, first_column(paper.sheet), *(edge * mm for edge in _words("columns")["differing"])]
    head = _type("hei", "label", align="centre")
    group = cell(0, edges[1], labels["differing"], head)
    after = labels["after" if paper.version else "after_draft"]
    texts = ["", labels["person"], labels["item"], labels["before"].format(version=paper.supersedes), after]
    least = _words("rows")["person"] * mm
    rows = [between(edges, [(text, head) for text in texts], least)]
    centred, right = _type("song", "value", align="centre"), _type("song", "value", align="right")
    for each in paper.differing:
        values = [differing_value(each, value) for value in (each.before, each.after)]
        person, item = f"{each.name} {each.code}", differing_item(each, paper.sheet)
        told = [("", centred), (person, centred), (item, centred), *((value, right) for value in values)]
        rows.append(between(edges, told, least))
    return [replace(row, group=DIFFERING, label=group) for row in rows]


def _wide(sheet: MonthSheet, row: str, text: str, size: str, *, align: Any = "left") -> Row:  # noqa: ANN401 - of Type
    """A heading at the left and one text across the rest."""
    edge, whole = first_column(sheet), _words("columns")["whole"] * mm
    style = Type("song", _words("sizes")[size], align, 1.35)
    heading = cell(0, edge, _words("labels")[row], _type("hei", "label", align="centre"))
    return Row((heading, cell(edge, whole - edge, text, style)), (edge,), _words("rows")[row] * mm)


def _row(sheet: MonthSheet, texts: Sequence[tuple[str, Type]], least: str) -> Row:
    return between(_edges(sheet), texts, _words("rows")[least] * mm)


def _edges(sheet: MonthSheet) -> list[float]:
    """The columns' edges: the scheme's parts share what the others leave."""
    whole, widths = _words("columns")["whole"], _widths(sheet)
    before = [widths[name] for name in ("department", "code", "name")]
    after = [widths["total"], widths["change"]]
    after += [widths["rank"]] * sheet.ranked + [widths["grade"]] * sheet.graded
    share = (whole - sum(before) - sum(after)) / max(1, len(sheet.parts))
    edges = [0.0]
    for width in (*before, *[share] * len(sheet.parts), *after):
        edges.append(edges[-1] + width * mm)
    return edges


def _widths(sheet: MonthSheet) -> Any:  # noqa: ANN401 - of the form's file
    columns = _words("columns")
    return columns["tight"] if sheet.ranked or sheet.graded else columns


def _type(use: str, size: str, **how: Any) -> Type:  # noqa: ANN401 - the other fields of Type
    return Type(use, _words("sizes")[size], **how)


def _words(section: str) -> Any:  # noqa: ANN401 - whatever the form's file holds there
    return form("month_sheet")[section]
