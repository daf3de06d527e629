"""Chats as messengers export them, and logs of channels: a line a message, with the time and who says it."""

import re

from groats.document import Line

_DAY, _TIME = (
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? ",
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u202f\xa0]?[AaPp]\.?[Mm]\.?)?",
)
_NAMED, _MARKED = r"[^\s:<>][^:<>]{0,40}: \S", r"<[^<>\s]{1,40}> \S"
# "[12.05.24, 18:05:40] Ada: ", "3/14/24, 9:15 AM - Ada Lind: ", "09:15 <ada> "; "20:15 Mill: a film" is a programme.
_SENT = re.compile(
    rf"[\u200e\u200f]?(?:(?:\[(?:{_DAY})?{_TIME}\] |{_DAY}{_TIME} [-–] )(?={_NAMED}|{_MARKED})|{_TIME} (?={_MARKED}))"
)
_FIRST = frozenset("[0123456789\u200e\u200f")
_FEWEST, _SHARE = 8, 0.5  # messages, and of the lines that are not blank: some have more than one


def read_chat(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], frozenset[int]]:
    """The lines of a chat without the times of its messages, and the numbers of these; the same lines if it is none."""
    begun = [n for n, line in enumerate(lines) if line.text[:1] in _FIRST]
    sent = {n: message for n in begun if (message := _SENT.match(lines[n].text))}
    if len(sent) < _FEWEST or len(sent) < _SHARE * sum([bool(line.text.strip()) for line in lines]):
        return lines, frozenset()
    shown = [line._replace(text=line.text[sent[n].end() :]) if n in sent else line for n, line in enumerate(lines)]
    return tuple(shown), frozenset(lines[n].number for n in sent)
