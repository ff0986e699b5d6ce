"""What the committee's meetings offer from every other page."""

from committee_desk.ui.common.offer import Offer
from committee_desk.wording.language import tr


def meeting_offers() -> tuple[Offer, ...]:
    """What is done with a meeting, as the commands of its tab are titled."""
    return (
        Offer(tr("到会登记"), "user-check"),
        Offer(tr("宣布开会"), "gavel"),
        Offer(tr("登记表决"), "clipboard-check"),
        Offer(tr("登记申报的回避"), "user-off"),
        Offer(tr("撤销申报的回避"), "arrow-back-up"),
        Offer(tr("结束会议"), "lock"),
        Offer(tr("会议文书"), "printer"),
        Offer(tr("投影会议"), "device-desktop"),
        Offer(tr("召集会议"), "plus"),
        Offer(tr("更改会议通知"), "pencil"),
        Offer(tr("取消会议"), "x"),
        Offer(tr("重新打开会议"), "lock-open"),
    )
