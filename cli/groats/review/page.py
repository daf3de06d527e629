"""A raw page as the reader of doubtful pages sees it: its verdicts, with the marks on them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from groats.corpus.listing import ListedPage
from groats.corpus.reread import read_again
from groats.document import Inspection, Label, Options, Verdict
from groats.pipeline import inspect
from groats.render.text import to_text, without_surrogates
from groats.review.marks import Marks, Place
from groats.stages.compose import body


@dataclass(frozen=True, slots=True)
class ReviewedPage:
    """A cleaned page with a place for each verdict, and the marks by the verdict's position.

    `lost` counts the marks on lines that the page no longer has.
    """

    name: str
    inspection: Inspection
    places: tuple[Place, ...]
    marks: Mapping[int, bool]
    lost: int = 0

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The verdicts as groats and the rules have them."""
        return self.inspection.article.verdicts

    def keeps(self, n: int) -> bool:
        """Whether the block stays: as it was marked, else as its verdict says."""
        return self.marks.get(n, self.verdicts[n].keep)


def read_page(listed: ListedPage, options: Options) -> Inspection:
    """The page cleaned; raises `InputError` where it cannot be read."""
    return inspect(*read_again(listed, options))


def mark_page(name: str, inspection: Inspection, marks: Marks) -> ReviewedPage:
    """The page with its marks: each on its line, or, where lines were added above, on the only one of its text."""
    verdicts = inspection.article.verdicts
    places = [
        Place(name, verdict.block.lines[0].number, without_surrogates(verdict.block.text)) for verdict in verdicts
    ]
    positions = {place: n for n, place in enumerate(places)}
    counts = Counter(place.text for place in places)
    only = {place.text: n for n, place in enumerate(places) if counts[place.text] == 1}
    found: dict[int, bool] = {}
    lost = 0
    for place, keep in marks.of_page(name).items():
        n = positions.get(place, only.get(place.text))
        if n is None:
            lost += 1
        else:
            places[n] = place  # as the file has it, so that the mark can be taken away again
            found[n] = keep
    return ReviewedPage(name, inspection, tuple(places), found, lost)


def find_reference(page: ReviewedPage) -> str:
    """The text of the page as its reader wants it: as `groats clean` writes it, with the marks applied."""
    article = page.inspection.article
    verdicts = tuple(verdict._replace(keep=page.keeps(n)) for n, verdict in enumerate(page.verdicts))
    title = next((verdict.keep for verdict in verdicts if verdict.label is Label.TITLE), True)
    return to_text(replace(article, text=body(verdicts), verdicts=verdicts), title=title)


def marked_pages(pages: Mapping[str, ListedPage], marks: Marks, options: Options) -> list[ReviewedPage]:
    """The pages with marks, and those that are right, cleaned anew; `pages` are those that there are, by name."""
    return [mark_page(name, read_page(pages[name], options), marks) for name in marks.pages() if name in pages]


def reference_path(folder: Path, name: str) -> Path:
    """Where the reference text of a page goes: below the folder, whatever the name says, under its name as .txt."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {"", ".", ".."}]
    return folder.joinpath(*parts or ["page"]).with_suffix(".txt")
