"""What a correction note (更正说明) may put right on a notice: clerical slips, never a person, a result or a day.

A word is compared as it is read: 赵 晓英 and 赵·晓英 are 赵晓英. What the notice says there already may stay; only what
a note brings in is refused.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from committee_desk.domain.names import spelt
from committee_desk.domain.notice import NothingCorrected, Notice, Slip, SlipTouchesResult

LONGER = 30
"""By so many characters a corrected text may be longer than what the notice says: more is no slip."""

_RESULTS = (
    "优秀", "称职", "合格", "良好", "等次", "等级", "得分", "分数", "计分", "总分", "名次", "排名", "取消", "撤销",
)  # fmt: skip
_TIMES = (
    "公示期", "公示时间", "截止", "截至", "届满", "工作日", "延长", "延期", "缩短", "提前", "顺延", "即日", "当日",
    "次日", "上午", "下午", "中午", "今天", "明天", "日前", "天内", "日内", "为止",
)  # fmt: skip
_NUMERAL = r"(?:\d+|[〇零一二三四五六七八九十百两廿卅]+)"
_DAYS = re.compile(
    rf"{_NUMERAL}(?:年|月|日|天|时|点|分)|(?:周|星期|礼拜)[一二三四五六日天]|\d+[:：]\d+|\d+[-/.]\d+[-/.]\d+"
)
_RANKED = re.compile(rf"[前后第末]?{_NUMERAL}(?:名|位|人)")
_DIGITS = re.compile(r"\d+")
"""But for a room's or a telephone's, whatever is said in digits is a day, an hour or a score."""
_PHONE = re.compile(r"[0-9 \-+()转]*[0-9][0-9 \-+()转]*")


class SlipTooLong(NothingCorrected):
    """A correction that says far more than what it corrects."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


class NoPhone(SlipTouchesResult):
    """What was to be corrected in the telephone is no telephone number."""


def require_slip(notice: Notice, field_name: str, after: str, grades: Iterable[str]) -> Slip:
    """The slip that a note may correct so; refuses what touches a person, a result or a day, and what says nothing."""
    try:
        slip = Slip(field_name)
    except ValueError:
        raise SlipTouchesResult(field_name) from None
    before = notice.value_of(slip)
    if not after or after == before:
        raise NothingCorrected
    if len(after) > len(before) + LONGER:
        raise SlipTooLong(len(before) + LONGER)
    brought = next(_brought_in(slip, before, after, notice, grades), None)
    if brought is not None:
        raise SlipTouchesResult(brought)
    if slip is Slip.PHONE and _PHONE.fullmatch(unicodedata.normalize("NFKC", after)) is None:
        raise NoPhone(after)
    return slip


def _brought_in(slip: Slip, before: str, after: str, notice: Notice, grades: Iterable[str]) -> Iterator[str]:
    """What the correction says of people, results and days that the notice does not say there."""
    old, new = _bare(before), _bare(after)
    people = [word for line in (*notice.lines, *notice.removed) for word in (line.name, line.code)]
    if slip is Slip.HANDLER:  # whoever sits at the desk may be on the list himself: his name, and nothing beside it
        people = [word for word in people if _bare(word) not in {_bare(each) for each in re.split("[、，,]", after)}]
    for word in (*people, *grades, *_RESULTS, *_TIMES):
        if (bare := _bare(word)) and new.count(bare) > old.count(bare):
            yield word
    if slip is Slip.PHONE:
        return  # its digits are a number's, whatever they look like
    patterns = (_DAYS, _RANKED) if slip is Slip.PLACE else (_DAYS, _RANKED, _DIGITS)
    for pattern in patterns:
        yield from Counter(pattern.findall(spelt(after))) - Counter(pattern.findall(spelt(before)))


def _bare(text: str) -> str:
    """The text as it is compared, by its letters and digits alone."""
    return "".join(each for each in spelt(text) if each.isalnum())
