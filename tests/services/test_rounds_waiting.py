"""What 工作台 says that a rating round waits for, and a scheme that moved meanwhile."""

from datetime import date
from decimal import Decimal

import pytest

from committee_desk.domain.people import Category
from committee_desk.domain.rounds import RoundKind, RoundState
from committee_desk.domain.scheme_document import parsed, put, written
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.round_refusals import SchemeMoved
from committee_desk.services.round_views import AdoptedBy, RoundForm
from committee_desk.services.scheme_views import Adoption
from committee_desk.wording.errors import sentence
from committee_desk.wording.overview import owed_detail, owed_title
from tests.services.rounds_held import SECOND, V3, YEAR, A, B, C, count_in, drafted, opened, put_down


def lines(desk: Desk) -> list[tuple[str, str]]:
    found = [each for each in desk.overview(YEAR, date(2027, 1, 11)).owed if each.kind.startswith("round_")]
    assert {each.page for each in found} <= {"ballots"}
    return [(owed_title(each), owed_detail(each)) for each in found]


def weigh_anew(desk: Desk, actor: Actor) -> None:
    """The scheme of the 检察官 gives leaders less weight from here on."""
    desk.schemes.adopt(actor, YEAR, Category.PROSECUTOR, Adoption("考委1号", date(2026, 1, 20)), None)
    desk.schemes.begin(actor, YEAR)
    draft = desk.schemes.read(YEAR).draft
    assert draft is not None
    document = parsed(draft.text)
    for name, weight in (("A", 0.3), ("C", 0.4)):
        document = put(document, ("ballots", "weights", name), weight)
    seen = desk.schemes.save(actor, YEAR, Category.PROSECUTOR, written(document), draft.entry).entry
    desk.schemes.adopt(actor, YEAR, Category.PROSECUTOR, Adoption("考委9号", date(2026, 12, 1), "改权重"), seen)


def test_the_workbench_says_what_a_round_waits_for(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    assert lines(held) == [("2026-测-001 还是草稿", "年度民主测评：通过测评规则后启动")]
    opened(held, actor, number)
    put_down(held, actor, number, B, 6, 6, 6, 6)
    assert lines(held) == [("2026-测-001 正在测评", "年度民主测评：A、C 票没有登记票数")]
    put_down(held, actor, number, A, 3, 3, 3, 3)
    put_down(held, actor, number, C, 12, 0, 0, 0)
    assert lines(held) == [("2026-测-001 待关闭计票", "年度民主测评：票数已登记")]
    held.rounds.close(actor, YEAR, number, SECOND)
    assert lines(held) == [("2026-测-001 已作废，待重新测评", "年度民主测评")]
    held.rounds.rerun(actor, YEAR, number)
    assert lines(held) == [("2026-测-002 还是草稿", "年度民主测评：通过测评规则后启动")]


def test_a_draft_takes_over_what_the_scheme_says_and_is_saved_again_when_that_moved(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    terms = held.rounds.card(YEAR, number).round.terms
    assert (terms.weights[A], terms.trimmed_from, terms.most_excellent) == (Decimal("0.4"), 5, None)
    weigh_anew(held, actor)
    seen = held.rounds.card(YEAR, number).round.entry
    with pytest.raises(SchemeMoved) as told:
        held.rounds.adopt(actor, YEAR, number, AdoptedBy("考委1号", date(2026, 12, 20), seen), SECOND)
    assert "2026-测-001 的规则与现行方案不同。请打开草稿重新保存一次" in sentence(told.value)
    held.rounds.amend(actor, YEAR, number, RoundForm("年度民主测评", RoundKind.SCORE))
    opened(held, actor, number)


def test_a_round_is_not_counted_by_other_terms_than_the_year(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, V3)
    weigh_anew(held, actor)
    with pytest.raises(SchemeMoved) as told:
        held.rounds.close(actor, YEAR, number, SECOND)
    assert "2026-测-001 启动后，方案的测评规则改了" in sentence(told.value)
    assert held.rounds.card(YEAR, number).round.state is RoundState.OPEN
