"""A line that other pages of the site have too is likelier furniture; a line of this page alone is as it was."""

from dataclasses import replace
from math import log

import pytest
from builders import block, evidence, weights
from hypothesis import given
from hypothesis import strategies as st

from groats import Options, clean
from groats.document import Decision, Profile
from groats.pipeline.verdicts import choose
from groats.stages.familiar import discount_familiar, find_familiar, fingerprint, fingerprint_page, name_familiar

MOTTO = "The Ebbing Post has been set, read and folded in the old tithe barn since 1894."
KEPT, DROPPED = Decision(keep=True), Decision(keep=False)
SCORES = st.floats(0, 1)


def profile(pages: int, **counts: int) -> Profile:
    return Profile("example.org", pages, {fingerprint(line): count for line, count in counts.items()})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("More from Ebbing", "MORE  from\tEbbing"),
        ("12 Comments", "3 Comments"),
        ("© 2024 The Ebbing Post", "© 2025 The Ebbing Post"),
        ("Straße", "STRASSE"),
        ("\ud800", "\ud800"),
    ],
)
def test_case_space_and_numbers_make_no_other_line(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(
    ("one", "other"), [("More from Ebbing", "More from Ebb"), ("1 Comment", "Comment"), ("a", "b"), ("", "0")]
)
def test_other_words_make_another_line(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)


def test_a_page_is_its_different_lines_with_their_lengths() -> None:
    blocks = [block("Home"), block("home"), block("Weather")]
    assert fingerprint_page(blocks) == {fingerprint("Home"): 4, fingerprint("Weather"): 7}


def test_of_a_page_with_too_many_lines_the_same_ones_are_taken_wherever_they_stand() -> None:
    blocks = [block("x" * size) for size in range(1, 1_500)]
    marks = fingerprint_page(blocks)
    assert len(marks) == 1_000
    assert fingerprint_page(blocks[::-1]) == marks
    assert set(marks) == set(sorted(fingerprint(one.text) for one in blocks)[:1_000])


@pytest.mark.parametrize(
    ("line", "count"), [("2011-12-29 HKT 14:59", 0), ("Tel. 0511 440 12 80", 0), ("12 Comments", 9), ("0" * 100, 9)]
)
def test_a_line_that_is_mostly_numbers_says_something_else_on_each_page(line: str, count: int) -> None:
    assert find_familiar([block(line)], profile(10, **{line: 9})) == [count]


@given(
    rows=st.lists(st.tuples(SCORES, st.integers(0, 60)), max_size=9),
    pages=st.integers(0, 60),
    last=st.booleans(),
)
def test_a_score_falls_where_the_line_stands_on_other_pages_and_nowhere_else(
    *, rows: list[tuple[float, int]], pages: int, last: bool
) -> None:
    scores, counts = [score for score, _ in rows], [count for _, count in rows]
    left = discount_familiar(scores, counts, profile(pages), last=last)
    assert discount_familiar(scores, counts, None) == scores
    for before, after, count in zip(scores, left, counts, strict=True):
        assert 0 <= after <= before
        assert after == before or count > 1
        if (0.001 if last else 0.2) < before < 0.999 and count > 1:
            assert after < before


def test_the_first_pass_leaves_alone_what_is_furniture_without_the_site() -> None:
    assert discount_familiar([0.19], [40], profile(40)) == [0.19]
    assert discount_familiar([0.19], [40], profile(40), last=True)[0] < 0.01


@pytest.mark.parametrize("last", [False, True])
def test_the_more_pages_have_a_line_the_less_is_left_of_its_score(*, last: bool) -> None:
    left = discount_familiar([0.9] * 4, [1, 2, 5, 20], profile(40), last=last)
    assert left == sorted(left, reverse=True)
    assert len(set(left)) == 4


def test_a_line_of_two_pages_loses_less_than_half_of_what_one_of_three_loses() -> None:
    left = discount_familiar([0.9] * 2, [2, 3], profile(40))
    lost = [log(0.9 / 0.1) - log(score / (1 - score)) for score in left]
    assert 0 < lost[0] < lost[1] / 2


@pytest.mark.parametrize(("pages", "count"), [(3, 3), (2, 0), (0, 0)])
def test_fewer_than_three_pages_tell_nothing(pages: int, count: int) -> None:
    assert find_familiar([block("Home")], profile(pages, Home=3)) == [count]


@pytest.mark.parametrize(
    ("line", "decision", "reasons"),
    [
        ("Home", DROPPED, ("on 41 of 52 pages of this site", "it is short")),
        ("Home", KEPT, ("it is short",)),
        ("Weather", DROPPED, ("it is short",)),
    ],
)
def test_the_reasons_of_a_dropped_line_begin_with_the_pages_that_have_it(
    line: str, decision: Decision, reasons: tuple[str, ...]
) -> None:
    assert name_familiar(block(line), decision, ("it is short",), profile(52, Home=41)) == reasons
    assert name_familiar(block(line), decision, ("it is short",), None) == ("it is short",)


STORY = "The miller of Ebbing opened the sluice before sunrise, as her mother had done for forty years."
RAW = f"Home\nWeather\n\n{STORY}\n\nHalf of the village stood on the bridge to watch the wheel turn.\n\n{MOTTO}\n"


def test_prose_that_stands_on_most_pages_goes_and_says_why() -> None:
    known = Profile("example.org", 52, {fingerprint(MOTTO): 50})
    assert MOTTO in clean(RAW).text
    article = clean(RAW, Options(profile=known, explain=True))
    assert STORY in article.text
    assert MOTTO not in article.text
    assert article.lines[-1].reasons[0] == "on 50 of 52 pages of this site"
    assert clean(RAW, Options(profile=known)).lines[-1].reasons == ()


@pytest.mark.parametrize("known", [Profile("", 0, {}), Profile("", 52, {}), Profile("", 52, {fingerprint("Jobs"): 52})])
def test_a_profile_that_names_no_line_of_the_page_changes_nothing(known: Profile) -> None:
    assert clean(RAW, Options(profile=known)) == clean(RAW)


def test_what_its_site_shares_does_not_make_a_page_one_without_an_article() -> None:
    shared, story = [f"{MOTTO} {MOTTO} Number {n}." for n in range(6)], f"The otter has come back. {MOTTO}"
    own = evidence([*((line, 0.2) for line in shared), (story, 0.17)], lead=0.5)
    profiled = replace(own, scores=[0.01] * len(shared) + [0.17])
    assert choose(profiled, weights())[-1].keep
    assert not any(decision.keep for decision in choose(replace(profiled, own_scores=profiled.scores), weights()))
