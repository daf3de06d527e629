import msgspec
from reports import ARTICLE, MENU

from groats import clean
from groats.corpus.report import PageDiff, build_diff
from groats.document import KEPT_LABELS, Options


def test_every_line_that_is_not_blank_is_there_or_counted() -> None:
    article = clean("\n".join([*MENU, "", *ARTICLE, "", "Share", "", *MENU]))
    diff = build_diff(article, "mill.txt")
    assert sum(line.left_out or 1 for line in diff.lines) == diff.total == 2 * len(MENU) + 3
    assert diff.kept == sum(line.keep for line in article.lines)
    assert (diff.name, diff.confidence, diff.warnings) == ("mill.txt", article.confidence, list(article.warnings))


def test_a_run_of_nine_lines_is_shown_and_of_ten_folded() -> None:
    for count, left_out in ((9, []), (10, [2])):
        diff = build_diff(clean("\n".join(MENU[:count]), Options(drop=KEPT_LABELS)), "mill.txt")
        assert [line.left_out for line in diff.lines if line.left_out] == left_out


def test_a_diff_is_small_whatever_the_page_is() -> None:
    page = "\n\n".join(f"{'The mill grinds. ' * 99}\n\nHome\n\nShare\n\nMenu" for _ in range(400))
    diff = build_diff(clean(page, Options()), "mill.txt")
    assert sum(line.left_out or 1 for line in diff.lines) == diff.total
    assert len(msgspec.json.encode(diff)) < 60_000


def test_a_diff_travels_as_json() -> None:
    diff = build_diff(clean("\n".join(ARTICLE)), "mill.txt")
    assert msgspec.json.decode(msgspec.json.encode(diff), type=PageDiff) == diff
