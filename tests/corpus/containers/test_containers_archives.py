import gzip
import io
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest
from container_files import LIMIT, MILL, OATS, failures, make_tar, make_zip, read, sources, special, write

HOSTILE = [
    ("../out.txt", "leads out of it"),
    ("a/../../out.txt", "leads out of it"),
    ("a\\..\\..\\out.txt", "leads out of it"),
    ("/etc/passwd", "is absolute"),
    ("\\\\host\\share", "is absolute"),
    ("C:\\mill.txt", "is absolute"),
    ("c:/mill.txt", "is absolute"),
    (".", "is broken"),
    ("./first.txt", "another page of this name"),
    ("inner.zip", "an archive in an archive"),
    ("inner.tar.gz", "an archive in an archive"),
    ("pages.jsonl", "an archive in an archive"),
]


@pytest.mark.parametrize(("name", "reason"), HOSTILE)
@pytest.mark.parametrize("form", ["tar", "zip"])
def test_a_hostile_name_is_a_failure_and_its_neighbours_are_read(
    tmp_path: Path, form: str, name: str, reason: str
) -> None:
    members = [("first.txt", MILL), (name, b"x"), ("b/last.txt", OATS)]
    path = write(tmp_path / f"a.{form}", make_tar(*members) if form == "tar" else make_zip(members))
    pages = read(path)
    assert sources(pages) == {f"a.{form}/first.txt": MILL, f"a.{form}/b/last.txt": OATS}
    assert [reason in said for said in failures(pages).values()] == [True]


@pytest.mark.parametrize(
    "name",
    ["..txt", "a..b.txt", "mill ..txt", "...", "Q: who grinds.txt", "mühle/雑穀.txt", "a b/'\"<>&.txt", "x" * 300],
)
@pytest.mark.parametrize("form", ["tar", "zip"])
def test_a_name_that_only_looks_odd_is_read(tmp_path: Path, form: str, name: str) -> None:
    path = write(tmp_path / f"a.{form}", make_tar((name, MILL)) if form == "tar" else make_zip({name: MILL}))
    assert sources(read(path)) == {f"a.{form}/{name}": MILL}


@pytest.mark.parametrize("form", ["tar", "zip"])
def test_a_name_is_read_without_what_says_nothing(tmp_path: Path, form: str) -> None:
    members = [("./mills/a.txt", MILL), ("mills//./b.txt", OATS)]
    pages = read(write(tmp_path / f"a.{form}", make_tar(*members) if form == "tar" else make_zip(members)))
    assert list(sources(pages)) == [f"a.{form}/mills/a.txt", f"a.{form}/mills/b.txt"]


@pytest.mark.parametrize("form", ["tar", "zip"])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_pages_of_one_name_the_second_is_a_failure(tmp_path: Path, form: str) -> None:
    members = [("mill.txt", MILL), ("mill.txt", OATS)]
    pages = read(write(tmp_path / f"a.{form}", make_tar(*members) if form == "tar" else make_zip(members)))
    assert sources(pages) == {f"a.{form}/mill.txt": MILL}
    assert "only the first is read" in failures(pages)[f"a.{form}/mill.txt"]


@pytest.mark.parametrize("form", ["tar", "zip"])
def test_a_page_that_is_too_large_is_a_failure_and_the_next_is_read(tmp_path: Path, form: str) -> None:
    members = [("bomb.txt", bytes(LIMIT + 1)), ("mill.txt", MILL)]
    pages = read(write(tmp_path / f"a.{form}", make_tar(*members) if form == "tar" else make_zip(members)))
    assert failures(pages) == {f"a.{form}/bomb.txt": "the page has more than 100,000 bytes (see --max-bytes)."}
    assert sources(pages) == {f"a.{form}/mill.txt": MILL}


@pytest.mark.parametrize("form", ["tar", "zip"])
def test_an_archive_without_pages_has_none(tmp_path: Path, form: str) -> None:
    assert read(write(tmp_path / f"a.{form}", make_tar() if form == "tar" else make_zip({}))) == []


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (tarfile.SYMTYPE, "a link"),
        (tarfile.LNKTYPE, "a link"),
        (tarfile.CHRTYPE, "a device"),
        (tarfile.BLKTYPE, "a device"),
        (tarfile.FIFOTYPE, "a named pipe"),
    ],
)
def test_what_is_no_file_in_a_tar_is_a_failure(tmp_path: Path, kind: bytes, reason: str) -> None:
    archive = make_tar(("a.txt", MILL), special("odd", kind, "/etc/passwd"), ("b.txt", OATS))
    pages = read(write(tmp_path / "a.tar", archive))
    assert sources(pages) == {"a.tar/a.txt": MILL, "a.tar/b.txt": OATS}
    assert reason in failures(pages)["a.tar/odd"]


def test_directories_are_no_pages(tmp_path: Path) -> None:
    archive = make_tar(special("mills", tarfile.DIRTYPE), ("mills/a.txt", MILL))
    assert [page.name for page in read(write(tmp_path / "a.tar", archive))] == ["a.tar/mills/a.txt"]
    archive = make_zip({"mills/": b"", "mills/a.txt": MILL, "__MACOSX/mills/._a.txt": b"\0\5\x16\7"})
    assert [page.name for page in read(write(tmp_path / "a.zip", archive))] == ["a.zip/mills/a.txt"]


