"""Sentences of a check about the file, its journal, its seals and where its rows came from."""

from committee_desk.domain.scheme_faults import SchemeRefused
from committee_desk.wording.acts import act_name
from committee_desk.wording.checks_parts import Facts, Told, restore, table_name
from committee_desk.wording.language import tr, tr_n


def _unreadable(_facts: Facts) -> str:
    return tr("文件的内容读不出来。")


def _unjudged(facts: Facts) -> str:
    return tr("有一项检查无法完成（{of}：{said}）。", **facts)


def _pages(facts: Facts) -> str:
    tables, pages, said = facts["tables"], int(str(facts["pages"])), facts["said"]
    found = []
    if pages:
        found.append(_at_least(pages) if facts["more"] else tr_n("{count} 页", "{count} 页", pages))
    if isinstance(tables, tuple) and tables:
        found.append(tr("涉及：{tables}", tables=tr("、").join(map(table_name, tables))))
    if said:
        found.append(str(said))
    return tr("文件的页面或索引已损坏（{found}）。", found=tr("；").join(found))


def _at_least(pages: int) -> str:
    return tr_n("至少 {count} 页", "至少 {count} 页", pages)


def _length(facts: Facts) -> str:
    count = int(str(facts["bytes"]))
    if count > 0:
        return tr_n("文件末尾多出 {count} 个字节。", "文件末尾多出 {count} 个字节。", count)
    return tr_n("文件末尾缺少 {count} 个字节。", "文件末尾缺少 {count} 个字节。", -count)


def _switched(_facts: Facts) -> str:
    return tr("另一个程序把文件切换成了 WAL 写入方式，检查不改动文件，所以没有读它。")


def _switch_back() -> str:
    return tr("请关闭那个程序，在可写的磁盘上用本程序打开台账一次（会自动切换回来），再检查。")


def _mark(_facts: Facts) -> str:
    return tr("文件开头没有本程序台账的标记。")


def _missing(facts: Facts) -> str:
    return tr("文件缺少本程序建立的{kind} {name}。", kind=_kind(facts), name=facts["name"])


def _foreign(facts: Facts) -> str:
    return tr("文件里多出本程序没有建立的{kind} {name}。", kind=_kind(facts), name=facts["name"])


def _altered(facts: Facts) -> str:
    return tr("文件里的{kind} {name} 与本程序建立的不同。", kind=_kind(facts), name=facts["name"])


def _kind(facts: Facts) -> str:
    kinds = {"table": tr("数据表"), "index": tr("索引"), "trigger": tr("防改触发器"), "view": tr("视图")}
    return kinds.get(str(facts["kind"]), tr("其他对象"))


def _references(facts: Facts) -> str:
    place, parent = table_name(facts["table"]), table_name(facts["parent"])
    return tr("{place}表第 {row} 行指向{parent}表里不存在的一行。", place=place, row=facts["row"], parent=parent)


def _shape(facts: Facts) -> str:
    return tr(
        "{place}表第 {row} 行的 {column} 不是该栏应有的值：{value}。",
        place=table_name(facts["table"]),
        row=facts["row"],
        column=facts["column"],
        value=facts["value"],
    )


def _number(facts: Facts) -> str:
    return tr("日志编号中断：应为第 {expected} 条，实为第 {entry} 条。", **facts)


def _link(facts: Facts) -> str:
    return tr("第 {entry} 条日志与前一条接不上：所记的上一条哈希不是前一条的。", **facts)


def _hash(facts: Facts) -> str:
    act = act_name(str(facts["verb"]))
    return tr("第 {entry} 条日志（{act}）的内容与其哈希不符。", entry=facts["entry"], act=act)


def _end(facts: Facts) -> str:
    act = act_name(str(facts["verb"]))
    return tr("日志末尾的第 {entry} 条（{act}）与链不符。", entry=facts["entry"], act=act)


def _time(facts: Facts) -> str:
    return tr("第 {entry} 条日志的时间不是带时差的时刻：{value}。", **facts)


def _content(facts: Facts) -> str:
    return tr("第 {entry} 条日志所记的内容不是规范的 JSON。", **facts)


def _beginning(facts: Facts) -> str:
    return tr("第 {entry} 条日志不对：新建台账应当是且只是第一条。", **facts)


def _printed_head(facts: Facts) -> str:
    return tr(
        "第 {entry} 条日志所记打印在纸面上的日志头，与第 {head} 条日志现在的哈希不同：其间的日志被改写过。", **facts
    )


def _alone(facts: Facts) -> str:
    act = act_name(str(facts["verb"]))
    return tr("第 {entry} 条日志（{act}）须两人办理，却没有记第二个人。", entry=facts["entry"], act=act)


def _overruled(facts: Facts) -> str:
    return tr("第 {entry} 条日志更正的是不存在的或其后的日志：{subject}。", **facts)


def _rows(facts: Facts) -> str:
    place = table_name(facts["table"])
    return tr("{place}表的行与第 {entry} 条日志封存的不符：有行被改、被删或被添。", place=place, entry=facts["entry"])


