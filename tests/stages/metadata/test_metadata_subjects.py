"""The tags of an article, and the section that it stands in."""

import pytest
from metadata_pages import BODY, article, metadata_of, verdicts_of

from groats.document import Form, Page
from groats.stages.metadata import find_metadata


@pytest.mark.parametrize(
    ("rows", "tags"),
    [
        ([("tags", "Schlagwörter: Hafen, Rat")], ("Hafen", "Rat")),
        ([("other", "标签：港口、城市")], ("港口", "城市")),
        ([("tags", "harbour, council, Harbour")], ("harbour", "council")),
        ([("tags", "#harbour #council")], ("harbour", "council")),
        ([("tags", "Topics"), ("tags", "harbour"), ("tags", "council")], ("harbour", "council")),
        ([("tags", "harbour"), ("other", "x"), ("tags", "elsewhere")], ("harbour",)),
        ([("tags", "Topics"), ("other", "harbour")], ()),
        ([("other", "harbour, council")], ()),
        ([("tags", "Posted in Coast"), ("tags", "Tagged harbour, council")], ("harbour", "council")),
        ([("other", "标签：港口 城市")], ("港口", "城市")),
        ([("other", "Tags: Rowan Harbour")], ("Rowan Harbour",)),
        ([("tags", "t" * 70)], ()),
        ([("paragraph", "Tags: harbour")], ()),
        ([("tags", "harbour"), ("tags", "Berita Terkait"), ("tags", "elsewhere")], ("harbour",)),
        ([("tags", "Newsletter"), ("tags", "elsewhere")], ()),
        ([("tags", "harbour"), ("tags", "12"), ("tags", "1987"), ("tags", "council")], ("harbour", "1987", "council")),
        ([("tags", "Mehr lesen über"), ("tags", "Hafen")], ("Hafen",)),
        ([("tags", "Related tags"), ("tags", "harbour")], ("harbour",)),
        ([("tags", "Related topics"), ("other", "A wheel, 4"), ("tags", "About this forum")], ()),
    ],
)
def test_tags_are_those_of_a_line_or_a_list(rows: list[tuple[str, str]], tags: tuple[str, ...]) -> None:
    assert metadata_of(*article(below=rows)).tags == tags


def test_the_rows_of_a_table_are_no_tags() -> None:
    verdicts = verdicts_of(*article(below=[("tags", "Oars for sale | 12 | Nell Abbot")]))
    table = verdicts[-1]._replace(block=verdicts[-1].block._replace(form=Form.TABLE))
    blocks = tuple(verdict.block for verdict in verdicts)
    lines = tuple(line for block in blocks for line in block.lines)
    assert find_metadata(Page("text", lines, blocks), verdicts).tags != ()
    assert find_metadata(Page("text", lines, blocks), [*verdicts[:-1], table]).tags == ()


@pytest.mark.parametrize(
    ("trail", "section"),
    [
        ("Home > News > Coast", "Coast"),
        ("Startseite › Küste", "Küste"),
        ("Home » Coast » Harbour stays closed", "Coast"),
        ("Home / Coast / Harbour stays…", "Coast"),
        ("News > Coast", None),
        ("Home > Harbour stays closed", None),
        ("Home | News | Coast", None),
        ("Home > " + "x" * 60, None),
        ("You are here: Home > Coast", "Coast"),
        ("Board index ‹ Boats ‹ Coast", "Coast"),
        ("トップ ＞ 海", "海"),
        ("首页 > 海 > 正文", "海"),
    ],
)
def test_the_section_is_the_last_crumb_of_a_trail(trail: str, section: str | None) -> None:
    assert metadata_of(("navigation", trail), *article()).section == section


@pytest.mark.parametrize(
    ("above", "section"),
    [
        (["Home", ">", "Coast"], "Coast"),
        (["Home", "> News", "> Coast"], "Coast"),
        (["首页", "›", "海", "›", "查看主题", "查看: 17"], "海"),
        (["Home", "Shop", "Home", "Coast"], "Coast"),
        (["Home", "Shop", "Coast"], None),
        (["Home", "A", "B", "C", "D", "Home", "E", "F", "G", "H"], None),
        (["Home", ">", *"abcdefghijkl"], None),
        (["News", "Coast", "Weather", "Coast"], "Coast"),
        (["News", "Search", "Weather", "Search"], None),
        (["News", "2", "Weather", "2"], None),
        (["Home", "Shop", "Home", "Coast", "12 readers"], None),
        (["Home", "Shop", "Home", "Harbour stays closed", "Edit"], None),
        (["Home", "Shop", "Home", "Coast", "Harbour stays closed", "Edit"], "Coast"),
        (["News", "Weather", "Coast"], None),
    ],
)
def test_the_section_stands_above_the_title_with_a_line_for_each_crumb(above: list[str], section: str | None) -> None:
    assert metadata_of(*(("navigation", text) for text in above), *article()).section == section


def test_a_menu_item_above_the_text_is_no_section_where_no_title_is_known() -> None:
    assert metadata_of(*[("navigation", "Coast")] * 2, ("paragraph", BODY)).section is None


def test_a_trail_may_begin_with_the_name_of_the_site() -> None:
    rows = [("navigation", "Rowan Post » Coast"), *article(below=[("legal", "© 2025 Rowan Post")])]
    assert metadata_of(*rows).section == "Coast"


def test_a_post_says_what_it_was_posted_in() -> None:
    assert metadata_of(*article(below=[("tags", "Posted in Coast")])).section == "Coast"
    assert metadata_of(*article(below=[("other", "Posted in Coast")])).section is None
