"""What rating rounds offer from every other page."""

from committee_desk.ui.common.offer import Offer
from committee_desk.wording.language import tr


def offers() -> tuple[Offer, ...]:
    """The acts and views of the tab, as its commands are titled."""
    return (
        Offer(tr("新建测评轮次"), "plus"),
        Offer(tr("启动测评轮次"), "lock"),
        Offer(tr("录入纸质测评票"), "keyboard"),
        Offer(tr("打开测评间"), "door-exit"),
        Offer(tr("退回测评间的票"), "arrow-back-up"),
        Offer(tr("登记测评票数"), "hash"),
        Offer(tr("关闭测评并计票"), "calculator"),
        Offer(tr("重新测评"), "refresh"),
        Offer(tr("作废测评轮次"), "x"),
        Offer(tr("启封作废的测评"), "key"),
        Offer(tr("调整测评人员"), "pencil"),
        Offer(tr("打印测评文书"), "printer"),
        Offer(tr("看测评人员"), "users"),
        Offer(tr("看测评结果"), "report-analytics"),
        Offer(tr("看测评统计"), "chart-dots"),
    )
