"""What 打印 offers from every other page."""

from committee_desk.ui.common.offer import Offer
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.wording.language import tr


def offers() -> tuple[Offer, ...]:
    """The acts and tabs of the page, as its commands are titled."""
    return (
        Offer(tr("表存到文件夹…"), "folder", Shortcut.EXPORT),
        Offer(tr("打印…"), "printer", Shortcut.PRINT),
        Offer(tr("个人月度得分说明…"), "report-analytics"),
    )
