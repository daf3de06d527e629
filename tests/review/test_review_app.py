"""The screen, driven by its keys."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from reviewed import open_session

pytest.importorskip("textual")

from textual.pilot import Pilot
from textual.widgets import OptionList, Static

from groats.corpus.listing import ListedPage
from groats.review.app import ReviewApp
from groats.review.keys import KEYS, OF_LISTS, describe_keys
from groats.review.marks import Place, read_marks
from groats.rules import load_rules

PAGE = """Home
News

The mill at Ebbing grinds again

After eleven silent years, the water mill at Ebbing has ground its first sack of oats this Sunday morning.

Half the village stood on the bridge to watch the wheel turn, and the miller's grandmother wept into her apron.

Share this article
[red]Markup[/red] \x1b[31m \u202etxt.exe
© 2025 The Ebbing Post
"""


class Screen:
    """The app under the hand of a test."""

    def __init__(self, app: ReviewApp, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        if measuring := [worker for worker in self.app.workers if worker.name == "_measure"]:
            await self.app.workers.wait_for_complete(measuring)
        await self.pilot.pause()

    def rows(self) -> list[str]:
        """The lines of the page as they are drawn."""
        options = self.app.query_one("#lines", OptionList).options
        return [str(option.prompt) for option in options]

    def text(self, query: str) -> str:
        """What a part of the screen says."""
        words = str(self.app.screen.query(query).last(Static).render())
        return re.sub(r"confidence [01]\.\d\d", "confidence #", words)  # which is the weights' to say

    def message(self) -> str:
        """The words above the reasons."""
        return str(self.app.screen_stack[0].query_one("#why").border_title)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of pages."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(PAGE, encoding="utf-8")
    (pages / "b.txt").write_text("Home\nNews\n", encoding="utf-8")
    (pages / "c.txt").write_text("", encoding="utf-8")
    return pages


def on_screen(
    folder: Path, play: Callable[[Screen], Awaitable[None]], size: tuple[int, int] = (80, 24), known: float | None = 0.5
) -> None:
    """Opens the screen on the folder and plays on it."""
    pages = [ListedPage(path.name, path, known) for path in sorted(folder.glob("*.txt"))]
    session = open_session(pages, folder, folder.parent / "rules.toml")

    async def run() -> None:
        app = ReviewApp(session)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await play(Screen(app, pilot))

    asyncio.run(run())


def test_a_page_is_shown_with_its_lines_and_why(folder: Path) -> None:
    async def play(screen: Screen) -> None:
        assert screen.text("#head") == "1/3 a.txt · confidence # · keeps 3 of 8"
        rows = screen.rows()
        assert re.fullmatch(r"    1   - navigation    Home", rows[0])
        assert re.match(r"    4     title         The mill at Ebbing", rows[2])
        assert "\n" + " " * 24 in rows[3]  # long lines are wrapped below their own beginning
        assert screen.text("#why").startswith("Line 1, dropped as navigation, score 0.")

    on_screen(folder, play)


def test_what_a_page_says_is_shown_and_never_obeyed(folder: Path) -> None:
    async def play(screen: Screen) -> None:
        (row,) = [row for row in screen.rows() if "Markup" in row]
        assert "[red]Markup[/red]" in row
        await screen.press("end", "up", "enter")
        assert "[red]Markup[/red]" in screen.text(".box Static")
        assert all(one.isprintable() for one in (row + screen.text(".box Static")).replace("\n", ""))

    on_screen(folder, play)


def test_marks_are_saved_at_once_shown_and_undone(folder: Path) -> None:
    async def play(screen: Screen) -> None:
        await screen.press("k", "d")
        assert read_marks(folder).lines == {Place("a.txt", 1, "Home"): True, Place("a.txt", 2, "News"): False}
        assert [row[6:9] for row in screen.rows()[:2]] == ["K  ", "D -"]
        assert screen.text("#head").endswith("keeps 4 of 8 · 2 marked")
        await screen.press("u", "u", "u")
        assert read_marks(folder).lines == {}
        assert screen.rows()[0][6:9] == "  -"
        assert screen.message() == "Nothing was marked in this session."

    on_screen(folder, play)


def test_marks_are_found_again(folder: Path) -> None:
    async def mark(screen: Screen) -> None:
        await screen.press("k", "a")

    async def look(screen: Screen) -> None:
        assert screen.text("#head").endswith("1 marked · all right")
        assert "You marked it: keep." in screen.text("#why")
        await screen.press("k", "a")
        assert screen.text("#head").endswith("keeps 3 of 8")

    on_screen(folder, mark)
    on_screen(folder, look)


def test_pages_are_turned_and_chosen_from_a_list(folder: Path) -> None:
    async def play(screen: Screen) -> None:
        await screen.press("p")
        assert screen.message() == "This is the first page."
        await screen.press("n")
        assert screen.text("#head") == "2/3 b.txt · confidence # · keeps 0 of 2 · navigation only"
        await screen.press("right", "n")
        assert screen.text("#head").startswith("3/3 c.txt")
        assert screen.text("#why") == "The page is empty."
        assert screen.message() == "This is the last page."
        await screen.press("k", "j", "enter", "f", "w")  # nothing to do anything with
        await screen.press("g", "up", "enter")
        assert screen.text("#head").startswith("2/3 b.txt")
        await screen.press("g", "up", "escape")
        assert screen.text("#head").startswith("2/3 b.txt")

    on_screen(folder, play)


def test_pages_are_sorted_by_how_doubtful_they_are(folder: Path) -> None:
    async def play(screen: Screen) -> None:
        await screen.press("home")
        names = [page.name for page in screen.app.session.pages]
        assert names == sorted(names, key=lambda name: name == "a.txt")
        assert not screen.text("#head").startswith("1/3 a.txt")

    on_screen(folder, play, known=None)


def test_stretches_fold_and_open(folder: Path) -> None:
    async def play(screen: Screen) -> None:
        await screen.press("f")
        assert screen.rows()[-1].startswith("    ⋯   3 lines folded: ")
        await screen.press("end")
        assert screen.text("#why") == "Folded: enter opens it."
        await screen.press("k")
        assert "open them with enter" in screen.message()
        await screen.press("enter")
        assert len(screen.rows()) == 8
        await screen.press("f")
        assert screen.rows()[2] == "    ⋯   3 lines folded: paragraph 2, title 1"
        await screen.press("f")
        assert len(screen.rows()) == 8

    on_screen(folder, play)


def test_only_the_lines_of_a_label_are_shown(folder: Path) -> None:
    async def play(screen: Screen) -> None:
        await screen.press("l", "down", "down", "enter")
        rows = screen.rows()
        assert sum("paragraph" in row for row in rows if "folded" not in row) == 2
        assert sum("folded" in row for row in rows) == 2
        await screen.press("l")
        assert screen.app.screen.query_one(OptionList).highlighted == 2
        await screen.press("home", "enter")
        assert len(screen.rows()) == 8
        await screen.press("l", "q")
        assert len(screen.rows()) == 8

    on_screen(folder, play)


def test_lines_in_doubt_are_jumped_to_and_their_folds_opened(folder: Path) -> None:
    async def play(screen: Screen) -> None:
        page = screen.app.session.page
        assert page
        verdicts = tuple(v._replace(score=0.5 if n == 6 else float(v.keep)) for n, v in enumerate(page.verdicts))
        object.__setattr__(page.inspection.article, "verdicts", verdicts)
        await screen.press("f", "j")
        assert len(screen.rows()) == 8
        assert "score 0.50" in screen.text("#why")
        await screen.press("j")
        assert screen.message() == "No more lines in doubt on this page."
        await screen.press("end", "J")
        assert "score 0.50" in screen.text("#why")

    on_screen(folder, play)


def test_all_of_a_line_is_shown_with_every_reason(folder: Path) -> None:
    async def play(screen: Screen) -> None:
        await screen.press("down", "down", "down", "enter")
        assert screen.text(".box Static").endswith("first sack of oats this Sunday morning.")
        await screen.press("s")
        assert len(screen.app.screen_stack) == 2
        await screen.press("enter")
        assert len(screen.app.screen_stack) == 1

    on_screen(folder, play)


def test_rules_are_shown_before_they_are_written(folder: Path) -> None:
    async def play(screen: Screen) -> None:
        rules = folder.parent / "rules.toml"
        await screen.press("w")
        assert screen.message().startswith("No rule is needed")
        await screen.press("end", "up", "up", "k", "w")
        shown = screen.text(".box Static")
        assert 'phrases = ["share this article"]' in shown
        assert "sources" not in shown
        await screen.press("escape")
        assert not rules.exists()
        await screen.press("w", "s")
        assert 'sources = ["a.txt"]' in screen.text(".box Static")
        await screen.press("enter")
        assert screen.message() == f"1 rule is in {rules}: clean with --rules {rules}."
        assert load_rules([rules]).rules
        assert len(screen.app.screen_stack) == 1
        await screen.press("w")
        assert screen.message().startswith("No rule is needed")

    on_screen(folder, play)


def test_what_cannot_be_saved_is_told_and_the_screen_stays(folder: Path) -> None:
    async def play(screen: Screen) -> None:
        (folder / "groats-marks.jsonl").mkdir()
        await screen.press("k")
        assert "The mark was not saved" in screen.text(".box Static")
        await screen.press("escape")
        assert screen.rows()[0][6:9] == "  -"

    on_screen(folder, play)


def test_a_page_that_cannot_be_read_says_so_and_others_can_be_turned_to(folder: Path) -> None:
    async def play(screen: Screen) -> None:
        (folder / "b.txt").unlink()
        await screen.press("n")
        assert "b.txt: it cannot be read" in screen.text("#why")
        await screen.press("k", "a", "l", "escape", "n", "p", "p")
        assert len(screen.rows()) == 8

    on_screen(folder, play)


def test_marks_that_fit_no_line_any_more_are_counted_and_long_names_cut(folder: Path) -> None:
    long = folder / f"0{'x' * 60}.txt"
    long.write_text(PAGE, encoding="utf-8")
    read_marks(folder).mark(Place(long.name, 1, "Gone"), "keep")

    async def play(screen: Screen) -> None:
        assert screen.text("#head") == f"1/4 …{'x' * 29}.txt · confidence # · keeps 3 of 8 · 1 lost"

    on_screen(folder, play)


def test_words_go_away_after_a_while(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("groats.review.app._SECONDS", 0.01)

    async def play(screen: Screen) -> None:
        await screen.press("p")
        await screen.pilot.pause(0.1)
        assert screen.message() == "None"
        await screen.press("p", "question_mark")  # whatever is open above the page
        await screen.pilot.pause(0.1)
        assert screen.message() == "None"

    on_screen(folder, play)


def test_every_key_is_on_the_help_screen(folder: Path) -> None:
    async def play(screen: Screen) -> None:
        await screen.press("question_mark")
        shown = screen.text(".box Static")
        for key in KEYS:
            assert key.help in shown
        for keys, words in OF_LISTS:
            assert f"{keys} " in shown
            assert words in shown
        assert str(folder / "groats-marks.jsonl") in shown

    on_screen(folder, play, size=(200, 50))


def test_the_help_fits_a_small_terminal() -> None:
    assert max(map(len, describe_keys().splitlines())) <= 70
    assert len(describe_keys().splitlines()) <= 20


def test_the_screen_follows_its_size(folder: Path) -> None:
    async def play(screen: Screen) -> None:
        await screen.press("k")
        before = screen.rows()[3]
        await screen.pilot.resize_terminal(160, 40)
        await screen.press("down")
        assert len(before.splitlines()) > len(screen.rows()[3].splitlines())
        assert screen.rows()[0][6] == "K"
        await screen.pilot.resize_terminal(20, 6)
        await screen.press("down")

    on_screen(folder, play)


def test_marks_that_could_not_be_read_are_told(folder: Path) -> None:
    (folder / "groats-marks.jsonl").write_bytes(b"torn")

    async def play(screen: Screen) -> None:
        assert screen.message() == "Marks that could not be read and were passed over: 1."

    on_screen(folder, play)


def test_q_ends_the_program(folder: Path) -> None:
    async def play(screen: Screen) -> None:
        await screen.press("q")
        assert not screen.app.is_running or screen.app._exit  # noqa: SLF001 - Textual has no other word for it

    on_screen(folder, play)
