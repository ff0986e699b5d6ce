"""The public edition of a year's results (结果公开版) as PDF: 优秀 by name, the rest counted; or the full list."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from committee_desk.documents.delivery_receipt import said_day
from committee_desk.documents.drawing import drawing
from committee_desk.documents.forms import form
from committee_desk.documents.letter import Letter, Part, foot_of, refuse_missing, small_row
from committee_desk.domain.people import Category
from committee_desk.domain.publication import CHINA
from committee_desk.services.edition_views import OPEN, REST, Counted, EditionGroup, EditionPaper, Told
from committee_desk.services.sheet_refusals import Printed

ROW = 7


def draw(paper: EditionPaper) -> bytes:
    """The edition as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        wording = _words()
        title = wording["title"].format(office=paper.stamp.office, year=paper.year)
        subject = wording["subject_whole" if paper.whole else "subject"].format(year=paper.year)
        refuse_edition(paper)
        remark = wording["whole_remark" if paper.whole else "public_remark"]
        foot = foot_of(paper.stamp, "") if paper.whole else ""  # the public does not ask who printed it
        letter = Letter(subject, paper.stamp, foot, remark=remark, tight=True)
        letter.title(title)
        letter.y += 10
        parts = [Part("", opening(paper)), *(() if paper.whole else _told(paper))]
        if paper.whole:
            letter.paragraph(parts[0].text)
            for group in paper.groups:
                _listed(letter, group)
            parts = [Part("", wording["end"])]
        letter.body(parts, paper.stamp.office, said_day(paper.stamp.at.astimezone(CHINA).date()))
        return letter.finished()


def _words() -> Any:  # noqa: ANN401 - whatever the form's file holds there
    return form("public_edition")


def opening(paper: EditionPaper) -> str:
    """What it is, and on which decisions it rests."""
    wording = _words()
    told = "；".join(wording["document"].format(document=name, day=said_day(day)) for name, day in paper.documents)
    key = ("opening_whole" if paper.whole else "opening") + ("_part" if paper.undecided else "")
    facts = {"year": paper.year, "office": paper.stamp.office, "documents": told}
    return str(wording[key].format(**facts, decided=paper.decided, undecided=paper.undecided))


def _told(paper: EditionPaper) -> Iterator[Part]:
    """Each category: 优秀 by name, the others by number."""
    for group in paper.groups:
        lead = f"{group.category}：" if len(paper.groups) > 1 or group.category != Category.PROSECUTOR else ""
        yield Part(lead + heading(group), "" if group.named else "。")
        for line in names(paper, group):
            yield Part("", line)
        for line in counted(group):
            yield Part("", line)


def heading(group: EditionGroup) -> str:
    """优秀（3人）."""
    wording = _words()
    if group.named:
        return str(wording["excellent"].format(count=len(group.named)))
    return str(wording["nobody_yet" if group.undecided else "nobody"])


def names(paper: EditionPaper, group: EditionGroup) -> list[str]:
    """The names by department, or in one line by strokes."""
    wording = _words()
    if not paper.by_department:
        return ["、".join(each.name for each in group.named) + "。"] if group.named else []
    return [
        wording["group"].format(department=department) + "、".join(each.name for each in people) + "。"
        for department, people in groupby(group.named, key=lambda each: each.department)
    ]


def counted(group: EditionGroup) -> Iterator[str]:
    """How many have which grade, as far as nobody is told apart by it; then on how many nobody has decided yet."""
    if told := _counts(group):
        yield told
    if group.undecided:
        yield str(_words()["undecided"].format(count=group.undecided))


def _counts(group: EditionGroup) -> str:
    wording = _words()
    if not group.counts:
        return ""
    if [each.label for each in group.counts] == [REST]:
        (rest,) = group.counts
        return str(wording["alone"].format(count=rest.people) if rest.people else wording["uncounted"])
    return str(wording["others"].format(counts="，".join(map(_count, group.counts))))


def _count(each: Counted) -> str:
    wording = _words()
    if each.label == REST:
        return str(wording["rest"].format(count=each.people))
    return str(wording["count"].format(label=wording["open"] if each.label == OPEN else each.label, count=each.people))


def _listed(letter: Letter, group: EditionGroup) -> None:
    """Everybody of a category, over as many pages as it needs."""
    wording = _words()
    letter.need(letter.leading * 3)
    letter.paragraph("", group.category)
    heads = small_row(wording["columns"], [(each, "hei") for each in wording["heads"]], ROW)
    rows = [
        small_row(
            wording["columns"],
            [(each.department, "song"), (each.name, "song"), (_standing(each), "song")],
            ROW,
        )
        for each in group.named
    ]
    letter.table(heads, rows)


def _standing(told: Told) -> str:
    """The grade, or why there is none."""
    return told.grade or str(_words()["waiting" if told.undecided else "open"])


def refuse_edition(paper: EditionPaper) -> None:
    """Every character must be in a font; all that are not are named at once."""
    written = [paper.stamp.office, paper.stamp.by, *(document for document, _ in paper.documents)]
    written += [f"{each.name}{each.department}" for group in paper.groups for each in group.named]
    refuse_missing(Printed.EDITION, "", paper.stamp.office, written)
