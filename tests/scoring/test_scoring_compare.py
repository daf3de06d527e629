from collections.abc import Iterable

import pytest

from groats.errors import InputError
from groats.scoring.compare import compare
from groats.scoring.read import Texts
from groats.scoring.record import Text


def texts(ids: Iterable[str], paths: Iterable[str] = ()) -> Texts:
    return Texts({page: Text(f"the text of {page}", {}) for page in (*ids, *paths)}, frozenset(paths), ())


def test_pages_are_scored_in_the_order_of_the_references() -> None:
    compared = compare(texts("bca"), texts("abx"))
    assert [page.id for page in compared.pages] == ["b", "c", "a"]
    assert [page.score.word_f1 for page in compared.pages] == [1, 0, 1]
    assert compared.missing == ("c",)
    assert compared.unmatched == ("x",)


def test_a_page_brings_its_groups_and_its_snippets() -> None:
    reference = Text("the mill turns", {"type": "article"}, wanted=["mill"], unwanted=["menu"])
    output = Text("Menu the mill", {"type": "ignored"}, wanted=["ignored"])
    (page,) = compare(Texts({"a": reference}, frozenset(), ()), Texts({"a": output}, frozenset(), ())).pages
    assert page.groups == {"type": "article"}
    assert (page.score.with_found, page.score.without_found) == (1, 1)


@pytest.mark.parametrize(
    ("output", "page"),
    [
        ("a", "a"),
        ("pages/a", "a"),
        ("/tmp/pages/en/a", "en/a"),  # noqa: S108 - a name, not a file
        ("en/a", "en/a"),
        ("a/b", None),
        ("xa", None),
    ],
)
def test_the_name_of_a_file_matches_below_any_folder(output: str, page: str | None) -> None:
    compared = compare(texts(["a", "en/a", "z"]), texts("z", [output]))
    assert compared.unmatched == (() if page else (output,))
    assert [scored.id for scored in compared.pages if scored.has_output] == [
        found for found in ("a", "en/a", "z") if found in {page, "z"}
    ]


def test_an_id_that_is_no_file_matches_only_itself() -> None:
    assert compare(texts("ab"), texts(["a", "x/b"])).unmatched == ("x/b",)


def test_the_empty_id_is_one_like_others() -> None:
    assert compare(texts(["", "a"]), texts([""])).missing == ("a",)


@pytest.mark.parametrize(
    ("references", "outputs", "words"),
    [
        (texts(""), texts("a"), "There is no reference to measure against: a directory has to hold files of"),
        (texts("a"), texts(""), "There is no output to measure: a directory has to hold files of"),
        (texts("ab"), texts("xy"), "No output has the id of a reference: the first of them are x and a."),
        (texts("a"), texts("", ["x/a", "y/a"]), "The outputs x/a and y/a are both for a: leave one of them out."),
    ],
)
def test_what_cannot_be_compared_is_an_error(references: Texts, outputs: Texts, words: str) -> None:
    with pytest.raises(InputError) as caught:
        compare(references, outputs)
    assert words in str(caught.value)
