"""Text of a page as a terminal may show it: whatever it would obey, hide or turn around stands there as a mark.

After Unicode's TR 36 (security considerations) and TR 39; "Trojan Source" (Boucher and Anderson, 2021) for the bidi
controls. Marks are of plain characters and have the widths that they seem to have.
"""

import re

from groats.unicode_ranges import FORMATS, JOINED, JOINERS, TAGS

_TAB = 4  # columns

_CONTROLS = "\x00-\x08\x0a-\x1f\x7f-\x9f"  # C0 without the tab, DEL, C1: terminals obey U+009B as they do ESC [
# Line separators, surrogates, and what is blank though Unicode has it as a letter or a mark. Not the Arabic signs that
# are format characters and are seen.
_BLANK = (
    "\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2028\u2029\u3164\uffa0\ufff0-\ufff8\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
)
_STACKED = (  # marks that pile up on the letter before them
    "\u0300-\u034e\u0350-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_HARMFUL = re.compile(
    rf"(?P<meant>(?<=[{JOINED}])[{JOINERS}](?=[{JOINED}])"
    "|(?<=\U0001f3f4)[\U000e0061-\U000e007a]{1,6}\U000e007f)"  # the flag of a region: five letters mostly, and an end
    rf"|(?P<stack>(?<=[{_STACKED}]{{4}})[{_STACKED}]+)"  # a letter of Vietnamese or Hebrew has three at most
    "|(?<=[\ufe00-\ufe0f])[\ufe00-\ufe0f]|(?<![\u3400-\U0003ffff])[\U000e0100-\U000e01ef]"  # variants of nothing
    rf"|[{_CONTROLS}{FORMATS}{JOINERS}{TAGS}{_BLANK}]"
)


def make_visible(text: str) -> str:
    r"""The text of one line with a visible mark for each character that a terminal could obey or hide.

    C0 controls become their pictures, all others their code points; tabs become spaces. What scripts and emoji need
    (joiners, variation selectors, flags, up to four marks on a letter) stays as it is.

    >>> make_visible("\x1b[31mred\x07 pay\u202e001\u202c")
    '␛[31mred␇ pay<U+202E>001<U+202C>'
    """
    return _HARMFUL.sub(_mark, text.expandtabs(_TAB))


def _mark(found: re.Match[str]) -> str:
    if found.lastgroup == "meant":
        return found[0]
    if found.lastgroup == "stack":
        return f"<{len(found[0])} more marks>"
    code = ord(found[0])
    if code <= ord("\x1f"):
        return chr(ord("␀") + code)
    return "␡" if code == ord("\x7f") else f"<U+{code:04X}>"
