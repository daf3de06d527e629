import runpy
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groats.document import CueHit, Label
from groats.errors import UsageError
from groats.stages.cues import (
    CueIndex,
    CueRow,
    builtin_cues,
    builtin_rows,
    compile_rows,
    find_all_cues,
    find_cues,
    first_words,
    read_rows,
)
from groats.stages.cues.index import COMPILED, compile_cues, pack_cues
from groats.stages.cues.tokens import cut_line, cut_words

ROWS = builtin_rows()
DROPPED = [label for label in Label if not label.is_kept and label is not Label.DUPLICATE]  # repetition has no words
LANGUAGES = sorted(path.stem for path in (COMPILED.parent / "cues").glob("*.toml") if path.stem != "any")

own = st.sampled_from(
    ["share", "by", "©", "2024", "Anna", "|", ":", "the", "app", "download", "12", "(3)", "é", "分享", "–"]
)
lines = st.text(max_size=200) | st.lists(own, max_size=40).map(" ".join)


def rules(tmp_path: Path, text: str) -> CueIndex:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    return compile_rows(read_rows(path))


def row(tmp_path: Path, *phrases: str, more: str = "") -> CueIndex:
    listed = ", ".join(f'"{phrase}"' for phrase in phrases)
    return rules(tmp_path, f'[[cue]]\nname = "own"\nlabel = "other"\nphrases = [{listed}]\n{more}')


def test_every_row_is_in_the_file_of_its_language() -> None:
    files = COMPILED.parent / "cues"
    assert [row.place for row in ROWS if not row.place.startswith(f"{files / row.cue.language}.toml, ")] == []
    assert builtin_rows("el") == tuple(row for row in ROWS if row.cue.language == "el")


@pytest.mark.parametrize("cue", ROWS, ids=[row.cue.name for row in ROWS])
def test_a_cue_hits_the_lines_that_it_says_it_hits_and_misses_prose_that_holds_its_words(cue: CueRow) -> None:
    def is_hit(line: str) -> bool:
        return cue.cue.name in {hit.name for hit in find_cues(line)}

    assert [line for line in cue.hits if not is_hit(line)] == []
    assert [line for line in cue.misses if is_hit(line)] == []


@pytest.mark.parametrize(
    "line",
    ["Add Rowan Post as a preferred source on Google",
     "Machen Sie die Rowan Post zu Ihrer bevorzugten Quelle bei Google",
     "Ajoutez Rowan Post à vos sources préférées sur Google", "Agrega a Rowan Post como fuente preferida",
     "Adicionar Rowan Post como fonte preferida no Google", "Aggiungi Rowan Post come fonte preferita su Google",
     "Voeg Rowan Post toe als voorkeursbron op Google", "Dodaj Rowan Post do ulubionych w Google",
     "Обрати Rowan Post у Google", "在Google設定若灣報為偏好來源", "구글에서 로완일보를 우선 추천받기",
     "Κάντε το Rowan Post προτιμώμενη πηγή στην Google", "Přidejte si Rowan Post mezi preferované zdroje na Googlu",
     "Välj Rowan Post som föredragen källa på Google", "Velg Rowan Post som foretrukket kilde på Google",
     "Vælg Rowan Post som foretrukken kilde på Google", "Lisää Rowan Post suosituksi lähteeksi Googlessa",
     "Állítsa be a Rowan Postot kedvenc forrásként a Google-ben", "Добави ни в предпочитани източници в Google",
     "Adaugă-ne ca sursă preferată în Google", "Dodaj kao preferirani izvor na Googleu",
     "Pridať medzi preferované zdroje na Google", "Pridėti kaip pageidaujamą šaltinį „Google“"],
)  # fmt: skip
def test_an_appeal_to_prefer_a_site_in_a_search_is_known_in_many_languages(line: str) -> None:
    assert {hit.label for hit in find_cues(line)} & {Label.SHARE, Label.APP_STORE}


@pytest.mark.parametrize(
    "line",
    ["Zur Merkliste hinzufügen", "Utiq verwalten", "Ajouter à vos sélections", "Desplegar Redes Sociales",
     "Tu suscripción se está usando en otro dispositivo", "Silenciar som", "Notícia actualizada às 20h15",
     "Riserva TDM", "Dit artikel gaat verder onder de advertentie", "Reszta artykułu pod materiałem reklamowym",
     "Dziękujemy, że przeczytałaś/eś nasz artykuł do końca.", "Материал прочитали 12 480 раз",
     "Вас також може зацікавити: міст", "播报文章", "請綁定會員", "こんな特集も", "기사를 읽어드립니다",
     "Bu habere tepkin ne?",
     "قراءة 4 دقيقة", "این مطلب برایم مفید است", "Odemknout přátelům", "Lyssna från tidpunkt:", "Gi bort artikkel",
     "Giv artiklen væk", "Luitko jo nämä?", "Ezt is érdemes elolvasni", "Ai o pistă? Scrie-ne", "Прикажи још коментара",
     "Článok pokračuje pod video reklamou", "Straipsnis tęsiasi po reklama"],
)  # fmt: skip
def test_what_news_sites_print_around_articles_today_is_known_in_many_languages(line: str) -> None:
    assert find_cues(line)


