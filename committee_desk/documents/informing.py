"""告知书 to somebody whose figures a decision moved: the own figures, why, whether the grade hangs again, what to do.

Nobody's name stands in it, neither the applicant's nor of who came by.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from committee_desk.documents.delivery_receipt import said_day
from committee_desk.documents.drawing import drawing
from committee_desk.documents.forms import form
from committee_desk.documents.letter import Letter, Part, foot_of, in_order, refuse_missing, small_row
from committee_desk.documents.notice_words import short
from committee_desk.documents.table import Row
from committee_desk.domain.exact import figure
from committee_desk.domain.publication import MIDNIGHT
from committee_desk.services.result_paper_views import InformingPaper
from committee_desk.services.sheet_refusals import Printed
from committee_desk.wording.informings import reasons_to_the_person

ROW = 8


def draw(paper: InformingPaper) -> bytes:
    """The paper as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        wording, moved = _words(), paper.moved
        parts = in_order(wording["leads"]["numerals"], list(_parts(paper)))
        opening = wording["opening"].format(day=said_day(paper.day), document=paper.document, year=paper.year)
        written = [opening, moved.department, paper.stamp.office, paper.stamp.by, *(each.text for each in parts)]
        refuse_missing(Printed.REVIEW, moved.code, moved.name, written)
        foot = foot_of(paper.stamp, paper.label)
        letter = Letter(wording["title"], paper.stamp, foot, remark=wording["remark"], tight=True)
        letter.title(wording["title"])
        number = wording["number_again" if paper.again else "number"]
        letter.number(number.format(label=paper.label, day=said_day(paper.dated)))
        letter.address(wording["to"].format(name=moved.name, department=moved.department, code=moved.code))
        letter.paragraph(opening)
        letter.table(*_figures(paper))
        letter.body(parts, wording["signed"].format(office=paper.stamp.office), said_day(paper.dated))
        _signed(letter)
        return letter.finished()


def _words() -> Any:  # noqa: ANN401 - whatever the form's file holds there
    return form("review")["informing"]


def _figures(paper: InformingPaper) -> tuple[Row, list[Row]]:
    """The grade, the total, the rank, and every indicator that is otherwise."""
    columns = _words()["columns"]
    heads = small_row(columns, [(each, "hei") for each in _words()["heads"]], ROW)
    bold = "song_bold" if paper.moved.graded_anew else "song"
    told = [
        small_row(columns, [(name, "song"), (before, "song"), (after, "song" if at else bold)], ROW)
        for at, (name, before, after) in enumerate(_told(paper))
    ]
    return heads, told


def _told(paper: InformingPaper) -> Iterator[tuple[str, str, str]]:
    wording, moved, order = _words(), paper.moved, list(paper.indicators)
    before, after = (str(each) if each else form("review")["open"] for each in moved.grades)
    yield wording["grade"], before, after
    yield wording["total"], _points(moved.total.before), _points(moved.total.after)
    before, after = (str(each) if each else wording["unranked"] for each in (moved.rank.before, moved.rank.after))
    yield wording["rank"], before, after
    known = {each.name: each for each in moved.indicators}
    for name in sorted(known, key=lambda name: order.index(name) if name in order else len(order)):
        yield paper.indicators.get(name, name), _points(known[name].before), _points(known[name].after)


def _points(given: int | None) -> str:
    return figure(given) if given is not None else str(form("review")["nothing"])


def _parts(paper: InformingPaper) -> Iterator[Part]:
    wording, leads = _words(), _words()["leads"]
    yield Part(leads["why"], wording["why"].format(why="；".join(reasons_to_the_person(paper.moved))))
    yield Part(leads["republished"], "".join(_republished(paper)))
    yield Part(leads["rights"], "".join(_rights(paper)))


def _republished(paper: InformingPaper) -> Iterator[str]:
    wording = _words()
    if not paper.republished:
        yield wording["not_republished"]
        return
    yield wording["republished"]
    if paper.counted and paper.cut_off:
        yield wording["hangs"].format(
            days=_days(paper.counted),
            last=said_day(paper.counted[-1]),
            cut_off="二十四时" if paper.cut_off == MIDNIGHT else paper.cut_off,
        )
    elif paper.counted:
        yield wording["planned"].format(count=len(paper.counted))


def _days(days: Sequence[Any]) -> str:
    return "、".join(map(short, days))


def _rights(paper: InformingPaper) -> Iterator[str]:
    wording = _words()
    if paper.republished:
        yield wording["object"]
        if paper.receiving.department:
            yield wording["receiving"].format(**paper.receiving._asdict())
    yield wording["renewed" if paper.renewed else "later"]


def _signed(letter: Letter) -> None:
    """Where the person signs that the paper came."""
    size = float(form("result")["sizes"]["value"])
    letter.need(letter.leading)
    letter.paper.text(0, letter.y + size, _words()["sign"], "song", size)
