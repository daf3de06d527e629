"""Dates of pages: what is read, to which precision, and what is never believed."""

import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.stages.metadata.dates import Order, month_numbers, read_dates, read_timestamp
from groats.stages.metadata.words import fold, words

ONE_DATE = [
    # English
    ("10.15.2025", "2025-10-15"),
    ("2025-03-0514 min read", "2025-03-05"),
    ("By    |   Saturday, 15 March 2025 01:58 PM EDT", "2025-03-15T13:58:00-04:00"),
    ("March 5, 2025", "2025-03-05"),
    ("प्रकाशित: 12 सितंबर 2023, 11:20", "2023-09-12T11:20"),
    ("17 Kasım 2022 Perşembe, 08:00", "2022-11-17T08:00"),
    ("Mar. 5, 2025 9:07 am", "2025-03-05T09:07"),
    ("5th of March 2025", "2025-03-05"),
    ("Tue Mar  5 08:12:31 UTC 2025", "2025-03-05"),
    ("Wed Mar 5 20:12:31 +0100 2025", "2025-03-05"),
    ("Wed Mar 05 08:12 AM EST 2025", "2025-03-05"),
    ("Wed, 05 Mar 2025 18:20:11 +0000", "2025-03-05T18:20:11+00:00"),
    ("12:20pm Jan 7, 2024", "2024-01-07T12:20"),
    ("12:05 AM, Jan 7, 2024", "2024-01-07T00:05"),
    ("June 30, 2026 - 4.34pm", "2026-06-30T16:34"),
    ("JUNE 26, 2023 5 AM PT", "2023-06-26T05:00"),
    ("11:00 AM PDT • May 16, 2024", "2024-05-16T11:00:00-07:00"),
    ("17:41 JST, October 13, 2024", "2024-10-13T17:41:00+09:00"),
    ("Friday 22 November 2024 08:49 GMT", "2024-11-22T08:49:00+00:00"),
    ("7 May 2024 at 14:05 BST", "2024-05-07T14:05:00+01:00"),
    ("23 APR 2024, 11:58", "2024-04-23T11:58"),
    ("15-Mar-2025", "2025-03-15"),
    ("3 minute readApril 25, 20232:26 PM GMT+2", "2023-04-25T14:26:00+02:00"),
    ("March 7, 20247:55 AM UTC", "2024-03-07T07:55:00+00:00"),
    ("Posted on September 9, 2024 by Ada Lind", "2024-09-09"),
    # ISO and other numbers
    ("date 2025-03-15 WATCH LIVE", "2025-03-15"),
    ("2024-02-14T16:15:30Z", "2024-02-14T16:15:30+00:00"),
    ("2024-02-14T16:15:30.250+05:30", "2024-02-14T16:15:30+05:30"),
    ("2025-06-04 02:37:08", "2025-06-04T02:37:08"),
    ("2025/03/15 10:30", "2025-03-15T10:30"),
    ("15/03/2025", "2025-03-15"),
    ("03/15/2025 7:30 p.m.", "2025-03-15T19:30"),
    ("04/04/2025", "2025-04-04"),
    # German
    ("05.06.2025 um 14:46", "2025-06-05T14:46"),
    ("28.04.2023 | 17:52 Uhr", "2023-04-28T17:52"),
    ("28. 4. 2023, 18:41 Uhr", "2023-04-28T18:41"),
    ("Veröffentlicht am 13. Mai 2026 um 15.44 Uhr", "2026-05-13T15:44"),
    ("Publiziert17. Dezember 2024, 12:17", "2024-12-17T12:17"),
    ("12. MÄR 2025 18:03", "2025-03-12T18:03"),
    ("3. Jänner 2025, 08:15 MEZ", "2025-01-03T08:15:00+01:00"),
    # French
    ("Publié le 18 juil. 2024 à 08:01", "2024-07-18T08:01"),
    ("Le 1er août 2025 à 14h20", "2025-08-01T14:20"),
    ("mercredi 5 février 2025", "2025-02-05"),
    # Spanish, Portuguese, Italian
    ("25 de mayo de 2025 16:51 h", "2025-05-25T16:51"),
    ("Aldeana - 15 OCT 2024 - 08:22 CEST", "2024-10-15T08:22:00+02:00"),
    ("25/04/2026 Actualizado a las 15:10h.", "2026-04-25"),
    ("3 de março de 2025, às 9h05", "2025-03-03T09:05"),
    ("4 Febbraio 2025 - 14:41", "2025-02-04T14:41"),
    ("1º ottobre 2024 alle 7:30", "2024-10-01T07:30"),
    # Dutch, Polish, Czech
    ("14 mrt. 2025 om 13:05", "2025-03-14T13:05"),
    ("7 września 2024, godz. 18:30", "2024-09-07T18:30"),
    ("14 listopada 2024", "2024-11-14"),
    ("1. května 2025", "2025-05-01"),
    # Russian, Ukrainian, Greek
    ("15 марта 2025 г. в 14:30", "2025-03-15T14:30"),
    ("15 марта 2025, 14:30 МСК", "2025-03-15T14:30:00+03:00"),
    ("9 травня 2024", "2024-05-09"),
    ("15 Μαρτίου 2025, 14:30", "2025-03-15T14:30"),
    ("3 ΜΑΪΟΥ 2025", "2025-05-03"),
    # Turkish, Swedish, Danish, Norwegian, Finnish, Hungarian, Romanian, Indonesian
    ("Giriş: 3 Şubat 2024 - 18:24", "2024-02-03T18:24"),
    ("9 ARALIK 2024", "2024-12-09"),
    ("Publicerad 23 okt 2025 kl 10.23", "2025-10-23T10:23"),
    ("Offentliggjort torsdag 06. feb 2025 17:25", "2025-02-06T17:25"),
    ("1. marts 2025 kl. 09:00", "2025-03-01T09:00"),
    ("7. lokakuuta 2024 klo 6.15", "2024-10-07T06:15"),
    ("2025. március 15. 10:30", "2025-03-15T10:30"),
    ("12 iunie 2025, ora 11:45", "2025-06-12T11:45"),
    ("Senin, 3 Maret 2025 19:00 WIB", "2025-03-03T19:00:00+07:00"),
    # Chinese, Japanese, Korean
    ("2025年3月15日 星期六 下午3:20", "2025-03-15T15:20"),
    ("林雨2025年1月13日 21時37分", "2025-01-13T21:37"),
    ("2025年3月15日 土曜日 15:20", "2025-03-15T15:20"),
    ("2025年3月15日(土) 15時20分", "2025-03-15T15:20"),
    ("2025년 3월 15일 오후 3시 20분", "2025-03-15T15:20"),
    ("2025년 3월 15일 오전 12시 5분", "2025-03-15T00:05"),
    # Hebrew, Arabic
    ("15 במרץ 2025, 10:00", "2025-03-15T10:00"),
    ("15 مارس 2025", "2025-03-15"),
    ("٢٠٢٥/٠٣/١٥", "2025-03-15"),
    # More languages, and what scrapers glue
    ("NOVEMBER 26TH, 2024", "2024-11-26"),
    ("December 19. 2025", "2025-12-19"),
    ("Mar 27, 20255 mins", "2025-03-27"),
    ("April 10, 20233 years", "2023-04-10"),
    ("February 16, 2026No Comments", "2026-02-16"),
    ("Sept. 3, 2024, 6 p.m.", "2024-09-03T18:00"),
    ("the 4th of July, 2024", "2024-07-04"),
    ("Tuesday 3 June 2025 06.30 BST", "2025-06-03T06:30:00+01:00"),
    ("Jan 5, 2025 at 10:15 AM EST", "2025-01-05T10:15:00-05:00"),
    ("2025-01-05 10:15 UTC", "2025-01-05T10:15:00+00:00"),
    ("2025.03.15", "2025-03-15"),
    ("15.3.2025", "2025-03-15"),
    ("31-12-2024 23:59", "2024-12-31T23:59"),
    ("20 de fevereiro de 2025 às 18h45", "2025-02-20T18:45"),
    ("13/04/2025 às 09h30", "2025-04-13T09:30"),
    ("13 gennaio 2025, ore 12:00", "2025-01-13T12:00"),
    ("lunedì 3 marzo 2025", "2025-03-03"),
    ("lunes, 3 de marzo de 2025", "2025-03-03"),
    ("3 mar 2025 - 10:20", "2025-03-03T10:20"),
    ("Le 14 décembre 2024 à 7 h 05", "2024-12-14T07:05"),
    ("jeudi 12 septembre 2024", "2024-09-12"),
    ("Stand: 02.01.2025, 17:30 Uhr", "2025-01-02T17:30"),
    ("Mittwoch, 1. Oktober 2025", "2025-10-01"),
    ("zondag 9 februari 2025 om 20:00", "2025-02-09T20:00"),
    ("Piątek, 3 stycznia 2025 (12:10)", "2025-01-03T12:10"),
    ("3 grudnia 2024 r.", "2024-12-03"),
    ("úterý 4. března 2025", "2025-03-04"),
    ("4. 3. 2025 8:15", "2025-03-04T08:15"),
    ("2024. október 12., 8:30", "2024-10-12T08:30"),
    ("3 octombrie 2024", "2024-10-03"),
    ("понедельник, 3 февраля 2025, 09:00", "2025-02-03T09:00"),
    ("3 фев 2025", "2025-02-03"),
    ("12 серпня 2024, 18:05", "2024-08-12T18:05"),
    ("5 март 2025", "2025-03-05"),
    ("Τρίτη, 4 Μαρτίου 2025, 11:20", "2025-03-04T11:20"),
    ("12 Ιουν 2024", "2024-06-12"),
    ("23 Nisan 2025 Çarşamba", "2025-04-23"),
    ("Güncelleme: 05.02.2025 14:10", "2025-02-05T14:10"),
    ("5 februari 2025 kl. 07.30", "2025-02-05T07:30"),
    ("17. mai 2025", "2025-05-17"),
    ("Publisert 3. des. 2024", "2024-12-03"),
    ("6.12.2024 klo 18.00", "2024-12-06T18:00"),
    ("24. desember 2024", "2024-12-24"),
    ("Selasa, 4 Februari 2025", "2025-02-04"),
    ("11 de setembre de 2024", "2024-09-11"),
    ("2025年1月3日 上午9:05", "2025-01-03T09:05"),
    ("2024-12-31 23:59:59", "2024-12-31T23:59:59"),
    ("2025年1月3日", "2025-01-03"),
    ("2025/1/3(金) 7:05", "2025-01-03T07:05"),
    ("2025.01.03 오후 1:30", "2025-01-03T13:30"),
    ("입력 2025-01-03 13:30", "2025-01-03T13:30"),
    ("3 בינואר 2025", "2025-01-03"),
    ("3 يناير 2025", "2025-01-03"),
    ("٣ يناير ٢٠٢٥", "2025-01-03"),
    ("3 जनवरी 2025", "2025-01-03"),
    ("EditorialNovember 22, 2025", "2025-11-22"),
    ("By harboursocietyNovember 22, 2025No Comments", "2025-11-22"),
    ("2025•01•08", "2025-01-08"),
    ("Ada 2025 – 01 – 18", "2025-01-18"),
    ("15/03/2025-10:18", "2025-03-15T10:18"),
    ("1 ਜਨਵਰੀ 2025 or 2025-01-01", "2025-01-01"),
    # Croatian, Slovene, Serbian, Slovak, Belarusian, Bulgarian
    ("15. ožujka 2025. u 10:30", "2025-03-15T10:30"),
    ("Objavljeno 3. siječnja 2025.", "2025-01-03"),
    ("3. junija 2025 ob 9:05", "2025-06-03T09:05"),
    ("12. avgust 2024", "2024-08-12"),
    ("3. јануар 2025. 10:30", "2025-01-03T10:30"),
    ("12. oktobar 2024.", "2024-10-12"),
    ("4. februára 2025", "2025-02-04"),
    ("12. októbra 2024 8:15", "2024-10-12T08:15"),
    ("3 студзеня 2025, 10:30", "2025-01-03T10:30"),
    ("12 кастрычніка 2024", "2024-10-12"),
    ("3 фев 2025, 10:30", "2025-02-03T10:30"),
    # Estonian, Latvian, Lithuanian
    ("3. veebruar 2025 kell 10:30", "2025-02-03T10:30"),
    ("12. detsembril 2024", "2024-12-12"),
    ("2025. gada 3. februāris, 10:30", "2025-02-03T10:30"),
    ("12. jūnijs, 2024", "2024-06-12"),
    ("2025 m. sausio 3 d. 10:30", "2025-01-03T10:30"),
    ("2024 gruodžio 12", "2024-12-12"),
    # Persian, Urdu, Bengali, Hindi: digits of their own, and the Persian calendar
    ("۱۳ مه ۲۰۲۴", "2024-05-13"),
    ("۱۴ اردیبهشت ۱۴۰۳ - ۱۰:۳۰", "2024-05-03T10:30"),
    ("یکشنبه 30 اسفند 1403", "2025-03-20"),
    ("۱۴۰۴/۰۱/۰۱", "2025-03-21"),
    ("۳ مئی ۲۰۲۴", "2024-05-03"),
    ("12 جولائی 2024", "2024-07-12"),
    ("প্রকাশ: ০৩ মে ২০২৪, ১৪:৩০", "2024-05-03T14:30"),
    ("১২ জানুয়ারি ২০২৫", "2025-01-12"),
    ("३ मई २०२४", "2024-05-03"),
    # Thai with Buddhist years and those of our era, Vietnamese
    ("3 พ.ค. 2567", "2024-05-03"),
    ("วันที่ 12 มกราคม พ.ศ. 2568 เวลา 14.30 น.", "2025-01-12T14:30"),
    ("12 ธันวาคม 2024, 10:30", "2024-12-12T10:30"),
    ("3 tháng 5, 2024", "2024-05-03"),
    ("ngày 12 tháng 12 năm 2024, 14:30", "2024-12-12T14:30"),
    ("3 Tháng Mười Một, 2024", "2024-11-03"),
    ("3 thg 5, 2024", "2024-05-03"),
    # Languages that were there before
    ("5 كانون الثاني/يناير 2024", "2024-01-05"),
    ("12 تشرين الأول 2024", "2024-10-12"),
    ("3 جانفي 2025", "2025-01-03"),
    ("3 feb 2025 kl. 10.30", "2025-02-03T10:30"),
    ("3. jan. 2025", "2025-01-03"),
    ("2025. febr. 3., 10:30", "2025-02-03T10:30"),
    ("3 липень 2025", "2025-07-03"),
    ("3 Agt 2025", "2025-08-03"),
    ("3 febr 2025", "2025-02-03"),
    # Icelandic, Macedonian, Albanian, Azerbaijani
    ("3. maí 2024 kl. 10:30", "2024-05-03T10:30"),
    ("Birt 12. jan. 2025", "2025-01-12"),
    ("3 мај 2024 во 10:30", "2024-05-03T10:30"),
    ("12 октомври 2024, 8:15", "2024-10-12T08:15"),
    ("3 Maj 2024, ora 10:30", "2024-05-03T10:30"),
    ("12 dhjetor 2024", "2024-12-12"),
    ("15 sentyabr 2024 saat 10:30", "2024-09-15T10:30"),
    ("12 Oktyabr 2024, cümə 10:30", "2024-10-12T10:30"),
    # Armenian, Georgian, Tamil, Telugu, Marathi
    ("3 մայիսի 2024, 10:30", "2024-05-03T10:30"),
    ("Դեկտեմբերի 12, 2024", "2024-12-12"),
    ("3 მაისი, 2024", "2024-05-03"),
    ("12 სექ. 2024 10:30", "2024-09-12T10:30"),
    ("3 மே 2024", "2024-05-03"),
    ("12 செப்டம்பர் 2024, 10:30", "2024-09-12T10:30"),
    ("3 మే 2024", "2024-05-03"),
    ("జూన్ 12, 2024", "2024-06-12"),
    ("3 मे 2024", "2024-05-03"),
    ("१२ सप्टेंबर २०२४, १०:३०", "2024-09-12T10:30"),
    # Afrikaans, Galician, Basque, Swahili
    ("3 Desember 2024 om 10:30", "2024-12-03T10:30"),
    ("Vrydag 12 Julie 2024", "2024-07-12"),
    ("3 de xuño de 2024", "2024-06-03"),
    ("12 xaneiro 2025", "2025-01-12"),
    ("2024 maiatzaren 3", "2024-05-03"),
    ("12 abendua 2024", "2024-12-12"),
    ("3 Machi 2024", "2024-03-03"),
    ("Jumanne, 12 Novemba 2024", "2024-11-12"),
    # Kazakh
    ("3 мамыр 2024, 10:30", "2024-05-03T10:30"),
    ("12 желтоқсан 2024", "2024-12-12"),
    # Malay
    ("Khamis, 12 Disember 2024", "2024-12-12"),
    ("3 Ogos 2024, 10:30", "2024-08-03T10:30"),
    # Halves of the day behind the time, days of the week before it, other eras, two calendars side by side
    ("نُشر: 14:20-16 فبراير 2026 م ـ 28 شَعبان 1447 هـ", "2026-02-16T14:20"),
    ("الإثنين 16 فبراير 2026 02:20 م", "2026-02-16T14:20"),
    ("16 فبراير 2026 م", "2026-02-16"),
    ("Σάβ. 21 Φεβ 2026, 7:45 μ.μ.", "2026-02-21T19:45"),
    ("২৫ জানুয়ারি ২০২৬, ০৫:৩০ পিএম", "2026-01-25T17:30"),
    ("19 Ocak 2026 Pazartesi 11:32", "2026-01-19T11:32"),
    ("12 listopad 2026, czwartek, 8:15", "2026-11-12T08:15"),
    ("12. listopada 2026. u 08:15", "2026-10-12T08:15"),
    ("12 listopada 2026", "2026-11-12"),
    ("24 лютого 2026 р., 09:30", "2026-02-24T09:30"),
    ("22 февруари 2026 / 07:30", "2026-02-22T07:30"),
    ("09:e februari 2026 05:30", "2026-02-09T05:30"),
    ("torek, 3. 2. 2026, 6.30", "2026-02-03T06:30"),
    ("3. 2. 2026 ob 6:30", "2026-02-03T06:30"),
    ("2026-02-09 05.30", "2026-02-09T05:30"),
    ("2026. 02. 25. 07:12", "2026-02-25T07:12"),
    ("令和8年2月11日", "2026-02-11"),
    ("平成元年3月1日", "1989-03-01"),
    ("民國115年3月5日 12:30", "2026-03-05T12:30"),
    ("تاریخ انتشار: 1404/11/06 - 12:45", "2026-01-26T12:45"),
]

