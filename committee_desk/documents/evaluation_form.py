"""Form 10, 案件评价表 (一案一评): items, findings, grade, cause and reply of one case. Wording: its own toml."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from reportlab.lib.units import mm

from committee_desk.documents import table
from committee_desk.documents.drawing import drawing
from committee_desk.documents.forms import form
from committee_desk.documents.furniture import Foot, moment
from committee_desk.documents.missing_glyphs import require_glyphs
from committee_desk.documents.page import Paper, area
from committee_desk.documents.table import Row, Type, cell, in_columns
from committee_desk.domain.evaluations import FULL, ITEMS, Cause, Evaluation, Item, takes_points
from committee_desk.services.evaluation_paper import EvaluationForm
from committee_desk.services.sheet_refusals import Printed
from committee_desk.services.sheet_views import Stamp
from committee_desk.wording.evaluations import overridden_line
from committee_desk.wording.numbers import plain, signed


def draw(told: EvaluationForm, stamp: Stamp) -> bytes:
    """The form as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        _refuse_missing(told)
        pages = table.paginate(list(_rows(told)), _room(first=True), _room(first=False))
        wording, lines = form("evaluation"), form("page")["lines"]
        subject = wording["subject"].format(title=wording["title"], number=told.number)
        marks = [form("page")["marks"]["demo"]] if told.demo else []
        paper = Paper(subject, told.office, wording["title"], stamp.at, marks, wording["remark"])
        for number, rows in enumerate(pages):
            if number:
                paper.next_page()
            _head(paper, told, stamp, first=not number)
            room = sum(row.height for row in rows)
            edge, weights = _words("columns")["label"] * mm, (lines["frame"], lines["rule"])
            end = table.draw(paper, _top(first=not number), rows, room=room, first_column=edge, weights=weights)
            _foot(paper, end, stamp)
        return paper.finished()


def _words(section: str) -> Any:  # noqa: ANN401 - whatever the form's file holds there
    return form("evaluation")[section]


def _top(*, first: bool) -> float:
    return float(_words("layout")["table" if first else "table_continued"])


def _room(*, first: bool) -> float:
    return area().height - _top(first=first) - float(_words("layout")["foot"])


def _rows(told: EvaluationForm) -> Iterator[Row]:
    """The case, the items, the marks, what was found, why, and who says what."""
    review, labels, values = told.evaluation.review, _words("labels"), _words("values")
    yield _pair(("number", told.number), ("kind", told.kind))
    yield _whole("title", told.title)
    yield _pair(("department", told.department), ("closed", _date(told.closed)))
    handlers = (values["handler"].format(name=n, code=c, share=plain(share)) for n, c, share in told.handlers)
    yield _whole("handlers", "、".join(handlers))
    yield _whole("outcome", told.outcome)
    style = Type("hei", _words("sizes")["label"], "centre")
    yield _cells("items", [(labels[name], style) for name in ("side", "item", "lost", "note")], "head")
    for side in FULL:
        yield from _item_rows(side, told.evaluation)
    yield _marks(told.evaluation)
    grade = values["graded"].format(grade=review.grade, points=signed(told.points)) if told.points else review.grade
    yield _whole("grade", grade)
    yield _pair(("reviewer", review.reviewer or ""), ("reviewed", _date(review.reviewed)))
    if review.note:
        yield _whole("remarks", review.note)
    if told.overridden:
        yield _whole("overridden", "\n".join(map(overridden_line, told.overridden)), "text")
    yield _whole("findings", _findings(told.evaluation), "text")
    if told.asks_for_cause or told.cause is not None:
        yield _whole("cause", _cause(told), "text")
    yield _whole("reply", _reply(told.evaluation), "text")
    yield _whole("signatures", values["signed"], "sign", align="spread")


def _cells(columns: str, texts: Sequence[tuple[str, Type]], least: str, **how: Any) -> Row:  # noqa: ANN401 - of Row
    return in_columns(_words("columns")[columns], texts, _words("rows")[least], **how)


def _pair(*pairs: tuple[str, str]) -> Row:
    """Two labels, each with its value; an empty one is a line to write on."""
    sizes, empty = _words("sizes"), _words("values")["empty"]
    label, value = Type("hei", sizes["label"], "centre"), Type("song", sizes["value"])
    texts = [each for name, said in pairs for each in ((_words("labels")[name], label), (said or empty, value))]
    return _cells("pair", texts, "fact")


def _whole(name: str, said: str, least: str = "fact", *, align: Any = "left") -> Row:  # noqa: ANN401 - of Type
    """One label and a text across the rest."""
    edge, whole, sizes = _words("columns")["label"] * mm, _words("columns")["whole"] * mm, _words("sizes")
    text = cell(edge, whole - edge, said or _words("values")["empty"], Type("song", sizes["value"], align, 1.4))
    label = cell(0, edge, _words("labels")[name], Type("hei", sizes["label"], "centre"))
    return Row((label, text), (edge,), _words("rows")[least] * mm)


