"""The first pass over the pages of a run: the lines of each, read in the same killable processes."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from groats.corpus.containers import read_source
from groats.corpus.pool import Workers
from groats.corpus.site import Lines, pack_lines
from groats.corpus.source import Found, PageSource
from groats.corpus.work import Work
from groats.stages.familiar import fingerprint_page


class Counted(NamedTuple):
    """The site of a page, "" where it is of none, and the lines that it has."""

    site: str
    lines: Lines


def count_pages(workers: "Workers[PageSource, Counted | None]", found: Iterable[Found]) -> Iterator[Counted | None]:
    """What there is to count of each page, in any order; ends early when the run is stopped.

    It is None of what is no text, and of a page that cannot be read, or does harm to the process that reads it: that
    fails when it is cleaned.
    """
    for _, future in workers.do_all(page for page in found if isinstance(page, PageSource)):
        yield None if future.exception() else future.result()


def count_page(work: Work, source: PageSource) -> Counted | None:
    """What there is to count of a page; never raises."""
    try:
        options = source.adapt(work.options)
        _, page = work.read(read_source(source, work.max_bytes), options)
        if page.is_binary:
            return None
        site = work.sites.site_of(source.name, options.url, page.declared) if work.sites else ""
        return Counted(site, pack_lines(fingerprint_page(page.blocks)))
    except Exception:  # noqa: BLE001 - it says so when the page is cleaned
        return None
