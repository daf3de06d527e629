"""What kept and dropped lines are called."""

from collections.abc import Mapping

import pytest
from builders import block, evidence
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Block, CueHit, Decision, Evidence, Form, Hints, Label
from groats.stages.features import find_openers, find_situations, name_hints
from groats.stages.label import add_up, beside, label_blocks, likeliest, pack
from groats.stages.score import load_weights

PROSE = "The harbour board met on Tuesday to settle the future of the old lighthouse, and no offer had come in."
TEASER = "Why the ferry to Marlow will not sail again before the spring, and what the islanders make of it"

DROPPED = [label for label in Label if not label.is_kept]

Rows = list[tuple[str | Block, bool]]


def opener(label: Label) -> CueHit:
    return CueHit("opener", label, whole=True, opens=True)


def judged(
    rows: Rows, cues: Mapping[int, CueHit | tuple[CueHit, ...]] | None = None
) -> tuple[Evidence, list[Decision]]:
    return evidence([(text, 0.9 if keep else 0.1) for text, keep in rows], cues), [Decision(keep) for _, keep in rows]


def labels(rows: Rows, cues: Mapping[int, CueHit | tuple[CueHit, ...]] | None = None) -> list[str]:
    found, decisions = judged(rows, cues)
    return [*map(str, label_blocks(found, decisions, find_situations(found, decisions), load_weights().labels))]


def test_kept_blocks_are_called_by_their_form() -> None:
    forms = [form for form in Form if form is not Form.PARAGRAPH]
    made = [block("some words here", form=form) for form in forms]
    rows: list[tuple[str | Block, float]] = [("A lighthouse", 0.9), *((one, 0.9) for one in made), (PROSE, 0.9)]
    found = evidence(rows, title=0)
    given = label_blocks(found, [Decision(keep=True)] * len(rows), [()] * len(rows), {})
    assert given == ["title", "heading", "list", "quote", "code", "table", "caption", "paragraph"]


def test_a_short_line_above_a_paragraph_is_a_heading() -> None:
    rows: Rows = [(PROSE, True), ("The tower", True), (PROSE, True), ("It fell.", True)]
    assert labels(rows) == ["paragraph", "heading", "paragraph", "paragraph"]


def test_an_app_list_reaches_over_its_short_lines() -> None:
    rows: Rows = [(PROSE, True), ("Get our app", False), ("Pear", False), ("Robot", False), (TEASER, False)]
    assert labels(rows, {1: opener(Label.APP_STORE)})[1:4] == ["app_store"] * 3


def test_everything_below_the_comments_belongs_to_them_until_something_else_is_announced() -> None:
    rows: Rows = [
        (PROSE, True),
        ("3 comments", False),
        ("Ada Marlow", False),
        ("12 May 2024", False),
        (TEASER, False),
        ("Reply", False),
        ("Sign up for our letter", False),
        ("Get the best stories of the coast every Friday morning.", False),
    ]
    cues = {1: opener(Label.COMMENTS), 5: CueHit("reply", Label.COMMENTS, whole=True), 6: opener(Label.NEWSLETTER)}
    assert labels(rows, cues)[1:] == ["comments"] * 5 + ["newsletter"] * 2


def test_a_dropped_line_has_a_label_of_its_own_side() -> None:
    rows: Rows = [(text, False) for text in ["Sandport", "255", PROSE, "© 2025 Sandport Courier", "12 May 2024", "*"]]
    assert all(not Label(label).is_kept for label in labels(rows))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Saturday, 15 March 2025 01:58 PM", "date"),
        ("© 2025 Sandport Courier", "legal"),
        (PROSE, "duplicate"),
    ],
)
def test_a_line_without_a_cue_is_called_by_its_look(text: str, label: str) -> None:
    assert labels([(PROSE, True), (text, False)])[1] == label


def hints(rows: Rows, n: int, cues: Mapping[int, CueHit | tuple[CueHit, ...]] | None = None) -> set[str]:
    return set(name_hints(find_situations(*judged(rows, cues))[n]))


def test_a_kept_block_has_no_situation_and_ends_a_zone() -> None:
    rows: Rows = [("More", False), (TEASER, False), (PROSE, True), ("Sandport", False)]
    cues = {0: opener(Label.RELATED)}
    assert hints(rows, 2, cues) == set()
    assert {"zone related", "zone related near 0", "above related"} <= hints(rows, 1, cues)
    assert not any(hint.startswith(("zone", "above")) for hint in hints(rows, 3, cues))


