"""What is known of an article: title, authors, date, site, section, language, tags, copyright.

The evidence is what the page declares (HTML) and its judged lines: most of it stands on lines that were dropped.
Nothing is guessed: a value is text of the page, or None.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from groats.document import CueHit, Metadata, Page, Verdict
from groats.stages.metadata.authors import Named, find_authors
from groats.stages.metadata.clues import Clues, gather_clues
from groats.stages.metadata.datelines import Reading
from groats.stages.metadata.dates import read_timestamp
from groats.stages.metadata.day_order import find_order
from groats.stages.metadata.declared import (
    Declared,
    declared_authors,
    declared_date,
    declared_language,
    declared_tags,
    note,
    read_declared,
)
from groats.stages.metadata.headline import is_full, share_words
from groats.stages.metadata.language import find_language
from groats.stages.metadata.masthead import find_masthead
from groats.stages.metadata.names import is_house
from groats.stages.metadata.published import address_date, find_dates, find_shown
from groats.stages.metadata.rights import copyright_claim, find_copyright, read_owner
from groats.stages.metadata.site import SEPARATOR, cut_site, find_site, host_keys, title_suffix
from groats.stages.metadata.subjects import find_section, find_tags, tidy_tags
from groats.stages.metadata.words import fold, key

__all__ = ["find_metadata"]

_WESTMOST = timedelta(hours=12)  # of UTC
_NOTICE = 3  # blocks below the article
_FREE = {"false": True, "locked": True, "metered": True, "true": False, "free": False}  # to whether there is a paywall


def find_metadata(
    page: Page,
    verdicts: Sequence[Verdict],
    url: str | None = None,
    now: datetime | None = None,
    cues: Sequence[Sequence[CueHit]] = (),
) -> Metadata:
    """What the page tells of its article: first what it declares, then what its lines show.

    `verdicts` are those on the blocks of `page`, in order; `url` is its address and `now` the moment at which it was
    scraped, where known; `cues` are those of its first blocks. Never raises.
    """
    declared = read_declared(page.declared)
    titles = declared.all("title")
    clues = gather_clues(page, verdicts, titles, cues)
    address = url or next(iter(declared.values.get("canonical", ())), None)
    hosts = host_keys(address)
    sources: dict[str, str] = {}
    stated = declared_language(declared)
    language = find_language(clues.sample, stated) or find_language(clues.page_sample, None)
    place = clues.between(0, 0)  # of the title
    lines = [*clues.texts[: place.start], *clues.texts[place.stop :]]
    rights = find_copyright(clues)
    owners = list(filter(None, map(read_owner, rights)))
    site = (
        declared.pick("site", sources)
        or note(sources, "site", "heading", find_masthead(clues, titles, owners))
        or note(sources, "site", "copyright", find_site(owners, hosts))
    )
    title = _title(clues, declared, (site, *hosts), lines, sources)
    if site is None:
        suffixes = (title_suffix(whole, lines) for whole in (*titles, clues.title or ""))
        site = note(sources, "site", "title", next(filter(None, suffixes), None))
    not_names = frozenset(key(name) for name in (site, title) if name)
    parts = frozenset(key(part) for whole in titles for part in SEPARATOR.split(whole))
    stamps = filter(None, map(read_timestamp, declared.values.get("time", ())))
    dated = [clues.texts[position] for position in clues.dated if clues.places[position]]
    reading = Reading(find_order([*dated, *titles], stated or language, stamps), language, now)
    published, updated = _dates(clues, declared, reading, address, sources)
    return Metadata(
        title=title,
        authors=_authors(declared, site, find_authors(clues, not_names, parts), sources),
        date=published,
        site=site,
        section=declared.pick("section", sources) or note(sources, "section", "trail", find_section(clues, site)),
        language=note(sources, "language", "text", language),
        tags=_tags(clues, declared, sources),
        copyright=note(sources, "copyright", "copyright", copyright_claim(rights[0]) if rights else None)
        or declared.pick("copyright", sources),
        updated=updated,
        paywall=_paywall(clues, declared, sources),
        sources=sources,
    )


def _dates(
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


def _tags(clues: Clues, declared: Declared, sources: dict[str, str]) -> tuple[str, ...]:
    """The tags that the page declares, if any is left of them once tidied, else those on its lines."""
    noted: dict[str, str] = {}
    stated = tidy_tags(declared_tags(declared, noted))
    return note(sources, "tags", noted.get("tags", ""), stated) or note(sources, "tags", "tags", find_tags(clues))


def _paywall(clues: Clues, declared: Declared, sources: dict[str, str]) -> bool | None:
    """Whether only who pays may read all: as declared, else True where a notice stands directly below the article."""
    noted: dict[str, str] = {}
    stated = (declared.pick("free", noted) or "").lower()
    if stated in _FREE:
        return note(sources, "paywall", noted["free"], _FREE[stated])
    below = clues.between(clues.end + 1, clues.end + _NOTICE)
    shown = not clues.gates.isdisjoint(below)
    return note(sources, "paywall", "paywall", True if shown else None)


def _authors(declared: Declared, site: str | None, named: Named, sources: dict[str, str]) -> tuple[str, ...]:
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


def _title(
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
