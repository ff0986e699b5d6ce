"""Sentences for what the booth refuses. The rater reads most of them: they name no code and nobody who votes."""

from committee_desk.services.booth_views import (
    BoothCutOff,
    BoothEnded,
    BoothHalfBlank,
    BoothLineRefused,
    BoothStranger,
    BoothTaken,
    BoothTooManyExcellent,
    CodeMistyped,
    CodeOfAnotherRound,
    CodeUnknown,
    CodeUsed,
    NobodyInBooth,
    NoCodesToMake,
    NoRater,
    NoRaterNamed,
    OwnLine,
    RaterHasVoted,
    TooFewWait,
)
from committee_desk.wording.language import tr
from committee_desk.wording.said import quoted
from committee_desk.wording.saying import says
from committee_desk.wording.slip_refusals import line_may_say


@says(CodeMistyped)
def _mistyped(_error: CodeMistyped) -> str:
    return tr("验证码漏了或错了一个字符。请对照信封里的纸条重新输入。")


@says(CodeUnknown)
def _unknown(_error: CodeUnknown) -> str:
    return tr("这个验证码已经换发，不能再用。请用最近发给您的信封，或者向工作人员重新领取。")


@says(CodeOfAnotherRound)
def _another_round(error: CodeOfAnotherRound) -> str:
    return tr("这个验证码是别的测评轮次的，不能用于 {label}。请使用本轮的信封。", label=error.label)


@says(CodeUsed)
def _used(_error: CodeUsed) -> str:
    return tr("这个验证码已经投过票，每个验证码只能投一次。不是您本人投的，请立即告诉工作人员。")


@says(BoothTaken)
def _taken(_error: BoothTaken) -> str:
    return tr("测评间里还有一张没有投出的票。请先投出，或者退出后再输入验证码。")


@says(NobodyInBooth)
def _nobody(_error: NobodyInBooth) -> str:
    return tr("测评间里没有打开的票：已经投出或者退出。请重新输入验证码。")


@says(OwnLine)
def _own_line(_error: OwnLine) -> str:
    return tr("您本人的一行不能打分。请去掉后再投票。")


@says(BoothLineRefused)
def _line(error: BoothLineRefused) -> str:
    return tr(
        "{name}一行不能填“{text}”，{rule}。请改正。",
        name=error.name,
        text=quoted(error.text),
        rule=line_may_say(error.kind),
    )


@says(BoothStranger)
def _stranger(error: BoothStranger) -> str:
    return tr("票上没有工号 {code} 这个人。请退出后重新输入验证码。", code=quoted(error.code))


@says(BoothHalfBlank)
def _half_blank(_error: BoothHalfBlank) -> str:
    return tr("空白超过一半，这样的票无效。请把空白的行打分；不愿评价的，选弃权。")


@says(BoothTooManyExcellent)
def _too_many_excellent(error: BoothTooManyExcellent) -> str:
    return tr(
        "评为优秀的有 {found} 人，每票最多 {most} 人，这样的票无效。请改到 {most} 人以内。",
        found=error.found,
        most=error.most,
    )


@says(NoCodesToMake)
def _no_codes(error: NoCodesToMake) -> str:
    return tr("{label} 的投票人都已有验证码。要换发，请指明是谁的信封。", label=error.label)


@says(NoRaterNamed)
def _nobody_named(error: NoRaterNamed) -> str:
    return tr("没有指明给谁换发 {label} 的验证码。请先选定投票人。", label=error.label)


@says(NoRater)
def _no_rater(error: NoRater) -> str:
    return tr("{label} 的投票人中没有工号 {code}。请核对。", label=error.label, code=quoted(error.code))


@says(RaterHasVoted)
def _has_voted(error: RaterHasVoted) -> str:
    return tr("{name}已在测评间投过票，不能再发验证码。", name=error.name)


@says(BoothEnded)
def _ended(error: BoothEnded) -> str:
    if error.cast:
        return tr("{label} 已经结束，您的这张票没有计入。请离开这张票，并告诉工作人员。", label=error.label)
    return tr("{label} 已经结束，不再接收投票。请告诉工作人员。", label=error.label)


@says(BoothCutOff)
def _cut_off(error: BoothCutOff) -> str:
    return tr(
        "{label} 的测评间在另一个窗口里还有票等候，或者中断过，这些票没有写入。窗口还开着的，请在那里关闭计票；"
        "确已中断的，请没有写入的人再投，登记“已请过”以后再关闭。",
        label=error.label,
    )


@says(TooFewWait)
def _too_few_wait(error: TooFewWait) -> str:
    return tr(
        "{ballot_class} 票在测评间只有 {waiting} 张等候合并，不足 {least} 张，现在计票会暴露是谁投的。"
        "请再请这一票类的人来投，或者退回这几张，请他们改投纸质票。",
        ballot_class=error.ballot_class,
        waiting=error.waiting,
        least=error.least,
    )
