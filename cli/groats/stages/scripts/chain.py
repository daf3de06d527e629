"""A chain of two states: what stands beside script is script, unless much says that it is text."""

from collections.abc import Sequence
from itertools import compress, count, groupby

_CHANGE = 2.0  # log-odds: what it costs that one is of another kind than the one before


def find_spans(odds: Sequence[float]) -> list[range]:
    """The spans that are most likely script, given for each place the log-odds of script against text.

    It is the algorithm of A. Viterbi ("Error bounds for convolutional codes", 1967), in linear time.

    >>> find_spans([-3.0, 4.0, -1.0, 4.0, -3.0, -3.0, 2.0])
    [range(1, 4)]
    """
    text, script = 0.0, -_CHANGE
    changes: list[tuple[bool, bool]] = []
    for value in odds:
        changes.append((script - _CHANGE > text, text - _CHANGE > script))
        text, script = max(text, script - _CHANGE), max(script, text - _CHANGE) + value
    is_script = script > text
    states = []
    for change in reversed(changes):
        states.append(is_script)
        is_script ^= change[is_script]
    places = compress(count(), reversed(states))
    runs = [[place for _, place in run] for _, run in groupby(enumerate(places), lambda pair: pair[1] - pair[0])]
    return [range(run[0], run[-1] + 1) for run in runs]
