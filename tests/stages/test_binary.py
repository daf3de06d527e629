"""Binary data is told from text, so that who gives it to groats hears why no article comes out."""

import gzip
from hashlib import blake2b

import pytest

from groats.document import Metadata
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
def test_binary_data_is_warned_of_and_nothing_of_it_is_kept(raw: bytes) -> None:
    article = clean(raw)
    assert (article.text, article.title, article.confidence) == ("", None, 0.0)
    assert article.warnings == ("binary",)
    assert article.metadata == Metadata()


def test_nothing_is_kept_of_what_is_beyond_the_blocks_that_are_judged() -> None:
    article = clean(b"%PDF-1.4\n" + b"\n".join(b"%d 0 obj" % n for n in range(11_000)))
    assert article.text == ""
    assert set(article.warnings) == {"binary", "too_long"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32-be", "gb18030", "iso-2022-jp"])
def test_text_is_none_in_any_encoding(encoding: str) -> None:
    assert "binary" not in clean(f"水車\n{TEXT}".encode(encoding)).warnings


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0",
        "The\0mill\0at\0Ebbing",
        TEXT + "\0" * 9000,
        TEXT.replace("again", "\x0cagain\x1b[0m"),
        "\x01" + TEXT,
        "\0" * 9000 + TEXT,
        "".join(f"{letter}\b{letter}" for letter in TEXT),
    ],
)
def test_some_odd_characters_are_in_many_a_text(text: str) -> None:
    assert not is_binary(text)
