"""Sentences for what accounts and the second person refuse."""

from datetime import datetime

from committee_desk.domain.names import NotUnicode
from committee_desk.services.account_refusals import (
    AccountIncomplete,
    AccountsExist,
    KeeperMissing,
    LoginTaken,
    NameUnclear,
    NoSuchAccount,
    NotAllowed,
    NotSignedIn,
    PasswordMustChange,
    PasswordRefused,
    RolesUnited,
    SameHolder,
    SecondIsFirst,
    SecondLocked,
    SecondMayNot,
    SecondNeeded,
    SecondNotAName,
    SecondWrong,
    SignInLocked,
    SignInRefused,
    SomebodyElse,
    TwoNeedWindow,
)
from committee_desk.wording.acts import act_name
from committee_desk.wording.language import tr
from committee_desk.wording.roles import right_name, roles_in_words
from committee_desk.wording.saying import says


def _clock(moment: datetime) -> str:
    return format(moment, "%H:%M:%S")


@says(NotSignedIn)
def _not_signed_in(_error: NotSignedIn) -> str:
    return tr("这个台账设有账号，还没有人登录。请先登录再试。")


@says(NotAllowed)
def _not_allowed(error: NotAllowed) -> str:
    right = right_name(error.right)
    if not error.roles:
        return tr("当前账号无权{right}。请由有此权限的人登录后办理。", right=right)
    return tr(
        "当前账号（{roles}）无权{right}。请由有此权限的人登录后办理。", roles=roles_in_words(error.roles), right=right
    )


@says(SomebodyElse)
def _somebody_else(error: SomebodyElse) -> str:
    return tr("现在登录的不是“{name}”，没有以其名义办理。请换人登录后再试。", name=error.name)


@says(PasswordMustChange)
def _password_must_change(_error: PasswordMustChange) -> str:
    return tr("账号的密码是别人设的，或已被重置。请本人先在窗口中登录，换成自己的密码，然后再办理。")


@says(SignInRefused)
def _sign_in_refused(_error: SignInRefused) -> str:
    return tr("登录名或密码不对。请核对后再试；忘记密码的，请管理账号的人重置。")


@says(SignInLocked)
def _sign_in_locked(error: SignInLocked) -> str:
    return tr("密码错误次数过多，该账号暂停登录到 {until}。请到时再试。", until=_clock(error.until))


@says(PasswordRefused)
def _password_refused(error: PasswordRefused) -> str:
    if error.why == "short":
        return tr("密码太短：至少 {least} 个字符。请换一个长的。", least=error.least)
    if error.why == "login":
        return tr("密码不能与登录名相同。请换一个。")
    if error.why == "same":
        return tr("新密码与旧密码相同。请换一个。")
    return tr("这个密码太常见，容易被猜中。请换一个。")


@says(AccountIncomplete)
def _account_incomplete(error: AccountIncomplete) -> str:
    if error.lacking == "login":
        return tr("账号缺登录名。请填写登录名。")
    if error.lacking == "holder":
        return tr("账号缺使用人。请填写使用人的姓名。")
    return tr("账号没有角色。请至少选一个角色。")


@says(NotUnicode)
def _not_unicode(_error: NotUnicode) -> str:
    return tr("输入的文字中有残缺的字符（不是 UTF-8 文字），没有办理。请重新输入。")


@says(NameUnclear)
def _name_unclear(error: NameUnclear) -> str:
    if error.why == "unseen":
        return tr("“{name}”中有看不见的字符，容易与别人混淆。请删去后重新输入。", name=error.name)
    if error.why == "mixed":
        return tr("“{name}”混用了外形相同的不同文字，如拉丁字母和西里尔字母。请用一种文字重新输入。", name=error.name)
    return tr("登录名“{name}”只能用汉字、英文字母、数字和 . _ - 组成。请换一个。", name=error.name)


@says(LoginTaken)
def _login_taken(error: LoginTaken) -> str:
    return tr("登录名“{login}”已经用过（停用的账号也占用登录名）。请换一个。", login=error.login)


@says(NoSuchAccount)
def _no_such_account(error: NoSuchAccount) -> str:
    return tr("没有登录名为“{login}”的账号，或者它已停用。请在账号列表中核对。", login=error.login)


@says(RolesUnited)
def _roles_united(error: RolesUnited) -> str:
    return tr(
        "严格方式下，管理员、审计员不得兼任其他角色：“{holder}”将兼任{roles}。请由不同的人担任。",
        holder=error.holder,
        roles=roles_in_words(error.roles),
    )


@says(KeeperMissing)
def _keeper_missing(error: KeeperMissing) -> str:
    return tr("这样一来就没有人担任{roles}了。请先把它交给另一个账号。", roles=roles_in_words(error.roles))


@says(AccountsExist)
def _accounts_exist(_error: AccountsExist) -> str:
    return tr("这个台账已经设有账号。请登录后在“系统”的“账号”中增加。")


@says(SameHolder)
def _same_holder(error: SameHolder) -> str:
    return tr("这个账号本来就由“{holder}”使用。请填写接手人的姓名；只换密码的，请用“修改密码”。", holder=error.holder)


@says(SecondNeeded)
def _second_needed(error: SecondNeeded) -> str:
    return tr("“{act}”须由第二人确认。请另一位同事到场确认后办理。", act=act_name(error.act))


@says(SecondIsFirst)
def _second_is_first(error: SecondIsFirst) -> str:
    return tr("第二人不能是经手人本人（{name}）。请由另一位同事确认。", name=error.name)


@says(SecondWrong)
def _second_wrong(_error: SecondWrong) -> str:
    return tr("第二人的登录名或密码不对，没有办理。请第二人本人核对后重新输入。")


@says(SecondLocked)
def _second_locked(error: SecondLocked) -> str:
    return tr("第二人的密码错误次数过多，该账号暂停使用到 {until}。请到时再试，或由另一位同事确认。",
              until=_clock(error.until))  # fmt: skip


@says(SecondNotAName)
def _second_not_a_name(error: SecondNotAName) -> str:
    return tr("“{name}”不是姓名。请填写在场并同意这一项的另一人的姓名。", name=error.name)


@says(SecondMayNot)
def _second_may_not(error: SecondMayNot) -> str:
    return tr("“{name}”的角色无权确认“{act}”。请由有权确认的同事确认。", name=error.name, act=act_name(error.act))


@says(TwoNeedWindow)
def _two_need_window(error: TwoNeedWindow) -> str:
    return tr("严格方式下，“{act}”须两人办理，命令行不能办。请在窗口中办理。", act=act_name(error.act))
