import json
import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from running import Done, Run, sentences

REFERENCES: list[dict[str, object]] = [
    {"id": "a", "type": "article", "text": "The mill turns again today.", "with": ["turns again"], "without": ["menu"]},
    {"id": "b", "type": "article", "text": "The weir was mended in May."},
    {"id": "c[/x]\x1b[31m\u202e", "type": "forum", "text": "Who sells oats?"},
]
OUTPUTS: list[dict[str, object]] = [
    {"source": "pages/a.html", "title": "Menu", "text": "The mill turns again today."},
    {"id": "b", "text": "The weir was mended"},
    {"id": "x\u202e", "text": "Nobody asked."},
]
MISSING = r"Without an output, counted as empty: c[/x]\x1b[31m\u202e."
UNMATCHED = r"Without a reference, not counted: x\u202e."


def write_lines(path: str, records: list[dict[str, object]], more: str = "") -> None:
    lines = "".join(json.dumps(record) + "\n" for record in records)
    Path(path).write_text(lines + more, encoding="utf-8")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with references and outputs, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    write_lines("gold.jsonl", REFERENCES)
    write_lines("out.jsonl", OUTPUTS)
    return tmp_path


def said(done: Done) -> list[str]:
    return [line.removeprefix("groats: ") for line in sentences(done.words)]


def test_the_tables_are_plain_columns_with_the_name_last(run: Run) -> None:
    done = run("score", "gold.jsonl", "out.jsonl")
    assert done.code == 0
    assert said(done) == [MISSING, UNMATCHED]
    whole, types, worst = done.out.removesuffix("\n").split("\n\n")
    assert whole.splitlines()[0] == " mean   low  high of 3 pages"
    assert [line.split()[0] for line in whole.splitlines()[1:4]] == ["0.600", "0.667", "0.556"]
    assert [line.split()[3] for line in whole.splitlines()[1:]] == [
        "word_f1", "word_precision", "word_recall", "exact",
        "shingle_f1", "shingle_precision", "shingle_recall", "with_found", "without_found",
    ]  # fmt: skip
    assert [line.split() for line in types.splitlines()] == [
        ["pages", "f1", "low", "high", "prec", "recall", "exact", "shingle", "with", "without", "type"],
        ["2", "0.900", "0.800", "1.000", "1.000", "0.833", "0.500", "0.800", "1.000", "0.000", "article"],
        ["1", "0.000", "0.000", "0.000", "0.000", "0.000", "0.000", "0.000", "-", "-", "forum"],
    ]
    assert worst.splitlines() == [
        "   f1  prec recall shingle wanted given page",
        r"0.000 0.000  0.000   0.000      3     0 c[/x]\x1b[31m\u202e",
        "0.800 1.000  0.667   0.500      6     4 b",
    ]


@pytest.mark.parametrize(
    ("options", "pages"),
    [
        ([], ["c", "b"]),
        (["--worst", "1"], ["c"]),
        (["--worst", "0"], []),
        (["--pages"], ["c", "b", "a"]),
        (["--pages", "--worst", "1"], ["c", "b", "a"]),
    ],
)
def test_the_worst_pages_or_all_are_listed(options: list[str], pages: list[str], run: Run) -> None:
    tables = run("score", "gold.jsonl", "out.jsonl", *options).out.split("\n\n")
    assert [line.split()[-1][0] for table in tables[2:] for line in table.splitlines()[1:]] == pages


@pytest.mark.parametrize(
    ("side", "data"),
    [
        ("out.txt", "The mill turns."),
        ("-", "The mill turns."),
        ("-", '{"source": "page.html", "text": "The mill turns."}'),
        ("page.json", '{"source": "page.html", "text": "The mill turns."}'),
    ],
)
def test_one_text_is_the_reference_of_the_other(
    side: str, data: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("ref.txt").write_text("The mill turns again.")
    Path(side).write_text(data)
    for both in (("ref.txt", side), (side, "ref.txt")):
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data.encode())))
        done = run("score", *both)
        assert (done.code, done.words) == (0, "")
        assert done.out.splitlines()[1].split() == ["0.857", "0.857", "0.857", "word_f1"]


def test_json_holds_every_page(run: Run) -> None:
    done = run("score", "gold.jsonl", "out.jsonl", "-f", "json")
    report = json.loads(done.out)
    assert report["schema"] == "groats-score/1"
    assert [page["id"] for page in report["pages"]] == ["a", "b", "c[/x]\x1b[31m\u202e"]
    assert report["scores"]["word_f1"]["mean"] == 0.6
    assert (report["missing"], report["unmatched"]) == (["c[/x]\x1b[31m\u202e"], ["x\u202e"])


