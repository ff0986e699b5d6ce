"""What is wrong with a row of a workbook, what to do about it, and what looks odd: one sentence each."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from committee_desk.domain.months import MonthState
from committee_desk.services.imports.comparison import shown
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.problems import Doubt, RowProblem, RowWarning, Why
from committee_desk.wording.days import holidays, incomplete_notice
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.kinship import kinship_name
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.months import months_named

Facts = Mapping[str, Any]
SAID = 40
"""How much of a cell a sentence repeats."""


def kind_name(kind: Kind) -> str:
    """The kind as screens call it."""
    return _KINDS[kind]()


def problem_in_words(problem: RowProblem) -> str:
    """Why the value is refused."""
    return _WHY[problem.why](problem.facts)


def remedy_in_words(problem: RowProblem) -> str:
    """What to do about it."""
    return _REMEDY[problem.why](problem.facts)


def row_in_words(problem: RowProblem) -> str:
    """The whole: where, which value, why, what to do."""
    return tr(
        "{workbook} · {sheet}!{cell} {heading}“{value}”：{why}{remedy}",
        workbook=problem.workbook,
        sheet=problem.sheet,
        cell=problem.cell,
        heading=problem.heading,
        value=briefly(problem.value),
        why=problem_in_words(problem),
        remedy=remedy_in_words(problem),
    )


def doubt_in_words(warning: RowWarning) -> str:
    """What looks odd, without the place."""
    return _DOUBTS[warning.doubt](warning.facts)


def warning_in_words(warning: RowWarning) -> str:
    """What looks odd, and where."""
    return tr(
        "{workbook} · {sheet}!{cell} {heading}“{value}”：{doubt}",
        workbook=warning.workbook,
        sheet=warning.sheet,
        cell=warning.cell,
        heading=warning.heading,
        value=briefly(warning.value),
        doubt=doubt_in_words(warning),
    )


def unread_in_words(names: Iterable[str]) -> str:
    """What stands in a folder and is not read in."""
    return tr(
        "提示：文件夹中的{names}没有读入。工作簿须按 人员.xlsx、案件.xlsx、评查.xlsx 等命名。",
        names=_listed(_quoted(name) for name in names),
    )


def _quoted(name: str) -> str:
    return tr("“{name}”", name=name)


def briefly(value: str) -> str:
    """A cell's text as sentences repeat it: on one line, and cut where it would bury what is said of it."""
    plain = " ".join(value.split())
    return plain if len(plain) <= SAID else f"{plain[:SAID]}…"


def _listed(words: Any) -> str:  # noqa: ANN401 - a tuple of words
    return tr("、").join(str(word) for word in words)


def _shares(held: Any) -> str:  # noqa: ANN401 - pairs of handler and share
    return _listed(tr("{code}（{share}）", code=code, share=shown(share)) for code, share in held)


def _where(facts: Facts) -> str:
    row = facts.get("other_row")
    return tr("台账中已有的数据") if row is None else tr("第 {row} 行", row=row)


def _until(facts: Facts) -> str:
    since, until = facts["other_since"], facts["other_until"]
    return tr(
        "{department}（{since} 至 {until}）",
        department=facts["other_department"],
        since=since or tr("始终"),
        until=until or tr("今"),
    )


def _month_shut(count: int, months: Iterable[tuple[int, int, MonthState]]) -> str:
    """How many rows change which closed and published months, and what follows from either."""
    of: dict[MonthState, list[tuple[int, int]]] = {MonthState.CLOSED: [], MonthState.PUBLISHED: []}
    for year, month, state in months:
        of[state].append((year, month))
    closed, published = (months_named(each) for each in of.values())
    if not published:
        said = tr("落在已关账的月份：{closed}；公布前请重新核对。", closed=closed)
    elif not closed:
        said = tr("落在已公布的月份：{published}；须公布更正。", published=published)
    else:
        said = tr(
            "落在已关账的月份：{closed}，公布前请重新核对；落在已公布的月份：{published}，须公布更正。",
            closed=closed,
            published=published,
        )
    return tr_n("有 {count} 行{said}", "有 {count} 行{said}", count, said=said)


_KINDS: dict[Kind, Callable[[], str]] = {
    Kind.PEOPLE: lambda: tr("人员"),
    Kind.CASES: lambda: tr("案件"),
    Kind.REVIEWS: lambda: tr("评查"),
    Kind.EVENTS: lambda: tr("加减分"),
    Kind.LEADER_RATINGS: lambda: tr("领导评价"),
    Kind.BALLOTS: lambda: tr("测评票"),
    Kind.SANCTIONS: lambda: tr("处分"),
    Kind.LEAVE: lambda: tr("请假"),
    Kind.CALENDAR: lambda: tr("节假日"),
}

