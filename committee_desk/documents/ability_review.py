"""Form 12 (业务能力评审意见表): why selected, by whom, what was looked at, what was found, whether fit for the post."""

from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.units import mm

from committee_desk.documents import table
from committee_desk.documents.drawing import drawing
from committee_desk.documents.fonts import BOX, TICKED, face
from committee_desk.documents.grading_form import Section, band, cells, document, refuse_missing, words
from committee_desk.documents.table import Row, Type
from committee_desk.documents.typesetting import lines
from committee_desk.domain.exact import figure
from committee_desk.services.grading_papers import ReviewPaper
from committee_desk.services.grading_views import Opinion


def draw(told: ReviewPaper) -> bytes:
    """The form as PDF; UnprintableCharacters when no font holds one of its characters."""
    with drawing():
        wording = words("review")
        rows = tuple(_rows(told))
        refuse_missing({told.listed.code: told.listed.name}, rows, told.office)
        subject = wording["subject"].format(year=told.year, name=told.listed.name)
        year = f"{told.year} 年度"
        section = Section(wording["title"], wording["continued"], year, told.listed.code, None, rows)
        return document(
            told, subject, wording["remark"], [section], fingerprint=told.fingerprint(), first_column=wording["label"]
        )


def _rows(told: ReviewPaper) -> Iterator[Row]:
    wording, listed, review = words("review"), told.listed, told.review
    rank = wording["rank"].format(rank=listed.rank, ranked=told.ranked) if listed.rank else wording["no_rank"]
    day = review.day if review else None
    yield _pair(("name", listed.name), ("department", listed.department))
    yield _pair(("category", listed.category), ("post", listed.post))
    yield _pair(("total", figure(listed.total)), ("rank", rank))
    written = wording["day"].format(year=day.year, month=day.month, day=day.day) if day else ""
    yield _pair(("performance", str(listed.performance_grade)), ("day", written))
    yield _whole("selected", (review.selected if review else "") or wording["selected"])
    yield _whole("reviewers", "、".join(review.reviewers) if review else "")
    yield _whole("looked_at", "、".join(review.looked_at) if review else "", "text")
    signed = _signatures(len(review.reviewers) if review else wording["in_line"])
    findings = _whole("findings", review.findings if review else "", "large")
    over = signed.height - words("rows")["sign"] * mm
    yield replace(findings, least=findings.least - max(0.0, over))
    yield _whole("opinion", _ticked(review.opinion if review else None))
    yield signed
    yield band(wording["note"], "song", "fact")


def _signatures(reviewers: int) -> Row:
    """A line to sign on for each who reviewed; the day at the end of the last ones."""
    wording = words("review")
    most, made = wording["in_line"], []
    for at in range(0, reviewers, most):
        before = wording["sign"] if not at else "　" * len(wording["sign"])
        made.append(before + "　".join([wording["signature"]] * min(most, reviewers - at)))
    signed = _whole("sign", "\n".join(made) + wording["sign_day"], "sign", spread=True)
    return replace(signed, least=max(signed.least, len(made) * wording["line_height"] * mm))


def _ticked(opinion: Opinion | None) -> str:
    boxes = {
        name: TICKED if opinion is each else BOX for name, each in (("fit", Opinion.FIT), ("unfit", Opinion.UNFIT))
    }
    return str(words("review")["fit"].format(**boxes))


def _pair(*pairs: tuple[str, str]) -> Row:
    sizes, labels = words("sizes"), words("review")["labels"]
    label, value = Type("hei", sizes["label"], "centre"), Type("song", sizes["value"])
    texts = [each for name, said in pairs for each in ((labels[name], label), (said, value))]
    return cells(words("review")["pair"], texts, "fact")


def _whole(name: str, said: str, least: str = "fact", *, spread: bool = False) -> Row:
    wording, sizes = words("review"), words("sizes")
    size, room = sizes["value"], (wording["whole"] - wording["label"]) * mm - 2 * table.PADDING
    written = said
    if not spread:  # a longer text takes more lines, and none of them is smaller
        parts = said.split("\n")
        written = "\n".join(each for part in parts for each in lines(part, room, lambda t: face("song").width(t, size)))
    style = Type("song", size, "spread" if spread else "left", 1.4)
    label = Type("hei", sizes["label"], "centre")
    return cells((wording["label"], wording["whole"]), [(wording["labels"][name], label), (written, style)], least)
