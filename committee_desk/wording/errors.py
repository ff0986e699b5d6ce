"""One sentence for every refusal and trouble: what is wrong, where, and what to do.

`@says(TheError)` registers the sentence of an error and of its subclasses. Each error stands beside its subject, in
`domain` or `services`; its sentence stands here, one section a subject. A test walks all of them, so that none lacks
words. Command line and window show the same sentence.
"""

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
    NoSuchYear,
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
from committee_desk.services.cases import NoSuchCase
from committee_desk.services.folders import FileInTheWay
from committee_desk.services.founding import OfficeNameMissing, YearOutOfRange
from committee_desk.services.page_pictures import PrinterRefused
from committee_desk.services.people import NoSuchPerson
from committee_desk.services.settings import BadSetting, ReasonMissing, UnknownSetting
from committee_desk.services.sheet_refusals import (
    DeskChangedMeanwhile,
    NotAFolder,
    NotOnTheList,
    Printed,
    TextTooLong,
    UnprintableCharacters,
)
from committee_desk.wording import (
    account_refusals,
    application_refusals,
    attachments,
    backups,
    booth_refusals,
    calendar_refusals,
    committee_refusals,
    course_refusals,
    effect_refusals,
    entry_refusals,
    evaluation_refusals,
    grading_refusals,
    import_refusals,
    journal_refusals,
    mapping_refusals,
    mark_refusals,
    meeting_refusals,
    month_refusals,
    objection_refusals,
    proceeding_refusals,
    protection,
    publication_refusals,
    result_refusals,
    round_import_refusals,
    round_refusals,
    said,
    scheme_refusals,
    score_refusals,
    signing_refusals,
    slip_refusals,
    year_refusals,
)
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.saying import has_words, says, sentence

__all__ = [
    "account_refusals",
    "application_refusals",
    "attachments",
    "backups",
    "booth_refusals",
    "calendar_refusals",
    "committee_refusals",
    "course_refusals",
    "effect_refusals",
    "entry_refusals",
    "evaluation_refusals",
    "grading_refusals",
    "has_words",
    "import_refusals",
    "journal_refusals",
    "mapping_refusals",
    "mark_refusals",
    "meeting_refusals",
    "month_refusals",
    "objection_refusals",
    "proceeding_refusals",
    "protection",
    "publication_refusals",
    "result_refusals",
    "round_import_refusals",
    "round_refusals",
    "said",
    "says",
    "scheme_refusals",
    "score_refusals",
    "sentence",
    "signing_refusals",
    "slip_refusals",
    "year_refusals",
]


# -- the desk file ----------------------------------------------------------------------------------------------------


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


@says(NoSuchYear)
def _no_such_year(error: NoSuchYear) -> str:
    held = tr("、").join(str(year) for year in error.held)
    return tr("这个台账文件中没有 {year} 年，只有 {held}。请改选其中一年。", year=error.year, held=held)


@says(OfficeNameMissing)
def _office_name_missing(_error: OfficeNameMissing) -> str:
    return tr("没有写明是哪个人民检察院。请填写单位全称。")


@says(YearOutOfRange)
def _year_out_of_range(error: YearOutOfRange) -> str:
    return tr(
        "年度 {year} 不能使用。请填写 {first} 至 {last} 之间的年份。",
        year=error.year,
        first=error.first,
        last=error.last,
    )


# -- people, cases, settings ------------------------------------------------------------------------------------------


@says(NoSuchPerson)
def _no_such_person(error: NoSuchPerson) -> str:
    return tr("没有工号为“{code}”的人员。请核对工号，或先导入人员。", code=error.code)


@says(NoSuchCase)
def _no_such_case(error: NoSuchCase) -> str:
    return tr("没有案号为“{number}”的案件。请核对案号，或先导入案件。", number=error.number)


@says(UnknownSetting)
def _unknown_setting(error: UnknownSetting) -> str:
    return tr("没有名为“{key}”的设置。请在“系统”页的设置中选择。", key=error.key)


