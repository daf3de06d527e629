"""What three simple rules make of a page's text, to be measured against."""

from groats.scoring.words import tokens

# What ends a sentence: Latin, Greek, Cyrillic, CJK, Arabic, Devanagari, Armenian, Ethiopic, Khmer and Burmese marks.
_TERMINAL = ".!?…;;·。！？．｡؟۔؛।॥։።៕။"
# What may stand after the mark; like C4, a closing straight quotation mark counts as an end by itself.
_CLOSING = "\"'”’»›“)]）」』】》〉"
_FEWEST_WORDS = 5
_COST_OF_A_LINE = 10


def keep_everything(text: str) -> str:
    """The text itself."""
    return text


def c4_rule(text: str) -> str:
    """The lines of at least five words that end in terminal punctuation, of any script (Raffel et al. 2020, 2.2).

    A Chinese, Japanese or Korean character counts as a word.
    """
    return "\n".join(
        line for line in text.splitlines() if _ends_a_sentence(line) and len(tokens(line)) >= _FEWEST_WORDS
    )


def densest_run(text: str) -> str:
    """The run of lines with text whose sum of (words - 10) is largest: the maximum subarray (Kadane)."""
    lines = [line for line in text.splitlines() if line.strip()]
    best, best_run, total, start = 0, slice(0, 0), 0, 0
    for end, line in enumerate(lines, 1):
        total += len(tokens(line)) - _COST_OF_A_LINE
        if total > best:
            best, best_run = total, slice(start, end)
        if total < 0:
            total, start = 0, end
    return "\n".join(lines[best_run])


def _ends_a_sentence(line: str) -> bool:
    line = line.rstrip()
    return line.endswith('"') or line.rstrip(_CLOSING).endswith(tuple(_TERMINAL))


BASELINES = {"everything": keep_everything, "C4 rule": c4_rule, "densest run": densest_run}
