"""The text of a mail is read as what it means, however it was encoded for its way."""

from base64 import encodebytes
from quopri import encodestring

import pytest

from groats import clean

BODY = (
    "Wer im Frühling über den Bohlenweg geht, sieht sie kaum: Die Kreuzottern liegen im Heidekraut und wärmen sich in "
    "der Sonne, bis es ihnen zu heiß wird.\n\nAngefangen hat es mit Hinnerk Tewes, der früher selbst Torf gestochen "
    "hat. „Damals haben wir sie erschlagen“, sagt er, „heute stehe ich für sie um fünf auf.“\n"
)
HEAD = (
    "From: Moorblatt <post@moor.example>\nSubject: Im Moor\nDate: Fri, 7 Mar 2025 06:30:00 +0100\nMIME-Version: 1.0\n"
)
TEXT = BODY.strip()


def encode(encoding: str, charset: str = "utf-8") -> str:
    raw = BODY.replace("„", '"').replace("“", '"') if charset == "iso-8859-1" else BODY
    coded = {"quoted-printable": encodestring, "base64": encodebytes}[encoding](raw.encode(charset)).decode()
    return f"Content-Type: text/plain; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n{coded}\n"


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_an_encoded_mail_is_read_and_its_spans_give_the_input_back(encoding: str) -> None:
    raw = HEAD + encode(encoding)
    article = clean(raw)
    assert article.text == TEXT
    assert article.metadata.title == "Im Moor"
    assert "".join(raw[line.start : line.end] for line in article.page.lines) == raw


def test_the_charset_of_the_part_counts() -> None:
    assert clean(HEAD + encode("quoted-printable", "iso-8859-1")).text == TEXT.replace("„", '"').replace("“", '"')


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_of_several_parts_the_text_is_read(end: str) -> None:
    parts = "\n--edge\n".join(
        [
            'Content-Type: multipart/mixed; boundary="edge"\n\nThis is a message of several parts.\n',
            encode("quoted-printable"),
            "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAA\n",
        ]
    )
    raw = f"{HEAD}{parts}\n--edge--\n".replace("\n", end)
    article = clean(raw)
    assert article.text == TEXT
    assert "".join(raw[line.start : line.end] for line in article.page.lines) == raw


def test_broken_messages_are_read_as_far_as_they_can_be() -> None:
    for raw in (
        HEAD + encode("base64")[:-30],
        HEAD + encode("quoted-printable").replace("=C3=BC", "=C3=ZZ"),
        HEAD + encode("base64").replace("utf-8", "klingon"),
        HEAD + 'Content-Type: multipart/mixed; boundary="edge"\n\n--edge\n',
        HEAD + "Content-Type: multipart/mixed\n\nNothing follows.\n",
    ):
        article = clean(raw)
        assert "".join(raw[line.start : line.end] for line in article.page.lines) == raw
