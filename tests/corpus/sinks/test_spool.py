from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.corpus.sinks.spool import Place, open_spool


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("spool")


@given(st.lists(st.binary()), st.randoms())
def test_records_are_read_in_any_order(folder: Path, records: list[bytes], random: Random) -> None:
    with open_spool(folder / "spool") as spool:
        places = [spool.append(record) for record in records]
        pairs = list(zip(places, records, strict=True))
        random.shuffle(pairs)
        assert all(spool.read(place) == record for place, record in pairs)


def test_what_a_killed_process_left_half_written_is_cut_off(tmp_path: Path) -> None:
    with open_spool(tmp_path / "spool") as spool:
        first, second = spool.append(b"The mill grinds."), spool.append(b"The weir is mended.")
    (tmp_path / "spool").write_bytes((tmp_path / "spool").read_bytes()[:-5])
    with open_spool(tmp_path / "spool", second.start) as spool:
        third = spool.append(b"Oats.")
        assert (spool.read(first), spool.read(third)) == (b"The mill grinds.", b"Oats.")
    assert (tmp_path / "spool").read_bytes() == b"The mill grinds.Oats."


def test_a_new_run_begins_anew(tmp_path: Path) -> None:
    for _ in range(2):
        with open_spool(tmp_path / "spool") as spool:
            assert spool.append(b"Oats.") == Place(0, 5)
    assert (tmp_path / "spool").read_bytes() == b"Oats."


def test_a_record_that_is_not_there_is_no_shorter_one(tmp_path: Path) -> None:
    with open_spool(tmp_path / "spool") as spool:
        spool.append(b"Oats.")
        with pytest.raises(EOFError, match="end in the one at 3"):
            spool.read(Place(3, 5))
