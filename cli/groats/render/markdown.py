"""An article as Markdown (CommonMark, with the tables of GitHub Flavored Markdown)."""

import re
import textwrap
from collections import defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from groats.document import Article, Form, Label, Link, Mark, Verdict
from groats.render.addresses import find_base, resolve_address
from groats.render.nesting import Nesting, find_list
from groats.render.text import find_headline, without_surrogates
from groats.stages.compose import group_blocks, join_sentences, split_cells

_ORDERED = re.compile(r"\d{1,9}[.)]")
_NO_ITEM = (-9, 0)  # has a number that is beside no other
_BACKTICKS = re.compile(r"`+")
_FENCE = 3  # backticks at least
_TERM = "dt"
_FEWEST_CELLS = 2  # side by side in a row of a table
_TITLE, _LOWEST = 1, 6  # levels; one that is not known is below that of the last heading whose level is

# What Markdown takes for a mark anywhere: escapes, code, emphasis, links, tags, struck-out words, entities, and the
# number signs that close a heading. An underscore between letters is none of these.
_INLINE = re.compile(r"[\\`*\[<~]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w])|(?<=\s)#(?=#*+$)")
# And at the beginning of a line: headings, quotes, items, rules. The possessive quantifiers keep it linear.
_LEADING = re.compile(r"#{1,6}+(?=\s|$)|>|[-+](?=\s|$)|-(?=[-\s]*+$)|=(?==*+\s*+$)")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def to_markdown(article: Article, *, title: bool = True, links: bool = False) -> str:
    """The title as `# ` (if `title`), then the blocks each after a blank line, a line feed; "" for no article.

    With `links` the words of the links of an HTML page lead to their addresses, seen from the article's own if known.
    """
    if not article.text:
        return ""
    headline = find_headline(article) if title else None
    declared = next((value for name, value in article.page.declared if name == "base"), "")
    base = find_base(article.url or "", declared) if links else None
    writer = _Writer(base, _find_countdown(article))
    nesting = Nesting(article.page.boxes)
    if headline:
        nesting.lines.append(f"# {_escape(headline)}")
    level = _TITLE
    for positions in group_blocks(article.verdicts):
        group = [article.verdicts[n] for n in positions]
        if group[0].block.form is Form.LIST:
            nesting.add_list(group, *writer.write_items(group))
        else:
            nesting.add(group[0], writer.write(group, min(level + 1, _LOWEST)))
        if group[0].block.form is Form.HEADING:
            level = group[-1].block.level or level
    return without_surrogates("\n".join(nesting.lines) + "\n")


