"""个人得分说明 (annex to form 4): why one person's figures are what they are.

Every case, event and mark of that person, and nothing of anybody else.
"""

from collections.abc import Iterator
from dataclasses import replace

from committee_desk.documents.drawing import drawing
from committee_desk.documents.objection_sheet import Pages, refuse_missing, row, style, words
from committee_desk.documents.table import Row
from committee_desk.domain.exact import figure
from committee_desk.domain.explanation import IndicatorExplanation
from committee_desk.services.objection_paper_views import OwnScorePaper
from committee_desk.wording.explained_outcome import outcome_sentence
from committee_desk.wording.explanations import input_line, lines, rule

SHORT = 150.0
"""An indicator no higher than this stands on one page; a longer one may go on on the next."""
_OWN = ("total", "performance")
"""Of what decided total and grade, only this is the person's own: the line of the places is somebody else's total."""


def draw(paper: OwnScorePaper) -> bytes:
    """The pages as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        wording = words("own")
        rows = list(_rows(paper))
        texts = [text for each in rows for held in each.cells for text in held.lines]
        refuse_missing(paper.explanation.code, paper.name, [*texts, paper.scheme, paper.stamp.office])
        title = wording["title"].format(year=paper.year)
        subject = wording["subject"].format(year=paper.year, code=paper.explanation.code, name=paper.name)
        pages = Pages(title, subject, paper.stamp, wording["remark"])
        told = {"code": paper.explanation.code, "name": paper.name, "category": paper.category}
        top = pages.head(wording["right"].format(**told))
        pages.table(top, rows, wording["label"])
        return pages.finished()


def _rows(paper: OwnScorePaper) -> Iterator[Row]:
    wording = words("own")
    head, value = style("hei", "label", align="centre"), style("song", "value", align="centre")
    said = wording["ranked"].format(rank=paper.rank, ranked=paper.ranked) if paper.rank else wording["unranked"]
    grade = paper.grade or wording["unpublished" if paper.published is None else "settled"]
    for pairs in (
        (("name", paper.name), ("code", paper.explanation.code), ("department", paper.department)),
        (("total", figure(paper.total)), ("rank", said), ("grade", grade)),
    ):
        yield row(wording["person"], [each for key, text in pairs for each in ((wording[key], head), (text, value))], 8)
    yield row(wording["columns"], [(each, head) for each in wording["heads"]], 7)
    for each in paper.explanation.indicators:
        yield _indicator(each, paper.names.get(each.indicator, each.indicator))
    small = style("song", "small", pitch=1.3)
    own = [outcome_sentence(step, inside=False) for step in paper.explanation.outcome if step.kind in _OWN]
    total = (figure(paper.total), style("song_bold", "value", align="centre"))
    yield row(wording["columns"], [(wording["sums"], head), total, ("；".join(own), small)], 9)
    yield row((156,), [("".join(_notes(paper)), small)], 9)


def _indicator(each: IndicatorExplanation, name: str) -> Row:
    wording = words("own")
    told = [
        wording["rule"].format(rule=rule(each)),
        wording["steps"].format(steps="；".join(lines(each))),
        *([wording["inputs"].format(count=len(each.inputs))] if each.inputs else []),
        *(wording["input"].format(number=at, line=input_line(given)) for at, given in enumerate(each.inputs, 1)),
    ]
    printed = wording["absent"] if each.printed is None else figure(each.printed)
    texts = (
        (wording["indicator"].format(name=name, maximum=each.maximum), style("hei", "small", align="centre")),
        (printed, style("song_bold", "value", align="centre")),
        ("\n".join(told), style("song", "small", pitch=1.3)),
    )
    made = row(wording["columns"], texts, 9, sentences=True)
    return replace(made, kept=made.height < SHORT)


def _notes(paper: OwnScorePaper) -> Iterator[str]:
    wording = words("own")
    yield wording["scheme"].format(scheme=paper.scheme)
    if paper.published is not None and paper.published != paper.total:
        yield wording["differs"].format(now=figure(paper.total), published=figure(paper.published))
