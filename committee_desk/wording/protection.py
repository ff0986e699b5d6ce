"""The protection of a desk in sentences."""

from committee_desk.domain.protection import AlreadyProtected, NotProtected, PassphraseTooShort, SamePassphrase
from committee_desk.wording.language import tr
from committee_desk.wording.saying import says


@says(PassphraseTooShort)
def _passphrase_too_short(error: PassphraseTooShort) -> str:
    return tr("口令至少 {count} 位，台账未作改动。请改长一些。", count=error.least)


@says(SamePassphrase)
def _same_passphrase(_error: SamePassphrase) -> str:
    return tr("新口令与原口令相同，台账未作改动。请另设一个。")


@says(AlreadyProtected)
def _already_protected(_error: AlreadyProtected) -> str:
    return tr("这个台账已有口令保护。要换口令，请凭原口令更换。")


@says(NotProtected)
def _not_protected(_error: NotProtected) -> str:
    return tr("这个台账没有口令保护，没有口令可换、可取消，也没有恢复单可印。请先设置口令。")
