"""复核申诉台账 and 决定与送达台账: what came, what was decided, how it was told; by number."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from committee_desk.documents.drawing import drawing
from committee_desk.documents.forms import form
from committee_desk.documents.letter import refuse_missing
from committee_desk.documents.objection_sheet import Pages, said_at, said_day, style
from committee_desk.documents.ruled_sections import Sections
from committee_desk.domain.moved_people import MovedPerson
from committee_desk.domain.proceedings import Examiner, ProceedingState
from committee_desk.domain.remedies import Remedy
from committee_desk.domain.results import Means, Opinion
from committee_desk.services.application_views import ApplicationRow
from committee_desk.services.clock import CHINA
from committee_desk.services.effect_views import InformingRow
from committee_desk.services.proceeding_views import ProceedingRow
from committee_desk.services.result_paper_views import ResultLine, ResultRegister, ReviewRegister
from committee_desk.services.sheet_refusals import Printed
from committee_desk.wording.effects import figure_words, grade_words
from committee_desk.wording.proceedings import application_state, kind_name, motion_name, state_name
from committee_desk.wording.results import decided_grade, means_name, remedy_name


def reviews(paper: ReviewRegister) -> bytes:
    """The applications, the proceedings, and who was told; UnprintableCharacters when no font holds a character."""
    with drawing():
        wording = form("result")["reviews"]
        parts = (
            ("applications", [tuple(_application(each)) for each in paper.applications]),
            ("proceedings", [tuple(_proceeding(each)) for each in paper.proceedings]),
            ("informings", [tuple(_informing(each)) for each in paper.informings]),
        )
        _refuse_missing(paper.stamp.office, [text for _, rows in parts for each in rows for text in each])
        sections = _begun(paper, wording, _review_summary(paper))
        for name, rows in parts:
            sections.heading(wording[name])
            sections.columns(wording[f"{name}_columns"], wording[f"{name}_heads"], rows, wording["none"])
        return sections.pages.finished()


def results(paper: ResultRegister) -> bytes:
    """Every version of every result with its decision, notice and signature."""
    with drawing():
        wording = form("result")["results"]
        rows = [tuple(_result(each)) for each in paper.rows]
        _refuse_missing(paper.stamp.office, [text for each in rows for text in each])
        sections = _begun(paper, wording, _result_summary(paper))
        sections.y += 10
        sections.columns(wording["columns"], wording["heads"], rows, wording["none"])
        return sections.pages.finished()


def _begun(paper: ReviewRegister | ResultRegister, wording: dict[str, Any], summary: str) -> Sections:
    title = wording["title"].format(year=paper.year)
    pages = Pages(title, title, paper.stamp, wording["remark"])
    sections = Sections(pages, pages.head("") - 8)
    sections.text(summary, style("song", "small"))
    return sections


def _refuse_missing(office: str, written: list[str]) -> None:
    refuse_missing(Printed.RESULT, "", office, [office, *written])


# -- 复核申诉台账 ------------------------------------------------------------------------------------------


def _review_summary(paper: ReviewRegister) -> str:
    kinds = Counter(each.held.kind for each in paper.applications)
    states = Counter(each.state for each in paper.proceedings)
    told = sum(not each.owed for each in paper.informings)
    return str(
        form("result")["reviews"]["summary"].format(
            applications=len(paper.applications),
            review=kinds[Remedy.REVIEW],
            appeal=kinds[Remedy.APPEAL],
            proceedings=len(paper.proceedings),
            upheld=states[ProceedingState.UPHELD],
            changed=states[ProceedingState.CHANGED],
            withdrawn=states[ProceedingState.WITHDRAWN],
            open=sum(each.held.open for each in paper.proceedings),
            informings=len(paper.informings),
            told=told,
        )
    )


def _application(each: ApplicationRow) -> Iterator[str]:
    wording, held = form("result")["reviews"], each.held
    yield each.label
    yield f"{each.name}\n{each.department}"
    yield remedy_name(held.kind)
    came_at = said_at(held.received) if held.hour_known else said_day(held.received.astimezone(CHINA).date())
    came = wording["received"].format(at=came_at, receiver=held.receiver)
    late = "" if held.in_time else wording["late"]
    yield came + wording["last_day"].format(day=said_day(held.last_day)) + late
    due = wording["due"].format(day=said_day(held.due)) + (wording["extended"] if held.extended_to else "")
    yield due if held.runs else wording["not_running"]
    state = application_state(held.state)
    state += wording["proceeding"].format(label=each.proceeding_label) if each.proceeding_label else ""
    state += wording["outcome"].format(outcome=held.outcome) if held.outcome else ""
    state += wording["document"].format(document=held.document) if held.document else ""
    yield state + (wording["decided"].format(day=said_day(held.decided)) if held.decided else "")


def _proceeding(each: ProceedingRow) -> Iterator[str]:
    wording, held = form("result")["reviews"], each.held
    yield each.label
    about = wording["about"].format(name=each.about_name) if held.about != held.code else ""
    yield each.name + about
    yield f"{kind_name(held.kind)}\n{each.source_label}".strip()
    yield "\n".join(_examiner(examiner) for examiner in held.examiners)
    yield "\n".join(_moved(each))
    yield "".join(_ended(each))


def _examiner(examiner: Examiner) -> str:
    wording = form("result")["reviews"]
    if examiner.declared is None:
        return str(wording["undeclared"].format(name=examiner.name))
    return str(wording["declared"].format(name=examiner.name, day=_short(examiner.declared)))


def _moved(each: ProceedingRow) -> Iterator[str]:
    held = each.held
    yield motion_name(held.motion) if held.motion else form("result")["absent"]
    if held.day is not None:
        yield said_day(held.day)


def _ended(each: ProceedingRow) -> Iterator[str]:
    wording, held = form("result")["reviews"], each.held
    yield state_name(held.state)
    if held.document:
        yield wording["document"].format(document=held.document)
    if held.list_version is not None:
        yield wording["list_version"].format(version=held.list_version)
    if held.served is not None:
        yield wording["served"].format(means=_means(held.served.means), day=_short(held.served.day))
    elif held.day is not None:
        yield wording["not_served"]


def _means(means: str) -> str:
    return means_name(Means(means)).removesuffix("送达")


def _informing(each: InformingRow) -> Iterator[str]:
    wording, held = form("result")["reviews"], each.held
    yield each.label
    yield f"{each.name}\n{each.department}"
    yield "\n".join(_changes(held.moved)) or form("result")["absent"]
    yield said_day(held.told) if held.told else wording["untold"]
    yield f"{held.how}\n{held.told_by}".strip() or form("result")["absent"]


def _changes(moved: MovedPerson) -> Iterator[str]:
    wording, absent = form("result")["reviews"], form("result")["absent"]
    told = (
        ("moved_grade", grade_words(moved)),
        ("moved_total", figure_words(moved.total)),
        ("moved_rank", figure_words(moved.rank)),
    )
    for name, (before, after) in told:
        if before != after:
            yield wording[name].format(before=before or absent, after=after or absent)


# -- 决定与送达台账 ------------------------------------------------------------------------------------------


def _result_summary(paper: ResultRegister) -> str:
    opinions = Counter(each.signature.opinion for each in paper.rows if each.signature)
    return str(
        form("result")["results"]["summary"].format(
            count=len(paper.rows),
            served=sum(each.delivery is not None for each in paper.rows),
            signed=sum(opinions.values()),
            agree=opinions[Opinion.AGREE],
            disagree=opinions[Opinion.DISAGREE],
            refused=opinions[Opinion.REFUSED],
            superseded=sum(each.superseded for each in paper.rows),
        )
    )


def _result(each: ResultLine) -> Iterator[str]:
    wording, result = form("result")["results"], each.result
    yield each.label
    yield wording["person"].format(**each.to._asdict())
    told = wording["result"].format(grade=decided_grade(result.grade), version=result.version)
    told += wording["replaces"].format(version=result.replaces, why=result.why) if result.replaces else ""
    yield told + (wording["superseded"] if each.superseded else "")
    yield wording["decision"].format(document=each.decision, day=said_day(each.decided))
    yield _served(each)
    yield _signed(each)


def _served(each: ResultLine) -> str:
    wording, held = form("result")["results"], each.delivery
    if held is None:
        return str(wording["unserved"])
    told = wording["served"].format(means=means_name(held.means), day=_short(held.known), by=held.served_by)
    told += wording["witnesses"].format(names="、".join(held.witnesses)) if held.witnesses else ""
    told += wording["proof"].format(proof=held.proof) if held.proof else ""
    for remedy in held.remedies:
        name = wording["remedies"][str(remedy.remedy)]
        told += wording["remedy"].format(remedy=name, day=_short(remedy.last_day))
    return str(told)


def _signed(each: ResultLine) -> str:
    wording, held = form("result")["results"], each.signature
    if held is None:
        return str(wording["unsigned"])
    told = wording["signed"].format(opinion=wording["opinions"][str(held.opinion)], day=_short(held.day))
    return str(told + (wording["witnesses"].format(names="、".join(held.witnesses)) if held.witnesses else ""))


def _short(day: Any) -> str:  # noqa: ANN401 - a date, as the form writes it
    return str(form("result")["short_day"].format(year=day.year, month=day.month, day=day.day))
