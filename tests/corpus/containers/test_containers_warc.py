import gzip
import sys
import zlib
from pathlib import Path

import pytest
from container_files import LIMIT, MILL, OATS, failures, make_response, pack_record, read, sources, write
from fastwarc.warc import WarcRecordType, conversion, metadata, request, resource, response, warcinfo

from groats.corpus.source import Failure, Found, PageSource
from groats.zstandard import zstd

URL = "https://post.example/mill"
PAGE = b"<html><p>The mill grinds again.</html>"
BROTLI = b"\x8b\x12\x80" + PAGE + b"\x03"


def read_response(tmp_path: Path, content: bytes) -> Found:
    (page,) = read(write(tmp_path / "a.warc", pack_record(response, content, URL)))
    return page


def body_of(tmp_path: Path, content: bytes) -> bytes | None:
    page = read_response(tmp_path, content)
    assert isinstance(page, PageSource)
    return page.data


def chunked(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(data), data)


RECORDS = [
    pack_record(warcinfo, b"software: mill\r\n", content_type="application/warc-fields"),
    pack_record(request, b"GET /mill HTTP/1.1\r\n\r\n", URL),
    pack_record(response, make_response(PAGE), URL),
    pack_record(metadata, b"{}", URL),
    pack_record(response, make_response(b"\x89PNG", "Content-Type: image/png"), URL + ".png"),
    pack_record(conversion, MILL, URL + "/text", "text/plain"),
    pack_record(resource, PAGE, URL + "/saved", "text/html"),
]


@pytest.mark.parametrize(
    ("suffix", "data"),
    [
        (".warc", b"".join(RECORDS)),
        (".warc.gz", b"".join(map(gzip.compress, RECORDS))),
        (".warc.gz", gzip.compress(b"".join(RECORDS))),
        (".warc.zst", b"".join(map(zstd.compress, RECORDS))),
    ],
    ids=["plain", "member a record", "one member", "frame a record"],
)
def test_pages_are_responses_of_html_resources_and_conversions(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = write(tmp_path / f"crawl{suffix}", data)
    assert read(path) == [
        PageSource(f"crawl{suffix}/3", path, PAGE, "html", URL, URL),
        PageSource(f"crawl{suffix}/6", path, MILL, "text", URL + "/text", URL + "/text"),
        PageSource(f"crawl{suffix}/7", path, PAGE, "html", URL + "/saved", URL + "/saved"),
    ]


def test_a_record_without_an_address_goes_by_its_own_id(tmp_path: Path) -> None:
    (page,) = read(write(tmp_path / "a.wet", pack_record(conversion, MILL, content_type="text/plain")))
    assert isinstance(page, PageSource)
    assert (page.url, page.id) == (None, "<urn:uuid:0e0a7ee5-0000-4000-8000-000000000001>")


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ("Transfer-Encoding: chunked", chunked(PAGE)),
        ("Content-Encoding: gzip", gzip.compress(PAGE)),
        ("Content-Encoding: x-gzip", gzip.compress(PAGE)),
        ("Content-Encoding: zstd", zstd.compress(PAGE)),
        ("Content-Encoding: deflate", zlib.compress(PAGE)),
        ("Content-Encoding: br", BROTLI),
        ("Content-Encoding: gzip", PAGE),  # already undone, as some crawlers do
        ("Content-Encoding: gzip\r\nTransfer-Encoding: chunked", chunked(gzip.compress(PAGE))),
    ],
)
def test_what_http_wrapped_the_page_in_is_undone(tmp_path: Path, header: str, body: bytes) -> None:
    assert body_of(tmp_path, make_response(body, "Content-Type: text/html", header)) == PAGE


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ("Content-Encoding: gzip", gzip.compress(PAGE)[:-9]),
        ("Content-Encoding: br", b"no brotli"),
        ("Content-Encoding: deflate", b"no deflate"),
        ("Transfer-Encoding: chunked", chunked(PAGE)[:20]),
    ],
)
def test_a_page_whose_wrapping_is_broken_is_a_failure_and_the_next_is_read(
    tmp_path: Path, header: str, body: bytes
) -> None:
    bad = pack_record(response, make_response(body, "Content-Type: text/html", header), URL)
    pages = read(write(tmp_path / "a.warc", bad + RECORDS[5]))
    assert list(sources(pages)) == ["a.warc/2"]
    assert "cannot be read" in failures(pages)["a.warc/1"]


@pytest.mark.parametrize(
    "content",
    [
        make_response(PAGE, "Content-Type: TEXT/HTML; charset=utf-8"),
        make_response(PAGE, "content-type:application/xhtml+xml"),
        make_response(PAGE, "Content-Length: 38"),
        b"HTTP/1.0 200\nContent-Type: text/html\n\n" + PAGE,
    ],
)
def test_html_is_known_by_its_type_or_by_its_look(tmp_path: Path, content: bytes) -> None:
    assert body_of(tmp_path, content) == PAGE


