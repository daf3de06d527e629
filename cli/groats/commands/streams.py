"""The ends of the pipes: bytes in, bytes out whole or not at all, words on stderr."""

import errno
import os
import stat
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from groats.atomic_files import open_replacement
from groats.commands.signals import end_by_exception
from groats.errors import InputError, OutputError
from groats.wording import describe_mistake, reason_of

STDIN = STDOUT = "-"

Write = Callable[[bytes], object]


def display_name(name: str) -> str:
    """The name of an input as words show it."""
    return "standard input" if name == STDIN else printable(name)


def printable(text: str) -> str:
    """The text with every character that a terminal could obey, hide or refuse written as its escape."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode() for character in text
    )


def say(message: str) -> None:
    """Writes one line of words on stderr, harmless to the terminal; that nobody can read them is no error."""
    if sys.stderr is not None:
        try:
            sys.stderr.write(f"groats: {printable(message)}\n")
            sys.stderr.flush()
        except OSError:
            _discard(sys.stderr)


def read_input(name: str) -> bytes:
    """The bytes of a file, of standard input for "-"; raises `InputError`."""
    if not name:
        raise InputError("The name of an input is empty: look at what the shell made of it.")
    try:
        if name != STDIN:
            return Path(name).read_bytes()
        if sys.stdin is None:
            raise InputError("Standard input is closed: name a file, or pipe a page in.")
        return sys.stdin.buffer.read()
    except IsADirectoryError as error:
        raise InputError(
            f"{display_name(name)} is a directory: name the files in it, or clean it with groats batch."
        ) from error
    except OSError as error:
        raise InputError(f"{display_name(name)} {_word_unread(name, error)}.") from error


def _word_unread(name: str, error: OSError) -> str:
    if is_address(name):
        return "is an address, and groats fetches nothing: pipe the page in, as in curl -sL URL | groats"
    return f"cannot be read: {reason_of(error)}"


def is_address(name: str) -> bool:
    """Whether the name of a file that there is not is the address of a page; of a path, one slash is left."""
    return name.startswith(("http:/", "https:/"))


def is_terminal_input() -> bool:
    """Whether standard input is a keyboard."""
    return sys.stdin is not None and sys.stdin.isatty()


def is_terminal_output() -> bool:
    """Whether standard output is read by a person."""
    return sys.stdout is not None and sys.stdout.isatty()


def is_terminal_words() -> bool:
    """Whether somebody watches standard error."""
    return sys.stderr is not None and sys.stderr.isatty()


def refuse_same_file(inputs: Sequence[str], output: str | None) -> None:
    """Raises `OutputError` if the output is one of the inputs: by name, by link, or by the shell's `<` and `>`."""
    target = _identify(STDOUT if output is None else output, sys.stdout)
    for name in inputs:
        source = _identify(name, sys.stdin)
        if source and target and os.path.samestat(source, target):
            shown = display_name(name) if name != STDIN or output is None else printable(output)
            raise OutputError(f"{shown} is both the input and the output: write to another file.")


@contextmanager
def open_output(name: str | None) -> Iterator[Write]:
    """A function that writes to the file, to standard output for None or "-"; raises `OutputError`.

    The file appears or changes when the block has ended well, else there is no trace of it; it keeps the permissions
    of the one that it replaces. A device or a named pipe is written to as it comes.
    """
    if name is None or name == STDOUT:
        yield write_stdout
        return
    if not name:
        raise OutputError("The name of the output is empty: look at what the shell made of it.")
    try:
        status = _status_of(name)
        if status is None or stat.S_ISREG(status.st_mode):
            if status and not os.access(name, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            path = Path(os.path.realpath(name))
            temporary = path.with_name(f".groats-{os.urandom(8).hex()}.tmp")  # others may write to the same file now
            with end_by_exception(), open_replacement(path, temporary) as file:
                yield file.write
        else:
            with Path(name).open("wb") as device:
                yield device.write
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{printable(name)} cannot be written: {reason_of(error)}.") from error


def write_stdout(data: bytes) -> None:
    """Writes all of the bytes to standard output, at once; raises `OutputError`, and `BrokenPipeError` as it is."""
    if sys.stdout is None:
        raise OutputError("Standard output is closed: open it, or name a file with -o.")
    rest = memoryview(data)
    try:
        while rest:  # unbuffered (PYTHONUNBUFFERED), a write may take only a part
            rest = rest[sys.stdout.buffer.write(rest) :]
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        discard_stdout()
        raise OutputError(f"Standard output cannot be written: {reason_of(error)}.") from error


def set_utf8() -> None:
    """Makes standard output UTF-8 for what libraries print, whatever the locale."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")


def flush_stdout() -> None:
    """Writes what libraries have printed, so that a failure shows here and not at the end of the process."""
    if sys.stdout is not None:
        sys.stdout.flush()


def discard_stdout() -> None:
    """Lets what is still buffered for a broken standard output go nowhere, or Python tries again when it ends."""
    _discard(sys.stdout)


def say_unexpected(error: Exception, where: str) -> None:
    """Words for an error that is a mistake in groats; with GROATS_DEBUG set, its traceback too."""
    if os.environ.get("GROATS_DEBUG") and sys.stderr is not None:
        traceback.print_exception(error)
    say(f"{where}: {describe_mistake(error)}; GROATS_DEBUG=1 shows where.")


def _discard(stream: TextIO) -> None:
    with suppress(OSError):  # tests have streams without a descriptor
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _status_of(name: str) -> os.stat_result | None:
    try:
        return Path(name).stat()
    except FileNotFoundError:
        return None


def _identify(name: str, stream: TextIO | None) -> os.stat_result | None:
    """What the system knows of a regular file, of the stream for "-"; None for all else."""
    with suppress(OSError, ValueError):
        status = os.fstat(stream.fileno()) if name == STDIN and stream else Path(name).stat()
        return status if stat.S_ISREG(status.st_mode) else None
    return None
