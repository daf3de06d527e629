"""The patch that makes a text its clean text: valid whatever the input, and legible where it can be."""

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from seed_pages import SEEDS

from groats import Options
from groats.document import Kind
from groats.pipeline import inspect
from groats.render.diff.paint import Span
from groats.render.diff.unified import patch_rows, to_patch
from groats.render.text import to_text

PATCH = shutil.which("patch")
NEWS = (SEEDS[0].parent / "en-news.txt").read_text(encoding="utf-8")
BODY = "\n\n".join(f"After {n} silent years, the water mill at Ebbing has ground a sack of oats." for n in range(9))


def make(raw: bytes, context: int = 3, name: str = "page.txt", kind: Kind | None = "text") -> tuple[bytes, bytes]:
    article = inspect(raw, Options(kind=kind)).article
    return b"".join(to_patch(name, raw, article, context)), to_text(article).encode()


def apply(patch: bytes, raw: bytes, folder: Path, name: str = "page.txt") -> bytes:
    (folder / name).write_bytes(raw)
    subprocess.run([PATCH or "patch", "-s", "-p0"], input=patch, cwd=folder, check=True, timeout=60)  # noqa: S603 - patch(1)
    return (folder / name).read_bytes()


@pytest.mark.skipif(not PATCH, reason="patch is not installed")
@pytest.mark.parametrize("seed", [seed for seed in SEEDS if seed.suffix == ".txt"], ids=lambda seed: seed.name)
def test_every_seed_becomes_its_clean_text(seed: Path, tmp_path: Path) -> None:
    patch, clean = make(seed.read_bytes())
    assert apply(patch, seed.read_bytes(), tmp_path) == clean


AWKWARD = {
    "no-line-feed-at-the-end": NEWS.rstrip().encode(),
    "kept-to-the-end": f"Home\nNews\nShare\n\n{BODY}\n".encode(),
    "kept-to-the-end-without-line-feed": f"Home\nNews\nShare\n\n{BODY}".encode(),
    "crlf": NEWS.replace("\n", "\r\n").encode(),
    "cr": NEWS.replace("\n", "\r").encode(),
    "some-cr": NEWS.replace("\n", "\r", 30).encode(),
    "utf-16": NEWS.encode("utf-16"),
    "utf-16-be": NEWS.encode("utf-16-be"),
    "utf-32": NEWS.encode("utf-32"),
    "byte-order-mark": NEWS.encode("utf-8-sig"),
    "windows-1252": NEWS.encode("cp1252", "replace"),
    "shift-jis": (SEEDS[0].parent / "ja-news.txt").read_bytes(),
    "broken-utf-8": NEWS.encode() + b"\xff\xfe\x80",
    "controls": NEWS.replace("ferry", "f\x00e\x0b\x0c\x85\u2028r\x1b[31m").encode(),
    "nothing-left": b"Home\nShare\nSubscribe",
    "code": (SEEDS[0].parent / "en-docs.txt").read_bytes(),
    "a-row-that-lays-out-the-page": f"| Home | | --- | | {'The mill has ground oats. ' * 50} | Share |\n".encode(),
    "lines-that-begin-like-a-patch": f"--- Home\n+++ News\n@@ -1 +1 @@\n-Share\n\n{BODY}\n".encode(),
}


@pytest.mark.skipif(not PATCH, reason="patch is not installed")
@pytest.mark.parametrize("context", [0, 1, 3])
@pytest.mark.parametrize("raw", AWKWARD.values(), ids=AWKWARD)
def test_whatever_the_bytes_are_they_become_the_clean_text(raw: bytes, context: int, tmp_path: Path) -> None:
    patch, clean = make(raw, context)
    assert apply(patch, raw, tmp_path) == clean


@pytest.mark.skipif(not PATCH, reason="patch is not installed")
@pytest.mark.parametrize("name", ["a b.txt", 'we"i\\rd\n\t.txt', "Österwöhrd.txt", "\x7f.txt"])
def test_a_file_is_found_whatever_its_name(name: str, tmp_path: Path) -> None:
    patch, clean = make(NEWS.encode(), name=name)
    assert apply(patch, NEWS.encode(), tmp_path, name) == clean


@pytest.mark.skipif(not PATCH, reason="patch is not installed")
@settings(deadline=None, max_examples=30)  # each runs a process
@given(st.lists(st.sampled_from(["Home", "Share", BODY, "\n", "\r\n", "\r", " ", "* oats", "\ufeff", "x = f(1);"])))
def test_any_mixture_becomes_its_clean_text(tmp_path_factory: pytest.TempPathFactory, pieces: list[str]) -> None:
    raw = "\n".join(pieces).encode()
    patch, clean = make(raw)
    assert apply(patch, raw, tmp_path_factory.mktemp("patch")) == clean


def test_the_hunks_have_their_context_and_what_is_written_anew_stands_together() -> None:
    patch, _ = make(
        f"Home\n\n{BODY}\n\nAnd then  the wheel stood still, until the spring of that year.\nShare\n".encode(), 1
    )
    assert patch.decode().splitlines() == [
        "--- page.txt",
        "+++ page.txt",
        "@@ -1,3 +1 @@",
        "-Home",
        "-",
        " After 0 silent years, the water mill at Ebbing has ground a sack of oats.",
        "@@ -20,3 +18,2 @@",
        " ",
        "-And then  the wheel stood still, until the spring of that year.",
        "+And then the wheel stood still, until the spring of that year.",
        "-Share",
    ]


def test_a_clean_text_needs_no_patch() -> None:
    assert make(f"{BODY}\n".encode())[0] == b""


def test_html_gets_a_patch_for_the_text_that_it_shows() -> None:
    html = f"<!doctype html><nav><a href=/>Home</a></nav><p>{BODY}".encode()
    patch, clean = make(html, kind=None, name="page.html")
    assert patch.startswith(b"--- page.html (as text)\t\n+++ page.html (as text)\t\n@@ -1,2 +1 @@\n-Home\n")
    assert clean.splitlines(keepends=True)[0] in patch.replace(b"\n ", b"\n")


def test_on_a_terminal_a_patch_is_coloured_and_harmless() -> None:
    lines = [b"--- p\n", b"+++ p\n", b"@@ -1 +1 @@\n", b" a\n", "-wörd\x1b[2J\n".encode("cp1252"), "+wörd\n".encode()]
    assert list(patch_rows(lines, "cp1252")) == [
        [Span("--- p", "bold")],
        [Span("+++ p", "bold")],
        [Span("@@ -1 +1 @@", "cyan")],
        [Span(" a")],
        [Span("-wörd␛[2J", "red")],
        [Span("+wörd", "green")],
    ]
