"""What the user says wins."""

from groats.document import CueHit, Decision, Label
from groats.stages.overrule import overrule

KEEP, DROP = Decision(keep=True), Decision(keep=False)
NOTHING: frozenset[Label] = frozenset()


def test_without_a_word_of_the_user_nothing_changes() -> None:
    assert overrule([KEEP, DROP], [Label.LIST, Label.DATE], [(), ()], NOTHING, NOTHING) == (
        [KEEP, DROP],
        [Label.LIST, Label.DATE],
    )


def test_labels_go_to_the_side_that_the_user_names() -> None:
    decisions, labels = overrule([KEEP, DROP], [Label.LIST, Label.DATE], [(), ()], {Label.DATE}, {Label.LIST})
    assert [decision.keep for decision in decisions] == [False, True]
    assert labels == [Label.LIST, Label.DATE]
    assert decisions[0].rule == "you drop list"


def test_a_rule_gives_its_label_and_its_side() -> None:
    hits = [(CueHit("mine", Label.LEGAL),), (CueHit("mine-too", Label.PARAGRAPH),)]
    decisions, labels = overrule([KEEP, DROP], [Label.LIST, Label.DATE], hits, NOTHING, NOTHING)
    assert [decision.keep for decision in decisions] == [False, True]
    assert labels == [Label.LEGAL, Label.PARAGRAPH]
    assert decisions[1].rule == "your rule mine-too"
