"""An office with leaders for tests: who leads which department, who is a relative of whom."""

from datetime import date
from pathlib import Path

from committee_desk.domain.leading import Charge
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from tests.imports.workbooks import workbook

CHIEF, DEPUTY, OTHER_DEPUTY = "L01", "L02", "L03"
HEAD, SECOND_HEAD, ORDINARY, MOVED, LEFT = "J01", "J02", "J03", "J04", "J05"
FIRST, SECOND = "第一检察部", "第二检察部"

PEOPLE = (
    ("工号", "姓名", "部门", "人员类别", "职务", "领导成员", "到岗日期", "离岗日期"),
    (CHIEF, "严正", "院领导", "检察官", "检察长", "是", "2020-01-01", ""),
    (DEPUTY, "罗平", "院领导", "检察官", "副检察长", "是", "2020-01-01", ""),
    (OTHER_DEPUTY, "方毅", "院领导", "检察官", "副检察长", "是", "2020-01-01", ""),
    (HEAD, "石峰", FIRST, "检察官", "第一检察部主任", "否", "2020-01-01", ""),
    (SECOND_HEAD, "温岚", SECOND, "检察官", "第二检察部副主任", "否", "2020-01-01", ""),
    (ORDINARY, "江涛", FIRST, "检察官", "检察官", "否", "2020-01-01", ""),
    (MOVED, "何月", FIRST, "检察官", "检察官", "否", "2020-01-01", "2026-05-31"),
    (MOVED, "何月", SECOND, "检察官", "检察官", "否", "2026-06-01", ""),
    (LEFT, "白露", FIRST, "检察官", "检察官", "否", "2020-01-01", "2026-08-31"),
)


def read_in(desk: Desk, actor: Actor, folder: Path) -> None:
    """Bring everybody onto the desk."""
    rows = [dict(zip(PEOPLE[0], row, strict=True)) for row in PEOPLE[1:]]
    desk.imports.carry_out(actor, Kind.PEOPLE, workbook(folder / "人员.xlsx", rows), 2026)


def lead(desk: Desk, actor: Actor) -> None:
    """One deputy has charge of the first department, the other of the second."""
    for department, code in ((FIRST, DEPUTY), (SECOND, OTHER_DEPUTY)):
        desk.relations.charge(actor, Charge(department, code, date(2025, 1, 1)))


def wed(desk: Desk, actor: Actor, one: str, other: str) -> None:
    """Write down that two people of the desk are married."""
    desk.relations.relate(actor, Relationship(one, "", other, Kinship.SPOUSE))
