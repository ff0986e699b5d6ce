"""`window`: the working days of a publication, from the shell."""

import json

import pytest
from openpyxl import Workbook


def test_json_names_posting_counted_days_and_closing(run):
    answer = run("window", "2026-02-09", "--json")
    assert answer.code == 0
    assert json.loads(answer.out) == {
        "posted": "2026-02-09",
        "first_counted": "2026-02-10",
        "counted": ["2026-02-10", "2026-02-11", "2026-02-12", "2026-02-13", "2026-02-14"],
        "closes": "2026-02-14",
    }
    assert answer.err == ""


def test_json_of_close_by_names_the_meeting_and_the_last_day_to_post(run):
    answer = run("window", "--close-by", "2026-01-20", "--json")
    assert json.loads(answer.out) == {"meeting": "2026-01-20", "post_by": "2026-01-12"}


def test_people_read_the_counted_days_with_their_weekdays(run):
    answer = run("window", "2026-02-13")
    assert "2026-02-14（周六）" in answer.out
    assert "届满：2026-02-27（周五）" in answer.out


def test_more_days_may_be_asked_for(run):
    assert json.loads(run("window", "2026-02-09", "--days", "7", "--json").out)["closes"] == "2026-02-25"


@pytest.mark.parametrize("days", ["4", "0", "-1", "-99999999"])
def test_fewer_than_five_days_are_refused(refused, days):
    assert "5" in refused("window", "2026-02-09", "--days", days).err


@pytest.mark.parametrize("days", ["five", "5.0", "", "５", "9" * 5000])
def test_days_that_are_no_whole_number_are_refused(refused, days):
    assert "--days" in refused("window", "2026-02-09", "--days", days).err


@pytest.mark.parametrize("posted", ["2027-12-30", "2026-12-30", "2003-06-02"])
def test_a_year_without_its_notice_is_refused_and_the_notice_named(refused, posted):
    year = "2003" if posted.startswith("2003") else "2027"
    said = refused("window", posted).err
    assert year in said
    assert "国务院办公厅" in said


def test_the_refusal_is_english_when_english_is_asked_for(refused):
    assert "2027" in refused("--lang", "en", "window", "2027-12-30").err
    assert "2027" in refused("window", "2027-12-30", "--lang=en").err


@pytest.mark.parametrize("text", ["2026-02-30", "2026-2-9", "20260209", "2026-W07-1", "tomorrow", "", "0000-01-01"])
def test_what_is_no_date_is_refused(refused, text):
    assert "2026-02-09" in refused("window", text).err


@pytest.mark.parametrize("text", ["9999-12-31", "0001-01-01"])
def test_the_ends_of_time_are_refused_without_a_crash(refused, text):
    refused("window", text)
    refused("window", "--close-by", text)


def test_either_a_posting_day_or_a_meeting_day_is_needed_and_not_both(refused):
    refused("window")
    refused("window", "2026-02-09", "--close-by", "2026-02-20")


def test_the_end_of_december_is_told_with_a_warning_while_next_years_notice_is_missing(run):
    answer = run("window", "2026-12-24", "--json")
    assert answer.code == 0
    assert json.loads(answer.out)["closes"] == "2026-12-31"
    assert "2027" in answer.err


def test_a_desks_own_calendar_is_used_when_it_is_named(run, tmp_path):
    run("init", "a.desk", "--year", "2026", "--office", "演练县人民检察院")
    answer = run("window", "2026-02-09", "--file", "a.desk", "--json")
    assert json.loads(answer.out)["closes"] == "2026-02-14"
    assert run("window", "2026-02-09", "--file", "other.desk").code == 2


def test_english_keeps_a_space_before_the_hour(run):
    assert "(Sat) at 17:30" in run("--lang", "en", "window", "2026-02-09").out


def calendar_of(run, *days):
    run("init", "考评.desk", "--year", "2026", "--office", "演练县人民检察院")
    book = Workbook()
    for row in (("日期", "类型", "文号"), *((day, "休", "演练1号") for day in days)):
        book.active.append(row)
    book.save("节假日.xlsx")
    return run("import", "考评.desk", "calendar", "节假日.xlsx")


def test_a_year_with_an_incomplete_list_is_warned_of_when_read_in_and_when_counted_in(run):
    read = calendar_of(run, "2027-01-01")
    assert read.code == 0
    assert "春节、5月1日、10月1日" in read.err
    for asked in (("2027-03-01",), ("2026-12-28",), ("--close-by", "2027-03-01")):
        answer = run("window", *asked, "--file", "考评.desk", "--json")
        assert answer.code == 0
        assert "2027" in answer.err
        assert "春节" in answer.err
    assert run("window", "2026-03-02", "--file", "考评.desk").err == ""


def test_a_year_without_its_first_of_january_is_refused_and_the_remedy_names_that_day(run):
    read = calendar_of(run, "2027-02-06", "2027-05-01", "2027-10-01")
    assert "1 月 1 日" in read.err
    answer = run("window", "2027-03-01", "--file", "考评.desk")
    assert answer.code == 2
    assert "1 月 1 日（休）" in answer.err
