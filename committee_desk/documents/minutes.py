"""Form 11, 会议记录: who was there, what was voted on by how many, who left and why, and what was said."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from committee_desk.documents.furniture import moment
from committee_desk.documents.meeting_form import band, cells, drawn, pair, whole, words
from committee_desk.documents.table import Row, Type
from committee_desk.domain.committee import AgendaItem, ItemKind, Presence
from committee_desk.domain.grade_list import Listed
from committee_desk.domain.scores import Grade
from committee_desk.services.meeting_papers import MeetingPaper, VotedList
from committee_desk.services.meeting_views import Attendance, QuestionView
from committee_desk.services.sheet_refusals import Printed
from committee_desk.wording.committee import (
    member_post,
    outcome_name,
    presence_name,
    question_subject,
    recusal_reason,
    told_apart,
)

KIND = "minutes"
SHORT = 12
"""So many letters of a fingerprint tell lists apart on paper."""


def draw(told: MeetingPaper) -> bytes:
    """The minutes as PDF; UnprintableCharacters when no font holds one of their characters."""
    return drawn(told, KIND, _rows(told), Printed.MINUTES)


def _rows(told: MeetingPaper) -> Iterator[Row]:
    view, wording = told.view, words(KIND)
    held = view.row.held
    yield pair(KIND, ("called", moment(words("values")["moment"], held.called)), ("place", held.place))
    presiding = next((each.name for each in view.attendance if each.key == held.presiding), held.presiding)
    yield pair(KIND, ("presiding", presiding), ("recorder", held.recorder))
    counts = {"present": view.present, "members": view.members, "needed": view.needed}
    yield whole(KIND, "present", wording["present"].format(**counts))
    yield whole(KIND, "came", _came(told))
    yield whole(KIND, "absent", _absent(told))
    for place, item in enumerate(_agenda(told), start=1):
        yield replace(band(KIND, wording["item"].format(place=place, title=item.title)), leads=True)
        headings = _headings()
        yield headings
        for question in view.questions_of(item.id):
            yield _question(told, question, headings)
        if item.kind is ItemKind.GRADES and told.voted is not None:
            yield from _graded(told.voted, view.questions_of(item.id))
    yield band(KIND, wording["note"].format(majority=f"{told.majority.numerator}/{told.majority.denominator}"), "song")
    yield whole(KIND, "minutes", held.minutes, "text")
    yield whole(KIND, "signatures", wording["signed"], "sign", align="spread")


def _agenda(told: MeetingPaper) -> list[AgendaItem]:
    """The items in their order, with whom they are about as it stands."""
    known = {each.item.id: each.item for each in told.view.questions}
    return [known.get(each.id, each) for each in told.view.row.held.agenda]


def _came(told: MeetingPaper) -> str:
    present = (each for each in told.view.attendance if each.presence is Presence.PRESENT)
    wording = words(KIND)["member"]
    return "、".join(wording.format(name=told.view.called(each), post=member_post(each.post)) for each in present)


def _absent(told: MeetingPaper) -> str:
    missing = [each for each in told.view.attendance if each.presence is not Presence.PRESENT]
    return "、".join(_why_absent(told, each) for each in missing) or str(words("values")["none"])


def _why_absent(told: MeetingPaper, each: Attendance) -> str:
    wording = words(KIND)["noted" if each.note else "away"]
    return str(wording.format(name=told.view.called(each), presence=presence_name(each.presence), note=each.note))


def _headings() -> Row:
    labels, style = words(KIND)["labels"], Type("hei", words("sizes")["label"], "centre")
    names = ("question", "leaving", "entitled", "ayes", "noes", "abstentions", "outcome")
    return cells(words(KIND)["columns"]["votes"], [(labels[name], style) for name in names], "head", leads=True)


def _question(told: MeetingPaper, view: QuestionView, headings: Row) -> Row:
    size = words("sizes")["item"]
    small, middle = Type("song", size), Type("song", size, "centre")
    texts = [(question_subject(view), small), (_leaving(told, view), small), (str(view.entitled), middle)]
    vote = view.vote
    counts = [str(each) for each in vote.count] if vote else [""] * 3
    outcome = outcome_name(vote.outcome) if vote else words(KIND)["open"]
    texts += [(each, middle) for each in (*counts, outcome)]
    return cells(words(KIND)["columns"]["votes"], texts, "item", kept=True, heads=headings)


def _graded(voted: VotedList, questions: Sequence[QuestionView]) -> Iterator[Row]:
    """The list that was voted on, and what each question gave whom."""
    wording = words(KIND)
    facts = {"version": voted.version, "count": len(voted.people), "fingerprint": voted.fingerprint[:SHORT]}
    yield whole(KIND, "list", wording["list"].format(**facts))
    listed = {each.code: each for each in voted.people}
    for place, question in enumerate(questions, start=1):
        names = dict(zip((each.code for each in question.people), told_apart(question.people), strict=True))
        own = [(name, listed[code]) for code, name in sorted(names.items()) if code in listed]
        yield whole(KIND, "graded", "\n".join(_grades(own)), label=wording["graded"].format(place=place))


def _grades(own: Sequence[tuple[str, Listed]]) -> Iterator[str]:
    """A line for every grade with its names, and one for everybody whom the committee graded otherwise than proposed.

    Why somebody has no grade is said nowhere.
    """
    wording = words(KIND)
    for grade in (*Grade, None):
        names = [name for name, each in own if each.grade is grade]
        if names:
            title = str(grade) if grade is not None else wording["apart"]
            yield wording["grade"].format(grade=title, count=len(names), names="、".join(names))
    for name, each in own:
        if each.departs and each.grade is not None and each.proposed is not None:
            facts = {"name": name, "proposed": each.proposed, "grade": each.grade, "reason": each.reason}
            yield wording["departure"].format(**facts)


def _leaving(told: MeetingPaper, view: QuestionView) -> str:
    """Each who left, with every ground; and who presided instead of whoever does over the meeting."""
    wording, people = words(KIND), {each.code for each in view.people}
    lines = []
    for key in sorted(view.question.leaving):
        own = [
            row
            for row in told.view.recusals
            if row.recusal.granted
            and (row.recusal.item, row.recusal.member) == (view.question.item, key)
            and (not row.recusal.about or row.recusal.about in people)
        ]
        why = "；".join(dict.fromkeys(map(recusal_reason, own)))
        lines.append(wording["leaves"].format(name=own[0].name if own else key, why=why))
    held = told.view.row.held
    usual = next((each.name for each in told.view.attendance if each.key == held.presiding), "")
    if view.vote and view.vote.presiding != usual:
        lines.append(wording["presided"].format(name=view.vote.presiding))
    return "\n".join(lines) or str(words("values")["none"])
