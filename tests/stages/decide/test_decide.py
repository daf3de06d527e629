"""The rules that need the whole page: what each must take, beside what it must leave."""

from dataclasses import replace
from itertools import accumulate, pairwise

from builders import block, evidence
from hypothesis import given
from hypothesis import strategies as st

from groats.document import Block, CueHit, Decision, Form, Hints, Label, Line
from groats.stages.decide import decide
from groats.stages.decide.settle import runs

PROSE = "The harbour board met on Tuesday to settle the future of the old lighthouse, and no offer had come in."
MORE = "Its last keeper, who was born within sight of it, left it for a flat in the town some thirty years ago."
ALONE = CueHit("stock-phrase", Label.NAVIGATION, whole=True)
MENU = [(f"Section {name}", 0.0) for name in "abcdefghij"]


def kept(*arguments: object, **more: object) -> list[bool]:
    return [decision.keep for decision in decide(evidence(*arguments, **more), 0.45)]  # type: ignore[arg-type]


def test_a_block_stays_by_its_score() -> None:
    assert kept([("Menu", 0.1), (PROSE, 0.9), (MORE, 0.4), ("Imprint", 0.3)], {0: ALONE}) == [False, True, True, False]


def test_a_line_that_is_only_a_cue_goes_whatever_its_score() -> None:
    assert kept([(PROSE, 0.9), ("Back to top", 0.9), (MORE, 0.9)], {1: ALONE}) == [True, False, True]


def test_a_cue_within_a_line_alone_does_not_take_it() -> None:
    part = CueHit("stock-phrase", Label.NAVIGATION)
    assert kept([(PROSE, 0.9), ("Go back to top speed at once.", 0.9), (MORE, 0.9)], {1: part}) == [True, True, True]


def test_the_headline_stays_though_a_cue_fills_it() -> None:
    assert kept([("Privacy policy", 0.2), (PROSE, 0.9), (MORE, 0.9)], {0: ALONE}, title=0) == [True, True, True]


def test_a_sentence_far_below_the_article_goes_and_one_below_a_picture_stays() -> None:
    long = [(f"{PROSE} {n}", 0.9) for n in range(12)]
    assert kept([("Top", 0.0), *long, *MENU, ("The keeper writes.", 0.6)], {0: ALONE})[12:] == [True, *[False] * 11]
    alone = [("Top", 0.0), *long, *MENU, ("The keeper writes.", 0.6)]
    assert kept(alone, {0: ALONE}, kind="html", lead=-0.2)[-1], "a list of goods has no main run"
    assert not kept(alone, {0: ALONE}, kind="html", lead=-0.1)[-1]
    near = [("Top", 0.0), *long, *MENU[:4], ("The keeper writes.", 0.6), (MORE, 0.9)]
    assert kept(near, {0: ALONE})[12:] == [True, False, False, False, False, True, True]


def test_comments_far_below_a_clear_article_go_and_what_may_be_part_of_it_stays() -> None:
    article = [(f"{PROSE} {n}", 0.95) for n in range(12)]
    aside = [(f"I never liked that lamp, and {name} did not either.", 0.6) for name in ("Ada", "Tom", "Ivy")]

    def of_aside(rows: list[tuple[str, float]], lead: float = 0.5, above: int = len(MENU)) -> set[bool]:
        page = [("Top", 0.0), *article, *MENU[:above], *rows]
        return set(kept(page, {0: ALONE}, lead=lead)[-len(rows) :])

    assert of_aside(aside) == {False}
    assert of_aside(aside, lead=0.1) == {True}, "a thread of a forum"
    assert of_aside(aside, above=8) == {True}, "only a box between"
    assert of_aside([(text, 0.85) for text, _ in aside]) == {True}, "as certain as the article"
    assert of_aside([(f"{MORE} {n}", 0.6) for n in range(8)]) == {True}, "as long as the article, nearly"
    article = [(text, 0.8) for text, _ in article]
    assert of_aside(aside) == {True}, "the article is in doubt itself"


def test_a_doubtful_line_with_a_cue_goes_and_a_certain_one_stays() -> None:
    tags = CueHit("tags", Label.TAGS, opens=True)
    rows = [("Top", 0.0), (PROSE, 0.9), ("Tags: mills, oats", 0.55), (MORE, 0.9)]
    assert kept(rows, {0: ALONE, 2: tags}) == [False, True, False, True]
    rows[2] = ("Tags: they are what the keeper calls his labels.", 0.85)
    assert kept(rows, {0: ALONE, 2: tags}) == [False, True, True, True]


