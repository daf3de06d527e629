"""Whose page it is: the site's name, the copyright line, and titles without the site's name."""

import functools
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from groats.document import Label
from groats.stages.metadata.clues import FOREIGN, Clue, Clues
from groats.stages.metadata.words import fold, key, site_words, words

LONGEST_NAME = 60
_MOST_SUFFIXES = 3  # "Title | Section | City | Site"

# In any case; a pattern that begins with a set of signs is searched for ten times as fast as one without case.
MARK = re.compile(
    r"[©ⓒⒸ(cC版著](?:(?<=[©ⓒⒸ])|(?<=\()[cC]\)(?!\w)|(?<=[cC])(?<!\w[cC])[oO][pP][yY][rR][iIİı][gG][hH][tT](?!\w)"
    r"|(?<=版)[权權]所有|(?<=著)作権)"
)
_SIGN = re.compile(r"©|ⓒ|\(c\)(?!\w)|版权所有|版權所有", re.IGNORECASE)  # the word alone may be a link: "Copyright"
_BEHIND_THE_NAME = {"版权所有", "版權所有"}
# A sentence ends here unless the word before the stop is short or holds a stop itself: "St. Rowan", "U.S. Rowan".
_SENTENCE_END = re.compile(r"(?<=[^\W\d_])[.।](?=\s+(?:\(|©|[^\W\d_a-z]))|[;；]\s")
_ABBREVIATION = 3  # letters
_SHORT_PART = 3  # letters of a part of an address that is none of a name: "www", "co", "com"
_LONG_KEY = 5  # letters of a name that may stand for a longer one
_YEAR = r"(?:(?:19|20)\d\d|25[4-9]\d)"  # also of the Buddhist calendar
_PERSIAN_YEAR = r"[۱١][۳۴٣٤][۰-۹٠-٩]{2}"
_NATIVE = re.compile(r"[^\D\x00-\x7f]")
_NAME_END = re.compile(r"[|•·;()\[\]]|[.,。，।](?=\s|$)|\s[-–—]\s|\.(?=\s)")
SEPARATOR = re.compile(r"\s*\|\s*|\s+(?:[-–—·•:»›«~]|::|\|\|)\s+")
_QUOTED = re.compile(r"(?:([^\W\d_]{1,20}) )?«([^«»]{2,60})»")
_ADDRESS = re.compile(r"(?:www\.)?([\w-]{2,60})(?:\.[a-z]{2,4}){0,2}\.[a-z]{2,12}", re.IGNORECASE)


def host_keys(address: str | None) -> frozenset[str]:
    """What a site's name is compared with: the longer parts of "news.rowan-post.co.uk", and all but its beginning."""
    try:
        host = urlsplit((address or "")[:2000]).hostname or ""
    except ValueError:
        return frozenset()
    match = _ADDRESS.fullmatch(host.rpartition("www.")[2])
    parts = frozenset(key(part) for part in host.split(".")[:-1] if len(part) > _SHORT_PART)
    return parts | frozenset({key(match[1]), key(match[0])} if match else ())


def read_owner(text: str) -> str | None:
    """The name in a copyright line, without years, rights and legal form; None if there is none."""
    match = MARK.search(text)
    if not match:
        return None
    before, behind = text[: match.start()], text[match.end() :]
    parts = (before, behind) if match[0] in _BEHIND_THE_NAME else (behind, before)
    return next(filter(None, map(_owner, parts)), None)


def find_copyright(clues: Clues) -> list[str]:
    """The copyright lines: those below the article, the nearest first, then those above its end, the last first.

    Those that begin with the mark come before those that mention it.

    Lines of the software that the page is made with are left out: "Powered by X. © X Ltd".
    """
    marked = (
        n
        for n in (*clues.dated, *clues.labelled.get(Label.LEGAL, ()))
        if (MARK.match if clues.keeps[n] else MARK.search)(clues.texts[n])
    )
    lines = [
        clue
        for clue in clues.at(marked)
        if _is_copyright(clue) and not _makes_pages(MARK.split(clue.text, maxsplit=1)[0])
    ]
    if lines and (software := _software(clues)):
        lines = [clue for clue in lines if not key(read_owner(clue.text) or "-").startswith(software)]
    below = [clue.text for clue in lines if clue.after_end > 0]
    found = below + [clue.text for clue in reversed(lines) if clue.after_end <= 0]
    return sorted(found, key=lambda text: not MARK.match(copyright_claim(text)))


