"""Parts of a page that its server sent after the rest, and that a script puts in their places.

React sends what is slow last, as `<div hidden id="S:1">`, and leaves `<template id="B:1">` (or "P:1") where it belongs
(react-dom, ReactDOMFizzServer). Without the script the best part of the page is hidden, and below the footer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from groats.stages.markup.visibility import Attributes

_SIGN = 'id="S:'
_PART = "S:"
_PLACES = ("B:", "P:")


def find_streamed(root: LexborNode, markup: str) -> dict[str, LexborNode]:
    """The parts by the numbers that they and their places have in common; {} for most pages."""
    if _SIGN not in markup:
        return {}
    return {(part.attributes.get("id") or "")[2:]: part for part in root.css('div[hidden][id^="S:"]')}


def number_of(place: LexborNode) -> str:
    """The number of the part whose place a <template> is, "" for any other <template>."""
    name = place.attributes.get("id") or ""
    return name[2:] if name.startswith(_PLACES) else ""


def is_part(attributes: Attributes) -> bool:
    """Whether an element that is hidden is such a part."""
    return (attributes.get("id") or "").startswith(_PART)
