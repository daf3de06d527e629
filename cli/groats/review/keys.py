"""The keys of the screen, in one table: what they do, in how many words the foot and the help say so."""

from typing import NamedTuple


class Key(NamedTuple):
    """A key, the action of the app that it calls, its word for the foot ("" for none), and what the help says."""

    key: str
    action: str
    word: str
    help: str


KEYS = (
    Key("k", "mark('keep')", "keep", "mark the line: keep it; again: no mark"),
    Key("d", "mark('drop')", "drop", "mark the line: drop it; again: no mark"),
    Key("u", "undo", "undo", "take back the last mark of this session"),
    Key("j", "jump(1)", "", "to the next line that is in doubt"),
    Key("J", "jump(-1)", "", "to the line in doubt before"),
    Key("n,right", "turn(1)", "next", "to the next page"),
    Key("p,left", "turn(-1)", "previous", "to the page before"),
    Key("g", "list_pages", "", "the list of pages, the doubtful first"),
    Key("a", "toggle_right", "", "all right: the page is as it should be, or not"),
    Key("f", "fold", "fold", "fold dropped lines, then kept ones, then none"),
    Key("l", "choose_label", "label", "only the lines of one label, or all again"),
    Key("w", "suggest", "rules", "rules from the marks; shown, then written"),
    Key("question_mark,f1", "help", "help", "these keys"),
    Key("q,ctrl+c", "quit", "quit", "quit: every mark is saved already"),
)

# Those of the lists and texts themselves.
OF_LISTS = (
    ("up, down", "a line up or down"),
    ("page up, page down", "a screen up or down"),
    ("home, end", "to the first line, to the last"),
    ("enter", "all of a line, with all reasons; opens a fold"),
    ("escape, q", "close what has opened above the page"),
)

_NAMES = {"question_mark": "?", "f1": "F1"}


def describe_keys() -> str:
    """Every key and what it does, one a line."""
    rows = [(", ".join(_NAMES.get(key, key) for key in one.key.split(",")), one.help) for one in KEYS]
    rows += OF_LISTS
    width = max(len(keys) for keys, _ in rows)
    return "\n".join(f"{keys:<{width}}  {words}" for keys, words in rows)
