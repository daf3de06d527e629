"""What a batch was told of how to clean counts when its pages are looked at again."""

import json
from pathlib import Path

import pytest
from running import Run, sentences

STORY = "After eleven silent years, the wheel at Ebbing was handed to a new keeper on Sunday morning."
RULE = '[[rule]]\nname = "{name}"\naction = "keep"\nphrases = ["{phrase}"]\n'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a page and two files of rules, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    pages = tmp_path / "in"
    pages.mkdir()
    page = ["Home\nWeather\nShare this article", STORY, "Half of the village stood by to watch.", "© 2025 Café Ebbing"]
    (pages / "wheel.txt").write_text("\n\n".join(page), encoding="latin-1")
    (tmp_path / "weather.toml").write_text(RULE.format(name="weather", phrase="weather"))
    (tmp_path / "home.toml").write_text(RULE.format(name="home", phrase="home"))
    return tmp_path


def removed(run: Run, *arguments: str) -> list[str]:
    """The words of the lines that `groats diff` shows as removed."""
    shown = run("diff", "--context", "0", *arguments).out
    rows = [row.partition("│")[0].split(maxsplit=2) for row in shown.splitlines()[1:]]
    return [row[2].strip() for row in rows if len(row) > 2 and row[1] == "-"]


def test_a_batch_is_shown_as_it_was_cleaned(run: Run) -> None:
    options = ("--keep", "share", "--rules", "weather.toml", "--encoding", "latin-1", "--from", "text")
    assert run("batch", "in", "-o", "out", *options).code == 0
    assert removed(run, "in") == ["Home", "Weather", "Share this article", "© 2025 Café Ebbing"]
    assert removed(run, "out") == ["Home", "© 2025 Café Ebbing"]
    assert Path("out/wheel.txt").read_text("utf-8").split("\n\n")[:3] == ["Weather", "Share this article", STORY]


def test_what_is_said_now_counts_for_more(run: Run) -> None:
    assert run("batch", "in", "-o", "out", "--keep", "share", "--rules", "weather.toml").code == 0
    assert removed(run, "out", "--drop", "share") == ["Home", "Share this article", "© 2025 Café Ebbing"]
    assert removed(run, "out", "--rules", "home.toml") == ["© 2025 Café Ebbing"]
    assert removed(run, "out", "--rules", "weather.toml") == ["Home", "© 2025 Café Ebbing"]  # the same file, once


def test_rules_are_found_from_another_folder(run: Run, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    assert run("batch", "in", "-o", "out", "--rules", "weather.toml").code == 0
    monkeypatch.chdir("/")
    assert "Weather" not in removed(run, str(folder / "out"))


def test_the_names_of_rules_may_hold_anything(run: Run) -> None:
    rules = Path("a:b, c/weather.toml")
    rules.parent.mkdir()
    Path("weather.toml").rename(rules)
    assert run("batch", "in", "-o", "out", "--rules", str(rules), "--rules", "home.toml", "--keep", "share").code == 0
    assert removed(run, "out") == ["© 2025 Café Ebbing"]
    settings = json.loads(Path("out/groats-report.json").read_bytes())["settings"]
    assert settings["rules"] == [str(rules.absolute()), str(Path("home.toml").absolute())]
    assert (settings["keep"], settings["drop"], settings["encoding"]) == (["share"], [], None)
    assert (settings["title"], settings["timeout"], settings["text field"]) == (True, 20, None)


def test_options_that_are_no_utf8_are_written_as_escapes(run: Run) -> None:
    assert run("batch", "in", "-o", "out", "--exclude", "\udcff*", "--text-field", "\udcff").code == 0
    settings = json.loads(Path("out/groats-report.json").read_bytes())["settings"]
    assert (settings["exclude"], settings["text field"]) == (["\\udcff*"], "\\udcff")


def test_the_text_of_a_record_has_no_encoding(run: Run) -> None:
    Path("pages.jsonl").write_text(json.dumps({"text": STORY.replace("Ebbing", "Öbbing")}), encoding="utf-8")
    assert run("batch", "pages.jsonl", "-o", "out.jsonl", "--encoding", "utf-16").code == 0
    assert "Öbbing" in json.loads(Path("out.jsonl").read_bytes())["text"]


def test_rules_that_are_gone_are_named(run: Run) -> None:
    assert run("batch", "in", "-o", "out", "--rules", "weather.toml").code == 0
    Path("weather.toml").unlink()
    done = run("diff", "out")
    assert done.code == 2
    (said,) = sentences(done.words)
    assert "weather.toml" in said


def test_a_review_begins_with_the_rules_of_the_batch(run: Run) -> None:
    assert run("batch", "in", "-o", "out", "--rules", "weather.toml").code == 0
    mark = '{"page":"wheel.txt","line":1,"text":"Home","mark":"keep"}\n'
    Path("out/groats-marks.jsonl").write_text(mark)
    assert run("review", "out", "--references", "refs").code == 0
    assert Path("refs/wheel.txt").read_text("utf-8").startswith("Home\nWeather\n")


def test_a_batch_with_a_profile_is_shown_with_it(run: Run, folder: Path) -> None:
    motto = "The Ebbing Post has been set, read and folded in the old tithe barn since 1894."
    for thing in ("weir", "barn", "bridge", "mill"):
        story = f"Half of the village stood by the {thing} to watch, and the baker brought rolls for everyone."
        (folder / "in" / f"{thing}.txt").write_text("\n\n".join(["Home", STORY.replace("wheel", thing), story, motto]))
    assert run("learn", "in", "-o", "site.toml").code == 0
    assert run("batch", "in", "-o", "out", "--profile", "site.toml").code == 0
    assert motto not in Path("out/mill.txt").read_text("utf-8")
    assert "on 4 of 5 pages of this site" in run("diff", "--why", "out").out.replace("\n", " ")
    assert "pages of this site" not in run("diff", "--why", "in").out
