"""异议台账: the year's objections in a list, by number."""

from collections import Counter

from committee_desk.documents.drawing import drawing
from committee_desk.documents.objection_sheet import Pages, refuse_missing, row, said_day, style, words
from committee_desk.documents.table import Row
from committee_desk.domain.objections import ObjectionState
from committee_desk.services.objection_paper_views import RegisterPaper
from committee_desk.services.objection_views import ObjectionRow
from committee_desk.wording.objections import lasting, matter_names, state_name


def draw(paper: RegisterPaper) -> bytes:
    """The list as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        for each in paper.rows:
            written = (each.name, each.department, each.other_name, each.held.receiver, each.held.state_reason)
            refuse_missing(each.held.code, each.name, (*written, each.held.state_document))
        wording = words("register")
        title = wording["title"].format(year=paper.year)
        pages = Pages(title, wording["subject"].format(year=paper.year), paper.stamp, words("remark"))
        top = pages.head("")
        summary = _summary(paper)
        pages.paper.text(0, top + 6, summary, "song", words("sizes")["small"])
        head = style("hei", "small", align="centre")
        heads = row(wording["columns"], [(each, head) for each in wording["heads"]], 7)
        rows = [_row(each) for each in paper.rows] or [row((156,), [(wording["none"], style("song", "value"))], 12)]
        pages.table(top + 14, rows, wording["group"], heads=heads)
        return pages.finished()


def _summary(paper: RegisterPaper) -> str:
    states = Counter(str(each.state) for each in paper.rows)
    in_time = sum(each.held.in_time for each in paper.rows)
    told = {str(state): states[str(state)] for state in ObjectionState}
    late = len(paper.rows) - in_time
    return str(words("register")["summary"].format(count=len(paper.rows), in_time=in_time, late=late, **told))


def _row(each: ObjectionRow) -> Row:
    wording, held = words("register"), each.held
    left, centre = style("song", "small", pitch=1.25), style("song", "small", align="centre", pitch=1.25)
    about = wording["other"].format(name=each.other_name) if each.other_name else ""
    received = wording["received"].format(moment=f"{held.received:%Y-%m-%d %H:%M}", receiver=held.receiver)
    if held.typed_afterwards:
        received += wording["afterwards"]
    if each.received_first:
        received += wording["corrected"].format(first=f"{each.received_first:%Y-%m-%d %H:%M}")
    late = [] if held.in_time else [wording["late"].format(late=lasting(held.minutes_late))]
    stands = [*late, state_name(held.state), *filter(None, (held.state_reason, held.state_document))]
    texts = (
        (each.label, centre),
        (f"{each.name}\n{each.department}", centre),
        (matter_names(held.matters) + about, left),
        (received, centre),
        (wording["answer"].format(day=said_day(held.answer_by)) if held.in_time else wording["later"], centre),
        ("；".join(each.rstrip("。；") for each in stands), left),
    )
    return row(wording["columns"], texts, 10)
