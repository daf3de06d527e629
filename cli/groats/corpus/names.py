"""The names of outputs: made of the input's name alone, inside the destination, and good on every file system."""

import os
import re
import unicodedata
from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from groats.corpus.containers.packed import PACKED_SUFFIXES
from groats.corpus.own_files import is_own
from groats.corpus.source import Failure, Found, PageSource
from groats.errors import OutputError
from groats.paths import is_link, is_there, mask_bytes

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
    if is_own(fold(parts[0])):
        parts[0] = f"_{parts[0]}"
    return "/".join(parts)


def fold(output: str) -> str:
    """The same string for all paths that some file system takes for one: in case, and in how accents are written."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", output).casefold())


def check_outputs(find: Callable[[], Iterable[Found]], root: Path, suffix: str, *, may_exist: bool) -> int:
    """The number of pages, if each can have an output of its own in `root`; raises `OutputError`.

    Memory: some 100 bytes a page. The pages are found once more only to name the first of two that collide.
    """
    taken: set[bytes] = set()  # the fingerprints of the paths, as folded,
    folders: set[bytes] = set()  # and of the folders that they need
    last_folder = None
    pages = 0
    for page in find():
        pages += 1
        if isinstance(page, Failure):
            continue
        output = name_output(page.name, suffix)
        own, *above = _fingerprint_all(output)
        if own in taken or own in folders or not taken.isdisjoint(above):
            other = _find_other(find(), suffix, page, {own, *above})
            raise OutputError(_word_collision(other, page.name, name_output(other, suffix), output))
        taken.add(own)
        folders.update(above)
        folder = output.rpartition("/")[0]
        if folder != last_folder:
            _check_folder(root, root / folder)
            last_folder = folder
        if is_there(root / output):
            _check_place(page, root / output, may_exist=may_exist)
    return pages


def _find_other(found: Iterable[Found], suffix: str, page: PageSource, keys: set[bytes]) -> str:
    """The name of the page before this one whose output is in its way, or for which this one's is."""
    for other in found:
        if other.name == page.name or isinstance(other, Failure):
            continue
        own, *above = _fingerprint_all(name_output(other.name, suffix))
        if own in keys or _fingerprint_all(name_output(page.name, suffix))[0] in above:
            return other.name
    return page.name


def _word_collision(name: str, other: str, output: str, other_output: str) -> str:
    """Why two pages cannot both be written, and what to do."""
    if name == other:
        return f"{name} comes twice: name it, or a directory that it is in, once."
    both = f"{name} and {other}"
    if output == other_output:
        return f"{both} would both be written as {output}: rename one, or clean them in two runs."
    return (
        f"{both} cannot both be written, as {output} and {other_output}, on every file system: rename one, or clean "
        "them in two runs."
    )


def _fingerprint_all(output: str) -> list[bytes]:
    """The fingerprint of a path, then those of the folders above it, as the most forgetful file system has them."""
    parts = fold(output).split("/")
    paths = ("/".join(parts[:length]) for length in range(len(parts), 0, -1))
    return [blake2b(path.encode(), digest_size=12).digest() for path in paths]


def _check_folder(root: Path, folder: Path) -> None:
    """Raises `OutputError` if a link would lead the outputs out of the destination, or nowhere."""
    if not Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(root)):
        raise OutputError(f"{folder} leads out of {root} by a link: remove the link.")
    if not is_there(folder):
        for above in (folder, *folder.parents):
            if root in above.parents and is_link(above) and not is_there(above):
                raise OutputError(f"{above} is a link that leads nowhere: remove the link.")


def _check_place(page: PageSource, place: Path, *, may_exist: bool) -> None:
    if is_there(page.path) and place.samefile(page.path):
        raise OutputError(f"{place} is both the input and the output: write to another directory.")
    if place.is_dir():
        raise OutputError(f"{place} is a directory where the output of {page.name} should be: remove it.")
    if not may_exist:
        raise OutputError(f"{place} is there already: say --overwrite to replace it, or write to another directory.")


def _make_safe(part: str, suffix: str = "") -> str:
    """A part of a path that means nothing but itself, anywhere."""
    plain = mask_bytes("".join(c if c.isprintable() and c not in _FORBIDDEN else "_" for c in part))
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