def copyright_claim(line: str) -> str:
    """The sentence with the copyright mark, and the one behind it where that reserves the rights."""
    mark = MARK.search(line)
    begin, end = 0, len(line)
    for place, behind in _sentence_ends(line):
        if mark and behind <= mark.start():
            owner = _owner(line[begin:behind])
            begin = begin if owner and owner not in line[behind:] else behind
        elif mark and place >= mark.end() and not fold(line[behind:]).startswith(_copyright_words("rights")):
            end = place
            break
    return line[begin:end].strip()


def _sentence_ends(line: str) -> Iterator[tuple[int, int]]:
    """Where sentences of a copyright line end, and where the next one begins."""
    for match in _SENTENCE_END.finditer(line):
        place = match.end() if match[0][0] in ".।" else match.start()
        word, following = line[: match.start()].rpartition(" ")[2], line[match.end() :].split(maxsplit=1)[:1]
        legal = fold(word) in _legal_forms()
        marked = MARK.match(line[match.end() :].lstrip())
        short = not (legal or marked) and match[0] == "." and (len(word) <= _ABBREVIATION or "." in word)
        if not short and not (following and fold(following[0]).strip(".,") in _legal_forms()):
            yield place, match.end() + (line[match.end() : match.end() + 1] == " ")


def _software(clues: Clues) -> tuple[str, ...]:
    """The keys of the names behind "powered by" and its like."""
    lines = [clues.texts[position] for position in clues.dropped]
    said = "\n".join(lines).lower()
    if not any(lead in said for lead in words("site")["copyright"]["software"]):
        return ()  # most pages
    names = []
    for line in lines:
        folded = fold(line)
        for lead in _copyright_words("software"):
            place = folded.find(lead)
            if place >= 0 and (name := key(line[place + len(lead) :])):
                names.append(name)
    return tuple(names)


def _makes_pages(text: str) -> bool:
    folded = fold(text)
    return bool([lead for lead in _copyright_words("software") if lead in folded])


def find_site(names: Sequence[str], hosts: frozenset[str]) -> str | None:
    """The site's name by the owners in its copyright lines; publishers only when no other name is there."""
    known = [name for name in names if key(name).removeprefix("the") in hosts or key(name) in hosts]
    own = [name for name in names if site_words("copyright", "groups").isdisjoint(fold(name).split())]
    return next(iter(known or own or names), None)


def cut_site(title: str, sites: Iterable[str | None], heading: str | None, lines: Collection[str]) -> str:
    """The title without the site's name before or behind it, where the page shows that it is one.

    It does so by naming the site (`sites`, as names or keys), by a `heading` that is the title without it, or by
    printing what stands there on another of its `lines`.
    """
    names = {key(site).removeprefix("the") for site in sites if site}
    for _ in range(_MOST_SUFFIXES):
        breaks = list(SEPARATOR.finditer(title))
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
    breaks = list(SEPARATOR.finditer(title))
    tail = title[breaks[-1].end() :] if breaks else ""
    return tail if tail and len(tail) <= LONGEST_NAME and _is_printed(tail, lines) else None


def _is_printed(text: str, lines: Collection[str]) -> bool:
    """Whether a line is the text; one that begins small is an ordinary word unless the line does so too."""
    if text[:1].islower():
        return text in lines
    wanted = key(text)
    return bool(wanted) and any(len(line) <= 2 * len(text) and key(line) == wanted for line in lines)


