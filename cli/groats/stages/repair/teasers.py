"""Links to the rest of a story that are glued to what stands beside them."""

import re

# Links to the rest of a story. Of two words at least: "Share" would cut SharePoint in two.
_TEASERS = (
    *("Read more", "Read More", "READ MORE", "Read next", "Show more", "Learn more", "See more"),
    *("Continue reading", "Continue Reading", "Keep reading", "min read", "mins read", "minute read"),
    *("Mehr lesen", "Lire la suite", "Leer más", "Seguir leyendo", "Leia mais", "Ler mais", "Leggi tutto"),
    *("Czytaj więcej", "Читать далее", "Διαβάστε περισσότερα"),
)
TEASER = re.compile("|".join(_TEASERS))


def part_teasers(text: str) -> str:
    """`text` with a space between a "Read more" and what was glued to it when the tags went away.

    Only phrases of two words are told, and only where a sentence ends before them or a capital follows.

    >>> part_teasers("He resigned.Read moreThe minister, 3 min readShare")
    'He resigned. Read more The minister, 3 min read Share'
    >>> part_teasers("Read moreover: the iPhone, McDonald, JavaScript; READ MOREOVER")
    'Read moreover: the iPhone, McDonald, JavaScript; READ MOREOVER'
    """
    return TEASER.sub(_part_teaser, text)


def _part_teaser(teaser: re.Match[str]) -> str:
    (start, end), phrase, text = teaser.span(), teaser[0], teaser.string
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    ends_before = before.endswith((*".!?…»”",)) or (before.isalpha() and before[1:].islower())
    is_glued_before = phrase[0].isupper() and ends_before and not text.endswith(_TEASERS, 0, start)
    is_glued_after = after[:1].isupper() and (phrase[-1].islower() or after[1:].islower())
    return " " * is_glued_before + phrase + " " * is_glued_after
