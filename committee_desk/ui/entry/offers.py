"""What 评分录入 offers from every other page."""

from committee_desk.ui.common.offer import Offer
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.wording.language import tr


def offers() -> tuple[Offer, ...]:
    """The acts and tabs of the page, as its commands are titled."""
    return (
        Offer(tr("填写本列的批次"), "notes", Shortcut.BATCH),
        Offer(tr("右侧详情"), "info-circle"),
        *(
            Offer(key.does(), "chevron-right", key)
            for key in (Shortcut.BY_EVENT, Shortcut.BY_PERSON, Shortcut.PREVIOUS_MONTH, Shortcut.NEXT_MONTH)
        ),
        Offer(tr("月度公布表"), "printer"),
        Offer(tr("所选人员的本月得分说明"), "report-analytics"),
        Offer(tr("平时考核等次…"), "pencil"),
        Offer(tr("关账或公布本月"), "lock"),
        Offer(tr("所选事项的追溯案件与论文"), "notes"),
        Offer(tr("所选事项的凭证扫描件"), "file-certificate"),
        Offer(tr("审批本月等待审批的事项"), "user-check"),
        Offer(tr("撤回所选事项"), "trash"),
    )
