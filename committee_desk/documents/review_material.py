"""复核材料: what lies before the committee when it votes: facts, changes, and what they do to everybody by name.

The right side of the window on paper, the crossing lines of the ranks included. It stays in the room.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from committee_desk.documents.delivery_receipt import said_day
from committee_desk.documents.drawing import drawing
from committee_desk.documents.forms import form
from committee_desk.documents.letter import refuse_missing
from committee_desk.documents.objection_sheet import Pages, labelled, row, style
from committee_desk.documents.rank_ladder import draw_ladder
from committee_desk.documents.ruled_sections import Sections
from committee_desk.documents.table import Row
from committee_desk.domain.effects import Effects
from committee_desk.domain.moved_people import MovedPerson
from committee_desk.domain.proceedings import ChangeKind, ProceedingKind, ProceedingState
from committee_desk.services.result_paper_views import MaterialPaper
from committee_desk.services.sheet_refusals import Printed
from committee_desk.wording.effects import (
    baseline_words,
    dates_words,
    figure_words,
    grade_words,
    rest_words,
    why_words,
)
from committee_desk.wording.field_names import field_name
from committee_desk.wording.found_facts import fact_on_paper, figures_on_paper
from committee_desk.wording.proceedings import challenge_name, kind_name, motion_name


def draw(paper: MaterialPaper) -> bytes:
    """The material as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        wording, held = _words(), paper.row.held
        _refuse_missing(paper)
        draft = [] if held.state not in {ProceedingState.OPENED, ProceedingState.EXAMINED} else [_draft()]
        title = wording["title_correction" if held.kind is ProceedingKind.CORRECTION else "title"]
        pages = Pages(title, wording["subject"].format(label=held.label), paper.stamp, wording["remark"], draft)
        sections = Sections(pages, pages.head(held.label))
        sections.table(_facts(paper), wording["label"])
        _changes(sections, paper)
        if paper.effects is not None:
            _effects(sections, paper, paper.effects)
        sections.need(40)
        pages.paper.text(0, sections.y + 32, wording["sign"], "song", style("song", "value").size)
        return pages.finished()


def _words() -> Any:  # noqa: ANN401 - whatever the form's file holds there
    return form("review")["material"]


def _draft() -> str:
    return str(form("page")["marks"]["draft"])


# -- what it is about --------------------------------------------------------------------------------------------------


def _facts(paper: MaterialPaper) -> list[Row]:
    wording, given, held = _words(), paper.row, paper.row.held
    edge = wording["label"]
    head, value = style("hei", "label", align="centre"), style("song", "value", align="centre")
    source = f"{kind_name(held.kind)} {given.source_label}".strip()
    due = said_day(given.due) if given.due else form("review")["nothing"]
    told = [
        (wording["applicant"][held.kind], f"{given.name}（{held.code}）", wording["source"], source),
        (wording["about"], f"{given.about_name}（{held.about}）", wording["due"], due),
    ]
    pairs = [
        row(wording["columns"], ((left, head), (first, value), (right, head), (second, value)), 8)
        for left, first, right, second in told
    ]
    rest = (
        ("challenged", "；".join(challenge_name(each) for each in held.challenged)),
        ("basis" if held.kind is ProceedingKind.CORRECTION else "grounds", paper.grounds),
        ("examiners", "；".join(_examiners(paper))),
        ("hearings", "\n".join(_hearings(paper))),
        ("findings", held.findings),
        ("motion", _motion(paper)),
    )
    return [*pairs, *(labelled(wording[name], text or wording["none"], edge, 8) for name, text in rest)]


def _examiners(paper: MaterialPaper) -> Iterator[str]:
    wording = _words()
    for each in paper.row.held.examiners:
        kept = wording["declared"] if each.declared else wording["undeclared"]
        yield kept.format(name=each.name, day=said_day(each.declared) if each.declared else "")


