"""What can be wrong with a slip, by number and sentence: the number is what a typist calls across the room."""

from collections.abc import Mapping

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.round_counting import Invalid
from committee_desk.domain.serials import LETTERS, SERIAL_LENGTH, spelt
from committee_desk.services.slip_views import (
    LineRefused,
    SerialMistyped,
    SerialOfAnotherClass,
    SerialOfAnotherRound,
    SerialTwice,
    SerialUnknown,
    SlipNotInBatch,
)
from committee_desk.wording.language import tr
from committee_desk.wording.rounds import invalid_name
from committee_desk.wording.saying import sentence

NUMBERS: Mapping[type[DeskError], int] = {
    SerialMistyped: 11,
    SerialUnknown: 12,
    SerialOfAnotherRound: 13,
    SerialOfAnotherClass: 14,
    SerialTwice: 15,
    SlipNotInBatch: 16,
    LineRefused: 21,
}
"""1x is about the serial, 2x about a line. A number once given is not given to anything else."""
SCANNED_TOO_EARLY = 22
INVALID: Mapping[Invalid, int] = {Invalid.HALF_BLANK: 31, Invalid.TOO_MANY_EXCELLENT: 32}
"""No error but the slip's own fault: it is kept as it is and counted as invalid."""


def told(error: DeskError | Trouble) -> str:
    """The number, where it has one, and the sentence."""
    number = NUMBERS.get(type(error))  # type: ignore[arg-type]
    return sentence(error) if number is None else numbered(number, sentence(error))


def numbered(number: int, said: str) -> str:
    """错误 21：……"""
    return tr("错误 {number}：{said}", number=number, said=said)


def told_invalid(why: Invalid) -> str:
    """That a slip will not count, and why."""
    return tr(
        "提示 {number}：{why}，这张票会按无效票计数。与纸票一致的，再按一次 Enter 保存；不一致的，用 ↑ 回去改。",
        number=INVALID[why], why=invalid_name(why),
    )  # fmt: skip


def looks_scanned(text: str) -> bool:
    """Whether a line holds what only a scanner puts there: the serial of the next slip."""
    read = spelt(text)
    return len(read) >= SERIAL_LENGTH and read[:1].isalpha() and not set(read) - set(LETTERS)


def told_scanned() -> str:
    """That the next slip was scanned before this one was through."""
    return numbered(SCANNED_TOO_EARLY, tr("这里是得分，扫进来的是票号。请先录完这张票，再扫下一张。"))
