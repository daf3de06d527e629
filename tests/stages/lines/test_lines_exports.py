"""What databases of newspapers and of references write around a text is told from it, and read."""

import pytest

from groats import Label, Options, clean
from groats.stages.lines import parse_text

BODY = """\
After eleven silent years, the water mill at Ebbing has ground its first sack of oats. Half the village came to watch.

The wheel is new, but the stones are those of 1811. "They only needed a good dressing," said the miller, Ada Thorne.
"""
LEXIS = f"""\
                    1 of 2 DOCUMENTS

                   The Ebbing Post

                  March 3, 2025 Monday

The mill grinds again

BYLINE: By Nell Abbot

SECTION: LOCAL; Pg. 3

LENGTH: 41 words

BODY:

{BODY}
LOAD-DATE: March 4, 2025

SUBJECT: MILLS (90%); OATS (84%);
RYE (71%)

DOCUMENT-TYPE: News

                    2 of 2 DOCUMENTS
"""
NEXIS = f"""\
The mill grinds again

The Ebbing Post
March 3, 2025 Monday
Second Edition

Copyright 2025 Ebbing Press All Rights Reserved

Section: LOCAL; Pg. 3

Length: 41 words

Byline: Nell Abbot

Body

{BODY}
Classification

Language: ENGLISH

Publication-Type: Newspaper

Load-Date: March 4, 2025

End of Document
"""
PROQUEST = f"""\
Report Information from ProQuest

Document 1 of 1

The mill grinds again

Author: Abbot, Nell

Publication info: The Ebbing Post [Ebbing] 03 Mar 2025: 3.

Abstract: A mill grinds.

Full text: {BODY}
Subject: Mills

Publication title: The Ebbing Post

Publication date: Mar 3, 2025

Source type: Newspaper

ProQuest document ID: 2412345678
"""
FACTIVA = f"""\
HD   The mill grinds again
BY   Nell Abbot
WC   41 words
PD   3 March 2025
SN   The Ebbing Post
SC   EBBPOS
LA   English

LP

{BODY}
NS   gloc : Local News | gagr :
Farming
AN   Document EBBPOS0020250303
"""
EXPORTS = {"LexisNexis": LEXIS, "Nexis Uni": NEXIS, "ProQuest": PROQUEST, "Factiva": FACTIVA}
RIS = """\
TY  - JOUR
AU  - Abbot, Nell
AU  - Thorne, Ada
TI  - Of mills
JO  - The Miller
SP  - 3
AB  - After eleven silent years, the water mill at Ebbing has ground its first sack of oats.
KW  - oats
ER  -
TY  - JOUR
AU  - Vale, Tom
TI  - Of rye
ER  -
"""


@pytest.mark.parametrize("raw", EXPORTS.values(), ids=EXPORTS)
def test_the_fields_of_a_database_go_and_are_read(raw: str) -> None:
    article = clean(raw, Options(explain=True))
    assert article.text == BODY.strip()
    assert article.title == "The mill grinds again"
    known = article.metadata
    assert (known.authors, known.date, known.site) == (("Nell Abbot",), "2025-03-03", "The Ebbing Post")
    fields = [line for line in article.lines if line.line.number in article.page.fields]
    assert {(line.keep, line.label, line.reasons) for line in fields} == {
        (False, Label.METADATA, ("it is a field of the database that the text is from",))
    }
    assert "".join(raw[line.start : line.end] for line in article.page.lines) == raw


def test_a_reference_is_its_abstract() -> None:
    article = clean(RIS)
    assert article.text == "After eleven silent years, the water mill at Ebbing has ground its first sack of oats."
    assert (article.title, article.metadata.authors) == ("Of mills", ("Nell Abbot", "Ada Thorne"))


def test_an_abstract_is_the_text_where_no_other_is() -> None:
    fields = (
        "Author: Abbot, Nell\n\nSource type: Journal\n\nISSN: 1234-5678\n\nSubject: Mills\n\nDatabase: ProQuest Mills\n"
    )
    assert clean(f"Title: Of mills\n\n{fields}\nAbstract: {BODY}").text.startswith("After eleven")


@pytest.mark.parametrize(
    "raw",
    [
        f"Ropes\n\nLength: 12 metres\n\nWidth: 2 cm\n\nDatabase: none\n\nType: hemp\n\n{BODY}",
        f"HD  is a disk\nSC  is a code\nWC  is a count of words\n\n{BODY}",
        f"A bowl\n\nLength: 3 words\n\nSubject: oats\n\nNotes: none\n\nCity: Ebbing\n\n{BODY}",
    ],
    ids=["a product", "a glossary", "fields of other texts"],
)
def test_other_texts_with_such_fields_have_none(raw: str) -> None:
    assert not parse_text(raw).fields
