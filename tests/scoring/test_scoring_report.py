import json

from scored_pages import scored

from groats.scoring.compare import Comparison
from groats.scoring.report import to_json
from groats.scoring.summary import MEASURES, estimate, group

PAGES = (
    scored("a", "one two three", "one two three", type="article", set="s"),
    scored("b\udcff", "one two three", None, type="forum\udcff"),
)


def test_json_holds_all_that_was_measured() -> None:
    comparison = Comparison(PAGES, ("x\udcff",))
    written = to_json(comparison, estimate(page.score for page in PAGES), group(PAGES), ["c\udcff failed."])
    report = json.loads(written)
    assert written.endswith(b"}\n")
    assert report["schema"] == "groats-score/1"
    assert (report["count"], report["resamples"]) == (2, 1000)
    assert list(report["scores"]) == [name for name in MEASURES if not name.startswith("with")]
    assert report["scores"]["word_f1"] == {"mean": 0.5, "low": 0.0, "high": 1.0}
    assert [(one["by"], one["name"], one["count"]) for one in report["groups"]] == [
        ("set", "s", 1),
        ("type", "article", 1),
        ("type", "forum?", 1),
    ]
    assert report["groups"][0]["scores"]["exact"] == {"mean": 1.0, "low": 1.0, "high": 1.0}
    assert (report["missing"], report["unmatched"], report["failures"]) == (["b?"], ["x?"], ["c? failed."])
    assert report["pages"] == [
        {
            "id": "a", "set": "s", "type": "article", "language": None,
            "word_f1": 1.0, "word_precision": 1.0, "word_recall": 1.0, "exact": 1.0,
            "shingle_f1": 1.0, "shingle_precision": 1.0, "shingle_recall": 1.0,
            "with_found": None, "without_found": None, "reference_words": 3, "output_words": 3, "metadata": {},
        },
        {
            "id": "b?", "set": None, "type": "forum?", "language": None,
            "word_f1": 0.0, "word_precision": 0.0, "word_recall": 0.0, "exact": 0.0,
            "shingle_f1": 0.0, "shingle_precision": None, "shingle_recall": 0.0,
            "with_found": None, "without_found": None, "reference_words": 3, "output_words": 0, "metadata": {},
        },
    ]  # fmt: skip


def test_measures_have_four_digits() -> None:
    page = scored("a", "one two three", "one")
    report = json.loads(to_json(Comparison((page,), ()), estimate([page.score]), []))
    assert report["pages"][0]["word_recall"] == report["scores"]["word_recall"]["mean"] == 0.3333
