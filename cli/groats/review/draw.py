"""The rows of a page as the screen shows them: plain characters and styles, never markup."""

from collections import Counter

from textual.content import Content

from groats.document import Label
from groats.render.diff.paint import colour_of
from groats.render.diff.wrap import wrap
from groats.render.visible import make_visible
from groats.review.page import ReviewedPage
from groats.review.rows import Row, Stretch
from groats.review.session import Session
from groats.wording import count_of

_LABEL = max(map(len, Label))
_GUTTER = 10 + _LABEL + 1  # number, mark, sign, label, with a space after each
_NARROWEST = 20  # columns for the text, however narrow the screen
_MOST_ROWS = 4  # of one line: all of it is shown with its reasons
_LONGEST_NAME = 34


def draw_row(page: ReviewedPage, row: Row, width: int) -> Content:
    """A line: its number, K or D if it is marked, "-" if it goes, its label, its text; or how many lines are folded."""
    if isinstance(row, Stretch):
        return Content.styled(f"    ⋯   {_describe(page, row)}", "italic dim")
    verdict, mark = page.verdicts[row], {True: "K", False: "D", None: " "}[page.marks.get(row)]
    goes = not page.keeps(row)
    texts = wrap(make_visible(verdict.block.text), max(_NARROWEST, width - _GUTTER), _MOST_ROWS)
    pieces = [
        Content.styled(f"{verdict.block.lines[0].number:>5} ", "dim"),
        Content.styled(mark, "bold reverse" if mark != " " else ""),
        Content(" - " if goes else "   "),
        Content.styled(verdict.label.ljust(_LABEL + 1), _style_of(verdict.label) if goes else "dim"),
    ]
    text = Content(("\n" + " " * _GUTTER).join(texts) or " ")
    return Content("").join([*pieces, text.stylize("dim") if goes else text])


def draw_head(session: Session) -> Content:
    """One line on the page: its place and name, how sure its cleaning is, what stays, what is marked."""
    listed = session.pages[session.at]
    name = make_visible(listed.name)
    if len(name) > _LONGEST_NAME:
        name = f"…{name[1 - _LONGEST_NAME :]}"
    parts = [f"{session.at + 1}/{len(session.pages)} {name}"]
    if page := session.page:
        parts.append(f"confidence {page.inspection.article.confidence:.2f}")
        kept = sum(map(page.keeps, range(len(page.verdicts))))
        parts.append(f"keeps {kept} of {len(page.verdicts)}")
        parts += [f"{len(page.marks)} marked"] if page.marks else []
        parts += [f"{page.lost} lost"] if page.lost else []
        parts += [warning.replace("_", " ") for warning in page.inspection.article.warnings]
        parts += ["all right"] if listed.name in session.marks.right else []
    return Content(" · ".join(parts))


def draw_why(page: ReviewedPage, n: int) -> str:
    """What became of a line and why, as a few sentences."""
    verdict = page.verdicts[n]
    marked = {True: " You marked it: keep.", False: " You marked it: drop.", None: ""}[page.marks.get(n)]
    reasons = "; ".join(page.inspection.explain(n)) or "its score alone"
    return make_visible(
        f"Line {verdict.block.lines[0].number}, {'kept' if verdict.keep else 'dropped'} as {verdict.label}, "
        f"score {verdict.score:.2f}: {reasons}.{marked}"
    )


def draw_listed(session: Session, n: int) -> Content:
    """A page in the list of pages: confidence, marks, name."""
    listed = session.pages[n]
    sure = "  ? " if listed.confidence is None else f"{listed.confidence:.2f}"
    marks = len(session.marks.of_page(listed.name))
    right = "right" if listed.name in session.marks.right else f"{marks} marked" if marks else ""
    return Content(f"{sure}  {right:<10} {make_visible(listed.name)}")


def _style_of(label: Label) -> str:
    """The label's colour, from the reader's own palette."""
    colour = colour_of(label)
    return f"ansi_{colour}" if colour else ""


def _describe(page: ReviewedPage, stretch: Stretch) -> str:
    verdicts = page.verdicts[stretch.start : stretch.end]
    labels = Counter(verdict.label for verdict in verdicts).most_common(3)
    named = ", ".join(f"{label} {count}" for label, count in labels)
    return f"{count_of(len(verdicts), 'line')} folded: {named}"
