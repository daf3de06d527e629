"""Hostile and broken input, through real processes that may use 10 s of CPU and 1 GB of memory, no more."""

import resource
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

import pytest

GIGABYTE = 1 << 30
CPU_SECONDS = 10
# A hang is ended by the wall clock too; on a busy machine ten seconds of CPU may take some more.
WALL_SECONDS = 90

SENTENCE = "The miller of Ebbing opened the sluice before sunrise, as her mother had done for forty years."
ARTICLE = f"""{SENTENCE}

The wheel is new, but the stones are those of 1811, and they only needed a good dressing.

From April, visitors may bring their own grain and take it home as flour or groats."""

Maker: TypeAlias = Callable[[], bytes]


def limit_process() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (GIGABYTE, GIGABYTE))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


def run_groats(raw: bytes, folder: Path, *options: str) -> str:
    """What `groats` writes of an input on stdout; fails unless it ends well and without a traceback."""
    page = folder / "page"
    page.write_bytes(raw)
    done = subprocess.run(  # noqa: S603 - the program itself
        [sys.executable, "-m", "groats", *options, str(page)],
        capture_output=True,
        timeout=WALL_SECONDS,
        preexec_fn=limit_process,
        check=False,
    )
    words = done.stderr.decode()
    assert "Traceback" not in words, words[-2000:]
    assert done.returncode == 0, words[-2000:]
    return done.stdout.decode("utf-8")


def png() -> bytes:
    """A small true PNG of noise-like pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")

    size = 64
    rows = b"".join(b"\0" + bytes((x * y * 7 + x) % 256 for x in range(size * 3)) for y in range(size))
    header = size.to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def zip_file() -> bytes:
    """A zip archive of one page."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("page.txt", ARTICLE * 50)
    return made.getvalue()


# Made when its test runs: together they are too much to hold.
BROKEN: dict[str, Maker] = {
    "UTF-16, little endian, no mark": lambda: f"Menu\n\n{ARTICLE}\n".encode("utf-16-le"),
    "UTF-16, big endian, no mark": lambda: f"Menu\n\n{ARTICLE}\n".encode("utf-16-be"),
    "NUL bytes in words": lambda: ARTICLE.replace("wheel", "whe\0el").encode(),
    "NUL bytes in front": lambda: b"\0" * 100_000 + ARTICLE.encode(),
    "UTF-8, then cp1252": lambda: f"{ARTICLE}\n\nCafé Mühle\n".encode() + "Café Mühle\n".encode("cp1252") * 3,
    "UTF-8, then cp1251": lambda: ARTICLE.encode() + "\n\nМельница\n".encode("cp1251"),
    "lone surrogates in UTF-8": lambda: f"{ARTICLE}\n\n\ud800 and \udfff\n".encode("utf-8", "surrogatepass"),
    "100,000 nested divs": lambda: b"<div>" * 100_000 + ARTICLE.encode(),
    "100,000 nested divs, closed": lambda: b"<div>" * 100_000 + ARTICLE.encode() + b"</div>" * 100_000,
    "unclosed tags": f"<body><main><p>{SENTENCE}<p>{SENTENCE}<b><i><a href='x".encode,
    "an unclosed comment": f"<html><body><p>{SENTENCE}</p><!-- {SENTENCE}".encode,
    "an endless tag": lambda: f"<html><body><p>{SENTENCE}</p>".encode() + b"<p " + b"a=b " * 500_000,
    "CDATA without end": lambda: f"<html><body><p>{SENTENCE}</p>".encode() + b"<![CDATA[" * 100_000,
    "a million less-than signs": lambda: ARTICLE.encode() + b"\n" + b"<" * 1_000_000,
    "a million ampersands": lambda: ARTICLE.encode() + b"\n" + b"&" * 1_000_000,
    "Markdown brackets": lambda: ARTICLE.encode() + b"\n\n" + b"[" * 500_000 + b"](" * 500_000,
    "a long indentation": lambda: ARTICLE.encode() + b"\n\n" + b" " * 5_000_000 + b"x\n",
    "two million line feeds": lambda: ARTICLE.encode() + b"\n" * 2_000_000,
    "end tags of an element far out": lambda: (
        b"<html><body><x>" + b"<y>" * 1_500 + b"</x>" * 300_000 + f"<p>{SENTENCE}".encode()
    ),
    "spaces between two words": lambda: b"<html><pre>oats" + b" " * 60_000 + b"rye</pre>" + f"<p>{SENTENCE}".encode(),
    "combining marks and overrides": lambda: ARTICLE.encode() + "\n\na\u0301\u202e".encode() * 50_000,
}
EMPTY: dict[str, Maker] = {
    "nothing": lambda: b"",
    "blanks only": lambda: b" \t\r\n" * 50,
    "NUL bytes only": lambda: b"\0" * 1000,
    "a byte order mark alone": lambda: b"\xff\xfe",
}
BINARY: dict[str, Maker] = {
    "PNG": png,
    "zip": zip_file,
    "every byte in turn": lambda: bytes(range(256)) * 4000,
    "half a UTF-16 unit": lambda: b"\xff\xfeM",
}
HUGE: dict[str, Maker] = {
    "one line of 50 MB": lambda: b"oats and barley and rye, " * 2_000_000,
    "one word of 50 MB": lambda: b"x" * 50_000_000,
    "200,000 short lines": lambda: b"".join(b"item %d\n" % n for n in range(200_000)),
    "200,000 equal lines": lambda: b"Sony\n" * 200_000,
    "100,000 paragraphs on one line": lambda: b"<p>oats</p>" * 100_000,
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_article_in_broken_input_is_found(name: str, tmp_path: Path) -> None:
    assert SENTENCE in run_groats(BROKEN[name](), tmp_path)


@pytest.mark.parametrize("name", EMPTY)
def test_input_without_an_article_gives_an_empty_one(name: str, tmp_path: Path) -> None:
    assert run_groats(EMPTY[name](), tmp_path) == ""


@pytest.mark.parametrize("name", BINARY)
def test_binary_input_ends_well(name: str, tmp_path: Path) -> None:
    run_groats(BINARY[name](), tmp_path, "-f", "json")


@pytest.mark.parametrize("name", HUGE)
def test_huge_input_ends_well_and_grows_little(name: str, tmp_path: Path) -> None:
    raw = HUGE[name]()
    assert len(run_groats(raw, tmp_path)) <= 2 * len(raw)  # between two paragraphs a blank line


def test_fifty_megabytes_of_block_tags_leave_nothing(tmp_path: Path) -> None:
    assert run_groats(b"<p>" * 16_700_000, tmp_path).strip() == ""


def test_fifty_megabytes_of_formatting_tags_are_text_and_stay_as_they_are_if_they_stay(tmp_path: Path) -> None:
    raw = b"<b>" * 16_700_000
    assert run_groats(raw, tmp_path) in {"", f"{raw.decode()}\n"}
