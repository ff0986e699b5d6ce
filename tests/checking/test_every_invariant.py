# ruff: noqa: E501 - a breach stands on one line, what is done beside what is said
"""Each invariant has a desk in which exactly it is broken, and a sentence that names it."""

import json
import sqlite3
from base64 import b64encode
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from committee_desk.domain.checking import Problem
from committee_desk.domain.grade_list import GradeList, Listed, ListOffice, ListQuota, ListStage
from committee_desk.domain.journal import Entry, chain_hash
from committee_desk.domain.months import MonthSheet, SheetLine
from committee_desk.domain.notice import Notice, NoticeOrder, Receiving
from committee_desk.domain.scores import Grade, PerformanceGrade, Status
from committee_desk.services.month_sheets import kept
from committee_desk.storage.checking.every import EVERY, QUICK
from committee_desk.storage.checking.sound import looked_over, sound
from committee_desk.wording.checks import problem_in_words, subject_name
from tests.checking.breaking import break_it, chain_anew, index_that_lies, opened
from tests.checking.conftest import EXPORT, PRINTING, SETTING, TAKEN_BACK, TAKING_BACK
from tests.checking.test_results_broken import BREACHES as OF_RESULTS
from tests.checking.test_rounds_broken import BREACHES as OF_ROUNDS


@dataclass(frozen=True)
class Breach:
    """What is done to the file, what the sentence then says, and what else cannot but break with it."""

    statements: tuple[str, ...]
    said: str
    also: frozenset[str] = frozenset()
    sealed: bool = True


def breach(*statements: str, said: str, also: str = "", sealed: bool = True) -> Breach:
    return Breach(statements, said, frozenset(also.split()), sealed)


JOINT = "(SELECT min(case_id) FROM case_shares GROUP BY case_id HAVING count(*) > 1 LIMIT 1)"
SINGLE = "(SELECT min(id) FROM case_shares WHERE closed IS NOT NULL AND case_id IN (SELECT case_id FROM case_shares GROUP BY case_id HAVING count(*) = 1))"
WHO = "(SELECT id FROM persons WHERE code = '{}')"
STRANGER = "INSERT INTO persons (id, code, entry) VALUES (9999, 'Z999', 2)"
ARGON = "$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$aGFzaA"
SEATED = f"""INSERT INTO journal (seq, at, actor, role, verb, what, previous, hash, rows)
    VALUES ({EXPORT + 1}, '2027-01-11T09:00:00+08:00', '周敏', 'desk', 'accounts.first', '{{}}', '', '', '{{}}')"""
ATTACHED = SEATED.replace("accounts.first", "attachments.add")
LEADING = f"""INSERT INTO journal (seq, at, actor, role, verb, what, previous, hash, rows) VALUES
    ({EXPORT + 1}, '2027-01-11T09:00:00+08:00', '周敏', 'desk', 'relations.put', '{{}}', '', '', '{{}}'),
    ({EXPORT + 2}, '2027-01-11T09:00:00+08:00', '周敏', 'desk', 'charges.put', '{{}}', '', '', '{{}}'),
    ({EXPORT + 3}, '2027-01-11T09:00:00+08:00', '周敏', 'desk', 'reports.put', '{{}}', '', '', '{{}}'),
    ({EXPORT + 4}, '2027-01-11T09:00:00+08:00', '周敏', 'desk', 'opinions.put', '{{}}', '', '', '{{}}')"""
REVIEWED = SEATED.replace("accounts.first", "evaluations.cause")
CERTIFIED = SEATED.replace("accounts.first", "certificates.demonstrate")
SEALING = f"""INSERT INTO journal (seq, at, actor, role, verb, what, previous, hash, rows) VALUES
    ({EXPORT + 1}, '2027-01-11T09:00:00+08:00', '周敏', 'desk', 'certificates.demonstrate', '{{}}', '', '', '{{}}'),
    ({EXPORT + 2}, '2027-01-11T09:00:00+08:00', '周敏', 'desk', 'signing.seal', '{{}}', '', '', '{{}}')"""
TYPED = SEATED.replace("accounts.first", "events.enter")
HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"


def certificate(fingerprint: str = sha256(b"hallo").hexdigest(), issuer: str = "NULL") -> str:
    pem = f"-----BEGIN CERTIFICATE-----\n{b64encode(b'hallo').decode()}\n-----END CERTIFICATE-----\n"
    return (
        "INSERT INTO certificates (number, kind, holder, certificate, fingerprint, issuer, until, entry) VALUES "
        f"(1, 'seal', '演练县人民检察院', '{pem}', '{fingerprint}', {issuer}, '2032-01-11T09:00:00+08:00', {EXPORT + 1})"
    )


def seal(
    step: int = 1, sha: str = HELLO, by: str = sha256(b"hallo").hexdigest(), head: str = "", expected: int = 1
) -> str:
    known = f"(SELECT hash FROM journal WHERE seq = {EXPORT - 3})" if not head else f"'{head}'"
    return (
        "INSERT INTO seals (year, person_id, version, step, kind, signer, certificate, sha256, head, expected, entry) "
        f"SELECT 2026, {WHO.format('J001')}, 1, {step}, 'seal', '院', '{by}', '{sha}', {known}, {expected}, {EXPORT + 2}"
    )


def account(login: str, roles: str, *, password: str = ARGON, holder: str = "周敏") -> str:
    return (
        "INSERT INTO accounts (login, holder, roles, password, must_change, closed, entry) "
        f"VALUES ('{login}', '{holder}', '{roles}', '{password}', 0, 0, {EXPORT + 1})"
    )


def related(code: str, other: str, kind: str = "夫妻") -> str:
    return (
        "INSERT INTO relationships (person_id, other, other_code, kind, entry) "
        f"VALUES ({WHO.format(code)}, '{other}', '{other}', '{kind}', {EXPORT + 1})"
    )


def draft(number: int, **fields: str) -> str:
    """A draft that lacks everything but these."""
    names = "".join(f", {name}" for name in fields)
    values = "".join(f", {value}" for value in fields.values())
    return (
        f"INSERT INTO event_drafts (year, month, number, entry{names}) "
        f"VALUES (2026, 12, {number}, {EXPORT + 1}{values})"
    )


def line(number: int, indicator: str = "skill") -> str:
    return (
        "INSERT INTO event_lines (year, month, category, indicator, line, entry) "
        f"VALUES (2026, 12, '检察官', '{indicator}', {number}, {EXPORT + 1})"
    )


