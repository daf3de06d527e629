"""UTF-8 that was read as something else."""

import re

# What the bytes 0x80 to 0xBF are in Latin-1, windows-1252 and windows-1251: the later bytes of a UTF-8 character.
_TRAIL = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЁЄЇІіґё№єјЅѕї"
# Leads and what has to follow: in Latin two later bytes after a small letter, for "é»" is good French, but one after
# a capital; Cyrillic and Greek pairs; the bytes of "’" in Mac Roman and DOS; C1 controls, which are none of these.
LEADS = "\x80-\x9fÂ-ÞĂĹâà-ðΞΟΓβвРС‚"
AFTER_LEAD = (
    f"(?<=[\x80-\x9f])|(?<=[ÂÃ])[{_TRAIL} ]|(?<=[Ä-ÞĂĹΞΟΓ])[{_TRAIL}]|(?<=ð)Ÿ"
    f"|(?<=[à-ðβ])[{_TRAIL}][{_TRAIL}]|(?<=[РС])[{_TRAIL}][РС][{_TRAIL}]|(?<=в)[Ђ„]|(?<=‚)Ä|(?<=Γ)Ç"
)
_MOJIBAKE = re.compile(f"[{LEADS}](?:{AFTER_LEAD})")


def fix_mojibake(text: str) -> str:
    """`text` with UTF-8 that was read as a one-byte encoding read again, by ftfy, which knows them all.

    Only what is no writing in any language is tried, and ftfy judges again.

    >>> fix_mojibake("The cafÃ© isnâ€™t open")
    'The café isn’t open'
    >>> fix_mojibake("«L’été», É., Ås, ÇA, СССР")
    '«L’été», É., Ås, ÇA, СССР'
    """
    if _MOJIBAKE.search(text) is None:
        return text
    from ftfy import fix_encoding  # noqa: PLC0415 - it takes 70 ms to load, and one page in twenty comes here

    return str(fix_encoding(text))
