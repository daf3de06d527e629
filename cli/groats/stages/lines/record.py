"""Records of pages as scrapers and generators of sites write them: fields with a colon, and the page as the last."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from groats.document import Line
from groats.stages.lines.entries import CONTENT, declare, gather, known_keys, to_name

# "Title: The mill", "- **URL:** https://mill.example/".
_FIELD = re.compile(r"(?:[-*] )?(\*\*)?([^\W\d_][\w -]{1,30}):(?(1)\*\*)(?:\s+(\S.*))?")
_RULE = re.compile(r"[-=*_~]{3,100}")
_MOST, _FEWEST, _LONGEST = 40, 3, 5_000  # lines; fields that are known where title or address lacks; characters
_NAMING = {"header:title", "canonical"}


class Record(NamedTuple):
    """Where the fields above a page end, and what they declare; the page begins behind the name of one, if any."""

    end: int = 0
    declared: tuple[tuple[str, str], ...] = ()
    lead: int = 0


def read_record(texts: Sequence[str], top: int) -> Record:
    """The fields that begin at `top`, up to the one that the page is the value of, or to a blank line or a rule."""
    fields: list[tuple[str, str]] = []
    first, end, lead = 0, top, 0  # of the fields those above the first blank line
    for n, text in enumerate([*texts[top : top + _MOST], ""][:_MOST], start=top):
        field = _FIELD.fullmatch(text)
        if field and to_name(field[2]) in known_keys()[CONTENT]:
            first, end, lead = len(fields), n + (not field[3]), max(0, field.start(3))
            break
        if field and len(text) <= _LONGEST:
            fields.append((field[2], field[3] or ""))
        elif text and not _RULE.fullmatch(text):
            break
        elif not first:
            first, end = len(fields), n + bool(text)
    entries = gather([(name, [value]) for name, value in fields[:first]])
    declared = tuple(declare(entries))
    known = {name for name, _ in declared}
    is_full = len(known) >= max(_FEWEST, len(entries) - len(known))
    if not (known >= _NAMING or (is_full and _NAMING & known)):
        return Record()
    return Record(end + (not lead and texts[end : end + 1] == [""]), declared, lead)


def read_more(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], frozenset[int]]:
    """The lines below a record that has others below it, and the numbers of those that are fields.

    Of the others the titles are part of the text, as headings, and so is what stands beside the name of the page.
    """
    texts = [line.text.rstrip() for line in lines]
    shown = list(lines)
    fields: set[int] = set()
    done = 0
    for n in _find_tops(texts):
        record = read_record(texts, n) if n >= done else Record()
        if not {name for name, _ in record.declared} >= _NAMING:
            continue
        above = next((m for m in range(n - 1, done - 1, -1) if texts[m]), n)
        fields.update([lines[above].number] if _RULE.fullmatch(texts[above]) else [])
        done = record.end
        for place in range(n, done):
            field = _FIELD.fullmatch(texts[place])
            if field and field[3] and to_name(field[2]) in known_keys()["title"]:
                shown[place] = lines[place]._replace(text=field[3])
            elif texts[place]:
                fields.add(lines[place].number)
        if record.lead:
            shown[done] = lines[done]._replace(text=lines[done].text[record.lead :])
    return tuple(shown), frozenset(fields)


def _find_tops(texts: Sequence[str]) -> Iterator[int]:
    """Where a run of fields begins, or the next one behind the field that a page is the value of."""
    is_top = True
    for n, text in enumerate(texts):
        field = _FIELD.fullmatch(text) if ":" in text else None
        if field and is_top:
            yield n
        is_top = field is None or to_name(field[2]) in known_keys()[CONTENT]
