"""One person's card as a list of facts: stays, leave and decisions, each with its source."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from committee_desk.domain.people import Stay
from committee_desk.domain.standing import Leave, Sanction
from committee_desk.services.history_views import FactKind
from committee_desk.services.relation_views import ChargeRow, RelationRow
from committee_desk.services.views import PersonCard, Traced
from committee_desk.ui.common.fact_list import Fact
from committee_desk.ui.common.history import Recorded
from committee_desk.ui.common.source_box import Origin
from committee_desk.ui.people.columns import category_word
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.kinship import kinship_name
from committee_desk.wording.language import standing_alone, tr, tr_n


def span(since: date | None, until: date | None) -> str:
    """From when to when."""
    return tr(
        "{since} 至 {until}",
        since=since.isoformat() if since else tr("入院起"),
        until=until.isoformat() if until else tr("今"),
    )


class Standing(Enum):
    """How much of decisions on a person is to be shown."""

    BARRED = auto()
    CLOSED = auto()
    OPEN = auto()


@dataclass(frozen=True, slots=True)
class Relations:
    """One person's relatives, and the charges that concern the person: given to them, or of their department."""

    kin: tuple[RelationRow, ...] = ()
    charges: tuple[ChargeRow, ...] = ()


def card_facts(card: PersonCard, standing: Standing, relations: Relations) -> list[Fact]:
    """Everything recorded, newest stay first; decisions only once they were opened."""
    facts = [Fact(tr("任职"), tr("{count} 段", count=len(card.stays)), heading=True)]
    facts += [_stay(each) for each in reversed(card.stays)]
    facts.append(Fact(tr("亲属关系"), tr_n("{count} 人", "{count} 人", len(relations.kin)), heading=True))
    facts += [_relative(each) for each in relations.kin]
    facts.append(Fact(tr("分管"), str(len(relations.charges)), heading=True))
    facts += [_charge(each, card.code) for each in relations.charges]
    if standing is Standing.BARRED:
        return [*facts, Fact(tr("请假、处分与调查"), heading=True), _barred()]
    facts.append(Fact(tr("请假"), tr("{count} 次", count=len(card.leave)), heading=True))
    facts += [_leave(each) for each in card.leave]
    if standing is Standing.CLOSED:
        return [*facts, Fact(tr("处分与调查"), heading=True), _closed()]
    facts.append(Fact(tr("处分与调查"), tr("{count} 件", count=len(card.sanctions)), heading=True))
    facts += [_sanction(each) for each in card.sanctions]
    return facts


def _barred() -> Fact:
    """The same for everybody, whether there is anything or not."""
    return Fact(tr("另行确定"), more=tr("只有检务督察和委员会秘书可以查看"), role="mut")


def _closed() -> Fact:
    return Fact(tr("未打开"), more=tr("按上方“查看处分与调查”打开，记入日志"), role="mut")


def _stay(traced: Traced[Stay]) -> Fact:
    stay = traced.fact
    words = [span(stay.since, stay.until), category_word(stay.category)]
    if stay.post:
        words.append(stay.post)
    if stay.rank:
        words.append(stay.rank)
    right = tr("办案系数 {factor}", factor=f"{stay.factor:f}") if stay.factor != 1 else ""
    return Fact(
        stay.department,
        right,
        " · ".join(dict.fromkeys(words)),
        Origin(traced.source, ("部门", "到岗日期", "离岗日期")),
        recorded=Recorded(FactKind.STAY, (stay.code, stay.department, stay.since)),
    )


def _relative(row: RelationRow) -> Fact:
    held = row.relationship
    more = " · ".join(word for word in (held.other_code or tr("院外"), held.note) if word)
    return Fact(held.other, standing_alone(kinship_name(held.kind)), more)


def _charge(row: ChargeRow, code: str) -> Fact:
    """A department that the person leads, or the leader of the person's own department."""
    held, days = row.charge, span(row.charge.since, row.charge.until)
    if held.code == code:
        return Fact(held.department, tr("部门负责人") if row.heads else tr("本人分管"), days)
    if row.heads:
        return Fact(row.name, tr("{department}负责人", department=held.department), days)
    return Fact(row.name, tr("分管{department}", department=held.department), days)


def _leave(traced: Traced[Leave]) -> Fact:
    leave = traced.fact
    days = (leave.until - leave.since).days + 1
    return Fact(
        dictionary_word(leave.kind),
        tr("{days} 天", days=days),
        span(leave.since, leave.until),
        Origin(traced.source, ("种类", "起", "止")),
        recorded=Recorded(FactKind.LEAVE, (leave.code, leave.kind, leave.since)),
    )


def _sanction(traced: Traced[Sanction]) -> Fact:
    sanction = traced.fact
    words = [sanction.document, tr("决定 {day}", day=sanction.decided.isoformat())]
    if sanction.closed is not None:
        words.append(tr("结案 {day}", day=sanction.closed.isoformat()))
    if sanction.note:
        words.append(sanction.note)
    right = tr("{years} 年", years=sanction.term) if sanction.term else ""
    return Fact(
        dictionary_word(sanction.kind),
        right,
        " · ".join(words),
        Origin(traced.source, ("种类",)),
        role="warn",
        recorded=Recorded(FactKind.SANCTION, (sanction.code, sanction.document)),
    )
