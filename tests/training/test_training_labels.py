"""What tells furniture from furniture, learnt from tables of labels."""

from pathlib import Path

from groats.document import Label
from groats.stages.label import add_up, likeliest
from groats.training.labels import fit_labels, held_out_accuracy, read_cases

HEAD = "line\tkeep\tlabel\ttext\n"


def write_seeds(folder: Path, count: int) -> None:
    for n in range(count):
        (folder / f"en-{n}.txt").write_text("Home\n\nThe keeper lit the lamp.\n\nXyzzy plugh\n", encoding="utf-8")
        (folder / f"en-{n}.labels.tsv").write_text(
            f"{HEAD}1\tdrop\tnavigation\tHome\n3\tkeep\tparagraph\tThe keeper lit the lamp.\n"
            "5\tdrop\ttags|media\tXyzzy plugh\n",
            encoding="utf-8",
        )


def test_every_dropped_line_of_a_seed_is_a_case_with_the_labels_that_are_right(tmp_path: Path) -> None:
    write_seeds(tmp_path, 1)
    cases = read_cases(tmp_path, tmp_path)
    assert [case.right for case in cases] == [(Label.NAVIGATION,), (Label.TAGS, Label.MEDIA)]
    assert {case.page for case in cases} == {"en-0"}
    assert "next is kept" in cases[0].neighbours


def test_what_the_tables_say_is_learnt(tmp_path: Path) -> None:
    write_seeds(tmp_path, 10)
    cases = read_cases(tmp_path, tmp_path)
    believed, learnt = fit_labels([]), fit_labels(cases)
    odd = cases[1]
    assert likeliest(add_up(odd.hints, learnt)) in odd.right
    assert likeliest(add_up(odd.hints, believed)) not in odd.right
    assert held_out_accuracy(cases) == 1.0


def test_without_seeds_nothing_is_right() -> None:
    assert held_out_accuracy([]) == 0.0
