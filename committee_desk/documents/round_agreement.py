"""The report's words and tables: agreement, whole ballots, signed raters, and what the committee is asked."""

from committee_desk.documents.fonts import face
from committee_desk.documents.objection_sheet import row, style
from committee_desk.documents.round_form import said_day, words
from committee_desk.documents.round_pictures import Frame, interval
from committee_desk.documents.ruled_sections import Sections
from committee_desk.documents.typesetting import lines
from committee_desk.domain.rater_statistics.findings import Agreement, Icc, NotComputable, Severity, Shift
from committee_desk.services.round_paper_views import StatisticsPaper
from committee_desk.wording.rater_agreement import alpha_meaning
from committee_desk.wording.rater_statistics import (
    agreement_words,
    alpha_words,
    circles_words,
    class_of,
    far_words,
    flag_words,
    icc_number,
    reciprocity_words,
    severity_words,
    signed_agreement_words,
    straight_words,
)

LINE, PICTURE, GAP = 18.0, 150.0, 12.0
"""A signed rater's line at least, how wide the picture is, and what lies between it and the words."""
PITCH = 11.5
LEAST_SCALE = 5.0
"""So many marks to each side are shown at least, so that small shifts look small."""


def agreement(sections: Sections, paper: StatisticsPaper) -> None:
    """A line of coefficients a class, and what each means."""
    wording = words("statistics")
    sections.heading(wording["agreement"], keep=80)
    rows = [_coefficients(each) for each in paper.found.agreements]
    sections.columns(wording["agreement_columns"], wording["agreement_heads"], rows, wording["unknown"])
    sections.y += 2
    for each in paper.found.agreements:
        sections.text(f"{agreement_words(each)}。")
        if not each.ballot_class and not isinstance(each.alpha, NotComputable):
            sections.text(f"{alpha_meaning(each.alpha)}。")
    sections.text(wording["agreement_note"], style("song", "small"))


def _coefficients(each: Agreement) -> list[str]:
    forms = () if isinstance(each.one_way, NotComputable) else each.one_way
    found = {icc.form: icc for icc in forms}
    told = (_icc(found.get(form)) for form in words("statistics")["forms"])
    return [class_of(each.ballot_class), *told, alpha_words(each.alpha)]


def _icc(icc: Icc | None) -> str:
    """The coefficient, and below it its interval."""
    wording = words("statistics")
    if icc is None:
        return str(wording["unknown"])
    if icc.interval is None:
        return icc_number(icc.value)
    told = wording["interval"].format(low=icc_number(icc.interval.low), high=icc_number(icc.interval.high))
    return f"{icc_number(icc.value)}\n{told}"


def ballots(sections: Sections, paper: StatisticsPaper) -> None:
    """How many ballots are alike throughout, and how many lie far from the rest."""
    sections.heading(words("statistics")["ballots"], keep=30)
    sections.text(f"{straight_words(paper.found.straight_lines)}。")
    sections.text(f"{far_words(paper.found.far_ballots)}。")


def signed(sections: Sections, paper: StatisticsPaper) -> None:
    """Severity and leniency of the leaders, who sign; and patterns among those who rate each other."""
    wording, found, names = words("statistics"), paper.found.signed, dict(paper.raters)
    sections.heading(wording["signed"], keep=40)
    if not found.severities:
        sections.text(wording["nobody_signed"])
    sections.y += 4
    shifts = [each.shift for each in found.severities if isinstance(each.shift, Shift)]
    most = max([LEAST_SCALE, *(abs(each.mean) * 1.5 for each in shifts)])
    for each in found.severities:
        _severity(sections, each, names.get(each.rater, each.rater), most)
    if found.severities:
        sections.y += 4
        sections.text(f"{signed_agreement_words(found.agreement)}。")
    if shifts:
        sections.y += 4
        sections.text(wording["signed_note"], style("song", "small"))
    sections.heading(wording["patterns"], keep=30)
    for said in (reciprocity_words(found.reciprocity, names), circles_words(found.circles, names)):
        sections.text(f"{said.rstrip('。')}。")


def _severity(sections: Sections, each: Severity, name: str, most: float) -> None:
    """A rater's interval as a picture, and beside it what it says."""
    sheet, kind = sections.pages.paper, style("song", "small")
    left, letters = PICTURE + GAP, face(kind.use)
    said = lines(severity_words(name, each), sections.pages.width - left, lambda piece: letters.width(piece, kind.size))
    high = max(LINE, len(said) * PITCH + 5)
    sections.need(high)
    if isinstance(each.shift, Shift):
        interval(sheet, Frame(0, sections.y, PICTURE, high), each.shift, most)
    y = sections.y + (high - len(said) * PITCH) / 2 + PITCH * 0.8
    for line in said:
        sheet.text(left, y, line, kind.use, kind.size)
        y += PITCH
    sections.y += high


def questions(sections: Sections, paper: StatisticsPaper) -> None:
    """What the committee is asked, and what it decided where it looked; else room to write."""
    wording = words("statistics")
    sections.heading(wording["asked"], keep=60)
    looks = {each.flag: each for each in paper.looks}
    head, small = style("hei", "small", align="centre"), style("song", "small", pitch=1.3)
    heads = row(wording["asked_columns"], [(each, head) for each in wording["asked_heads"]], 7)
    rows = []
    for flag in paper.found.flags:
        look = looks.get(flag.name)
        told = (look.looked_by, said_day(look.day), look.decided) if look else ("", "", "")
        texts = [flag_words(flag, dict(paper.raters)), *told]
        rows.append(row(wording["asked_columns"], [(each, small) for each in texts], 11))
    if not rows:
        sections.text(wording["asked_none"])
        return
    sections.table(rows, wording["asked_columns"][0], heads)
