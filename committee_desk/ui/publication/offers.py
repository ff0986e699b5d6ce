"""What 公示 offers from every other page."""

from committee_desk.ui.common.offer import Offer
from committee_desk.wording.language import tr


def offers() -> tuple[Offer, ...]:
    """The acts and tabs of the page, as its commands are titled."""
    return (
        Offer(tr("张贴公示…"), "speakerphone"),
        Offer(tr("登记张贴照片…"), "file-plus"),
        Offer(tr("登记撤下…"), "clipboard-check"),
        Offer(tr("登记重新张贴…"), "clipboard-plus"),
        Offer(tr("延长公示…"), "calendar-plus"),
        Offer(tr("补充公告：按新日历重新计算…"), "calendar-time"),
        Offer(tr("更正说明…"), "pencil"),
        Offer(tr("关闭公示…"), "lock"),
        Offer(tr("撤回公示…"), "arrow-back-up"),
        Offer(tr("退回重新公示…"), "arrow-back-up"),
        Offer(tr("打印公示书"), "printer"),
        Offer(tr("打印张贴记录"), "printer"),
        Offer(tr("打印补充公告、更正说明"), "printer"),
        Offer(tr("看张贴照片"), "eye"),
    )
