"""How many pages come out of `decode` as they went in: python tests/bench/decoding.py.

Pages of ../shared/data, as select-all gives them, are encoded without any declaration, decoded, and compared. Where
fewer than forty pages fit into an encoding, others stand in for them without the characters that it does not have (the
column "reduced"). The first table has a floor; the second is evidence for the rest of the web.
"""

import re
import sys
import time
from collections import Counter
from itertools import chain, islice, zip_longest

from data import require_data, take_pages

from groats.stages.decode import decode

PAGES = 40
FLOOR = 0.97

WESTERN = {"de", "at", "ch", "li", "es", "fr", "it", "be", "se", "no", "isl", "pt-BR", "py"}
LANGUAGES = {"Chinese": "zh", "English": "en", "Russian": "ru", "Greek": "el", "Polish": "pl"}
LANGUAGES |= dict.fromkeys(WESTERN, "western") | dict.fromkeys(("us", "uk", "en", "en-US", "en-us", "en-GB"), "en")

REQUIRED = (
    ("windows-1252", "western"),
    ("windows-1251", "ru"),
    ("gb18030", "zh"),
    ("shift_jis", "ja zh en"),
    ("utf-8", "western ru zh ja el pl ko en"),
)
FURTHER = (
    *(("windows-1250", "pl"), ("iso-8859-2", "pl"), ("windows-1253", "el"), ("iso-8859-7", "el")),
    *(("koi8-r", "ru"), ("iso-8859-5", "ru"), ("cp866", "ru"), ("iso-8859-15", "western")),
    *(("big5", "zh"), ("euc-kr", "ko"), ("euc-jp", "ja"), ("gb18030", "ja")),
    *(("windows-1252", "en"), ("gb18030", "en"), ("gb18030", "ru"), ("gb18030", "pl"), ("gb18030", "western")),
    *(("shift_jis", "en"), ("shift_jis", "ru"), ("shift_jis", "zh"), ("iso-2022-jp", "ja")),
    *((wide, "en ru zh ja el western") for wide in ("utf-16-le", "utf-16-be", "utf-32-le")),
)


def load_texts() -> dict[str, list[str]]:
    """The pages with characters beyond ASCII by language, in an order that is as good as random."""
    texts: dict[str, list[str]] = {}
    for page in take_pages({"chrome": sys.maxsize}):
        if not page.raw.isascii():
            texts.setdefault(language_of(page.raw, page.language), []).append(page.raw)
    return texts


def language_of(text: str, declared: str | None) -> str:
    if len(re.findall("[ぁ-ヺ]", text)) > 200:
        return "ja"
    if len(re.findall("[가-힣]", text)) > 200:
        return "ko"
    return LANGUAGES.get(declared or "en", "other")


def pick(texts: dict[str, list[str]], languages: str, encoding: str) -> list[tuple[str, bytes, bool]]:
    """Up to `PAGES` of text, bytes, and whether it had to be reduced: whole pages first, the languages in turn."""
    turns = zip_longest(*(texts.get(language, []) for language in languages.split()))
    cases = []
    for text in filter(None, chain.from_iterable(turns)):
        raw = text.encode(encoding, "ignore")
        kept = raw.decode(encoding)
        if not kept.isascii():
            cases.append((kept, raw, kept != text))
    return list(islice(sorted(cases, key=lambda case: case[2]), PAGES))


def measure(texts: dict[str, list[str]], rows: tuple[tuple[str, str], ...]) -> float:
    """Print a line an encoding; return the share of pages that came out identical."""
    print(f"{'encoding':14} {'language':28} {'pages':>5} {'reduced':>7} {'identical':>9} {'ms':>6}  read as instead")
    identical = total = 0
    for encoding, languages in rows:
        cases = pick(texts, languages, encoding)
        began = time.process_time()
        sources = [decode(raw) for _, raw, _ in cases]
        spent = time.process_time() - began
        wrong = Counter(
            source.encoding for source, (text, _, _) in zip(sources, cases, strict=True) if source.text != text
        )
        right = len(cases) - wrong.total()
        reduced = sum(case[2] for case in cases)
        instead = ", ".join(f"{name} {count}" for name, count in wrong.most_common())
        each = 1000 * spent / max(1, len(cases))
        print(f"{encoding:14} {languages:28} {len(cases):5} {reduced:7} {right:9} {each:6.1f}  {instead}")
        identical += right
        total += len(cases)
    print(f"identical: {identical} of {total}, {identical / total:.1%}\n")
    return identical / total


def main() -> int:
    """The exit code: 0, or 1 below the floor."""
    require_data()
    texts = load_texts()
    share = measure(texts, REQUIRED)
    measure(texts, FURTHER)
    return 0 if share >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())
