"""Text told from HTML."""

import re
from collections import defaultdict
from itertools import islice

from groats.stages.markup.tags import load_tags
from groats.stages.markup.wrappings import is_wrapped

_SAMPLE = 65_536  # characters at the start that are looked at
_COVERED = 0.5  # share of a piece's words that stand in elements
_MOST_PREAMBLE = 8  # comments and the like before the page begins

# A page begins so, and goes on with a tag: "<html>: the root element" is how a text about HTML begins.
_DOCUMENT = re.compile(r"\s*+<(?:!doctype\s|(?:html|head|body)(?=[\s>]))[^<>]{0,5000}+>\s*+<", re.IGNORECASE)
_BEFORE = re.compile(r"\s*+<(!--|\?|meta\s|link\s|base\s)", re.IGNORECASE)

# A tag with attributes as people write them: no address (<ann@example.org>), no comparison (1 <b && c> 2).
_TAG = re.compile(
    r"""<(/?)([a-zA-Z][a-zA-Z0-9]{0,11}+)((?:\s++[\w:@.-]++(?:\s*+=\s*+(?:"[^"]{0,5000}+"|'[^']{0,5000}+'|[^\s"'<>]++))?+)*+)\s*+/?>"""
)
# Of the data's pages of HTML that begin as pieces do, none has one.
_MARKDOWN_SIGN, _MARKDOWN_SIGNS = re.compile(r"^[ \t]{0,8}#{1,6} \S|\]\((?:https?:|data:|[/#.])", re.MULTILINE), 3
_QUOTES = frozenset("`\"'“‘«„")  # a tag that is quoted is spoken of


def is_html(text: str) -> bool:
    """Whether `text` is HTML, a page or a piece of one, and not text that merely has a "<" or some tags in it.

    A page begins as one. Of a piece at least half of the words stand in elements that are closed and are blocks or
    have attributes; one that begins with such a tag may leave it open. Markdown may have as many, and is text. Looks at
    the first 64 KB, and for the page in a message at all of it.
    """
    sample = text[:_SAMPLE].removeprefix("\ufeff")
    if is_wrapped(text.removeprefix("\ufeff"), sample):
        return True
    if len(text) > _SAMPLE and sample.rfind("<") > sample.rfind(">"):
        sample = sample[: sample.rfind("<")]  # a tag that the sample cuts
    if "<" not in sample:
        return False
    return _DOCUMENT.match(sample, _skip_preamble(sample)) is not None or (
        _is_piece(sample) and not _is_markdown(_TAG.sub("", sample))
    )


def _is_markdown(untagged: str) -> bool:
    """Whether headings and links of Markdown stand between the tags."""
    return next(islice(_MARKDOWN_SIGN.finditer(untagged), _MARKDOWN_SIGNS - 1, None), None) is not None


def _skip_preamble(sample: str) -> int:
    """Where the page begins after the comments, declarations and stray head elements at its top."""
    position = 0
    for _ in range(_MOST_PREAMBLE):
        before = _BEFORE.match(sample, position)
        if before is None:
            break
        closing = "-->" if before[1] == "!--" else ">"
        end = sample.find(closing, before.end())
        if end < 0:
            break
        position = end + len(closing)
    return position


def _is_piece(sample: str) -> bool:
    """Whether most of what is not a tag stands in elements."""
    spans = _find_elements(sample)
    if not spans:
        return False
    inside: list[str] = []
    end = 0
    for start, stop in sorted(spans):
        inside.append(sample[max(start, end) : max(stop, end)])
        end = max(stop, end)
    return _count(" ".join(inside)) >= _COVERED * _count(sample)


def _find_elements(sample: str) -> list[tuple[int, int]]:
    """Where blocks, and elements with attributes, begin and end. One at the very start may be left open."""
    tags = load_tags()
    spans: list[tuple[int, int]] = []
    opened: dict[str, list[int]] = defaultdict(list)
    top = len(sample) - len(sample.lstrip())
    signs = 0
    stays_open = False
    for match in _TAG.finditer(sample):
        closes, name, attributes = match.group(1), match.group(2).lower(), match.group(3)
        if name not in tags.known or sample[max(0, match.start() - 1) : match.start()] in _QUOTES:
            continue
        if closes and opened[name]:
            spans.append((opened[name].pop(), match.end()))
        elif not closes and name not in tags.childless and (name in tags.block or "=" in attributes):
            opened[name].append(match.start())
            signs += 1
            stays_open = stays_open or (match.start() == top and "=" in attributes)
    if any(top in starts for starts in opened.values()) and (stays_open or (signs > 1 and sample.rstrip()[-1] == ">")):
        spans.append((top, len(sample)))
    return spans


def _count(sample: str) -> int:
    """The characters of the sample that are neither tags nor white space."""
    return sum(map(len, _TAG.sub(" ", sample).split()))
