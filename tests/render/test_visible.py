import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groats.render.visible import make_visible

# What pages have been known to send to terminals, and what is to be seen of it.
PAYLOADS = {
    "colour": ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
    "clear-screen": ("\x1b[2J\x1b[H", "␛[2J␛[H"),
    "title": ("\x1b]0;owned\x07", "␛]0;owned␇"),
    "link-osc-8": ("\x1b]8;;https://evil.example\x1b\\bank\x1b]8;;\x1b\\", "␛]8;;https://evil.example␛\\bank␛]8;;␛\\"),
    "clipboard-osc-52": ("\x1b]52;c;cm0gLXJm\x07", "␛]52;c;cm0gLXJm␇"),
    "device-control": ("\x1bP$q q\x1b\\", "␛P$q q␛\\"),
    "alternate-screen": ("\x1b[?1049h", "␛[?1049h"),
    "c1-csi": ("\x9b31m", "<U+009B>31m"),
    "c1-osc": ("\x9d52;c;x\x9c", "<U+009D>52;c;x<U+009C>"),
    "backspace": ("safe\x08\x08\x08\x08evil", "safe␈␈␈␈evil"),
    "carriage-return": ("safe\revil", "safe␍evil"),
    "bell-nul-delete": ("a\x07b\x00c\x7f", "a␇b␀c␡"),
    "next-line": ("a\x85b\x0bc\x0cd", "a<U+0085>b␋c␌d"),
    "line-separators": ("a\u2028b\u2029c", "a<U+2028>b<U+2029>c"),
    "bidi-override": ("user\u202etxt.exe\u202c", "user<U+202E>txt.exe<U+202C>"),
    "bidi-isolates": ("\u2066a\u2067b\u2068c\u2069", "<U+2066>a<U+2067>b<U+2068>c<U+2069>"),
    "bidi-marks": ("a\u200eb\u200fc\u061c", "a<U+200E>b<U+200F>c<U+061C>"),
    "zero-width": ("pa\u200bss\u200dwo\u200crd\u2060\ufeff", "pa<U+200B>ss<U+200D>wo<U+200C>rd<U+2060><U+FEFF>"),
    "soft-hyphen": ("pass\xadword", "pass<U+00AD>word"),
    "tags": ("hi\U000e0068\U000e0069", "hi<U+E0068><U+E0069>"),
    "tags-after-a-flag": ("🏴\U000e0041\U000e007f", "🏴<U+E0041><U+E007F>"),
    "variation-selectors": ("a\U000e0101b\ufe0f\ufe0f", "a<U+E0101>b\ufe0f<U+FE0F>"),
    "blank-letters": ("\u3164a\uffa0b\u115f", "<U+3164>a<U+FFA0>b<U+115F>"),
    "surrogate": ("a\ud800b", "a<U+D800>b"),
    "annotation": ("a\ufff9b\ufffac\ufffb", "a<U+FFF9>b<U+FFFA>c<U+FFFB>"),
    "tower-of-marks": ("Z" + "\u0301" * 40 + "o", "Z" + "\u0301" * 4 + "<36 more marks>o"),
    "rich-markup": ("[bold red]x[/bold red] [/x] [link=https://evil.example]y[/link]", None),
    "emoji-code": (":smiley: :warning:", None),
}


@pytest.mark.parametrize(("text", "seen"), PAYLOADS.values(), ids=PAYLOADS)
def test_what_a_terminal_could_obey_or_hide_is_seen_as_a_mark(text: str, seen: str | None) -> None:
    assert make_visible(text) == (seen or text)


@pytest.mark.parametrize(
    "text",
    [
        "The mill at Ebbing grinds again: “oats”, 5\xa0€, naïve – […]",
        "می\u200cخواهم",  # Persian needs the non-joiner
        "क्\u200dष",  # and Hindi the joiner
        "👩\u200d🚀 ☎\ufe0f 🇩🇪",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",  # the flag of Scotland
        "葛\U000e0100城",  # a name's own form of its character
        "e\u0301 ệ שָׁלוֹם مُدَرِّس",
        "٪ ٫ \u0600١٢",  # an Arabic sign that is a format character and is seen
    ],
)
def test_what_scripts_and_emoji_need_stays(text: str) -> None:
    assert make_visible(text) == text


def test_tabs_are_spaces_to_the_next_of_every_fourth_column() -> None:
    assert make_visible("a\tbcde\tf") == "a   bcde    f"


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec=None, max_codepoint=0x10FFFF)))
def test_nothing_is_left_that_is_a_control(text: str) -> None:
    seen = make_visible(text)
    assert not [character for character in seen if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}]
    assert not [
        character for character in seen if "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069"
    ]
    assert make_visible(seen) == seen


def test_200_000_controls_are_read_in_one_pass() -> None:
    assert len(make_visible("\u202e" * 200_000)) == 1_600_000
