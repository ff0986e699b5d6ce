"""What 决定与送达 offers from every other page."""

from committee_desk.ui.common.offer import Offer
from committee_desk.wording.language import tr


def offers() -> tuple[Offer, ...]:
    """The acts and tabs of the page, as its commands are titled."""
    return (
        Offer(tr("登记院党组决定…"), "gavel"),
        Offer(tr("登记结果通知书送达…"), "mail-forward", also=tr("登记送达…")),
        Offer(tr("登记本人签字…"), "pencil", also=tr("登记签字…")),
        Offer(tr("签字扫描件…"), "file-text"),
        Offer(tr("打印结果通知书和送达回证"), "printer"),
        Offer(tr("打印定稿的考核等次确认表"), "printer"),
        Offer(tr("打印决定与送达台账"), "printer"),
        Offer(tr("制作结果公开版"), "world"),
        Offer(tr("复核申诉"), "mail-forward"),
        Offer(tr("登记复核申请或申诉…"), "plus", also=tr("登记申请…")),
        Offer(tr("接转逾期异议…"), "arrow-forward-up", also=tr("接转…")),
        Offer(tr("受理复核申请或申诉"), "check"),
        Offer(tr("不予受理复核申请或申诉"), "x"),
        Offer(tr("登记申诉处理决定"), "gavel"),
        Offer(tr("延长申诉决定期限"), "calendar"),
        Offer(tr("登记撤回复核申请或申诉"), "arrow-back-up"),
        Offer(tr("打印复核申诉台账"), "printer"),
        Offer(tr("电子签章"), "mail-forward"),
        Offer(tr("给确认表加盖院印"), "certificate", also=tr("加盖院印…")),
        Offer(tr("主任委员在确认表上签名"), "writing-sign", also=tr("主任委员签名…")),
        Offer(tr("已签章的确认表存到文件夹"), "folder"),
        Offer(tr("年度归档…"), "archive", also=tr("归档…")),
    )
