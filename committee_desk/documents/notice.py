"""Form 3, the notice (公示书): who has which grade, by department or strokes, where and until when one may object."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from committee_desk.documents import table
from committee_desk.documents.drawing import drawing
from committee_desk.documents.forms import form
from committee_desk.documents.notice_sheet import Sheet, refuse_missing
from committee_desk.documents.table import Cell, Row, Type, cell
from committee_desk.domain.notice import Notice, NoticeLine
from committee_desk.services.publication_views import PublicationStamp

FEWEST = 2
"""So many rows at least stand together, over the turn of a page too."""


def draw(notice: Notice, stamp: PublicationStamp, *, draft: bool) -> bytes:
    """The notice as PDF, tighter where that takes a page less; UnprintableCharacters when no font holds a character."""
    with drawing():
        _refuse_missing(notice)
        loose = _written(notice, stamp, draft=draft, tight=False)
        if loose.paper.page == 1:
            return loose.finished()
        tight = _written(notice, stamp, draft=draft, tight=True)
        return (tight if tight.paper.page < loose.paper.page else loose).finished()


def _written(notice: Notice, stamp: PublicationStamp, *, draft: bool, tight: bool) -> Sheet:
    subject = form("notice")["subject"].format(year=notice.year)
    sheet = Sheet(subject, stamp, notice.version, notice.fingerprint, draft=draft, tight=tight)
    words, sections = notice.words, form("notice")["sections"]
    sheet.title(words.title)
    sheet.paragraph(words.basis)
    _people(sheet, notice)
    if words.removed:
        sheet.paragraph(words.removed)
    below = ((words.scope, sections["scope"]), (words.window, sections["window"]),
             (words.objecting, sections["objecting"]))  # fmt: skip
    sheet.keep_signed(*below)
    for text, lead in below:
        sheet.paragraph(text, lead, signed=text is below[-1][0])
    sheet.signature(words.signed, words.dated)
    return sheet


def _people(sheet: Sheet, notice: Notice) -> None:
    """The table of everybody, over as many pages as it needs; each page says again what its columns are."""
    layout = form("notice")["layout"]
    sheet.y += float(layout["table_above"]) - sheet.leading
    for category, lines in groupby(notice.lines, key=lambda line: line.category):
        _table(sheet, notice, category if len(notice.categories) > 1 else "", tuple(lines))
    sheet.y += float(layout["table_below"]) + float(form("notice")["sizes"]["text"])


def _table(sheet: Sheet, notice: Notice, category: str, people: tuple[NoticeLine, ...]) -> None:
    across, least, count = _across(notice), _least(sheet), len(people)
    above = [_group(sheet, category, count, least)] if category else []
    head = _heading(sheet, notice, across, least)
    weights = (form("page")["lines"]["frame"], form("page")["lines"]["rule"])
    while people:
        rows, taken = _that_fit(sheet, notice, people, [*above, head])
        if not taken:
            sheet.turn()
            continue
        needed = sum(each.height for each in rows)
        sheet.y = table.draw(sheet.paper, sheet.y, rows, room=needed, first_column=0, weights=weights)
        people = people[taken:]
        if people:
            above = [_group(sheet, category, count, least, again=True)] if category else []
            sheet.turn()


def _that_fit(sheet: Sheet, notice: Notice, people: Sequence[NoticeLine], above: list[Row]) -> tuple[list[Row], int]:
    """The rows that find room on this page, and how many people stand in them; none where two rows have no room.

    No single row goes over to the next page, with its headings above it.
    """
    across, least = _across(notice), _least(sheet)
    room = sheet.bottom - sheet.y - sum(each.height for each in above)
    deep = min(int(room / least), -(-len(people) // across))
    while deep > 0:
        taken = min(deep * across, len(people))
        rows = list(_rows(sheet, notice, people[:taken], across, least))
        if sum(each.height for each in rows) <= room and (deep > 1 or taken == len(people)):
            if deep > FEWEST and 0 < len(people) - taken <= across:
                taken -= across
                rows = list(_rows(sheet, notice, people[:taken], across, least))
            return [*above, *rows], taken
        deep -= 1
    return [], 0


def _rows(sheet: Sheet, notice: Notice, people: Sequence[NoticeLine], across: int, height: float) -> Iterable[Row]:
    """The people down each block of columns, the blocks side by side."""
    deep = -(-len(people) // across)
    blank = len(people)
    for down in range(deep):
        cells: list[Cell] = []
        for block in range(across):
            at = block * deep + down
            edges = _edges(sheet, notice, across, block)
            texts = _texts(notice, people[at]) if at < len(people) else [""] * len(edges)
            if at == blank:
                texts[0] = form("notice")["blank"]
            best = at < len(people) and people[at].grade == form("notice")["best"]
            cells += _cells(edges, texts, best=best)
        yield Row(tuple(cells), _rules(sheet, notice, across), least=height)


def _heading(sheet: Sheet, notice: Notice, across: int, height: float) -> Row:
    wording = form("notice")
    names = [wording["department"], wording["name"], wording["grade"]]
    names += [wording["scores"]] * notice.scores + [wording["ranks"]] * notice.ranks
    style = Type("hei", float(wording["sizes"]["table"]), "centre")
    cells = [
        cell(x, width, name, style)
        for block in range(across)
        for (x, width), name in zip(_edges(sheet, notice, across, block), names, strict=True)
    ]
    return Row(tuple(cells), _rules(sheet, notice, across), least=height)


def _group(sheet: Sheet, category: str, count: int, height: float, *, again: bool = False) -> Row:
    """The line over a category's people; `again` where they come from the page before."""
    wording = form("notice")
    style = Type("hei", float(wording["sizes"]["heading"]), "centre")
    said = wording["group"].format(category=category, count=count) + (wording["continued"] if again else "")
    return Row((cell(0, sheet.paper.area.width, said, style),), least=height)


