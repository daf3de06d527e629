"""The columns of the short lines around an article say of each line what its block says."""

from builders import block
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Label, Page, Verdict
from groats.stages.metadata.clues import LONGEST_LINE, gather_clues

TEXTS = [
    "Coast",
    "5 March 2025",
    "٥ مارس ٢٠٢٥",
    "By  Ada\tLind",
    "\u200b",
    " ",
    "so " * LONGEST_LINE,
    "The lamp is lit.",
]
verdicts = st.lists(
    st.builds(
        lambda text, keep, label: Verdict(block(text), keep=keep, label=label, score=0.9 * keep),
        st.sampled_from(TEXTS),
        st.booleans(),
        st.sampled_from(Label),
    ),
    max_size=12,
)


@given(verdicts)
def test_every_short_line_is_a_clue_in_its_place(judged: list[Verdict]) -> None:
    clues = gather_clues(Page("text", (), tuple(verdict.block for verdict in judged)), judged)
    lines = clues.at(range(len(clues.texts)))
    short = [
        verdict for verdict in judged if verdict.block.text.strip(" \u200b") and len(verdict.block.text) <= LONGEST_LINE
    ]
    assert [line[:3] for line in lines] == [
        (" ".join(verdict.block.text.split()), verdict.label, verdict.keep) for verdict in short
    ]
    assert [line.after_title for line in lines] == sorted({line.after_title for line in lines})
    assert [lines[n] for n in clues.dropped] == [line for line in lines if not line.keep]
    assert [lines[n] for n in clues.dropped_above] == [line for line in lines if not line.keep and line.after_title < 0]
    assert [lines[n] for n in clues.dated] == [line for line in lines if line.text in TEXTS[1:3]]
    assert clues.at(*clues.labelled.values()) == lines
    assert [lines[n] for n in clues.between(-1, 2)] == [line for line in lines if -1 <= line.after_title <= 2]
    assert all(line.after_end <= 0 for line in lines if line.keep)
