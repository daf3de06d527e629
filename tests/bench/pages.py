"""The pages of ../shared/data with their reference texts, and samples of them that are the same on every machine."""

import hashlib
import json
import lzma
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared" / "data"
SETS = ("wcxb-dev", "daniel-a", "fundus-a", "mozilla")
RENDERERS = ("chrome", "bs4", "html2text", "inscriptis", "lynx")


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a set: its input (the text that a renderer made, or the HTML) and its reference text."""

    id: str
    input: str
    reference: str


def require_data() -> None:
    """Nothing, where the data is there; else the program ends with a sentence."""
    if not DATA.is_dir():
        raise SystemExit(
            "This bench reads ../shared/data beside the clone, and there is none. "
            "It holds real pages with reference texts, which are not part of the repository."
        )


def load_pages(name: str, renderer: str) -> list[Page]:
    """The pages of a set by a renderer ("html" for none), in an order that is as good as random and never changes.

    Pages from which the renderer made no text are left out.
    """
    inputs = {} if renderer == "html" else _read_json(DATA / "text" / renderer / f"{name}.json.xz")
    pages = []
    with lzma.open(DATA / f"{name}.jsonl.xz", "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            text = row["html"] if renderer == "html" else inputs.get(row["id"]) or ""
            if text.strip():
                pages.append(Page(row["id"], text, row["gold"]))
    return sorted(pages, key=lambda page: hashlib.sha256(page.id.encode()).digest())


def fingerprint(pages: Iterable[Page]) -> str:
    """Sixteen hexadecimal digits that change when any of the pages, its input or its reference does."""
    digest = hashlib.sha256()
    for page in pages:
        for part in (page.id, page.input, page.reference):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()[:16]


def _read_json(path: Path) -> dict[str, str]:
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        texts: dict[str, str] = json.load(stream)
    return texts
