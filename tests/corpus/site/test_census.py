"""Lines are counted by pages of a site: in any order, each page once, within bounds."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from groats.corpus.site import Census, pack_lines
from groats.document import Profile

Lines = dict[int, int]
FURNITURE = {1: 10, 2: 20}

PAGES = st.lists(
    st.tuples(st.sampled_from("ab"), st.dictionaries(st.integers(0, 12), st.just(10), max_size=8)), max_size=20
)


def page(story: int, *, length: int = 500) -> Lines:
    """A page with the furniture of its site and a story of its own."""
    return {**FURNITURE, story: length}


def count(*pages: Lines) -> Profile:
    census = Census()
    for lines in pages:
        census.add("a", pack_lines(lines))
    (profile,) = census.profiles()
    return profile


def test_a_line_counts_once_a_page_and_what_stands_on_one_page_is_left_out() -> None:
    assert count(page(7), page(8), page(9)) == Profile("a", 3, {1: 3, 2: 3})


def test_a_page_that_comes_again_is_one_page() -> None:
    assert count(page(7), page(7), page(7)) == Profile("a", 1, {})


def test_near_copies_are_one_page_and_pages_with_much_furniture_are_not() -> None:
    story = dict.fromkeys(range(20, 40), 100)
    corrected = {**story, 50: 100}
    assert count({**FURNITURE, **story}, {**FURNITURE, **corrected}) == Profile("a", 1, {})
    assert count(page(7, length=15), page(8, length=15)) == Profile("a", 2, {1: 2, 2: 2})


def test_a_line_that_only_one_of_some_copies_has_counts_with_the_other_pages() -> None:
    story = dict.fromkeys(range(20, 40), 100)
    assert count(story, {**story, 5: 10}, {5: 10, 6: 500}).lines == {5: 2}


def test_a_page_without_lines_tells_nothing() -> None:
    census = Census()
    census.add("a", pack_lines({}))
    assert list(census.profiles()) == []


def test_each_site_is_counted_by_itself_and_they_come_by_name() -> None:
    census = Census()
    for site in ("b", "a"):
        for story in (7, 8):
            census.add(site, pack_lines(page(story)))
    assert [(profile.site, profile.pages) for profile in census.profiles()] == [("a", 2), ("b", 2)]


@given(PAGES, st.randoms(use_true_random=False), st.integers(1, 5), st.integers(1, 8))
def test_the_order_of_the_pages_does_not_matter_within_bounds_or_beyond(
    pages: list[tuple[str, Lines]], random: Random, of_a_site: int, in_all: int
) -> None:
    shuffled = [*pages]
    random.shuffle(shuffled)
    found = []
    for order in (pages, shuffled, pages[::-1]):
        census = Census(of_a_site, in_all)
        for site, lines in order:
            census.add(site, pack_lines(lines))
        found.append(list(census.profiles()))
    assert found[0] == found[1] == found[2]
    assert sum(profile.pages for profile in found[0]) <= in_all
    assert all(profile.pages <= of_a_site for profile in found[0])


@given(PAGES)
def test_nothing_is_counted_that_does_not_stand_on_so_many_pages(pages: list[tuple[str, Lines]]) -> None:
    census = Census()
    for site, lines in pages:
        census.add(site, pack_lines(lines))
    for profile in census.profiles():
        own = [lines for site, lines in pages if site == profile.site]
        for mark, times in profile.lines.items():
            assert 2 <= times <= min(profile.pages, sum(mark in lines for lines in own))


def test_a_bound_on_all_pages_leaves_as_many_as_it_allows() -> None:
    census = Census(pages=10)
    for number in range(100):
        census.add(f"site {number % 3}", pack_lines(page(1_000 + number)))
    assert sum(profile.pages for profile in census.profiles()) == 10


def test_of_a_large_site_as_many_pages_are_counted_as_the_bound_allows() -> None:
    sizes = []
    for most in range(2, 9):
        census = Census(most)
        for story in range(1_000, 1_020):
            census.add("a", pack_lines(page(story)))
        (profile,) = census.profiles()
        sizes.append(profile.pages)
    assert sizes == list(range(2, 9))