@says(BadSetting)
def _bad_setting(error: BadSetting) -> str:
    shapes = {
        "time": tr("请写成 24 小时制的时和分，如 17:30。"),
        "cut_off": tr("请写成 12:00 至 24:00 之间的时和分，如 17:30。"),
        "minutes": tr("请写成 1 至 120 的整数分钟。"),
        "switch": tr("请在“启用”和“不启用”中选一个。"),
        "days": tr("请写成 1 至 30 的整数。"),
        "order": tr("请在“按部门”和“按姓氏笔画”中选一个。"),
        "text": tr("请写成一行，不超过 120 个字。"),
        "share": tr("请写成分数，不少于 1/2、不多于 1，如 2/3。"),
    }
    return tr("设置不能是“{value}”。", value=error.value) + shapes.get(error.shape, "")


@says(ReasonMissing)
def _reason_missing(_error: ReasonMissing) -> str:
    return tr("改动设置要写明理由，理由会记入日志。请填写理由。")


# -- grade sheets -----------------------------------------------------------------------------------------------------


@says(UnprintableCharacters)
def _unprintable_characters(error: UnprintableCharacters) -> str:
    listed = tr("；").join(
        tr(
            "{name}的“{character}”（{number}）",
            name=tr("{name}（{code}）", name=each.name, code=each.code) if each.code else each.name,
            character=each.character,
            number=f"U+{ord(each.character):04X}",
        )
        for each in error.missing
    )
    return tr(
        "以下的字没有一种可用的字体能印出，未生成任何{paper}：{listed}。请核对是否录错；"
        "确有此字的，安装含有该字的字体并写入 page.toml 的 faces。",
        paper=_printed(error.paper),
        listed=listed,
    )


def _printed(paper: Printed) -> str:
    return {
        Printed.GRADE_SHEET: tr("确认表"),
        Printed.MONTH_SHEET: tr("月度考核公布表"),
        Printed.MONTH_EXPLAINED: tr("个人月度得分说明"),
        Printed.EVALUATION: tr("案件评价表"),
        Printed.OPINION: tr("外部监督意见征求表"),
        Printed.MINUTES: tr("会议记录"),
        Printed.VOTE_SLIP: tr("表决票"),
        Printed.RECUSALS: tr("回避登记表"),
        Printed.NOTICE: tr("公示书或张贴记录"),
        Printed.OBJECTION: tr("异议材料"),
        Printed.GRADING: tr("等次审议材料"),
        Printed.RESULT: tr("结果通知书或台账"),
        Printed.REVIEW: tr("复核材料或决定书"),
        Printed.EDITION: tr("公开版"),
        Printed.ROUND: tr("民主测评材料"),
    }.get(paper, paper)


@says(NotOnTheList)
def _not_on_the_list(error: NotOnTheList) -> str:
    return tr(
        "{year} 年度参加考核的{category}中没有工号 {codes}。请核对工号和年度。",
        year=error.year,
        category=dictionary_word(error.category),
        codes=tr("、").join(error.codes),
    )


@says(DeskChangedMeanwhile)
def _desk_changed_meanwhile(_error: DeskChangedMeanwhile) -> str:
    return tr("生成确认表期间数据一再变动，未生成任何确认表。请等其他人录入完毕后再试。")


@says(FileInTheWay)
def _file_in_the_way(error: FileInTheWay) -> str:
    return tr(
        "“{path}”不是本程序此前印制的，不会被替换，没有写入任何文件。请换一个文件夹，或先移走它。", path=error.path
    )


@says(NotAFolder)
def _not_a_folder(error: NotAFolder) -> str:
    return tr("“{path}”不是文件夹，未生成任何确认表。请指定一个文件夹。", path=error.path)


@says(TextTooLong)
def _text_too_long(error: TextTooLong) -> str:
    return tr(
        "{name}（{code}）的确认表有一栏放不下：“{text}…”。请缩短这段文字后再试。",
        name=error.name,
        code=error.code,
        text=error.text[:30],
    )


@says(PrinterRefused)
def _printer_refused(error: PrinterRefused) -> str:
    return tr(
        "打印机“{printer}”没有接受打印任务，未打印完。请检查打印机是否开机、联机后重新打印。",
        printer=error.printer,
    )
