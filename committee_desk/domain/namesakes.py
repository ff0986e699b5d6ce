"""People of one name on one paper or page: each is called by the name with the code behind it, 朱康（J015）."""

from collections import Counter
from collections.abc import Iterable, Mapping

from committee_desk.domain.names import spelt, written


def with_code(name: str, code: str) -> str:
    """How somebody who shares the name is called; a member who is not of the desk is known by the name alone."""
    return name if code == written(name) else f"{name}（{code}）"


def told_apart(people: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """How everybody is called, by code, of all these codes and names; whoever stands there twice is one person."""
    known = dict(people)
    bearers = Counter(spelt(name) for name in known.values())
    return {code: name if bearers[spelt(name)] == 1 else with_code(name, code) for code, name in known.items()}
