"""Form 4 (异议申请表): filled or blank for the counter, with its receipt (回执) to tear off; the receipt alone.

And what the person is told whose result is objected to.
"""

from dataclasses import replace

from committee_desk.documents.drawing import drawing
from committee_desk.documents.fonts import BLANK, BOX, TICKED
from committee_desk.documents.objection_sheet import (
    Pages,
    labelled,
    paragraph,
    refuse_missing,
    row,
    said_at,
    said_day,
    style,
    words,
)
from committee_desk.documents.table import Row
from committee_desk.domain.objections import Matter, ObjectionState
from committee_desk.services.objection_paper_views import FormPaper
from committee_desk.services.objection_views import ObjectionCard
from committee_desk.wording.objections import lasting, matter_name, matter_names, told_to_other


def draw(paper: FormPaper) -> bytes:
    """The form with its receipt below; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        _refuse_missing(paper)
        wording, card = words("form"), paper.card
        label = card.row.label if card else ""
        pages = Pages(
            wording["title"], wording["subject"].format(year=paper.year, label=label), paper.stamp, words("remark")
        )
        number = wording["number" if card else "blank_number"].format(label=label, year=paper.year)
        receipt = _Receipt(paper, pages.width)
        top = pages.head(number)
        rows, rest = _on_one_sheet(_rows(paper), pages.bottom - receipt.height - top)
        end = pages.table(top, rows, wording["label"])
        receipt.tear_off(pages, max(end, pages.bottom - receipt.height))
        if rest:
            pages.further(words("further")["title"], rest, wording["label"])
        return pages.finished()


def draw_receipt(paper: FormPaper) -> bytes:
    """The receipt alone."""
    with drawing():
        _refuse_missing(paper)
        label = paper.card.row.label if paper.card else ""
        pages = Pages(words("receipt")["title"], label, paper.stamp, words("remark"))
        top = pages.head(words("form")["number"].format(label=label))
        _Receipt(paper, pages.width).write(pages, top + 12)
        return pages.finished()


def draw_told(paper: FormPaper) -> bytes:
    """What the person is told whose result is objected to."""
    card = paper.card
    if card is None:
        raise TypeError("nobody is told of a blank form")
    with drawing():
        text = told_to_other(card.row, paper.stamp.office, paper.stamp.at, paper.against)
        refuse_missing(card.row.held.other or "", card.row.other_name, [text])
        wording = words("told")
        subject = wording["subject"].format(label=card.row.label)
        pages = Pages(wording["title"], subject, paper.stamp, words("remark"))
        y = pages.head(words("form")["number"].format(label=card.row.label)) + 12
        *body, office, day = text.split("\n")
        for at, part in enumerate(body):
            indented = part if not at else "　　" + part
            told = paragraph(indented, pages.width, style("song", "value", pitch=1.8))
            told.draw(pages.paper, y, told.height)
            y += told.height
        for down, part in ((40, office), (62, day)):
            pages.paper.right(pages.width - 40, y + down, part, "song", words("sizes")["value"])
        return pages.finished()


# -- the form ---------------------------------------------------------------------------------------------------------


def _rows(paper: FormPaper) -> list[Row]:
    wording, labels, card = words("form"), words("form")["labels"], paper.card
    edge, held = wording["label"], card.row.held if card else None
    head, value = style("hei", "label", align="centre"), style("song", "value", align="centre")
    person = (
        (labels["applicant"], head), (card.row.name if card else "", value),
        (labels["department"], head), (card.row.department if card else "", value),
        (labels["code"], head), (held.code if held else "", value),
    )  # fmt: skip
    new = [labelled(labels["new_facts"], held.new_facts, edge, 10)] if held and held.new_facts else []
    return [
        row(wording["columns"], person, 8),
        labelled(labels["matters"], _matters(card), edge, 8),
        labelled(labels["notice"], _notice(paper), edge, 8),
        labelled(
            labels["grounds" if held else "blank_grounds"], held.grounds if held else "", edge, 24 if held else 30
        ),
        *new,
        labelled(labels["evidence"], held.evidence if held else "", edge, 8 if held else 11),
        labelled(labels["request"], held.request if held else "", edge, 8 if held else 9),
        labelled(labels["signed"], _signed(card), edge, 8),
        labelled(labels["received"], _received(card), edge, 8),
        labelled(labels["timely"], _timely(card), edge, 8),
        labelled(labels["handled"], _handled(card), edge, 14),
    ]


def _on_one_sheet(rows: list[Row], room: float) -> tuple[list[Row], list[Row]]:
    """The rows that leave the receipt on the same sheet, and what of their texts goes on on a sheet that is appended.

    The longest texts are broken off, each with a word that it goes on; nothing of them is lost.
    """
    short, rest = list(rows), dict[int, tuple[str, ...]]()
    more = words("further")["more"]
    while sum(each.height for each in short) > room:
        at = max(range(len(short)), key=lambda place: short[place].height - short[place].least)
        label, text = short[at].cells[0], short[at].cells[-1]
        whole = rows[at].cells[-1].lines
        kept = len(text.lines) - (2 if at in rest else 1)
        if kept < 1 or short[at].height <= short[at].least:
            break
        rest[at] = whole[kept:]
        short[at] = replace(short[at], cells=(label, replace(text, lines=(*whole[:kept], more))))
    further = [
        replace(rows[at], least=0.0, cells=(rows[at].cells[0], replace(rows[at].cells[-1], lines=lines)))
        for at, lines in sorted(rest.items())
    ]
    return short, further


def _matters(card: ObjectionCard | None) -> str:
    values, ticked = words("form")["values"], card.row.held.matters if card else ()
    boxes = "　".join(f"{TICKED if each in ticked else BOX}{matter_name(each)}" for each in Matter)
    if card is None:
        return str(boxes + values["blank_other"])
    return str(boxes + (values["other"].format(name=card.row.other_name) if card.row.other_name else ""))


def _notice(paper: FormPaper) -> str:
    values, card = words("form")["values"], paper.card
    if card is None:
        return str(values["blank_notice"].format(year=paper.year))
    told = {"posted": said_at(card.posted), "cut_off": said_at(card.cut_off)}
    return str(values["notice"].format(year=paper.year, version=card.row.held.version, **told))


def _signed(card: ObjectionCard | None) -> str:
    values = words("form")["values"]
    if card is None:
        return str(values["sign"].format(moment=words("blank_moment")))
    return str(values["signed" if card.row.held.signed else "unsigned"])


def _received(card: ObjectionCard | None) -> str:
    values = words("form")["values"]
    if card is None:
        return str(values["received"].format(moment=words("blank_moment"), receiver=BLANK * 6))
    held = card.row.held
    return str(values["received"].format(moment=said_at(held.received), receiver=held.receiver))


def _timely(card: ObjectionCard | None) -> str:
    values = words("form")["values"]
    if card is None:
        return str(values["blank_time"])
    if not card.row.held.in_time:
        return str(values["late"].format(late=lasting(card.row.held.minutes_late)))
    return str(values["in_time" if card.nth_day else "in_time_posting_day"].format(nth=card.nth_day))


def _handled(card: ObjectionCard | None) -> str:
    values = words("form")["values"]
    held = card.row.held if card else None
    if held is not None and held.state is ObjectionState.WITHDRAWN:
        return str(values["withdrawn"].format(document=held.state_document))
    states = {"accepted": ObjectionState.ACCEPTED, "refused": ObjectionState.REFUSED, "routed": ObjectionState.ROUTED}
    ticks = {name: TICKED if held and held.state is state else BOX for name, state in states.items()}
    reason = held.state_reason if held else ""
    return f"{values['decided'].format(**ticks, reason=reason)}\n{values['sign_decided']}"


# -- the receipt ------------------------------------------------------------------------------------------------------


class _Receipt:
    """The receipt's lines, measured before anything is drawn."""

    def __init__(self, paper: FormPaper, width: float) -> None:
        wording = words("receipt")
        kind = style("song", "receipt", pitch=1.35)
        self._parts = [paragraph(part, width, kind) for part in _receipt_lines(paper)]
        self._signed = _receipt_signed(paper)
        issued = paper.card.row.held.typed.date() if paper.card else None
        self._office = wording["seal"].format(
            office=paper.stamp.office, day=said_day(issued) if issued else words("blank_day")
        )
        printed = paper.stamp.at.date()
        self._again = wording["again"].format(day=said_day(printed)) if issued and printed > issued else ""

    @property
    def height(self) -> float:
        """What it takes below a form, the line to cut along included."""
        layout = words("layout")
        return float(sum(part.height for part in self._parts) + 2 * layout["cut"] + layout["receipt_title"] + 44)

    def tear_off(self, pages: Pages, top: float) -> None:
        """Below the form, under the line to cut along."""
        layout, sizes = words("layout"), words("sizes")
        y, middle = top + layout["cut"], pages.width / 2
        said = words("form")["cut"]
        half = len(said) * sizes["foot"] / 2 + 6
        for left in range(0, int(pages.width) - 4, 8):
            if not middle - half < left + 2 < middle + half:
                pages.paper.rule(left, y, left + 4, y, 0.5)
        pages.paper.centred(middle, y + 2.5, said, "song", sizes["foot"])
        y += layout["receipt_title"]
        pages.paper.centred(middle, y, words("receipt")["title"], "song_bold", 15)
        self.write(pages, y + 8)

    def write(self, pages: Pages, top: float) -> None:
        """The lines, then who took the paper, and the place of the seal."""
        y, size = top, words("sizes")["value"]
        for part in self._parts:
            part.draw(pages.paper, y, part.height)
            y += part.height
        pages.paper.text(0, y + 18, self._signed, "song", size)
        pages.paper.right(pages.width, y + 36, self._office, "song", size)
        if self._again:
            pages.paper.text(0, y + 36, self._again, "song", words("sizes")["foot"])


