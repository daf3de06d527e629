"""A page of an earlier run once more: its bytes, wherever they lie, and what it was cleaned with."""

from dataclasses import replace

from groats.corpus.containers.container import PageError
from groats.corpus.containers.packed import read_source
from groats.corpus.listing import ListedPage
from groats.corpus.source import Failure, PageSource
from groats.corpus.walk import Selection, read_file
from groats.document import Options
from groats.errors import InputError

_MOST_BYTES = 1 << 30  # of a page: what a run has cleaned is smaller, mostly by far


def read_again(listed: ListedPage, options: Options) -> tuple[bytes, Options]:
    """The bytes of a page, unpacked, and the options for it; raises `InputError`.

    A page in a file of many is looked for from the file's beginning; its kind, address and encoding are those that the
    file has for it. The profile is that of the options, else of its site in the run that cleaned it.
    """
    try:
        source = _find(listed)
        data = read_source(source, _MOST_BYTES)
    except PageError as error:
        raise InputError(f"{listed.name}: {error}") from error
    cleaned = listed.cleaned
    profile = cleaned.sites.find(cleaned.site) if cleaned and cleaned.sites else None
    return data, replace(source.adapt(options), profile=options.profile or profile)


def _find(listed: ListedPage) -> PageSource:
    """The page where it lies; raises `PageError`."""
    if not (listed.cleaned and listed.cleaned.container):
        return PageSource(listed.name, listed.path)
    container = listed.cleaned.container
    found = read_file(listed.path, container, Selection(_MOST_BYTES, fields=listed.cleaned.fields))
    wanted = {listed.name, container}  # a file that cannot be read is a failure of its own name
    page = next((page for page in found if page.name in wanted), None)
    if page is None:
        raise PageError(f"it is not in {listed.path} any more.")
    if isinstance(page, Failure):
        raise PageError(page.reason)
    return page
