"""The pages to learn from, as they are read."""

import json
import lzma
from collections import Counter
from pathlib import Path

import pytest
from training_pages import write_corpus

from groats.training.corpus import FOLDS, corpus_hash, read_reviewed, read_samples, read_seeds
from groats.training.dumps import DUMPS, RELINED, dump_page, reline, reline_text


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("data"))


def test_every_page_is_read_in_every_form_and_its_host_alone_names_its_fold(data: Path) -> None:
    samples = list(read_samples(data, ("wcxb-dev",), ("chrome", "html", "gold")))
    assert len(samples) == 30
    assert len({(sample.host, sample.fold) for sample in samples}) == 10
    assert {sample.fold for sample in samples} <= set(range(FOLDS))
    assert len({sample.fold for sample in samples}) > 1


def test_what_is_noted_of_a_page_comes_with_it(data: Path) -> None:
    page = next(read_samples(data, ("wcxb-dev",), ("chrome",)))
    assert page.title == "What site 0 heard of the harbour"
    assert page.present == (page.gold.split("\n")[0],)
    assert page.absent == ("Imprint",)


def test_a_reference_text_is_written_as_clean_paragraphs_or_in_one_line(data: Path, tmp_path: Path) -> None:
    row = json.loads(lzma.decompress((data / "wcxb-dev.jsonl.xz").read_bytes()).splitlines()[0])
    rows = "".join(f"{json.dumps(row | {'id': f'page-{n}'})}\n" for n in range(200))
    (tmp_path / "wcxb-dev.jsonl.xz").write_bytes(lzma.compress(rows.encode()))
    pages = Counter(page.raw for page in read_samples(tmp_path, ("wcxb-dev",), ("gold",)))
    assert set(pages) == {"\n\n".join(row["gold"].split("\n")), " ".join(row["gold"].split())}
    assert pages.most_common()[0][0].count("\n\n")
    assert pages.most_common()[1][1] in range(30, 70)


def test_dumps_are_made_of_the_page_and_of_the_text_that_a_browser_shows(data: Path) -> None:
    found = list(read_samples(data, ("wcxb-dev",), ("chrome", "dump", "relined")))
    assert len(found) == 30
    assert {page.kind for page in found} == {"text"}
    words = {page.id: page.raw.split() for page in found if page.renderer == "chrome"}
    assert all(page.raw.split() == words[page.id] for page in found if page.renderer == "relined")


def test_lines_are_set_apart_in_each_way() -> None:
    text = " Home\tNews \n\n\nThe  wheel turns.\n"
    assert [reline(text, between) for between in RELINED.values()] == [
        "Home News The wheel turns.",
        "Home News\nThe wheel turns.",
        "Home News\n\nThe wheel turns.",
    ]
    assert len({reline_text(f"page-{n}", text) for n in range(100)}) == len(RELINED)


def test_each_dump_is_what_it_says() -> None:
    html = "<body><p>One <b>two</b>.</p><script>var a = 1 &lt; 2;</script><p>Three.</p></body>"
    assert {name: make(html) for name, make in DUMPS.items()} == {
        "a line a text node": "One \ntwo\n.\nThree.",
        "a line a text node, scripts too": "One \ntwo\n.\nvar a = 1 &lt; 2;\nThree.",
        "text nodes glued": "One two.Three.",
        "text nodes glued, scripts too": "One two.var a = 1 &lt; 2;Three.",
        "a line for each tag, scripts too": "\n\nOne \ntwo\n.\n\nvar a = 1 < 2;\n\nThree.\n\n",
        "a space for each tag": "  One  two .   Three.  ",
        "a space for each tag, scripts too": "  One  two .  var a = 1 < 2;  Three.  ",
        "all in one line": "One two . Three.",
    }
    assert {dump_page(f"page-{n}", html) for n in range(100)} == {make(html) for make in DUMPS.values()}


def test_a_page_for_which_a_renderer_has_no_text_is_no_sample(data: Path, tmp_path: Path) -> None:
    (tmp_path / "wcxb-dev.jsonl.xz").write_bytes((data / "wcxb-dev.jsonl.xz").read_bytes())
    (tmp_path / "text" / "lynx").mkdir(parents=True)
    texts = lzma.compress(json.dumps({"page-3": "The lamp.", "page-4": " \n"}).encode())
    (tmp_path / "text" / "lynx" / "wcxb-dev.json.xz").write_bytes(texts)
    assert [sample.id for sample in read_samples(tmp_path, ("wcxb-dev",), ("lynx",))] == ["page-3"]
    with pytest.raises(FileNotFoundError):
        list(read_samples(tmp_path, ("wcxb-dev",), ("chrome",)))


def test_a_set_whose_reference_texts_begin_with_their_title_notes_it_so(data: Path, tmp_path: Path) -> None:
    (tmp_path / "daniel-a.jsonl.xz").write_bytes((data / "wcxb-dev.jsonl.xz").read_bytes())
    page = next(read_samples(tmp_path, ("daniel-a",), ("html",)))
    assert page.title == page.gold.split("\n")[0]


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


def test_reviewed_pages_come_with_the_reference_texts_of_their_names(tmp_path: Path) -> None:
    pages, references = tmp_path / "pages", tmp_path / "refs"
    for folder in (pages / "post", references / "post"):
        folder.mkdir(parents=True)
    (pages / "post" / "mill.html").write_text("<html><body><p>The wheel turns.</p></body></html>")
    (pages / "post" / "weir.txt").write_bytes("The weir of the Café holds.".encode("latin-1"))
    (pages / "barn.txt").write_text("The barn burns.")
    (pages / "unread.txt").write_text("Nobody read this.")
    (references / "post" / "mill.txt").write_text("The wheel turns.\n")
    (references / "post" / "weir.txt").write_text("The weir of the Café holds.\n", encoding="utf-8")
    (references / "barn.txt").write_text("")
    read = {sample.id: sample for sample in read_reviewed(pages, references)}
    assert {name: (sample.renderer, sample.host, sample.gold) for name, sample in read.items()} == {
        "barn.txt": ("chrome", "barn.txt", ""),
        "post/mill.html": ("html", "post", "The wheel turns.\n"),
        "post/weir.txt": ("chrome", "post", "The weir of the Café holds.\n"),
    }
    assert "Café" in read["post/weir.txt"].raw
    assert list(read_reviewed(pages, pages)) == []
