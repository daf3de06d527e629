"""The command, from pages with reference texts to weights, on a small corpus made here."""

import json
from pathlib import Path
from typing import Any

import pytest
from training_pages import write_corpus

from groats.pipeline import gather_evidence, read_page
from groats.stages.score import read_weights
from groats.training import boost
from groats.training.__main__ import main
from groats.training.boost import Size
from groats.training.corpus import FOLDS, corpus_hash
from groats.training.evaluate import load_fold

PARAGRAPH = "Paragraph {} of another site tells at some length, with a comma, how the lamp came to the harbour."


def train(data: Path, folder: Path, name: str) -> dict[str, Any]:
    arguments = ["--data", str(data), "--seeds", str(folder), "--folds", str(folder / f"{name}-folds")]
    arguments += ["--output", str(folder / f"{name}.json"), "--sets", "wcxb-dev", "--renderers", "chrome", "html"]
    assert main([*arguments, "--jobs", "1"]) == 0
    weights: dict[str, Any] = json.loads((folder / f"{name}.json").read_text("utf-8"))
    return weights


def test_the_same_corpus_gives_the_same_weights_and_they_tell_prose_from_menus(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write_corpus(tmp_path / "data")
    (tmp_path / "seeds").mkdir()
    monkeypatch.setitem(boost.PARAMETERS, "min_data_in_leaf", 2)
    monkeypatch.setitem(boost.PARAMETERS, "num_threads", 1)
    for name, trees in (("_FIRST", 8), ("_TITLE", 4), ("_SECOND", 8)):
        monkeypatch.setattr(f"groats.training.fit.{name}", Size(trees, 4, 0.5))
    weights = train(data, tmp_path, "one")
    again = train(data, tmp_path, "two")
    assert weights | {"made_on": ""} == again | {"made_on": ""}
    assert "wcxb-dev chrome" in capsys.readouterr().out
    assert weights["corpus"] == corpus_hash(data)
    assert weights["out_of_fold_word_f1"]["wcxb-dev chrome"] > 0.9
    assert min(weights["out_of_fold_titles_found"].values()) > 0.5
    page = read_page("\n\n".join(["Home", "News", *map(PARAGRAPH.format, range(4)), "Imprint"]), "text")
    for fitted in (
        read_weights((tmp_path / "one.json").read_bytes()),
        *(load_fold(tmp_path / "one-folds", fold) for fold in range(FOLDS)),
    ):
        scores = gather_evidence(page, fitted)[0].scores
        assert min(scores[2:6]) > max(*scores[:2], scores[6])


def test_seeds_and_pages_that_are_not_there_are_missed_before_the_fit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--data", str(tmp_path), "--seeds", str(tmp_path)])
    assert "has no folder seeds/" in capsys.readouterr().err
    (tmp_path / "seeds").mkdir()
    with pytest.raises(SystemExit, match="2"):
        main(["--data", str(tmp_path / "none"), "--seeds", str(tmp_path)])
    assert "none is no folder" in capsys.readouterr().err
