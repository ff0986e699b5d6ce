"""What 等次审议 offers from every other page."""

from committee_desk.domain.course import Move
from committee_desk.ui.committee.offers import meeting_offers
from committee_desk.ui.common.offer import Offer
from committee_desk.wording.courses import move_name
from committee_desk.wording.language import tr


def offers() -> tuple[Offer, ...]:
    """The acts and tabs of the page, as its commands are titled."""
    return (*_acts(), *_tabs(), *meeting_offers(), *_papers())


def _acts() -> tuple[Offer, ...]:
    return (
        Offer(move_name(Move.PROPOSE), "flag", also=tr("提名")),
        Offer(move_name(Move.APPROVE), "gavel"),
        Offer(move_name(Move.WITHDRAW), "arrow-back-up", also=tr("撤回提名…")),
        Offer(move_name(Move.RETURN), "arrow-back-up"),
        Offer(tr("改定等次（所选人员）"), "pencil"),
        Offer(tr("所选人员的业务能力评审"), "clipboard-check"),
        Offer(tr("登记平票决定"), "scale"),
        Offer(tr("评价不全的处理"), "clock"),
        Offer(tr("分配余额名额"), "plus"),
        Offer(tr("合并计算名额"), "sum"),
        Offer(tr("提高优秀比例的批复"), "percentage"),
        Offer(tr("撤销所选的等次决定"), "arrow-back-up"),
        Offer(tr("历次名册"), "history"),
    )


def _tabs() -> tuple[Offer, ...]:
    names = tr("等次建议名册"), tr("等次审议所缺"), tr("优秀名额和决定"), tr("考评委员会会议"), tr("等次和得分的分布")
    return tuple(Offer(name, "gavel") for name in names)


def _papers() -> tuple[Offer, ...]:
    names = tr("打印考核得分汇总排名表"), tr("打印等次建议名册"), tr("打印业务能力评审意见表")
    return tuple(Offer(name, "printer") for name in names)
