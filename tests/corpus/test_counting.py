"""The lines of pages are counted whatever one of them does to the process that reads it."""

from pathlib import Path

from batch_runs import PAGE, read_or_harm

from groats.corpus.counting import count_page, count_pages
from groats.corpus.pool import Workers
from groats.corpus.site import Grouping, Sites
from groats.corpus.source import Failure, Found, PageSource
from groats.corpus.work import Work
from groats.document import Options


def plan(folder: Path, grouping: Grouping = "auto") -> Work:
    sites = Sites(grouping, folder / "sites", {})
    return Work(Options(explain=False), "text", folder, "key", 10_000, sites=sites, read=read_or_harm)


def test_a_page_that_does_harm_is_not_counted_and_its_neighbours_are(tmp_path: Path) -> None:
    harm = ("[crash]", "[leave]", "[hang]", "[memory]", "[mistake]", "x" * 10_001)
    pages: list[Found] = [
        PageSource(f"a/{n}.txt", tmp_path / "x", page.encode()) for n, page in enumerate((PAGE, *harm, PAGE))
    ]
    pages += [PageSource("gone.txt", tmp_path / "gone"), Failure("dangling.txt", "it is a link that leads nowhere.")]
    workers = Workers(count_page, plan(tmp_path), 2, 3)
    counted = [page for page in count_pages(workers, pages) if page]
    assert [page.site for page in counted] == ["a/", "a/"]
    assert counted[0].lines == counted[1].lines
    assert len(counted[0].lines.marks) == 5


def test_the_address_of_a_record_tells_its_site(tmp_path: Path) -> None:
    source = PageSource("x.jsonl/1", tmp_path, PAGE.encode(), url="https://www.larkhaven.example/ferry")
    for grouping, site in (("auto", "larkhaven.example"), ("host", "larkhaven.example"), ("directory", "x.jsonl/")):
        counted = count_page(plan(tmp_path, grouping), source)  # type: ignore[arg-type] # mypy widens the tuple
        assert counted is not None
        assert counted.site == site


def test_what_cannot_be_read_and_what_is_no_text_has_nothing_to_count(tmp_path: Path) -> None:
    picture = PageSource("c.png", tmp_path, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    for source in (PageSource("a.txt", tmp_path / "gone"), PageSource("b.txt", tmp_path, b"[mistake]"), picture):
        assert count_page(plan(tmp_path), source) is None
