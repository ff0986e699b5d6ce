"""Sentences for what certificates, seals and signatures refuse."""

from collections.abc import Sequence
from datetime import datetime

from committee_desk.domain.journal import groups
from committee_desk.domain.sealing import CertificateKind, SignerRole
from committee_desk.services.certificate_refusals import (
    CertificateExpired,
    DemonstrationNotTrusted,
    FileUnreadable,
    FingerprintDiffers,
    FingerprintUnreadable,
    KeyUnfit,
    NoOfficeCertificate,
    NoSuchCertificate,
    NotACertificate,
    NotAPkcs12,
    NotInADemonstration,
    NotTheAnchor,
    OfficeCertificateHeld,
    PinLocked,
    PinTooWeak,
    Pkcs12Locked,
    Pkcs12WithoutKey,
    SealLocked,
    SignerCertificateHeld,
    WithdrawalUnexplained,
    WrongPin,
    WrongSealPassphrase,
)
from committee_desk.services.signing_refusals import (
    MovedMeanwhile,
    NobodyToSeal,
    NoCertificateToSign,
    NotByTheSeal,
    NotDecided,
    NotSealed,
    NotYourTurn,
    OldVersion,
    OpinionMissing,
    SealedSheetChanged,
    SheetUnfit,
    SignedAlready,
    SignedMeanwhile,
    StrokesUnfit,
)
from committee_desk.wording.language import tr
from committee_desk.wording.saying import says

NAMED = 5
"""So many codes stand in a sentence; more are counted."""


def day_of(moment: datetime) -> str:
    """A moment as the day that a certificate names."""
    return moment.date().isoformat()


def signer_role(role: SignerRole) -> str:
    """As what somebody signs."""
    return {
        SignerRole.SEAL: tr("院印"),
        SignerRole.CHAIR: tr("考评委员会主任委员"),
        SignerRole.PERSON: tr("被考核人"),
    }[role]


def role_heading(role: SignerRole) -> str:
    """The same where it begins a line."""
    said = signer_role(role)
    return said[:1].upper() + said[1:]


@says(NoOfficeCertificate)
def _no_office_certificate(error: NoOfficeCertificate) -> str:
    if error.kind is CertificateKind.ISSUER:
        return tr("本院没有能签发个人证书的证书。请先在“签章证书”中生成本院证书。")
    return tr("本院还没有电子签章证书。请先在“签章证书”中生成，或导入 PKCS#12 证书文件。")


@says(OfficeCertificateHeld)
def _office_certificate_held(error: OfficeCertificateHeld) -> str:
    return tr(
        "“{holder}”已有签章证书，有效期至 {until}。需要更换时，请先停用现有证书。",
        holder=error.holder,
        until=day_of(error.until),
    )


@says(SignerCertificateHeld)
def _signer_certificate_held(error: SignerCertificateHeld) -> str:
    return tr(
        "“{holder}”已有个人证书，有效期至 {until}。PIN 遗忘或需要更换时，请先停用现有证书。",
        holder=error.holder,
        until=day_of(error.until),
    )


@says(NoSuchCertificate)
def _no_such_certificate(error: NoSuchCertificate) -> str:
    return tr("没有编号为 {number} 的证书，或者它已经停用。请刷新列表后再试。", number=error.number)


@says(CertificateExpired)
def _certificate_expired(error: CertificateExpired) -> str:
    return tr(
        "“{holder}”的证书有效期为 {since} 至 {until}，现在不能用它签章。请更换证书，或核对本机时间。",
        holder=error.holder,
        since=day_of(error.since),
        until=day_of(error.until),
    )


@says(WrongSealPassphrase)
def _wrong_seal_passphrase(_error: WrongSealPassphrase) -> str:
    return tr("签章口令不对，没有签章。请重新输入；忘记口令时，请停用现有证书后重新生成。")


@says(WrongPin)
def _wrong_pin(error: WrongPin) -> str:
    return tr(
        "“{holder}”的 PIN 不对，没有签名。请由本人重新输入；忘记时，请停用其证书后重新签发。", holder=error.holder
    )


