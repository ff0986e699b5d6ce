"""What 案件与评查 offers from every other page."""

from committee_desk.ui.common.offer import Offer
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.wording.language import tr


def offers() -> tuple[Offer, ...]:
    """The acts and tabs of the page, as its commands are titled."""
    return (
        Offer(tr("导入工作簿"), "file-import", Shortcut.IMPORT),
        Offer(tr("所选案件的附件"), "file-certificate"),
        Offer(Shortcut.EVALUATE.does(), "clipboard-check", Shortcut.EVALUATE),
        Offer(tr("登记承办人对评价的意见"), "message-circle-exclamation"),
        Offer(tr("撤回案件评价"), "arrow-back-up"),
        Offer(tr("无罪、免予刑事处罚案件的原因认定"), "gavel"),
        Offer(tr("打印所选案件的评价表"), "printer"),
        Offer(tr("入额未办案的检察官"), "user-off"),
        Offer(Shortcut.OVERRIDE.does(), "pencil", Shortcut.OVERRIDE),
        Offer(Shortcut.HISTORY.does(), "history", Shortcut.HISTORY),
    )
