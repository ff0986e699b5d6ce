"""The English catalogue: find every `tr` and `tr_n`, merge into en.po, compile to en/LC_MESSAGES/desk.mo.

`python packaging/translate.py` does all three; `--check` only says what is missing. Source texts are Chinese.
"""

import sys
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
PO, MO = FOLDER / "en.po", FOLDER / "en" / "LC_MESSAGES" / "desk.mo"
KEYWORDS = {"tr": None, "tr_n": (1, 2)}


def found() -> Catalog:
    """Every text of the program, without line numbers, so that moving code changes no catalogue."""
    catalogue = Catalog(locale="en", project="committee-desk", charset="utf-8")
    texts = extract_from_dir(
        str(ROOT / "committee_desk"), method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=()
    )
    for file, _line, message, _comments, context in sorted(texts, key=lambda each: (each[0], each[1])):
        # without a line number, which babel knows though it does not say so
        place: Any = (f"committee_desk/{file}", None)
        catalogue.add(message, locations=[place], context=context)
    return catalogue


def held() -> Catalog:
    """What en.po says now."""
    if not PO.exists():
        return Catalog(locale="en", charset="utf-8")
    with PO.open("rb") as file:
        return read_po(file, locale="en")


def merged() -> Catalog:
    """en.po with new texts added and gone ones dropped; a changed text is new, never guessed at."""
    catalogue = held()
    catalogue.update(found(), no_fuzzy_matching=True, update_header_comment=False)
    catalogue.obsolete.clear()
    return catalogue


def missing(catalogue: Catalog) -> list[str]:
    """Texts without English."""
    return [str(each.id) for each in catalogue if each.id and not has_english(each)]


def has_english(text: Message) -> bool:
    """Whether the text, or each of its plural forms, is said."""
    said = text.string
    return all(said) if isinstance(said, (list, tuple)) else bool(said)


def compiled(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def write(catalogue: Catalog) -> None:
    """Write en.po and desk.mo."""
    MO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as file:
        write_po(file, catalogue, width=120, sort_output=True, omit_header=False)
    MO.write_bytes(compiled(catalogue))


def main() -> int:
    catalogue = merged()
    if "--check" not in sys.argv:
        write(catalogue)
    lacking = missing(catalogue)
    for text in lacking:
        print(text)
    print(f"{len(list(catalogue)) - 1} texts, {len(lacking)} without English", file=sys.stderr)
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