MONTHLY = SEATED.replace("accounts.first", "months.publish").replace(
    "'{}', '', ''", """'{"month":1,"versions":{"检察官":1},"year":2026}', '', ''"""
)


def graded(version: int = 1, fingerprint: str = "") -> str:
    """An entry that lays a list down."""
    seal = fingerprint or grade_list().fingerprint
    told = json.dumps({"fingerprint": seal, "version": version, "year": 2026}, sort_keys=True, separators=(",", ":"))
    return SEATED.replace("accounts.first", "grading.lift").replace("'{}', '', ''", f"'{told}', '', ''")


def grade_list(version: int = 1, stage: str = "proposed", **person: object) -> GradeList:
    """A list of one person, and of five who have one place."""
    told = {"proposed": Grade.COMPETENT, "grade": Grade.COMPETENT, "status": Status.GRADED, **person}
    line = Listed("J001", "秦生康", "第一检察部", "检察官", "", 8000, 6000, PerformanceGrade.PASS, 1, reason="", **told)  # type: ignore[arg-type]
    places = ListQuota("检察官", 5, 20, 1, 1, 0)
    return GradeList(2026, ListStage(stage), version, (line,), (places,), ListOffice(5, 20, 1, 0)).sealed()


def listed(held: GradeList, version: int = 1) -> str:
    return (
        "INSERT INTO grade_lists (year, stage, version, figures, fingerprint, entry) "
        f"VALUES (2026, '{held.stage}', {version}, '{held.to_json()}', '{held.fingerprint}', {EXPORT + 1})"
    )


def decided(kind: str, subject: str, content: str, document: str = "纪要1号") -> str:
    return (
        "INSERT INTO grading_decisions (year, kind, subject, content, document, day, entry) "
        f"VALUES (2026, '{kind}', '{subject}', '{content}', '{document}', '2027-01-08', {EXPORT + 1})"
    )


GRADING = SEATED.replace("accounts.first", "grading.choose")
REVIEWING = SEATED.replace("accounts.first", "ability.review")
BEST = grade_list(grade=Grade.EXCELLENT)
UNSEEN = grade_list(stage="approved", review_required=True)


def month(number: int, state: str) -> str:
    return f"INSERT INTO months (year, month, state, entry) VALUES (2026, {number}, '{state}', {EXPORT + 1})"


def month_sheet(version: int, total: int = 8000) -> str:
    """A version of January's sheet, of one person whose parts add up to 80.00."""
    person = SheetLine("J001", "秦生康", "第一检察部", {}, {"performance": 7000, "common": 1000}, total)
    figures = kept(MonthSheet(2026, 1, "检察官", "方案", (), (), (person,)))
    return (
        "INSERT INTO month_sheets (year, month, category, version, ranked, figures, entry) "
        f"VALUES (2026, 1, '检察官', {version}, 0, '{figures}', {EXPORT + 1})"
    )


MOVED = (
    SEATED.replace("accounts.first", "course.approve")
    .replace("what, prev", "subject, what, prev")
    .replace("'{}'", "'2026', '{}'", 1)
)


def course(move: str, stage: str) -> str:
    return f"INSERT INTO courses (year, stage, move, entry) VALUES (2026, '{stage}', '{move}', {EXPORT + 1})"


OBJECTED, WRITTEN = (SEATED.replace("accounts.first", verb) for verb in ("objection.register", "letter.register"))


def objected(matters: str = '["score"]', state: str = "received", late: int = 0, grounds: str = "目标件数有误") -> str:
    """An objection of J001, against a notice that this desk does not have."""
    return (
        "INSERT INTO objections (year, number, person_id, version, matters, grounds, signed, received, receiver, typed, "
        f"in_time, minutes_late, answer_by, state, entry) VALUES (2026, 1, {WHO.format('J001')}, 1, '{matters}', '{grounds}', 1, "
        f"'2027-01-12T10:00:00+08:00', '范伟雪', '2027-01-12T10:00:00+08:00', {int(not late)}, {late}, '2027-01-19', "
        f"'{state}', {EXPORT + 1})"
    )


OPENED = SEATED.replace("accounts.first", "proceeding.open")
ANSWERED = (
    SEATED.replace("accounts.first", "proceeding.decide")
    .replace("at, actor", "authority, at, actor")
    .replace("'2027-01", "'王芳', '2027-01")
)
APPLIED = SEATED.replace("accounts.first", "application.register")
CHALLENGED = '[{"key":["J001"],"kind":"ballots","label":""}]'
EXAMINING = (
    '[{"code":"J003","declared":"2027-01-12","name":"吴静"},{"code":"J004","declared":"2027-01-12","name":"薛一红"}]'
)


def examined(
    kind: str = "correction", source: str = "NULL", state: str = "opened", *, by: str = EXAMINING, basis: str = "笔误"
) -> str:
    """A re-review of J001's ballots."""
    found = "'查明'" if state != "opened" else "NULL"
    return (
        "INSERT INTO proceedings (year, number, kind, person_id, about_id, source, basis, challenged, state, examiners, findings, entry) "
        f"VALUES (2026, 1, '{kind}', {WHO.format('J001')}, {WHO.format('J001')}, {source}, '{basis}', '{CHALLENGED}', "
        f"'{state}', '{by}', {found}, {EXPORT + 1})"
    )


UPHELD = "UPDATE proceedings SET motion = 'uphold', reasons = '属实', effects = '{}', meeting = 1, document = '复1号', day = '2027-01-12'"
"""The re-review was decided, as it says."""
LETTER = (
    "INSERT INTO letters (year, number, received, receiver, content, entry) "
    f"VALUES (2026, 1, '2027-01-08T09:00:00+08:00', '', '材料不实', {EXPORT + 1})"
)


MET = SEATED.replace(
    "VALUES",
    f"VALUES ({EXPORT + 2}, '2027-01-11T09:00:00+08:00', '周敏', 'desk', 'committee.appoint', '{{}}', '', '', '{{}}'),",
).replace("accounts.first", "meeting.close")


def term(until: str = "NULL", post: str = "member") -> str:
    return (
        "INSERT INTO members (name, post, since, until, entry) "
        f"VALUES ('钟某', '{post}', '2025-01-01', {until}, {EXPORT + 2})"
    )


def meeting(
    number: int = 1,
    document: str = "'检考委1号'",
    agenda: str = '[{"id":"1","kind":"free","title":"听取汇报","about":[]}]',
) -> str:
    return (
        "INSERT INTO meetings (year, number, called, place, state, agenda, presiding, document, entry) "
        f"VALUES (2026, {number}, '2027-01-08T14:00:00+08:00', '三楼', 'closed', '{agenda}', 'J020', {document}, {EXPORT + 1})"
    )