NO_DATE = [
    "2025-58-15",
    "2025-13-01",
    "2025-02-30",
    "30 February 2025",
    "31.04.2025",
    "0 March 2025",
    "1-800-555-0199",
    "mars",
    "May I help",
    "March on, march on",
    "By the way",
    "3 hours ago",
    "gestern, 14:30 Uhr",
    "il y a 2 heures",
    "03/05/2025",  # the third of May or the fifth of March
    "3-5-2025",
    "25.04.24",  # 25 April 2024, or 24 April 2025
    "2025",
    "March 2025",  # a month says no day, and nothing calls it the date of publication
    "Saturday, 15 March",
    "© 2024–2025",
    "10.35.2025",
    "192.168.20.25",
    "Version 2.10.2015.3",
    "20/13/2025",
    "00/05/2025",
    "2025-00-10",
    "29 February 2023",
    "29.02.2023",
    "2025年13月3日",
    "2025年2月30日",
    "31 Kasım 2024",
    "32. Mai 2024",
    "Room 2025",
    "ISBN 978-0-2025-1203-1",
    "12:30",
    "vor 3 Stunden",
    "3小时前",
    "yesterday",
    "Fiscal year 2024/25",
    "2019-2025",
    "$2,025",
    "#20250315",
    "255",
    "Chapter 2025 verse 3",
    "2025-03-15-7741",
    "15/03/2025-1018",
    "23-26 March 2025",
    "UNNOVEMBER 22, 2025",
    "+49 30 2025 1203",
    "",
    # A half of the names of two months, days and months that no calendar has, years that may be of several
    "3 كانون 2024",
    "31 มิ.ย. 2567",
    "3 พ.ค. 25",
    "30 اسفند 1402",
    "31 مهر 1403",
    "۱۴۴۵/۱۳/۰۱",
    "3 tháng 13, 2024",
    "31 tháng 4, 2024",
    "3 listopada",
    "3 พ.ค. 3567",
    "2025. gada 30. februāris",
    "1403/02/14",
    "31 jún 2024",
    "31 qershor 2024",
    "30 fevral 2024",
    "3 Martin 2024",
    "31 հունիսի 2024",
    "31 ივნისი 2024",
    "31 நவம்பர் 2024",
    "3 மேல் 2024",
    "30 ఫిబ్రవరి 2024",
    "31 जून 2024",
    "31 Junie 2024",
    "31 xuño 2024",
    "31 ekaina 2024",
    "31 Novemba 2024",
    "31 маусым 2024",
    "31 Jun 2024",
]


