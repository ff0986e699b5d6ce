"""The month's sheet as a workbook: cumulative figures by indicator, what the month brought, and what was corrected."""

from collections.abc import Iterator

from committee_desk.documents.workbook_pages import Cell, Sheet, points, workbook_of
from committee_desk.domain.journal import groups
from committee_desk.domain.months import SheetLine, last_day
from committee_desk.services.month_views import PaperSheet
from committee_desk.wording.language import tr
from committee_desk.wording.months import differing_item, differing_value


def write(paper: PaperSheet) -> bytes:
    """The workbook's bytes."""
    return workbook_of(_pages(paper))


def _pages(paper: PaperSheet) -> Iterator[Sheet]:
    sheet, title = paper.sheet, _title(paper)
    titles: list[list[Cell]] = [[each] for each in title]
    person: list[Cell] = [tr("部门"), tr("工号"), tr("姓名")]
    columns: list[Cell] = [
        tr("{name} {maximum}", name=column.name, maximum=column.maximum) for column in (*sheet.indicators, *sheet.parts)
    ]
    widths = (18, 10, 14, *[11] * len(columns), 11, 11, 8, 12, 20)
    more: list[Cell] = [*([tr("名次")] if sheet.ranked else []), *([tr("平时考核等次")] if sheet.graded else [])]
    gone: list[Cell] = [tr("备注")] if any(line.gone for line in sheet.people) else []
    last: list[Cell] = [tr("累计总分"), tr("本月得分"), *more, *gone]
    yield tr("累计"), widths, [*titles, [*person, *columns, *last]], _cumulative(paper)
    brought: list[Cell] = [*person, *columns, tr("本月得分")]
    yield tr("本月"), widths, [*titles, brought], _brought(paper)
    if paper.supersedes:
        head: list[Cell] = [tr("工号"), tr("姓名"), tr("项目"), tr("第 {version} 版", version=paper.supersedes)]
        yield tr("更正"), (10, 14, 18, 14, 14), [*titles, [*head, tr("本版")]], _differing(paper)


def _title(paper: PaperSheet) -> Iterator[str]:
    sheet, day = paper.sheet, last_day(paper.sheet.year, paper.sheet.month)
    told = {"office": paper.office, "year": sheet.year, "month": sheet.month, "category": sheet.category}
    title = tr("{office} {year}年{month}月{category}考核公布表", **told)
    yield tr("{title}（演示数据）", title=title) if paper.demo else title
    version = tr("第 {version} 版", version=paper.version) if paper.version else tr("未公布")
    if paper.supersedes:
        version = tr("{version}，替代第 {old} 版", version=version, old=paper.supersedes)
    yield tr("截至 {day}，{version}，考核办法：{scheme}", day=day.isoformat(), version=version, scheme=sheet.scheme)
    yield tr("数据版本 {fingerprint}", fingerprint=paper.fingerprint)
    yield tr("日志第 {entry} 条，日志头 {groups}", entry=paper.head.entries, groups=groups(paper.head.hash))


def _cumulative(paper: PaperSheet) -> Iterator[list[Cell]]:
    sheet = paper.sheet
    for line in sheet.people:
        figures = [_figure(line, column.id) for column in sheet.indicators]
        parts: list[Cell] = [points(line.parts.get(part.id, 0)) for part in sheet.parts]
        last: list[Cell] = [points(line.total), points(line.change)]
        last += [line.rank] if sheet.ranked else []
        last += [str(line.grade) if line.grade else None] if sheet.graded else []
        last += [_remark(line)] if line.gone else []
        yield [line.department, line.code, line.name, *figures, *parts, *last]


def _remark(line: SheetLine) -> str | None:
    """That somebody is gone, and since when; never why."""
    if line.gone is None:
        return None
    return (tr("已转出（{day}）") if line.gone.elsewhere else tr("已离岗（{day}）")).format(day=line.gone.until)


def _figure(line: SheetLine, indicator: str) -> Cell:
    held = line.indicators.get(indicator)
    return None if held is None else points(held)


def _brought(paper: PaperSheet) -> Iterator[list[Cell]]:
    sheet = paper.sheet
    for line in sheet.people:
        changes: list[Cell] = [points(line.indicator_change(column.id)) for column in sheet.indicators]
        changes += [points(line.part_change(part.id)) for part in sheet.parts]
        yield [line.department, line.code, line.name, *changes, points(line.change)]


def _differing(paper: PaperSheet) -> Iterator[list[Cell]]:
    for each in paper.differing:
        values: list[Cell] = [differing_value(each, value) for value in (each.before, each.after)]
        yield [each.code, each.name, differing_item(each, paper.sheet), *values]
