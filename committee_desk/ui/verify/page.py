"""核验 beside an open desk, which knows besides which version of a sheet is in force."""

from pathlib import Path
from typing import ClassVar

from committee_desk.services.changes import Topic
from committee_desk.services.desk import Desk
from committee_desk.ui.common.page import Page, PageCommand, Workplace
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.verify.checking import Checking
from committee_desk.ui.verify.panel import VerifyPanel
from committee_desk.wording.language import tr


class VerifyPage(Page):
    """One panel; the same stands in a dialog where no desk is open."""

    page_id: ClassVar[str] = "verify"
    icon_name: ClassVar[str] = "shield-check"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.SIGNING, Topic.RESULTS})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.panel = VerifyPanel(place, lambda: Checking(self.desk.signing.verify, self.desk.certificates))
        self.body.addWidget(self.panel, 1)

    @classmethod
    def title(cls) -> str:
        """核验."""
        return tr("核验")

    def set_desk(self, desk: Desk, year: int) -> None:
        """Another desk knows other sheets."""
        if self._desk is not desk:
            self.panel.forget_file()
        super().set_desk(desk, year)

    def refresh(self) -> None:
        """Whom this PC trusts, and the file in view once more."""
        self.panel.again()

    def show_target(self, key: object) -> None:
        """A file to be looked at; a key without one opens the choice."""
        if isinstance(key, Path):
            self.panel.look_at(key)
        elif key == "choose":
            self.when_read(self.panel.ask_file)

    def commands(self) -> tuple[PageCommand, ...]:
        """Choosing a file, and a certificate."""
        return (
            PageCommand(tr("核验一份 PDF…"), self.panel.ask_file, "shield-check", Shortcut.VERIFY),
            PageCommand(tr("从证书文件信任一个单位…"), self.panel.trust_file, "file-certificate"),
        )

    def help_text(self) -> str:
        """What the answer means."""
        return tr(
            "选择或拖入一份电子签章的考核表，窗口回答它是不是真的、有没有被改动、由谁在何时签的。核验不需要联网。"
            "别的单位的证书要先信任：照该院纸面文书上印的指纹输入，与文件里的一致才信任。"
            "本台账签发的，还会说明是不是现行的版本。"
        )

    def focus_first(self) -> None:
        """The button that chooses a file."""
        self.panel.choose.setFocus()
