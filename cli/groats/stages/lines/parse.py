"""Plain text to a page: the one place where splitting, marks and unwrapping meet."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain, pairwise, repeat

from groats.document import Block, Form, Line, Page, make_all
from groats.layout import NARROWEST_COLUMN, NARROWEST_MARGIN
from groats.stages.lines.book import count_licence
from groats.stages.lines.chat import read_chat
from groats.stages.lines.code import find_code
from groats.stages.lines.columns import cut_columns
from groats.stages.lines.edit_links import cut_edit_links
from groats.stages.lines.exports import read_export
from groats.stages.lines.header import Header, find_header
from groats.stages.lines.hyphens import find_parted, mark_parted
from groats.stages.lines.join import join_rows
from groats.stages.lines.layout import open_rows
from groats.stages.lines.links import blank_breaks, mark_links, open_links
from groats.stages.lines.marks import QUOTE, Marked, Style, begins_with_address, find_marked, find_style, read_marks
from groats.stages.lines.message import find_message_lines
from groats.stages.lines.printed import find_sheet_edges, without_sheet_edges
from groats.stages.lines.quotes import attach_bare_marks, without_quote_marks
from groats.stages.lines.record import read_more
from groats.stages.lines.references import find_references, without_citations
from groats.stages.lines.split import Rows, read_rows, split_lines
from groats.stages.lines.stamps import read_stamps
from groats.stages.lines.subtitles import read_subtitles
from groats.stages.lines.tables import attach_rules, find_rows
from groats.stages.lines.tags import hide_tags
from groats.stages.lines.underlines import attach_plain_underlines, attach_underlines
from groats.stages.lines.unwrap import Wrapping, find_markdown_wraps, find_wrapping
from groats.unicode_ranges import STOPS, STOPS_ALONE

_ARROW = "-->"  # between the times of a subtitle
_HARD_BREAKS = ("\\", "  ")  # as pandoc writes it, and others
_WRAPPED = (Form.PARAGRAPH, Form.LIST, Form.QUOTE, Form.HEADING)
_GOING_ON = {(form, Form.PARAGRAPH) for form in _WRAPPED} | {(Form.QUOTE, Form.QUOTE)}
_ROWS = ("|", "+-", "+=", "--")  # and rules of tables
_FENCES = ("```", "~~~")
_UNDERLINES = ("\n===", "\n---", "\n~~~", "\n^^^")
_FIRST_INDENT = 8  # columns at most
_QUOTES = "“\"'«„‘"
_ENDS = frozenset(f"{STOPS}{STOPS_ALONE}:;")
_FEWEST_QUOTED = 2  # rows behind a ">" that go on in the next one


def parse_text(text: str, breaks: AbstractSet[int] = frozenset()) -> Page:
    """The page that `text` is: every line with its exact span, and the blocks that the non-blank ones form.

    Works in linear time on any input. Knows by their signs: text hard-wrapped at a margin (lynx, w3m, mail), text
    broken at every link (`get_text`), Markdown (html2text), columns set apart by spaces or tabs (inscriptis, browsers).
    Of a row of Markdown that lays out the page, each paragraph counts as a line. A line ends at each of the `breaks`.
    What a converter wrote above the page is read apart from it.
    """
    raw = split_lines(text, breaks)
    if _ARROW in text and (subtitles := read_subtitles(raw)):
        return Page("text", raw, tuple(subtitles.blocks), times=subtitles.times, said=subtitles.said)
    header = find_header(raw)
    if header.lead:
        raw = _without_lead(raw, header)
    references = find_references(text, raw[header.lines :]) or count_licence(text, raw[header.lines :])
    end = len(raw) - references
    above, raw, below = raw[: header.lines], raw[header.lines : end], raw[end:]
    page = _parse_between(text, without_citations(text, raw) if references else raw, header, breaks)
    count = len(above) + len(page.lines)
    below = tuple([line._replace(number=n) for n, line in enumerate(below, start=count + 1)])
    return replace(
        page,
        lines=(*above, *page.lines, *below),
        blocks=(*_read_apart(text, above), *page.blocks, *_read_apart(text, below)),
        declared=(*header.declared, *page.declared),
        header=header.lines,
        references=references,
    )


def _parse_between(text: str, raw: tuple[Line, ...], header: Header, breaks: AbstractSet[int]) -> Page:
    """The page that the lines between the header and the references of a text are."""
    bare = hide_tags(text, raw)
    lines, linked = open_links(open_rows(blank_breaks(text, bare)))
    lines, parts = (lines, [lines]) if linked else cut_columns(lines)
    fields, times, said = frozenset[int](), frozenset[int](), frozenset[int]()
    declared: tuple[tuple[str, str], ...] = ()
    if len(parts) == 1:
        lines, fields, declared = (*read_more(lines), ()) if header.is_record else read_export(text, lines)
        lines, times, said = read_stamps(text, lines)
        lines, said = (lines, said) if said else read_chat(lines)
        parts = [lines]
    edges = find_sheet_edges(text, lines)
    message = frozenset(
        lines[n].number for n in find_message_lines([line.text for line in lines], is_mail=header.is_mail)
    )
    apart = edges | message | times | fields
    shown = [without_sheet_edges(part, apart) for part in parts]
    blocks = _read_page(text[raw[0].start :] if raw else "", shown, breaks, boxed=bare is not raw)
    if linked:
        blocks = mark_links(blocks, linked)
    if apart:
        places = {line.number: place for place, line in enumerate(chain.from_iterable(parts))}
        blocks += _read_apart(text, [line for line in lines if line.number in apart])
        blocks.sort(key=lambda block: places[block.lines[0].number])
    return Page(
        "text",
        lines,
        tuple(blocks),
        declared,
        edges=edges,
        message=message,
        times=times,
        said=said,
        fields=fields,
    )


def _without_lead(raw: tuple[Line, ...], header: Header) -> tuple[Line, ...]:
    """The lines without the name of the field, at the beginning of the page, that all the page is the value of."""
    first = raw[header.lines]
    return (*raw[: header.lines], first._replace(text=first.text[header.lead :]), *raw[header.lines + 1 :])


def _read_apart(text: str, lines: Sequence[Line]) -> Iterator[Block]:
    """A block for each line of what is no part of the page."""
    if not lines:
        return iter(())
    rows = read_rows(text, lines)
    return (_to_block(rows, n, n + 1, Marked(text)) for n, text in enumerate(rows.texts))


def _read_page(text: str, parts: Sequence[Sequence[Line]], breaks: AbstractSet[int], *, boxed: bool) -> list[Block]:
    """The blocks of a page, each of its parts read by itself: columns have margins of their own."""
    style = find_style(text)
    narrowest = NARROWEST_MARGIN if len(parts) == 1 else NARROWEST_COLUMN
    found = [_read_part(text, read_rows(text, part), style, narrowest, breaks, boxed=boxed) for part in parts]
    return list(chain.from_iterable(found))


def _read_part(  # noqa: PLR0913 - what is known of the whole page
    text: str, rows: Rows, style: Style, narrowest: int, breaks: AbstractSet[int], *, boxed: bool
) -> Sequence[Block]:
    quoted = _find_quoted(rows) if ">" in rows.firsts and not style.markdown else None
    style = replace(style, quotes=quoted is not None)
    blocks = _read_blocks(text, rows, style)
    wrapping = Wrapping(0, _find_wraps(rows, blocks, boxed=boxed) if style.markdown else frozenset())
    if not wrapping.broken:
        wrapping = quoted or find_wrapping(rows, narrowest)
    if breaks:
        parted = {n for n, line in enumerate(rows.lines[1:]) if line.start in breaks}
        wrapping = wrapping._replace(broken=wrapping.broken - parted)
    if style.addresses:
        below = [n for n in range(1, len(blocks)) if not rows.blanks[n] and begins_with_address(rows.texts[n])]
        wrapping = wrapping._replace(broken=wrapping.broken | {n - 1 for n in below})
    if wrapping.broken or style.markdown:
        blocks = list(_join_rows(rows, blocks, wrapping, style))
    if style.quotes:
        blocks = attach_bare_marks(blocks)
    if style.markdown or any(map(text.__contains__, _UNDERLINES)):
        blocks = attach_underlines(blocks) if style.markdown else attach_plain_underlines(blocks)
    if "---" in text or style.rewrites:
        blocks = attach_rules(blocks)
    if rows.gapped:
        blocks = find_rows(blocks, markdown=style.markdown)
    if "]" in rows.lasts:
        blocks = cut_edit_links(blocks)
    return find_code(blocks)


def _find_quoted(rows: Rows) -> Wrapping | None:
    """Where the rows are broken in a text that quotes a mail; None where nothing tells a quote from a menu."""
    wrapping = find_wrapping(without_quote_marks(rows))
    quoted = [n for n in wrapping.broken if rows.firsts[n] == ">"]
    return wrapping if len(quoted) >= _FEWEST_QUOTED else None


def _read_blocks(text: str, rows: Rows, style: Style) -> list[Block]:
    """Each row of the text as a block, read without its marks."""
    plain = repeat(Form.PARAGRAPH), repeat(0), repeat("")
    blocks = list(make_all(Block, zip(rows.texts, zip(rows.lines), *plain, rows.indents, rows.blanks, repeat(None))))
    for n in find_marked(text, rows, style):
        blocks[n] = _to_block(rows, n, n + 1, read_marks(rows.texts[n], style))
    return blocks


def _find_wraps(rows: Rows, blocks: Sequence[Block], *, boxed: bool) -> frozenset[int]:
    """The rows of Markdown that go on below: where it is `boxed`, with tags around, all that no mark ends."""
    soft = _find_soft_breaks(rows, blocks)
    return (
        frozenset(n for n in soft if blocks[n].form is not Form.HEADING) if boxed else find_markdown_wraps(rows, soft)
    )


def _find_soft_breaks(rows: Rows, blocks: Sequence[Block]) -> frozenset[int]:
    """The rows that no mark parts from the next one."""
    return frozenset(
        n
        for n, (above, below) in enumerate(pairwise(blocks))
        if not below.blank_before
        and (above.form, below.form) in _GOING_ON
        and not rows.lines[n].text.rstrip("\r\n").endswith(_HARD_BREAKS)
        and not below.text.startswith(_ROWS)
    )


def _join_rows(rows: Rows, blocks: Sequence[Block], wrapping: Wrapping, style: Style) -> Iterator[Block]:
    """The blocks of the rows with those joined that are one; and fenced code, if the text is Markdown."""
    parted = find_parted(rows, wrapping.broken)
    texts = [mark_parted(text) if n in parted else text for n, text in enumerate(rows.texts)] if parted else rows.texts
    start = 0
    while start < len(blocks):
        if end := _end_of_fence(rows.texts, start) if style.markdown else 0:
            inside = range(start + 1, end - 1)
            body = "\n".join(["\n" * rows.blanks[n] + rows.lines[n].text.rstrip() for n in inside]).lstrip("\n")
            yield _to_block(rows, start, end, Marked(body or rows.texts[start], Form.CODE))
        elif (end := _end_of_block(rows, blocks, start, wrapping)) > start + 1:
            yield _to_block(rows, start, end, read_marks(join_rows(_unquote(texts[start:end])), style))
        else:
            yield blocks[start]
        start = end


def _end_of_block(rows: Rows, blocks: Sequence[Block], start: int, wrapping: Wrapping) -> int:
    """The position after the last row that goes on with the block that begins with the one at `start`."""
    block = blocks[start]
    text = rows.texts[start]
    indent = block.indent + (len(text) - len(text[len(block.marker) :].lstrip()) if block.marker else 0)
    end = start + 1
    if block.form is Form.PARAGRAPH and start in wrapping.broken and _is_first_indented(rows, start):
        indent = rows.indents[end]
    while end - 1 in wrapping.broken and (not wrapping.margin or rows.indents[end] == indent):
        if blocks[end].form is not block.form and block.form not in {Form.LIST, Form.HEADING}:
            break
        end += 1
    return end


def _is_first_indented(rows: Rows, start: int) -> bool:
    """Whether a sentence goes on from a row into one that is indented less, as in books, or surely into one more so."""
    step = rows.indents[start] - rows.indents[start + 1]
    begins = rows.firsts[start].isalpha() or rows.firsts[start] in _QUOTES
    if not (begins and 0 < abs(step) <= _FIRST_INDENT) or rows.lasts[start] in _ENDS:
        return False
    return step > 0 or rows.firsts[start + 1].islower()


def _end_of_fence(texts: Sequence[str], start: int) -> int:
    """The position after the fence that closes the one at `start`, 0 if there is none or nothing closes it."""
    fence = texts[start][:3]
    if fence not in _FENCES:
        return 0
    return next((n + 1 for n in range(start + 1, len(texts)) if texts[n].startswith(fence)), 0)


def _to_block(rows: Rows, start: int, end: int, marked: Marked) -> Block:
    text, form, level, marker, hints = marked
    indent, blank_before = rows.indents[start], rows.blanks[start]
    return Block(text, tuple(rows.lines[start:end]), form, level, marker, indent, blank_before, hints)


def _unquote(rows: Sequence[str]) -> Sequence[str]:
    """The rows of a quote with its mark on the first alone; others as they are."""
    return [rows[0], *(QUOTE.sub("", row, count=1) for row in rows[1:])] if rows[0].startswith(">") else rows
