"""The shape of one block: its words, its punctuation and its letters, in any script."""

import re
from math import log1p

from groats.document import Block, Shape

_WORD = re.compile(r"\w+")
_CJK = re.compile("[\u2e80-\u2fdf\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]")
_CJK_PER_WORD = 1.7  # characters of Chinese or Japanese that say as much as a word with spaces around it
_TERMINAL = frozenset(".!?…。！？؟।;·")  # the raised dot and ; end Greek sentences and questions
_CLOSERS = "\"'”’»)]」』）*_ "
_SENTENCE_END = re.compile(r"[.!?…؟।](?=[\s\"'”’»)]|$)|[。！？]")
_COMMA = re.compile(r"[,;،，、；]")
_SYMBOL = re.compile(r"[|/»›>•·→←▶►#@+=_~^*©®]")
_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(r"https?:|www\.|\w@\w|\.com\b", re.IGNORECASE)
_DATE = re.compile(
    r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}[./-]\d{1,2}[./-]\d{1,2}\b|\b\d{1,2}:\d{2}\b|\d{4}\s?年"
    r"|\b\d{1,2}\.? \w{3,12}\.?,? \d{4}\b|\b\w{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}\b"
)
_LONGEST_BLOCK, _TAIL = 20_000, 100  # characters: no paragraph of a page is longer
_SHORT_WORD = 3  # letters: the function words of most languages
_LONGEST_ADDRESS_LINE = 2000  # characters: prose may cite an address
_LONGEST_DATE_LINE = 120  # characters: a date in a longer line is part of a sentence


SHAPE_FEATURES = (
    "size",
    "sentences",
    "ends_sentence",
    "ends_colon",
    "ends_ellipsis",
    "ends_question",
    "commas_share",
    "capitals_share",
    "upper_share",
    "small_words_share",
    "word_length",
    "digits_share",
    "symbols_share",
    "starts_lower",
    "starts_digit",
    "quotes",
    "address",
    "date",
    "parentheses",
)


def read_shape(block: Block) -> Shape:
    """The shape of `block`; its `features` stand in the order of `SHAPE_FEATURES`.

    Of a block of more than 20,000 characters only so many at its start and its last ones are looked at.
    """
    text = block.text
    whole = len(text)
    if whole > _LONGEST_BLOCK:
        text = text[:_LONGEST_BLOCK] + text[-_TAIL:]
    length = len(text)
    tokens = _WORD.findall(text)
    cjk = 0 if text.isascii() else len(_CJK.findall(text))
    size = float(len(tokens)) if not cjk else cjk / _CJK_PER_WORD + sum(1 for word in tokens if not _CJK.match(word))
    size *= max(1.0, whole / _LONGEST_BLOCK)
    count = len(tokens) or 1
    core = text.rstrip(_CLOSERS)
    last = core[-1] if core else ""
    ends = last in _TERMINAL and bool(core)
    letters = sum(map(len, tokens)) or 1
    capitals = sum(1 for word in tokens if word[0].isupper())
    upper = sum(1 for word in tokens if len(word) > 1 and word.isupper())
    has_date = length < _LONGEST_DATE_LINE and _DATE.search(text) is not None
    return Shape(
        size=size,
        words=tuple(word.lower() for word in tokens) if not cjk else tuple(tokens) + tuple(_CJK.findall(text)),
        ends_sentence=ends,
        has_date=has_date,
        features=(
            log1p(size),
            float(min(6, len(_SENTENCE_END.findall(text)))),
            float(ends),
            float(last in ":："),
            float(text.endswith(("...", "…", "[…]", "[...]"))),
            float(last in "?？؟"),
            len(_COMMA.findall(text)) / (size or 1),
            capitals / count,
            upper / count,
            sum(1 for word in tokens if len(word) <= _SHORT_WORD) / count,
            letters / count if not cjk else 5.0,
            len(_DIGIT.findall(text)) / (length or 1),
            len(_SYMBOL.findall(text)) / (length or 1),
            float(text[:1].islower()),
            float(text[:1].isdigit()),
            float(min(4, text.count('"') + text.count("“") + text.count("”") + text.count("«") + text.count("「"))),
            float(_ADDRESS.search(text) is not None) if length < _LONGEST_ADDRESS_LINE else 0.0,
            float(has_date),
            float(min(3, text.count("(") + text.count("["))),
        ),
    )
