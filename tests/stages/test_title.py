"""The kept line that is the title is told from all others, whatever white space stands in it."""

from builders import block
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Label, Verdict
from groats.stages.title import label_title

WORDS = st.text(st.sampled_from("ab \xa0\t"), min_size=1)


def kept(text: str, label: Label = Label.PARAGRAPH) -> Verdict:
    return Verdict(block(text), keep=True, label=label, score=0.9)


def labels(verdicts: tuple[Verdict, ...], title: str | None) -> list[Label]:
    return [verdict.label for verdict in label_title(verdicts, title)]


def test_one_line_is_the_title_and_what_was_taken_for_it_a_heading() -> None:
    verdicts = (kept("Lighthouse news", Label.TITLE), kept("The  lamp is lit"), kept("The lamp is lit"))
    assert labels(verdicts, "The lamp is lit") == [Label.HEADING, Label.TITLE, Label.PARAGRAPH]
    assert labels(verdicts, None) == [Label.HEADING, Label.PARAGRAPH, Label.PARAGRAPH]
    assert labels(verdicts, "Lighthouse") == [Label.TITLE, Label.PARAGRAPH, Label.PARAGRAPH]


def test_a_line_that_holds_more_than_the_title_is_not_it() -> None:
    assert labels((kept("Late: The lamp is lit"), kept("The lamp is lit")), "The lamp is lit") == [Label.PARAGRAPH] * 2


def test_what_is_all_of_an_article_is_its_text() -> None:
    assert labels((kept("The lamp is lit", Label.TITLE),), "The lamp is lit") == [Label.PARAGRAPH]
    menu = kept("Home")._replace(keep=False, label=Label.NAVIGATION)
    assert labels((menu, kept("The lamp is lit")), "The lamp is lit") == [Label.NAVIGATION, Label.PARAGRAPH]


def test_no_line_gets_a_label_that_the_user_drops() -> None:
    lone = (kept("The lamp is lit", Label.TITLE),)
    both = (kept("Lighthouse news", Label.TITLE), kept("The lamp is lit"))
    paragraphs, headings = frozenset({Label.PARAGRAPH}), frozenset({Label.HEADING})
    assert [own.label for own in label_title(lone, None, paragraphs)] == [Label.HEADING]
    assert [own.label for own in label_title(lone, None, paragraphs | headings)] == [Label.TITLE]
    assert [own.label for own in label_title(both, None, headings)] == [Label.PARAGRAPH, Label.PARAGRAPH]


@given(st.lists(WORDS), WORDS)
def test_the_first_line_that_holds_the_title_is_looked_at(texts: list[str], title: str) -> None:
    folded = [" ".join(text.split()) for text in texts]
    first = next((n for n, text in enumerate(folded) if title in text), None) if len(texts) > 1 else None
    named = labels(tuple(map(kept, texts)), title)
    assert [n for n, label in enumerate(named) if label is Label.TITLE] == [
        n for n in range(len(texts)) if n == first and folded[n] == title
    ]
