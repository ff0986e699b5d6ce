"""`sheets`: grade sheets as PDF."""

from committee_desk.cli.grammar import Given, Option, Verb
from committee_desk.cli.scoring import DESK_FILE, YEAR
from committee_desk.cli.session import seated, warn_of_leaving, year_of
from committee_desk.cli.speech import say
from committee_desk.wording.language import tr, tr_n


def _sheets(given: Given) -> int:
    desk = seated(given)
    codes = (given.text("--person"),) if given.has("--person") else None
    year, final = year_of(given, desk), given.has("--final")
    drawn = desk.sheets.draw(desk.seat.actor, year, codes, given.path("--out"), final=final)
    say(tr_n("已写成 {count} 份考核等次确认表：{folder}", "已写成 {count} 份考核等次确认表：{folder}", len(drawn),
             folder=given.text("--out")))  # fmt: skip
    warn_of_leaving(desk)
    return 0


SHEETS = Verb(
    "sheets",
    lambda: tr("考核等次确认表，每人一个 PDF 文件；院党组决定前为未定稿"),
    (DESK_FILE,),
    (
        Option("--out", lambda: tr("存放的文件夹（必填），没有就新建"), "DIR", needed=True),
        Option("--person", lambda: tr("只要这一个工号的"), "CODE"),
        Option("--final", lambda: tr("只要院党组已决定的定稿")),
        YEAR,
    ),
    _sheets,
)
