"""What 系统 offers from every other page."""

from committee_desk.ui.common.offer import Offer
from committee_desk.wording.language import tr


def offers() -> tuple[Offer, ...]:
    """The acts and tabs of the page, as its commands are titled."""
    tabs = (
        tr("日历"),
        tr("设置"),
        tr("账号"),
        tr("导入记录"),
        tr("备份与恢复"),
        tr("核查"),
        tr("保护"),
        tr("签章证书"),
        tr("日志"),
        tr("关于"),
    )
    return (*(Offer(tab, "settings") for tab in tabs), Offer(tr("记住的列对应"), "table-import"))
