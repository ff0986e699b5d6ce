"""Why an objection was not registered: what it is about, when it came, and to whom."""

from committee_desk.services.objection_refusals import (
    AnswerDayNeeded,
    AnswerDayWrong,
    GroundsMissing,
    GroundWithdrawn,
    MattersMissing,
    NoSuchNotice,
    NotEntitledAboutOthers,
    NothingPosted,
    NothingPublishedOf,
    NotOnTheNotice,
    OtherIsSelf,
    OtherNotNamed,
    ReceivedBeforePosting,
    ReceivedLater,
    ReceiverIsKin,
    ReceiverIsObjector,
    ReceiverMissing,
    ReceiverUnclear,
    RegisteredAlready,
)
from committee_desk.wording.days import moment
from committee_desk.wording.language import tr
from committee_desk.wording.objections import matter_names
from committee_desk.wording.said import quoted
from committee_desk.wording.saying import says

# -- what is objected to ----------------------------------------------------------------------------------------------


@says(NothingPosted)
def _nothing_posted(error: NothingPosted) -> str:
    return tr(
        "{year} 年度的公示书还没有张贴，不能登记异议。张贴前收到的意见，请登记为情况反映。",
        year=error.year,
    )


@says(NoSuchNotice)
def _no_such_notice(error: NoSuchNotice) -> str:
    return tr(
        "{year} 年度没有第 {version} 版公示书。请从列表中选择异议所针对的公示书。",
        year=error.year,
        version=error.version,
    )


@says(NotOnTheNotice)
def _not_on_the_notice(error: NotOnTheNotice) -> str:
    if error.notice.partial:
        return tr(
            "{name} 不在第 {version} 版公示书上：这一版只公示结果有变动的人。请选择公示了 {name} 结果的那一版；"
            "其他意见请登记为情况反映。",
            name=error.name,
            version=error.notice.version,
        )
    return tr(
        "{name} 不在第 {version} 版公示书的名单上，不能作为公示期异议登记。请登记为情况反映。",
        name=error.name,
        version=error.notice.version,
    )


@says(NothingPublishedOf)
def _nothing_published(error: NothingPublishedOf) -> str:
    return tr(
        "第 {version} 版公示书没有公示 {name} 的结果（另行确定），不能对{matters}提出异议。"
        "对没有确定等次、对程序有异议的，请勾选“等次”“程序”；其他意见请登记为情况反映。",
        version=error.notice.version,
        name=error.name,
        matters=matter_names(error.matters),
    )


@says(NotEntitledAboutOthers)
def _not_entitled(error: NotEntitledAboutOthers) -> str:
    if not error.taken_at_all:
        return tr(
            "本院不受理对他人结果的异议（见“系统”页的设置）。{name} 所反映的，请登记为情况反映。",
            name=error.name,
        )
    return tr(
        "{name} 不是检察官，不能对他人的结果提出异议。请登记为情况反映；对本人结果的异议可以登记。",
        name=error.name,
    )


@says(OtherNotNamed)
def _other_not_named(error: OtherNotNamed) -> str:
    if error.named:
        return tr("填写了他人姓名，但没有勾选“他人结果”。请勾选，或删去他人姓名。")
    return tr("勾选了“他人结果”，但没有填写是谁的结果。请从名单中选择。")


@says(OtherIsSelf)
def _other_is_self(error: OtherIsSelf) -> str:
    return tr("“他人”就是异议人 {name} 本人。请取消勾选“他人结果”，或另选一人。", name=error.name)


@says(MattersMissing)
def _matters_missing(_error: MattersMissing) -> str:
    return tr("没有勾选申请事项。请至少勾选等次、得分、名次、程序、他人结果中的一项。")


@says(GroundsMissing)
def _grounds_missing(_error: GroundsMissing) -> str:
    return tr("没有填写事实和理由。请照申请表填写。")


@says(GroundWithdrawn)
def _ground_withdrawn(error: GroundWithdrawn) -> str:
    if error.thin:
        return tr(
            "{name} 已书面撤回对{matters}的异议（{label}）。“新的事实和理由”须至少写一句话（6 个字以上），"
            "写明有什么新的，不能照抄撤回的理由。",
            name=error.name,
            matters=matter_names(error.matters),
            label=error.held.label,
        )
    return tr(
        "{name} 已书面撤回对{matters}的异议（{label}），不能以同一理由再次提出。"
        "有新的事实和理由的，请填写“新的事实和理由”；收到结果通知后仍可申请复核。",
        name=error.name,
        matters=matter_names(error.matters),
        label=error.held.label,
    )


