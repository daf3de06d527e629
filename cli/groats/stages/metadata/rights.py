"""The copyright lines of a page: which they are, and whom they name."""

import functools
import re
import unicodedata
from collections.abc import Iterator, Sequence

from groats.document import Label
from groats.stages.metadata.clues import FOREIGN, Clue, Clues
from groats.stages.metadata.site import ADDRESS, LONGEST_NAME
from groats.stages.metadata.words import fold, key, site_words, words
from groats.unicode_ranges import IDEOGRAPHS

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
_YEAR = r"(?:(?:19|20)\d\d|25[4-9]\d)"  # also of the Buddhist calendar
_PERSIAN_YEAR = r"[۱١][۳۴٣٤][۰-۹٠-٩]{2}"
_NATIVE = re.compile(r"[^\D\x00-\x7f]")
_NAME_END = re.compile(r"[|•·;()\[\]]|[.,。，।](?=\s|$)|\s[-–—]\s|\.(?=\s)")
_QUOTED = re.compile(r"(?:([^\W\d_]{1,20}) )?«([^«»]{2,60})»")
_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")


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

    Those that begin with the mark come before those that mention it. Lines of the software that the page is made with
    are left out: "Powered by X. © X Ltd".
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
    return any(map(fold(text).__contains__, _copyright_words("software")))


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
    fits = (1 < len(name) <= LONGEST_NAME and not name[0].islower()) or bool(ADDRESS.fullmatch(name))
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
    return place if place <= 0 or _IDEOGRAPH.match(phrase) or not text[place - 1].isalnum() else -1


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
