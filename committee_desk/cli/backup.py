"""`backup` and `restore`: a checked copy of a desk in use, and a desk made of a copy."""

from functools import partial
from pathlib import Path

from committee_desk.cli.grammar import Given, Verb, Word
from committee_desk.cli.session import passphrase_given, seated, take_seat
from committee_desk.cli.speech import say, warn
from committee_desk.domain.desk_file import PassphraseNeeded, ReadOnlyDesk
from committee_desk.domain.journal import groups
from committee_desk.services.actor import Actor
from committee_desk.services.backup_views import CopyMade
from committee_desk.services.desk import Desk
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence


def _backup(given: Given) -> int:
    desk, path = seated(given), given.path("DEST")
    made = desk.backup.copy_to(desk.seat.actor, path)
    say(tr("已备份并通过检查：{path}", path=path))
    say(tr("日志 {count} 条，日志头 {head}", count=made.head.entries, head=groups(made.head.hash)))
    _tell_protection(path, protected=made.protected)
    _tell_unwritten(made)
    return 0


def _tell_unwritten(made: CopyMade) -> None:
    if made.unwritten is None:
        return
    if isinstance(made.unwritten, ReadOnlyDesk):
        warn(tr("提示：台账只读，这次备份没有记入日志。"))
    else:
        warn(tr("警告：备份已完成，但没有记入日志。") + sentence(made.unwritten))


def _tell_protection(path: Path, *, protected: bool) -> None:
    from committee_desk.wording.backups import copy_is_protected, copy_lies_open  # noqa: PLC0415 - words of the check

    warn(copy_is_protected(path) if protected else copy_lies_open(path))


def _restore(given: Given) -> int:
    from committee_desk.bootstrap import restore  # noqa: PLC0415 - SQLAlchemy, which help and `window` do without

    backup, path = given.path("BACKUP"), given.path("FILE")
    who = partial(_who, backup)
    try:
        restored = restore(backup, path, who)
    except PassphraseNeeded:
        passphrase = passphrase_given()
        if passphrase is None:
            raise
        restored = restore(backup, path, who, passphrase=passphrase)
    say(tr("已从 {backup} 恢复：{path}", backup=backup, path=path))
    say(tr("备份中有日志 {count} 条，日志头 {head}", count=restored.head.entries, head=groups(restored.head.hash)))
    if restored.migrated:
        say(tr("备份由较早的程序写成，恢复时已升级台账格式。"))
    _tell_protection(path, protected=restored.protected)
    return 0


def _who(backup: Path, desk: Desk) -> Actor:
    """Who signs in at the desk that comes back: it has no name yet, so that sentences name the backup."""
    take_seat(desk, told_as=backup)
    return desk.seat.actor


BACKUP = Verb(
    "backup",
    lambda: tr("为使用中的台账做一份经过检查的备份，不覆盖已有文件"),
    (Word("FILE", lambda: tr("台账文件")), Word("DEST", lambda: tr("要写成的备份文件，如 U 盘上的 考评备份.desk"))),
    (),
    _backup,
    notes=lambda: tr("窗口开着时也可以备份。受口令保护的台账，备份用同一口令；备份记入台账的日志。"),
)

RESTORE = Verb(
    "restore",
    lambda: tr("把一份备份恢复成新的台账文件，不覆盖已有文件"),
    (Word("BACKUP", lambda: tr("备份文件")), Word("FILE", lambda: tr("要写成的台账文件"))),
    (),
    _restore,
    notes=lambda: tr(
        "先检查备份，损坏的不恢复；较早版本的备份恢复时升级。"
        "要恢复到使用中的台账上，请在窗口的“系统”页进行：那里先显示会失去什么，并须两人确认。"
    ),
)
