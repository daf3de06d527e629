"""What an HTML page declares of itself in its head, its JSON-LD and a few elements of its body."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from groats.stages.markup.jsonld import flatten

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode


@dataclass(slots=True)
class Declarations:
    """The pairs (name, value) met so far, in document order."""

    TAGS: ClassVar[frozenset[str]] = frozenset({"a", "title", "meta", "link", "script"})
    pairs: list[tuple[str, str]] = field(default_factory=list)

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
            name = (
                attributes.get("property")
                or attributes.get("name")
                or attributes.get("itemprop")
                or attributes.get("http-equiv")
            )
            if name:
                self.put(f"meta:{name.strip().lower()}", attributes.get("content"))
        elif tag == "link":
            if "canonical" in (attributes.get("rel") or "").lower().split():
                self.put("canonical", attributes.get("href"))
        elif "ld+json" in (attributes.get("type") or "").lower():
            self.pairs += flatten(node.text())

    def put(self, name: str, value: str | None) -> None:
        """Note a pair if there is a value."""
        folded = " ".join((value or "").split())
        if folded:
            self.pairs.append((name, folded))
