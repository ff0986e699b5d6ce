"""进程 of a re-review: what happened, with who and when, then what is still to come."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from committee_desk.domain.committee import ItemKind, MeetingState
from committee_desk.domain.proceedings import FactChange, Motion, ProceedingKind, ProceedingState
from committee_desk.services.clock import CHINA
from committee_desk.services.effect_views import InformingRow
from committee_desk.services.meeting_views import MeetingRow
from committee_desk.services.proceeding_views import ProceedingCard, ProceedingStep
from committee_desk.ui.objections.progress import Stop
from committee_desk.wording.committee import meeting_state
from committee_desk.wording.days import short
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.proceedings import change_name, lack_name, proposal_name, step_name

NAMED = 3
"""So many names stand in a line; more are counted."""


def stops_of(card: ProceedingCard, told: Iterable[InformingRow], meeting: MeetingRow | None) -> list[Stop]:
    """Everything, from the opening to the last person who is told."""
    return [*_so_far(card.steps), *_to_come(card, meeting), *_after(card, tuple(told))]


def _so_far(steps: Iterable[ProceedingStep]) -> list[Stop]:
    """Each step, declarations that followed each other in one."""
    made: list[Stop] = []
    signed: list[str] = []
    for step in steps:
        stop = _happened(step)
        if step.verb == "proceeding.declare":
            signed.append(step.facts.get("examiners", ""))
            if len(signed) > 1:
                made.pop()
            names = tr("、").join(signed)
            stop = replace(stop, detail=tr("，").join((names, tr("{actor}登记", actor=step.actor))))
        else:
            signed = []
        made.append(stop)
    return made


def meeting_on(label: str, meetings: Iterable[MeetingRow]) -> MeetingRow | None:
    """The newest meeting, not called off, with a question on that re-review: its item bears the number."""
    found = [
        row
        for row in meetings
        if row.held.state is not MeetingState.WITHDRAWN
        and any(each.kind is ItemKind.REVIEW and label in each.title for each in row.held.agenda)
    ]
    return found[-1] if found else None


def moment(at: datetime) -> str:
    """2月10日 15:40."""
    here = at.astimezone(CHINA)
    return f"{short(here.date())} {here:%H:%M}"


def _happened(step: ProceedingStep) -> Stop:
    facts = step.facts
    what = {
        "proceeding.open": lambda: tr("承办人 {names}", names=_names(facts)),
        "proceeding.appoint": lambda: tr("承办人 {names}；{why}", names=_names(facts), why=facts.get("why", "")),
        "proceeding.declare": lambda: facts.get("examiners", ""),
        "proceeding.find": lambda: _found(facts.get("changes", "0")),
        "proceeding.hear": lambda: tr("{name}：{said}", name=facts.get("name", ""), said=facts.get("said", "")),
        "proceeding.lay": lambda: tr("{motion}：{reasons}", motion=_motion(facts.get("motion", "")),
                                     reasons=facts.get("reasons", "")),
        "proceeding.decide": lambda: facts.get("document", ""),
        "proceeding.withdraw": lambda: facts.get("why", ""),
        "proceeding.serve": lambda: facts.get("by", ""),
    }.get(step.verb, str)()  # fmt: skip
    said = what.rstrip("。.")  # reasons end as sentences do, and the line goes on
    detail = tr("，").join(part for part in (said, tr("{actor}登记", actor=step.actor)) if part)
    return Stop(step_name(step.verb), detail, moment(step.at))


def _names(facts: Mapping[str, str]) -> str:
    """Who examines, as the spoken language lists them."""
    return tr("、").join(facts.get("examiners", "").split("、"))


def _found(changes: str) -> str:
    count = int(changes) if changes.isdecimal() else 0
    return tr_n("有 {count} 项与原记录不同", "有 {count} 项与原记录不同", count) if count else tr("与原记录相同")


def _motion(text: str) -> str:
    return proposal_name(Motion(text)) if text in set(Motion) else text


def _to_come(card: ProceedingCard, meeting: MeetingRow | None) -> list[Stop]:
    """What is lacking, the first of it marked as what is to do now."""
    held, made = card.row.held, list[Stop]()
    for lack in card.lacks:
        detail = ""
        if lack == "declarations":
            detail = tr("{names}未签", names=tr("、").join(each.name for each in held.undeclared))
        elif lack == "hearing":
            detail = card.names.get(held.about, held.about)
        elif lack == "vote" and meeting is not None:
            detail = tr("第 {number} 次会议，{state}", number=meeting.held.number,
                        state=meeting_state(meeting.held.state))  # fmt: skip
        name = lack_name(lack)
        made.append(Stop(name[:1].upper() + name[1:], detail, _when(lack, meeting), done=False, now=not made))
    if held.open:
        due = short(card.row.due) if card.row.due is not None else ""
        made.append(Stop(paper_name(held.kind), tr("作出即送达"), tr("{day}前", day=due) if due else "", done=False))
        if held.motion is not Motion.UPHOLD:
            made.append(Stop(tr("变更部分重新公示"), tr("仅在变更时"), done=False))
    return made


def _when(lack: str, meeting: MeetingRow | None) -> str:
    return moment(meeting.held.called) if lack == "vote" and meeting is not None else ""


def _after(card: ProceedingCard, told: tuple[InformingRow, ...]) -> list[Stop]:
    """Once it is decided: it is served, and everybody whom it moved is told."""
    held = card.row.held
    if held.state not in {ProceedingState.UPHELD, ProceedingState.CHANGED}:
        return []
    made = []
    if held.served is None:
        made.append(Stop(tr("送达 {name}", name=paper_name(held.kind)), card.row.name, done=False, now=True))
    owed = [each for each in told if each.owed]
    if owed:
        names = tr("、").join(each.name for each in owed[:NAMED])
        more = tr("{names}等 {count} 人", names=names, count=len(owed))
        made.append(
            Stop(
                tr("逐人告知受影响的人"), more if len(owed) > NAMED else names, done=False, now=held.served is not None
            )
        )
    elif told:
        made.append(Stop(tr("受影响的人都已告知"), tr_n("{count} 人", "{count} 人", len(told))))
    return made


def change_words(change: FactChange, names: Mapping[str, str], indicators: Mapping[str, str]) -> str:
    """A change of one figure in a line, people and indicators by their names."""
    key = tuple(names.get(each) or indicators.get(each) or each for each in change.key)
    return change_name(change._replace(key=key))


def paper_name(kind: ProceedingKind) -> str:
    """The paper that the decision is written on."""
    return tr("更正决定书") if kind is ProceedingKind.CORRECTION else tr("复核决定书")
