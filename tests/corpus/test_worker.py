"""What a worker makes of one page, in this process: an entry, a record, a diff, or why the run must stop."""

import errno
import os
from pathlib import Path

import pytest
from batch_runs import PAGE, read_or_harm
from msgspec.structs import replace as change

from groats.atomic_files import name_temporary
from groats.corpus.site import write_sites
from groats.corpus.source import Failure, PageSource
from groats.corpus.work import Before, Finished, Outcome, Stopped, Task, Work
from groats.corpus.worker import do_page
from groats.document import Options, Profile
from groats.pipeline import clean
from groats.render.json import to_json_line
from groats.stages.familiar import fingerprint

_OPTIONS = Options()


def do(root: Path | None, page: str, *, diffs: bool = False, output: str = "a.txt") -> Outcome:
    work = Work(_OPTIONS, "text", root, "key", 10_000, diffs=diffs, read=read_or_harm)
    return do_page(work, Task(PageSource("a.txt", Path("a.txt"), page.encode(), id="7"), output if root else None))


def finished(outcome: Outcome) -> Finished:
    """The outcome of a page that this run has cleaned."""
    assert isinstance(outcome, Finished)
    return outcome


def test_the_entry_says_what_came_of_the_page(tmp_path: Path) -> None:
    outcome = finished(do(tmp_path, PAGE))
    assert outcome.record is None
    assert outcome.entry.output == "a.txt"
    assert outcome.entry.bytes == len(PAGE)
    assert outcome.entry.removed["navigation"] > 0
    article = clean(PAGE.encode(), _OPTIONS)
    assert outcome.entry.kept == len(article.text)
    assert article.text in (tmp_path / "a.txt").read_text()


def test_for_one_file_the_record_is_given() -> None:
    assert finished(do(None, PAGE)).record == to_json_line(clean(PAGE.encode(), _OPTIONS), "a.txt", "7")


def test_a_page_that_is_done_is_not_done_again(tmp_path: Path) -> None:
    entry = finished(do(tmp_path, PAGE)).entry
    work = Work(_OPTIONS, "text", tmp_path, "key", 10_000)
    task = Task(PageSource("a.txt", Path("a.txt"), PAGE.encode(), id="7"), "a.txt", [Before(7, entry)])
    assert do_page(work, task) == Before(7, entry)
    other = Before(8, change(entry, fingerprint="other"))
    assert do_page(work, task._replace(before=[other, Before(7, entry)])) == Before(7, entry)
    assert finished(do_page(work, task._replace(before=[other])))
    assert finished(do_page(work, task._replace(source=PageSource("a.txt", Path("a.txt"), PAGE.encode(), id="8"))))
    (tmp_path / "a.txt").write_text("changed")
    assert finished(do_page(work, task))


def test_a_page_whose_output_cannot_be_read_is_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    entry = finished(do(tmp_path, PAGE)).entry
    work = Work(_OPTIONS, "text", tmp_path, "key", 10_000)
    task = Task(PageSource("a.txt", Path("a.txt"), PAGE.encode(), id="7"), "a.txt", [Before(7, entry)])
    monkeypatch.setattr(Path, "read_bytes", fail)
    again = finished(do_page(work, task)).entry
    assert again.reason is None


def test_no_link_leads_an_output_to_another_file(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.write_text("somebody's")
    name_temporary(tmp_path / "a.txt").symlink_to(other)
    assert finished(do(tmp_path, PAGE))
    assert other.read_text() == "somebody's"
    assert not (tmp_path / "a.txt").is_symlink()


def test_a_doubtful_page_gets_a_diff_on_demand(tmp_path: Path) -> None:
    assert finished(do(tmp_path, "", diffs=True)).diff is not None
    assert finished(do(tmp_path, "")).diff is None


def test_what_could_not_be_found_is_an_entry_with_its_reason(tmp_path: Path) -> None:
    work = Work(_OPTIONS, "text", tmp_path, "key", 10_000)
    entry = finished(do_page(work, Task(Failure("\udcff.txt", "it is a device."), None))).entry
    assert (entry.name, entry.path, entry.reason) == ("\\udcff.txt", "", "it is a device.")


def test_the_entry_says_by_which_profile_the_page_was_cleaned(tmp_path: Path) -> None:
    motto = (
        "The old boat was sold to a museum in March, and the new one was late by some five weeks because of the ice."
    )
    known = Profile("./", 9, {fingerprint(motto): 9})
    sites = write_sites(tmp_path / "sites", "directory", [known])
    work = Work(_OPTIONS, "text", tmp_path, "key", 10_000, sites=sites)
    entry = finished(do_page(work, Task(PageSource("a.txt", Path("a.txt"), PAGE.encode()), "a.txt"))).entry
    assert (entry.site, entry.profile) == ("./", sites.digest_of("./"))
    assert motto not in (tmp_path / "a.txt").read_text()
    assert clean(PAGE.encode()).text.count(motto) == 1


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("[memory]", "it takes more memory"),
        ("[mistake]", "groats made a mistake (ValueError"),
        ("x" * 10_001, "more than 10,000 bytes"),
    ],
)
def test_a_failure_is_an_entry_with_a_reason(tmp_path: Path, page: str, reason: str) -> None:
    entry = finished(do(tmp_path, page)).entry
    assert entry.reason is not None
    assert reason in entry.reason
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.ENAMETOOLONG])
def test_only_what_holds_for_every_page_stops_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def fail(path: Path) -> None:
        path.touch()
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("groats.atomic_files.open_new", fail)
    outcome = do(tmp_path, PAGE)
    assert isinstance(outcome, Finished if number == errno.ENAMETOOLONG else Stopped)
    assert list(tmp_path.iterdir()) == []