def attended(presence: str = "present") -> str:
    return (
        "INSERT INTO attendance (year, meeting, member, name, post, presence, entry) "
        f"VALUES (2026, 1, 'J020', '闫峰', 'chair', '{presence}', {EXPORT + 1})"
    )


def recused(decided_by: str) -> str:
    return (
        "INSERT INTO recusals (year, meeting, item, member, ground, about, origin, decided_by, granted, entry) "
        f"VALUES (2026, 1, '1', 'J020', 'stake', '', 'declared', {decided_by}, 1, {EXPORT + 1})"
    )


def voted(ayes: int, outcome: str = "passed", voters: str = '["J020"]', recused: str = "[]") -> str:
    return (
        "INSERT INTO votes (year, meeting, item, question, subject, people, voters, recused, members, entitled, ayes, noes, abstentions, outcome, presiding, recorder, taken, entry) "
        f"VALUES (2026, 1, '1', '听取汇报', '', '[\"J001\"]', '{voters}', '{recused}', 7, 6, {ayes}, 0, 0, '{outcome}', '闫峰', '孙丽', '2027-01-08T15:00:00+08:00', {EXPORT + 1})"
    )


HUNG = SEATED.replace("accounts.first", "publication.correct")


def published(**other: str) -> str:
    """A notice with its fingerprint, or with another."""
    days = tuple(date(2027, 1, each) for each in (12, 13, 14, 15, 18))
    notice = Notice(
        2026,
        1,
        1,
        "演练县人民检察院",
        (),
        NoticeOrder.DEPARTMENT,
        days,
        "17:30",
        date(2027, 1, 11),
        Receiving(),
        ("公告栏",),
    ).sealed()
    told = {"notice": notice.to_json(), "fingerprint": notice.fingerprint, **other}
    return (
        "INSERT INTO publications (year, version, list_version, notice, fingerprint, entry) "
        f"VALUES (2026, 1, 1, '{told['notice']}', '{told['fingerprint']}', {EXPORT + 1})"
    )


def window(step: int = 1, last: str = "2027-01-18", days: str = "12 13 14 15 18") -> str:
    counted = json.dumps({"asked": 5, "count_posting_day": False, "days": [f"2027-01-{each}" for each in days.split()]})
    return (
        "INSERT INTO windows (year, version, step, why, posted, counted, last_day, cut_off, calendar, entry) "
        f"VALUES (2026, 1, {step}, 'posted', '2027-01-11T09:00:00+08:00', '{counted}', '{last}', '17:30', '{{}}', {EXPORT + 1})"
    )


def hung(place: str = "公告栏", by: str = '["范伟雪","彭强涛"]') -> str:
    return (
        "INSERT INTO postings (year, version, place, posted, posted_by, entry) "
        f"VALUES (2026, 1, '{place}', '2027-01-11T09:00:00+08:00', '{by}', {EXPORT + 1})"
    )


def shut(closed: str = "2027-01-18T17:30:00+08:00", shown: str = "2027-01-18") -> str:
    return (
        "INSERT INTO closings (year, version, closed, shown_day, objections, entry) "
        f"VALUES (2026, 1, '{closed}', '{shown}', 0, {EXPORT + 1})"
    )


SLIP = f"INSERT INTO notes (year, version, number, kind, content, day, entry) VALUES (2026, 1, 0, 'correction', '{{}}', '2027-01-12', {EXPORT + 1})"

IN_A_CELL = {"person_id": WHO.format("J001"), "indicator": "'skill'", "day": "'2026-12-31'", "line": "1"}


def charged(since: str, until: str) -> str:
    return (
        "INSERT INTO charges (department_id, person_id, since, until, entry) "
        f"VALUES (1, {WHO.format('J020')}, '{since}', '{until}', {EXPORT + 2})"
    )


def content(text: str = "hello", size: int = 5, entry: int = 1) -> str:
    return (
        "INSERT INTO contents (sha256, kind, size, content, entry) "
        f"VALUES ('{HELLO}', 'text', {size}, CAST('{text}' AS BLOB), {EXPORT + entry})"
    )


ATTACHMENT = (
    f"INSERT INTO attachments (subject, sha256, name, entry) VALUES ('case:1', '{HELLO}', '函.txt', {EXPORT + 1})"
)
STRICT = f"INSERT INTO settings (key, value, entry) VALUES ('desk.way', 'strict', {EXPORT + 1})"

SCHEMING = SEATED.replace("accounts.first", "scheme.adopt")
DRAFTED = f"INSERT INTO scheme_drafts (year, category, scheme, entry) SELECT 2026, '司法行政人员', scheme, {EXPORT + 1} FROM schemes LIMIT 1"

