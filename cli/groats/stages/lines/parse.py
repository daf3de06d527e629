"""Plain text to a page: the one place where splitting, marks and unwrapping meet."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from groats.document import Block, Form, Line, Page
from groats.stages.lines.marks import Marked, Style, find_style, is_plain, read_marks
from groats.stages.lines.split import Row, read_rows, split_lines
from groats.stages.lines.unwrap import continues, find_margin, is_broken_at_links

_FENCE = ("```", "~~~")
_COLUMN_GAP = re.compile(r"\t+|(?<=\S) {3,}(?=\S)")
_NARROW_GAP = re.compile(r"\t+|(?<=[^\s.!?:]) {2,}(?=\S)")  # enough beside a row with a wider one
_FEWEST_ROWS = 2  # one line with a gap in it is a line with a gap in it
_CODE_LAST = frozenset("{}:;,)]")
_CODE_SIGN = re.compile(r"[=(){}<>\[\]$_]")
_CODE_WORDS = 5  # at most in a line that ends with a semicolon and has no such sign
_CODE_FIRST = frozenset("$>#/<cdefgilnprstvw")  # of what begins like code, if it has no "=" and no ")" at its end
_CODE_START = re.compile(
    r"(?:\$ |>>> |#!|#include\b|//|/\*|</?\w|(?:def|class) \w+.*:$|(?:import|from) [\w.]+(?: import\b.*)?$"
    r"|(?:const|let|var|public|private|static|func|fn|return|if|for|while|elif|else|try|sudo|pip|npm|git) .*[=(){};:]"
    r"|[\w.\[\]]+ = \S|[\w.]+\(\S*\)$)"
)
_LONGEST_ROW, _LONGEST_CODE = 1000, 200  # characters
_CJK = re.compile("[\u2e80-\u303e\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]")


def parse_text(text: str) -> Page:
    """The page that `text` is: every line with its exact span, and the blocks that the non-blank ones form.

    Works in linear time on any input. Knows by their signs: text hard-wrapped at a margin (lynx, w3m, mail), text
    broken at every link (`get_text`), Markdown (html2text), columns set apart by spaces or tabs (inscriptis, browsers).
    """
    lines = split_lines(text)
    rows = read_rows(lines)
    style = find_style(text)
    margin = find_margin(rows)
    broken = not margin and is_broken_at_links(rows)
    if margin or broken or style.markdown:
        blocks = [_to_block(group, marked) for group, marked in _group(rows, style, margin, broken=broken)]
    else:
        blocks = [
            Block(row.text, (row.line,), indent=row.indent, blank_before=row.blank_before)
            if is_plain(row.text, style)
            else _to_block([row], read_marks(row.text, style))
            for row in rows
        ]
    return Page(kind="text", lines=lines, blocks=tuple(_find_code(_find_tables(blocks))))


def _group(
    rows: Sequence[Row], style: Style, margin: int, *, broken: bool
) -> Iterator[tuple[list[Row], Marked | None]]:
    """The rows of each block together; fenced code comes with None for its marks."""
    position = 0
    while position < len(rows):
        row = rows[position]
        if style.markdown and row.text.startswith(_FENCE):
            end = _end_of_fence(rows, position)
            if end:
                yield list(rows[position:end]), None
                position = end
                continue
        marked = read_marks(row.text, style)
        group = [row]
        position += 1
        indent = row.indent + (len(row.text) - len(row.text[len(marked.marker) :].lstrip()) if marked.marker else 0)
        while position < len(rows) and continues(group[-1], rows[position], indent, margin, broken=broken):
            if read_marks(rows[position].text, style).form is not marked.form and marked.form is not Form.LIST:
                break
            group.append(rows[position])
            position += 1
        if len(group) > 1:
            marked = read_marks(_join([row.text for row in group]), style)
        yield group, marked


def _end_of_fence(rows: Sequence[Row], start: int) -> int:
    """The position after the fence that closes the one at `start`, 0 if none does."""
    fence = rows[start].text[:3]
    for position in range(start + 1, len(rows)):
        if rows[position].text.startswith(fence):
            return position + 1
    return 0


def _to_block(group: list[Row], marked: Marked | None) -> Block:
    first = group[0]
    lines = tuple(row.line for row in group)
    if marked is None:
        body = "\n".join(row.line.text.rstrip() for row in group[1:-1])
        return Block(body or first.text, lines, Form.CODE, indent=first.indent, blank_before=first.blank_before)
    text, form, level, marker, hints = marked
    return Block(text, lines, form, level, marker, first.indent, first.blank_before, hints)


def _join(parts: list[str]) -> str:
    """The parts of a sentence in one line: with a space, but not between characters of scripts that have none."""
    joined = [parts[0]]
    for previous, part in pairwise(parts):
        glued = part[0] in ",.;:)]!?%’”»、。，；：" or (_CJK.match(previous[-1]) and _CJK.match(part[0]))
        joined.append(part if glued else " " + part)
    return "".join(joined)


def _find_tables(blocks: list[Block]) -> list[Block]:
    """The blocks with runs of lines that have columns marked as rows of a table, their cells set apart by " | "."""
    raw = [block.lines[0].text for block in blocks]
    columned = [("\t" in text or "  " in text) and _has_columns(block) for text, block in zip(raw, blocks, strict=True)]
    if True not in columned:
        return _attach_rules(blocks)
    found: list[Block] = []
    run: list[Block] = []
    for block, has_columns in zip([*blocks, None], [*columned, False], strict=True):
        if block is not None and has_columns and not (run and block.blank_before > 1):
            run.append(block)
            continue
        is_table = len(run) >= _FEWEST_ROWS and any(_COLUMN_GAP.search(row.lines[0].text.strip()) for row in run)
        found += [_to_row(row) for row in run] if is_table else run
        run = []
        if block is not None:
            found.append(block)
    return _attach_rules(found)


def _has_columns(block: Block) -> bool:
    """Whether gaps or tabs set its words apart: one in a paragraph or a tab anywhere, two gaps in an item of a list."""
    raw = block.lines[0].text.strip()
    if len(block.lines) > 1 or len(raw) > _LONGEST_ROW or block.form not in {Form.PARAGRAPH, Form.LIST}:
        return False
    gaps = sum(1 for _ in _NARROW_GAP.finditer(raw))
    return gaps > (block.form is Form.LIST and "\t" not in raw)


def _to_row(block: Block) -> Block:
    raw = block.lines[0].text.strip()
    cells = (_COLUMN_GAP if _COLUMN_GAP.search(raw) else _NARROW_GAP).split(raw)
    text = " | ".join(" ".join(cell.split()) for cell in cells)
    return block._replace(text=text, form=Form.TABLE, level=0, marker="")


def _attach_rules(blocks: list[Block]) -> list[Block]:
    """The blocks with each Markdown table rule (---|---) made part of the row above, and its table marked."""
    if not [block for block in blocks if "---" in block.text]:
        return blocks
    attached: list[Block] = []
    rules: dict[int, list[Line]] = {}  # by the position of the row above them
    in_table = False
    for block in blocks:
        if attached and _is_table_rule(block.text):
            rules.setdefault(len(attached) - 1, []).extend(block.lines)
            in_table = True
            continue
        in_table = in_table and "|" in block.text and not block.blank_before
        attached.append(block._replace(form=Form.TABLE) if in_table else block)
    for position, lines in rules.items():
        row = attached[position]
        attached[position] = row._replace(form=Form.TABLE, lines=(*row.lines, *lines))
    return attached


def _is_table_rule(text: str) -> bool:
    return "---" in text and "|" in text and not "".join(text.split()).strip("|:+=-")


def _find_code(blocks: list[Block]) -> list[Block]:
    """The blocks with those lines marked as code that look like it and have a neighbour that does.

    What is indented directly under code is more of it: arguments, continued expressions.
    """
    looks = [block.form is Form.PARAGRAPH and _looks_like_code(block) for block in blocks]
    if True not in looks and not [block for block in blocks if block.form is Form.CODE]:
        return blocks
    found: list[Block] = []
    for position, block in enumerate(blocks):
        below = blocks[position + 1] if position + 1 < len(blocks) else None
        is_code = looks[position] and (
            (position > 0 and looks[position - 1])
            or (below is not None and (looks[position + 1] or _is_inside(block, below)))
        )
        if found and found[-1].form is Form.CODE and block.form is Form.PARAGRAPH:
            is_code = is_code or looks[position] or (not block.blank_before and block.indent > 0)
        found.append(_to_code(block) if is_code else block)
    return found


def _is_inside(block: Block, below: Block) -> bool:
    """Whether `below` is indented directly under a line of code."""
    return below.form is Form.PARAGRAPH and not below.blank_before and below.indent > block.indent + 1


def _looks_like_code(block: Block) -> bool:
    text = block.text
    if len(text) >= _LONGEST_CODE:
        return False
    if text[-1] in _CODE_LAST and _ends_like_code(text):
        return True
    return (text[0] in _CODE_FIRST or text[-1] == ")" or " = " in text) and _CODE_START.match(text) is not None


def _ends_like_code(text: str) -> bool:
    """Whether it ends with a brace, a ":" after a bracket or a ";", or is made of closing brackets.

    The items of a list that lost its bullets end with a semicolon too, but are longer and have no signs of code.
    """
    last = text[-1]
    if last == ";":
        return len(text.split(None, _CODE_WORDS)) <= _CODE_WORDS or _CODE_SIGN.search(text) is not None
    if last == ":":
        return text[:-1].rstrip().endswith(")")
    return last in "{}" or (text[0] in ")]}" and not text.removesuffix(",").strip(")]}"))


def _to_code(block: Block) -> Block:
    return block._replace(text="\n".join(line.text.rstrip() for line in block.lines), form=Form.CODE)
