"""The errors of groats, each one sentence for the user, and the exit codes that shells see."""

from enum import IntEnum

_LONGEST_WORDS = 200  # characters


class ExitCode(IntEnum):
    """How a command ended."""

    DONE = 0
    CHECK_FAILED = 1  # `--check` found something to remove, or a score is below `--fail-under`
    NOTHING_DONE = 2  # usage, or the input or output cannot be read or written
    PAGES_FAILED = 3  # some pages; the others are done
    INTERRUPTED = 130  # 128 + SIGINT, as shells count
    PIPE_CLOSED = 141  # 128 + SIGPIPE


class GroatsError(Exception):
    """What went wrong, where, and what to do about it, in one sentence; the command line exits with code 2."""

    exit_code = ExitCode.NOTHING_DONE


class UsageError(GroatsError):
    """An option, a rules file or an encoding name that cannot be used."""


class InputError(GroatsError):
    """An input that cannot be read."""


class OutputError(GroatsError):
    """An output that cannot be written, or must not be."""


def reason_of(error: Exception) -> str:
    """What the system, or a library, says of an error: to go on a sentence with."""
    reason = ((error.strerror if isinstance(error, OSError) else None) or str(error)).rstrip(".")
    return reason[:1].lower() + reason[1:] if reason[1:2].islower() else reason  # "JSON", "AF_UNIX"


def describe_mistake(error: Exception) -> str:
    """What is said of an error that nobody foresaw; a page may be part of its words, so that they may be long."""
    words = " ".join(str(error).split())[:_LONGEST_WORDS]
    return f"groats made a mistake ({type(error).__name__}: {words}). Please report it with this page"
