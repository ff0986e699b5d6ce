"""`score` and `export`: the year's scores, ranks, quota and proposed grades."""

from committee_desk.cli.grammar import Given, Option, Verb, Word
from committee_desk.cli.session import seated, warn_of_leaving, year_of
from committee_desk.cli.speech import answer, say, table, warn
from committee_desk.domain.exact import figure
from committee_desk.domain.scores import PersonScore, YearScores
from committee_desk.services.account_refusals import SecondNeeded, TwoNeedWindow
from committee_desk.services.score_answer import score_answer
from committee_desk.wording.language import tr
from committee_desk.wording.scores import grade_in_words, performance_in_words, status_inside

YEAR = Option("--year", lambda: tr("年度；不写则为最新的年度"), "Y")
DESK_FILE = Word("FILE", lambda: tr("台账文件"))


def _score(given: Given) -> int:
    desk = seated(given)
    scores, entry = desk.scores.read_out(desk.seat.actor, year_of(given, desk))
    if entry is None:
        warn(tr("台账文件只能读取，本次读取成绩没有记入日志。"))
    if given.has("--json"):
        answer(score_answer(scores))
        return 0
    say(tr("{office} {year} 年度考核得分", office=desk.identity().office, year=scores.year))
    say(quota_in_words(scores))
    if scores.people:
        _tell_ranking(scores)
    else:
        say(tr("该年度尚无需要评分的检察官。"))
    return 0


def quota_in_words(scores: YearScores) -> str:
    """How many may be 优秀, and of how many."""
    quota = scores.quota
    return tr(
        "优秀名额：{base} 人的 {percent}%，{places} 名",
        base=quota.base,
        percent=quota.percent,
        places=quota.places,
    )


def _tell_ranking(scores: YearScores) -> None:
    headings = (
        tr("名次"), tr("工号"), tr("姓名"), tr("部门"), tr("总分"), tr("业绩"), tr("状态"), tr("建议等次"), tr("评审"),
    )  # fmt: skip
    ranked = sorted(scores.people, key=lambda p: (p.rank is None, p.rank or 0, p.code))
    table((headings, *(_row(person) for person in ranked)), right=frozenset({0, 4}))


def _row(person: PersonScore) -> tuple[str, ...]:
    return (
        "" if person.rank is None else str(person.rank),
        person.code,
        person.name,
        person.department,
        figure(person.total),
        performance_in_words(person.performance_grade),
        status_inside(person.status),
        "" if person.proposed_grade is None else grade_in_words(person.proposed_grade),
        tr("须评审") if person.review_required else "",
    )


def _export(given: Given) -> int:
    desk = seated(given)
    year = year_of(given, desk)
    try:
        desk.scores.export(desk.seat.actor, year, given.path("OUT.xlsx"))
    except SecondNeeded as needed:
        raise TwoNeedWindow(needed.act) from None
    say(tr("已导出 {year} 年度的排名、分项和每个数的来源：{path}", year=year, path=given.text("OUT.xlsx")))
    warn_of_leaving(desk)
    return 0


SCORE = Verb(
    "score",
    lambda: tr("年度得分、名次、优秀名额和建议等次"),
    (DESK_FILE,),
    (YEAR, Option("--json", lambda: tr("以 JSON 输出"))),
    _score,
)

EXPORT = Verb(
    "export",
    lambda: tr("导出排名、分项和每个数的来源"),
    (DESK_FILE, Word("OUT.xlsx", lambda: tr("要写成的工作簿；只替换此前的导出"))),
    (YEAR,),
    _export,
)