_WHY: dict[Why, Callable[[Facts], str]] = {
    Why.EMPTY: lambda _: tr("此格不能为空。"),
    Why.NO_DATE: lambda _: tr("不是日期，或没有这一天。"),
    Why.NO_MONTH: lambda _: tr("不是年月，或没有这个月。"),
    Why.NO_NUMBER: lambda _: tr("不是数字。"),
    Why.TOO_LONG: lambda f: tr("超过 {limit} 个字符。", limit=f["limit"]),
    Why.BELOW: lambda f: tr("小于 {least}。", least=f["least"]),
    Why.ABOVE: lambda f: tr("大于 {most}。", most=f["most"]),
    Why.NOT_ABOVE: lambda f: tr("应大于 {least}。", least=f["least"]),
    Why.NOT_WHOLE: lambda _: tr("不是整数。"),
    Why.NOT_ONE_OF: lambda _: tr("不在规定的范围内。"),
    Why.UNKNOWN_PERSON: lambda _: tr("台账中没有此工号。"),
    Why.UNKNOWN_NAME: lambda _: tr("台账中没有此人。"),
    Why.AMBIGUOUS_NAME: lambda f: tr("有几人同名（工号 {codes}），分不清是谁。", codes=_listed(f["codes"])),
    Why.NO_PROSECUTOR: lambda f: tr("{name}（{code}）在人员中没有任何检察官经历。", name=f["name"], code=f["code"]),
    Why.UNKNOWN_CASE: lambda _: tr("台账中没有此案号的案件。"),
    Why.UNKNOWN_GRADE: lambda f: tr("{year} 年审结的案件没有这一评查等次。", year=f["year"]),
    Why.ENDS_BEFORE: lambda f: tr("早于{heading} {start}。", heading=f["start_heading"], start=shown(f["start"])),
    Why.OVERLAPS: lambda f: tr(
        "{code} 的这段时间与在{stay}的一段重叠（{where}）。", code=f["code"], stay=_until(f), where=_where(f)
    ),
    Why.SHARES_ABOVE_ONE: lambda f: (
        tr(
            "{number} 各承办人的分担比例之和为 {sum}，超过 1，其中{absent}已在台账中而不在本工作簿里。",
            number=f["number"],
            sum=shown(f["sum"]),
            absent=_shares(f["absent"]),
        )
        if f["absent"]
        else tr("{number} 各承办人的分担比例之和为 {sum}，超过 1。", number=f["number"], sum=shown(f["sum"]))
    ),
    Why.CASE_DISAGREES: lambda f: tr(
        "{number} 的{field}与承办人 {handler} 的“{other}”不一致（{where}）。",
        number=f["number"],
        field=f["field"],
        handler=f["handler"],
        other=briefly(shown(f["other"])),
        where=_where(f),
    ),
    Why.TWO_VALUES: lambda f: tr(
        "同一事实在第 {row} 行写的是“{other}”。", row=f["other_row"], other=briefly(shown(f["other"]))
    ),
    Why.NO_CACHED_VALUE: lambda _: tr("公式没有算出的值（本程序从不运行公式）。"),
    Why.ERROR_VALUE: lambda _: tr("单元格是错误值（如 #REF!、#N/A）。"),
    Why.DAMAGED_CODE: lambda _: tr("表格软件把编号变成了科学记数，原来的数字已经丢失。"),
    Why.TOTAL_LINE: lambda _: tr("这一行是合计或小计，不是数据，而它下面还有数据。"),
    Why.REVIEW_LEFT: lambda f: tr(
        "{number} 在台账中已有评查，等次为“{grade}”，而 {year} 年审结的案件没有这一评查等次。",
        number=f["number"],
        grade=f["grade"],
        year=f["year"],
    ),
    Why.CASES_LEFT: lambda f: tr(
        "{name}（{code}）在台账中承办 {number} 等案件，改后在人员中就没有任何检察官经历了。",
        name=f["name"],
        code=f["code"],
        number=f["number"],
    ),
}

