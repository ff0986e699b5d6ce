"""Form 6, 计票批次表: the batches of slips that were counted, each signed by those who counted it."""

from committee_desk.documents.drawing import drawing
from committee_desk.documents.objection_sheet import row, style
from committee_desk.documents.round_form import RoundPages, counted, refuse_missing, words
from committee_desk.documents.ruled_sections import Sections
from committee_desk.documents.table import Row
from committee_desk.domain.rounds import Batch
from committee_desk.services.round_paper_views import BatchPaper


def draw(paper: BatchPaper) -> bytes:
    """The list as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        names = [name or "" for each in paper.batches for name in (each.typed_by, each.compared_by, each.settled_by)]
        refuse_missing((), (paper.stamp.office, paper.stamp.by, paper.round.title, *names), paper.round.label)
        return counted(lambda pages: _drawn(paper, pages))


def _drawn(paper: BatchPaper, count: int) -> RoundPages:
    wording = words("batches")
    pages = RoundPages(wording["title"], paper.round, paper.stamp, wording["remark"], paper.fingerprint(), pages=count)
    sections = Sections(pages, pages.head(paper.round.label))
    sections.y += 4
    sections.text(wording["strict" if paper.strict else "plain"], style("song", "small"))
    told = wording["whole"].format(batches=len(paper.batches), slips=sum(each.slips for each in paper.batches))
    sections.text(told, style("song", "small"))
    sections.y += 8
    head = style("hei", "small", align="centre")
    heads = row(wording["columns"], [(each, head) for each in wording["heads_strict" if paper.strict else "heads"]], 7)
    rows = [*map(_batch, paper.batches), *(_blank() for _ in range(wording["blanks"]))]
    sections.table(rows, wording["columns"][0], heads)
    return pages


def _batch(each: Batch) -> Row:
    last = each.settled_by or ""
    return _row([str(each.number), each.ballot_class, str(each.slips), each.typed_by, "", each.compared_by or "", "", last])  # fmt: skip  # noqa: E501 - one row


def _blank() -> Row:
    return _row([""] * len(words("batches")["columns"]))


def _row(texts: list[str]) -> Row:
    wording, small = words("batches"), style("song", "small", align="centre", pitch=1.25)
    return row(wording["columns"], [(each, small) for each in texts], wording["row"])
