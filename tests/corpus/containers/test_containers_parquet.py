import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from container_files import LIMIT, MILL, failures, read, sources, write

from groats.corpus.containers import Fields
from groats.corpus.source import PageSource


def write_table(path: Path, **columns: object) -> Path:
    pq.write_table(pa.table(columns), path)
    return path


def test_each_row_is_a_page_with_its_id_and_address(tmp_path: Path) -> None:
    count = 50  # several batches
    path = write_table(
        tmp_path / "a.parquet",
        other=[[n] for n in range(count)],
        id=[f"mill-{n}" for n in range(count)],
        url=[None, *["https://post.example/"] * (count - 1)],
        text=[f"Page {n}" for n in range(count)],
    )
    pages = read(path)
    assert [page.id for page in pages if isinstance(page, PageSource)] == [f"mill-{n}" for n in range(count)]
    url = "https://post.example/"
    assert pages[0] == PageSource("a.parquet/1", path, b"Page 0", "text", None, "mill-0", is_decoded=True)
    assert pages[49] == PageSource("a.parquet/50", path, b"Page 49", "text", url, "mill-49", is_decoded=True)


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.dictionary(pa.int32(), pa.string())])
def test_every_type_of_text_is_read(tmp_path: Path, kind: object) -> None:
    path = write_table(tmp_path / "a.parquet", text=pa.array(["Mühle", "Mühle"], kind))
    assert list(sources(read(path)).values()) == ["Mühle".encode()] * 2


def test_bytes_are_a_page_whose_encoding_is_to_be_found(tmp_path: Path) -> None:
    data = "<p>Mühle".encode("cp1252")
    (page,) = read(write_table(tmp_path / "a.parquet", page=[data], id=[7]), fields=Fields(html="page"))
    assert isinstance(page, PageSource)
    assert (page.data, page.kind, page.encoding, page.id) == (data, "html", None, "7")


def test_a_row_that_cannot_be_used_is_a_failure(tmp_path: Path) -> None:
    path = write_table(tmp_path / "a.parquet", text=["a", None, "x" * (LIMIT + 1), "d"], id=[1, 2, 3, 4])
    pages = read(path)
    assert list(sources(pages)) == ["a.parquet/1", "a.parquet/4"]
    assert 'nothing in "html" or "text", only id' in failures(pages)["a.parquet/2"]
    assert "more than 100,000 bytes" in failures(pages)["a.parquet/3"]


def test_a_table_without_the_column_names_those_it_has(tmp_path: Path) -> None:
    path = write_table(tmp_path / "a.parquet", body=["x"], number=[1])
    (reason,) = failures(read(path)).values()
    assert '"html" or "text", only body, number' in reason
    assert sources(read(path, fields=Fields(text="body"))) == {"a.parquet/1": b"x"}


def test_a_damaged_file_is_a_failure(tmp_path: Path) -> None:
    whole = write_table(tmp_path / "whole.parquet", text=[MILL.decode()] * 99).read_bytes()
    for name, data in {"cut": whole[:-9], "none": b"PAR1", "text": MILL, "empty": b""}.items():
        pages = read(write(tmp_path / f"{name}.parquet", data))
        assert "it is damaged" in failures(pages)[f"{name}.parquet"]


def test_without_pyarrow_the_failure_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_table(tmp_path / "a.parquet", text=["x"])
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    assert failures(read(path)) == {"a.parquet": 'to read it, groats needs pyarrow: install "groats[parquet]".'}
