"""What the lists of journal entries show of one."""

from committee_desk.services.views import JournalRow
from committee_desk.ui.common.columns import Column, Style
from committee_desk.ui.frame.status_bar import grouped
from committee_desk.wording.acts import act_name, act_object
from committee_desk.wording.language import tr


def entry_columns() -> tuple[Column[JournalRow], ...]:
    """The columns of an entry; its hash gives way first where there is no room."""
    return (
        Column("seq", tr("序号"), lambda row: str(row.seq), 70, right=True, sort=lambda row: row.seq),
        Column("at", tr("时间"), lambda row: row.at.strftime("%Y-%m-%d %H:%M:%S"), 160, sort=lambda row: row.at),
        Column("actor", tr("经办人"), lambda row: row.actor, 90, style=Style.NAME),
        Column("verb", tr("事项"), lambda row: act_name(row.verb), 120, fits=True),
        Column("subject", tr("对象"), act_object, 160, stretch=True),
        Column("why", tr("理由"), lambda row: row.why or "", 140, style=Style.SUB, spare=True,
               tip=lambda row: row.why or ""),
        Column("hash", tr("摘要"), lambda row: grouped(row.hash, 3), 130, style=Style.SUB, spare=True),
    )  # fmt: skip
