"""Sentences of a check about certificates and sealed sheets."""

from committee_desk.wording.checks_parts import Facts, Told, restore
from committee_desk.wording.language import tr


def _certificate(facts: Facts) -> str:
    return tr("第 {number} 号证书（{holder}）的种类、指纹、签发者或密钥不对（第 {entry} 条日志）。", **facts)


def _bytes(facts: Facts) -> str:
    return tr("{year} 年度 {code} 第 {version} 版已签章确认表的内容不在台账里（第 {entry} 条日志）。", **facts)


def _signer(facts: Facts) -> str:
    return tr("{year} 年度 {code} 第 {version} 版确认表的签章所用的证书不在台账里（第 {entry} 条日志）。", **facts)


def _head(facts: Facts) -> str:
    return tr("{year} 年度 {code} 第 {version} 版确认表签章时的日志头在日志里找不到（第 {entry} 条日志）。", **facts)


def _steps(facts: Facts) -> str:
    return tr("{year} 年度 {code} 第 {version} 版确认表的签名次序不对或缺少一步（第 {entry} 条日志）。", **facts)


OF_SIGNING: dict[str, Told] = {
    "signing.certificate": (_certificate, restore),
    "signing.bytes": (_bytes, restore),
    "signing.signer": (_signer, restore),
    "signing.head": (_head, restore),
    "signing.steps": (_steps, restore),
}
"""By code: what is said, and what to do about it."""
