"""What `repair` mends, and, the longer tables, what it must leave alone."""

import doctest
import unicodedata
from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from groats.document import Block, Form, Line, Page
from groats.stages.lines import parse_text
from groats.stages.repair import entities, invisible, mojibake, repair_page, spaces, teasers, text
from groats.stages.repair.entities import decode_entities
from groats.stages.repair.invisible import remove_invisible
from groats.stages.repair.mojibake import fix_mojibake
from groats.stages.repair.spaces import fold_spaces
from groats.stages.repair.teasers import part_teasers
from groats.stages.repair.text import repair_text

PIECES = st.sampled_from(
    [
        *("&amp;", "&", "amp;", "#38;", "lt;", "&#8203;", "&shy;", "&nbsp;", "&#x26;", "&Atilde;", "&copy;", "`"),
        *("Ã©", "â€™", "Ã", "Â\xa0", "â€\x9d", "ðŸ™‚", "РџСЂРё", "\x93", "\x9f", "é", "»"),
        *("\u200b", "\u200c", "\u200d", "\xad", "\ufeff", "\u202e", "\x1b[0m", "\x1b", "[0m", "\x00", "\xa0", "\u3000"),
        *("\t", "\n", " ", "Read more", "min read", "The", "the", ".", "ab", "ی", "क", "👩", "🏴", "\U000e0067"),
    ]
)
DAMAGED = st.lists(PIECES, max_size=12).map("".join)


@pytest.mark.parametrize("module", [entities, mojibake, invisible, spaces, teasers, text])
def test_the_examples_of_the_fixes_run(module: ModuleType) -> None:
    failed, attempted = doctest.testmod(module)
    assert not failed
    assert attempted


@pytest.mark.parametrize(
    "text",
    [
        "A plain sentence, with figures (12.5 %), a dash – and “quotes”.",
        "AT&T, R&D, Marks & Spencer; Q&A",
        "https://shop.example/find?page=1&copy=1&reg=2&lt=3",
        "Write `&amp;` for an ampersand and `&#8217;` for an apostrophe.",
        "&unknown; &; &#; &#x; &#xZZ; & amp;",
        "&amp;amp;amp;quot; is what one gets for escaping three times",
        "L’été à Besançon: « déjà », É… ÇA, Ô; Ê »",
        "Ærø, Åland, ÎLE, SÃO PAULO, NÃO, Â",
        "«Сила», СССР, Россия, РФ — №5; в „Правде“",
        "Ότι έγινε, Ξ, Γ, ΒΑΣΗ",
        "漢字かな交じり文、カタカナ。한국어",
        "Preis: 5 €, 3 £, 20 °C, ½ l, © 2025 Äpfel™",
        "iPhone, McDonald, JavaScript, YouTube, SharePoint, ShareThis, eBay, PowerPoint",
        "readMore(), Read moreover, Bread moreThanEnough, READ MOREOVER",
        "Read more",
        "Read more: The minister",
        "5 min readers, Learn more.",
        "two  spaces stay",
        "\u06a9\u062a\u0627\u0628\u200c\u0647\u0627",  # Persian, with a non-joiner
        "\u0915\u094d\u200d\u0937 \u0dc1\u0dca\u200d\u0dbb\u0dd3",  # Hindi and Sinhala conjuncts
        "👩\u200d🚀 👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",  # the flag of Scotland
    ],
)
def test_what_is_no_damage_stays(text: str) -> None:
    assert repair_text(text) == text


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("Fish &amp; chips", "Fish & chips"),
        ("5&nbsp;&euro; &#8212; &#x2019;", "5 € — ’"),
        ("She said &amp;quot;yes&amp;quot;", 'She said "yes"'),
        ("line&#10;break", "line break"),
        ("&#0;&#xD800;", "\ufffd\ufffd"),
        ("10\u202f000\xa0km", "10 000 km"),
        ("\u3000\u3000青河镇", " 青河镇"),
        ("a\tb", "a b"),
        ("Zeit\xadung und\u200b Ge\u2060schichte\ufeff", "Zeitung und Geschichte"),
        ("\u202eevil\u202c \u2066x\u2069\u200e", "evil x"),
        ("co\u200cop and co\u200dop", "coop and coop"),
        ("\u0915\u200c \u200d\u0915", "\u0915 \u0915"),
        ("hid\U000e0041\U000e0042den", "hidden"),
        ("a\x00b\x07c\x1b[1;31md\x1b[0m\x7f", "abcd"),
        ("The cafÃ© isnâ€™t open", "The café isn’t open"),
        ("it\x92s \x93open\x94", "it’s “open”"),
        ("РџСЂРёРІРµС‚", "Привет"),
        ("voilÃ\xa0 le rÃ©sultat", "voilà le résultat"),
        ("&Atilde;&copy;t&Atilde;&copy;", "été"),
        ("I â\x9d¤ it ðŸ™‚", "I ❤ it 🙂"),
        ("Read moreThe minister resigned", "Read more The minister resigned"),
        ("3 min readShare", "3 min read Share"),
        ("He left.Read more", "He left. Read more"),
        ("Climate newsContinue readingThe river", "Climate news Continue reading The river"),
        ("Lire la suiteLe maire", "Lire la suite Le maire"),
        ("Читать далееМэр", "Читать далее Мэр"),
        ("READ MOREThe mayor", "READ MORE The mayor"),
        ("2 min readContinue reading", "2 min read Continue reading"),
    ],
)
def test_damage_is_mended(damaged: str, mended: str) -> None:
    assert repair_text(damaged) == mended