@says(PinLocked)
def _pin_locked(error: PinLocked) -> str:
    return tr(
        "PIN 错误次数过多，“{holder}”的证书暂停使用到 {until}。请到时再试。",
        holder=error.holder,
        until=f"{error.until:%H:%M:%S}",
    )


@says(SealLocked)
def _seal_locked(error: SealLocked) -> str:
    return tr("签章口令错误次数过多，本院签章证书暂停使用到 {until}。请到时再试。", until=f"{error.until:%H:%M:%S}")


@says(PinTooWeak)
def _pin_too_weak(error: PinTooWeak) -> str:
    return tr(
        "PIN 太简单：至少 {least} 个字符，不能与登录名或工号相同，也不能是常见的密码。请换一个。", least=error.least
    )


@says(WithdrawalUnexplained)
def _withdrawal_unexplained(_error: WithdrawalUnexplained) -> str:
    return tr("停用证书要写明原因。请填写后再试。")


@says(NotAPkcs12)
def _not_a_pkcs12(error: NotAPkcs12) -> str:
    return tr("“{path}”不是 PKCS#12 证书文件（.p12、.pfx）。请向发证机构索取这种格式的文件。", path=error.path)


@says(Pkcs12Locked)
def _pkcs12_locked(error: Pkcs12Locked) -> str:
    return tr("证书文件“{path}”的口令不对，没有导入。请核对后重新输入。", path=error.path)


@says(Pkcs12WithoutKey)
def _pkcs12_without_key(error: Pkcs12WithoutKey) -> str:
    return tr("证书文件“{path}”里没有私钥或没有与之相配的证书，不能用来签章。请导出带私钥的证书文件。", path=error.path)


@says(KeyUnfit)
def _key_unfit(error: KeyUnfit) -> str:
    why = {
        "kind": tr("密钥不是 RSA 或 EC P-256、P-384（国密 SM2 暂不支持）"),
        "size": tr("RSA 密钥短于 2048 位"),
        "name": tr("证书上没有单位名称"),
        "usage": tr("证书的用途不包括数字签名"),
        "authority": tr(
            "这是一张签发证书的 CA 证书（基本约束为 CA:TRUE，openssl req -x509 默认如此），不是签章证书；"
            "请向发证机构索取基本约束为 CA:FALSE、用途为数字签名的单位证书"
        ),
        "proof": tr("用它试签的一页核验不通过；请向发证机构索取只含通用扩展项、用途为数字签名的单位证书"),
    }.get(error.why, error.why)
    return tr("证书文件“{path}”不能用来签章：{why}。请换一份证书。", path=error.path, why=why)


@says(NotACertificate)
def _not_a_certificate(error: NotACertificate) -> str:
    return tr("“{path}”不是一份 PEM 格式的证书。请使用该院导出的证书文件。", path=error.path)


@says(NotTheAnchor)
def _not_the_anchor(error: NotTheAnchor) -> str:
    return tr(
        "“{path}”里的是“{office}”根证书之下的证书，信任它不能认定任何文书，没有信任。"
        "请使用该院导出的根证书，公示文书上印的就是它的指纹。",
        path=error.path,
        office=error.office,
    )


@says(FingerprintDiffers)
def _fingerprint_differs(error: FingerprintDiffers) -> str:
    return tr(
        "证书“{path}”的指纹是 {fingerprint}，与输入的不同，没有信任。请与该院公示文书上印的指纹逐组核对。",
        path=error.path,
        fingerprint=groups(error.fingerprint),
    )


@says(FingerprintUnreadable)
def _fingerprint_unreadable(error: FingerprintUnreadable) -> str:
    return tr("“{typed}”不是完整的指纹：应为 16 组，每组 4 个字符（0–9、a–f）。", typed=error.typed)


@says(DemonstrationNotTrusted)
def _demonstration_not_trusted(error: DemonstrationNotTrusted) -> str:
    return tr("“{name}”的证书是演示用的，不能作为单位证书信任。", name=error.name)


