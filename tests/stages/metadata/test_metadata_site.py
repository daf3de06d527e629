"""Whose page it is, and titles without the site's name."""

import pytest
from metadata_pages import BODY, article, metadata_of

from groats.stages.metadata.site import cut_site, host_keys


@pytest.mark.parametrize(
    ("title", "sites", "heading", "lines", "cut"),
    [
        ("Harbour closed | Rowan Post", ["Rowan Post"], None, [], "Harbour closed"),
        ("Harbour closed - The Rowan Post", ["Rowan Post"], None, [], "Harbour closed"),
        ("Rowan Post: x | Harbour closed", ["x"], None, [], "Rowan Post: x | Harbour closed"),
        ("Rowan Post | Harbour closed", ["Rowan Post"], None, [], "Harbour closed"),
        ("Harbour closed | Coast | Rowan Post", ["Rowan Post"], "Harbour closed", [], "Harbour closed"),
        ("Harbour closed – rowanpost.example", ["rowanpost"], None, [], "Harbour closed"),
        ("Harbour closed – Rowan Post", [], None, ["ROWAN POST"], "Harbour closed"),
        ("Harbour closed – Rowan Post", [], "Harbour closed", [], "Harbour closed"),
        ("Rowan Post – Harbour closed", [], "Harbour closed", [], "Harbour closed"),
        ("Harbour closed – what now", ["Rowan Post"], None, ["Rowan Post"], "Harbour closed – what now"),
        ("Harbour-side walk", ["side walk"], None, ["side walk"], "Harbour-side walk"),
        ("Harbour closed", ["Harbour closed"], None, ["Harbour closed"], "Harbour closed"),
        ("Harbour | A | A | A | A", ["A"], None, [], "Harbour | A"),
        (" | Rowan Post", ["Rowan Post"], None, [], " | Rowan Post"),
        ("Harbour closed – live", [], None, ["Live"], "Harbour closed – live"),
        ("Harbour closed – rowan", [], None, ["rowan"], "Harbour closed"),
    ],
)
def test_a_title_loses_the_name_of_its_site_and_nothing_else(
    title: str, sites: list[str], heading: str | None, lines: list[str], cut: str
) -> None:
    assert cut_site(title, sites, heading, lines) == cut


HARBOUR = "Harbour stays closed"


@pytest.mark.parametrize(
    ("above", "below", "site"),
    [
        (["Skip to content", "Rowan"], ["© 2025 Rowan Magazine Pty Ltd"], "Rowan"),
        (["The Rowan Post"], ["© 2025 Rowan Post, a Harrow newspaper"], "The Rowan Post"),
        (["The Rowan"], ["© 2025 Rowan Media Limited and its companies"], "The Rowan"),
        (["La Serba Sur"], ["© Editorial Serba Sur, S. L. 2025"], "La Serba Sur"),
        (["ろわん手帖"], ["© 2025 ろわん手帖編集部"], "ろわん手帖"),
        (["Sports", "Rowan"], ["© 2025 Sports Weekly"], "Sports Weekly"),
        (["The", "Rowan"], ["© 2025 Harrow"], "Harrow"),
        ([f"{HARBOUR} | Rowan Post", "Home"], [], "Rowan Post"),
        ([f"{HARBOUR} | The Rowan Forum", "The Rowan"], [], "The Rowan"),
        (["Home", f"{HARBOUR} | Coast"], [], None),
        (["Home", "Rowan Post", f"{HARBOUR} - Coast - Rowan Post"], [], "Rowan Post"),
        (["Rowan Boats", f"Rowan Boats • View topic - {HARBOUR}"], [], "Rowan Boats"),
        (["x" * 61], ["© 2025 Harrow"], "Harrow"),
        (["News"] * 20 + ["Rowan"], ["© 2025 Rowan Media"], "Rowan Media"),
    ],
)
def test_the_head_of_the_page_names_the_site_where_something_confirms_it(
    above: list[str], below: list[str], site: str | None
) -> None:
    rows = [("navigation", text) for text in above]
    assert metadata_of(*rows, *article(below=[("legal", text) for text in below])).site == site


@pytest.mark.parametrize(
    ("head", "line", "site"),
    [
        ("Slow Rowan", "Subscribe to Slow Rowan and never miss a post.", "Slow Rowan"),
        ("罗文新报", "罗文新报发布的文章与照片禁止转载。", "罗文新报"),
        ("Slow Rowan", "Subscribe to Slow Rowans.", None),
        ("Sign In", "Sign In to get our letter.", None),
        ("480-555-0199", "Call us at 480-555-0199 for more.", None),
        ("Rowan", "Subscribe to Rowan and never miss a post.", None),
    ],
)
def test_a_line_in_which_the_site_speaks_of_itself_confirms_its_name(head: str, line: str, site: str | None) -> None:
    assert metadata_of(("navigation", head), *article(below=[("newsletter", line)])).site == site


def test_a_declared_title_of_documentation_names_the_project() -> None:
    declared = [("title", "Harbour stays closed — rowan 0.9.2 documentation")]
    found = metadata_of(("title", "Harbour stays closed¶"), ("paragraph", BODY), declared=declared)
    assert (found.title, found.site) == ("Harbour stays closed", "rowan")


def test_a_publisher_names_the_site_only_where_nothing_else_does() -> None:
    group, paper = ("legal", "© 2025 Harrow Media Group"), ("legal", "© 2025 Rowan Post")
    assert metadata_of(*article(below=[group, paper])).site == "Rowan Post"
    assert metadata_of(*article(below=[group])).site == "Harrow Media Group"


def test_the_address_tells_which_of_several_owners_is_the_site() -> None:
    rows = article(below=[("legal", "© 2025 Seaview"), ("legal", "© 2025 The Rowan Post")])
    assert metadata_of(*rows, url="https://www.rowanpost.co.uk/a").site == "The Rowan Post"


def test_the_end_of_a_title_names_the_site_where_the_page_prints_it_again() -> None:
    rows = [("title", "Harbour closed | Rowan Post"), ("paragraph", BODY), ("navigation", "ROWAN POST")]
    found = metadata_of(*rows)
    assert (found.title, found.site) == ("Harbour closed", "Rowan Post")


@pytest.mark.parametrize("address", ["", None, "not an address", "http://[", "https://localhost/"])
def test_what_is_no_address_names_no_host(address: str | None) -> None:
    assert host_keys(address) == frozenset()
