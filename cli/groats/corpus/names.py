"""The names of outputs: made of the input's name alone, inside the destination, and good on every file system."""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from groats.corpus.containers.packed import PACKED_SUFFIXES
from groats.corpus.record import Failure, Source
from groats.corpus.walk import OWN_PREFIX
from groats.errors import OutputError

_PAGE_SUFFIXES = frozenset({".htm", ".html", ".markdown", ".md", ".shtml", ".text", ".txt", ".xht", ".xhtml"})

# What Windows keeps for devices, whatever follows a dot, and the characters that it has no names with:
# https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_FORBIDDEN = frozenset('<>:"\\|?*')
_LONGEST_PART = 200  # bytes: file systems take 255, and a temporary name is made beside it


def name_output(name: str, suffix: str) -> str:
    """The path in the destination, with "/", of the page of that name: "a/b.html.gz" and ".txt" give "a/b.txt".

    A suffix that pages do not have stays: "17" gives "17.txt", "b.php" gives "b.php.txt".
    """
    *folders, last = name.split("/")
    pure = PurePosixPath(last)
    if pure.suffix.lower() in PACKED_SUFFIXES:
        pure = PurePosixPath(pure.stem)
    stem = pure.stem if pure.suffix.lower() in _PAGE_SUFFIXES else pure.name
    parts = [_make_safe(part) for part in folders if part not in {"", "."}]
    parts.append(_make_safe(stem, suffix))
    if parts[0].startswith(OWN_PREFIX):
        parts[0] = f"_{parts[0]}"
    return "/".join(parts)


def fold(output: str) -> str:
    """The same string for all paths that some file system takes for one: in case, and in how accents are written."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", output).casefold())


def check_outputs(found: Iterable[Source | Failure], root: Path, suffix: str, *, may_exist: bool) -> int:
    """The number of pages, if each can have an output of its own in `root`; raises `OutputError`.

    Memory: some 100 bytes a page.
    """
    claimed: dict[bytes, bytes] = {}  # the fingerprint of each path, as folded, and of the page that has it
    folders: set[bytes] = set()
    checked: set[str] = set()
    pages = 0
    for page in found:
        pages += 1
        if isinstance(page, Failure):
            continue
        output = name_output(page.name, suffix)
        key = _fingerprint(fold(output))
        above = [parent for parent in PurePosixPath(output).parents if parent.name]
        keys = {_fingerprint(fold(str(parent))) for parent in above}
        if key in claimed or key in folders or not keys.isdisjoint(claimed):
            raise OutputError(
                f"{page.name} and another page would both be written to {output}, or one where the other needs a "
                "folder: clean them in two runs, or rename one."
            )
        claimed[key] = b""
        folders |= keys
        if (folder := str(PurePosixPath(output).parent)) not in checked:
            _check_folder(root, folder)
            checked = {folder}
        _check_place(page, root / output, may_exist=may_exist)
    return pages


def _check_folder(root: Path, folder: str) -> None:
    """Raises `OutputError` if a link would lead the outputs out of the destination."""
    if not (root / folder).resolve().is_relative_to(root.resolve()):
        raise OutputError(f"{root / folder} leads out of {root} by a link: remove the link.")


def _check_place(page: Source, place: Path, *, may_exist: bool) -> None:
    if not place.exists():
        return
    if page.path.exists() and place.samefile(page.path):
        raise OutputError(f"{place} is both the input and the output: write to another directory.")
    if place.is_dir():
        raise OutputError(f"{place} is a directory where the output of {page.name} should be: remove it.")
    if not may_exist:
        raise OutputError(f"{place} is there already: say --overwrite to replace it, or write to another directory.")


def _make_safe(part: str, suffix: str = "") -> str:
    """A part of a path that means nothing but itself, anywhere."""
    plain = "".join(c if c.isprintable() and c not in _FORBIDDEN else "_" for c in part)
    plain = plain.encode("utf-8", "replace").decode()
    if not suffix and plain.endswith((".", " ")):
        plain = f"{plain[:-1]}_"
    if not plain or _DEVICE.match(plain):
        plain = f"_{plain}"
    encoded = plain.encode()
    longest = _LONGEST_PART - len(suffix)
    if len(encoded) > longest:
        mark = "~" + blake2b(part.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        plain = encoded[: longest - len(mark)].decode("utf-8", "ignore") + mark
    return plain + suffix


def _fingerprint(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).digest()