@pytest.mark.parametrize(("text", "iso"), ONE_DATE)
def test_a_date_is_read_as_precisely_as_it_stands(text: str, iso: str) -> None:
    assert [found.iso for found in read_dates(text)] == [iso]


@pytest.mark.parametrize("text", NO_DATE)
def test_what_is_impossible_ambiguous_or_relative_is_no_date(text: str) -> None:
    assert read_dates(text) == ()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("15 March 2025, 25:61", "2025-03-15"),
        ("15 March 2025, 10.23 points", "2025-03-15"),
        ("15 March 2025, 14:30 AM", "2025-03-15"),
        ("15 March 2025 IST 10", "2025-03-15"),
        ("26.10.2025 | 2:43 min", "2025-10-26"),
        ("2025-03-15T99:00", "2025-03-15"),
        ("15 March 2025 25:61", "2025-03-15"),
        ("15 March 2025 10:30 -12 May 2024", "2025-03-15T10:30:00-12:00"),
        ("15 March 2025 14:30 XYZ", "2025-03-15T14:30"),
        ("15 March 2025 14:30 UTC+25", "2025-03-15T14:30"),
        ("15 March 2025 4.50 a copy", "2025-03-15"),
    ],
)
def test_a_time_that_is_none_leaves_the_day(text: str, iso: str) -> None:
    assert [found.iso for found in read_dates(text)] == [iso]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Published 1 May 2025, updated 2 May 2025", [("2025-05-01", "published"), ("2025-05-02", "updated")]),
        (
            "Publié le 18 juil. 2024 à 08:01Mis à jour le 19 juil. 2024 à 09:06",
            [("2024-07-18T08:01", "published"), ("2024-07-19T09:06", "updated")],
        ),
        (
            "公開日：2025/01/31 11:30　更新日：2025/02/01",
            [("2025-01-31T11:30", "published"), ("2025-02-01", "updated")],
        ),
        ("12:43, 20 Apr 2026Updated 12:44, 21 Apr 2026", [("2026-04-20T12:43", ""), ("2026-04-21T12:44", "updated")]),
        ("Aktualisiert am 7. Januar 2026", [("2026-01-07", "updated")]),
        ("2025年3月15日 更新", [("2025-03-15", "updated")]),
        ("1 May 2025 at 12.05.2024", [("2025-05-01", ""), ("2024-05-12", "")]),
        ("Seen 10:15, updated 15 March 2025", [("2025-03-15", "updated")]),
        ("Born 3 May 1961", [("1961-05-03", "unrelated")]),
        ("When: Sunday 1 June 2025", [("2025-06-01", "unrelated")]),
        ("Apply by 12 June 2025", [("2025-06-12", "unrelated")]),
        ("Bewerbungsfrist: 12. Juni 2025", [("2025-06-12", "unrelated")]),
        ("Когда: 12 июня 2025", [("2025-06-12", "unrelated")]),
        ("Published: March 2025", [("2025-03", "published")]),
        (
            "Objavljeno: 3. svibnja 2024., ažurirano: 4. svibnja 2024.",
            [("2024-05-03", "published"), ("2024-05-04", "updated")],
        ),
        ("تاریخ اشاعت 3 مئی 2024، آخری اپ ڈیٹ 4 مئی 2024", [("2024-05-03", "published"), ("2024-05-04", "updated")]),
        (
            "Ngày đăng: 3 tháng 5, 2024 - Cập nhật 4 tháng 5, 2024",
            [("2024-05-03", "published"), ("2024-05-04", "updated")],
        ),
        ("เผยแพร่ 3 พ.ค. 2567 อัปเดต 4 พ.ค. 2567", [("2024-05-03", "published"), ("2024-05-04", "updated")]),
        ("Birt: 3. maí 2024, uppfært 4. maí 2024", [("2024-05-03", "published"), ("2024-05-04", "updated")]),
        ("Објавено: 3 мај 2024, ажурирано 4 мај 2024", [("2024-05-03", "published"), ("2024-05-04", "updated")]),
        ("Botuar më 3 maj 2024, përditësuar 4 maj 2024", [("2024-05-03", "published"), ("2024-05-04", "updated")]),
        ("Dərc edilib: 3 may 2024, yenilənib: 4 may 2024", [("2024-05-03", "published"), ("2024-05-04", "updated")]),
        (
            "Հրապարակվել է 3 մայիսի 2024, թարմացվել է 4 մայիսի 2024",
            [("2024-05-03", "published"), ("2024-05-04", "updated")],
        ),
        ("გამოქვეყნდა 3 მაისი 2024, განახლდა 4 მაისი 2024", [("2024-05-03", "published"), ("2024-05-04", "updated")]),
        ("வெளியிடப்பட்டது 3 மே 2024, அப்டேட் 4 மே 2024", [("2024-05-03", "published"), ("2024-05-04", "updated")]),
        ("ప్రచురణ: 3 మే 2024, అప్‌డేట్: 4 మే 2024", [("2024-05-03", "published"), ("2024-05-04", "updated")]),
        ("प्रकाशित: 3 मे 2024, अद्ययावत: 4 मे 2024", [("2024-05-03", "published"), ("2024-05-04", "updated")]),
        ("Gepubliseer: 3 Mei 2024, opgedateer 4 Mei 2024", [("2024-05-03", "published"), ("2024-05-04", "updated")]),
        (
            "Publicado o 3 de maio de 2024, actualizado o 4 de maio de 2024",
            [("2024-05-03", "published"), ("2024-05-04", "updated")],
        ),
        (
            "Argitaratua: 2024 maiatzaren 3, eguneratua: 2024 maiatzaren 4",
            [("2024-05-03", "published"), ("2024-05-04", "updated")],
        ),
        ("Imechapishwa 3 Mei 2024, imesasishwa 4 Mei 2024", [("2024-05-03", "published"), ("2024-05-04", "updated")]),
        ("Жарияланды: 3 мамыр 2024, жаңартылды 4 мамыр 2024", [("2024-05-03", "published"), ("2024-05-04", "updated")]),
        ("Disiarkan 3 Mei 2024, dikemas kini 4 Mei 2024", [("2024-05-03", "published"), ("2024-05-04", "updated")]),
        ("Tarix: 3 may 2024, vəfat: 4 may 2024", [("2024-05-03", ""), ("2024-05-04", "unrelated")]),
        ("DATE: 2025-12-12 - 2025-12-17", [("2025-12-12", "unrelated"), ("2025-12-17", "unrelated")]),
        ("3 May 2024 – 4 May 2024", [("2024-05-03", "unrelated"), ("2024-05-04", "unrelated")]),
        ("3 May 2024 | 4 May 2024", [("2024-05-03", ""), ("2024-05-04", "")]),
        ("Date of birth 3 May 1990", [("1990-05-03", "")]),
        ("Członek od 3 maja 2020", [("2020-05-03", "")]),
        ("Члан од 3. маја 2020", [("2020-05-03", "unrelated")]),
        ("Por Ana Andrade 3 mayo 2024", [("2024-05-03", "")]),
    ],
)
def test_the_words_beside_a_date_say_what_it_is_the_date_of(text: str, found: list[tuple[str, str]]) -> None:
    assert [(date.iso, date.role) for date in read_dates(text)] == found


