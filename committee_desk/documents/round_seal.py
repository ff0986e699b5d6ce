"""Form 6, 封存单 and 启封清单: the key of what a void round keeps sealed, and what was found when it was opened."""

from collections.abc import Iterator
from decimal import Decimal

from committee_desk.documents.drawing import drawing
from committee_desk.documents.objection_sheet import row, style
from committee_desk.documents.round_form import RoundPages, class_name, counted, refuse_missing, words
from committee_desk.documents.ruled_sections import Sections
from committee_desk.documents.table import Row, Type
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Turnout
from committee_desk.services.round_paper_views import RatedPerson, SealPaper, UnsealedPaper
from committee_desk.wording.numbers import plain

IN_A_ROW = 7


def draw_seal(paper: SealPaper) -> bytes:
    """封存单 as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        said = (paper.stamp.office, paper.stamp.by, paper.round.title, paper.why)
        refuse_missing((), said, paper.round.label)
        return counted(lambda pages: _seal(paper, pages))


def _seal(paper: SealPaper, count: int) -> RoundPages:
    wording = words("seal")
    pages = RoundPages(wording["title"], paper.round, paper.stamp, wording["remark"], paper.fingerprint(), pages=count)
    sections = Sections(pages, pages.head(paper.round.label))
    sections.table(list(_facts(paper)), wording["label"])
    sections.heading(wording["turnout"])
    listed = [_turnout(name, each) for name, each in paper.turnouts]
    sections.columns(wording["columns"], wording["heads"], listed, wording["unknown"])
    sections.heading(wording["key"], keep=140)
    sections.table(list(_key(paper.key)), wording["groups"][0])
    sections.y += 4
    sections.text(wording["note"], style("song", "small"))
    sections.heading(wording["keep_title"])
    for each in wording["keep"]:
        sections.text(each)
    _signed(sections, wording["signed"])
    return pages


def _facts(paper: SealPaper) -> Iterator[Row]:
    wording, head, value = words("seal"), style("hei", "label", align="centre"), style("song", "value")
    marks = wording["counted"].format(count=paper.marks)
    yield row(wording["facts"], [(wording["name"], head), (paper.round.title, value), (wording["marks"], head), (marks, value)], 8)  # fmt: skip  # noqa: E501 - one row
    yield row((wording["label"], 156), [(wording["why"], head), (_why(paper), value)], 8)


def _why(paper: SealPaper) -> str:
    told = {"returned": paper.terms.least_returned, "valid": paper.terms.least_valid, "why": paper.why.rstrip("。")}
    return str(words("failing")[paper.failing.value if paper.failing else "decided"].format(**told))


def _turnout(name: BallotClass, each: Turnout) -> list[str]:
    unknown = words("seal")["unknown"]
    return [class_name(name), *(unknown if number is None else str(number) for number in each)]


def _key(key: str) -> Iterator[Row]:
    wording, groups = words("seal"), key.split("-")
    kind = Type("hei", wording["group"], align="centre")
    for at in range(0, len(groups), IN_A_ROW):
        yield row(wording["groups"], [(each, kind) for each in groups[at : at + IN_A_ROW]], 14)


def draw_unsealed(paper: UnsealedPaper) -> bytes:
    """启封清单 as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        people = [RatedPerson(each.code, each.name, "") for each in paper.marks]
        refuse_missing(people, (paper.stamp.office, paper.stamp.by, paper.round.title, paper.why), paper.round.label)
        return counted(lambda pages: _unsealed(paper, pages))


def _unsealed(paper: UnsealedPaper, count: int) -> RoundPages:
    wording = words("unsealed")
    pages = RoundPages(wording["title"], paper.round, paper.stamp, wording["remark"], paper.fingerprint(), pages=count)
    sections = Sections(pages, pages.head(paper.round.label))
    sections.text(wording["why"].format(why=paper.why))
    sections.text(wording["note"], style("song", "small"))
    sections.y += 8
    head, small = style("hei", "small", align="centre"), style("song", "small", align="centre", pitch=1.25)
    marks = style("song", "small", pitch=1.35)
    listed = (("、".join(each.classes), f"{each.name} {each.code}", each.marks) for each in paper.marks)
    rows = [
        row(wording["columns"], [(name, small), (whose, small), ("　".join(map(_mark, given)), marks)], 8)
        for name, whose, given in listed
    ]
    sections.table(rows, wording["columns"][0], row(wording["columns"], [(each, head) for each in wording["heads"]], 7))
    _signed(sections, wording["signed"])
    return pages


def _mark(mark: Decimal | None) -> str:
    return str(words("unsealed")["abstained"]) if mark is None else plain(mark)


def _signed(sections: Sections, said: str) -> None:
    sections.need(50)
    sections.y += 22
    sections.text(said)
