"""HTML is read whatever it comes wrapped in, and what lies in other files is warned of."""

import base64
import html
import quopri

import pytest

from groats import clean
from groats.document import Page
from groats.stages.markup import is_html, parse_html

LEDE = "The café at Skarholm – closed since May – opens again."
REST = "Its new owner bakes the bread herself, and grinds her own rye."
PAGE = f"<html><head><title>Bread</title></head><body><h1>Rye</h1><p>{LEDE}</p><p>{REST}</p></body></html>"
TEXTS = ["Rye", LEDE, REST]


def texts_of(page: Page) -> list[str]:
    return [block.text for block in page.blocks]


def quoted(page: str, charset: str = "utf-8") -> str:
    return quopri.encodestring(page.encode(charset)).decode("ascii")


def part(page: str, charset: str = "utf-8", kind: str = "text/html", encoding: str = "quoted-printable") -> str:
    body = base64.encodebytes(page.encode(charset)).decode() if encoding == "base64" else quoted(page, charset)
    if encoding == "8bit":
        body = page
    return f"Content-Type: {kind}; charset={charset}\nContent-Transfer-Encoding: {encoding}\n\n{body}\n"


def message(*parts: str, head: str = "From: <Saved by a browser>\nSubject: Bread\nMIME-Version: 1.0\n") -> str:
    body = "".join(f"--xyz\n{each}" for each in parts)
    return f'{head}Content-Type: multipart/related; boundary="xyz"\n\nPreamble.\n{body}--xyz--\n'


STYLE = "Content-Type: text/css\n\np {}\n"
MESSAGES = {
    "saved page": message(part(PAGE), STYLE),
    "line ends of the net": message(part(PAGE)).replace("\n", "\r\n"),
    "base64": message(STYLE, part(PAGE, encoding="base64")),
    "not encoded": message(part(PAGE, encoding="8bit")),
    "another charset": message(part(PAGE, charset="windows-1252")),
    "XHTML": message(part(PAGE, kind="application/xhtml+xml")),
    "e-mail": message("Content-Type: text/plain\n\nRye\n", part(PAGE), head="Received: by sea\nFrom: Ann\n"),
    "a part alone": f"From: Ann\nSubject: Bread\n{part(PAGE)}",
    "a mailbox": f"From ann@tide.example Mon May 5\nSubject: Bread\n{part(PAGE)}",
    "a charset that nobody knows": message(part(PAGE).replace("charset=utf-8", "charset=x-tide")),
    "no last boundary": message(part(PAGE))[:-8],
}


@pytest.mark.parametrize("text", MESSAGES.values(), ids=MESSAGES)
def test_the_page_in_a_message_is_read(text: str) -> None:
    assert is_html(text)
    page = parse_html(text)
    assert texts_of(page) == TEXTS
    assert page.warnings == ()
    assert "".join(text[line.start : line.end] for line in page.lines) == text


def test_the_subject_is_the_title_of_a_page_that_has_none() -> None:
    text = message(part("<p>Rye"), head="From: Ann\nSubject: =?utf-8?q?Caf=C3=A9?= <b>\n")
    assert parse_html(text).declared == (("title", "Café <b>"),)
    broken = message(part("<p>Rye"), head="From: Ann\nSubject: =?x-tide?q?Caf=C3=A9?=\n")
    assert parse_html(broken).declared == ()


def test_other_pages_of_a_message_are_left_out_with_a_warning() -> None:
    page = parse_html(message(part(PAGE), part("<p>An advertisement</p>")))
    assert texts_of(page) == TEXTS
    assert page.warnings == ("parts_left_out",)


def test_the_frames_of_a_saved_page_are_read() -> None:
    frames = "<frameset cols='20%,80%'><frame src=a.html><frame src=b.html></frameset>"
    page = parse_html(message(part(frames), part("<p>Home</p>"), part(PAGE)))
    assert texts_of(page)[-3:] == TEXTS
    assert page.warnings == ()


NO_MESSAGES = {
    "prose with a colon": "Note: the café opens again.\n\nContent-Type: text/html is how a page begins.",
    "a message in plain text": "From: Ann\nContent-Type: text/plain\n\nThe café opens again.",
    "a message in plain text, with a file": message(part(TEXTS[0], kind="text/plain"), part("x", kind="image/png")),
    "a label": "From: Ann\nTo: Bo\n\nSee you.",
}


@pytest.mark.parametrize("text", NO_MESSAGES.values(), ids=NO_MESSAGES)
def test_what_is_no_message_with_a_page_is_text(text: str) -> None:
    assert not is_html(text)


def test_the_page_in_a_message_may_come_late() -> None:
    text = message(part("The café. " * 9_000, kind="text/plain"), part(f"<p>{LEDE}</p><p>{REST}</p>"))
    assert is_html(text)
    assert texts_of(parse_html(text)) == [LEDE, REST]


