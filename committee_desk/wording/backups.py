"""Copies of a desk in words: why one was made, what it is worth, how it stands to the desk, and what is refused."""

from pathlib import Path

from committee_desk.domain.backup import (
    AnotherDesk,
    CopyBroken,
    CopyIsTheDesk,
    CopyPassphraseWrong,
    CopyUnsound,
    DeskMovedMeanwhile,
    Reason,
    Relation,
    RestoreReasonMissing,
    SecondFolderUnfit,
    Unfit,
)
from committee_desk.services.backup_views import CopyState, RestorePreview
from committee_desk.wording.checks import subject_name
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.saying import says


def reason_name(reason: Reason) -> str:
    """Why an automatic copy was made."""
    return {
        Reason.OPENING: tr("打开台账时"),
        Reason.CLOSING: tr("关闭台账时"),
        Reason.ACT: tr("正式操作之前"),
        Reason.MIGRATION: tr("升级台账格式之前"),
        Reason.RESTORE: tr("恢复备份之前"),
    }[reason]


def state_name(state: CopyState) -> str:
    """What an automatic copy is worth."""
    return {
        CopyState.READY: tr("可用，制作时已通过核查"),
        CopyState.OTHER_PASSPHRASE: tr("用的是另一个口令"),
        CopyState.OTHER_DESK: tr("是另一本台账的备份"),
        CopyState.UNREADABLE: tr("读不出来"),
        CopyState.UNSOUND: tr("未通过核查，只作存证"),
    }[state]


def relation_in_words(preview: RestorePreview) -> str:
    """How the copy stands to the desk in use, in one sentence."""
    if preview.relation is Relation.SAME:
        return tr("这份备份与现在的台账完全一致，恢复不会改变任何数据。")
    if preview.relation is Relation.OLDER:
        return tr_n(
            "这份备份停在日志第 {common} 条，恢复后其后的 {count} 条记录将不再有效。",
            "这份备份停在日志第 {common} 条，恢复后其后的 {count} 条记录将不再有效。",
            preview.lost_count,
            common=preview.common,
        )
    if preview.relation is Relation.AHEAD:
        return tr_n(
            "这份备份比现在的台账新：多 {count} 条记录，恢复不会失去任何记录。",
            "这份备份比现在的台账新：多 {count} 条记录，恢复不会失去任何记录。",
            preview.gained_count,
        )
    return tr(
        "这份备份与现在的台账从日志第 {first} 条起各走各的：恢复后失去 {lost} 条记录，换来备份中的 {gained} 条。",
        first=preview.common + 1,
        lost=preview.lost_count,
        gained=preview.gained_count,
    )


def table_name(table: str) -> str:
    """The rows that a preview counts; those of a later version keep their name."""
    return {
        "stays": tr("人员经历"),
        "case_shares": tr("承办的案件"),
        "reviews": tr("评查"),
        "events": tr("加减分"),
        "leader_marks": tr("领导评价"),
        "ballots": tr("测评票"),
        "sanctions": tr("处分"),
        "leave": tr("请假"),
        "calendar_days": tr("节假日和调休"),
        "prints": tr("打印过的考核表"),
        "accounts": tr("账号"),
        "attachments": tr("附件"),
    }.get(table, table)


def copy_lies_open(path: Path) -> str:
    """What is said of a copy that anybody can read."""
    return tr("提示：台账没有口令保护，“{path}”也没有，拿到它的人都能读出其中的数据。请妥善保管。", path=path)


def copy_is_protected(path: Path) -> str:
    """What is said of a copy that needs the desk's passphrase."""
    return tr("“{path}”受口令保护，口令与台账的相同。", path=path)


@says(CopyUnsound)
def _copy_unsound(error: CopyUnsound) -> str:
    return tr(
        "“{path}”没有通过核查（{subjects}），不算备份，也没有留下；此前的备份都在。请对台账运行核查，看哪里不对。",
        path=error.path,
        subjects=_subjects(error),
    )


def _subjects(error: CopyUnsound) -> str:
    return tr("、").join(map(subject_name, error.subjects))


@says(CopyBroken)
def _copy_broken(error: CopyBroken) -> str:
    return tr(
        "备份“{path}”没有通过核查（{subjects}），不恢复，未作任何改动。请改用另一份备份。",
        path=error.path,
        subjects=_subjects(error),
    )


@says(AnotherDesk)
def _another_desk(error: AnotherDesk) -> str:
    return tr(
        "“{path}”是另一本台账（{office}）的备份，不能恢复到这本台账上，未作任何改动。请改选这本台账的备份。",
        path=error.path,
        office=error.office,
    )


@says(CopyIsTheDesk)
def _copy_is_the_desk(error: CopyIsTheDesk) -> str:
    return tr("“{path}”就是正在使用的台账。请选择它的一份备份。", path=error.path)


@says(CopyPassphraseWrong)
def _copy_passphrase_wrong(error: CopyPassphraseWrong) -> str:
    if error.given:
        return tr("口令打不开备份“{path}”。请输入制作这份备份时台账所用的口令。", path=error.path)
    return tr("备份“{path}”用的是另一个口令。请输入制作这份备份时台账所用的口令。", path=error.path)


@says(RestoreReasonMissing)
def _restore_reason_missing(_error: RestoreReasonMissing) -> str:
    return tr("恢复备份要写明理由，理由会记入日志。请填写理由。")


@says(DeskMovedMeanwhile)
def _desk_moved_meanwhile(error: DeskMovedMeanwhile) -> str:
    return tr("看过预览之后，“{path}”又有人写入，未作任何改动。请重新查看会失去什么，再决定是否恢复。", path=error.path)


@says(SecondFolderUnfit)
def _second_folder_unfit(error: SecondFolderUnfit) -> str:
    why = {
        Unfit.MISSING: tr("这个文件夹不存在或打不开。请先建立它，或接好它所在的磁盘。"),
        Unfit.OWN: tr("这里已经是台账自己所在的文件夹。请选择另一块磁盘、U 盘或共享上的文件夹。"),
        Unfit.RELATIVE: tr("请写出文件夹的完整路径。"),
    }[error.reason]
    return tr("“{path}”不能作为第二备份文件夹：", path=error.path) + why
