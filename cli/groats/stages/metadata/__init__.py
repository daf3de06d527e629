"""What is known of an article: title, authors, date, site, section, language, tags, copyright.

The evidence is what the page declares (HTML) and its judged lines: most of it stands on lines that were dropped.
Nothing is guessed: a value is text of the page, or None.
"""

import re
from collections.abc import Sequence

from groats.document import Metadata, Page, Verdict
from groats.stages.metadata.authors import find_authors
from groats.stages.metadata.clues import Clues, gather_clues
from groats.stages.metadata.dates import find_order
from groats.stages.metadata.declared import (
    Declared,
    declared_authors,
    declared_date,
    declared_language,
    declared_tags,
    read_declared,
)
from groats.stages.metadata.language import find_language
from groats.stages.metadata.masthead import find_masthead
from groats.stages.metadata.published import address_date, find_date
from groats.stages.metadata.site import (
    copyright_claim,
    cut_site,
    find_copyright,
    find_site,
    host_keys,
    read_owner,
    title_suffix,
)
from groats.stages.metadata.subjects import find_section, find_tags, tidy_tags
from groats.stages.metadata.words import fold, key

__all__ = ["find_metadata"]

_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\\W_]+")


def find_metadata(page: Page, verdicts: Sequence[Verdict], url: str | None = None) -> Metadata:
    """What the page tells of its article: first what it declares, then what its lines show.

    `verdicts` are those on the blocks of `page`, in order; `url` is its address, where known. Never raises.
    """
    clues, declared = gather_clues(verdicts), read_declared(page.declared)
    address = url or next(iter(declared.values.get("canonical", ())), None)
    language = find_language(clues.sample, declared_language(declared)) or find_language(clues.page_sample, None)
    lines = [clue.text for clue in clues.lines if clue.after_title]
    rights = find_copyright(clues)
    owners = list(filter(None, map(read_owner, rights)))
    site = declared.first("site") or find_masthead(clues, declared.all("title"), owners)
    site = site or find_site(owners, host_keys(address))
    title = _title(clues, declared, site, host_keys(address), lines)
    if site is None:
        site = next(
            filter(None, (title_suffix(whole, lines) for whole in (*declared.all("title"), clues.title or ""))), None
        )
    not_names = host_keys(address) | {key(name) for name in (site, title) if name}
    order = find_order(lines, declared_language(declared) or language)
    return Metadata(
        title=title,
        authors=declared_authors(declared, not_names) or find_authors(clues, not_names),
        date=declared_date(declared) or find_date(clues, order, address_date(address), declared.values.get("time", ())),
        site=site,
        section=declared.first("section") or find_section(clues, site),
        language=language,
        tags=tidy_tags(declared_tags(declared)) or find_tags(clues),
        copyright=copyright_claim(rights[0]) if rights else declared.first("copyright"),
    )


def _title(
    clues: Clues, declared: Declared, site: str | None, hosts: frozenset[str], lines: Sequence[str]
) -> str | None:
    """The title without the site's name.

    It is the heading that stands on the page where a declared title shares its words (what is declared is often
    rewritten for search engines), else what is declared first, else the heading.
    """
    stated = declared.all("title")
    shared = clues.title is not None and any(_share_words(clues.title, title) for title in stated)
    whole = clues.title if shared or not stated else stated[0]
    return cut_site(whole.rstrip("¶ "), (site, *hosts), clues.title, lines) or None if whole else None


def _share_words(one: str, other: str) -> bool:
    """Whether half the words of the shorter title are in the other; every ideograph is a word."""
    first, second = (set(_WORD.findall(fold(title))) for title in (one, other))
    return bool(first and second) and 2 * len(first & second) >= min(len(first), len(second))
