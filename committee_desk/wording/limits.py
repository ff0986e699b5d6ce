"""What roles, protection and copies cannot do, said plainly: in 系统 and in the help."""

from committee_desk.wording.language import tr


def protection_limits() -> tuple[str, ...]:
    """What a passphrase does not do."""
    return (
        tr("只保护关着的台账。台账打开时，坐在电脑前的人和电脑里的恶意软件都读得到。"),
        tr("导出的工作簿、打印的表和存成的 PDF 不在保护之内，导出之后由拿着它的人保管。"),
        tr("固态硬盘会留下删除或改写之前的旧内容。设置口令之前写过的内容，只有销毁硬盘或整盘加密才算清除。"),
        tr("另存的备份各用当时的口令，更换口令不会改动它们；不用的备份请自行销毁。"),
        tr("口令和恢复单都丢了，内容就找不回来，本程序没有后门。"),
    )


def role_limits() -> tuple[str, ...]:
    """What accounts and roles do not do."""
    return (
        tr("角色约束的是通过本程序做的事。谁能解开台账文件、又能运行别的软件，谁就能绕开本程序改动数据和日志。"),
        tr("改得仔细时程序自己看不出来。能揭穿的只有已经印在纸上的日志头：改过之后，纸上的头与台账再也对不上。"),
        tr("所以考核表、公示书上的日志头要留好，每年由审计人员在“系统 — 核查”里逐张核对一次。"),
    )


def copy_limits() -> tuple[str, ...]:
    """What a copy is for."""
    return (
        tr("备份用来应付文件损坏、误操作和硬盘故障，每份都核查通过才算数。"),
        tr("自动备份和台账在同一个盘上，盘坏了会一起丢；请设第二个文件夹，或常做一份放到别的地方。"),
        tr("恢复会丢掉备份之后的全部改动，包括日志；恢复前会列出丢掉什么，并先自动备份现在的台账。"),
    )
