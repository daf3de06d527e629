"""The addresses that links lead to."""

import re

_SCHEMES = frozenset({"", "http", "https", "mailto", "ftp", "tel"})
_LONGEST = 2_000  # characters
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\u202a-\u202e\u2066-\u2069()<>\\|`*_\[\]]")


def find_base(own: str, declared: str) -> str:
    """The address that links are seen from: the `declared` one, as seen from the page's `own`; "" for none of use."""
    own = own if len(own) <= _LONGEST else ""
    return _join(own, declared) or own


def resolve_address(base: str, address: str) -> str:
    """The address as seen from `base`, safe in Markdown; "" for what leads nowhere: scripts, broken ones, this page."""
    from urllib.parse import quote, urlsplit  # noqa: PLC0415 - most articles are written without links

    address = address.strip()
    if not address or address.startswith("#"):
        return ""
    joined = _join(base, address)
    try:
        scheme = urlsplit(joined).scheme.lower()
    except ValueError:
        return ""
    if not joined or scheme not in _SCHEMES:
        return ""
    return _UNSAFE.sub(lambda found: quote(found[0], safe=""), joined)


def _join(base: str, address: str) -> str:
    """The address as seen from `base`; "" for one that is broken or too long."""
    from urllib.parse import urljoin  # noqa: PLC0415 - as above

    if len(address) > _LONGEST:
        return ""
    try:
        return urljoin(base, address)
    except ValueError:
        return ""
