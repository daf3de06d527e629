"""A page that was written otherwise than it is meant: as a string or a tree, for mail, a printer, a wiki or a forum."""

from groats.stages.escapes.bbcode import read_bbcode
from groats.stages.escapes.joined import read_joined
from groats.stages.escapes.listed import read_elements, read_list
from groats.stages.escapes.mail import read_mail
from groats.stages.escapes.numbered import read_numbered
from groats.stages.escapes.overstrike import read_overstruck
from groats.stages.escapes.snapshot import read_snapshot
from groats.stages.escapes.strings import read_string
from groats.stages.escapes.wikitext import read_wikitext
from groats.stages.escapes.written import Written, to_source

__all__ = ["read_escapes", "to_source"]


_READERS = (
    read_mail,
    read_snapshot,
    read_list,
    read_elements,
    read_string,
    read_overstruck,
    read_wikitext,
    read_bbcode,
    read_numbered,
    read_joined,
)


def read_escapes(text: str) -> Written | None:
    """The text that a page means; None where it is what is written."""
    return next(filter(None, (read(text) for read in _READERS)), None)
