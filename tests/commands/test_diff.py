"""`groats diff` as scripts call it: what it writes, its exit codes, and its words."""

import json
from pathlib import Path

import pytest
from running import Run, sentences

pytestmark = pytest.mark.usefixtures("simple")

SENTENCE = (
    "After eleven silent years, the water mill at Ebbing has ground its first sack of oats, and half the village came."
)
PAGE = f"x Home\nx Share\nT The mill\n\n{SENTENCE}\n\nSo it was.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with pages, in which the commands run, beside no terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    Path("clean.txt").write_text(f"T The mill\n\n{SENTENCE}\n", encoding="utf-8")
    return tmp_path


def test_removed_lines_come_with_their_label_and_reason(run: Run) -> None:
    done = run("diff", "page.txt")
    assert done.code == 0
    assert done.words == ""
    assert done.out.splitlines()[2:4] == [
        "1 - x Home                                      │ navigation, 2 lines · it says",
        "2 - x Share                                     │ so",
    ]
    assert done.out.splitlines()[-1] == "kept 3 of 5 lines, 91 % of the characters; removed: navigation 2"


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ([], ["1 - x Home", "2 - x Share", "3   T The mill", "5   A", "7   So it was."]),
        (["--context", "0"], ["1 - x Home", "2 - x Share", "⋯ 3 lines kept"]),
        (["--only", "title"], ["⋯ 2 lines removed", "3   T The mill", "⋯ 2 lines kept"]),
        (["--why"], ["1 - x Home", "2 - x Share", "3   T The mill", "5   A", "7   So it was."]),
        (["--why", "--only", "title"], ["⋯ 2 lines removed", "3   T The mill", "⋯ 2 lines kept"]),
        (["--doubtful"], ["2 - x Share", "1 - x Home"]),
        (["--drop", "title", "--context", "0"], ["1 - x Home", "2 - x Share", "3 - T The mill", "⋯ 2 lines kept"]),
        (["--keep", "navigation"], ["⋯ 5 lines kept"]),
        (["--against", "clean.txt"], ["⋯ 1 line kept, 2 lines removed", "5   A", "7   So it was."]),
    ],
)
def test_options_say_what_is_shown(options: list[str], shown: list[str], run: Run) -> None:
    done = run("diff", *options, "page.txt")
    assert done.code == 0
    rows = [
        row.split("│")[0].strip()
        for row in done.out.rpartition("\n\n")[0].splitlines()[2:]
        if row[:2].strip().isdigit() or "⋯" in row
    ]
    assert [row if len(row) < 35 else row[:5] for row in rows] == shown


def test_standard_input_is_a_page_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("page.txt").open(encoding="utf-8") as page:
        monkeypatch.setattr("sys.stdin", page)
        done = run("diff")
    assert done.out.splitlines()[0].startswith("-  text")
    assert "2 - x Share" in done.out


def test_a_keyboard_alone_is_no_page(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("groats.commands.streams.is_terminal_input", lambda: True)
    done = run("diff")
    assert done.code == 2
    assert "say - to type a page here" in done.words


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["page.txt"], 0, []),
        (["--check", "page.txt"], 1, []),
        (["--check", "clean.txt"], 0, []),
        (["--check", "clean.txt", "page.txt"], 1, []),
        (["missing.txt"], 2, ["missing.txt cannot be read"]),
        (["page.txt", "missing.txt"], 3, ["missing.txt cannot be read"]),
        (["--check", "missing.txt", "page.txt"], 3, ["missing.txt cannot be read"]),
        (["crash.txt", "page.txt"], 3, ["crash.txt: groats made a mistake"]),
        (["--encoding", "no-such", "page.txt"], 2, ["There is no encoding no-such"]),
        (["--only", "no-such", "page.txt"], 2, ["there is no label 'no-such'"]),
        (["--style", "no-such", "page.txt"], 2, ["no-such"]),
        (["--style", "stat", "--why", "page.txt"], 2, ["leave --style stat out"]),
        (["--style", "unified", "--doubtful", "page.txt"], 2, ["leave --style unified out"]),
        (["--against", "clean.txt", "page.txt", "page.txt"], 2, ["name one FILE"]),
        (["--against", "missing.txt", "page.txt"], 2, ["missing.txt cannot be read"]),
        (["--against", "-"], 2, ["Standard input cannot be both"]),
        (["--against", "broken.json", "page.txt"], 2, ["broken.json cannot be used"]),
        (["empty"], 2, ["empty has no pages"]),
    ],
)
def test_an_end_has_its_exit_code_and_a_sentence_for_each_failure(
    arguments: list[str], code: int, words: list[str], run: Run
) -> None:
    Path("crash.txt").write_text("[crash]", encoding="utf-8")
    Path("broken.json").write_text("{", encoding="utf-8")
    Path("empty").mkdir()
    done = run("diff", *arguments)
    said = sentences(done.words)
    assert done.code == code
    assert len(said) == len(words)
    assert all(part in sentence for part, sentence in zip(words, said, strict=True))


