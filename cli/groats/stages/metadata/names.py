"""Names of people and houses: what has the shape of one, and where it ends."""

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import groupby, takewhile

from groats.stages.metadata.date_roles import role_of
from groats.stages.metadata.words import fold, folded_words, key, words
from groats.unicode_ranges import HANGUL, IDEOGRAPHS

_LONGEST_NAME = 60
_MOST_WORDS = 6
_MOST_NAMES = 12
_FULL_NAME = 2  # words
_BUTTONS = 3  # characters
_FIRST = 2  # letters by which agencies are looked up

_WORD = re.compile(r"[^\W\d_][^\W\d'’.‐־\-]{0,29}(?:['’.‐־\-][^\W\d_'’.‐־\-]{0,29}){0,4}")
# Han, kana and hangul: scripts whose names are one word of two to six characters.
_EASTERN = re.compile(f"[{IDEOGRAPHS}{HANGUL}]{{2,6}}")
_EASTERN_WORD = re.compile(f"[{IDEOGRAPHS}{HANGUL}]+")
_POSSESSIVE = ("'s", "’s")  # "Rowan Women's Weekly"
_INITIAL_LAST = re.compile(r"[^\W\d_]{2} [^\W\d_]\.$")  # "Arkady T."
_MODEL = re.compile("[A-Z]{1,4}\\d")  # "Rowan Beam L2" is a thing
_GLUED = re.compile("(?<=[a-z])(?=[A-Z])")
_AFTER_A_NAME = (("roles", "words"), ("roles", "before"), ("never", "words"))
_LISTED = re.compile(r"\s*[,;/&、，；＆+،؛]\s*|\s+/\s+")
_BRACKET = re.compile(r"\s*[(\[（].*")


folded = functools.partial(folded_words, "names")


@functools.cache
def folded_of(*lists: tuple[str, str]) -> frozenset[str]:
    """The folded words of several lists of names.toml, put together once."""
    return frozenset[str]().union(*(folded(*names) for names in lists))


@functools.cache
def _agencies() -> Mapping[str, tuple[str, ...]]:
    """The keys of the agencies by the letters that they begin with."""
    keys = sorted(map(key, words("names")["agencies"]["names"]))
    return {first: tuple(names) for first, names in groupby(keys, key=lambda name: name[:_FIRST])}


def is_agency(text: str) -> bool:
    """Whether the text is the name of a news agency; "A A" are the buttons that size letters."""
    letters = key(text)
    return letters in _agencies().get(letters[:_FIRST], ()) and (len(text) > _BUTTONS or " " not in text)


def begins_with_agency(text: str) -> bool:
    """Whether the letters that the text begins with are those of a news agency."""
    letters = key(text)
    return letters.startswith(_agencies().get(letters[:_FIRST], ()))


def is_role(word: str) -> bool:
    """Whether a folded word says what somebody is; many languages glue the field to it: "Politikredakteurin"."""
    return word in folded("roles", "words") or word.endswith(_role_endings())


def _leads_as_role(word: str) -> bool:
    """Whether a word before a name is such a word of two."""
    return fold(word).endswith(_role_endings())


@functools.cache
def _role_endings() -> tuple[str, ...]:
    return tuple(folded("roles", "endings"))


def is_eastern(text: str) -> bool:
    """Whether the text is one word of Han, kana or hangul as long as a name."""
    return bool(_EASTERN.fullmatch(text))


def is_house(text: str) -> bool:
    """Whether the name is that of an organisation by one of its words: "The Rowan Post Team"."""
    return not folded("houses", "words").isdisjoint(fold(text).split())


