"""What an HTML page declares of itself, cleaned, in the order of trust that declared.toml states."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from groats.stages.metadata.dates import read_timestamp
from groats.stages.metadata.names import folded, split_names
from groats.stages.metadata.words import fold, key, on_one_line, words

_LONGEST = 500  # characters of a value; longer ones are no title, name or subject
_LONGEST_AUTHOR = 100
_MOST = 200  # values of one name
_ADDRESS = re.compile(r"(?:https?:)?//|www\.|^[\w.+-]{1,64}@", re.IGNORECASE)
_MAIL = re.compile(r"\s*[(<]?[\w.+-]{1,64}@[\w.-]{1,200}[)>]?")
_LEAD = re.compile(r"(?:by|von|par|por|di|door)\s*:?\s+(?=\S)", re.IGNORECASE)
_LISTED = re.compile(r"\s*[,;|、，]\s*")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8}){0,3}")


@dataclass(frozen=True, slots=True)
class Declared:
    """The pairs of `Page.declared` by field."""

    values: Mapping[str, Sequence[str]]

    def first(self, field: str) -> str | None:
        """The most trusted value of a field that takes one, None if there is none."""
        return next(iter(self.all(field)), None)

    def all(self, field: str) -> list[str]:
        """The values of a field, the most trusted source first."""
        return [value for source in words("declared")[field] for value in self.values.get(source.lower(), ())]

    def of_one_source(self, field: str) -> list[str]:
        """The values of the most trusted source that has any, for fields that take several."""
        sources = (self.values.get(source.lower(), ()) for source in words("declared")[field])
        return list(next(filter(None, sources), ()))


def read_declared(pairs: Sequence[tuple[str, str]]) -> Declared:
    """The declarations of a page, without controls, empty values and values too long to be any of these."""
    values: dict[str, list[str]] = defaultdict(list)
    for name, value in pairs:
        kept = values[name.lower()]
        text = on_one_line(value[: _LONGEST + 1])
        if text and len(value) <= _LONGEST and len(kept) < _MOST and text not in kept:
            kept.append(text)
    return Declared(values)


def declared_date(declared: Declared) -> str | None:
    """The date of publication that the page declares, as ISO 8601."""
    return next(filter(None, map(read_timestamp, declared.all("date"))), None)


def declared_authors(declared: Declared, not_names: frozenset[str]) -> tuple[str, ...]:
    """The authors that the first source with any names; addresses, the site and "admin" are none."""
    for source in words("declared")["authors"]:
        authors: dict[str, str] = {}
        for value in declared.values.get(source.lower(), ()):
            for name in _author_names(value):
                if key(name) not in not_names and not _is_nobody(name):
                    authors.setdefault(key(name), name)
        if authors:
            return tuple(authors.values())
    return ()


def declared_tags(declared: Declared) -> tuple[str, ...]:
    """The subjects of the first source with any."""
    return tuple(tag for value in declared.of_one_source("tags") for tag in _LISTED.split(value))


def declared_language(declared: Declared) -> str | None:
    """The language, with its region where one is declared, lower case: "en-gb"."""
    for value in declared.all("language"):
        if _LANGUAGE.fullmatch(value):
            return value.lower().replace("_", "-")
    return None


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
    words_only = any(map(str.isalpha, plain)) and not any(map(str.isdigit, plain))  # "7 minutes" is none
    return (plain,) if words_only and len(plain) <= _LONGEST_AUTHOR else ()


def _is_nobody(name: str) -> bool:
    return key(name) in map(key, folded("nobody", "names")) or fold(name).startswith(tuple(folded("nobody", "begins")))
