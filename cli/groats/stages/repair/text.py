"""The fixes of a text in their order, and the signs of which a text needs any."""

import re
from collections.abc import Callable

from groats.stages.repair.entities import decode_entities
from groats.stages.repair.invisible import INVISIBLE, remove_invisible
from groats.stages.repair.mojibake import AFTER_LEAD, LEADS, fix_mojibake
from groats.stages.repair.spaces import ODD_SPACES, fold_spaces, straighten_spaces
from groats.stages.repair.teasers import load_teaser, part_teasers

Fix = Callable[[str], str]

_FIXES: tuple[Fix, ...] = (decode_entities, fix_mojibake, remove_invisible, fold_spaces, part_teasers)
_CODE_FIXES: tuple[Fix, ...] = (fix_mojibake, remove_invisible, straighten_spaces)
# A page that escapes its text once too often does it twice at most: deeper, it explains escaping, or wants to annoy.
_ROUNDS = 2

# On clean text this search, and that for teasers, is all that happens: mojibake, or a character that stands for itself.
_SUSPECT = f"\t{ODD_SPACES}{INVISIBLE}"
_SIGN = re.compile(f"[&{LEADS}{_SUSPECT}](?:(?<=[{_SUSPECT}])|(?<=&)[#a-zA-Z]|{AFTER_LEAD})")


def load_signs() -> tuple[re.Pattern[str], ...]:
    """What a text that needs a fix has one of."""
    return _SIGN, load_teaser()


def repair_text(text: str, *, is_code: bool = False) -> str:
    r"""`text` with the fixes applied until they change nothing: repaired again, it stays as it is.

    Code keeps its entities, its tabs and its indentation.

    >>> repair_text("The caf&amp;eacute;\xa0opens\u200b at 9")
    'The café opens at 9'
    """
    if is_code:
        return _settle(text, _CODE_FIXES)
    plain = _settle(text, _FIXES[1:])
    if "&" not in plain:
        return plain
    decoded = _settle(plain, _FIXES)
    return decoded if _apply(decoded, _FIXES) == decoded else plain


def _settle(text: str, fixes: tuple[Fix, ...]) -> str:
    for _ in range(_ROUNDS):
        before, text = text, _apply(text, fixes)
        if text == before or not _SIGN.search(text):
            break
    return text


def _apply(text: str, fixes: tuple[Fix, ...]) -> str:
    for fix in fixes:
        text = fix(text)
    return text