BREACHES = {
    "schemes.versions": breach("UPDATE schemes SET decision = '考评委1号', adopted = '2026-01-20', version = 2", said="考核方案的各版不连续"),
    "schemes.drafts": breach(SCHEMING, DRAFTED, said="2026 年度司法行政人员考核方案的草稿读不出，或不属于这类人员"),
    "file.mark": breach("PRAGMA application_id = 7", said="没有本程序台账的标记", sealed=False),
    "file.missing": breach("DROP INDEX ix_events_scoring", said="缺少本程序建立的索引 ix_events_scoring", sealed=False),
    "file.foreign": breach("CREATE TABLE extra (x)", said="没有建立的数据表 extra", sealed=False),
    "file.references": breach("UPDATE events SET person_id = 777777 WHERE id = 1", said="加减分表第 1 行指向工号表"),
    "values.shape": breach("UPDATE events SET day = '2026-02-30' WHERE id = 1", said="加减分表第 1 行的 day 不是该栏应有的值：2026-02-30"),
    "values.number": breach("UPDATE events SET points = '一分' WHERE id = 1", said="加减分表第 1 行的 points"),
    "chain.hash": breach("UPDATE journal SET actor = '某人' WHERE seq = 3", said="第 3 条日志（导入工作簿）的内容与其哈希不符", sealed=False),
    "chain.time": breach(f"UPDATE journal SET at = '2027-01-11T09:00:00' WHERE seq = {EXPORT}", said=f"第 {EXPORT} 条日志的时间"),
    "chain.content": breach(f"UPDATE journal SET what = '{{\"b\": 1}}' WHERE seq = {EXPORT}", said=f"第 {EXPORT} 条日志所记的内容"),
    "chain.beginning": breach(f"UPDATE journal SET verb = 'desk.found' WHERE seq = {EXPORT}", said=f"第 {EXPORT} 条日志不对"),
    "chain.alone": breach(SEATED.replace("accounts.first", "accounts.way"), said=f"第 {EXPORT + 1} 条日志（", ),
    "chain.overruled": breach(SEATED.replace("accounts.first", "journal.overrule").replace("at, actor", "subject, authority, at, actor").replace("'2027-01", "'99', '王芳', '2027-01"), said=f"第 {EXPORT + 1} 条日志更正的是不存在的或其后的日志：99"),
    "seals.rows": breach("UPDATE events SET reason = '另一事由' WHERE id = 1", said="加减分表的行与第 5 条日志封存的不符", sealed=False),
    "seals.unaccounted": breach("INSERT INTO persons (id, code) VALUES (9999, 'Z999')", said="工号表里有没有任何日志记载的行", sealed=False),
    "trail.order": breach("UPDATE events SET ended_by = 3 WHERE id = 1", said="加减分表第 1 行先结束后开始：由第 5 条"),
    "trail.brought": breach(f"UPDATE settings SET entry = {PRINTING}", said=f"设置表第 1 行由第 {PRINTING} 条日志（打印考核表）写入"),
    "trail.ended": breach(f"UPDATE events SET ended_by = {SETTING} WHERE id = 1", said=f"第 1 行由第 {SETTING} 条日志（修改设置）结束"),
    "trail.given_back": breach("UPDATE events SET source_entry = 2 WHERE id = 1", said="自称由第 5 条日志恢复自第 2 条导入"),
    "office.one_row": breach("DELETE FROM desk", said="恰有一行说明属于哪个院，实有 0 行"),
    "office.as_founded": breach("UPDATE desk SET office = '别的院'", said="台账的单位与第 1 条日志"),
    "office.years": breach("INSERT INTO years VALUES (1999, 1)", said="年度 1999 超出范围", also="office.year_without_scheme"),
    "office.year_without_scheme": breach("INSERT INTO years VALUES (2030, 1)", said="2030 年度没有有效的考核方案"),
    "office.scheme_without_year": breach("INSERT INTO schemes (year, scheme, entry) SELECT 2031, scheme, 1 FROM schemes LIMIT 1", said="2031 年度的考核方案，台账里却没有"),
    "office.scheme": breach("UPDATE schemes SET scheme = replace(scheme, '\"maximum\": 20', '\"maximum\": 21')", said="2026 年度的考核方案不合规定", also="office.scheme_as_founded"),
    "office.scheme_as_founded": breach("UPDATE schemes SET scheme = scheme || ' '", said="2026 年度的考核方案与第 1 条日志"),
    "office.setting": breach("UPDATE settings SET value = '25:99'", said=f"设置 publication.cut_off 的值不合规定：25:99（第 {SETTING} 条日志）"),
    "people.until": breach(f"UPDATE stays SET until = '2000-01-01' WHERE person_id = {WHO.format('J001')}", said="工号 J001 的任职先止后起"),
    "people.overlap": breach(f"UPDATE stays SET until = NULL WHERE person_id = {WHO.format('J005')}", said="工号 J005 的两段任职日期重叠"),
    "people.category": breach(f"UPDATE stays SET category = '检查官' WHERE person_id = {WHO.format('X001')}", said="工号 X001 的人员类别不认识：检查官"),
    "people.factor": breach(f"UPDATE stays SET factor = -1000000000 WHERE person_id = {WHO.format('X001')}", said="工号 X001 的办案系数小于 0"),
    "people.name": breach(f"UPDATE stays SET name = ' ' WHERE person_id = {WHO.format('X001')}", said="没有姓名或工号（工号“X001”"),
    "people.unknown": breach(STRANGER, "UPDATE events SET person_id = 9999 WHERE id = 1", said="加减分表提到工号 Z999"),
    "people.handler": breach(f"UPDATE stays SET category = '司法行政人员' WHERE person_id = {WHO.format('J001')}", said="由工号 J001 承办，此人没有检察官任职"),
    "cases.share": breach(f"UPDATE case_shares SET share = 0 WHERE id = {SINGLE}", said="的分担比例 0 不在 0 与 1 之间"),
    "cases.shares_above_one": breach(f"UPDATE case_shares SET share = 800000000 WHERE case_id = {JOINT}", said="各承办人的分担比例合计 1.6，超过 1"),
    "cases.disagree": breach(f"UPDATE case_shares SET due = '2026-12-30' WHERE id = (SELECT max(id) FROM case_shares WHERE case_id = {JOINT})", said="各行的类别、部门、日期、人数或难度不一致"),
    "cases.closed_before_accepted": breach(f"UPDATE case_shares SET accepted = '2027-01-01' WHERE id = {SINGLE}", said="早于受理（2027-01-01）"),
    "cases.year": breach(f"UPDATE case_shares SET year = 2025 WHERE id = {SINGLE}", said="计入 2025 年度，与审结日期", also="figures.sums"),
    "cases.kind": breach("UPDATE weightings SET kind = '抢劫' WHERE id = 1", said="的类别在各年度方案里都没有：抢劫"),
    "cases.persons": breach("UPDATE weightings SET persons = 0 WHERE id = 1", said="的涉案人数为 0"),
    "cases.difficulty": breach("UPDATE weightings SET difficulty = '3' WHERE id = 1", said="的难度系数 3 不在 1 与 2 之间"),
    "cases.review_without_case": breach("INSERT INTO case_numbers (id, number, entry) VALUES (9999, '检〔2026〕9999号', 3)", "UPDATE reviews SET case_id = 9999 WHERE id = 1", said="评查所指的案件 检〔2026〕9999号 不在台账里"),
    "cases.marks": breach("UPDATE reviews SET substance = 61000000000 WHERE id = 1", said="评查的实体得分 61 不在 0 与 60 之间"),
    "cases.grade": breach("UPDATE reviews SET grade = '瑕疵' WHERE id = 1", said="评查等次“瑕疵”不在审结年度 2026 的等次表里"),
    "cases.items": breach("UPDATE reviews SET items = '[[\"side\"]]' WHERE id = 1", said="的评价项目或流程监控情况读不懂"),
    "cases.cause": breach(REVIEWED, f"INSERT INTO causes (case_id, cause, decision, day, reason, entry) SELECT case_id, '手误', '考委1号', '2026-07-01', '漏审', {EXPORT + 1} FROM reviews WHERE id = 1", said="的原因认定不完整或原因不认识"),
    "cases.cause_without_case": breach(REVIEWED, "INSERT INTO case_numbers (id, number, entry) VALUES (9999, '检〔2026〕9999号', 3)", f"INSERT INTO causes (case_id, cause, decision, day, reason, entry) VALUES (9999, '失误', '考委1号', '2026-07-01', '漏审', {EXPORT + 1})", said="原因认定所指的案件 检〔2026〕9999号 不在台账里"),
    "trail.overriding": breach("UPDATE reviews SET overrides = (SELECT max(id) FROM reviews) WHERE id = 1", said="找不到它所更正的原值"),
    "events.indicator": breach("UPDATE events SET indicator = 'nonsense' WHERE id = 1", said="记在不存在的指标 nonsense 上"),
    "events.year": breach("UPDATE events SET year = 2025 WHERE id = 1", said="的加减分记入 2025 年度，与日期不符"),
    "events.evidence": breach("UPDATE events SET voucher = '' WHERE id = 1", said="的加减分没有事由或凭证号"),
    "events.number": breach(TYPED, "UPDATE events SET number = 5 WHERE id = 1", draft(5), said="登记号 5 有 2 条加减分"),
    "events.draft_whole": breach(TYPED, draft(5, person_id=WHO.format("J001"), indicator="'skill'", day="'2026-12-05'", points="1", reason="'甲'", voucher="'政1号'", approver="'主任'"), said="登记号 5 什么都不缺，却仍是草稿"),
    "events.draft_month": breach(TYPED, draft(5, day="'2026-11-05'"), said="登记号 5 的草稿记在 12 月，与年度或日期不符"),
    "events.line": breach(TYPED, line(1, "nichts"), said="12 月第 1 批的指标 nichts、人员类别或月份不存在"),
    "events.line_gap": breach(TYPED, line(2), said="12 月指标 skill 的批次不是从 1 到 2 连续编号"),
    "events.off_the_grid": breach(TYPED, draft(5, **{**IN_A_CELL, "day": "'2026-12-30'"}), said="登记号 5 记在第 1 批，日期却不是月末"),
    "events.cell_twice": breach(TYPED, draft(5, **IN_A_CELL), draft(6, **IN_A_CELL), said="工号 J001 在同一批（第 1 批）有两条加减分"),
    "ratings.leader_mark": breach("UPDATE leader_marks SET mark = 101000000000 WHERE id = 1", said="的领导评价 101 不在 0 与 100 之间"),
    "ratings.ballot_mark": breach("UPDATE ballots SET mark = -1 WHERE id = (SELECT min(id) FROM ballots)", said="第 7 条日志导入的测评票中有得分不在 0 与 100 之间"),
    "ratings.ballot_class": breach("UPDATE ballots SET ballot_class = 'D' WHERE id = (SELECT min(id) FROM ballots)", said="第 7 条日志导入的测评票中有不认识的票类：D"),
    "ratings.year": breach("UPDATE ballots SET year = 2031 WHERE id = (SELECT min(id) FROM ballots)", said="第 7 条日志导入的评价记入 2031 年度"),
    "people.kinship": breach(LEADING, related("J001", "J002", "朋友"), said="工号 J001 的亲属关系不认识：朋友"),
    "people.relative": breach(LEADING, related("J001", "J001"), said="工号 J001 的亲属 J001 是本人"),
    "people.related_twice": breach(LEADING, related("J001", "J002"), related("J002", "J001"), said="工号 J001 与 J002 的亲属关系登记了两次"),
    "people.charge": breach(LEADING, charged("2026-02-01", "2026-01-01"), said="先止后起：2026-02-01 起，2026-01-01 止"),
    "people.charge_overlap": breach(LEADING, charged("2026-01-01", "2026-03-01"), charged("2026-03-01", "2026-06-01"), said="的两段日期重叠（第 16 条与第 16 条日志）"),
    "ratings.typed": breach("UPDATE leader_marks SET rater_code = 'J020' WHERE id = 1", said="J020 对工号 J001 的领导评价没有理由"),
    "ratings.report": breach(LEADING, f"INSERT INTO duty_reports (year, person_id, received, report, entry) VALUES (2026, 1, '2025-12-31', '文', {EXPORT + 3})", said="年度述职收到日期 2025-12-31 与年度不符"),
    "ratings.opinion": breach(LEADING, f"INSERT INTO outside_opinions (year, number, giver, kind, day, opinion, entry) VALUES (2026, 1, '周国强', '群众', '2026-03-01', '好', {EXPORT + 4})", said="2026 年第 1 号外部意见的身份、日期、编号或内容不对"),
    "objections.kept": breach(OBJECTED, objected(grounds=" "), said="异议 2026-异-001 没有理由、接收人或所针对的公示书（第 15 条日志）", also="objections.timely"),
    "objections.about": breach(OBJECTED, objected('["other"]'), said="异议 2026-异-001 的申请事项与他人姓名不符", also="objections.kept objections.timely"),
    "objections.state": breach(OBJECTED, objected(state="routed"), said="异议 2026-异-001 的状态“转结果通知后复核”与是否逾期、理由或撤回申请不符", also="objections.kept objections.timely"),
    "objections.timely": breach(OBJECTED, objected(late=20), said="异议 2026-异-001 记为逾期 20 分钟，与公示的截止时间或收到、录入的时间不符", also="objections.kept"),
    "objections.letter": breach(WRITTEN, LETTER, said="情况反映 2026-情-001 没有内容、接收人，或收到时间不对"),
    "proceedings.kept": breach(OPENED, examined(basis=" "), said="2026 年度第 1 号复核或更正的种类、依据、争议事项或承办人读不出（第 15 条日志）"),
    "proceedings.source": breach(OPENED, examined("objection", "1"), said="2026 年度第 1 号复核没有与它相符的异议或申请（第 15 条日志）"),
    "proceedings.examined": breach(OPENED, examined(by='[{"code":"J003","declared":null,"name":"吴静"}]'), said="2026 年度第 1 号复核或更正不足两名承办人"),
    "proceedings.decided": breach(OPENED, examined(state="upheld"), said="2026 年度第 1 号复核或更正的状态与复核意见、会议、文号或日期不符（第 15 条日志）", also="effects.vote"),
    "proceedings.answered": breach(ANSWERED, objected(state="upheld"), said="异议 2026-异-001 的答复与复核的决定不符（第 15 条日志）", also="objections.kept objections.timely objections.state chain.alone"),
    "proceedings.application": breach(APPLIED, f"INSERT INTO applications (year, number, kind, person_id, version, grounds, received, receiver, typed, last_day, in_time, decide_by, state, entry) VALUES (2026, 1, 'review', {WHO.format('J001')}, 1, '少计两件', '2027-01-20T09:00:00+08:00', '范伟雪', '2027-01-20T09:00:00+08:00', '2027-02-18', 1, '2027-02-19', 'received', {EXPORT + 1})", said="2026 年度第 1 号复核申请或申诉的结果、期限、机关、理由或办理情况不符（第 15 条日志）"),
    "effects.vote": breach(ANSWERED, examined(state="upheld"), UPHELD, said="2026 年度第 1 号复核或更正的决定没有委员会通过的表决（第 15 条日志）"),
    "effects.list": breach(ANSWERED, examined(state="changed"), UPHELD.replace("'uphold'", "'change'"), said="2026 年度第 1 号复核或更正决定后的名册，与决定的影响、告知的人员不符（第 15 条日志）", also="effects.vote"),
    "effects.informing": breach(ANSWERED, f"INSERT INTO informings (year, proceeding, person_id, moved, told, entry) VALUES (2026, 9, 1, '{{}}', '2027-01-12', {EXPORT + 1})", said="对工号 J001 的告知读不出、早于决定，或没有告知人、方式"),
    "committee.term": breach(MET, term("'2024-01-01'"), said="委员钟某的职务、姓名或任期起止不对（第 16 条日志）"),
    "committee.overlap": breach(MET, term("'2025-06-30'"), term().replace("'2025-01-01'", "'2025-06-30'"), said="委员钟某的两段任期重叠（第 16 条与第 16 条日志）"),
    "committee.meeting": breach(MET, meeting(document="NULL"), said="2026 年度第 1 次会议的状态、议程、主持人或纪要编号不对（第 15 条日志）"),
    "committee.minutes_twice": breach(MET, meeting(), meeting(2), said="2026 年度有 2 次会议的纪要编号同为“检考委1号”"),
    "committee.attendance": breach(MET, meeting(), attended("vielleicht"), said="2026 年度第 1 次会议闫峰的到会登记不对"),
    "committee.recusal": breach(MET, meeting(), recused("NULL"), said="2026 年度第 1 次会议 J020 的回避没有法定理由或决定人"),
    "committee.count": breach(MET, meeting(), voted(7), said="2026 年度第 1 次会议“听取汇报”的票数多于可以表决的人数"),
    "committee.outcome": breach(MET, meeting(), voted(3), said="2026 年度第 1 次会议“听取汇报”的表决结果与票数不符"),
    "committee.recused_voted": breach(MET, meeting(), voted(6, recused='["J020"]'), said="2026 年度第 1 次会议“听取汇报”由须回避的 J020 参加了表决"),
    "committee.absent_voted": breach(MET, meeting(), attended("away"), voted(6), said="2026 年度第 1 次会议“听取汇报”由登记为未到会的 J020 参加了表决"),
    "standing.kind": breach("UPDATE sanctions SET kind = '口头提醒' WHERE id = 1", said="的处分种类在各年度方案里都没有：口头提醒"),
    "standing.closed": breach("UPDATE sanctions SET closed = '2020-01-01' WHERE id = 1", said="结案 2020-01-01 早于决定"),
    "standing.year": breach("UPDATE sanctions SET year = 2025 WHERE id = 1", said="记入 2025 年度，与决定日期"),
    "standing.term": breach("UPDATE sanctions SET term = 3 WHERE id = 1", said="期限 3 年，只能是 1 或 2"),
    "standing.leave": breach("UPDATE leave SET until = '2026-01-01' WHERE id = 1", said="的请假止（2026-01-01）早于起（2026-02-01）"),
    "calendar.kind": breach("UPDATE calendar_days SET kind = '放' WHERE id = 1", said="的类型不是休或班：放"),
    "calendar.document": breach("UPDATE calendar_days SET document = ' ' WHERE id = 1", said="没有通知文号"),
    "imports.kind": breach("UPDATE imports SET kind = 'gossip' WHERE entry = 9", said="第 9 条日志的导入（请假.xlsx）类别不认识：gossip", also="imports.as_journalled"),
    "imports.year": breach("UPDATE imports SET year = 2031 WHERE entry = 9", "UPDATE journal SET what = replace(what, '\"year\":2026', '\"year\":2031') WHERE seq = 9", said="第 9 条日志的导入（请假.xlsx）属于 2031 年度"),
    "imports.digest": breach("UPDATE journal SET what = replace(what, (SELECT sha256 FROM imports WHERE entry = 9), 'abc') WHERE seq = 9", "UPDATE imports SET sha256 = 'abc' WHERE entry = 9", said="第 9 条日志的导入（请假.xlsx）所记的摘要不是 SHA-256"),
    "imports.as_journalled": breach("UPDATE imports SET workbook = '别的.xlsx' WHERE entry = 9", said="导入记录（别的.xlsx）的"),
    "imports.without_record": breach("DELETE FROM imports WHERE entry = 9", said="第 9 条日志是一次导入，导入记录里却没有"),
    "imports.count": breach("DELETE FROM leave WHERE id = 1", said="第 9 条日志的导入（请假.xlsx）写入 2 行，台账里有 1 行"),
    "imports.replaced": breach("UPDATE leave SET ended_by = 9 WHERE id = 1", said="第 9 条日志的导入（请假.xlsx）替换 0 行，台账里由它结束的有 1 行"),
    "imports.taken_back": breach(f"UPDATE imports SET taken_back_by = {EXPORT} WHERE entry = {TAKEN_BACK}", said=f"称由第 {EXPORT} 条日志撤回，该条日志不是这次撤回"),
    "imports.mapping": breach(SEATED.replace("accounts.first", "mapping.put"), f"INSERT INTO mappings (kind, source, columns, entry) VALUES ('events', '甲', '{{}}', {EXPORT + 1})", said="记住的列的对应（events）不能用来读工作簿"),
    "imports.left_over": breach(f"UPDATE events SET ended_by = NULL WHERE ended_by = {TAKING_BACK}", said=f"第 {TAKEN_BACK} 条日志的导入（加减分.xlsx）已撤回，仍有 1 行有效"),
    "grades.list": breach(graded(), listed(grade_list()).replace('"total":8000', '"total":8001'), said="2026 年度等次建议第 1 版读不出，或与其指纹不符"),
    "grades.as_journalled": breach(graded(2), listed(grade_list()), said=f"2026 年度等次建议第 1 版与第 {EXPORT + 1} 条日志所记不符"),
    "grades.sequence": breach(graded(2, grade_list(2).fingerprint), listed(grade_list(2), 2), said="2026 年度等次建议的各版不连续，最新为第 2 版"),
    "grades.rules": breach(graded(1, BEST.fingerprint), listed(BEST), said="的优秀超过名额，或有人的等次与业绩考评、状态不符"),
    "grades.reviewed": breach(graded(1, UNSEEN.fingerprint), listed(UNSEEN), said="工号 J001 的等次在 2026 年度审议通过时还没有业务能力评审意见"),
    "grades.choice": breach(GRADING, f"INSERT INTO grade_choices (year, person_id, stage, grade, reason, entry) VALUES (2026, {WHO.format('J001')}, 'proposed', '优', '试', {EXPORT + 1})", said="工号 J001 在 2026 年度所改的等次不认识"),
    "grades.decision": breach(GRADING, decided("tie", "检察官", '{"chosen":["J001","J002"],"equals":["J001","J002"],"open":1}'), said="2026 年度等次审议的一项决定读不出、没有文号或自相矛盾"),
    "grades.review": breach(REVIEWING, f"INSERT INTO ability_reviews (year, person_id, selected, reviewers, looked_at, findings, opinion, day, entry) VALUES (2026, {WHO.format('J001')}, '', '[]', '[\"案卷\"]', '试', '胜任', '2027-01-06', {EXPORT + 1})", said="工号 J001 的 2026 年度业务能力评审不完整"),
    "months.known": breach(MONTHLY, month(1, "halb"), said="2026 年 1 月的状态不认识"),
    "months.order": breach(MONTHLY, month(2, "closed"), said="2026 年 2 月关账时，前面还有月份从未关账"),
    "months.without_sheet": breach(MONTHLY, month(1, "published"), said="2026 年 1 月记为已公布，却没有公布表"),
    "months.sequence": breach(MONTHLY, month_sheet(2), said="2026 年 1 月检察官公布表的各版不连续", also="months.as_journalled"),
    "months.figures": breach(MONTHLY, month_sheet(1, total=9), said="2026 年 1 月检察官公布表第 1 版读不出"),
    "months.as_journalled": breach(MONTHLY.replace('"检察官":1', '"检察官":3'), month_sheet(1), said=f"公布表第 1 版与第 {EXPORT + 1} 条日志所记不符"),
    "months.grade": breach(MONTHLY, f"INSERT INTO routine_grades (year, quarter, person_id, grade, entry) VALUES (2026, 1, 1, '好', {EXPORT + 1})", said="第 1 季度平时考核等次“好”不认识或没有理由"),
    "publication.notice": breach(HUNG, published(fingerprint="00"), window(), hung(), shut(), said="2026 年度公示书第 1 版的内容与其指纹不符"),
    "publication.window": breach(HUNG, published(), window(days="12 13 14 18"), said="2026 年度公示书第 1 版的公示期缺少步骤，或所计天数不对"),
    "publication.shortened": breach(HUNG, published(), window(last="2027-01-19", days="12 13 14 15 19"), window(2), said="2026 年度公示书第 1 版的公示期被缩短"),
    "publication.added": breach(HUNG, published(), window(), window(2, last="2027-01-19", days="11 12 13 14 15 19"), said="2026 年度公示书第 1 版的公示期补计了登记时已经过去的 2027-01-11"),
    "publication.posting": breach(HUNG, published(), window(), hung(by='["范伟雪","范伟雪"]'), said="2026 年度公示书第 1 版在“公告栏”的张贴记录不对"),
    "publication.note": breach(HUNG, published(), window(), SLIP, said="2026 年度公示书第 1 版的第 0 号公告或说明不对"),
    "publication.closing": breach(HUNG, published(), window(), shut("2027-01-18T17:29:00+08:00"), said="2026 年度公示书第 1 版在截止以前关闭，或关闭的日期不符"),
    "course.moves": breach(MOVED, course("approve", "approved"), said=f"2026 年度的流程不连续：第 {EXPORT + 1} 条日志的“审议通过等次”接不上前一步", also="course.rests"),
    "course.acts": breach(MOVED, course("propose", "proposed"), said=f"第 {EXPORT + 1} 条日志与 2026 年度流程中的“提出等次建议”对不上", also="course.rests"),
    "course.rests": breach(MOVED.replace("course.approve", "course.propose"), course("propose", "proposed"), said="2026 年度是“等次建议已提出”，却与名册、公示书或关闭的记录不符"),
    "prints.sequence": breach("UPDATE prints SET version = 3 WHERE id = 1", said="考核表的版本号不连续，最新为第 3 版", also="prints.as_journalled"),
    "prints.holding": breach(f"UPDATE prints SET ended_by = {PRINTING} WHERE id = 1", said="的有效与否不对"),
    "prints.same_data": breach("INSERT INTO prints (year, form, person_id, version, final, fingerprint, entry) SELECT year, form, person_id, version, final, 'ab', entry FROM prints WHERE id = 1", said="有两个不同的指纹", also="prints.as_journalled"),
    "prints.as_journalled": breach("UPDATE prints SET final = 1 WHERE id = 1", said="的打印记录与第 13 条日志所记不符", also="prints.moved"),
    "accounts.whole": breach(SEATED, account("min", '["reviewer"]'), account("wu", '["王"]'), said="账号“wu”没有登录名、持有人或认识的角色"),
    "accounts.encoded": breach(SEATED, account("min", '["reviewer"]', password="secret"), said="账号“min”的密码没有按 argon2id 保存"),
    "accounts.apart": breach(SEATED, STRICT, account("min", '["administrator","auditor"]'), account("wu", '["operator"]', holder="吴刚"), said="周敏 的账号集中了严格方式下必须分开的角色"),
    "accounts.kept": breach(SEATED, account("min", '["operator"]'), said="没有一个可用的账号能管理账号"),
    "accounts.three": breach(SEATED, STRICT, account("min", '["administrator"]'), account("wu", '["operator"]', holder="吴刚"), said="严格方式下没有可用的审计员账号"),
    "signing.certificate": breach(CERTIFIED, certificate("ab"), said="第 1 号证书（演练县人民检察院）的种类、指纹、签发者或密钥不对"),
    "signing.bytes": breach(SEALING, certificate(), seal(), said="2026 年度 J001 第 1 版已签章确认表的内容不在台账里", also="signing.head"),
    "signing.signer": breach(SEALING, certificate(), content(entry=2), seal(by="ab"), said="2026 年度 J001 第 1 版确认表的签章所用的证书不在台账里", also="signing.head"),
    "signing.head": breach(SEALING, certificate(), content(entry=2), seal(head="ab"), said="2026 年度 J001 第 1 版确认表签章时的日志头在日志里找不到"),
    "signing.steps": breach(SEALING, certificate(), content(entry=2), seal(2, expected=2), said="2026 年度 J001 第 1 版确认表的签名次序不对或缺少一步", also="signing.head"),
    "attachments.content": breach(ATTACHED, content("hallo"), ATTACHMENT, said="附件“函.txt”的内容与第 15 条日志存入时"),
    "attachments.missing": breach(ATTACHED, ATTACHMENT, said="附件“函.txt”（第 15 条日志）的内容不在台账里"),
    "attachments.unused": breach(ATTACHED, content(), said="第 15 条日志存入的附件内容不属于任何附件"),
}  # fmt: skip
"""By the code of the invariant."""


