"""The headers of mail and of what servers answer are no part of the page, and mail's says what it declares."""

import pytest

from groats import Options, clean

BODY = """\
For nine years I wrote down every passenger. It began as a joke, a pencil on
a string beside the wheel, and it turned into a ledger of forty thousand
strokes. This winter I burned it in the stove of the boathouse.

The trouble with a number is that it wants to grow. When we carried fewer
people in the wet summer, I found myself waiting at the slip for one more.
"""
TEXT = "\n\n".join(" ".join(paragraph.split("\n")).strip() for paragraph in BODY.split("\n\n"))
HEADER = """\
From ada@example.org Sat Mar  8 10:11:12 2025
Received: from slip.example (slip.example [192.0.2.4])
\tby mail.example.org with ESMTPS
Date: Sat, 8 Mar 2025 10:11:02 +0000
From: =?utf-8?Q?Ad=C3=A9le_Thorne?= <ada@example.org>
To: circle@example.org
Subject: Re: Why we stopped counting
Message-ID: <41@example.org>
"""


def test_the_header_of_a_mail_declares_title_author_and_date() -> None:
    article = clean(f"{HEADER}\n{BODY}", Options(explain=True))
    assert article.text == TEXT
    metadata = article.metadata
    assert (metadata.title, metadata.authors) == ("Why we stopped counting", ("Adéle Thorne",))
    assert metadata.date == "2025-03-08T10:11:02+00:00"
    assert {verdict.reasons for verdict in article.verdicts if not verdict.keep} == {
        ("it is in the header that was written above the page",)
    }


def test_the_sender_of_a_list_is_a_house() -> None:
    metadata = clean(f"{HEADER}List-Unsubscribe: <https://slip.example/u>\n\n{BODY}").metadata
    assert (metadata.authors, metadata.site) == ((), "Adéle Thorne")


FORWARDED = """\
---------- Forwarded message ---------
From: Coll Renwick <coll@slip.example>
Date: Fri, 7 Mar 2025 07:00:00 +0000
Subject: The ledger
To: <ada@example.org>
"""
WEITERGELEITET = """\
-----Ursprüngliche Nachricht-----
Von: Coll Renwick
Gesendet: Freitag, 7. März 2025 07:00
An: Ada
Betreff: The ledger
"""
TRANSFERE = "*De :* Coll Renwick\n*Envoyé :* 2025-03-07\n*À :* Ada\n*Objet :* The ledger\n"


@pytest.mark.parametrize("forwarded", [FORWARDED, WEITERGELEITET, TRANSFERE])
def test_who_forwards_a_message_did_not_write_it(forwarded: str) -> None:
    article = clean(f"{HEADER.replace('Re:', 'Fwd:')}\n{forwarded}\n{BODY}")
    assert article.text == TEXT
    assert (article.metadata.title, article.metadata.authors) == ("The ledger", ("Coll Renwick",))
    assert (article.metadata.date or "").startswith("2025-03-07")


def test_the_signature_of_a_mail_goes_and_a_rule_within_it_stays() -> None:
    assert clean(f"{HEADER}\n{BODY}\n-- \nAda Thorne\nThe boathouse, slip 4\n").text == TEXT
    assert "slip 4" in clean(f"{HEADER}\n{BODY}\n--\n" + "Ada Thorne left slip 4 on that day.\n\n" * 14).text


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("From: Ebbing\nTo: Hollin\nDate: 3 March\n", id="a journey"),
        pytest.param("Subject: The ledger\nAnd nobody wrote it down: not even he.\nFrom: the river\n", id="a line"),
        pytest.param("Subject: the river\nFrom: the sea\n", id="too few"),
        pytest.param("Note: it rains\nAuthor: nobody\nPlace: the slip\n", id="other fields"),
    ],
)
def test_fields_that_are_no_header_of_a_message_are_read(head: str) -> None:
    article = clean(f"{head}\n{BODY}")
    assert article.page.header == 0
    assert not article.page.message


def test_what_a_server_answers_is_no_part_of_the_page() -> None:
    answers = (
        "HTTP/1.1 301 Moved Permanently\r\nLocation: /a\r\n\r\nHTTP/2 200 \r\nlast-modified: Sat, 08 Mar 2025\r\n\r\n"
    )
    article = clean(answers + BODY)
    assert article.text == TEXT
    assert article.metadata.date is None
    assert clean(f"HTTP/2 200\nand that is all it said.\n\n{BODY}").page.header == 0


QUOTED = """\
On Monday, Piers Haddow wrote:
> We have eleven sensors along the leat, and since the update every one of
> them drops about a tenth of its readings between two and four in the
> morning. The log only says that the buffer is full.
>
>> Have you tried to go back?
> Yes, and the readings are complete again.

I can confirm this. We saw the same thing at the lower weir, and it took us
two nights to find out what happens.
"""


def test_what_a_mail_quotes_is_joined_without_its_marks() -> None:
    blocks = clean(QUOTED).page.blocks
    assert [(block.form.value, block.text[:12], len(block.lines)) for block in blocks] == [
        ("paragraph", "On Monday, P", 1),
        ("quote", "We have elev", 4),
        ("quote", "Have you tri", 1),
        ("quote", "Yes, and the", 1),
        ("paragraph", "I can confir", 2),
    ]
    assert blocks[1].text.endswith("between two and four in the morning. The log only says that the buffer is full.")


@pytest.mark.parametrize(
    "rows", [">>> import mill\n>>> mill.grind('oats')\n>>> mill.stop()\n", "> Home\n> News\n> Sport\n> Weather\n"]
)
def test_prompts_and_menus_are_no_quotes(rows: str) -> None:
    assert [block.text for block in clean(rows).page.blocks] == rows.splitlines()
