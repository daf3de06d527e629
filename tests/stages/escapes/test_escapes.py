r"""A page that was written as a string is read as what it means; a text about "\n" is not."""

import json
from collections.abc import Callable
from pprint import pformat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats import Options, clean
from groats.pipeline import read_page
from groats.stages.escapes import read_escapes
from groats.stages.escapes.joined import read_joined
from groats.stages.escapes.listed import read_list
from groats.stages.escapes.numbered import read_numbered

ENDS = 5 * r"\n"

PAGE = """Home
News

The mill at Ebbing grinds again

By Nell Abbot | Monday, 3 March 2025

"Nobody thought that it would," said Mr. Thorne, who had mended each of its paddles by hand — in C:\\mill.

The first sack of flour goes to the school, and the second\tto the neighbours: they slept through it 🙂.

Related stories
How a weir is mended
"""


@pytest.mark.parametrize(
    "written",
    [
        json.dumps(PAGE),
        json.dumps(PAGE, ensure_ascii=False),
        f"{json.dumps(PAGE)}\r\n",
        json.dumps(PAGE.replace("\n", "\r\n")),
        repr(PAGE),
        repr(PAGE.replace("—", "\u00a0—")),
        PAGE.replace("\n", "\\n"),
        f" {PAGE}".replace("\n", "\\n"),
    ],
)
def test_a_page_in_a_string_comes_out_as_the_page_itself(written: str) -> None:
    article, expected = clean(written), clean(PAGE.replace("\r", ""))
    assert article.text == expected.text
    assert article.metadata == expected.metadata


def test_html_in_a_string_is_html() -> None:
    html = "".join(f"<p>{line}</p>\n" for line in PAGE.splitlines() if line)
    html = f"<html><head><style>{'p { } ' * 20}</style></head><body>{html}</body></html>"
    article = clean(json.dumps(html))
    assert article.page.kind == "html"
    assert article.text == clean(html).text


@pytest.mark.parametrize(
    "text",
    [
        r"Print the title with \n, the body with \n\n and the end with \n.",  # four
        "Five ways to end a line:\n" + "Write \\n, he said.\n" * 5,  # ends that are real
        json.dumps({"text": PAGE}),  # records
        json.dumps([PAGE]),
        "<p>" + r"one\n" * 9,
        r"var a = {b: {c: {d: 'x\n'}}};" * 9,
        r"C:\\new\\notes\\names\\north\\nested",
    ],
)
def test_what_is_no_string_is_read_as_it_is(text: str) -> None:
    assert read_escapes(text) is None


@pytest.mark.parametrize(
    ("escaped", "meant"),
    [
        (r"\u00e9\u4e2d", "é中"),
        (r"\ud83d\ude42!", "🙂!"),
        (r"\ud83d!", "\ufffd!"),
        (r"\xe9", "é"),
        (r"\xc3\xa9\xe2\x80\x99s", "é’s"),
        (r"\"a\" \'b\' \/ \\ \q", "\"a\" 'b' / \\ \\q"),
        ("\\r\\t\\b\\f|", "\t |"),
        (r"\u12 \x1", r"\u12 \x1"),
        (r"C:\\", "C:\\"),
    ],
)
def test_each_escape_is_what_it_stands_for(escaped: str, meant: str) -> None:
    written = read_escapes(escaped + ENDS)
    assert written is not None
    assert written.text == meant + 5 * "\n"


@pytest.mark.parametrize("write", [lambda page: str(page.encode()), json.dumps, repr], ids=["bytes", "JSON", "Python"])
def test_html_of_one_line_as_a_string_is_html(write: Callable[[str], str]) -> None:
    page = read_page(
        write('<!doctype html><html lang="it"><p class="a">L’acqua è <i class="b">alta</i>.</p></html>\t\t\t\t\t')
    )
    assert page.kind == "html"
    assert [block.text for block in page.blocks] == ["L’acqua è alta."]


def test_spans_are_those_of_the_string() -> None:
    text = f" {json.dumps(PAGE)}\n"
    page = read_page(text)
    assert "".join(text[line.start : line.end] for line in page.lines) == text
    assert page.lines[0].text.strip() == "Home"
    assert text[page.lines[0].start : page.lines[0].end] == ' "Home\\n'
    assert [line for block in page.blocks for line in block.lines] == [line for line in page.lines if line.text.strip()]


@given(st.lists(st.text(), min_size=5), st.booleans())
def test_any_string_is_read_as_what_it_means_and_no_part_of_it_is_lost(lines: list[str], ascii_only: bool) -> None:  # noqa: FBT001
    text = json.dumps("\n".join([*lines, ""]), ensure_ascii=ascii_only)
    written = read_escapes(text)
    assert written is not None
    assert written.text == json.loads(text).encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace(
        "\r", ""
    ).replace("\b", "").replace("\f", " ")
    page = read_page(text, "text")
    assert "".join(text[line.start : line.end] for line in page.lines) == text


@given(st.text(alphabet="\\nu\"'0aA \n", max_size=60))
def test_no_string_however_broken_is_too_much(text: str) -> None:
    page = clean(ENDS + text, Options(kind="text")).page
    assert page.lines
    assert page.lines[-1].end == len(ENDS + text)


def test_what_a_printer_strikes_over_is_read_once() -> None:
    raw = (
        "N\bNA\bAM\bME\bE\n       w\bwe\bei\bir\br reads the level of the water from _\bf_\bi_\bl_\be and prints it.\n"
    )
    page = read_page(raw)
    assert [block.text for block in page.blocks] == [
        "NAME",
        "weir reads the level of the water from file and prints it.",
    ]
    assert "".join(raw[line.start : line.end] for line in page.lines) == raw
    assert "binary" not in clean(raw * 3).warnings


