import re
from collections.abc import Iterable, Iterator

from hypothesis import given
from hypothesis import strategies as st

from groats import Article, Label, Options, clean
from groats.render.json import to_json, to_line_records
from groats.render.markdown import to_markdown
from groats.render.text import to_text

# Pieces that pages are made of, so that the examples reach further in than characters at random would.
PLAIN = (
    "The miller of Ebbing opened the sluice before sunrise, as her mother had done for forty years.",
    "Die Mühle am Bach mahlt seit dem Frühjahr wieder, und das Dorf backt sein Brot aus ihrem Mehl.",
    "水车从早到晚地转，磨坊主人把新磨的面粉装进袋子，等着村里的人来取。",
    "Share", "Menu", "12 Comments", "Related stories", "By Nell Abbot", "3 March 2025", "© 2025 The Ebbing Post",
    "* oats", "1. barley", "> quoted", "## Heading", "a | b | c", "    indented", "\t", "", " ",
    "---", "+++", "title: The mill", "tags:", "- oats", "---\ntitle: The mill\nauthor: Nell Abbot\n---\n",
    "Title: The mill\n\nURL Source: https://post.example/mill\n\nMarkdown Content:\n",
    f"| Home | | --- | | {'The miller opened the sluice before sunrise. ' * 25}  By Nell Abbot | Share |",
)  # fmt: skip
# And pieces that are read as something else than what they are, or repaired.
HOSTILE = (
    "\u00a0", "\u200b", "<p>", "</p>", "<div>", "</div>", "<nav>", "<b>", "<!--", "-->", "<script>", "</script>",
    "<table><tr><td>", "<a href='/x'>more</a>", "&amp;", "&#0;", "&lt;p&gt;", "[a link](/x)", "Ã¤Ã¶Ã¼",
    "\x00", "\x1b[31m", "\ufeff", "\u202e", "\ud800", "\x85", "\u2028", "\x0b", "\x0c",
)  # fmt: skip
ENDS = ("\n", "\n\n", "\r\n", "\r", " ", "")

texts = st.lists(
    st.tuples(st.sampled_from(PLAIN + HOSTILE) | st.text(max_size=40), st.sampled_from(ENDS)), max_size=30
).map(lambda pieces: "".join(piece + end for piece, end in pieces))
plain_texts = st.lists(
    st.tuples(st.sampled_from(PLAIN) | st.text("abc é水 .,:-|*>#\t", max_size=40), st.sampled_from(ENDS)), max_size=30
).map(lambda pieces: "".join(piece + end for piece, end in pieces))
encodings = st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1252", "cp1251", "shift_jis", "gb18030"])
raws = st.binary(max_size=400) | st.builds(lambda text, encoding: text.encode(encoding, "replace"), texts, encodings)
inputs = st.one_of(texts, raws)
options = st.builds(
    Options,
    kind=st.sampled_from(["text", "html", None]),
    keep=st.frozensets(st.sampled_from(Label), max_size=2),
    drop=st.frozensets(st.sampled_from(Label), max_size=2),
)


def words(text: str) -> list[str]:
    """The runs of word characters of a text."""
    return re.findall(r"\w+", text)


def is_subsequence(part: Iterable[str], whole: Iterable[str]) -> bool:
    """Whether all of `part` stands in `whole` in the same order."""
    remaining = iter(whole)
    return all(item in remaining for item in part)


def outputs(article: Article) -> Iterator[bytes]:
    """What groats writes of an article."""
    yield to_text(article).encode()
    yield to_markdown(article).encode()
    yield to_json(article, "page.txt")
    yield to_line_records(article)


@given(inputs, options)
def test_any_input_becomes_an_article_that_can_be_written(raw: bytes | str, asked: Options) -> None:
    assert all(output.decode().endswith("\n") for output in outputs(clean(raw, asked)) if output)


@given(inputs, options)
def test_the_spans_of_all_lines_give_the_input_back(raw: bytes | str, asked: Options) -> None:
    article = clean(raw, asked)
    position = 0
    for line in article.page.lines:
        assert line.start == position
        assert line.end > line.start or article.page.kind == "html"
        assert line.end >= line.start
        position = line.end
    assert position == len(article.source.text)


@given(texts)
def test_the_characters_of_the_input_are_those_of_the_source_but_lone_surrogates(text: str) -> None:
    assert clean(text).source.text == re.sub("[\ud800-\udfff]", "\ufffd", text)


@given(inputs, options)
def test_every_line_has_exactly_one_verdict(raw: bytes | str, asked: Options) -> None:
    article = clean(raw, asked)
    of_blocks = [line.number for verdict in article.verdicts for line in verdict.block.lines]
    assert len(of_blocks) == len(set(of_blocks))
    assert of_blocks == sorted(of_blocks)
    assert [judged.line for judged in article.lines] == list(article.page.lines)
    assert {line.number for line in article.page.lines if line.text.strip()} <= set(of_blocks)


@given(inputs, options)
def test_the_body_is_the_kept_blocks_but_the_title_word_for_word(raw: bytes | str, asked: Options) -> None:
    article = clean(raw, asked)
    kept = [v.block for v in article.verdicts if v.keep and v.label is not Label.TITLE]
    assert words(article.text) == words(" ".join(f"{block.marker} {block.text}" for block in kept))


@given(plain_texts)
def test_kept_characters_are_characters_of_the_input_in_their_order(text: str) -> None:
    assert is_subsequence("".join(words(clean(text, Options(kind="text")).text)), text)


@given(inputs, options)
def test_the_same_input_gives_the_same_bytes_out(raw: bytes | str, asked: Options) -> None:
    assert [*outputs(clean(raw, asked))] == [*outputs(clean(raw, asked))]


@given(inputs, st.sampled_from(Label))
def test_a_label_that_the_user_drops_is_not_kept_and_one_that_he_keeps_stays(raw: bytes | str, label: Label) -> None:
    assert not any(v.keep for v in clean(raw, Options(drop=frozenset({label}))).verdicts if v.label is label)
    assert all(v.keep for v in clean(raw, Options(keep=frozenset({label}))).verdicts if v.label is label)
