"""Which line above an article is its headline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Block, CueHit, Form, Label, Line, Verdict
from groats.stages.metadata.headline import find_headline, find_heaviest
from groats.stages.metadata.headline_context import gather_context, read_titles
from groats.stages.metadata.headline_signs import measure, weigh
from groats.stages.metadata.words import words

BODY = (
    "The harbour of Harrowgate will stay closed to large ships until the end of the month, the council said, "
    "because the dredging that began in spring has taken longer than anyone had planned for."
)


def page(*rows: tuple[str, str], level: int = 0) -> list[Verdict]:
    """Verdicts on rows of a label and a text; "# " makes a heading of level 1, "## " one of level 2."""
    verdicts = []
    for number, (label, text) in enumerate(rows, start=1):
        kept = Label(label).is_kept
        depth = len(text) - len(text.lstrip("#"))
        form, plain = (Form.HEADING, text[depth + 1 :]) if depth else (Form.PARAGRAPH, text)
        block = Block(plain, (Line(number, 0, 0, plain),), form, depth or level)
        verdicts.append(Verdict(block, kept, Label(label), 0.9 if kept else 0.2))
    return verdicts


def headline(*rows: tuple[str, str], titles: tuple[str, ...] = ()) -> str | None:
    verdicts = page(*rows, ("paragraph", BODY), ("paragraph", BODY))
    found = find_headline(verdicts, titles)
    return None if found is None else verdicts[found].block.text


CLOSED = "Harbour of Harrowgate stays closed to large ships"


@pytest.mark.parametrize(
    "rows",
    [
        [("navigation", "Coast"), ("navigation", CLOSED), ("date", "5 March 2025")],
        [("navigation", f"Home > Coast > {CLOSED}"), ("navigation", CLOSED)],
        [("metadata", f"{CLOSED} | Rowan Post"), ("navigation", "Coast"), ("navigation", CLOSED)],
        [("navigation", "# " + CLOSED), ("metadata", "Large ships wait outside the harbour")],
        [("title", CLOSED), ("date", "5 March 2025")],
        [
            ("navigation", "Coast"),
            ("title", "What are you looking for?"),
            ("navigation", CLOSED),
            ("date", "5 March 2025"),
        ],
        [("navigation", "Boats"), ("navigation", "Money"), ("heading", CLOSED), ("share", "Share")],
        [
            ("navigation", CLOSED),
            ("navigation", "by Ada Lind"),
            ("title", "Published in Coast, Money and Large Ships,"),
        ],
        [("navigation", "Rowan Post of Harrowgate"), ("navigation", CLOSED), ("navigation", "Von Ada Lind")],
        [("navigation", "HomeCoastHarrowgate and its large ships"), ("navigation", CLOSED), ("date", "5 March 2025")],
        [("navigation", "LARGE SHIPS IN HARROWGATE"), ("navigation", CLOSED), ("date", "5 March 2025")],
        [("navigation", "Boats"), ("title", f"Home Coast Ships {CLOSED}"), ("navigation", CLOSED)],
        [("navigation", "Boats"), ("title", f"You are here: Coast {CLOSED}"), ("navigation", CLOSED)],
        [("navigation", CLOSED), ("metadata", "2 min"), ("media", f"Video: {CLOSED}")],
        [("navigation", "Harrowgate harbour"), ("title", CLOSED), ("share", "More on the Harrowgate harbour")],
        [("navigation", "closed to large ships"), ("title", CLOSED)],
    ],
)
def test_the_headline_is_the_line_that_speaks_of_what_the_article_does(rows: list[tuple[str, str]]) -> None:
    assert headline(*rows) == CLOSED


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("navigation", "Coast"), ("navigation", "Money")],
        [("navigation", "Home > Coast > Harrowgate")],
        [("related", "Ten boats for the summer")],
    ],
)
def test_without_a_line_like_one_there_is_no_headline(rows: list[tuple[str, str]]) -> None:
    assert headline(*rows) is None


FAR = tuple(("navigation", f"Boat {number}") for number in range(70))


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        ([("navigation", "# " + CLOSED), ("heading", "# Large ships wait for the council")], (CLOSED,)),
        ([("navigation", "# " + CLOSED), ("heading", "# Large ships wait")], (f"{CLOSED} | Rowan Post",)),
        ([("navigation", "# " + CLOSED), *FAR, ("title", "Large ships wait for the council")], (CLOSED,)),
        ([("navigation", "# Rowan Post"), ("title", CLOSED)], (f"Rowan Post | Coast | {CLOSED}",)),
        ([("title", "# Ships of Harrowgate"), ("navigation", CLOSED)], (CLOSED, f"{CLOSED} - Ships of Harrowgate")),
        ([("navigation", "# " + CLOSED), *FAR, ("title", "Large ships wait")], ("Harbour stays closed to ships: why",)),
    ],
)
def test_a_line_that_is_declared_as_the_title_is_the_headline(
    rows: list[tuple[str, str]], titles: tuple[str, ...]
) -> None:
    assert headline(*rows, titles=titles) == CLOSED


WAIT = "Large ships wait for the council"


@pytest.mark.parametrize(
    "main",
    [
        ["# Dredging in ten questions and answers"],
        ["# Harbour stays closed"],
        ["# Ships of Harrowgate and its harbour"],
        ["# " + CLOSED, "# Harbour closed to large ships: the council explains"],
        ["# " + BODY * 2],
    ],
)
def test_a_main_heading_that_is_not_declared_must_be_the_only_one_and_about_what_is_declared(main: list[str]) -> None:
    rows = [*(("navigation", text) for text in main), *FAR, ("title", WAIT)]
    titles = ("Harbour stays closed to ships: why - Ships of Harrowgate and its harbour",)
    assert headline(*rows, titles=titles) == WAIT


def test_a_lower_heading_that_is_declared_comes_before_a_short_main_one() -> None:
    rows = [("title", "# Rowan Harbour"), *[("paragraph", BODY)] * 9, ("heading", "### " + CLOSED)]
    assert headline(*rows, titles=(CLOSED,)) == CLOSED
    assert headline(*rows, titles=(f"Rowan Harbour | {CLOSED}",)) == "Rowan Harbour"
    full = ("title", "# Large ships wait outside the harbour of Harrowgate")
    assert headline(full, *rows[1:], titles=(CLOSED,)) == full[1][2:]


def test_the_name_of_the_site_is_no_headline() -> None:
    titles = (CLOSED, f"{CLOSED} | Ships of Harrowgate")
    assert headline(("title", "# Ships of Harrowgate"), titles=titles) is None
    assert headline(("title", "# Ships of Harrowgate")) == "Ships of Harrowgate"


def test_the_line_that_the_decision_took_stays_where_none_is_better() -> None:
    assert headline(("title", "Wet feet"), ("navigation", "Boats")) == "Wet feet"
    assert headline(("title", "Storm"), ("navigation", "Boats")) == "Storm"


def test_a_row_of_facts_has_no_headline_but_a_title_with_a_colon_is_one() -> None:
    harbour = "Harbour: large ships stay out of Harrowgate"
    assert headline(("navigation", "Pay: 20 a day"), ("navigation", "Ships: large ones of Harrowgate")) is None
    assert headline(("duplicate", harbour), ("title", harbour), ("date", "Published: 5 March 2025")) == harbour
    assert (
        headline(("navigation", "Listen: 2 min"), ("title", "Fog: no ships"), ("date", "Day: today")) == "Fog: no ships"
    )


def test_a_line_below_much_of_the_article_heads_nothing_unless_it_is_declared() -> None:
    rows = [*[("paragraph", "A boat with two masts and a red sail.")] * 12, ("title", CLOSED), ("date", "5 March 2025")]
    assert headline(*rows[10:]) == CLOSED
    assert headline(*rows) is None
    assert headline(*rows, titles=(CLOSED,)) == CLOSED


def test_a_page_without_an_article_has_none() -> None:
    assert find_headline([]) is None
    assert find_headline(page(("navigation", "Home"), ("navigation", CLOSED))) is None


def test_an_article_without_a_long_paragraph_begins_with_its_first_line() -> None:
    verdicts = page(("navigation", "Home"), ("paragraph", "Closed."), ("paragraph", "Too bad."))
    assert find_headline(verdicts) is None


@pytest.mark.parametrize("titles", [(), (f"{CLOSED}.",)])
def test_the_one_line_of_a_short_post_is_its_text(titles: tuple[str, ...]) -> None:
    assert find_headline(page(("paragraph", f"{CLOSED}.")), titles) is None
    assert find_headline(page(("navigation", "Home"), ("title", CLOSED)), titles) == 1


@pytest.mark.parametrize("label", [Label.METADATA, Label.SHARE])
def test_a_line_that_is_nothing_but_what_stands_beside_a_headline_is_none(label: Label) -> None:
    rows = page(("navigation", "Coast"), ("navigation", CLOSED), ("date", "5 March 2025"), ("paragraph", BODY))
    whole = [(), (CueHit("beside", label, whole=True),), (), ()]
    assert find_headline(rows) == 1
    assert find_headline(rows, cues=whole) is None


ROWS = st.lists(
    st.tuples(
        st.sampled_from([label.value for label in Label]),
        st.sampled_from(
            [
                *(CLOSED, f"# {CLOSED}", f"Home > Coast > {CLOSED}", f"{CLOSED} | Rowan Post", CLOSED.upper()),
                *(
                    "Home",
                    "# Coast",
                    "HomeCoast",
                    "Large Ships: Where They Wait",
                    "the harbour, for now.",
                    "港は月末まで閉鎖",
                ),
                *(
                    f"You are here: {CLOSED}",
                    f"Video: {CLOSED}",
                    "5 March 2025",
                    "Friday, 14:05",
                    "By Ada Lind",
                    "Pay: 20 a day",
                    "Hours: 9 to 5",
                    "© 2025 Rowan Post",
                    BODY[:90],
                    " ",
                ),
            ]
        ),
    ),
    max_size=12,
)


@given(ROWS, ROWS, st.sampled_from([(), (CLOSED,), (f"{CLOSED} | Rowan Post", "Rowan Post")]))
def test_the_headline_has_the_most_points_of_the_lines_that_have_enough(
    above: list[tuple[str, str]], below: list[tuple[str, str]], titles: tuple[str, ...]
) -> None:
    verdicts = page(*above, ("paragraph", BODY), *below)
    context = gather_context(verdicts, 0, len(above), read_titles(titles))
    points = {n: weigh(context, n) for n, line in enumerate(context.tokens) if line}
    first = max(points, key=points.__getitem__, default=None)
    heaviest = first if first is not None and points[first] > words("headline")["least"] else None
    assert find_heaviest(context) == heaviest


AWKWARD = page(
    *(("metadata", f"{CLOSED} | Rowan Post"), ("navigation", "Home > Coast > Large Ships"), ("navigation", "Coast")),
    *(("navigation", CLOSED), ("navigation", CLOSED), ("date", "5 March 2025"), ("byline", "By Ada Lind")),
    *(("title", "Ships"), ("navigation", "# Rowan Post"), ("heading", "Large Ships: Where They Wait")),
    *(("navigation", "Large Ships"), ("heading", "## Council of Harrowgate"), ("list", "the harbour, for now.")),
    *(("related", "HomeCoast and More of It"), ("tags", "Posted in Coast"), ("navigation", "CLOSED | HARBOUR")),
    ("title", CLOSED),
    *(
        ("navigation", f"You are here: Coast {CLOSED}"),
        ("date", "Coast, 14:05 on 5 March"),
        ("media", f"Video: {CLOSED}"),
    ),
    *(("paragraph", BODY), ("paragraph", "Large ships wait."), ("paragraph", BODY), ("legal", "© 2025 Rowan Post")),
)


def test_the_signs_with_points_are_those_that_lines_have() -> None:
    start = next(n for n, verdict in enumerate(AWKWARD) if verdict.block.text == BODY)
    met: set[str] = set()
    for titles in [(), (f"{CLOSED} | Rowan Post",), (CLOSED, "Rowan Post")]:
        for lines in (AWKWARD, page(("navigation", f"{BODY} {BODY[:70]}"), *[("paragraph", BODY)] * 2)):
            context = gather_context(lines, 0, min(start, len(lines) - 1), read_titles(titles))
            met.update(sign for n, line in enumerate(context.tokens) if line for sign, _ in measure(context, n))
    assert met - set(Label) == {*words("headline")["points"], *words("headline")["shares"]}


@pytest.mark.parametrize(
    ("text", "sign", "has"),
    [
        ("Wednesday, 5 March 2025", "is_a_date", True),
        ("What the storm of 5 March 2025 has left", "is_a_date", False),
        ("March 2025", "is_a_date", False),
        ("Posted in Coast, Money and Large Ships", "names_its_section", True),
        ("posted in spring and never read", "names_its_section", False),
        (f"Home Coast {CLOSED}", "is_a_trail_to_another", True),
        (f"Home > Coast > {CLOSED}", "is_a_trail_to_another", True),
        ("Home Coast Harbour of Harrowgate", "is_a_trail_to_another", False),
        (f"What the council knows: {CLOSED}", "is_a_trail_to_another", False),
    ],
)
def test_a_line_that_says_where_or_when_is_told_from_a_headline(text: str, sign: str, *, has: bool) -> None:
    lines = gather_context(page(("navigation", text), ("title", CLOSED), ("paragraph", BODY)), 0, 2, read_titles(()))
    assert (sign in dict(measure(lines, 0))) == has
    assert words("headline")["points"][sign] < 0


def test_a_line_that_begins_with_a_lead_of_one_word_is_a_byline() -> None:
    leads = [lead for of_language in words("names")["leads"].values() for lead in of_language if " " not in lead]
    verdicts = page(*(("navigation", f"{lead}: Ada Lind") for lead in leads), ("paragraph", BODY))
    assert gather_context(verdicts, 0, len(leads), read_titles(())).signed == set(range(len(leads)))
