"""JSON Lines: a record a line (https://jsonlines.org), each named by the number of its line."""

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from groats.corpus.containers.container import Container, PageError, too_large
from groats.corpus.containers.packed import open_unpacked
from groats.corpus.containers.rows import build_source
from groats.corpus.source import Found

_CHUNK = 1 << 20  # bytes of an endless line that are skipped at a time


def read_jsonl(container: Container) -> Iterator[Found]:
    """The page of each line that is not blank; a line that cannot be used is a failure."""
    with container.path.open("rb") as file, open_unpacked(file) as stream:
        for number, line in enumerate(_split_lines(stream, container.max_bytes), start=1):
            if line is None:
                yield container.fail(number, too_large(container.max_bytes))
            elif record := line.removeprefix(codecs.BOM_UTF8).strip():
                try:
                    yield build_source(container, number, _parse(record))
                except PageError as error:
                    yield container.fail(number, str(error))


def _split_lines(stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """The lines, None for one that is longer than a page may be: it is not held in memory."""
    while line := stream.readline(longest + 1):
        if len(line) <= longest or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield None


def _parse(line: bytes) -> dict[str, object]:
    """The record of a line; raises `PageError`."""
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        record = _parse_leniently(line)
    if not isinstance(record, dict):
        raise PageError("the line is no JSON object.")
    return record


def _parse_leniently(line: bytes) -> object:
    """What Python's own writer makes and no standard allows, too: NaN, lone surrogates; raises `PageError`."""
    try:
        return json.loads(line, strict=False)
    except RecursionError as error:
        raise PageError("the line is nested too deeply.") from error
    except ValueError as error:  # broken JSON, and broken UTF-8
        raise PageError(f"the line is no JSON ({_say(error)}).") from error


def _say(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg[:1].lower()}{error.msg[1:]} at character {error.pos + 1:,}"
    return "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else "a number has too many digits"