def split_names(text: str, *, single: bool) -> tuple[str, ...]:
    """The names in "A, B and C, Staff Writer, London", without roles and places; () if it does not begin with one.

    `single` admits a first name, a nickname or a house of one word.
    """
    names: list[str] = []
    role = -1  # the part of the list in which a role was read: "Head of Coast and Harbour News" is one
    for number, (part, piece) in enumerate(_pieces(_BRACKET.sub("", text))):
        if names and (part == role or _is_role(piece)):
            role = part
            continue
        if number and piece[0].islower() and not is_agency(piece):
            continue  # a place, what the author is: "Ada Lind, da Rowan"
        alone = bool(names) and len(names[-1].split()) == 1  # "Linny and Peter", "林雨、王小舟"
        name = _name(piece, single=single or alone)
        if name is None:
            if number == 0:
                return ()
            if number == 1 and fold(piece).strip(" .") in folded("companies", "forms"):
                names.clear()
            continue  # a role, a place, a degree
        if number and _is_no_other_author(name, names):
            continue
        names.append(name)
        if "is" in fold(piece).split():
            break  # the rest is a sentence about that name
    return tuple(dict.fromkeys(names))[:_MOST_NAMES]


def _is_role(piece: str) -> bool:
    """Whether a piece behind a name says what its bearer is: "Print Managing Editor"."""
    return any(map(is_role, fold(piece).replace(".", "").split())) and not is_agency(piece)


