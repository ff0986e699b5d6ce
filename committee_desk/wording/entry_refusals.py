"""The sentences of 评分录入: what of a typed row or cell is not taken, and what to do."""

from committee_desk.services.entry_refusals import (
    ApproverMissing,
    ApproverNotTyped,
    ApprovesOwn,
    BlockRefused,
    CameByImport,
    CellTwice,
    ChangedMeanwhile,
    DayAhead,
    DayOutsideMonth,
    EntryRefused,
    EventCounts,
    EventThereAlready,
    LedgerOfAnotherCategory,
    LedgerOfAnotherDay,
    NameOfAnotherCode,
    NameOfSeveral,
    NoAuthorPlace,
    NobodyOfThatCode,
    NobodyOfThatName,
    NoDay,
    NoNumber,
    NoSuchCase,
    NoSuchEvent,
    NoSuchLedger,
    NoSuchLine,
    NotAnEarlierCase,
    NotInTheGrid,
    NotReadyToApprove,
    PointsBeyond,
    SameLine,
    TextTooLong,
    TooManyPlaces,
    WithdrawalWithoutReason,
    WrittenByAnother,
)
from committee_desk.services.entry_views import EventField
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.said import quoted
from committee_desk.wording.saying import says, sentence
from committee_desk.wording.scheme_names import named

NAMED = 5
"""So many choices stand in a sentence."""


def field_name(field: EventField) -> str:
    """A column of the sheet of events."""
    return {
        EventField.CODE: tr("工号"),
        EventField.NAME: tr("姓名"),
        EventField.INDICATOR: tr("指标"),
        EventField.DAY: tr("日期"),
        EventField.POINTS: tr("分值"),
        EventField.REASON: tr("事由"),
        EventField.VOUCHER: tr("凭证号"),
        EventField.APPROVER: tr("审批人"),
        EventField.CASE: tr("追溯案号"),
        EventField.TITLE: tr("成果名称"),
        EventField.PERIODICAL: tr("刊物"),
        EventField.AUTHOR: tr("作者排序"),
    }[field]


def lacking(fields: tuple[EventField, ...]) -> str:
    """What a draft still lacks: 缺事由、凭证号."""
    return tr("缺{fields}", fields=tr("、").join(map(field_name, fields)))


def _points(value: object) -> str:
    return f"{value:+}".replace("-", "−")


@says(NameOfSeveral)
def _name_of_several(error: NameOfSeveral) -> str:
    return tr_n(
        "有 {count} 个“{name}”。请选其一，或在“工号”栏填写工号。",
        "有 {count} 个“{name}”。请选其一，或在“工号”栏填写工号。",
        len(error.candidates),
        name=error.name,
    )


@says(NobodyOfThatName)
def _nobody_of_that_name(error: NobodyOfThatName) -> str:
    return tr("本年度人员中没有“{name}”。请核对姓名，或先在“人员”中导入。", name=quoted(error.name))


@says(NobodyOfThatCode)
def _nobody_of_that_code(error: NobodyOfThatCode) -> str:
    return tr("本年度人员中没有工号“{code}”。请核对工号，或先在“人员”中导入。", code=quoted(error.code))


@says(NameOfAnotherCode)
def _name_of_another_code(error: NameOfAnotherCode) -> str:
    return tr(
        "工号 {code} 是“{bearer}”，不是“{name}”。请改正其中一个。",
        code=error.code,
        bearer=error.bearer,
        name=error.name,
    )


@says(NotInTheGrid)
def _not_in_the_grid(error: NotInTheGrid) -> str:
    return tr(
        "工号 {code} 当月不是{category}，这一表不能录入。请按本人的人员类别录入。",
        code=error.code,
        category=dictionary_word(error.category),
    )


@says(NoSuchLedger)
def _no_such_ledger(error: NoSuchLedger) -> str:
    known = tr("、").join(map(named, error.known[:NAMED]))
    return tr(
        "方案中没有可记加减分的指标“{indicator}”。可填：{known}。", indicator=quoted(error.indicator), known=known
    )


@says(LedgerOfAnotherCategory)
def _ledger_of_another_category(error: LedgerOfAnotherCategory) -> str:
    return tr(
        "“{indicator}”是{category}方案的指标，工号 {code} 本年度没有这一类别的任职。请换指标或核对工号。",
        indicator=named(error.indicator),
        category=dictionary_word(error.category),
        code=error.code,
    )


@says(LedgerOfAnotherDay)
def _ledger_of_another_day(error: LedgerOfAnotherDay) -> str:
    return tr(
        "“{indicator}”是{category}方案的指标，工号 {code} 在 {day} 是{own}。请换指标：{known}。",
        indicator=named(error.indicator),
        category=dictionary_word(error.category),
        code=error.code,
        day=error.day.isoformat(),
        own=dictionary_word(error.own),
        known=tr("、").join([named(each) for each in error.known.values()][:NAMED]),
    )


@says(NoDay)
def _no_day(error: NoDay) -> str:
    return tr(
        "“{text}”不是日期。请填 {month} 月的某一天，例如 {month}-05。", text=quoted(error.text), month=error.month
    )


@says(DayAhead)
def _day_ahead(error: DayAhead) -> str:
    return tr(
        "{day} 还没有到，今天是 {today}。请改日期；电脑的日期不对的，先改正电脑的日期。",
        day=error.day.isoformat(),
        today=error.today.isoformat(),
    )


@says(DayOutsideMonth)
def _day_outside_month(error: DayOutsideMonth) -> str:
    return tr(
        "{day} 不在 {year} 年 {month} 月。请改日期，或到那个月份录入。",
        day=error.day.isoformat(),
        year=error.year,
        month=error.month,
    )


