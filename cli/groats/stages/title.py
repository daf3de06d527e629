"""The title is written once: the kept line that is the page's title is labelled so, and no other."""

from collections.abc import Set as AbstractSet
from itertools import islice

from groats.document import Label, Verdict

_LONGEST_TITLE = 600  # characters


def label_title(
    verdicts: tuple[Verdict, ...], title: str | None, dropped: AbstractSet[Label] = frozenset()
) -> tuple[Verdict, ...]:
    """The verdicts with the one kept line that is the title so labelled, and no other: the text leaves the title out.

    A line that the decision took for the title is a heading of the article where the title is another. What is all that
    was kept is the text and no title: it would leave nothing below it. No line gets a label that is `dropped`.
    """
    if sum([verdict.keep for verdict in verdicts]) == 1:
        return tuple([_relabel(verdict, dropped, Label.PARAGRAPH, Label.HEADING) for verdict in verdicts])
    kept = [n for n, verdict in enumerate(verdicts) if verdict.keep and len(verdict.block.text) < _LONGEST_TITLE]
    labelled = [n for n in kept if verdicts[n].label is Label.TITLE]
    holders = (n for n in [*labelled, *kept] if title and _holds(verdicts[n].block.text, title))
    same = list(islice(holders, 1))
    if same == labelled:
        return verdicts
    named = list(verdicts)
    for n in labelled:
        named[n] = _relabel(named[n], dropped, Label.HEADING, Label.PARAGRAPH)
    for n in same:
        if n in labelled or " ".join(named[n].block.text.split()) == title:
            named[n] = named[n]._replace(label=Label.TITLE)
    return tuple(named)


def _relabel(verdict: Verdict, dropped: AbstractSet[Label], *labels: Label) -> Verdict:
    """The verdict, of a kept title, with the first of the labels that is not dropped."""
    if not verdict.keep or verdict.label is not Label.TITLE:
        return verdict
    return verdict._replace(label=next((label for label in labels if label not in dropped), Label.TITLE))


def _holds(text: str, title: str) -> bool:
    """Whether the title stands in a text, white space aside; most texts do not even have its first word."""
    return title.split(" ", 1)[0] in text and title in " ".join(text.split())
