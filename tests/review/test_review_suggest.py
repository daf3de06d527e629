"""Rules from marks: what they hit, and what they must not."""

from pathlib import Path
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewed import Lines, reviewed, write

from groats.document import Label
from groats.review import suggest
from groats.review.rules_file import add_rules, to_toml
from groats.review.suggest import Suggestion, suggest_rules
from groats.rules import load_rules
from groats.stages.cues import compile_cues, find_cues

SENTENCE = "The wheel turned all night while the miller slept beside the sacks, and in the morning the flour was gone."
BIO, NAV, PAR, REL = Label.BIO, Label.NAVIGATION, Label.PARAGRAPH, Label.RELATED
PAGE: Lines = [
    ("Home", False, NAV),
    (SENTENCE, True, PAR),
    ("Nell Abbot writes about mills.", False, BIO),
    ("Nell Abbot writes about weirs and sluices.", False, BIO),
    ("Ada Thorne bakes.", False, BIO),
    ("12 Comments", False, Label.COMMENTS),
    ("Share", False, Label.SHARE),
    ("Share", False, Label.SHARE),
]


def one(marks: dict[int, bool], page: Lines = PAGE) -> Suggestion:
    (suggestion,) = suggest_rules([reviewed(page, marks)])
    return suggestion


def test_a_short_line_is_a_phrase_with_its_neighbours_as_misses() -> None:
    assert one({4: True}) == Suggestion(
        "keep-bio",
        keep=True,
        where="line",
        longest=40,
        phrases=("ada thorne bakes",),
        hits=("Ada Thorne bakes.",),
        misses=("Nell Abbot writes about mills.", "Nell Abbot writes about weirs and sluices.", "12 Comments", "Share"),
        sources=("a.txt",),
    )  # fmt: skip


def test_lines_that_begin_alike_are_one_phrase() -> None:
    suggestion = one({2: True, 3: True})
    assert (suggestion.where, suggestion.phrases) == ("start", ("nell abbot writes about",))
    assert suggestion.misses == (*("Home",), "Ada Thorne bakes.", "12 Comments")


def test_they_are_not_where_that_would_hit_a_line_that_was_not_marked() -> None:
    page: Lines = [*PAGE, ("Nell Abbot writes about all that turns.", False, BIO)]
    assert one({2: True, 3: True}, page).phrases == (
        "nell abbot writes about mills",
        "nell abbot writes about weirs and sluices",
    )


def test_a_long_line_is_its_first_words_as_many_as_it_takes() -> None:
    assert one({1: False}).phrases == ("the wheel turned all night while",)
    page: Lines = [*PAGE, (SENTENCE.replace("miller", "baker"), True, PAR)]
    suggestion = one({1: False}, page)
    assert suggestion.phrases == ("the wheel turned all night while the miller",)
    assert suggestion.notes == ()


def test_a_phrase_is_compiled_once_however_many_lines_it_must_miss(monkeypatch: pytest.MonkeyPatch) -> None:
    compiler = Mock(wraps=compile_cues)
    monkeypatch.setattr(suggest, "compile_cues", compiler)
    page: Lines = [*PAGE, *[(f"Nell Abbot sells {'flour ' * n}.", False, BIO) for n in range(1, 30)]]
    assert one({4: True}, page).phrases == ("ada thorne bakes",)
    assert compiler.call_count == 2  # the one phrase, and the rule


def test_numbers_stand_for_any_number() -> None:
    assert one({5: True}).phrases == ("# comments",)


def test_equal_lines_that_were_not_marked_are_named() -> None:
    suggestion = one({6: True})
    assert suggestion.notes == ("also keeps 'Share', though it is not marked so",)
    assert "Share" not in suggestion.misses


def test_a_mark_that_says_what_the_verdict_says_needs_no_rule() -> None:
    assert suggest_rules([reviewed(PAGE, {0: False, 1: True})]) == []


def test_each_label_and_side_has_a_rule_under_a_name_of_its_own() -> None:
    found = suggest_rules([reviewed(PAGE, {0: True, 1: False, 2: True})], taken=["keep-bio", "keep-bio-2"])
    assert [suggestion.name for suggestion in found] == ["keep-navigation", "drop-paragraph", "keep-bio-3"]


def test_pages_share_their_rules() -> None:
    pages = [reviewed(PAGE, {4: True}), reviewed([("Ada Thorne bakes.", False, BIO)], {0: True}, "b.txt")]
    (suggestion,) = suggest_rules(pages)
    assert (suggestion.phrases, suggestion.sources) == (("ada thorne bakes",), ("a.txt", "b.txt"))


@pytest.mark.parametrize("text", ["…", "12", "-- # --", "***", ""])
def test_a_line_without_words_has_no_rule(text: str) -> None:
    assert suggest_rules([reviewed([(text, False, NAV)], {0: True})]) == []


HOSTILE = [
    'a "quoted" \\ line',
    "tab\there \x1b[31m \u202e \x7f",
    "''' \"\"\" ]",
    "今天潮汐好",
    "* Foo ^ bar # 3 ** ^^",
    "© | 2024",
]
texts = st.sampled_from([*HOSTILE, SENTENCE, "Home", "Share this", "한국어 뉴스", "Über uns"]) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=60
)
lines = st.lists(st.tuples(texts, st.booleans(), st.sampled_from([BIO, NAV, PAR, REL])), min_size=1, max_size=8)


@given(page=lines, marks=st.dictionaries(st.integers(0, 7), st.booleans()), only_here=st.booleans())
def test_what_is_suggested_loads_and_its_proof_holds(
    tmp_path_factory: pytest.TempPathFactory, page: Lines, marks: dict[int, bool], *, only_here: bool
) -> None:
    found = suggest_rules([reviewed(page, {n: keep for n, keep in marks.items() if n < len(page)}, 'o "d]*?.txt')])
    if found:
        path = tmp_path_factory.getbasetemp() / "suggested.toml"
        path.write_text(to_toml(found, only_here=only_here), encoding="utf-8")
        rules = load_rules([path])
        for rule, suggestion in zip(rules.rules, found, strict=True):
            assert rule.keep is suggestion.keep
            assert rule.phrases is not None
            assert rule.phrases.hits == suggestion.hits
            assert rule.phrases.misses == suggestion.misses
            assert not only_here or rule.sources.match_file('x/o "d]*?.txt')
        for n, keep in marks.items():
            if n < len(page) and page[n][1] is not keep and any(page[n][0] in one.hits for one in found):
                assert find_cues(page[n][0], rules.phrases)


@pytest.mark.parametrize("before", ["", "# mine\n", '[[rule]]\nname = "a"\naction = "keep"\nphrases = ["b"]', None])
def test_rules_are_added_below_what_stands_in_the_file(tmp_path: Path, before: str | None) -> None:
    path = tmp_path / "rules.toml"
    if before is not None:
        path.write_text(before, encoding="utf-8")
    add_rules(path, to_toml(suggest_rules([reviewed(PAGE, {4: True})])), write)
    assert path.read_text(encoding="utf-8").startswith(before or "[[rule]]")
    assert load_rules([path]).rules[-1].name == "keep-bio"
