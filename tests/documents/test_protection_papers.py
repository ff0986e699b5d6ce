"""The recovery sheet and the slips that hand a password over, read back from their PDF."""

from datetime import datetime, timedelta, timezone

import pypdfium2

from committee_desk.documents import password_slip, recovery_sheet
from committee_desk.domain.recovery_code import groups, key_of
from committee_desk.services.password_slips import Slip
from committee_desk.services.protection import RecoverySheet

AT = datetime(2026, 3, 6, 9, 41, tzinfo=timezone(timedelta(hours=8)))
KEY = bytes(range(32))
OFFICE = "云川县人民检察院"


def pages(pdf: bytes) -> list[str]:
    """The text of every page."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        text = page.get_textpage()
        found.append(text.get_text_bounded())
        text.close()
        page.close()
    document.close()
    return found


def recovery(file: str = "考评.desk") -> RecoverySheet:
    return RecoverySheet(OFFICE, False, "82aa5e294e63cb2fc4f7d85408321870", file, AT, "周敏", 128, groups(KEY))


def slip(*, first: bool = False, password: str = "k0Om-1lI7", login: str = "lidan") -> Slip:
    return Slip(OFFICE, False, login, "李丹", AT, "周敏", first, password, 0 if first else 131)


def test_the_code_on_the_sheet_gives_the_key() -> None:
    (text,) = pages(recovery_sheet.draw(recovery()))
    printed = [group for group in groups(KEY) if group in text]
    assert key_of("".join(printed)) == KEY
    assert text.index(groups(KEY)[0]) < text.index(groups(KEY)[7])


def test_the_sheet_says_whose_it_is_how_it_is_used_and_that_rekeying_makes_it_worthless() -> None:
    (text,) = pages(recovery_sheet.draw(recovery()))
    assert "更换口令后本单作废" in "".join(text.split())
    for said in (OFFICE, "考评.desk", "82aa 5e29", "2026年3月6日 09:41", "周敏", "日志第 128 条"):
        assert said in text
    assert text.count("（签名）") == 2


def test_a_long_file_name_still_leaves_one_page() -> None:
    assert len(pages(recovery_sheet.draw(recovery("很长的文件名" * 12 + ".desk")))) == 1


def test_a_sheet_shows_its_code_in_no_repr() -> None:
    assert groups(KEY)[0] not in repr(recovery())
    assert "k0Om" not in repr(slip())


def test_a_slip_names_owner_maker_and_time_and_every_letter_by_its_kind() -> None:
    (text,) = pages(password_slip.draw([slip()]))
    for said in (
        "交 李丹 本人亲启",
        "lidan",
        "周敏",
        "2026年3月6日 09:41",
        "日志第 131 条",
        "一次性密码",
        "不会解开签名密钥",
    ):
        assert said in text
    letters = "".join(text.split())
    assert all(each in letters for each in "k0Om-1lI7")
    for kind in ("数字", "小写", "大写", "连字符"):
        assert kind in text


def test_a_zero_is_drawn_differently_from_the_letter() -> None:
    zero, letter = (password_slip.draw([slip(password=each)]) for each in ("0", "O"))
    assert len(zero) != len(letter)
    with_slash, without = (_lines_drawn(each) for each in (zero, letter))
    assert with_slash == without + 1


def test_every_account_gets_a_page_of_its_own() -> None:
    first, second = pages(password_slip.draw([slip(first=True), slip(first=True, login="zhaoq", password="另一个")]))
    assert "lidan" in first
    assert "zhaoq" not in first
    assert "zhaoq" in second
    assert "账号启用单" in second


def test_a_long_password_fits_the_page() -> None:
    (text,) = pages(password_slip.draw([slip(password="Aa1-" * 16)]))
    assert text.count("连字符") >= 16


def _lines_drawn(pdf: bytes) -> int:
    """How many straight lines stand on the page."""
    document = pypdfium2.PdfDocument(pdf)
    count = 0
    for found in document[0].get_objects():
        if found.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH:
            count += pypdfium2.raw.FPDFPath_CountSegments(found.raw)
    document.close()
    return count // 2
