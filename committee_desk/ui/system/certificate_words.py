"""Certificates in words: what each is for, and how it stands."""

from datetime import datetime

from committee_desk.domain.sealing import CertificateKind
from committee_desk.services.certificate_views import CertificateRow
from committee_desk.ui.common.chips import NEUTRAL, OK, WARN, Chip
from committee_desk.wording.language import tr, tr_n

SOON = 60
"""So many days before its end a certificate is called to mind."""


def kind_name(kind: CertificateKind) -> str:
    """What a certificate is for."""
    return {
        CertificateKind.ROOT: tr("本院根证书"),
        CertificateKind.ISSUER: tr("签发证书"),
        CertificateKind.SEAL: tr("院印证书"),
        CertificateKind.SIGNER: tr("个人证书"),
    }[kind]


def state_chip(row: CertificateRow, now: datetime) -> Chip:
    """How a certificate stands."""
    if row.withdrawn is not None:
        day = row.withdrawn.date().isoformat()
        return Chip(tr("已停用"), NEUTRAL, "circle-x", tr("{day} 停用；以前签的照样有效", day=day))
    if now >= row.until:
        return Chip(tr("已过期"), WARN, "calendar-off", tr("不能再签；以前签的照样有效"))
    left = (row.until - now).days
    if left <= SOON:
        return Chip(tr_n("还有 {count} 天", "还有 {count} 天", left), WARN, "calendar-due", tr("请及早更换"))
    return Chip(tr("有效"), OK, "circle-check")


def whose(row: CertificateRow) -> str:
    """Whose it is, with what tells namesakes apart."""
    mark = row.code or row.login
    return tr("{name}（{mark}）", name=row.holder, mark=mark) if mark else row.holder
