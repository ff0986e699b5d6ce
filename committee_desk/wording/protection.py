"""The protection of a desk in sentences."""

from committee_desk.domain.desk_file import DeskReplaced, RecoveryCodeMistyped, RecoveryCodeOutdated
from committee_desk.domain.protection import AlreadyProtected, NotProtected, PassphraseTooShort, SamePassphrase
from committee_desk.wording.language import tr
from committee_desk.wording.saying import says


def leaves_protection() -> str:
    """What is said of everything that was written out of a protected desk."""
    return tr("写出的文件不受台账口令保护，拿到的人都能读。请按内部资料保管，用完删除。")


def said_of_leaving(done: str, *, protected: bool) -> str:
    """What was written, and, where the desk is protected, that the file is not."""
    return tr("{done}。{warning}", done=done, warning=leaves_protection()) if protected else done


@says(PassphraseTooShort)
def _passphrase_too_short(error: PassphraseTooShort) -> str:
    return tr("口令至少 {count} 位，不能全是空格，没有办理。请另设一个。", count=error.least)


@says(SamePassphrase)
def _same_passphrase(_error: SamePassphrase) -> str:
    return tr("新口令与原口令相同，台账未作改动。请另设一个。")


@says(AlreadyProtected)
def _already_protected(_error: AlreadyProtected) -> str:
    return tr("这个台账已有口令保护。要换口令，请凭原口令更换。")


@says(NotProtected)
def _not_protected(_error: NotProtected) -> str:
    return tr("这个台账没有口令保护，没有口令可换、可取消，也没有恢复单可印。请先设置口令。")


@says(RecoveryCodeMistyped)
def _recovery_code_mistyped(error: RecoveryCodeMistyped) -> str:
    return tr("恢复码有输错的字，打不开“{path}”。请对照恢复单逐组核对，四字一组，共十四组。", path=error.path)


@says(RecoveryCodeOutdated)
def _recovery_code_outdated(error: RecoveryCodeOutdated) -> str:
    return tr(
        "恢复码没有输错，但打不开“{path}”：它属于另一个台账，或者此后已换过口令。请找换口令之后打印的恢复单。",
        path=error.path,
    )


@says(DeskReplaced)
def _desk_replaced(error: DeskReplaced) -> str:
    return tr("“{path}”刚刚换了口令、被移走或换成了另一份，这一步没有写入。请重新打开台账后再试。", path=error.path)
