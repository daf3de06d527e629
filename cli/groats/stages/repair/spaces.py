"""The odd spaces of typesetters."""

import re

ODD_SPACES = "\v\f\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_ODD_SPACE = re.compile(f"[{ODD_SPACES}]")
_ANY_SPACE = re.compile(f"[\t{ODD_SPACES}]")


def fold_spaces(text: str) -> str:
    r"""`text` with tabs and the odd spaces of typesetters as plain spaces, one where such a run was.

    Runs of plain spaces stay: they are the business of whoever reads the lines.

    >>> fold_spaces("10\u202f000\xa0 euros\tnet,  about")
    '10 000 euros net,  about'
    """
    first, *rest = _ANY_SPACE.split(text)
    if not rest:
        return text
    inner = [part.strip(" ") for part in rest[:-1]]
    return " ".join([first.rstrip(" "), *filter(None, inner), rest[-1].lstrip(" ")])


def straighten_spaces(text: str) -> str:
    r"""`text` with each odd space as a plain one, so that the columns of code hold; tabs stay.

    >>> straighten_spaces("\xa0\xa0\xa0\xa0return\u3000x\t# x")
    '    return x\t# x'
    """
    return _ODD_SPACE.sub(" ", text)
