"""What came of comparing a printed head, in words: no more is said to be unaltered than was looked at."""

from dataclasses import dataclass

from committee_desk.domain.checking import Report
from committee_desk.services.journal_views import ComparedHead, HeadAnswer, PrintedHead
from committee_desk.ui.common.chips import BAD, NEUTRAL, OK, WARN, Chip
from committee_desk.wording.checks import problem_in_words
from committee_desk.wording.language import tr, tr_n


@dataclass(frozen=True, slots=True)
class Compared:
    """The head as compared, and what chain and seals said then; no report where they were not looked at."""

    head: ComparedHead
    trail: Report | None = None

    @property
    def agrees(self) -> bool:
        """Whether the head agrees and the data are those that the journal sealed."""
        return (
            self.head.answer is HeadAnswer.MATCH
            and self.trail is not None
            and self.trail.ok
            and not self.trail.unsealed
        )


@dataclass(frozen=True, slots=True)
class Paper:
    """One printed head and what came of comparing it; nothing while nobody has typed it."""

    printed: PrintedHead
    answer: Compared | None = None


def answer_chip(answer: Compared | None) -> Chip:
    """What came of it, in a word."""
    if answer is None:
        return Chip(tr("未核"), NEUTRAL)
    if answer.head.answer is HeadAnswer.UNKNOWN:
        return Chip(tr("没有此条"), WARN, "alert-triangle")
    if answer.head.answer is HeadAnswer.MISMATCH:
        return Chip(tr("不符"), BAD, "alert-circle")
    if answer.trail is None or (answer.trail.ok and answer.trail.unsealed):
        return Chip(tr("数据未核"), WARN, "alert-triangle")
    return Chip(tr("相符"), OK, "check") if answer.trail.ok else Chip(tr("数据不符"), BAD, "alert-circle")


def answer_in_words(compared: Compared) -> tuple[str, str, str]:
    """Kind of banner, the answer, and what it means."""
    head = compared.head
    if head.answer is HeadAnswer.MATCH:
        return _agreeing(head.entry, compared.trail)
    if head.stands_at is not None:
        return "warn", tr("这是第 {found} 条的日志头，不是第 {entry} 条的", found=head.stands_at, entry=head.entry), tr("请看纸上的条数：印的是 {found} 的，把条数改成 {found} 再核对；确实印的是 {entry} 的，日志在印出之后被改写过，请停用本台账，保留纸件，与印出之前的备份比对。", found=head.stands_at, entry=head.entry)  # fmt: skip  # noqa: E501
    if head.answer is HeadAnswer.UNKNOWN:
        return "warn", tr("台账里没有第 {entry} 条", entry=head.entry), tr("这本台账比纸上的旧（换回了旧的副本），或日志被截短，或条数看错。请重核条数；仍没有时停用本台账，找出印这张纸时的台账或备份。")  # fmt: skip  # noqa: E501
    return "bad", tr("第 {entry} 条不符", entry=head.entry), tr("这张纸印出之后，第 {entry} 条或更早的内容被绕开本程序改写过，或有一组抄错。请逐组重核；仍不符时停用本台账，保留纸件，与印出之前的备份比对。", entry=head.entry)  # fmt: skip  # noqa: E501


def _agreeing(entry: int, trail: Report | None) -> tuple[str, str, str]:
    if trail is None:
        return "warn", tr("第 {entry} 条的日志头与纸面一致，数据还没有核对", entry=entry), tr("数据是否仍与日志封存的一致，这次没有看完。请再核对一次，或运行上面的“全面核查”。")  # fmt: skip  # noqa: E501
    if trail.ok and trail.unsealed:
        return "warn", tr("第 {entry} 条的日志头与纸面一致，数据没有封印可核", entry=entry), tr("台账由旧版程序写成，还没有给数据加封印：日志没有被改写，数据是否被改写看不出来。")  # fmt: skip  # noqa: E501
    if trail.ok:
        return "ok", tr("第 {entry} 条相符", entry=entry), tr("从这张纸印出到现在，第 1 至 {entry} 条日志没有被改写；整本日志的链和封印刚核对过，数据与日志封存的一致。", entry=entry)  # fmt: skip  # noqa: E501
    count = len(trail.problems)
    found = tr_n("链和封印查出 {count} 个问题", "链和封印查出 {count} 个问题", count)
    return "bad", tr("第 {entry} 条的日志头与纸面一致，但数据与日志封存的不一致", entry=entry), tr("{found}，第一个：{first} 请停用本台账，运行上面的“全面核查”看全部问题。", found=found, first=problem_in_words(trail.problems[0]))  # fmt: skip  # noqa: E501
