"""Characters that nobody sees."""

import re

# Scripts in which a joiner or non-joiner between two letters changes what is read, and what emoji are composed of.
_JOINED = (
    "\u0600-\u07ff\u0860-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc"
    "\u203c\u2049\u20e3\u2122-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
)
CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1, without the white space among them
FORMATS = "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\U000e0000-\U000e007f"
_INVISIBLE = re.compile(
    r"\x1b\[[0-9;?]{0,32}[a-zA-Z]"  # a colour of the terminal
    rf"|(?P<meant>(?<=[{_JOINED}])[\u200c\u200d](?=[{_JOINED}])|(?<=\U0001f3f4)[\U000e0020-\U000e007f]+)"  # or a flag
    f"|[{CONTROLS}{FORMATS}]"
)
_CANDIDATE = re.compile(f"[{CONTROLS}{FORMATS}]")  # found ten times as fast, and where it is not, nothing is to do


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
