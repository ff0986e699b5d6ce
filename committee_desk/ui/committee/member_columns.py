"""The table of the committee's terms, and its faults in words."""

from datetime import date

from committee_desk.services.committee_views import CommitteeView, MemberRow
from committee_desk.ui.common.chips import ACCENT, NEUTRAL, OK, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.wording.committee import member_post
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence


def standing(row: MemberRow, day: date) -> Chip:
    """Whether the term runs on that day."""
    if row.member.covers(day):
        return Chip(tr("在任"), OK, "check")
    if row.member.since > day:
        return Chip(tr("未到任"), ACCENT, "clock")
    return Chip(tr("已卸任"), NEUTRAL)


def terms_spec(day: date) -> TableSpec[MemberRow]:
    """The columns."""
    return TableSpec(
        id="committee",
        columns=(
            Column("post", tr("委员会职务"), lambda row: member_post(row.member.post), 92, fits=True,
                   sort=lambda row: (not row.member.covers(day), list(type(row.member.post)).index(row.member.post))),
            Column("name", tr("姓名"), lambda row: row.member.name, 72, style=Style.NAME, fits=True),
            Column("code", tr("工号"), lambda row: row.member.code or tr("院外"), 64, style=Style.SUB, fits=True),
            Column("roster", tr("本院职务"), lambda row: row.roster_post or row.department, 110, style=Style.SUB,
                   fits=True),
            Column("since", tr("起"), lambda row: row.member.since.isoformat(), 92, sort=lambda row: row.member.since),
            Column("until", tr("止"), lambda row: row.member.until.isoformat() if row.member.until else tr("至今"), 92,
                   sort=lambda row: row.member.until or date.max),
            Column("standing", tr("状态"), lambda row: standing(row, day).text, 84,
                   chip=lambda row: standing(row, day), fits=True),
            Column("decision", tr("决定文号"), lambda row: row.member.decision, 140, style=Style.SUB, stretch=True,
                   tip=lambda row: tr("{decision}；{actor} {at} 登记", decision=row.member.decision, actor=row.actor,
                                      at=f"{row.at:%Y-%m-%d}")),
        ),
        key=lambda row: row.number,
        sort_by="post",
        dim=lambda row: not row.member.covers(day),
    )  # fmt: skip


def faults_told(view: CommitteeView) -> list[str]:
    """What is wrong with the committee, one sentence each."""
    return [sentence(each) for each in view.faults]
