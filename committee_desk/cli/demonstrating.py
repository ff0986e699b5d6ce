"""`demo`: the sample office as a demonstration."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from committee_desk.cli.grammar import Given, Option, Verb
from committee_desk.cli.scoring import quota_in_words
from committee_desk.cli.screen import has_screen
from committee_desk.cli.speech import finish, say
from committee_desk.domain.scores import Grade
from committee_desk.services.actor import pc_user
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.demonstration import Demonstration

FOLDER = "demo"


def demo_verb(open_window: Callable[[Path | None], int]) -> Verb:
    """The command, which ends by opening the window."""

    def carry_out(given: Given) -> int:
        from committee_desk.demonstration import make_demonstration  # noqa: PLC0415 - paper and workbooks, which few commands need

        folder = Path(given.maybe("--out") or FOLDER)
        made = make_demonstration(folder, pc_user())
        _tell(made)
        finish()
        if given.has("--no-window") or not has_screen():
            return 0
        return open_window(made.desk)

    return Verb(
        "demo",
        lambda: tr("用样例工作簿做一个演示：读入、评分、画出等次确认表，然后打开窗口"),
        (),
        (
            Option("--out", lambda: tr("放在哪个文件夹（默认 ./demo）；其中此前的演示会被替换"), "DIR"),
            Option("--no-window", lambda: tr("不打开窗口")),
        ),
        carry_out,
    )


def _tell(made: "Demonstration") -> None:
    scores = made.scores
    ranked = [person for person in scores.people if person.rank is not None]
    excellent = [p for p in sorted(ranked, key=lambda p: p.rank or 0) if p.proposed_grade is Grade.EXCELLENT]
    reviewed = [person for person in scores.people if person.review_required]
    say(tr("演示数据：{office} {year} 年度", office=made.office, year=scores.year))
    for outcome in made.imported.outcomes:
        say(tr("  读入《{workbook}》{count} 项", workbook=outcome.workbook, count=outcome.added))
    say(tr("  评分 {people} 人，参加排名 {ranked} 人", people=len(scores.people), ranked=len(ranked)))
    say("  " + quota_in_words(scores))
    say(tr("  建议优秀：{names}", names=tr("、").join(person.name for person in excellent)))
    say(tr("  定等次前须评审：{names}", names=tr("、").join(person.name for person in reviewed)))
    say(tr("  一轮民主测评：三十人在测评间和测评票上评二十人，录入有一处差错被监票人查出，计票后公布"))
    say(tr("  采用三类人员的方案，逐月公布；提名、委员会审议、公示并关闭，收到两件异议和一份迟到的处分决定"))
    say(tr("  复核和更正改变三人等次，重新公示；院党组决定，送达并签字（一人拒签），签章，归档"))
    say(tr("台账文件：{path}", path=made.desk))
    say(tr("等次确认表 {count} 份：{path}", count=len(made.sheets), path=made.sheets_folder))
    say(tr("月度公布表 {count} 份：{path}", count=len(made.monthly), path=made.monthly_folder))
    say(tr("民主测评的文书 {count} 份：{path}", count=len(made.rating), path=made.rating_folder))
    say(tr("审议、公示和异议的文书 {count} 份：{path}", count=len(made.closing), path=made.closing_folder))
    say(tr("复核、决定和送达的文书 {count} 份：{path}", count=len(made.result), path=made.result_folder))
    say(tr("已签章的等次确认表 {count} 份：{path}", count=len(made.sealed), path=made.sealed_folder))
    say(tr("排名和每个数的来源：{path}", path=made.ranking))
