import json
from pathlib import Path

import pytest
from running import Run, sentences

PAGE = "x Menu\n\nT The mill\n\nIt turns.\n\nIt grinds.\n\nx Share\n"
TEXT = "The mill\n\nIt turns.\n\nIt grinds.\n"
BODY = "It turns.\n\nIt grinds."

pytestmark = pytest.mark.usefixtures("simple")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a page, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    Path("other.txt").write_text("x Home\n\nÖl läuft.\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("arguments", [["page.txt"], ["clean", "page.txt"], ["./page.txt"], ["--", "page.txt"]])
def test_a_page_becomes_its_article(arguments: list[str], run: Run) -> None:
    done = run(*arguments)
    assert (done.code, done.out, done.words) == (0, TEXT, "")


def test_a_file_named_like_a_command_can_be_cleaned(run: Run) -> None:
    Path("cues").write_text(PAGE, encoding="utf-8")
    assert (
        run("./cues").out == run("clean", "cues").out == run("--no-title", "--", "cues").out.join(["The mill\n\n", ""])
    )


def test_a_file_whose_name_begins_with_a_hyphen_can_be_cleaned(run: Run) -> None:
    Path("-odd.txt").write_text(PAGE, encoding="utf-8")
    assert run("--", "-odd.txt").out == TEXT


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["-f", "text"], TEXT),
        (["--format", "text", "--no-title"], f"{BODY}\n"),
        (["-f", "markdown"], f"# The mill\n\n{BODY}\n"),
        (["-f", "markdown", "--no-title"], f"{BODY}\n"),
        (["--drop", "title"], f"{BODY}\n"),
        (["--drop", "paragraph"], ""),
        (["--keep", "navigation", "--no-title"], f"x Menu\n\n{BODY}\n\nx Share\n"),
        (["--keep", "navigation,share", "--drop", "paragraph"], "The mill\n\nx Menu\n\nx Share\n"),
        (["--keep", "navigation", "--keep", "share", "--drop", "paragraph"], "The mill\n\nx Menu\n\nx Share\n"),
        (["--from", "text", "--encoding", "utf-8", "--url", "https://example.org/"], TEXT),
    ],
)
def test_options_shape_the_article(options: list[str], expected: str, run: Run) -> None:
    done = run(*options, "page.txt")
    assert (done.code, done.out, done.words) == (0, expected, "")


def test_json_is_one_indented_record(run: Run) -> None:
    done = run("-f", "json", "--url", "https://example.org/", "page.txt")
    record = json.loads(done.out)
    assert (record["title"], record["text"], record["source"], record["url"]) == (
        "The mill", BODY, "page.txt", "https://example.org/",
    )  # fmt: skip
    assert record["removed"] == {"navigation": 2}
    assert done.out.startswith('{\n  "schema": "groats/1"')


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_of_several_files_is_json_lines(form: str, run: Run) -> None:
    records = [json.loads(line) for line in run("-f", form, "page.txt", "other.txt").out.splitlines()]
    assert [(record["source"], record["text"]) for record in records] == [
        ("page.txt", BODY),
        ("other.txt", "Öl läuft."),
    ]


def test_jsonl_of_one_file_is_one_line(run: Run) -> None:
    assert run("-f", "jsonl", "page.txt").out.count("\n") == 1


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_several_files_come_under_headings_as_head_has_them(form: str, run: Run) -> None:
    title = "# The mill" if form == "markdown" else "The mill"
    assert run("-f", form, "page.txt", "other.txt").out == (
        f"==> page.txt <==\n{title}\n\n{BODY}\n\n==> other.txt <==\nÖl läuft.\n"
    )


@pytest.mark.parametrize("options", [["--lines"], ["--lines", "-f", "jsonl"]])
def test_lines_gives_every_line_of_the_input_with_its_reasons(options: list[str], run: Run) -> None:
    records = [json.loads(line) for line in run(*options, "page.txt").out.splitlines()]
    assert [record["text"] for record in records] == PAGE.splitlines()
    assert list(records[0]) == ["n", "start", "end", "keep", "label", "score", "why", "text"]
    assert records[0]["why"] == ["it says so"]
    assert "".join(PAGE[record["start"] : record["end"]] for record in records) == PAGE


