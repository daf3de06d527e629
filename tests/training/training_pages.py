"""Samples and extracts made by hand, and a small corpus as the training reads it."""

import json
import lzma
from itertools import chain
from pathlib import Path

import numpy as np

from groats.stages.features import EDGE, NamedBoxes
from groats.training.corpus import Sample
from groats.training.evaluate import Outcome
from groats.training.extract import Extract
from groats.training.fit import Corpus, join


def sample(host: str = "sandport.example", renderer: str = "chrome", **more: str) -> Sample:
    made = {"id": "page", "set": "wcxb-dev", "type": "article", "language": "en", "raw": "", "gold": "", "title": ""}
    return Sample(host=host, renderer=renderer, **(made | more))  # type: ignore[arg-type]  # all of them are texts


def extract(shares: list[float], words: list[list[int]] | None = None, *, sizes: list[float] | None = None) -> Extract:
    """An extract of blocks that hold so much content."""
    count = len(shares)
    return Extract(
        columns=np.zeros((count, 1), np.uint8),
        words=[EDGE, *chain.from_iterable([*own, EDGE] for own in words or [[] for _ in shares])],
        names=NamedBoxes((), (), [0] * count),
        sizes=sizes or [1.0] * count,
        shares=np.array(shares, np.float32),
        weights=np.ones(count, np.float32),
        title=None,
    )


def corpus(*pages: tuple[Sample, Extract]) -> Corpus:
    return join(pages)


def outcome(f1: float, page: Sample | None = None, measures: dict[str, float] | None = None) -> Outcome:
    return Outcome(
        sample=page or sample(),
        f1=f1,
        f1_with_title=f1 / 2,
        precision=1.0,
        recall=0.5,
        with_share=None,
        without_share=0.25,
        measures=measures if measures is not None else {"always": 1.0},
    )


def write_corpus(folder: Path) -> Path:
    """Ten sites with a page each: a menu, a headline, a few paragraphs of made-up words, a footer."""
    rows, texts = [], {}
    for site in range(10):
        title = f"What site {site} heard of the harbour"
        body = [
            f"Paragraph {n} of site {site} tells at some length, with a comma, how the {word} came to the harbour."
            for n, word in enumerate(["lamp", "keeper", "ferry", "board", "tower", "tide"])
        ]
        menu = ["Home", "News", "Sport", "Weather"]
        rows.append(
            {
                "id": f"page-{site}",
                "type": "article",
                "lang": None,
                "host": f"site-{site}.example",
                "title": title,
                "html": "".join(f"<p>{text}</p>" for text in [*menu, title, *body, "Imprint"]),
                "gold": "\n".join(body),
                "with": body[:1],
                "without": ["Imprint"],
            }
        )
        texts[f"page-{site}"] = "\n".join([*menu, "", title, "", "\n\n".join(body), "", "Imprint", "Terms"])
    folder.joinpath("text", "chrome").mkdir(parents=True, exist_ok=True)
    with lzma.open(folder / "wcxb-dev.jsonl.xz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    with lzma.open(folder / "text" / "chrome" / "wcxb-dev.json.xz", "wt", encoding="utf-8") as file:
        json.dump(texts, file)
    return folder
