"""What 评分录入 owes on 工作台."""

from committee_desk.domain.roles import Role, Way
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.entry_owed import owed
from committee_desk.services.entry_views import EventField, RowTyped
from committee_desk.services.views import Owed
from committee_desk.storage.work import SqlWork
from committee_desk.wording.overview import owed_detail, owed_title
from tests.conftest import NOW, frozen_clock
from tests.services.seated_desks import account, first_accounts, sit
from tests.services.typing_desks import whole

F = EventField


def lines(desk: Desk) -> list[Owed]:
    with SqlWork(desk.path, None, frozen_clock).reading() as uow:
        return list(owed(uow, 2026, NOW.date(), {"J010": "姚玉伟", "J011": "段丽"}))


def test_nothing_is_owed_while_nothing_was_typed(sample_desk: Desk) -> None:
    assert lines(sample_desk) == []


def test_drafts_and_papers_claimed_twice_are_owed(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.entry.enter(actor, 2026, 12, RowTyped({F.CODE: "J010"}))
    sample_desk.entry.enter(actor, 2026, 3, RowTyped({F.CODE: "J011"}))
    for reason in ("课题", "论文"):
        sample_desk.entry.enter(actor, 2026, 12, whole(title="论量刑", reason=reason))
    assert [(line.kind, line.facts) for line in lines(sample_desk)] == [
        ("event_drafts", {"count": 2, "month": 3, "number": 2}),
        ("papers_claimed", {"count": 1, "title": "论量刑", "month": 12, "number": 3}),
    ]
    assert [owed_title(line) for line in lines(sample_desk)] == ["2 条加减分草稿未计入", "1 项成果被重复申报"]
    assert owed_detail(lines(sample_desk)[0]).startswith("最早的在3月")


def test_in_strict_what_waits_for_approval_is_owed_apart(sample_desk: Desk) -> None:
    roles = (Role.OPERATOR, Role.REVIEWER, Role.ADMINISTRATOR, Role.AUDITOR)
    first_accounts(sample_desk, Actor("周敏"), Way.STRICT, [account(role) for role in roles])
    sample_desk.entry.enter(sit(sample_desk, Role.OPERATOR), 2026, 12, whole(approver=""))
    assert [(line.kind, line.facts["count"]) for line in lines(sample_desk)] == [("events_waiting", 1)]
