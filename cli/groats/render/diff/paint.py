"""Rows for the terminal: pieces of text, each with the style that it is painted in."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.color import ColorSystem
from rich.style import Style

from groats.document import Label

# Of the colours that a terminal has by name, two are legible on black and on white in the palettes of xterm, VTE,
# macOS, Windows and VS Code: their contrast (WCAG 2) is 3.4 and 2.6 at the least. Cyan, green and yellow fall to 2.2
# and less on white, blue to 2.2 on black. What has neither is faded, in the reader's own colours. Labels of one kind
# share a style, and none says more than the words beside it.
_SELLS, _INVITES, _LEADS = "red", "magenta", "dim"
_COLOURS = {
    Label.ADVERTISEMENT: _SELLS,
    Label.APP_STORE: _SELLS,
    Label.CONSENT: _SELLS,
    Label.NEWSLETTER: _SELLS,
    Label.PAYWALL: _SELLS,
    Label.BIO: _INVITES,
    Label.COMMENTS: _INVITES,
    Label.DUPLICATE: _INVITES,
    Label.MEDIA: _INVITES,
    Label.RELATED: _INVITES,
    Label.SHARE: _INVITES,
}


class Span(NamedTuple):
    """A piece of a row, and its style: "" or words that `rich.style.Style` knows ("dim", "bold", "red")."""

    text: str
    style: str = ""


Row = Sequence[Span]


def name_of(label: Label) -> str:
    """The label as words."""
    return label.replace("_", " ")


def colour_of(label: Label) -> str:
    """The style of what has this label."""
    return "" if label.is_kept else _COLOURS.get(label, _LEADS)


def paint(row: Row, *, colour: bool) -> str:
    """The row as a terminal takes it; without `colour` its bare text, without white space at its end."""
    if not colour:
        return "".join([span.text for span in row]).rstrip()
    standard = ColorSystem.STANDARD  # the eight that every terminal has, in the reader's own palette
    return "".join([Style.parse(span.style).render(span.text, color_system=standard) for span in row])
