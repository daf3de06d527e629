"""The spans of script are the most likely ones."""

from hypothesis import given
from hypothesis import strategies as st

from groats.stages.scripts.chain import find_spans


@given(st.lists(st.floats(-9.0, 9.0), max_size=40))
def test_no_other_choice_of_one_span_weighs_more(odds: list[float]) -> None:
    def worth(spans: list[range]) -> float:
        changes = sum([1 + (span.stop < len(odds)) for span in spans])
        return sum([odds[n] for span in spans for n in span]) - 2.0 * changes

    found = worth(find_spans(odds))
    spans = [range(start, end) for start in range(len(odds)) for end in range(start + 1, len(odds) + 1)]
    assert found >= max([worth([span]) for span in spans], default=0.0) - 1e-9
    assert found >= -1e-9
