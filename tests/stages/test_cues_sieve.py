import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Label
from groats.stages.cues import Cue, CueIndex, builtin_cues, builtin_rows, compile_cues, find_all_cues, find_cues
from groats.stages.cues.sieve import sift_lines
from groats.stages.cues.tokens import CODE, NUMBER, SYMBOLS, begins_with_mark, cut_lines, cut_words, simplify

KNOWN = [
    *(line for row in builtin_rows() for line in row.hits),
    *(line for row in builtin_rows() for line in row.misses),
]
PARTS = [
    *(
        "Share",
        "home",
        "By",
        "the",
        "The",
        "Anna",
        "of",
        "comments",
        "Menú",
        "ﬁle",
        "ST",
        "straße",
        "分享",
        "ΑΡΧΙΚΗ",
        "k",
        "_",
    ),
    *(
        "12",
        "3K",
        "(12)",
        "(3K)",
        "[4m]",
        "1,204",
        "²",
        "½",
        "٣",
        "#",
        "©",
        "®",
        "|",
        "•",
        "›",
        ":",
        "₽",
        "€",
        "<",
        "{",
        "\\",
    ),
    *("’", "—", "\u00a0", "…", "★", "\u0301", "\u200b", "\n", "\t", "\x00", "\x85", "\ud800", "\ufffd", "ͺ", "灯"),
]
lines = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(PARTS), max_size=9).map(" ".join),
    st.lists(st.sampled_from(PARTS), max_size=5).map("".join),
    st.sampled_from(KNOWN),
    st.tuples(st.sampled_from(PARTS), st.sampled_from(KNOWN), st.sampled_from(PARTS)).map(" ".join),
    st.lists(st.sampled_from(KNOWN), min_size=2, max_size=3).map(" | ".join),
)
PHRASES = [
    "share",
    "share the #",
    "by ^",
    "the * home",
    "# of #",
    "| #",
    "get ** 分享",
    "# comments on",
    "© |",
    "<",
    "home : *",
]
PHRASES += ["^ reports", "* © the", "menu {", "k", "anna share", "^^ says :"]


def own(*phrases: str, where: str = "line") -> CueIndex:
    return compile_cues([(Cue("own", Label.SHARE, "any", where, 30, opens=False), phrases)])  # type: ignore[arg-type]


@given(st.lists(lines, max_size=12))
def test_no_line_that_a_sieve_holds_back_hits_a_built_in_cue(texts: list[str]) -> None:
    held = set(texts) - set(sift_lines(texts, builtin_cues()))
    assert [text for text in held if find_cues(text)] == []


@given(
    st.lists(lines, max_size=6),
    st.lists(st.sampled_from(PHRASES), min_size=1, max_size=4, unique=True),
    st.sampled_from(["line", "start", "within", "end"]),
)
def test_no_line_that_a_sieve_holds_back_hits_a_cue_of_the_user(
    texts: list[str], phrases: list[str], where: str
) -> None:
    index = own(*phrases, where=where)
    assert find_all_cues(texts, index) == [find_cues(text, index) for text in texts]


def test_lines_are_held_back_by_their_first_words_and_for_want_of_a_phrase() -> None:
    prose = [
        "After eleven silent years, the water mill has ground its first sack of oats.",
        "The wheel is new, but the stones are those of 1811.",
        "Below the weir",
        "3 sacks of flour",
        "(12) sacks",
        "“They only needed a good dressing,” thought the miller.",
    ]
    assert sift_lines([*prose, "Share", "12 comments", "$14.00", "© Ebbing", "By Nell Abbot"], builtin_cues()) == [
        "Share",
        "12 comments",
        "$14.00",
        "By Nell Abbot",
        "© Ebbing",
    ]


@given(st.lists(lines, min_size=1, max_size=8, unique=True))
def test_all_lines_are_cut_into_the_words_and_marks_that_each_has(texts: list[str]) -> None:
    cut = {text: (line.split(), marks) for group in cut_lines(texts) for text, line, marks in zip(*group, strict=True)}
    assert cut.keys() == set(texts)
    for text, (words, marks) in cut.items():
        folded = simplify(text).casefold()
        if simplify(text) != simplify(text.replace("(", " ").replace("[", " ")):
            continue  # a count in brackets, whose digits are marks and whose letter is a word
        assert words == cut_words(folded)
        spelled = [NUMBER if one.isdecimal() else one for one in folded if one.isdecimal() or one in SYMBOLS | CODE]
        assert marks == "".join(spelled)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("12 a", True), ("– 12", True), ("| a", True), ("<b>", True), ("² a", True), ("(12) a", False), ("a 12", False)],
)
def test_a_mark_is_first_where_no_word_is_before_it(text: str, *, expected: bool) -> None:
    assert begins_with_mark(text) is expected


def test_a_line_is_recalled_for_the_index_that_it_was_given_with() -> None:
    assert find_all_cues(["Anna"], own("anna")) != find_all_cues(["Anna"], own("share"))
