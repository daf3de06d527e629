"""Which rule speaks for which line."""

import pickle
from collections.abc import Sequence
from pathlib import Path

import pytest
from builders import block, evidence

from groats import Options, clean
from groats.document import Block, CueHit, Evidence, Form, Label
from groats.rules import Rules, find_rulings, load_rules


def read(tmp_path: Path, *rows: str) -> Rules:
    path = tmp_path / "rules.toml"
    path.write_text(
        "".join(f'[[rule]]\nname = "r{number}"\n{row}\n' for number, row in enumerate(rows, start=1)), encoding="utf-8"
    )
    return load_rules([path])


def heading(text: str, level: int = 0) -> Block:
    return block(text, form=Form.HEADING)._replace(level=level)


def page(*blocks: str | Block, cues: dict[int, CueHit] | None = None) -> Evidence:
    return evidence([(one, 0.5) for one in blocks], cues)


def kept(
    found: Evidence, rules: Rules, labels: Sequence[Label] | None = None, source: str | None = None
) -> list[bool | None]:
    """For each block whether the rules keep it, drop it, or say nothing."""
    labels = labels or [Label.OTHER] * len(found.page.blocks)
    return [ruling.keep if ruling else None for ruling in find_rulings(found, labels, rules, source)]


KEEP, DROP = 'action = "keep"\n', 'action = "drop"\n'


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (KEEP + 'phrases = ["oats by post"]', [True, None, None]),
        (DROP + 'where = "within"\nphrases = ["oats"]', [False, False, None]),
        (KEEP + 'labels = ["bio", "legal"]', [None, True, True]),
        (KEEP + 'labels = ["bio"]\nphrases = ["oats by post"]', [None, None, None]),
        (DROP + 'labels = ["bio"]\nwhere = "within"\nphrases = ["oats"]', [None, False, None]),
        ('label = "paragraph"\nphrases = ["oats by post"]', [True, None, None]),
        ('label = "share"\nphrases = ["oats by post"]', [False, None, None]),
        (KEEP + 'label = "share"\nphrases = ["oats by post"]', [True, None, None]),
    ],
)
def test_a_rule_fits_lines_by_phrase_and_by_label(tmp_path: Path, row: str, expected: list[bool | None]) -> None:
    found = page("Oats by post!", "She sells oats", "© Mill")
    assert kept(found, read(tmp_path, row), [Label.OTHER, Label.BIO, Label.LEGAL]) == expected


def test_the_first_rule_that_fits_wins_and_is_named_with_its_file(tmp_path: Path) -> None:
    rules = read(tmp_path, KEEP + 'phrases = ["oats"]', 'label = "legal"\nwhere = "within"\nphrases = ["oats"]')
    first, second = find_rulings(page("Oats", "More oats"), [Label.OTHER] * 2, rules)
    assert first is not None
    assert second is not None
    assert first.reason == f'your rule "r1" in {tmp_path / "rules.toml"}'
    assert (first.label, second.keep, second.label) == (None, False, Label.LEGAL)


SECTION = KEEP + 'sections = ["for bakers", "notes *"]'


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (["a.", heading("For bakers:"), "b.", "c.", heading("Next"), "d."], [None, True, True, True, None, None]),
        (["For bakers", "b.", heading("Next"), "d."], [True, True, None, None]),  # no heading, but it says so
        ([heading("For bakers"), "b.", "Nell Abbot", "c.", heading("Next")], [True] * 4 + [None]),
        (["For bakers", "Nell Abbot", "b.", "Next", "d."], [True, True, True, None, None]),
        ([heading("For bakers"), heading("Next"), "b."], [True, None, None]),
        ([heading("For bakers"), "b.", heading("For bakers"), "c."], [True] * 4),
        ([heading("For bakers", 2), "b.", heading("Deeper", 3), "c.", heading("Next", 2)], [True] * 4 + [None]),
        ([heading("For bakers", 3), "b.", heading("Higher", 2), "c."], [True, True, None, None]),
        ([heading("For bakers, by bakers"), "b."], [None, None]),
        ([heading("Notes today"), "b."], [True, True]),
    ],
)
def test_a_section_goes_from_its_heading_to_the_next(
    tmp_path: Path, blocks: list[str | Block], expected: list[bool | None]
) -> None:
    assert kept(page(*blocks), read(tmp_path, SECTION)) == expected


