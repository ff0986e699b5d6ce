"""What is found of a sheet, in a sentence."""

from collections.abc import Callable, Mapping

from committee_desk.domain.journal import groups
from committee_desk.domain.publication import CHINA
from committee_desk.services.verdicts import Flaw, Verdict
from committee_desk.wording.language import tr


def reason_in_words(verdict: Verdict) -> str | None:
    """Why a sheet is not genuine; None where it is."""
    if verdict.reason is None:
        return None
    told = _WITH_FACTS.get(verdict.reason)
    return told(verdict) if told else _plain(verdict.reason)


def _plain(reason: Flaw) -> str:
    return {
        Flaw.NOT_PDF: tr("这不是 PDF 文件。"),
        Flaw.UNSIGNED: tr("这份文件没有电子签名。"),
        Flaw.FOREIGN: tr("这份文件虽有电子签名，但不是本程序签章的考核等次确认表。"),
        Flaw.CHANGED: tr("内容在签名之后被改动过，或者文件已经损坏。"),
        Flaw.ADDED: tr("最后一个签名之后又添加了内容。"),
        Flaw.DAMAGED: tr("电子签名本身被改动过，或者已经损坏。"),
        Flaw.CHAIN: tr("签名的证书不是由这份文件所写的单位签发的。"),
        Flaw.DEMO_AS_OFFICE: tr("这份文件自称正式文书，却是用演示证书签的。"),
        Flaw.OFFICE_AS_DEMO: tr("这份文件自称演示文书，却是用单位证书签的。"),
        Flaw.UNKNOWN_TO_DESK: tr("签名的证书是本院的，但本台账没有这份签章记录。请向保管证书的人查问。"),
    }.get(reason, str(reason))


def _unknown(verdict: Verdict) -> str:
    if verdict.demo:
        return tr("这是别的电脑上的演示文书，本机不信任其证书。")
    return tr(
        "未知单位：本机不信任“{office}”的这份证书（指纹 {fingerprint}）。"
        "请与该院公示文书上印的指纹核对，一致时用 committee-desk trust 或“核验”页信任它。",
        office=verdict.office or "",
        fingerprint=groups(verdict.fingerprint or ""),
    )


def _ahead(verdict: Verdict) -> dict[str, str]:
    """By whose clock what lies ahead, in the time of China."""
    told = {"clock": verdict.clock, "ahead": verdict.ahead}
    moments = {name: f"{each.astimezone(CHINA):%Y-%m-%d %H:%M}" if each else "" for name, each in told.items()}
    return {"name": verdict.who or "", **moments}


def _replaced(verdict: Verdict) -> str:
    """By which version; the same one where it was sealed anew."""
    if verdict.replaced_by == verdict.version:
        return tr("这是第 {version} 版较早签章的一份，已被后来重新签章的同一版替代。", version=verdict.version)
    return tr("这是第 {version} 版，已被第 {newest} 版替代。", version=verdict.version, newest=verdict.replaced_by)


_WITH_FACTS: Mapping[Flaw, Callable[[Verdict], str]] = {
    Flaw.UNKNOWN_OFFICE: _unknown,
    Flaw.SIGNER_MISSING: lambda verdict: tr("还缺“{name}”的签名。", name=verdict.who or ""),
    Flaw.SIGNER_WRONG: lambda verdict: tr("应由“{name}”签名的地方，签名的不是本人。", name=verdict.who or ""),
    Flaw.TOO_EARLY: lambda verdict: tr("签名时，“{name}”的证书尚未生效。", name=verdict.who or ""),
    Flaw.EXPIRED: lambda verdict: tr("签名时，“{name}”的证书已经过期。", name=verdict.who or ""),
    Flaw.NOT_YET_VALID: lambda verdict: tr(
        "本机时间是 {clock}，而“{name}”的证书要到 {ahead} 才生效，不能认定。请先核对本机时间。", **_ahead(verdict)
    ),
    Flaw.FROM_THE_FUTURE: lambda verdict: tr(
        "本机时间是 {clock}，而“{name}”签名的时间是 {ahead}，在此之后，不能认定。请先核对本机时间。", **_ahead(verdict)
    ),
    Flaw.REPLACED: _replaced,
}


def verdict_in_words(verdict: Verdict) -> str:
    """The answer in one line."""
    if not verdict.genuine:
        return tr("不是真的：{reason}", reason=reason_in_words(verdict) or "")
    if verdict.demo:
        return tr("是真的（演示文书），未被改动。")
    return _with_foreign_seal(tr("是真的，未被改动。"), verdict)


def _with_foreign_seal(answer: str, verdict: Verdict) -> str:
    """A seal that was taken over may bear another name than the sheet's office: whoever reads it is told both."""
    if verdict.headed is None:
        return answer
    return tr(
        "{answer}注意：文书的单位是“{headed}”，印章证书却是“{office}”的，请向发文单位核实。",
        answer=answer,
        headed=verdict.headed,
        office=verdict.office or "",
    )


def answer_in_words(verdict: Verdict) -> str:
    """The answer in a word or two, as it stands large on the screen."""
    if verdict.genuine:
        return tr("真")
    return {
        Flaw.REPLACED: tr("已被替代"),
        Flaw.UNKNOWN_TO_DESK: tr("存疑"),
        Flaw.UNKNOWN_OFFICE: tr("不能认定"),
        Flaw.NOT_YET_VALID: tr("不能认定"),
        Flaw.FROM_THE_FUTURE: tr("不能认定"),
    }.get(verdict.reason or Flaw.CHANGED, tr("不真"))


def sentence_of(verdict: Verdict) -> str:
    """Why, in one sentence, as it stands beside the facts."""
    if verdict.genuine:
        return _with_foreign_seal(tr("由下列签名人签章，内容未被改动。"), verdict)
    if verdict.reason is Flaw.UNKNOWN_OFFICE and not verdict.demo:
        return tr(
            "本机还不信任“{office}”的这份证书，不能认定是不是该院签的。请与该院纸面文书上印的指纹核对。",
            office=verdict.office or "",
        )
    return reason_in_words(verdict) or ""


def withdrawn_words(verdict: Verdict) -> str:
    """Since when a certificate that signed signs no more, where the desk at hand knows; empty where none does."""
    if verdict.withdrawn is None:
        return ""
    day = verdict.withdrawn.astimezone(CHINA).date().isoformat()
    if verdict.reason is Flaw.UNKNOWN_TO_DESK:
        return tr("证书已于 {day} 停用。", day=day)
    return tr("证书已于 {day} 停用，停用以前签的仍然算数。", day=day)
