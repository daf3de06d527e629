"""What a page says of itself beside what its reference says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.scoring.compare import compare
from groats.scoring.metadata import FIELDS, FieldScore, Match, count_matches, match, match_all, read_known
from groats.scoring.read import Texts
from groats.scoring.record import Text
from groats.scoring.tables import tabulate_fields

NAMES = st.lists(st.text(max_size=12), max_size=3).map(tuple)


@pytest.mark.parametrize(
    ("field", "wanted", "given_", "found"),
    [
        ("title", ["Harbour closed"], ["Harbour closed"], Match.EXACT),
        ("title", ["Harbour closed"], ["HARBOUR – closed!"], Match.NORMALISED),
        ("title", ["Harbour closed"], ["Harbour closed | Rowan Post"], Match.WRONG),
        ("title", ["Harbour closed"], [], Match.MISSING),
        ("title", [], ["Harbour closed"], Match.WRONGLY_GIVEN),
        ("title", [], [], Match.NONE),
        ("authors", ["Ada Lind", "Tom Vale"], ["Tom Vale", "ada lind"], Match.NORMALISED),
        ("authors", ["Ada Lind, PhD and Tom Vale"], ["Ada Lind", "Tom Vale"], Match.NORMALISED),
        ("authors", ["Ada Lind, Mia Orr, and Tom Vale"], ["Ada Lind", "Mia Orr", "Tom Vale"], Match.NORMALISED),
        ("authors", ["Kev"], ["kev"], Match.NORMALISED),
        ("authors", ["Ada Lind", "Tom Vale"], ["Ada Lind"], Match.WRONG),
        ("date", ["2025-03-15"], ["2025-03-15T13:58:00-04:00"], Match.NORMALISED),
        ("date", ["2025-03-15T23:00:00+00:00"], ["2025-03-16T01:00:00+02:00"], Match.NORMALISED),
        ("date", ["2025-03-15T23:00:00"], ["2025-03-16T01:00:00+02:00"], Match.WRONG),
        ("date", ["2025-03-15"], ["2025-03-16"], Match.WRONG),
        ("date", ["0001-01-01T00:00:00+01:00"], ["2025-03-16T01:00:00+02:00"], Match.WRONG),
        ("date", ["last week"], ["2025-03-16"], Match.WRONG),
        ("language", ["en-GB"], ["en"], Match.NORMALISED),
        ("language", ["de"], ["en"], Match.WRONG),
        ("tags", ["Sea", "boats"], ["boats", "sea"], Match.NORMALISED),
    ],
)
def test_a_value_is_right_wrong_missing_or_too_much(
    field: str, wanted: list[str], given_: list[str], found: Match
) -> None:
    assert match(field, wanted, given_) is found


@given(st.sampled_from(sorted(FIELDS)), NAMES, NAMES)
def test_what_is_the_same_is_exact_and_nothing_raises(field: str, one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert match(field, one, one) in {Match.EXACT, Match.NONE}
    assert match(field, one, other) in set(Match)


def test_a_record_tells_what_is_known_and_what_is_known_to_be_none() -> None:
    record = {"author": " Ada Lind ", "title": None, "topics": ["a", 1, ""], "lang": "", "text": "x"}
    assert read_known(record) == {"title": (), "authors": ("Ada Lind",), "language": (), "tags": ("a",)}


def test_the_first_name_of_a_field_counts() -> None:
    assert read_known({"author": "Tom Vale", "authors": ["Ada Lind"]}) == {"authors": ("Ada Lind",)}


def test_only_fields_of_both_sides_are_compared() -> None:
    assert match_all({"title": ("A",), "date": ()}, {"title": ("B",), "site": ("C",)}) == {"title": Match.WRONG}
    assert match_all({"title": ("A",)}, None) == {"title": Match.MISSING}


def test_matches_are_counted_field_by_field_in_a_fixed_order() -> None:
    pages = [
        {"date": Match.NORMALISED, "title": Match.EXACT},
        {"date": Match.MISSING, "title": Match.WRONG},
        {"date": Match.WRONGLY_GIVEN},
        {"date": Match.NONE},
    ]
    scores = count_matches(pages)
    assert scores == [FieldScore("title", 2, 1, 1, 1, 0, 0, 0), FieldScore("date", 2, 1, 0, 0, 1, 2, 1)]
    assert tabulate_fields(scores) == [
        ("wanted", "right", "exact", "wrong", "missing", "none", "given", "field"),
        ("2", "0.500", "0.500", "0.500", "0.000", "0", "-", "title"),
        ("2", "0.500", "0.000", "0.000", "0.500", "2", "0.500", "date"),
    ]


def test_a_comparison_carries_the_fields_of_each_page() -> None:
    references = Texts({"a": Text("x", {}, known={"title": ("A",)}), "b": Text("y", {})}, frozenset(), ())
    outputs = Texts({"a": Text("x", {}, known={"title": ("a",)}), "b": Text("y", {})}, frozenset(), ())
    assert [page.fields for page in compare(references, outputs).pages] == [{"title": Match.NORMALISED}, {}]