@pytest.mark.parametrize(
    "line",
    ["Donate now", "Support us", "Please support our journalism.", "Faça uma doação", "Поддержите нас",
     "Fai una donazione", "Unterstützen Sie unsere Arbeit", "Soutenez notre rédaction", "Lahjoita",
     "Bize destek ol", "立即捐款", "寄付のお願い"],
)  # fmt: skip
def test_an_appeal_for_donations_is_no_paywall(line: str) -> None:
    hits = find_cues(line)
    assert any(hit.name.startswith("donation") for hit in hits)
    assert Label.PAYWALL not in {hit.label for hit in hits}


def test_every_row_has_hits_and_misses_and_a_name_of_its_own() -> None:
    assert [row.cue.name for row in ROWS if not row.hits or not row.misses] == []
    assert len({row.cue.name for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("language", [*LANGUAGES, "any"])
def test_a_file_holds_the_cues_of_its_language_alone(language: str) -> None:
    rows = read_rows(COMPILED.parent / "cues" / f"{language}.toml")
    assert {row.cue.language for row in rows} == {language}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dropped_label_has_cues_in_the_language(language: str) -> None:
    covered = {row.cue.label for row in ROWS if row.cue.language == language}
    assert covered.issuperset(DROPPED)


def test_the_compiled_cues_are_those_of_the_rows() -> None:
    compiled = pack_cues(compile_cues((row.cue, row.phrases) for row in ROWS))
    assert COMPILED.read_bytes() == compiled, "run python -m groats.stages.cues"


def test_threads_that_ask_for_the_same_phrases_at_once_find_the_same() -> None:
    texts = [line for row in ROWS[:200] for line in row.hits]
    expected = [find_cues(text) for text in texts]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        fresh = compile_cues((row.cue, row.phrases) for row in ROWS)
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda text: find_cues(text, fresh), [text for text in texts for _ in range(4)]))
    finally:
        sys.setswitchinterval(before)
    assert found == [hits for hits in expected for _ in range(4)]


