"""Files of rules: what they may say, and how they are refused."""

from pathlib import Path

import pytest

from groats.document import Label
from groats.errors import UsageError
from groats.rules import Rules, load_rules

HEAD = '[[rule]]\nname = "own"\n'
KEEP = HEAD + 'action = "keep"\n'


def read(tmp_path: Path, text: str) -> Rules:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return load_rules([str(path)])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "has to hold one or more tables [[rule]] and nothing else."),
        ("[[rules]]\n", "has to hold one or more tables [[rule]] and nothing else."),
        ("rule = []\n", "has to hold one or more tables [[rule]] and nothing else."),
        (KEEP, "rule 1 (own) fits every line: give it phrases, labels or sections."),
        (KEEP + 'sources = ["*.html"]', "fits every line"),
        (HEAD + 'phrases = ["x"]', 'action has to be "keep" or "drop"'),
        (HEAD + 'action = []\nphrases = ["x"]', 'action has to be "keep" or "drop"'),
        (HEAD + 'action = true\nphrases = ["x"]', 'action has to be "keep" or "drop"'),
        (HEAD + 'action = "remove"\nlabels = ["bio"]', 'action has to be "keep" or "drop"'),
        (KEEP + 'label = "ferry"\nphrases = ["x"]', "label has to be one of title"),
        (KEEP + "phrases = []", "has no phrases; give it at least one."),
        (KEEP + "labels = []", "has no labels; give it at least one"),
        (KEEP + 'labels = "bio"', "labels has to be a list of texts"),
        (KEEP + 'labels = ["bios"]', "there is no label 'bios'; the labels are title"),
        (KEEP + "sections = []", "has no phrases"),
        (KEEP + 'sections = ["**"]', "the phrase '**' needs at least one word"),
        (
            KEEP + 'section = ["x"]\nphrases = ["x"]',
            "the key 'section', which does not exist: did you mean 'sections'?",
        ),
        (KEEP + 'zzz = 1\nphrases = ["x"]', "the key 'zzz', which does not exist: the keys are name, label"),
        (KEEP + 'phrases = ["a ** b ** c"]', "the phrase 'a ** b ** c' may hold ** or ^^ once"),
        (KEEP + 'phrases = ["a"]\nhits = ["b"]', "rule 1 (own) does not hit the line 'b'"),
        (KEEP + 'phrases = ["a"]\nmisses = ["A!"]', "rule 1 (own) hits the line 'A!'"),
        (KEEP + 'sections = ["a"]\nhits = ["b"]', "rule 1 (own) does not hit the line 'b'"),
        (KEEP + 'labels = ["bio"]\nhits = ["b"]', "has hits, but no phrases or sections"),
        (KEEP + 'labels = ["bio"]\nmisses = ["b"]', "has misses, but no phrases or sections"),
        (KEEP + 'labels = ["bio"]\nsources = []', "has no sources; give it at least one"),
        (KEEP + 'labels = ["bio"]\nsources = ["!"]', "the source '!' is no pattern of names"),
        (KEEP + 'labels = ["bio"]\nsources = ["a["]', "the source 'a[' is no pattern of names"),
        (KEEP + 'labels = ["bio"]\nsources = ["*a*a*a*b"]', "the source '*a*a*a*b' has more than 3 wildcards"),
        (KEEP + 'phrases = ["a"]\n' + KEEP + 'phrases = ["b"]', "two rules are named 'own'"),
    ],
)
def test_rules_that_cannot_be_used_are_told_with_file_and_row(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith(str(tmp_path / "own.toml"))
    assert words in str(caught.value)


def test_a_built_in_cue_is_a_rule_as_it_stands(tmp_path: Path) -> None:
    text = '[[cue]]\nname = "own"\nlabel = "share"\nlanguage = "en"\nopens = true\nphrases = ["a"]\nhits = ["A"]\n'
    (rule,) = read(tmp_path, text).rules
    assert (rule.keep, rule.label) == (False, Label.SHARE)


def test_the_proof_of_a_rule_for_a_phrase_in_a_section_is_the_phrases(tmp_path: Path) -> None:
    assert read(tmp_path, KEEP + 'sections = ["a"]\nphrases = ["b"]\nhits = ["b"]\nmisses = ["a"]').rules


def test_two_files_may_name_their_rules_alike_and_the_first_comes_first(tmp_path: Path) -> None:
    paths = [tmp_path / "one.toml", tmp_path / "two.toml"]
    for path in paths:
        path.write_text(KEEP + 'phrases = ["a"]\nhits = ["a"]\n', encoding="utf-8")
    assert [(rule.name, rule.file) for rule in load_rules(paths).rules] == [("own", path) for path in paths]
