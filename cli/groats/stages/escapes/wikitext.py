"""A page in the markup of MediaWiki, as the dumps of Wikipedia and other wikis have it: the text that it means.

Templates that stand in lines of their own (boxes, notices), references, files, categories and comments mean nothing to
read; of a template within a sentence its value is meant, of a link its words.
"""

import re
from collections.abc import Iterable, Iterator

from groats.stages.escapes.written import Written, write

_FEWEST_LINKS, _FEWEST_HEADINGS = 3, 3  # links of a page; headings, for fewer are not read as those of Markdown
_LINK = re.compile(r"\[\[[^\[\]\n|]{1,200}(?:\|[^\[\]\n]{1,200})?\]\]")
_SIGN = re.compile(r"'''\S|^={2,6} ?[^=\n]{1,200}={2,6}[ \t]*(?=\r?$)", re.MULTILINE)
_HEADING = re.compile(r"^(={1,6})[ \t]*+([^=\s](?:[^=\n]{0,198}[^=\s])?)[ \t]*={1,6}[ \t]*(?=\r?$)", re.MULTILINE)

_ASIDE = "ref|gallery|math|timeline|imagemap|syntaxhighlight"  # elements that are no text
_BRACKET = re.compile(rf"<!--|-->|<({_ASIDE})\b[^<>\n]{{0,500}}?(/?)>|</({_ASIDE})\s*>|\{{\{{|\}}\}}|\[\[|\]\]")
_CLOSES = {"-->": "<!--", "}}": "{{", "]]": "[["}
_FILE = re.compile(
    r"[^:|\[\]]{2,20}:[^|\[\]]{1,250}\.(?:jpe?g|png|svg|gif|webp|tiff?|og[gv]|web[mp]|pdf|mp[34])\s*(?:\||$)",
    re.IGNORECASE,
)
_MOST_INSIDE, _MARGIN = 300, 40  # characters of a template within a sentence, and of white space around one alone
_MEASURES = {"convert", "cvt"}  # "{{convert|18|m|ft}}"

# What is left of the markup in a line: emphasis, marks of items, links to other sites, switches, tags, tables.
_STYLE = r"(?:[^|!\[\]{}\n]{1,200}=\"[^|\[\]{}\n]{0,200}\|(?!\|))?"  # of a cell
_MARKS = re.compile(
    r"(?P<emphasis>'{2,5})|^(?P<items>[*#:;]+)[ \t]*"
    r"|(?P<site>\[(?:https?:)?//[^\s\[\]]{1,2000}(?P<words>\s[^\[\]\n]{0,500})?\])"
    r"|(?P<switch>__[A-Z]{3,20}__)|(?P<tag></?[a-z]{1,12}\b[^<>\n]{0,300}>)"
    r"|^(?P<rule>\{\|[^\n]*|\|[-}][^\n]*|-{4,})(?=\r?$)"
    rf"|^(?P<cell>[|!]\+?){_STYLE}|(?P<next>\|\||!!){_STYLE}|(?P<end>\n)",
    re.MULTILINE,
)
_BREAK = ("<br", "<p")


def read_wikitext(text: str) -> Written | None:
    """The text that a page means, headings and items as Markdown has them; None where it is no wikitext."""
    if "{{" not in text or text.count("[[") < _FEWEST_LINKS or not _SIGN.search(text):
        return None
    if sum(1 for _ in _LINK.finditer(text)) < _FEWEST_LINKS:
        return None
    return write(text, _find_outermost([*_read_brackets(text), *_read_headings(text), *_read_marks(text)]))


def _find_outermost(spans: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """The spans in order but those that begin within another one."""
    done = 0
    for start, end, meant in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= done:
            yield start, end, meant
            done = end


def _read_brackets(text: str) -> Iterator[tuple[int, int, str]]:
    """What templates, links, comments and elements mean, the outer before the inner once they are in order."""
    opened: list[tuple[str, int]] = []
    waiting: dict[str, int] = {}  # how many of each are open
    for bracket in _BRACKET.finditer(text):
        element, is_empty, closed = bracket.groups()
        sign: str | None = _CLOSES.get(bracket[0], closed)
        if is_empty:
            yield *bracket.span(), ""
        elif sign is None:
            opened.append((element or bracket[0], bracket.start()))
            waiting[opened[-1][0]] = waiting.get(opened[-1][0], 0) + 1
        while sign and waiting.get(sign):
            name, start = opened.pop()
            waiting[name] -= 1
            if name == sign:
                yield from _read_pair(text, sign, start, bracket.end())
                break


def _read_pair(text: str, sign: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    inside = text[start + 2 : min(end, start + _MOST_INSIDE) - 2]
    if sign == "[[":
        target, bar, _ = inside.partition("|")
        if _FILE.match(inside) or (":" in target and _is_alone(text, start, end)):
            yield start, end, ""
        else:
            yield start, start + 2 + (len(target) + 1 if bar else target.startswith(":")), ""
            yield end - 2, end, ""
    elif sign == "{{" and end - start <= _MOST_INSIDE and not _is_alone(text, start, end):
        yield start, end, _read_template(inside)
    else:
        yield start, end, ""


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands in the lines of what is marked."""
    before = text[max(0, start - _MARGIN) : start].rpartition("\n")
    after = text[end : end + _MARGIN].partition("\n")
    begins = bool(before[1]) or start <= _MARGIN
    ends = bool(after[1]) or end + _MARGIN >= len(text)
    return begins and ends and not before[2].strip() and not after[0].strip()


def _read_template(inside: str) -> str:
    """The value of a template within a sentence: "18 m", the words in another language; "" for a note."""
    name, *values = inside.split("|")
    plain = [value.strip() for value in values if "=" not in value]
    if any(sign in inside for sign in ("{{", "[[", "<")):
        return ""
    if name.strip().lower() in _MEASURES:
        return " ".join(plain[:2])
    is_language = name.strip().lower().startswith("lang") and len(plain) > 1
    return plain[-1] if len(plain) == 1 or is_language else ""


def _read_headings(text: str) -> Iterator[tuple[int, int, str]]:
    found = list(_HEADING.finditer(text))
    for heading in found:
        mark = f"{'#' * len(heading[1])} " if len(found) >= _FEWEST_HEADINGS else ""
        yield heading.start(1), heading.start(2), mark
        yield heading.end(2), heading.end(), ""


def _read_marks(text: str) -> Iterator[tuple[int, int, str]]:
    is_row = False
    for mark in _MARKS.finditer(text):
        meant = ""
        kind = mark.lastgroup
        is_row = kind != "end" and (is_row or kind == "cell")
        if kind == "end" or (kind == "next" and not is_row):
            continue
        if items := mark["items"]:
            meant = "  " * (len(items) - 1) + "* " if items[-1] in "*#" else ""
        elif mark["site"]:
            meant = (mark["words"] or "").strip()
        elif kind == "next":
            meant = "\t"
        elif kind == "tag" and mark["tag"].startswith(_BREAK):
            meant = " "
        yield *mark.span(), meant
