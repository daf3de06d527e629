"""All texts of one side, by id."""

from collections.abc import Sequence
from dataclasses import dataclass

from groats.errors import InputError
from groats.scoring.contents import Content, contents_of, is_one_text
from groats.scoring.record import OUTPUT_KEYS, REFERENCE_KEYS, Name, Text, read_plain, read_record
from groats.wording import reason_of


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one side in their order, and a sentence for each record that could not be read."""

    by_id: dict[str, Text]
    paths: frozenset[str]  # the ids that are names of files: those of groats's own JSON Lines
    failures: tuple[str, ...]
    is_one: bool = False  # a text by itself, the reference or the output of the one text on the other side


def read_references(side: str | bytes) -> Texts:
    """The reference texts of a path, or of what standard input held.

    Raises `InputError` if they cannot be read or two of them have one id.
    """
    return _collect(side, REFERENCE_KEYS, with_title=False)


def read_outputs(side: str | bytes, *, with_title: bool = False) -> Texts:
    """The cleaned pages, JSON after its title if `with_title`; raises `InputError` as `read_references` does."""
    return _collect(side, OUTPUT_KEYS, with_title=with_title)


def _collect(side: str | bytes, keys: Sequence[str], *, with_title: bool) -> Texts:
    """The texts of one side, each under the first of the `keys` that its record has."""
    by_id: dict[str, Text] = {}
    places: dict[str, str] = {}
    paths: set[str] = set()
    failures: list[str] = []
    for content in contents_of(side):
        try:
            name, text = _read(content, keys, with_title=with_title)
        except ValueError as error:
            failures.append(f"{content.where} cannot be used: {error}.")
            continue
        if name.id is None:
            failures.append(f"{content.where} cannot be used: it has no id, source, name or url.")
            continue
        if name.id in by_id:
            raise InputError(
                f"{places[name.id]} and {content.where} have the same id, {name.id}: leave one of them out."
            )
        by_id[name.id], places[name.id] = text, content.where
        if name.is_path:
            paths.add(name.id)
    return Texts(by_id, frozenset(paths), tuple(failures), is_one_text(side))


def _read(content: Content, keys: Sequence[str], *, with_title: bool) -> tuple[Name, Text]:
    if isinstance(content.data, OSError):
        raise ValueError(reason_of(content.data)) from content.data  # noqa: TRY004 - one error for all that is wrong
    if content.is_plain:
        return Name(content.id, is_path=False), read_plain(bytes(content.data))
    name, text = read_record(content.data, keys, with_title=with_title)
    return name if content.id is None else Name(content.id, is_path=False), text
