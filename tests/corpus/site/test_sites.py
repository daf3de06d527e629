"""The profiles of a run's sites are found again in their file, each by its site."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.corpus.site import Sites, read_sites, write_sites
from groats.document import Profile

LINES = st.dictionaries(st.integers(0, 2**64 - 1), st.integers(2, 99), max_size=5)
PROFILES = st.lists(
    st.builds(Profile, st.text(st.characters(codec="utf-8")), st.integers(0, 5), LINES), unique_by=lambda own: own.site
)


@given(PROFILES)
def test_what_is_written_is_found_and_what_changes_nothing_is_left_out(profiles: list[Profile]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "sites.jsonl")
        sites = write_sites(path, "auto", profiles)
        assert read_sites(path, "auto") == sites
        for profile in profiles:
            useful = profile.pages >= 3 and profile.lines
            assert sites.find(profile.site) == (profile if useful else None)
            assert bool(sites.digest_of(profile.site)) == bool(useful)


def test_a_profile_has_another_digest_when_it_has_changed(tmp_path: Path) -> None:
    found = set()
    for profile in (Profile("a", 3, {1: 2}), Profile("a", 4, {1: 2}), Profile("a", 3, {1: 3}), Profile("a", 3, {2: 2})):
        found.add(write_sites(tmp_path / "sites", "auto", [Profile("b", 3, {1: 3}), profile]).digest_of("a"))
    assert len(found) == 4


def test_a_page_without_a_site_has_no_profile(tmp_path: Path) -> None:
    sites = Sites("host", tmp_path / "none", {})
    assert sites.site_of("a/b.txt", None, ()) == ""
    assert sites.find("") is None


@pytest.mark.parametrize("data", [b"x", b"{}\n", b'{"site": 1}\n'])
def test_a_file_of_anything_else_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "sites").write_bytes(data)
    with pytest.raises(ValueError, match=r"JSON|Object|Expected"):
        read_sites(tmp_path / "sites", "auto")
