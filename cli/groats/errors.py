"""The errors of groats, each one sentence for the user, and the exit codes that shells see."""

from enum import IntEnum


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
