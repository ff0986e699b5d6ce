"""The year of the demonstration, act by act, through the same verbs that the window calls.

It adds nothing to anybody's figures: the sample office scores in the demonstration as it does anywhere. What a clerk
meets at the desk is there all the same: adopted schemes, who is in charge of whom, months published in order, December
still open with drafts that wait for a document, duty reports and opinions of which some are still missing.
"""

from datetime import date
from pathlib import Path

from committee_desk.domain.leading import Charge
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.entry_views import Line, MarkTyped
from committee_desk.services.opinion_views import Giver, Opinion
from committee_desk.services.report_views import ReportToKeep
from committee_desk.services.scheme_views import Adoption

DECISION, DECIDED = "检考评委〔2026〕1号", date(2026, 1, 14)
CHIEF, LAST_PUBLISHED, OPEN_MONTH = "J020", 11, 12
CHARGED = ("第一检察部", "第二检察部", "第三检察部", "第四检察部")
REPORTED = date(2027, 1, 8)
STILL_TO_REPORT = ("J007", "J012", "J018")
REPORT = "一年来，本人认真履行检察官职责，按期办结所承担的案件，遵守办案规范和廉洁纪律。"


def run(desk: Desk, actor: Actor, year: int, folder: Path) -> tuple[Path, ...]:
    """Carry the year on after the workbooks were read in; the monthly sheets are written into the folder."""
    _adopt(desk, actor, year)
    _know_who_leads(desk, actor)
    _publish(desk, actor, year)
    _leave_december_open(desk, actor, year)
    _gather_reports_and_opinions(desk, actor, year)
    return desk.month_sheets.draw(actor, year, LAST_PUBLISHED, folder).paths


def _adopt(desk: Desk, actor: Actor, year: int) -> None:
    """委员会在年初采用各类人员的方案 (domain rules 1.2, step 0)."""
    for category in desk.scores.categories(year):
        desk.schemes.adopt(actor, year, category, Adoption(DECISION, DECIDED), None)


def _know_who_leads(desk: Desk, actor: Actor) -> None:
    for department in CHARGED:
        desk.relations.charge(actor, Charge(department, CHIEF, date(2026, 1, 1)))
    desk.relations.relate(actor, Relationship("J010", "", "X003", Kinship.SPOUSE))


def _publish(desk: Desk, actor: Actor, year: int) -> None:
    """逐月关账、公布; what the sample office lacks is accepted with a reason, as a clerk would."""
    for month in range(1, LAST_PUBLISHED + 1):
        why = "样例数据按现状公布" if desk.months.missing(year, month) else ""
        desk.months.close(actor, year, month, why)
        desk.months.publish(actor, year, month)


def _leave_december_open(desk: Desk, actor: Actor, year: int) -> None:
    """Two marks under a batch line whose document has not come yet: drafts, owed and not counted."""
    desk.entry.put_line(actor, year, OPEN_MONTH, Line("skill", 1, "四季度业务培训结业"))
    marks = [MarkTyped("J003", "skill", "1"), MarkTyped("J011", "skill", "1.5")]
    desk.entry.block(actor, year, OPEN_MONTH, marks)


def _gather_reports_and_opinions(desk: Desk, actor: Actor, year: int) -> None:
    for row in desk.reports.rows(year):
        if row.missing and row.code not in STILL_TO_REPORT:
            desk.reports.put(actor, year, ReportToKeep(row.code, REPORTED, REPORT), None)
    for giver, kind, said in (
        ("人大代表甲", Giver.DEPUTY, "检察建议回复及时，建议多到基层听取意见。"),
        ("人民监督员乙", Giver.SUPERVISOR, "参加公开听证两次，程序规范，释法说理充分。"),
    ):
        desk.opinions.put(actor, year, Opinion(giver, kind, date(2026, 12, 15), said), None, None)
