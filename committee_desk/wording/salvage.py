"""What was saved of a damaged desk, in words."""

from collections.abc import Sequence

from committee_desk.services.salvage_views import SavedTable
from committee_desk.wording.backups import table_name
from committee_desk.wording.language import tr


def saved_in_words(saved: Sequence[SavedTable]) -> str:
    """Which kinds of record were saved whole, and which in part; then what to do."""
    names = {"journal": tr("日志"), "desk": tr("台账信息")}
    listed = [
        tr("{kind} {count} 条", kind=names.get(each.table, table_name(each.table)), count=each.saved)
        for each in saved
        if not each.whole
    ]
    rows = sum(each.saved for each in saved)
    next_step = tr("请打开新文件运行核查，它会逐条指出缺了什么；有最近的备份时，优先恢复备份。")
    if not listed:
        return tr("共 {rows} 条记录，没有遇到读不出的。{next_step}", rows=rows, next_step=next_step)
    parts = tr("、").join(listed)
    return tr("共 {rows} 条记录。其中不完整的：{parts}。{next_step}", rows=rows, parts=parts, next_step=next_step)
