r"""The damage that text takes on its way out of a page, mended: small fixes, each a function from text to text.

Their order is `_FIXES` and `_CODE_FIXES`. A fix leaves alone what it cannot be sure of: words are mended, never added.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html.entities import html5
from itertools import accumulate

from groats.document import Block, Form, Line, Page

# A page that escapes its text once too often does it twice at most: deeper, it explains escaping, or wants to annoy.
_ROUNDS = 2

Fix = Callable[[str], str]

_ENTITY = re.compile(r"(?<!`)&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")

# What the bytes 0x80 to 0xBF are in Latin-1, windows-1252 and windows-1251: the later bytes of a UTF-8 character.
_TRAIL = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸЂЃѓЉЊЌЋЏђљњќћџЎўЈҐЁЄЇІіґё№єјЅѕї"
# Leads and what has to follow: in Latin two later bytes after a small letter, for "é»" is good French, but one after
# a capital; Cyrillic and Greek pairs; the bytes of "’" in Mac Roman and DOS; C1 controls, which are none of these.
_MOJIBAKE_LEADS = "\x80-\x9fÂ-ÞĂĹâà-ðΞΟΓβвРС‚"
_AFTER_LEAD = (
    f"(?<=[\x80-\x9f])|(?<=[ÂÃ])[{_TRAIL} ]|(?<=[Ä-ÞĂĹΞΟΓ])[{_TRAIL}]|(?<=ð)Ÿ"
    f"|(?<=[à-ðβ])[{_TRAIL}][{_TRAIL}]|(?<=[РС])[{_TRAIL}][РС][{_TRAIL}]|(?<=в)[Ђ„]|(?<=‚)Ä|(?<=Γ)Ç"
)
_MOJIBAKE = re.compile(f"[{_MOJIBAKE_LEADS}](?:{_AFTER_LEAD})")

# Scripts in which a joiner or non-joiner between two letters changes what is read, and what emoji are composed of.
_JOINED = (
    "\u0600-\u07ff\u0860-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff\ufe70-\ufefc"
    "\u203c\u2049\u20e3\u2122-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
)
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1, without the white space among them
_FORMATS = "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc\U000e0000-\U000e007f"
_INVISIBLE = re.compile(
    r"\x1b\[[0-9;?]{0,32}[a-zA-Z]"  # a colour of the terminal
    rf"|(?P<meant>(?<=[{_JOINED}])[\u200c\u200d](?=[{_JOINED}])|(?<=\U0001f3f4)[\U000e0020-\U000e007f]+)"  # or a flag
    f"|[{_CONTROLS}{_FORMATS}]"
)
_CANDIDATE = re.compile(f"[{_CONTROLS}{_FORMATS}]")  # found ten times as fast, and where it is not, nothing is to do
_ODD_SPACES = "\v\f\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_ODD_SPACE = re.compile(f"[{_ODD_SPACES}]")
_ANY_SPACE = re.compile(f"[\t{_ODD_SPACES}]")

# Links to the rest of a story. Of two words at least: "Share" would cut SharePoint in two.
_TEASERS = (
    *("Read more", "Read More", "READ MORE", "Read next", "Show more", "Learn more", "See more"),
    *("Continue reading", "Continue Reading", "Keep reading", "min read", "mins read", "minute read"),
    *("Mehr lesen", "Lire la suite", "Leer más", "Seguir leyendo", "Leia mais", "Ler mais", "Leggi tutto"),
    *("Czytaj więcej", "Читать далее", "Διαβάστε περισσότερα"),
)
_TEASER = re.compile("|".join(_TEASERS))

# On clean text this search, and that for teasers, is all that happens: mojibake, or a character that stands for itself.
_SUSPECT = f"\t{_ODD_SPACES}{_CONTROLS}{_FORMATS}"
_SIGN = re.compile(f"[&{_MOJIBAKE_LEADS}{_SUSPECT}](?:(?<=[{_SUSPECT}])|(?<=&)[#a-zA-Z]|{_AFTER_LEAD})")


def repair_page(page: Page) -> Page:
    """`page` with the texts of its blocks and lines repaired; numbers, spans and everything else as they were.

    Code keeps its entities, its tabs and its indentation. What needs no repair is the same object as before. A block
    of which nothing is left to read is no block: its lines are blank.
    """
    forms = {line.number: block.form for block in page.blocks for line in block.lines}
    mended: dict[int, Line] = {}
    for position in _find_suspects([line.text for line in page.lines]):
        line = page.lines[position]
        form = forms.get(line.number)
        text = _mend(line.text, is_code=form is Form.CODE)
        if form is None and text.strip():
            text = ""  # a line of no block is blank
        if text != line.text:
            mended[line.number] = line._replace(text=text)
    blocks = _repair_blocks(page.blocks, mended)
    if blocks == page.blocks and not mended:
        return page
    if emptied := [block for block in blocks if not block.text.strip()]:
        mended |= {line.number: line._replace(text="") for block in emptied for line in block.lines}
        blocks = _without_empty(blocks)
    return replace(page, lines=tuple([mended.get(line.number, line) for line in page.lines]), blocks=blocks)


def _repair_blocks(blocks: Sequence[Block], mended: Mapping[int, Line]) -> tuple[Block, ...]:
    """The blocks with their texts repaired and with the `mended` lines, by number, in place of the damaged ones."""
    repaired = list(blocks)
    # A block that is its line, no more and no less, is as whole as that line.
    places = [
        n
        for n, block in enumerate(blocks)
        if block.text != block.lines[0].text or len(block.lines) > 1 or block.lines[0].number in mended
    ]
    suspects = {places[n] for n in _find_suspects([blocks[place].text for place in places])}
    for place in places:
        block = blocks[place]
        lines = tuple([mended.get(line.number, line) for line in block.lines])
        text = block.text
        if place in suspects:
            text = _mend(text, is_code=True) if block.form is Form.CODE else _mend(text, is_code=False).strip(" ")
        if text != block.text or lines != block.lines:
            repaired[place] = block._replace(text=text, lines=lines)
    return tuple(repaired)


def _without_empty(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks that have something to read; the lines of the others count as blank above the next one."""
    read: list[Block] = []
    blank = 0
    for block in blocks:
        if block.text.strip():
            read.append(block._replace(blank_before=blank + block.blank_before) if blank else block)
            blank = 0
        else:
            blank += block.blank_before + len(block.lines)
    return tuple(read)


