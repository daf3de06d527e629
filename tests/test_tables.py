"""Tables of users are read whatever their editor left in them, and refused with the file and what to do."""

from pathlib import Path

import pytest

from groats.errors import UsageError
from groats.tables import read_table


def read(path: Path) -> dict[str, object]:
    return read_table(path, name="another file", mend="mend it")


def test_a_byte_order_mark_and_the_line_ends_of_windows_are_read_over(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_bytes("\ufeffa = 1\r\nb = 'é'\r\n".encode())
    assert read(tmp_path / "own.toml") == {"a": 1, "b": "é"}


@pytest.mark.parametrize("written", [b"a =", b"[[a", b"a = " + b"[" * 9_000, b'a = "\xe9"', b"\xff\xfe"])
def test_what_is_no_toml_is_told_with_its_file(tmp_path: Path, written: bytes) -> None:
    (tmp_path / "own.toml").write_bytes(written)
    with pytest.raises(UsageError, match=r"own\.toml is not TOML in UTF-8 \(.+\): mend it\.$"):
        read(tmp_path / "own.toml")


def test_what_cannot_be_read_is_told_with_its_file(tmp_path: Path) -> None:
    with pytest.raises(
        UsageError, match=r"no\.toml cannot be read \(no such file or directory\): name another file\.$"
    ):
        read(tmp_path / "no.toml")