@says(NotInADemonstration)
def _not_in_a_demonstration(_error: NotInADemonstration) -> str:
    return tr("演示台账使用本机的演示证书，不生成也不导入单位证书。正式签章请使用正式台账。")


@says(FileUnreadable)
def _file_unreadable(error: FileUnreadable) -> str:
    if error.why == "folder":
        return tr("“{path}”是文件夹，不是文件。请选择其中的一个文件。", path=error.path)
    return tr("找不到文件“{path}”。请核对名称和位置。", path=error.path)


@says(NotDecided)
def _not_decided(error: NotDecided) -> str:
    return tr(
        "{year} 年度 {codes} 的结果还没有由院党组决定，没有可以签章的确认表。",
        year=error.year,
        codes=_codes(error.codes),
    )


def _codes(codes: Sequence[str]) -> str:
    told = "、".join(codes[:NAMED])
    return tr("{codes} 等 {count} 人", codes=told, count=len(codes)) if len(codes) > NAMED else told


@says(NobodyToSeal)
def _nobody_to_seal(error: NobodyToSeal) -> str:
    return tr("{year} 年度还没有院党组决定的结果，没有可以签章的确认表。", year=error.year)


@says(NotByTheSeal)
def _not_by_the_seal(_error: NotByTheSeal) -> str:
    return tr("本院以严格方式工作：确认表由主任委员和被考核人先后签名，不加盖院印。请由主任委员登录后签名。")


@says(OpinionMissing)
def _opinion_missing(error: OpinionMissing) -> str:
    return tr(
        "{name}的本人意见还没有登记，电子签名要写明同意或有异议和日期。请先在“决定与送达”登记本人签字，再由本人电子签名。",
        name=error.name,
    )


@says(NotYourTurn)
def _not_your_turn(error: NotYourTurn) -> str:
    return tr(
        "{code} 的确认表应先由{role}“{name}”签名。请由其本人办理。",
        code=error.code,
        role=signer_role(error.role),
        name=error.name,
    )


@says(SignedAlready)
def _signed_already(error: SignedAlready) -> str:
    return tr("{code} 的确认表第 {version} 版已经签完，不再签名。", code=error.code, version=error.version)


@says(MovedMeanwhile)
def _moved_meanwhile(error: MovedMeanwhile) -> str:
    return tr(
        "{codes} 的确认表刚才有变动（登记了拒签，或签名人变了），这次没有签章。请刷新后再签。",
        codes=_codes(error.codes),
    )


@says(SignedMeanwhile)
def _signed_meanwhile(error: SignedMeanwhile) -> str:
    return tr(
        "{codes} 的确认表刚才已在另一窗口签名，以那一次为准，这次没有签名。请刷新后再看。", codes=_codes(error.codes)
    )


@says(OldVersion)
def _old_version(error: OldVersion) -> str:
    return tr(
        "{code} 的确认表第 {version} 版已被第 {newest} 版替代，没有签名。请刷新后在新版上签。",
        code=error.code,
        version=error.version,
        newest=error.newest,
    )


@says(NoCertificateToSign)
def _no_certificate_to_sign(error: NoCertificateToSign) -> str:
    return tr("“{name}”还没有个人证书，不能电子签名。请先为其签发证书。", name=error.name)


@says(NotSealed)
def _not_sealed(error: NotSealed) -> str:
    return tr("{year} 年度 {code} 没有签完的确认表。请先签章。", year=error.year, code=error.code)


@says(SealedSheetChanged)
def _sealed_sheet_changed(error: SealedSheetChanged) -> str:
    return tr(
        "台账中 {code} 的已签章确认表（第 {version} 版）与签章时不同，不能使用。请运行检查，并从备份恢复。",
        code=error.code,
        version=error.version,
    )


@says(StrokesUnfit)
def _strokes_unfit(_error: StrokesUnfit) -> str:
    return tr("手写签名没有笔画、笔画过多或超出了签名框。请清除后重签。")


@says(SheetUnfit)
def _sheet_unfit(error: SheetUnfit) -> str:
    return tr("{code} 的确认表上没有签章的位置，没有签章。", code=error.code)