@pytest.mark.parametrize("code", BREACHES)
def test_a_broken_invariant_is_named_and_no_other(lived: Path, code: str) -> None:
    assert sound(lived, None).ok
    broken = BREACHES[code]
    break_it(lived, *broken.statements, sealed=broken.sealed)
    found = sound(lived, None).problems
    assert {problem.code for problem in found} - broken.also == {code}, found
    assert any(broken.said in problem_in_words(problem) for problem in found if problem.code == code), [
        problem_in_words(problem) for problem in found
    ]


def _weaker_trigger(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TRIGGER events_no_delete")
        raw.execute(
            "CREATE TRIGGER events_no_delete BEFORE DELETE ON events WHEN 0 BEGIN SELECT RAISE(ABORT, 'no'); END"
        )


def _gap(path: Path) -> None:
    with opened(path) as raw:
        raw.execute(f"UPDATE journal SET seq = seq + 1 WHERE seq = {EXPORT}")
        chain_anew(raw)


def _loose_link(path: Path) -> None:
    with opened(path) as raw:
        row = raw.execute(f"SELECT {', '.join(Entry._fields)} FROM journal WHERE seq = {EXPORT}").fetchone()
        entry = Entry(*row)._replace(previous="f" * 64)
        raw.execute(
            f"UPDATE journal SET previous = ?, hash = ? WHERE seq = {EXPORT}", (entry.previous, chain_hash(entry))
        )


def _chain_over_paper(path: Path) -> None:
    with opened(path) as raw:
        raw.execute("UPDATE journal SET actor = '某人' WHERE seq = 3")
        chain_anew(raw, printed_heads=False)


def _unsealed(path: Path) -> None:
    with opened(path) as raw:
        raw.execute(f"UPDATE journal SET rows = NULL WHERE seq = {EXPORT}")
        chain_anew(raw)


def _one_event_twice(path: Path) -> None:
    with opened(path) as raw:
        index_that_lies(raw, "ux_events_holding", "id = 1")
        columns = "year, person_id, indicator, day, points, reason, voucher, approver, entry, row"
        raw.execute(f"INSERT INTO events ({columns}) SELECT {columns} FROM events WHERE id = 1")


def _lying_index(path: Path) -> None:
    with opened(path) as raw:
        index_that_lies(raw, "ix_events_scoring", "id = 1")


def _longer(path: Path) -> None:
    with path.open("ab") as file:
        file.write(bytes(10))


BY_HAND: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "file.altered": (_weaker_trigger, "防改触发器 events_no_delete 与本程序建立的不同", ""),
    "file.length": (_longer, "文件末尾多出 10 个字节", ""),
    "chain.number": (_gap, f"日志编号中断：应为第 {EXPORT} 条，实为第 {EXPORT + 1} 条", ""),
    "chain.link": (_loose_link, f"第 {EXPORT} 条日志与前一条接不上", ""),
    "chain.printed_head": (
        _chain_over_paper,
        f"第 {PRINTING} 条日志所记打印在纸面上的日志头，与第 {SETTING} 条日志现在的哈希不同",
        "",
    ),
    "seals.gone": (_unsealed, f"第 {EXPORT} 条日志的封印不见了", ""),
    "trail.twice": (_one_event_twice, "加减分表里同一事实有 2 行同时有效", "file.pages imports.count seals.rows"),
    "file.pages": (_lying_index, "页面或索引已损坏", "figures.sums"),
    "figures.sums": (_lying_index, "逐行相加的结果不同", "file.pages"),
}


