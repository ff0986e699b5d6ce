"""`verify` says whether a sheet is genuine, `trust` whose seals this PC takes for genuine; neither needs a desk."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from committee_desk.domain.journal import groups
from committee_desk.services.clock import CHINA, pc_clock
from tests.conftest import OFFICE
from tests.sealing import CHAIR, Office, drawn, written

LONG_AGO = datetime(2024, 1, 10, 9, tzinfo=CHINA)
"""The command goes by the PC's own clock: what it takes for genuine was signed before, whenever the tests run."""


@pytest.fixture
def office() -> Office:
    return Office(since=LONG_AGO)


def test_a_genuine_sheet_is_answered_with_yes_and_what_it_is(run, office, tmp_path):
    sheet = written(tmp_path, office.trusted_here().signed_by_both())
    told = run("verify", sheet)
    assert (told.code, told.err) == (0, "")
    assert told.out.splitlines() == [
        "是真的，未被改动。",
        f"{OFFICE}，2026 年度，张三（J001），第 1 版",
        f"2024-01-11 09:00　考评委员会主任委员：{CHAIR}",
        "2024-01-11 09:00　被考核人：张三",
    ]
    assert json.loads(run("verify", sheet, "--json").out) == {
        "genuine": True,
        "demo": False,
        "signers": [
            {"name": CHAIR, "signed_at": "2024-01-11T09:00:00+08:00"},
            {"name": "张三", "signed_at": "2024-01-11T09:00:00+08:00"},
        ],
        "person": "J001",
        "year": 2026,
        "version": 1,
        "reason": None,
    }


def test_a_changed_sheet_is_answered_with_no_and_why(run, office, tmp_path):
    sheet = bytearray(office.trusted_here().sealed())
    sheet[300] ^= 1
    told = run("verify", written(tmp_path, bytes(sheet)), "--json")
    answer = json.loads(told.out)
    assert (told.code, answer["genuine"], answer["person"]) == (1, False, None)
    assert answer["reason"] == "内容在签名之后被改动过，或者文件已经损坏。"


def test_an_unknown_office_becomes_known_by_its_fingerprint(run, office, tmp_path):
    sheet, pem = written(tmp_path, office.sealed()), tmp_path / "证书.pem"
    pem.write_text(office.root.certificate, encoding="ascii")
    printed = groups(office.root.fingerprint)
    told = run("verify", sheet)
    assert told.code == 1
    assert f"未知单位：本机不信任“{OFFICE}”的这份证书（指纹 {printed}）" in told.out
    assert run("trust", pem, "--fingerprint", "0000 " + printed[5:]).code == 2
    trusted = run("trust", pem, "--fingerprint", printed)
    assert (trusted.code, trusted.err) == (0, "")
    assert trusted.out.startswith(f"本机从此信任“{OFFICE}”的证书")
    assert run("verify", sheet).code == 0


def test_a_sheet_dated_ahead_of_the_pc_s_clock_is_answered_with_no_and_the_clock(run, tmp_path):
    office = Office(since=pc_clock() - timedelta(days=9)).trusted_here()
    told = run("verify", written(tmp_path, office.sealed(at=pc_clock() + timedelta(days=3))))
    assert (told.code, told.err) == (1, "")
    assert told.out.startswith(f"不是真的：本机时间是 {pc_clock():%Y-%m-%d}")


def test_a_demonstration_s_sheet_says_so(run, tmp_path):
    play = Office("演示检察院", since=pc_clock() + timedelta(days=90), demo=True).trusted_here()
    told = run("verify", written(tmp_path, play.sealed()), "--json")
    assert (told.code, json.loads(told.out)["demo"]) == (0, True)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "这不是 PDF 文件"),
        (b"\xff\xfe\x00", "这不是 PDF 文件"),
        (b"%PDF-1.7\n/ByteRange [0 1 2 3]\nstartxref\n0\n%%EOF", "内容在签名之后被改动过"),
        (drawn(), "这份文件没有电子签名"),
    ],
)
def test_whatever_the_file_holds_the_answer_is_no_and_never_a_traceback(run, tmp_path, content, said):
    told = run("verify", written(tmp_path, content))
    assert (told.code, told.err) == (1, "")
    assert said in told.out


def test_a_missing_file_a_folder_and_bad_words_are_refused(run, office, tmp_path: Path):
    assert run("verify", tmp_path / "fehlt.pdf").err == f"找不到文件“{tmp_path / 'fehlt.pdf'}”。请核对名称和位置。\n"
    for words in (
        ("verify", tmp_path), ("verify",), ("verify", "a", "b"),
        ("trust", tmp_path / "fehlt.pem", "--fingerprint", "a"),
        ("trust", tmp_path / "x.pem"), ("trust", tmp_path, "--fingerprint", "ab" * 32),
    ):  # fmt: skip
        told = run(*words)
        assert told.code == 2, words
        assert len(told.err.strip().splitlines()) == 1
        assert "Traceback" not in told.err


def test_it_speaks_english_when_asked(run, tmp_path):
    told = run("verify", written(tmp_path, drawn()), "--lang", "en")
    assert told.code == 1
    assert told.out.isascii()
