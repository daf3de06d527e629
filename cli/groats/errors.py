"""The errors of groats: each is one sentence for the user and the exit code that goes with it."""


class GroatsError(Exception):
    """What went wrong, where, and what to do about it, in one sentence; the command line exits with code 2."""

    exit_code = 2


class UsageError(GroatsError):
    """An option, a rules file or an encoding name that cannot be used."""


class InputError(GroatsError):
    """An input that cannot be read."""


class OutputError(GroatsError):
    """An output that cannot be written, or must not be."""
