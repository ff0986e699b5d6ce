"""What an owner is told after signing in: enough to notice that somebody else used the account."""

from datetime import datetime

from committee_desk.services.account_views import Welcome
from committee_desk.wording.acts import act_name
from committee_desk.wording.language import tr

MOST = 12


def notice_of(welcome: Welcome, *, tells: bool = False) -> str:
    """What happened to the account meanwhile, a line each; empty where there is nothing to say.

    `tells` is whether there is an administrator, and somebody else, whom its holder could tell.
    """
    lines = []
    alone, second = welcome.failed_since - welcome.refused_as_second, welcome.refused_as_second
    if alone:
        before = welcome.last_sign_in is None
        lines.append(
            tr("此前有 {count} 次密码输错。", count=alone) if before else tr("此后有 {count} 次密码输错。", count=alone)
        )
    if second:
        lines.append(tr("有 {count} 次以您的名义作第二人确认时密码输错。", count=second))
    if alone or second:
        tell = tr("不是本人所为的，请立即改密码并告诉管理员。"), tr("不是本人所为的，请立即改密码，并在日志中查明。")
        lines.append(tell[0] if tells else tell[1])
    if welcome.reset is not None:
        lines.append(tr("{by}在 {at} 重置了这个账号的密码。", by=welcome.reset.by, at=_at(welcome.reset.at)))
    if welcome.confirmed_since:
        lines.append(tr("以您的名义作过的第二人确认，不是本人所为的，请立即改密码："))
        lines += [
            tr("{at}  {act}（经办：{by}）", at=_at(each.at), act=act_name(each.act), by=each.by)
            for each in welcome.confirmed_since[:MOST]
        ]
        if len(welcome.confirmed_since) > MOST:
            lines.append(tr("共 {count} 次，其余见日志。", count=len(welcome.confirmed_since)))
    if lines:
        lines.insert(0, last_time(welcome))
    return "\n".join(lines)


def last_time(welcome: Welcome) -> str:
    """When the account was used last."""
    if welcome.last_sign_in is None:
        return tr("这个账号第一次登录。")
    return tr("上次登录：{at}。", at=_at(welcome.last_sign_in))


def _at(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")