def _item_rows(side: str, evaluation: Evaluation) -> Iterator[Row]:
    """Every item that is looked at, and what was found of it; the side's name stands once beside them."""
    sizes, none = _words("sizes"), _words("values")["none"]
    heading = _words("sides")[side].format(full=plain(FULL[side]))
    label = cell(0, _words("columns")["label"] * mm, heading, Type("hei", sizes["label"], "centre"))
    written = {item.name: item for item in evaluation.items if item.side == side}
    small, middle = Type("song", sizes["item"]), Type("song", sizes["item"], "centre")
    for name in dict.fromkeys((*ITEMS[side], *written)):
        item = written.get(name, Item(side, name, Decimal(0)))
        lost = plain(item.lost) if item.lost else none
        texts = [("", small), (name, small), (lost, middle), (item.note, small)]
        yield _cells("items", texts, "item", group=side, label=label)


def _marks(evaluation: Evaluation) -> Row:
    review, sizes, values = evaluation.review, _words("sizes"), _words("values")
    label, value = Type("hei", sizes["label"], "centre"), Type("song_bold", sizes["total"], "centre")
    texts = [
        (_words("labels")["marks"], label),
        (values["substance"].format(mark=plain(review.substance)), value),
        (values["procedure"].format(mark=plain(review.procedure)), value),
        (values["total"].format(mark=plain(review.substance + review.procedure)), value),
    ]
    return _cells("totals", texts, "total")


def _findings(evaluation: Evaluation) -> str:
    values = _words("values")
    if not evaluation.findings:
        return str(values["no_findings"])
    return "\n".join(
        values["finding"].format(number=each.number, text=each.text).strip() for each in evaluation.findings
    )


def _cause(told: EvaluationForm) -> str:
    values, found = _words("values"), told.cause
    deducts = told.points < 0
    if found is None:
        taken = deducts or takes_points(told.evaluation.review, told.evaluation.items)
        return str(values["no_cause_deducted" if taken else "no_cause"].format(outcome=told.outcome))
    said = values["cause"].format(
        cause=found.cause.value, decision=found.decision, day=_date(found.day), reason=found.reason
    )
    return str(said + (values["no_fault_deducted"] if deducts and found.cause is not Cause.FAULT else ""))


def _reply(evaluation: Evaluation) -> str:
    values = _words("values")
    if not evaluation.reply:
        return str(values["no_reply"])
    return str(values["replied"].format(reply=evaluation.reply, day=_date(evaluation.replied)))


def _date(day: date | None) -> str:
    if day is None:
        return ""
    return str(_words("values")["date"].format(year=day.year, month=day.month, day=day.day))


def _head(paper: Paper, told: EvaluationForm, stamp: Stamp, *, first: bool) -> None:
    wording, sizes, layout, width = form("evaluation"), _words("sizes"), _words("layout"), paper.area.width
    title, size, at = ("title", "title", "title") if first else ("continued", "continued", "title_continued")
    paper.centred(width / 2, layout[at], wording[title], "song_bold", sizes[size])
    y, heading = _top(first=first) - 6, sizes["heading"]
    paper.text(0, y, wording["office"].format(office=told.office), "song", heading)
    paper.centred(width / 2, y, wording["basis"] if first else told.number, "song", heading)
    paper.right(width, y, wording["number"].format(version=stamp.version), "song", heading)


def _foot(paper: Paper, y: float, stamp: Stamp) -> None:
    """Who printed it, when, from which data and which state of the journal."""
    wording = _words("foot")
    told = {"maker": stamp.maker or wording["nobody"], "at": moment(wording["at"], stamp.at)}
    foot = Foot.of(wording, told, stamp.fingerprint, stamp.head, stamp.supersedes)
    foot.write(paper, y, _words("layout")["foot_lines"], _words("sizes")["foot"])


def _refuse_missing(told: EvaluationForm) -> None:
    """Every character must be in a font; all that are not are named at once."""
    evaluation = told.evaluation
    written = [
        told.office, told.number, told.title, told.kind, told.department, told.outcome, evaluation.reply or "",
        evaluation.review.reviewer or "", evaluation.review.note or "", evaluation.review.grade,
        *(name for name, _, _ in told.handlers), *(f"{each.name}{each.note}" for each in evaluation.items),
        *(f"{each.number}{each.text}" for each in evaluation.findings),
        *(overridden_line(each) for each in told.overridden),
        *([told.cause.decision, told.cause.reason] if told.cause else []),
    ]  # fmt: skip
    require_glyphs(Printed.EVALUATION, [(told.number, told.title, "".join(written))])