def _unaccounted(facts: Facts) -> str:
    return tr("{place}表里有没有任何日志记载的行。", place=table_name(facts["table"]))


def _gone(facts: Facts) -> str:
    return tr("第 {entry} 条日志的封印不见了。", **facts)


def _order(facts: Facts) -> str:
    return tr(
        "{place}表第 {row} 行先结束后开始：由第 {entry} 条日志写入，却由第 {ended_by} 条结束。",
        place=table_name(facts["table"]),
        row=facts["row"],
        entry=facts["entry"],
        ended_by=facts["ended_by"],
    )


def _brought(facts: Facts) -> str:
    return tr(
        "{place}表第 {row} 行由第 {entry} 条日志（{act}）写入，而该操作不会写入这个表。",
        place=table_name(facts["table"]),
        row=facts["row"],
        entry=facts["entry"],
        act=act_name(str(facts["verb"])),
    )


def _ended(facts: Facts) -> str:
    return tr(
        "{place}表第 {row} 行由第 {entry} 条日志（{act}）结束，而该操作不会结束这个表的行。",
        place=table_name(facts["table"]),
        row=facts["row"],
        entry=facts["entry"],
        act=act_name(str(facts["verb"])),
    )


def _given_back(facts: Facts) -> str:
    return tr(
        "{place}表第 {row} 行自称由第 {entry} 条日志恢复自第 {source} 条导入，日志里没有这样的撤回。",
        place=table_name(facts["table"]),
        row=facts["row"],
        entry=facts["entry"],
        source=facts["source"],
    )


def _twice(facts: Facts) -> str:
    return tr(
        "{place}表里同一事实有 {count} 行同时有效，最新为第 {row} 行（第 {entry} 条日志）。",
        place=table_name(facts["table"]),
        count=facts["count"],
        row=facts["row"],
        entry=facts["entry"],
    )


def _one_row(facts: Facts) -> str:
    return tr("台账应当恰有一行说明属于哪个院，实有 {count} 行。", **facts)


def _as_founded(facts: Facts) -> str:
    fields = {"uid": tr("编号"), "office": tr("单位"), "demo": tr("演示标记"), "created": tr("建立时间")}
    field = fields.get(str(facts["field"]), str(facts["field"]))
    return tr("台账的{field}与第 1 条日志（新建台账）所记不符。", field=field)


def _years(facts: Facts) -> str:
    return tr("台账里的年度 {year} 超出范围。", **facts)


def _year_without_scheme(facts: Facts) -> str:
    return tr("{year} 年度没有有效的考核方案。", **facts)


def _scheme_without_year(facts: Facts) -> str:
    return tr("第 {entry} 条日志写入了 {year} 年度的考核方案，台账里却没有这个年度。", **facts)


def _scheme(facts: Facts) -> str:
    from committee_desk.wording.errors import sentence  # noqa: PLC0415 - which words copies too, and those our problems

    refused = facts["refused"]
    why = sentence(refused) if isinstance(refused, SchemeRefused) else ""
    return tr("{year} 年度的考核方案不合规定：{why}", year=facts["year"], why=why)


def _scheme_as_founded(facts: Facts) -> str:
    return tr("{year} 年度的考核方案与第 1 条日志（新建台账）所记不符。", **facts)


def _setting(facts: Facts) -> str:
    return tr("设置 {key} 的值不合规定：{value}（第 {entry} 条日志）。", **facts)


OF_THE_FILE: dict[str, Told] = {
    "file.unreadable": (_unreadable, restore),
    "file.unjudged": (_unjudged, restore),
    "file.pages": (_pages, restore),
    "file.length": (_length, restore),
    "file.switched": (_switched, _switch_back),
    "file.mark": (_mark, restore),
    "file.missing": (_missing, restore),
    "file.foreign": (_foreign, restore),
    "file.altered": (_altered, restore),
    "file.references": (_references, restore),
    "values.shape": (_shape, restore),
    "values.number": (_shape, restore),
    "chain.number": (_number, restore),
    "chain.link": (_link, restore),
    "chain.hash": (_hash, restore),
    "chain.end": (_end, restore),
    "chain.time": (_time, restore),
    "chain.content": (_content, restore),
    "chain.beginning": (_beginning, restore),
    "chain.printed_head": (_printed_head, restore),
    "chain.alone": (_alone, restore),
    "chain.overruled": (_overruled, restore),
    "seals.rows": (_rows, restore),
    "seals.unaccounted": (_unaccounted, restore),
    "seals.gone": (_gone, restore),
    "trail.order": (_order, restore),
    "trail.brought": (_brought, restore),
    "trail.ended": (_ended, restore),
    "trail.given_back": (_given_back, restore),
    "trail.twice": (_twice, restore),
    "office.one_row": (_one_row, restore),
    "office.as_founded": (_as_founded, restore),
    "office.years": (_years, restore),
    "office.year_without_scheme": (_year_without_scheme, restore),
    "office.scheme_without_year": (_scheme_without_year, restore),
    "office.scheme": (_scheme, restore),
    "office.scheme_as_founded": (_scheme_as_founded, restore),
    "office.setting": (_setting, restore),
}
"""By code: what is said, and what to do about it."""
