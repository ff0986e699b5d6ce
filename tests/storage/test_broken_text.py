"""Text that is none, half a character from bytes that are no UTF-8: a sentence, never a crash, and nothing is kept."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.domain.desk_file import WrongPassphrase
from committee_desk.domain.names import NotUnicode
from committee_desk.services.account_refusals import SignInRefused
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.settings import CUT_OFF
from committee_desk.storage.checking.sound import sound
from committee_desk.wording.saying import sentence

HALF = "\udc80x"


def test_a_passphrase_of_half_a_character_is_a_wrong_one(actor: Actor, tmp_path: Path) -> None:
    path = tmp_path / "密.desk"
    new_desk(path, "演练县人民检察院", 2026, actor, passphrase="一句好记的话呀呀")
    with pytest.raises(WrongPassphrase):
        open_desk(path, passphrase=HALF)


def test_an_office_of_half_a_character_is_no_office(actor: Actor, tmp_path: Path) -> None:
    with pytest.raises(NotUnicode) as refused:
        new_desk(tmp_path / "新.desk", f"院{HALF}", 2026, actor)
    sentence(refused.value).encode()
    assert list(tmp_path.iterdir()) == []


def test_a_reason_of_half_a_character_is_refused_and_nothing_kept(desk: Desk, actor: Actor) -> None:
    before = desk.journal.head()
    with pytest.raises(NotUnicode):
        desk.settings.put(actor, CUT_OFF, "17:00", HALF)
    with pytest.raises(NotUnicode):
        desk.calendar.clear_day(actor, date(2026, 10, 1), HALF)
    assert desk.journal.head() == before


def test_a_login_or_password_of_half_a_character_signs_nobody_in(desk: Desk) -> None:
    for login, password in ((HALF, "x"), ("x", HALF)):
        with pytest.raises(SignInRefused):
            desk.seating.sign_in(login, password)


def test_a_desk_in_a_folder_whose_name_is_no_text_opens_and_passes_its_check(
    template_desk: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "d\udcff"
    folder.mkdir()
    path = shutil.copyfile(template_desk, folder / "考评.desk")
    assert open_desk(path).years() == (2026,)
    assert sound(path, None).ok
