"""Whose page it is: the site's name, the copyright line, and titles without the site's name."""

import functools
import re
from collections.abc import Collection, Iterable, Sequence
from urllib.parse import urlsplit

from groats.document import Label
from groats.stages.metadata.clues import FOREIGN, Clue, Clues
from groats.stages.metadata.words import fold, key, words

_LONGEST_NAME = 60
_MOST_SUFFIXES = 3  # "Title | Section | City | Site"

_MARK = re.compile(r"©|\(c\)(?!\w)|(?<!\w)copyright(?!\w)|版权所有|版權所有|著作権", re.IGNORECASE)
_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s?[-–—]\s?\d{2,4})?\b")
_NAME_END = re.compile(r"[|•·;()\[\]]|[.,。，](?=\s|$)|\s[-–—]\s|\.(?=\s)")
_SEPARATOR = re.compile(r"\s*\|\s*|\s+(?:[-–—·•:»›«~]|::|\|\|)\s+")
_ADDRESS = re.compile(r"(?:www\.)?([\w-]{2,60})(?:\.[a-z]{2,4}){0,2}\.[a-z]{2,12}", re.IGNORECASE)


def host_keys(address: str | None) -> frozenset[str]:
    """What a site's name is compared with: "www.rowan-post.co.uk" gives its name alone and with its ending."""
    try:
        host = urlsplit((address or "")[:2000]).hostname or ""
    except ValueError:
        return frozenset()
    match = _ADDRESS.fullmatch(host.rpartition("www.")[2])
    return frozenset({key(match[1]), key(match[0])}) if match else frozenset()


def read_owner(text: str) -> str | None:
    """The name in a copyright line, without years, rights and legal form; None if there is none."""
    match = _MARK.search(text)
    if not match:
        return None
    return _owner(text[match.end() :]) or _owner(text[: match.start()])


def find_copyright(clues: Clues) -> list[str]:
    """The copyright lines: those below the article, the nearest first, then those above its end, the last first."""
    lines = [clue for clue in clues.lines if _is_copyright(clue)]
    below = [clue.text for clue in lines if clue.after_end > 0]
    return below + [clue.text for clue in reversed(lines) if clue.after_end <= 0]


def find_site(copyright_lines: Sequence[str], hosts: frozenset[str]) -> str | None:
    """The site's name by its copyright lines; publishers ("... Media Group") only when no other name is there."""
    names = [name for name in map(read_owner, copyright_lines) if name]
    known = [name for name in names if key(name).removeprefix("the") in hosts or key(name) in hosts]
    own = [name for name in names if not _groups().intersection(fold(name).split())]
    return next(iter(known or own or names), None)


def cut_site(title: str, sites: Iterable[str | None], heading: str | None, lines: Collection[str]) -> str:
    """The title without the site's name before or behind it, where the page shows that it is one.

    It does so by naming the site (`sites`, as names or keys), by a `heading` that is the title without it, or by
    printing what stands there on another of its `lines`.
    """
    names = {key(site).removeprefix("the") for site in sites if site}
    for _ in range(_MOST_SUFFIXES):
        breaks = list(_SEPARATOR.finditer(title))
        if not breaks:
            return title
        head, tail = title[: breaks[-1].start()], title[breaks[-1].end() :]
        first, rest = title[: breaks[0].start()], title[breaks[0].end() :]
        if head and (_names_a_site(tail, names) or _is_printed(tail, lines) or (heading and key(head) == key(heading))):
            title = head
        elif rest and (_names_a_site(first, names) or (heading and key(rest) == key(heading))):
            title = rest
        else:
            return title
    return title


def title_suffix(title: str, lines: Collection[str]) -> str | None:
    """The name behind a title's last bar or dash where the page prints it elsewhere too, None if it does not."""
    breaks = list(_SEPARATOR.finditer(title))
    tail = title[breaks[-1].end() :] if breaks else ""
    return tail if tail and len(tail) <= _LONGEST_NAME and _is_printed(tail, lines) else None


def _is_printed(text: str, lines: Collection[str]) -> bool:
    wanted = key(text)
    return bool(wanted) and any(len(line) <= 2 * len(text) and key(line) == wanted for line in lines)


def _names_a_site(text: str, names: set[str]) -> bool:
    plain = key(text).removeprefix("the")
    address = _ADDRESS.fullmatch(text.strip())
    return bool(plain) and (plain in names or bool(address and key(address[1]) in names))


def _is_copyright(clue: Clue) -> bool:
    """Whether the line claims the page: a mark with a year, or in a legal line; credits of pictures have neither."""
    if clue.label in FOREIGN or clue.label in {Label.MEDIA, Label.CAPTION, Label.TITLE}:
        return False
    mark = _MARK.search(clue.text)
    if not mark or (clue.keep and mark.start() > 0):
        return False
    return bool(_YEARS.search(clue.text)) or clue.label is Label.LEGAL


def _owner(text: str) -> str | None:
    folded = fold(text)
    if len(folded) == len(text):  # else folding moved the places
        ends = [place for phrase in _copyright_words("ends") if (place := _find_word(folded, phrase)) >= 0]
        text = text[: min(ends, default=len(text))]
    text = _MARK.sub(" ", _YEARS.sub(" ", text)).strip(" .,:;-–—|&")
    for mark in _copyright_words("marks"):
        if fold(text).startswith(f"{mark} "):
            text = text[len(mark) + 1 :].strip(" .,:;-–—|")
    name = _without_legal_form(next((part for part in _NAME_END.split(text) if part.strip()), "").strip(" .,:;-–—|"))
    fits = (1 < len(name) <= _LONGEST_NAME and not name[0].islower()) or bool(_ADDRESS.fullmatch(name))
    return name if fits and any(map(str.isalpha, name)) and "@" not in name else None


def _find_word(text: str, phrase: str) -> int:
    place = text.find(phrase)
    return place if place <= 0 or not text[place - 1].isalnum() else -1


def _without_legal_form(name: str) -> str:
    split = name.split()
    while len(split) > 1 and (split[-1] == "&" or fold(split[-1]).replace(".", "").strip(",") in _legal_forms()):
        split.pop()
    return " ".join(split).strip(" .,")


@functools.cache
def _copyright_words(field: str) -> tuple[str, ...]:
    return tuple(map(fold, words("site")["copyright"][field]))


@functools.cache
def _legal_forms() -> frozenset[str]:
    return frozenset(map(fold, words("site")["copyright"]["legal"]))


@functools.cache
def _groups() -> frozenset[str]:
    return frozenset(map(fold, words("site")["copyright"]["groups"]))