def test_the_title_counts_when_it_is_asked_for(run: Run) -> None:
    done = run("score", "gold.jsonl", "out.jsonl", "--title", "-f", "json")
    assert [page["output_words"] for page in json.loads(done.out)["pages"]] == [6, 4, 0]


def test_directories_match_by_path(run: Run) -> None:
    for name, text in {
        "gold/x/a.txt": "The mill",
        "gold/b.md": "A weir",
        "out/x/a.json": '{"text": "The mill"}',
    }.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    done = run("score", "gold", "out", "--pages")
    assert said(done) == ["Without an output, counted as empty: b."]
    assert [line.split()[-1] for line in done.out.splitlines()[-2:]] == ["b", "x/a"]
    assert "type" not in done.out


def test_pages_that_are_all_right_leave_nothing_to_list(run: Run) -> None:
    done = run("score", "gold.jsonl", "gold.jsonl")
    assert (done.code, done.words) == (0, "")
    assert done.out.splitlines()[1] == "1.000 1.000 1.000 word_f1"
    assert "wanted" not in done.out


def test_many_missing_pages_are_counted(run: Run) -> None:
    write_lines("gold.jsonl", [{"id": f"p{number:02}", "text": ""} for number in range(20)])
    write_lines("out.jsonl", [{"id": "p00", "text": ""}])
    words = said(run("score", "gold.jsonl", "out.jsonl"))[0]
    assert words.endswith(": " + ", ".join(f"p{number:02}" for number in range(1, 11)) + " and 9 more.")


@pytest.mark.parametrize(
    ("least", "code", "words"),
    [
        ("0.6", 0, []),
        ("0.61", 1, ["The mean word F1, 0.6, is less than 0.61."]),
        ("1", 1, ["The mean word F1, 0.6, is less than 1.0."]),
    ],
)
def test_a_mean_below_the_floor_is_code_1(least: str, code: int, words: list[str], run: Run) -> None:
    done = run("score", "gold.jsonl", "out.jsonl", "--fail-under", least)
    assert (done.code, said(done)) == (code, [MISSING, UNMATCHED, *words])
    assert done.out


@pytest.mark.parametrize("side", ["gold.jsonl", "out.jsonl"])
def test_a_record_that_cannot_be_used_is_code_3_and_the_others_are_scored(side: str, run: Run) -> None:
    with Path(side).open("a", encoding="utf-8") as file:
        file.write('{"id": "d\x1b", "text": 1}\n')
    done = run("score", "gold.jsonl", "out.jsonl", "--fail-under", "1")
    assert done.code == 3
    assert f"{side}, line 4, cannot be used: " in said(done)[0]
    assert "of 3 pages" in done.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["no.jsonl", "out.jsonl"], "no.jsonl cannot be read: no such file or directory.", id="missing"),
        pytest.param(["gold.jsonl", "no\x1b\u202e"], r"no\x1b\u202e cannot be read", id="a name with controls"),
        pytest.param(["empty", "out.jsonl"], "There is no reference to measure against", id="an empty directory"),
        pytest.param(["gold.jsonl", "bad.jsonl"], "bad.jsonl, line 1, cannot be used", id="nothing to use"),
        pytest.param(["gold.jsonl", "bad.jsonl"], "no output to measure: what was found cannot be used.", id="why"),
        pytest.param(["bad.jsonl", "out.jsonl"], "to measure against: what was found cannot be used.", id="or that"),
        pytest.param(["gold.jsonl", "out.jsonl", "--fail-under", "nan"], "is no number from 0 to 1", id="no number"),
        pytest.param(["gold.jsonl", "twice.jsonl"], "have the same id, b: leave one of them out.", id="an id twice"),
        pytest.param(["gold.jsonl", "page.txt"], "the first of them are page and a.", id="one text for several"),
        pytest.param(["gold.jsonl", "page.pdf"], "page.pdf is neither a directory nor", id="no text"),
        pytest.param(["-", "-"], "Standard input cannot be both", id="one input for both sides"),
        pytest.param(["gold.jsonl"], "OUTPUT", id="one side"),
        pytest.param(["gold.jsonl", "out.jsonl", "--fail-under", "60"], "60", id="a floor that is no share"),
        pytest.param(["gold.jsonl", "out.jsonl", "--worst", "-1"], "--worst", id="fewer than none"),
    ],
)
def test_what_cannot_be_scored_is_code_2_and_a_sentence(arguments: list[str], words: str, run: Run) -> None:
    Path("empty").mkdir()
    Path("page.txt").write_text("one")
    Path("page.pdf").write_text("one")
    write_lines("bad.jsonl", [], "oops\n")
    write_lines("twice.jsonl", [*OUTPUTS, OUTPUTS[1]])
    done = run("score", *arguments)
    assert (done.code, done.out) == (2, "")
    assert words in "\n".join(said(done))


