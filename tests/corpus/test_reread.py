"""Pages of an earlier run are found again: packed, in archives and among records, with what they were cleaned with."""

import gzip
import io
import json
import os
import tarfile
from pathlib import Path

import pytest

from groats.__main__ import main
from groats.corpus.listing import list_pages
from groats.corpus.reread import read_again
from groats.document import Options
from groats.errors import InputError

TEXT = """Home
Weather

The organ of Saint Clement's in Ruddock Bay was played again on Sunday, for the first time since the flood.

A builder from the valley had cleaned each of its pipes by hand, which took him the better part of two years.
"""


@pytest.fixture
def dest(tmp_path: Path) -> Path:
    """What a run made of pages of every sort."""
    source = tmp_path / "in"
    source.mkdir()
    (source / "plain.txt").write_text(TEXT + "plain\n")
    (source / os.fsdecode(b"m\xfchle.txt")).write_text(TEXT + "bytes\n")
    (source / "packed.txt.gz").write_bytes(gzip.compress((TEXT + "packed\n").encode()))
    with tarfile.open(source / "all.tar", "w") as archive:
        for name in ("a/one.txt", "all.tar/one.txt"):
            member = tarfile.TarInfo(name)
            data = f"{TEXT}{name}\n".encode()
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    rows = [{"id": n, "address": "https://ruddock.example/", "body": f"<p>{TEXT}</p><p>row {n}</p>"} for n in (1, 2)]
    (source / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    fields = ["--html-field", "body", "--url-field", "address"]
    assert main(["batch", str(source), "-o", str(tmp_path / "out"), *fields]) == 0
    return tmp_path / "out"


def test_every_page_is_found_again(dest: Path) -> None:
    found = {page.name: read_again(page, Options()) for page in list_pages(dest)}
    ends = {name: data.decode().rstrip().splitlines()[-1] for name, (data, _) in found.items()}
    assert ends == {
        "plain.txt": "plain",
        "m\\udcfchle.txt": "bytes",
        "packed.txt.gz": "packed",
        "all.tar/a/one.txt": "a/one.txt",
        "all.tar/all.tar/one.txt": "all.tar/one.txt",
        "rows.jsonl/1": "</p><p>row 1</p>",
        "rows.jsonl/2": "</p><p>row 2</p>",
    }
    _, options = found["rows.jsonl/2"]
    assert (options.kind, options.url, options.source) == ("html", "https://ruddock.example/", "rows.jsonl/2")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("plain.txt", "plain.txt: it cannot be read: no such file or directory."),
        ("rows.jsonl/2", "rows.jsonl/2: it is not in .*rows.jsonl any more."),
        ("all.tar/a/one.txt", "all.tar/a/one.txt: it cannot be read: no such file"),
    ],
)
def test_what_is_gone_is_said(dest: Path, name: str, words: str) -> None:
    page = next(page for page in list_pages(dest) if page.name == name)
    if name.startswith("rows"):
        page.path.write_text(page.path.read_text().splitlines()[0])
    else:
        page.path.unlink()
    with pytest.raises(InputError, match=words):
        read_again(page, Options())


def test_a_member_that_is_broken_by_now_is_said(dest: Path) -> None:
    page = next(page for page in list_pages(dest) if page.name == "rows.jsonl/1")
    page.path.write_text("{}\n")
    with pytest.raises(InputError, match=r"rows\.jsonl/1: it has nothing in"):
        read_again(page, Options())


def test_diff_shows_them_by_the_names_that_they_have_in_the_file(
    dest: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    capfdbinary.readouterr()
    assert main(["diff", "--style", "stat", str(dest)]) == 0
    shown = capfdbinary.readouterr().out.decode()
    assert "rows.jsonl/2" in shown
    assert "all.tar/a/one.txt" in shown
