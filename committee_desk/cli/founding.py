"""`init`: a new desk."""

from committee_desk.cli.grammar import Given, Option, Verb, Word
from committee_desk.cli.session import passphrase_given
from committee_desk.cli.speech import say, warn
from committee_desk.domain.said import said
from committee_desk.services.actor import pc_user
from committee_desk.wording.language import tr


def _init(given: Given) -> int:
    from committee_desk.bootstrap import new_desk  # noqa: PLC0415 - SQLAlchemy, which help and `window` do without

    path, year, office = given.path("FILE"), given.year(), given.text("--office")
    passphrase = passphrase_given()
    new_desk(path, office, year, pc_user(), scheme=given.maybe("--scheme"), passphrase=passphrase)
    say(tr("已建立 {office} {year} 年度的台账文件：{path}", office=said(office, "office"), year=year, path=path))
    if passphrase is None:
        warn(
            tr(
                "提示：这个台账文件没有口令保护，拿到文件的人都能读出其中的数据。"
                "需要保护时，请把 COMMITTEE_DESK_PASSPHRASE_FILE 设为口令文件后重新建立。"
            )
        )
    return 0


INIT = Verb(
    "init",
    lambda: tr("建立一个新的台账文件，不覆盖已有文件"),
    (Word("FILE", lambda: tr("台账文件，如 考评.desk")),),
    (
        Option("--year", lambda: tr("年度（必填）"), "Y", needed=True),
        Option("--office", lambda: tr("单位名称（必填）"), "NAME", needed=True),
        Option("--scheme", lambda: tr("考核方案：自带方案的编号或方案文件的路径"), "ID_OR_PATH"),
    ),
    _init,
    notes=lambda: tr(
        "环境变量 COMMITTEE_DESK_PASSPHRASE_FILE 指向口令文件且不为空时，建立受口令保护的台账文件；否则不设保护。"
    ),
)
