"""Parts and indicators of the default scheme in words; another scheme's are said by the names it gives."""

from committee_desk.domain.scheme import Indicator, Part
from committee_desk.wording.language import CHINESE, language, tr


def part_name(part: Part) -> str:
    """A part, such as 业绩."""
    known = {
        "performance": tr("业绩"),
        "common": tr("共性"),
        "overall": tr("综合"),
        "bonus": tr("加分"),
    }
    return part.name if language() == CHINESE else known.get(part.id, part.name)


def part_heading(part: Part) -> str:
    """The part's name, short enough for a column, and what it may reach."""
    known = {
        "performance": tr("业绩 {maximum}", maximum=part.maximum),
        "common": tr("共性 {maximum}", maximum=part.maximum),
        "overall": tr("综合 {maximum}", maximum=part.maximum),
        "bonus": tr("加分 {maximum}", maximum=part.maximum),
    }
    plain = f"{part.name} {part.maximum}"
    return plain if language() == CHINESE else known.get(part.id, plain)


def indicator_name(indicator: Indicator) -> str:
    """An indicator, such as 办案数量."""
    known = {
        "quantity": tr("办案数量"),
        "quality": tr("办案质量"),
        "efficiency": tr("办案效率"),
        "effect": tr("办案效果"),
        "safety": tr("办案安全"),
        "regularity": tr("办案规范"),
        "conduct": tr("司法作风"),
        "skill": tr("司法技能"),
        "ethics": tr("职业操守"),
        "leader_rating": tr("领导评价"),
        "peer_rating": tr("民主测评"),
        "bonus": tr("加分"),
    }
    return indicator.name if language() == CHINESE else known.get(indicator.id, indicator.name)
