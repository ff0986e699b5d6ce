"""The shipped schemes, their parts and indicators in words; another scheme's are said by the names it gives."""

from committee_desk.domain.scheme import Indicator, Part, Scheme
from committee_desk.wording.language import CHINESE, language, tr


def scheme_name(scheme: Scheme) -> str:
    """The scheme's own name, such as 检察官年度考核方案."""
    return named(scheme.name)


def part_name(part: Part) -> str:
    """A part, such as 业绩."""
    return named(part.name)


def part_heading(part: Part) -> str:
    """The part's name, short enough for a column; in Chinese there is room for what it may reach."""
    if language() == CHINESE:
        return f"{part.name} {part.maximum}"
    return tr("业绩分") if part.name == "业绩" else part_name(part)


def part_hint(part: Part) -> str:
    """The part and what it may reach, in full."""
    return tr("{part}，满分 {maximum}", part=part_name(part), maximum=part.maximum)


def indicator_name(indicator: Indicator) -> str:
    """An indicator, such as 办案数量."""
    return named(indicator.name)


def named(name: str) -> str:
    """A name of a shipped scheme in the spoken language; any other as its scheme gives it."""
    known = {
        "检察官年度考核方案": tr("检察官年度考核方案"),
        "检察辅助人员年度考核方案": tr("检察辅助人员年度考核方案"),
        "司法行政人员年度考核方案": tr("司法行政人员年度考核方案"),
        "业绩": tr("业绩"),
        "共性": tr("共性"),
        "综合": tr("综合"),
        "加分": tr("加分"),
        "办案数量": tr("办案数量"),
        "办案质量": tr("办案质量"),
        "办案效率": tr("办案效率"),
        "办案效果": tr("办案效果"),
        "办案安全": tr("办案安全"),
        "办案规范": tr("办案规范"),
        "司法作风": tr("司法作风"),
        "司法技能": tr("司法技能"),
        "职业操守": tr("职业操守"),
        "领导评价": tr("领导评价"),
        "民主测评": tr("民主测评"),
        "岗位职责": tr("岗位职责"),
        "工作质量": tr("工作质量"),
        "工作效率": tr("工作效率"),
        "工作作风": tr("工作作风"),
        "业务技能": tr("业务技能"),
        "服务保障": tr("服务保障"),
        "重点任务": tr("重点任务"),
        "业务能力": tr("业务能力"),
        "廉洁自律": tr("廉洁自律"),
    }
    return known.get(name, name)
