"""Binary data is told from text, so that who gives it to groats hears why no article comes out."""

import gzip
from hashlib import blake2b

import pytest

from groats.pipeline import clean
from groats.stages.binary import is_binary

NOISE = b"".join(blake2b(bytes([n])).digest() for n in range(140))
TEXT = "The mill at Ebbing grinds again, said the miller on Sunday.\n" * 90


@pytest.mark.parametrize(
    "raw",
    [
        NOISE,
        b"\x89PNG\r\n\x1a\n" + NOISE,
        b"\xff\xd8\xff\xe0\x00\x10JFIF" + NOISE,
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" * 200,
        gzip.compress(NOISE),
        bytes(9000),
    ],
)
def test_binary_data_is_warned_of(raw: bytes) -> None:
    assert "binary" in clean(raw).warnings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32-be", "gb18030", "iso-2022-jp"])
def test_text_is_none_in_any_encoding(encoding: str) -> None:
    assert "binary" not in clean(f"水車\n{TEXT}".encode(encoding)).warnings


@pytest.mark.parametrize(
    "text",
    ["", "\0", "The\0mill\0at\0Ebbing", TEXT + "\0" * 9000, TEXT.replace("again", "\x0cagain\x1b[0m"), "\x01" + TEXT],
)
def test_some_odd_characters_are_in_many_a_text(text: str) -> None:
    assert not is_binary(text)