def test_the_pages_of_a_directory_are_shown_one_after_the_other(run: Run) -> None:
    Path("pages/deep").mkdir(parents=True)
    for name in ("pages/b.txt", "pages/deep/a.html"):
        Path(name).write_text(PAGE, encoding="utf-8")
    Path("pages/picture.png").write_bytes(b"PNG")
    done = run("diff", "--from", "text", "pages", "page.txt")
    heads = [line.split("  ")[0] for line in done.out.splitlines() if "confidence" in line]
    assert heads == ["pages/b.txt", "pages/deep/a.html", "page.txt"]
    assert done.code == 0


@pytest.mark.parametrize(
    ("dest", "report"), [("out", "groats-report.json"), ("out/all.jsonl", "groats-all.jsonl-report.json")]
)
def test_of_what_was_cleaned_the_doubtful_pages_come_first(dest: str, report: str, run: Run) -> None:
    Path("out").mkdir()
    Path("out/all.jsonl").write_text("{}", encoding="utf-8")
    pages = [
        {"source": name, "path": f"../{name}", "confidence": confidence}
        for name, confidence in {"page.txt": 0.9, "clean.txt": 0.2}.items()
    ]
    Path("out", report).write_text(json.dumps({"pages": pages}), encoding="utf-8")
    done = run("diff", "--style", "stat", dest)
    assert [row.split()[0] for row in done.out.splitlines()] == ["page", "clean.txt", "page.txt", "2"]


def test_warnings_stand_on_the_page(run: Run) -> None:
    Path("wall.txt").write_text("[paywall]\nOne.", encoding="utf-8")
    Path("odd.txt").write_text("[odd_thing]\nOne.", encoding="utf-8")
    done = run("diff", "wall.txt", "odd.txt")
    assert done.words == ""
    assert "! the text ends at a paywall: what is behind it was not scraped." in done.out
    assert "! odd thing." in done.out


@pytest.mark.parametrize("style", ["stat", "unified"])
def test_warnings_are_said_where_there_is_no_place_for_them(style: str, run: Run) -> None:
    Path("wall.txt").write_text("[paywall]\nOne.", encoding="utf-8")
    done = run("diff", "--style", style, "wall.txt")
    assert sentences(done.words) == ["groats: wall.txt: the text ends at a paywall: what is behind it was not scraped."]


def test_a_patch_has_the_exact_bytes_where_nobody_reads_it(run: Run) -> None:
    Path("odd.txt").write_text("x Home\x1b[2J\nOne.\n", encoding="utf-8")
    expected = "--- odd.txt\n+++ odd.txt\n@@ -1,2 +1 @@\n-x Home\x1b[2J\n One.\n"
    assert run("diff", "--style", "unified", "odd.txt").out == expected
    assert (
        run("diff", "--style", "unified", "--context", "0", "odd.txt").out
        == expected.replace("-1,2 +1", "-1 +0,0")[:-6]
    )
    coloured = run("diff", "--style", "unified", "--color", "always", "odd.txt").out
    assert "\x1b[31m-x Home␛[2J\x1b[0m\n" in coloured


@pytest.mark.parametrize(("color", "is_coloured"), [("auto", False), ("always", True), ("never", False)])
def test_colours_are_for_who_wants_them(*, color: str, is_coloured: bool, run: Run) -> None:
    assert ("\x1b[" in run("diff", "--color", color, "page.txt").out) is is_coloured


@pytest.mark.parametrize("columns", ["10", "40", "80", "140"])
@pytest.mark.parametrize("style", ["inline", "side-by-side", "stat"])
def test_it_is_as_wide_as_it_may_be(style: str, columns: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    done = run("diff", "--style", style, "page.txt")
    assert done.code == 0
    assert style == "stat" or max(map(len, done.out.splitlines()[1:])) <= max(int(columns), 27)


@pytest.mark.parametrize("name", ["out.json", "out.jsonl"])
def test_a_clean_text_to_compare_with_may_be_a_record_of_groats(name: str, run: Run) -> None:
    Path(name).write_text(json.dumps({"title": "T The mill", "text": SENTENCE}), encoding="utf-8")
    done = run("diff", "--against", name, "page.txt")
    assert f"{name} lacks it" in done.out
    assert "it alone keeps 0, groats alone 1" in " ".join(done.out.split())
