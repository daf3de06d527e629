"""The full-screen reader of doubtful pages."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import ClassVar, Literal

from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Resize
from textual.timer import Timer
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from groats.document import Label
from groats.errors import GroatsError
from groats.render.visible import make_visible
from groats.review.dialogs import Choice, Reading
from groats.review.draw import draw_head, draw_listed, draw_row, draw_why
from groats.review.keys import KEYS, describe_keys
from groats.review.marks import Mark
from groats.review.rows import FOLDS, Row, Stretch, View, build_rows, find_doubtful, find_row
from groats.review.rules_file import to_toml
from groats.review.session import Session
from groats.review.suggest import Suggestion

_SECONDS = 8.0  # that words stay


class ReviewApp(App[None]):
    """The screen: what the page is on top, its lines, why of the line under the cursor, and the keys."""

    TITLE = "groats review"
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    #head { height: 1; text-style: bold reverse; text-wrap: nowrap; text-overflow: ellipsis; padding: 0 1; }
    #lines { height: 1fr; border: none; padding: 0; scrollbar-size-vertical: 1; }
    #lines > .option-list--option-highlighted { color: ansi_default; background: ansi_default; text-style: reverse; }
    #why { height: 4; border-top: solid $secondary; padding: 0 1; }
    Choice, Reading { align: center middle; }
    .box { width: 94%; height: auto; max-height: 94%; border: round $secondary; padding: 0 1; background: $surface; }
    .box OptionList { height: auto; max-height: 100%; border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key.key, key.action, key.word, show=bool(key.word)) for key in KEYS
    ]

    def __init__(self, session: Session) -> None:
        """The screen of a session that has been started."""
        super().__init__()
        self.theme = "ansi-dark"  # the reader's own colours, be their background dark or light
        self.session = session
        self._view = View()
        self._rows: list[Row] = []
        self._width = 78  # columns for a row, until the terminal says how wide it is
        self._silence = Timer(self, 0)

    def compose(self) -> ComposeResult:
        """The parts of the screen, from top to bottom."""
        yield Static(id="head", markup=False)
        yield OptionList(id="lines", markup=False)
        yield Static(id="why", markup=False)
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        """Shows the first page, and finds out in the meantime which pages are doubtful."""
        self._lines.focus()
        self._show_page()
        if damaged := self.session.marks.damaged:
            self._say(f"Marks that could not be read and were passed over: {damaged}.")
        if any(page.confidence is None for page in self.session.pages) and len(self.session.pages) > 1:
            self._measure()

    def on_resize(self, event: Resize) -> None:
        """Wraps the lines anew."""
        self._width = event.size.width - 2  # the scroll bar, and a gap
        if self._rows:
            self._show_rows(self._here())

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Says why of the line under the cursor."""
        page = self.session.page
        if page and event.option_list is self._lines and event.option_index < len(self._rows):
            row = self._rows[event.option_index]
            why = "Folded: enter opens it." if isinstance(row, Stretch) else draw_why(page, row)
            self.query_one("#why", Static).update(Content(why))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Opens a fold, or shows all of a line."""
        row = self._rows[event.option_index]
        if isinstance(row, Stretch):
            self._open_fold(row, row.start)
        elif page := self.session.page:
            text = "\n".join(map(make_visible, page.places[row].text.split("\n")))
            self.push_screen(Reading("Why", f"{draw_why(page, row)}\n\n{text}"))

    def action_mark(self, mark: Mark) -> None:
        """Marks the line under the cursor and goes on to the next."""
        place = self._lines.highlighted
        if place is None:
            return
        row = self._rows[place]
        if isinstance(row, Stretch):
            self._say("These lines are folded: open them with enter to mark one.")
            return
        with self._telling():
            self.session.mark(row, mark)
        if page := self.session.page:
            self._lines.replace_option_prompt_at_index(place, draw_row(page, row, self._width))
        self._show_head()
        self._lines.highlighted = min(place + 1, len(self._rows) - 1)

    def action_undo(self) -> None:
        """Takes back the last mark."""
        with self._telling():
            n = self.session.undo()
            if n is None:
                self._say("Nothing was marked in this session.")
            else:
                self._show_page(n)

    def action_jump(self, step: Literal[1, -1]) -> None:
        """Goes to the next line in doubt."""
        page = self.session.page
        found = find_doubtful(page, self._here(), step) if page else None
        if found is None:
            self._say("No more lines in doubt on this page.")
        elif isinstance(row := self._rows[find_row(self._rows, found)], Stretch):
            self._open_fold(row, found)
        else:
            self._lines.highlighted = find_row(self._rows, found)

    def action_turn(self, step: int) -> None:
        """Goes to another page."""
        at = self.session.at + step
        if 0 <= at < len(self.session.pages):
            self._open(at)
        else:
            self._say("This is the last page." if step > 0 else "This is the first page.")

    @work
    async def action_list_pages(self) -> None:
        """Lists the pages and opens the one that is chosen."""
        session = self.session
        choices = [draw_listed(session, n) for n in range(len(session.pages))]
        chosen = await self.push_screen_wait(Choice("Pages, the doubtful first", choices, session.at))
        if chosen is not None:
            self._open(chosen)

    def action_toggle_right(self) -> None:
        """Notes that the page is right as it stands."""
        with self._telling():
            self.session.toggle_right()
        self._show_head()

    def action_fold(self) -> None:
        """Folds the next kind of lines."""
        fold = FOLDS[(FOLDS.index(self._view.fold) + 1) % len(FOLDS)]
        self._view = View(fold, self._view.label)
        self._show_rows(self._here())
        self._say(f"Folded: {'nothing' if fold == 'nothing' else f'{fold} lines'}.")

    @work
    async def action_choose_label(self) -> None:
        """Shows only the lines of a label."""
        page = self.session.page
        counts = Counter(verdict.label for verdict in page.verdicts) if page else Counter[Label]()
        labels = [label for label in Label if counts[label]]
        choices = [Content("all lines"), *(Content(f"{counts[label]:>5} {label}") for label in labels)]
        now = labels.index(self._view.label) + 1 if self._view.label in labels else 0
        chosen = await self.push_screen_wait(Choice("Only lines of", choices, now))
        if chosen is not None:
            self._view = View(self._view.fold, labels[chosen - 1] if chosen else None)
            self._show_rows(self._here())

    @work
    async def action_suggest(self) -> None:
        """Shows the rules that the marks suggest, and adds them to their file if that is wanted."""
        session = self.session
        with self._telling():
            suggestions = session.suggest()
            if not suggestions:
                self._say("No rule is needed: mark a line that should be on the other side first.")
                return
            rules = await self._agree_on(suggestions)
            if rules:
                session.add_rules(rules)
                self._show_page(self._here())
                count = f"{len(suggestions)} {'rule is' if len(suggestions) == 1 else 'rules are'}"
                self._say(f"{count} in {session.rules_path}: clean with --rules {session.rules_path}.")

    async def _agree_on(self, suggestions: Sequence[Suggestion]) -> str | None:
        """The rules as they are to be added, None if they are not."""
        only_here = False
        while True:
            rules = to_toml(suggestions, only_here=only_here)
            words = f"enter adds this to {self.session.rules_path}, escape does not,\ns makes it for "
            words += "all pages." if only_here else "the marked pages only."
            key = await self.push_screen_wait(Reading("Suggested rules", f"{words}\n\n{rules}", agree=("enter", "s")))
            if key != "s":
                return rules if key else None
            only_here = not only_here

    def action_help(self) -> None:
        """Shows all keys."""
        words = f"Every mark is saved at once, in {self.session.marks.path}, and found again at the next start."
        self.push_screen(Reading("Keys", f"{describe_keys()}\n\n{words}"))

    @work(thread=True)
    def _measure(self) -> None:
        """Cleans the pages to find out how sure that is, and sorts them, unless something was marked meanwhile."""
        total = len(self.session.pages)
        for done in self.session.measure():
            if not self.is_running:
                return
            self.call_from_thread(self._show_progress, done, total)
        self.call_from_thread(self._sort)

    def _show_progress(self, done: int, total: int) -> None:
        self.query_one("#head", Static).update(
            Content(f"Cleaning all pages to find the doubtful ones: {done} of {total}")
        )

    def _sort(self) -> None:
        self.session.sort()
        self._show_page()

    def _open_fold(self, stretch: Stretch, n: int) -> None:
        self._view = View(self._view.fold, self._view.label, self._view.opened | {stretch.start})
        self._show_rows(n)

    def _open(self, at: int) -> None:
        self.session.open(at)
        self._view = View(self._view.fold)
        self._show_page()

    def _show_page(self, n: int = 0) -> None:
        self._show_head()
        self._show_rows(n)

    def _show_head(self) -> None:
        self.query_one("#head", Static).update(draw_head(self.session))

    def _show_rows(self, n: int) -> None:
        """Draws the rows with the cursor on the line at a position."""
        page = self.session.page
        self._rows = build_rows(page, self._view) if page else []
        self._lines.set_options(Option(draw_row(page, row, self._width)) for row in self._rows if page)
        if self._rows:
            self._lines.highlighted = find_row(self._rows, n)
        else:
            self.query_one("#why", Static).update(Content(self.session.problem or "The page is empty."))

    def _here(self) -> int:
        """The position of the line under the cursor."""
        place = self._lines.highlighted
        row = self._rows[place] if place is not None and place < len(self._rows) else 0
        return row.start if isinstance(row, Stretch) else row

    @property
    def _lines(self) -> OptionList:
        return self.query_one("#lines", OptionList)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Says what went wrong where it is a sentence for the user, such as a disk that is full; the screen stays."""
        try:
            yield
        except GroatsError as error:
            self.push_screen(Reading("That was not done", make_visible(str(error))))

    def _say(self, words: str) -> None:
        """Shows a few words on the line above the reasons, for a while."""
        self.query_one("#why").border_title = Content(words)
        self._silence.stop()
        self._silence = self.set_timer(_SECONDS, self._be_silent)

    def _be_silent(self) -> None:
        self.query_one("#why").border_title = None
