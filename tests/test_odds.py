from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.odds import likelihood, log_odds


@given(st.floats(0.001, 0.999))
def test_log_odds_lead_back_to_their_likelihood(likely: float) -> None:
    assert likelihood(log_odds(likely)) == pytest.approx(likely)


def test_what_is_certain_has_finite_log_odds() -> None:
    assert [log_odds(0.0), log_odds(1.0)] == pytest.approx([log(1e-6), -log(1e-6)])
    assert log_odds(1.0, 0.25) == pytest.approx(log(3.0))


@pytest.mark.parametrize(("odds", "likely"), [(-1e4, 0.0), (0.0, 0.5), (1e4, 1.0)])
def test_no_log_odds_overflow(odds: float, likely: float) -> None:
    assert likelihood(odds) == pytest.approx(likely)
