"""Pages whose metadata is to be found, built by hand of labelled lines."""

from collections.abc import Sequence

from groats.document import Block, Label, Line, Metadata, Page, Verdict
from groats.stages.cues import find_all_cues
from groats.stages.metadata import find_metadata

BODY = (
    "The harbour of Harrowgate will stay closed to large ships until the end of the month, the council said, "
    "because the dredging that began in spring has taken longer than anyone had planned for."
)
FAR = [("navigation", f"Boat {number}") for number in range(30)]  # so that what follows is far from the title


def verdicts_of(*rows: tuple[str, str]) -> list[Verdict]:
    """One verdict for each pair of a label and a line; kept where the label is."""
    return [
        Verdict(Block(text, (Line(number, 0, 0, text),)), Label(label).is_kept, Label(label), 0.5)
        for number, (label, text) in enumerate(rows, start=1)
    ]


def metadata_of(*rows: tuple[str, str], declared: Sequence[tuple[str, str]] = (), url: str | None = None) -> Metadata:
    verdicts = verdicts_of(*rows)
    blocks = tuple(verdict.block for verdict in verdicts)
    lines = tuple(line for block in blocks for line in block.lines)
    page = Page("html" if declared else "text", lines, blocks, tuple(declared))
    return find_metadata(page, verdicts, url, cues=find_all_cues([block.text for block in blocks]))


def article(*above: tuple[str, str], below: Sequence[tuple[str, str]] = ()) -> list[tuple[str, str]]:
    """A title, the rows given, the body, and what stands below it."""
    return [("title", "Harbour stays closed"), *above, ("paragraph", BODY), ("paragraph", BODY), *below]
