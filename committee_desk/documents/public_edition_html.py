"""The public edition as one HTML file: no script, nothing from elsewhere, and printable. Never the full list."""

from collections.abc import Iterator
from html import escape

from committee_desk.documents.delivery_receipt import said_day
from committee_desk.documents.drawing import drawing
from committee_desk.documents.forms import form
from committee_desk.documents.public_edition import counted, heading, names, opening
from committee_desk.domain.people import Category
from committee_desk.domain.publication import CHINA
from committee_desk.services.edition_views import EditionGroup, EditionPaper
from committee_desk.services.folders import HTML_MAKER

STYLE = """
body { font: 1.125rem/1.8 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; color: #1a1a1a;
  background: #ffffff; max-width: 44rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; text-align: center; line-height: 1.4; }
h2 { font-size: 1.15rem; margin: 1.6em 0 0.3em; }
p { margin: 0.3em 0; text-indent: 2em; }
.signed { text-align: right; text-indent: 0; margin-top: 2.5em; }
.demo { border: 1px solid #1a1a1a; display: inline-block; padding: 0 0.5em; text-indent: 0; }
@media print { body { margin: 0; max-width: none; font-size: 14pt; } @page { size: A4; margin: 37mm 26mm 35mm 28mm; } }
"""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class NotForTheWeb(ValueError):
    """The full list never becomes a page: it stays in the office."""


def page(paper: EditionPaper) -> bytes:
    """The page in UTF-8."""
    if paper.whole:
        raise NotForTheWeb
    with drawing():
        wording = form("public_edition")
        title = escape(wording["title"].format(office=paper.stamp.office, year=paper.year))
        demo = [f'<p class="demo">{escape(wording["demo"])}</p>'] if paper.stamp.demo else []
        day = said_day(paper.stamp.at.astimezone(CHINA).date())
        lines = [
            "<!DOCTYPE html>",
            '<html lang="zh-CN">',
            "<head>",
            '<meta charset="utf-8">',
            HTML_MAKER.decode(),
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>",
            f"<style>{STYLE}</style>",
            "</head>",
            "<body>",
            *demo,
            f"<h1>{title}</h1>",
            f"<p>{escape(opening(paper))}</p>",
            *(line for group in paper.groups for line in _group(paper, group)),
            f'<p class="signed">{escape(paper.stamp.office)}<br>{escape(day)}</p>',
            "</body>",
            "</html>",
            "",
        ]
        return "\n".join(lines).encode()


def _group(paper: EditionPaper, group: EditionGroup) -> Iterator[str]:
    """One category: 优秀 by name, the others by number."""
    alone = len(paper.groups) == 1 and group.category == Category.PROSECUTOR
    yield f"<h2>{escape(('' if alone else group.category + '：') + heading(group))}</h2>"
    for line in names(paper, group):
        yield f"<p>{escape(line)}</p>"
    for line in counted(group):
        yield f"<p>{escape(line)}</p>"
