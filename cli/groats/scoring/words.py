"""How near an output's words come to those of a reference: the measure that groats is built and judged by."""

import re
from collections import Counter
from dataclasses import dataclass

# Han with its iteration marks, kana, Hangul and their half-width forms: scripts in which a word has no edge to see
# (Korean has spaces, but its words carry their particles).
_CJK = "\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f"
_CJK += "\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{_CJK}]|[^\W{_CJK}]+")


@dataclass(frozen=True, slots=True)
class WordScore:
    """Precision and recall (0 to 1) of an output's words, as multisets, against a reference's."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def tokens(text: str) -> list[str]:
    """The words of a text in lower case, in order; each Chinese, Japanese or Korean character is one by itself."""
    return _TOKEN.findall(text.lower())


def score_words(reference: str, output: str) -> WordScore:
    """The score of `output` against `reference`; where one has no words, 1 if the other has none either, else 0."""
    wanted, given = Counter(tokens(reference)), Counter(tokens(output))
    if not wanted or not given:
        equal = float(wanted == given)
        return WordScore(equal, equal)
    shared = (wanted & given).total()
    return WordScore(shared / given.total(), shared / wanted.total())


def word_f1(reference: str, output: str) -> float:
    """The F1 of `score_words`, 0 to 1."""
    return score_words(reference, output).f1