def test_the_line_above_can_say_what_a_date_is_the_date_of() -> None:
    assert read_dates("7 May 2024", before="Last updated")[0].role == "updated"
    for above in ("When", "Closing date", "Wann", "Date limite", "Quando", "Scadenza", "När", "Mikor"):
        assert read_dates("7 May 2024", before=above)[0].role == "unrelated"
    assert read_dates("7 May 2024", before="Seminar")[0].role == ""


@pytest.mark.parametrize(
    ("text", "order", "iso"),
    [
        ("03/05/2025", "day_first", "2025-05-03"),
        ("03/05/2025", "month_first", "2025-03-05"),
        ("13/05/2025", "month_first", "2025-05-13"),
        ("05/13/2025", "day_first", "2025-05-13"),
        ("03.05.2025", "month_first", "2025-05-03"),
        ("03.05.2025", "month_first_dotted", "2025-03-05"),
        ("25.04.24 | 14:07 Uhr", "day_first", "2024-04-25T14:07"),
        ("25.4.24", "day_first", "2024-04-25"),
        ("Stand: 5.4.24", "day_first", "2024-04-05"),
        ("Kelp 1.8.20", "day_first", None),
        ("01/11/24-10:18", "day_first", "2024-11-01T10:18"),
        ("01/11/24-1018", "day_first", None),
        ("1.4.24.3", "day_first", None),
    ],
)
def test_an_order_settles_numeric_dates(text: str, order: Order, iso: str | None) -> None:
    found = read_dates(text, order)
    assert [date.iso for date in found] == ([iso] if iso else [])


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("Fri Apr 28 19:20:36 CEST 2023", "2023-04-28T19:20:36+02:00"),
        ("Fri Apr 31 19:20:36 CEST 2023", None),
        ("2025-03-15", "2025-03-15"),
        ("2025-03-15T13:58", "2025-03-15T13:58"),
        ("2025-03-15T13:58:09.123Z", "2025-03-15T13:58:09+00:00"),
        ("2025-03-15 13:58:00-04:00", "2025-03-15T13:58:00-04:00"),
        ("15 March 2025", "2025-03-15"),
        ("2025-58-15", None),
        ("0001-01-01T00:00:00", None),
        ("1970-01-01T00:00:00Z", None),
        ("1969-12-31T19:00:00-05:00", None),
        ("yesterday", None),
        ("1 May 2025 - 2 May 2025", None),
        ("", None),
    ],
)
def test_a_declared_date_is_read_or_refused(value: str, iso: str | None) -> None:
    assert read_timestamp(value) == iso


