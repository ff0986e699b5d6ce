"""The report's words and tables: agreement, whole ballots, signed raters, and what the committee is asked."""

from decimal import Decimal

from committee_desk.documents.objection_sheet import row, style
from committee_desk.documents.round_form import said_day, words
from committee_desk.documents.round_pictures import Frame, interval, one_place, written
from committee_desk.documents.ruled_sections import Sections
from committee_desk.domain.rater_statistics.findings import (
    TOLD_FROM,
    Agreement,
    Ballots,
    Flag,
    Icc,
    NotComputable,
    Pattern,
    Severity,
    Shift,
)
from committee_desk.services.round_paper_views import StatisticsPaper
from committee_desk.wording.numbers import rounded

OF_THE_MEAN = "1,k"
LINE, NAME, PICTURE = 17.0, 62.0, 150.0
"""A signed rater's line, and what the name and the picture take."""
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
        sections.text(_agreed(each))
    sections.text(wording["agreement_note"], style("song", "small"))


def _coefficients(each: Agreement) -> list[str]:
    wording = words("statistics")
    found: dict[str, Icc] = {}
    for forms in (each.one_way, each.two_way):
        if not isinstance(forms, NotComputable):
            found |= {icc.form: icc for icc in forms}
    alpha = wording["unknown"] if isinstance(each.alpha, NotComputable) else _figure(each.alpha)
    return [_class(each.ballot_class), *(_icc(found.get(form)) for form in wording["forms"]), alpha]


def _icc(icc: Icc | None) -> str:
    wording = words("statistics")
    if icc is None:
        return str(wording["unknown"])
    if icc.interval is None:
        return _figure(icc.value)
    told = wording["interval"].format(low=_figure(icc.interval.low), high=_figure(icc.interval.high))
    return f"{_figure(icc.value)}\n{told}"


def _agreed(each: Agreement) -> str:
    """What the agreement of a class means."""
    wording, name = words("statistics"), _class(each.ballot_class)
    if isinstance(each.one_way, NotComputable):
        return str(wording["agreed_none"].format(name=name, why=wording["why"][each.one_way.why.value] + "。"))
    value = next(icc.value for icc in each.one_way if icc.form == OF_THE_MEAN)
    key = "high" if value >= wording["high"] else "middle" if value >= wording["middle"] else "low"
    return str(wording[f"agreed_{key}"].format(name=name, value=_figure(value)))


def _class(ballot_class: str) -> str:
    wording = words("statistics")
    return str(wording["of_class"].format(name=ballot_class) if ballot_class else wording["all_classes"])


def _figure(value: float) -> str:
    return rounded(Decimal(str(value)))


def ballots(sections: Sections, paper: StatisticsPaper) -> None:
    """How many ballots are alike throughout, and how many lie far from the rest."""
    wording = words("statistics")
    sections.heading(wording["ballots"], keep=30)
    for key, told in (("straight", paper.found.straight_lines), ("far", paper.found.far_ballots)):
        sections.text(wording[key].format(told=_told(told)))


def _told(count: Ballots | NotComputable) -> str:
    wording = words("statistics")
    if isinstance(count, NotComputable):
        return str(wording["why"][count.why.value])
    key = "under" if count.number is None else "counted"
    return str(wording[key].format(number=count.number, among=count.among, few=TOLD_FROM))


def signed(sections: Sections, paper: StatisticsPaper) -> None:
    """Severity and leniency of the leaders, who sign; and patterns among those who rate each other."""
    wording, found = words("statistics"), paper.found.signed
    sections.heading(wording["signed"], keep=40)
    if not found.severities:
        sections.text(wording["nobody_signed"])
    shifts = [each.shift for each in found.severities if isinstance(each.shift, Shift)]
    most = max([LEAST_SCALE, *(abs(each.mean) * 1.5 for each in shifts)])
    for each in found.severities:
        _severity(sections, each, dict(paper.raters), most)
    if shifts:
        sections.y += 3
        sections.text(wording["signed_note"], style("song", "small"))
    sections.heading(wording["patterns"], keep=30)
    for key, pattern in (("reciprocity", found.reciprocity), ("circles", found.circles)):
        sections.text(wording[key].format(told=_pattern(pattern, dict(paper.raters))))


def _severity(sections: Sections, each: Severity, names: dict[str, str], most: float) -> None:
    wording, sheet = words("statistics"), sections.pages.paper
    sections.need(LINE)
    sections.y += LINE
    y, small = sections.y, style("song", "small").size
    name = names.get(each.rater, each.rater)
    written(sheet, 0, y, name, style("song", "label").size, NAME - 4)
    left = NAME + PICTURE + 8
    if isinstance(each.shift, NotComputable):
        sheet.text(NAME, y, wording["why"][each.shift.why.value], "song", small)
        return
    interval(sheet, Frame(NAME, y - 11, PICTURE, LINE), each.shift, most)
    written(sheet, left, y, _shift(each.shift), small, sections.pages.width - left)


def _shift(shift: Shift) -> str:
    wording = words("statistics")
    return str(
        wording["shift"].format(
            direction=wording["lenient" if shift.mean > 0 else "severe"],
            size=one_place(abs(shift.mean)),
            low=one_place(shift.interval.low),
            high=one_place(shift.interval.high),
            others=shift.others,
            people=shift.people,
        )
    )


def _pattern(pattern: Pattern | NotComputable, names: dict[str, str]) -> str:
    wording = words("statistics")
    if isinstance(pattern, NotComputable):
        return f"{wording['why'][pattern.why.value]}。"
    people = "、".join(names.get(each, each) for each in pattern.people)
    return str(
        wording["pattern"].format(
            possible=pattern.possible,
            found=pattern.found,
            p=rounded(Decimal(str(pattern.p_value)), 3),
            people=wording["pattern_people"].format(names=people) if people else "",
            few=wording["few"] if pattern.few else "",
        )
    )


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
        texts = [asked(flag, dict(paper.raters)), *told]
        rows.append(row(wording["asked_columns"], [(each, small) for each in texts], 11))
    if not rows:
        sections.text(wording["asked_none"])
        return
    sections.table(rows, wording["asked_columns"][0], heads)


def asked(flag: Flag, names: dict[str, str]) -> str:
    """A question in words."""
    wording = words("statistics")
    signed_ = flag.kind in {flag.kind.SEVERE, flag.kind.LENIENT}
    about = names.get(flag.about, flag.about) if signed_ else _class(flag.about)
    value = one_place(abs(flag.value)) if signed_ else _figure(flag.value)
    if flag.kind in {flag.kind.RECIPROCITY, flag.kind.CIRCLES}:
        value = rounded(Decimal(str(flag.value)), 3)
    return str(wording["flags"][flag.kind.value].format(number=flag.number, among=flag.among, about=about, value=value))
