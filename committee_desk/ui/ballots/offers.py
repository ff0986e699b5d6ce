"""What 测评 offers from every other page."""

from committee_desk.ui.common.offer import Offer
from committee_desk.ui.rounds import offers as rounds
from committee_desk.wording.language import tr


def offers() -> tuple[Offer, ...]:
    """The acts and tabs of the page, as its commands are titled."""
    return (
        *rounds.offers(),
        Offer(tr("录入领导评价"), "pencil"),
        *(Offer(tab, "users") for tab in (tr("民主测评"), tr("领导评价"), tr("述职"), tr("外部意见"))),
        Offer(tr("登记述职"), "pencil"),
        Offer(tr("看述职文件"), "eye"),
        Offer(tr("登记外部意见"), "plus"),
        Offer(tr("打印外部监督意见征求表"), "printer"),
        Offer(tr("打印空白征求表"), "printer"),
    )