_REMEDY: dict[Why, Callable[[Facts], str]] = {
    Why.EMPTY: lambda _: tr("请填写。"),
    Why.NO_DATE: lambda _: tr("请改为真实的日期，如 2026-03-05。"),
    Why.NO_MONTH: lambda _: tr("请改为如 1985.07 的年月。"),
    Why.NO_NUMBER: lambda _: tr("请改为数字。"),
    Why.TOO_LONG: lambda f: tr("请缩短到 {limit} 个字符以内。", limit=f["limit"]),
    Why.BELOW: lambda f: (
        tr("请改为 {least} 至 {most} 之间的数。", least=f["least"], most=f["most"])
        if "most" in f
        else tr("请改为不小于 {least} 的数。", least=f["least"])
    ),
    Why.ABOVE: lambda f: tr("请改为不超过 {most} 的数。", most=f["most"]),
    Why.NOT_ABOVE: lambda f: tr("请改为大于 {least}、不超过 {most} 的数。", least=f["least"], most=f["most"]),
    Why.NOT_WHOLE: lambda _: tr("请改为整数。"),
    Why.NOT_ONE_OF: lambda f: tr("请改为：{known}。", known=_listed(f["known"])),
    Why.UNKNOWN_PERSON: lambda _: tr("请核对工号，或先导入含此人的人员工作簿。"),
    Why.UNKNOWN_NAME: lambda _: tr("请核对姓名，或先导入含此人的人员工作簿。"),
    Why.AMBIGUOUS_NAME: lambda _: tr("请填写承办检察官工号。"),
    Why.NO_PROSECUTOR: lambda _: tr("请核对工号，或在人员工作簿中补上其检察官经历后先行导入。"),
    Why.UNKNOWN_CASE: lambda _: tr("请核对案号，或先导入含此案的案件工作簿。"),
    Why.UNKNOWN_GRADE: lambda f: tr("请改为：{known}。", known=_listed(f["known"])),
    Why.ENDS_BEFORE: lambda _: tr("请核对这两个日期。"),
    Why.OVERLAPS: lambda _: tr("请把前一段的离岗日期写在后一段的到岗日期之前，两段都写在工作簿里。"),
    Why.SHARES_ABOVE_ONE: lambda f: (
        tr(
            "请把该案所有承办人的行写在同一个工作簿里，分担比例合计不超过 1；"
            "台账中的承办人有误的，先在“系统”的导入记录中撤回那次导入。"
        )
        if f["absent"]
        else tr("请把该案每个承办人的分担比例都写明，合计不超过 1。")
    ),
    Why.CASE_DISAGREES: lambda _: tr("请使该案各行一致，每个承办人的行都写在工作簿里。"),
    Why.TWO_VALUES: lambda _: tr("请只留正确的一行。"),
    Why.NO_CACHED_VALUE: lambda _: tr("请用表格软件打开、重新计算并保存，或改为数值。"),
    Why.ERROR_VALUE: lambda _: tr("请在表格软件中改正。"),
    Why.DAMAGED_CODE: lambda _: tr("请把该列设为文本格式，重新填写完整的编号。"),
    Why.TOTAL_LINE: lambda _: tr("请删去这一行。"),
    Why.REVIEW_LEFT: lambda f: tr(
        "请核对审结日期；确实无误的，把评查等次改为{known}，并将评查与案件两个工作簿一起导入。",
        known=_listed(f["known"]),
    ),
    Why.CASES_LEFT: lambda _: tr("请核对人员类别；职务有变动的，另写一行新的经历，原来的一行只填离岗日期。"),
}

_DOUBTS: dict[Doubt, Callable[[Facts], str]] = {
    Doubt.OTHER_NAME: lambda f: tr("工号 {code} 在台账中是{name}，请核对工号。", code=f["code"], name=f["name"]),
    Doubt.SAME_WORK: lambda f: (
        tr("《{title}》还出现在第 {rows} 行，请核对是否重复申报。", title=f["title"], rows=_listed(f["rows"]))
        if f["rows"]
        else tr(
            "《{title}》在台账中已为 {codes} 记过分，请核对是否重复申报。",
            title=f["title"],
            codes=_listed(f["codes"]),
        )
    ),
    Doubt.NOT_APPROVED: lambda f: tr_n(
        "有 {count} 行没有审批人，照样计入，请补办审批。",
        "有 {count} 行没有审批人，照样计入，请补办审批。",
        int(str(f["count"])),
    ),
    Doubt.MONTH_SHUT: lambda f: _month_shut(int(str(f["count"])), f["months"]),
    Doubt.PROSECUTORS_LEDGER: lambda f: tr(
        "该日此人属{category}；“{name}”仍记入其检察官台账。要记入{category}台账的，请在“指标”栏写 {meant}。",
        category=dictionary_word(str(f["category"])),
        name=f["name"],
        meant=f["meant"],
    ),
    Doubt.RATES_HIMSELF: lambda f: tr("评价人就是被评价人 {code} 本人，请核对。", code=f["code"]),
    Doubt.REVIEWS_OWN_CASE: lambda f: (
        tr("评查人就是承办人{name}（{code}），请核对。", name=f["name"], code=f["code"])
        if f["certain"]
        else tr("评查人与承办人{name}（{code}）姓名相近，请核对是否同一人。", name=f["name"], code=f["code"])
    ),
    Doubt.RATES_RELATIVE: lambda f: tr(
        "评价人与被评价人 {code} 登记为{kinship}，应当回避，请核对。",
        code=f["code"],
        kinship=kinship_name(f["kinship"]),
    ),
    Doubt.CAUSE_MISSING: lambda f: tr(
        "处理结果是“{outcome}”，尚未作原因认定，这里已扣分。请先由考评委员会作原因认定，再核对这次评查。",
        outcome=f["outcome"],
    ),
    Doubt.NEARLY_A_HEADING: lambda f: tr(
        "这一列没有读取；它与“{meant}”相近，若就是“{meant}”，请照此改写表头。", meant=f["meant"]
    ),
    Doubt.NOTICE_INCOMPLETE: lambda f: (
        incomplete_notice(f["year"], f["missing"])
        if f["held"]
        else tr(
            "{year} 年仍算作尚未公布：缺{holidays}。请对照该年的放假通知补全，其中 1 月 1 日须列为“休”。",
            year=f["year"],
            holidays=holidays(f["missing"]),
        )
    ),
}
