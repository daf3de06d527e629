"""Running heads and page numbers go from a text that lost its form feeds, and chapters and posts keep their numbers."""

import textwrap

import pytest

from groats import clean
from groats.stages.lines.running import find_running_heads
from groats.stages.lines.split import split_lines

SENTENCE = (
    "in the autumn of the year {} the carter came over the hill with eleven sacks of salt, and found that he could not "
    "cross, for the bridge had fallen, and the road went into the water and came out again on the other side;"
)
STORY = "It is told that " + " ".join(SENTENCE.format(year) for year in range(1801, 1841)) + " and so it ends."
ROWS = textwrap.wrap(STORY, 72)
PER_PAGE = 24


def print_pages(head: str, foot: str = "") -> str:
    pages = [ROWS[n : n + PER_PAGE] for n in range(0, len(ROWS), PER_PAGE)]
    return "\n".join(
        "\n".join([head.format(n), "", *page, "", *([foot.format(n), ""] if foot else [])])
        for n, page in enumerate(pages, start=41)
    )


@pytest.mark.parametrize(
    ("head", "foot"),
    [("{}", ""), ("THE SALT ROAD", "{}"), ("Ames / The Salt Road        {}", "Oatfield, 1903"), ("- {} -", "")],
)
def test_what_counts_pages_goes_with_what_stands_beside_it_and_the_story_goes_on(head: str, foot: str) -> None:
    article = clean(print_pages(head, foot))
    assert article.text == STORY
    assert {verdict.label.value for verdict in article.verdicts if not verdict.keep} == {"metadata"}


def test_chapters_and_posts_keep_their_numbers() -> None:
    whole = "It was the end of a chapter, and nobody thought that another would follow."
    chapters = "\n\n".join(f"{n}\n\n" + f"{whole}\n" * 20 for n in range(1, 6))
    posts = "\n\n".join(f"#{n}\n\n" + "and so he said\n" * 20 for n in range(1, 6))
    few = "\n".join(print_pages("{}").split("\n")[:50])
    for raw in (chapters, posts, few, print_pages("Years 7"), "\n".join(f"{n}\n{row}" for n, row in enumerate(ROWS))):
        assert not find_running_heads(split_lines(raw))
