"""groats.toml and [tool.groats]: where they are found, what they may say, and that the command line wins."""

import os
from pathlib import Path

import pytest
from running import Run

from groats.commands.configuration import find_configuration
from groats.document import Label
from groats.errors import UsageError

PAGE = "x Menu\n\nT The mill\n\nIt turns.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in folders, in which the commands run."""
    inner = tmp_path / "outer" / "inner"
    inner.mkdir(parents=True)
    monkeypatch.chdir(inner)
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    return inner


def write(path: str, text: str) -> Path:
    Path(path).write_text(text, encoding="utf-8")
    return Path(path)


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"groats.toml": "bio"}, "bio"),
        ({"pyproject.toml": "bio"}, "bio"),
        ({"../groats.toml": "bio"}, "bio"),
        ({"../groats.toml": "date", "groats.toml": "bio"}, "bio"),
        ({"pyproject.toml": "date", "groats.toml": "bio"}, "bio"),
        ({"../groats.toml": "date", "pyproject.toml": "bio"}, "bio"),
        ({}, None),
    ],
)
def test_the_nearest_configuration_counts(files: dict[str, str], found: str | None) -> None:
    for name, label in files.items():
        write(name, ("[tool.groats]\n" if "pyproject" in name else "") + f'keep = ["{label}"]\n')
    assert find_configuration(None).keep == ({Label(found)} if found else set())


def test_a_folder_that_may_not_be_searched_has_no_configuration(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    look = os.stat

    def refuse(path: str | Path, **how: bool) -> os.stat_result:
        if Path(path).parent == folder.parent:
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, **how)

    write("../../groats.toml", 'keep = ["bio"]\n')
    monkeypatch.setattr("os.stat", refuse)
    assert find_configuration(None).keep == {Label.BIO}


@pytest.mark.parametrize("text", ["", "[project]\nname = 'groats'\n", "tool = 1 # groats\n", "broken ["])
def test_a_project_without_a_table_for_groats_is_passed_by(text: str) -> None:
    write("pyproject.toml", text)
    write("../groats.toml", 'keep = ["bio"]')
    assert find_configuration(None).keep == {Label.BIO}


def test_paths_are_those_beside_the_configuration() -> None:
    write("../groats.toml", 'rules = "own.toml"')
    assert [path.resolve() for path in find_configuration(None).rules] == [Path("../own.toml").resolve()]
    write("groats.toml", 'rules = ["a.toml", "/b.toml"]')
    assert find_configuration(None).rules == (Path.cwd() / "a.toml", Path("/b.toml"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("keep =", "is not TOML in UTF-8"),
        ('[tool.groats]\nformat = "json"', "groats.toml: leave [tool.groats] out, which is for pyproject.toml."),
        ('kep = ["bio"]', "groats.toml has the key 'kep', which does not exist: did you mean 'keep'?"),
        ("x-y-z = 1", "the keys are format, keep, drop, rules, no-title."),
        ('format = "pdf"', "format has to be one of text, markdown, json, jsonl."),
        ("format = []", "format has to be one of"),
        ('keep = "bio"', "keep has to be a list of texts"),
        ('drop = ["bios"]', "there is no label 'bios'; the labels are title"),
        ('keep = ["bio"]\ndrop = ["bio"]', "the label bio stands in both keep and drop"),
        ("rules = 1", "rules has to be a list of texts"),
        ("no-title = 1", "no-title has to be true or false"),
    ],
)
def test_a_configuration_that_cannot_be_used_is_told_with_its_place(text: str, words: str, folder: Path) -> None:
    write("groats.toml", text)
    with pytest.raises(UsageError) as caught:
        find_configuration(None)
    assert str(folder / "groats.toml") in str(caught.value)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tool.groats = 1", "[tool.groats] is no table"),
        ("[tool.groats]\nkep = 1", "pyproject.toml, [tool.groats] has the key 'kep'"),
        ("[tool.groats", "is not TOML in UTF-8"),
    ],
)
def test_so_is_that_of_a_project(text: str, words: str) -> None:
    write("pyproject.toml", text)
    with pytest.raises(UsageError) as caught:
        find_configuration(None)
    assert words in str(caught.value)


def test_a_file_that_is_named_counts_alone() -> None:
    write("groats.toml", 'keep = ["bio"]')
    assert find_configuration(str(write("other.toml", 'keep = ["date"]'))).keep == {Label.DATE}
    assert find_configuration("/dev/null").keep == set()
    assert find_configuration(str(write("pyproject.toml", ""))).keep == set()
    with pytest.raises(UsageError, match=r"no\.toml cannot be read: no such file"):
        find_configuration("no.toml")


def test_a_folder_that_is_gone_has_no_configuration(folder: Path) -> None:
    (folder / "page.txt").unlink()
    folder.rmdir()
    assert find_configuration(None).keep == set()


@pytest.mark.usefixtures("simple")
def test_a_configuration_shapes_the_article_and_the_command_line_wins(run: Run) -> None:
    write("groats.toml", 'keep = ["navigation"]\ndrop = ["paragraph"]\nformat = "markdown"\nno-title = true\n')
    assert run("page.txt").out == "x Menu\n"
    assert run("--keep", "paragraph", "--drop", "navigation", "page.txt").out == "It turns.\n"
    assert run("--keep", "title", "page.txt").out == "x Menu\n"
    assert '"text": "x Menu"' in run("-f", "json", "page.txt").out
    assert run("--config", "/dev/null", "page.txt").out == "The mill\n\nIt turns.\n"


def test_the_rules_of_the_command_line_come_before_those_of_the_configuration(run: Run) -> None:
    for name, action in (("ours.toml", "drop"), ("mine.toml", "keep")):
        write(
            name, f'[[rule]]\nname = "r"\naction = "{action}"\nphrases = ["share this article"]\nsources = ["*.txt"]\n'
        )
    write("groats.toml", 'rules = "ours.toml"\n')
    write("share.txt", "Share this article\n")
    assert run("share.txt").out == ""
    assert run("--rules", "mine.toml", "share.txt").out == "Share this article\n"
    assert '"your rule \\"r\\" in mine.toml"' in run("--lines", "--rules", "mine.toml", "share.txt").out


def test_a_mistake_in_a_configuration_is_a_sentence_and_nothing_is_done(run: Run) -> None:
    write("groats.toml", "formt = 1\n")
    done = run("page.txt")
    assert (done.code, done.out) == (2, "")
    assert "did you mean 'format'?" in done.words


def test_a_configuration_may_begin_with_a_byte_order_mark() -> None:
    assert find_configuration(str(write("marked.toml", '\ufeffkeep = ["bio"]'))).keep == {Label.BIO}


@pytest.mark.usefixtures("simple")
def test_links_are_for_markdown_wherever_that_is_said(run: Run) -> None:
    assert run("--links", "page.txt").code == 2
    write("groats.toml", 'format = "markdown"\n')
    assert run("--links", "page.txt").out == "# The mill\n\nIt turns.\n"
    assert run("--links", "-f", "text", "page.txt").code == 2


def test_a_page_that_shows_no_text_is_not_called_empty(run: Run) -> None:
    write("shell.html", '<html><body><div id="root"></div><script src="x.js"></script></body></html>')
    done = run("shell.html")
    assert done.words == "groats: shell.html: no text was found in it: a script or a frame would have brought it.\n"
    write("none.html", " \n")
    assert run("none.html").words == "groats: none.html: the input is empty.\n"
