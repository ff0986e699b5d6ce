"""What stands alone in a list or a choice begins with a capital in English, also where sentences say it in small."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

import pytest

from committee_desk.domain.backup import Reason
from committee_desk.domain.notice import Slip
from committee_desk.domain.relationships import Kinship
from committee_desk.services.grading_views import Settlement
from committee_desk.wording.acts import act_name
from committee_desk.wording.backups import reason_name
from committee_desk.wording.gradings import settlement_name
from committee_desk.wording.kinship import kinship_name
from committee_desk.wording.language import CHINESE, ENGLISH, speaking, standing_alone, tr
from committee_desk.wording.publications import slip_name
from tests.wording.test_acts import VERBS

LISTS: tuple[tuple[Callable[[Any], str], Iterable[Any]], ...] = (
    (act_name, VERBS),
    (settlement_name, Settlement),
    (slip_name, Slip),
    (reason_name, Reason),
)


@pytest.mark.parametrize(("named", "entries"), LISTS)
def test_every_entry_of_a_list_begins_with_a_capital_in_english(
    named: Callable[[Any], str], entries: Iterable[str | StrEnum]
) -> None:
    with speaking(ENGLISH):
        assert [said for each in entries if (said := named(each))[:1].islower()] == []


def test_a_word_that_sentences_say_too_stays_small_there() -> None:
    with speaking(ENGLISH):
        assert kinship_name(Kinship.SPOUSE) == "spouses"
        assert standing_alone(kinship_name(Kinship.SPOUSE)) == "Spouses"
        assert tr("与{name}有{kinship}关系", name="陈伟", kinship=kinship_name(Kinship.SPOUSE)).endswith("spouses")
    with speaking(CHINESE):
        assert standing_alone(kinship_name(Kinship.SPOUSE)) == "夫妻"


def test_an_act_of_a_later_version_keeps_its_own_name() -> None:
    assert act_name("future.act") == "future.act"