def _hearings(paper: MaterialPaper) -> Iterator[str]:
    for each in paper.row.held.hearings:
        name = paper.names.get(each.code, each.code)
        yield _words()["hearing"].format(day=said_day(each.day), name=name, said=each.said, by=each.by)


def _motion(paper: MaterialPaper) -> str:
    held, wording = paper.row.held, _words()
    if held.motion is None:
        return str(wording["no_motion"])
    return str(wording["motion_with"].format(motion=motion_name(held.motion), reasons=held.reasons))


def _changes(sections: Sections, paper: MaterialPaper) -> None:
    wording = _words()
    rows = []
    for number, each in enumerate(paper.row.held.changes, start=1):
        before, after = figures_on_paper(each)
        field = f"\n{field_name(each.field)}" if each.kind not in {ChangeKind.GRADE, ChangeKind.BALLOT} else ""
        fact = f"{fact_on_paper(each, paper.indicators, paper.names)}{field}"
        proof = wording["reason"].format(reason=each.reason, evidence=each.evidence)
        rows.append((str(number), fact, before, after, proof))
    sections.heading(wording["changes"])
    sections.columns(wording["changes_columns"], wording["changes_heads"], rows, wording["none"])


# -- what it does ------------------------------------------------------------------------------------------------------


def _effects(sections: Sections, paper: MaterialPaper, effects: Effects) -> None:
    wording = _words()
    sections.heading(wording["effects"])
    for each in paper.ladders:
        sections.need(40)
        draw_ladder(sections, each)
    rows = [_person(each) for each in effects.people]
    sections.columns(wording["effects_columns"], wording["effects_heads"], rows, wording["none_moved"])
    sections.y += 4
    for text in _notes(paper, effects):
        sections.text(text)


def _person(each: MovedPerson) -> tuple[str, ...]:
    wording = _words()
    return (
        wording["person"].format(name=each.name, department=each.department),
        _arrow(*figure_words(each.total)),
        _arrow(*figure_words(each.rank)),
        _arrow(*grade_words(each)),
        why_words(each),
    )


def _arrow(before: str, after: str) -> str:
    nothing = form("review")["nothing"]
    if before == after:
        return after or nothing
    return str(_words()["arrow"].format(before=before or nothing, after=after or nothing))


def _notes(paper: MaterialPaper, effects: Effects) -> Iterator[str]:
    """Everything that the table does not say, the graver first."""
    wording, names = _words(), paper.names
    if effects.worse:
        yield wording["worse"]
    if effects.ties:
        told = (wording["tie"].format(category=e.category, open=e.open, names="、".join(e.names)) for e in effects.ties)
        yield wording["ties"].format(told="；".join(told))
    for name, codes in (("reviews", effects.reviews), ("bound", effects.bound)):
        if codes:
            yield wording[name].format(names=_names(codes, names))
    if effects.over:
        yield wording["over"].format(names="、".join(effects.over))
    if effects.baselines:
        yield wording["baselines"].format(told="；".join(map(baseline_words, effects.baselines)))
    yield (
        wording["gains"].format(
            gains=len(effects.gains),
            loses=len(effects.loses),
            told=len(effects.told),
            republished=len(effects.republished),
        )
        + rest_words(effects)
        + "。"
    )
    if effects.republished:
        when = f"{dates_words(paper.dates)}。" if paper.dates else ""
        yield wording["republished"].format(names=_names(effects.republished, names)) + when


def _names(codes: Sequence[str], names: Any) -> str:  # noqa: ANN401 - names by code
    return "、".join(names.get(code, code) for code in codes)


def _refuse_missing(paper: MaterialPaper) -> None:
    held = paper.row.held
    written = [held.findings, held.reasons, paper.grounds, paper.stamp.office, paper.stamp.by, *paper.names.values()]
    written += [each.name for each in held.examiners]
    written += [f"{each.said}{each.by}" for each in held.hearings]
    written += [f"{''.join(each.key)}{each.reason}{each.evidence}{each.before}{each.after}" for each in held.changes]
    refuse_missing(Printed.REVIEW, held.about, paper.row.about_name, written)