def _find_suspects(texts: Sequence[str]) -> list[int]:
    """The positions of the texts that may need repair: few, so all are searched at once."""
    whole = "\n".join(texts)
    ends = list(accumulate([len(text) + 1 for text in texts]))
    found: set[int] = set()
    for pattern in (_SIGN, _TEASER):
        sign = pattern.search(whole)
        while sign:
            found.add(position := bisect_right(ends, sign.start()))
            sign = pattern.search(whole, ends[position])  # one a text is enough: a flood may have millions
    return sorted(found)


def repair_text(text: str) -> str:
    r"""`text` with the fixes applied until they change nothing: repaired again, it stays as it is.

    >>> repair_text("The caf&amp;eacute;\xa0opens\u200b at 9")
    'The café opens at 9'
    """
    return _mend(text, is_code=False) if _SIGN.search(text) or _TEASER.search(text) else text


def _mend(text: str, *, is_code: bool) -> str:
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


def decode_entities(text: str) -> str:
    """`text` with one level of HTML entities read.

    They stay behind where a page escapes its text twice, or a scraper takes tags off with a pattern. A "&" without a
    semicolon is a name or an address, and what stands in backquotes is meant to be seen.

    >>> decode_entities("Fish &amp; chips: it&#8217;s 5&nbsp;&euro;")
    'Fish & chips: it’s 5 €'
    >>> decode_entities("AT&T, ?page=1&copy=2, R&D; write `&amp;`, &nonsense;")
    'AT&T, ?page=1&copy=2, R&D; write `&amp;`, &nonsense;'
    """
    return _ENTITY.sub(_read_entity, text)


def _read_entity(entity: re.Match[str]) -> str:
    # html.unescape alone would read "&notice;" as "¬ice;".
    read = html.unescape(entity[0]) if entity[0][1] == "#" else html5.get(entity[0][1:], entity[0])
    return " " if read.isspace() else read


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


def part_teasers(text: str) -> str:
    """`text` with a space between a "Read more" and what was glued to it when the tags went away.

    Only phrases of two words are told, and only where a sentence ends before them or a capital follows.

    >>> part_teasers("He resigned.Read moreThe minister, 3 min readShare")
    'He resigned. Read more The minister, 3 min read Share'
    >>> part_teasers("Read moreover: the iPhone, McDonald, JavaScript; READ MOREOVER")
    'Read moreover: the iPhone, McDonald, JavaScript; READ MOREOVER'
    """
    return _TEASER.sub(_part_teaser, text)


def _part_teaser(teaser: re.Match[str]) -> str:
    (start, end), phrase, text = teaser.span(), teaser[0], teaser.string
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    ends_before = before.endswith((*".!?…»”",)) or (before.isalpha() and before[1:].islower())
    is_glued_before = phrase[0].isupper() and ends_before and not text.endswith(_TEASERS, 0, start)
    is_glued_after = after[:1].isupper() and (phrase[-1].islower() or after[1:].islower())
    return " " * is_glued_before + phrase + " " * is_glued_after


_FIXES: tuple[Fix, ...] = (decode_entities, fix_mojibake, remove_invisible, fold_spaces, part_teasers)
_CODE_FIXES: tuple[Fix, ...] = (fix_mojibake, remove_invisible, straighten_spaces)
