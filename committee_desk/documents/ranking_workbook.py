"""The exported ranking: 排名, 明细 and 依据, where every figure names the workbook, sheet and cell it came from."""

from collections import Counter
from collections.abc import Iterator

from committee_desk.documents.workbook_pages import Cell, Sheet, points, workbook_of
from committee_desk.domain.explanation import IndicatorExplanation, Input
from committee_desk.domain.journal import groups
from committee_desk.domain.scores import PersonScore
from committee_desk.domain.sources import Source
from committee_desk.services.ranking_export import Ranking
from committee_desk.wording import explanations
from committee_desk.wording.language import tr
from committee_desk.wording.scores import proposed_grade


class OpenpyxlRanking:
    """Writes rankings with openpyxl."""

    def write(self, ranking: Ranking) -> bytes:
        """The workbook's bytes."""
        return workbook_of(_sheets(ranking))


def _sheets(ranking: Ranking) -> Iterator[Sheet]:
    scheme, scores = ranking.scheme, ranking.scores
    title = tr("{office} {year} 年度{category}考核", office=ranking.office, year=scores.year, category=scheme.category)
    if ranking.demo:
        title = tr("{title}（演示数据）", title=title)
    quota = tr(
        "优秀名额 {places} 名：基数 {base} × {percent}%，舍去小数",
        places=scores.quota.places,
        base=scores.quota.base,
        percent=scores.quota.percent,
    )
    head = tr("日志第 {entry} 条，日志头 {groups}", entry=ranking.head.entries, groups=groups(ranking.head.hash))
    parts = [tr("{part} {maximum}", part=part.name, maximum=part.maximum) for part in scheme.parts]
    ranking_head: list[Cell] = [tr("名次"), tr("工号"), tr("姓名"), tr("部门"), *parts, tr("总分")]
    ranking_head += [tr("业绩考评"), tr("建议等次"), tr("说明")]
    yield (
        tr("排名"),
        (6, 10, 12, 18, *[10] * len(parts), 10, 10, 14, 30),
        [[title], [quota], [head], ranking_head],
        _ranks(ranking),
    )
    indicators = [tr("{name} {maximum}", name=each.name, maximum=each.maximum) for each in scheme.indicators]
    breakdown: list[Cell] = [tr("工号"), tr("姓名"), *indicators, tr("合计"), tr("总分")]
    yield tr("明细"), (10, 12, *[12] * len(indicators), 10, 10), [[title], breakdown], _breakdown(ranking)
    basis: list[Cell] = [tr("工号"), tr("姓名"), tr("指标"), tr("满分"), tr("得分"), tr("类别"), tr("内容")]
    basis += [tr("工作簿"), tr("工作表"), tr("单元格"), tr("SHA-256")]
    yield tr("依据"), (10, 12, 12, 6, 8, 8, 80, 16, 12, 10, 20), [[title], basis], _basis(ranking)


def _ranks(ranking: Ranking) -> Iterator[list[Cell]]:
    people = sorted(ranking.scores.people, key=lambda each: (each.rank is None, each.rank or 0, each.code))
    at_rank = Counter(person.rank for person in people)
    for person in people:
        parts: list[Cell] = [points(person.parts[part.id]) for part in ranking.scheme.parts]
        yield [
            *(person.rank, person.code, person.name, person.department),
            *parts,
            *(
                points(person.total),
                str(person.performance_grade),
                proposed_grade(person),
                _remarks(person, ranking, at_rank[person.rank]),
            ),
        ]


def _remarks(person: PersonScore, ranking: Ranking, at_rank: int) -> str:
    told = []
    if person.rank is not None and at_rank > 1:
        told.append(tr("并列"))
    if person.rank is not None and person.barred:
        told.append(tr("不得评优"))
    if person.review_required:
        told.append(tr("须先评审"))
    if person.not_applicable:
        left = sum(part.id == "performance" for part in ranking.scheme.parts for _ in part.indicators)
        told.append(tr("业绩按 {count} 项折算", count=left - len(person.not_applicable)))
    return tr("；").join(told)


def _breakdown(ranking: Ranking) -> Iterator[list[Cell]]:
    for person in ranking.scores.people:
        figures: list[Cell] = [
            points(person.indicators[each.id]) if each.id in person.indicators else _absent(person, each.id)
            for each in ranking.scheme.indicators
        ]
        yield [person.code, person.name, *figures, points(person.uncut), points(person.total)]


def _absent(person: PersonScore, indicator: str) -> str:
    return tr("不适用") if indicator in person.not_applicable else tr("未评")


def _basis(ranking: Ranking) -> Iterator[list[Cell]]:
    names = {person.code: person.name for person in ranking.scores.people}
    titles = {each.id: each.name for each in ranking.scheme.indicators}
    for explained in ranking.explanations:
        for each in explained.indicators:
            first: list[Cell] = [explained.code, names[explained.code], titles[each.indicator], each.maximum]
            first.append(None if each.printed is None else points(each.printed))
            yield from ([*first, *told] for told in _lines_of(each))


def _lines_of(explained: IndicatorExplanation) -> Iterator[list[Cell]]:
    yield [tr("规则"), explanations.rule(explained), None, None, None, None]
    for line in explanations.lines(explained):
        yield [tr("计算"), line, None, None, None, None]
    for given in explained.inputs:
        yield [tr("依据"), explanations.input_line(given), *_place(given, given.source)]


def _place(given: Input, source: Source | None) -> list[Cell]:
    if source is None:
        return [None, None, None, None]
    return [source.workbook, source.sheet or None, source.cells(given.headings), source.sha256]
