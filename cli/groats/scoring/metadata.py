"""What a cleaned page says of itself beside what its reference says: right, wrong, missing or too much, by field."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

# A field's values: several for authors and tags, none where it is known that there are none.
Values = Sequence[str]
Known = Mapping[str, Values]

# The names that records give a field: those of groats first, then those of datasets and of other programs.
FIELDS = {
    "title": ("title",),
    "authors": ("authors", "author"),
    "date": ("date",),
    "site": ("site", "sitename"),
    "section": ("section",),
    "language": ("language", "lang"),
    "tags": ("tags", "topics"),
    "copyright": ("copyright",),
}

_AND = re.compile(r"\s*[,;&|]\s*(?:and\s+)?|\s+and\s+")
_LONGEST_DEGREE = 5  # letters: "PhD", "FACOG"
_SIGNS = re.compile(r"[\W_]+")


class Match(StrEnum):
    """How a given value compares with the wanted one; NONE says that rightly nothing was given."""

    EXACT = "exact"
    NORMALISED = "normalised"
    WRONG = "wrong"
    MISSING = "missing"
    WRONGLY_GIVEN = "wrongly_given"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FieldScore:
    """One field over all pages: of those that have a value (`wanted`) how many were given it, of the others how many.

    `right` are all that match once normalised, `exact` those of them that match to the letter.
    """

    field: str
    wanted: int
    right: int
    exact: int
    wrong: int
    missing: int
    without: int
    wrongly_given: int


def read_known(record: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    """The values of every field that a record has; () for null, "" and []. What it does not have is not in there."""
    known = {}
    for name, keys in FIELDS.items():
        key = next((key for key in keys if key in record), None)
        if key is not None:
            value = record[key]
            values = value if isinstance(value, list | tuple) else [value]
            known[name] = tuple(text for value in values if isinstance(value, str) and (text := value.strip()))
    return known


def match(field: str, wanted: Values, given: Values) -> Match:
    """How the given values of a field compare with the wanted ones.

    Exact is to the letter. Normalised is a title by its letters and digits, without case and width; names and tags in
    any order, a list of names in one string taken apart and degrees left out; a date by its day; a language by its
    first part ("en-GB" is "en").
    """
    if not wanted or not given:
        return (Match.MISSING if wanted else Match.WRONGLY_GIVEN) if wanted or given else Match.NONE
    if tuple(wanted) == tuple(given):
        return Match.EXACT
    if field == "date":
        same = _same_day(wanted[0], given[0])
    elif field == "language":
        same = _primary(wanted[0]) == _primary(given[0])
    elif field == "authors":
        same = _people(wanted) == _people(given)
    else:
        same = set(map(_key, wanted)) == set(map(_key, given))
    return Match.NORMALISED if same else Match.WRONG


def match_all(wanted: Known, given: Known | None) -> dict[str, Match]:
    """How the fields that both records have compare; a page without an output (None) misses all of its reference's."""
    return {
        field: match(field, values, () if given is None else given[field])
        for field, values in wanted.items()
        if given is None or field in given
    }


def count_matches(pages: Iterable[Mapping[str, Match]]) -> list[FieldScore]:
    """The scores of the fields that any page was measured by, in the order of `FIELDS`."""
    counts: dict[str, Counter[Match]] = {}
    for page in pages:
        for field, found in page.items():
            counts.setdefault(field, Counter())[found] += 1
    return [_sum_up(field, counts[field]) for field in FIELDS if field in counts]


def _sum_up(field: str, count: Counter[Match]) -> FieldScore:
    right = count[Match.EXACT] + count[Match.NORMALISED]
    return FieldScore(
        field=field,
        wanted=right + count[Match.WRONG] + count[Match.MISSING],
        right=right,
        exact=count[Match.EXACT],
        wrong=count[Match.WRONG],
        missing=count[Match.MISSING],
        without=count[Match.WRONGLY_GIVEN] + count[Match.NONE],
        wrongly_given=count[Match.WRONGLY_GIVEN],
    )


def _key(text: str) -> str:
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text).casefold())


def _people(names: Values) -> frozenset[str]:
    """The names without degrees, those in one string apart: "A Lind, PhD and B Vale" are two."""
    pieces = [piece for name in names for piece in _AND.split(name) if _key(piece)]
    people = [piece for piece in pieces if " " in piece or len(piece.replace(".", "")) > _LONGEST_DEGREE]
    return frozenset(map(_key, people or pieces))


def _same_day(wanted: str, given: str) -> bool:
    """Whether two dates name the same day, or as precise moments the same day in some zone: either's, or UTC."""
    if wanted[:10] == given[:10]:
        return True
    try:
        moments = datetime.fromisoformat(wanted), datetime.fromisoformat(given)
    except ValueError:
        return False
    if any(moment.tzinfo is None for moment in moments):
        return False
    try:
        first, second = (moment.astimezone(UTC).date() for moment in moments)
    except OverflowError:  # before the year 1, or after 9999
        return False
    return first == second


def _primary(code: str) -> str:
    return code.casefold().replace("_", "-").partition("-")[0]
