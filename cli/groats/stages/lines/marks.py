"""The marks that renderers put before and inside a line: bullets, numbers, headings, quotes, links, emphasis."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import compress, count, islice, repeat
from operator import contains
from typing import NamedTuple

from groats.document import Block, Form, Hints
from groats.layout import TARGET
from groats.stages.lines.split import Rows

_BULLETS = "*+-•·‣◦▪●○■□►▸➤✓✔❖①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BULLET = re.compile(rf"([{re.escape(_BULLETS)}]|o(?= [A-Z0-9])|\d{{1,3}}[.)]|\(\d{{1,2}}\))[ \t\xa0]+(?=\S)")
_BUTTON = re.compile(r"\((?:BUTTON|IMAGE|LINK)\)\s*")  # lynx
_MARK_START = re.compile(rf"[{re.escape(_BULLETS)}o(\d]")  # no mark but Markdown's begins otherwise
_ATX_HEADING = re.compile(r"([*+-]\s+|(?:>\s?)+)?(#{1,6})\s+(?=\S)")  # maybe in an item or a quote
QUOTE = re.compile(r"(?:>\s?)+(?=\S)")
_LINK_NUMBER = re.compile(r"\[\d{1,4}\]")  # lynx -dump without -nolist

# The words of a link may have brackets of their own: escaped, or in pairs as around the number of a note. They cannot
# run past the next bracket of their own kind, so a hostile line costs linear time.
_IMAGE = re.compile(rf"!\[([^\[\]]*)\]{TARGET}")
_LINK = re.compile(rf"(?<!\\)\[((?:[^\[\]\\]|\\.|\[[^\[\]\\]*+\](?!\())*+)\]{TARGET}")
# "[words][3]", and where the numbers lead.
_REFERRING = re.compile(r"(?<!\\)\[((?:[^\[\]\\]|\\.|\[[^\[\]\\]*+\](?!\[))*+)\]\[[^\[\]]{0,80}\]")
_REFERRING_IMAGE = re.compile(r"!\[([^\[\]]*)\]\[[^\[\]]{0,80}\]")
_DEFINITION = re.compile(r"^[ \t]*+\[[^\[\]\n]{1,80}\]: {1,3}\S++(?: ++[\"'(][^\n]*+)?[ \t\r]*+$", re.MULTILINE)
# What is escaped stands for itself and is no emphasis, so both are sought at once.
_EMPHASIS = re.compile(r"\\([!-/:-@\[-`{-~])|\*\*|__|(?<!\w)[_*](?=\S)|(?<=\S)[_*](?!\w)|`")
_INLINE = re.compile(r"[\[\]()*_`\\]")  # none of all these is without one of them
_PLACEHOLDER_ENDS = (".gif]", ".jpg]", ".jpeg]", ".png]", ".svg]", ".webp]", ".GIF]", ".JPG]", ".PNG]")
_ODD_SPACES = (
    "\t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
_SPACES = re.compile(r"[^\S ]\s*| \s+")  # not the one space between two words: a line may have ten million

_MARKDOWN_SIGN = re.compile(
    r"\]\(|^[ \t]{0,8}#{1,6} \S|\*\*\S|^[ \t]{0,8}-{3,}\||^ {0,3}(?:```|~~~)|^ {0,3}\[[^\[\]\n]{1,80}\]: \S",
    re.MULTILINE,
)
# No sign without one of these, nor any without the rare sign before it.
_MARKDOWN_PARTS = (("]", "]("), ("#", "# "), ("*", "**"), ("|", "---|"), ("`", "```"), ("~", "~~~"), ("]", "]: "))
_MARKDOWN_SIGNS = 3  # fewer may be chance: an article about Markdown, a footnote
# As every README begins.
_MARKDOWN_TITLE = re.compile(r"\s*+(?:# \S[^\n]*+\n[^\S\n]*+\n|[^\s=][^\n]{1,200}\n={3,}+[^\S\n]*+\n[^\S\n]*+\n)")
_REFERENCE = re.compile(r"^ *(?:\d{1,4}\.|\[\d{1,4}\]) (?:https?|file|mailto|ftp|javascript):", re.MULTILINE)
_REFERENCE_PARTS = (" http", " file:", " mailto:", " ftp:", " javascript:")  # of which each has one
_FEWEST_REFERENCES = 2  # below no heading that says what they are
# The places of images in lynx and w3m: "[spacer.gif]".
_PLACEHOLDER = re.compile(r"\[[^\[\]\s]{1,120}\.(?:gif|jpe?g|png|svg|webp)\]", re.IGNORECASE)
# Where the links and images of html-to-text lead: "the weir [https://weir.example/] was mended".
_ADDRESS = re.compile(
    r" ?\[(?:(?:https?://|mailto:|tel:|\.{0,2}/|[?#])[^\[\]\s]*+|(?:data|javascript):[^\[\]]*+"
    r"|(?=[^\[\]\s]++\])[^\[\]\s]*?\.(?:html?|php|aspx?|jsp)(?![^\W_])[^\[\]\s]*+)\]"
)
_FEWEST_ADDRESSES = 3
_SIGN_SAMPLE = 400_000  # characters: a style shows early, and the search stays cheap on huge inputs


@dataclass(frozen=True, slots=True)
class Style:
    """What the marks of a whole text say of the program that wrote it."""

    markdown: bool
    link_numbers: bool
    references: bool = False
    addresses: bool = False
    quotes: bool = False

    @property
    def rewrites(self) -> bool:
        """Whether marks inside a line are taken off as well, so that what they part comes together."""
        return self.markdown or self.link_numbers or self.addresses


class Marked(NamedTuple):
    """A line's text with the marks taken off, and what they said."""

    text: str
    form: Form = Form.PARAGRAPH
    level: int = 0
    marker: str = ""
    hints: Hints | None = None


