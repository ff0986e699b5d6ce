"""Form 6, 测评结果汇总表: who came, whether the round counts, and everybody's result as far as it may be shown."""

from collections.abc import Iterator
from fractions import Fraction

from reportlab.lib.units import mm

from committee_desk.documents.drawing import drawing
from committee_desk.documents.fonts import face
from committee_desk.documents.objection_sheet import row, style
from committee_desk.documents.round_form import (
    RoundPages,
    class_name,
    counted,
    refuse_missing,
    said_day,
    told_apart,
    words,
)
from committee_desk.documents.ruled_sections import Sections
from committee_desk.documents.table import PADDING, Row, between
from committee_desk.documents.typesetting import lines
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import ShownClass
from committee_desk.domain.rounds import RoundKind, RoundState, Turnout
from committee_desk.services.round_paper_views import RatedPerson, SummaryPaper
from committee_desk.services.round_views import PersonResult
from committee_desk.wording.numbers import plain, rounded

SIGNED, NOTED = 125.0, 90.0
"""What the lines to sign on take, and the notes above them: nobody signs a page that says nothing."""


def draw(paper: SummaryPaper) -> bytes:
    """The summary as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        people = [RatedPerson(each.code, each.name, each.department) for each in paper.people]
        names = [name for each in paper.batches for name in (each.typed_by, each.compared_by or "")]
        rest = (paper.stamp.office, paper.stamp.by, paper.round.title, paper.document, paper.why, *names)
        refuse_missing(people, rest, paper.round.label)
        return counted(lambda pages: _drawn(paper, people, pages))


def _drawn(paper: SummaryPaper, people: list[RatedPerson], count: int) -> RoundPages:
    wording = words("summary")
    pages = RoundPages(
        wording["title"], paper.round, paper.stamp, wording["remark"], paper.fingerprint(), paper.version, count
    )
    number = wording["number"].format(label=paper.round.label, version=paper.version)
    sections = Sections(pages, pages.head(number))
    sections.table(list(_facts(paper)), wording["label"])
    _turnout(sections, paper)
    _outcome(sections, paper)
    if paper.state is RoundState.CLOSED:
        sections.heading(wording["results"])
        _results(sections, paper, people)
    _signatures(sections, paper)
    return pages


def _facts(paper: SummaryPaper) -> Iterator[Row]:
    wording, terms = words("summary"), paper.terms
    head, value = style("hei", "label", align="centre"), style("song", "value")
    day = said_day(paper.day) if paper.day else wording["unknown"]
    document = wording["documented"].format(document=paper.document, day=day) if paper.document else day
    kind = wording["kinds"][paper.round.kind.value]
    rated = wording["people"].format(count=paper.rated)
    yield row(wording["facts"], [(wording["name"], head), (paper.round.title, value), (wording["kind"], head), (kind, value)], 8)  # fmt: skip  # noqa: E501 - one row
    yield row(wording["facts"], [(wording["document"], head), (document, value), (wording["rated"], head), (rated, value)], 8)  # fmt: skip  # noqa: E501 - one row
    weights = "、".join(
        wording["weight"].format(name=each.value, weight=plain(weight * 100)) for each, weight in terms.weights.items()
    )
    scored = wording["scored"].format(weights=weights, trimmed=terms.trimmed_from) + _points(paper)
    cap = wording["cap"].format(most=terms.most_excellent) if terms.most_excellent is not None else ""
    ruled = wording["ruled"].format(returned=terms.least_returned, valid=terms.least_valid, cap=cap)
    for name, said in ((wording["scoring"], scored), (wording["rules"], ruled)):
        yield _broad(name, said)


def _broad(name: str, said: str) -> Row:
    """A label and a text across the rest that breaks and never shrinks."""
    wording, value = words("summary"), style("song", "label", pitch=1.4)
    room = (wording["facts"][-1] - wording["label"]) * mm - 2 * PADDING
    broken = "\n".join(lines(said, room, lambda part: face("song").width(part, value.size)))
    return row((wording["label"], wording["facts"][-1]), [(name, style("hei", "label", align="centre")), (broken, value)], 8)  # fmt: skip  # noqa: E501 - one row


def _points(paper: SummaryPaper) -> str:
    """What grades are worth, where slips bear grades."""
    wording = words("summary")
    if paper.round.kind is RoundKind.SCORE:
        return str(wording["unpointed"])
    worth = sorted(paper.terms.points.items(), key=lambda each: -each[1])
    told = "、".join(wording["point"].format(name=name, points=plain(each)) for name, each in worth)
    return str(wording["pointed"].format(points=told))


# -- who came ----------------------------------------------------------------------------------------------------------


def _turnout(sections: Sections, paper: SummaryPaper) -> None:
    wording = words("summary")
    sections.heading(wording["turnout"], keep=110)
    rows = [
        [class_name(each.ballot_class), f"{plain(each.weight * 100)}%", *_numbers(each.turnout)]
        for each in paper.turnouts
    ]
    total = [wording["whole"], "", *_numbers(_summed(paper))]
    sections.columns(wording["turnout_columns"], wording["turnout_heads"], [*rows, total], "")
    sections.y += 4


def _numbers(each: Turnout) -> list[str]:
    unknown = words("summary")["unknown"]
    counted_ = (each.due, each.present, each.issued, each.returned, each.valid, each.invalid)
    return [unknown if number is None else str(number) for number in counted_]


def _summed(paper: SummaryPaper) -> Turnout:
    """The whole round; what no class has counted is not known of the round either."""
    all_of = [each.turnout for each in paper.turnouts]
    known = all(each.valid is not None for each in all_of) and bool(all_of)
    return Turnout(
        sum(each.due for each in all_of),
        sum(each.present for each in all_of),
        sum(each.issued for each in all_of),
        sum(each.returned for each in all_of),
        sum(each.valid or 0 for each in all_of) if known else None,
        sum(each.invalid or 0 for each in all_of) if known else None,
    )


def _outcome(sections: Sections, paper: SummaryPaper) -> None:
    """Whether the thresholds hold, what was invalid and why, and whether the round counts."""
    wording, terms, whole = words("summary"), paper.terms, _summed(paper)
    if whole.due:
        sections.text(
            _threshold("returned", whole.returned, whole.due, terms.least_returned, atleast=True, whole=whole)
        )
    if whole.valid is not None and whole.returned:
        sections.text(_threshold("valid", whole.valid, whole.returned, terms.least_valid, atleast=False, whole=whole))
    if paper.reasons:
        listed = "，".join(
            wording["reason"].format(name=words("reasons")[why.value], count=count) for why, count in paper.reasons
        )
        sections.text(wording["invalid"].format(count=sum(count for _, count in paper.reasons), reasons=listed))
    said = wording["stands"]
    if paper.state is RoundState.VOID:
        said = wording["void"].format(why=_why(paper))
        said += wording["again"].format(label=paper.again) if paper.again else ""
    sections.text(said, style("hei", "value"))


def _why(paper: SummaryPaper) -> str:
    told = {"returned": paper.terms.least_returned, "valid": paper.terms.least_valid, "why": paper.why.rstrip("。")}
    return str(words("failing")[paper.failing.value if paper.failing else "decided"].format(**told))


def _threshold(name: str, above: int, below: int, least: Fraction, *, atleast: bool, whole: Turnout) -> str:  # noqa: PLR0913 - a comparison
    wording, part = words("summary"), Fraction(above, below)
    met = part >= least if atleast else part > least
    told = {"due": whole.due, "returned": whole.returned, "valid": whole.valid, "part": rounded(part * 100)}
    return str(wording[name].format(**told, least=least, met=wording["met" if met else "unmet"]))


# -- everybody's result ------------------------------------------------------------------------------------------------


def _results(sections: Sections, paper: SummaryPaper, people: list[RatedPerson]) -> None:
    wording, head = words("summary"), style("hei", "small", align="centre")
    heads = row(wording["columns"], [(each, head) for each in wording["heads"]], 7)
    rows = [
        _result(number, each, name)
        for number, (each, name) in enumerate(zip(paper.people, told_apart(people), strict=True), start=1)
    ]
    rows = rows or [row((wording["columns"][-1],), [(wording["nobody"], style("song", "label", align="centre"))], 9)]
    sections.table(rows, wording["columns"][0], heads)


def _result(number: int, each: PersonResult, name: str) -> Row:
    """One person: what may be shown of each class, merged ones across their columns, and the result."""
    wording = words("summary")
    small, bold = style("song", "small", align="centre", pitch=1.25), style("song_bold", "label", align="centre")
    ends = [0.0, *(edge * mm for edge in wording["columns"])]
    edges, texts = ends[:4], [(str(number), small), (name, style("song", "label", align="centre")), (each.department, small)]  # fmt: skip  # noqa: E501 - one row
    for last, said in _parts(each.classes):
        edges.append(ends[4 + last])
        texts.append((said, small))
    total = wording["none"] if each.total is None else rounded(each.total)
    return between([*edges, ends[-1]], [*texts, (total, bold)], 7 * mm)


def _parts(shown: tuple[ShownClass, ...]) -> Iterator[tuple[int, str]]:
    """The columns of the classes from left to right: where each ends, and what stands in it."""
    wording, order = words("summary"), [each.value for each in BallotClass]
    if not shown:
        yield len(order) - 1, wording["hidden"]
        return
    at = 0
    for each in shown:
        first, last = order.index(each.classes[0]), order.index(each.classes[-1])
        for empty in range(at, first):
            yield empty, wording["none"]
        yield last, _shown(each)
        at = last + 1
    for empty in range(at, len(order)):
        yield empty, wording["none"]


def _shown(each: ShownClass) -> str:
    wording, key = words("summary"), "merged" if each.merged else "mean"
    if each.number is None:
        key = "unmarked" if each.merged else "alone"
    return str(wording[key].format(classes="、".join(each.classes), mean=rounded(each.mean), marks=each.number))


# -- who counted -------------------------------------------------------------------------------------------------------


def _signatures(sections: Sections, paper: SummaryPaper) -> None:
    wording, terms = words("summary"), paper.terms
    sections.need(SIGNED + (NOTED if paper.state is RoundState.CLOSED else 0))
    if paper.state is RoundState.CLOSED:
        sections.y += 4
        for each in wording["notes"]:
            told = each.format(trimmed=terms.trimmed_from, shown=terms.shown_from)
            sections.text(told, style("song", "small"))
    sections.heading(wording["signatures"])
    names = {
        "typed": sorted({each.typed_by for each in paper.batches}),
        "compared": sorted({each.compared_by for each in paper.batches if each.compared_by}),
    }
    said = "　　".join(wording[key].format(names="、".join(listed)) for key, listed in names.items() if listed)
    if said:
        sections.text(said)
        sections.y += 6
    spread = style("song", "value", align="spread")
    sections.table([row((wording["facts"][-1],), [(wording["sign"], spread)], 24)], wording["label"])
