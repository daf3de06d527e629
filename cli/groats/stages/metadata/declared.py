"""What a page declares of itself, cleaned, in the order of trust that declared.toml states."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from groats.stages.metadata.byline import read_lead
from groats.stages.metadata.dates import read_timestamp
from groats.stages.metadata.names import folded, split_names
from groats.stages.metadata.words import fold, key, on_one_line, words

_LONGEST = 500  # characters of a value; longer ones are no title, name or subject
_LONGEST_AUTHOR = 100
_MOST_LINKED = 4  # links to authors
_LABELLED = "meta:twitter:data1"  # whatever the label beside it says: a name, a price, a time of reading
_LABEL = "meta:twitter:label1"
_INVERTED = "meta:citation_author"  # "Lind, Ada", as Google Scholar asks for
_OFTEN_INVERTED = {"meta:dc.creator", "meta:dcterms.creator"}  # as libraries write it; or "Ada Lind, Tom Vale"
_MOST = 200  # values of one name
_ADDRESS = re.compile(r"(?:https?:)?//|www\.|^[\w.+-]{1,64}@", re.IGNORECASE)
_MAIL = re.compile(r"\s*[(<]?[\w.+-]{1,64}@[\w.-]{1,200}[)>]?")
_LEAD = re.compile(r"(?:by|von|par|por|di|door)\s*:?\s+(?=\S)", re.IGNORECASE)
_COUNTED = re.compile(r"\d+\W{0,2}[^\W\dA-Z]")  # "7 minutes", "1 min read": of a page's card
# In the letters of a name: "article-publish_time", "date_first_published", but not "last_published".
_PUBLISHED = re.compile(
    r"(?:(?<!un)(?<!re)(?<!last)publish(?:ed)?|publication|pub)(?:date|time|on|at)|date(?:first)?pub(?!lisher)"
)
_DIGIT = re.compile(r"\d")
_CODE = re.compile(r"[{}<>\[\]%$=\\]")  # "{{ author }}": what a template left, "[email protected]", "$129"
_WORDS = re.compile(r"[^\W_]+")
_LISTED = re.compile(r"\s*[,;|、，]\s*")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8}){0,3}")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T]):
    """A value and where it comes from, as in `Metadata.sources`; false where there is none, which False is not."""

    value: T
    source: str

    def __bool__(self) -> bool:
        """Whether there is a value."""
        return bool(self.value) or self.value is False


@dataclass(frozen=True, slots=True)
class Declared:
    """The pairs of `Page.declared` by field."""

    values: Mapping[str, Sequence[str]]

    def all(self, field: str) -> list[str]:
        """The values of a field, the most trusted source first."""
        return [value for source in words("declared")[field] for value in self.values.get(source.lower(), ())]

    def pick(self, field: str) -> Sourced[str | None]:
        """The most trusted value of a field."""
        for source in words("declared")[field]:
            if value := next(iter(self.values.get(source.lower(), ())), None):
                return Sourced(value, source)
        return Sourced(None, "")


def read_declared(pairs: Sequence[tuple[str, str]]) -> Declared:
    """The declarations of a page, without controls, empty values and values too long to be any of these."""
    values: dict[str, list[str]] = defaultdict(list)
    for name, value in pairs:
        kept = values[name.lower()]
        text = on_one_line(value[: _LONGEST + 1])
        if text and len(value) <= _LONGEST and len(kept) < _MOST and text not in kept:
            kept.append(text)
    return Declared(values)


def declared_date(declared: Declared, field: str) -> Sourced[str | None]:
    """A date that the page declares, as ISO 8601: that of publication ("date") or of the last update ("updated").

    Where no known source has one, a name will do that says as much: "w-published-date".
    """
    telling = (name for name in declared.values if field == "date" and _PUBLISHED.search(key(name)))
    for source in chain(words("declared")[field], telling):
        for stamp in filter(None, map(read_timestamp, declared.values.get(source.lower(), ()))):
            return Sourced(stamp, source)
    return Sourced(None, "")


def declared_authors(
    declared: Declared, site: frozenset[str]
) -> tuple[Sourced[tuple[str, ...]], Sourced[tuple[str, ...]]]:
    """The authors that the first source with any names; and else the site itself, where that is declared as one.

    Addresses and "admin" are nobody. `site` holds the keys of the site's names. JSON-LD names the site as the author
    of all that has no other, so it counts there for nothing: of 47 pages it was right on 20.
    """
    nobody: Sourced[tuple[str, ...]] = Sourced((), "")
    house = nobody
    for source in words("declared")["authors"]:
        authors: dict[str, str] = {}
        for value in _author_values(declared, source):
            for name in _author_names(_uninvert(value, source)):
                if not _is_nobody(name):
                    authors.setdefault(key(name), name)
        people = tuple(name for folded, name in authors.items() if folded not in site)
        if people:
            return Sourced(people, source), nobody
        if authors and not house and not source.startswith("ld:"):
            house = Sourced(tuple(authors.values()), source)
    return nobody, house


def declared_tags(declared: Declared) -> Sourced[tuple[str, ...]]:
    """The subjects of the first source with any."""
    for source in words("declared")["tags"]:
        if values := declared.values.get(source.lower()):
            return Sourced(tuple(tag for value in values for tag in _LISTED.split(value)), source)
    return Sourced((), "")


def declared_language(declared: Declared) -> str | None:
    """The language, with its region where one is declared, lower case: "en-gb"."""
    for value in declared.all("language"):
        if _LANGUAGE.fullmatch(value):
            return value.lower().replace("_", "-")
    return None


def _author_values(declared: Declared, source: str) -> Sequence[str]:
    """The values of a source that name authors, none where its links or its label say something else of them."""
    values = declared.values.get(source.lower(), ())
    if source == "rel:author":
        links = _shortest(values) if len(values) <= _MOST_LINKED else []  # more are everybody who writes there
        return [link for link in links if " " not in link or split_names(link, single=False)]  # no "More posts"
    labels = declared.values.get(_LABEL, ()) if source == _LABELLED else ()
    return values if not labels or read_lead(labels[0]).rest == "" else ()


def _author_names(value: str) -> tuple[str, ...]:
    """The names in a declared value: "By A and B", "A, MD", "A (a@b.c)"; as a whole where it is no list of people."""
    if _ADDRESS.search(value):
        value = _MAIL.sub("", value).strip()
        if not value or _ADDRESS.search(value):
            return ()
    value = _LEAD.sub("", value, count=1) if _LEAD.match(value) else value
    names = split_names(value, single=False)
    if names:
        return names
    plain = value.strip(" .,;:-()")
    named = any(map(str.isalpha, plain)) and not _COUNTED.match(plain) and (" " in plain or not _DIGIT.search(plain))
    return (plain,) if named and len(plain) <= _LONGEST_AUTHOR and not _CODE.search(plain) else ()


def _uninvert(value: str, source: str) -> str:
    """A name in its order, where the source may invert it: "Lind, Ada" as "Ada Lind"."""
    last, comma, first = value.partition(",")
    is_inverted = source == _INVERTED or (source in _OFTEN_INVERTED and " " not in last.strip())
    return f"{first.strip()} {last.strip()}" if is_inverted and comma and "," not in first else value


def _shortest(values: Sequence[str]) -> list[str]:
    """The texts of links without markup, and without those that hold another one: "More about Ada Lind"."""
    plain = [value for value in values if "<" not in value]
    return [value for value in plain if not any(other != value and other in value for other in plain)]


def _is_nobody(name: str) -> bool:
    """Whether the name is that of an account or a company: "admin", "Guest author", "Rowan Boats Inc."."""
    small = fold(name)
    accounts = folded("nobody", "names")
    company = small.rstrip(".").rpartition(" ")[2] in folded("companies", "forms")
    return (
        company
        or key(name) in map(key, accounts)
        or accounts.issuperset(_WORDS.findall(small))
        or small.startswith(tuple(folded("nobody", "begins")))
    )