@pytest.mark.parametrize(("announced", "goes_on"), [(Label.RELATED, None), (Label.COMMENTS, True)])
def test_a_section_ends_where_something_else_is_announced(
    tmp_path: Path, announced: Label, *, goes_on: bool | None
) -> None:
    cues = {0: Label.COMMENTS, 2: announced}
    hits = {n: CueHit("x", label, whole=True, opens=True) for n, label in cues.items()}
    found = page("For bakers", "b.", "Said below.", "c.", cues=hits)
    assert kept(found, read(tmp_path, SECTION)) == [True, True, goes_on, goes_on]


def test_a_section_ends_where_that_of_another_rule_begins(tmp_path: Path) -> None:
    rules = read(tmp_path, SECTION, DROP + 'sections = ["for millers"]')
    assert kept(page("For bakers", "b.", "For millers", "c."), rules) == [True, True, False, False]


def test_a_phrase_may_be_asked_for_in_a_section_only(tmp_path: Path) -> None:
    rules = read(tmp_path, SECTION + '\nphrases = ["flour"]')
    assert kept(page("Flour", heading("For bakers"), "Flour", "Oats"), rules) == [None, None, True, None]


@pytest.mark.parametrize(
    ("patterns", "source", "fits"),
    [
        (["blog/*.html"], "blog/a.html", True),
        (["blog/*.html"], "site/blog/a.html", True),
        (["blog/*.html"], "/home/nell/blog/a.html", True),
        (["blog/*.html"], "blog/old/a.html", False),
        (["/blog/*.html"], "site/blog/a.html", False),
        (["blog"], "site/blog/old/a.html", True),
        (["*.html", "!old/**"], "old/a.html", False),
        (["*.html", "!old/**"], "new/a.html", True),
        (["*.html"], "a.txt", False),
        (["*.html"], None, False),
        (["*.html"], "x/" * 5000 + "a.html", True),
    ],
)
def test_a_rule_may_be_for_some_pages_only(
    tmp_path: Path, patterns: list[str], source: str | None, *, fits: bool
) -> None:
    rules = read(tmp_path, f'{KEEP}phrases = ["oats"]\nsources = {patterns}')
    assert kept(page("Oats"), rules, source=source) == [fits or None]


def test_rules_go_to_other_processes(tmp_path: Path) -> None:
    rules = pickle.loads(pickle.dumps(read(tmp_path, f'{KEEP}phrases = ["oats"]\nsources = ["*.html"]')))  # noqa: S301 - ours
    assert kept(page("Oats"), rules, source="a.html") == [True]


def test_cleaning_gives_the_rule_as_the_first_reason(tmp_path: Path) -> None:
    rules = read(
        tmp_path, KEEP + 'phrases = ["share this article"]', 'label = "bio"\nwhere = "start"\nphrases = ["nell sells"]'
    )
    raw = """Home

Share this article

The wheel turns every Sunday morning while half the village stands on the bridge and counts the sacks.

Nell sells the flour at the gate, and whoever brings a sack of his own pays a third less than the others do.
"""
    article = clean(raw, Options(rules=rules, explain=True))
    _, share, _, bio = article.verdicts
    assert (share.keep, share.label, bio.keep, bio.label) == (True, Label.SHARE, False, Label.BIO)
    assert share.reasons[0] == f'your rule "r1" in {tmp_path / "rules.toml"}'
    assert article.text.splitlines()[0] == "Share this article"
