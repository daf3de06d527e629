import json
from collections import Counter
from pathlib import Path

import pytest
from regenerate import render_seed
from seed_pages import GOLDEN, ROOT, SEEDS, compare, labels_of

from groats import Label, clean
from groats.render.text import to_text
from groats.training.seeds import read_table

SHARED_SEED = ROOT.parent / "shared" / "seed"

each_seed = pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)


@each_seed
@pytest.mark.parametrize("form", ["txt", "json"])
def test_a_seed_comes_out_as_its_golden_file(seed: Path, form: str) -> None:
    assert render_seed(seed, form) == (GOLDEN / f"{seed.stem}.{form}").read_bytes().decode()


@each_seed
def test_every_line_with_text_has_a_label_and_every_label_a_line(seed: Path) -> None:
    lines = {line.number: line.text for line in clean(seed.read_bytes()).page.lines if line.text.strip()}
    rows = read_table(labels_of(seed))
    assert [row.number for row in rows] == list(lines)
    for row in rows:
        assert " ".join(lines[row.number].split()).startswith(" ".join(row.text.split())), f"line {row.number}"


@each_seed
def test_the_labels_of_a_seed_are_of_the_vocabulary_and_on_their_side(seed: Path) -> None:
    for row in read_table(labels_of(seed)):
        assert {Label(label).is_kept for label in row.labels} == {row.keep}, f"line {row.number}"


@each_seed
def test_cleaning_the_cleaned_text_changes_nothing(seed: Path) -> None:
    once = to_text(clean(seed.read_bytes()))
    assert to_text(clean(once)) == once


def test_verdicts_on_the_seeds_are_right() -> None:
    found = {seed.name: compare(clean(seed.read_bytes()), read_table(labels_of(seed))) for seed in SEEDS}
    lines = sum(agreement.lines for agreement in found.values())
    misses = "\n".join(f"{name}, {miss}" for name, agreement in found.items() for miss in agreement.misses)
    assert sum(agreement.right_sides for agreement in found.values()) / lines >= 0.99, misses
    assert sum(agreement.right_labels for agreement in found.values()) / lines >= 0.95, misses


def test_seeds_golden_files_and_labels_belong_together() -> None:
    slugs = Counter(seed.stem for seed in SEEDS)
    assert [slug for slug, times in slugs.items() if times > 1] == []
    assert {path.name for path in GOLDEN.iterdir()} == {
        f"{slug}.{ending}" for slug in slugs for ending in ("txt", "json", "labels.tsv")
    }


@pytest.mark.skipif(not SHARED_SEED.is_dir(), reason="the first document lies beside the clone, if anywhere")
def test_the_document_that_the_project_began_with_comes_out_exactly() -> None:
    article = clean(next(SHARED_SEED.glob("*.txt")).read_bytes())
    agreement = compare(article, read_table(SHARED_SEED / "labels.tsv"))
    assert agreement.right_sides == agreement.lines, "\n".join(agreement.misses)

    expected = json.loads((SHARED_SEED / "expected.json").read_text("utf-8"))
    found = {name: article.text if name == "text" else getattr(article.metadata, name) for name in expected}
    assert {name: _fold(value) for name, value in found.items()} == {
        name: _fold(value) for name, value in expected.items()
    }


def _fold(value: object) -> object:
    """Text with the white space inside its lines folded; a list as a tuple."""
    if isinstance(value, str):
        return [" ".join(line.split()) for line in value.split("\n")]
    return tuple(value) if isinstance(value, list) else value
