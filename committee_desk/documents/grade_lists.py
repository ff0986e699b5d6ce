"""Form 7 (考核得分汇总排名表) and the roll of proposed grades (等次建议名册)."""

from collections import Counter
from collections.abc import Iterator

from committee_desk.documents.drawing import drawing
from committee_desk.documents.grading_form import Section, band, cells, document, heads, refuse_missing, words
from committee_desk.documents.table import Row, Type
from committee_desk.domain.departments import department_order
from committee_desk.domain.exact import figure
from committee_desk.domain.grade_list import Listed, ListQuota
from committee_desk.domain.scores import Grade, Status
from committee_desk.services.grading_papers import ListPaper


def ranking(told: ListPaper) -> bytes:
    """Form 7 as PDF, one category after the other; UnprintableCharacters where a font lacks a character."""
    with drawing():
        return _drawn(told, "ranking", [_ranked(told, quota) for quota in told.laid.quotas])


def roll(told: ListPaper) -> bytes:
    """等次建议名册 as PDF: by category and department, never by score."""
    with drawing():
        wording = words("roll")
        rows = [*(row for quota in told.laid.quotas for row in _listed(told, quota)), band(wording["sign"], **_SIGN)]
        head = heads(wording["columns"], wording["heads"])
        return _drawn(told, "roll", [_section(told, "roll", "", head, rows)])


_SIGN = {"use": "song", "least": "sign", "align": "spread"}


def _drawn(told: ListPaper, kind: str, sections: list[Section]) -> bytes:
    people = {each.code: f"{each.name}\n{each.department}{each.reason}{each.post}" for each in told.laid.people}
    refuse_missing(people, [row for section in sections for row in section.rows], told.office)
    wording = words(kind)
    return document(
        told,
        wording["subject"].format(year=told.laid.year),
        wording["remark"],
        sections,
        fingerprint=told.laid.fingerprint,
        draft=told.is_draft,
    )


def _section(told: ListPaper, kind: str, category: str, head: Row, rows: list[Row]) -> Section:
    wording, stage = words(kind), words("stage")
    title, continued = (wording[name].format(year=told.laid.year, category=category) for name in ("title", "continued"))
    number = stage["draft"] if told.is_draft else stage[str(told.laid.stage)].format(version=told.laid.version)
    return Section(title, continued, "", number, head, tuple(rows))


# -- form 7 ------------------------------------------------------------------------------------------------------------


def _ranked(told: ListPaper, quota: ListQuota) -> Section:
    wording = words("ranking")
    parts = told.parts[quota.category][:4]
    names = [*wording["heads"], *(f"{each.name}\n{each.maximum}" for each in parts)]
    edges = _edges(len(parts))
    people = sorted((each for each in told.laid.people if each.category == quota.category), key=lambda each: each.order)
    held = Counter(each.rank for each in people)
    ids = [part.id for part in parts]
    rows = [
        *_with_line(
            people,
            quota,
            [_person(each, ids, edges, shared=each.rank is not None and held[each.rank] > 1) for each in people],
        ),
        band(_note(told, quota), "song"),
        band(wording["sign"], **_SIGN),
    ]
    return _section(told, "ranking", quota.category, heads(edges, [*names, *wording["tail"]]), rows)


def _edges(parts: int) -> list[float]:
    """Three columns, the parts, and three more; the parts share what is left."""
    first, last = [12.0, 31.0, 58.0], [124.0, 140.0, 156.0]
    width = (last[0] - 17.0 - first[-1]) / parts
    return [*first, *(first[-1] + width * (at + 1) for at in range(parts)), *last]


def _person(each: Listed, parts: list[str], edges: list[float], *, shared: bool) -> Row:
    values = words("values")
    centre, right = (Type("song", words("sizes")["item"], align) for align in ("centre", "right"))
    rank = f"{each.rank}" if each.rank is not None else values["absent"]
    mark = f"\n{values['tied']}" if each.tied else f"\n{values['shared']}" if shared else ""
    return cells(
        edges,
        [
            (rank + mark, centre),
            (f"{each.name}\n{each.code}", centre),
            (each.department, centre),
            *((figure(each.parts[part]) if part in each.parts else values["absent"], right) for part in parts),
            (figure(each.total), Type("song_bold", words("sizes")["item"], "right")),
            (str(each.performance_grade), centre),
            (_proposed(each), centre),
        ],
        "item",
    )


def _proposed(each: Listed) -> str:
    """The grade; who has none is 另行确定, whatever the reason."""
    values = words("values")
    if each.status is Status.TIE_AT_QUOTA:
        return str(values["tied"])
    if each.grade is not None:
        return str(each.grade)
    return str(values["open"] if each.proposed is not None else values["none"])


def _with_line(people: list[Listed], quota: ListQuota, rows: list[Row]) -> Iterator[Row]:
    """The quota's line stands under the last who has a place or is equal at it; where there is none, it says so."""
    wording = words("ranking")
    text = wording["line"].format(places=quota.places) if quota.places else wording["no_line"]
    at = [n for n, each in enumerate(people) if each.proposed is Grade.EXCELLENT or each.status is Status.TIE_AT_QUOTA]
    last = max(at, default=-1)
    if last < 0:
        yield band(wording["nobody"].format(places=quota.places) if quota.places else text, align="centre")
    for number, row in enumerate(rows):
        yield row
        if number == last:
            yield band(text, align="centre")


def _note(told: ListPaper, quota: ListQuota) -> str:
    wording, office = words("ranking"), told.laid.office
    more = wording["pooled"].format(pool="、".join(quota.pool)) if quota.pool else ""
    more += wording["assigned"].format(assigned=quota.assigned) if quota.assigned else ""
    return str(
        wording["note"].format(
            base=quota.base,
            percent=quota.percent,
            own=quota.own,
            more=more,
            places=quota.places,
            given=quota.given,
            office_base=office.base,
            office_floor=office.floor,
            left_over=office.left_over,
            approval=office.approval or wording["no_approval"],
        )
    )


# -- the roll ----------------------------------------------------------------------------------------------------------


def _listed(told: ListPaper, quota: ListQuota) -> Iterator[Row]:
    people = [each for each in told.laid.people if each.category == quota.category]
    facts = {"category": quota.category, "people": len(people), "places": quota.places, "given": quota.given}
    yield band(words("roll")["category"].format(**facts))
    for each in sorted(people, key=lambda each: (department_order(each.department), each.code)):
        yield _line(each)


def _line(each: Listed) -> Row:
    wording, values = words("roll"), words("values")
    centre, left = (Type("song", words("sizes")["item"], align, 1.3) for align in ("centre", "left"))
    return cells(
        wording["columns"],
        [
            (each.department, centre),
            (f"{each.name}\n{each.code}", centre),
            (figure(each.total), centre),
            (str(each.rank or values["absent"]), centre),
            (str(each.proposed or values["absent"]), centre),
            (_proposed(each), Type("song_bold", words("sizes")["item"], "centre")),
            (_remark(each), left),
        ],
        "item",
    )


def _remark(each: Listed) -> str:
    """Why it departs from the scheme's proposal, that it was tied, that the review came first."""
    wording = words("roll")
    told = [each.reason] if each.reason else []
    if each.tied:
        told.append(wording["tied"])
    if each.review_required:
        told.append(wording["review" if each.grade is not None else "awaits"])
    return "；".join(told)
