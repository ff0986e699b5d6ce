"""The words of objections (异议): what they are about, how one stands, what happened, what the other person is told."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from committee_desk.domain.objections import Matter, ObjectionMove, ObjectionState
from committee_desk.services.objection_views import Checked, HeldObjection, ObjectionRow, Step, Turning
from committee_desk.wording.language import tr, tr_n

HOUR = 60
DAY = 24 * HOUR


def matter_name(matter: Matter) -> str:
    """What is objected to, as form 4 lists it."""
    return {
        Matter.GRADE: tr("等次"),
        Matter.SCORE: tr("得分"),
        Matter.RANK: tr("名次"),
        Matter.PROCEDURE: tr("程序"),
        Matter.OTHER: tr("他人结果"),
    }[matter]


def matter_names(matters: Iterable[Matter]) -> str:
    """All that is objected to."""
    return tr("、").join(map(matter_name, matters))


def state_name(state: ObjectionState) -> str:
    """How an objection stands."""
    return {
        ObjectionState.RECEIVED: tr("已收件"),
        ObjectionState.ACCEPTED: tr("已受理"),
        ObjectionState.REFUSED: tr("不予受理"),
        ObjectionState.ROUTED: tr("转结果通知后复核"),
        ObjectionState.WITHDRAWN: tr("已撤回"),
        ObjectionState.UPHELD: tr("复核维持"),
        ObjectionState.CHANGED: tr("复核变更"),
    }[state]


def move_act(move: ObjectionMove) -> str:
    """What can be done with an objection."""
    return {
        ObjectionMove.ACCEPT: tr("受理"),
        ObjectionMove.REFUSE: tr("不予受理"),
        ObjectionMove.ROUTE: tr("转结果通知后复核"),
        ObjectionMove.WITHDRAW: tr("撤回异议"),
    }[move]


def step_name(step: Step) -> str:
    """What happened to an objection."""
    return {
        "objection.register": tr("登记"),
        "objection.correct": tr("更正登记"),
        "objection.inform": tr("告知本人"),
        "objection.accept": tr("受理"),
        "objection.refuse": tr("不予受理"),
        "objection.route": tr("转结果通知后复核"),
        "objection.withdraw": tr("撤回"),
        "proceeding.decide": tr("复核决定"),
    }[step.verb]


def lasting(minutes: int) -> str:
    """How long something lasted: minutes up to an hour, then hours and minutes, then days and hours."""
    if minutes < HOUR:
        return tr_n("{count} 分钟", "{count} 分钟", minutes)
    if minutes < DAY:
        hours, rest = divmod(minutes, HOUR)
        return tr("{hours} 小时 {minutes} 分钟", hours=hours, minutes=rest)
    days, rest = divmod(minutes, DAY)
    return tr("{days} 天 {hours} 小时", days=days, hours=rest // HOUR)


def between(earlier: datetime, later: datetime) -> str:
    """How long after the one the other was."""
    return lasting((later - earlier) // timedelta(minutes=1))


def timeliness(held: HeldObjection | Checked, nth_day: int | None) -> str:
    """Whether it came in time: on which day of the window, or how much too late."""
    if not held.in_time:
        return tr("逾期（{late}）", late=lasting(held.minutes_late))
    return tr("公示期内，第 {day} 天", day=nth_day) if nth_day else tr("公示期内")


def answer_until(day: str) -> str:
    """By when the answer is owed: the day itself counts."""
    return tr("{day}（含当日）前", day=day)


def put_right(row: ObjectionRow) -> str:
    """That the time of receipt was corrected, and from what; empty where it never was."""
    first = row.received_first
    return tr("更正，原登记 {at}", at=f"{first:%Y-%m-%d %H:%M}") if first else ""


def what_follows(checked: Checked) -> str:
    """What registering would come to, under the field of the time of receipt."""
    if not checked.in_time:
        return tr(
            "已过截止时间 {cut_off}，逾期 {late}：照样登记并出具回执，转结果通知后复核。",
            cut_off=f"{checked.cut_off:%Y-%m-%d %H:%M}",
            late=lasting(checked.minutes_late),
        )
    if checked.calendar_missing:
        return tr("{year} 年的放假通知还没有导入，请填写答复期限。", year=checked.calendar_missing)
    return tr("答复期限 {day}（含当日）", day=checked.answer_by)


def what_turns(turning: Turning) -> str:
    """What putting the time of receipt right would change, before it is confirmed."""
    now = turning.now
    after = tr("逾期 {late}", late=lasting(now.minutes_late)) if not now.in_time else tr("公示期内")
    if not turning.turns:
        told = [tr("仍为{after}", after=after)]
    elif now.in_time:
        told = [tr("由逾期改为公示期内，须两人办理")]
    else:
        told = [tr("由公示期内改为{after}，须两人办理", after=after)]
    if turning.decided_anew:
        told.append(tr("已办的结果作废，重新办理"))
    if now.in_time and now.answer_by is not None and now.answer_by != turning.answer_was:
        told.append(tr("答复期限改为 {day}", day=now.answer_by))
    return tr("；").join(told)


def next_of(row: ObjectionRow) -> str:
    """What the objection waits for, in the register."""
    if row.state is ObjectionState.RECEIVED and not row.held.in_time:
        return tr("待转结果通知后复核")
    if row.state is ObjectionState.RECEIVED:
        return tr("待受理")
    if row.state is ObjectionState.ACCEPTED:
        return tr("待答复")
    return ""


def _on_paper(day: date) -> str:
    return tr("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)


def told_to_other(row: ObjectionRow, office: str, day: datetime, notice: str = "") -> str:
    """What the person is told whose result is objected to: that it is, about what, and nothing of who objects.

    `notice` is the title of the notice that it is against, as it was printed.
    """
    matters = [each for each in row.held.matters if each is not Matter.OTHER]
    about = tr("（{matters}）", matters=matter_names(matters)) if matters else ""
    return tr(
        "{name}：\n"
        "在《{notice}》（第 {version} 版）公示期间，有人书面对您的考核结果{about}提出异议，编号 {label}。"
        "考评委员会将依照规定办理。您可以在 {answer}（含当日）前提交书面说明和证据。"
        "按照规定，不告知异议人姓名。\n"
        "{office}\n"
        "{day}",
        name=row.other_name,
        notice=notice or tr("{year} 年度考核等次公示", year=row.held.year),
        version=row.held.version,
        about=about,
        label=row.label,
        answer=_on_paper(row.held.answer_by),
        office=office,
        day=_on_paper(day.date()),
    )