def leading_name(text: str) -> str | None:
    """The name of two words or more that a biography begins with: "Ada Lind is", "Ada Lind, a writer"."""
    name = _name(_LISTED.split(text[:200], maxsplit=1)[0], single=False, loose=True)
    return name if name and not is_house(name) else None


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The parts of a list of names, cut at commas (counted) and at "and" in every language."""
    joins = folded("joins", "words")
    for number, part in enumerate(_LISTED.split(text, maxsplit=3 * _MOST_NAMES)):
        piece: list[str] = []
        for word in part.split()[:80]:
            if fold(word) in joins and piece and not (len(word) == 1 and word.isupper()):
                yield number, " ".join(piece)
                piece = []
            elif not (number and not piece and word.islower() and fold(word) in _only_joins()):
                piece.append(word)
        if piece:
            yield number, " ".join(piece)


@functools.cache
def _only_joins() -> frozenset[str]:
    """The words that join names and stand in none."""
    return folded("joins", "words") - folded("particles", "words")


def _is_no_other_author(name: str, earlier: list[str]) -> bool:
    """Whether what follows a name after a comma or "and" is its place or house rather than one more author."""
    if is_agency(name):
        return False
    if fold(name) in folded("places", "names") or is_house(name):
        return True
    if _EASTERN.fullmatch(name):
        return False
    single = len(name.split()) == 1 and (len(earlier[-1].split()) > 1 or is_agency(earlier[-1]))
    capitals = name.isupper() and not all(other.isupper() for other in earlier)
    return single or capitals


def _name(piece: str, *, single: bool, loose: bool = False) -> str | None:
    """The name that a piece begins with, None if it begins with none; `loose` lets any words follow it."""
    piece = piece.strip(" ,:;-–—|\"'“”«»").lstrip(".")
    piece = piece if _INITIAL_LAST.search(piece) else piece.rstrip(" .")
    if is_agency(piece) or (single and _EASTERN.fullmatch(piece)):
        return piece
    before, _, last = piece.rpartition(" ")
    if _EASTERN.fullmatch(piece) or (fold(before) in folded("agencies", "with") and is_agency(last)):
        return None
    least = 1 if single else 2
    split = [part for word in piece.split()[: 2 * _MOST_WORDS] for part in _unglued(word)]
    name = list(takewhile(_fits, split))
    while len(name) > _FULL_NAME and _leads_as_role(name[0]):
        name, split = name[1:], split[1:]  # "Politikredakteurin Ada Lind"
    rest = split[len(name) :]
    house = list(takewhile(_has_no_digit, split))
    if (not rest or fold(split[0]) == "the") and is_house(" ".join(house)) and _is_no_role(house):
        return " ".join(house) if len(house) >= least and _names_a_house(house) else None
    name, ended = _without_role([*name, *rest[:1]] if rest and is_role(fold(rest[0])) else name)
    while name and (
        (name[-1].islower() and fold(name[-1]) in folded("particles", "words")) or _ends_in_an_agency(name)
    ):
        name.pop()
    if not name or not (ended or loose or not rest or _ends_a_name(rest[0])):
        return None
    if not least <= len(name) <= _MOST_WORDS or fold(name[0]) in folded("never", "words") or _are_buttons(name):
        return None
    found = " ".join(name)
    written_out = any(_is_capital(word) and len(word.rstrip(".")) > 1 for word in name)  # not initials alone
    return found if written_out and len(found) <= _LONGEST_NAME else None


def _ends_in_an_agency(name: list[str]) -> bool:
    """Whether an agency stands behind a full name: "Ada Lind EFE"."""
    return len(name) > _FULL_NAME and is_agency(name[-1]) and not all(word.isupper() for word in name[:-1])


def _are_buttons(name: list[str]) -> bool:
    """Whether words are more than a family and a given name where both are of ideographs: "字号 大 中 小"."""
    return len(name) > _FULL_NAME and all(map(_EASTERN_WORD.fullmatch, name))


def _has_no_digit(word: str) -> bool:
    return not any(map(str.isdigit, word))


def _is_no_role(split: list[str]) -> bool:
    """Whether words that hold one of a house are not what a person there is: "Rowan Staff", not "Staff Writer"."""
    roles, first = folded("roles", "words"), fold(split[0])
    others = [fold(word) for word in split[:-1]]
    last = fold(split[-1])
    houses = folded("houses", "words")
    if len(split) > 1 and houses.issuperset(map(fold, split)):
        return True  # "News Desk"
    house = last not in roles or (last in houses and first not in folded("roles", "before"))
    return roles.isdisjoint(others) and house


def _names_a_house(split: list[str]) -> bool:
    """Whether words that hold one of a house are its name rather than a menu item: "The Rowan Post", "Top News"."""
    menu = folded("never", "words").intersection(map(fold, split)) - {"the", "our"}
    return not menu and len(split) <= _MOST_WORDS and (split[0][:1].isupper() or split[0] in {"the", "our"})


def _unglued(word: str) -> list[str]:
    """The word, or its two halves where a scraper glued a role or a button to a name: "LindTravel", "LindTwitter"."""
    parts = _GLUED.split(word, maxsplit=1)
    tail = fold(parts[-1])
    glued = len(parts) > 1 and any(tail in folded(*words) for words in _AFTER_A_NAME)
    return parts if glued else [word]


def _fits(word: str) -> bool:
    """Whether the word can be part of a name: a capital (or a script without), or a small word such as "van"."""
    if word.endswith(_POSSESSIVE):
        return False
    letters = word if word.isascii() else "".join(sign for sign in word if unicodedata.category(sign)[0] != "M")
    return bool(_WORD.fullmatch(letters)) and (_is_capital(word) or fold(word) in folded("particles", "words"))


def _is_capital(word: str) -> bool:
    first = word.removeprefix("d'").removeprefix("d’").removeprefix("al-").removeprefix("el-")[:1]
    return first.isupper() or first.istitle() or (first.isalpha() and not first.islower() and not first.isupper())


def _without_role(name: list[str]) -> tuple[list[str], bool]:
    """The words before a role ("Ada Lind Political Editor") or a word of no name, and whether one was found."""
    roles, never = folded("roles", "words"), folded("never", "words")
    cuts, particles, degrees = folded("roles", "cuts"), folded("particles", "words"), folded("roles", "degrees")
    for number, word in enumerate(name):
        if (is_role(fold(word).rstrip(".")) or fold(word) in roles) and (number or fold(word) not in degrees):
            last = number
            while last > _FULL_NAME and fold(name[last - 1]) in folded("roles", "before"):
                last -= 1
            return name[:last], True
        if number and fold(word) in particles:
            continue
        if fold(word) in never or (number > 1 and fold(word) in cuts and len(word) > 1):
            return name[:number], number > 1
    return name, False


def _ends_a_name(word: str) -> bool:
    """Whether a name may end before the word: "in", "for", "is", a role, a number."""
    plain = fold(word).strip(".,:()")
    return (
        plain in folded("roles", "cuts")
        or is_role(plain)
        or not (plain.isalpha() or _MODEL.match(word))
        or bool(role_of(plain))
    )
