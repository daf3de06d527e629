"""How a block looks, as names of hints."""

import pytest
from builders import block

from groats.document import Form, Hints
from groats.stages.features import read_shapes
from groats.stages.features.looks import find_forms, find_looks, find_markup


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("Home", ()),
        ("home", ("lower",)),
        ("HOME", ("upper",)),
        ("", ("no words",)),
        ("It fell.", ("ends sentence",)),
        ("15 March 2025", ("date", "date alone")),
        ("12.5k", ("numbers",)),
        (" K", ("numbers", "upper")),
        ("© Sandport", ("copyright",)),
        ("(c) 2025 Sandport", ("copyright",)),
        ("Write to ada@sandport.example", ("address",)),
        ("News | Sport · Tide", ("bars",)),
        ("oil, wick, glass", ("commas", "lower")),
        ("More...", ("ends sentence",)),
        ("What now?", ("ends sentence", "question")),
        ("Tags:", ("colon",)),
        ("***", ("no words",)),
    ],
)
def test_a_text_looks_like_itself_wherever_it_stands(text: str, looks: tuple[str, ...]) -> None:
    shapes, _ = read_shapes([block(text), block("Home"), block(text)])
    assert find_looks([text, "Home", text], shapes) == [looks, (), looks]


def test_forms_are_hints() -> None:
    assert find_forms([block("Home"), block("oil", form=Form.LIST)]) == [(), ("list",)]


def test_markup_tells_its_landmark_its_names_and_its_links() -> None:
    link = block("Home", hints=Hints(link_share=1.0, landmark="nav", names="topnav share-bar"))
    text = block("Home", hints=Hints(names="topnav share-bar"))
    named = ("named share", "named nav")
    assert find_markup([link, block("Home"), text]) == [
        ("landmark nav", *named, "link"),
        (),
        ("landmark ", *named),
    ]
