"""The metadata of an article, in the order in which what is known of it helps to find the rest."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from groats.document import CueHit, Metadata, Page, Verdict
from groats.stages.metadata.authors import find_authors
from groats.stages.metadata.clues import Clues, gather_clues
from groats.stages.metadata.datelines import Reading
from groats.stages.metadata.dates import read_timestamp
from groats.stages.metadata.day_order import find_order
from groats.stages.metadata.declared import Declared, Sourced, declared_language, read_declared
from groats.stages.metadata.language import find_language
from groats.stages.metadata.rights import copyright_claim, find_copyright, read_owner
from groats.stages.metadata.settle import (
    settle_authors,
    settle_dates,
    settle_paywall,
    settle_site,
    settle_tags,
    settle_title,
)
from groats.stages.metadata.site import SEPARATOR, host_keys, title_suffix
from groats.stages.metadata.subjects import find_section
from groats.stages.metadata.words import key


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
    rights = find_copyright(clues)
    owners = list(filter(None, map(read_owner, rights)))
    lines = clues.beside_title
    site = settle_site(clues, declared, owners, hosts)
    title = settle_title(clues, declared, (site.value, *hosts), lines)
    if not site:
        suffixes = (title_suffix(whole, lines) for whole in (*titles, clues.title or ""))
        site = Sourced(next(filter(None, suffixes), None), "title")
    not_names = frozenset(key(name) for name in (site.value, title.value) if name)
    parts = frozenset(key(part) for whole in titles for part in SEPARATOR.split(whole))
    reading = _reading(clues, declared, now)
    published, updated = settle_dates(clues, declared, reading, address)
    fields: dict[str, Sourced[Any]] = {
        "site": site,
        "title": title,
        "date": published,
        "updated": updated,
        "authors": settle_authors(declared, site.value, find_authors(clues, not_names, parts)),
        "section": declared.pick("section") or Sourced(find_section(clues, site.value), "trail"),
        "language": Sourced(reading.language, "text"),
        "tags": settle_tags(clues, declared),
        "copyright": Sourced(copyright_claim(rights[0]) if rights else None, "copyright") or declared.pick("copyright"),
        "paywall": settle_paywall(clues, declared),
    }
    known = {name: found for name, found in fields.items() if found}
    return Metadata(
        **{name: found.value for name, found in known.items()},
        sources={name: found.source for name, found in known.items()},
    )


def _reading(clues: Clues, declared: Declared, now: datetime | None) -> Reading:
    """How the dates of the page are to be read, by its language and by all that are written in numbers."""
    stated = declared_language(declared)
    language = find_language(clues.sample, stated) or find_language(clues.page_sample, None)
    stamps = filter(None, map(read_timestamp, declared.values.get("time", ())))
    dated = [clues.texts[position] for position in clues.dated if clues.places[position]]
    return Reading(find_order([*dated, *declared.all("title")], stated or language, stamps), language, now)