def _names_a_site(text: str, names: set[str]) -> bool:
    """Whether the text is one of the names, its address, begins with a long one, or has its letters as initials."""
    plain = key(text).removeprefix("the")
    if not plain:
        return False
    address = _ADDRESS.fullmatch(text.strip())
    initials = key("".join(word[:1] for word in text.split()))
    return (
        plain in names
        or bool(address and key(address[1]) in names)
        or (len(initials) > len("ab") and initials in names)
        or any(len(name) >= _LONG_KEY and plain.startswith(name) for name in names)
    )


def _is_copyright(clue: Clue) -> bool:
    """Whether a line with a mark claims the page: it has a year, or is a legal line with a sign, and is no credit."""
    if clue.label in FOREIGN or clue.label in {Label.MEDIA, Label.CAPTION, Label.TITLE}:
        return False
    return bool(_find_years(clue.text) or (clue.label is Label.LEGAL and _SIGN.search(clue.text)))


def _owner(text: str) -> str | None:
    whole = text
    folded, places = _fold_with_places(text)
    phrases = [phrase for phrase in _copyright_words("ends") if phrase in folded]
    ends = [places[place] for phrase in phrases if (place := _find_word(folded, phrase)) >= 0]
    text = text[: min(ends, default=len(text))]
    for start, end in reversed(_find_years(text)):
        text = f"{text[:start]} {text[end:]}"
    text = MARK.sub(" ", text).strip(" .,:;-–—|&")
    folded = fold(text)
    for mark in [mark for mark in _copyright_words("marks") if mark in folded]:
        if f"{fold(text)} ".startswith(f"{mark} "):
            text = text[len(mark) + 1 :].strip(" .,:;-–—|")
    name = _without_legal_form(next((part for part in _NAME_END.split(text) if part.strip()), "").strip(" .,:;-–—|"))
    quoted = _QUOTED.fullmatch(name)
    if quoted and (not quoted[1] or fold(quoted[1]) in site_words("copyright", "houses")):
        name = quoted[2]
    fits = (1 < len(name) <= LONGEST_NAME and not name[0].islower()) or bool(_ADDRESS.fullmatch(name))
    return name if fits and name in whole and any(map(str.isalpha, name)) and "@" not in name else None


def _fold_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the place of the one in the text that it is of."""
    if text.isascii():
        return fold(text), range(len(text))
    pieces = list(map(fold, text))
    return "".join(pieces), [place for place, piece in enumerate(pieces) for _ in piece]


def _find_years(text: str) -> list[tuple[int, int]]:
    """Where the years of a copyright line stand, in the digits of any script."""
    persian = [match.span() for match in re.finditer(_PERSIAN_YEAR, text)] if not text.isascii() else []
    plain = text if text.isascii() else _NATIVE.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
    return sorted({*persian, *(match.span() for match in _years().finditer(plain))})


@functools.cache
def _years() -> re.Pattern[str]:
    today = "|".join(map(re.escape, words("site")["copyright"]["today"]))
    return re.compile(rf"\b(?:พ\.ศ\.\s?)?{_YEAR}(?:\s?[-–—]\s?(?:\d{{2,4}}|{today}))?(?!\w)", re.IGNORECASE)


def _find_word(text: str, phrase: str) -> int:
    """Where a phrase begins as a word does, -1 if nowhere; ideographs and kana need no space before them."""
    place = text.find(phrase)
    return place if place <= 0 or "\u3040" <= phrase[0] <= "\u9fff" or not text[place - 1].isalnum() else -1


def _without_legal_form(name: str) -> str:
    split = name.split()
    while len(split) > 1 and (split[-1] == "&" or fold(split[-1]).replace(".", "").strip(",") in _legal_forms()):
        split.pop()
    return " ".join(split).strip(" .,")


@functools.cache
def _copyright_words(field: str) -> tuple[str, ...]:
    return tuple(map(fold, words("site")["copyright"][field]))


def _legal_forms() -> frozenset[str]:
    return site_words("copyright", "legal")
