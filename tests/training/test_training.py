"""From pages with reference texts to weights, on a small corpus made here."""

import json
import lzma
from pathlib import Path

import pytest

from groats.stages.score import load_weights, score_rows
from groats.training import boost
from groats.training.__main__ import main
from groats.training.align import block_shares
from groats.training.corpus import FOLDS, corpus_hash, read_samples, read_seeds

REFERENCE = "the board met on tuesday and no offer had come in before the end of the month"


@pytest.mark.parametrize(
    ("blocks", "shares"),
    [
        pytest.param(["Home", "The board met on Tuesday", "and no offer had come in"], [0.0, 1.0, 1.0], id="content"),
        pytest.param(["the board met on monday and no offer"], [pytest.approx(7 / 8)], id="one word differs"),
        pytest.param(["end of the month"], [1.0], id="a part"),
        pytest.param(["the end tuesday month"], [0.5], id="scattered matches"),
        pytest.param(["***", ""], [0.0, 0.0], id="no words"),
    ],
)
def test_a_block_counts_by_the_share_of_its_words_that_belong(blocks: list[str], shares: list[float]) -> None:
    assert block_shares(blocks, REFERENCE) == shares


def test_of_two_copies_of_the_lede_the_one_in_the_article_belongs() -> None:
    shares = block_shares(
        ["the board met on tuesday", "and no offer had come in", "the board met on tuesday"], REFERENCE
    )
    assert shares is not None
    assert shares[:2] == [1.0, 1.0]
    assert shares[2] < 0.5


def test_a_page_too_large_to_align_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("groats.training.align._LARGEST", 10)
    assert block_shares(["the board met"], REFERENCE) is None


def write_corpus(folder: Path) -> Path:
    """Ten sites with a page each: a menu, a few paragraphs of made-up words, a footer."""
    rows, texts = [], {}
    for site in range(10):
        body = [
            f"Paragraph {n} of site {site} tells at some length, with a comma, how the {word} came to the harbour."
            for n, word in enumerate(["lamp", "keeper", "ferry", "board", "tower", "tide"])
        ]
        menu = ["Home", "News", "Sport", "Weather"]
        rows.append(
            {
                "id": f"page-{site}",
                "type": "article",
                "lang": None,
                "host": f"site-{site}.example",
                "html": "".join(f"<p>{text}</p>" for text in [*menu, *body, "Imprint"]),
                "gold": "\n".join(body),
            }
        )
        texts[f"page-{site}"] = "\n".join([*menu, "", "\n\n".join(body), "", "Imprint", "Terms"])
    folder.joinpath("text", "chrome").mkdir(parents=True)
    with lzma.open(folder / "wcxb-dev.jsonl.xz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    with lzma.open(folder / "text" / "chrome" / "wcxb-dev.json.xz", "wt", encoding="utf-8") as file:
        json.dump(texts, file)
    return folder


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("data"))


def test_every_page_is_read_in_every_form_and_its_host_alone_names_its_fold(data: Path) -> None:
    samples = list(read_samples(data, ("wcxb-dev",), ("chrome", "html", "gold")))
    assert len(samples) == 30
    assert len({(sample.host, sample.fold) for sample in samples}) == 10
    assert {sample.fold for sample in samples} <= set(range(FOLDS))
    assert len({sample.fold for sample in samples}) > 1


def test_the_corpus_is_named_by_its_content(data: Path, tmp_path: Path) -> None:
    assert corpus_hash(data) == corpus_hash(data)
    assert corpus_hash(data) != corpus_hash(tmp_path)


def test_seeds_with_labels_are_pages_to_learn_from(tmp_path: Path) -> None:
    (tmp_path / "en-one.txt").write_text("Home\n\nThe lamp was lit.\n", encoding="utf-8")
    (tmp_path / "en-two.txt").write_text("has no labels yet", encoding="utf-8")
    (tmp_path / "en-one.labels.tsv").write_text(
        "line\tkeep\tlabel\ttext\n1\tdrop\tnavigation\tHome\n3\tkeep\tparagraph\tThe lamp was lit.\n", encoding="utf-8"
    )
    (sample,) = read_seeds(tmp_path, tmp_path)
    assert (sample.id, sample.renderer, sample.gold) == ("en-one", "chrome", "The lamp was lit.")


def test_the_same_corpus_gives_the_same_weights_and_they_tell_prose_from_menus(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(boost.PARAMETERS, "min_data_in_leaf", 2)
    monkeypatch.setitem(boost.PARAMETERS, "num_threads", 1)
    monkeypatch.setattr("groats.training.__main__._TREES", {"first": 8, "title": 4, "second": 8})
    weights = []
    for name in ("one.json", "two.json"):
        arguments = ["--data", str(data), "--seeds", str(tmp_path), "--output", str(tmp_path / name)]
        assert main([*arguments, "--sets", "wcxb-dev", "--renderers", "chrome", "html", "--jobs", "1"]) == 0
        weights.append((tmp_path / name).read_text("utf-8"))
    assert weights[0] == weights[1]
    assert "wcxb-dev chrome" in capsys.readouterr().out
    assert json.loads(weights[0])["corpus"] == corpus_hash(data)
    assert json.loads(weights[0])["out_of_fold_word_f1"]["wcxb-dev chrome"] > 0.9
    first = load_weights(tmp_path / "one.json").first
    prose, menu = [0.0] * len(first.features), [0.0] * len(first.features)
    prose[first.features.index("size")], menu[first.features.index("size")] = 3.0, 0.7
    prose[first.features.index("ends_sentence")] = 1.0
    high, low = score_rows(first, [prose, menu])
    assert high > low
