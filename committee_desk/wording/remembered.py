"""What this PC remembers of a desk and is not what lies there; and places where no desk should lie."""

from committee_desk.domain.desk_file import DeskInSyncFolder, DeskOnShare, OlderThanRemembered
from committee_desk.domain.strangers import SHOWN, Stranger
from committee_desk.wording.language import tr


def stranger_title() -> str:
    """The heading over the words below."""
    return tr("这里放着的是另一份台账")


def stranger_in_words(stranger: Stranger) -> str:
    """That another desk than last time lies at this place."""
    return tr(
        "本机上次（{seen}）在这里见到的台账编号以 {before} 开头，现在的是“{office}”的另一份，编号以 {uid} 开头。"
        "不是您自己换的，请先核实再使用。",
        seen=stranger.seen.strftime("%Y-%m-%d %H:%M"),
        before=stranger.before[:SHOWN],
        office=stranger.office,
        uid=stranger.uid[:SHOWN],
    )


def older_in_words(older: OlderThanRemembered) -> str:
    """That the file checked is sound or not in itself, and still not what this PC saw."""
    seen = older.seen.strftime("%Y-%m-%d %H:%M")
    if older.other_course:
        return tr(
            "注意：本机 {seen} 见过的第 {remembered} 条日志与这里的不同：链被重写过，或从备份恢复后另记了下去。"
            "检查只看文件本身；请用纸面上的日志头核对。",
            seen=seen,
            remembered=older.remembered,
        )
    return tr(
        "注意：本机 {seen} 见过这份台账更新的状态，日志 {remembered} 条，这里只有 {found} 条：可能是旧副本。"
        "检查只看文件本身。",
        seen=seen,
        remembered=older.remembered,
        found=older.found,
    )


def unfit_in_words(unfit: DeskOnShare | DeskInSyncFolder) -> str:
    """That a desk which is only checked lies where none may be opened."""
    if isinstance(unfit, DeskOnShare):
        return tr("注意：台账在网络共享上（{kind}），只作了检查；使用前请移到本机硬盘。", kind=unfit.kind)
    return tr("注意：台账在同步文件夹“{folder}”中，只作了检查；使用前请移到本机的其他文件夹。", folder=unfit.folder)