BODY = [
    "After eleven quiet years the wheel of the old mill at Ebbing turned on Monday, and half the village came to see.",
    "The first sack of flour goes to the school, and the second to the neighbours: they had to sleep through it all.",
]
JOINED = [*["Home", "News", "Sport", "Letters", "Search"] * 4, *BODY * 2, *["About us", "Contact", "© 2024 Ebbing"] * 3]


@pytest.mark.parametrize("sign", ["|", " | ", "\u2028", "\v", "\t", "¶"])
def test_lines_that_a_sign_joins_are_parted(sign: str) -> None:
    raw = sign.join(JOINED)
    page = read_page(raw)
    assert [block.text for block in page.blocks] == JOINED
    assert "".join(raw[line.start : line.end] for line in page.lines) == raw


@pytest.mark.parametrize(
    "text",
    {
        "a table": "".join(f"| {n} | oats | rye | wheat | barley | spelt |\n" for n in range(20)),
        "a wide table": "".join(f"{n}{' | Oats 9' * 14}\n" for n in range(9)),
        "two rows of a wide table": 2 * ("Oats and rye" + "\tBarley" * 14 + "\n"),
        "a menu above an article in one line": " | ".join(JOINED[:20]) + " " + " ".join(BODY * 9),
        "indentation": "\t\t\tOats and rye.\n" * 3 + "\t" * 40,
        "few signs": "|".join(BODY),
        "HTML": "<p>" + "|".join(JOINED) + "</p>",
        "paragraphs of a law": "Nach § 12 der Ordnung ist sie zu öffnen, soweit § 7 nichts anderes sagt. " * 20,
        "points within words": "La pel·lícula de la col·lecció és al col·legi de la vila. " * 20,
    }.values(),
    ids=lambda text: text[:12],
)
def test_signs_of_menus_and_tables_join_no_lines(text: str) -> None:
    assert read_joined(text) is None


@pytest.mark.parametrize(
    "write",
    [
        json.dumps,
        repr,
        pformat,
        lambda texts: repr(tuple(texts)),
        lambda texts: json.dumps(texts, indent=2) + "\n",
        lambda texts: f" {texts!r}\r\n",
        lambda texts: "\n".join(map(json.dumps, texts)),
    ],
    ids=["JSON", "Python", "pprint", "tuple", "indented", "with white space around", "lines of JSON"],
)
def test_a_list_of_strings_is_a_page_with_a_line_for_each(write: Callable[[list[str]], str]) -> None:
    texts = [*JOINED, 'He said: "It\'s \\ open."', "é\u00a0—\U0001f642"]
    raw = write(texts)
    page = read_page(raw)
    assert [block.text for block in page.blocks] == [text.replace("\u00a0", " ") for text in texts]
    assert "".join(raw[line.start : line.end] for line in page.lines) == raw


def test_what_is_no_string_in_a_list_has_no_line() -> None:
    written = read_list("[u'Home', None, '\\n  ', \"News\", null, 'Sport', 'Letters']")
    assert written is not None
    assert written.text.split() == ["Home", "News", "Sport", "Letters"]


@pytest.mark.parametrize(
    "text",
    [
        "[1, 2, 3, 4, 5, 6]",
        '[{"text": "a"}, "b", "c", "d", "e", "f"]',
        "['a', 'b', 'c', 'd', 'e', 'f'] is a list",
        "['a', 'b']",
        '"Is it open?"\n"It is."\n' * 9,
        '"Is it open?"\n"It is."\n' * 20 + "So they said.",
        "['a', 'b', 'c', 'd', 'e', 'f'",
        "[a]: https://mill.example/",
    ],
)
def test_other_brackets_are_no_list_of_strings(text: str) -> None:
    assert read_list(text) is None


@pytest.mark.parametrize("part", ["'a' ", "'a', ", '"\\', "[", "' ", "None, "])
def test_a_list_of_200_000_characters_has_an_answer(part: str) -> None:
    assert (read_list("[" + part * (200_000 // len(part)) + "]") is None) is (part in {'"\\', "["})


def test_a_list_of_elements_is_html_without_the_commas_between_them() -> None:
    raw = '[<h1 class="a">The mill</h1>, <p>It has <a href="/a">oats</a>, <a href="/b">rye</a>.</p>, <p>Come.</p>]\n'
    page = read_page(raw)
    assert page.kind == "html"
    assert [block.text for block in page.blocks] == ["The mill", "It has oats, rye.", "Come."]
    assert "".join(raw[line.start : line.end] for line in page.lines) == raw


@pytest.mark.parametrize("number", ["{:6}\t", "{}:", "{}→", "{:3} │ ".replace(" │", "│"), "{:03}|"])
def test_numbers_of_lines_are_no_part_of_them(number: str) -> None:
    raw = "".join(f"{number.format(n)}{line}\n" for n, line in enumerate(PAGE.splitlines(), start=7))
    page = read_page(raw)
    assert [block.text for block in page.blocks] == [block.text for block in read_page(PAGE).blocks]
    assert "".join(raw[line.start : line.end] for line in page.lines) == raw


@pytest.mark.parametrize(
    "text",
    {
        "a list": "".join(f"{n}. Oats\n" for n in range(1, 20)),
        "a table": "".join(f"{n}\tOats\t{n * 7}\n" for n in range(1, 20)),
        "times": "".join(f"{n}:30 Oats\n" for n in range(8, 40, 2)),
        "numbers that do not count": "".join(f"{n % 5}:Oats\n" for n in range(20)),
        "a few lines without one": "".join(f"{n}:Oats\n" for n in range(20)) + "and rye.\n",
    }.values(),
    ids=lambda text: text[:12],
)
def test_other_numbers_are_a_part_of_their_lines(text: str) -> None:
    assert read_numbered(text) is None