@pytest.mark.parametrize(
    "text",
    ["&amp;amp;amp;quot;\x1b[2J\u202e", "&#38;#38;#38;#38;lt;\x9b\x00", "&#38;" + "#38;" * 10_000 + "\x1b"],
)
def test_text_that_is_escaped_too_often_still_loses_its_controls(text: str) -> None:
    repaired = repair_text(text)
    assert repaired.startswith("&")
    assert not any(unicodedata.category(character) in {"Cc", "Cf"} for character in repaired)


@given(DAMAGED | st.text())
@example("&am&shy;p;lt;")
@example("&\u200blt;")
@example("&#38;#38;#38;lt;")
@example("Ã\u200b©")
def test_repairing_twice_is_repairing_once(text: str) -> None:
    once = repair_text(text)
    assert repair_text(once) == once


@given(DAMAGED | st.text())
def test_no_control_or_bidi_character_is_left(text: str) -> None:
    left = {character for character in repair_text(text) if unicodedata.category(character) == "Cc"}
    assert left <= {"\n"}
    assert not set(repair_text(text)) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff\xad"
    )


@given(st.text(st.characters(categories=["Lu", "Ll", "Nd", "Zs"], max_codepoint=0x17F)))
def test_no_letter_is_added_or_lost_where_nothing_is_broken(text: str) -> None:
    letters = "".join(fold_spaces(part_teasers(remove_invisible(text))).split())
    assert letters == "".join(text.split())


@given(st.from_regex(r"([A-ZÉÀÇÖÜa-zéèàçüöß]{1,5}[’”…,.]? ){0,9}", fullmatch=True))
def test_western_letters_beside_the_signs_of_typesetters_are_no_mojibake(text: str) -> None:
    assert fix_mojibake(text) == text


def line(number: int, text: str) -> Line:
    return Line(number, number * 100, number * 100 + 100, text)


def page(*blocks: Block) -> Page:
    lines = tuple(line for block in blocks for line in block.lines)
    return Page("text", (*lines, line(len(lines) + 1, "")), blocks)


def test_a_clean_page_is_the_same_object() -> None:
    clean = page(Block("A plain text.", (line(1, "A plain text."),)))
    assert repair_page(clean) is clean


def test_blocks_and_lines_are_repaired_and_keep_their_spans() -> None:
    first, second, third = line(1, "  A\xa0caf&eacute;"), line(2, "\u200bopens."), line(3, "Untouched.")
    damaged = page(
        Block("A\xa0caf&eacute; \u200bopens.\x07 \x07", (first, second), indent=2), Block("Untouched.", (third,))
    )
    repaired = repair_page(damaged)
    block, untouched = repaired.blocks
    assert block == Block("A café opens.", (line(1, "  A café"), line(2, "opens.")), indent=2)
    assert untouched is damaged.blocks[1]
    assert repaired.lines == (*block.lines, third, damaged.lines[3])
    assert repaired.lines[2] is third


