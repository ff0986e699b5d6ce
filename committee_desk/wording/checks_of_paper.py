"""Sentences of a check about what was read in, what was printed, who has an account, and the figures."""

from committee_desk.domain.exact import figure
from committee_desk.domain.roles import Role
from committee_desk.wording.checks_parts import Facts, Told, restore
from committee_desk.wording.field_names import field_name
from committee_desk.wording.language import tr
from committee_desk.wording.roles import role_name


def _imports_kind(facts: Facts) -> str:
    return tr("第 {entry} 条日志的导入（{workbook}）类别不认识：{kind}。", **facts)


def _imports_year(facts: Facts) -> str:
    return tr("第 {entry} 条日志的导入（{workbook}）属于 {year} 年度，台账里没有这个年度。", **facts)


def _imports_digest(facts: Facts) -> str:
    return tr("第 {entry} 条日志的导入（{workbook}）所记的摘要不是 SHA-256。", **facts)


def _imports_as_journalled(facts: Facts) -> str:
    return tr(
        "导入记录（{workbook}）的{field}与第 {entry} 条日志所记不符。",
        workbook=facts["workbook"],
        field=field_name(str(facts["field"])),
        entry=facts["entry"],
    )


def _imports_without_record(facts: Facts) -> str:
    return tr("第 {entry} 条日志是一次导入，导入记录里却没有。", **facts)


def _imports_count(facts: Facts) -> str:
    return tr("第 {entry} 条日志的导入（{workbook}）写入 {said} 行，台账里有 {found} 行。", **facts)


def _imports_replaced(facts: Facts) -> str:
    return tr("第 {entry} 条日志的导入（{workbook}）替换 {said} 行，台账里由它结束的有 {found} 行。", **facts)


def _imports_taken_back(facts: Facts) -> str:
    return tr("导入记录（{workbook}，第 {entry} 条日志）称由第 {by} 条日志撤回，该条日志不是这次撤回。", **facts)


def _imports_left_over(facts: Facts) -> str:
    return tr("第 {entry} 条日志的导入（{workbook}）已撤回，仍有 {count} 行有效。", **facts)


def _imports_mapping(facts: Facts) -> str:
    return tr("记住的列的对应（{kind}）不能用来读工作簿（第 {entry} 条日志）。", **facts)


def _prints_sequence(facts: Facts) -> str:
    return tr("工号 {code} {year} 年度考核表的版本号不连续，最新为第 {version} 版（第 {entry} 条日志）。", **facts)


def _prints_holding(facts: Facts) -> str:
    return tr(
        "工号 {code} {year} 年度考核表第 {version} 版（第 {entry} 条日志）的有效与否不对：只有最新版有效。", **facts
    )


def _prints_same_data(facts: Facts) -> str:
    return tr("工号 {code} {year} 年度考核表第 {version} 版有两个不同的指纹（第 {entry} 条日志）。", **facts)


def _prints_as_journalled(facts: Facts) -> str:
    return tr("工号 {code} {year} 年度考核表第 {version} 版的打印记录与第 {entry} 条日志所记不符。", **facts)


def _prints_moved(facts: Facts) -> str:
    return tr(
        "工号 {code} {year} 年度考核表第 {version} 版已定稿打印（第 {entry} 条日志），与院党组决定的同一版结果不符。",
        **facts,
    )


def _accounts_whole(facts: Facts) -> str:
    return tr("账号“{login}”没有登录名、持有人或认识的角色（第 {entry} 条日志）。", **facts)


def _accounts_encoded(facts: Facts) -> str:
    return tr("账号“{login}”的密码没有按 argon2id 保存（第 {entry} 条日志）。", **facts)


def _accounts_apart(facts: Facts) -> str:
    return tr("{holder} 的账号集中了严格方式下必须分开的角色（三员分立）。", **facts)


def _accounts_kept(_facts: Facts) -> str:
    return tr("没有一个可用的账号能管理账号。")


