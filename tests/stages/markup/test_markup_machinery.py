"""What software puts into the text of a page, and none of its authors, is left out."""

import pytest

from groats.stages.markup import parse_html

GONE = {
    "a link of a heading to itself": ("<h2>The wheel<a class=headerlink href='#wheel'>¶</a></h2>", ["The wheel"]),
    "the same before it": ("<h2><a href='/page#wheel'>#</a>The wheel</h2>", ["The wheel"]),
    "the way back from a note": ("<p>So says the book. <a href='#ref1'>↩\ufe0e</a></p>", ["So says the book."]),
    "[edit]": ("<h2>Wheel<span class='mw-editsection'>[<a href=/e>edit</a>]</span></h2>", ["Wheel"]),
    "the way back to a word": (
        "<li><span class='mw-cite-backlink'>^ <a href=#a>a</a></span> Petrel.</li>",
        ["Petrel."],
    ),
    "numbers of lines": (
        "<pre><span class='lineno'>1</span>turn()\n<span class=lineno>2</span>stop()</pre>",
        ["turn()\nstop()"],
    ),
    "numbers beside code": (
        "<table><tr><td class='gutter'><pre>1\n2</pre><td class=code><pre>turn()\nstop()</pre></table>",
        ["turn()\nstop()"],
    ),
    "the picture of a formula": (
        "<p>So <math><mi>P</mi></math><span class='katex-html' aria-hidden='true'>P</span> it is.</p>",
        ["So P it is."],
    ),
    "the page of a printed book": ("<p>It<span class='pagenum'>[Pg 2]</span> turns.</p>", ["It turns."]),
    "a button beside a heading": ("<h2>The wheel <button>Copy</button></h2>", ["The wheel"]),
    "the source of a formula": (
        "<p>So <math alttext='\\frac{1}{2}h'><mfrac><mn>1</mn><mn>2</mn></mfrac><mi>h</mi></math> it is.</p>",
        ["So \\frac{1}{2}h it is."],
    ),
    "the same below it": (
        "<math><msqrt><mn>2</mn></msqrt><annotation encoding='application/x-tex'>\\sqrt 2</annotation></math>",
        ["\\sqrt 2"],
    ),
    "a note in a sentence": (
        "<div><p>It<span class='sidenote'>The wheel.</span> turns.<p>So it does.</div>",
        ["It turns.", "The wheel.", "So it does."],
    ),
    "a note at the end of the page": ("<p>It<i class='marginnote'>The wheel.</i> turns.", ["It turns.", "The wheel."]),
    "the mark of an item": ("<ul><li><b>•</b><p>Oats<li><div>2.</div><div>Rye</div></ul>", ["Oats", "Rye"]),
}
STAYS = {
    "a heading that is a button": ("<h2><button>The wheel</button></h2>", ["The wheel"]),
    "a formula without a source": ("<p><math><msqrt><mn>2</mn></msqrt></math></p>", ["2"]),
    "a formula that is plain": ("<p><math alttext='{P}'><mi>P</mi></math></p>", ["P"]),
    "a note of its own": ("<div class='sidenote'>The wheel.</div><p>It turns.</p>", ["The wheel.", "It turns."]),
    "a number that an item begins with": ("<ul><li>2. Rye</ul>", ["2. Rye"]),
    "a link to a place with words": ("<p><a href='#wheel'>The wheel</a></p>", ["The wheel"]),
    "a sign that leads elsewhere": ("<p>The <a href='/hash'>#</a> sign</p>", ["The # sign"]),
    "code in a box for numbers": ("<pre class='lineno'>turn()</pre>", ["turn()"]),
    "a column that is called so": ("<div class='gutter'><p>The wheel turns.</p></div>", ["The wheel turns."]),
    "a formula that an image hides": (
        "<p>So <i class='mwe-math-mathml-inline' style='display: none;'><math><mi>P</mi></math></i><img alt=P> it is.",
        ["So P it is."],
    ),
    "a formula that is an image": ("<p>So <img class='latex' alt='P = Qh'> it is.</p>", ["So P = Qh it is."]),
    "an image that is none": ("<p>So <img class='photo' alt='The wheel'> it is.</p>", ["So it is."]),
}


@pytest.mark.parametrize(("html", "texts"), [*GONE.values(), *STAYS.values()], ids=[*GONE, *STAYS])
def test_machinery_is_left_out_and_what_looks_like_it_stays(html: str, texts: list[str]) -> None:
    assert [block.text for block in parse_html(html).blocks] == texts


def test_notes_in_notes_come_one_after_the_other() -> None:
    depth = 190
    page = parse_html("<p>a" + "<span class=sidenote>b<div>c" * depth)
    assert [block.text for block in page.blocks] == ["a", *["b", "c"] * depth]


def test_a_number_that_is_written_out_is_the_mark_of_its_item() -> None:
    page = parse_html("<ul><li><div>7.</div><div>Rye</div><li><div>•</div><div>Oats</div></ul>")
    assert [(block.marker, block.text) for block in page.blocks] == [("7.", "Rye"), ("-", "Oats")]
