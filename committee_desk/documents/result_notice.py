"""Form 15 (考核结果通知书, 检察官法 44) with its 送达回证: the grade, who decided, what one may do and until when."""

from collections.abc import Iterator, Sequence
from typing import Any

from committee_desk.documents.delivery_receipt import Served, receipt_page, said_day
from committee_desk.documents.drawing import drawing
from committee_desk.documents.forms import form
from committee_desk.documents.furniture import in_fours
from committee_desk.documents.letter import Letter, Part, foot_of, in_order, letter_paper, refuse_missing
from committee_desk.documents.page import Paper
from committee_desk.domain.people import Category
from committee_desk.domain.remedies import APPEAL_AFTER_REVIEW_DAYS, APPEAL_DAYS, Remedy, remedies_of
from committee_desk.domain.results import Delivery, Means, NamedRemedy, Opinion, Signature
from committee_desk.services.result_paper_views import NoticePaper
from committee_desk.services.sheet_refusals import Printed


def draw(papers: Sequence[NoticePaper]) -> bytes:
    """The notices one after the other, each followed by its receipt, each with pages counted from one.

    UnprintableCharacters when no font holds one of their characters.
    """
    with drawing():
        for each in papers:
            _refuse_missing(each)
        first, wording = papers[0], form("result")
        marks = _marks(first) if len(papers) == 1 else []
        paper = letter_paper(wording["notice"]["title"], first.stamp, wording["remark"], marks)
        for at, each in enumerate(papers):
            if at:
                paper.next_page()
                paper.page = 1
            letter = _letter(each, paper)
        return letter.finished()


def _letter(paper: NoticePaper, sheets: Paper) -> Letter:
    wording = form("result")["notice"]
    letter = Letter(wording["title"], paper.stamp, foot_of(paper.stamp, paper.label), paper=sheets)
    letter.title(wording["title"])
    letter.number(wording["number"].format(label=paper.label))
    letter.address(wording["to"].format(name=paper.to.name, department=paper.to.department, code=paper.to.code))
    opening = wording["opening" if _of_prosecutors(paper) else "opening_category"].format(year=paper.year)
    parts = [Part("", opening), *in_order(wording["leads"]["numerals"], list(_parts(paper, wording)))]
    dated = said_day(paper.delivery.known if paper.delivery else paper.counted_from)
    letter.body(parts, paper.stamp.office, dated)
    _receipt(letter, paper)
    return letter


def _parts(paper: NoticePaper, wording: dict[str, Any]) -> Iterator[Part]:
    leads = wording["leads"]
    yield Part(leads["grade"], wording["grade"].format(grade=paper.grade or form("result")["open"]))
    decided = {"office": paper.stamp.office, "day": said_day(paper.decided), "document": paper.decision}
    yield Part(leads["decided"], wording["decided"].format(**decided))
    if paper.replaces:
        changed = {"version": paper.version, "replaces": paper.replaces, "why": paper.why}
        yield Part(leads["changed"], wording["changed"].format(**changed))
    yield Part(leads["remedies"], "".join(_remedies(paper, wording)))
    if paper.anchor:
        yield Part(leads["anchor"], wording["anchor"].format(fingerprint=in_fours(paper.anchor.upper())))


def _remedies(paper: NoticePaper, wording: dict[str, Any]) -> Iterator[str]:
    """What this grade really has in that category, to which organ, until when; one sentence where it is nothing."""
    if not paper.remedies:
        yield wording["no_remedy"]
        return
    has_appeal = Remedy.APPEAL in remedies_of(paper.grade, paper.to.category)
    if paper.delivery:
        yield wording["counted"].format(day=said_day(paper.counted_from))
    for each in paper.remedies:
        yield _remedy(each, paper, wording)
    if not has_appeal:
        yield wording["no_appeal"]
    if not paper.delivery:
        yield wording["as_if"].format(day=said_day(paper.counted_from))
    yield wording["protected"]


def _remedy(each: NamedRemedy, paper: NoticePaper, wording: dict[str, Any]) -> str:
    told = {"organ": each.organ, "last": said_day(each.last_day)}
    if each.remedy is Remedy.APPEAL:
        return str(wording["appeal"].format(days=APPEAL_DAYS, after=APPEAL_AFTER_REVIEW_DAYS, **told))
    law = wording["review_law" if _of_prosecutors(paper) else "review_law_category"]
    return str(wording["review"].format(days=paper.review_days, law=law, **told))


def _receipt(letter: Letter, paper: NoticePaper) -> None:
    wording, held = form("result")["receipt"], paper.delivery
    served = _served(held, paper.signature) if held else Served()
    told = paper.to._asdict()
    receipt_page(
        letter,
        wording["of_notice"].format(year=paper.year, label=paper.label),
        wording["person"].format(**told),
        served,
    )


def _served(held: Delivery, signature: Signature | None) -> Served:
    """As recorded; who would not sign when it was handed over gave a reason, which is no proof of serving."""
    if signature is not None and signature.opinion is Opinion.REFUSED and held.means is Means.LEFT:
        proof = "" if held.proof == signature.note else held.proof
        return Served(held.means, held.known, held.served_by, held.witnesses, proof, reason=signature.note)
    return Served(held.means, held.known, held.served_by, held.witnesses, held.proof)


def _of_prosecutors(paper: NoticePaper) -> bool:
    return paper.to.category == Category.PROSECUTOR


def _marks(paper: NoticePaper) -> list[str]:
    return [form("result")["superseded"].format(version=paper.superseded)] if paper.superseded else []


def _refuse_missing(paper: NoticePaper) -> None:
    held = paper.delivery
    written = [paper.to.name, paper.to.department, paper.decision, paper.why, paper.stamp.office, paper.stamp.by]
    written += [each.organ for each in paper.remedies]
    written += [held.served_by, held.proof, *held.witnesses] if held else []
    written += [paper.signature.note] if paper.signature else []
    refuse_missing(Printed.RESULT, paper.to.code, paper.to.name, written)
