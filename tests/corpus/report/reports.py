"""A run for tests of the report, with everything that a page could bring to do harm. All text is invented."""

from groats import clean
from groats.corpus.report import PageDiff, Slow, Summary, build_diff
from groats.corpus.source import Failure
from groats.document import Label

ATTACKS = (
    "</script><script>document.title = 'harmed'</script>",
    "<img src=x onerror=\"document.title='harmed'\">",
    "</style><style>body { display: none }</style>",
    "</details></section></body></html>",
    "<svg onload=document.title='harmed'>",
    "\"><a href='javascript:document.title=1'>mill</a>",
    "<!-- <![CDATA[ &lt;b&gt; &#60;b&#62;",
    "mill\u202egrind\u2066s\u2069\u200f\x1b[31m\x00\x85",
)

SUMMARY = Summary(
    version="0.1.0",
    started="2025-03-03 09:00",
    seconds=90.0,
    settings={
        "format": "text",
        "rules": ["a.toml", "b.toml"],
        "title": False,
        "timeout": 20.0,
        "max bytes": 64_000_000,
        "profile": None,
        "keep": [],
        ATTACKS[0]: ATTACKS[1],
    },
    pages=1234,
    empty=1,
    failed=2,
    kept=700_000,
    removed={Label.NAVIGATION: 200_000, Label.APP_STORE: 99_500, Label.LEGAL: 500},
    warnings={"paywall": 7, "no_article": 3},
    confidence=[3, 0, 1, 0, 0, 12, 0, 0, 218, 1000],
    failures=[Failure(attack, f"it is damaged ({attack}).") for attack in ATTACKS[:2]],
    slowest=[Slow("mill.html", 1.234), Slow(ATTACKS[1], 0.5)],
)

MENU = [f"Menu {n}" for n in range(40)]
ARTICLE = [
    "The mill at Ebbing grinds again, and half the village stood on the bridge to watch the wheel turn.",
    "The wheel is new, but the stones are those of 1811, and they only needed a good dressing.",
]


def build_diffs() -> list[PageDiff]:
    page = "\n".join([*MENU, "", *ATTACKS, "", *ARTICLE, "", "© 2025 The Ebbing Post"])
    attacked = clean(page)
    return [
        build_diff(clean("\n\n".join(["Home", *ARTICLE])), "sure.txt"),
        build_diff(clean(""), "empty.txt"),
        *(build_diff(attacked, f"pages/{attack}.html") for attack in ATTACKS),
    ]