TAR = make_tar(("a.txt", MILL), ("b.txt", OATS * 200), ("c.txt", MILL))


@pytest.mark.parametrize("size", [520, 600, 1024, 1100, 1536, 3000])
def test_a_tar_that_is_cut_off_gives_the_pages_before_and_says_so(tmp_path: Path, size: int) -> None:
    pages = read(write(tmp_path / "a.tar", TAR[:size]))
    assert list(sources(pages)) == ["a.tar/a.txt"] * (size > 512 + len(MILL))
    assert "cannot be read" in failures(pages)["a.tar"]


def test_a_packed_tar_that_is_cut_off_gives_the_pages_before_and_says_so(tmp_path: Path) -> None:
    pages = read(write(tmp_path / "a.tar.gz", gzip.compress(TAR)[:-20]))
    assert failures(pages).keys() == {"a.tar.gz"}


def test_a_broken_header_is_not_taken_for_the_end(tmp_path: Path) -> None:
    broken = bytearray(TAR)
    broken[1024 + 5] ^= 1
    pages = read(write(tmp_path / "a.tar", bytes(broken)))
    assert list(sources(pages)) == ["a.tar/a.txt"]
    assert failures(pages) == {"a.tar": "it cannot be read after 1 page: it is damaged (bad checksum)."}


def test_a_header_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    header = special("././@LongLink", tarfile.GNUTYPE_LONGNAME)
    header.size = 1 << 30
    pages = read(write(tmp_path / "a.tar", header.tobuf() + bytes(10_240)))
    assert failures(pages) == {"a.tar": "it cannot be read: it is damaged (a header is too large)."}


def test_text_in_the_name_of_an_archive_is_a_failure(tmp_path: Path) -> None:
    for form in ("tar", "zip"):
        pages = read(write(tmp_path / f"a.{form}", MILL * 99))
        assert "it is damaged" in failures(pages)[f"a.{form}"]


def test_an_encrypted_page_is_a_failure(tmp_path: Path) -> None:
    archive = bytearray(make_zip({"a.txt": MILL, "b.txt": OATS}))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # the first entry, in the body and in the directory
        archive[archive.index(mark) + flags] |= 1
    pages = read(write(tmp_path / "a.zip", bytes(archive)))
    assert "it is encrypted" in failures(pages)["a.zip/a.txt"]
    assert sources(pages) == {"a.zip/b.txt": OATS}


def test_a_link_in_a_zip_is_a_failure(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16
    pages = read(write(tmp_path / "a.zip", make_zip([(link, b"/etc/passwd"), ("b.txt", OATS)])))
    assert "a link" in failures(pages)["a.zip/link"]
    assert sources(pages) == {"a.zip/b.txt": OATS}


def test_a_page_that_is_larger_than_its_zip_says_is_a_failure(tmp_path: Path) -> None:
    archive = bytearray(make_zip({"bomb.txt": bytes(10 * LIMIT), "b.txt": OATS}))
    for mark, size in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<L", archive, archive.index(mark) + size, 10)
    pages = read(write(tmp_path / "a.zip", bytes(archive)))
    assert "cannot be read" in failures(pages)["a.zip/bomb.txt"]
    assert sources(pages) == {"a.zip/b.txt": OATS}


def test_a_damaged_page_of_a_zip_is_a_failure_and_its_neighbours_are_read(tmp_path: Path) -> None:
    archive = bytearray(make_zip({"a.txt": MILL, "b.txt": OATS}))
    archive[40] ^= 0xFF
    pages = read(write(tmp_path / "a.zip", bytes(archive)))
    assert "cannot be read" in failures(pages)["a.zip/a.txt"]
    assert sources(pages) == {"a.zip/b.txt": OATS}


def test_a_zip_whose_end_is_missing_is_a_failure(tmp_path: Path) -> None:
    assert failures(read(write(tmp_path / "a.zip", make_zip({"a.txt": MILL})[:-30]))).keys() == {"a.zip"}


def test_a_tar_of_many_members_is_not_kept_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archives: list[tarfile.TarFile] = []
    open_archive = tarfile.open

    def open_and_note(*arguments: object, **options: object) -> tarfile.TarFile:
        archives.append(open_archive(*arguments, **options))  # type: ignore[call-overload]
        return archives[-1]

    path = write(tmp_path / "a.tar", make_tar(*((f"{n}.txt", MILL) for n in range(50))))
    monkeypatch.setattr(tarfile, "open", open_and_note)
    assert len(read(path)) == 50
    assert len(archives[0].members) <= 1  # type: ignore[attr-defined] # the typing does not know it


def test_a_name_that_is_no_utf_8_is_read(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT, encoding="cp1252") as archive:
        archive.addfile(tarfile.TarInfo("mühle.txt"))
    (page,) = read(write(tmp_path / "a.tar", buffer.getvalue()))
    assert page.name == "a.tar/m\udcfchle.txt"
