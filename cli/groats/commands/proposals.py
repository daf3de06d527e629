"""What was likely meant by a command or an option that there is none of."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from groats.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from typer.exceptions import TyperException

_ASKED = {"help": "--help", "version": "--version"}
_NUMBERS = {" is not a valid int range": " is no whole number", " is not a valid float range": " is no number"}
_LIKE = 0.7  # difflib's ratio: "bacth" is .8 like "batch", "plan" .67 like "clean"


def refuse_mistyped(arguments: Sequence[str], commands: Collection[str]) -> None:
    """Raises `UsageError` if the first argument is nearly the name of a command, and no file's."""
    name = arguments[0] if arguments else "-"
    if name.startswith("-") or name in commands or os.path.lexists(name):
        return
    from difflib import get_close_matches

    lower = name.lower()
    near = [_ASKED[lower]] if lower in _ASKED else get_close_matches(lower, commands, 1, _LIKE)
    if near:
        raise UsageError(f"{name} is neither a command nor a file: did you mean groats {near[0]}?")


def word_mistake(error: TyperException) -> str:
    """What the command line says of an error, without its stop; of `--json`, that it is `--format json`."""
    name = getattr(error, "option_name", "")
    context = getattr(error, "ctx", None)
    options = context.command.params if context else ()
    meant = [
        f"{max(option.opts, key=len)} {name[2:]}"
        for option in options
        if name[2:] in getattr(option.type, "choices", ()) and name not in option.opts
    ]
    if not meant:
        message = error.format_message().rstrip(".")
        for jargon, word in _NUMBERS.items():
            message = message.replace(jargon, word)
        return message
    return f"No such option: {name} (you may mean {' or '.join(meant)})"