def test_what_a_page_declares_is_repaired_too() -> None:
    pairs = ("meta:og:site_name", "Fish &amp; Chips"), ("meta:author", "Ada Lind"), ("title", "CafÃ© at the quay")
    plain = page(Block("A plain text.", (line(1, "A plain text."),)))
    repaired = repair_page(replace(plain, declared=pairs))
    assert [value for _, value in repaired.declared] == ["Fish & Chips", "Ada Lind", "Café at the quay"]
    assert repaired.blocks == plain.blocks


def test_a_blank_line_is_repaired_too() -> None:
    assert repair_page(Page("text", (line(1, "\ufeff\x1b[0m"),), ())).lines[0].text == ""


@pytest.mark.parametrize("raw", ["\x01\x02", "&#8203;", "\u200b", "&nbsp;", "\x1b[31m", "- &shy;"])
def test_a_block_of_which_nothing_is_left_is_a_blank_line(raw: str) -> None:
    lines = (Line(1, 0, 2, "a"), Line(2, 2, 3 + len(raw), raw), Line(3, 3 + len(raw), 5 + len(raw), "b"))
    texts = ("a", raw.removeprefix("- "), "b")
    blocks = tuple(Block(text, (line,)) for text, line in zip(texts, lines, strict=True))
    repaired = repair_page(Page("text", lines, blocks))
    assert [(block.text, block.blank_before) for block in repaired.blocks] == [("a", 0), ("b", 1)]
    assert not repaired.lines[1].text.strip()
    assert [(line.start, line.end) for line in repaired.lines] == [(line.start, line.end) for line in lines]


def test_the_line_of_no_block_stays_blank() -> None:
    (line,) = repair_page(Page("text", (Line(1, 0, 2, "\x85"),), ())).lines
    assert not line.text.strip()


def test_a_page_that_only_looks_damaged_is_the_same_object() -> None:
    sound = page(
        Block("Read more", (line(1, "Read more"),)), Block("R&D &nonsense; a &b", (line(2, "R&D &nonsense; a &b"),))
    )
    assert repair_page(sound) is sound


def test_all_lines_of_a_block_are_repaired_and_what_stands_indented_beside_it_stays() -> None:
    row, rule = line(1, "a | b"), line(2, "---|---\xa0")
    repaired = repair_page(page(Block("a | b", (row, rule), Form.TABLE), Block("Whole.", (line(3, "  Whole."),))))
    assert [line.text for line in repaired.blocks[0].lines] == ["a | b", "---|--- "]
    assert repaired.blocks[0].lines == repaired.lines[:2]
    assert repaired.blocks[1] == Block("Whole.", (line(3, "  Whole."),))


def test_what_stood_before_white_space_at_the_end_of_a_block_is_repaired_with_it() -> None:
    made = repair_page(
        parse_text("The mill grinds oats.\u00c2\u00a0\n\nLa moiti\u00c3\u00a9 \u00c3\u00a9tait l\u00c3\u00a0\n")
    )
    assert [block.text for block in made.blocks] == ["The mill grinds oats.", "La moitié était là"]


def test_code_keeps_entities_tabs_and_indentation() -> None:
    text = "if a:\n\tprint('&amp;')\u200b\n\xa0\xa0\xa0\xa0return  Read moreThe"
    lines = tuple(line(number, part) for number, part in enumerate(text.split("\n"), 1))
    (block,) = repair_page(page(Block(text, lines, Form.CODE))).blocks
    assert block.text == "if a:\n\tprint('&amp;')\n    return  Read moreThe"
    assert [line.text for line in block.lines] == block.text.split("\n")


def test_what_is_whole_in_code_stays_the_same_object() -> None:
    whole, damaged = Block("x = 1", (line(1, "x = 1"),), Form.CODE), Block("a\xa0b", (line(2, "a\xa0b"),))
    assert repair_page(page(whole, damaged)).blocks[0] is whole


@pytest.mark.parametrize(
    "piece", ["&", "&amp;", "&#38;", "Ã©", "Ã", "\u200d", "\x1b[", "Read moreThe", "é»", " \xa0", "\x00"]
)
def test_floods_are_repaired_in_linear_time(piece: str) -> None:
    # A quadratic fix would run into the time limit of the suite.
    assert len(repair_text(piece * 200_000)) <= len(piece) * 400_000


def test_one_level_of_entities_is_read_at_a_time() -> None:
    assert decode_entities("&amp;lt;") == "&lt;"
