"""The journal holds what is done, wherever a process that writes it is killed."""

import errno
from pathlib import Path

import pytest
from batch_runs import run_pages, write_pages
from hypothesis import given
from hypothesis import strategies as st

from groats.corpus.journal import Entry, open_journal
from groats.corpus.sinks import Place
from groats.corpus.walk import Selection, find_sources
from groats.errors import InputError, OutputError


def entry(name: str, reason: str | None = None) -> Entry:
    return Entry(name=name, path=f"/{name}", key="k", removed={"navigation": 3}, record=Place(1, 2), reason=reason)


def test_what_is_written_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with open_journal(path, resume=False) as journal:
        places = [journal.append(entry(name)) for name in ("a", "b" * 5000, "é")]
        assert [journal.read(place).name for place in places] == ["a", "b" * 5000, "é"]
    with open_journal(path, resume=True) as journal:
        found = [list(journal.find_all(name)) for name in ("a", "b" * 5000, "é", "no")]
        assert found == [*([place] for place in places), []]
        assert journal.read(places[0]) == entry("a")


@pytest.mark.parametrize("resume", [True, False])
def test_of_two_runs_at_a_time_the_second_is_refused_and_the_first_loses_nothing(
    *, resume: bool, tmp_path: Path
) -> None:
    path = tmp_path / "journal"
    with open_journal(path, resume=False) as journal:
        place = journal.append(entry("a"))
        with (
            pytest.raises(OutputError, match=r"Another run is writing .*journal: wait"),
            open_journal(path, resume=resume),
        ):
            pass
        assert journal.read(place) == entry("a")
    with open_journal(path, resume=True) as journal:
        assert list(journal.find_all("a")) == [place]


def test_a_file_system_without_locks_has_journals_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", refuse)
    with open_journal(tmp_path / "journal", resume=False) as journal:
        assert journal.read(journal.append(entry("a"))) == entry("a")


def test_of_two_lines_of_a_name_the_later_comes_first(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with open_journal(path, resume=False) as journal:
        journal.append(entry("a", "it failed."))
        first = journal.append(entry("a"))
        second = journal.append(entry("a"))
        assert first < second
        assert list(journal.find_all("a")) == [second, first]
    with open_journal(path, resume=True) as journal:
        assert list(journal.find_all("a")) == [second, first]


def test_a_failure_hides_no_page_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with open_journal(path, resume=False) as journal:
        place = journal.append(entry("a"))
        journal.append(entry("a", "the archive holds another page of this name before it."))
        assert list(journal.find_all("a")) == [place]
    with open_journal(path, resume=True) as journal:
        assert [found.reason for found in journal.latest_entries()] == [None]


def test_without_resume_a_run_starts_anew(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with open_journal(path, resume=False) as journal:
        journal.append(entry("a"))
    with open_journal(path, resume=False) as journal:
        assert not list(journal.find_all("a"))
    assert path.read_bytes() == b""


def test_a_torn_last_line_is_cut_off_wherever_it_is_torn(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with open_journal(path, resume=False) as journal:
        end = journal.append(entry("a")), journal.append(entry("b"))
    whole = path.read_bytes()
    for cut in range(len(whole)):
        path.write_bytes(whole[:cut])
        with open_journal(path, resume=True) as journal:
            assert bool(list(journal.find_all("a"))) == (cut >= end[1])
            assert not list(journal.find_all("b"))
            journal.append(entry("b"))
        with open_journal(path, resume=True) as journal:
            assert len(list(journal.find_all("b"))) == 1


def test_a_damaged_line_is_said_and_not_taken_for_the_end(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    path.write_bytes(b'{"name": 1}\n')
    with pytest.raises(InputError, match="damaged at byte 0"), open_journal(path, resume=True):
        pass


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_name_is_found_again(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    with open_journal(tmp_path_factory.mktemp("j") / "journal", resume=False) as journal:
        assert not list(journal.find_all(name))
        place = journal.append(entry(name))
        assert list(journal.find_all(name)) == [place]
        assert journal.read(place).name == name


def test_a_run_whose_journal_was_cut_anywhere_ends_as_an_unbroken_one(tmp_path: Path) -> None:
    pages, out = write_pages(tmp_path / "in", 4), tmp_path / "out"
    selection = Selection(100_000)
    run_pages(find_sources([pages], selection), out)
    journal = out / "groats-journal.jsonl"
    whole = journal.read_bytes()
    unbroken = {path: path.read_bytes() for path in out.rglob("*.txt")}
    for lines in range(4):
        kept = b"".join(whole.splitlines(keepends=True)[:lines])
        journal.write_bytes(kept + b'{"name":"torn')
        for path in list(unbroken)[lines:3]:
            path.unlink()  # whatever is gone is made again
        done = run_pages(find_sources([pages], selection), out)
        assert {path: path.read_bytes() for path in out.rglob("*.txt")} == unbroken
        assert len(done) == 4
        assert sum(page.before for page in done.values()) <= lines
