"""What the user says wins."""

from groats.document import Decision, Label, Ruling
from groats.stages.overrule import overrule

KEEP, DROP = Decision(keep=True), Decision(keep=False)
NOTHING: frozenset[Label] = frozenset()


def test_without_a_word_of_the_user_nothing_changes() -> None:
    assert overrule([KEEP, DROP], [Label.LIST, Label.DATE], [None, None], NOTHING, NOTHING) == (
        [KEEP, DROP],
        [Label.LIST, Label.DATE],
    )


def test_labels_go_to_the_side_that_the_user_names() -> None:
    decisions, labels = overrule([KEEP, DROP], [Label.LIST, Label.DATE], [None, None], {Label.DATE}, {Label.LIST})
    assert [decision.keep for decision in decisions] == [False, True]
    assert labels == [Label.LIST, Label.DATE]
    assert decisions[0].rule == "you drop list"


def test_a_rule_gives_its_side_and_its_label_if_it_has_one() -> None:
    rulings = [Ruling(keep=False, reason="your rule mine", label=Label.LEGAL), Ruling(keep=True, reason="and mine too")]
    decisions, labels = overrule([KEEP, DROP], [Label.LIST, Label.DATE], rulings, NOTHING, NOTHING)
    assert decisions == [Decision(keep=False, rule="your rule mine"), Decision(keep=True, rule="and mine too")]
    assert labels == [Label.LEGAL, Label.DATE]


def test_a_rule_wins_over_a_label_that_the_user_moved() -> None:
    rulings = [Ruling(keep=True, reason="your rule mine"), None]
    decisions, _ = overrule([KEEP, KEEP], [Label.LIST, Label.LIST], rulings, NOTHING, {Label.LIST})
    assert [decision.keep for decision in decisions] == [True, False]
