import bz2
import gzip
import lzma
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from container_files import LIMIT, MILL, write

from groats.corpus.containers import read_source, unpack
from groats.corpus.containers.container import PageError
from groats.corpus.source import PageSource
from groats.zstandard import zstd

PACKERS: list[Callable[[bytes], bytes]] = [bytes, gzip.compress, zstd.compress, lzma.compress, bz2.compress]
BOMBS: list[Callable[[bytes], bytes]] = PACKERS[1:]


@pytest.mark.parametrize("pack", PACKERS)
@pytest.mark.parametrize("page", [MILL, b"", b"x" * LIMIT], ids=["page", "empty", "largest"])
def test_a_page_is_unpacked_whatever_its_name_is(tmp_path: Path, pack: Callable[[bytes], bytes], page: bytes) -> None:
    path = write(tmp_path / "mill.txt", pack(page))
    assert read_source(PageSource("", path), LIMIT) == unpack(pack(page), LIMIT) == page


@pytest.mark.parametrize("pack", PACKERS)
def test_a_page_of_more_bytes_than_allowed_is_refused(pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(PageError, match=r"more than 100,000 bytes \(see --max-bytes\)"):
        unpack(pack(b"x" * (LIMIT + 1)), LIMIT)


@pytest.mark.parametrize("pack", BOMBS)
def test_no_more_of_a_bomb_is_unpacked_than_a_page_may_have(pack: Callable[[bytes], bytes]) -> None:
    bomb = pack(bytes(200_000_000))
    tracemalloc.start()
    try:
        with pytest.raises(PageError, match="more than"):
            unpack(bomb, LIMIT)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("pack", BOMBS)
def test_a_page_that_is_cut_off_says_so(pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(PageError, match="it ends too early"):
        unpack(pack(MILL * 99)[:-9], LIMIT)


@pytest.mark.parametrize("pack", [gzip.compress, lzma.compress, bz2.compress])
def test_a_page_that_is_damaged_says_so(pack: Callable[[bytes], bytes]) -> None:
    packed = bytearray(pack(MILL * 99))
    packed[len(packed) // 2] ^= 0xFF
    with pytest.raises(PageError, match=r"the page cannot be read: it is damaged \(.+\)\."):
        unpack(bytes(packed), LIMIT)


@pytest.mark.parametrize("page", [b"BZh, said the bee.", b"\x1f\x8b", b"(\xb5", b"\xfd7zXZ"])
def test_bytes_that_only_begin_like_a_packed_file_are_a_page(page: bytes) -> None:
    assert unpack(page, LIMIT) == page


def test_members_put_together_are_one_page() -> None:
    assert unpack(gzip.compress(b"The mill ") + gzip.compress(b"grinds."), LIMIT) == b"The mill grinds."
    assert unpack(zstd.compress(b"The mill ") + zstd.compress(b"grinds."), LIMIT) == b"The mill grinds."


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(PageError, match=r"it cannot be read: no such file or directory\."):
        read_source(PageSource("", tmp_path / "missing.txt"), LIMIT)
    with pytest.raises(PageError, match=r"it cannot be read: is a directory\."):
        read_source(PageSource("", tmp_path), LIMIT)
