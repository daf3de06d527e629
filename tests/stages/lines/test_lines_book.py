"""Of a book by Project Gutenberg the header and the licence go, and the header names title and author."""

import pytest

from groats import Options, clean

BOOK = """\
In the autumn of the year in which the bridge fell, a carter named Amos
Dunn came over the hill with eleven sacks of salt, and found that he could
not cross. He stood a long while looking at the place where the road went
into the water.

"You may wait," said a voice behind him, "or you may go round by Hollin,
which is two days."
"""
TEXT = "\n\n".join(" ".join(paragraph.split()) for paragraph in BOOK.split("\n\n"))
HEADER = """\
The Project Lantern eBook of The Salt Road

This eBook is for the use of anyone anywhere.

Title: The Salt Road

Author: Harriet Ames

*** START OF THIS PROJECT LANTERN EBOOK THE SALT ROAD ***

"""
LICENCE = """
*** END OF THIS PROJECT LANTERN EBOOK THE SALT ROAD ***

Updated editions will replace the previous one, and the old editions
will be renamed.
"""


@pytest.mark.parametrize("end", ["", "End of the Project Lantern EBook of The Salt Road, by Harriet Ames\n"])
def test_header_and_licence_of_a_book_are_no_part_of_it(end: str) -> None:
    article = clean(f"{HEADER}{BOOK}\n{end}{LICENCE}", Options(explain=True))
    assert article.text == TEXT
    assert (article.metadata.title, article.metadata.authors) == ("The Salt Road", ("Harriet Ames",))
    assert {verdict.reasons for verdict in article.verdicts if not verdict.keep} == {
        ("it is in the header that was written above the page",),
        ("it stands below the text of a book",),
    }


def test_a_text_that_shows_such_a_line_is_none() -> None:
    raw = f"{BOOK}\n*** START OF THIS PROJECT LANTERN EBOOK ***\n\n{BOOK}"
    assert clean(raw).page.header == 0
