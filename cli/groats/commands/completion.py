"""Scripts by which shells complete commands, options, values and labels: no key waits until Python has started."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from groats.document import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from groats.commands.options import Shell

_DEFAULT = "clean"  # the command of a line that names none
_BASH = """\
_groats() {{
    local word="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" command="${{COMP_WORDS[1]}}" words=
    case "$command" in {alternatives}) ;; *) command={default} ;; esac
    case "$command $before" in
{values}
    *)
        if [[ $word == -* ]]; then
            case "$command" in
{options}
            esac
        elif ((COMP_CWORD == 1)); then
            words="{commands}"
        fi
    esac
    COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o bashdefault -o default -F _groats groats
"""
_ZSH = """\
(( $+functions[compdef] )) || { autoload -U +X compinit && compinit }
autoload -U +X bashcompinit && bashcompinit
"""


class _Option(NamedTuple):
    names: list[str]
    help: str
    values: list[str]
    takes_value: bool


def write_completion(shell: Shell, commands: Mapping[str, Any]) -> str:
    """The script for a shell; the commands are those of Typer by their names."""
    options = {
        name: [_read(param) for param in command.params if param.opts[0].startswith("-")]
        for name, command in commands.items()
    }
    if shell == "fish":
        helps = {name: command.get_short_help_str(80) for name, command in commands.items()}
        return "".join(f"{row}\n" for row in _fish_rows(options, helps))
    return (_ZSH if shell == "zsh" else "") + _write_bash(options)


def _read(option: Any) -> _Option:  # noqa: ANN401 - Typer's own class
    values = [*Label] if option.metavar == "LABEL" else [*getattr(option.type, "choices", ())]
    return _Option(option.opts, option.help or "", values, not option.is_flag)


def _write_bash(options: Mapping[str, list[_Option]]) -> str:
    values = [
        f'    "{name} {flag}") words="{" ".join(option.values)}" ;;'
        for name, own in options.items()
        for option in own
        for flag in option.names
        if option.values
    ]
    flags = [
        f'                {name}) words="{" ".join(flag for option in own for flag in option.names)} --help" ;;'
        for name, own in options.items()
    ]
    return _BASH.format(
        default=_DEFAULT,
        alternatives="|".join(options),
        commands=" ".join(options),
        values="\n".join(values),
        options="\n".join(flags),
    )


def _fish_rows(options: Mapping[str, list[_Option]], helps: Mapping[str, str]) -> list[str]:
    rows = [f"complete -c groats -n __fish_use_subcommand -a {name} -d {_quote(helps[name])}" for name in options]
    for name, own in options.items():
        others = " ".join(other for other in options if other != name)
        seen = (
            f"not __fish_seen_subcommand_from {others}" if name == _DEFAULT else f"__fish_seen_subcommand_from {name}"
        )
        for option in own:
            flags = " ".join(f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.names)
            value = f" -x -a {_quote(' '.join(option.values))}" if option.values else " -r" * option.takes_value
            rows.append(f"complete -c groats -n {_quote(seen)} {flags}{value} -d {_quote(option.help)}")
    return rows


def _quote(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
