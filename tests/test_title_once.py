"""The title of an article is written once, and no line of it is lost for being taken for the title."""

from pathlib import Path

import pytest

from groats import Options, clean
from groats.document import Label
from groats.render.markdown import to_markdown
from groats.render.text import to_text
from groats.rules import load_rules

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
    assert "Harbour and mill" not in clean(PAGE, Options(drop={Label.TITLE})).text


@pytest.mark.parametrize("page", [PAGE, f"Harbour and mill stay closed\n\n{BODY}"])
def test_a_title_whose_line_a_rule_drops_is_not_written(page: str, tmp_path: Path) -> None:
    rules = tmp_path / "rules.toml"
    rules.write_text(
        '[[rule]]\nname = "r"\naction = "drop"\nphrases = ["harbour and mill stay closed"]\n', encoding="utf-8"
    )
    article = clean(page, Options(rules=load_rules([rules])))
    assert "Harbour and mill" not in to_text(article)
    assert "Harbour and mill" not in to_markdown(article)


@pytest.mark.parametrize(
    "page",
    [
        "The brewery at Ebbing is on fire\n",
        "<title>The brewery at Ebbing is on fire</title><h1>The brewery at Ebbing is on fire</h1>",
    ],
)
def test_a_title_that_is_all_of_a_page_is_its_text(page: str) -> None:
    article = clean(page)
    assert article.text == "The brewery at Ebbing is on fire"
    assert to_text(article) == f"{article.text}\n"
    assert to_markdown(article).count("brewery") == 1
    assert article.warnings == ()


def test_nothing_is_certain_of_a_page_of_which_nothing_is_left() -> None:
    article = clean(PAGE, Options(drop={Label.TITLE, Label.PARAGRAPH, Label.HEADING}))
    assert (article.text, article.confidence) == ("", 0.0)


VERSE = """\
They stored the winter here in blocks,
and sawdust kept its breath;
the trawlers came between the rocks
to borrow some of death.

The walls are thick as any keep,
the door is oak and tin,
and what the summer could not keep
the summer could come in.
"""


def test_the_first_line_of_a_poem_is_its_title_where_a_byline_stands_below() -> None:
    article = clean(f"The Ice House\n\nby Sela Brandt\n\n{VERSE}")
    assert (article.title, article.metadata.authors) == ("The Ice House", ("Sela Brandt",))
    assert article.text == VERSE.strip()
    blog = f"The Ebbing Miller\nBy Nell Abbot\nArchive\nAbout\n\nThe harbour and the mill stay closed\n\n{BODY}\n"
    assert clean(blog).title == "The harbour and the mill stay closed"
