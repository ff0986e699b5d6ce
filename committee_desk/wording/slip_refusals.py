"""Sentences for what is refused of printed slips and of the working file of an open round."""

from committee_desk.domain.rounds import RoundKind
from committee_desk.services.round_file import (
    RoundCopied,
    RoundElsewhere,
    RoundFileBroken,
    RoundFileChanged,
    RoundFileGone,
)
from committee_desk.services.slip_views import (
    BatchEmpty,
    BatchStands,
    ClassWithoutRaters,
    FieldsMissing,
    LineRefused,
    NoSuchBatch,
    NotAllTypedAgain,
    NotOnTheSlip,
    NotTheTypist,
    OtherWay,
    SerialMistyped,
    SerialOfAnotherClass,
    SerialOfAnotherRound,
    SerialTwice,
    SerialUnknown,
    SlipCount,
    SlipNotInBatch,
    SlipsUnlike,
    TypistTwice,
)
from committee_desk.wording.language import tr
from committee_desk.wording.said import quoted
from committee_desk.wording.saying import says
from committee_desk.wording.slips import batch_act, batch_state

_NAMED = 5


def line_may_say(kind: RoundKind) -> str:
    """What a line of a ballot may say."""
    if kind is RoundKind.GRADE:
        return tr("只能填优秀、称职、基本称职、不称职（1 至 4）或弃权，也可以留空")
    return tr("只能填 0 至 100 分（最多两位小数）或弃权，也可以留空")


# -- the working file -------------------------------------------------------------------------------------------------


@says(RoundElsewhere)
def _elsewhere(error: RoundElsewhere) -> str:
    return tr(
        "这个用户在本机没有 {label} 的密钥：本轮是在另一台电脑或另一个用户下启动的，或者已在原来的台账里结束。"
        "请到那里办理；确已不能的，作废本轮重新测评。",
        label=error.label,
    )


@says(RoundCopied)
def _copied(error: RoundCopied) -> str:
    return tr(
        "{label} 的票只由“{original}”旁边的台账录入和计票。这里打开的是副本的，请打开那里的台账；"
        "台账已经搬到这里的，把那个文件移过来，命名为“{file}”。",
        label=error.label,
        original=error.original,
        file=error.file,
    )


@says(RoundFileGone)
def _file_gone(error: RoundFileGone) -> str:
    return tr(
        "{label} 的计票文件“{file}”不在台账旁边。请把它放回台账所在的文件夹；找不回的，作废本轮重新测评。",
        label=error.label,
        file=error.file,
    )


@says(RoundFileBroken)
def _file_broken(error: RoundFileBroken) -> str:
    return tr(
        "{label} 的计票文件“{file}”已经损坏或被换过，读不出来。请放回原来的文件；没有的，作废本轮重新测评。",
        label=error.label,
        file=error.file,
    )


@says(RoundFileChanged)
def _file_changed(error: RoundFileChanged) -> str:
    return tr(
        "{label} 的计票文件“{file}”刚被别的程序改过，这一步没有保存。请刷新后再做一次。",
        label=error.label,
        file=error.file,
    )


# -- serials ----------------------------------------------------------------------------------------------------------


@says(SerialMistyped)
def _mistyped(error: SerialMistyped) -> str:
    return tr("“{serial}”不是票号：漏了或错了一个字符。请对照票面重新录入或扫描。", serial=quoted(error.serial))


@says(SerialUnknown)
def _unknown(error: SerialUnknown) -> str:
    return tr(
        "{label} 没有印过票号 {serial} 的票。请把这张票放到一边，交监票人查明。", label=error.label, serial=error.serial
    )


@says(SerialOfAnotherRound)
def _another_round(error: SerialOfAnotherRound) -> str:
    return tr("票号 {serial} 是别的轮次的票，不是 {label} 的。请把这张票取出。", label=error.label, serial=error.serial)


@says(SerialOfAnotherClass)
def _another_class(error: SerialOfAnotherClass) -> str:
    return tr(
        "票号 {serial} 是 {found} 票，本批次只录 {wanted} 票。请把这张票放到 {found} 票的批次。",
        serial=error.serial,
        found=error.found,
        wanted=error.wanted,
    )


