"""Why a leader's mark, a duty report, an opinion, a relationship or a charge was not taken."""

from committee_desk.services.mark_views import (
    MarkChanged,
    MarkImported,
    MarkOutOfRange,
    MarkReasonMissing,
    MarksHimself,
    MarksRelative,
    NotTheirLeader,
)
from committee_desk.services.opinion_views import (
    FormerOfficeOfNobody,
    GiverUnnamed,
    OpinionChanged,
    OpinionDateWrong,
    OpinionEmpty,
)
from committee_desk.services.relation_views import (
    ChargeEndsBefore,
    ChargeOverlaps,
    ChargeTooEarly,
    EndingReasonMissing,
    MarriedAlready,
    NoSuchDepartment,
    RelatedAlready,
    RelationGone,
    RelativeIsSelf,
    RelativeOfTheDesk,
    RelativeUnnamed,
)
from committee_desk.services.report_views import (
    ReportChanged,
    ReportDateWrong,
    ReportEmpty,
)
from committee_desk.wording.days import moment
from committee_desk.wording.kinship import kinship_name
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import plain
from committee_desk.wording.said import digits
from committee_desk.wording.saying import says

# -- leaders' marks ---------------------------------------------------------------------------------------------------


@says(MarkOutOfRange)
def _out_of_range(error: MarkOutOfRange) -> str:
    return tr("得分 {mark} 不行：领导评价按 0 至 100 分打，最多两位小数。请改正。", mark=digits(error.mark))


@says(MarkReasonMissing)
def _mark_reason(_error: MarkReasonMissing) -> str:
    return tr("没有填写理由：领导评价的每个得分都要写明理由。请填写后再保存。")


@says(MarksHimself)
def _himself(error: MarksHimself) -> str:
    return tr("{name} 不能评价本人。请由分管领导或检察长评价。", name=error.name)


@says(MarksRelative)
def _relative(error: MarksRelative) -> str:
    return tr(
        "{rater} 与 {name} 有{kind}关系，应当回避，不能评价。请由其他有权评价的领导评价；关系有误的，先在“人员”更正。",
        rater=error.rater,
        name=error.name,
        kind=kinship_name(error.kind),
    )


@says(NotTheirLeader)
def _not_their_leader(error: NotTheirLeader) -> str:
    if error.leaders:
        who = tr("可以评价的是：{names}。", names=tr("、").join(error.leaders))
    else:
        who = tr("还没有登记谁分管{department}，请先在“人员”登记分管。", department=error.department)
    if error.heads:
        return tr(
            "{rater} 不能评价 {name}：部门负责人由分管领导评价。{who}", rater=error.rater, name=error.name, who=who
        )
    return tr(
        "{rater} 不是 {name}（{department}）的分管领导、部门负责人或检察长，不能评价。{who}",
        rater=error.rater,
        name=error.name,
        department=error.department,
        who=who,
    )


@says(MarkImported)
def _imported(error: MarkImported) -> str:
    return tr(
        "“{rater}”的评价 {mark} 分已由工作簿“{workbook}”导入，不用再录。有误的，请更正工作簿后重新导入，"
        "或用“更正导入值”（Ctrl+U）。",
        rater=error.rater,
        mark=plain(error.mark),
        workbook=error.workbook,
    )


@says(MarkChanged)
def _mark_changed(error: MarkChanged) -> str:
    now = error.now
    if now is None:
        return tr("这个得分在您打开之后被别人撤回了。没有保存，请看过现在的内容再录。")
    return tr(
        "{actor} 在 {at} 已把这个得分改为 {mark} 分。没有覆盖它，请看过现在的内容再录。",
        actor=now.actor,
        at=moment(now.at),
        mark=plain(now.mark),
    )


# -- duty reports -----------------------------------------------------------------------------------------------------


@says(ReportEmpty)
def _report_empty(_error: ReportEmpty) -> str:
    return tr("述职报告既没有正文，也没有文件。请录入正文，或选择扫描件（PDF、PNG、JPEG）。")


@says(ReportDateWrong)
def _report_date(error: ReportDateWrong) -> str:
    return tr(
        "收到日期 {day} 不行：应在 {first} 到今天（{last}）之间。请改正。",
        day=error.received,
        first=error.first,
        last=error.last,
    )