def test_no_name_of_a_month_means_two_months() -> None:
    pairs = {
        (fold(form), number)
        for names in words("dates")["months"].values()
        for number, forms in enumerate(names, start=1)
        for form in forms.split()
    }
    assert len(pairs) == len(month_numbers())


def test_every_language_has_twelve_months() -> None:
    tables = words("dates")
    assert {len(names) for names in (*tables["months"].values(), *tables["long_months"].values())} == {12}


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("1 فروردین 1375", "1996-03-20"),
        ("1 فروردین 1376", "1997-03-21"),
        ("22 بهمن 1357", "1979-02-11"),
        ("30 اسفند 1399", "2021-03-20"),
        ("1 فروردین 1400", "2021-03-21"),
        ("29 اسفند 1402", "2024-03-19"),
        ("1 فروردین 1403", "2024-03-20"),
        ("3 دی 1403", "2024-12-23"),
        ("1 فروردین 1404", "2025-03-21"),
        ("1 فروردین 1409", "2030-03-21"),
    ],
)
def test_a_persian_year_begins_in_march_and_leaps_by_its_own_rule(text: str, iso: str) -> None:
    assert [found.iso for found in read_dates(text)] == [iso]


@pytest.mark.parametrize("text", ["Fim 3 tháng 5 năm 2024 x", "โดย มาลี 3 พ.ค. 2567 |", "مینا ۱۴۰۳/۰۲/۱۴ -"])
def test_a_date_of_another_calendar_spans_what_it_is_written_in(text: str) -> None:
    (found,) = read_dates(text)
    assert text[found.start : found.end] in {"3 tháng 5 năm 2024", "3 พ.ค. 2567", "۱۴۰۳/۰۲/۱۴"}


@given(st.text(alphabet=st.sampled_from("0123456789:./- TZ年月日午後MarchPMupdated,+|"), max_size=80))
def test_whatever_is_read_is_a_date_of_digits_that_stand_there(text: str) -> None:
    for found in read_dates(text, "day_first"):
        assert 0 <= found.start < found.end <= len(text)
        if re.fullmatch(r"\d{4}-\d\d", found.iso) is None:
            datetime.fromisoformat(found.iso)
        assert str(int(found.iso[:4]) % 100) in text[found.start : found.end]
