"""The title is written once: the kept line that is the page's title is labelled so, and no other."""

from groats.document import Label, Verdict

_LONGEST_TITLE = 600  # characters


def name_title(verdicts: tuple[Verdict, ...], title: str | None) -> tuple[Verdict, ...]:
    """The verdicts with the one kept line that is the title so labelled, and no other: the text leaves the title out.

    A line that the decision took for the title is a heading of the article where the title is another.
    """
    kept = [n for n, verdict in enumerate(verdicts) if verdict.keep and len(verdict.block.text) < _LONGEST_TITLE]
    labelled = [n for n in kept if verdicts[n].label is Label.TITLE]
    same = [n for n in [*labelled, *kept] if title and title in " ".join(verdicts[n].block.text.split())][:1]
    if same == labelled:
        return verdicts
    named = list(verdicts)
    for n in labelled:
        named[n] = named[n]._replace(label=Label.HEADING)
    for n in same:
        if n in labelled or " ".join(named[n].block.text.split()) == title:
            named[n] = named[n]._replace(label=Label.TITLE)
    return tuple(named)
