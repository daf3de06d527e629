"""What the tests of the commands run with: a simple way to clean, and how a command ended."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from groats.document import Article, Inspection, Label, Metadata, Options, Source, Verdict
from groats.errors import UsageError
from groats.stages.compose import body
from groats.stages.lines import parse_text

Run = Callable[..., "Done"]


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    words: str


def clean_simply(raw: bytes | str, options: Options | None = None) -> Article:
    """A page cleaned by a rule that tests can follow: "T " begins the title, "x " what is dropped.

    A page that begins with a warning's name in brackets has that warning; one that begins with "[crash]" fails.
    """
    options = options or Options()
    if options.encoding == "no-such":
        raise UsageError("There is no encoding no-such.")
    text = raw if isinstance(raw, str) else raw.decode(options.encoding or "utf-8", "replace")
    first = text.partition("\n")[0]
    if first == "[crash]":
        raise ValueError("a \x1b[31mmistake")
    page = parse_text(text)
    verdicts = []
    for block in page.blocks:
        label = {"T": Label.TITLE, "x": Label.NAVIGATION}.get(block.text.split(" ")[0], Label.PARAGRAPH)
        keep = (label.is_kept or label in options.keep) and label not in options.drop and not first.startswith("[")
        verdicts.append(Verdict(block, keep, label, 0.9, ("it says so",) if options.explain else ()))
    title = next((v.block.text[2:] for v in verdicts if v.label is Label.TITLE), None)
    warnings = (first.strip("[]"),) if first.startswith("[") else () if verdicts else ("empty_input",)
    source = Source(text, options.encoding or "utf-8", len(raw))
    return Article(body(verdicts), Metadata(title), tuple(verdicts), 0.9, warnings, source, page, options.url)


def inspect_simply(raw: bytes | str, options: Options) -> Inspection:
    """What `clean_simply` makes of a page, with the reasons to be asked for."""
    article = clean_simply(raw, replace(options, explain=True))
    return Inspection(article, {}, lambda n: article.verdicts[n].reasons)


def sentences(words: str) -> Sequence[str]:
    """The lines of stderr, each of which has to be a harmless sentence."""
    lines = words.splitlines()
    for line in lines:
        assert line.startswith("groats: "), line
        assert line.endswith((".", "?")), line
        assert line.isprintable(), line
    return lines
