"""The acts on certificates, seals and signatures in words."""

import json
from collections.abc import Callable

from committee_desk.services.views import JournalRow
from committee_desk.wording.language import tr, tr_n


def signing_act(verb: str) -> str | None:
    """What was done; None of other acts."""
    return {
        "certificates.make": tr("生成本院签章证书"),
        "certificates.take_over": tr("导入本院签章证书"),
        "certificates.issue": tr("签发个人证书"),
        "certificates.demonstrate": tr("使用演示证书"),
        "certificates.withdraw": tr("停用证书"),
        "certificates.draw": tr("打印证书登记单"),
        "signing.seal": tr("加盖电子院印"),
        "signing.sign": tr("电子签名"),
        "signing.refused": tr("PIN 或签章口令错误"),
        "signing.locked": tr("暂停使用签章密钥"),
        "signing.unlock": tr("输对 PIN 或签章口令"),
        "signing.write": tr("打印或导出已签章的确认表"),
    }.get(verb)


def _holder(row: JournalRow) -> str:
    return str(json.loads(row.what)["holder"])


def _sheets(row: JournalRow) -> str:
    told = json.loads(row.what)
    codes = list(told["sheets"])
    if len(codes) == 1:
        return tr("{year} 年度 {codes}", year=told["year"], codes=codes[0])
    return tr_n("{year} 年度，共 {count} 人", "{year} 年度，共 {count} 人", len(codes), year=told["year"])


SIGNING_OBJECTS: dict[str, Callable[[JournalRow], str]] = {
    **dict.fromkeys(
        ("certificates.make", "certificates.take_over", "certificates.issue", "certificates.demonstrate",
         "certificates.withdraw", "certificates.draw"),
        _holder,
    ),
    **dict.fromkeys(("signing.seal", "signing.sign", "signing.write"), _sheets),
}  # fmt: skip
"""What each of them was done to."""