def _find_countdown(article: Article) -> set[int]:
    """The first lines, by number, of the items that count down: Markdown has no such lists."""
    found: set[int] = set()
    lists: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for verdict in article.verdicts:
        if verdict.keep and _ORDERED.fullmatch(verdict.block.marker):
            key = find_list(verdict, article.page.boxes), verdict.block.level
            lists[key].append((int(verdict.block.marker[:-1]), verdict.block.lines[0].number))
    for items in lists.values():
        for (above, _), (number, line), (below, _) in zip(
            [_NO_ITEM, *items], items, [*items[1:], _NO_ITEM], strict=False
        ):
            goes_down, goes_up = {above - 1, below + 1}, {above + 1, below - 1}
            if number in goes_down and number not in goes_up:
                found.add(line)
    return found


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes groups of blocks; `base` is the address that links are seen from, None for no links.

    `countdown` are the first lines of the items whose numbers are to be words.
    """

    base: str | None
    countdown: AbstractSet[int]

    def write(self, group: Sequence[Verdict], level: int) -> list[str]:
        """The lines of a group of blocks that are no items; `level` is for a heading whose own is not known."""
        first = group[0]
        if first.block.form is Form.CODE:
            return _write_code("\n".join(verdict.block.text for verdict in group))
        is_heading = first.label is Label.HEADING or first.block.form is Form.HEADING
        if is_heading and _tag(first) != _TERM:
            return [f"{'#' * (first.block.level or level)} {text}" for _, text in self._texts(group)]
        if rows := _table_of(group):
            return self._write_table(group, rows)
        lines = _with_breaks(self._write_paragraphs(group))
        return [f"*{line}*" for line in lines] if first.block.form is Form.CAPTION else lines

    def _write_paragraphs(self, group: Sequence[Verdict]) -> list[str]:
        lines: list[str] = []
        for above, (verdict, text) in zip((None, *group), self._texts(group), strict=False):
            joint = join_sentences(above, verdict) if above else None
            if joint is None:
                lines.append(f"**{text}**" if _tag(verdict) == _TERM else text)
            else:
                lines[-1] += f"{joint}{text}"
        return lines

    def _texts(self, group: Sequence[Verdict]) -> list[tuple[Verdict, str]]:
        return [(verdict, self._text(verdict)) for verdict in group]

    def _text(self, verdict: Verdict) -> str:
        return _guard(self._inline(verdict.block.text, verdict))

    def _inline(self, text: str, verdict: Verdict) -> str:
        """Text of a block with its links, as far as their words are found in it in their order."""
        hints = verdict.block.hints
        if hints is None:
            return _escape_inline(text)
        marks = [mark for mark in hints.marks if text.startswith(mark.words, mark.start)]
        written = []
        position = 0
        for link in hints.links if self.base is not None else ():
            at = _find_link(link, text, position)
            target = resolve_address(self.base or "", link.address) if at >= 0 else ""
            if target:
                end = at + len(link.words)
                written += [*_write_marked(text, position, at, marks), "["]
                written += [*_write_marked(text, at, end, marks, in_link=True), f"]({target})"]
                position = end
        return "".join([*written, *_write_marked(text, position, len(text), marks)])

    def write_items(self, group: Sequence[Verdict]) -> tuple[list[str], list[str]]:
        """The marks and the texts of items; marks that Markdown does not know become "-", but numbers words."""
        marks, texts = [], []
        for verdict in group:
            mark, text = verdict.block.marker, self._text(verdict)
            is_known = _ORDERED.fullmatch(mark) and verdict.block.lines[0].number not in self.countdown
            if mark not in {"-", "*", "+"} and not is_known:
                text = f"{_escape(mark)} {text}" if any(map(str.isalnum, mark)) else text
                mark = "-"
            marks.append(mark)
            texts.append(text)
        return marks, texts

    def _write_table(self, group: Sequence[Verdict], rows: Sequence[Sequence[str]]) -> list[str]:
        lines = [
            " | ".join(_guard(self._inline(cell, verdict)).replace("|", "\\|") if cell else "" for cell in row)
            for verdict, row in zip(group, rows, strict=True)
        ]
        rule = " | ".join("---" for _ in rows[0])
        return [f"| {line} |" for line in [lines[0], rule, *lines[1:]]]


def _find_link(link: Link, text: str, position: int) -> int:
    """Where the words of a link stand in a text from a position on: where it begins, else as whole words; or -1."""
    if link.start >= position and text.startswith(link.words, link.start):
        return link.start
    found = re.compile(rf"(?<!\w){re.escape(link.words)}(?!\w)").search(text, position)
    return found.start() if found else -1


def _write_marked(text: str, start: int, end: int, marks: Sequence[Mark], *, in_link: bool = False) -> Iterator[str]:
    """A part of a text, or the words of a link, with the marks that lie in it, or as much of them as does."""
    for mark in marks:
        low, high = max(start, mark.start), min(end, mark.start + len(mark.words))
        if low < high:
            yield _escape_words(text[start:low], in_link=in_link)
            yield _write_mark(mark, text[low:high])
            start = high
    yield _escape_words(text[start:end], in_link=in_link)


def _write_mark(mark: Mark, words: str) -> str:
    """Words of a mark that are code, or set high or low; the number of a note that has brackets needs no more."""
    if mark.kind != "code":
        escaped = _escape_inline(words)
        return escaped if mark.words.startswith("[") else f"<{mark.kind}>{escaped}</{mark.kind}>"
    code = words.strip()
    if not code:
        return words
    fence = "`" * (1 + max(map(len, _BACKTICKS.findall(code)), default=0))
    space = " " if "`" in {code[0], code[-1]} else ""
    before, _, after = words.partition(code)
    return f"{before}{fence}{space}{code}{space}{fence}{after}"


def _escape_words(text: str, *, in_link: bool) -> str:
    escaped = _escape_inline(text)
    return escaped.replace("]", "\\]") if in_link else escaped


def _tag(verdict: Verdict) -> str:
    return verdict.block.hints.tag if verdict.block.hints else ""


def _write_code(code: str) -> list[str]:
    longest = max(map(len, _BACKTICKS.findall(code)), default=0)
    fence = "`" * max(_FENCE, longest + 1)
    return [fence, *textwrap.dedent(code).split("\n"), fence]


def _table_of(group: Sequence[Verdict]) -> list[list[str]]:
    """The cells of a group that is a table with as many cells in each row, else []."""
    rows = [split_cells(verdict) for verdict in group]
    if all(sum(map(bool, row)) < _FEWEST_CELLS for row in rows):
        return []
    return rows if all(len(row) == len(rows[0]) for row in rows) else []


def _with_breaks(lines: Sequence[str]) -> list[str]:
    """The lines with the two spaces at their ends that make Markdown begin a new one."""
    return [f"{line}  " for line in lines[:-1]] + [lines[-1]]


def _escape(text: str) -> str:
    """The text of one block so that Markdown reads its characters as they are."""
    return _guard(_escape_inline(text))


def _escape_inline(text: str) -> str:
    return _INLINE.sub(r"\\\g<0>", text)


def _guard(escaped: str) -> str:
    """Escaped text so that Markdown does not take its beginning for a mark either."""
    if _LEADING.match(escaped):
        return f"\\{escaped}"
    return _NUMBER.sub(r"\1\\\2", escaped, count=1) if _NUMBER.match(escaped) else escaped