@pytest.mark.parametrize(
    "content",
    [
        make_response(PAGE, status="404 Not Found"),
        make_response(PAGE, status="301 Moved"),
        make_response(PAGE, "Content-Type: image/svg+xml"),
        make_response(b"GIF89a", "Content-Length: 6"),
        b"no HTTP at all",
        b"",
    ],
)
def test_errors_redirections_and_other_types_are_no_pages(tmp_path: Path, content: bytes) -> None:
    page = read_response(tmp_path, content)
    assert page == Failure("a.warc", "it holds no page: no response of HTML, and no conversion to text.")


@pytest.mark.parametrize(
    ("content_type", "body", "encoding"),
    [
        ("text/html; charset=windows-1251", "<p>Мельница".encode("cp1251"), "cp1251"),
        ('text/html;charset="ISO-8859-1"', "<p>Mühle".encode("cp1252"), "cp1252"),
        ("text/html; charset=windows-1251", "<p>Мельница".encode(), None),  # it is UTF-8, whatever the server says
        ("text/html; charset=utf-8", "<p>Мельница".encode("cp1251"), None),
        ("text/html; charset=x-mill", "<p>Мельница".encode("cp1251"), None),
        ("text/html; charset=big5", b"<p>\xff\xff", None),
        ("text/html; charset=cp1252", "<p>Мельница".encode("utf-16"), None),
        ("text/html", "<p>Мельница".encode("cp1251"), None),
    ],
)
def test_the_servers_encoding_is_a_hint_where_the_bytes_allow_it(
    tmp_path: Path, content_type: str, body: bytes, encoding: str | None
) -> None:
    page = read_response(tmp_path, make_response(body, f"Content-Type: {content_type}"))
    assert isinstance(page, PageSource)
    assert (page.data, page.encoding) == (body, encoding)


def test_a_page_that_is_too_large_is_a_failure_and_the_next_is_read(tmp_path: Path) -> None:
    large = [
        pack_record(conversion, bytes(LIMIT + 1), URL, "text/plain"),
        pack_record(response, make_response(bytes(LIMIT + 1)), URL),
        pack_record(response, make_response(bytes(9 * LIMIT)), URL),
        pack_record(response, make_response(gzip.compress(bytes(9 * LIMIT))), URL),
        pack_record(response, make_response(chunked(bytes(9 * LIMIT)), "Transfer-Encoding: chunked"), URL),
    ]
    pages = read(write(tmp_path / "a.warc", b"".join([*large[:4], RECORDS[5]])))
    assert set(failures(pages).values()) == {"the page has more than 100,000 bytes (see --max-bytes)."}
    assert list(failures(pages)) == [f"a.warc/{n}" for n in range(1, 5)]
    assert sources(pages) == {"a.warc/5": MILL}


def test_a_large_record_that_is_no_page_is_no_failure(tmp_path: Path) -> None:
    seen = pack_record(response, make_response(bytes(9 * LIMIT), "Content-Type: video/mp4"), URL)
    kept = pack_record(resource, bytes(9 * LIMIT), URL, "video/mp4")
    assert sources(read(write(tmp_path / "a.warc", seen + kept + RECORDS[5]))) == {"a.warc/3": MILL}
    assert failures(read(tmp_path / "a.warc")) == {}


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
@pytest.mark.parametrize("kind", [conversion, response])
def test_a_file_that_is_cut_off_gives_the_pages_before_and_says_so(
    tmp_path: Path, kind: WarcRecordType, pack: type[bytes]
) -> None:
    content = OATS if kind == conversion else make_response(PAGE)
    records = [pack(pack_record(kind, content, URL, "text/plain" if kind == conversion else ""))] * 3
    for cut in (10, 30, len(records[0]) - 20):
        pages = read(write(tmp_path / "a.warc", b"".join(records)[:-cut]))
        assert list(sources(pages))[:2] == ["a.warc/1", "a.warc/2"]
        assert "cannot be read after" in failures(pages)["a.warc"]


def test_a_record_that_lies_about_its_length_does_not_fill_the_memory(tmp_path: Path) -> None:
    lying = RECORDS[5].replace(b"Content-Length: %d" % len(MILL), b"Content-Length: 999999999999999")
    pages = read(write(tmp_path / "a.warc", RECORDS[2] + lying))
    assert list(sources(pages)) == ["a.warc/1"]
    assert "ends too early" in failures(pages)["a.warc"]


def test_what_is_no_warc_is_a_failure(tmp_path: Path) -> None:
    assert "it is damaged" in failures(read(write(tmp_path / "a.warc", MILL)))["a.warc"]
    assert "holds no page" in failures(read(write(tmp_path / "b.warc", b"")))["b.warc"]


def test_without_fastwarc_the_failure_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.warc", RECORDS[2])
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    assert failures(read(path)) == {"a.warc": 'to read it, groats needs fastwarc: install "groats[warc]".'}
