"""Articles built by hand, for the tests of what writes them."""

from groats.document import Article, Block, Form, Label, Line, Metadata, Page, Source, Verdict
from groats.stages.compose import body

# How lines begin that are not plain paragraphs: with a form and a label.
MARKS: dict[str, tuple[Form, Label]] = {
    "T ": (Form.PARAGRAPH, Label.TITLE),
    "H ": (Form.HEADING, Label.HEADING),
    "L ": (Form.LIST, Label.LIST),
    "Q ": (Form.QUOTE, Label.QUOTE),
    "C ": (Form.CODE, Label.CODE),
    "R ": (Form.TABLE, Label.TABLE),
    "N ": (Form.PARAGRAPH, Label.NAVIGATION),
    "S ": (Form.PARAGRAPH, Label.SHARE),
}


def build_article(
    *lines: str,
    metadata: Metadata | None = None,
    warnings: tuple[str, ...] = (),
    marker: str = "-",
    levels: tuple[int, ...] = (),
    score: float = 0.98765,
) -> Article:
    """An article with a block for each line, by its mark; "" is a blank line. Two marks are of dropped labels."""
    made: list[Line] = []
    verdicts: list[Verdict] = []
    start = blank = 0
    for number, raw in enumerate(lines, 1):
        form, label = MARKS.get(raw[:2], (Form.PARAGRAPH, Label.PARAGRAPH))
        text = raw[2:] if raw[:2] in MARKS else raw
        line = Line(number, start, start + len(text) + 1, text)
        made.append(line)
        start = line.end
        if not text:
            blank += 1
            continue
        level = levels[len(verdicts)] if levels else 0
        mark = marker if form is Form.LIST else ""
        block = Block(text, (line,), form, level=level, marker=mark, blank_before=blank)
        verdicts.append(Verdict(block, label.is_kept, label, score, ("it reads like one",)))
        blank = 0
    title = next((verdict.block.text for verdict in verdicts if verdict.label is Label.TITLE), None)
    return Article(
        text=body(verdicts),
        metadata=metadata or Metadata(title=title),
        verdicts=tuple(verdicts),
        confidence=score,
        warnings=warnings,
        source=Source("".join(f"{line.text}\n" for line in made), "utf-8", start),
        page=Page("text", tuple(made), tuple(verdict.block for verdict in verdicts)),
    )


# One whose last line a reader may mark.
MARKED = """Home

The mill at Ebbing grinds again

After eleven silent years, the water mill at Ebbing has ground its first sack of oats this Sunday morning.

Half the village stood on the bridge to watch the wheel turn, and the miller's grandmother wept into her apron.

Share this article
"""
