"""Whether a text is no page but records of pages, which `groats batch` reads."""

from json import JSONDecodeError, JSONDecoder

from groats.document import Page

_DECODE = JSONDecoder(parse_int=str, parse_float=str).decode  # str: what the numbers are does not matter


def holds_records(page: Page) -> bool:
    """Whether every line of a text is a JSON object, as far as the first of them and the ends of the others show."""
    lines = (text for line in page.lines if (text := line.text.strip()))
    return page.kind == "text" and _is_object(next(lines, "")) and all(text[0] + text[-1] == "{}" for text in lines)


def _is_object(text: str) -> bool:
    if not text.startswith("{"):
        return False
    try:
        return bool(_DECODE(text))
    except (JSONDecodeError, RecursionError):
        return False