@says(RegisteredAlready)
def _registered_already(error: RegisteredAlready) -> str:
    return tr(
        "这份异议已由 {actor} 在 {at} 登记为 {label}（{name}，{received} 收到）。没有重复登记，请打开那一件核对。",
        actor=error.held.actor,
        at=moment(error.held.at),
        label=error.held.label,
        name=error.name,
        received=moment(error.held.received),
    )


# -- when it came, and to whom ----------------------------------------------------------------------------------------


@says(ReceivedBeforePosting)
def _before_posting(error: ReceivedBeforePosting) -> str:
    return tr(
        "收到时间 {received} 早于公示书张贴的时间 {posted}。请核对收到时间；张贴前收到的意见，请登记为情况反映。",
        received=moment(error.received),
        posted=moment(error.posted),
    )


@says(ReceivedLater)
def _received_later(error: ReceivedLater) -> str:
    return tr(
        "收到时间 {received} 晚于录入时间 {now}。请按申请表上写的收到时间改正；电脑时间有误的，先校准电脑时间。",
        received=moment(error.received),
        now=moment(error.now),
    )


@says(ReceiverMissing)
def _receiver_missing(_error: ReceiverMissing) -> str:
    return tr("没有填写接收人。是否逾期按收到时间算，须写明是谁在这个时间收到的。")


@says(ReceiverIsObjector)
def _receiver_is_objector(error: ReceiverIsObjector) -> str:
    if error.label:
        return tr(
            "{name} 是 {label} 的当事人，应当回避，不能办理这一件。请由其他人办理。", name=error.name, label=error.label
        )
    if error.application:
        return tr("{name} 是申请人本人，应当回避，不能接收这件申请。请由其他人接收，并填写其姓名。", name=error.name)
    return tr("{name} 是这件异议的当事人，应当回避，不能接收。请由其他人接收，并填写其姓名。", name=error.name)


@says(ReceiverIsKin)
def _receiver_is_kin(error: ReceiverIsKin) -> str:
    if error.label:
        return tr(
            "{name} 是 {label} 当事人 {relative} 的亲属（见“人员”页的回避关系），应当回避。请由其他人办理。",
            name=error.name,
            label=error.label,
            relative=error.relative,
        )
    if error.application:
        return tr(
            "{name} 是申请人 {relative} 的亲属（见“人员”页的回避关系），应当回避，不能接收这件申请。"
            "请由其他人接收，并填写其姓名。",
            name=error.name,
            relative=error.relative,
        )
    return tr(
        "{name} 是这件异议当事人 {relative} 的亲属（见“人员”页的回避关系），应当回避，不能接收。"
        "请由其他人接收，并填写其姓名。",
        name=error.name,
        relative=error.relative,
    )


@says(ReceiverUnclear)
def _receiver_unclear(error: ReceiverUnclear) -> str:
    facts = {"name": quoted(error.name), "options": tr("、").join(error.options)}
    if error.label:
        return tr(
            "“{name}”可能是{options}，其中有 {label} 的当事人或其亲属，应当回避。请写全姓名，或写成“姓名（工号）”。",
            label=error.label,
            **facts,
        )
    if error.application:
        return tr(
            "“{name}”可能是{options}，其中有申请人本人或其亲属，应当回避。请写全接收人的姓名，同名的连同工号。", **facts
        )
    return tr(
        "“{name}”可能是{options}，其中有这件异议的当事人或其亲属，应当回避。请写全接收人的姓名，同名的连同工号。",
        **facts,
    )


@says(AnswerDayNeeded)
def _answer_day_needed(error: AnswerDayNeeded) -> str:
    return tr(
        "{year} 年的放假通知还没有导入，算不出 {days} 个工作日后的答复期限。请在“系统”页导入，或在“答复期限”填写日期。",
        year=error.year,
        days=error.days,
    )


@says(AnswerDayWrong)
def _answer_day_wrong(error: AnswerDayWrong) -> str:
    return tr(
        "答复期限 {day} 不行：应在收到日期 {received} 之后、{latest} 以前。请改正。",
        day=error.day,
        received=error.received,
        latest=error.latest,
    )
