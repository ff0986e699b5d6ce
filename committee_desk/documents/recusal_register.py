"""Form 11, 回避登记表: every recusal of a meeting, on which ground, for whom, and who decided."""

from collections.abc import Iterator

from committee_desk.documents.meeting_form import band, cells, drawn, whole, words
from committee_desk.documents.table import Row, Type
from committee_desk.domain.committee import Origin
from committee_desk.services.meeting_papers import MeetingPaper
from committee_desk.services.meeting_views import RecusalRow
from committee_desk.services.sheet_refusals import Printed
from committee_desk.wording.committee import recusal_reason

KIND = "register"
_COLUMNS = ("place", "item", "member", "about", "why", "origin", "decision")


def draw(told: MeetingPaper) -> bytes:
    """The register as PDF; UnprintableCharacters when no font holds one of its characters."""
    return drawn(told, KIND, _rows(told), Printed.RECUSALS)


def _rows(told: MeetingPaper) -> Iterator[Row]:
    edges, labels = words(KIND)["columns"]["rows"], words(KIND)["labels"]
    style = Type("hei", words("sizes")["label"], "centre")
    heads = cells(edges, [(labels[name], style) for name in _COLUMNS], "head", leads=True)
    yield heads
    if not told.view.recusals:
        yield band(KIND, words(KIND)["nobody"])
    titles = {each.id: each.title for each in told.view.row.held.agenda}
    for place, row in enumerate(told.view.recusals, start=1):
        yield _recusal(place, row, titles.get(row.recusal.item, row.recusal.item), heads)
    yield band(KIND, words(KIND)["note"], "song")
    yield whole(KIND, "signatures", words(KIND)["signed"], "sign", align="spread")


def _recusal(place: int, row: RecusalRow, title: str, heads: Row) -> Row:
    wording, recusal = words(KIND), row.recusal
    small, middle = Type("song", words("sizes")["item"]), Type("song", words("sizes")["item"], "centre")
    declared = recusal.origin is Origin.DECLARED
    decision = wording["granted" if recusal.granted else "refused"].format(by=recusal.decided_by)
    texts = [
        (str(place), middle),
        (title, small),
        (row.name, middle),
        (row.about if recusal.about else wording["whole"], middle),
        (recusal_reason(row), small),
        (wording["declared" if declared else "derived"], small),
        (decision if declared else wording["lawful"], small),
    ]
    return cells(wording["columns"]["rows"], texts, "item", kept=True, heads=heads)
