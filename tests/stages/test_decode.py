"""What `decode` makes of bytes: nothing raises, nothing that can be read is lost, and the encoding is told."""

import codecs
import doctest
import encodings.aliases
import io
import zipfile
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from groats.errors import UsageError
from groats.stages.decode import decode, names

GERMAN = "Die Bürgermeisterin von Möhringen öffnete am Dienstag die „Grüne Straße“ – für 3 € darf jeder hinüber.\n"
POLISH = "Burmistrz Łękowa otworzył wczoraj ścieżkę nad rzeką; żółte łodzie są już w użyciu, mówi Józef Śląski.\n"
RUSSIAN = "Мэр Заречья открыл вчера мост через реку. «Дорога стала короче», — сказала учительница Вера Ильина.\n"
GREEK = "Η δήμαρχος της Νέας Ακτής άνοιξε χθες τη γέφυρα. Ο δρόμος είναι τώρα πιο σύντομος, είπε η “Άννα”.\n"
CHINESE = "青河镇的镇长昨天为新桥剪彩。她说，从今天起，孩子们上学的路短了很多，大家都很高兴。\n"
TAIWANESE = "青河鎮的鎮長昨天為新橋剪綵。她說，從今天起，孩子們上學的路短了很多，大家都很高興。\n"
JAPANESE = "青川町の町長は昨日、新しい橋の開通を祝った。子どもたちの通学路は、今日からずっと短くなる。\n"
KOREAN = "청하읍 읍장은 어제 새 다리의 개통을 축하했다. 오늘부터 아이들이 학교에 가는 길이 훨씬 짧아진다.\n"
THAI = "นายกเทศมนตรีเมืองแม่น้ำเขียวเปิดสะพานใหม่เมื่อวานนี้ เด็กๆ จะไปโรงเรียนได้เร็วขึ้น\n"
HEBREW = "ראש העיר של נחל ירוק פתח אתמול את הגשר החדש. הדרך לבית הספר קצרה עכשיו הרבה יותר.\n"


def test_text_passes_and_lone_surrogates_become_replacement_characters_of_the_same_length() -> None:
    source = decode("a\x00b\ud83d é\udfffz\ufeff")
    assert source.text == "a\x00b\ufffd é\ufffdz\ufeff"
    assert (source.encoding, source.size, source.repaired) == ("str", len(source.text.encode()), 2)


@pytest.mark.parametrize(
    ("raw", "text", "encoding"),
    [
        (b"", "", "utf-8"),
        (b"plain\r\n", "plain\r\n", "utf-8"),
        (GERMAN.encode(), GERMAN, "utf-8"),
        (b"a\x00b\x07\x1bc", "a\x00b\x07\x1bc", "utf-8"),
        (codecs.BOM_UTF8 + GERMAN.encode(), GERMAN, "utf-8-sig"),
        (codecs.BOM_UTF16_LE + GERMAN.encode("utf-16-le"), GERMAN, "utf-16-le"),
        (codecs.BOM_UTF16_BE + GERMAN.encode("utf-16-be"), GERMAN, "utf-16-be"),
        (codecs.BOM_UTF32_LE + GERMAN.encode("utf-32-le"), GERMAN, "utf-32-le"),
        (codecs.BOM_UTF32_BE + GERMAN.encode("utf-32-be"), GERMAN, "utf-32-be"),
        (JAPANESE.encode("iso2022_jp"), JAPANESE, "iso2022-jp"),
    ],
)
def test_what_is_certain_is_read_as_it_says(raw: bytes, text: str, encoding: str) -> None:
    assert decode(raw) == decode(raw, None)
    source = decode(raw)
    assert (source.text, source.encoding, source.size, source.repaired) == (text, encoding, len(raw), 0)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text", ["ab", "one\ntwo\n", GERMAN, RUSSIAN, CHINESE, JAPANESE, "x" * 5000 + "é", "🙂 " * 2000]
)
def test_wide_encodings_need_no_mark(codec: str, text: str) -> None:
    source = decode(text.encode(codec))
    assert (source.text, source.encoding) == (text, codec)


def test_a_wide_text_cut_in_the_middle_of_a_character_loses_only_that() -> None:
    source = decode(GERMAN.encode("utf-16-le")[:-1])
    assert (source.text, source.encoding, source.repaired) == (GERMAN[:-1] + "\ufffd", "utf-16-le", 1)


