"""The headers of messages: that which a mail, or what a server answers, begins with, and those of forwarded ones."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

from groats.tables import load_table

_FIELD = re.compile(r"\*{0,2}([^\W\d_][^\s:：*]{0,60}(?: [^\s:：*]{1,20}){0,2}) ?[:：]\*{0,2}(?:\s+(\S.*))?")
_COLON, _LONGEST_NAME = re.compile("[:：]"), 24  # within so many characters
_MAILBOX = re.compile(r"From \S+ .*\d{4}")  # above each message of an mbox
_STATUS = re.compile(r"HTTP/\d(?:\.\d)? \d{3}(?: .*)?")
_RULE = re.compile(r"-{3,}(?: ?[^\W\d_][^-]{2,60})?-{3,}")  # "---------- Forwarded message ---------"
_MOST_FIELDS, _MOST_FORWARDED = 200, 12  # lines
_FEWEST = 3  # of sender, subject, date and recipient; the first two are needed
_ANSWERED = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|antw|odp|pd|enc|r|i)(?:\[\d+\])?: *)+(?=\S)", re.IGNORECASE)
_LONGEST = 1_000  # characters of a value

_FORWARDED = re.compile(r"(?:fwd?|wg|tr|rv|vs|pd|enc|i|doorst)(?:\[\d+\])?:", re.IGNORECASE)
_MOST_SIGNED = 12  # lines of a signature

Fields: TypeAlias = list[tuple[str, str]]  # names in small letters, and values


class Message(NamedTuple):
    """How many lines the header of a message has, and what it says, by what `data/header.toml` calls it."""

    lines: int = 0
    entries: Mapping[str, Sequence[str]] = {}


def read_message(texts: Sequence[str]) -> Message:
    """The header that the lines begin with; none where a line that is no field stands in it."""
    start = bool(texts) and _MAILBOX.fullmatch(texts[0]) is not None
    end, fields = _read_fields(texts, start, _MOST_FIELDS)
    if not _is_mail(fields):
        return Message()
    is_forwarded = any(_role(name) == "subject" and _FORWARDED.match(value) for name, value in fields)
    inner = next(_find_fields(texts[end:]), None) if is_forwarded else None
    return Message(end, _to_entries(inner[2] if inner else fields))


def count_answer(texts: Sequence[str]) -> int:
    """How many lines a server's answers have before the page, as `curl -i` shows them; 0 if none."""
    end = 0
    while end < len(texts) and _STATUS.fullmatch(texts[end]):
        below = next((n for n in range(end + 1, len(texts)) if not texts[n]), len(texts))
        if not all(map(_FIELD.fullmatch, texts[end + 1 : below])):
            break
        end = below + 1
    return end


def find_message_lines(texts: Sequence[str], *, is_mail: bool) -> frozenset[int]:
    """The positions of the lines that are headers of messages within the text, and of the signature of a mail."""
    found: set[int] = set()
    for start, end, _ in _find_fields(texts):
        found.update(range(start - (start > 0 and _RULE.fullmatch(texts[start - 1]) is not None), end))
    signature = max((n for n, text in enumerate(texts) if text.rstrip() == "--"), default=0) if is_mail else 0
    if signature and sum(map(bool, texts[signature + 1 :])) <= _MOST_SIGNED:
        found.update(range(signature, len(texts)))
    return frozenset(found)


def _find_fields(texts: Sequence[str]) -> Iterator[tuple[int, int, Fields]]:
    """Where the headers of messages within the text begin and end, and what they say."""
    done = 0
    named = [n for n, text in enumerate(texts) if ":" in text or "：" in text]
    for n in [n for n in named if _COLON.search(texts[n], 0, _LONGEST_NAME) and _is_subject(texts[n])]:
        start = n
        while start > max(done, n - _MOST_FORWARDED) and _FIELD.fullmatch(texts[start - 1]):
            start -= 1
        end, fields = _read_fields(texts, start, _MOST_FORWARDED)
        if _is_mail(fields):
            yield start, end, fields
            done = end


def _is_subject(text: str) -> bool:
    field = _FIELD.fullmatch(text)
    return field is not None and _role(field[1]) == "subject"


def _read_fields(texts: Sequence[str], start: int, most: int) -> tuple[int, Fields]:
    """Where the fields that begin at `start` end, before a blank line, and their names and values."""
    fields: Fields = []
    for n in range(start, min(len(texts), start + most)):
        field = _FIELD.fullmatch(texts[n])
        if field and not texts[n][0].isspace():
            fields.append((field[1].lower(), field[2] or ""))
        elif texts[n][:1].isspace() and texts[n].strip() and fields:
            fields[-1] = fields[-1][0], f"{fields[-1][1]} {texts[n].strip()}".strip()
        elif texts[n].strip():
            return n, []
        else:
            return n, fields
    return start, []


def _is_mail(fields: Fields) -> bool:
    roles = {_role(name) for name, value in fields if value} - {""}
    return len(roles) >= _FEWEST and {"subject", "from"} <= roles


@cache
def _roles() -> Mapping[str, str]:
    return {name: role for role, names in load_table("mail").items() for name in names}


def _role(name: str) -> str:
    return _roles().get(name.lower(), "")


def _to_entries(fields: Fields) -> Mapping[str, Sequence[str]]:
    """Title, author and date; who sends to a list of readers is a house."""
    from email.utils import parseaddr  # noqa: PLC0415 - few pages are messages

    said: dict[str, str] = {}
    for name, value in fields:
        said.setdefault(_role(name), _decode(value[:_LONGEST]))
    is_list = any(name in {"list-unsubscribe", "list-id"} for name, _ in fields)
    sender = parseaddr(said["from"])[0] or ("" if "@" in said["from"] else said["from"])
    title = _ANSWERED.sub("", said["subject"], count=1) if _ANSWERED.match(said["subject"]) else said["subject"]
    entries = {"title": title, "site" if is_list else "author": sender, "date": _to_date(said.get("date", ""))}
    return {name: [value] for name, value in entries.items() if value}


def _decode(value: str) -> str:
    from email.header import decode_header, make_header  # noqa: PLC0415 - few pages are messages

    try:
        return " ".join(str(make_header(decode_header(value))).split()) if "=?" in value else value
    except (LookupError, ValueError):
        return value


def _to_date(value: str) -> str:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - few pages are messages

    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return value
