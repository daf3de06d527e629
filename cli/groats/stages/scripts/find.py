"""Lines that are script and not text, each weighed by itself, then all in their order."""

import re
from collections.abc import Iterable, Sequence

from groats.document import Block
from groats.stages.scripts.chain import find_spans
from groats.stages.scripts.signs import LEFT_IN, count_marks, count_usual, signs

_SHAPE = re.compile(  # how code ends, comments begin, and selectors look
    r"[{};]$|\*/$|^//|^/\*|^[})\]]+[;,)]*$|^[.#@][-\w.#: ,]+[,{]$"
)
_PAIR = re.compile(  # "name": …, name: …, name = …
    r'[\[{(\s]*"[^"]{0,100}"\s*:|[,{]?[\w$-]{1,40}\s*[:=]\s*["\'\[{\d#(-]|(?:var |let |const )?[\w$.]{1,60} ?[-+*|&]?='
)
_OPENING = ("{", "[", "(")
_PUNCTUATION = ".,;:!?\"'()«»„“”’"  # that prose sets beside its words
_FENCES = ("```", "~~~")
_COMMENT = "/*", "*/"
_READ = 5_000  # characters of a line, which tell as much as the megabytes that follow
_MARKED, _WORDY, _FOREIGN = 0.02, 0.5, 0.15  # marks a character, and shares of the characters
_MANY_WORDS = 30
# Log-odds of a line of a script against one of text: of any line, then for what is true of it. Fitted by logistic
# regression on the lines of 464 of the data's pages with their scripts left in, each page as one; 1 was taken from the
# first, so that less text is lost. Fitted on half of the folds, they find .98 of the scripts on pages of the others,
# and take .008 and .018 of the rest for script.
_ANY, _IS_MARKED, _HAS_SHAPE, _HAS_SIGN, _IS_PAIR = -0.9, 1.8, 4.9, 3.6, 2.9
_IS_FOREIGN, _BEGINS_LARGE, _IS_WORDY = -3.1, -3.1, -1.6
_IS_PROSE = -8.0  # of many words, or within fences, whatever else is true of it
_IS_COMMENT = 4.0  # at least, from "/*" to "*/"
_LONGEST_COMMENT = 200  # blocks
_SHORTEST, _SIGN_EVERY = 100, 600  # characters of a script that is certain, and how often a sign has to stand there
_FEWEST_MARKS = 3  # of the usual ones, on a page with a script
_SIGNS, _FEW_SIGNS = 4, 3  # different ones that tell a script from what an article shows, fewer with a long line
_LONG = 200
# Characters and log-odds of a line that needs no other proof: of 2,559 pages as Chromium's text 2 have one.
_VAST, _SURE = 1_000, 3.5
_MINIFIED, _DENSE, _FEWEST_SIGNS = 300, 0.03, 2  # characters, marks a character, signs of a line that is one by itself


def find_scripts(blocks: Sequence[Block]) -> frozenset[int]:
    """The positions of the blocks that are script, style sheet or data.

    Code alone is no sign, for an article may show some: a span of it has to hold signs of `data/scripts.toml`, or a
    line of it that is longer than articles show, unless the others on the page have so many signs that all scripts
    were left in.
    """
    texts = [block.text for block in blocks]
    if count_usual("\n".join(texts)) < _FEWEST_MARKS:
        return frozenset()
    vast = {n for n, block in enumerate(blocks) if len(block.text) >= _VAST and _weigh(block) >= _SURE}
    if not vast and len(_find_signs(filter(count_usual, texts))) < _FEWEST_SIGNS:
        return frozenset()
    spans = find_spans(_weigh_comments(blocks, list(map(_weigh, blocks))))
    certain = [span for span in spans if vast.intersection(span) or _is_certain([texts[n][:_READ] for n in span])]
    is_dumped = len(_find_signs(texts[n] for span in certain for n in span)) >= LEFT_IN
    return frozenset([n for span in (spans if is_dumped else certain) for n in span])


def _find_signs(texts: Iterable[str]) -> set[str]:
    return {sign for text in texts for sign in signs().findall(text[:_READ])}


def _weigh(block: Block) -> float:
    """The log-odds that a block is script and not text; what stands within fences is meant to be read."""
    if block.lines[0].text.lstrip().startswith(_FENCES):
        return _IS_PROSE
    text = block.text[:_READ].strip()
    words = [word for word in [word.strip(_PUNCTUATION) for word in text.split()] if word.isalpha()]
    is_wordy = sum(map(len, words)) + len(words) >= _WORDY * len(text)
    is_pair = _PAIR.match(text) is not None
    sign = signs().search(text)
    begins_as_code = is_pair or text.startswith(_OPENING) or (sign is not None and sign.start() == 0)
    if is_wordy and len(words) >= _MANY_WORDS and not begins_as_code:
        return _IS_PROSE
    odds = _ANY + _IS_WORDY * is_wordy + _IS_PAIR * is_pair
    odds += _IS_MARKED * (count_marks(text) >= _MARKED * len(text))
    odds += _HAS_SHAPE * (_SHAPE.search(text) is not None)
    odds += _HAS_SIGN * (sign is not None)
    odds += _BEGINS_LARGE * text[:1].isupper()
    return odds + _IS_FOREIGN * (_count_foreign(text) > _FOREIGN * len(text))


def _weigh_comments(blocks: Sequence[Block], odds: list[float]) -> list[float]:
    """The log-odds of all blocks, with those of a comment as of script, whatever it says; none in fences are."""
    opening, closing = _COMMENT
    start = None
    for n, block in enumerate(blocks):
        if start is None and block.text.startswith(opening) and not block.lines[0].text.lstrip().startswith(_FENCES):
            start = n
        if start is not None and closing in block.text:
            end = n + block.text.endswith(closing)  # what follows the comment in its line is weighed by itself
            if end - start < _LONGEST_COMMENT:
                odds[start:end] = [max(own, _IS_COMMENT) for own in odds[start:end]]
            start = None
    return odds


def _count_foreign(text: str) -> int:
    """How many letters beyond ASCII are in the text."""
    return 0 if text.isascii() else sum([letter > "\x7f" and letter.isalpha() for letter in text])


def _is_certain(texts: Sequence[str]) -> bool:
    """Whether the lines of a span are a script, or one of them is by itself."""
    size = sum(map(len, texts))
    found = [sign for text in texts for sign in signs().findall(text)]
    needed = _FEW_SIGNS if max(map(len, texts)) >= _LONG else _SIGNS
    is_script = size >= _SHORTEST and len(found) * _SIGN_EVERY >= size and len(set(found)) >= needed
    return is_script or any(map(_is_minified, texts))


def _is_minified(text: str) -> bool:
    """Whether a line is long, full of marks, and has more than one sign."""
    if len(text) < _MINIFIED:
        return False
    is_dense = count_marks(text) >= _DENSE * len(text) or text.startswith(('{"@', '[{"'))
    return is_dense and len(set(signs().findall(text))) >= _FEWEST_SIGNS
