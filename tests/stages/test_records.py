"""Records of pages are told from pages, so that who gives them to `groats clean` hears what reads them."""

import pytest

from groats.document import Options
from groats.pipeline import clean
from groats.stages.lines import parse_text
from groats.stages.records import holds_records

RECORD = '{"id": 1, "html": "<p>The mill at Ebbing grinds again.</p>"}'


@pytest.mark.parametrize(
    ("text", "is_records"),
    [
        (RECORD, True),
        (f"\n{RECORD}\n\n  {RECORD}  \r\n", True),
        (f"{RECORD}\n{RECORD[:-1]}", False),
        (f"The mill\n{RECORD}", False),
        ("{mill}\n{weir}", False),
        ("{}", False),
        ("", False),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, False),
        ('{"number": ' + "9" * 10_000 + "}", True),
    ],
)
def test_records_are_lines_of_json_objects(text: str, is_records: bool) -> None:  # noqa: FBT001 - a column of the table
    assert holds_records(parse_text(text)) == is_records


def test_who_cleans_records_is_told_so_and_why_nothing_is_left() -> None:
    assert "records" in clean(f"{RECORD}\n" * 3, Options(kind="text")).warnings
    long = f"{RECORD[:-6]}{' and its stones are those of 1811' * 100}{RECORD[-6:]}\n"
    article = clean(long * 3)
    assert article.warnings[0] == "records"
    assert len(article.warnings) > 1 or article.text


def test_a_page_is_no_records() -> None:
    assert "records" not in clean("{% block %}\nThe mill at Ebbing grinds again.").warnings
    assert "records" not in clean(f"<html><body>{RECORD}</body></html>").warnings
