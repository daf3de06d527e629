"""The pages to learn from: each as every renderer gives it, with its reference text and where it comes from."""

import json
import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from groats.document import Kind, Label
from groats.pipeline import read_page
from groats.stages.decode import decode
from groats.stages.markup import is_html
from groats.training.dumps import draw, dump_page, join_lines, reline_text
from groats.training.seeds import read_labelled_seeds

SETS = ("wcxb-dev", "daniel-a", "fundus-a", "mozilla")
TEXT_RENDERERS = ("chrome", "bs4", "inscriptis", "lynx", "html2text")
MADE_RENDERERS = ("dump", "relined")  # of pages that are there as other text already
RENDERERS = (*TEXT_RENDERERS, *MADE_RENDERERS, "html", "gold")
FOLDS = 5
# Sets of few pages count for more than their number: each stands for another kind of reference.
_SET_WEIGHTS = {"wcxb-dev": 1.0, "daniel-a": 1.4, "fundus-a": 2.4, "mozilla": 2.4}
_GOLD_JOINED = 4  # one of so many reference texts is in one line
_SEED_WEIGHT = 100.0  # they were written to be hard, each in its own way


@dataclass(frozen=True, slots=True)
class Sample:
    """One page as one renderer gives it, with the text that people marked as content.

    The renderer "html" is the markup itself, "dump" what a careless program leaves of it, "relined" Chrome's text in
    one line or with other blank lines, and "gold" the reference text as groats would write it, a fourth of them in one
    line: what is clean must be known as clean.

    `present` and `absent` are snippets that the text should and should not have. `fold` (0 to 4) hangs on the host
    alone, so that no site is both learnt from and tested on.
    """

    id: str
    set: str
    type: str
    language: str | None
    host: str
    renderer: str
    raw: str
    gold: str
    title: str
    weight: float = 1.0
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """What the page is read as."""
        return "html" if self.renderer == "html" else "text"

    @property
    def fold(self) -> int:
        """The fold of the sample's host."""
        return int(sha256(self.host.encode()).hexdigest(), 16) % FOLDS


def read_samples(data: Path, sets: tuple[str, ...], renderers: tuple[str, ...]) -> Iterator[Sample]:
    """Every page of the sets of `data` in every renderer that has text for it, in a fixed order.

    `data` holds SET.jsonl.xz and text/RENDERER/SET.json.xz. Raises `FileNotFoundError` where a file is missing.
    """
    for name in sets:
        with lzma.open(data / f"{name}.jsonl.xz", "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        for renderer in renderers:
            texts = _texts(data, renderer, name, rows)
            for row in rows:
                raw = texts.get(row["id"], "")
                if raw.strip():
                    yield Sample(
                        id=row["id"],
                        set=name,
                        type=row["type"] or "article",
                        language=row["lang"],
                        host=row["host"] or row["id"],
                        renderer=renderer,
                        raw=raw,
                        gold=row["gold"] or "",
                        title=_title(name, row),
                        weight=_SET_WEIGHTS.get(name, 1.0),
                        present=tuple(row.get("with") or ()),
                        absent=tuple(row.get("without") or ()),
                    )


def fingerprint(samples: Iterable[Sample]) -> str:
    """Twelve hexadecimal digits that change when any of the samples, its input or its reference does."""
    digest = sha256()
    for sample in samples:
        for part in (sample.set, sample.renderer, sample.id, sample.raw, sample.gold):
            digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()[:12]


def corpus_hash(data: Path) -> str:
    """The first twelve digits of a SHA-256 over the files of `data`: names the corpus that a figure belongs to."""
    digest = sha256()
    for path in sorted(data.rglob("*.xz")):
        digest.update(path.relative_to(data).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def read_seeds(seeds: Path, labels: Path) -> Iterator[Sample]:
    """The project's own samples that have a table of labels, their kept lines for a reference text."""
    for seed in read_labelled_seeds(seeds, labels):
        kept = {line.number for line in seed.lines if line.keep}
        titles = {line.number for line in seed.lines if line.labels == (Label.TITLE,)}
        lines = read_page(seed.raw, seed.kind).lines
        yield Sample(
            id=seed.name,
            set="seeds",
            type="article",
            language=seed.name[:2],
            host=seed.name,
            renderer="html" if seed.kind == "html" else "chrome",
            raw=seed.raw,
            gold="\n".join(line.text for line in lines if line.number in kept),
            title=" ".join(line.text for line in lines if line.number in titles),
            weight=_SEED_WEIGHT,
        )


def read_reviewed(pages: Path, references: Path) -> Iterator[Sample]:
    """The pages of a directory that have a reference text of the same name in another, as `groats review` writes them.

    Those of one directory are taken for one site.
    """
    for path in sorted(path for path in pages.rglob("*") if path.is_file()):
        name = path.relative_to(pages)
        reference = references / name.with_suffix(".txt")
        if not reference.is_file() or path.samefile(reference):
            continue
        raw = decode(path.read_bytes()).text
        yield Sample(
            id=name.as_posix(),
            set="reviewed",
            type="article",
            language=None,
            host=name.parent.as_posix() if len(name.parts) > 1 else name.as_posix(),
            renderer="html" if is_html(raw) else "chrome",
            raw=raw,
            gold=reference.read_text("utf-8"),
            title="",
        )


def _title(name: str, row: dict[str, Any]) -> str:
    """The noted title; daniel-a notes none, but its reference texts begin with it."""
    title: str = row["gold"].split("\n", 1)[0] if name == "daniel-a" else row.get("title") or ""
    return title


def _texts(data: Path, renderer: str, name: str, rows: list[dict[str, Any]]) -> dict[str, str]:
    if renderer == "html":
        return {row["id"]: row["html"] for row in rows}
    if renderer == "dump":
        return {row["id"]: dump_page(row["id"], row["html"]) for row in rows}
    if renderer == "relined":
        return {page: reline_text(page, text) for page, text in _texts(data, "chrome", name, rows).items()}
    if renderer == "gold":
        return {row["id"]: _write_gold(row["id"], row["gold"]) for row in rows}
    with lzma.open(data / "text" / renderer / f"{name}.json.xz", "rt", encoding="utf-8") as file:
        texts: dict[str, str] = json.load(file)
    return texts


def _write_gold(page: str, gold: str) -> str:
    return (
        "\n\n".join(filter(None, map(str.strip, gold.splitlines()))) if draw(page, _GOLD_JOINED) else join_lines(gold)
    )
