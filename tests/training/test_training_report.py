"""Tables of means."""

from training_pages import outcome, sample

from groats.training.report import tabulate, write_report


def test_means_are_by_group_in_order_of_their_names_and_of_what_was_measured() -> None:
    pages = [outcome(0.5, sample(type="forum")), outcome(1.0, sample(type="forum")), outcome(0.2, sample())]
    assert tabulate(pages, lambda page: page.sample.type, lambda page: page.f1) == {
        "article": (0.2, 1),
        "forum": (0.75, 2),
    }
    assert tabulate(pages, lambda page: page.sample.type, lambda page: page.with_share) == {}


def test_a_report_has_every_table_and_the_reliability() -> None:
    pages = [outcome(0.5), outcome(0.9, sample(renderer="html"))]
    report = write_report(pages, [(9, 3, 0.96, 2 / 3)])
    rows = [" ".join(line.split()) for line in report.splitlines()]
    assert "wcxb-dev chrome 0.5000 1" in rows
    assert "wcxb-dev html 0.9000 1" in rows
    assert "article 0.5000 1" in rows
    assert "wcxb-dev en 0.5000 1" in rows
    assert rows[-1] == ".9 3 0.960 0.667"
    assert report.endswith("\n")
