"""An article as Markdown (CommonMark, with the tables of GitHub Flavored Markdown)."""

import re
import textwrap
from collections.abc import Iterable, Sequence

from groats.document import Article, Form, Label, Verdict
from groats.render.text import without_surrogates
from groats.stages.compose import group_blocks, list_depths, split_cells

_ORDERED = re.compile(r"\d{1,9}[.)]")
_BACKTICKS = re.compile(r"`+")
_FENCE = 3  # backticks at least
_INDENTATION = "    "  # for each level of a list: enough under a bullet and under "10."
_HEADING = 2  # the level of a heading whose own is not known: the title's is 1

# What Markdown takes for a mark anywhere: escapes, code, emphasis, links, tags, struck-out words, entities, and the
# number signs that close a heading. An underscore between letters is none of these.
_INLINE = re.compile(r"[\\`*\[<~]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w])|(?<=\s)#(?=#*+$)")
# And at the beginning of a line: headings, quotes, items, rules. The possessive quantifiers keep it linear.
_LEADING = re.compile(r"#{1,6}+(?=\s|$)|>|[-+](?=\s|$)|-(?=[-\s]*+$)|=(?==*+\s*+$)")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def to_markdown(article: Article, *, title: bool = True) -> str:
    """The title as `# ` (if `title`), then the blocks each after a blank line, a line feed; "" for no article."""
    if not article.text:
        return ""
    blocks = [f"# {_escape(article.title)}"] if title and article.title else []
    blocks += ["\n".join(_write(group)) for group in group_blocks(article.verdicts)]
    return without_surrogates("\n\n".join(blocks) + "\n")


def _write(group: Sequence[Verdict]) -> Iterable[str]:
    first = group[0]
    texts = [verdict.block.text for verdict in group]
    if first.block.form is Form.CODE:
        return _write_code("\n".join(texts))
    if first.block.form is Form.LIST:
        return _write_list(group)
    if first.label is Label.HEADING or first.block.form is Form.HEADING:
        return [f"{'#' * (first.block.level or _HEADING)} {_escape(text)}" for text in texts]
    if rows := _table_of(group):
        return _write_table(rows)
    mark = "> " if Form.QUOTE is first.block.form or first.label is Label.QUOTE else ""
    return [f"{mark}{line}" for line in _with_breaks([_escape(text) for text in texts])]


def _write_code(code: str) -> list[str]:
    longest = max(map(len, _BACKTICKS.findall(code)), default=0)
    fence = "`" * max(_FENCE, longest + 1)
    return [fence, textwrap.dedent(code), fence]


def _write_list(group: Sequence[Verdict]) -> list[str]:
    """The items with their own marks where Markdown knows them; other bullets become "-", other numbers words."""
    items = []
    for verdict, depth in zip(group, list_depths(group), strict=True):
        marker, text = verdict.block.marker, _escape(verdict.block.text)
        if marker not in {"-", "*", "+"} and not _ORDERED.fullmatch(marker):
            text = f"{_escape(marker)} {text}" if any(map(str.isalnum, marker)) else text
            marker = "-"
        items.append(f"{_INDENTATION * depth}{marker} {text}")
    return items


def _table_of(group: Sequence[Verdict]) -> list[list[str]]:
    """The cells of a group that is a table with as many cells in each row, else []."""
    rows = [split_cells(verdict) for verdict in group]
    return rows if rows[0] and len(set(map(len, rows))) == 1 else []


def _write_table(rows: Sequence[Sequence[str]]) -> list[str]:
    lines = [" | ".join(_escape(cell).replace("|", "\\|") for cell in row) for row in rows]
    rule = " | ".join("---" for _ in rows[0])
    return [f"| {line} |" for line in [lines[0], rule, *lines[1:]]]


def _with_breaks(lines: Sequence[str]) -> list[str]:
    """The lines with the two spaces at their ends that make Markdown begin a new one."""
    return [f"{line}  " for line in lines[:-1]] + [lines[-1]]


def _escape(text: str) -> str:
    """The text of one block so that Markdown reads its characters as they are."""
    escaped = _INLINE.sub(r"\\\g<0>", text)
    if _LEADING.match(escaped):
        return f"\\{escaped}"
    return _NUMBER.sub(r"\1\\\2", escaped, count=1) if _NUMBER.match(escaped) else escaped
