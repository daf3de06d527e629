"""What words speak for, counted by hand."""

from dataclasses import replace
from math import log

from training_pages import extract, sample

from groats.document import Vocabulary
from groats.stages.features import BUCKETS, EDGE, KINDS, NAME_BUCKETS, NamedBoxes, hash_pairs
from groats.training.extract import Extract
from groats.training.vocabulary import fit_vocabulary

SUBSCRIBE, KEEPER, LAMP, UNSEEN = 11, 222, 333, 444
STORY, NOTE = 55, 66


def fitted(pages: list[Extract], hosts: list[str], kind: str = "article") -> Vocabulary:
    both = [(sample(host, type=kind), page) for host, page in zip(hosts, pages, strict=True)]
    return fit_vocabulary(both, both)


def test_a_word_speaks_by_the_sites_on_which_it_stands_in_the_article_and_elsewhere() -> None:
    pages = [
        extract([0.0, 1.0, 1.0], [[SUBSCRIBE], [KEEPER, LAMP], [LAMP]]),
        extract([0.0, 1.0], [[SUBSCRIBE, KEEPER], [LAMP]]),
        extract([0.0], [[SUBSCRIBE]]),
    ]
    said = fitted(pages, ["a.example", "b.example", "c.example"])
    assert len(said.words) == len(said.pairs) == BUCKETS
    assert said.words[SUBSCRIBE] == round(127 + 32 * log((0 + 2) / (3 + 2)))
    assert said.words[LAMP] == round(127 + 32 * log((2 + 2) / (0 + 2)))
    assert said.words[KEEPER] == said.words[UNSEEN] == 127
    first, inner, last = hash_pairs([EDGE, KEEPER, LAMP, EDGE])
    assert said.pairs[inner] == said.pairs[first] == round(127 + 32 * log(3 / 2))
    assert said.pairs[last] == round(127 + 32 * log(4 / 2))  # a line that ends with the word: on two sites


def test_a_site_counts_as_one_however_many_pages_it_has() -> None:
    one, many = extract([0.0], [[SUBSCRIBE]]), [extract([0.0], [[SUBSCRIBE]])] * 9
    alone = fitted([one], ["a.example"])
    assert fitted(many, ["a.example"] * 9) == alone
    assert fitted(many, [f"{n}.example" for n in range(9)]).words[SUBSCRIBE] < alone.words[SUBSCRIBE]


def test_a_block_without_words_says_nothing() -> None:
    said = fitted([extract([1.0, 1.0], [[], [LAMP]])], ["a.example"])
    assert {place for place, value in enumerate(said.words) if value != 127} == {LAMP}
    assert {place for place, value in enumerate(said.pairs) if value != 127} == set(hash_pairs([EDGE, LAMP, EDGE]))


def test_a_name_speaks_for_all_that_stands_in_its_box() -> None:
    boxes = NamedBoxes(names=[(STORY,), (), (NOTE,)], outers=[-1, 0, 0], blocks=[1, 1, 2])
    page = replace(extract([1.0, 1.0, 0.0]), names=boxes)
    said = fitted([page], ["a.example"]).names
    assert len(said) == NAME_BUCKETS
    assert said[STORY] == round(127 + 32 * log((2 / 3 + 2) / (1 / 3 + 2)))
    assert said[NOTE] == round(127 + 32 * log(2 / 3))
    assert {place for place, value in enumerate(said) if value != 127} == {STORY, NOTE}


def test_what_is_said_ends_at_the_ends_of_the_scale() -> None:
    pages = [extract([1.0, 0.0], [[LAMP], [SUBSCRIBE]])] * 400
    said = fitted(pages, [f"{n}.example" for n in range(400)])
    assert (said.words[LAMP], said.words[SUBSCRIBE]) == (254, 0)


def test_a_word_speaks_for_the_kind_of_the_pages_that_have_it() -> None:
    samples = [sample("a.example", type="forum"), sample("b.example", type="product"), sample("c.example", type="odd")]
    pages = [extract([1.0], [[LAMP, KEEPER]]), extract([1.0], [[LAMP, SUBSCRIBE]]), extract([1.0], [[SUBSCRIBE]])]
    kinds = fit_vocabulary([*zip(samples, pages, strict=True)], [(samples[0], pages[0])]).kinds
    assert tuple(kinds) == KINDS
    assert kinds["forum"][KEEPER] > 127 > kinds["forum"][SUBSCRIBE]
    assert kinds["product"][SUBSCRIBE] > 127 > kinds["product"][KEEPER]
    assert kinds["forum"][LAMP] == kinds["product"][LAMP]
    assert all(len(table) == BUCKETS for table in kinds.values())


def test_a_site_counts_as_one_for_its_kind_however_many_pages_it_has() -> None:
    page = extract([1.0], [[LAMP]])
    other = sample("b.example", type="product"), extract([1.0], [[KEEPER]])

    def forum(pages: int) -> bytes:
        samples = [sample("a.example", type="forum")] * pages
        both = [*zip(samples, [page] * pages, strict=True), other]
        return fit_vocabulary(both, both).kinds["forum"]

    assert forum(1) == forum(8)
