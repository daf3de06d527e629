import json

import jsonschema
import pytest
from articles import build_article

from groats.document import Article, Metadata
from groats.render.json import count_removed, schema, to_json, to_json_line, to_line_records

KNOWN = Metadata(
    title="The mill",
    authors=("Nell Abbot", "Ada Thorne"),
    date="2025-03-15T13:58:00-04:00",
    site="The Ebbing Post",
    section="Grain",
    language="en",
    tags=("oats",),
    copyright="© 2025 The Ebbing Post",
    updated="2025-03-16",
    paywall=True,
    sources={"title": "heading"},
)
ARTICLES = [
    build_article(),
    build_article("It turns."),
    build_article(
        "N Menu", "T The mill", "", "It turns.", "", "S Share", "S Post", metadata=KNOWN, warnings=("paywall",)
    ),
]


def test_every_key_of_the_schema_is_written_in_its_order() -> None:
    assert json.loads(to_json(ARTICLES[2], "page.txt")) == {
        "schema": "groats/1",
        "source": "page.txt",
        "url": None,
        "title": "The mill",
        "authors": ["Nell Abbot", "Ada Thorne"],
        "date": "2025-03-15T13:58:00-04:00",
        "site": "The Ebbing Post",
        "section": "Grain",
        "language": "en",
        "tags": ["oats"],
        "copyright": "© 2025 The Ebbing Post",
        "updated": "2025-03-16",
        "paywall": True,
        "sources": {"title": "heading"},
        "text": "It turns.",
        "confidence": 0.988,
        "warnings": ["paywall"],
        "input": {"kind": "text", "encoding": "utf-8", "bytes": 37, "lines": 7},
        "removed": {"navigation": 1, "share": 2},
    }
    assert ", ".join(json.loads(to_json(ARTICLES[2], "page.txt"))) == (
        "schema, source, url, title, authors, date, site, section, language, tags, copyright, updated, paywall, "
        "sources, text, confidence, warnings, input, removed"
    )


def test_a_page_of_a_file_of_many_keeps_what_that_calls_it() -> None:
    record = to_json_line(ARTICLES[2], "pages.jsonl/17", "mill-\ud800")
    assert json.loads(record)["id"] == "mill-\ufffd"
    assert list(json.loads(record))[:4] == ["schema", "source", "id", "url"]
    jsonschema.validate(json.loads(record), json.loads(schema()))


def test_what_is_unknown_is_null_or_empty() -> None:
    record = json.loads(to_json(build_article(), "-"))
    assert {key for key, value in record.items() if value is None} == {
        "url", "title", "date", "site", "section", "language", "copyright", "updated", "paywall"
    }  # fmt: skip
    assert record["authors"] == record["tags"] == record["warnings"] == []
    assert record["removed"] == {}


@pytest.mark.parametrize("article", ARTICLES)
def test_a_record_is_valid_by_the_schema_that_is_printed(article: Article) -> None:
    described = json.loads(schema())
    jsonschema.Draft202012Validator.check_schema(described)
    jsonschema.validate(json.loads(to_json(article, "page.txt")), described)


@pytest.mark.parametrize("change", [{"schema": "groats/2"}, {"text": None}, {"confidence": 2}, {"removed": []}])
def test_the_schema_refuses_what_is_no_record(change: dict[str, object]) -> None:
    record = json.loads(to_json(ARTICLES[2], "page.txt"))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(record | change, json.loads(schema()))


def test_the_schema_lets_keys_be_added_and_describes_those_it_has() -> None:
    described = json.loads(schema())
    jsonschema.validate(json.loads(to_json(ARTICLES[0], "-")) | {"reading_minutes": 3}, described)
    properties = described["$defs"]["Record"]["properties"]
    assert all("description" in value or "$ref" in value for key, value in properties.items() if key != "schema")


def test_a_line_of_json_lines_is_the_same_record_on_one_line() -> None:
    for article in ARTICLES:
        line = to_json_line(article, "page.txt")
        assert line.endswith(b"\n")
        assert line.count(b"\n") == 1
        assert json.loads(line) == json.loads(to_json(article, "page.txt"))


def test_removed_lines_are_counted_by_label_in_the_order_of_labels_without_blank_ones() -> None:
    article = build_article("S Share", "", "N Menu", "It turns.", "", "S Post")
    assert list(count_removed(article).items()) == [("navigation", 1), ("share", 2)]


def test_each_line_of_the_input_is_a_record() -> None:
    article = build_article("N Menu", "", "It turns.")
    blank = list(article.lines[1].reasons)
    assert [json.loads(line) for line in to_line_records(article).splitlines()] == [
        {
            "n": 1, "start": 0, "end": 5, "keep": False, "label": "navigation", "score": 0.988,
            "why": ["it reads like one"], "text": "Menu",
        },
        {"n": 2, "start": 5, "end": 6, "keep": False, "label": "other", "score": 0.0, "why": blank, "text": ""},
        {
            "n": 3, "start": 6, "end": 16, "keep": True, "label": "paragraph", "score": 0.988,
            "why": ["it reads like one"], "text": "It turns.",
        },
    ]  # fmt: skip


def test_the_lines_of_several_pages_say_which_they_are_of() -> None:
    records = to_line_records(build_article("It turns."), "a.txt")
    assert [json.loads(line)["source"] for line in records.splitlines()] == ["a.txt"]


def test_a_page_without_lines_has_no_records() -> None:
    assert to_line_records(build_article()) == b""


def test_surrogates_and_control_characters_do_not_keep_a_page_from_being_written() -> None:
    bad = "a\ud800b\x1b[31m\u2028"
    known = Metadata(
        title=bad, authors=(bad,), date=bad, site=bad, section=bad, language=bad, tags=(bad,), copyright=bad
    )
    article = build_article(f"N {bad}", bad, metadata=known)
    record = json.loads(to_json(article, "\udcff.txt"))
    good = "a\ufffdb\x1b[31m\u2028"
    assert record["title"] == record["text"] == record["site"] == record["tags"][0] == good
    assert record["source"] == "\ufffd.txt"
    assert b"\x1b" not in to_json(article, "x")
    assert json.loads(to_line_records(article, "\udcff").split(b"\n")[0])["text"] == good