def test_restoring_takes_two_people_only_over_a_desk_in_use(lived: Path) -> None:
    restored = SEATED.replace("accounts.first", "desk.restore")
    break_it(lived, restored)
    assert sound(lived, None).ok
    break_it(lived, f"""UPDATE journal SET what = '{{"lost":{{"entries":3}}}}' WHERE seq = {EXPORT + 1}""")
    assert [problem.code for problem in sound(lived, None).problems] == ["chain.alone"]


@pytest.mark.parametrize("code", BY_HAND)
def test_what_takes_more_than_a_statement_is_named_too(lived: Path, code: str) -> None:
    do_it, said, also = BY_HAND[code]
    do_it(lived)
    found = sound(lived, None).problems
    assert {problem.code for problem in found} - set(also.split()) == {code}, found
    assert any(said in problem_in_words(problem) for problem in found if problem.code == code)


def test_the_end_of_the_chain_is_looked_at_when_a_desk_is_opened(lived: Path) -> None:
    assert looked_over(lived, None).ok
    break_it(lived, f"UPDATE journal SET actor = '某人' WHERE seq = {EXPORT}", sealed=False)
    (problem,) = looked_over(lived, None).problems
    assert problem.code == "chain.end"
    assert f"日志末尾的第 {EXPORT} 条（导出排名）与链不符" in problem_in_words(problem)


ELSEWHERE = {
    "chain.end",  # above
    "prints.moved",  # in test_printed_sheets
    *(each.code for each in OF_RESULTS),  # in test_results_broken
    *(each.code for each in OF_ROUNDS),  # in test_rounds_broken
    *(f"figures.{what}" for what in ("total", "indicator", "rank", "places", "excellent")),  # in test_figures
}


def test_no_invariant_is_without_its_test() -> None:
    assert {each.code for each in (*EVERY, *QUICK)} == BREACHES.keys() | BY_HAND.keys() | ELSEWHERE


def test_there_are_many() -> None:
    assert len({each.code for each in (*EVERY, *QUICK)}) >= 35


@pytest.mark.parametrize("code", sorted({each.code for each in (*EVERY, *QUICK)}))
def test_every_problem_has_a_group_with_a_name(code: str) -> None:
    assert subject_name(Problem(code, {}).subject)
