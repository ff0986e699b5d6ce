"""Why a desk's file is not opened, made or written: where it lies, what it is, who holds it."""

from committee_desk.domain.desk_file import (
    DeskDamaged,
    DeskExists,
    DeskInSyncFolder,
    DeskInUse,
    DeskLocked,
    DeskMissing,
    DeskOnShare,
    DiskFailed,
    DiskFull,
    FolderMissing,
    IsAFolder,
    NewerDesk,
    NoPermission,
    NotADesk,
    OlderThanRemembered,
    OlderVersionReadOnly,
    PassphraseNeeded,
    ReadOnly,
    ReadOnlyDesk,
    ReasonMissingForOlder,
    UnfinishedReadOnly,
    WritingSwitched,
    WrongPassphrase,
)
from committee_desk.wording.language import tr
from committee_desk.wording.saying import says


@says(DeskMissing)
def _desk_missing(error: DeskMissing) -> str:
    return tr("找不到文件“{path}”。请核对位置和文件名。", path=error.path)


@says(FolderMissing)
def _folder_missing(error: FolderMissing) -> str:
    return tr("找不到文件夹“{path}”。请先建立它，或换一个位置。", path=error.path)


@says(DeskExists)
def _desk_exists(error: DeskExists) -> str:
    return tr("“{path}”已经存在，不会被覆盖。请换一个文件名。", path=error.path)


@says(IsAFolder)
def _is_a_folder(error: IsAFolder) -> str:
    return tr("“{path}”是文件夹，不是文件。请指定其中的文件。", path=error.path)


@says(NotADesk)
def _not_a_desk(error: NotADesk) -> str:
    return tr("“{path}”不是台账文件，未作任何改动。请选择以 .desk 结尾、由本程序建立的文件。", path=error.path)


@says(DeskDamaged)
def _desk_damaged(error: DeskDamaged) -> str:
    return tr("台账文件“{path}”已经损坏，无法读取。请停止使用它，改用最近的备份。", path=error.path)


@says(NewerDesk)
def _newer_desk(error: NewerDesk) -> str:
    return tr(
        "“{path}”由更新版本的程序写成（数据版本 {version}，本程序只认到 {known}），未作任何改动。请先升级本程序。",
        path=error.path,
        version=error.version,
        known=error.known,
    )


@says(PassphraseNeeded)
def _passphrase_needed(error: PassphraseNeeded) -> str:
    return tr(
        "“{path}”受口令保护，没有口令打不开。请输入口令；"
        "命令行请让 COMMITTEE_DESK_PASSPHRASE_FILE 指向存有口令的文件。",
        path=error.path,
    )


@says(WrongPassphrase)
def _wrong_passphrase(error: WrongPassphrase) -> str:
    return tr("口令打不开“{path}”。请核对大小写和输入法后再试。", path=error.path)


@says(DeskLocked)
def _desk_locked(error: DeskLocked) -> str:
    return tr("“{path}”正被另一个程序写入，等候后仍未放开。请等它写完再试。", path=error.path)


@says(DeskInUse)
def _desk_in_use(error: DeskInUse) -> str:
    return tr("“{path}”正由另一个窗口或命令打开。请先关闭那个窗口，或等那个命令做完再试。", path=error.path)


@says(DeskOnShare)
def _desk_on_share(error: DeskOnShare) -> str:
    return tr(
        "“{path}”在网络共享上（{kind}），那里的文件锁靠不住，两台电脑同时写会毁掉台账，未作任何改动。请放到本机的磁盘上。",
        path=error.path,
        kind=error.kind,
    )


@says(DeskInSyncFolder)
def _desk_in_sync_folder(error: DeskInSyncFolder) -> str:
    return tr(
        "“{path}”在同步文件夹“{folder}”里，同步程序会在写入中途复制或替换台账，未作任何改动。请放到不同步的文件夹。",
        path=error.path,
        folder=error.folder,
    )


@says(ReadOnlyDesk)
def _read_only_desk(error: ReadOnlyDesk) -> str:
    if error.reason is ReadOnly.DAMAGED:
        return tr("“{path}”已经损坏，只能查看，没有写入。请抢救数据，或改用最近的备份。", path=error.path)
    return tr("“{path}”所在的磁盘或文件夹不能写，只能查看，没有写入。请复制到可写的磁盘上再办理。", path=error.path)


@says(WritingSwitched)
def _writing_switched(error: WritingSwitched) -> str:
    return tr(
        "“{path}”被另一个程序切换成了 WAL 写入方式，在不能写的地方读不了。请复制到可写的磁盘上，再用本程序打开。",
        path=error.path,
    )


@says(OlderVersionReadOnly)
def _older_version_read_only(error: OlderVersionReadOnly) -> str:
    return tr(
        "“{path}”由旧版程序写成，要升级后才能打开，而所在的磁盘或文件夹不能写。请复制到可写的磁盘上再打开。",
        path=error.path,
    )


@says(UnfinishedReadOnly)
def _unfinished_read_only(error: UnfinishedReadOnly) -> str:
    return tr(
        "“{path}”上次写入时中断，须先恢复，而所在的磁盘或文件夹不能写。"
        "请连同旁边的 {journal} 一起复制到可写的磁盘上再打开。",
        path=error.path,
        journal=f"{error.path.name}-journal",
    )


@says(OlderThanRemembered)
def _older_than_remembered(error: OlderThanRemembered) -> str:
    seen = f"{error.seen:%Y-%m-%d %H:%M}"
    facts = {"path": error.path, "seen": seen, "remembered": error.remembered, "found": error.found}
    if error.other_course:
        return tr(
            "“{path}”与本机 {seen} 见过的不是同一份：当时第 {remembered} 条日志与现在的不同。"
            "请查明谁换了文件；确要使用，在窗口中由两人打开。",
            **facts,
        )
    return tr(
        "“{path}”比本机 {seen} 见过的旧：当时有 {remembered} 条日志，现在只有 {found} 条。"
        "请查明谁换了文件；确要使用，在窗口中由两人打开。",
        **facts,
    )


@says(ReasonMissingForOlder)
def _reason_missing_for_older(error: ReasonMissingForOlder) -> str:
    return tr("打开比本机见过的旧的“{path}”要写明理由，理由会记入日志。请填写理由。", path=error.path)


@says(DiskFull)
def _disk_full(error: DiskFull) -> str:
    return tr("磁盘已满，“{path}”未能写入，原有内容没有改变。请腾出空间后再试。", path=error.path)


@says(NoPermission)
def _no_permission(error: NoPermission) -> str:
    return tr("没有权限读写“{path}”或它所在的文件夹。请换一个位置，或请管理员授权。", path=error.path)


@says(DiskFailed)
def _disk_failed(error: DiskFailed) -> str:
    return tr("读写“{path}”时磁盘出错，没有保存。请检查磁盘或移动存储是否仍然连接，再试一次。", path=error.path)
