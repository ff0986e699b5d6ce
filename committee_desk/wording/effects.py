"""What a change on re-review does to everybody, in words: why a line is another, who is told and republished."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from committee_desk.domain.calendar import SATURDAY
from committee_desk.domain.effects import Effects, MovedBaseline, Republishing
from committee_desk.domain.exact import figure
from committee_desk.domain.moved_people import Moved, MovedPerson, Why, WhyKind
from committee_desk.domain.publication import MIDNIGHT
from committee_desk.wording.days import short
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import CHINESE, language, tr, tr_n

RUN = 3
"""So many days in a row are said by the first and the last."""


def why_words(person: MovedPerson) -> str:
    """The weightiest reason why somebody's line is another, as one sentence."""
    return reason_words(person.why[0], person) if person.why else ""


def reason_words(why: Why, person: MovedPerson) -> str:
    """One reason."""
    if why.kind is WhyKind.OWN:
        return tr_n("查明事实变更 {count} 项", "查明事实变更 {count} 项", why.number)
    if why.kind is WhyKind.BASELINE:
        return _baseline(why, person)
    if why.kind is WhyKind.TIE_BREAK:
        return _parted(why)
    return {
        WhyKind.STANDING: tr("名册通过后有新的处分、请假等情况，另行确定"),
        WhyKind.ABOVE: tr("{name}排到前面", name=why.subject),
        WhyKind.BELOW: tr("{name}排到后面", name=why.subject),
        WhyKind.PLACES: tr("优秀名额由 {before} 名变为 {after} 名", before=why.own, after=why.others),
        WhyKind.PLACE: tr("优秀名额由{name}占用", name=why.subject)
        if why.rises
        else tr("{name}不再占用优秀名额", name=why.subject),
        WhyKind.TIE: tr("与{name}四项全部相同，须在同一次会议上表决", name=why.subject),
        WhyKind.REVIEW: tr("排名在后，须先经业务能力评审"),
    }.get(why.kind, tr("所依据的数据变动"))


def _baseline(why: Why, person: MovedPerson) -> str:
    before, after = person.total.before or 0, person.total.after or 0
    facts = {"department": dictionary_word(why.subject)}
    if why.rises:
        words = tr("{department}基数上升，得分减少", **facts), tr("{department}基数上升", **facts)
        return words[0] if after < before else words[1]
    words = tr("{department}基数下降，得分增加", **facts), tr("{department}基数下降", **facts)
    return words[0] if after > before else words[1]


def _parted(why: Why) -> str:
    """总分相同，业绩 64.70 低于 65.87."""
    if why.measure == "best_reviews":
        own, others = str(why.own), str(why.others)
    else:
        own, others = figure(why.own), figure(why.others)
    measure = {"performance": tr("业绩"), "quality": tr("质量"), "best_reviews": tr("优质案件数")}[why.measure]
    facts = {"name": why.subject, "measure": measure, "own": own, "others": others}
    if why.own < why.others:
        return tr("与{name}总分相同，{measure} {own} 低于 {others}", **facts)
    return tr("与{name}总分相同，{measure} {own} 高于 {others}", **facts)


def grade_words(person: MovedPerson) -> tuple[str, str]:
    """The grade before and after."""
    before, after = (dictionary_word(str(each)) if each else tr("不确定等次") for each in person.grades)
    return before, after


def figure_words(moved: Moved) -> tuple[str, str]:
    """A figure before and after, as printed; a rank is a plain number; nothing where there is none."""
    plain = moved.name == "rank"
    before, after = (
        "" if each is None else str(each) if plain else figure(each) for each in (moved.before, moved.after)
    )
    return before, after


def baseline_words(baseline: MovedBaseline) -> str:
    """第一检察部基数 49.97→50.32（全年件数）."""
    before, after = ("—" if each is None else figure(each) for each in (baseline.before, baseline.after))
    return tr(
        "{department}全年基数 {before}→{after} 件",
        department=dictionary_word(baseline.department),
        before=before,
        after=after,
    )


def rest_words(effects: Effects) -> str:
    """Everybody else."""
    return tr_n("其余 {count} 人得分、名次、等次不变", "其余 {count} 人得分、名次、等次不变", effects.unchanged)


def republished_words(effects: Effects) -> str:
    """How many are republished; empty where nobody is."""
    count = len(effects.republished)
    if not count:
        return ""
    days = len(effects.dates.counted) if effects.dates else 5
    return tr_n(
        "{count} 人公示内容变更，须重新公示 {days} 个工作日",
        "{count} 人公示内容变更，须重新公示 {days} 个工作日",
        count,
        days=days,
    )


def waiting_words(effects: Effects, names: Mapping[str, str]) -> str:
    """Who of the republished does not move by this, but by what was decided before and hangs nowhere yet."""
    moved = set(effects.told)
    waiting = [names.get(code, code) for code in effects.republished if code not in moved]
    if not waiting:
        return ""
    return tr_n(
        "其中 {count} 人（{names}）不因这一件变动，是此前的更正、复核已变更、还没有重新公示的",
        "其中 {count} 人（{names}）不因这一件变动，是此前的更正、复核已变更、还没有重新公示的",
        len(waiting),
        names=tr("、").join(waiting),
    )


def dates_words(dates: Republishing) -> str:
    """When it may hang, and until when one may object: 2月26日张贴，计 27日、28日（班）、3月2日至4日."""
    last = dates.counted[-1]
    hour = MIDNIGHT if dates.closes_at.date() > last else f"{dates.closes_at:%H:%M}"
    told = tr(
        "{posting}张贴，计 {days}，{closes} 截止",
        posting=short(dates.posting),
        days=tr("、").join(_spans(dates.counted, dates.posting.month)),
        closes=f"{short(last)} {hour}",
    )
    if dates.waits is None:
        return told
    return tr("{told}；正在进行的公示关闭后再张贴", told=told)


def _spans(days: Sequence[date], month: int) -> Iterator[str]:
    """The days, several in a row by the first and the last; a month is named where it begins."""
    for run in _runs(days):
        said = [_day(run[0], month), *(_day(each, run[0].month) for each in run[1:])]
        month = run[-1].month
        yield from (tr("{first}至{last}", first=said[0], last=said[-1]),) if len(run) >= RUN else said


def _runs(days: Sequence[date]) -> Iterator[list[date]]:
    """Days that follow each other; a make-up day stands by itself, for it bears a mark."""
    run: list[date] = []
    for day in days:
        alone = _makes_up(day) or (run and _makes_up(run[-1]))
        if run and (alone or (day - run[-1]).days > 1 or day.month != run[-1].month):
            yield run
            run = []
        run.append(day)
    if run:
        yield run


def _day(day: date, month: int) -> str:
    """27日, 28日（班）, 3月2日; English names the month every time."""
    named = short(day) if day.month != month or language() != CHINESE else tr("{day}日", day=day.day)
    return tr("{day}（班）", day=named) if _makes_up(day) else named


def _makes_up(day: date) -> bool:
    """Whether a day that counts is worked on a weekend."""
    return day.weekday() >= SATURDAY