def _receipt_lines(paper: FormPaper) -> list[str]:
    wording, card, receiving = words("receipt"), paper.card, paper.receiving
    known = {name: getattr(receiving, name) or BLANK * 6 for name in ("department", "place", "phone")}
    where = wording["where"].format(**known)
    if card is None:
        return [
            "　　" + wording["blank"].format(year=paper.year),
            wording["blank_time"],
            wording["blank_remedies"],
            where,
        ]
    held = card.row.held
    others = [each for each in held.matters if each is not Matter.OTHER]
    about = wording["about"].format(name=card.row.other_name) if held.other else ""
    matters = matter_names(others) or (wording["result"] if held.other else matter_name(Matter.OTHER))
    came = wording["came"].format(
        name=card.row.name, department=card.row.department, received=said_at(held.received), year=paper.year,
        version=held.version, matters=about + matters, label=held.label,
    )  # fmt: skip
    first = card.row.received_first
    corrected = [] if first is None else ["　　" + wording["corrected"].format(first=said_at(first))]
    return ["　　" + came, *corrected, "　　" + _what_becomes(card), "　　" + wording["remedies"], where]


def _what_becomes(card: ObjectionCard) -> str:
    wording, held = words("receipt"), card.row.held
    if held.state is ObjectionState.WITHDRAWN:
        return str(wording["withdrawn"].format(day=said_day(held.at), document=held.state_document))
    if held.state is ObjectionState.REFUSED:
        return str(wording["refused"].format(reason=held.state_reason.rstrip("。")))
    cut_off = said_at(card.cut_off)
    if not held.in_time:
        return str(wording["late"].format(cut_off=cut_off, late=lasting(held.minutes_late)))
    return str(wording["in_time"].format(cut_off=cut_off, answer=said_day(held.answer_by)))


def _receipt_signed(paper: FormPaper) -> str:
    receiver = f"（{paper.card.row.held.receiver}）" if paper.card else ""
    return str(words("receipt")["sign"].format(receiver=receiver))


def _refuse_missing(paper: FormPaper) -> None:
    card = paper.card
    if card is None:
        return
    held = card.row.held
    written = (
        card.row.name, card.row.department, card.row.other_name, held.code, held.grounds, held.evidence, held.request,
        held.receiver, held.state_reason, held.state_document, held.new_facts, paper.stamp.office,
    )  # fmt: skip
    refuse_missing(held.code, card.row.name, written)
