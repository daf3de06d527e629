"""`groats review` as it is called: what it writes, and what it asks for."""

import sys
from pathlib import Path

import pytest
from articles import MARKED
from running import Run

from groats.commands import streams
from groats.review.marks import Place, read_marks
from groats.rules import load_rules


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with pages, beside which the commands run."""
    monkeypatch.chdir(tmp_path)
    for name in ("pages/a/x.html", "pages/a/x.txt", "pages/b.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(MARKED, encoding="utf-8")
    return tmp_path


def mark(*names: str, folder: str = "pages") -> None:
    marks = read_marks(Path(folder))
    for name in names:
        marks.mark(Place(name, 9, "Share this article"), "keep")


def test_suggested_rules_are_written_as_they_are_and_can_be_used(run: Run) -> None:
    mark("b.txt")
    done = run("review", "pages", "--suggest")
    assert (done.code, done.words) == (0, "")
    Path("rules.toml").write_text(done.out, encoding="utf-8")
    assert load_rules([Path("rules.toml")]).rules
    assert run("--rules", "rules.toml", "pages/b.txt").out.endswith("apron.\n\nShare this article\n")
    again = run("review", "pages", "--suggest")
    assert (again.code, again.out) == (0, "")
    assert again.words == "groats: No rule is needed: every marked line is on its side already.\n"


@pytest.mark.parametrize("options", [["--rules", "mine.toml"], ["--config", "own.toml"], []])
def test_pages_are_cleaned_by_the_rules_that_there_are(options: list[str], run: Run) -> None:
    rules = '[[rule]]\nname = "keep-share"\naction = "keep"\nphrases = ["share this article"]\n'
    Path("mine.toml" if options else "rules.toml").write_text(rules, encoding="utf-8")
    Path("own.toml").write_text('rules = "mine.toml"\n', encoding="utf-8")
    mark("b.txt")
    assert run("review", "pages", "--suggest", *options).out == ""
    assert run("review", "pages", "--suggest", "--rules", "new.toml").out.startswith("[[rule]]")


def test_a_page_by_itself_has_its_marks_beside_it(run: Run) -> None:
    mark("b.txt")
    assert 'phrases = ["share this article"]' in run("review", "pages/b.txt", "--suggest").out


def test_reference_texts_are_the_marked_pages_with_the_marks_applied(run: Run) -> None:
    mark("a/x.txt", "b.txt")
    done = run("review", "pages", "--references", "gold")
    assert (done.code, done.out, done.words) == (0, "", "groats: 2 reference texts are in gold.\n")
    assert sorted(str(path) for path in Path("gold").rglob("*.txt")) == ["gold/a/x.txt", "gold/b.txt"]
    clean = run("pages/b.txt").out
    assert Path("gold/b.txt").read_text(encoding="utf-8") == f"{clean}\nShare this article\n"
    Path("out").mkdir()
    Path("out/b.txt").write_text(clean, encoding="utf-8")
    assert "0.4" in run("score", "gold", "out").out


def test_two_pages_that_would_share_a_reference_are_told_before_anything_is_written(run: Run) -> None:
    mark("a/x.txt", "a/x.html")
    done = run("review", "pages", "--references", "gold")
    assert (done.code, done.out) == (2, "")
    assert "a/x.html and a/x.txt would both be gold/a/x.txt" in done.words
    assert not Path("gold").exists()


def test_both_can_be_asked_for(run: Run) -> None:
    mark("b.txt")
    done = run("review", "pages", "--suggest", "--references", "gold")
    assert done.out.startswith("[[rule]]")
    assert done.words == "groats: 1 reference text is in gold.\n"


@pytest.mark.parametrize("option", [["--suggest"], ["--references", "gold"]])
def test_without_marks_there_is_nothing_to_write(option: list[str], run: Run) -> None:
    done = run("review", "pages", *option)
    assert (done.code, done.out) == (2, "")
    assert "Nothing is marked in pages/groats-marks.jsonl" in done.words


def test_a_folder_for_references_that_cannot_be_made_is_told(run: Run) -> None:
    mark("b.txt")
    Path("gold").write_text("", encoding="utf-8")
    done = run("review", "pages", "--references", "gold")
    assert (done.code, "gold cannot be made" in done.words) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["no"], "no does not exist"),
        (["pages"], "needs a terminal; --suggest and --references do without."),
        (["pages", "--rules", "bad.toml"], "bad.toml has to hold one or more tables [[rule]]"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(arguments: list[str], words: str, run: Run, folder: Path) -> None:
    (folder / "bad.toml").write_text("", encoding="utf-8")
    mark("b.txt")
    more = ["--suggest"] if "--rules" in arguments else []
    done = run("review", *arguments, *more)
    assert (done.code, done.out) == (2, "")
    assert words in done.words


def test_without_textual_it_is_said_how_to_get_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("groats.review.")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [name for name in sys.modules if name.partition(".")[0] == "textual"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "textual", None)
    done = run("review", "pages")
    assert done.code == 2
    assert "pip install 'groats[review]'" in done.words


def test_a_mistake_of_our_own_is_not_taken_for_a_missing_textual(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "groats.review.app", None)
    done = run("review", "pages")
    assert "groats made a mistake" in done.words


def test_on_a_terminal_the_screen_opens_on_the_pages(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("textual")
    from groats.review.app import ReviewApp  # noqa: PLC0415 - only where textual is

    shown: list[ReviewApp] = []
    monkeypatch.setattr(streams, "is_terminal_input", lambda: True)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(ReviewApp, "run", lambda app: shown.append(app))  # noqa: PLW0108 - a bound method, not a function, would not get the app
    assert run("review", "pages").code == 0
    (app,) = shown
    assert [page.name for page in app.session.pages] == ["a/x.html", "a/x.txt", "b.txt"]
    app.session.mark(0, "keep")
    app.session.add_rules('[[rule]]\nname = "x"\naction = "keep"\nphrases = ["home"]\n')
    assert load_rules([Path("rules.toml")]).rules
