"""The answer: large whether the sheet is genuine, in one sentence why not; below what is proved of it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from committee_desk.domain.journal import groups
from committee_desk.services.verdicts import Flaw, Verdict
from committee_desk.ui.common.chips import WARN, Chip, ChipLabel
from committee_desk.ui.common.icons import pixmap
from committee_desk.ui.common.surfaces import Card, button, label
from committee_desk.ui.system.cards_tab import emptied
from committee_desk.wording.language import tr
from committee_desk.wording.signing_refusals import role_heading
from committee_desk.wording.verdicts import answer_in_words, sentence_of, withdrawn_words

MARK, HALF = 36, 8
_DOUBTFUL = {
    Flaw.REPLACED, Flaw.UNKNOWN_TO_DESK, Flaw.UNKNOWN_OFFICE, Flaw.NOT_YET_VALID, Flaw.FROM_THE_FUTURE,
}  # fmt: skip
"""What is no forgery as far as anybody can tell here."""


class VerdictCard(Card):
    """`trust` is what 信任 does where the office is not known here."""

    def __init__(self, trust: Callable[[], object]) -> None:
        super().__init__()
        self.setAccessibleName(tr("核验结果"))
        head = QHBoxLayout()
        head.setSpacing(14)
        self._mark = QLabel()
        head.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(10)
        self.answer = label("", "figure", select=True)
        self.demo = ChipLabel(Chip(tr("演示文书"), WARN, "alert-triangle", tr("只供演示，没有法律效力")))
        line.addWidget(self.answer)
        line.addWidget(self.demo, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        words.addLayout(line)
        self.why = label("", "", wrap=True, select=True)
        self.file = label("", "cap", wrap=True, select=True)
        words.addWidget(self.why)
        self.withdrawn = label("", "", wrap=True, select=True)
        words.addWidget(self.withdrawn)
        words.addWidget(self.file)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.trust = button(tr("信任这份证书…"), trust, icon_name="shield-check")
        self.body.addSpacing(8)
        self.body.addWidget(self.trust, 0, Qt.AlignmentFlag.AlignLeft)
        self._facts = QVBoxLayout()
        self.body.addLayout(self._facts)
        self.hide()

    def show_verdict(self, path: Path, verdict: Verdict) -> None:
        """Say what was found of that file."""
        self._mark.setPixmap(pixmap(*_mark_of(verdict), MARK))
        self.answer.setText(answer_in_words(verdict))
        self.why.setText(sentence_of(verdict))
        self.withdrawn.setText(withdrawn_words(verdict))
        self.withdrawn.setVisible(verdict.withdrawn is not None)
        self.file.setText(str(path))
        self.demo.setVisible(verdict.demo)
        self.trust.setVisible(verdict.reason is Flaw.UNKNOWN_OFFICE and not verdict.demo)
        emptied(self._facts)
        if verdict.person is not None:
            self._facts.addWidget(_facts(verdict))
        self.setAccessibleDescription(f"{self.answer.text()} {self.why.text()} {self.withdrawn.text()}".strip())
        self.show()


def _mark_of(verdict: Verdict) -> tuple[str, str]:
    if verdict.genuine:
        return "circle-check", "ok"
    return ("alert-triangle", "warn") if verdict.reason in _DOUBTFUL else ("circle-x", "bad")


def _facts(verdict: Verdict) -> QWidget:
    """What is proved of the sheet, and who signed it."""
    made = QWidget()
    rows = QGridLayout(made)
    rows.setContentsMargins(0, 12, 0, 0)
    rows.setHorizontalSpacing(16)
    rows.setVerticalSpacing(6)
    rows.setColumnStretch(1, 1)
    told = [
        (tr("单位"), verdict.office or ""),
        (tr("姓名"), tr("{name}（{code}）", name=verdict.name or "", code=verdict.person or "")),
        (tr("考核年度"), str(verdict.year)),
        (tr("版本"), tr("第 {version} 版", version=verdict.version)),
        *(
            (tr("签名人") if at == 0 else "", tr("{role}　{name}　{at}", role=role_heading(each.role), name=each.name,
                                            at=f"{each.signed_at:%Y-%m-%d %H:%M}"))
            for at, each in enumerate(verdict.signers)
        ),
        (tr("证书指纹"), in_two_lines(verdict.fingerprint or "")),
    ]  # fmt: skip
    for at, (name, what) in enumerate(told):
        rows.addWidget(label(name, "sub"), at, 0, Qt.AlignmentFlag.AlignTop)
        said = label(what, "", wrap=True, select=True)
        said.setAccessibleName(tr("{name}：{what}", name=name or tr("签名人"), what=what))
        rows.addWidget(said, at, 1)
    return made


def in_two_lines(fingerprint: str) -> str:
    """The sixteen groups as they stand on paper: eight a line."""
    told = groups(fingerprint).split(" ")
    return "\n".join(filter(None, (" ".join(told[:HALF]), " ".join(told[HALF:]))))
