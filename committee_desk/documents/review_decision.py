"""Form 5 (复核决定书, 更正决定书) with its 送达回证, as its addressee reads it."""

from collections.abc import Iterator
from typing import Any

from committee_desk.documents.delivery_receipt import Served, receipt_page, said_day
from committee_desk.documents.drawing import drawing
from committee_desk.documents.forms import form
from committee_desk.documents.letter import Letter, Part, foot_of, in_order, refuse_missing
from committee_desk.domain.exact import figure
from committee_desk.domain.people import Category
from committee_desk.domain.proceedings import ProceedingKind, ProceedingState
from committee_desk.domain.results import Means
from committee_desk.services.result_paper_views import DecisionPaper, Standing
from committee_desk.services.sheet_refusals import Printed
from committee_desk.wording.found_facts import change_on_paper


def draw(paper: DecisionPaper) -> bytes:
    """The decision as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        wording, held = _words(), paper.held
        title, number = wording["title"][held.kind], wording["number"].format(document=held.document, label=held.label)
        parts = [*_facts(paper), *in_order(wording["leads"]["numerals"], list(_parts(paper)))]
        written = [title, paper.stamp.office, paper.stamp.by, number, *(each.text for each in parts)]
        refuse_missing(Printed.REVIEW, paper.to.code, paper.to.name, written)
        letter = Letter(title, paper.stamp, foot_of(paper.stamp, number), remark=wording["remark"])
        letter.title(title)
        letter.number(number)
        assert held.day is not None  # noqa: S101 - the paper of a decision bears its day
        letter.body(parts, wording["signed"].format(office=paper.stamp.office), said_day(held.day))
        _receipt(letter, paper, title)
        return letter.finished()


def _words() -> Any:  # noqa: ANN401 - whatever the form's file holds there
    return form("review")["decision"]


def _facts(paper: DecisionPaper) -> Iterator[Part]:
    """Who applied or is corrected, about whom it is, and what the result was."""
    wording, kind = _words(), paper.held.kind
    yield Part("", wording["person"].format(who=wording["to"][kind], **paper.to._asdict()))
    if paper.about.code != paper.to.code:
        yield Part("", wording["about"].format(**paper.about._asdict()))
    yield Part("", wording["before"].format(year=paper.held.year, standing=_standing(paper.before)))


def _parts(paper: DecisionPaper) -> Iterator[Part]:
    wording, leads = _words(), _words()["leads"]
    yield Part(leads["grounds"][paper.held.kind], _grounds(paper))
    yield Part(leads["findings"], paper.held.findings)
    yield from (Part("", text) for text in _changes(paper))
    yield Part(leads["vote"], _vote(paper))
    yield Part(leads["decided"], _decided(paper))
    yield Part(leads["others"], _others(paper))
    yield Part(leads["basis"], _basis(paper))
    yield Part(leads["remedies"], "".join((*_remedies(paper), wording["remedies"]["protected"])))


def _grounds(paper: DecisionPaper) -> str:
    wording = _words()
    if paper.applied is None:
        return str(wording["basis"].format(grounds=_ended(paper.grounds)))
    applied = {"day": said_day(paper.applied), "label": paper.against, "grounds": _ended(paper.grounds)}
    return str(wording["applied"].format(**applied))


def _changes(paper: DecisionPaper) -> Iterator[str]:
    """Every own fact before and after with its proof; of others' facts how many. Upheld, nothing of it counts."""
    wording, found = _words(), len(paper.held.changes)
    if paper.held.state is not ProceedingState.CHANGED:
        yield wording["not_carried"].format(count=found) if found else wording["no_change"]
        return
    if paper.changes:
        yield wording["changes"]
    for number, each in enumerate(paper.changes, start=1):
        reason, evidence = each.reason.rstrip("。"), each.evidence.rstrip("。")
        change = change_on_paper(each, paper.indicators)
        yield wording["change"].format(number=number, change=change, reason=reason, evidence=evidence)
    if paper.hidden:
        yield wording["hidden"].format(count=paper.hidden)


def _vote(paper: DecisionPaper) -> str:
    wording = _words()
    return str(wording["vote"].format(**paper.vote._asdict()) if paper.vote else wording["no_vote"])


def _decided(paper: DecisionPaper) -> str:
    wording, before, after = _words(), paper.before, paper.after
    if paper.held.state is ProceedingState.UPHELD:
        told = wording["upheld"]
    else:
        told = wording["changed" if before.grade is not after.grade else "changed_facts"]
    why = wording["why"].format(reasons=paper.held.reasons.rstrip("。")) if paper.held.reasons else ""
    return str(told.format(standing=_standing(after)) + why + (wording["republished"] if paper.republished else ""))


def _others(paper: DecisionPaper) -> str:
    """How many others move. Who they are, and why, is told to each of them alone."""
    wording = _words()
    if not paper.others:
        return str(wording["nobody"])
    return str(
        wording["others" if paper.regraded else "others_figures"].format(count=paper.others, regraded=paper.regraded)
    )


def _basis(paper: DecisionPaper) -> str:
    grounds, kind = _words()["grounds"], paper.held.kind
    own = paper.about.category == Category.PROSECUTOR
    return str(grounds[kind] if own else grounds.get(f"{kind}_category", grounds[kind]))


def _remedies(paper: DecisionPaper) -> Iterator[str]:
    remedies, kind = _words()["remedies"], paper.held.kind
    if kind is ProceedingKind.APPLICATION and paper.appeal_organ:
        last = remedies["last"].format(day=said_day(paper.appeal_until)) if paper.appeal_until else ""
        yield remedies["application_appeal"].format(organ=paper.appeal_organ, last=last)
    elif paper.about.category == Category.PROSECUTOR:
        yield remedies[kind]
    else:
        yield remedies.get(f"{kind}_category", remedies[kind])


def _standing(standing: Standing) -> str:
    wording = _words()
    grade = wording["grade"].format(grade=standing.grade) if standing.grade else wording["grade_open"]
    total = wording["total"].format(total=figure(standing.total)) if standing.total is not None else ""
    return str(grade + total + (wording["rank"].format(rank=standing.rank) if standing.rank is not None else ""))


def _receipt(letter: Letter, paper: DecisionPaper, title: str) -> None:
    held, served = paper.held, paper.held.served
    told = Served(Means(served.means), served.day, served.by, served.witnesses, served.proof) if served else Served()
    document = _words()["receipt"]["paper"].format(title=title, document=held.document, label=held.label)
    receipt_page(letter, document, form("result")["receipt"]["person"].format(**paper.to._asdict()), told)


def _ended(text: str) -> str:
    """The text with its full stop."""
    return text if text.endswith(("。", "！", "？")) else f"{text}。"
