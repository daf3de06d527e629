"""Which pages are notices in the place of one."""

import pytest
from builders import page

from groats import Options, clean
from groats.stages.features import read_shapes
from groats.stages.notices import is_notice

NOTICES = {
    "an app": ["You need to enable JavaScript to run this app."],
    "a check": [
        "tide.example",
        "Checking if the site connection is secure",
        "Enable JavaScript and cookies to continue",
    ],
    "a wait": ["Just a moment..."],
    "a refusal": ["Access Denied", "You don\u2019t have permission to access this tide table.", "Reference #18.2"],
    "a refusal at length": [
        "Access to this page has been denied because we believe that a machine reads it.",
        "This may happen because Javascript is disabled or blocked by an extension.",
        "Please make sure that Javascript and cookies are enabled on your browser.",
        "Reference ID: 4711",
    ],
    "an error": ["404 Not Found", "harbour/1.8"],
    "an error with a menu": [
        "Home",
        "Tides",
        "Page not found",
        "Sorry, the page you are looking for has moved.",
        "Search",
    ],
    "German": ["Seite nicht gefunden", "Zur Startseite"],
    "French": ["Accès refusé", "Pour continuer, activez JavaScript."],
    "Spanish": ["Página no encontrada"],
    "Italian": ["Verifica che non sei un robot"],
    "Portuguese": ["Acesso negado"],
    "Dutch": ["Pagina niet gevonden", "Ga naar de startpagina"],
    "Polish": ["Potwierdź, że nie jesteś robotem"],
    "Turkish": ["Sayfa bulunamadı"],
    "Russian": ["Подтвердите, что вы не робот"],
    "Ukrainian": ["Сторінку не знайдено"],
    "Greek": ["Η σελίδα δεν βρέθηκε"],
    "Arabic": ["الصفحة غير موجودة"],
    "Chinese": ["访问被拒绝"],
    "Japanese": ["お探しのページは移動しました。"],
    "Korean": ["페이지를 찾을 수 없습니다"],
    "Catalan": ["Pàgina no trobada"],
    "Czech": ["Stránka nenalezena", "Domů"],
    "Danish": ["Siden blev ikke fundet"],
    "Swedish": ["Sidan hittades inte", "Till startsidan"],
    "Norwegian": ["Siden finnes ikke"],
    "Finnish": ["Sivua ei löytynyt"],
    "Estonian": ["Lehte ei leitud"],
    "Latvian": ["Lapa nav atrasta"],
    "Lithuanian": ["Puslapis nerastas"],
    "Hungarian": ["A keresett oldal nem található."],
    "Romanian": ["Pagina nu a fost găsită"],
    "Slovak": ["Stránka sa nenašla"],
    "Slovene": ["Strani ni mogoče najti"],
    "Croatian": ["Stranica nije pronađena"],
    "Serbian": ["Страница није пронађена"],
    "Bulgarian": ["Страницата не е намерена"],
    "Belarusian": ["Старонка не знойдзена"],
    "Hebrew": ["הדף לא נמצא"],
    "Persian": ["صفحه مورد نظر یافت نشد"],
    "Urdu": ["صفحہ نہیں ملا"],
    "Hindi": ["पृष्ठ नहीं मिला"],
    "Bengali": ["পৃষ্ঠাটি পাওয়া যায়নি"],
    "Thai": ["ไม่พบหน้าที่คุณต้องการ"],
    "Vietnamese": ["Không tìm thấy trang"],
    "Indonesian": ["Halaman tidak ditemukan"],
    "Icelandic": ["Síðan fannst ekki"],
    "Macedonian": ["Страницата не е пронајдена"],
    "Albanian": ["Faqja nuk u gjet"],
    "Azerbaijani": ["Səhifə tapılmadı"],
    "Armenian": ["Էջը չի գտնվել"],
    "Georgian": ["გვერდი ვერ მოიძებნა"],
    "Tamil": ["பக்கம் கிடைக்கவில்லை"],
    "Telugu": ["పేజీ కనుగొనబడలేదు"],
    "Marathi": ["पृष्ठ सापडले नाही"],
    "Afrikaans": ["Die bladsy is nie gevind nie"],
    "Galician": ["Páxina non atopada"],
    "Basque": ["Orria ez da aurkitu"],
    "Swahili": ["Ukurasa haupatikani"],
    "Kazakh": ["Бет табылмады"],
    "Malay": ["Laman tidak dijumpai"],
}
PAGES = {
    "a poem of robots": [
        "I am not a robot, said the tin man,",
        "and nobody asked him why,",
        "so he oiled his elbow",
        "and went.",
    ],
    "a short report": [
        "The harbour office had its gate repaired on Monday.",
        "Access denied, the old sign said, and for eleven years nobody could say to whom.",
        "Nell Abbot, who painted it, says that she was paid in herring.",
    ],
    "a guide to the error": [
        "Why the gate shows 404 Not Found",
        "The lock asks the office for a page, and where the office has moved it, the lock shows what it was given.",
        "Ask Nell Abbot for the new address, type it in below the keypad, and wait until the lamp turns green again.",
    ],
    "a wait for a boat": ["Един момент", "лодката чакаше", "и никой не я викаше", "до вечерта"],
    "a closed road": ["Vegurinn að bryggjunni er tímabundið lokaður.", "Nýr vegur er lagður um mylluna."],
    "works at a mill": ["Dəyirmanda texniki işlər aparılır.", "Un növbəti həftə üyüdüləcək."],
    "a poem of a page": ["Sidan om hamnen", "finns i boken,", "men ingen läser den", "längre."],
    "a menu": ["Home", "Tides", "Weather"],
    "nothing": [],
}


def found(texts: list[str]) -> bool:
    made = page(*texts)
    return is_notice(made.blocks, [shape.size for shape in read_shapes(made.blocks)[0]])


@pytest.mark.parametrize("texts", NOTICES.values(), ids=NOTICES)
def test_what_stands_in_the_place_of_a_page_is_known(texts: list[str]) -> None:
    assert found(texts)
    article = clean("\n\n".join(texts), Options(kind="text", explain=True))
    assert (article.text, article.warnings, article.confidence) == ("", ("notice",), 0.0)
    assert {verdict.reasons[0] for verdict in article.verdicts} == {
        "the page is an error, a refusal or a check for robots"
    }


@pytest.mark.parametrize("texts", PAGES.values(), ids=PAGES)
def test_a_page_that_speaks_of_such_things_is_none(texts: list[str]) -> None:
    assert not found(texts)


def test_a_long_page_is_no_notice() -> None:
    line = "Access denied"
    assert found([line] * 60)
    assert not found([line] * 61)


def test_a_long_paragraph_is_no_part_of_a_notice() -> None:
    assert found([f"The page you requested is {'very ' * 30}old."])
    assert not found([f"The page you requested is {'very ' * 40}old."])
