"""The tree of a page that browsers give to programs which read it aloud or act on it: the HTML that it stands for.

So Playwright writes it, and what drives a browser with it: a line of YAML for each node, its role, name and text. The
developer tools of Chrome have a line for each as well, and each piece of the text is a node.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from html import escape
from io import StringIO
from itertools import accumulate
from typing import NamedTuple

from groats.stages.escapes.written import Written, write
from groats.tables import load_table
from groats.unicode_ranges import EAST_ASIAN

_SIGNS = ("- /url: ", " [ref=", " [level=", "- paragraph: ", " RootWebArea ")  # one of which next to no other text has
_NODE = re.compile(
    r"""( *)- ('?)(/?[a-z]+)(?: "((?:[^"\\]|\\.)*+)"| /\S*/)?((?: \[[^\[\]]*+\])*+)'?(?::(?: (\S.*))?)?"""
)
_CHROME = re.compile(r'( *)uid=\S+ ([A-Za-z]+)(?:( ")| |$)')
_STATE = re.compile(r'" [a-z]+="')  # behind a name, which may have marks of its own
_FEWEST, _SHARE = 8, 0.8  # nodes, and of the lines: what drives a browser reports more above and below
_LEVEL, _ADDRESS = re.compile(r"""\[level=([1-6])\]| level="([1-6])\""""), re.compile(r' url="([^"]*)"')
_HEAD = re.compile(r"- Page (URL|Title): (\S.*)")  # above the tree
_SIGN = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|.)|''|[&<>]")  # in words
_NAMED = {"\\n": " ", "\\t": " ", "\\r": " ", "\\b": "", "\\f": " "}
_ROOT = "RootWebArea"  # whose name is the title of the page
_IN_LINE = re.compile(r"h\d|p|a|button|code|em|span|strong|time")  # elements that hold no boxes
_CLOSES, _OPENS = tuple(",.;:!?)]}%’”»、。，；："), tuple("([{“«„「『")


class _Node(NamedTuple):
    """A line of the tree: its depth, role and level, the span of its words, and where a link leads.

    `marks` are the quotation marks around the words, which say what is escaped in them; `gap` is what parts them from
    what stands before them in a line.
    """

    depth: int
    role: str
    level: str
    words: tuple[int, int]
    marks: str
    address: str = ""
    gap: str = " "


def read_snapshot(text: str) -> Written | None:
    """The HTML of the page that `text` is a snapshot of; None where it is none."""
    if text.startswith("<") or not any(map(text.__contains__, _SIGNS)):
        return None
    rows = StringIO(text, newline="").readlines()
    starts = accumulate(map(len, rows), initial=0)
    read = _read_chrome if f" {_ROOT} " in text else _read_node
    nodes = [node for row, start in zip(rows, starts, strict=False) if (node := read(row.rstrip(), start))]
    if len(nodes) < max(_FEWEST, _SHARE * sum([not row.isspace() for row in rows])):
        return None
    head = {match[1]: match[2].strip() for row in rows if (match := _HEAD.match(row))}
    root = next((node for node in nodes if node.role == _ROOT), None)
    if root:
        head = {"Title": text[slice(*root.words)], "URL": root.address}
        nodes.remove(root)
    title, address = (escape(head.get(name, "")) for name in ("Title", "URL"))
    lead = f'<!doctype html><title>{title}</title><link rel="canonical" href="{address}"><body>'
    return write(text, _to_markup(text, _find_shown(text, nodes), lead))._replace(is_markup=True)


def _read_node(row: str, start: int) -> _Node | None:
    """The node in a line that begins at `start`, None where it is none. A name that labels a box is not shown."""
    node = _NODE.fullmatch(row)
    if node is None or not (node[3].startswith("/") or node[3] in _roles()):
        return None
    first, last = node.span(4) if node[4] and node[3] in _named() else (0, 0)
    marks = f'{node[2]}"'
    if node[6]:
        first, last = node.span(6)
        marks = '"' if last - first > 1 and row[first] == row[last - 1] == '"' else ""
        first, last = first + len(marks), last - len(marks)
    level = _LEVEL.search(node[5])
    return _Node(len(node[1]), node[3], level[1] if level else "", (start + first, start + last), marks)