def test_the_last_sentence_of_an_article_stays_above_an_offer() -> None:
    offer = CueHit("sign-up", Label.NEWSLETTER, whole=True)
    rows = [("Top", 0.0), (PROSE, 0.9), ("The lamp burns again in spring.", 0.4), ("Sign up", 0.1), ("Home", 0.0)]
    assert kept(rows, {0: ALONE, 3: offer}) == [False, True, True, False, False]


def test_a_short_sentence_beside_the_article_stays_unless_a_cue_is_in_it() -> None:
    rows = [("Top", 0.0), ("He does not wait for the vote.", 0.2), (PROSE, 0.9), ("He mends his boat and smiles.", 0.2)]
    assert kept(rows, {0: ALONE}) == [False, True, True, True]
    assert kept(rows, {0: ALONE, 3: CueHit("ad", Label.ADVERTISEMENT)}) == [False, True, True, False]
    assert kept([*rows[:3], ("He mends his boat and smiles.", 0.1)], {0: ALONE}) == [False, True, True, False]
    assert kept([*rows[:3], ("Mending boats and smiling", 0.2)], {0: ALONE}) == [False, True, True, False]


def test_a_row_of_short_lines_goes_whole_if_it_is_a_menu_and_stays_as_it_is_if_it_is_a_list() -> None:
    wares = ["Oat flour", "Groats", "Bran", "Rolled oats", "Barley", "Spelt", "Rye", "Sacks"]

    def of_wares(texts: list[str], scores: list[float], **more: object) -> list[bool]:
        rows = [("Top", 0.0), (PROSE, 0.9), (MORE, 0.9), *zip(texts, scores, strict=True)]
        return kept(rows, {0: ALONE}, **more)[3:]

    menu, stock = [0.5, 0.1, 0.1, 0.5, 0.1, 0.1, 0.1, 0.5], [0.6, 0.3, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6]
    assert of_wares(wares, menu) == [False] * 8
    assert of_wares(wares, stock) == [True] * 8, "the gap in it is filled"
    few = of_wares(wares[:7], menu[:7])
    assert few == [True, False, False, True, False, False, False], "too few to be judged together"
    priced = [f"{name} 3.20" for name in wares]
    assert of_wares(priced, menu)[0], "a number tells an item apart"
    assert of_wares(wares, menu, kind="html")[0], "markup tells the menu apart"
    assert of_wares(wares, menu, title=3)[0], "the headline is no item"


def test_a_second_long_part_far_below_stays() -> None:
    assert kept([("Top", 0.0), (PROSE, 0.9), *MENU, (MORE * 3, 0.9)], {0: ALONE})[-1]


def test_a_heading_between_kept_paragraphs_is_not_lost() -> None:
    rows = [("Top", 0.0), (PROSE, 0.9), ("The tower", 0.3), (MORE, 0.9)]
    assert kept(rows, {0: ALONE}) == [False, True, True, True]
    assert kept(rows, {0: ALONE, 2: CueHit("ad", Label.ADVERTISEMENT)}) == [False, True, False, True]


def test_a_date_or_a_link_between_kept_paragraphs_is_no_part_of_them() -> None:
    rows = [("Top", 0.0), (PROSE, 0.9), ("16 April 2025", 0.3), (MORE, 0.9)]
    assert kept(rows, {0: ALONE}) == [False, True, False, True]
    link = block("More of the tower", hints=Hints(link_share=1.0))
    assert kept([*rows[:2], (link, 0.3), rows[3]], {0: ALONE}) == [False, True, False, True]


def test_an_item_within_a_kept_list_is_not_lost() -> None:
    items = [(block(text, form=Form.LIST), score) for text, score in [("oil", 0.9), ("wick", 0.05), ("glass", 0.9)]]
    assert kept([("Top", 0.0), (PROSE, 0.9), *items], {0: ALONE}) == [False, True, True, True, True]


def test_of_a_lede_printed_twice_the_copy_in_the_article_stays() -> None:
    menu = [(f"Some words of a menu, {name}", 0.0) for name in "abcdefgh"]
    rows = [("Top", 0.0), (PROSE, 0.8), (MORE, 0.9), *menu, (PROSE, 0.6)]
    assert kept(rows, {0: ALONE}) == [False, True, True, *[False] * 9]


def test_a_copy_of_the_headline_goes() -> None:
    rows = [("Top", 0.0), ("Oat bread", 0.9), (PROSE, 0.9), ("Oat bread", 0.9), (MORE, 0.9)]
    assert kept(rows, {0: ALONE}, title=1) == [False, True, True, False, True]
    assert kept(rows, {0: ALONE})[3]
    assert kept([(PROSE, 0.9), (PROSE, 0.9)], title=0) == [True, True]


