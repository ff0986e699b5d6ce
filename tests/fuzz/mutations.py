"""Outside bytes gone wrong: flipped, cut, doubled, spliced, and, inside a zip, each of its members by itself."""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence

AWKWARD = (
    b"", b"\x00", b"\xff\xfe", b"-1", b"0", b"1e309", b"NaN", b"99999999999999999999", b"2026-02-30", b"0000-00-00",
    b"<", b"&#0;", b"&x;", b"]]>", b"A0", b"XFE1048577", "张\u3000三".encode(), b"\xed\xa0\x80", b"=1+1", b"'", b'"',
    b"9" * 400, b"\xf0\x9f\x92\xa9", "２０２６年１３月１日".encode(),
)  # fmt: skip

Mutation = Callable[[random.Random, bytes], bytes]


def mutated(chance: random.Random, content: bytes) -> bytes:
    """The content with one to a few things wrong."""
    if zipfile.is_zipfile(io.BytesIO(content)) and chance.random() < 0.8:
        return _inside_a_zip(chance, content)
    return _wrong(chance, content)


def _wrong(chance: random.Random, content: bytes) -> bytes:
    for _ in range(chance.choice((1, 1, 1, 2, 4, 16))):
        content = chance.choice(_MUTATIONS)(chance, content)
    return content


def _flip(chance: random.Random, content: bytes) -> bytes:
    if not content:
        return content
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]


def _overwrite(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    said = chance.randbytes(chance.choice((1, 2, 4, 16)))
    return content[:at] + said + content[at + len(said) :]


def _cut(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _leave_out(chance: random.Random, content: bytes) -> bytes:
    since, until = _span(chance, content)
    return content[:since] + content[until:]


def _double(chance: random.Random, content: bytes) -> bytes:
    since, until = _span(chance, content)
    return content[:until] + content[since:until] * chance.choice((1, 2, 50)) + content[until:]


def _insert(chance: random.Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(AWKWARD) + content[at:]


def _splice(chance: random.Random, content: bytes) -> bytes:
    (first, second), (third, fourth) = _span(chance, content), _span(chance, content)
    return content[:first] + content[third:fourth] + content[second:]


def _change_a_word(chance: random.Random, content: bytes) -> bytes:
    """Something awkward in the place of one number, attribute or text."""
    words = list(re.finditer(rb"[0-9]+|\"[^\"<>]{0,40}\"|>[^<>]{1,40}<", content[:200_000]))
    if not words:
        return _insert(chance, content)
    word = chance.choice(words)
    said, marks = chance.choice(AWKWARD), word.group()
    if marks[:1] in b'">':
        said = marks[:1] + said + marks[-1:]
    return content[: word.start()] + said + content[word.end() :]


_MUTATIONS: tuple[Mutation, ...] = (
    _flip, _overwrite, _cut, _leave_out, _double, _insert, _splice, _change_a_word, _change_a_word, _change_a_word,
)  # fmt: skip


def _span(chance: random.Random, content: bytes) -> Sequence[int]:
    since = chance.randrange(len(content) + 1)
    return since, min(len(content), since + chance.choice((1, 4, 30, 500)))


def _inside_a_zip(chance: random.Random, content: bytes) -> bytes:
    """A whole zip in which one member is wrong, missing, twice there or named otherwise."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            members = [(info.filename, packed.read(info)) for info in packed.infolist()]
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError):
        return _wrong(chance, content)
    which = chance.randrange(len(members))
    name, held = members[which]
    change = chance.random()
    if change < 0.85:
        members[which] = (name, _wrong(chance, held))
    elif change < 0.9:
        del members[which]
    elif change < 0.95:
        members[which] = (chance.choice(("../x", "a" * 300, name.upper(), "xl/workbook.xml")), held)
    else:
        members[which] = (name, held * 40)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, held in dict(members).items():
            packed.writestr(name, held)
    return out.getvalue()
