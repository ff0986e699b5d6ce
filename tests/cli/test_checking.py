"""`check` as the IT staff and the auditor meet it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from committee_desk.bootstrap import new_desk
from committee_desk.services.actor import Actor
from tests.checking.breaking import break_it
from tests.cli.conftest import Run
from tests.conftest import OFFICE, frozen_clock
from tests.storage.disks import mounted, take_no_more_writing


@pytest.fixture
def sample(template_sample_desk: Path, tmp_path: Path) -> Path:
    path = tmp_path / "考评.desk"
    shutil.copyfile(template_sample_desk, path)
    return path


def test_a_sound_desk_is_told_with_the_number_of_entries_and_the_head_in_groups(run: Run, sample: Path) -> None:
    facts = json.loads(run("check", sample, "--json").out)
    answer = run("check", sample)
    assert (answer.code, answer.err) == (0, "")
    assert "检查完成：没有发现问题。" in answer.out
    assert "日志条数：9" in answer.out
    head = facts["journal_head"]
    assert " ".join(head[at : at + 4] for at in range(0, 64, 4)) in answer.out


def test_the_answer_as_json_has_exactly_these_keys(run: Run, sample: Path) -> None:
    answer = run("check", sample, "--json")
    facts = json.loads(answer.out)
    assert answer.code == 0
    assert list(facts) == ["ok", "problems", "journal_entries", "journal_head"]
    assert (facts["ok"], facts["problems"], facts["journal_entries"]) == (True, [], 9)


def test_what_is_broken_is_told_in_sentences_under_its_subject(run: Run, sample: Path) -> None:
    break_it(
        sample,
        "UPDATE sanctions SET term = 3 WHERE id = 1",
        "UPDATE stays SET name = ' ' WHERE id = 1",
    )
    answer = run("check", sample)
    assert answer.code == 1
    assert "检查发现 2 个问题：" in answer.out
    assert answer.out.index("【人员】") < answer.out.index("没有姓名或工号") < answer.out.index("【处分与请假】")
    facts = json.loads(run("check", sample, "--json").out)
    assert facts["ok"] is False
    assert len(facts["problems"]) == 2
    assert all(isinstance(problem, str) for problem in facts["problems"])


def test_many_places_of_one_kind_are_counted(run: Run, sample: Path) -> None:
    break_it(sample, "UPDATE events SET voucher = ''  WHERE id <= 30")
    answer = run("check", sample)
    assert answer.out.count("没有事由或凭证号") == 20
    assert "同样的问题还有 10 处。" in answer.out


def test_a_check_leaves_no_trace(run: Run, sample: Path) -> None:
    before = sample.read_bytes()
    run("check", sample)
    assert sample.read_bytes() == before


def test_a_protected_desk_needs_its_passphrase(
    run: Run, refused: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, secret = tmp_path / "密.desk", tmp_path / "口令.txt"
    new_desk(path, OFFICE, 2026, Actor("周敏"), clock=frozen_clock, passphrase="一句很好记的口令")
    refused("check", path)
    secret.write_text("一句很好记的口令\n", encoding="utf-8")
    monkeypatch.setenv("COMMITTEE_DESK_PASSPHRASE_FILE", str(secret))
    assert run("check", path).code == 0
    secret.write_text("另一句话\n", encoding="utf-8")
    refused("check", path)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "找不到"),
        (lambda path: path.mkdir(), "文件夹"),
        (lambda path: path.write_text("工号,姓名"), "台账"),
    ],
)
def test_what_is_no_desk_is_refused(refused: Run, tmp_path: Path, make: Callable[[Path], object], said: str) -> None:
    path = tmp_path / "别的.desk"
    make(path)
    assert said in refused("check", path).err


def test_a_desk_whose_tables_cannot_be_read_is_answered_with_no(run: Run, sample: Path) -> None:
    content = bytearray(sample.read_bytes())
    content[100:4096] = bytes(3996)
    sample.write_bytes(content)
    answer = run("check", sample, "--json")
    assert answer.code == 1
    assert "读不出来" in json.loads(answer.out)["problems"][0]
    assert "Traceback" not in answer.err


def test_from_a_read_only_medium_the_answer_comes_with_a_word_on_the_journal(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    with mounted(tmp_path / "光盘", kilobytes=4096) as disk:
        path = disk / "考评.desk"
        shutil.copyfile(sample, path)
        take_no_more_writing(disk)
        answer = run("check", path, "--json")
        assert (answer.code, json.loads(answer.out)["ok"]) == (0, True)
        assert answer.err.splitlines() == ["台账文件所在的介质只读：检查只读取，没有写入日志。"]