def _texts(notice: Notice, line: NoticeLine) -> list[str]:
    wording = form("notice")
    found = [line.department, line.name, line.grade or wording["open"]]
    if notice.scores:
        found.append("" if line.score is None else f"{line.score // 100}.{line.score % 100:02}")
    if notice.ranks:
        found.append("" if line.rank is None else str(line.rank))
    return found


def _cells(edges: Sequence[tuple[float, float]], texts: Sequence[str], *, best: bool) -> list[Cell]:
    size = float(form("notice")["sizes"]["table"])
    return [
        cell(x, width, text, Type("song_bold" if best and at == 2 else "song", size, "centre"))
        for at, ((x, width), text) in enumerate(zip(edges, texts, strict=True))
    ]


def _across(notice: Notice) -> int:
    layout = form("notice")["layout"]
    return int(layout["columns_scored" if notice.scores or notice.ranks else "columns"])


def _least(sheet: Sheet) -> float:
    """How high a row is at least: lower where that takes a page less."""
    return float(form("notice")["layout"]["row_tight" if sheet.tight else "row"])


def _edges(sheet: Sheet, notice: Notice, across: int, block: int) -> list[tuple[float, float]]:
    """Where each column of a block begins, and its width."""
    ungraded = any(not line.grade for line in notice.lines)
    shares = [0.4, 0.27, 0.33] if ungraded else [0.48, 0.3, 0.22]
    more = notice.scores + notice.ranks
    shares = [share * (1 - 0.2 * more) for share in shares] + [0.2] * more
    whole = sheet.paper.area.width / across
    found, x = [], block * whole
    for share in shares:
        found.append((x, share * whole))
        x += share * whole
    return found


def _rules(sheet: Sheet, notice: Notice, across: int) -> tuple[float, ...]:
    edges = [x for block in range(across) for x, _ in _edges(sheet, notice, across, block)]
    return tuple(edges[1:])


def _refuse_missing(notice: Notice) -> None:
    words = notice.words
    said = "".join((words.title, words.basis, words.scope, words.window, words.objecting, words.signed, words.removed))
    people = [(line.code, line.name, f"{line.name}{line.department}") for line in notice.lines]
    refuse_missing([*people, ("", notice.office, said)])