@says(NoNumber)
def _no_number(error: NoNumber) -> str:
    return tr("“{text}”不是数字。请只填数字，例如 +1.5 或 −0.5。", text=quoted(error.text))


@says(TooManyPlaces)
def _too_many_places(error: TooManyPlaces) -> str:
    return tr("{points} 的小数超过两位。分值最多两位小数。", points=_points(error.points))


@says(PointsBeyond)
def _points_beyond(error: PointsBeyond) -> str:
    return tr(
        "{points} 超出“{indicator}”的限额。一次录入应在 −{maximum} 与 +{maximum} 之间。",
        points=_points(error.points),
        indicator=named(error.indicator),
        maximum=error.maximum,
    )


@says(TextTooLong)
def _text_too_long(error: TextTooLong) -> str:
    return tr("“{field}”太长或不完整，最多 {limit} 个字。请缩短。", field=field_name(error.field), limit=error.limit)


@says(NoAuthorPlace)
def _no_author_place(error: NoAuthorPlace) -> str:
    return tr("“{text}”不是作者排序。请填 1、2、3 这样的名次。", text=quoted(error.text))


@says(NoSuchCase)
def _no_such_case(error: NoSuchCase) -> str:
    return tr("台账中没有案件“{number}”。请核对案号。", number=quoted(error.number))


@says(NotAnEarlierCase)
def _not_an_earlier_case(error: NotAnEarlierCase) -> str:
    if error.closed is None:
        return tr("案件“{number}”尚未审结，不能追溯。追溯只用于往年审结的案件。", number=error.number)
    return tr(
        "案件“{number}”审结于 {closed}，不早于 {year} 年度。追溯只用于往年审结的案件。",
        number=error.number,
        closed=error.closed.isoformat(),
        year=error.year,
    )


@says(ApproverNotTyped)
def _approver_not_typed(_error: ApproverNotTyped) -> str:
    return tr("严格方式下审批人不能录入：由另一账号审批后自动记入。请清空这一格。")


@says(ApproverMissing)
def _approver_missing(_error: ApproverMissing) -> str:
    return tr("没有填写审批人。请填写由谁审批。")


@says(ApprovesOwn)
def _approves_own(error: ApprovesOwn) -> str:
    return tr(
        "登记号 {number} 由“{name}”本人录入，不能由本人审批。请由另一账号审批。", number=error.number, name=error.name
    )


@says(NotReadyToApprove)
def _not_ready_to_approve(error: NotReadyToApprove) -> str:
    return tr("登记号 {number} {lacking}，还不能审批。请先补齐。", number=error.number, lacking=lacking(error.lacking))


@says(EventThereAlready)
def _event_there_already(error: EventThereAlready) -> str:
    if error.number is not None:
        return tr(
            "同一人、指标、日期、凭证号和事由的加减分已经登记（登记号 {number}），没有重复计入。请核对，或改事由。",
            number=error.number,
        )
    if error.workbook:
        return tr(
            "同一人、指标、日期、凭证号和事由的加减分系统中已有（{workbook}），没有重复计入。请核对，或改事由。",
            workbook=error.workbook,
        )
    return tr("同一人、指标、日期、凭证号和事由在这一块中出现两次。请核对，或改事由。")


@says(CameByImport)
def _came_by_import(error: CameByImport) -> str:
    return tr(
        "登记号 {number} 的加减分已以导入的工作簿为准，不能在这里改写。确有错误的，请用“更正导入值”（须第二人确认）。",
        number=error.number,
    )


@says(SameLine)
def _same_line(error: SameLine) -> str:
    return tr("第 {line} 批的事由和凭证号与此相同。请录入到那一批，或改事由。", line=error.line)


@says(NoSuchLine)
def _no_such_line(error: NoSuchLine) -> str:
    return tr("这一栏还没有第 {line} 批。批次按顺序编号，请先填写前一批的事由。", line=error.line)


@says(ChangedMeanwhile)
def _changed_meanwhile(error: ChangedMeanwhile) -> str:
    who = error.who or tr("别人")
    if error.present is None:
        return tr("{who}已经清空或撤回了这里，您的录入没有保存。请看最新内容后再录入。", who=who)
    return tr(
        "{who}刚才改了这里（现为“{present}”），您的录入没有保存。请看最新内容后再录入。", who=who, present=error.present
    )


@says(NoSuchEvent)
def _no_such_event(error: NoSuchEvent) -> str:
    return tr("当月没有登记号 {number} 的录入事项。导入的事项不能在此改写，请用“更正导入数据”。", number=error.number)


@says(EventCounts)
def _event_counts(error: EventCounts) -> str:
    return tr("登记号 {number} 已经计入，不能直接清空。请用“撤回”并写明理由。", number=error.number)


@says(WrittenByAnother)
def _written_by_another(error: WrittenByAnother) -> str:
    return tr(
        "登记号 {number} 已经计入，由“{writer}”登记。改人员、指标、日期或分值要写明理由，或撤回后重新登记。",
        number=error.number,
        writer=error.writer,
    )


@says(WithdrawalWithoutReason)
def _withdrawal_without_reason(_error: WithdrawalWithoutReason) -> str:
    return tr("撤回要写明理由，理由会记入日志。请填写理由。")


@says(CellTwice)
def _cell_twice(_error: CellTwice) -> str:
    return tr("粘贴的内容两次写到同一格。请核对后重新粘贴。")


@says(EntryRefused)
def _refused(_error: EntryRefused) -> str:
    return tr("这一格没有接受。请核对后再录入。")


@says(BlockRefused)
def _block_refused(error: BlockRefused) -> str:
    first = error.problems[0].error
    return tr_n(
        "{count} 格未接受，整块没有保存。第一处：{first}",
        "{count} 格未接受，整块没有保存。第一处：{first}",
        len(error.problems),
        first=sentence(first),
    )
