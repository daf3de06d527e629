"""The notes of releases, as a changelog in Markdown has them: a version heads each, its items are often mere links."""

import re
from collections.abc import Iterator
from itertools import pairwise

from groats.document import Decision, Evidence, Form
from groats.stages.decide.settle import keep
from groats.stages.decide.signs import is_cue_alone

# "2.3.0", "[v2.3]", "Version 2.3"; but neither a date nor a time.
_PART = r"(?:0|[1-9]\d{0,2})(?!\d)"
_VERSION = re.compile(
    rf"\[?(?:{_PART}\.{_PART}\.{_PART}|(?:v|version )\d{{1,4}}\.{_PART}|(?<=\[)\d{{1,4}}\.{_PART}\])", re.IGNORECASE
)
_FEWEST = 2  # versions


def keep_releases(evidence: Evidence, decisions: list[Decision]) -> list[Decision]:
    """The headings of versions stay, and so do the headings and items directly below, up to a phrase of furniture.

    For Markdown only, where headings are known; of HTML these stay by what stands below them.
    """
    blocks = evidence.page.blocks
    if evidence.page.kind == "html":
        return decisions
    headings = [n for n, block in enumerate(blocks) if block.form is Form.HEADING and block.level]
    versions = [n for n in headings if _VERSION.match(blocks[n].text)]
    if len(versions) < _FEWEST:
        return decisions
    spans = pairwise([*versions, len(blocks)])
    places = [n for start, end in spans for n in (start, *_find_items(evidence, start + 1, end))]
    return keep(decisions, places, "it is of the notes of a release")


def _find_items(evidence: Evidence, start: int, end: int) -> Iterator[int]:
    for n in range(start, end):
        if evidence.page.blocks[n].form not in {Form.HEADING, Form.LIST} or is_cue_alone(evidence, n):
            return
        yield n
