"""Tables of TOML: those that come with groats, and the files of its users."""

from pathlib import Path
from typing import Any

from groats.errors import UsageError
from groats.wording import reason_of

DATA = Path(__file__).parent / "data"

Table = dict[str, Any]


def load_table(name: str) -> Table:
    """The table in `data/NAME.toml`."""
    path = DATA / f"{name}.toml"
    return parse_table(path.read_bytes(), str(path), "install groats again")


def read_table(path: Path, *, name: str, mend: str) -> Table:
    """The table in a user's file; raises `UsageError`, which says what to `name` or to `mend` instead."""
    try:
        written = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({reason_of(error)}): name {name}.") from error
    return parse_table(written, str(path), mend)


def parse_table(written: bytes, shown: str, mend: str) -> Table:
    """The table in the bytes of a file, which may begin with a byte order mark; raises `UsageError`."""
    import tomllib  # noqa: PLC0415 - who only looks for the built-in cues, which are JSON, does without

    try:
        return tomllib.loads(written.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{shown} is not TOML in UTF-8 ({error}): {mend}.") from error
