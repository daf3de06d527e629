"""The data of a page, as JSON, where it stands beside text in a line: frameworks put all that a page shows there."""

import re
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder

_BEGINNING = re.compile(r'[\[{](?=["\[{])')
_SHORTEST = 100  # characters
_MOST_FAULTS = 200  # in a line: for each, Python counts the lines above
_DECODE = JSONDecoder(parse_int=str, parse_float=str, strict=False).raw_decode  # str: nobody needs the numbers


def find_data(line: str) -> Iterator[tuple[int, int]]:
    """Where each object or list begins and ends that has 100 characters or more.

    What is broken is read up to its fault. What is nested too deeply ends the search, and so do very many faults.
    """
    faults = 0
    found = _BEGINNING.search(line)
    while found and len(line) - found.start() >= _SHORTEST and faults < _MOST_FAULTS:
        start = found.start()
        try:
            end = _DECODE(line, start)[1]
        except JSONDecodeError as fault:
            faults += 1
            end = max(fault.pos, start + 1)
        except RecursionError:
            return
        else:
            if end - start >= _SHORTEST:
                yield start, end
        found = _BEGINNING.search(line, end)