def _accounts_three(facts: Facts) -> str:
    return tr("严格方式下没有可用的{role}账号，三员不全。", role=role_name(Role(str(facts["role"]))))


def _attachments_content(facts: Facts) -> str:
    return tr("附件“{name}”的内容与第 {entry} 条日志存入时的 SHA-256 或大小不符。", **facts)


def _attachments_missing(facts: Facts) -> str:
    return tr("附件“{name}”（第 {entry} 条日志）的内容不在台账里。", name=facts["name"], entry=facts["entry"])


def _attachments_unused(facts: Facts) -> str:
    return tr("第 {entry} 条日志存入的附件内容不属于任何附件。", **facts)


def _figures_sums(facts: Facts) -> str:
    return tr(
        "{year} 年度工号 {code} 的合计（{what}）与逐行相加的结果不同：索引与数据不一致。",
        year=facts["year"],
        code=facts["code"],
        what=facts["what"],
    )


def _figures_total(facts: Facts) -> str:
    return tr("{year} 年度工号 {code} 的总分 {held} 不等于各项之和 {expected}。", **_in_points(facts))


def _figures_indicator(facts: Facts) -> str:
    return tr("{year} 年度工号 {code} 有一项得分 {held}，不在 0 与满分 {expected} 之间。", **_in_points(facts))


def _figures_rank(facts: Facts) -> str:
    return tr("{year} 年度工号 {code} 名次为 {held}，按总分应为 {expected}。", **facts)


def _figures_places(facts: Facts) -> str:
    return tr("{year} 年度优秀名额为 {held}，按基数应为 {expected}。", **facts)


def _figures_excellent(facts: Facts) -> str:
    return tr("{year} 年度建议优秀 {held} 人，名额只有 {expected}。", **facts)


def _report() -> str:
    return tr("这是程序的差错：请勿使用该年度的得分，并把此核查结果告知维护人员。")


def _look_into() -> str:
    return tr("请在日志里查明是哪一条改变了数据；确应变动的，作废原表，重新打印并签字。")


def _in_points(facts: Facts) -> Facts:
    held, expected = facts["held"], facts["expected"]
    return {
        **facts,
        "held": figure(held) if isinstance(held, int) else held,
        "expected": figure(expected) if isinstance(expected, int) else expected,
    }


OF_PAPER: dict[str, Told] = {
    "imports.kind": (_imports_kind, restore),
    "imports.year": (_imports_year, restore),
    "imports.digest": (_imports_digest, restore),
    "imports.as_journalled": (_imports_as_journalled, restore),
    "imports.without_record": (_imports_without_record, restore),
    "imports.count": (_imports_count, restore),
    "imports.replaced": (_imports_replaced, restore),
    "imports.taken_back": (_imports_taken_back, restore),
    "imports.left_over": (_imports_left_over, restore),
    "imports.mapping": (_imports_mapping, restore),
    "prints.sequence": (_prints_sequence, restore),
    "prints.holding": (_prints_holding, restore),
    "prints.same_data": (_prints_same_data, restore),
    "prints.as_journalled": (_prints_as_journalled, restore),
    "prints.moved": (_prints_moved, _look_into),
    "accounts.whole": (_accounts_whole, restore),
    "accounts.encoded": (_accounts_encoded, restore),
    "accounts.apart": (_accounts_apart, restore),
    "accounts.kept": (_accounts_kept, restore),
    "accounts.three": (_accounts_three, restore),
    "attachments.content": (_attachments_content, restore),
    "attachments.missing": (_attachments_missing, restore),
    "attachments.unused": (_attachments_unused, restore),
    "figures.sums": (_figures_sums, restore),
    "figures.total": (_figures_total, _report),
    "figures.indicator": (_figures_indicator, _report),
    "figures.rank": (_figures_rank, _report),
    "figures.places": (_figures_places, _report),
    "figures.excellent": (_figures_excellent, _report),
}
"""By code: what is said, and what to do about it."""
