"""Every act that the services write into the journal has its words, in both languages."""

import ast
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_refusals import SignInRefused
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.second import Second
from committee_desk.wording.acts import act_name, act_object
from committee_desk.wording.language import CHINESE, ENGLISH, speaking
from tests.services.seated_desks import SECRET, account, sit, with_accounts

SERVICES = Path(__file__).resolve().parents[2] / "committee_desk" / "services"


def _verbs() -> Iterator[str]:
    """The second argument of every `journal.append(actor, verb, …)`; where it is a name, all that it may be."""
    for file in SERVICES.rglob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("journal.append"):
                verb = node.args[1]
                yield from [str(verb.value)] if isinstance(verb, ast.Constant) else _looking_like_verbs(tree)


def _looking_like_verbs(tree: ast.AST) -> Iterator[str]:
    texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))
    yield from (text for text in texts if re.fullmatch(r"[a-z]+\.[a-z_]+", text))


VERBS = sorted(set(_verbs()))


def test_the_services_write_acts() -> None:
    assert {"desk.found", "import", "sheets.draw"} < set(VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_act_has_its_words(verb: str) -> None:
    said = set()
    for spoken in (CHINESE, ENGLISH):
        with speaking(spoken):
            said.add(act_name(verb))
    assert len(said) == 2
    assert verb not in said


def test_what_an_import_brought_is_named_and_not_its_word_of_the_command_line(sample_desk: Desk) -> None:
    rows = [row for row in sample_desk.journal.rows(100) if row.verb == "import"]
    assert rows
    objects = [act_object(row) for row in rows]
    assert not {kind.value for kind in Kind} & set(objects)
    assert any(said.startswith("人员：") for said in objects)


def test_a_new_desk_is_named_by_its_office(sample_desk: Desk) -> None:
    found = next(row for row in sample_desk.journal.rows(100) if row.verb == "desk.found")
    assert act_object(found) == f"{sample_desk.identity().office}，2026 年度"


def test_printed_sheets_say_whose_or_how_many(sample_desk: Desk, actor: object, tmp_path: Path) -> None:
    sample_desk.sheets.draw(actor, 2026, ["J001", "J002"], tmp_path / "two")  # type: ignore[arg-type] # the fixture's Actor
    sample_desk.sheets.draw(actor, 2026, None, tmp_path / "all")  # type: ignore[arg-type] # the fixture's Actor
    everybody, two = sample_desk.journal.rows(2)
    assert act_object(two) == "2026 年度 J001、J002"
    assert act_object(everybody) == "2026 年度，共 20 人"


def test_what_was_done_to_an_account_is_said_in_words(desk: Desk) -> None:
    with_accounts(desk, Way.PLAIN, Role.OPERATOR, Role.REVIEWER)
    actor = sit(desk, Role.REVIEWER)
    desk.accounts.add(actor, account(Role.SECRETARY))
    desk.accounts.change_roles(actor, "secretary", (Role.CHAIR,), "换岗")
    desk.accounts.hand_over(actor, "secretary", "钱进", SECRET)
    desk.witnessing.confirm(Second("operator", SECRET), "desk.restore")
    for login in ("nobody", *["operator"] * 5):
        with suppress(SignInRefused):
            desk.seating.sign_in(login, "不是这个密码")
    said = {act_name(row.verb): act_object(row) for row in desk.journal.rows(20)}
    assert said["设立账号"] == "简易：周敏、李强"
    assert said["增加账号"] == "孙丽（secretary）：委员会秘书"
    assert said["改账号角色"] == "孙丽（secretary）：主任委员"
    assert said["移交账号"] == "secretary：由孙丽交给钱进"
    assert said["第二人确认"] == act_name("desk.restore")
    assert said["暂停登录"].startswith("operator，到 ")
    assert "没有的登录名" in {act_object(row) for row in desk.journal.rows(20)}