def _read_chrome(row: str, start: int) -> _Node | None:
    """The node in a line of Chrome's that begins at `start`, None where it is none."""
    node = _CHROME.match(row)
    if node is None:
        return None
    first = last = node.end()
    role = node[2]
    if node[3]:
        state = _STATE.search(row, first)
        last = state.start() if state else max(first, row.rfind('"'))
    level, address = _LEVEL.search(row, last), _ADDRESS.search(row, last)
    words = (start + first, start + last) if role in _named() or role == _ROOT else (0, 0)
    return _Node(len(node[1]), role, level[2] if level else "", words, "", address[1] if address else "", "<br>")


def _find_shown(text: str, nodes: Iterable[_Node]) -> Sequence[_Node]:
    """The nodes that a reader sees, links with their addresses, without the words that those below them say again."""
    shown: list[_Node] = []
    unseen = len(text)
    for node in nodes:
        if node.depth > unseen:
            continue
        unseen = node.depth if node.role in _unseen() else len(text)
        if shown and shown[-1].depth < node.depth < unseen:
            is_address = node.role == "/url"
            shown[-1] = shown[-1]._replace(**{"address": text[slice(*node.words)]} if is_address else {"words": (0, 0)})
        if node.depth < unseen and not node.role.startswith("/"):
            shown.append(node)
    return shown


def _to_markup(text: str, nodes: Iterable[_Node], markup: str) -> Iterator[tuple[int, int, str]]:
    """What is meant by all that is no words of a node: the `markup` that begins the page, and its tags."""
    done, last = 0, ""
    opened: list[tuple[int, str]] = []
    for node in nodes:
        while opened and opened[-1][0] >= node.depth:
            markup += f"</{opened.pop()[1]}>"
        tag = _find_tag(node, opened[-1][1] if opened else "")
        start, end = node.words
        markup += "" if not last or _is_glued(last, text[start:end]) else node.gap
        if tag:
            opened.append((node.depth, tag))
            markup += f'<a href="{escape(node.address)}">' if tag == "a" else f"<{tag}>"
        if start < end:
            yield done, start, markup
            yield from _unescape(text, start, end, node.marks)
            done, markup, last = end, "", text[end - 1]
    yield done, len(text), markup


def _find_tag(node: _Node, outer: str) -> str:
    if node.role == "heading":
        return f"h{node.level or 2}"
    tag = _roles().get(node.role, "div")
    return "span" if tag == "div" and _IN_LINE.fullmatch(outer) else tag


def _is_glued(last: str, words: str) -> bool:
    """Whether no space stands before words, or one does already: Playwright's tree has none at their ends."""
    is_unspaced = last >= EAST_ASIAN and words[:1] >= EAST_ASIAN
    return is_unspaced or last.endswith(_OPENS) or last.isspace() or words[:1].isspace() or words.startswith(_CLOSES)


def _unescape(text: str, start: int, end: int, marks: str) -> Iterator[tuple[int, int, str]]:
    """The signs in a node's words that are written otherwise than in HTML, and what they are there."""
    for sign in _SIGN.finditer(text, start, end):
        meant, code = sign[0], sign[1] or sign[2]
        if code and '"' in marks:
            meant = bytes.fromhex(code.zfill(4)).decode("utf-16-be", "replace")
        elif meant[0] in marks or (meant[0] == "\\" and '"' in marks):
            meant = _NAMED.get(meant, meant[-1])
        yield *sign.span(), escape(meant)


@cache
def _roles() -> Mapping[str, str]:
    """The elements that roles stand for; "" for text."""
    table = load_table("roles")
    elements: Mapping[str, str] = table["elements"]
    return {**dict.fromkeys((*table["boxes"], *table["unseen"]), "div"), **elements}


@cache
def _named() -> frozenset[str]:
    """The roles whose names are what they show."""
    return frozenset(load_table("roles")["named"])


@cache
def _unseen() -> frozenset[str]:
    return frozenset(load_table("roles")["unseen"])