@pytest.mark.parametrize(
    "raw",
    [b"one\x00two\x00three\x00", b"\x00" * 4096, GERMAN.encode() + b"\x00", "名前\x00住所\x00電話番号".encode()],
)
def test_nul_bytes_alone_make_no_wide_text(raw: bytes) -> None:
    assert decode(raw).text == raw.decode()


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (GERMAN, "cp1252", "windows-1252"),
        (POLISH, "cp1250", "windows-1250"),
        (POLISH.replace("„", '"'), "iso8859-2", "iso-8859-2"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-"), "koi8-r", "koi8-r"),
        (GREEK, "cp1253", "windows-1253"),
        (HEBREW, "cp1255", "windows-1255"),
        (THAI, "cp874", "cp874"),
        (CHINESE, "gb18030", "gb18030"),
        (TAIWANESE, "big5", "big5hkscs"),
        (JAPANESE, "shift_jis", "cp932"),
        (JAPANESE, "euc_jp", "euc-jp"),
        (KOREAN, "euc_kr", "cp949"),
        # Encodings of East Asia write other alphabets, too, and there letter statistics go astray.
        (GERMAN, "gb18030", "gb18030"),
        (POLISH, "gb18030", "gb18030"),
        (RUSSIAN, "gb18030", "gb18030"),
        ("It’s “open”, she said: don’t wait… we won’t — and it’s the mayor’s word.\n", "gb18030", "gb18030"),
        ("It’s “open”, she said: don’t wait… we won’t, and it’s the mayor’s word.\n", "cp932", "cp932"),
        (RUSSIAN.replace("«", '"').replace("»", '"').replace("—", "-"), "cp932", "cp932"),
    ],
)
@pytest.mark.parametrize("times", [2, 400])
def test_encodings_without_declaration_are_found(text: str, codec: str, encoding: str, times: int) -> None:
    source = decode((text * times).encode(codec))
    assert source.text == text * times
    assert (source.encoding, source.repaired) == (encoding, 0)


def test_the_examples_run() -> None:
    assert doctest.testmod(names) == (0, 1)


def test_what_is_reported_is_a_name_that_can_be_given_back() -> None:
    for text, codec in ((GERMAN, "cp1252"), (JAPANESE, "euc_jp"), (THAI, "cp874"), (POLISH, "iso8859-2")):
        raw = text.encode(codec, "ignore")
        assert decode(raw, decode(raw).encoding) == decode(raw)


def test_the_foreign_part_of_a_long_page_decides_wherever_it_stands() -> None:
    text = "All of this is plain.\n" * 20_000 + RUSSIAN * 3
    assert decode(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    ("declaration", "codec"),
    [
        ('<meta charset="iso-8859-1">', "cp1252"),
        ("<META http-equiv=Content-Type content='text/html; charset=windows-1250'>", "cp1250"),
        ('<?xml version="1.0" encoding="iso-8859-2"?>', "iso8859-2"),
        ("<meta charset=x-sjis>", "cp932"),
        ('<meta charset = "gb2312">', "gb18030"),
        ('<meta charset="ks_c_5601-1987">', "cp949"),
    ],
)
def test_the_encoding_that_a_page_declares_is_taken(declaration: str, codec: str) -> None:
    # Two bytes: nothing but the declaration can tell.
    letter = {"cp932": "橋", "gb18030": "桥", "cp949": "길"}.get(codec, "éí")
    text = f"<html><head>{declaration}<title>{letter}</title>"
    assert decode(text.encode(codec)).text == text


@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="windows-1252">', '<meta charset="utf-8">', '<meta charset="hex">', '<meta charset="utf-99">'],
)
def test_a_declaration_that_makes_no_sense_of_the_page_loses(declaration: str) -> None:
    for text, codec in ((declaration + RUSSIAN * 3, "cp1251"), (declaration + GERMAN, "utf-8")):
        assert decode(text.encode(codec)).text == text


def test_a_few_stray_bytes_in_utf8_are_mended_and_counted() -> None:
    source = decode((GERMAN * 5).encode() + b"\x93caf\xe9\x94\n" + GERMAN.encode())
    assert source.text == GERMAN * 5 + "“café”\n" + GERMAN
    assert (source.encoding, source.repaired) == ("utf-8", 3)


