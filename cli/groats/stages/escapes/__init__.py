"""A page that was written otherwise than it is meant: as a string, as a tree, for mail, for a printer, for a wiki."""

from groats.stages.escapes.joined import read_joined
from groats.stages.escapes.mail import read_mail
from groats.stages.escapes.overstrike import read_overstruck
from groats.stages.escapes.snapshot import read_snapshot
from groats.stages.escapes.strings import read_string
from groats.stages.escapes.wikitext import read_wikitext
from groats.stages.escapes.written import Written, to_source

__all__ = ["read_escapes", "to_source"]


def read_escapes(text: str) -> Written | None:
    """The text that a page means; None where it is what is written."""
    return (
        read_mail(text)
        or read_snapshot(text)
        or read_string(text)
        or read_overstruck(text)
        or read_wikitext(text)
        or read_joined(text)
    )
