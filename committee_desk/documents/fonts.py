"""Faces for paper: each character from the first font of a chain that holds it, embedded, copyable, measured."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

from committee_desk.documents.forms import form
from committee_desk.paths import resource

BOX, TICKED, BLANK = "☐☑＿"
"""Drawn as vectors, one em wide: hardly any font holds the boxes, and a blank is a line to write on."""
DRAWN = BOX + TICKED + BLANK

NOT_SHOWN = frozenset("\n")


class DeskFontFace(ttfonts.TTFontFace):  # type: ignore[misc]  # reportlab has no types
    """A font file whose outlines are cut out once and not anew for every document: they are most of the file."""

    def __init__(self, path: str) -> None:
        self._outlines: bytes | None = None
        super().__init__(path)

    def get_table(self, tag: str) -> bytes:
        """The table's bytes."""
        if tag != "glyf":
            return bytes(super().get_table(tag))
        if self._outlines is None:
            self._outlines = bytes(super().get_table(tag))
        return self._outlines


class DeskFont(ttfonts.TTFont):  # type: ignore[misc]  # reportlab has no types
    """A TrueType font that embeds what a document uses and whose text copies out right, above U+FFFF too."""

    def __init__(self, name: str, path: Path) -> None:
        self.fontName = name
        self.face = DeskFontFace(str(path))
        self.encoding = ttfonts.TTEncoding()
        self.state: WeakKeyDictionary[pdfdoc.PDFDocument, ttfonts.TTFont.State] = WeakKeyDictionary()
        self._asciiReadable = False
        self.shapable = False

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802 - reportlab's name
        """Write the font's subsets into the document; as reportlab does, but for the map back to Unicode."""
        state = self.state[doc]
        state.frozen = 1
        for number, subset in enumerate(state.subsets):
            internal = self.getSubsetInternalName(number, doc)[1:]
            base = (ttfonts.SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX).decode("pdfdoc")
            back = pdfdoc.PDFStream(content=to_unicode(subset))
            if doc.compression:
                back.filters = [pdfdoc.PDFZCompress]
            font = pdfdoc.PDFTrueTypeFont()
            font.Name, font.BaseFont = internal, base
            font.FirstChar, font.LastChar = 0, len(subset) - 1
            font.Widths = pdfdoc.PDFArray([self.face.getCharWidth(code) for code in subset])
            font.ToUnicode = doc.Reference(back, f"toUnicodeCMap:{base}")
            font.FontDescriptor = self.face.addSubsetObjects(doc, base, subset)
            doc.Reference(font, internal)
            doc.idToObject["BasicFonts"].dict[internal] = font
        del self.state[doc]


def to_unicode(subset: list[int]) -> str:
    """The PDF's map from its own codes back to Unicode, as UTF-16BE, in blocks of at most 100 as the format asks."""
    pairs = [f"<{code:02X}> <{chr(held).encode('utf-16-be').hex().upper()}>" for code, held in enumerate(subset)]
    blocks = [pairs[at : at + 100] for at in range(0, len(pairs), 100)]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *(line for block in blocks for line in (f"{len(block)} beginbfchar", *block, "endbfchar")),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


class Face:
    """One use of type (song, hei …): the fonts that serve it in order, and each character's width."""

    def __init__(self, fonts: Iterable[str]) -> None:
        self.fonts = tuple(fonts)
        self._font_of: dict[str, str] = {}
        self._width_of: dict[str, float] = {}

    @property
    def main(self) -> str:
        """The font that serves most of the text, ready for use."""
        _font(self.fonts[0])
        return self.fonts[0]

    def font_of(self, character: str) -> str | None:
        """The name of the first font that holds the character; None when none does."""
        if character not in self._font_of:
            for name in self.fonts:
                if ord(character) in _font(name).face.charToGlyph:
                    self._font_of[character] = name
                    break
            else:
                return None
        return self._font_of[character]

    def missing(self, text: str) -> list[str]:
        """The characters of the text that no font holds."""
        return [c for c in dict.fromkeys(text) if c not in DRAWN and c not in NOT_SHOWN and self.font_of(c) is None]

    def width(self, text: str, size: float) -> float:
        """How wide the text is in points at that size."""
        widths = self._width_of
        try:
            return sum([widths[c] for c in text]) * size / 1000
        except KeyError:
            for character in text:
                if character not in widths:
                    widths[character] = self._measured(character)
            return sum([widths[c] for c in text]) * size / 1000

    def runs(self, text: str) -> list[tuple[str, str]]:
        """The text cut where the font changes: (font, run). What is drawn as vectors runs under the font ''."""
        found: list[tuple[str, str]] = []
        for character in text:
            font = "" if character in DRAWN else self.font_of(character) or self.fonts[0]
            if found and found[-1][0] == font:
                found[-1] = (font, found[-1][1] + character)
            else:
                found.append((font, character))
        return found

    def _measured(self, character: str) -> float:
        if character in DRAWN:
            return 1000.0
        return float(_font(self.font_of(character) or self.fonts[0]).face.getCharWidth(ord(character)))


@cache
def face(use: str) -> Face:
    """The face for a use named in `resources/forms/page.toml`."""
    return Face(form("page")["faces"][use])


def shown(canvas: Canvas, font: str, size: float, run: str) -> list[str]:
    """PDF's words that show a run of text in that font at the point where the canvas stands."""
    document, cut = canvas._doc, _font(font)
    return [
        f"{cut.getSubsetInternalName(subset, document)} {size:g} Tf <{codes.hex()}> Tj"
        for subset, codes in cut.splitString(run, document)
    ]


@cache
def _font(name: str) -> DeskFont:
    """The font of that file name, read when first needed and known to reportlab under the same name."""
    path = Path(name)
    font = DeskFont(name, path if path.is_absolute() else resource("fonts", name))
    pdfmetrics.registerFont(font)
    return font
