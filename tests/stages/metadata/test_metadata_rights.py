"""The copyright lines of a page, and whom they name."""

import pytest
from metadata_pages import article, metadata_of

from groats.stages.metadata.rights import copyright_claim, read_owner


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("© 2025 Rowan Post. All rights reserved.", "Rowan Post"),
        ("© Rowan Media, Inc.", "Rowan Media"),
        ("Copyright © 2019-2025 The Rowan Post Co.", "The Rowan Post"),
        ("© 2025, Rowanblatt GmbH & Co. KG | Alle Rechte vorbehalten", "Rowanblatt"),
        ("(c) 2025 by Rowan Post – Impressum", "Rowan Post"),
        ("© 2025 Rowan Post, a division of Harrow Holdings", "Rowan Post"),
        ("Rowanpost.example © 2024. All rights reserved.", "Rowanpost.example"),
        ("© 2025 rowanpost.example", "rowanpost.example"),
        ("© 2025 Ровеньпост. Все права защищены", "Ровеньпост"),
        ("© 2025 罗文报 版权所有", "罗文报"),
        ("© 2025 El Serbal S.A. Todos los derechos reservados", "El Serbal"),
        ("© 2025 Roﬁwan. All rights reserved.", "Roﬁwan"),
        ("© 2025 «Рябина»", "Рябина"),
        ("© 2025 Газета «Рябина и берег»", "Рябина и берег"),
        ("罗文报社版权所有 禁止转载", "罗文报社"),
        ("Copyright ⓒ 로완신문. All rights reserved.", "로완신문"),
        ("© 2025 रोवन समाचार। सर्वाधिकार सुरक्षित।", "रोवन समाचार"),
        ("© 2025 ろうぁんガゼット 無断転載禁止", "ろうぁんガゼット"),
        ("© 로완신문 무단전재 및 재배포 금지", "로완신문"),
        ("© 2025 Il Sorbo RIPRODUZIONE RISERVATA", "Il Sorbo"),
        ("RIPRODUZIONE RISERVATA © 2025", None),
        ("© ২০২৫ রোয়ান সমাচার", "রোয়ান সমাচার"),
        ("© พ.ศ. 2568 โรวันโพสต์", "โรวันโพสต์"),
        ("© 2568 บริษัท โรวันโพสต์ จำกัด สงวนลิขสิทธิ์", "โรวันโพสต์"),
        ("© ۱۴۰۳ روزنامه روان", "روزنامه روان"),
        ("© 2025 罗文报未经授权不得转载", "罗文报"),
        ("© 2025 Toàn bộ bản quyền thuộc Báo Rowan", "Báo Rowan"),
        ("© 2025 Rowan Media Sp. z o.o.", "Rowan Media"),
        ("© 2012-heute Rowanblatt", "Rowanblatt"),
        ("© 2025 a Rowan plc subsidiary", None),
        ("©2000/©A", None),
        ("© 2025", None),
        ("All rights reserved", None),
        ("© 2025 write to ada@rowanpost.example", None),
        ("कॉपीराइट © 2025", None),
        ("कॉपीराइट © 2025 घाट समाचार", "घाट समाचार"),
        ("저작권 © 2025", None),
    ],
)
def test_a_copyright_line_names_its_owner(line: str, owner: str | None) -> None:
    assert read_owner(line) == owner


def test_the_copyright_is_the_line_nearest_below_the_article() -> None:
    rows = [
        ("legal", "© 2024 Elsewhere"),
        *article(
            ("caption", "The harbour. © 2025 Tom Vale"),
            below=[
                ("media", "© 2025 Tom Vale"),
                ("other", "© Tom Vale/Picturehouse"),
                ("legal", "© 2025 Rowan Post"),
                ("legal", "© 2025 Harrow Holdings"),
            ],
        ),
    ]
    found = metadata_of(*rows)
    assert (found.copyright, found.site) == ("© 2025 Rowan Post", "Rowan Post")
    assert metadata_of(("legal", "© 2024 Elsewhere"), *article()).copyright == "© 2024 Elsewhere"


@pytest.mark.parametrize(
    ("line", "claim"),
    [
        ("© 2025 Rowan Post. Imprint Privacy Terms", "© 2025 Rowan Post."),
        ("© 2025 Rowan Post. All rights reserved. Read our terms.", "© 2025 Rowan Post. All rights reserved."),
        ("© 2025 Rowan Post. All rights reserved. (rp)", "© 2025 Rowan Post. All rights reserved."),
        ("Design © 2025 Rowan Ltd; texts are everyone's", "Design © 2025 Rowan Ltd"),
        ("© 2025 Rowan Post Co. Ltd. Made in Harrow", "© 2025 Rowan Post Co. Ltd."),
        ("© 2025 St. Rowan Press. Made in Harrow", "© 2025 St. Rowan Press."),
        ("© 2025 U.S. Rowan Press", "© 2025 U.S. Rowan Press"),
        ("© 2025 Rowanwerk e. G.", "© 2025 Rowanwerk e. G."),
        (
            'Ada Lind, "A Harbour Closed for the Winter, and Other Poems of the Sea" by the Quay. © 1994 by Ada Lind.',
            "© 1994 by Ada Lind.",
        ),
        ("Rowan, Inc. © 2025. All rights reserved.", "Rowan, Inc. © 2025. All rights reserved."),
        ("No mark. None at all.", "No mark. None at all."),
    ],
)
def test_a_copyright_line_is_cut_to_its_claim(line: str, claim: str) -> None:
    assert copyright_claim(line) == claim


@pytest.mark.parametrize(
    "below",
    [
        [("legal", "Powered by openRowan © 2000-2025 openRowan Group")],
        [("legal", "著作権について"), ("legal", "Copyright Policy")],
        [("legal", "Community platform by RowanBoard"), ("legal", "© 2010-2025 RowanBoard Ltd.")],
    ],
)
def test_a_link_and_the_copyright_of_the_software_claim_nothing(below: list[tuple[str, str]]) -> None:
    found = metadata_of(*article(below=below))
    assert (found.copyright, found.site) == (None, None)


def test_a_copyright_line_that_begins_with_its_mark_comes_first() -> None:
    below = [("legal", "罗文报社版权所有 禁止转载"), ("legal", "© 2025 罗文网")]
    assert metadata_of(*article(below=below)).copyright == "© 2025 罗文网"
