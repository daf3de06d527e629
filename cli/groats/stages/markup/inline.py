"""The text that the walk has met since the last block ended, with its links and what of it is bold."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from groats.document import Link, Mark

_SOFT_HYPHEN = "\u00ad"


class Run(NamedTuple):
    """The text of a block as a browser shows it, and what its first line in the source begins with.

    `link_share`, `links`, `is_bold` and `marks` are those of `groats.document.Hints`.
    """

    text: str
    beginning: str
    link_share: float
    links: tuple[Link, ...]
    is_bold: bool
    marks: tuple[Mark, ...]


class _Target(NamedTuple):
    """What is said of some of the pieces: where a link leads, or as what they are marked."""

    start: int
    end: int
    said: str


class Inline:
    """Collects the `pieces` of a block's text; links and bold elements are begun and ended as the walk meets them."""

    __slots__ = (
        "_after_link",
        "_bold",
        "_bold_pieces",
        "_linked",
        "_links",
        "_marked",
        "_marks",
        "_target",
        "_targets",
        "pieces",
    )

    def __init__(self) -> None:
        """Nothing was met, and nothing is open."""
        self.pieces: list[str] = []
        self._linked: list[str] = []  # those which are link text
        self._links = 0  # that are open
        self._bold = 0  # elements that are open
        self._bold_pieces = 0
        self._target: tuple[int, str] | None = None  # of the link that was opened last: its first piece, its address
        self._targets: list[_Target] = []  # of the links that have ended
        self._marks: list[tuple[int, str]] = []  # that are open: the first piece of each, and as what it is marked
        self._marked: list[_Target] = []  # that have ended, none in another
        self._after_link = -1  # how many pieces there were when the last link ended

    @property
    def is_link(self) -> bool:
        """Whether what follows is link text."""
        return self._links > 0

    def add(self, text: str) -> None:
        """Go on with a piece of text."""
        self.pieces.append(text)
        if self._links:
            self._linked.append(text)
        if self._bold and not text.isspace():
            self._bold_pieces += 1

    def part(self) -> None:
        """The words on both sides are two."""
        self.pieces.append(" ")

    def part_words(self) -> None:
        """The words on both sides are two, and of the same link if one is open."""
        self.pieces.append(" ")
        if self._links:
            self._linked.append(" ")

    def end_line(self) -> None:
        """Begin a new line of code, unless one has just begun."""
        if self.pieces and not self.pieces[-1].endswith("\n"):
            self.pieces.append("\n")

    def begin_bold(self) -> None:
        """What follows is bold."""
        self._bold += 1

    def end_bold(self) -> None:
        """What was begun last as bold has ended."""
        self._bold -= 1

    def begin_mark(self, kind: str) -> None:
        """What follows is marked."""
        self._marks.append((len(self.pieces), kind))

    def end_mark(self) -> None:
        """What was begun last as marked has ended; only the outermost counts."""
        start, kind = self._marks.pop()
        if not self._marks:
            self._marked.append(_Target(start, len(self.pieces), kind))

    def begin_link(self, address: str) -> None:
        """What follows is link text; the words of two links side by side are two."""
        if self._after_link == len(self.pieces):
            self.pieces.append(" ")
            self._linked.append(" ")
        self._links += 1
        self._target = (len(self.pieces), address)

    def end_link(self) -> None:
        """The link that was begun last has ended."""
        self._links -= 1
        self._note_target()
        self._target = None
        self._after_link = len(self.pieces)

    def take(self, *, is_code: bool) -> Run | None:
        """What was met, None if that is no text, and begin anew; a link that is open goes on in what follows."""
        if self._target is not None:
            self._note_target()
            self._target = (0, self._target[1])
        if self._marks:
            self._marked.append(_Target(self._marks[0][0], len(self.pieces), self._marks[0][1]))
            self._marks = [(0, kind) for _, kind in self._marks]
        run = self._read(is_code=is_code)
        self.pieces.clear()
        self._linked.clear()
        self._targets.clear()
        self._marked.clear()
        self._after_link = -1
        self._bold_pieces = 0
        return run

    def _note_target(self) -> None:
        """Note where the link goes that is open; links in links are not HTML."""
        if self._target is not None and self._target[1]:
            self._targets.append(_Target(self._target[0], len(self.pieces), self._target[1]))

    def _read(self, *, is_code: bool) -> Run | None:
        """The pieces as one text, with what was met in it."""
        pieces, linked = self.pieces, self._linked
        raw = "".join(pieces).replace(_SOFT_HYPHEN, "")
        text = " ".join(raw.split())
        if not text:
            return None
        beginning = pieces[0].strip() or next(filter(None, map(str.strip, pieces)))
        if is_code:
            text = _trim(raw)
        if not linked:
            share = 0.0
        elif len(linked) == len(pieces) and not is_code:
            share = 1.0
        else:
            share = min(1.0, len(" ".join("".join(linked).split())) / len(text))
        links = _find_links(self._targets, pieces, text) if self._targets and not is_code else ()
        is_bold = self._bold_pieces > 0 and self._bold_pieces == sum([not piece.isspace() for piece in pieces])
        marks = _find_marks(self._marked, pieces, text) if self._marked and not is_code else ()
        return Run(text, beginning.partition("\n")[0], share, links, is_bold, marks)


def _find_links(targets: Sequence[_Target], pieces: Sequence[str], text: str) -> tuple[Link, ...]:
    """The links that have words, with the places where these begin in the `text` of the pieces."""
    first = targets[0]
    if len(targets) == 1 and all(map(str.isspace, (*pieces[: first.start], *pieces[first.end :]))):
        return (Link(text, first.said, 0),)
    return tuple(Link(*found) for found in _find_words(targets, pieces, text))


def _find_marks(targets: Sequence[_Target], pieces: Sequence[str], text: str) -> tuple[Mark, ...]:
    """The marks that have words, with the places where these begin in the `text` of the pieces."""
    return tuple(Mark(*found) for found in _find_words(targets, pieces, text))


def _find_words(targets: Sequence[_Target], pieces: Sequence[str], text: str) -> Iterator[tuple[str, str, int]]:
    """The words of each target that has some, what is said of it, and where they begin in the `text` of the pieces."""
    place = piece = 0
    for start, end, said in targets:
        words = _fold(pieces[start:end])
        if words:
            place += text.startswith(" ", place)
            place = text.find(words, place + len(_fold(pieces[piece:start])))
            yield words, said, place
            place, piece = place + len(words), end


def _fold(pieces: Sequence[str]) -> str:
    return " ".join("".join(pieces).replace(_SOFT_HYPHEN, "").split())


def _trim(raw: str) -> str:
    """Code without blank lines around it and without spaces at the ends of its lines."""
    lines = [line.rstrip() for line in raw.splitlines()]
    filled = [number for number, line in enumerate(lines) if line]
    return "\n".join(lines[filled[0] : filled[-1] + 1])