def find_style(text: str) -> Style:
    """The style of `text`: Markdown if it begins with a title or has three signs, link numbers if it lists links."""
    markdown = _is_markdown(text[:_SIGN_SAMPLE])
    fewest = 1 if "References" in text else _FEWEST_REFERENCES
    may_refer = any(map(text.__contains__, _REFERENCE_PARTS))
    may_have_addresses = not markdown and text.count("[") >= _FEWEST_ADDRESSES
    return Style(
        markdown=markdown,
        link_numbers=may_refer and _has_several(_REFERENCE, text, fewest),
        references=markdown and "]: " in text and _DEFINITION.search(text) is not None,
        addresses=may_have_addresses and _has_several(_ADDRESS, text, _FEWEST_ADDRESSES),
    )


def _has_several(pattern: re.Pattern[str], text: str, fewest: int) -> bool:
    """Whether a text has so many matches."""
    return len(list(islice(pattern.finditer(text), fewest))) == fewest


def _is_markdown(text: str) -> bool:
    if _MARKDOWN_TITLE.match(text):
        return True
    parts = [part for rare, part in _MARKDOWN_PARTS if rare in text and part in text]
    if sum(map(text.count, parts)) < _MARKDOWN_SIGNS:
        return False
    return _has_several(_MARKDOWN_SIGN, text, _MARKDOWN_SIGNS)


def is_definition(block: Block) -> bool:
    """Whether a block does nothing but say where a link leads: "[1]: https://mill.example/", "[https://mill.example/]"."""
    if block.hints is None or not block.text.startswith("["):
        return False
    return _DEFINITION.fullmatch(block.text) is not None or not _ADDRESS.sub("", block.text).strip()


def begins_with_address(text: str) -> bool:
    """Whether a line begins with where a link leads whose words may stand above it."""
    return _ADDRESS.match(text) is not None


def find_marked(text: str, rows: Rows, style: Style) -> Collection[int]:
    """The positions of the rows that may have marks, or white space other than single spaces: most have neither."""
    if style.rewrites:
        return range(len(rows.texts))
    found = {first.start() for first in _MARK_START.finditer(rows.firsts)}
    if style.quotes:
        found.update([n for n, first in enumerate(rows.firsts) if first == ">"])
    found.update([n for n in rows.gapped if "  " in rows.texts[n]])
    if "]" in text and any(map(text.__contains__, _PLACEHOLDER_ENDS)):
        found.update([n for n, row in enumerate(rows.texts) if "]" in row and _PLACEHOLDER.search(row)])
    for space in filter(text.__contains__, _ODD_SPACES):
        found.update(compress(count(), map(contains, rows.texts, repeat(space))))
    return found


def read_marks(text: str, style: Style) -> Marked:
    """`text` without its leading mark and, in a Markdown page, without the marks inside it."""
    form, level, marker = Form.PARAGRAPH, 0, ""
    if style.markdown and (match := _ATX_HEADING.match(text)):
        form, level = Form.HEADING, len(match[2])
    elif match := _BULLET.match(text):
        form, level, marker = Form.LIST, 1, match[1]
    elif (style.markdown or style.quotes) and (match := QUOTE.match(text)):
        form = Form.QUOTE
    elif match := _BUTTON.match(text):
        marker = match[0].strip()
    rest, hints = _read_inside(text[match.end() :] if match else text, style)
    folded = _SPACES.sub(" ", rest).strip()
    return Marked(folded or text, form, level, marker if folded else "", hints)


def _read_inside(text: str, style: Style) -> tuple[str, Hints | None]:
    """Text without the marks inside it, and what they said; the place of an image that stands alone is a link."""
    hints = None
    if style.references and not _DEFINITION.match(text):
        text = _REFERRING.sub(r"[\1]()", _REFERRING_IMAGE.sub(r"![\1]()", text))
    if style.markdown:
        text, share = read_inline(text.removesuffix("\\"))  # that ends a line of pandoc's
        hints = Hints(link_share=share)
    elif style.link_numbers:
        text = _LINK_NUMBER.sub("", text)
    if style.addresses and _ADDRESS.search(text):
        bare = _ADDRESS.sub("", text)
        text, hints = (bare, None) if bare.strip() else (text, Hints(link_share=1.0))
    if "]" not in text or not _PLACEHOLDER.search(text):
        return text, hints
    without = _PLACEHOLDER.sub("", text)
    return (without, hints) if without.strip() else (text, hints or Hints(link_share=1.0))


def read_inline(text: str) -> tuple[str, float]:
    """Markdown as its reader sees it, and the share of its characters that are the text of links.

    Images are left out, or stand for themselves where the line is nothing else, in links or not.
    """
    if text and not _INLINE.search(text):
        return text, 0.0
    without_images = _IMAGE.sub("", text)
    linked = sum(len(match[1].strip()) for match in _LINK.finditer(without_images))
    plain = _EMPHASIS.sub(r"\1", _LINK.sub(r"\1", without_images))
    if not plain.strip(" []()"):
        return " ".join(match[1] for match in _IMAGE.finditer(text)), 1.0
    return plain, min(1.0, linked / max(1, len(plain.strip())))
