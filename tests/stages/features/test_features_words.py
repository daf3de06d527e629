"""What words say: each by itself, by how rare it is on the page, and again in the lines around."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from zlib import crc32

import pytest
from builders import numbers, shapes_of
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Vocabulary
from groats.stages.features import (
    BUCKETS,
    COHESION_FEATURES,
    EDGE,
    KIND_FEATURES,
    KINDS,
    NAME_BUCKETS,
    WORD_FEATURES,
    Columns,
    article_lead,
    cohesion_columns,
    find_wordings,
    hash_pairs,
    hash_words,
    kind_columns,
    word_columns,
)
from groats.stages.features.wordings import share_words

ARTICLE = "The lighthouse keeper lit the lamp"


def place(word: str) -> int:
    return crc32(word.encode()) % BUCKETS


def says(words: dict[str, int], pairs: dict[tuple[str, str], int] | None = None) -> Vocabulary:
    """A vocabulary in which a few words and pairs say something."""
    table, both = bytearray([127]) * BUCKETS, bytearray([127]) * BUCKETS
    for word, value in words.items():
        table[place(word)] = value
    for (first, second), value in (pairs or {}).items():
        both[hash_pairs([place(first), place(second)])[0]] = value
    return Vocabulary(
        words=bytes(table),
        pairs=bytes(both),
        names=bytes([127]) * NAME_BUCKETS,
        kinds={kind: bytes([127]) * BUCKETS for kind in KINDS},
    )


def columns_of(vocabulary: Vocabulary, *texts: str) -> dict[str, list[int]]:
    shapes = shapes_of(*texts)
    columns = word_columns(hash_words(shapes), [shape.size for shape in shapes], vocabulary)
    assert sorted(columns) == sorted(WORD_FEATURES)
    return numbers(columns)


def cohesion(*texts: str) -> Columns:
    columns = cohesion_columns(find_wordings(shapes_of(*texts)))
    assert sorted(columns) == sorted(COHESION_FEATURES)
    return columns


def test_a_word_has_the_same_place_on_every_page_and_only_the_first_24_have_one() -> None:
    assert hash_words(shapes_of("Lamp and lamp")) == [EDGE, place("lamp"), place("and"), place("lamp"), EDGE]
    assert hash_words(shapes_of("the wick", "a lamp"))[-2] == place("lamp")
    assert hash_words(shapes_of("lamp " * 99)) == [EDGE, *[place("lamp")] * 24, EDGE]
    assert hash_words(shapes_of("***", "***")) == [EDGE, EDGE, EDGE]


def test_pairs_have_an_order_and_count_the_ends_of_the_block() -> None:
    assert hash_pairs([EDGE, 5, EDGE]) == ((1 * 31 + 5) % BUCKETS, (5 * 31 + 1) % BUCKETS)
    assert hash_pairs([5, 6]) != hash_pairs([6, 5])
    assert hash_pairs([EDGE]) == ()


@given(st.lists(st.sampled_from([0, 1, 5, BUCKETS - 1, EDGE]) | st.integers(0, BUCKETS - 1), min_size=1))
def test_pairs_are_hashed_side_by_side_as_one_by_one(places: list[int]) -> None:
    assert hash_pairs(places) == tuple((31 * first + second) % BUCKETS for first, second in pairwise(places))


def test_what_the_words_of_a_block_say_is_their_mean_their_least_and_their_most() -> None:
    columns = columns_of(says({"subscribe": 27, "keeper": 227}), "Subscribe today", "The keeper", "***")
    assert columns["word_mean"] == [77, 177, 127]
    assert columns["word_least"] == [27, 127, 127]
    assert columns["word_most"] == [127, 227, 127]


def test_pairs_say_more_than_their_words() -> None:
    columns = columns_of(says({}, {("read", "more"): 7}), "read more", "more read")
    assert columns["pair_mean"] == [(127 + 7 + 127) // 3, 127]
    assert columns["pair_most"] == [127, 127]
    assert columns["word_mean"] == [127, 127]


def test_the_words_near_a_block_are_weighed_by_its_length() -> None:
    vocabulary = says({}, {("read", "more"): 7})
    columns = columns_of(vocabulary, "read more", "***", "oil wick glass lamp", *["***"] * 4)
    lone, plain = (127 + 7 + 127) // 3, 127
    assert columns["words_near_3"][0] == (2 * lone + 4 * plain) // 6
    assert columns["words_near_3"][5] == plain
    assert columns["words_near_3"][6] == 127
    assert columns["page_words"] == [(2 * lone + 4 * plain) // 6] * 7


@given(st.lists(st.lists(st.sampled_from(["lamp", "keeper", "oil", "wick"]), max_size=4), min_size=1, max_size=9))
def test_what_is_found_for_all_blocks_at_once_is_what_each_says(rows: list[list[str]]) -> None:
    vocabulary = says({"lamp": 27, "oil": 254, "wick": 0}, {("oil", "lamp"): 9, ("lamp", "wick"): 201})
    columns = columns_of(vocabulary, *[" ".join(words) or "***" for words in rows])
    for n, words in enumerate(rows):
        said = [vocabulary.words[place(word)] for word in words] or [127]
        places = [EDGE, *map(place, words), EDGE]
        pairs = [vocabulary.pairs[(31 * one + two) % BUCKETS] for one, two in pairwise(places)] if words else [127]
        assert [columns[name][n] for name in WORD_FEATURES[:5]] == [
            sum(said) // len(said),
            min(said),
            max(said),
            sum(pairs) // len(pairs),
            max(pairs),
        ]


def test_a_page_without_words_says_nothing() -> None:
    columns = columns_of(says({}), "***", "---")
    assert all(list(values) == [127, 127] for values in columns.values())


def kinds_of(spoken: dict[str, dict[str, int]], *texts: str) -> Columns:
    """The columns of kinds where a few words speak for a few of them."""
    tables = {kind: says(spoken.get(kind, {})).words for kind in KINDS}
    columns = kind_columns(hash_words(shapes_of(*texts)), replace(says({}), kinds=tables))
    assert sorted(columns) == sorted(KIND_FEATURES)
    return columns


def test_the_words_of_a_page_speak_for_its_kind() -> None:
    columns = kinds_of({"forum": {"replied": 227}, "product": {"basket": 27}}, "Tom replied", "No basket", "replied")
    forum, product, article = (columns[f"kind_{kind}"] for kind in ("forum", "product", "article"))
    assert forum[0] > article[0] == 127 > product[0]
    assert all(len(set(values)) == 1 and len(values) == 3 for values in columns.values())


def test_a_word_counts_once_for_the_kind_of_a_page() -> None:
    spoken = {"forum": {"replied": 227}}
    assert kinds_of(spoken, "Tom replied", "replied") == kinds_of(spoken, "Tom replied", "Tom replied")


def test_a_page_without_words_is_of_no_kind() -> None:
    assert {value for values in kinds_of({}, "***", "---").values() for value in values} == {127}


@pytest.mark.parametrize(
    ("article", "forum", "lead"),
    [(127, 127, 0.0), (177, 127, 0.5), (127, 177, -0.5), (254, 0, 1.0), (0, 254, -1.0)],
)
def test_a_page_leads_towards_an_article_as_far_as_its_words_do(article: int, forum: int, lead: float) -> None:
    others: Columns = {name: [127] for name in KIND_FEATURES}
    assert article_lead(others | {"kind_article": [article], "kind_forum": [forum]}) == lead


def test_an_empty_page_leads_nowhere() -> None:
    assert article_lead({}) == 0.0


def test_short_words_are_left_out_unless_their_script_has_short_ones() -> None:
    assert find_wordings(shapes_of("the lamp of 灯")).words == [frozenset({"lamp", "灯"})]


def test_a_word_that_fewer_blocks_have_says_more() -> None:
    wordings = find_wordings(shapes_of("lamp keeper", "lamp", "lamp", "***"))
    assert wordings.rarity["keeper"] > wordings.rarity["lamp"] > 0
    assert wordings.said == [sum(wordings.rarity.values()), wordings.rarity["lamp"], wordings.rarity["lamp"], 0]


def test_the_share_of_words_is_weighed_by_what_they_say() -> None:
    wordings = find_wordings(shapes_of("lamp keeper", "lamp", "***"))
    assert share_words(wordings, {"lamp", "keeper"}) == [100, 100, 0]
    assert share_words(wordings, {"tower"}) == [0, 0, 0]
    (lamp, _, _), (keeper, _, _) = share_words(wordings, {"lamp"}), share_words(wordings, {"keeper"})
    assert 0 < lamp < 50 < keeper < 100
    assert share_words(wordings, {"keeper"}, slice(1)) == [keeper]
    assert share_words(wordings, {"lamp"}, slice(1, None)) == [100, 0]


@pytest.mark.parametrize(
    ("texts", "name", "values"),
    [
        pytest.param(["keeper", "keeper"], "shared_above", [0, 100], id="said above"),
        pytest.param(["keeper", "keeper"], "shared_below", [100, 0], id="said below"),
        pytest.param(["keeper", "keeper"], "shared_near", [50, 50], id="of above and below, one half"),
        pytest.param(["keeper"] * 3, "shared_near", [50, 100, 50], id="both"),
        pytest.param(["keeper", "tower"], "shared_near", [0, 0], id="of other things"),
        pytest.param(["keeper", *["***"] * 3, "keeper"], "shared_above", [0] * 5, id="out of sight"),
        pytest.param(["keeper", *["***"] * 3, "keeper"], "shared_near", [50, 0, 0, 0, 50], id="but near"),
        pytest.param(["keeper", *["***"] * 15, "keeper"], "shared_near", [0] * 17, id="not even near"),
        pytest.param(["keeper", *["***"] * 15, "keeper"], "said_before", [0] * 16 + [100], id="said once before"),
    ],
)
def test_cohesion_is_what_is_said_again_near_a_block(texts: list[str], name: str, values: list[int]) -> None:
    assert cohesion(*texts)[name] == values


def test_paragraphs_of_one_story_hang_together_and_teasers_do_not() -> None:
    story = ["The keeper lit the lamp", "His lamp burned oil", "The keeper bought oil"]
    teasers = ["Ferry stops sailing", "Mayor opens bakery", "Storm takes roof"]
    shared = cohesion(*story, *teasers)["shared_near"]
    assert min(shared[:3]) > max(shared[3:]) == 0


@given(
    st.lists(st.lists(st.sampled_from(["lamp", "keeper", "tower", "灯", "oil"]), max_size=6), min_size=1, max_size=12)
)
def test_shares_are_hundredths_and_do_not_hang_on_the_order_of_the_words(rows: list[list[str]]) -> None:
    def seen(lines: Sequence[Sequence[str]]) -> Columns:
        return cohesion(*(" ".join(words) for words in lines))

    columns = seen(rows)
    assert all(0 <= value <= 100 for values in columns.values() for value in values)
    assert columns == seen([words[::-1] for words in rows])
