"""Evaluations in words: sides, causes, and a figure that was overridden."""

from committee_desk.domain.evaluations import Cause
from committee_desk.domain.sources import Overridden
from committee_desk.wording.field_names import field_name
from committee_desk.wording.history import value_word
from committee_desk.wording.language import tr


def side_name(side: str) -> str:
    """实体 or 程序; else what the field is called."""
    return {"substance": tr("实体"), "procedure": tr("程序"), "items": tr("扣分")}.get(side, side)


def cause_name(cause: Cause) -> str:
    """What the committee found."""
    return {Cause.FAULT: tr("失误"), Cause.EVIDENCE: tr("证据变化"), Cause.LAW: tr("法律分歧")}[cause]


def overridden_short(each: Overridden) -> str:
    """Both figures in a few words: 实体得分 导入 50，更正为 55."""
    return tr(
        "{field} 导入 {imported}，更正为 {counts}",
        field=field_name(each.field),
        imported=value_word(each.imported),
        counts=value_word(each.counts),
    )


def overridden_line(each: Overridden) -> str:
    """Both figures, why, on what evidence, by whom, with whom and when."""
    return tr("{both}；{why}", both=overridden_short(each), why=overridden_why(each))


def overridden_why(each: Overridden) -> str:
    """The same for who has both figures before their eyes: why, on what evidence, by whom, with whom and when."""
    return tr(
        "理由：{why}；凭据：{evidence}；{by}、{second}（第二人），{day}",
        why=each.why,
        evidence=each.evidence,
        by=each.by,
        second=each.second,
        day=each.at[:10],
    )
