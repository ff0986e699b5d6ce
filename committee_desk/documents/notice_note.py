"""Form 3, what hangs beside a notice: the supplementary notice (补充公告) and the correction note (更正说明)."""

from itertools import groupby

from committee_desk.documents.drawing import drawing
from committee_desk.documents.forms import form
from committee_desk.documents.notice_sheet import Sheet, readable, refuse_missing
from committee_desk.documents.notice_words import full, short
from committee_desk.domain.publication import MIDNIGHT, StepWhy
from committee_desk.services.publication_views import Correction, NoteRow, PublicationStamp, Supplement, VersionView


def draw(view: VersionView, note: NoteRow, stamp: PublicationStamp) -> bytes:
    """The note as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        wording, notice = form("notice")["note"], view.held.notice
        about = note.content
        said = _supplement(view, about) if isinstance(about, Supplement) else _correction(view, about)
        refuse_missing([("", notice.office, "".join(said))])
        key = "supplement_title" if isinstance(about, Supplement) else "correction_title"
        title = wording[key].format(year=notice.year)
        sheet = Sheet(title, stamp, view.version, notice.fingerprint, draft=False)
        sheet.title(title)
        size = float(form("notice")["sizes"]["heading"])
        number = wording["supplement_number"].format(number=note.number)
        sheet.paper.centred(sheet.paper.area.width / 2, sheet.y - 16, number, "song", size + 1)
        sheet.y += 12
        for text in said:
            sheet.paragraph(text, signed=text is said[-1])
        sheet.signature(notice.words.signed, full(note.day))
        return sheet.finished()


def _supplement(view: VersionView, told: Supplement) -> list[str]:
    """Why the window ends later, and when it ends now."""
    wording = form("notice")["note"]
    places = "".join(f"“{each.place}”" for each in told.down)
    calendar = _calendar(told)
    first = wording[told.why.value].format(**_of(view), places=places, reason=_reason(told), calendar=calendar)
    if calendar and told.why is not StepWhy.RECOUNTED:
        first += wording["also_calendar"].format(calendar=calendar)
    last = told.counted[-1]
    now = wording["now"].format(
        before=full(told.before),
        last=full(last),
        count=len(told.counted),
        days="、".join(map(short, told.counted)),
        last_short=short(last),
        cut_off="二十四时" if told.cut_off == MIDNIGHT else told.cut_off,
    )
    return [first, now]


def _reason(told: Supplement) -> str:
    """Why, as it stands in the sentence; of several places each with its own, unless they share one."""
    wording = form("notice")["note"]
    if not told.down:
        return readable(told.reason)
    reasons = {readable(each.reason) for each in told.down}
    if len(reasons) > 1:
        named = (
            wording["reason_at"].format(place=each.place, reason=readable(each.reason))
            for each in told.down
            if each.reason
        )
        reason = "；".join(named)
    else:
        reason = "".join(reasons)
    return wording["reason_in"].format(reason=reason) if reason else ""


def _calendar(told: Supplement) -> str:
    """Which days the calendar changed, and on whose authority, as it stands in the sentence."""
    wording = form("notice")["note"]
    said = []
    for (works, document), days in groupby(told.calendar, key=lambda each: (each.works, each.document)):
        now = wording["works" if works else "off" if document else "rests"]
        listed = wording["changed"].format(days="、".join(short(each.day) for each in days), now=now)
        said.append("，".join(filter(None, (listed, readable(document)))))
    return wording["reason_in"].format(reason="；".join(said)) if said else ""


def _correction(view: VersionView, told: Correction) -> list[str]:
    """What the notice says, and what it should say."""
    wording = form("notice")["note"]
    before, after = readable(told.before), readable(told.after)
    field = wording["fields"][told.slip.value]
    return [wording["corrected"].format(**_of(view), field=field, before=before, after=after), wording["unchanged"]]


def _of(view: VersionView) -> dict[str, object]:
    notice = view.held.notice
    return {"day": full(notice.posted), "title": f"《{notice.words.title}》", "version": view.version}
