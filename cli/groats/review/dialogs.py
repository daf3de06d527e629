"""What opens above the page: a list to choose from, and a text to read and to agree with."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option


class Choice(ModalScreen[int | None]):
    """A list; what comes out is the place of what was chosen, None for nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "close", "Close")]

    def __init__(self, title: str, choices: Sequence[Content], chosen: int) -> None:
        """A list with the cursor on the place `chosen`."""
        super().__init__()
        self._title, self._choices, self._chosen = title, choices, chosen

    def compose(self) -> ComposeResult:
        """The list in a box, its title above."""
        with Vertical(classes="box") as box:
            box.border_title = Content(self._title)
            yield OptionList(*(Option(choice) for choice in self._choices), markup=False)

    def on_mount(self) -> None:
        """Begins at what is chosen now."""
        self.query_one(OptionList).highlighted = self._chosen

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Closes with what was chosen."""
        event.stop()
        self.dismiss(event.option_index)

    def action_close(self) -> None:
        """Closes without a choice."""
        self.dismiss(None)


class Reading(ModalScreen[str | None]):
    """A text to scroll through; what comes out is the key that it was closed by if it is one of `agree`, else None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close(None)", "Close"),
        Binding("enter", "close('enter')", "Agree"),
        Binding("s", "close('s')", "Agree otherwise"),
    ]

    def __init__(self, title: str, text: str, agree: Sequence[str] = ()) -> None:
        """A text under a title."""
        super().__init__()
        self._title, self._text, self._agree = title, text, agree

    def compose(self) -> ComposeResult:
        """The text in a box, its title above."""
        with VerticalScroll(classes="box") as box:
            box.border_title = Content(self._title)
            yield Static(Content(self._text), markup=False)

    def action_close(self, key: str | None) -> None:
        """Closes by a key that agrees, or without; where there is nothing to agree with, enter closes too."""
        if key in self._agree:
            self.dismiss(key)
        elif key != "s":
            self.dismiss(None)