def test_a_short_line_may_stand_twice() -> None:
    rows = [(PROSE, 0.9), ("And so it was.", 0.9), (MORE, 0.9), ("And so it was.", 0.9), (MORE + " So.", 0.9)]
    assert all(kept(rows))


def test_a_price_stays_by_its_score_and_other_stock_phrases_go() -> None:
    price, sold = CueHit("prices", Label.OTHER, whole=True), CueHit("stock", Label.OTHER, whole=True)
    wares = [(f"Sack of {name} from the upper mill", 0.6) for name in ("oats", "rye", "spelt")]
    rows = [("Top", 0.0), *[row for ware in wares for row in (ware, ("NOK 99", 0.5), ("Sold out", 0.5))], ("$ 12", 0.1)]
    cues = {0: ALONE, 10: price} | dict.fromkeys((2, 5, 8), price) | dict.fromkeys((3, 6, 9), sold)
    assert kept(rows, cues) == [False, *[True, True, False] * 3, False]
    pages = {n: CueHit("pages", Label.NAVIGATION, whole=True) for n in (2, 5, 8)}
    assert kept(rows, cues | pages) == [False, *[True, False, False] * 3, False], "a number of pages is no price"


def test_what_a_list_says_of_its_items_stays_by_its_score() -> None:
    number, sold = CueHit("number", Label.METADATA, whole=True), CueHit("stock", Label.OTHER, whole=True)
    wares = [(f"Sack of {name} from the upper mill", 0.6) for name in ("oats", "rye", "spelt")]
    said = [("No. of the sack", 0.5), ("3 May 2024", 0.5), ("Sold out", 0.5)]
    rows = [("Top", 0.0), *[row for ware in wares for row in (ware, *said)], ("4 May 2024", 0.1)]
    cues = {0: ALONE} | dict.fromkeys((2, 6, 10), number) | dict.fromkeys((4, 8, 12), sold)
    assert kept(rows, cues, kind="html") == [False, *[True, True, True, False] * 3, False]
    assert kept(rows, cues, kind="html", lead=0.5) == [False, *[True, False, False, False] * 3, False], "an article"
    assert kept(rows, cues) == [False, *[True, False, False, False] * 3, False], "text"


def test_of_two_long_blocks_that_say_the_same_the_lower_one_goes() -> None:
    def of(rows: list[str | Block], lead: float = 0.0) -> list[bool]:
        return kept([("Top", 0.0), *[(row, 0.9) for row in rows]], {0: ALONE}, lead=lead)[1:]

    assert of([PROSE, MORE, PROSE]) == [True, True, False]
    assert of([PROSE, MORE, PROSE, MORE], lead=0.5) == [True] * 4, "an article says twice what it means to"
    assert of([PROSE, MORE, PROSE, PROSE]) == [True] * 4, "a formula"
    assert of(["The lamp burns again in spring.", MORE, "The lamp burns again in spring."]) == [True] * 3
    code = block(PROSE, form=Form.CODE)
    assert of([code, MORE, code]) == [True] * 3


def test_what_stands_above_the_headline_goes_unless_there_is_much_of_it() -> None:
    rows = [("Coast news", 0.8), ("The lighthouse of Sandport", 0.8), (PROSE, 0.9), (MORE, 0.9), ("Top", 0.1)]
    assert kept(rows, {4: ALONE}, title=1) == [False, True, True, True, False]
    assert kept(rows, {4: ALONE}) == [True, True, True, True, False]
    assert kept([(MORE * 2, 0.9), *rows], {5: ALONE}, title=2) == [True, True, True, True, True, False]


def test_a_headline_over_nothing_is_none() -> None:
    assert kept([("Top", 0.0), ("The lighthouse of Sandport", 0.2), ("More", 0.0)], {0: ALONE}, title=1) == [False] * 3


def test_a_heading_with_nothing_kept_below_it_goes() -> None:
    heading = block("More from the coast", form=Form.HEADING)
    rows = [("Top", 0.0), (PROSE, 0.9), (MORE, 0.9), (heading, 0.7), *MENU]
    assert kept(rows, {0: ALONE}) == [False, True, True, False, *[False] * 10]


def test_headings_that_are_a_good_part_of_what_stays_are_the_items_of_a_list() -> None:
    wares = [(block(f"Candle with the scent of {name}", form=Form.HEADING), 0.8) for name in ("oats", "hay", "rye")]
    page = [("Top", 0.0), (wares[0][0], 0.9), *MENU, *wares[1:], *MENU]
    assert [n for n, stays in enumerate(kept(page, {0: ALONE}, kind="html")) if stays] == [1, 12, 13]
    long = [(f"{PROSE} {n}", 0.9) for n in range(3)]
    assert not any(kept([*long, *page], {3: ALONE}, kind="html")[3:])


