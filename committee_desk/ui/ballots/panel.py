"""The detail panel of 测评: a name, what it is about, a list of facts, and where needed a text to be read."""

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout

from committee_desk.ui.common.fact_list import Fact, FactList
from committee_desk.ui.common.page import Page, hairline
from committee_desk.ui.common.surfaces import DetailPanel, label


class ReadingPanel(DetailPanel):
    """Facts above, a text that can be read and copied below."""

    def __init__(self, page: Page, name: str, facts: str, text: str) -> None:
        super().__init__(name)
        self.about = label("", "sub", wrap=True, select=True)
        self.about.setContentsMargins(16, 0, 16, 8)
        self.facts = FactList(facts)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(text)
        self.text.setTabChangesFocus(True)
        self.body.addWidget(self.about)
        self.body.addWidget(hairline())
        self.body.addWidget(self.facts, 2)
        around = QVBoxLayout()  # a frame of its own that touched the panel's would run over its edges
        around.setContentsMargins(16, 0, 16, 16)
        around.addWidget(self.text)
        self.body.addLayout(around, 3)
        self.closed.connect(lambda: page.show_detail(wanted=False))

    def show_all(self, heading: str, code: str, about: str, facts: list[Fact], text: str = "") -> None:
        """Everything at once; an empty text takes no room."""
        self.heading.setText(heading)
        self.code.setText(code)
        self.about.setText(about)
        self.about.setVisible(bool(about))
        self.facts.show_facts(facts)
        self.text.setPlainText(text)
        self.text.setVisible(bool(text))
