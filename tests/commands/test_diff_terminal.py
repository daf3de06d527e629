"""`groats diff` in a terminal: real processes behind a pseudo-terminal, and the screens that people see."""

import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
import screens

from groats.render.diff.wrap import columns_of

SENTENCE = "After eleven silent years, the water mill at Ebbing has ground its first sack of oats again."
PAGE = "\n\n".join(
    ["Home", "Share this article", "The mill at Ebbing grinds again", *[SENTENCE] * 5, "© 2025 The Post"]
)
COLOURS = re.compile(r"\x1b\[[0-9;]*m")

# Each in a line of its own that is removed, and in a paragraph that stays; see tests/render/test_visible.py.
PAYLOADS = [
    "\x1b[31mred", "\x1b[2J\x1b[H", "\x1b]0;owned\x07", "\x1b]8;;https://evil.example\x1b\\bank\x1b]8;;\x1b\\",
    "\x1b]52;c;cm0gLXJm\x07", "\x1bP$q q\x1b\\", "\x1b[?1049h", "\x9b31m", "\x9d52;c;x\x9c", "safe\x08\x08evil",
    "a\x00b\x7f",
    "user\u202etxt.exe\u202c", "\u2066a\u2069", "a\u200eb\u200f", "pa\u200bss\ufeff", "hi\U000e0068\U000e0069",
    "[bold red]x[/bold red] [/x] [link=https://evil.example]y[/link]", "a\u2028b\x85c\x0bd\x0ce", "Z" + "\u0301" * 60,
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a page."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", screens.SCREENS)
def test_screens_are_as_they_were(name: str) -> None:
    columns, arguments = screens.SCREENS[name]
    screen = screens.record(columns, arguments)
    rows = COLOURS.sub("", screen.decode()).splitlines()
    assert name.startswith("unified") or max(map(columns_of, rows)) <= columns
    assert screen.decode() == (screens.FOLDER / f"{name}.ansi").read_text(encoding="utf-8"), (
        "Look at what has changed; tests/regenerate.py records the screens anew."
    )


@pytest.mark.parametrize("style", ["inline", "side-by-side", "unified", "stat"])
def test_a_hostile_page_is_seen_and_never_obeyed(style: str, tmp_path: Path) -> None:
    lines = ["Home", "The mill at Ebbing grinds again", *(f"{SENTENCE} {payload} {SENTENCE}" for payload in PAYLOADS)]
    name = "pa\x1b[2Jge\u202e[b].txt"
    (tmp_path / name).write_bytes("\n\n".join([*lines, *PAYLOADS, "© 2025 The Post"]).encode())
    options = ["--why"] if style in {"inline", "side-by-side"} else []
    screen = screens.record(100, ["diff", "--style", style, *options, name], folder=tmp_path).decode()
    bare = COLOURS.sub("", screen)
    assert "\x1b" in screen
    assert {unicodedata.category(character) for character in bare.replace("\n", "")}.isdisjoint(
        {"Cc", "Cs", "Zl", "Zp"}
    )
    assert not re.search("[\u200b\u200f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]", bare)
    assert "\u0301" * 5 not in bare
    assert name.replace("\u202e", "<U+202E>").replace("\x1b", "\\033" if style == "unified" else "␛") in bare
    if style != "stat":
        for mark in (
            "␛[31mred",
            "␛]52;c;cm0gLXJm␇",
            "<U+009B>31m",
            "[bold red]x[/bold red]",
            "<U+2028>",
            "<56 more marks>",
        ):
            assert mark in "".join(bare.split("\n")).replace(" ", "") or mark.split()[0] in bare


def test_a_pager_shows_it_and_may_be_left_early(folder: Path) -> None:
    through = screens.record(80, ["diff", "page.txt"], {"PAGER": "sed s/^/:/"}, folder).decode()
    assert through.splitlines()[0].startswith(":\x1b[1mpage.txt")
    (folder / "big.txt").write_text("\n".join(["Share this article"] * 9000), encoding="utf-8")
    early = screens.record(80, ["diff", "big.txt"], {"PAGER": "head -1"}, folder).decode()
    assert COLOURS.sub("", early).splitlines() == ["big.txt  text · confidence 0.00"]


@pytest.mark.parametrize(
    ("options", "environment", "through_pager", "coloured"),
    [
        ([], {}, True, True),
        (["--no-pager"], {}, False, True),
        (["--check"], {}, False, True),
        (["--color", "never"], {}, True, False),
        ([], {"NO_COLOR": "1"}, True, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True, True),
        ([], {"TERM": "dumb"}, True, False),
        ([], {"PAGER": ""}, False, True),
        ([], {"PAGER": "no-such-pager -R"}, False, True),
        ([], {"PAGER": "a 'quote that never ends"}, False, True),
    ],
)
def test_who_reads_it_and_how(
    *,
    options: list[str],
    environment: dict[str, str],
    through_pager: bool,
    coloured: bool,
    folder: Path,
) -> None:
    screen = screens.record(80, ["diff", *options, "page.txt"], {"PAGER": "sed s/^/:/"} | environment, folder).decode()
    assert screen.startswith(":") is through_pager
    assert ("\x1b[" in screen) is coloured


def test_words_on_what_failed_come_when_the_pager_has_gone(folder: Path) -> None:
    screen = screens.record(80, ["diff", "missing.txt", "page.txt"], {"PAGER": "sed s/^/:/"}, folder).decode()
    assert "groats: missing.txt cannot be read" in screen.splitlines()[-1]


@pytest.mark.skipif(not shutil.which("less"), reason="less is not installed")
def test_without_a_pager_named_less_leaves_a_short_page_on_the_screen(folder: Path) -> None:
    screen = screens.record(80, ["diff", "page.txt"], {"PAGER": None}, folder).decode()
    assert "kept 6 of 9 lines" in COLOURS.sub("", screen)


def test_a_reader_of_the_pipe_that_goes_away_ends_it_quietly(folder: Path) -> None:
    (folder / "big.txt").write_text("\n".join(["Share this article"] * 9000), encoding="utf-8")
    command = f"'{sys.executable}' -m groats diff big.txt | head -1 >/dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603, S607 - our own program
    assert (done.stdout, done.stderr) == ("141\n", "")


def test_a_huge_page_is_shown_by_its_beginning_but_patched_and_checked_as_a_whole(folder: Path) -> None:
    (folder / "huge.txt").write_text(f"{PAGE}\n\n" + "a\n" * 20_000, encoding="utf-8")
    for options, is_cut in (["--style", "stat"], True), (["--style", "unified"], False), (["--check"], False):
        command = [sys.executable, "-m", "groats", "diff", *options, "huge.txt"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603 - our own program
        assert ("too long to show" in done.stdout + done.stderr) is is_cut
