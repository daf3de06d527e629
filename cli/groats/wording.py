"""Words that many sentences for the user are made of."""

_LONGEST_WORDS = 200  # characters


def count_of(number: int, noun: str) -> str:
    """The number of things, as "1 page" or "2,000 pages"."""
    return f"{number:,} {noun if number == 1 else f'{noun}s'}"


def reason_of(error: Exception) -> str:
    """What the system, or a library, says of an error: to go on a sentence with."""
    reason = ((error.strerror if isinstance(error, OSError) else None) or str(error)).rstrip(".")
    return reason[:1].lower() + reason[1:] if reason[1:2].islower() else reason  # "JSON", "AF_UNIX"


def describe_mistake(error: Exception) -> str:
    """What is said of an error that nobody foresaw; a page may be part of its words, so that they may be long."""
    words = " ".join(str(error).split())[:_LONGEST_WORDS]
    return f"groats made a mistake ({type(error).__name__}: {words}). Please report it with this page"
