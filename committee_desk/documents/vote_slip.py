"""Form 11, 表决票: blank slips to cut apart, one for each member who may vote on a question, all of it alike."""

from committee_desk.documents.drawing import drawing
from committee_desk.documents.fonts import BOX, face
from committee_desk.documents.forms import form
from committee_desk.documents.meeting_form import begun, meeting_name, refuse_missing, words
from committee_desk.documents.page import Paper, area
from committee_desk.documents.typesetting import lines
from committee_desk.domain.committee import ItemKind
from committee_desk.services.meeting_papers import MeetingPaper
from committee_desk.services.meeting_views import QuestionView
from committee_desk.services.sheet_refusals import Printed
from committee_desk.wording.committee import question_title, told_apart

_TOP = 24.0
"""Under the marks."""


def draw(told: MeetingPaper) -> bytes:
    """The slips as PDF; UnprintableCharacters when no font holds one of their characters."""
    with drawing():
        slips = [(each, _lines(told, each)) for each in told.questions]
        refuse_missing(told, told.office + "".join(line for _, said in slips for line in said), Printed.VOTE_SLIP)
        marks = [form("page")["marks"]["demo"]] if told.demo else []
        sheets, y, fresh = begun(told, "slip", marks), _TOP, True
        for view, said in slips:
            height = _height(said)
            for _ in range(_count(told, view)):
                if not fresh and y + height > area().height:
                    sheets.next_page()
                    y = _TOP
                _slip(sheets, y, said, height)
                y, fresh = y + height + words("slip")["gap"], False
        return sheets.finished()


def _count(told: MeetingPaper, view: QuestionView) -> int:
    """As many as may vote: of those who came, or of all members while nobody has recorded who came."""
    if any(each.presence is not None for each in told.view.attendance):
        return view.entitled
    return sum(each.key not in view.question.leaving for each in told.view.attendance)


def _lines(told: MeetingPaper, view: QuestionView) -> list[str]:
    """What a slip says, in lines that have room."""
    wording, letters, size = words("slip"), face("song"), words("sizes")["text"]
    said = [
        wording["meeting"].format(office=told.office, meeting=meeting_name(told)),
        wording["item"].format(title=question_title(view) if view.item.kind is ItemKind.TIE else view.item.title),
    ]
    if view.people:
        names = "、".join(told_apart(view.people))
        many = len(view.people) > wording["most"]  # a slip is no list of an office
        said.append(wording["many" if many else "people"].format(count=len(view.people), names=names))
    room = area().width - 2 * wording["padding"]
    return [line for each in said for line in lines(each, room, lambda piece: letters.width(piece, size))]


def _height(said: list[str]) -> float:
    wording = words("slip")
    return float(2 * wording["padding"] + wording["title_size"] + (len(said) + 3.2) * wording["leading"])


def _slip(sheets: Paper, top: float, said: list[str], height: float) -> None:
    wording, sizes, width = words("slip"), words("sizes"), sheets.area.width
    padding, leading = wording["padding"], wording["leading"]
    sheets.frame(0, top, width, height, form("page")["lines"]["frame"])
    y = top + padding + wording["title_size"]
    sheets.centred(width / 2, y, wording["title"], "song_bold", wording["title_size"])
    for line in said:
        y += leading
        sheets.text(padding, y, line, "song", sizes["text"])
    y += leading * 1.7
    sheets.centred(width / 2, y, wording["choices"].replace("□", BOX), "song", sizes["text"] + 2)
    y += leading * 1.3
    sheets.text(padding, y, wording["note"], "song", sizes["foot"] + 0.5)