def score_on_terminal(columns: int, **environment: str) -> bytes:
    """What the command writes to a terminal, without carriage returns."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    plain = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    process = subprocess.Popen(
        [sys.executable, "-m", "groats", "score", "gold.jsonl", "out.jsonl"],
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        env={**plain, "COLUMNS": str(columns), "TERM": "xterm-256color", **environment},
    )
    os.close(theirs)
    written = b""
    try:
        while part := os.read(ours, 4096):
            written += part
    except OSError:  # Linux says so that the other end is closed
        pass
    os.close(ours)
    assert process.wait(timeout=60) == 0
    return written.replace(b"\r", b"")


def test_on_a_terminal_heads_are_bold_and_lines_fit() -> None:
    lines = score_on_terminal(48).decode().splitlines()
    assert lines[0] == "\x1b[1m mean   low  high of 3 pages\x1b[0m"
    assert lines[-2] == r"0.000 0.000  0.000   0.000      3     0 c[/x]\x…"
    assert sum("\x1b" in line for line in lines) == 3


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_without_colour_a_terminal_gets_the_columns_of_a_pipe(environment: dict[str, str], run: Run) -> None:
    written = score_on_terminal(120, **environment).replace(b"\x1b[1m", b"").replace(b"\x1b[0m", b"")
    assert written.decode() == run("score", "gold.jsonl", "out.jsonl").out


def test_what_groats_writes_can_be_scored() -> None:
    line = "The miller of Ebbing opened the sluice before sunrise, as her mother had done for forty years."
    for name in ("one.txt", "two.txt"):
        Path(name).write_text(f"Skip to content\n\n{line}\n\n{line.replace('sluice', name)}\n", encoding="utf-8")
    write_lines("gold.jsonl", [{"id": name, "text": line} for name in ("one", "two")])
    command = [sys.executable, "-m", "groats"]
    subprocess.run([*command, "-f", "jsonl", "./one.txt", "two.txt", "-o", "made.jsonl"], check=True)  # noqa: S603 - ours
    done = subprocess.run(  # noqa: S603 - our own program
        [*command, "score", "gold.jsonl", "made.jsonl"], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert done.stdout.startswith(" mean   low  high of 2 pages\n")


def test_metadata_that_both_sides_have_gets_a_table(run: Run) -> None:
    known: list[dict[str, object]] = [
        {"id": "a", "text": "Oats.", "title": "Oats", "author": "Ada Lind", "date": None},
        {"id": "b", "text": "Mill.", "title": "Mill", "author": None, "date": None},
    ]
    given: list[dict[str, object]] = [
        {"id": "a", "text": "Oats.", "title": "OATS", "authors": ["Ada Lind"]},
        {"id": "b", "text": "Mill.", "title": None, "authors": ["Tom Vale"]},
    ]
    write_lines("known.jsonl", known)
    write_lines("given.jsonl", given)
    tables = run("score", "known.jsonl", "given.jsonl").out.split("\n\n")
    assert [line.split() for line in tables[-1].splitlines()] == [
        ["wanted", "right", "exact", "wrong", "missing", "none", "given", "field"],
        ["2", "0.500", "0.000", "0.000", "0.500", "0", "-", "title"],
        ["1", "1.000", "1.000", "0.000", "0.000", "1", "1.000", "authors"],
    ]
    report = json.loads(run("score", "known.jsonl", "given.jsonl", "-f", "json").out)
    assert report["metadata"][0] == {
        "field": "title", "wanted": 2, "right": 1, "exact": 0, "wrong": 0, "missing": 1,
        "without": 0, "wrongly_given": 0,
    }  # fmt: skip
    assert report["pages"][1]["metadata"] == {"title": "missing", "authors": "wrongly_given"}
