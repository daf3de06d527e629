"""What the user has settled once for a folder: groats.toml, or [tool.groats] in pyproject.toml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from groats.commands import streams
from groats.commands.options import Format, labels_of
from groats.errors import UsageError
from groats.paths import is_file
from groats.wording import reason_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from groats.corpus.earlier import Wishes
    from groats.document import Label, Options

_FORMATS = get_args(Format)
_KEYS = ("format", "keep", "drop", "rules", "no-title")


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a configuration says: paths are ready to open, and what it leaves out is None or empty."""

    format: Format | None = None
    keep: frozenset[Label] = frozenset()
    drop: frozenset[Label] = frozenset()
    rules: tuple[Path, ...] = ()
    no_title: bool = False

    def rule_files(self, named: Sequence[str] | None) -> list[Path]:
        """The files of rules that count, each once: those that the command line names, then the configuration's."""
        files = [*map(Path, named or ()), *self.rules]
        return list({path.absolute(): path for path in reversed(files)}.values())[::-1]

    def after(self, wishes: Wishes | None) -> Configuration:
        """The configuration with what an earlier run was told of labels and rules, where it does not say otherwise."""
        from dataclasses import replace

        if wishes is None:
            return self
        return replace(
            self,
            keep=self.keep | (wishes.keep - self.drop),
            drop=self.drop | (wishes.drop - self.keep),
            rules=(*self.rules, *wishes.rules),
        )

    def add_to(
        self, options: Options, keep: Iterable[str] | None, drop: Iterable[str] | None, rules: Sequence[str] | None
    ) -> Options:
        """The options with what the command line says of labels and rules, then with what the configuration adds."""
        from dataclasses import replace

        kept, dropped = labels_of(keep), labels_of(drop)
        if both := sorted(kept & dropped):
            raise UsageError(f"The label {both[0]} stands in both --keep and --drop: choose one.")
        files = self.rule_files(rules)
        loaded = None
        if files:
            from groats.rules import load_rules

            loaded = load_rules(files)
        return replace(options, keep=kept | (self.keep - dropped), drop=dropped | (self.drop - kept), rules=loaded)

    def wants_title(self, options: Options, *, no_title: bool) -> bool:
        """Whether text and Markdown begin with the title."""
        from groats.document import Label

        return not (no_title or self.no_title or Label.TITLE in options.drop)


def find_configuration(named: str | None) -> Configuration:
    """The configuration in the file that is named, else in the nearest one: in this directory or those above it.

    In one directory, groats.toml counts before pyproject.toml; one that may not be searched has none. Raises
    `UsageError` where a file cannot be read, or says what cannot be.
    """
    if named is not None:
        return _read(Path(named), is_named=True) or Configuration()
    for folder in _folders():
        for name in ("groats.toml", "pyproject.toml"):
            if is_file(path := folder / name) and (found := _read(path)):
                return found
    return Configuration()


def _folders() -> Iterator[Path]:
    try:
        here = Path.cwd()
    except OSError:  # it has been removed
        return
    yield from (here, *here.parents)


def _read(path: Path, *, is_named: bool = False) -> Configuration | None:
    """The configuration of a file; None for a pyproject.toml without [tool.groats]."""
    shown = streams.printable(str(path))
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise UsageError(f"The configuration {shown} cannot be read: {reason_of(error)}.") from error
    is_project = path.name == "pyproject.toml"
    if is_project and not is_named and b"groats" not in raw:
        return None
    from groats.tables import parse_table

    table: Any = parse_table(raw, f"The configuration {shown}", "mend that place")
    if is_project:
        tools = table.get("tool")
        if not isinstance(tools, dict) or "groats" not in tools:
            return None
        table, shown = tools["groats"], f"{shown}, [tool.groats]"
        if not isinstance(table, dict):
            raise UsageError(f"{shown} is no table: begin it with [tool.groats].")
    return _check(table, shown, path.parent)


def _check(table: Mapping[str, Any], place: str, folder: Path) -> Configuration:
    """The configuration that a table in a folder says; raises `UsageError`, which names the `place`."""
    from groats.stages.cues import read_labels, read_texts, refuse_unknown

    if "tool" in table:
        raise UsageError(f"{place}: leave [tool.groats] out, which is for pyproject.toml.")
    refuse_unknown(table, _KEYS, place)
    if table.get("format") not in (None, *_FORMATS):
        raise UsageError(f"{place}: format has to be one of {', '.join(_FORMATS)}.")
    no_title = table.get("no-title", False)
    if not isinstance(no_title, bool):
        raise UsageError(f"{place}: no-title has to be true or false.")
    keep, drop = (read_labels(table, key, place) for key in ("keep", "drop"))
    if both := sorted(keep & drop):
        raise UsageError(f"{place}: the label {both[0]} stands in both keep and drop: choose one.")
    rules = {"rules": [table["rules"]]} if isinstance(table.get("rules"), str) else table
    return Configuration(
        format=table.get("format"),
        keep=keep,
        drop=drop,
        rules=tuple(folder / name for name in read_texts(rules, "rules", place)),
        no_title=no_title,
    )