def test_a_heading_of_html_stays_with_what_stands_below_it() -> None:
    heading = block("Materials", form=Form.HEADING)
    rows = [("Top", 0.0), (PROSE, 0.9), ("Add", 0.0), (heading, 0.15), (MORE, 0.9), (heading, 0.15), ("Share", 0.0)]
    assert kept(rows, {0: ALONE}, kind="html") == [False, True, False, True, True, False, False]
    assert not kept(rows, {0: ALONE})[3]
    assert not kept(rows, {0: ALONE, 3: ALONE}, kind="html")[3]
    linked = heading._replace(hints=Hints(link_share=1.0))
    assert not kept([*rows[:3], (linked, 0.15), *rows[4:]], {0: ALONE}, kind="html")[3]
    assert not kept([*rows[:3], (heading, 0.05), *rows[4:]], {0: ALONE}, kind="html")[3]


def test_a_heading_below_the_headline_is_its_subtitle_though_the_text_begins_far_below() -> None:
    title, subtitle = (
        block("The lighthouse of Sandport", form=Form.HEADING),
        block("And who kept it", form=Form.HEADING),
    )
    rows = [("Top", 0.0), (title, 0.9), (subtitle, 0.9), *MENU, (PROSE, 0.9), (MORE, 0.9)]
    assert kept(rows, {0: ALONE}, title=1, kind="html")[:3] == [False, True, True]
    assert kept(rows, {0: ALONE}, kind="html")[:3] == [False] * 3


def test_a_page_of_which_only_scraps_would_be_left_has_no_article() -> None:
    assert not any(kept([*MENU, ("A fine day.", 0.6), *MENU, *MENU], {0: ALONE}))


def test_what_is_left_of_a_consent_wall_goes_and_an_article_under_a_banner_stays() -> None:
    consent = CueHit("cookies", Label.CONSENT)
    wall = [(f"We store cookies for purpose {name}.", 0.1) for name in "abcde"]
    cues = dict.fromkeys(range(5), consent)
    assert not any(kept([*wall, (PROSE, 0.9)], cues))
    assert kept([*wall, *((f"{PROSE} {n}", 0.9) for n in range(6))], cues)[5:] == [True] * 6


def test_nothing_is_left_of_a_notice_in_the_place_of_a_page() -> None:
    notice = replace(evidence([(PROSE, 0.9), ("Access denied", 0.1)]), is_notice=True)
    assert not any(decision.keep for decision in decide(notice, 0.45))


def test_a_page_without_a_sign_of_furniture_is_left_as_it_is() -> None:
    rows = [(PROSE, 0.9), ("Yes we can.", 0.1), (MORE, 0.9)]
    assert kept(rows) == [True, True, True]
    assert kept(rows, {1: ALONE}) == [True, False, True]
    assert kept([(PROSE, 0.9), ("Pages", 0.05), (MORE, 0.9), ("Fee", 0.15), ("Contact", 0.05)]) == [True] * 5
    rows = [(PROSE, 0.9), (MORE, 0.9), ("Fee", 0.15), ("Contact", 0.05)]
    assert kept(rows, kind="html") == [True, True, True, False]


def test_a_document_is_left_whole_though_the_scores_know_half_of_it() -> None:
    clauses = [(f"{n}: {PROSE}", 0.9) for n in range(10)] + [(f"{n}: {MORE}", 0.1) for n in range(10)]
    assert kept([("Pier", 0.0), *clauses]) == [True] * 21
    assert kept([("Pier", 0.0), *clauses[2:]]) != [True] * 19, "too short to tell"
    assert kept([("Pier", 0.0), *clauses], kind="html") != [True] * 21, "markup knows better"
    assert kept([("Pier", 0.0), *clauses[:1], *clauses[-10:] * 2]) != [True] * 22, "nearly nothing of it is likely"
    surely = [(text, score if score > 0.5 else 0.02) for text, score in clauses]
    assert kept([("Pier", 0.0), *surely]) != [True] * 21, "the scores do not doubt that the half of it is furniture"
    links = [(block(text, hints=Hints(link_share=1.0)), score) for text, score in clauses[10:13]]
    assert kept([("Pier", 0.0), *clauses, *links]) != [True] * 24, "it has links"


