"""The sentences of attachments."""

from committee_desk.domain.names import shown
from committee_desk.services.attachment_views import (
    LONGEST_NAME,
    AttachedAlready,
    AttachmentChanged,
    AttachmentRefused,
    ChosenAlready,
    NoSuchAttachment,
    NoSuchSubject,
    ScanArchived,
    ScanUnsigned,
    WithdrawalReasonMissing,
)
from committee_desk.wording.language import tr
from committee_desk.wording.said import QUOTED, quoted
from committee_desk.wording.saying import says


@says(AttachmentRefused)
def _attachment_refused(error: AttachmentRefused) -> str:
    from committee_desk.wording.checks import printable  # noqa: PLC0415 - its many sentences are not needed at start

    reason = {
        "missing": tr("它不在那里了。请核对后重新选择。"),
        "link": tr("它是指向别处的链接。请选择文件本身。"),
        "special": tr("它不是普通文件。请选择一个文件。"),
        "empty": tr("它是空的。请核对后重新选择。"),
        "large": tr("它超过 10 MB。请压缩或分成几个文件。"),
        "kind": tr("按内容它不是 PDF、PNG 或 JPEG。请转成其中一种。"),
        "name": tr("文件名为空、含有看不见的字符，或超过 {most} 个字。请改名后再试。", most=LONGEST_NAME),
        "pixels": tr("画面太大或太狭长，不能在限额内显示。请缩小后再试。"),
        "pages": tr("页数太多。请分成几个文件。"),
    }.get(error.why, tr("它打不开：已经损坏，或加了密。请核对后重新制作。"))
    return tr("“{name}”不能作为附件：{reason}", name=printable(error.name), reason=reason)


@says(NoSuchSubject)
def _no_such_subject(error: NoSuchSubject) -> str:
    return tr(
        "“{subject}”不能附文件：附件应属于案件、凭证、述职报告或外部意见。",
        subject=quoted(shown(error.subject[: QUOTED + 1])),
    )


@says(AttachedAlready)
def _attached_already(error: AttachedAlready) -> str:
    return tr("“{name}”的内容已经附在这里，没有重复添加。请在附件列表中查看。", name=error.name)


@says(ChosenAlready)
def _chosen_already(error: ChosenAlready) -> str:
    if error.name == error.other:
        return tr("“{name}”已经选过，没有重复添加。要换的，请先移除再添加。", name=error.name)
    return tr("“{name}”与已选的“{other}”内容相同，没有重复添加。请核对是否选错。", name=error.name, other=error.other)


@says(NoSuchAttachment)
def _no_such_attachment(_error: NoSuchAttachment) -> str:
    return tr("这个附件不在或已经撤回。请重新打开附件列表。")


@says(AttachmentChanged)
def _attachment_changed(error: AttachmentChanged) -> str:
    return tr("附件“{name}”的内容与添加时不同，没有显示。请运行核查，并与备份核对。", name=error.name)


@says(WithdrawalReasonMissing)
def _withdrawal_reason_missing(_error: WithdrawalReasonMissing) -> str:
    return tr("撤回附件要写明理由，理由会记入日志。请填写理由。")


@says(ScanUnsigned)
def _scan_unsigned(error: ScanUnsigned) -> str:
    return tr(
        "还没有登记{name}对第 {version} 版结果的签字，不能附签字件。请先登记签字。",
        name=error.name,
        version=error.version,
    )


@says(ScanArchived)
def _scan_archived(error: ScanArchived) -> str:
    return tr(
        "{name} {year} 年度的考核结果已归档，签字件不再撤回、更换或者增加。"
        "确有错误的，请立项更正：另作决定、另行签字，作为新版本归档。",
        name=error.name,
        year=error.year,
    )
