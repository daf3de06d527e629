"""Reviewed pages from a few lines, for tests of what is made of the marks on them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from builders import block

from groats.corpus.listing import ListedPage
from groats.document import Article, Inspection, Label, Metadata, Options, Page, Source, Verdict
from groats.review.marks import Marks, read_marks
from groats.review.page import ReviewedPage, mark_page
from groats.review.session import Session
from groats.rules import load_rules

Lines = Sequence[tuple[str, bool, Label]]


def inspection(lines: Lines) -> Inspection:
    """A page of (text, whether it stays, label)."""
    blocks = tuple(block(text, number) for number, (text, _, _) in enumerate(lines, start=1))
    verdicts = tuple(
        Verdict(one, keep, label, 0.9 if keep else 0.1) for one, (_, keep, label) in zip(blocks, lines, strict=True)
    )
    page = Page("text", tuple(line for one in blocks for line in one.lines), blocks)
    article = Article("", Metadata(), verdicts, 0.5, (), Source("", "utf-8", 0), page)
    return Inspection(article, {}, lambda n: (f"reason {n}",))


def write(path: Path, data: bytes) -> None:
    """Writes a file."""
    path.write_bytes(data)


def open_session(pages: Sequence[ListedPage], folder: Path, rules: Path | None = None) -> Session:
    """A session with pages, their marks in the folder, and a file of rules, by default in it too."""
    file = rules or folder / "rules.toml"

    def load_options() -> Options:
        return Options(rules=load_rules([file]) if file.exists() else None)

    session = Session([*pages], read_marks(folder), load_options, file, write)
    session.start()
    return session


def reviewed(lines: Lines, marks: Mapping[int, bool] | None = None, name: str = "a.txt") -> ReviewedPage:
    """The page with marks by position."""
    page = mark_page(name, inspection(lines), Marks(Path("unused")))
    return ReviewedPage(name, page.inspection, page.places, marks or {})
