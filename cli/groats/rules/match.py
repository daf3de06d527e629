"""Which of the user's rules speaks for each block of a page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from groats.document import Evidence, Form, Label, Ruling
from groats.rules.rule import Rule, Rules
from groats.stages.cues import CueIndex, find_all_cues

_LONGEST_NAME = 1_000  # characters of a page's name, from its end: so that no pattern takes long


def find_rulings(
    evidence: Evidence, labels: Sequence[Label], rules: Rules, source: str | None = None
) -> list[Ruling | None]:
    """For each block what the first rule says that fits it, None where none does.

    `labels` are those of the blocks, `source` the name of the page: a rule that is for some pages only is for none
    without a name.
    """
    texts = [block.text for block in evidence.page.blocks]
    candidates = [(n, rule) for n, rule in enumerate(rules.rules) if _is_for(rule, source)]
    said = _find_numbers(texts, rules.phrases)
    below = _find_sections(evidence, _find_numbers(texts, rules.sections))
    rulings: list[Ruling | None] = []
    for label, phrases, sections in zip(labels, said, below, strict=True):
        fits = (
            rule
            for n, rule in candidates
            if (rule.phrases is None or n in phrases)
            and (rule.sections is None or n in sections)
            and (not rule.labels or label in rule.labels)
        )
        first = next(fits, None)
        rulings.append(Ruling(first.keep, f'your rule "{first.name}" in {first.file}', first.label) if first else None)
    return rulings


def _is_for(rule: Rule, source: str | None) -> bool:
    if rule.sources is None:
        return True
    return source is not None and bool(rule.sources.match_file(source[-_LONGEST_NAME:]))


def _find_numbers(texts: Sequence[str], index: CueIndex) -> list[frozenset[int]]:
    """For each text the numbers of the rules whose phrases it holds."""
    if not index.cues:
        return [frozenset()] * len(texts)
    return [frozenset(int(hit.name) for hit in hits) for hits in find_all_cues(texts, index)]


class _Section(NamedTuple):
    """A section that goes on: the level of its heading (0 unknown), whether that is marked as one, and what it says."""

    level: int
    is_marked: bool
    announced: frozenset[Label]


def _find_sections(evidence: Evidence, opened: Sequence[frozenset[int]]) -> Iterator[frozenset[int]]:
    """For each block the numbers of the rules in whose section it stands, from the heading to the next.

    A heading whose level is known to be deeper goes on with the section. Where its own heading is marked as one, what
    merely looks like a heading does too; elsewhere only right below it: a name, a date. A line that announces something
    else ("Related stories") ends it, for in plain text not every heading looks like one.
    """
    around: dict[int, _Section] = {}
    for n, block in enumerate(evidence.page.blocks):
        is_marked = block.form is Form.HEADING
        announced = frozenset(hit.label for hit in evidence.cues[n] if hit.whole and hit.opens)
        here = _Section(block.level if is_marked else 0, is_marked, announced)
        looks = evidence.headings[n] and not (n and opened[n - 1])
        around = {rule: section for rule, section in around.items() if _goes_on(section, here, looks=looks)}
        if opened[n]:
            around = {rule: section for rule, section in around.items() if is_marked}
            around |= dict.fromkeys(opened[n], here)
        yield frozenset(around)


def _goes_on(section: _Section, here: _Section, *, looks: bool) -> bool:
    if here.is_marked:
        return 0 < section.level < here.level
    if here.announced:
        return bool(here.announced & section.announced)
    return section.is_marked or not looks
