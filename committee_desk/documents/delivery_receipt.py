"""送达回证: how a paper reached whom it is for, as its own page behind it: filled in as it is recorded, else blank."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from committee_desk.documents.fonts import BLANK, BOX, TICKED
from committee_desk.documents.forms import form
from committee_desk.documents.letter import Letter, edge
from committee_desk.documents.table import Row, Type, draw, in_columns
from committee_desk.domain.results import Means


class Served(NamedTuple):
    """What is recorded of serving; nothing of what is not."""

    means: Means | None = None
    day: date | None = None
    by: str = ""
    witnesses: Sequence[str] = ()
    proof: str = ""
    note: str = ""
    reason: str = ""
    """Why the person would not take or sign it."""


def receipt_page(letter: Letter, paper: str, to: str, served: Served) -> None:
    """The receipt on a page of its own."""
    wording, layout = form("result")["receipt"], form("result")["layout"]
    letter.turn()
    middle, size = letter.paper.area.width / 2, form("result")["sizes"]["title"]
    letter.paper.centred(middle, layout["receipt_title"], wording["title"], "song_bold", size)
    rows = _rows(wording, paper, to, served)
    weights = form("page")["lines"]
    end = draw(
        letter.paper,
        layout["receipt_table"],
        rows,
        room=sum(each.height for each in rows),
        first_column=edge(wording["label"]),
        weights=(weights["frame"], weights["rule"]),
    )
    letter.y = end + 30
    letter.paper.text(0, end + 20, wording["explained"], "song", form("result")["sizes"]["small"])


def _rows(wording: dict[str, Any], paper: str, to: str, served: Served) -> list[Row]:
    least, tall = wording["least"], wording["tall"]
    return [
        _row("paper", paper, least),
        _row("to", to, least),
        _row("means", _means(served.means), least),
        _row("known", said_day(served.day), least),
        _row("served_by", wording["signed_by"].format(name=served.by or BLANK * 6), least),
        _row("received", wording["sign"].format(day=said_day(None)), tall),
        _row("refused", _refused(served), tall + 8),
        _row("proof", served.proof, tall),
        _row("note", served.note, tall),
    ]


def _row(label: str, text: str, least: float) -> Row:
    wording, sizes = form("result")["receipt"], form("result")["sizes"]
    head = (wording[label], Type("hei", sizes["label"], "centre", 1.3))
    return in_columns((wording["label"], 156), (head, (text, Type("song", sizes["value"], "left", 1.7))), least)


def _means(means: Means | None) -> str:
    wording = form("result")["receipt"]
    told = (f"{TICKED if each is means else BOX}{wording['kinds'][str(each)]}" for each in Means)
    return str(wording["gap"].join(told))


def _refused(served: Served) -> str:
    wording = form("result")["receipt"]
    if served.means is not Means.LEFT:
        return str(wording["refused_blank"])
    reason = wording["refused_why"].format(reason=served.reason) if served.reason else ""
    return str(wording["refused_before"].format(reason=reason, names="、".join(served.witnesses)))


def said_day(day: date | None) -> str:
    """A day in full, or the line to write it on."""
    wording = form("result")
    if day is None:
        return str(wording["blank_day"])
    return str(wording["day"].format(year=day.year, month=day.month, day=day.day))