def test_thousands_of_stray_bytes_are_mended() -> None:
    source = decode((RUSSIAN.encode() + b"na\xefve\n") * 20_000)
    assert source.text == (RUSSIAN + "naïve\n") * 20_000
    assert source.repaired == 20_000


def test_a_byte_that_cp1252_does_not_know_either_is_a_replacement_character() -> None:
    source = decode(GERMAN.encode() * 4 + b"\x81")
    assert (source.text[-1], source.encoding, source.repaired) == ("\ufffd", "utf-8", 1)


def test_utf8_that_is_cut_in_the_middle_of_a_character_loses_only_that() -> None:
    source = decode("Zürich für 3 €".encode()[:-1])
    assert (source.text, source.encoding, source.repaired) == ("Zürich für 3 \ufffd", "utf-8", 2)


def test_a_last_byte_is_no_cut_character_where_nothing_else_is_utf8() -> None:
    assert decode(b"Le caf\xe9").text == "Le café"


@pytest.mark.parametrize(("text", "codec"), [(RUSSIAN, "cp1251"), (GERMAN, "cp1252"), (CHINESE, "gb18030")])
def test_lines_of_another_encoding_in_utf8_are_read_in_it(text: str, codec: str) -> None:
    raw = RUSSIAN.encode() * 20 + text.encode(codec) * 8 + b"na\xefve \xd0\xb8 \xd0\xb9\n"
    source = decode(raw)
    assert source.text == RUSSIAN * 20 + text * 8 + "naïve и й\n"
    assert source.encoding == "utf-8"
    assert source.repaired > 0


def test_the_users_encoding_is_taken_whatever_the_bytes_say() -> None:
    assert decode("мир".encode("koi8-r"), "KOI8-R").text == "мир"
    assert decode(b"\xc3\xa9", "latin-1").text == "Ã©"
    assert decode(b"\xef\xbb\xbfa\xe9z", "utf8").text == "aéz"
    assert decode(b"+2AA-", "utf-7").text == "\ufffd"
    source = decode(b"ab\xff\xffcd", "ascii")
    assert (source.text, source.encoding, source.repaired) == ("ab\ufffd\ufffdcd", "ascii", 2)


@pytest.mark.parametrize(
    "name",
    [
        *("hex", "rot13", "undefined", "idna", "punycode", "unicode_escape", "raw-unicode-escape", "base64", "zip"),
        *("utf-99", "", " ", "a\x00b", "\ud800", "../x", "é" * 500),
    ],
)
@pytest.mark.parametrize("raw", [b"abc", "abc"])
def test_a_name_that_is_no_text_encoding_is_refused_in_a_sentence(name: str, raw: bytes | str) -> None:
    with pytest.raises(UsageError, match=r"is unknown: use a name such as"):
        decode(raw, name)


@given(
    raw=st.binary(max_size=300),
    encoding=st.none()
    | st.sampled_from(sorted(set(encodings.aliases.aliases.values()) | set(encodings.aliases.aliases))),
)
@example(raw=b"\xed\xa0\x80", encoding=None)
@example(raw=b"+2AA-", encoding="utf_7")
@example(raw=b"\xff\xfe\x00", encoding=None)
def test_no_bytes_raise_or_yield_lone_surrogates(raw: bytes, encoding: str | None) -> None:
    try:
        source = decode(raw, encoding)
    except UsageError:
        assert encoding is not None
        return
    source.text.encode()
    codecs.lookup(source.encoding)
    assert source.size == len(raw)


@given(st.text(st.characters(exclude_characters="\x00\x1b\ufeff", codec="utf-8")))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    source = decode(text.encode())
    assert (source.text, source.encoding, source.repaired) == (text, "utf-8", 0)


@given(st.text())
def test_characters_come_back_as_they_were(text: str) -> None:
    assert len(decode(text).text) == len(text)


def test_binary_files_and_floods_of_one_byte_are_read_somehow() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("page.txt", RUSSIAN * 500)
    pixels = zlib.compress(bytes(range(256)) * 4000)
    png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x02\x00\x00\x00" + pixels
    for raw in (png, packed.getvalue(), *(bytes([byte]) * 10_000_000 for byte in (0x00, 0x20, 0x81, 0xC3, 0xE9, 0xFF))):
        assert decode(raw).size == len(raw)
