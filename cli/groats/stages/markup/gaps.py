"""Where a browser leaves a gap between two blocks: by their tags, by line breaks, or by a box with nothing in it."""

from dataclasses import dataclass


@dataclass(slots=True)
class Gaps:
    """Whether there is a gap before the next block (`is_due`), as far as the walk has come since the last one.

    `is_after_break` says that the last thing was a <br>, `is_box_empty` that the box that the walk is in has had
    nothing but those.
    """

    is_due: bool = False
    is_after_break: bool = False
    is_box_empty: bool = False

    def take(self) -> bool:
        """Whether there is a gap before the block that comes now; behind it, nothing was met."""
        was_due = self.is_due
        self.is_due = self.is_after_break = self.is_box_empty = False
        return was_due

    def meet_break(self, *, ends_text: bool) -> None:
        """Go on behind a <br>; two of them are a gap."""
        if not ends_text:
            self.is_due = self.is_due or self.is_after_break
            self.is_box_empty = True
        self.is_after_break = True

    def leave_box(self, tag: str) -> None:
        """Go on behind a box; editors write an empty line as a <div> with nothing but a <br> in it."""
        if self.is_box_empty:
            self.is_due = self.is_due or tag == "div"
            self.is_box_empty = False