@says(ReportChanged)
def _report_changed(error: ReportChanged) -> str:
    now = error.now
    if now is None:
        return tr("这份述职报告已经被撤回。请重新打开列表。")
    return tr(
        "{actor} 在 {at} 已登记或改过这份述职报告（收到日期 {day}）。没有覆盖它，请看过现在的内容再改。",
        actor=now.actor,
        at=moment(now.at),
        day=now.received,
    )


# -- opinions from outside --------------------------------------------------------------------------------------------


@says(GiverUnnamed)
def _giver_unnamed(_error: GiverUnnamed) -> str:
    return tr("没有填写提意见人的姓名。请填写。")


@says(FormerOfficeOfNobody)
def _former_office_of_nobody(_error: FormerOfficeOfNobody) -> str:
    return tr("没有选择原单位介绍的是谁。请在“对谁”一栏选择年内调入的人。")


@says(OpinionEmpty)
def _opinion_empty(_error: OpinionEmpty) -> str:
    return tr("没有填写意见内容。请填写。")


@says(OpinionDateWrong)
def _opinion_date(error: OpinionDateWrong) -> str:
    return tr(
        "提出日期 {day} 不行：应在 {first} 到今天（{last}）之间。请改正。",
        day=error.day,
        first=error.first,
        last=error.last,
    )


@says(OpinionChanged)
def _opinion_changed(error: OpinionChanged) -> str:
    now = error.now
    if now is None:
        return tr("这条意见不在或已经撤回。请重新打开列表。")
    return tr(
        "{actor} 在 {at} 改过第 {number} 号意见。没有覆盖它，请看过现在的内容再改。",
        actor=now.actor,
        at=moment(now.at),
        number=now.number,
    )


# -- kinship and charge of departments --------------------------------------------------------------------------------


@says(RelativeIsSelf)
def _is_self(error: RelativeIsSelf) -> str:
    return tr("{name} 不能登记为自己的亲属。请选择另一个人。", name=error.name)


@says(RelativeOfTheDesk)
def _of_the_desk(error: RelativeOfTheDesk) -> str:
    return tr(
        "本院名册上有{options}。请选定是哪一位，以便回避；确是院外同名的人，请在姓名后注明单位。",
        options=tr("、").join(error.options),
    )


@says(RelativeUnnamed)
def _unnamed(_error: RelativeUnnamed) -> str:
    return tr("没有填写亲属是谁。请选择本院的人，或填写姓名。")


@says(MarriedAlready)
def _married(error: MarriedAlready) -> str:
    return tr(
        "{name}与{spouse}已登记为夫妻。已经离异或登记错了的，先取消那一条，再登记新的。",
        name=error.name,
        spouse=error.spouse,
    )


@says(RelatedAlready)
def _related(error: RelatedAlready) -> str:
    return tr(
        "{name} 与 {other} 已登记为{kind}。要更正的，先取消原来的登记。",
        name=error.name,
        other=error.other,
        kind=kinship_name(error.kind),
    )


@says(RelationGone)
def _gone(_error: RelationGone) -> str:
    return tr("这条登记已经被别人改过或取消。请重新打开再看。")


@says(EndingReasonMissing)
def _ending_reason(_error: EndingReasonMissing) -> str:
    return tr("取消登记要写明理由，理由会记入日志。请填写理由。")


@says(NoSuchDepartment)
def _no_department(error: NoSuchDepartment) -> str:
    return tr("人员中没有“{department}”这个部门。请从列表中选择。", department=error.department)


@says(ChargeEndsBefore)
def _ends_before(error: ChargeEndsBefore) -> str:
    return tr("止日 {until} 早于起日 {since}。请核对这两个日期。", since=error.since, until=error.until)


@says(ChargeTooEarly)
def _too_early(error: ChargeTooEarly) -> str:
    return tr("起日 {since} 不行：最早为 {earliest}。请核对年份。", since=error.since, earliest=error.earliest)


@says(ChargeOverlaps)
def _overlaps(error: ChargeOverlaps) -> str:
    return tr(
        "{name} 分管{department}已登记 {since} 至 {until}，与所填日期重叠。请更正原来的登记。",
        name=error.name,
        department=error.held.department,
        since=error.held.since,
        until=error.held.until or tr("今"),
    )
