"""What a person does with doubtful pages, without a screen: opens them, marks their lines, makes rules of the marks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from groats.corpus.listing import ListedPage, doubtful_first
from groats.document import Options
from groats.errors import GroatsError, InputError
from groats.review.marks import Mark, Marks
from groats.review.page import ReviewedPage, mark_page, marked_pages, read_page
from groats.review.rules_file import Write, add_rules
from groats.review.suggest import Suggestion, suggest_rules
from groats.rules import Rules


@dataclass
class Session:
    """The pages, the marks on them, and the page that is open (None where it cannot be read: `problem` says why).

    `load_options` says how pages are cleaned, with the rules as they are in their files now; `rules_path` is the file
    that rules are added to, and `write` does so, whole or not at all.
    """

    pages: list[ListedPage]
    marks: Marks
    load_options: Callable[[], Options]
    rules_path: Path
    write: Write
    at: int = 0
    page: ReviewedPage | None = None
    problem: str = ""
    _options: Options = field(default_factory=Options)
    _done: list[tuple[str, int, Mark]] = field(default_factory=list)

    def start(self) -> None:
        """Opens the first page; raises `UsageError` where the rules cannot be used."""
        self._load_options()
        self.open(0)

    def measure(self) -> Iterator[int]:
        """Finds out how sure the cleaning of each page is where that is not known; gives the number of those done."""
        for n, page in enumerate(self.pages):
            if page.confidence is None:
                try:
                    article = read_page(page, self._options).article
                    self.pages[n] = page._replace(confidence=article.confidence)
                except InputError:
                    pass  # what is wrong with it is said when it is opened
            yield n + 1

    def sort(self) -> None:
        """Puts the pages into their order, the doubtful first, and opens the first one if nothing was marked yet."""
        name = self.pages[self.at].name
        self.pages = doubtful_first(self.pages)
        self.at = self._find(name)
        if not self._done:
            self.open(0)

    def open(self, at: int) -> None:
        """Opens a page by its place; beyond the last, and before the first, there is none."""
        self.at = max(0, min(at, len(self.pages) - 1))
        self.page, self.problem = None, ""
        try:
            listed = self.pages[self.at]
            self.page = mark_page(listed.name, read_page(listed, self._options), self.marks)
        except InputError as error:
            self.problem = str(error)

    def mark(self, n: int, mark: Mark) -> None:
        """Marks the line at a position, or takes that mark away if it is there; raises `OutputError`."""
        before = self._mark_at(n)
        self._set(n, "none" if before == mark else mark)
        self._done.append((self.pages[self.at].name, n, before))

    def undo(self) -> int | None:
        """Takes back what was marked last and opens its page: the position of its line, None where nothing was."""
        if not self._done:
            return None
        name, n, before = self._done[-1]
        if name != self.pages[self.at].name:
            self.open(self._find(name))
        if self.page:
            self._set(n, before)
            self._done.pop()
        return n

    def toggle_right(self) -> None:
        """Notes that the page is right as it stands, or that it is not; raises `OutputError`."""
        if self.page:
            self.marks.mark_right(self.page.name, right=self.page.name not in self.marks.right)

    def suggest(self) -> list[Suggestion]:
        """The rules that the marks on all pages suggest; raises `InputError`, and `UsageError` for broken rules."""
        taken = rule_names(self._options.rules)
        pages = marked_pages({page.name: page for page in self.pages}, self.marks, self._options)
        return suggest_rules(pages, taken)

    def add_rules(self, rules: str) -> None:
        """Adds rules to their file, and cleans the open page again by them; raises `OutputError` or `UsageError`."""
        add_rules(self.rules_path, rules, self.write)
        self._load_options()
        self.open(self.at)

    def _load_options(self) -> None:
        self._options = replace(self.load_options(), whole=False)  # nobody reads more on a screen

    def _find(self, name: str) -> int:
        return next(n for n, page in enumerate(self.pages) if page.name == name)

    def _mark_at(self, n: int) -> Mark:
        marks = self.page.marks if self.page else {}
        return "none" if n not in marks else "keep" if marks[n] else "drop"

    def _set(self, n: int, mark: Mark) -> None:
        if self.page is None:
            raise GroatsError("There is no page to mark.")
        self.marks.mark(self.page.places[n], mark)
        self.page = mark_page(self.page.name, self.page.inspection, self.marks)


def rule_names(rules: Rules | None) -> Sequence[str]:
    """The names that rules have already."""
    return [rule.name for rule in rules.rules] if rules else []
