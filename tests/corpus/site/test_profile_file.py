"""A profile's file: read as it was written, no text in it, and a sentence for each way that it can be wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.corpus.site import read_profile, to_toml
from groats.document import Profile
from groats.errors import UsageError

COUNTS = st.dictionaries(st.integers(0, 2**64 - 1), st.integers(2, 100), max_size=9)


@given(st.text(st.characters(exclude_categories=["Cs"])), COUNTS)
def test_a_profile_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, site: str, lines: dict[int, int]
) -> None:
    path = tmp_path_factory.mktemp("profile") / "site.toml"
    path.write_bytes(to_toml(Profile(site, 100, lines)).encode())
    assert read_profile(path) == Profile(site, 100, lines)


def test_equal_profiles_are_equal_files_with_the_commonest_lines_first() -> None:
    one, other = (to_toml(Profile("a", 9, lines)) for lines in ({7: 2, 5: 9, 6: 2}, {6: 2, 7: 2, 5: 9}))
    assert one == other
    assert [line.split(" = ")[1] for line in one.splitlines()[-3:]] == ["9", "2", "2"]
    assert one.splitlines()[-3].startswith("0000000000000005")


def test_a_name_that_is_no_unicode_can_be_written() -> None:
    assert 'site = "caf?"' in to_toml(Profile("caf\udce9", 0, {}))


HEAD = 'version = 1\nsite = "a"\npages = 9\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("version = ", "is not TOML in UTF-8"),
        (HEAD.replace("1", "2") + "[lines]\n", "is a profile of version 2, not 1"),
        ('version = "x"\n', "is a profile of version 'x', not 1"),
        ("[[cue]]\n", "is no profile of a site"),
        (HEAD, "missing required field `lines`"),
        (HEAD + "more = 1\n[lines]\n", "unknown field `more`"),
        (HEAD + "[lines]\nHome = 3\n", "is no profile of a site"),
        (HEAD + '[lines]\n0123456789abcdef = "3"\n', "Expected `int`"),
        (HEAD + "[lines]\n0123456789abcdef = 1\n", "is no profile of a site"),
        (HEAD + "[lines]\n0123456789abcdef = 10\n", "has a line on more pages than the site's 9"),
        (HEAD.replace("9", "-1") + "[lines]\n", "is no profile of a site"),
    ],
)
def test_what_is_wrong_is_a_sentence_that_names_the_file(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "site.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_profile(path)
    assert said in str(caught.value)
    assert str(path) in str(caught.value)
    assert str(caught.value).endswith(".")