BROKEN = {
    "no part": "From: Ann\nContent-Type: multipart/mixed\n\nThe café",
    "a page that is empty": message(part("")),
    "nested in itself": "From: a\n" + "Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 3_000,
    "many parts": message(*[STYLE] * 3_000),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_broken_message_is_read_to_its_end(text: str) -> None:
    page = parse_html(text)
    assert "".join(text[line.start : line.end] for line in page.lines) == text


BODY = f"<p>{LEDE}</p><p>{REST}</p>"
ESCAPED = html.escape(BODY)
CHANNEL = "<rss version=2.0><channel><title>Bread</title><item><title>Rye</title><description>"
ENTRY = "<title>Bread</title><entry><title>Rye</title>"
ITEMS = {
    "RSS, escaped": f"{CHANNEL}{ESCAPED}</description></item></channel></rss>",
    "RSS, CDATA": (
        "<?xml version='1.0'?><rss><channel><title>Bread</title><item><title><![CDATA[Rye]]></title><description>Short"
        f"</description><content:encoded><![CDATA[{BODY}]]></content:encoded></item></channel></rss>"
    ),
    "Atom": (
        f"<?xml version='1.0'?><!-- by hand --><feed xmlns='http://www.w3.org/2005/Atom'>{ENTRY}"
        f"<summary>Short.</summary><content type='html'>{ESCAPED}</content></entry></feed>"
    ),
    "Atom, XHTML": f"<feed>{ENTRY}<content type='xhtml'><div>{BODY}</div></content></entry></feed>",
    "cut off": f"{CHANNEL}{ESCAPED}",
}


@pytest.mark.parametrize("text", ITEMS.values(), ids=ITEMS)
def test_the_items_of_a_feed_are_articles(text: str) -> None:
    assert is_html(text)
    page = parse_html(text)
    assert texts_of(page) == TEXTS
    assert page.declared == (("title", "Rye"), ("meta:og:site_name", "Bread"))
    assert {block.hints.landmark for block in page.blocks if block.hints} == {"article"}


def test_a_feed_of_one_item_declares_what_it_says_of_it() -> None:
    date = "<pubDate>Tue, 02 Jul 2024 09:00:00 GMT</pubDate>"
    item = f"<item><title>Rye &amp; oats</title><dc:creator>Ada Lind</dc:creator>{date}"
    one = f"<rss><channel><title>Bread</title>{item}<description>{BODY}</description></item></channel></rss>"
    assert dict(parse_html(one).declared) == {
        "title": "Rye & oats",
        "meta:og:site_name": "Bread",
        "meta:article:published_time": "Tue, 02 Jul 2024 09:00:00 GMT",
        "meta:author": "Ada Lind",
    }
    assert parse_html(one.replace("</item>", "</item><item></item>")).declared == (("title", "Bread"),)


def test_a_feed_without_items_is_its_title() -> None:
    assert parse_html("<rss><channel><title>Bread</title></channel></rss>").declared == (("title", "Bread"),)
    assert parse_html("<rss><item></item></rss>").blocks == ()


def test_a_piece_of_which_all_tags_are_escaped_is_read() -> None:
    assert is_html(ESCAPED)
    assert texts_of(parse_html(ESCAPED)) == TEXTS[1:]
    assert not is_html("In HTML a paragraph begins with &lt;p&gt;.")


XML = "<?xml version='1.0' encoding='utf-8'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>"
XHTML = {
    "CDATA is text": (f"{XML}<body><p><![CDATA[1 < 2 & <b>]]></p></body></html>", ["1 < 2 & <b>"]),
    "CDATA in a script is not": (
        f"{XML}<script>//<![CDATA[\nvar a = '<p>';\n//]]></script><style><![CDATA[p]]></style><p><![CDATA[x]]></p>",
        ["x"],
    ),
    "an empty script ends": (f"{XML}<head><script src='a.js'/><title/></head><body><p>x</p></body></html>", ["x"]),
    "an empty block ends": (f"{XML}<body><div class='a'/><p/><h1>x</h1><p>y<br/>z</p></body></html>", ["x", "y", "z"]),
    "CDATA without end": (f"{XML}<body><p><![CDATA[x</p>", ["x</p>"]),
}


@pytest.mark.parametrize(("text", "texts"), XHTML.values(), ids=XHTML)
def test_xhtml_is_read_as_xml_has_it(text: str, texts: list[str]) -> None:
    assert is_html(text)
    page = parse_html(text)
    assert texts_of(page) == texts
    assert page.warnings == ()


def test_frames_are_warned_of_and_what_stands_for_them_is_read() -> None:
    frames = f"<FRAMESET rows='1,*'><frame src=a.html><noframes>{BODY}</noframes></FRAMESET>"
    page = parse_html(f"<html><title>Bread</title>{frames}</html>")
    assert page.warnings == ("frames_left_out",)
    assert texts_of(page) == TEXTS[1:]


AMP = (
    "<!doctype html><html ⚡ lang=en><head><style amp-boilerplate>body{visibility:hidden}</style><noscript><style>"
    "body{animation:none}</style></noscript><script async src=v0.js></script></head><body style='visibility:hidden'>"
    f"<amp-ad width=300><div placeholder>Loading ad</div></amp-ad><main><h1>Rye</h1><p>{LEDE}</p>"
    f"<amp-img src=a.jpg alt=Bread></amp-img><p>{REST}</p></main></body></html>"
)


def test_amp_is_read_as_its_reader_sees_it() -> None:
    assert texts_of(parse_html(AMP))[-3:] == TEXTS


@pytest.mark.parametrize(
    ("declared", "written"),
    [("utf-8", "windows-1252"), ("windows-1252", "utf-8"), ("x-tide", "utf-8"), ("utf-16", "utf-8")],
)
def test_a_wrong_charset_does_not_spoil_the_text(declared: str, written: str) -> None:
    head = f"<!doctype html><meta charset={declared}><meta http-equiv=content-type content='text/html; charset=ascii'>"
    page = clean(f"{head}{PAGE}".encode(written)).page
    assert texts_of(page) == TEXTS
