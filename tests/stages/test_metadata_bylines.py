"""Bylines in many languages and shapes, and lines that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.stages.metadata.byline import read_byline
from groats.stages.metadata.names import leading_name
from groats.stages.metadata.words import on_one_line

BYLINES = [
    # English
    ("By Ada Lind", ["Ada Lind"]),
    ("By Ada Lind and Tom Vale", ["Ada Lind", "Tom Vale"]),
    ("by Ada Lind, Tom Vale & Mia Orr", ["Ada Lind", "Tom Vale", "Mia Orr"]),
    ("By Ada Lind, Staff Writer | March 5, 2025", ["Ada Lind"]),
    ("Ada Lind, Staff Writer | March 5, 2025", ["Ada Lind"]),
    ("By Ada Lind in Harrowgate", ["Ada Lind"]),
    ("Written by Ada Lind, Head of Boats and Harbour News", ["Ada Lind"]),
    ("By Ada Lind, Head of Boats, and Tom Vale", ["Ada Lind", "Tom Vale"]),
    ("by News Desk", ["News Desk"]),
    ("ADA LINDLAST UPDATED NOV 6, 2025", ["ADA LIND"]),
    ("By Ada Lind, New York", ["Ada Lind"]),
    ("By ADA LIND and TOM VALE", ["ADA LIND", "TOM VALE"]),
    ("By ADA LIND FOR ROWANPOST.COM", ["ADA LIND"]),
    ("By Ada Lind | Rowan News", ["Ada Lind"]),
    ("By | Ada Lind | 5 March 2025", ["Ada Lind"]),
    ("Written by Ada Lind", ["Ada Lind"]),
    ("Posted by Ada Lind on March 5, 2025", ["Ada Lind"]),
    ("Story by: Ada Lind", ["Ada Lind"]),
    ("Ada Lind Political Correspondent", ["Ada Lind"]),
    ("Ada Lind Parliamentary correspondent", ["Ada Lind"]),
    ("Ada LindTravel News Reporter", ["Ada Lind"]),
    ("ByAda Lind", ["Ada Lind"]),
    ("byAda Lind · Published: Oct 14, 2022", ["Ada Lind"]),
    ("Posted on November 3, 2019 by Ada Lind", ["Ada Lind"]),
    ("Now with Ada Lind; earlier Tom Vale", ["Ada Lind", "Tom Vale"]),
    ("Thread starter Ada_of_Rowan", ["Ada_of_Rowan"]),
    ("Автор Ада Л.", ["Ада Л."]),
    ("מאת עדה לינד־רואן", ["עדה לינד־רואן"]),
    ("रिपोर्ट: आदिति रोवनकर", ["आदिति रोवनकर"]),
    ("料理・写真 林みどり 2023年8月2日", ["林みどり"]),
    ("By Ada Lind published 19 May 2026", ["Ada Lind"]),
    ("By Ada Lind Saturday, 15 March 2025", ["Ada Lind"]),
    ("By Dr. Ada B. Lind, MD, RD", ["Dr. Ada B. Lind"]),
    ("By Maeve O'Hara-Quill", ["Maeve O'Hara-Quill"]),
    ("By Associated Press", ["Associated Press"]),
    ("By The Rowan Post Editorial Board", ["The Rowan Post Editorial Board"]),
    ("Ada Lind and AP", ["Ada Lind", "AP"]),
    ("AFP, MANILA", ["AFP"]),
    ("Reporting by Ada Lind, additional reporting by Tom Vale", ["Ada Lind"]),
    # German
    ("Von Ada Lind", ["Ada Lind"]),
    ("Von: Ada Lind, Jörg Wühler", ["Ada Lind", "Jörg Wühler"]),
    ("Von Ada Lind und Jörg Wühler, dpa", ["Ada Lind", "Jörg Wühler", "dpa"]),
    ("Von Ada Lind, Zürich", ["Ada Lind"]),
    ("Von Ada Lind, Redakteurin", ["Ada Lind"]),
    ("Ein Kommentar von Ada Lind", ["Ada Lind"]),
    ("Kolumne von Ada Lind - 28.04.2024 um 08:52 Uhr - 12 Kommentare", ["Ada Lind"]),
    ("Do 25.04.24 | 14:07 Uhr | Von Ada Lind-Wühler", ["Ada Lind-Wühler"]),
    ("von Ludwig van Houten aus Kassel", ["Ludwig van Houten"]),
    ("Autorin: Ada Lind", ["Ada Lind"]),
    # French
    ("Par Élise Durand", ["Élise Durand"]),
    ("Par Élise Durand et Jean d'Orval", ["Élise Durand", "Jean d'Orval"]),
    ("Par Élise Durand à Paris", ["Élise Durand"]),
    ("Propos recueillis par Élise Durand", ["Élise Durand"]),
    # Spanish, Portuguese, Italian
    ("Por Lucía Robles y Juan de la Cruz", ["Lucía Robles", "Juan de la Cruz"]),
    ("Lucía R. Robles | Aldeana", ["Lucía R. Robles"]),
    ("Por Inês Prado, redatora", ["Inês Prado"]),
    ("Texto: Inês Prado e Rui Matos", ["Inês Prado", "Rui Matos"]),
    ("di Marco Bellini", ["Marco Bellini"]),
    ("A cura di Marco Bellini e Sara Conti", ["Marco Bellini", "Sara Conti"]),
    # Dutch, Polish, Russian, Ukrainian, Greek
    ("Door Sanne Visser en Daan ter Horst", ["Sanne Visser", "Daan ter Horst"]),
    ("Autor: Jan Kowalewicz", ["Jan Kowalewicz"]),
    ("Tekst: Jan Kowalewicz i Ewa Zielona", ["Jan Kowalewicz", "Ewa Zielona"]),
    ("Автор: Иван Ветров", ["Иван Ветров"]),
    ("Иван Ветров, корреспондент", ["Иван Ветров"]),
    ("Текст: Иван Ветров и Анна Белых", ["Иван Ветров", "Анна Белых"]),
    ("Автори: Олена Гай та Петро Лис", ["Олена Гай", "Петро Лис"]),
    ("Του Γιώργου Πετρίδη", ["Γιώργου Πετρίδη"]),
    ("Γράφει η Μαρία Λάμπρου", ["Μαρία Λάμπρου"]),
    # Turkish, Swedish, Danish, Norwegian, Hebrew, Arabic
    ("Yazan: Deniz Akarsu", ["Deniz Akarsu"]),
    ("Av Åsa Lindqvist och Nils Berg", ["Åsa Lindqvist", "Nils Berg"]),
    ("Skrevet af Trine Holm", ["Trine Holm"]),
    ("Trine Holm og Tôrtia Reim", ["Trine Holm", "Tôrtia Reim"]),
    ("מאת דנה לביא", ["דנה לביא"]),
    ("بقلم سامي الحداد", ["سامي الحداد"]),
    # Chinese, Japanese, Korean
    ("记者 林雨", ["林雨"]),
    ("作者：林雨、王小舟", ["林雨", "王小舟"]),
    ("文/王小舟", ["王小舟"]),
    ("山本花子 記者", ["山本花子"]),
    ("執筆：山本花子", ["山本花子"]),
    ("김하늘 기자", ["김하늘"]),
    ("글: 김하늘", ["김하늘"]),
    # Names with more to them, and what stands around them
    ("BY ADA LINDPUBLISHED: JAN 29, 2025", ["ADA LIND"]),
    ("By Ada Lind Updated September 28, 2025", ["Ada Lind"]),
    ("by Ada LindNovember 20, 2007", ["Ada Lind"]),
    ("by Ada Lind—10 min read", ["Ada Lind"]),
    ("Ada Lind, Print Managing Editor", ["Ada Lind"]),
    ("Ada Lind (Content Manager)", ["Ada Lind"]),
    ("Written by Linny and Peter", ["Linny", "Peter"]),
    ("By Md Ayman Haq", ["Md Ayman Haq"]),
    ("By the Rowan Team 2–3 minutes", ["the Rowan Team"]),
    ("By The Rowan editors", ["The Rowan editors"]),
    ("Rowan Staff", ["Rowan Staff"]),
    ("109 Comments | Ada Lind | Last Updated: March 11, 2019", ["Ada Lind"]),
    ("December 15, 2025 · 30 min · 6279 words · Ada Lind", ["Ada Lind"]),
    ("Posted on July 1, 2024 by ada_l", ["ada_l"]),
    ("By: TomVale | December 16, 2025 | Categories: Boats", ["TomVale"]),
    ("Contributors: Ada Lind", ["Ada Lind"]),
    ("Ada Lind 02 Feb 2026 Boats 7 Comments", ["Ada Lind"]),
    ("This article was written by Ada Lind", ["Ada Lind"]),
    ("By Ada Lind, Deputy Political Editor, and Tom Vale in Harrow", ["Ada Lind", "Tom Vale"]),
    ("Par Élise Durand (avec AFP)", ["Élise Durand"]),
    ("Von Jörg Wühler, Harrow-Korrespondent", ["Jörg Wühler"]),
    ("Ein Gastbeitrag von Ada Lind", ["Ada Lind"]),
    ("Geschrieben von: Jörg Wühler", ["Jörg Wühler"]),
    ("Lucía Robles / Aldeana", ["Lucía Robles"]),
    ("Escrito por Lucía Robles, corresponsal", ["Lucía Robles"]),
    ("Reportagem de Inês Prado", ["Inês Prado"]),
    ("Articolo di Marco Bellini", ["Marco Bellini"]),
    ("Geschreven door Sanne Visser", ["Sanne Visser"]),
    ("Oprac. Jan Kowalewicz", ["Jan Kowalewicz"]),
    ("Rozmawiała Ewa Zielona", ["Ewa Zielona"]),
    ("Беседовала Анна Белых", ["Анна Белых"]),
    ("Авторка: Олена Гай", ["Олена Гай"]),
    ("Γράφει ο Γιώργος Πετρίδης", ["Γιώργος Πετρίδης"]),
    ("Συντάκτης: Μαρία Λάμπρου", ["Μαρία Λάμπρου"]),
    ("Haber: Deniz Akarsu", ["Deniz Akarsu"]),
    ("Text: Åsa Lindqvist", ["Åsa Lindqvist"]),
    ("Af Trine Holm", ["Trine Holm"]),
    ("Skrevet av Nils Berg", ["Nils Berg"]),
    ("Teksti: Aino Harju", ["Aino Harju"]),
    ("Autor: Petr Vrba", ["Petr Vrba"]),
    ("Írta: Kovács Réka", ["Kovács Réka"]),
    ("Autor: Ioana Munteanu", ["Ioana Munteanu"]),
    ("Oleh: Dewi Lestari", ["Dewi Lestari"]),
    ("كتبت: ليلى الحداد", ["ليلى الحداد"]),
    ("लेखक: रोहन मेहरा", ["रोहन मेहरा"]),
    ("本报记者 林雨、王小舟", ["林雨", "王小舟"]),
    ("撰文：王小舟", ["王小舟"]),
    ("文・写真 山本花子", ["山本花子"]),
    ("작성자: 김하늘", ["김하늘"]),
    ("김하늘 특파원", ["김하늘"]),
    ("Written by Dr Ada van der Lind, Tom Das", ["Dr Ada van der Lind", "Tom Das"]),
    ("By April Lind", ["April Lind"]),
    ("Thema erstellt von Ada Lind, 5 March 2025", ["Ada Lind"]),
    ("Guide by Ada Lind Former Deputy Editor", ["Ada Lind"]),
    ("Ada van der Lind | Published 4 months ago", ["Ada van der Lind"]),
    ("Ada Lind 7 HOURS", ["Ada Lind"]),
    ("5 March 2025 • Ada Lind in Boats", ["Ada Lind"]),
    ("By Ada Lind - 5 Comments on Are the ships late?", ["Ada Lind"]),
]

NO_BYLINES = [
    "By    |   Saturday, 15 March 2025 01:58 PM EDT",
    "By the way",
    "By The Way",
    "By far the best",
    "By Land and Sea",
    "May I help",
    "Von Anfang an",
    "Von Berlin nach München",
    "Von Vorteil",
    "Par exemple",
    "Por favor",
    "Di Maria segna ancora",
    "Door to door",
    "Av en händelse",
    "Photo: Ada Lind",
    "Foto: Jörg Wühler",
    "Editing by Ada Lind",
    "本报记者 林雨 摄",
    "Updated by Ada Lind",
    "News from Rowan Instruments, Inc.",
    "Rowan Instruments, Inc.",
    "责任编辑：林雨",
    "Breaking News",
    "Read More",
    "World Business",
    "Last Modified",
    "Reading Time",
    "Share on Facebook",
    "金融機関 2025年1月14日",
    "2025-58-15",
    "1-800-555-0199",
    "mars",
    "Mars",
    "March 2025",
    "Sign In",
    "Skip to content",
    "5 min read",
    "12 Comments",
    "By clicking here you agree",
    "By subscribing you accept our terms",
    "By 2030 all ships will be gone",
    "von links nach rechts",
    "Par ici la sortie",
    "Por ejemplo",
    "di nuovo in mare",
    "Autorisierung nötig",
    "Автор: фото с сайта",
    "编辑：林雨",
    "写真：山本花子",
    "사진: 김하늘",
    "News provided by Rowan Instruments, Inc.",
    "A. B.",
    "https://rowanpost.example/ada-lind",
    "ada@rowanpost.example",
    "The minister resigned.",
    "Is Rowan sunk?",
    "Rowan Beam L2",
    "In Harbour News, News",
    "Ada Lind in Boats",
    "A A",
    "moscow, mars, russia",
    "",
    "By Ada Lind " + "x" * 400,
]


@pytest.mark.parametrize(("text", "names"), BYLINES)
def test_a_byline_gives_its_names_without_roles_and_places(text: str, names: list[str]) -> None:
    byline = read_byline(text)
    assert list(byline.names if byline else ()) == names


@pytest.mark.parametrize("text", NO_BYLINES)
def test_a_line_that_is_no_byline_gives_none(text: str) -> None:
    assert read_byline(text) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Kristin", ["Kristin"]),
        ("By Rowanet with Agencies", ["Rowanet"]),
        ("文 林雨", ["林雨"]),
        ("Kristin", []),
        ("林みどり", ["林みどり"]),
    ],
)
def test_one_word_is_a_name_behind_the_lead_of_a_known_byline(text: str, names: list[str]) -> None:
    byline = read_byline(text, trusted=True)
    assert list(byline.names if byline else ()) == names


def test_a_name_beside_a_date_may_stand_before_its_section() -> None:
    byline = read_byline("Ada Lind in Boats", dated=True)
    assert byline is not None
    assert byline.names == ("Ada Lind",)
    assert read_byline("Ada Lind for Boats", dated=True) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Lind is a writer in Harrowgate.", "Ada Lind"),
        ("Ada Lind, a Rowan Post writer, has reported for years.", "Ada Lind"),
        ("Ludwig van Houten schreibt seit 2022.", "Ludwig van Houten"),
        ("She has reported for years.", None),
        ("The Rowan Post Team is here.", None),
        ("", None),
    ],
)
def test_a_biography_begins_with_its_name(text: str, name: str | None) -> None:
    assert leading_name(text) == name


@given(st.text(max_size=120), st.booleans())
def test_every_name_is_text_of_the_line(text: str, trusted: bool) -> None:  # noqa: FBT001 (hypothesis gives it)
    byline = read_byline(f"By {text}", trusted=trusted)
    for name in byline.names if byline else ():
        assert all(part in on_one_line(text) for part in name.split())
