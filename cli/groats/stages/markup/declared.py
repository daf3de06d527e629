"""What an HTML page declares of itself in its head, its JSON-LD, its microdata and a few elements of its body."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from groats.stages.markup.jsonld import flatten

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selectolax.lexbor import LexborNode

_LONGEST_PROPERTY = 300  # characters of what an element with an itemprop says
_PROPERTIES = frozenset(
    {"headline", "author", "creator", "datepublished", "datecreated", "datemodified", "articlesection"}
)


@dataclass(slots=True)
class Declarations:
    """The pairs (name, value) met so far, in document order.

    Of JSON-LD only the thing that is most like an article counts for a field, and of several alike the first:
    the others are related stories, comments, the page around the article.
    """

    TAGS: ClassVar[frozenset[str]] = frozenset({"a", "base", "title", "meta", "link", "script"})
    pairs: list[tuple[str, str]] = field(default_factory=list)
    _ranks: dict[str, int] = field(default_factory=dict)

    def add(self, tag: str, node: LexborNode) -> None:
        """Note what one of `TAGS` declares."""
        if tag == "title":
            self.put("title", node.text())
            return
        attributes = node.attributes
        if tag == "a":
            if "author" in (attributes.get("rel") or "").lower().split():
                self.put("rel:author", node.text())
        elif tag == "meta":
            self._add_meta(attributes)
        elif tag == "base":
            self.put("base", attributes.get("href"))
        elif tag == "link":
            if "canonical" in (attributes.get("rel") or "").lower().split():
                self.put("canonical", attributes.get("href"))
        elif "ld+json" in (attributes.get("type") or "").lower():
            self._add_things(node.text())

    def _add_meta(self, attributes: Mapping[str, str | None]) -> None:
        name = (
            attributes.get("property")
            or attributes.get("name")
            or attributes.get("itemprop")
            or attributes.get("http-equiv")
        )
        if name and "ld+json" in name:  # Remix writes <meta name="script:ld+json" content="{...}">
            self._add_things(attributes.get("content") or "")
        elif name:
            self.put(f"meta:{name.strip().lower()}", attributes.get("content"))

    def add_property(self, node: LexborNode, attributes: Mapping[str, str | None]) -> None:
        """Note what an element with an itemprop says; of several alike the first, as the others are in comments."""
        for name in (attributes.get("itemprop") or "").lower().split():
            if name not in _PROPERTIES or f"item:{name}" in self._ranks:
                continue
            inner = node.css_first("[itemprop=name]") if "itemscope" in attributes else None
            value = attributes.get("content") or attributes.get("datetime") or (inner or node).text()
            if value.strip() and len(value) <= _LONGEST_PROPERTY:
                self._ranks[f"item:{name}"] = 0
                self.put(f"item:{name}", value)

    def put(self, name: str, value: str | None) -> None:
        """Note a pair if there is a value."""
        folded = " ".join((value or "").split())
        if folded:
            self.pairs.append((name, folded))

    def _add_things(self, source: str) -> None:
        for rank, pairs in flatten(source):
            names = dict.fromkeys(name for name, _ in pairs)
            better = {name for name in names if rank < self._ranks.get(name, rank + 1)}
            if better.intersection(self._ranks):
                self.pairs = [pair for pair in self.pairs if pair[0] not in better]
            self.pairs += [pair for pair in pairs if pair[0] in better]
            self._ranks.update(dict.fromkeys(better, rank))
