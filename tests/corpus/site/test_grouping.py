"""Which site a page is of: by its address, by the address that it declares, or by its directory."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.corpus.site import Grouping, find_site

CANONICAL = (("title", "Oats"), ("canonical", "https://www.Example.org/oats"))
SHARED = (("meta:og:url", "http://example.net:8080/oats"),)


@pytest.mark.parametrize(
    ("url", "declared", "grouping", "site"),
    [
        ("https://news.example.com/a", CANONICAL, "auto", "news.example.com"),
        ("HTTPS://WWW.Example.COM./a", (), "host", "example.com"),
        (None, CANONICAL, "auto", "example.org"),
        (None, (*SHARED, *CANONICAL), "host", "example.org"),
        (None, SHARED, "auto", "example.net"),
        (None, (), "auto", "pages/news/"),
        (None, (("canonical", "/oats"),), "auto", "pages/news/"),
        (None, (("canonical", "http://[x"),), "auto", "pages/news/"),
        (None, (), "host", None),
        ("https://example.com/a", CANONICAL, "directory", "pages/news/"),
        ("https://example.com/a", CANONICAL, "none", None),
    ],
)
def test_the_site_of_a_page(
    url: str | None, declared: tuple[tuple[str, str], ...], grouping: Grouping, site: str | None
) -> None:
    assert find_site("pages/news/a.html", url, declared, grouping) == site


@pytest.mark.parametrize(
    ("name", "site"), [("a.txt", "./"), ("dump.tar/a/b.txt", "dump.tar/a/"), ("x.jsonl/17", "x.jsonl/")]
)
def test_what_lies_in_a_container_has_it_for_its_directory(name: str, site: str) -> None:
    assert find_site(name, None, (), "directory") == site


@given(st.text(), st.text(), st.sampled_from(["canonical", "meta:og:url"]))
def test_whatever_a_page_declares_it_is_of_some_site(url: str, declared: str, key: str) -> None:
    assert find_site("a/b.txt", url, [(key, declared)], "auto")
