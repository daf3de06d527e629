"""HTML is told from text that merely has a "<" or a tag in it."""

import pytest

from groats.stages.markup import is_html

PROSE = "The ferry to Ostvik leaves at nine, and whoever misses it waits on the quay until noon. "

HTML = {
    "doctype": "<!DOCTYPE html>\n<title>x</title>",
    "mark at the start": "\ufeff<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'><html>",
    "no doctype": "\n<html lang=en><body>x",
    "declaration": "<?xml version='1.0'?>\n<!DOCTYPE html>\n<html>",
    "comments": "<!-- saved -->\n<!-- again --><html><p>x",
    "stray meta": "<meta charset=utf-8>\n<html><head>",
    "body": "<body class=a>\n<script>x</script>",
    "paragraph": "<p>Hello</p>",
    "capitals": "<P ALIGN=center>Hello</P>",
    "attribute": '<div class="x">Hello there',
    "attribute in a long page": f'<div class="x">{PROSE * 1000}',
    "paragraphs after words": f"Ferry <p>{PROSE}</p><p>{PROSE}</p>",
    "list": "<ul><li>a<li>b</ul>",
    "span": "<span class='a'>words</span>",
    "table": "<table><tr><td>x</td></tr></table>",
    "link": "<a href='x'>y</a>",
    "paragraphs without end": "<p>one\n<p>two\n<p>three</p>",
    "prose in lines": f"<section>\n{PROSE}\n{PROSE}\n</section>\n",
}


@pytest.mark.parametrize("text", HTML.values(), ids=HTML)
def test_a_page_and_a_piece_of_one_are_html(text: str) -> None:
    assert is_html(text)


TEXT = {
    "empty": "",
    "prose": PROSE,
    "comparison": "a < b and c > d, or a <b and c> d",
    "comparison that looks like a paragraph": "if x<p and q>r: go on",
    "heart": "I <3 boats",
    "address": "write to <ann@ostvik.example> or see <https://ostvik.example/>",
    "names in angle brackets": "<Ann> hello\n<Bob> hello yourself",
    "placeholders": "fill in <name> and <address> </address> before you send the form to the office on the quay",
    "a mention": "The <div> element is a box.",
    "a mention with its end": f"In HTML <p>Hello</p> is a paragraph. {PROSE}",
    "a mention in quotes": 'Write `<div class="a">x</div>`.',
    "a reference page": "<html>: The root element\n\nThe <html> element is the root. See also <body>.",
    "a reference page of a block": "<table>: The table element\n\nA <table> has rows (<tr>) and cells (<td>).",
    "a comment without end": "<!-- not closed",
    "comments without end": "<!-- a -->" * 50,
    "a declaration alone": "<?xml version='1.0'?>",
    "markdown": f"# Ferries\n\n{PROSE}<br>*Really*, x<sup>2</sup>.\n\n{PROSE}",
    "markdown with a centred picture": f'<p align="center"><img src="x.png"></p>\n\n# Ferries\n\n{PROSE}',
    "markdown in boxes": "<div class='a'>\n\n# Ferries\n\n[On](/on) and [off](/off)\n\n</div>\n\n<div>\n\n</div>",
    "a picture left by a dump": f'<img src="https://pixel.example/1" style="display:none">\n{PROSE}',
    "bold words": "<b>Note</b>: this is text",
    "a link at the end": f'{PROSE}<a href="x">More</a>',
    "generics": "List<String> a = new ArrayList<String>();",
    "arrows": "x <- c(1, 2); y -> z",
    "an unclosed tag": "<p and so on",
}


@pytest.mark.parametrize("text", TEXT.values(), ids=TEXT)
def test_text_that_merely_has_a_bracket_or_a_tag_in_it_is_no_html(text: str) -> None:
    assert not is_html(text)


@pytest.mark.parametrize("piece", ["<", "<a ", '<a b="', "<a b='c", "<!--", "<p ", "</p>", "<p a a a "])
def test_a_long_run_of_beginnings_is_text(piece: str) -> None:
    assert not is_html(piece * 200_000)


def test_a_tag_that_the_sample_cuts_does_not_hide_the_others() -> None:
    assert is_html("<div>" * 20_000 + "The board met on Tuesday.")