def test_a_page_whose_lines_were_joined_is_no_document_for_its_cues_do_not_stand_alone() -> None:
    clauses = [(f"{n}: {PROSE} ", 0.9) for n in range(10)] + [(f"{n}: {MORE} ", 0.1) for n in range(10)]
    ends = list(accumulate(len(text) for text, _ in clauses))
    joined = [
        (block(text)._replace(lines=(Line(n, end - len(text), end, text),)), score)
        for n, ((text, score), end) in enumerate(zip(clauses, ends, strict=True), start=1)
    ]
    assert kept(clauses) == [True] * 20
    assert kept(joined) != [True] * 20


def test_a_document_may_have_a_heading_that_is_a_cue_and_no_button() -> None:
    clauses = [(f"{n}: {PROSE}", 0.9) for n in range(30)] + [(f"{n}: {MORE}", 0.1) for n in range(30)]
    assert kept([*clauses, ("See also", 0.1)], {60: ALONE}) == [True] * 61
    assert kept([*clauses, ("See also", 0.1), ("Top", 0.1)], {60: ALONE, 61: ALONE}) != [True] * 62
    assert kept([*clauses, ("Share", 0.1)], {60: CueHit("share", Label.SHARE, whole=True)}) != [True] * 61
    rows = [(text[:24], score) for text, score in clauses]
    assert kept([*rows, ("See also", 0.1)], {60: ALONE}) != [True] * 61, "it is no prose"


def test_a_copy_of_the_article_that_breaks_elsewhere_goes() -> None:
    copy = [(f"{PROSE[12:]} {MORE[:20]}", 0.6), ("within sight of it, left it for a flat", 0.6)]
    rows = [("Top", 0.0), (PROSE, 0.9), (MORE, 0.9), *MENU[:5], *copy]
    assert kept(rows, {0: ALONE})[-2:] == [False, False]
    assert kept([*rows[:-1], ("within sight of it, left it for a house", 0.6)], {0: ALONE})[-1]


def test_one_word_that_ends_a_sentence_is_an_answer_though_it_is_a_cue() -> None:
    rows = [("Top", 0.0), (PROSE, 0.9), ("No.", 0.6), ("No", 0.6), (MORE, 0.9)]
    assert kept(rows, {0: ALONE, 2: ALONE, 3: ALONE}) == [False, True, True, False, True]


def test_a_page_of_nothing_has_no_decisions() -> None:
    assert kept([]) == []


def test_a_rule_that_settles_a_block_says_so() -> None:
    decisions = decide(evidence([(PROSE, 0.9), ("Back to top", 0.9), (MORE, 0.9)], {1: ALONE}), 0.45)
    assert [bool(decision.rule) for decision in decisions] == [False, True, False]


def test_a_heading_at_the_top_of_a_clean_page_is_its_headline_whatever_it_says() -> None:
    legal = CueHit("legal-en", Label.LEGAL, whole=True)
    rows = [("Terms of Service", 0.1), (PROSE, 0.9), (MORE, 0.9)]
    assert kept(rows, {0: legal}) == [True, True, True]
    assert kept([*rows, ("Share", 0.1)], {0: legal, 3: ALONE}) == [False, True, True, False]


@given(st.lists(st.booleans()))
def test_runs_are_spans_of_one_kind_and_take_turns(flags: list[bool]) -> None:
    decisions = [Decision(keep=flag) for flag in flags]
    spans = {keep: runs(decisions, keep=keep) for keep in (True, False)}
    found = sorted((low, high, keep) for keep, own in spans.items() for low, high in own)
    assert [keep for low, high, keep in found for _ in range(low, high)] == flags
    assert all(above != below for (*_, above), (*_, below) in pairwise(found))


def test_what_is_rather_furniture_far_from_a_clear_article_goes_however_much_it_is() -> None:
    article = [(f"{PROSE} {n}", 0.88) for n in range(6)]
    teasers = [(f"{MORE} {n}", 0.4) for n in range(12)]

    def teased(article: list[tuple[str, float]], lead: float = 0.5) -> tuple[list[bool], list[bool]]:
        below = [decision.keep for decision in decide(evidence([*article, *MENU, *teasers], lead=lead), 0.3)]
        above = [decision.keep for decision in decide(evidence([*teasers, *MENU, *article], lead=lead), 0.3)]
        return below[-len(teasers) :], above[: len(teasers)]

    assert teased(article) == ([False] * 12, [False] * 12)
    assert teased(article, lead=0.1) == ([True] * 12, [True] * 12), "a list of posts"
    assert teased([(text, 0.8) for text, _ in article]) == ([True] * 12, [True] * 12), "in doubt itself"
