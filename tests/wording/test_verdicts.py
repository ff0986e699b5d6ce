"""Whatever is found of a sheet is said in a sentence."""

import pytest

from committee_desk.services.verdicts import Flaw, Verdict
from committee_desk.wording.verdicts import reason_in_words, verdict_in_words


@pytest.mark.parametrize("flaw", Flaw)
def test_every_flaw_of_a_sheet_has_its_sentence(flaw: Flaw) -> None:
    found = Verdict(genuine=False, who="张三", office="邻县人民检察院", version=1, replaced_by=2, fingerprint="ab" * 32)
    said = reason_in_words(found.but(flaw))
    assert said is not None
    assert said.endswith("。")
    assert flaw.value not in said


def test_what_is_genuine_has_no_reason_against_it() -> None:
    assert reason_in_words(Verdict(genuine=True)) is None
    assert verdict_in_words(Verdict(genuine=True)) == "是真的，未被改动。"
    assert verdict_in_words(Verdict(genuine=True, demo=True)) == "是真的（演示文书），未被改动。"
