"""The command `groats`, also as `python -m groats`: whatever ends a command becomes words and an exit code."""

import sys
from collections.abc import Sequence

from groats.errors import ExitCode, GroatsError
from groats.wording import reason_of


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit code of what the arguments (None: the process's own) ask for, when it has run."""
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED


def _run(arguments: Sequence[str]) -> int:
    """The exit code, once an error that ended the command is worded."""
    # Imported here, where Ctrl-C during the imports ends as quietly as later.
    from typer.exceptions import TyperException  # noqa: PLC0415 - see above

    from groats.commands import complete, run, streams  # noqa: PLC0415 - see above
    from groats.commands.proposals import word_mistake  # noqa: PLC0415 - see above

    streams.set_utf8()
    try:
        code = run(arguments)
        streams.flush_stdout()
    except TyperException as error:
        context = getattr(error, "ctx", None)
        path = context.command_path if context else f"groats {complete(arguments)[0]}".partition(" -")[0]
        streams.say(f"{word_mistake(error)}. See {path} --help.")
        code = ExitCode.NOTHING_DONE
    except GroatsError as error:
        streams.say(str(error))
        code = error.exit_code
    except BrokenPipeError:
        streams.discard_stdout()
        code = ExitCode.PIPE_CLOSED
    except OSError as error:
        if error.filename is None:
            streams.discard_stdout()
            trouble = "Standard output cannot be written"
        else:
            trouble = f"{streams.display_name(str(error.filename))} cannot be read or written"
        streams.say(f"{trouble}: {reason_of(error)}.")
        code = ExitCode.NOTHING_DONE
    except Exception as error:  # noqa: BLE001 - no user sees a traceback unasked
        streams.say_unexpected(error, " ".join(["groats", *arguments]))
        code = ExitCode.NOTHING_DONE
    return code


if __name__ == "__main__":
    sys.exit(main())
