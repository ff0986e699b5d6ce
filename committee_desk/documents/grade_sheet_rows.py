"""The rows of form 1: the person, the indicators with their basis, the totals, and the fields to be signed."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from reportlab.lib.units import mm

from committee_desk.documents.grade_sheet_decided import decided_texts
from committee_desk.documents.grade_sheet_words import words
from committee_desk.documents.table import Row, Type, cell, in_columns
from committee_desk.domain.exact import figure
from committee_desk.domain.explanation import IndicatorExplanation
from committee_desk.domain.people import Category
from committee_desk.domain.results import Signature
from committee_desk.domain.scheme import BONUS, PERFORMANCE
from committee_desk.services.locked_sheets import LockedSheet
from committee_desk.services.sheet_views import GradeSheet, Outcome, SheetIndicator, SheetPart

Basis = Callable[[IndicatorExplanation], str]


def fact_rows(sheet: GradeSheet, basis: Basis) -> Iterator[Row]:
    """Everything that is known when the sheet is drawn."""
    yield from _person_rows(sheet)
    yield head_row()
    for part in sheet.parts:
        yield from _part_rows(part, basis)
    yield from _total_rows(sheet)
    yield _labelled(_words("labels")["notes"], "".join(_notes(sheet)), "notes")


def opinion_rows(sheet: GradeSheet) -> Iterator[Row]:
    """The fields for wet ink, and what the person is told of the right to 复核."""
    for number, opinion in enumerate(_words("opinions")):
        yield _labelled(
            opinion["label"],
            opinion["text"],
            "opinion",
            align="spread",
            least=opinion["least"] * mm,
            starts_page=not number,
        )
    advice = _words("advice")
    yield _labelled(advice["label"], advice["text"] + ("" if sheet.final else advice["draft"]), "basis")


def decided_rows(locked: LockedSheet, signature: Signature | None = None) -> Iterator[Row]:
    """The same fields as the closing of the year filled them: blank stands what is signed by hand alone.

    `signature` is what is recorded of the person's own, or that it was refused; None while nothing is.
    """
    labels = [each["label"] for each in _words("opinions")]
    blank = [each["text"] for each in _words("opinions")]
    texts = decided_texts(locked, signature)
    for number, (label, (text, field)) in enumerate(zip(labels, texts, strict=True)):
        least = _words("opinions")[number]["least"] * mm
        yield _labelled(
            label, text or blank[number], "opinion", align="spread", least=least, starts_page=not number, field=field
        )
    advice = _words("advice")
    yield _labelled(advice["label"], advice["text"], "basis")


def continued_row(sheet: GradeSheet) -> Row:
    """Whose sheet it is, at the head of each page but the first: nobody signs a page that names nobody."""
    total = figure(sheet.total)
    return _pairs("continued", ("name", sheet.person.name), ("code", sheet.person.code), ("total", total))


def grade_word(sheet: GradeSheet) -> str:
    """The proposed grade, or what stands in its place."""
    return str(sheet.grade or _words("grades")[sheet.outcome])


def _words(section: str) -> Any:  # noqa: ANN401 - whatever the form's file holds there
    return words()[section]


def _type(use: str, size: str, **how: Any) -> Type:  # noqa: ANN401 - the other fields of Type
    return Type(use, _words("sizes")[size], **how)


def _cells(columns: str, texts: Sequence[tuple[str, Type]], least: str, **how: Any) -> Row:  # noqa: ANN401 - of Row
    """A row of texts between the edges of those columns."""
    stretch, most = _words("stretch")["facts"]
    return in_columns(_words("columns")[columns], texts, _words("rows")[least], stretch=stretch, most=most * mm, **how)


def _labelled(label: str, text: str, size: str, *, align: Any = "left", **how: Any) -> Row:  # noqa: ANN401 - of Type, Row
    """A heading at the left and one text across the rest."""
    edge = _words("columns")["label"] * mm
    whole = _words("columns")["indicators"][-1] * mm
    stretch, most = _words("stretch")["opinions" if align == "spread" else "notes"]
    how.setdefault("least", _words("rows")["notes"] * mm)
    style = Type("song", _words("sizes").get(size, _words("sizes")["value"]), align, 1.35)
    return Row(
        (
            cell(0, edge, label, _type("hei", "label", align="centre")),
            cell(edge, whole - edge, text, style),
        ),
        (edge,),
        stretch=stretch,
        most=most * mm,
        **how,
    )


def _pairs(columns: str, *pairs: tuple[str, str | None]) -> Row:
    """Headings and values in turn; an empty value is a line to write on."""
    label, value = _type("hei", "label", align="centre"), _type("song", "value", align="centre")
    empty = _words("values")["empty"]
    texts = [each for name, given in pairs for each in ((_words("labels")[name], label), (given or empty, value))]
    return _cells(columns, texts, "person")


def _person_rows(sheet: GradeSheet) -> Iterator[Row]:
    person, values = sheet.person, _words("values")
    yield _pairs(
        "person",
        ("name", person.name),
        ("sex", person.sex),
        ("department", person.department),
        ("post", person.post),
    )
    since = _date(person.quota_since) if person.quota_since else None
    entered = ("quota_since", since) if sheet.category is Category.PROSECUTOR else ("category", str(sheet.category))
    yield _pairs("grade", ("rank", person.rank), entered, ("code", person.code))
    period = values["period"].format(since=_date(sheet.since), month=sheet.until.month, day=sheet.until.day)
    scheme = values["scheme"].format(scheme=sheet.scheme, year=sheet.year)
    yield _pairs("period", ("period", period), ("scheme", scheme))


def head_row() -> Row:
    """What the columns of the indicators are."""
    style, labels = _type("hei", "label", align="centre"), _words("labels")
    names = ("group", "indicator", "maximum", "figure", "basis")
    return _cells("indicators", [(labels[name], style) for name in names], "head")


def _part_rows(part: SheetPart, basis: Basis) -> Iterator[Row]:
    """The lines of a part share its heading in the first column."""
    values = _words("values")
    wording = values["bonus_group" if part.part == BONUS else "group"]
    edge = _words("columns")["label"] * mm
    heading = cell(0, edge, wording.format(name=part.name, maximum=part.maximum), _type("hei", "label", align="centre"))
    centred, right = _type("song", "value", align="centre"), _type("song", "value", align="right")
    small = _type("song", "basis", pitch=1.28)
    for line in part.indicators:
        shown = figure(line.figure) if line.figure is not None else _no_figure(line)
        texts = [
            ("", centred),
            (line.name, centred),
            (str(line.maximum), centred),
            (shown, right if line.figure is not None else centred),
            (_basis_text(part, line, basis), small),
        ]
        yield _cells("indicators", texts, "indicator", group=part.part, label=heading)


def _no_figure(line: SheetIndicator) -> str:
    return str(_words("values")["not_rated" if line.applies else "not_applicable"])


def _basis_text(part: SheetPart, line: SheetIndicator, basis: Basis) -> str:
    values = _words("values")
    if not line.applies:
        how = "not_applicable_basis" if part.part == PERFORMANCE else "handed_over_basis"
        return str(values[how].format(points=line.maximum))
    return str(values["not_rated_basis"]) if line.figure is None else basis(line.explanation)


def _total_rows(sheet: GradeSheet) -> Iterator[Row]:
    labels, values = _words("labels"), _words("values")
    label, value = _type("hei", "label", align="centre"), _type("song", "value", align="centre")
    yield _cells(
        "totals",
        [
            (labels["total"], label),
            (figure(sheet.total), _type("song_bold", "total", align="centre")),
            (labels["place"], label),
            (_place(sheet), value),
            (labels["performance"], label),
            (
                values["performance"].format(grade=sheet.performance_grade, points=figure(sheet.performance)),
                value,
            ),
        ],
        "total",
    )
    parts = "　".join(values["part"].format(name=part.name, points=figure(part.total)) for part in sheet.parts)
    yield _cells(
        "parts",
        [
            (labels["grade_final" if sheet.final else "grade"], label),
            (grade_word(sheet), value),
            (labels["parts"], label),
            (parts, value),
        ],
        "person",
    )


def _place(sheet: GradeSheet) -> str:
    values = _words("values")
    if sheet.rank is not None:
        return str(values["place"].format(rank=sheet.rank, ranked=sheet.ranked))
    return str(values["open" if sheet.outcome is Outcome.OPEN else "no_place"])


def _notes(sheet: GradeSheet) -> Iterator[str]:
    """What the figures alone do not say: decisions, who grades, what does not apply, what is still to come.

    That nothing stands in the way is said of the graded alone. Of everybody else it would tell by exclusion what it is.
    """
    notes, effects = _words("notes"), _words("effects")
    for limit in sheet.limits:
        decided = _date(limit.decided) if limit.decided else _words("values")["empty"]
        yield notes["limit"].format(
            kind=limit.kind, document=limit.document, decided=decided, effect=effects[limit.effect]
        )
    if sheet.outcome is Outcome.GRADED and not sheet.limits:
        yield notes["clear"]
    if sheet.outcome.value in notes:
        yield notes[sheet.outcome.value]
    for each in sheet.former_offices:
        yield notes["former_office"].format(name=each.name, number=each.number)
    yield from _notes_on_figures(sheet)


def _notes_on_figures(sheet: GradeSheet) -> Iterator[str]:
    notes = _words("notes")
    lines = [line for part in sheet.parts for line in part.indicators]
    for part in sheet.parts:
        if fallen := sheet.not_applicable(part.part):
            how = "respread" if part.part == PERFORMANCE else "handed_over"
            names = "、".join(line.name for line in fallen)
            yield notes[how].format(names=names, points=sum(line.maximum for line in fallen))
    unrated = "、".join(line.name for line in lines if line.applies and line.figure is None)
    if unrated:
        yield notes["not_rated"].format(names=unrated)
    if sheet.uncut != sheet.total:
        yield notes["cut"].format(uncut=figure(sheet.uncut), total=figure(sheet.total))
    if sheet.review_required:
        yield notes["review"]


def _date(day: date) -> str:
    return str(_words("values")["date"].format(year=day.year, month=day.month, day=day.day))
