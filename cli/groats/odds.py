"""Likelihoods as log-odds, which can be added up, and back."""

from collections.abc import Iterable
from math import exp, log

_EDGE = 1e-6  # likelihoods are held so far from 0 and 1, so that their log-odds are finite
_EXTREME = 30.0  # log-odds: below the negative of it nothing changes but the danger of an overflow


def log_odds(likelihood: float, edge: float = _EDGE) -> float:
    """The log-odds of a likelihood (0 to 1), which is held so far from its `edge`s."""
    inside = min(1.0 - edge, max(edge, likelihood))
    return log(inside / (1.0 - inside))


def likelihood(log_odds: float) -> float:
    """The likelihood (0 to 1) of log-odds: the logistic function."""
    return likelihoods((log_odds,))[0]


def likelihoods(log_odds: Iterable[float]) -> list[float]:
    """The likelihood of each of the log-odds."""
    return [1.0 / (1.0 + exp(-odds if odds > -_EXTREME else _EXTREME)) for odds in log_odds]
