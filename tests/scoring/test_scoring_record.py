import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.scoring.record import OUTPUT_KEYS, REFERENCE_KEYS, Name, Text, read_plain, read_record


def read(record: object, *, with_title: bool = False) -> tuple[Name, Text]:
    return read_record(json.dumps(record).encode(), OUTPUT_KEYS, with_title=with_title)


@pytest.mark.parametrize(
    ("record", "name", "is_path"),
    [
        ({"id": "a", "source": "wcxb", "url": "u"}, "a", False),
        ({"id": 7}, "7", False),
        ({"id": "", "name": "b"}, "b", True),
        ({"id": "page.html"}, "page.html", False),
        ({"source": "pages/a.html"}, "pages/a", True),
        ({"source": "a.b.TXT"}, "a.b", True),
        ({"source": "20250301_www.example.org_1"}, "20250301_www.example.org_1", True),
        ({"source": ".md"}, ".md", True),
        ({"name": "a.json", "url": "u"}, "a", True),
        ({"url": "https://example.org/a.html"}, "https://example.org/a.html", False),
        ({"id": None, "source": ["a"]}, None, False),
    ],
)
def test_a_record_is_named_by_its_id_its_file_or_its_address(
    record: dict[str, object],
    name: str | None,
    is_path: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert read({**record, "text": ""})[0] == Name(name, is_path)


@pytest.mark.parametrize(
    ("record", "of_reference", "of_output"),
    [
        ({"text": "t", "gold": "g", "articleBody": "b"}, "g", "t"),
        ({"text": "t", "articleBody": "b"}, "t", "t"),
        ({"gold": "g", "articleBody": "b"}, "g", "b"),
        ({"gold": None, "text": "t"}, "t", "t"),
        ({"articleBody": None}, "", ""),
        ("a bare string", "a bare string", "a bare string"),
        (None, "", ""),
    ],
)
def test_the_text_is_where_the_side_keeps_it(record: object, of_reference: str, of_output: str) -> None:
    data = json.dumps(record).encode()
    assert read_record(data, REFERENCE_KEYS)[1].text == of_reference
    assert read_record(data, OUTPUT_KEYS)[1].text == of_output


def test_the_title_counts_only_when_it_is_asked_for() -> None:
    record = {"id": "a", "title": "The mill", "text": "It turns."}
    assert read(record)[1].text == "It turns."
    assert read(record, with_title=True)[1].text == "The mill\n\nIt turns."
    assert read({**record, "title": None}, with_title=True)[1].text == "It turns."


@pytest.mark.parametrize(
    ("record", "groups"),
    [
        ({}, {}),
        ({"set": "s", "type": "t", "language": "el"}, {"set": "s", "type": "t", "language": "el"}),
        ({"lang": "el", "type": None}, {"language": "el"}),
        ({"id": "a", "source": "news"}, {"set": "news"}),
        ({"source": "page.txt"}, {}),
        ({"type": ["article"], "set": ""}, {}),
    ],
)
def test_the_groups_are_the_set_the_type_and_the_language(record: dict[str, object], groups: dict[str, str]) -> None:
    assert read({"text": "", **record})[1].groups == groups


def test_snippets_come_with_the_text() -> None:
    text = read({"text": "", "with": ["a"], "without": None})[1]
    assert (list(text.wanted), list(text.unwanted)) == (["a"], [])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"id": "a"}', "it has no text, articleBody or gold"),
        (b'{"id": "a", "text": 1}', "Expected `str | null`, got `int` - at `$.text`"),
        (b'{"id": "a", "text": "", "with": "b"}', "Expected `array | null`"),
        (b"[]", "got `array`"),
        (b"{", "truncated"),
        (b"\xff", "malformed"),
        (b'{"text": "\xff"}', "utf-8"),
        (rb'{"text": "\ud800 and more"}', "malformed"),
        (b'{"text": "", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "recursion"),
    ],
)
def test_what_is_no_record_is_told(data: bytes, words: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - its words are compared below
        read_record(data, OUTPUT_KEYS)
    assert words.lower() in str(caught.value).lower()


def test_plain_text_is_utf8_with_or_without_a_mark() -> None:
    assert read_plain("\ufeffÖl\n".encode()) == Text("Öl\n", {})
    with pytest.raises(ValueError, match="byte 1 is not UTF-8"):
        read_plain("xÖl".encode("latin-1"))


@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    with suppress(ValueError):
        assert isinstance(read_record(data, REFERENCE_KEYS, with_title=True)[1].text, str)
