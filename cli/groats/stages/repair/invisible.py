"""Characters that nobody sees."""

import re

from groats.unicode_ranges import CONTROLS, FORMATS, JOINED, JOINERS, TAGS

INVISIBLE = f"{CONTROLS}{FORMATS}{JOINERS}{TAGS}\ufffc"  # and the place of an object that was not copied
_INVISIBLE = re.compile(
    r"\x1b\[[0-9;?]{0,32}[a-zA-Z]"  # a colour of the terminal
    rf"|(?P<meant>(?<=[{JOINED}])[{JOINERS}](?=[{JOINED}])|(?<=\U0001f3f4)[\U000e0020-\U000e007f]+)"  # or a flag
    f"|[{INVISIBLE}]"
)
_CANDIDATE = re.compile(f"[{INVISIBLE}]")  # found ten times as fast, and where it is not, nothing is to do


def remove_invisible(text: str) -> str:
    r"""`text` without control characters, zero-width spaces, soft hyphens, byte order marks and bidi controls.

    They come from typesetting, from watermarks, and from people who want to hide something. Joiners stay between the
    letters of the scripts that need them, and in emoji; so does what makes up the flag of a region.

    >>> remove_invisible("\ufeffZeit\xadung\u200b \u202eright\u202c \x1b[31mred\x1b[0m")
    'Zeitung right red'
    >>> remove_invisible("می\u200cخواهم 👩\u200d🚀") == "می\u200cخواهم 👩\u200d🚀"
    True
    """
    return _INVISIBLE.sub(_keep_joined, text) if _CANDIDATE.search(text) else text


def _keep_joined(found: re.Match[str]) -> str:
    return found[0] if found.lastgroup == "meant" else ""
