"""The title of an article is written once, and no line of it is lost for being taken for the title."""

from groats import Options, clean
from groats.document import Label
from groats.render.text import to_text

BODY = "\n\n".join(
    f"The {thing} of Harrowgate will stay closed until the end of the month, the council said on Monday, because the "
    f"work that began in spring has taken longer than anyone had planned for, and costs more."
    for thing in ("harbour", "old mill", "bridge", "weir", "long quay")
)
PAGE = f"""<html><head><meta property="og:title" content="Harbour and mill stay closed"></head><body>
<main><h1>Harbour and mill stay closed</h1>{"".join(f"<p>{line}</p>" for line in BODY.split(chr(10) * 2))}</main>"""


def test_a_title_that_stands_on_the_page_is_written_once() -> None:
    article = clean(PAGE)
    assert article.title == "Harbour and mill stay closed"
    assert to_text(article).count("Harbour and mill stay closed") == 1


def test_a_heading_that_is_not_the_title_stays_in_the_text() -> None:
    article = clean(PAGE.replace('content="Harbour and mill stay closed"', 'content="Rowan Post special"'))
    written = to_text(article)
    assert article.title == "Rowan Post special"
    assert written.count("Harbour and mill stay closed") == 1


def test_a_dropped_title_stays_dropped() -> None:
    assert "Harbour and mill" not in clean(PAGE, Options(drop=frozenset({Label.TITLE}))).text