def test_looking_for_built_in_cues_does_not_load_a_toml_parser() -> None:
    program = (
        "import sys; from groats.stages.cues import find_cues; find_cues('Share'); sys.exit('tomllib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0  # noqa: S603 - our own program


@given(st.text(alphabet=st.characters(codec="cp1252"), max_size=40))
def test_one_ideograph_beside_western_letters_changes_no_other_word(text: str) -> None:
    words = cut_words(text)
    assert cut_words(text + "灯") == [*words, "灯"]
    assert [token for token in cut_line(text, words) if token in words] == words or any(map(str.isdecimal, text))


@given(lines)
def test_any_line_has_each_hit_once_and_only_built_in_ones(line: str) -> None:
    hits = find_cues(line)
    names = [hit.name for hit in hits]
    assert len(set(names)) == len(names)
    cues = {cue.name: cue for cue in builtin_cues().cues}
    assert all((hit.label, hit.opens) == (cues[hit.name].label, cues[hit.name].opens) for hit in hits)
    assert all(hit.whole for hit in hits if cues[hit.name].where == "line")


@pytest.mark.parametrize(
    "line",
    [
        "",
        " ",
        "…!?",
        "a" * 10**7,
        "share " * 10**6,
        ":" * 10**6,
        "sign up for " * 700,
        "© " * 1000,
        "(1)",
        "\ud800",
        "\x00",
    ],
)
def test_lines_without_words_or_out_of_all_proportion_are_no_cue(line: str) -> None:
    assert [hit for hit in find_cues(line) if hit.whole] == []


@pytest.mark.parametrize(
    ("phrase", "line", "hit"),
    [
        ("share", "— SHARE! —", True),
        ("share", "Share (12)", True),
        ("share", "Share 12", False),
        ("# shares", "1,204 Shares", True),
        ("# shares", "12:30 14/2 shares", True),
        ("# shares", "many shares", False),
        ("# / # next", "1 / 12 next", True),
        ("# # # next", "1 2 3 Next", True),
        ("follow *", "Follow Anna", True),
        ("follow *", "Follow 12", False),
        ("follow *", "Follow Anna Larkin", False),
        ("get the ** app", "Get the Old Harbour 2 app", True),
        ("get the ** app", "Get the app", False),
        ("by ^", "by Anna", True),
        ("by ^", "by anna", False),
        ("by ^^", "BY ANNA DE LA VEGA AND TOM VALE", True),
        ("by ^^", "By the way", False),
        ("by ^^", "By Anna at noon", False),
        ("door ^^", "door 安娜", True),
        ("photo : ^^", "Photo: Anna Larkin", True),
        ("photo : ^^", "Photo Anna Larkin", False),
        ("photo anna", "Photo: Anna", True),
        ("menu", "Menú", True),
        ("menü", "MENU", True),
        ("αρχική", "ΑΡΧΙΚΗ", True),
        ("分享到", "【分享到】", True),
        ("分享", "分享到", False),
        ("straße", "STRASSE", True),
        ("ferry #", "Ferry 12", True),
        ("ferry > #", "Ferry > 12", True),
        ("# ferries run", "12 ferries run", True),
        ("share", "<share>", False),
        ("share", "{share}", False),
        ("share", "share_link", False),
    ],
)
def test_a_phrase_fills_a_line_but_for_its_marks(tmp_path: Path, phrase: str, line: str, *, hit: bool) -> None:
    assert bool(find_cues(line, row(tmp_path, phrase))) is hit


@pytest.mark.parametrize(
    ("where", "line", "hit"),
    [
        ("start", "Old ferry news of the day", True),
        ("start", "The old ferry", False),
        ("end", "News of the old ferry.", True),
        ("end", "The old ferry sails", False),
        ("within", "The old ferry sails", True),
        ("within", "The old and rusty ferry", False),
        ("within", "The bold ferry", False),
        ("within", "one two three four five six seven eight old ferry", False),
    ],
)
def test_where_and_longest_bound_a_phrase(tmp_path: Path, where: str, line: str, *, hit: bool) -> None:
    index = row(tmp_path, "old ferry", more=f'where = "{where}"\nlongest = 8\n')
    assert bool(find_cues(line, index)) is hit


def test_whole_says_that_the_phrase_is_all_there_is(tmp_path: Path) -> None:
    index = row(tmp_path, "old ferry", more='where = "within"\nopens = true\n')
    assert find_cues("Old ferry:", index) == (CueHit("own", Label.OTHER, whole=True, opens=True),)
    assert find_cues("The old ferry", index) == (CueHit("own", Label.OTHER, whole=False, opens=True),)


def test_wildcards_may_begin_a_phrase_anywhere(tmp_path: Path) -> None:
    index = row(tmp_path, "^ reports", more='where = "within"\n')
    assert find_cues("Today Anna reports", index)
    assert not find_cues("today nobody reports", index)


@pytest.mark.parametrize(
    "line",
    [
        "Home | About us | Privacy policy",
        "News Sport Business",
        "Facebook Twitter",
        "Tweet · Email",
        "Impressum | AGB | Kontakt",
    ],
)
def test_a_menu_on_one_line_is_hit_by_all_its_links(line: str) -> None:
    hits = find_cues(line)
    assert any(hit.whole for hit in hits)


@pytest.mark.parametrize(
    "line",
    [
        "Home Security",
        "Email Marketing",
        "Premium Brands",
        "Technology Services",
        "Home is best",
        "Price | Name",
    ],
)
def test_two_phrases_side_by_side_are_no_menu(line: str) -> None:
    assert [hit for hit in find_cues(line) if hit.whole] == []


@pytest.mark.parametrize(
    ("phrase", "line"),
    [
        ("tide board", "See the tide (12) board"),
        ("tide board", "See the tide [3K] | board"),
        ("tide # board", "See the tide 12 board"),
        ("@ #", "Write to @ 12 at night"),
        ("© #", "Made here © 2024 by us"),
        ("< #", "Where x < 12 holds"),
        ("潮汐 *", "今天潮汐好"),
        ("marée", "La MARÉE monte"),
    ],
)
def test_a_phrase_within_a_line_is_found_whatever_may_be_passed_over_in_it(
    tmp_path: Path, phrase: str, line: str
) -> None:
    assert find_cues(line, row(tmp_path, phrase, more='where = "within"'))


def test_a_line_of_signs_is_looked_at_once_for_each_sign_of_a_phrase(tmp_path: Path) -> None:
    signs = "| " * 20
    index = row(tmp_path, f"x {signs}y")
    assert not find_cues(f"x {signs * 5}z", index)  # in some 10^21 ways
    assert find_cues(f"x {signs * 5}y", index)


@given(st.lists(lines, max_size=8))
def test_the_cues_of_a_page_are_those_of_its_lines(texts: list[str]) -> None:
    assert find_all_cues([*texts, *texts]) == [find_cues(text) for text in [*texts, *texts]]


def test_a_line_is_recalled_for_the_cues_that_it_was_given_with(tmp_path: Path) -> None:
    assert find_all_cues(["Anna"], row(tmp_path, "anna")) != find_all_cues(["Anna"], row(tmp_path, "share"))


HEAD = '[[cue]]\nname = "own"\nlabel = "share"\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[cue", "is not TOML in UTF-8"),
        ("", "one or more tables [[cue]]"),
        ("cue = 1", "one or more tables [[cue]]"),
        ("x = 1\n" + HEAD, "and nothing else"),
        ("cue = [1]", "cue 1 is no table"),
        ('[[cue]]\nlabel = "share"', "cue 1: name has to be"),
        ('[[cue]]\nname = "Own One"', "cue 1: name has to be"),
        ('[[cue]]\nname = "own"\nlabel = "ferry"', "cue 1 (own): label has to be one of title"),
        (HEAD + 'phrase = ["x"]', "has the key 'phrase', which does not exist: did you mean 'phrases'?"),
        (HEAD + 'where = "top"', "where has to be one of line, start, end, within"),
        (HEAD + "longest = 0", "longest a number of words from 1"),
        (HEAD + "longest = true", "longest a number of words from 1"),
        (HEAD + "opens = 1", "opens true or false"),
        (HEAD + "language = 1", "language is a text"),
        (HEAD + 'phrases = "x"', "phrases has to be a list of texts"),
        (HEAD + 'phrases = ["x"]\nhits = [1]', "hits has to be a list of texts"),
        (HEAD, "has no phrases"),
        (HEAD + 'phrases = ["…"]', "the phrase '…' needs at least one word"),
        (HEAD + 'phrases = ["# *"]', "needs at least one word"),
        (HEAD + 'longest = 1\nphrases = ["a b"]', "is longer than the lines that it may stand in (1 words)"),
        (HEAD + 'phrases = ["a ** b ** c"]', "may hold ** or ^^ once"),
        (HEAD + 'where = "within"\nphrases = ["a **"]', "may hold ** or ^^ once"),
        (HEAD + 'phrases = ["a"]\n' + HEAD + 'phrases = ["b"]', "two cues are named 'own'"),
        (HEAD + 'phrases = ["a"]\nhits = ["b"]', "cue 1 (own) does not hit the line 'b'"),
        (HEAD + 'phrases = ["a"]\nmisses = ["A!"]', "cue 1 (own) hits the line 'A!'"),
    ],
)
def test_rules_that_cannot_be_used_are_told_with_file_and_row(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        rules(tmp_path, text)
    assert str(caught.value).startswith(str(tmp_path / "own.toml"))
    assert words in str(caught.value)


def test_rules_whose_hits_and_misses_hold_are_taken(tmp_path: Path) -> None:
    assert find_cues("A", rules(tmp_path, HEAD + 'phrases = ["a"]\nhits = ["A!", "a"]\nmisses = ["b", "c"]'))


def test_the_command_writes_the_compiled_cues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("groats.stages.cues.index.COMPILED", tmp_path / "cues.jsonl")
    runpy.run_module("groats.stages.cues", run_name="__main__")
    assert (tmp_path / "cues.jsonl").read_bytes() == COMPILED.read_bytes()


@pytest.mark.parametrize(
    ("line", "count", "phrase"),
    [
        ("Über den Autor (12): Nell Abbot", 3, "über den autor"),
        ("  12 Comments, so far!", 9, "# comments, so far"),
        ("It's a well-known thing", 3, "it's a"),
        ("今天潮汐好", 3, "今天潮"),
        ("* Foo ^ bar #3", 9, "foo bar #"),
        ("＊ Foo", 9, "foo"),
        ("– …", 9, ""),
    ],
)
def test_the_first_words_of_a_line_are_a_phrase_that_it_begins_with(
    tmp_path: Path, line: str, count: int, phrase: str
) -> None:
    assert first_words(line, count) == phrase
    assert not phrase or find_cues(line, row(tmp_path, phrase, more='where = "start"\n'))


def test_phrases_that_begin_alike_or_are_shared_are_all_found(tmp_path: Path) -> None:
    index = rules(
        tmp_path,
        "".join(
            f'[[cue]]\nname = "{name}"\nlabel = "other"\nwhere = "start"\nphrases = ["{phrase}"]\n'
            for name, phrase in [("a", "old ferry"), ("b", "old"), ("c", "old ferry house"), ("d", "old ferry")]
        ),
    )
    assert [hit.name for hit in find_cues("Old ferry house", index)] == ["a", "b", "c", "d"]
    assert [hit.name for hit in find_cues("Old ferries", index)] == ["b"]
