"""Field by field, which counts: what the page declares, or what its lines show."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from groats.stages.metadata.authors import Named
from groats.stages.metadata.clues import Clues
from groats.stages.metadata.datelines import Reading
from groats.stages.metadata.declared import Declared, declared_authors, declared_date, declared_tags, note
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


def settle_site(
    clues: Clues, declared: Declared, owners: Sequence[str], hosts: frozenset[str], sources: dict[str, str]
) -> str | None:
    """The site's name: as declared, else as the page prints it at its head, else by the `owners` of its copyright."""
    return (
        declared.pick("site", sources)
        or note(sources, "site", "heading", find_masthead(clues, declared.all("title"), owners))
        or note(sources, "site", "copyright", find_site(owners, hosts))
    )


def settle_title(
    clues: Clues,
    declared: Declared,
    sites: Sequence[str | None],
    lines: Sequence[str],
    sources: dict[str, str],
) -> str | None:
    """The title without the site's name.

    It is the heading that stands on the page where a declared title shares half its words (what is declared is often
    rewritten for search engines), or a quarter where it is the main heading and as full as a headline; else what is
    declared first, else the heading.
    """
    stated = declared.all("title")
    heading = clues.title or ""
    part = 1 / 4 if clues.is_main and is_full(heading) else 1 / 2
    own = not stated or any(share_words(heading, title, part) for title in stated)
    whole = note(sources, "title", "heading", clues.title) if own else declared.pick("title", sources)
    return cut_site(whole.rstrip("¶ "), sites, clues.title, lines) or None if whole else None


def settle_authors(declared: Declared, site: str | None, named: Named, sources: dict[str, str]) -> tuple[str, ...]:
    """The people whom the page declares, else whom its lines name, else the site where that is declared.

    A byline counts for more where it has more of the name ("Ada Lind" on the page, "Ada" in its head), where it names
    people and the head a house, and where it says "By" of others.
    """
    people, house, source = declared_authors(declared, frozenset({key(site)} if site else ()))
    if people and not (_are_fewer(people, named.names) or (named.sure and _are_others(people, named.names))):
        return note(sources, "authors", source, people)
    return note(sources, "authors", "byline", named.names) or note(sources, "authors", source, people or house)


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
    clues: Clues,
    declared: Declared,
    reading: Reading,
    address: str | None,
    sources: dict[str, str],
) -> tuple[str | None, str | None]:
    """The dates of publication and of the last update; an update before the publication contradicts it and is none."""
    published = declared_date(declared, "date", sources)
    updated = declared_date(declared, "updated", sources)
    if published and (shown := find_shown(clues, reading)) and _is_older(shown, published):
        published = note(sources, "date", "date", shown)
    if published is None:
        found = find_dates(clues, reading, address_date(address), declared.values.get("time", ()))
        published, shown = note(sources, "date", found.source, found.published), found.updated
        updated = updated or note(sources, "updated", "date", shown)
    if published and updated and updated[:10] < published[:10]:
        sources.pop("updated", None)
        updated = None
    return published, updated


def _is_older(shown: str, declared: str) -> bool:
    """Whether a day is older than a declared moment in any time zone: the other is that of a new edition."""
    if len(declared) < len(shown[:10]):
        return False  # a month
    moment = datetime.fromisoformat(declared)
    earliest = moment.astimezone(UTC) - _WESTMOST if moment.tzinfo else moment - timedelta(days=1)
    return date.fromisoformat(shown[:10]) < earliest.date()


def settle_tags(clues: Clues, declared: Declared, sources: dict[str, str]) -> tuple[str, ...]:
    """The tags that the page declares, if any is left of them once tidied, else those on its lines."""
    noted: dict[str, str] = {}
    stated = tidy_tags(declared_tags(declared, noted))
    return note(sources, "tags", noted.get("tags", ""), stated) or note(sources, "tags", "tags", find_tags(clues))


def settle_paywall(clues: Clues, declared: Declared, sources: dict[str, str]) -> bool | None:
    """Whether only who pays may read all: as declared, else True where a notice stands directly below the article."""
    noted: dict[str, str] = {}
    stated = (declared.pick("free", noted) or "").lower()
    if stated in _FREE:
        return note(sources, "paywall", noted["free"], _FREE[stated])
    below = clues.between(clues.end + 1, clues.end + _NOTICE)
    shown = not clues.gates.isdisjoint(below)
    return note(sources, "paywall", "paywall", True if shown else None)
