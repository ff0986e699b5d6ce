"""What 方案 offers from every other page."""

from committee_desk.ui.common.offer import Offer
from committee_desk.wording.language import tr


def offers() -> tuple[Offer, ...]:
    """The acts and tabs of the page, as its commands are titled."""
    return (
        Offer(tr("起草修改方案"), "pencil"),
        Offer(tr("看方案草稿对每个人的影响"), "report-analytics"),
        Offer(tr("比较方案的两个版本"), "arrows-sort"),
        Offer(tr("没有达到最低标准的人"), "flag"),
    )
