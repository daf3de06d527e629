"""The style unified: what groats removes, as a patch that turns the input into its clean text, byte for byte."""

import os
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from io import BytesIO

from groats.document import Article
from groats.render.diff.align import Change, find_changes
from groats.render.diff.paint import Row, Span
from groats.render.text import to_text
from groats.render.visible import make_visible

_STYLES = {b"-": "red", b"+": "green", b"@": "cyan"}


def to_patch(name: str, raw: bytes, article: Article, context: int) -> Iterator[bytes]:
    """The lines of a patch in the unified format with so many lines of context, none if nothing changes.

    From a text it is a patch for the file itself, in its own encoding. HTML has no line in common with its clean text:
    from it, it is a patch for the text that the page shows, and its header says so.
    """
    is_text = article.page.kind == "text"
    old = _split(raw if is_text else "".join([f"{line.text}\n" for line in article.page.lines]).encode())
    new = _split(to_text(article).encode())
    if old == new:
        return
    shown = _quote(os.fsencode(name) + (b"" if is_text else b" (as text)"))
    yield b"--- %b\n" % shown
    yield b"+++ %b\n" % shown
    for hunk in _Known(find_changes(article, old, new)).get_grouped_opcodes(context):
        _, old_start, _, new_start, _ = hunk[0]
        _, _, old_end, _, new_end = hunk[-1]
        yield b"@@ -%b +%b @@\n" % (_range(old_start, old_end), _range(new_start, new_end))
        for change, old_start, old_end, new_start, new_end in hunk:
            mark = b" " if change == "equal" else b"-"
            yield from _mark(mark, old[old_start:old_end])
            yield from _mark(b"+", new[new_start:new_end] if change != "equal" else [])


def patch_rows(lines: Iterable[bytes], encoding: str) -> Iterator[Row]:
    """The lines of a patch for the terminal: coloured, what is removed read in its encoding, and all of it harmless."""
    for line in lines:
        codec = encoding if line[:1] == b"-" else "utf-8"
        text = make_visible(line.decode(codec, "replace").rstrip("\n"))
        is_head = line.startswith((b"--- ", b"+++ "))
        yield [Span(text, "bold" if is_head else _STYLES.get(line[:1], ""))]


class _Known(SequenceMatcher[bytes]):
    """A difference that need not be searched: groats has made the one text from the other."""

    def __init__(self, changes: Sequence[Change]) -> None:
        super().__init__(None, (), ())
        self._changes = list(changes)

    def get_opcodes(self) -> list[Change]:
        """The changes, as the searching of difflib would give them."""
        return self._changes


def _split(data: bytes) -> list[bytes]:
    return BytesIO(data).readlines()


def _mark(mark: bytes, lines: Iterable[bytes]) -> Iterator[bytes]:
    for line in lines:
        yield mark + line.removesuffix(b"\n") + b"\n"
        if not line.endswith(b"\n"):
            yield b"\\ No newline at end of file\n"


def _range(start: int, end: int) -> bytes:
    """The lines from start to end as POSIX writes them in a hunk's head: first and number; a single one alone."""
    if end - start == 1:
        return b"%d" % end
    return b"%d,%d" % (start + (end > start), end - start)


def _quote(name: bytes) -> bytes:
    """A file's name as GNU diff writes it: with a tab behind a space, and in quotes where it has signs of its own."""
    if not any(byte < ord(" ") or byte in b'"\\\x7f' for byte in name):
        return name + b"\t" * (b" " in name)
    return b'"%b"' % b"".join(
        b"\\%03o" % byte
        if byte < ord(" ") or byte == ord("\x7f")
        else (b"\\" if byte in b'"\\' else b"") + bytes([byte])
        for byte in name
    )
