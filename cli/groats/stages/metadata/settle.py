"""Field by field, which counts: what the page declares, or what its lines show."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from groats.stages.metadata.authors import Named
from groats.stages.metadata.clues import Clues
from groats.stages.metadata.datelines import Reading
from groats.stages.metadata.declared import Declared, Sourced, declared_authors, declared_date, declared_tags
from groats.stages.metadata.headline import is_full, share_words
from groats.stages.metadata.masthead import find_masthead
from groats.stages.metadata.names import is_house
from groats.stages.metadata.published import address_date, find_dates, find_shown
from groats.stages.metadata.site import cut_site, find_site
from groats.stages.metadata.subjects import find_tags, tidy_tags
from groats.stages.metadata.words import fold, key

_WESTMOST = timedelta(hours=12)  # of UTC
_NOTICE = 3  # blocks below the article
_FREE = {"false": True, "locked": True, "metered": True, "true": False, "free": False}  # to whether there is a paywall


def settle_site(clues: Clues, declared: Declared, owners: Sequence[str], hosts: frozenset[str]) -> Sourced[str | None]:
    """The site's name: as declared, else as the page prints it at its head, else by the `owners` of its copyright."""
    return (
        declared.pick("site")
        or Sourced(find_masthead(clues, declared.all("title"), owners), "heading")
        or Sourced(find_site(owners, hosts), "copyright")
    )


def settle_title(
    clues: Clues, declared: Declared, sites: Sequence[str | None], lines: Sequence[str]
) -> Sourced[str | None]:
    """The title without the site's name.

    It is the heading that stands on the page where a declared title shares half its words (what is declared is often
    rewritten for search engines), or a quarter where it is the main heading and as full as a headline; else what is
    declared first, else the heading.
    """
    stated = declared.all("title")
    heading = clues.title or ""
    part = 1 / 4 if clues.is_main and is_full(heading) else 1 / 2
    own = not stated or any(share_words(heading, title, part) for title in stated)
    whole = Sourced(clues.title, "heading") if own else declared.pick("title")
    return Sourced(cut_site((whole.value or "").rstrip("¶ "), sites, clues.title, lines) or None, whole.source)


def settle_authors(declared: Declared, site: str | None, named: Named) -> Sourced[tuple[str, ...]]:
    """The people whom the page declares, else whom its lines name, else the site where that is declared.

    A byline counts for more where it has more of the name ("Ada Lind" on the page, "Ada" in its head), where it names
    people and the head a house, and where it says "By" of others.
    """
    people, house = declared_authors(declared, frozenset({key(site)} if site else ()))
    told = people.value, named.names
    if people and not (_are_fewer(*told) or (named.sure and _are_others(*told))):
        return people
    return Sourced(named.names, "byline") or people or house


def _are_fewer(people: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether what is declared is one word of a name on the page, or a house where the page names people."""
    if all(map(is_house, people)):
        return any(" " in name and not is_house(name) for name in names)
    return len(people) == 1 and " " not in people[0] and any(fold(people[0]) in fold(name).split() for name in names)


def _are_others(people: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Whether full names on the page are none of the declared ones: those are often of who put the page up."""
    full = all(" " in name and not is_house(name) for name in names)
    declared = {word for name in people for word in fold(name).split()}
    return full and declared.isdisjoint(word for name in names for word in fold(name).split())


def settle_dates(
    clues: Clues, declared: Declared, reading: Reading, address: str | None
) -> tuple[Sourced[str | None], Sourced[str | None]]:
    """The dates of publication and of the last update; an update before the publication contradicts it and is none."""
    published, updated = declared_date(declared, "date"), declared_date(declared, "updated")
    if published.value and (shown := find_shown(clues, reading)) and _is_older(shown, published.value):
        published = Sourced(shown, "date")
    if not published:
        found = find_dates(clues, reading, address_date(address), declared.values.get("time", ()))
        published = Sourced(found.published, found.source)
        updated = updated or Sourced(found.updated, "date")
    if published.value and updated.value and updated.value[:10] < published.value[:10]:
        return published, Sourced(None, "")
    return published, updated


def _is_older(shown: str, declared: str) -> bool:
    """Whether a day is older than a declared moment in any time zone: the other is that of a new edition."""
    if len(declared) < len(shown[:10]):
        return False  # a month
    moment = datetime.fromisoformat(declared)
    earliest = moment.astimezone(UTC) - _WESTMOST if moment.tzinfo else moment - timedelta(days=1)
    return date.fromisoformat(shown[:10]) < earliest.date()


def settle_tags(clues: Clues, declared: Declared) -> Sourced[tuple[str, ...]]:
    """The tags that the page declares, if any is left of them once tidied, else those on its lines."""
    stated = declared_tags(declared)
    return Sourced(tidy_tags(stated.value), stated.source) or Sourced(find_tags(clues), "tags")


def settle_paywall(clues: Clues, declared: Declared) -> Sourced[bool | None]:
    """Whether only who pays may read all: as declared, else True where a notice stands directly below the article."""
    stated = declared.pick("free")
    if (said := _FREE.get((stated.value or "").lower())) is not None:
        return Sourced(said, stated.source)
    below = clues.between(clues.end + 1, clues.end + _NOTICE)
    return Sourced(None if clues.gates.isdisjoint(below) else True, "paywall")