@says(SerialTwice)
def _twice(error: SerialTwice) -> str:
    if error.batch is None:
        return tr("票号 {serial} 已经录入并计票，一张票只计一次。请把这张票取出，交监票人查明。", serial=error.serial)
    return tr(
        "票号 {serial} 已录在第 {batch} 批，一张票只录一次。录错的，请先在那里撤回再录。",
        serial=error.serial,
        batch=error.batch,
    )


@says(SlipNotInBatch)
def _not_in_batch(error: SlipNotInBatch) -> str:
    return tr(
        "票号 {serial} 不在第 {batch} 批里：第一次没有录，或者已经撤回。请放到一边，另开批次录入。",
        serial=quoted(error.serial),
        batch=error.batch,
    )


@says(LineRefused)
def _line(error: LineRefused) -> str:
    return tr(
        "票号 {serial}：{name}一行不能填“{text}”，{rule}。请对照票面改正。",
        serial=error.serial,
        name=error.name,
        text=quoted(error.text),
        rule=line_may_say(error.kind),
    )


@says(NotOnTheSlip)
def _not_on_the_slip(error: NotOnTheSlip) -> str:
    return tr("票号 {serial}：票上没有工号 {code} 这个人。请核对。", serial=error.serial, code=quoted(error.code))


@says(SlipCount)
def _slip_count(error: SlipCount) -> str:
    return tr("印制张数“{text}”须是 1 至 {most} 的整数。请改正。", text=quoted(error.text), most=error.most)


@says(SlipsUnlike)
def _unlike(error: SlipsUnlike) -> str:
    return tr(
        "{label} 的 {ballot_class} 票印过以后，名单上有人的姓名或部门改了，再印的和印过的不一样；同一票类的票必须一样。"
        "请先在“人员”中把姓名、部门改回印票时的再印，计票以后再改；不能改回的，作废本轮重新测评。",
        label=error.label,
        ballot_class=error.ballot_class,
    )


@says(ClassWithoutRaters)
def _without_raters(error: ClassWithoutRaters) -> str:
    return tr(
        "{label} 没有 {ballot_class} 票的投票人，不印也不录 {ballot_class} 票。请换一个票类。",
        label=error.label,
        ballot_class=error.ballot_class,
    )


# -- batches ----------------------------------------------------------------------------------------------------------


@says(NoSuchBatch)
def _no_such_batch(error: NoSuchBatch) -> str:
    return tr("{label} 没有第 {batch} 批，可能已经删除。请刷新后重新选择。", label=error.label, batch=error.batch)


@says(BatchStands)
def _batch_stands(error: BatchStands) -> str:
    return tr(
        "第 {batch} 批现为“{state}”，不能“{act}”。请刷新后再办理。",
        batch=error.batch,
        state=batch_state(error.state),
        act=batch_act(error.act),
    )


@says(BatchEmpty)
def _batch_empty(error: BatchEmpty) -> str:
    return tr("第 {batch} 批还没有一张票。请先录入，或者删除这一批。", batch=error.batch)


@says(NotTheTypist)
def _not_the_typist(error: NotTheTypist) -> str:
    return tr(
        "第 {batch} 批由{typist}录入，别人看不到，也不能接着录。请由本人录完。", batch=error.batch, typist=error.typist
    )


@says(TypistTwice)
def _typist_twice(error: TypistTwice) -> str:
    return tr(
        "{name}录过第 {batch} 批，同一批不能由同一人再录或裁定。请换一名没有录过这一批的人登录后办理。",
        name=error.name,
        batch=error.batch,
    )


@says(OtherWay)
def _other_way(error: OtherWay) -> str:
    if error.strict:
        return tr("第 {batch} 批按严格方式计票，须由两人各录一次，不能只核对确认。请交第二人录入。", batch=error.batch)
    return tr("第 {batch} 批按简易方式计票，由监票人对照票面核对确认，不用再录一次。", batch=error.batch)


@says(NotAllTypedAgain)
def _not_all_typed_again(error: NotAllTypedAgain) -> str:
    return tr(
        "第 {batch} 批还有 {count} 张票没有录第二次：{serials}。请录完；票不在手边的，先从这一批撤回。",
        batch=error.batch,
        count=len(error.serials),
        serials=tr("、").join(error.serials[:_NAMED]),
    )


@says(FieldsMissing)
def _fields_missing(error: FieldsMissing) -> str:
    return tr(
        "票号 {serial}：有差异的是{names}，须逐行重新录入，不多也不少。请对照票面补全。",
        serial=error.serial,
        names=tr("、").join(error.names),
    )
