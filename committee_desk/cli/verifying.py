"""`verify` and `trust`: whether a sheet is genuine, and whose seals this PC takes for genuine."""

from committee_desk.cli.grammar import Given, Option, Verb, Word
from committee_desk.cli.speech import answer, say
from committee_desk.domain.journal import groups
from committee_desk.services.verdicts import Verdict
from committee_desk.wording.language import tr
from committee_desk.wording.signing_refusals import signer_role
from committee_desk.wording.verdicts import reason_in_words, verdict_in_words


def _verify(given: Given) -> int:
    from committee_desk.documents.signing_on_demand import verify  # noqa: PLC0415 - most of a second

    verdict = verify(given.path("PDF"))
    if given.has("--json"):
        answer(verdict_answer(verdict))
    else:
        _tell(verdict)
    return 0 if verdict.genuine else 1


def verdict_answer(verdict: Verdict) -> dict[str, object]:
    """The answer of `verify --json`."""
    return {
        "genuine": verdict.genuine,
        "demo": verdict.demo,
        "signers": [{"name": each.name, "signed_at": each.signed_at.isoformat()} for each in verdict.signers],
        "person": verdict.person,
        "year": verdict.year,
        "version": verdict.version,
        "reason": reason_in_words(verdict),
    }


def _tell(verdict: Verdict) -> None:
    say(verdict_in_words(verdict))
    if verdict.person is None:
        return
    say(
        tr(
            "{office}，{year} 年度，{name}（{code}），第 {version} 版",
            office=verdict.office or "",
            year=verdict.year,
            name=verdict.name or "",
            code=verdict.person,
            version=verdict.version,
        )
    )
    for each in verdict.signers:
        at = f"{each.signed_at:%Y-%m-%d %H:%M}"
        say(tr("{at}　{role}：{name}", at=at, role=signer_role(each.role), name=each.name))


def _trust(given: Given) -> int:
    from committee_desk.documents.signing_on_demand import LazyTrust  # noqa: PLC0415 - most of a second

    office = LazyTrust().trust(given.path("CERT.pem"), given.text("--fingerprint"))
    say(
        tr(
            "本机从此信任“{name}”的证书，有效期至 {until}，指纹 {fingerprint}。",
            name=office.name,
            until=office.until.date().isoformat(),
            fingerprint=groups(office.fingerprint),
        )
    )
    return 0


VERIFY = Verb(
    "verify",
    lambda: tr("核验一份确认表：是不是真的、有没有被改动；不需要台账文件，也不联网"),
    (Word("PDF", lambda: tr("已签章的确认表")),),
    (Option("--json", lambda: tr("以 JSON 输出")),),
    _verify,
)

TRUST = Verb(
    "trust",
    lambda: tr("在本机信任一个单位的证书，指纹须与该院文书上印的一致"),
    (Word("CERT.pem", lambda: tr("该院导出的证书文件")),),
    (Option("--fingerprint", lambda: tr("文书上印的指纹，16 组，每组 4 个字符（必填）"), "GROUPS", needed=True),),
    _trust,
)