def test_the_lines_of_several_files_name_their_file(run: Run) -> None:
    records = [json.loads(line) for line in run("--lines", "page.txt", "other.txt").out.splitlines()]
    assert {record["source"] for record in records} == {"page.txt", "other.txt"}


def test_schema_needs_no_input(run: Run) -> None:
    done = run("--schema")
    assert done.code == 0
    assert "groats/1" in json.dumps(json.loads(done.out))
    assert run("clean", "--schema", "-o", "schema.json").out == ""
    assert Path("schema.json").read_text(encoding="utf-8") == done.out


def test_check_names_the_files_that_something_would_be_removed_from(run: Run) -> None:
    Path("clean.txt").write_text(TEXT, encoding="utf-8")
    done = run("--check", "clean.txt", "page.txt", "other.txt")
    assert (done.code, done.out) == (1, "")
    assert done.words == ("groats: page.txt: 2 lines would be removed.\ngroats: other.txt: 1 line would be removed.\n")


def test_check_is_content_with_a_clean_page(run: Run) -> None:
    Path("clean.txt").write_text(TEXT, encoding="utf-8")
    done = run("--check", "clean.txt")
    assert (done.code, done.out, done.words) == (0, "", "")


@pytest.mark.parametrize(
    ("files", "code"), [(["missing"], 2), (["missing", "page.txt"], 3), (["crash", "page.txt"], 3)]
)
def test_a_failure_counts_for_more_than_what_check_found(files: list[str], code: int, run: Run) -> None:
    Path("crash").write_text("[crash]", encoding="utf-8")
    assert run("--check", *files).code == code


def test_output_goes_to_a_file_of_its_own(folder: Path, run: Run) -> None:
    done = run("page.txt", "-o", "article.txt")
    assert (done.code, done.out, done.words) == (0, "", "")
    assert Path("article.txt").read_text(encoding="utf-8") == TEXT
    assert sorted(path.name for path in folder.iterdir()) == ["article.txt", "other.txt", "page.txt"]


def test_a_hyphen_for_the_output_is_standard_output(run: Run) -> None:
    assert run("page.txt", "--output", "-").out == TEXT


@pytest.mark.parametrize(
    ("warning", "sentence"),
    [
        ("no_article", "no article was found."),
        ("consent_wall", "only a consent notice was found: the page behind it was not scraped."),
        ("new_warning", "new warning."),
    ],
)
def test_a_warning_is_a_sentence_and_no_failure(warning: str, sentence: str, run: Run) -> None:
    Path("wall.txt").write_text(f"[{warning}]\n", encoding="utf-8")
    done = run("wall.txt")
    assert (done.code, done.out, done.words) == (0, "", f"groats: wall.txt: {sentence}\n")


def test_a_page_that_fails_takes_no_other_with_it(run: Run) -> None:
    Path("crash").write_text("[crash]", encoding="utf-8")
    done = run("-f", "jsonl", "crash", "missing", "page.txt", "-o", "all.jsonl")
    assert done.code == 3
    assert [line.split(" ")[1] for line in sentences(done.words)] == ["crash:", "missing"]
    assert json.loads(Path("all.jsonl").read_text(encoding="utf-8"))["source"] == "page.txt"


def test_headings_keep_their_distance_when_the_first_file_fails(run: Run) -> None:
    assert run("missing", "other.txt", "page.txt").out.startswith("==> other.txt <==\nÖl läuft.\n\n==> page.txt <==\n")


def test_a_moment_of_the_visit_that_is_none_is_a_usage_error(run: Run) -> None:
    done = run("--now", "last week", "page.txt")
    assert (done.code, done.out) == (2, "")
    assert "--now last week" in " ".join(sentences(done.words))
    assert run("--now", "2025-03-15T14:30", "page.txt").code == 0