def test_a_menu_opens_no_zone_but_lends_its_labels() -> None:
    items = ["News", "Cookies", "Contact", "Jobs", "Press"]
    rows: Rows = [
        (PROSE, True),
        *((block(item, n, blank_before=0), False) for n, item in enumerate(items)),
        (TEASER, False),
    ]
    cues = {2: opener(Label.CONSENT), 3: CueHit("menu", Label.NAVIGATION, whole=True)}
    assert {"menu", "menu navigation", "menu consent"} <= hints(rows, 5, cues)
    assert "zone consent" not in hints(rows, 6, cues)


def test_of_several_cues_the_one_that_fills_the_line_comes_first_then_the_one_that_says_most() -> None:
    part, whole = CueHit("privacy", Label.LEGAL), CueHit("menu", Label.NAVIGATION, whole=True)
    assert "cue first navigation" in hints([("Privacy", False)], 0, {0: (part, whole)})
    assert "cue first consent" in hints([("Privacy", False)], 0, {0: (part, CueHit("cookies", Label.CONSENT))})


def test_looks_copies_and_markup_are_hints() -> None:
    biography = "Ada Marlow has written on the coast for the paper since she left the harbour school."
    rows: Rows = [(PROSE, True), ("Ada Marlow", False), (biography, False), (PROSE, False)]
    assert {"name", "name below it", "kept above"} <= hints(rows, 1)
    assert "name above it" in hints(rows, 2)
    assert {"copy of kept", "long copy of kept"} <= hints(rows, 3)
    link = block("Home", hints=Hints(link_share=1.0, landmark="nav", names="topnav"))
    assert {"link", "landmark nav", "named nav"} <= hints([(link, False)], 0)
    titled = evidence(
        [("The tower | Courier", 0.1), ("The tower", 0.9), (PROSE, 0.9), ("The tower | Courier", 0.1)], title=1
    )
    found = find_situations(titled, [Decision(keep) for keep in (False, True, True, False)])
    assert {"title and more", "repeated"} <= set(name_hints(found[0]))


def test_the_place_of_a_line_is_told_by_the_main_run_and_the_headline() -> None:
    rows = [("a", 0.1), ("The tower", 0.4), ("b", 0.1), (PROSE, 0.9), ("c", 0.1), (PROSE, 0.9), ("d", 0.1)]
    found = find_situations(evidence(rows, title=1), [Decision(score > 0.2) for _, score in rows])
    places = [next(hint for hint in name_hints(found[n]) if hint.startswith("place")) for n in (0, 2, 4, 6)]
    assert places == ["place above", "place under title", "place within", "place below"]


def test_what_announced_a_line_is_remembered_until_the_article_goes_on() -> None:
    rows: Rows = [("More stories", False), (TEASER, False), (PROSE, True), (TEASER, False)]
    found, _ = judged(rows, {0: opener(Label.RELATED)})
    given = [Label.RELATED, Label.RELATED, Label.PARAGRAPH, Label.RELATED]
    assert find_openers(found, given) == ["", "More stories", "", ""]


def test_the_label_that_most_speaks_for_wins_and_without_a_word_it_is_other() -> None:
    weights = {"a": pack({Label.DATE: 1.0, Label.LEGAL: 0.4}), "b": pack({Label.LEGAL: 0.7, Label.BIO: -30.0})}
    assert likeliest(add_up(["a"], weights)) is Label.DATE
    assert likeliest(add_up(["a", "b"], weights)) is Label.LEGAL
    assert likeliest(add_up(["c"], weights)) is Label.OTHER


@given(st.lists(st.dictionaries(st.sampled_from(DROPPED), st.integers(-2000, 2000), min_size=1), min_size=1))
def test_packed_weights_add_up_as_those_of_each_label_do(hints: list[dict[Label, int]]) -> None:
    weights = {str(n): pack({label: weight / 100 for label, weight in hint.items()}) for n, hint in enumerate(hints)}
    sums = {label: sum(hint.get(label, 0) for hint in hints) for label in DROPPED}
    assert sums[likeliest(add_up(weights, weights))] == max(sums.values())


def test_the_neighbours_labels_are_hints() -> None:
    assert beside(None, Label.LEGAL) == ("previous is edge", "next is legal")
    assert beside(Label.DATE, Label.PARAGRAPH) == ("previous is date", "next is kept")
