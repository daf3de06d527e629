"""Words of inline elements side by side are two where their letters say so, and stay as they are anywhere else."""

import pytest

from groats.stages.markup import parse_html

PARTED = {
    "label and value": ("<div><span>Weight</span><span>1.8 kg</span></div>", "Weight 1.8 kg"),
    "two labels": ("<div><span>Reply</span><span>Share</span></div>", "Reply Share"),
    "deep inside": (
        "<p><span><b>Ada Lind</b></span><span class=role><i>Head of Design</i></span>",
        "Ada Lind Head of Design",
    ),
    "a link and a date": ("<div><a href=/x>Tom Vale</a><time>5 May</time></div>", "Tom Vale 5 May"),
    "a number before": ("<div><span>12</span><span>Comments</span></div>", "12 Comments"),
    "a sentence before": ("<p><span>It turns.</span><span>Again.</span>", "It turns. Again."),
    "a bullet between": ("<p><span>Mills</span><span>·</span><span>weirs</span>", "Mills · weirs"),
    "a price behind its name": ("<p><b>Price</b><span>$12</span>", "Price $12"),
    "Arabic and a number": ("<p><span>ليند</span><span>5</span>", "ليند 5"),
    "beside other text": ("<p>In: <b>Mills</b><i>Rivers</i>", "In: Mills Rivers"),
}
WHOLE = {
    "an initial": ("<p><b>W</b>ord</p>", "Word"),
    "a drop cap": ("<p><span>drop</span>Cap</p>", "dropCap"),
    "a word in two spans": ("<p><span>wa</span><span>ter</span></p>", "water"),
    "letters": ("<h2><span>M</span><span>i</span><span>l</span><span>l</span></h2>", "Mill"),
    "punctuation": ("<p><b>The mill</b><span>, which turns</span><i>.</i>", "The mill, which turns."),
    "a price": ("<p><span>$</span><span>12</span><span>.50</span>", "$12.50"),
    "an index": ("<p><span>CO</span><sub>2</sub>", "CO2"),
    "code": ("<p><code><span>read</span><span>Table</span></code>", "readTable"),
    "code in a block": ("<pre><span>read</span><span>Table</span></pre>", "readTable"),
    "a formula": ("<p><math><mi>x</mi><mn>2</mn></math>", "x2"),
    "a comment between": ("<p><b>turn</b><!-- --><b>Mill</b>", "turnMill"),
    "no element before": ("<p>Mc<b>Donald</b>", "McDonald"),
    "a number in Japanese": ("<p><span>令和</span><span>6</span><span>年</span>", "令和6年"),
    "Japanese": ("<p><span>水車</span><span>が回る</span>", "水車が回る"),
}


@pytest.mark.parametrize(("html", "text"), [*PARTED.values(), *WHOLE.values()], ids=[*PARTED, *WHOLE])
def test_words_are_parted_where_their_letters_say_so(html: str, text: str) -> None:
    assert [block.text for block in parse_html(html).blocks] == [text]


def test_what_parts_the_words_of_a_link_is_of_the_link() -> None:
    (block,) = parse_html("<p><a href=/x><span>Weight</span><span>1.8 kg</span></a>").blocks
    assert block.hints
    assert block.hints.link_share == 1.0
    assert [link.words for link in block.hints.links] == ["Weight 1.8 kg"]
