"""A desk that somebody prepared: whatever was done to the file, the answer is a sentence, and no act runs in it."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from committee_desk.bootstrap import check_file, new_desk, open_desk
from committee_desk.domain.desk_file import DeskDamaged, ReadOnly
from committee_desk.paths import migrations, resource
from committee_desk.services.actor import Actor
from committee_desk.services.settings import CUT_OFF
from committee_desk.storage.build import known_versions
from tests.checking.breaking import opened
from tests.cli.conftest import Run
from tests.conftest import OFFICE, frozen_clock
from tests.storage.disks import mounted, take_no_more_writing

RELEASED = Path(__file__).parents[1] / "data" / "released" / "0001.desk"
LEADERS = resource("samples", "office") / "领导评价.xlsx"
LIFT = "{} AFTER INSERT ON leader_marks BEGIN UPDATE leader_marks SET mark = 100000000000 WHERE id = new.id; END"

BUILT_IN = {
    "a trigger under a name like the engine's": (
        "CREATE TRIGGER " + LIFT.format("sqliteXlift"),
        "防改触发器 sqliteXlift",
    ),
    "a table under such a name": ("CREATE TABLE sqlitedata (x)", "数据表 sqlitedata"),
    "an index under such a name": ("CREATE INDEX SQLITEzz ON events (reason)", "索引 SQLITEzz"),
    "a view": ("CREATE VIEW v AS SELECT * FROM events", "视图 v"),
    "a column more": ("ALTER TABLE events ADD COLUMN note TEXT", "数据表 events"),
    "a name that moves the cursor": ('CREATE TABLE "x\x1b[2Jy\x07" (x)', "数据表 x\\x1b[2Jy\\x07"),
}


@pytest.fixture
def sample(template_sample_desk: Path, tmp_path: Path) -> Path:
    path = tmp_path / "考评.desk"
    shutil.copyfile(template_sample_desk, path)
    return path


def _do(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


@pytest.mark.parametrize(("statement", "said"), BUILT_IN.values(), ids=BUILT_IN)
def test_what_was_built_into_a_desk_is_named_and_no_act_runs_beside_it(
    run: Run, refused: Run, sample: Path, tmp_path: Path, statement: str, said: str
) -> None:
    _do(sample, statement)
    before = sample.read_bytes()
    answer = run("check", sample)
    assert answer.code == 1
    assert said in answer.out
    assert "\x1b" not in answer.out + answer.err
    assert run("import", sample, "leader-marks", LEADERS, "--replace").code == 2
    assert run("backup", sample, tmp_path / "备份.desk").code == 2
    refused("restore", sample, tmp_path / "恢复.desk")
    assert not list(tmp_path.glob("[备恢]*.desk"))
    assert sample.read_bytes() == before
    assert open_desk(sample, clock=frozen_clock).identity().read_only is ReadOnly.DAMAGED


def _written_in(sample: Path, kind: str, name: str, text: str) -> None:
    _do(
        sample,
        "PRAGMA writable_schema = ON",
        f"INSERT INTO sqlite_master VALUES ('{kind}', '{name}', 'leader_marks', 0, '{text}')",
    )


@pytest.mark.parametrize(
    ("kind", "name"), [("trigger", "sqlite_lift"), ("trigger", "sqlite_stat1"), ("TRIGGER", "lift")]
)
def test_what_was_written_into_the_schema_itself_is_named_in_words(
    run: Run, sample: Path, kind: str, name: str
) -> None:
    _written_in(sample, kind, name, "CREATE TRIGGER " + LIFT.format(name))
    answer = run("check", sample)
    assert answer.code == 1
    assert f"多出本程序没有建立的防改触发器 {name}" in answer.out
    assert run("import", sample, "leader-marks", LEADERS, "--replace").code == 2


def test_statistics_of_the_engine_are_no_damage(run: Run, sample: Path) -> None:
    _do(sample, "ANALYZE")
    assert run("check", sample).code == 0
    assert open_desk(sample, clock=frozen_clock).identity().read_only is None


def test_a_trigger_that_comes_while_a_desk_is_open_stops_the_next_act(sample: Path, actor: Actor) -> None:
    desk = open_desk(sample, clock=frozen_clock)
    _do(sample, "CREATE TRIGGER " + LIFT.format("sqliteXlift"))
    before = sample.read_bytes()
    with pytest.raises(DeskDamaged):
        desk.settings.put(actor, CUT_OFF, "17:00", "冬令时")
    assert desk.identity().read_only is ReadOnly.DAMAGED
    assert sample.read_bytes() == before


@pytest.mark.parametrize("added", [10, 4096])
def test_bytes_after_the_last_page_are_told_by_check_and_score_alike(run: Run, sample: Path, added: int) -> None:
    sample.write_bytes(sample.read_bytes() + bytes(added))
    answer = run("check", sample)
    assert answer.code == 1
    assert f"文件末尾多出 {added} 个字节" in answer.out
    assert "已经损坏" in run("score", sample).err


VERSIONS = {
    "two": "INSERT INTO alembic_version VALUES ('0001')",
    "none": "DELETE FROM alembic_version",
    "an older one": "UPDATE alembic_version SET version_num = '0001'",
    "a blank more": "UPDATE alembic_version SET version_num = version_num || ' '",
    "letters": "UPDATE alembic_version SET version_num = 'X002'",
    "none that ever was": "UPDATE alembic_version SET version_num = '0000'",
}


@pytest.mark.parametrize("statement", VERSIONS.values(), ids=VERSIONS)
def test_a_version_that_no_program_wrote_is_damage(
    run: Run, refused: Run, sample: Path, tmp_path: Path, statement: str
) -> None:
    _do(sample, statement)
    before = sample.read_bytes()
    assert run("check", sample).code == 1
    assert "损坏" in refused("score", sample).err
    refused("restore", sample, tmp_path / "恢复.desk")
    assert sample.read_bytes() == before
    assert not list(tmp_path.glob("*自动备份*"))


def test_only_a_later_version_is_told_as_a_newer_program(refused: Run, sample: Path) -> None:
    later = f"{int(known_versions(migrations())[-1]) + 1:04}"
    _do(sample, f"UPDATE alembic_version SET version_num = '{later}'")
    assert "更新版本的程序" in refused("check", sample).err


def _header_places() -> list[tuple[int, int]]:
    return [(place, 5) for place in range(100)] + [(place, 255) for place in (*range(16, 24), *range(44, 60))]


def test_whatever_a_byte_of_the_header_says_the_answer_is_a_sentence(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "小.desk"
    new_desk(path, OFFICE, 2026, Actor("周敏"), clock=frozen_clock)
    whole = path.read_bytes()
    for place, value in _header_places():
        path.write_bytes(whole[:place] + bytes([value]) + whole[place + 1 :])
        for verb in ("check", "score"):
            answer = run(verb, path)
            assert answer.code in {0, 1, 2}, (place, value, verb, answer)
    for verb in ("backup", "restore"):
        path.write_bytes(whole[:47] + b"\5" + whole[48:])
        assert run(verb, path, tmp_path / "另.desk").code == 2


@pytest.mark.parametrize("table", ["desk", "years", "schemes", "journal"])
def test_a_table_that_lost_its_rows_is_damage(run: Run, sample: Path, table: str) -> None:
    with opened(sample) as raw:
        raw.execute(f"DELETE FROM {table}")
    assert run("check", sample).code == 1
    answer = run("score", sample)
    assert answer.code in {0, 2}  # without the journal everything else is still read
    assert "损坏" in answer.err


def test_a_second_row_that_says_whose_desk_it_is_is_damage(run: Run, sample: Path) -> None:
    with opened(sample) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute("INSERT INTO desk SELECT 2, uid, office, demo, created FROM desk")
    assert run("check", sample).code == 1
    assert run("score", sample).code == 2


def test_a_journal_that_cannot_be_read_has_no_entries_and_no_head(run: Run, sample: Path) -> None:
    content = bytearray(sample.read_bytes())
    content[100:4096] = bytes(3996)
    sample.write_bytes(content)
    facts = json.loads(run("check", sample, "--json").out)
    assert (facts["ok"], facts["journal_entries"], facts["journal_head"]) == (False, None, None)
    told = run("check", sample).out
    assert "日志没有读出来。" in told
    assert "0000" not in told


def test_broken_pages_are_summed_up_in_words(run: Run, sample: Path) -> None:
    content = bytearray(sample.read_bytes())
    with closing(sqlite3.connect(sample)) as raw:
        asked = "SELECT pageno FROM dbstat WHERE name = 'ballots' AND pagetype = 'leaf'"
        pages = [page for (page,) in raw.execute(asked)]
    for page in pages:
        content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    sample.write_bytes(content)
    told = run("check", sample).out
    line = next(line for line in told.splitlines() if "页面或索引已损坏" in line)
    assert "涉及：测评票" in line
    assert " 页；" in line
    assert "Tree" not in told
    assert "btree" not in told


def test_broken_values_reach_no_terminal(run: Run, sample: Path) -> None:
    with opened(sample) as raw:
        raw.execute("UPDATE events SET day = char(27) || '[31m' || char(7) WHERE id = 1")
        raw.execute("UPDATE leave SET since = CAST(x'001bff0a' AS TEXT) WHERE id = 1")
    told = run("check", sample).out
    assert "\\x1b[31m\\x07" in told
    assert all(each.isprintable() or each in "\n　" for each in told)


def _ahead(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)


def test_a_switched_desk_is_named_and_left_alone_by_check_and_switched_back_by_opening(run: Run, sample: Path) -> None:
    _ahead(sample)
    before = sample.read_bytes()
    answer = run("check", sample)
    assert answer.code == 1
    assert "另一个程序把文件切换成了 WAL" in answer.out
    assert sample.read_bytes() == before
    assert run("score", sample).code == 0
    assert sample.read_bytes()[18:20] == b"\1\1"
    assert check_file(sample, None).ok


def test_a_switched_desk_on_a_read_only_medium_says_what_was_done_to_it(
    run: Run, refused: Run, sample: Path, tmp_path: Path
) -> None:
    _ahead(sample)
    with mounted(tmp_path / "光盘", kilobytes=4096) as disk:
        path = disk / "考评.desk"
        shutil.copyfile(sample, path)
        take_no_more_writing(disk)
        assert "切换成了 WAL" in refused("score", path).err
        assert "切换成了 WAL" in run("check", path).out


def test_of_a_desk_whose_program_sealed_no_rows_it_is_said(run: Run, sample: Path, tmp_path: Path) -> None:
    old = tmp_path / "旧.desk"
    shutil.copyfile(RELEASED, old)
    answer = run("check", old)
    assert answer.code == 0
    assert "旧版没有封存所写的行" in answer.err
    assert run("check", sample).err == ""
